//! Sealing under the release key ring: what the server keeps of a thread so that it can release it (share, ledger
//! ratchet, pending tag) stands in the database only under a key that is not in the database.
//!
//! Sealed: random nonce (24) ‖ XChaCha20-Poly1305; associated data: label, organisation, thread id, key id.

use crate::error::Error;
use crate::id::{OrganisationId, ThreadId};
use crate::keys::Secret;
use crate::label::Label;
use crate::primitives;
use alloc::vec::Vec;
use rand_core::CryptoRng;

/// Seals a thread's secrets under the key of this id.
#[must_use]
pub fn seal(
    key: &Secret<32>,
    id: u64,
    organisation: OrganisationId,
    thread: ThreadId,
    secrets: &[u8],
    rng: &mut impl CryptoRng,
) -> Vec<u8> {
    primitives::seal_many(key, &data(id, organisation, thread), secrets, rng)
}

/// Opens what [`seal`] made.
///
/// # Errors
/// [`Error::Decrypt`], whatever differs.
pub fn open(
    key: &Secret<32>,
    id: u64,
    organisation: OrganisationId,
    thread: ThreadId,
    sealed: &[u8],
) -> Result<Vec<u8>, Error> {
    primitives::open_many(key, &data(id, organisation, thread), sealed).map(|mut opened| core::mem::take(&mut *opened))
}

fn data(id: u64, organisation: OrganisationId, thread: ThreadId) -> Vec<u8> {
    Label::RING.transcript(organisation, &[thread.as_ref(), &id.to_be_bytes()])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_sealed_opens_only_with_the_same_key_id_organisation_and_thread() {
        let mut rng = primitives::seeded(&Secret::new([1; 32]));
        let (key, other) = (Secret::make(&mut rng), Secret::make(&mut rng));
        let (organisation, thread) = (OrganisationId([2; 16]), ThreadId([3; 32]));
        let sealed = seal(&key, 7, organisation, thread, b"share", &mut rng);
        assert_eq!(open(&key, 7, organisation, thread, &sealed).unwrap(), b"share");
        assert_eq!(open(&other, 7, organisation, thread, &sealed), Err(Error::Decrypt));
        assert_eq!(open(&key, 8, organisation, thread, &sealed), Err(Error::Decrypt));
        assert_eq!(open(&key, 7, OrganisationId([4; 16]), thread, &sealed), Err(Error::Decrypt));
        assert_eq!(open(&key, 7, organisation, ThreadId([4; 32]), &sealed), Err(Error::Decrypt));
        for place in 0..sealed.len() {
            let mut changed = sealed.clone();
            changed[place] ^= 1;
            assert_eq!(open(&key, 7, organisation, thread, &changed), Err(Error::Decrypt));
        }
        assert_eq!(open(&key, 7, organisation, thread, &sealed[..20]), Err(Error::Decrypt));
    }
}
