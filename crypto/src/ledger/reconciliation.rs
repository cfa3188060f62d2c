//! What guardians sign so that a log that contradicts its pin is read again: which state was kept outside, and which one
//! goes on. Both are named, so that nobody can show the signature for another pair of them.

use super::tree::Head;
use crate::error::Error;
use crate::id::{Digest, OrganisationId};
use crate::keys::{Signature, SigningKey, VerifyingKey};
use crate::label::Label;
use crate::primitives;

/// Two heads of one log of which the second does not continue the first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reconciliation {
    /// What the pin says.
    pub kept: Head,
    /// What the database says, and what goes on.
    pub head: Head,
}

impl Reconciliation {
    /// Signs it.
    #[must_use]
    pub fn sign(&self, organisation: OrganisationId, key: &SigningKey) -> Signature {
        self.with(|fields| key.sign(Label::RECONCILIATION, organisation, fields))
    }

    /// Checks a signature.
    ///
    /// # Errors
    /// [`Error::Signature`].
    pub fn verify(&self, organisation: OrganisationId, key: &VerifyingKey, signature: &Signature) -> Result<(), Error> {
        self.with(|fields| key.verify(Label::RECONCILIATION, organisation, fields, signature))
    }

    /// What the entry `ledger.reconciled` refers to.
    #[must_use]
    pub fn digest(&self) -> Digest {
        self.with(|fields| primitives::digest(Label::RECONCILED_HEADS, OrganisationId::NONE, fields))
    }

    fn with<T>(&self, run: impl FnOnce(&[&[u8]]) -> T) -> T {
        let (kept, head) = (self.kept.size.to_be_bytes(), self.head.size.to_be_bytes());
        run(&[&kept, &self.kept.root.0, &head, &self.head.root.0])
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::keys::Secret;
    use proptest::prelude::*;

    const ORGANISATION: OrganisationId = OrganisationId([7; 16]);

    fn key(seed: u8) -> SigningKey {
        SigningKey::from_seed(Secret::new([seed; 32]))
    }

    proptest! {
        #[test]
        fn a_signature_holds_for_this_pair_in_this_order_and_nothing_else(
            sizes: (u64, u64), roots: ([u8; 32], [u8; 32]), place in 0..80_usize, bit in 0..8_u8, seed: u8,
        ) {
            let kept = Head { size: sizes.0, root: Digest(roots.0) };
            let head = Head { size: sizes.1, root: Digest(roots.1) };
            let made = Reconciliation { kept, head };
            let (signature, public) = (made.sign(ORGANISATION, &key(seed)), key(seed).verifying_key());
            prop_assert_eq!(made.verify(ORGANISATION, &public, &signature), Ok(()));
            prop_assert!(made.verify(OrganisationId::NONE, &public, &signature).is_err());
            prop_assert!(made.verify(ORGANISATION, &key(seed ^ 1).verifying_key(), &signature).is_err());
            prop_assume!(kept != head);
            let turned = Reconciliation { kept: head, head: kept };
            prop_assert!(turned.verify(ORGANISATION, &public, &signature).is_err());
            prop_assert_ne!(turned.digest(), made.digest());

            let mut bytes = [&sizes.0.to_be_bytes()[..], &roots.0, &sizes.1.to_be_bytes(), &roots.1].concat();
            bytes[place] ^= 1 << bit;
            let head_at = |at: usize| Head {
                size: u64::from_be_bytes(bytes[at..at + 8].try_into().unwrap()),
                root: Digest(bytes[at + 8..at + 40].try_into().unwrap()),
            };
            let changed = Reconciliation { kept: head_at(0), head: head_at(40) };
            prop_assert!(changed.verify(ORGANISATION, &public, &signature).is_err());
            prop_assert_ne!(changed.digest(), made.digest());
        }
    }
}
