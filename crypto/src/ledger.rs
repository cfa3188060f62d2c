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
mod hashes;
mod note;
mod part;
mod policy;
mod proof;
mod ratchet;
mod reconciliation;
mod record;
mod release;
mod root;
mod tree;
mod witness;

pub use act::{Act, ActorRole, Purpose};
pub use checkpoint::{Checkpoint, LogKey, Standing, cosign, cosignature_time, origin};
pub use entry::{Body, Entry};
pub use epoch::{EPOCH_UNIT, Encapsulations, EpochSecret, ObjectKey, pads_needed};
pub use note::{NoteKey, NoteSignature, SignatureKind, SignedNote};
pub use part::{Part, TILE, TILE_HEIGHT, VOLUME, read_bodies, read_volume, row_length, write_bundle};
pub use policy::{Judged, Policy};
pub use proof::Proof;
pub use ratchet::{Ratchet, Step, decoy_seed};
pub use reconciliation::Reconciliation;
pub use record::Record;
pub use release::Release;
pub use root::{EpochRoot, published_digest, read_published, write_published};
pub use tree::{
    Frontier, Head, MOST_ENTRIES, Node, consistency_proof, head_of, inclusion_proof, leaf_hash, node_hash, root_at,
    verify_consistency, verify_inclusion,
};
pub use witness::{AddCheckpoint, Refusal, Witness};

#[cfg(test)]
mod tests;
