//! A proof that stands for itself, offline and for years: C2SP tlog-proof v1. The entry it is about follows from the
//! body, which travels as `extra` with the key that opens it.

use super::checkpoint::Checkpoint;
use super::entry::Entry;
use super::hashes;
use super::note::{NoteKey, SignedNote, from_base64, to_base64};
use super::tree::verify_inclusion;
use crate::error::Error;
use crate::id::Digest;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

const FIRST: &str = "c2sp.org/tlog-proof@v1";

/// That an entry stands in a log.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proof {
    /// Place in the log.
    pub index: u64,
    /// From the leaf's sibling upwards.
    pub path: Vec<Digest>,
    /// What it is about; nothing in it is proven by itself.
    pub extra: Vec<u8>,
    /// The head it leads to.
    pub checkpoint: SignedNote,
}

impl Proof {
    /// Checks that the log with this key had `entry` at this place.
    ///
    /// # Errors
    /// [`Error::Signature`], [`Error::Ledger`].
    pub fn verify(&self, entry: &Entry, log: &NoteKey) -> Result<Checkpoint, Error> {
        let checkpoint = Checkpoint::open(&self.checkpoint, log)?;
        verify_inclusion(&entry.leaf(), self.index, &checkpoint.head, &self.path)?;
        Ok(checkpoint)
    }

    /// The text of a `.tlog-proof` file.
    #[must_use]
    pub fn to_text(&self) -> String {
        let mut text = [FIRST, "\n"].concat();
        if !self.extra.is_empty() {
            text.push_str(&["extra ", &to_base64(&self.extra), "\n"].concat());
        }
        text.push_str(&["index ", &self.index.to_string(), "\n"].concat());
        hashes::write(text, &self.path, &self.checkpoint)
    }

    /// Reads what [`Self::to_text`] wrote.
    ///
    /// # Errors
    /// [`Error::Malformed`].
    pub fn parse(text: &str) -> Result<Self, Error> {
        let (lines, checkpoint) = hashes::split(text)?;
        let mut lines = lines.peekable();
        if lines.next() != Some(FIRST) {
            return Err(Error::Malformed);
        }
        let extra = lines.next_if(|line| line.starts_with("extra ")).and_then(|line| line.strip_prefix("extra "));
        let extra = extra.map(from_base64).transpose()?;
        let index = lines.next().and_then(|line| line.strip_prefix("index ")).ok_or(Error::Malformed)?;
        let proof = Self {
            index: index.parse().map_err(|_| Error::Malformed)?,
            path: hashes::read(lines)?,
            extra: extra.unwrap_or_default(),
            checkpoint,
        };
        // One way to write it: no leading zero, no empty `extra`.
        if proof.to_text() == text { Ok(proof) } else { Err(Error::Malformed) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::id::Tag;
    use crate::keys::{Secret, SigningKey};
    use crate::ledger::checkpoint::LogKey;
    use crate::ledger::tree::{Frontier, inclusion_proof};
    use proptest::prelude::*;
    use std::collections::BTreeMap;

    fn log() -> LogKey {
        LogKey::new(SigningKey::from_seed(Secret::new([1; 32]))).unwrap()
    }

    fn entry(number: u8) -> Entry {
        Entry { tag: Tag([number; 16]), body: Digest([number; 32]) }
    }

    fn proof(index: u8, size: u8, extra: &[u8]) -> Proof {
        let (mut frontier, mut nodes) = (Frontier::new(), BTreeMap::new());
        for number in 0..size {
            nodes.extend(
                frontier.push(entry(number).leaf()).into_iter().map(|node| ((node.level, node.index), node.hash)),
            );
        }
        let read = |level, index| nodes.get(&(level, index)).copied().ok_or(Error::Ledger("missing"));
        let path = inclusion_proof(u64::from(index), u64::from(size), read).unwrap();
        let checkpoint = log().sign(frontier.head()).unwrap();
        Proof { index: u64::from(index), path, extra: extra.to_vec(), checkpoint }
    }

    proptest! {
        #[test]
        fn a_proof_reads_back_and_holds_for_its_entry_alone(size in 1..60_u8, place: prop::sample::Index, extra in prop::collection::vec(any::<u8>(), 0..50)) {
            let index = u8::try_from(place.index(usize::from(size))).unwrap();
            let proof = proof(index, size, &extra);
            let text = proof.to_text();
            prop_assert_eq!(Proof::parse(&text), Ok(proof.clone()));
            prop_assert_eq!(proof.verify(&entry(index), log().public()).unwrap().head.size, u64::from(size));
            prop_assert!(proof.verify(&entry(index.wrapping_add(1)), log().public()).is_err());
            let elsewhere = Proof { index: proof.index + 1, ..proof };
            prop_assert!(elsewhere.verify(&entry(index), log().public()).is_err());
        }

        #[test]
        fn a_flipped_bit_is_refused(place: prop::sample::Index, bit in 0..8_u8) {
            let mut bytes = proof(3, 9, b"").to_text().into_bytes();
            let place = place.index(bytes.len());
            bytes[place] ^= 1 << bit;
            let held = String::from_utf8(bytes).ok().and_then(|text| Proof::parse(&text).ok())
                .is_some_and(|proof| proof.verify(&entry(3), log().public()).is_ok());
            prop_assert!(!held);
        }
    }

    #[test]
    fn other_forms_are_refused() {
        let text = proof(3, 9, b"x").to_text();
        for (from, to) in [
            ("@v1", "@v2"),
            ("index 3", "index 03"),
            ("index 3", "index -3"),
            ("extra eA==", "extra "),
            ("extra eA==\n", "extra eA==\nextra eA==\n"),
            ("index", "place"),
        ] {
            assert_eq!(Proof::parse(&text.replace(from, to)), Err(Error::Malformed), "{to}");
        }
        let long = proof(3, 9, b"").to_text().replacen(
            "index 3\n",
            &format!("index 3\n{}", format!("{}\n", to_base64(&[0; 32])).repeat(64)),
            1,
        );
        assert_eq!(Proof::parse(&long), Err(Error::Malformed));
    }
}
