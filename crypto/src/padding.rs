//! Lengths say nothing beyond a bucket: `u32` length ‖ payload ‖ zeros, up to one of few sizes.

use crate::codec::{self, Reader, Writer};
use crate::error::Error;
use alloc::vec::Vec;
use zeroize::Zeroizing;

/// Messages, notes and drafts: 4, 16 or 64 KiB.
pub(crate) const MESSAGE: [usize; 3] = [4_096, 16_384, 65_536];
/// Cards: 1 KiB, so that a thousand of them are one megabyte; 4 KiB for the wordy.
pub(crate) const CARD: [usize; 2] = [1_024, 4_096];

/// Bytes the length takes.
const PREFIX: usize = 4;

/// The index of the smallest bucket that holds `length` bytes.
///
/// # Errors
/// [`Error::TooLong`] with the number of bytes over the largest.
pub(crate) fn bucket(length: usize, buckets: &[usize]) -> Result<u8, Error> {
    let needed = length.saturating_add(PREFIX);
    buckets
        .iter()
        .position(|size| needed <= *size)
        .and_then(|index| u8::try_from(index).ok())
        .ok_or_else(|| Error::TooLong { excess: needed.saturating_sub(buckets.last().copied().unwrap_or(0)) })
}

/// The size of bucket number `index`.
pub(crate) fn size(index: u8, buckets: &[usize]) -> Result<usize, Error> {
    buckets.get(usize::from(index)).copied().ok_or(Error::Malformed)
}

/// Pads to exactly `size` bytes; the caller chose it with [`bucket`].
pub(crate) fn pad(payload: &[u8], size: usize) -> Zeroizing<Vec<u8>> {
    let mut writer = Writer::with_capacity(size);
    writer.prefixed(payload);
    let mut padded = writer.finish();
    padded.resize(size.max(padded.len()), 0);
    Zeroizing::new(padded)
}

/// Takes the padding off.
///
/// # Errors
/// [`Error::Decrypt`] when it is not all zeros: nobody who follows the protocol made this.
pub(crate) fn unpad(padded: &[u8]) -> Result<&[u8], Error> {
    let mut reader = Reader::new(padded);
    let payload = reader.prefixed(codec::length(padded.len()).try_into().unwrap_or(usize::MAX));
    let payload = payload.map_err(|_| Error::Decrypt)?;
    if reader.rest().iter().all(|byte| *byte == 0) { Ok(payload) } else { Err(Error::Decrypt) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn what_was_padded_comes_back(payload in proptest::collection::vec(any::<u8>(), 0..5_000)) {
            let index = bucket(payload.len(), &MESSAGE).unwrap();
            let padded = pad(&payload, size(index, &MESSAGE).unwrap());
            prop_assert!(MESSAGE.contains(&padded.len()));
            prop_assert_eq!(unpad(&padded).unwrap(), &payload[..]);
        }
    }

    #[test]
    fn the_excess_is_told_to_the_byte() {
        assert_eq!(bucket(65_532, &MESSAGE), Ok(2));
        assert_eq!(bucket(65_533, &MESSAGE), Err(Error::TooLong { excess: 1 }));
    }

    #[test]
    fn padding_that_is_not_zero_is_refused() {
        let mut padded = pad(b"text", 4_096).to_vec();
        *padded.last_mut().unwrap() = 1;
        assert_eq!(unpad(&padded), Err(Error::Decrypt));
    }
}
