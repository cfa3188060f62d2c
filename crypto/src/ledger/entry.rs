//! What everybody may see: an entry is a tag and the hash of a body; a body is 384 bytes that only an auditor, and
//! the reporter and coaches of the thread it is about, can open. All bodies have one size and form, so a pad looks
//! like a release, and an erased body leaves the tree as it was.

use super::ratchet::Step;
use super::record::{PLAINTEXT_SIZE, Record};
use super::tree;
use crate::codec::{Reader, Writer};
use crate::error::Error;
use crate::id::{Digest, OrganisationId, Tag};
use crate::keys::Secret;
use crate::label::Label;
use crate::primitives::{self, TAG_SIZE};
use alloc::vec::Vec;
use core::fmt;
use rand_core::CryptoRng;

const VERSION: u8 = 1;
const SEALED_SIZE: usize = PLAINTEXT_SIZE + TAG_SIZE;
const WRAP_SIZE: usize = 32 + TAG_SIZE;

/// A leaf of the log.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Meaningless but to those who can compute it.
    pub tag: Tag,
    /// SHA-256 of the body.
    pub body: Digest,
}

impl Entry {
    /// Length in bytes.
    pub const SIZE: usize = 48;

    /// Tag ‖ hash.
    #[must_use]
    pub fn to_bytes(&self) -> [u8; Self::SIZE] {
        let mut bytes = [0; Self::SIZE];
        for (to, from) in bytes.iter_mut().zip(self.tag.0.iter().chain(&self.body.0)) {
            *to = *from;
        }
        bytes
    }

    /// Reads what [`Self::to_bytes`] wrote.
    ///
    /// # Errors
    /// [`Error::Malformed`] for any other length.
    pub fn parse(bytes: &[u8]) -> Result<Self, Error> {
        let mut reader = Reader::new(bytes);
        let entry = Self { tag: Tag(reader.array()?), body: Digest(reader.array()?) };
        reader.finish()?;
        Ok(entry)
    }

    /// The leaf hash of RFC 6962, for [`super::Frontier::push`] and [`super::verify_inclusion`].
    #[must_use]
    pub fn leaf(&self) -> Digest {
        tree::leaf_hash(&self.to_bytes())
    }

    /// Whether the log means this body.
    #[must_use]
    pub fn names(&self, body: &Body) -> bool {
        self.body == body.digest()
    }
}

/// The sealed body of an entry: version ‖ salt ‖ key commitment ‖ sealed record ‖ wrap for the reader.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Body([u8; Self::SIZE]);

impl Body {
    /// Length in bytes.
    pub const SIZE: usize = 384;

    /// The encoding.
    #[must_use]
    pub const fn as_bytes(&self) -> &[u8; Self::SIZE] {
        &self.0
    }

    /// The hash that stands in the entry.
    #[must_use]
    pub fn digest(&self) -> Digest {
        primitives::sha256(&self.0)
    }

    /// `key_of` makes the body's key from its salt.
    pub(super) fn seal(
        organisation: OrganisationId,
        tag: Tag,
        record: &Record,
        reader: Option<&Step>,
        key_of: impl FnOnce(&[u8; 16]) -> Secret<32>,
        rng: &mut impl CryptoRng,
    ) -> Result<Self, Error> {
        let salt = primitives::random(rng);
        let key = key_of(&salt);
        let commitment = commitment(organisation, &key);
        let data = associated(organisation, tag, &salt, &commitment);
        let wrap = match reader {
            Some(step) => primitives::seal_once(&reader_key(organisation, step, &salt), &data, key.expose()),
            None => primitives::random::<WRAP_SIZE>(rng).to_vec(),
        };
        let mut writer = Writer::with_capacity(Self::SIZE);
        writer
            .u8(VERSION)
            .bytes(&salt)
            .bytes(&commitment)
            .bytes(&primitives::seal_once(&key, &data, &record.to_bytes()))
            .bytes(&wrap);
        writer.finish().try_into().map(Self).map_err(|_| Error::Malformed)
    }

    /// For the auditor: `key_of` makes the body's key from its salt.
    pub(super) fn open(
        &self,
        organisation: OrganisationId,
        entry: &Entry,
        key_of: impl FnOnce(&[u8; 16]) -> Secret<32>,
    ) -> Result<Record, Error> {
        let parts = Parts::of(self)?;
        self.open_with(&parts, organisation, entry, &key_of(&parts.salt))
    }

    fn open_with(
        &self,
        parts: &Parts<'_>,
        organisation: OrganisationId,
        entry: &Entry,
        key: &Secret<32>,
    ) -> Result<Record, Error> {
        if !entry.names(self) || !primitives::equal(&commitment(organisation, key), &parts.commitment) {
            return Err(Error::Decrypt);
        }
        let data = associated(organisation, entry.tag, &parts.salt, &parts.commitment);
        Record::parse(&primitives::open_once(key, &data, parts.sealed)?)
    }
}

