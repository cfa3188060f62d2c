//! What an entry says, once opened. No address, session, thread id, time of day, size, language, unit, category.

use super::act::{Act, ActorRole, Purpose};
use super::release::Release;
use crate::codec::{Reader, Writer};
use crate::error::Error;
use crate::id::{Day, Digest, ObjectId, OrganisationId, PersonId, Tag};
use crate::keys::{Signature, VerifyingKey};
use alloc::vec::Vec;

/// Length of the plaintext, padded with zeros, which are checked.
pub(super) const PLAINTEXT_SIZE: usize = 287;

/// One act.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Record {
    /// The day it was done.
    pub day: Day,
    /// What was done.
    pub act: Act,
    /// By whom: a person of the roster; all zero for the reporter and the program.
    pub actor: PersonId,
    /// In which role.
    pub role: ActorRole,
    /// What for.
    pub purpose: Purpose,
    /// Which access to this thread it is, from 1; 0 for its registration and where there is no thread.
    pub counter: u32,
    /// The year's pseudonym of the thread.
    pub object: ObjectId,
    /// What else is meant, see [`Act`]; all zero if nothing.
    pub reference: Digest,
    /// The person's signature over the [`Release`]; [`Signature::NONE`] where no person acts.
    pub signature: Signature,
}

impl Record {
    /// An act of the program itself that concerns no thread.
    #[must_use]
    pub const fn of_program(act: Act, day: Day) -> Self {
        Self {
            day,
            act,
            actor: PersonId::REPORTER,
            role: ActorRole::Unnamed,
            purpose: Purpose::None,
            counter: 0,
            object: ObjectId::NONE,
            reference: Digest::NONE,
            signature: Signature::NONE,
        }
    }

    /// The statement the person must have signed for this record, which stands under `tag`.
    #[must_use]
    pub fn release(&self, tag: Tag) -> Release {
        let tag = if self.object == ObjectId::NONE { Tag::NONE } else { tag };
        Release { tag, counter: self.counter, purpose: self.purpose, day: self.day }
    }

    /// Whether the signature holds, from the record alone and the roster key of [`Self::actor`] on that day.
    ///
    /// # Errors
    /// [`Error::Signature`].
    pub fn verify_release(&self, organisation: OrganisationId, tag: Tag, key: &VerifyingKey) -> Result<(), Error> {
        self.release(tag).verify(organisation, key, &self.signature)
    }

    pub(super) fn to_bytes(self) -> Vec<u8> {
        let mut writer = Writer::with_capacity(PLAINTEXT_SIZE);
        writer
            .u32(self.day.0)
            .u8(self.act.code())
            .bytes(&self.actor.0)
            .u8(self.role.code())
            .u8(self.purpose.code())
            .u32(self.counter)
            .bytes(&self.object.0)
            .bytes(&self.reference.0)
            .bytes(&self.signature.0);
        let mut plaintext = writer.finish();
        plaintext.resize(PLAINTEXT_SIZE, 0);
        plaintext
    }

    /// For the fuzzer, which has no key: whether this is a record, which is then written as it was read.
    #[cfg(feature = "fuzz")]
    #[must_use]
    pub fn reads(plaintext: &[u8]) -> bool {
        let Ok(record) = Self::parse(plaintext) else { return false };
        assert!(record.to_bytes() == plaintext, "a record is read as another");
        true
    }

    pub(super) fn parse(plaintext: &[u8]) -> Result<Self, Error> {
        if plaintext.len() != PLAINTEXT_SIZE {
            return Err(Error::Malformed);
        }
        let mut reader = Reader::new(plaintext);
        let record = Self {
            day: Day(reader.u32()?),
            act: Act::from_code(reader.u8()?).ok_or(Error::Version)?,
            actor: PersonId(reader.array()?),
            role: ActorRole::from_code(reader.u8()?).ok_or(Error::Version)?,
            purpose: Purpose::from_code(reader.u8()?).ok_or(Error::Version)?,
            counter: reader.u32()?,
            object: ObjectId(reader.array()?),
            reference: Digest(reader.array()?),
            signature: Signature(reader.array()?),
        };
        if reader.rest().iter().any(|byte| *byte != 0) {
            return Err(Error::Malformed);
        }
        Ok(record)
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use proptest::prelude::*;

    pub(in crate::ledger) fn any_record() -> impl Strategy<Value = Record> {
        let act = proptest::sample::select(Act::ALL);
        let purpose = proptest::sample::select(Purpose::ALL);
        let role = proptest::sample::select(ActorRole::ALL);
        let fixed = (any::<[u8; 16]>(), any::<[u8; 16]>(), any::<[u8; 32]>(), any::<[u8; 32]>());
        (act, purpose, role, any::<u32>(), 0..50_u32, fixed).prop_map(
            |(act, purpose, role, day, counter, (actor, object, reference, signature))| Record {
                day: Day(day),
                act,
                actor: PersonId(actor),
                role,
                purpose,
                counter,
                object: ObjectId(object),
                reference: Digest(reference),
                signature: Signature([signature, signature].concat().try_into().unwrap()),
            },
        )
    }

    proptest! {
        #[test]
        fn a_record_round_trips(record in any_record()) {
            let plaintext = record.to_bytes();
            prop_assert_eq!(plaintext.len(), PLAINTEXT_SIZE);
            prop_assert_eq!(Record::parse(&plaintext), Ok(record));
        }

        #[test]
        fn anything_in_the_padding_is_refused(record in any_record(), place in 139..PLAINTEXT_SIZE, byte in 1..=255_u8) {
            let mut plaintext = record.to_bytes();
            plaintext[place] = byte;
            prop_assert_eq!(Record::parse(&plaintext), Err(Error::Malformed));
        }
    }

    #[test]
    fn a_wrong_length_or_an_unknown_code_is_refused() {
        let plaintext = Record::of_program(Act::Pad, Day(20_000)).to_bytes();
        assert_eq!(Record::parse(&plaintext[1..]), Err(Error::Malformed));
        assert_eq!(Record::parse(&[plaintext.as_slice(), &[0]].concat()), Err(Error::Malformed));
        for place in [4, 21, 22] {
            let mut changed = plaintext.clone();
            changed[place] = 255;
            assert_eq!(Record::parse(&changed), Err(Error::Version));
        }
    }
}
