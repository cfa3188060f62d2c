//! A witness: somebody else's machine that remembers the largest log it saw, and puts its name under a new checkpoint
//! only when that continues it (C2SP tlog-witness, tlog-cosignature v1). With her name there, nobody can show one
//! history to one reader and another to the next.

use super::checkpoint::{Checkpoint, cosign};
use super::hashes;
use super::note::{NoteKey, NoteSignature, SignatureKind, SignedNote};
use super::tree::{Head, verify_consistency};
use crate::error::Error;
use crate::id::Digest;
use crate::keys::SigningKey;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

/// What a log asks of a witness: body of `add-checkpoint`, or a file that travels on a stick.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AddCheckpoint {
    /// Size that the witness cosigned last, as the log believes.
    pub old: u64,
    /// That the new one continues it.
    pub proof: Vec<Digest>,
    /// The new one.
    pub checkpoint: SignedNote,
}

/// Why a witness does not sign.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// Not in the form of a request (400).
    Malformed,
    /// The log did not sign it (403).
    Signature,
    /// Another log (404).
    OtherLog,
    /// She cosigned this size last, or another root of the same size (409).
    Conflict(u64),
    /// The proof does not hold: the log rewrote what was (422).
    Forked,
}

impl AddCheckpoint {
    /// The request's text.
    #[must_use]
    pub fn to_text(&self) -> String {
        hashes::write(["old ", &self.old.to_string(), "\n"].concat(), &self.proof, &self.checkpoint)
    }

    /// Reads what [`Self::to_text`] wrote.
    ///
    /// # Errors
    /// [`Error::Malformed`].
    pub fn parse(text: &str) -> Result<Self, Error> {
        let (mut lines, checkpoint) = hashes::split(text)?;
        let old = lines.next().and_then(|line| line.strip_prefix("old ")).ok_or(Error::Malformed)?;
        let request = Self { old: old.parse().map_err(|_| Error::Malformed)?, proof: hashes::read(lines)?, checkpoint };
        if request.to_text() == text { Ok(request) } else { Err(Error::Malformed) }
    }
}

/// A witness with her key, for one log.
pub struct Witness {
    name: String,
    key: SigningKey,
    log: NoteKey,
}

impl Witness {
    /// # Errors
    /// [`Error::Malformed`] for a name that cannot stand on a signature line.
    pub fn new(name: &str, key: SigningKey, log: NoteKey) -> Result<Self, Error> {
        NoteKey::new(name, SignatureKind::Cosignature, key.verifying_key())?;
        Ok(Self { name: name.to_string(), key, log })
    }

    /// What everybody checks her lines with.
    ///
    /// # Errors
    /// Never in practice: the name was checked.
    pub fn public(&self) -> Result<NoteKey, Error> {
        NoteKey::new(&self.name, SignatureKind::Cosignature, self.key.verifying_key())
    }

    /// Her line under a checkpoint, for who has computed the whole log and seen that it continues what she signed last.
    ///
    /// # Errors
    /// As [`cosign`]; [`Error::Signature`] where the log did not sign it.
    pub fn sign(&self, checkpoint: &SignedNote, time: u64) -> Result<NoteSignature, Error> {
        Checkpoint::open(checkpoint, &self.log)?;
        cosign(checkpoint, &self.name, &self.key, time)
    }

