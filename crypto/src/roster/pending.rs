//! A person who accepted an invitation and waits for the guardians' signatures.

use super::{KeyUse, Person, Role};
use crate::codec::{Reader, Writer};
use crate::error::Error;
use crate::id::{Day, Digest, OrganisationId, PersonId};
use crate::keys::{SealPublicKey, Signature, SigningKey, VerifyingKey};
use crate::label::Label;
use crate::primitives;
use alloc::string::String;
use alloc::vec::Vec;

const VERSION: u8 = 1;

/// Her public record, signed by herself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pending {
    /// Chosen by her device.
    pub id: PersonId,
    /// As she wrote it.
    pub name: String,
    /// As the invitation said.
    pub role: Role,
    /// The key she signs with.
    pub sign: VerifyingKey,
    /// The key text is sealed to.
    pub seal: SealPublicKey,
    signature: Signature,
}

impl Pending {
    /// Makes and signs the record.
    #[must_use]
    pub fn make(
        organisation: OrganisationId,
        id: PersonId,
        name: &str,
        role: Role,
        key: &SigningKey,
        seal: SealPublicKey,
    ) -> Self {
        let sign = key.verifying_key();
        let mut pending = Self { id, name: name.into(), role, sign, seal, signature: Signature([0; 64]) };
        pending.signature = key.sign(Label::PENDING, organisation, &[&pending.signed_part()]);
        pending
    }

    fn signed_part(&self) -> Vec<u8> {
        public_part(self.id, &self.name, self.role, &self.sign, &self.seal)
    }

    /// The encoding.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        [self.signed_part(), self.signature.0.to_vec()].concat()
    }

    /// Reads a record and checks that its maker holds the key it names.
    ///
    /// # Errors
    /// [`Error::Malformed`], [`Error::Version`] or [`Error::Signature`].
    pub fn parse(organisation: OrganisationId, bytes: &[u8]) -> Result<Self, Error> {
        let mut reader = Reader::of_version(bytes, VERSION)?;
        let pending = Self {
            id: PersonId(reader.array()?),
            name: reader.text(200)?,
            role: Role::from_code(reader.u8()?).ok_or(Error::Version)?,
            sign: VerifyingKey(reader.array()?),
            seal: reader.take(SealPublicKey::SIZE)?.try_into()?,
            signature: Signature(reader.array()?),
        };
        reader.finish()?;
        pending.sign.verify(Label::PENDING, organisation, &[&pending.signed_part()], &pending.signature)?;
        Ok(pending)
    }

    /// What both sides read aloud before a guardian signs: first 80 bits as words (`crate::words`).
    #[must_use]
    pub fn digest(&self, organisation: OrganisationId) -> Digest {
        primitives::digest(Label::PERSON_WORDS, organisation, &[&self.signed_part()])
    }

    /// How a roster names her from `day` on. Coaches and auditors become guardians only by a guardian's choice.
    #[must_use]
    pub fn to_person(&self, guardian: bool, day: Day) -> Person {
        Person {
            id: self.id,
            name: self.name.clone(),
            role: self.role,
            guardian,
            deputy: false,
            keys: [(KeyUse::Sign, self.sign.0), (KeyUse::Seal, self.seal.digest().0)].into(),
            from: day,
            until: None,
        }
    }
}

impl Person {
    /// The [`Pending::digest`] of the record she came with, as long as her keys are the ones in it; `None` when the
    /// seal key is not the one the roster names.
    #[must_use]
    pub fn digest(&self, organisation: OrganisationId, seal: &SealPublicKey) -> Option<Digest> {
        let sign = self.verifying_key()?;
        let named = self.key(KeyUse::Seal)? == seal.digest().0;
        let part = public_part(self.id, &self.name, self.role, &sign, seal);
        named.then(|| primitives::digest(Label::PERSON_WORDS, organisation, &[&part]))
    }
}

fn public_part(id: PersonId, name: &str, role: Role, sign: &VerifyingKey, seal: &SealPublicKey) -> Vec<u8> {
    let mut writer = Writer::default();
    writer.u8(VERSION).bytes(&id.0).prefixed(name.as_bytes()).u8(role.code());
    writer.bytes(&sign.0).bytes(seal.as_bytes()).finish()
}
