//! What a person signs with her roster key before sealed bytes are handed to her: so the server cannot write one
//! person's name over another's act, and she cannot deny her own.

use super::act::Purpose;
use crate::error::Error;
use crate::id::{Day, OrganisationId, Tag};
use crate::keys::{Signature, SigningKey, VerifyingKey};
use crate::label::Label;

/// One access to one thread, or one sitting with the cards.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Release {
    /// Tag of the entry to come, from the thread's [`super::Ratchet`]; [`Tag::NONE`] for an act without a thread,
    /// whose tag depends on a place in the log that is not known yet.
    pub tag: Tag,
    /// Counter of the ratchet, so that a signature serves once; 0 without a thread.
    pub counter: u32,
    /// What for.
    pub purpose: Purpose,
    /// The day.
    pub day: Day,
}

impl Release {
    /// Signs it.
    #[must_use]
    pub fn sign(&self, organisation: OrganisationId, key: &SigningKey) -> Signature {
        let (counter, purpose, day) = self.numbers();
        key.sign(Label::RELEASE, organisation, &[&self.tag.0, &counter, &purpose, &day])
    }

    /// Checks a signature.
    ///
    /// # Errors
    /// [`Error::Signature`].
    pub fn verify(&self, organisation: OrganisationId, key: &VerifyingKey, signature: &Signature) -> Result<(), Error> {
        let (counter, purpose, day) = self.numbers();
        key.verify(Label::RELEASE, organisation, &[&self.tag.0, &counter, &purpose, &day], signature)
    }

    const fn numbers(&self) -> ([u8; 4], [u8; 1], [u8; 4]) {
        (self.counter.to_be_bytes(), [self.purpose.code()], self.day.0.to_be_bytes())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::id::{ObjectId, PersonId};
    use crate::keys::Secret;
    use crate::ledger::{Act, ActorRole, Record};

    const ORGANISATION: OrganisationId = OrganisationId([7; 16]);

    #[test]
    fn the_auditor_checks_a_release_from_its_record_alone() {
        let key = SigningKey::from_seed(Secret::new([1; 32]));
        let release = Release { tag: Tag([2; 16]), counter: 3, purpose: Purpose::FollowUp, day: Day(20_000) };
        let record = Record {
            actor: PersonId([4; 16]),
            role: ActorRole::Coach,
            purpose: release.purpose,
            counter: release.counter,
            object: ObjectId([5; 16]),
            signature: release.sign(ORGANISATION, &key),
            ..Record::of_program(Act::BodyRelease, release.day)
        };
        let verify = |record: &Record, tag| record.verify_release(ORGANISATION, tag, &key.verifying_key());
        assert_eq!(verify(&record, release.tag), Ok(()));
        assert_eq!(verify(&record, Tag([3; 16])), Err(Error::Signature));
        for changed in [
            Record { counter: 4, ..record },
            Record { purpose: Purpose::LegalDuty, ..record },
            Record { day: Day(20_001), ..record },
            Record { object: ObjectId::NONE, ..record },
            Record { signature: Signature::NONE, ..record },
        ] {
            assert_eq!(verify(&changed, release.tag), Err(Error::Signature));
        }
        let other = SigningKey::from_seed(Secret::new([2; 32]));
        assert!(record.verify_release(ORGANISATION, release.tag, &other.verifying_key()).is_err());
        assert!(record.verify_release(OrganisationId::NONE, release.tag, &key.verifying_key()).is_err());
    }

    #[test]
    fn a_sitting_with_the_cards_is_signed_without_a_tag() {
        let key = SigningKey::from_seed(Secret::new([1; 32]));
        let release = Release { tag: Tag::NONE, counter: 0, purpose: Purpose::Cards, day: Day(20_000) };
        let record = Record {
            purpose: Purpose::Cards,
            signature: release.sign(ORGANISATION, &key),
            ..Record::of_program(Act::CardsListed, release.day)
        };
        assert_eq!(record.verify_release(ORGANISATION, Tag([9; 16]), &key.verifying_key()), Ok(()));
    }
}
