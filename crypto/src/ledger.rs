//! The access log: who opened what, on which day, for what purpose, in a form that cannot be changed unnoticed and
//! that tells a bystander nothing.
//!
//! Only the algorithm lives here: the Merkle tree ([`Frontier`], proofs), the public [`Entry`] and its sealed
//! [`Body`], the [`Ratchet`] by which a reporter finds the accesses to her own report, the [`EpochSecret`] by which
//! an auditor reads them all, signed checkpoints ([`LogKey`], [`SignedNote`]). Storing and publishing is the server's.
#![doc = include_str!("ledger/README.md")]

mod act;
mod checkpoint;
mod entry;
mod epoch;
mod note;
mod ratchet;
mod reconciliation;
mod record;
mod release;
mod root;
mod tree;

pub use act::{Act, ActorRole, Purpose};
pub use checkpoint::{Checkpoint, LogKey, Standing, cosign, cosignature_time, origin};
pub use entry::{Body, Entry};
pub use epoch::{EPOCH_UNIT, Encapsulations, EpochSecret, ObjectKey, pads_needed};
pub use note::{NoteKey, NoteSignature, SignatureKind, SignedNote};
pub use ratchet::{Ratchet, Step};
pub use reconciliation::Reconciliation;
pub use record::Record;
pub use release::Release;
pub use root::{EpochRoot, published_digest};
pub use tree::{
    Frontier, Head, MOST_ENTRIES, Node, consistency_proof, head_of, inclusion_proof, leaf_hash, node_hash, root_at,
    verify_consistency, verify_inclusion,
};

#[cfg(test)]
mod tests;
