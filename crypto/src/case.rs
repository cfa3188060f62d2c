//! The case file: what coaches keep about a thread for themselves. Its keys are other keys than the thread's, so that
//! no bug can deliver a note to a reporter: a reply token derives nothing here.

mod card;
mod record;

pub use card::Card;
pub use record::{Record, RecordKind, RecordName};

use crate::codec::{Reader, Writer};
use crate::error::Error;
use crate::id::{OrganisationId, PersonId, ThreadId};
use crate::keys::{SealPublicKey, SealSecretKey, Secret, Signature, SigningKey, VerifyingKey};
use crate::label::Label;
use crate::primitives;
use crate::thread::{STANZA_SIZE, STANZAS, ThreadKey, open_stanza, seal_stanzas};
use alloc::boxed::Box;
use alloc::vec::Vec;
use rand_core::CryptoRng;

const VERSION: u8 = 1;

/// The secret that the readers of one case file share, made by whoever opens the thread first.
#[derive(Clone)]
pub struct CaseKey {
    organisation: OrganisationId,
    thread: ThreadId,
    key: Secret<32>,
}

/// What opens the records: needs the case key and the share the server keeps sealed.
#[derive(Clone)]
pub struct CaseContentKey {
    organisation: OrganisationId,
    thread: ThreadId,
    key: Secret<32>,
}

/// The case key in four stanzas, like the thread key, signed by its maker.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CaseHeader {
    /// The organisation.
    pub organisation: OrganisationId,
    /// The thread.
    pub thread: ThreadId,
    /// Who made it.
    pub maker: PersonId,
    stanzas: Box<[u8]>,
    signature: Signature,
}

impl CaseKey {
    /// The case key of `thread`, as it came out of a stanza, a wrap or a key row.
    #[must_use]
    pub const fn new(organisation: OrganisationId, thread: ThreadId, key: Secret<32>) -> Self {
        Self { organisation, thread, key }
    }

    /// The key itself, for wrapping.
    #[must_use]
    pub const fn secret(&self) -> &Secret<32> {
        &self.key
    }

    /// The key of the records, once the server has handed out its share.
    #[must_use]
    pub fn content_key(&self, case_share: &Secret<32>) -> CaseContentKey {
        let mut material = [0; 64];
        let both = self.key.expose().iter().chain(case_share.expose());
        material.iter_mut().zip(both).for_each(|(to, from)| *to = *from);
        let material = Secret::new(material);
        let root = primitives::extract(Label::CASE, material.expose());
        let key = primitives::expand(&root, Label::CASE_KEY, self.organisation, &[&self.thread.0]);
        CaseContentKey { organisation: self.organisation, thread: self.thread, key }
    }
}

impl CaseHeader {
    /// Length in bytes.
    pub const SIZE: usize = 1 + 16 + 32 + 16 + STANZAS * STANZA_SIZE + Signature::SIZE;

    /// Makes a case key and seals it to the thread's recipients.
    ///
    /// # Errors
    /// [`Error::NoRecipient`].
    pub fn make(
        thread_key: &ThreadKey,
        maker: (PersonId, &SigningKey),
        recipients: &[SealPublicKey],
        rng: &mut impl CryptoRng,
    ) -> Result<(Self, CaseKey), Error> {
        let (organisation, thread) = (thread_key.organisation(), thread_key.thread());
        let key = CaseKey::new(organisation, thread, Secret::make(rng));
        let stanzas = seal_stanzas(Label::CASE_STANZA, organisation, thread, &key.key, recipients, rng)?.into();
        let mut header = Self { organisation, thread, maker: maker.0, stanzas, signature: Signature([0; 64]) };
        header.signature = maker.1.sign(Label::CASE_HEADER, organisation, &[&header.signed_part()]);
        Ok((header, key))
    }

    fn signed_part(&self) -> Vec<u8> {
        let mut writer = Writer::with_capacity(Self::SIZE);
        writer.u8(VERSION).bytes(&self.organisation.0).bytes(&self.thread.0).bytes(&self.maker.0);
        writer.bytes(&self.stanzas).finish()
    }

    /// The encoding, [`Self::SIZE`] bytes.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        [self.signed_part(), self.signature.0.to_vec()].concat()
    }

    /// Reads a case header; [`Self::verify`] checks it.
    ///
    /// # Errors
    /// [`Error::Malformed`] or [`Error::Version`].
    pub fn parse(bytes: &[u8]) -> Result<Self, Error> {
        let mut reader = Reader::of_version(bytes, VERSION)?;
        let header = Self {
            organisation: OrganisationId(reader.array()?),
            thread: ThreadId(reader.array()?),
            maker: PersonId(reader.array()?),
            stanzas: reader.take(STANZAS * STANZA_SIZE)?.into(),
            signature: Signature(reader.array()?),
        };
        reader.finish()?;
        Ok(header)
    }

    /// Checks the maker's signature.
    ///
    /// # Errors
    /// [`Error::Signature`].
    pub fn verify(&self, maker: &VerifyingKey) -> Result<(), Error> {
        maker.verify(Label::CASE_HEADER, self.organisation, &[&self.signed_part()], &self.signature)
    }

    /// The case key, for one of the recipients.
    ///
    /// # Errors
    /// [`Error::Decrypt`].
    pub fn open(&self, key: &SealSecretKey) -> Result<CaseKey, Error> {
        open_stanza(Label::CASE_STANZA, self.organisation, self.thread, &self.stanzas, key)
            .map(|key| CaseKey::new(self.organisation, self.thread, key))
    }
}

/// `thread_key ‖ case_key` under a key of the vault: with it a card costs one decryption later.
///
/// # Errors
/// None.
pub fn seal_key_row(rows: &Secret<32>, thread: &ThreadKey, case: &CaseKey, rng: &mut impl CryptoRng) -> Vec<u8> {
    let both = zeroize::Zeroizing::new([thread.secret().expose().as_slice(), case.secret().expose()].concat());
    primitives::seal_many(rows, &key_row_data(thread.organisation(), thread.thread()), &both, rng)
}

/// Opens what [`seal_key_row`] made.
///
/// # Errors
/// [`Error::Decrypt`].
pub fn open_key_row(
    rows: &Secret<32>,
    organisation: OrganisationId,
    thread: ThreadId,
    row: &[u8],
) -> Result<(ThreadKey, CaseKey), Error> {
    let both = primitives::open_many(rows, &key_row_data(organisation, thread), row)?;
    let (thread_key, case_key) = both.split_at_checked(32).ok_or(Error::Decrypt)?;
    let case_key = CaseKey::new(organisation, thread, Secret::try_from(case_key)?);
    Ok((ThreadKey::new(organisation, thread, Secret::try_from(thread_key)?), case_key))
}

fn key_row_data(organisation: OrganisationId, thread: ThreadId) -> Vec<u8> {
    Label::KEY_ROW.transcript(organisation, &[&thread.0])
}

#[cfg(test)]
mod tests;
