//! The release key ring: keys in a folder outside the database, under which the database holds what a release needs.
//!
//! A stolen database opens nothing without the folder, and an erased thread is gone from every copy of the database
//! once the key it was sealed under is destroyed. Living rows are re-sealed as keys grow old ([`rotation`]).
//! One file per key: version (1) ‖ number (8) ‖ day made (4) ‖ key (32), big-endian. Its name is the key's random id,
//! never used twice, so that a folder restored from an older copy cannot give a new key an old name.

pub mod rotation;

use crate::store::ring::Sealed;
use crate::{Error, files};
use crypto::{Day, OrganisationId, Secret, ThreadId};
use rand_core::CryptoRng;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::{PoisonError, RwLock};

const VERSION: u8 = 1;
const ENDING: &str = ".key";

#[derive(Clone)]
struct Key {
    /// Counts keys: the greatest is the current one, whatever a clock said.
    number: u64,
    made: Day,
    secret: Secret<32>,
}

impl Key {
    fn to_bytes(&self) -> Vec<u8> {
        [&[VERSION][..], &self.number.to_be_bytes(), &self.made.0.to_be_bytes(), self.secret.expose()].concat()
    }

    fn from_bytes(bytes: &[u8]) -> Option<Self> {
        let (version, rest) = bytes.split_first()?;
        let (number, rest) = rest.split_first_chunk()?;
        let (made, secret) = rest.split_first_chunk()?;
        (*version == VERSION).then_some(())?;
        Some(Self {
            number: u64::from_be_bytes(*number),
            made: Day(u32::from_be_bytes(*made)),
            secret: secret.try_into().ok()?,
        })
    }
}

/// The file of a key.
pub(crate) fn file_name(id: i64) -> String {
    format!("{id:016x}{ENDING}")
}

/// The keys of one folder, as this process knows them.
pub struct Ring {
    folder: PathBuf,
    keys: RwLock<BTreeMap<i64, Key>>,
}

impl Ring {
    /// Reads the ring of a folder (0700), making the folder where it is missing. `named` are the keys that rows of the
    /// database name: while there are none, a first key is made.
    ///
    /// # Errors
    /// [`Error::Refused`] when rows name keys and the folder has none at all: that is the wrong folder.
    pub fn open(folder: &Path, named: &BTreeSet<i64>, today: Day, rng: &mut impl CryptoRng) -> Result<Self, Error> {
        files::make_folder(folder)?;
        let ring = Self::read(folder)?;
        if ring.current().is_none() {
            if !named.is_empty() {
                return Err(Error::Refused(format!(
                    "the folder {} has no release key, but the database needs them: give --release-keys, or restore it",
                    folder.display()
                )));
            }
            ring.make_key(today, rng)?;
        }
        Ok(ring)
    }

    /// Reads the ring of a folder and changes nothing.
    ///
    /// # Errors
    /// [`Error::Io`] when there is no such folder; [`Error::Refused`] naming a file that is no key.
    pub fn read(folder: &Path) -> Result<Self, Error> {
        let ring = Self { folder: folder.into(), keys: RwLock::default() };
        ring.reload()?;
        Ok(ring)
    }

    /// The folder, where the ledger's epoch secrets and the decoy key stand too.
    #[must_use]
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Seals a thread's secrets under the current key; answers the key's id and the sealed bytes.
    ///
    /// # Errors
    /// [`Error::Refused`] when the ring is empty.
    pub fn seal(
        &self,
        organisation: OrganisationId,
        thread: ThreadId,
        secrets: &[u8],
        rng: &mut impl CryptoRng,
    ) -> Result<(i64, Vec<u8>), Error> {
        let id = self.current().ok_or_else(|| Error::Refused("the release key ring is empty".into()))?;
        let key = self.secret(id).ok_or(crypto::Error::Decrypt)?;
        Ok((id, crypto::ring::seal(&key, id.unsigned_abs(), organisation, thread, secrets, rng)))
    }

