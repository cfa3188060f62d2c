//! The header of a thread: what the desk's listing serves, and all it needs to know whether a thread is hers.

use super::ThreadKey;
use crate::codec::{Reader, Writer};
use crate::error::Error;
use crate::id::{Digest, OrganisationId, ThreadId};
use crate::keys::{SealPublicKey, SealSecretKey, Secret, Signature, SigningKey, VerifyingKey};
use crate::label::Label;
use crate::primitives::{self, ENCAPSULATION_SIZE, TAG_SIZE};
use alloc::boxed::Box;
use alloc::vec::Vec;
use rand_core::CryptoRng;

/// Every header has this many stanzas, used or not.
pub const STANZAS: usize = 4;
/// Encapsulation, 32 bytes of key, tag.
pub(crate) const STANZA_SIZE: usize = ENCAPSULATION_SIZE + 32 + TAG_SIZE;
const VERSION: u8 = 1;

/// A header whose signature was checked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Header {
    /// The organisation it was made for.
    pub organisation: OrganisationId,
    /// The thread's name: the public half of its mailbox key.
    pub thread: ThreadId,
    /// The key with which recipients prove that they hold the thread key.
    pub reader: VerifyingKey,
    stanzas: Box<[u8]>,
    /// Binds the content key, so that two recipients cannot be shown two texts.
    pub commitment: Digest,
    /// Digest of the share slot.
    pub share_slot: Digest,
    /// Digest of the ledger seed.
    pub ledger_seed: Digest,
    /// Digest of the first message.
    pub first_message: Digest,
    signature: Signature,
}

/// What the server keeps for a thread and hands out through the log only.
#[derive(Clone)]
pub enum ShareSlot {
    /// The share itself (profile *plain*).
    Plain(Secret<32>),
    /// The share sealed to the works council's witness (profile *strict*): 1,168 bytes.
    Witness(Box<[u8]>),
}

/// The parts of a header before it is signed.
pub(crate) struct Parts<'a> {
    pub(crate) key: &'a ThreadKey,
    pub(crate) stanzas: Vec<u8>,
    pub(crate) commitment: Digest,
    pub(crate) share_slot: Digest,
    pub(crate) ledger_seed: Digest,
    pub(crate) first_message: Digest,
}

impl Header {
    /// Length in bytes.
    pub const SIZE: usize = Self::SIGNED_SIZE + Signature::SIZE;
    const SIGNED_SIZE: usize = 1 + 16 + 32 + 32 + STANZAS * STANZA_SIZE + 4 * 32;

    pub(crate) fn sign(parts: Parts<'_>, mailbox: &SigningKey) -> Self {
        let mut header = Self {
            organisation: parts.key.organisation(),
            thread: parts.key.thread(),
            reader: parts.key.reader().verifying_key(),
            stanzas: parts.stanzas.into(),
            commitment: parts.commitment,
            share_slot: parts.share_slot,
            ledger_seed: parts.ledger_seed,
            first_message: parts.first_message,
            signature: Signature([0; 64]),
        };
        header.signature = mailbox.sign(Label::HEADER, header.organisation, &[&header.signed_part()]);
        header
    }

    fn signed_part(&self) -> Vec<u8> {
        let mut writer = Writer::with_capacity(Self::SIZE);
        writer.u8(VERSION).bytes(&self.organisation.0).bytes(&self.thread.0).bytes(&self.reader.0);
        writer.bytes(&self.stanzas).bytes(&self.commitment.0).bytes(&self.share_slot.0);
        writer.bytes(&self.ledger_seed.0).bytes(&self.first_message.0).finish()
    }

    /// The encoding, [`Self::SIZE`] bytes.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut bytes = self.signed_part();
        bytes.extend_from_slice(&self.signature.0);
        bytes
    }

    /// Reads a header and checks its signature.
    ///
    /// # Errors
    /// [`Error::Version`], [`Error::Malformed`], or [`Error::Signature`].
    pub fn parse(bytes: &[u8]) -> Result<Self, Error> {
        let mut reader = Reader::of_version(bytes, VERSION)?;
        let header = Self {
            organisation: OrganisationId(reader.array()?),
            thread: ThreadId(reader.array()?),
            reader: VerifyingKey(reader.array()?),
            stanzas: reader.take(STANZAS * STANZA_SIZE)?.into(),
            commitment: Digest(reader.array()?),
            share_slot: Digest(reader.array()?),
            ledger_seed: Digest(reader.array()?),
            first_message: Digest(reader.array()?),
            signature: Signature(reader.array()?),
        };
        reader.finish()?;
        // There is one way to write a header, so what was read is what was signed.
        let signed = bytes.get(..Self::SIGNED_SIZE).ok_or(Error::Malformed)?;
        VerifyingKey(header.thread.0).verify(Label::HEADER, header.organisation, &[signed], &header.signature)?;
        Ok(header)
    }

    /// The reader key of a header that was checked when it came.
    ///
    /// # Errors
    /// [`Error::Version`] or [`Error::Malformed`].
    pub fn reader_of(bytes: &[u8]) -> Result<VerifyingKey, Error> {
        let mut reader = Reader::of_version(bytes, VERSION)?;
        reader.take(16 + 32)?;
        Ok(VerifyingKey(reader.array()?))
    }

    /// Tries the four stanzas. A recipient gets the thread key; everybody else [`Error::Decrypt`].
    ///
    /// # Errors
    /// [`Error::Decrypt`] when no stanza is for this key. [`Error::Malformed`] when one is, but the reader key or the
    /// ledger seed does not follow from it: then the creation is at fault, not the log.
    pub fn open(&self, key: &SealSecretKey) -> Result<ThreadKey, Error> {
        let opened = open_stanza(Label::STANZA, self.organisation, self.thread, &self.stanzas, key)?;
        let thread_key = ThreadKey::new(self.organisation, self.thread, opened);
        let seed = seed_digest(self.organisation, self.thread, &thread_key.ledger_seed());
        if thread_key.reader().verifying_key() == self.reader && seed == self.ledger_seed {
            Ok(thread_key)
        } else {
            Err(Error::Malformed)
        }
    }
}

