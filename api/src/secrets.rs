//! The server's own secrets, one file each (version 1 ‖ 32 bytes). What must stay is in the data folder; what must be
//! destroyed in time is beside the release keys, because no backup of the data may hold it.

use crate::{Error, files};
use crypto::Secret;
use rand_core::CryptoRng;
use std::path::{Path, PathBuf};

const VERSION: u8 = 1;
const LOG: &str = "log.secret";
const CHALLENGE: &str = "challenge.secret";
const TOMBSTONE: &str = "tombstone.secret";
/// The one secret beside the release keys that stays.
pub(crate) const DECOY: &str = "decoy.secret";

/// Where an installation keeps its files.
#[derive(Clone, Debug)]
pub struct Folders {
    /// The data folder.
    pub data: PathBuf,
    /// The release keys, which may be on another disk or shared by instances.
    pub release_keys: PathBuf,
}

/// A secret that is made, used for a while and destroyed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Passing {
    /// Seals the bodies of the log's entries until the epoch is closed.
    Epoch(u32),
    /// Makes the pseudonyms of threads in the log until the year is over.
    Objects(i16),
}

impl Passing {
    /// Its file.
    pub(crate) fn file_name(self) -> String {
        match self {
            Self::Epoch(number) => format!("epoch-{number}.secret"),
            Self::Objects(year) => format!("objects-{year}.secret"),
        }
    }
}

/// The secrets that stay, and access to those that pass.
pub struct Secrets {
    /// Seed of the key that signs the log's checkpoints.
    pub log: Secret<32>,
    /// Makes challenges that need no memory.
    pub challenge: Secret<32>,
    /// Hashes the names of erased threads.
    pub tombstone: Secret<32>,
    /// Makes the headers that fill a batch up.
    pub decoy: Secret<32>,
    release_keys: PathBuf,
}

impl Secrets {
    /// Reads them, or makes them where the installation is new.
    ///
    /// # Errors
    /// [`Error::Refused`] naming a file that is missing from an installation that had it, or is damaged.
    pub fn open(folders: &Folders, new: bool, rng: &mut impl CryptoRng) -> Result<Self, Error> {
        let keys = folders.data.join("keys");
        files::make_folder(&keys)?;
        files::make_folder(&folders.release_keys)?;
        let mut staying = |folder: &Path, name: &str| match find(folder, name)? {
            Some(secret) => Ok(secret),
            None if new => find_or_make(folder, name, rng),
            None => {
                Err(Error::Refused(format!("{} is missing: restore it from the backup", folder.join(name).display())))
            }
        };
        Ok(Self {
            log: staying(&keys, LOG)?,
            challenge: staying(&keys, CHALLENGE)?,
            tombstone: staying(&keys, TOMBSTONE)?,
            decoy: staying(&folders.release_keys, DECOY)?,
            release_keys: folders.release_keys.clone(),
        })
    }

    /// The secret, made now if there is none. Instances that share the folder get the same one.
    ///
    /// # Errors
    /// [`Error::Io`]; [`Error::Refused`] naming a damaged file.
    pub fn passing(&self, name: Passing, rng: &mut impl CryptoRng) -> Result<Secret<32>, Error> {
        find_or_make(&self.release_keys, &name.file_name(), rng)
    }

    /// The secret, if it was not destroyed.
    ///
    /// # Errors
    /// [`Error::Io`]; [`Error::Refused`] naming a damaged file.
    pub fn find_passing(&self, name: Passing) -> Result<Option<Secret<32>>, Error> {
        find(&self.release_keys, &name.file_name())
    }

    /// Destroys it; one that is gone is destroyed already.
    ///
    /// # Errors
    /// [`Error::Io`].
    pub fn destroy(&self, name: Passing) -> Result<(), Error> {
        files::remove(&self.release_keys, &name.file_name())
    }
}

/// The files of the secrets that stay, with the folder of each. The decoys' key is one of them: with another one, a
/// batch that is listed again would show which of its headers are real.
pub(crate) fn staying(folders: &Folders) -> [(PathBuf, &'static str); 4] {
    let keys = folders.data.join("keys");
    [(keys.clone(), LOG), (keys.clone(), CHALLENGE), (keys, TOMBSTONE), (folders.release_keys.clone(), DECOY)]
}

/// The seed of the key that signs the log, for whoever checks it and changes nothing.
///
/// # Errors
/// [`Error::Io`]; [`Error::Refused`] naming a damaged file.
pub fn find_log(data: &Path) -> Result<Option<Secret<32>>, Error> {
    find(&data.join("keys"), LOG)
}

fn find(folder: &Path, name: &str) -> Result<Option<Secret<32>>, Error> {
    let Some(bytes) = files::find(folder, name)? else {
        return Ok(None);
    };
    match bytes.split_first() {
        Some((&VERSION, secret)) if secret.len() == 32 => Ok(Some(secret.try_into()?)),
        _ => Err(Error::Refused(format!("{} is damaged: restore it from the backup", folder.join(name).display()))),
    }
}

fn find_or_make(folder: &Path, name: &str, rng: &mut impl CryptoRng) -> Result<Secret<32>, Error> {
    if let Some(secret) = find(folder, name)? {
        return Ok(secret);
    }
    let secret = Secret::<32>::make(rng);
    files::put_first(folder, name, &[&[VERSION][..], secret.expose()].concat())?;
    find(folder, name)?.ok_or_else(|| Error::Refused(format!("{} cannot be kept", folder.join(name).display())))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::entropy;

    fn folders(root: &Path) -> Folders {
        Folders { data: root.join("data"), release_keys: root.join("ring") }
    }

    #[test]
    fn secrets_are_made_once_and_a_lost_one_is_not_made_again() {
        let root = tempfile::tempdir().unwrap();
        let folders = folders(root.path());
        let mut rng = entropy::generator().unwrap();
        let first = Secrets::open(&folders, true, &mut rng).unwrap();
        let again = Secrets::open(&folders, false, &mut rng).unwrap();
        assert!(first.log == again.log && first.decoy == again.decoy && first.log != first.challenge);
        std::fs::remove_file(folders.data.join("keys/log.secret")).unwrap();
        let refused = Secrets::open(&folders, false, &mut rng).err().unwrap().to_string();
        assert!(refused.contains("log.secret is missing"), "{refused}");
        std::fs::write(folders.data.join("keys/log.secret"), [VERSION; 20]).unwrap();
        let refused = Secrets::open(&folders, true, &mut rng).err().unwrap().to_string();
        assert!(refused.contains("log.secret is damaged"), "{refused}");
    }

    #[test]
    fn a_passing_secret_is_the_same_until_it_is_destroyed() {
        let root = tempfile::tempdir().unwrap();
        let mut rng = entropy::generator().unwrap();
        let secrets = Secrets::open(&folders(root.path()), true, &mut rng).unwrap();
        let epoch = Passing::Epoch(7);
        let first = secrets.passing(epoch, &mut rng).unwrap();
        assert!(secrets.passing(epoch, &mut rng).unwrap() == first);
        assert!(secrets.passing(Passing::Objects(2026), &mut rng).unwrap() != first);
        secrets.destroy(epoch).unwrap();
        secrets.destroy(epoch).unwrap();
        assert!(secrets.passing(epoch, &mut rng).unwrap() != first);
    }
}