impl Step {
    /// Opens the body of this access, for the reporter and the coaches of the thread.
    ///
    /// # Errors
    /// [`Error::Decrypt`]; [`Error::Ledger`] when the body opens but says another counter; [`Error::Version`] when
    /// it names an act of a newer program.
    pub fn open(&self, organisation: OrganisationId, entry: &Entry, body: &Body) -> Result<Record, Error> {
        let parts = Parts::of(body)?;
        if entry.tag != self.tag() {
            return Err(Error::Decrypt);
        }
        let data = associated(organisation, entry.tag, &parts.salt, &parts.commitment);
        let key = primitives::open_once(&reader_key(organisation, self, &parts.salt), &data, parts.wrap)?;
        let record = body.open_with(&parts, organisation, entry, &Secret::try_from(key.as_slice())?)?;
        if record.counter == self.counter() { Ok(record) } else { Err(OTHER_COUNTER) }
    }
}

/// An entry's counter and that of the tag it stands under must be one.
pub(super) const OTHER_COUNTER: Error = Error::Ledger("an access has another counter than its tag");

struct Parts<'a> {
    salt: [u8; 16],
    commitment: [u8; 16],
    sealed: &'a [u8],
    wrap: &'a [u8],
}

impl<'a> Parts<'a> {
    fn of(body: &'a Body) -> Result<Self, Error> {
        let mut reader = Reader::new(&body.0);
        if reader.u8()? != VERSION {
            return Err(Error::Version);
        }
        Ok(Self {
            salt: reader.array()?,
            commitment: reader.array()?,
            sealed: reader.take(SEALED_SIZE)?,
            wrap: reader.take(WRAP_SIZE)?,
        })
    }
}

/// ChaCha20-Poly1305 does not commit to its key: without this one body could say one thing to the auditor and
/// another to the reporter.
fn commitment(organisation: OrganisationId, key: &Secret<32>) -> [u8; 16] {
    *primitives::expand::<16>(key, Label::LEDGER_COMMIT, organisation, &[]).expose()
}

fn associated(organisation: OrganisationId, tag: Tag, salt: &[u8; 16], commitment: &[u8; 16]) -> Vec<u8> {
    Label::LEDGER_BODY.transcript(organisation, &[&[VERSION], &tag.0, salt, commitment])
}

fn reader_key(organisation: OrganisationId, step: &Step, salt: &[u8; 16]) -> Secret<32> {
    primitives::expand(step.wrap(), Label::LEDGER_READER, organisation, &[salt])
}

impl fmt::Debug for Body {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "Body({})", self.digest().to_hex())
    }
}

impl TryFrom<&[u8]> for Body {
    type Error = Error;

    fn try_from(bytes: &[u8]) -> Result<Self, Error> {
        let body = Self(bytes.try_into().map_err(|_| Error::Malformed)?);
        Parts::of(&body).map(|_| body)
    }
}

#[cfg(test)]
mod tests {
    use super::super::record::tests::any_record;
    use super::*;
    use crate::ledger::{EpochSecret, Ratchet};
    use crate::primitives::seeded;
    use proptest::prelude::*;

    const ORGANISATION: OrganisationId = OrganisationId([7; 16]);
    const SEED: [u8; 32] = [9; 32];

    fn epoch(byte: u8) -> EpochSecret {
        EpochSecret::new(ORGANISATION, 3, Secret::new([byte; 32]))
    }

    fn step(seed: [u8; 32], counter: u32) -> Step {
        Ratchet::at(Secret::new(seed), ORGANISATION, counter).unwrap().step(ORGANISATION)
    }

    fn written(record: &Record) -> (Entry, Body) {
        epoch(1).write(40, record, Some(&step(SEED, record.counter)), &mut seeded(&Secret::new([5; 32]))).unwrap()
    }

    proptest! {
        #[test]
        fn a_body_opens_for_the_auditor_and_the_reader_and_for_nobody_else(record in any_record()) {
            let (entry, body) = written(&record);
            prop_assert_eq!(epoch(1).open(40, &entry, &body), Ok(record));
            prop_assert_eq!(step(SEED, record.counter).open(ORGANISATION, &entry, &body), Ok(record));

            prop_assert_eq!(epoch(2).open(40, &entry, &body), Err(Error::Decrypt));
            prop_assert_eq!(epoch(1).open(41, &entry, &body), Err(Error::Decrypt));
            let elsewhere = EpochSecret::new(OrganisationId::NONE, 3, Secret::new([1; 32]));
            prop_assert_eq!(elsewhere.open(40, &entry, &body), Err(Error::Decrypt));
            prop_assert_eq!(step([8; 32], record.counter).open(ORGANISATION, &entry, &body), Err(Error::Decrypt));
            prop_assert_eq!(step(SEED, record.counter + 1).open(ORGANISATION, &entry, &body), Err(Error::Decrypt));
            prop_assert_eq!(step(SEED, record.counter).open(OrganisationId::NONE, &entry, &body), Err(Error::Decrypt));
        }

        #[test]
        fn entries_and_bodies_round_trip_and_no_other_length_is_taken(record in any_record()) {
            let (entry, body) = written(&record);
            let bytes = entry.to_bytes();
            prop_assert_eq!(Entry::parse(&bytes), Ok(entry));
            prop_assert!(Entry::parse(&bytes[1..]).is_err());
            prop_assert!(Entry::parse(&[bytes.as_slice(), &[0]].concat()).is_err());
            prop_assert_eq!(entry.leaf(), tree::leaf_hash(&bytes));
            let bytes = body.as_bytes();
            prop_assert_eq!(Body::try_from(bytes.as_slice()), Ok(body));
            prop_assert!(Body::try_from(&bytes[1..]).is_err());
            prop_assert!(Body::try_from([bytes.as_slice(), &[0]].concat().as_slice()).is_err());
        }
    }

