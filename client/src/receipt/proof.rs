//! Proofs of single accesses, to be shown to others.

use crypto::ledger::{Body, Entry, Node, NoteKey, Proof, Record, Step, inclusion_proof};
use crypto::{Digest, Error, OrganisationId};

const ORGANISATION: usize = 16;

/// All complete subtrees of a log, level by level.
#[derive(Default)]
pub(super) struct Tree(Vec<Vec<Digest>>);

impl Tree {
    /// Takes in what an entry completed: each level grows from the left.
    pub(super) fn grow(&mut self, nodes: &[Node]) {
        for node in nodes {
            let level = usize::from(node.level);
            if self.0.len() <= level {
                self.0.resize(level.saturating_add(1), Vec::new());
            }
            if let Some(row) = self.0.get_mut(level) {
                row.push(node.hash);
            }
        }
    }

    pub(super) fn path(&self, index: u64, size: u64) -> Result<Vec<Digest>, Error> {
        inclusion_proof(index, size, |level, index| {
            let row = self.0.get(usize::from(level)).and_then(|row| row.get(usize::try_from(index).ok()?));
            row.copied().ok_or(Error::Ledger("a subtree is missing"))
        })
    }
}

/// What a proof shows.
#[derive(Debug, PartialEq, Eq)]
pub struct Proven {
    /// In which organisation.
    pub organisation: OrganisationId,
    /// Place in the log.
    pub entry: u64,
    /// What stands there.
    pub record: Record,
    /// Entries of the log that was signed.
    pub size: u64,
}

/// Checks a proof against the log's key.
///
/// # Errors
/// [`Error::Malformed`]; [`Error::Signature`] or [`Error::Ledger`] where it does not stand in this log;
/// [`Error::Decrypt`] where the record does not open.
pub fn verify(text: &str, log: &NoteKey) -> Result<Proven, Error> {
    let proof = Proof::parse(text)?;
    let (organisation, rest) = proof.extra.split_at_checked(ORGANISATION).ok_or(Error::Malformed)?;
    let (step, body) = rest.split_at_checked(Step::SIZE).ok_or(Error::Malformed)?;
    let (organisation, step, body) =
        (OrganisationId::try_from(organisation)?, Step::parse(step)?, Body::try_from(body)?);
    let entry = Entry { tag: step.tag(), body: body.digest() };
    let checkpoint = proof.verify(&entry, log)?;
    let record = step.open(organisation, &entry, &body)?;
    Ok(Proven { organisation, entry: proof.index, record, size: checkpoint.head.size })
}
