//! One sealed record of a case file.

use super::{Card, CaseContentKey, VERSION};
use crate::codec::{Reader, Writer};
use crate::error::Error;
use crate::id::PersonId;
use crate::keys::{Signature, SigningKey, VerifyingKey};
use crate::label::Label;
use crate::padding;
use crate::primitives::{self, NONCE_SIZE, TAG_SIZE};
use alloc::vec::Vec;
use rand_core::CryptoRng;
use zeroize::Zeroizing;

const CLEAR_SIZE: usize = 1 + 1 + 16 + 4 + 1;

/// What a record is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RecordKind {
    /// The one card of the case; its sequence is its version.
    Card,
    /// A note among coaches; its sequence counts per author.
    Note,
    /// An author's unsent reply; its sequence is its version.
    Draft,
}

/// What a record's bytes show without a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RecordName {
    /// What it is.
    pub kind: RecordKind,
    /// Who wrote it.
    pub author: PersonId,
    /// Version of a card or draft, number of a note: from 0.
    pub sequence: u32,
    bucket: u8,
}

/// A record in clear.
#[derive(Clone, PartialEq, Eq)]
pub struct Record {
    /// What it is.
    pub kind: RecordKind,
    /// Who wrote it.
    pub author: PersonId,
    /// Version of a card or draft, number of a note: from 0.
    pub sequence: u32,
    /// A [`super::Card`]'s bytes, or UTF-8.
    pub payload: Zeroizing<Vec<u8>>,
}

impl RecordKind {
    /// The byte that stands for it.
    #[must_use]
    pub const fn code(self) -> u8 {
        match self {
            Self::Card => 1,
            Self::Note => 2,
            Self::Draft => 3,
        }
    }

    fn from_code(code: u8) -> Result<Self, Error> {
        [Self::Card, Self::Note, Self::Draft].into_iter().find(|kind| kind.code() == code).ok_or(Error::Version)
    }

    const fn buckets(self) -> &'static [usize] {
        match self {
            Self::Card => &padding::CARD,
            Self::Note | Self::Draft => &padding::MESSAGE,
        }
    }
}

impl RecordName {
    /// Bytes of the largest sealed record.
    pub const LARGEST: usize = CLEAR_SIZE + NONCE_SIZE + 65_536 + TAG_SIZE;

    /// Reads what can be seen without a key.
    ///
    /// # Errors
    /// [`Error::Version`] or [`Error::Malformed`].
    pub fn parse(sealed: &[u8]) -> Result<Self, Error> {
        let mut reader = Reader::of_version(sealed, VERSION)?;
        let kind = RecordKind::from_code(reader.u8()?)?;
        let name = Self { kind, author: PersonId(reader.array()?), sequence: reader.u32()?, bucket: reader.u8()? };
        let size = padding::size(name.bucket, kind.buckets())?;
        if reader.rest().len() == NONCE_SIZE + size + TAG_SIZE { Ok(name) } else { Err(Error::Malformed) }
    }

    fn to_bytes(self) -> Vec<u8> {
        let mut writer = Writer::with_capacity(CLEAR_SIZE);
        writer.u8(VERSION).u8(self.kind.code()).bytes(&self.author.0).u32(self.sequence).u8(self.bucket).finish()
    }
}

impl Record {
    /// Seals and signs.
    ///
    /// # Errors
    /// [`Error::TooLong`] with the number of bytes too many; [`Error::Malformed`] or [`Error::Version`] for a payload that
    /// nobody could read later.
    pub fn seal(&self, key: &CaseContentKey, author: &SigningKey, rng: &mut impl CryptoRng) -> Result<Vec<u8>, Error> {
        self.check_payload()?;
        let buckets = self.kind.buckets();
        let bucket = padding::bucket(self.payload.len().saturating_add(Signature::SIZE), buckets)?;
        let name = RecordName { kind: self.kind, author: self.author, sequence: self.sequence, bucket };
        let bound = [name.to_bytes().as_slice(), &key.thread.0].concat();
        let signature = author.sign(Label::CASE_SIGNATURE, key.organisation, &[&bound, &self.payload]);
        let payload = Zeroizing::new([signature.0.as_slice(), &self.payload].concat());
        let padded = padding::pad(&payload, padding::size(bucket, buckets)?);
        let data = Label::CASE_RECORD.transcript(key.organisation, &[&bound]);
        Ok([name.to_bytes(), primitives::seal_many(&key.key, &data, &padded, rng)].concat())
    }

    /// Opens a record and checks who wrote it.
    ///
    /// # Errors
    /// [`Error::Version`], [`Error::Malformed`], [`Error::Decrypt`], [`Error::Signature`].
    pub fn open(
        key: &CaseContentKey,
        sealed: &[u8],
        author_key: impl FnOnce(PersonId) -> Option<VerifyingKey>,
    ) -> Result<Self, Error> {
        let name = RecordName::parse(sealed)?;
        let bound = [name.to_bytes().as_slice(), &key.thread.0].concat();
        let data = Label::CASE_RECORD.transcript(key.organisation, &[&bound]);
        let (_, sealed) = sealed.split_at_checked(CLEAR_SIZE).ok_or(Error::Malformed)?;
        let padded = primitives::open_many(&key.key, &data, sealed)?;
        let (signature, payload) = padding::unpad(&padded)?.split_at_checked(Signature::SIZE).ok_or(Error::Decrypt)?;
        let author = author_key(name.author).ok_or(Error::Signature)?;
        author.verify(Label::CASE_SIGNATURE, key.organisation, &[&bound, payload], &signature.try_into()?)?;
        let RecordName { kind, author, sequence, .. } = name;
        let record = Self { kind, author, sequence, payload: Zeroizing::new(payload.to_vec()) };
        record.check_payload().map(|()| record)
    }

    fn check_payload(&self) -> Result<(), Error> {
        match self.kind {
            RecordKind::Card => Card::parse(&self.payload).map(|_| ()),
            RecordKind::Note | RecordKind::Draft => {
                core::str::from_utf8(&self.payload).map(|_| ()).map_err(|_| Error::Malformed)
            }
        }
    }
}
