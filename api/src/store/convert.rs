//! Between the databases' integers and bytes and our types. What does not fit cannot have been written by us.

use crate::Error;
use crypto::Day;

const DAMAGED: Error = Error::Crypto(crypto::Error::Malformed);

/// A day as it is stored.
pub(super) fn from_day(day: Day) -> i32 {
    i32::try_from(day.0).unwrap_or(i32::MAX)
}

/// A stored day.
pub(super) fn to_day(day: i32) -> Day {
    Day(u32::try_from(day).unwrap_or_default())
}

/// A stored number that is never negative.
pub(super) fn to_u64(number: i64) -> u64 {
    u64::try_from(number).unwrap_or_default()
}

/// A stored number that is never negative and small.
pub(super) fn to_u32(number: i64) -> u32 {
    u32::try_from(number).unwrap_or_default()
}

/// A number as it is stored; ours stay far below the limit.
pub(super) fn from_u64(number: u64) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

/// A stored byte string of a fixed length.
pub(super) fn to_id<T: for<'a> TryFrom<&'a [u8]>>(bytes: &[u8]) -> Result<T, Error> {
    T::try_from(bytes).map_err(|_| DAMAGED)
}
