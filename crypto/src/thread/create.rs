//! Making a thread on the reporter's device.

use super::header::{Parts, Stanzas, seed_digest};
use super::message::{Content, Message, Opening};
use super::{Header, STANZAS, ShareSlot, message_digest};
use crate::codec::{Reader, Writer};
use crate::error::Error;
use crate::id::{Day, Digest, PersonId, ThreadId};
use crate::keys::{SealPublicKey, Secret, Signature};
use crate::label::Label;
use crate::token::ReporterKeys;
use crate::work;
use alloc::vec::Vec;
use rand_core::CryptoRng;

/// What a reporter hands in: the header and what the header binds.
#[derive(Clone)]
pub struct Creation {
    /// Checked on reading.
    pub header: Header,
    /// For the server's safekeeping.
    pub share_slot: ShareSlot,
    /// From which the server, too, computes the ledger's tags.
    pub ledger_seed: Secret<32>,
    /// Sealed.
    pub first_message: Vec<u8>,
    /// The day the work was done for.
    pub work_day: Day,
    /// The proof of work; see [`crate::work`].
    pub work_nonce: u64,
    /// Made with the gate code, where one is asked for; see [`crate::gate`].
    pub gate: Option<Signature>,
}

/// What the first message says and to whom.
pub struct NewThread<'a> {
    /// Person ids and keys of the recipients, one to four, as [`crate::roster::Roster::recipients`] chose them.
    pub recipients: &'a [(PersonId, SealPublicKey)],
    /// Who must not read this, by person id.
    pub excluded: &'a [PersonId],
    /// The thread this one continues.
    pub continues: Option<ThreadId>,
    /// Digest of the newest roster the reporter saw.
    pub roster_head: Digest,
    /// What she says.
    pub content: Content,
}

/// Seals a new thread.
///
/// # Errors
/// As [`Creating::begin`].
pub fn create(keys: &ReporterKeys, new: NewThread<'_>, rng: &mut impl CryptoRng) -> Result<Creation, Error> {
    let mut creating = Creating::begin(keys, new, rng)?;
    while creating.step(rng)? {}
    Ok(creating.finish())
}

/// A thread that is being sealed, a step at a time: where no compiled code runs, one takes a third of a second.
pub struct Creating<'a> {
    keys: &'a ReporterKeys,
    commitment: Digest,
    first_message: Vec<u8>,
    stanzas: Stanzas,
}

impl<'a> Creating<'a> {
    /// How often [`Self::step`] seals something: once for each slot.
    pub const STEPS: u64 = 4;

    /// Seals the first message.
    ///
    /// # Errors
    /// [`Error::NoRecipient`], [`Error::Excluded`] when a recipient is also excluded, [`Error::TooLong`].
    pub fn begin(keys: &'a ReporterKeys, new: NewThread<'_>, rng: &mut impl CryptoRng) -> Result<Self, Error> {
        if new.recipients.is_empty() || new.recipients.len() > STANZAS {
            return Err(Error::NoRecipient);
        }
        if new.recipients.iter().any(|(person, _)| new.excluded.contains(person)) {
            return Err(Error::Excluded);
        }
        let (content_key, commitment) = keys.thread_key.with_share(&keys.release_share);
        let first = Message {
            author: PersonId::REPORTER,
            sequence: 0,
            previous: Digest::NONE,
            seen: Vec::new(),
            roster_head: new.roster_head,
            opening: Some(Opening {
                recipients: new.recipients.iter().map(|(person, _)| *person).collect(),
                excluded: new.excluded.to_vec(),
                continues: new.continues,
            }),
            content: new.content,
            attachments: Vec::new(),
        };
        let first_message = first.seal(&content_key, &keys.mailbox, rng)?;
        let public: Vec<SealPublicKey> = new.recipients.iter().map(|(_, key)| key.clone()).collect();
        let organisation = keys.thread_key.organisation();
        let stanzas = Stanzas::begin(Label::STANZA, organisation, keys.thread(), &public, rng)?;
        Ok(Self { keys, commitment, first_message, stanzas })
    }

