//! Giving a thread to a successor: its keys, wrapped and signed.

use super::ThreadKey;
use crate::codec::{Reader, Writer};
use crate::error::Error;
use crate::id::{OrganisationId, PersonId, ThreadId};
use crate::keys::{SealPublicKey, SealSecretKey, Secret, Signature, SigningKey, VerifyingKey};
use crate::label::Label;
use crate::primitives::{self, ENCAPSULATION_SIZE, TAG_SIZE};
use alloc::boxed::Box;
use alloc::vec::Vec;
use rand_core::CryptoRng;

const VERSION: u8 = 1;
const SEALED_SIZE: usize = ENCAPSULATION_SIZE + 64 + TAG_SIZE;

/// `thread_key ‖ case_key`, sealed by one member of staff to another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wrap {
    /// The organisation.
    pub organisation: OrganisationId,
    /// The thread.
    pub thread: ThreadId,
    /// Who gives.
    pub from: PersonId,
    /// Who receives.
    pub to: PersonId,
    sealed: Box<[u8]>,
    signature: Signature,
}

impl Wrap {
    /// Length in bytes.
    pub const SIZE: usize = 1 + 16 + 32 + 16 + 16 + SEALED_SIZE + Signature::SIZE;

    /// Wraps both keys of a thread.
    ///
    /// # Errors
    /// [`Error::Excluded`] when the reporter excluded the receiver: no key is ever wrapped to her.
    pub fn make(
        key: &ThreadKey,
        case_key: &Secret<32>,
        giver: (PersonId, &SigningKey),
        receiver: (PersonId, &SealPublicKey),
        excluded: &[PersonId],
        rng: &mut impl CryptoRng,
    ) -> Result<Self, Error> {
        if excluded.contains(&receiver.0) {
            return Err(Error::Excluded);
        }
        let (organisation, thread) = (key.organisation(), key.thread());
        let keys = Secret::<64>::try_from([key.secret().expose().as_slice(), case_key.expose()].concat().as_slice())?;
        let info = Label::WRAP.transcript(organisation, &[]);
        let data = parties(thread, giver.0, receiver.0);
        let sealed = primitives::hpke_seal(receiver.1, &info, &data, keys.expose(), rng)?.into();
        let (from, to) = (giver.0, receiver.0);
        let mut wrap = Self { organisation, thread, from, to, sealed, signature: Signature([0; 64]) };
        wrap.signature = giver.1.sign(Label::WRAP_SIGNATURE, organisation, &[&wrap.signed_part()]);
        Ok(wrap)
    }

    fn signed_part(&self) -> Vec<u8> {
        let mut writer = Writer::with_capacity(Self::SIZE);
        writer.u8(VERSION).bytes(&self.organisation.0).bytes(&self.thread.0);
        writer.bytes(&self.from.0).bytes(&self.to.0).bytes(&self.sealed).finish()
    }

    /// The encoding, [`Self::SIZE`] bytes.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        [self.signed_part(), self.signature.0.to_vec()].concat()
    }

    /// Reads a wrap; [`Self::open`] checks it.
    ///
    /// # Errors
    /// [`Error::Malformed`] or [`Error::Version`].
    pub fn parse(bytes: &[u8]) -> Result<Self, Error> {
        let mut reader = Reader::of_version(bytes, VERSION)?;
        let wrap = Self {
            organisation: OrganisationId(reader.array()?),
            thread: ThreadId(reader.array()?),
            from: PersonId(reader.array()?),
            to: PersonId(reader.array()?),
            sealed: reader.take(SEALED_SIZE)?.into(),
            signature: Signature(reader.array()?),
        };
        reader.finish()?;
        Ok(wrap)
    }

    /// Checks the giver's signature and opens: the thread key and the case key.
    ///
    /// # Errors
    /// [`Error::Signature`] or [`Error::Decrypt`].
    pub fn open(&self, giver: &VerifyingKey, key: &SealSecretKey) -> Result<(ThreadKey, Secret<32>), Error> {
        giver.verify(Label::WRAP_SIGNATURE, self.organisation, &[&self.signed_part()], &self.signature)?;
        let info = Label::WRAP.transcript(self.organisation, &[]);
        let opened = primitives::hpke_open(key, &info, &parties(self.thread, self.from, self.to), &self.sealed)?;
        let (thread_key, case_key) = opened.split_at_checked(32).ok_or(Error::Decrypt)?;
        let thread_key = ThreadKey::new(self.organisation, self.thread, Secret::try_from(thread_key)?);
        Ok((thread_key, Secret::try_from(case_key)?))
    }
}

fn parties(thread: ThreadId, from: PersonId, to: PersonId) -> Vec<u8> {
    [&[VERSION], thread.0.as_slice(), &from.0, &to.0].concat()
}