    /// Her line under a checkpoint that continues `last`, and the head to remember. Keep that before the line is
    /// handed out, and let nobody else come between.
    ///
    /// # Errors
    /// Any [`Refusal`].
    pub fn add(&self, last: Head, request: &AddCheckpoint, time: u64) -> Result<(Head, NoteSignature), Refusal> {
        let said = Checkpoint::parse(request.checkpoint.text()).map_err(|_| Refusal::Malformed)?;
        if said.origin != self.log.name() {
            return Err(Refusal::OtherLog);
        }
        let new = Checkpoint::open(&request.checkpoint, &self.log).map_err(|_| Refusal::Signature)?.head;
        if request.old > new.size {
            return Err(Refusal::Malformed);
        }
        if request.old != last.size {
            return Err(Refusal::Conflict(last.size));
        }
        verify_consistency(&last, &new, &request.proof).map_err(|_| Refusal::Forked)?;
        let line = self.sign(&request.checkpoint, time).map_err(|_| Refusal::Malformed)?;
        Ok((new, line))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::keys::Secret;
    use crate::ledger::checkpoint::{LogKey, cosignature_time};
    use crate::ledger::tree::{Frontier, consistency_proof, leaf_hash};
    use proptest::prelude::*;
    use std::collections::BTreeMap;

    fn key(seed: u8) -> SigningKey {
        SigningKey::from_seed(Secret::new([seed; 32]))
    }

    fn log(seed: u8) -> LogKey {
        LogKey::new(key(seed)).unwrap()
    }

    /// Heads of a log from 0 entries to 20, and proofs between them; `salt` makes another history.
    struct History {
        heads: Vec<Head>,
        nodes: BTreeMap<(u8, u64), Digest>,
    }

    impl History {
        fn new(salt: u8) -> Self {
            let (mut frontier, mut heads, mut nodes) = (Frontier::new(), Vec::new(), BTreeMap::new());
            for number in 0..=20 {
                heads.push(frontier.head());
                let complete = frontier.push(leaf_hash(&[salt, number]));
                nodes.extend(complete.into_iter().map(|node| ((node.level, node.index), node.hash)));
            }
            Self { heads, nodes }
        }

        fn request(&self, old: u64, new: usize, by: &LogKey) -> AddCheckpoint {
            let head = self.heads[new];
            let read = |level, index| self.nodes.get(&(level, index)).copied().ok_or(Error::Ledger("missing"));
            let proof = consistency_proof(old.min(head.size), head.size, read).unwrap();
            AddCheckpoint { old, proof, checkpoint: by.sign(head).unwrap() }
        }
    }

    proptest! {
        #[test]
        fn she_signs_what_continues_and_her_line_holds(old in 0..=20_usize, more in 0..=20_usize, time in 1..4_000_000_000_u64) {
            let (history, log) = (History::new(0), log(1));
            let witness = Witness::new("council.example", key(2), log.public().clone()).unwrap();
            let new = (old + more).min(20);
            let request = history.request(old.try_into().unwrap(), new, &log);
            prop_assert_eq!(AddCheckpoint::parse(&request.to_text()), Ok(request.clone()));
            let (head, line) = witness.add(history.heads[old], &request, time).unwrap();
            prop_assert_eq!(head, history.heads[new]);
            let mut note = request.checkpoint;
            note.add(line).unwrap();
            prop_assert_eq!(cosignature_time(&note, &witness.public().unwrap()), Ok(Some(time)));
        }

        #[test]
        fn another_history_is_never_signed(old in 1..=20_usize, more in 0..=20_usize) {
            let (mine, other, log) = (History::new(0), History::new(1), log(1));
            let witness = Witness::new("council.example", key(2), log.public().clone()).unwrap();
            let request = other.request(old.try_into().unwrap(), (old + more).min(20), &log);
            let refused = witness.add(mine.heads[old], &request, 1).unwrap_err();
            prop_assert!(matches!(refused, Refusal::Forked | Refusal::Conflict(_)));
        }

        #[test]
        fn any_text_is_a_request_or_refused(text in "(old [0-9]{1,3}\n)?([A-Za-z0-9+/=\n ]{0,90})") {
            if let Ok(request) = AddCheckpoint::parse(&text) {
                prop_assert_eq!(request.to_text(), text);
            }
        }
    }

    #[test]
    fn each_refusal_has_its_reason() {
        let (history, ours, theirs) = (History::new(0), log(1), log(3));
        let witness = Witness::new("council.example", key(2), ours.public().clone()).unwrap();
        let last = history.heads[5];
        let refused = |request: &AddCheckpoint| witness.add(last, request, 1).unwrap_err();
        assert_eq!(refused(&history.request(5, 9, &theirs)), Refusal::OtherLog);
        assert_eq!(refused(&history.request(4, 9, &ours)), Refusal::Conflict(5));
        assert_eq!(refused(&history.request(0, 0, &ours)), Refusal::Conflict(5));
        assert_eq!(refused(&AddCheckpoint { old: 9, ..history.request(5, 8, &ours) }), Refusal::Malformed);
        let good = history.request(5, 9, &ours);
        assert_eq!(refused(&AddCheckpoint { proof: vec![], ..good.clone() }), Refusal::Forked);
        let two_of_one_size = History::new(1).request(5, 5, &ours);
        assert_eq!(refused(&two_of_one_size), Refusal::Forked, "no other request would mend that");
        let forged = good.checkpoint.to_text().replace("\n9\n", "\n8\n");
        let forged = AddCheckpoint { checkpoint: SignedNote::parse(&forged).unwrap(), ..good.clone() };
        assert_eq!(refused(&forged), Refusal::Signature);
        assert!(witness.add(last, &good, 1).is_ok());
        assert!(witness.add(last, &good, u64::MAX).is_err());
        assert!(Witness::new("two words", key(2), ours.public().clone()).is_err());
    }
}
