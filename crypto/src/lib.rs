//! [ledger]: ledger
//! [strip]: strip
#![doc = include_str!("../README.md")]
#![cfg_attr(not(any(test, feature = "openapi", feature = "vectors")), no_std)]

extern crate alloc;

pub mod access;
pub mod case;
mod closed;
mod code;
mod codec;
mod error;
pub mod gate;
mod id;
pub mod json;
mod keys;
mod label;
pub mod ledger;
mod padding;
mod primitives;
pub mod ring;
pub mod roster;
pub mod shelf;
mod sorted;
#[cfg(feature = "staff")]
pub mod staff;
#[cfg(feature = "strip")]
pub mod strip;
pub mod thread;
pub mod token;
pub mod triage;
#[cfg(feature = "staff")]
pub mod vault;
pub mod wire;
pub mod words;
pub mod work;

pub use error::Error;
pub use id::{Day, Digest, ObjectId, OrganisationId, PersonId, Tag, ThreadId};
pub use keys::{SealPublicKey, SealSecretKey, Secret, Signature, SigningKey, VerifyingKey};
pub use primitives::FileHash;
pub use sorted::Sorted;
pub use thread::shuffle;

#[cfg(any(test, feature = "vectors"))]
#[cfg_attr(not(test), allow(dead_code, reason = "tests use more of the samples than the vectors do"))]
#[expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "tests, and what is computed to be compared with files"
)]
mod tests;

/// The files of `tests/vectors/` that are wanted, by name, computed here and now: for whoever runs this crate elsewhere.
#[cfg(feature = "vectors")]
pub fn vectors(wanted: impl Fn(&str) -> bool) -> Vec<(&'static str, String)> {
    tests::vectors::texts(wanted)
}
