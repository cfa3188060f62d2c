//! An epoch's secret: the key to every body of one organisation in one epoch. It is sealed to the auditors when the
//! epoch opens and destroyed when it closes; the hash of what was sealed stands in the closing entry.

use super::entry::{Body, Entry, OTHER_COUNTER};
use super::ratchet::Step;
use super::record::Record;
use crate::codec::{self, Reader, Writer};
use crate::error::Error;
use crate::id::{ObjectId, OrganisationId, Tag, ThreadId};
use crate::keys::{SealPublicKey, SealSecretKey, Secret};
use crate::label::Label;
use crate::primitives::{self, ENCAPSULATION_SIZE, TAG_SIZE};
use alloc::vec::Vec;
use rand_core::CryptoRng;

/// At its end an epoch is padded until the log's size is a multiple of this.
pub const EPOCH_UNIT: u64 = 128;

/// How many pads make `size` entries a multiple of `unit`.
#[must_use]
pub const fn pads_needed(size: u64, unit: u64) -> u64 {
    match size.checked_rem(unit) {
        None | Some(0) => 0,
        Some(over) => unit.saturating_sub(over),
    }
}

/// The secret of one organisation (or of the installation, [`OrganisationId::NONE`]) for one epoch.
#[derive(Clone, PartialEq, Eq)]
pub struct EpochSecret {
    organisation: OrganisationId,
    epoch: u32,
    secret: Secret<32>,
}

impl EpochSecret {
    /// A fresh one.
    #[must_use]
    pub fn make(organisation: OrganisationId, epoch: u32, rng: &mut impl CryptoRng) -> Self {
        Self::new(organisation, epoch, Secret::make(rng))
    }

    /// That was kept, or opened by an auditor.
    #[must_use]
    pub const fn new(organisation: OrganisationId, epoch: u32, secret: Secret<32>) -> Self {
        Self { organisation, epoch, secret }
    }

    /// Whose.
    #[must_use]
    pub const fn organisation(&self) -> OrganisationId {
        self.organisation
    }

    /// Which epoch.
    #[must_use]
    pub const fn epoch(&self) -> u32 {
        self.epoch
    }

    /// The secret itself, to be kept beside the release key ring until the epoch closes.
    #[must_use]
    pub const fn secret(&self) -> &Secret<32> {
        &self.secret
    }

    /// The tag of an entry without a thread that stands at `index` of the log.
    #[must_use]
    pub fn tag(&self, index: u64) -> Tag {
        let fields: &[&[u8]] = &[&index.to_be_bytes()];
        Tag(*primitives::expand::<16>(&self.secret, Label::LEDGER_ENTRY_TAG, self.organisation, fields).expose())
    }

    fn key(&self, index: u64, salt: &[u8; 16]) -> Secret<32> {
        primitives::expand(&self.secret, Label::LEDGER_ENTRY_KEY, self.organisation, &[&index.to_be_bytes(), salt])
    }

    /// Makes the entry for place `index` of the log, with its body. `step` is that of the thread the act is about.
    ///
    /// # Errors
    /// [`Error::Ledger`] when the record's counter is not the step's (0 without one).
    pub fn write(
        &self,
        index: u64,
        record: &Record,
        step: Option<&Step>,
        rng: &mut impl CryptoRng,
    ) -> Result<(Entry, Body), Error> {
        if record.counter != step.map_or(0, Step::counter) {
            return Err(OTHER_COUNTER);
        }
        let tag = step.map_or_else(|| self.tag(index), Step::tag);
        let body = Body::seal(self.organisation, tag, record, step, |salt| self.key(index, salt), rng)?;
        Ok((Entry { tag, body: body.digest() }, body))
    }

    /// Opens the body of the entry at place `index`, for the auditor.
    ///
    /// # Errors
    /// [`Error::Decrypt`], also for entries of another organisation or epoch; [`Error::Version`] when it opens but
    /// names an act of a newer program.
    pub fn open(&self, index: u64, entry: &Entry, body: &Body) -> Result<Record, Error> {
        body.open(self.organisation, entry, |salt| self.key(index, salt))
    }
}

