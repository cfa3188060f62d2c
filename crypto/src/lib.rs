//! The protocol of Micromoed. See `crypto/README.md` for every format byte by byte.
//!
//! Nothing here reads a clock, a file, a socket or the system's randomness: days and generators are
//! arguments. Everything that opens fails with one error, [`Error::Decrypt`], whatever the cause.

#![cfg_attr(not(test), no_std)]

extern crate alloc;

mod codec;
mod error;
mod id;
mod keys;
mod label;
pub mod ledger;
mod primitives;

pub use error::Error;
pub use id::{Day, Digest, ObjectId, OrganisationId, PersonId, Tag, ThreadId};
pub use keys::{SealPublicKey, SealSecretKey, Secret, Signature, SigningKey, VerifyingKey};
