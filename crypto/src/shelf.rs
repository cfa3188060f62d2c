//! Parts of files that lie on a shelf outside the database: each sealed once more, under a secret of its own that stands
//! in its row and nowhere else. With the row goes what opens the object, whatever the shelf, its versions and its copies
//! keep.
//!
//! Object: ChaCha20-Poly1305 over the padded part, so every object has the same length. Its name is a keyed hash of the
//! part: it tells nothing, and who holds the secret can tell whether it is of the same bytes.

use crate::error::Error;
use crate::id::{Digest, OrganisationId};
use crate::keys::Secret;
use crate::label::Label;
use crate::thread::PART_SIZE;
use crate::{padding, primitives};
use alloc::vec::Vec;

/// Bytes of every object: length, part, zeros, tag.
pub const OBJECT_SIZE: usize = 4 + PART_SIZE + primitives::TAG_SIZE;

/// The name of a part's object.
#[must_use]
pub fn derive_name(secret: &Secret<32>, part: &[u8]) -> Digest {
    let name: Secret<32> = primitives::expand(secret, Label::SHELF_NAME, OrganisationId::NONE, &[part]);
    Digest(*name.expose())
}

/// The object of a part, the only one that is ever sealed under this secret.
#[must_use]
pub fn seal(secret: &Secret<32>, part: &[u8]) -> Vec<u8> {
    let padded = padding::pad(part, OBJECT_SIZE - primitives::TAG_SIZE);
    primitives::seal_once(&key(secret), &[], &padded)
}

/// The part of an object.
///
/// # Errors
/// [`Error::Decrypt`] for another object, and for one that was changed.
pub fn open(secret: &Secret<32>, object: &[u8]) -> Result<Vec<u8>, Error> {
    let padded = primitives::open_once(&key(secret), &[], object)?;
    padding::unpad(&padded).map(<[u8]>::to_vec)
}

fn key(secret: &Secret<32>) -> Secret<32> {
    primitives::expand(secret, Label::SHELF_KEY, OrganisationId::NONE, &[])
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(24))]

        #[test]
        fn parts_of_every_length_come_back_out_of_objects_of_one_length(
            length in prop_oneof![Just(1), Just(PART_SIZE), 1..PART_SIZE],
            seed in any::<[u8; 32]>(),
        ) {
            let (secret, part) = (Secret::new(seed), vec![seed[0]; length]);
            let object = seal(&secret, &part);
            prop_assert_eq!(object.len(), OBJECT_SIZE);
            prop_assert_eq!(open(&secret, &object).unwrap(), part);
        }
    }

    #[test]
    fn an_object_opens_under_its_own_secret_and_unchanged_or_not_at_all() {
        let (secret, other) = (Secret::new([1; 32]), Secret::new([2; 32]));
        let object = seal(&secret, b"part");
        assert_eq!(open(&other, &object), Err(Error::Decrypt));
        for place in [0, 5, OBJECT_SIZE / 2, OBJECT_SIZE - 1] {
            let mut changed = object.clone();
            changed[place] ^= 1;
            assert_eq!(open(&secret, &changed), Err(Error::Decrypt), "{place}");
        }
        assert_eq!(open(&secret, &object[..OBJECT_SIZE - 1]), Err(Error::Decrypt));
        assert_eq!(open(&secret, &[]), Err(Error::Decrypt));
    }

    #[test]
    fn a_name_is_of_one_part_under_one_secret() {
        let (secret, other) = (Secret::new([1; 32]), Secret::new([2; 32]));
        assert_eq!(derive_name(&secret, b"part"), derive_name(&secret, b"part"));
        assert_ne!(derive_name(&secret, b"part"), derive_name(&other, b"part"));
        assert_ne!(derive_name(&secret, b"part"), derive_name(&secret, b"parts"));
    }
}