    /// Seals the thread's key to the next recipient; whether there was one left.
    ///
    /// # Errors
    /// [`Error::Malformed`] for a key to which nothing can be sealed.
    pub fn step(&mut self, rng: &mut impl CryptoRng) -> Result<bool, Error> {
        self.stanzas.step(self.keys.thread_key.secret(), rng)
    }

    /// Signs the header over all of it, after the last step.
    #[must_use]
    pub fn finish(self) -> Creation {
        let Self { keys, commitment, first_message, stanzas } = self;
        let (organisation, thread) = (keys.thread_key.organisation(), keys.thread());
        let share_slot = ShareSlot::Plain(keys.release_share.clone());
        let ledger_seed = keys.thread_key.ledger_seed();
        let parts = Parts {
            key: &keys.thread_key,
            stanzas: stanzas.finish(),
            commitment,
            share_slot: share_slot.digest(organisation, thread),
            ledger_seed: seed_digest(organisation, thread, &ledger_seed),
            first_message: message_digest(organisation, &first_message),
        };
        let header = Header::sign(parts, &keys.mailbox);
        Creation { header, share_slot, ledger_seed, first_message, work_day: Day(0), work_nonce: 0, gate: None }
    }
}

impl Creation {
    /// The body of the request: header ‖ share slot, seed, first message (prefixed) ‖ work day ‖ nonce ‖ kind of gate
    /// proof (0: none; 1: the gate code's, 64 bytes; 2 is kept for passes).
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut writer = Writer::default();
        writer.bytes(&self.header.to_bytes()).prefixed(&self.share_slot.to_bytes());
        writer.bytes(self.ledger_seed.expose()).prefixed(&self.first_message);
        writer.u32(self.work_day.0).u64(self.work_nonce);
        match &self.gate {
            None => writer.u8(0),
            Some(proof) => writer.u8(1).bytes(&proof.0),
        };
        writer.finish()
    }

    /// Reads a creation and checks everything that can be checked without a key: the header's signature, that share
    /// slot, seed and first message are the ones it names, and that the message is the reporter's first.
    ///
    /// # Errors
    /// [`Error::Malformed`], [`Error::Version`], [`Error::Signature`].
    pub fn parse(bytes: &[u8]) -> Result<Self, Error> {
        let mut reader = Reader::new(bytes);
        let header = Header::parse(reader.take(Header::SIZE)?)?;
        let share_slot = ShareSlot::parse(reader.prefixed(2_048)?)?;
        let ledger_seed = Secret::new(reader.array()?);
        let first_message = reader.prefixed(super::Envelope::LARGEST)?.to_vec();
        let (work_day, work_nonce) = (Day(reader.u32()?), reader.u64()?);
        let gate = match reader.u8()? {
            0 => None,
            1 => Some(Signature(reader.array()?)),
            _ => return Err(Error::Version),
        };
        reader.finish()?;
        let (organisation, thread) = (header.organisation, header.thread);
        let envelope = super::Envelope::parse(&first_message)?;
        let bound = share_slot.digest(organisation, thread) == header.share_slot
            && seed_digest(organisation, thread, &ledger_seed) == header.ledger_seed
            && message_digest(organisation, &first_message) == header.first_message
            && envelope.author == PersonId::REPORTER
            && envelope.sequence == 0;
        if bound {
            Ok(Self { header, share_slot, ledger_seed, first_message, work_day, work_nonce, gate })
        } else {
            Err(Error::Malformed)
        }
    }

    /// The zero bits of its proof of work.
    #[must_use]
    pub fn work(&self) -> u32 {
        work::achieved(self.header.organisation, self.header.thread, self.work_day, self.work_nonce)
    }
}