    /// Opens a row's secrets. A key this process does not know may be one that another instance made: it looks.
    ///
    /// # Errors
    /// [`Error::Crypto`] when the key is gone or the bytes are damaged.
    pub fn open_row(&self, row: &Sealed) -> Result<Vec<u8>, Error> {
        if self.secret(row.key).is_none() {
            self.reload()?;
        }
        let key = self.secret(row.key).ok_or(crypto::Error::Decrypt)?;
        Ok(crypto::ring::open(&key, row.key.unsigned_abs(), row.organisation, row.thread, &row.secrets)?)
    }

    /// Keys that rows name and the ring does not have: what is sealed under them is lost.
    #[must_use]
    pub fn missing(&self, named: &BTreeSet<i64>) -> Vec<i64> {
        named.iter().copied().filter(|id| self.secret(*id).is_none()).collect()
    }

    /// Reads the folder again.
    ///
    /// # Errors
    /// [`Error::Refused`] naming a file that is no key.
    pub fn reload(&self) -> Result<(), Error> {
        let mut keys = BTreeMap::new();
        for entry in std::fs::read_dir(&self.folder)? {
            let name = entry?.file_name();
            let Some(id) = name.to_str().and_then(|name| name.strip_suffix(ENDING)) else {
                continue;
            };
            let damaged = || Error::Refused(format!("{} is no release key", self.folder.join(&name).display()));
            let id = i64::from_str_radix(id, 16).map_err(|_| damaged())?;
            // Gone again: another instance destroyed it.
            let Some(bytes) = files::find(&self.folder, &file_name(id))? else {
                continue;
            };
            keys.insert(id, Key::from_bytes(&bytes).ok_or_else(damaged)?);
        }
        *self.keys.write().unwrap_or_else(PoisonError::into_inner) = keys;
        Ok(())
    }

    /// The key that seals now.
    fn current(&self) -> Option<i64> {
        let keys = self.keys.read().unwrap_or_else(PoisonError::into_inner);
        keys.iter().max_by_key(|(id, key)| (key.number, **id)).map(|(id, _)| *id)
    }

    fn secret(&self, id: i64) -> Option<Secret<32>> {
        self.keys.read().unwrap_or_else(PoisonError::into_inner).get(&id).map(|key| key.secret.clone())
    }

    fn made(&self, id: i64) -> Option<Day> {
        self.keys.read().unwrap_or_else(PoisonError::into_inner).get(&id).map(|key| key.made)
    }

    /// The keys there are, by their ids in order.
    #[must_use]
    pub fn ids(&self) -> Vec<i64> {
        self.keys.read().unwrap_or_else(PoisonError::into_inner).keys().copied().collect()
    }

    /// Makes the next key: on the disk first, then in use.
    fn make_key(&self, today: Day, rng: &mut impl CryptoRng) -> Result<(), Error> {
        let number = {
            let keys = self.keys.read().unwrap_or_else(PoisonError::into_inner);
            keys.values().map(|key| key.number).max().map_or(0, |number| number.saturating_add(1))
        };
        let id = i64::from_be_bytes(*Secret::make(rng).expose()) & i64::MAX;
        let key = Key { number, made: today, secret: Secret::make(rng) };
        files::put_first(&self.folder, &file_name(id), &key.to_bytes())?;
        self.reload()
    }

    /// Says that a key was made today, because the clock that dated it was wrong.
    fn date(&self, id: i64, today: Day) -> Result<(), Error> {
        let key = self.keys.read().unwrap_or_else(PoisonError::into_inner).get(&id).cloned();
        if let Some(key) = key {
            files::put(&self.folder, &file_name(id), &Key { made: today, ..key }.to_bytes())?;
        }
        self.reload()
    }

    fn destroy(&self, id: i64) -> Result<(), Error> {
        files::remove(&self.folder, &file_name(id))?;
        self.reload()
    }
}