    #[test]
    fn every_flipped_bit_is_refused_even_with_the_hash_made_to_fit() {
        let record = Record { counter: 2, ..Record::of_program(crate::ledger::Act::BodyRelease, crate::Day(20_000)) };
        let (entry, body) = written(&record);
        for bit in 0..Body::SIZE * 8 {
            let mut bytes = body.0;
            bytes[bit / 8] ^= 1 << (bit % 8);
            let changed = Body(bytes);
            assert!(!entry.names(&changed));
            assert!(epoch(1).open(40, &entry, &changed).is_err());
            let fitting = Entry { body: changed.digest(), ..entry };
            let reader = step(SEED, 2).open(ORGANISATION, &fitting, &changed);
            assert!(reader.is_err(), "bit {bit} passed the reader");
            // The wrap is not for the auditor; that it was changed she sees from the hash in the log.
            if bit / 8 < Body::SIZE - WRAP_SIZE {
                assert!(epoch(1).open(40, &fitting, &changed).is_err(), "bit {bit} passed the auditor");
            }
        }
        for bit in 0..128 {
            let mut tag = entry.tag;
            tag.0[bit / 8] ^= 1 << (bit % 8);
            assert_eq!(epoch(1).open(40, &Entry { tag, ..entry }, &body), Err(Error::Decrypt));
        }
    }

    #[test]
    fn a_version_of_later_is_named() {
        let mut bytes = written(&Record::of_program(crate::ledger::Act::Registered, crate::Day(1))).1.0;
        bytes[0] = 2;
        assert_eq!(Body::try_from(bytes.as_slice()), Err(Error::Version));
    }

    #[test]
    fn without_a_thread_the_tag_follows_from_the_place_and_the_wrap_is_noise() {
        let mut rng = seeded(&Secret::new([5; 32]));
        let record = Record::of_program(crate::ledger::Act::Pad, crate::Day(20_000));
        let (entry, body) = epoch(1).write(40, &record, None, &mut rng).unwrap();
        assert_eq!(entry.tag, epoch(1).tag(40));
        assert_ne!(entry.tag, epoch(1).tag(41));
        assert_eq!(epoch(1).open(40, &entry, &body), Ok(record));
        assert_eq!(step(SEED, 0).open(ORGANISATION, &entry, &body), Err(Error::Decrypt));
    }

    #[test]
    fn a_counter_that_is_not_the_tags_is_neither_written_nor_read() {
        let mut rng = seeded(&Secret::new([5; 32]));
        let record = Record { counter: 2, ..Record::of_program(crate::ledger::Act::BodyRelease, crate::Day(20_000)) };
        assert_eq!(epoch(1).write(40, &record, Some(&step(SEED, 3)), &mut rng), Err(OTHER_COUNTER));
        assert_eq!(epoch(1).write(40, &record, None, &mut rng), Err(OTHER_COUNTER));
        // A server that does it all the same is found out by the reader.
        let (step, secret) = (step(SEED, 3), [6; 32]);
        let body =
            Body::seal(ORGANISATION, step.tag(), &record, Some(&step), |_| Secret::new(secret), &mut rng).unwrap();
        let entry = Entry { tag: step.tag(), body: body.digest() };
        assert_eq!(step.open(ORGANISATION, &entry, &body), Err(OTHER_COUNTER));
    }

    #[test]
    fn the_same_place_written_twice_after_a_restore_never_repeats_a_key() {
        let mut rng = seeded(&Secret::new([5; 32]));
        let record = Record::of_program(crate::ledger::Act::Registered, crate::Day(20_000));
        let (_, one) = epoch(1).write(40, &record, Some(&step(SEED, 0)), &mut rng).unwrap();
        let (_, two) = epoch(1).write(40, &record, Some(&step(SEED, 0)), &mut rng).unwrap();
        assert!(one.0[1..].iter().zip(&two.0[1..]).filter(|(one, two)| one == two).count() < 16);
    }
}