/// An epoch's secret, sealed once to each auditor.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Encapsulations {
    organisation: OrganisationId,
    epoch: u32,
    sealed: Vec<[u8; Self::EACH]>,
}

impl Encapsulations {
    /// Length of one of them.
    pub const EACH: usize = ENCAPSULATION_SIZE + 32 + TAG_SIZE;
    const VERSION: u8 = 1;

    /// Seals to every key; without an auditor to one throw-away key, so that the form never tells.
    ///
    /// # Errors
    /// Never in practice: a [`SealPublicKey`] was checked when it was read.
    pub fn seal(secret: &EpochSecret, auditors: &[SealPublicKey], rng: &mut impl CryptoRng) -> Result<Self, Error> {
        let nobody = [SealSecretKey::make(rng).public()];
        let keys = if auditors.is_empty() { nobody.as_slice() } else { auditors };
        let info = Label::LEDGER_EPOCH.transcript(secret.organisation, &[]);
        let sealed = keys
            .iter()
            .map(|key| {
                let sealed =
                    primitives::hpke_seal(key, &info, &secret.epoch.to_be_bytes(), secret.secret.expose(), rng)?;
                sealed.try_into().map_err(|_| Error::Malformed)
            })
            .collect::<Result<_, _>>()?;
        Ok(Self { organisation: secret.organisation, epoch: secret.epoch, sealed })
    }

    /// Tries each of them with an auditor's key.
    ///
    /// # Errors
    /// [`Error::Decrypt`] when none was for her.
    pub fn open(&self, key: &SealSecretKey) -> Result<EpochSecret, Error> {
        let info = Label::LEDGER_EPOCH.transcript(self.organisation, &[]);
        let opened = self.sealed.iter().find_map(|sealed| {
            let secret = primitives::hpke_open(key, &info, &self.epoch.to_be_bytes(), sealed).ok()?;
            Secret::try_from(secret.as_slice()).ok()
        });
        opened.map(|secret| EpochSecret::new(self.organisation, self.epoch, secret)).ok_or(Error::Decrypt)
    }

    /// Whose secret.
    #[must_use]
    pub const fn organisation(&self) -> OrganisationId {
        self.organisation
    }

    /// Which epoch.
    #[must_use]
    pub const fn epoch(&self) -> u32 {
        self.epoch
    }

    /// Version 1 ‖ organisation ‖ epoch (`u32`) ‖ count (`u32`) ‖ the encapsulations.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut writer = Writer::default();
        writer.u8(Self::VERSION).bytes(&self.organisation.0).u32(self.epoch).u32(codec::length(self.sealed.len()));
        for sealed in &self.sealed {
            writer.bytes(sealed);
        }
        writer.finish()
    }

    /// Reads what [`Self::to_bytes`] wrote.
    ///
    /// # Errors
    /// [`Error::Version`], [`Error::Malformed`].
    pub fn parse(bytes: &[u8]) -> Result<Self, Error> {
        let mut reader = Reader::of_version(bytes, Self::VERSION)?;
        let (organisation, epoch, count) = (OrganisationId(reader.array()?), reader.u32()?, reader.u32()?);
        let sealed = (0..count).map(|_| reader.array()).collect::<Result<Vec<_>, _>>()?;
        reader.finish()?;
        if sealed.is_empty() { Err(Error::Malformed) } else { Ok(Self { organisation, epoch, sealed }) }
    }
}

/// A year's key for the pseudonyms of threads. It is destroyed when the year is over: within the year an auditor can
/// count the accesses to a thread without its name, and nobody can tie years together.
#[derive(Clone, PartialEq, Eq)]
pub struct ObjectKey(Secret<32>);

impl ObjectKey {
    /// A fresh one.
    #[must_use]
    pub fn make(rng: &mut impl CryptoRng) -> Self {
        Self(Secret::make(rng))
    }

    /// That was kept.
    #[must_use]
    pub const fn new(secret: Secret<32>) -> Self {
        Self(secret)
    }

    /// The secret itself, for sealing it.
    #[must_use]
    pub const fn secret(&self) -> &Secret<32> {
        &self.0
    }

