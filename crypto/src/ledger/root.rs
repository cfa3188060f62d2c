//! One secret per epoch for the whole installation, from which every organisation's follows.

use super::epoch::{Encapsulations, EpochSecret};
use crate::codec::{Reader, Writer};
use crate::error::Error;
use crate::id::{Digest, OrganisationId};
use crate::keys::Secret;
use crate::label::Label;
use crate::primitives;
use alloc::vec::Vec;
use rand_core::CryptoRng;

/// Kept beside the release key ring while the epoch is open, destroyed when it closes.
#[derive(Clone)]
pub struct EpochRoot {
    epoch: u32,
    secret: Secret<32>,
}

impl EpochRoot {
    /// A fresh one.
    #[must_use]
    pub fn make(epoch: u32, rng: &mut impl CryptoRng) -> Self {
        Self::new(epoch, Secret::make(rng))
    }

    /// That was kept.
    #[must_use]
    pub const fn new(epoch: u32, secret: Secret<32>) -> Self {
        Self { epoch, secret }
    }

    /// Which epoch.
    #[must_use]
    pub const fn epoch(&self) -> u32 {
        self.epoch
    }

    /// The secret itself, for keeping it.
    #[must_use]
    pub const fn secret(&self) -> &Secret<32> {
        &self.secret
    }

    /// The secret of one organisation, or of the installation ([`OrganisationId::NONE`]).
    #[must_use]
    pub fn of(&self, organisation: OrganisationId) -> EpochSecret {
        let fields: [&[u8]; 1] = [&self.epoch.to_be_bytes()];
        let secret = primitives::expand(&self.secret, Label::LEDGER_EPOCH_SECRET, organisation, &fields);
        EpochSecret::new(organisation, self.epoch, secret)
    }
}

/// What the closing entry names: the digest over everything that was sealed to auditors for its epoch, which is each
/// [`super::Encapsulations`] behind its `u32` length.
#[must_use]
pub fn published_digest(published: &[u8]) -> Digest {
    primitives::digest(Label::LEDGER_ENCAPSULATIONS, OrganisationId::NONE, &[published])
}

/// What is published of a closed epoch: length (`u32`) ‖ encapsulations, for each organisation.
#[must_use]
pub fn write_published<'a>(sealed: impl IntoIterator<Item = &'a Encapsulations>) -> Vec<u8> {
    let mut writer = Writer::default();
    for sealed in sealed {
        writer.prefixed(&sealed.to_bytes());
    }
    writer.finish()
}

/// Reads what [`write_published`] wrote.
///
/// # Errors
/// [`Error::Malformed`], [`Error::Version`].
pub fn read_published(published: &[u8]) -> Result<Vec<Encapsulations>, Error> {
    let mut reader = Reader::new(published);
    let mut all = Vec::new();
    while !reader.is_empty() {
        all.push(Encapsulations::parse(reader.prefixed(published.len())?)?);
    }
    Ok(all)
}
