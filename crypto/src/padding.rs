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

/// The next size that Padmé allows (Nikitin et al., "Reducing Metadata Leakage from Encrypted Files and Communication with
/// PURBs", PETS 2019, algorithm 1): as many leading bits as a floating-point number of that size would keep. At most
/// 12 % more, and a file of any length tells no more than log log of it.
pub(crate) fn padme(size: u64) -> u64 {
    let Some(exponent) = size.checked_ilog2() else { return 0 };
    let kept = exponent.checked_ilog2().map_or(1, |bits| bits.saturating_add(1));
    let mask = (1_u64 << exponent.saturating_sub(kept)).saturating_sub(1);
    size.saturating_add(mask) & !mask
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

        #[test]
        fn padme_adds_an_eighth_at_most_and_nothing_the_second_time(size in 0_u64..1 << 40, more in 0_u64..1 << 20) {
            let padded = padme(size);
            prop_assert!(padded >= size && padded - size <= size / 8);
            prop_assert_eq!(padme(padded), padded);
            prop_assert!(padme(size + more) >= padded);
        }
    }

    /// By hand from the paper's formula.
    #[test]
    fn padme_keeps_the_leading_bits() {
        let by_hand = [(0, 0), (1, 1), (2, 2), (9, 10), (15, 16), (100, 104), (1_000, 1_024), (1_025, 1_088)];
        for (size, padded) in by_hand.into_iter().chain([(65_537, 67_584), (26_214_401, 26_738_688)]) {
            assert_eq!(padme(size), padded, "{size}");
        }
        let sizes: std::collections::BTreeSet<u64> = (262_080..=26_214_400).map(padme).collect();
        assert!(sizes.len() < 220, "{}", sizes.len());
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