impl ShareSlot {
    /// Kind byte, then 32 or 1,168 bytes.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        match self {
            Self::Plain(share) => [&[0], share.expose().as_slice()].concat(),
            Self::Witness(sealed) => [&[1], &**sealed].concat(),
        }
    }

    /// Reads what [`Self::to_bytes`] writes.
    ///
    /// # Errors
    /// [`Error::Malformed`].
    pub fn parse(bytes: &[u8]) -> Result<Self, Error> {
        match bytes.split_first() {
            Some((0, share)) => Secret::try_from(share).map(Self::Plain),
            Some((1, sealed)) if sealed.len() == STANZA_SIZE => Ok(Self::Witness(sealed.into())),
            _ => Err(Error::Malformed),
        }
    }

    /// What the header names.
    #[must_use]
    pub fn digest(&self, organisation: OrganisationId, thread: ThreadId) -> Digest {
        primitives::digest(Label::SHARE_SLOT, organisation, &[&thread.0, &self.to_bytes()])
    }
}

/// What the header names instead of the ledger seed.
#[must_use]
pub(crate) fn seed_digest(organisation: OrganisationId, thread: ThreadId, seed: &Secret<32>) -> Digest {
    primitives::digest(Label::SEED_DIGEST, organisation, &[&thread.0, seed.expose()])
}

/// Four stanzas with the same key, made one at a time: one for each recipient, the rest to keys nobody has, in random
/// order.
pub(crate) struct Stanzas {
    /// Who still waits for hers, the next one last.
    waiting: Vec<SealPublicKey>,
    info: Vec<u8>,
    data: Vec<u8>,
    sealed: Vec<u8>,
}

impl Stanzas {
    pub(crate) fn begin(
        label: Label,
        organisation: OrganisationId,
        thread: ThreadId,
        recipients: &[SealPublicKey],
        rng: &mut impl CryptoRng,
    ) -> Result<Self, Error> {
        if recipients.is_empty() || recipients.len() > STANZAS {
            return Err(Error::NoRecipient);
        }
        let mut waiting = recipients.to_vec();
        waiting.extend((recipients.len()..STANZAS).map(|_| SealSecretKey::make(rng).public()));
        shuffle(&mut waiting, rng);
        waiting.reverse();
        let (info, data) = (label.transcript(organisation, &[]), stanza_data(thread));
        Ok(Self { waiting, info, data, sealed: Vec::with_capacity(STANZAS * STANZA_SIZE) })
    }

    /// Seals the next one; whether there was one left.
    pub(crate) fn step(&mut self, key: &Secret<32>, rng: &mut impl CryptoRng) -> Result<bool, Error> {
        let Some(recipient) = self.waiting.pop() else { return Ok(false) };
        self.sealed.extend(primitives::hpke_seal(&recipient, &self.info, &self.data, key.expose(), rng)?);
        Ok(true)
    }

    pub(crate) fn finish(self) -> Vec<u8> {
        self.sealed
    }
}

/// All four at once.
pub(crate) fn seal_stanzas(
    label: Label,
    organisation: OrganisationId,
    thread: ThreadId,
    key: &Secret<32>,
    recipients: &[SealPublicKey],
    rng: &mut impl CryptoRng,
) -> Result<Vec<u8>, Error> {
    let mut stanzas = Stanzas::begin(label, organisation, thread, recipients, rng)?;
    while stanzas.step(key, rng)? {}
    Ok(stanzas.finish())
}

/// The key in the one stanza that is for `key`.
pub(crate) fn open_stanza(
    label: Label,
    organisation: OrganisationId,
    thread: ThreadId,
    stanzas: &[u8],
    key: &SealSecretKey,
) -> Result<Secret<32>, Error> {
    let (info, data) = (label.transcript(organisation, &[]), stanza_data(thread));
    stanzas
        .chunks_exact(STANZA_SIZE)
        .find_map(|stanza| primitives::hpke_open(key, &info, &data, stanza).ok())
        .and_then(|opened| Secret::try_from(opened.as_slice()).ok())
        .ok_or(Error::Decrypt)
}

fn stanza_data(thread: ThreadId) -> Vec<u8> {
    [&[VERSION], thread.0.as_slice()].concat()
}

/// A fair order (Fisher and Yates), without a library's notion of a shuffle that may change.
pub fn shuffle<T>(items: &mut [T], rng: &mut impl CryptoRng) {
    for last in (1..items.len()).rev() {
        let bound = u64::try_from(last).unwrap_or(u64::MAX).saturating_add(1);
        let place = below(bound, rng);
        items.swap(last, usize::try_from(place).unwrap_or(last));
    }
}

/// A fair number under `bound`, which is not 0.
fn below(bound: u64, rng: &mut impl CryptoRng) -> u64 {
    let fair = u64::MAX - u64::MAX % bound;
    loop {
        let number = rng.next_u64();
        if number < fair {
            return number % bound;
        }
    }
}
