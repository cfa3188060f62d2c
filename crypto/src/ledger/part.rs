//! The log as it is published: rows of things of one kind, cut into parts that never change once they are full. Hashes
//! and entries are cut as C2SP tlog-tiles says (tiles of 256); whole volumes of 4,096 entries are ours, so that a phone
//! on a slow line reads a year of the log in a dozen requests.

use super::entry::{Body, Entry};
use crate::codec::{Reader, Writer};
use crate::error::Error;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::ops::Range;

/// Neighbours in a full tile: hashes of one level, entries of a bundle, or bodies.
pub const TILE: u64 = 256;
/// Entries in a full volume: 192 KiB.
pub const VOLUME: u64 = 4096;
/// Levels of the tree from one row of tiles to the next.
pub const TILE_HEIGHT: u8 = 8;
/// Longer parts of an address are refused.
const MOST_DIGITS: usize = 18;

/// Neighbours of one row: `WIDTH` of them, or fewer where the row ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Part<const WIDTH: u64> {
    index: u64,
    width: u64,
}

impl<const WIDTH: u64> Part<WIDTH> {
    /// The part with this number in a row of `length`, as wide as it is there; nothing where the row ended before.
    #[must_use]
    pub fn find(index: u64, length: u64) -> Option<Self> {
        let start = index.checked_mul(WIDTH)?;
        let width = length.checked_sub(start)?.min(WIDTH);
        (width > 0).then_some(Self { index, width })
    }

    /// All parts of a row of `length`, from the one in which `start` lies.
    pub fn cover(start: u64, length: u64) -> impl Iterator<Item = Self> {
        let first = start.checked_div(WIDTH).unwrap_or_default();
        (first..).map_while(move |index| Self::find(index, length))
    }

    /// Its number in the row, from 0.
    #[must_use]
    pub const fn index(&self) -> u64 {
        self.index
    }

    /// Places in the row.
    #[must_use]
    pub const fn places(&self) -> Range<u64> {
        let start = self.index.saturating_mul(WIDTH);
        start..start.saturating_add(self.width)
    }

    /// Whether a row of `length` has all of it.
    #[must_use]
    pub const fn is_within(&self, length: u64) -> bool {
        self.places().end <= length
    }

    /// Whether it will stay as it is.
    #[must_use]
    pub const fn is_full(&self) -> bool {
        self.width == WIDTH
    }

    /// Its address: digits in threes, all but the last three behind an `x`; `.p/` and the width where it is not full.
    #[must_use]
    pub fn to_path(&self) -> String {
        let mut digits = self.index.to_string();
        while !digits.len().is_multiple_of(3) {
            digits.insert(0, '0');
        }
        let mut path = String::new();
        for (place, digit) in digits.chars().enumerate() {
            let left = digits.len().saturating_sub(place);
            if left.is_multiple_of(3) {
                path.push_str(if place > 0 { "/" } else { "" });
                path.push_str(if left > 3 { "x" } else { "" });
            }
            path.push(digit);
        }
        if !self.is_full() {
            path.push_str(".p/");
            path.push_str(&self.width.to_string());
        }
        path
    }

    /// Reads what [`Self::to_path`] wrote, and nothing else.
    ///
    /// # Errors
    /// [`Error::Malformed`].
    pub fn parse(path: &str) -> Result<Self, Error> {
        let (place, width) = match path.split_once(".p/") {
            Some((place, width)) => (place, width.parse().map_err(|_| Error::Malformed)?),
            None => (path, WIDTH),
        };
        let digits: String = place.chars().filter(char::is_ascii_digit).collect();
        if digits.len() > MOST_DIGITS {
            return Err(Error::Malformed);
        }
        let index: u64 = digits.parse().map_err(|_| Error::Malformed)?;
        let part = Self { index, width };
        let fits = (1..=WIDTH).contains(&width) && index.checked_mul(WIDTH).is_some() && part.to_path() == path;
        if fits { Ok(part) } else { Err(Error::Malformed) }
    }
}

/// Hashes in the row of tiles at `level` in a log of `size` entries: complete subtrees of 256^level leaves.
#[must_use]
pub fn row_length(size: u64, level: u8) -> u64 {
    size.checked_shr(u32::from(level.saturating_mul(TILE_HEIGHT))).unwrap_or_default()
}

/// A bundle as tlog-tiles has it: each item behind its length (`u16`).
#[must_use]
pub fn write_bundle<T: AsRef<[u8]>>(items: impl IntoIterator<Item = T>) -> Vec<u8> {
    let mut writer = Writer::default();
    for item in items {
        let item = item.as_ref();
        writer.u16(u16::try_from(item.len()).unwrap_or(u16::MAX)).bytes(item);
    }
    writer.finish()
}

/// The bodies of a bundle; nothing for one that was erased.
///
/// # Errors
/// [`Error::Malformed`].
pub fn read_bodies(bundle: &[u8]) -> Result<Vec<Option<Body>>, Error> {
    let mut reader = Reader::new(bundle);
    let mut bodies = Vec::new();
    while !reader.is_empty() {
        let length = usize::from(reader.u16()?);
        bodies.push(if length == 0 { None } else { Some(Body::try_from(reader.take(length)?)?) });
    }
    Ok(bodies)
}

/// The entries of a volume, one after the other without their lengths.
///
/// # Errors
/// [`Error::Malformed`].
pub fn read_volume(volume: &[u8]) -> Result<Vec<Entry>, Error> {
    volume.chunks(Entry::SIZE).map(Entry::parse).collect()
}

#[cfg(test)]
mod tests;