    /// The year's pseudonym of a thread.
    #[must_use]
    pub fn pseudonym(&self, organisation: OrganisationId, thread: &ThreadId) -> ObjectId {
        ObjectId(*primitives::expand::<16>(&self.0, Label::LEDGER_OBJECT, organisation, &[&thread.0]).expose())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::primitives::seeded;
    use proptest::prelude::*;

    const ORGANISATION: OrganisationId = OrganisationId([7; 16]);

    proptest! {
        #[test]
        fn pads_fill_up_to_the_next_multiple_and_never_beyond(size in 0..1_000_000_u64, unit in 1..5_000_u64) {
            let pads = pads_needed(size, unit);
            prop_assert!(pads < unit);
            prop_assert_eq!((size + pads) % unit, 0);
        }
    }

    #[test]
    fn a_unit_of_nothing_and_the_largest_size_are_harmless() {
        assert_eq!(pads_needed(5, 0), 0);
        assert_eq!(pads_needed(u64::MAX, EPOCH_UNIT), 1);
        assert_eq!(pads_needed(EPOCH_UNIT, EPOCH_UNIT), 0);
    }

    #[test]
    fn every_auditor_opens_the_epoch_and_nobody_else_does() {
        let mut rng = seeded(&Secret::new([1; 32]));
        let auditors: Vec<_> = (0..3).map(|_| SealSecretKey::make(&mut rng)).collect();
        let public: Vec<_> = auditors.iter().map(SealSecretKey::public).collect();
        let secret = EpochSecret::make(ORGANISATION, 12, &mut rng);
        let sealed = Encapsulations::seal(&secret, &public, &mut rng).unwrap();
        assert!(auditors.iter().all(|auditor| sealed.open(auditor) == Ok(secret.clone())));
        assert!(sealed.open(&SealSecretKey::make(&mut rng)) == Err(Error::Decrypt));

        let bytes = sealed.to_bytes();
        assert_eq!(Encapsulations::parse(&bytes), Ok(sealed.clone()));
        assert!(Encapsulations::parse(&bytes[..bytes.len() - 1]).is_err());
        assert!(Encapsulations::parse(&[bytes.as_slice(), &[0]].concat()).is_err());
        // Another organisation or epoch around the same bytes opens nothing.
        for place in [1, 20] {
            let mut changed = bytes.clone();
            changed[place] ^= 1;
            let changed = Encapsulations::parse(&changed).unwrap();
            assert!(changed.open(&auditors[0]) == Err(Error::Decrypt));
        }
    }

    #[test]
    fn one_auditor_and_none_look_alike() {
        let mut rng = seeded(&Secret::new([1; 32]));
        let secret = EpochSecret::make(ORGANISATION, 12, &mut rng);
        let auditor = SealSecretKey::make(&mut rng);
        let one = Encapsulations::seal(&secret, &[auditor.public()], &mut rng).unwrap().to_bytes();
        let none = Encapsulations::seal(&secret, &[], &mut rng).unwrap();
        assert!(none.open(&auditor) == Err(Error::Decrypt));
        assert_eq!(one.len(), none.to_bytes().len());
        assert_eq!(one[..25], none.to_bytes()[..25]);
        let mut empty = one[..25].to_vec();
        empty[21..].fill(0);
        assert_eq!(Encapsulations::parse(&empty), Err(Error::Malformed));
        empty[0] = 2;
        assert_eq!(Encapsulations::parse(&empty), Err(Error::Version));
    }

    #[test]
    fn a_pseudonym_depends_on_thread_organisation_and_year() {
        let (one, two) = (ObjectKey::new(Secret::new([1; 32])), ObjectKey::new(Secret::new([2; 32])));
        let name = one.pseudonym(ORGANISATION, &ThreadId([3; 32]));
        assert_eq!(name, one.pseudonym(ORGANISATION, &ThreadId([3; 32])));
        assert_ne!(name, one.pseudonym(ORGANISATION, &ThreadId([4; 32])));
        assert_ne!(name, one.pseudonym(OrganisationId::NONE, &ThreadId([3; 32])));
        assert_ne!(name, two.pseudonym(ORGANISATION, &ThreadId([3; 32])));
    }
}
