//! The folder a desk keeps on the device: what it saw last, and which number means which thread. It holds no key, no
//! text and no token; the vault and the key rows in it are sealed.

use crate::Error;
use crypto::roster::Chain;
use crypto::wire::Bytes;
use crypto::{Day, Digest, PersonId, ThreadId};
use serde::{Deserialize, Serialize};
use std::fs::{self, DirBuilder, File, OpenOptions, Permissions};
use std::io::{ErrorKind, Write};
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt, PermissionsExt};
use std::path::{Path, PathBuf};

const VERSION: u32 = 1;
const FILE: &str = "state.json";
const VAULT: &str = "vault";
const LOCK: &str = "lock";

/// What is kept. Numbers are places in the lists, from 1: nothing is ever taken out of them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct State {
    version: u32,
    /// The organisation's fingerprint: what this folder is bound to.
    pub organisation: String,
    /// The short name at unlock.
    pub account: String,
    /// Newest roster seen: number and digest.
    pub roster: Option<(u32, Digest)>,
    /// The log's key, pinned at first sight.
    pub log_key: Option<String>,
    /// Largest log head seen: size and root.
    pub ledger: Option<(u64, Digest)>,
    /// Counter of the newest vault seen.
    pub vault_counter: u64,
    /// Pending people by number.
    pub people: Vec<PersonId>,
    /// Threads by number.
    pub threads: Vec<KnownThread>,
}

/// A thread that has a number here.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct KnownThread {
    /// Which.
    pub id: ThreadId,
    /// The day it was listed with.
    pub day: u32,
    /// Its keys, sealed under the vault, once it was opened.
    pub row: Option<Bytes>,
}

/// A state folder, held by this process alone until it is dropped.
pub struct Folder {
    path: PathBuf,
    /// What is in it; [`Folder::save`] writes it.
    pub state: State,
    _lock: File,
}

impl Folder {
    /// Opens a folder, or makes it (0700), and waits for another desk command that holds it.
    ///
    /// # Errors
    /// [`Error::Device`]; [`Error::Refused`] for a folder of a newer program or a damaged one.
    pub fn open(path: &Path) -> Result<Self, Error> {
        let failed = |error: std::io::Error| Error::Device(format!("the state folder {}: {error}", path.display()));
        DirBuilder::new().recursive(true).mode(0o700).create(path).map_err(failed)?;
        fs::set_permissions(path, Permissions::from_mode(0o700)).map_err(failed)?;
        let lock = OpenOptions::new().write(true).create(true).truncate(false).mode(0o600).open(path.join(LOCK));
        let lock = lock.map_err(failed)?;
        lock.lock().map_err(failed)?;
        let state = match fs::read(path.join(FILE)) {
            Ok(bytes) => {
                serde_json::from_slice(&bytes).ok().filter(|state: &State| state.version == VERSION).ok_or_else(
                    || Error::Refused(format!("{} is damaged, or made by a newer version", path.join(FILE).display())),
                )?
            }
            Err(error) if error.kind() == ErrorKind::NotFound => State { version: VERSION, ..State::default() },
            Err(error) => return Err(failed(error)),
        };
        Ok(Self { path: path.into(), state, _lock: lock })
    }

    /// Writes the state: to a new file, to the disk, then in place of the old one.
    ///
    /// # Errors
    /// [`Error::Device`].
    pub fn save(&self) -> Result<(), Error> {
        let bytes = serde_json::to_vec_pretty(&self.state).map_err(std::io::Error::from)?;
        self.write(FILE, &bytes)
    }

    /// Keeps a copy of the sealed vault, and its counter.
    ///
    /// # Errors
    /// [`Error::Device`].
    pub fn save_vault(&mut self, counter: u64, sealed: &[u8]) -> Result<(), Error> {
        self.write(VAULT, sealed)?;
        self.state.vault_counter = counter;
        self.save()
    }

    /// The kept copy of the sealed vault.
    #[must_use]
    pub fn vault(&self) -> Option<Vec<u8>> {
        fs::read(self.path.join(VAULT)).ok()
    }

    fn write(&self, name: &str, bytes: &[u8]) -> Result<(), Error> {
        let (path, new) = (self.path.join(name), self.path.join(format!("{name}.new")));
        let mut file = OpenOptions::new().write(true).create(true).truncate(true).mode(0o600).open(&new)?;
        file.write_all(bytes)?;
        file.sync_all()?;
        fs::rename(&new, &path)?;
        File::open(&self.path)?.sync_all()?;
        Ok(())
    }
}

impl State {
    /// Binds the folder to an organisation, or checks that it is bound to this one.
    ///
    /// # Errors
    /// [`Error::Refused`].
    pub fn bind(&mut self, organisation: &str) -> Result<(), Error> {
        if self.organisation.is_empty() {
            self.organisation = organisation.into();
        }
        if self.organisation == organisation {
            Ok(())
        } else {
            Err(Error::Refused("this state folder belongs to another organisation: use another --state".into()))
        }
    }

    /// Checks a roster chain and the log's key against what was seen before, and keeps them.
    ///
    /// # Errors
    /// [`crypto::Error::Roster`]; [`Error::Distrust`] for another key of the log.
    pub fn pin(&mut self, chain: &Chain, log_key: &str) -> Result<(), Error> {
        if let Some((number, digest)) = &self.roster {
            chain.check_pin(*number, digest)?;
        }
        if self.log_key.as_deref().is_some_and(|pinned| pinned != log_key) {
            return Err(Error::distrust("the access log has another key than before"));
        }
        self.roster = Some((chain.head().number, chain.head_digest()));
        self.log_key = Some(log_key.into());
        Ok(())
    }

    /// The number of a thread, given now if it has none.
    pub fn number(&mut self, thread: ThreadId, day: Day) -> usize {
        place(&mut self.threads, |known| known.id == thread, || KnownThread { id: thread, day: day.0, row: None })
    }

    /// The thread with this number.
    ///
    /// # Errors
    /// [`Error::Usage`].
    pub fn thread(&self, number: usize) -> Result<&KnownThread, Error> {
        numbered(&self.threads, number)
            .ok_or_else(|| Error::Usage(format!("no thread has the number {number}: see `desk inbox`")))
    }

    /// What is known of a thread.
    pub fn known(&mut self, thread: ThreadId) -> Option<&mut KnownThread> {
        self.threads.iter_mut().find(|known| known.id == thread)
    }

    /// The number of a pending person, given now if she has none.
    pub fn person_number(&mut self, person: PersonId) -> usize {
        place(&mut self.people, |known| *known == person, || person)
    }

    /// The pending person with this number.
    ///
    /// # Errors
    /// [`Error::Usage`].
    pub fn person(&self, number: usize) -> Result<PersonId, Error> {
        numbered(&self.people, number)
            .copied()
            .ok_or_else(|| Error::Usage(format!("nobody has the number {number}: see `desk people`")))
    }
}

fn place<T>(list: &mut Vec<T>, is: impl Fn(&T) -> bool, make: impl FnOnce() -> T) -> usize {
    let found = list.iter().position(is);
    let place = found.unwrap_or(list.len());
    if found.is_none() {
        list.push(make());
    }
    place.saturating_add(1)
}

fn numbered<T>(list: &[T], number: usize) -> Option<&T> {
    number.checked_sub(1).and_then(|place| list.get(place))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::organisation::tests::sample;
    use crypto::roster::Role;

    fn mode(path: &Path) -> u32 {
        fs::metadata(path).unwrap().permissions().mode() & 0o777
    }

    #[test]
    fn numbers_are_given_once_and_outlive_the_process() {
        let parent = tempfile::tempdir().unwrap();
        let path = parent.path().join("desk");
        let mut folder = Folder::open(&path).unwrap();
        folder.state.bind("seven.words").unwrap();
        assert_eq!(folder.state.number(ThreadId([7; 32]), Day(3)), 1);
        assert_eq!(folder.state.number(ThreadId([8; 32]), Day(4)), 2);
        assert_eq!(folder.state.person_number(PersonId([1; 16])), 1);
        folder.save().unwrap();
        folder.save_vault(5, b"sealed").unwrap();
        let kept = folder.state.clone();
        drop(folder);

        let mut folder = Folder::open(&path).unwrap();
        assert_eq!((&folder.state, folder.vault().unwrap().as_slice()), (&kept, b"sealed".as_slice()));
        assert_eq!(folder.state.number(ThreadId([8; 32]), Day(9)), 2);
        assert_eq!(folder.state.number(ThreadId([9; 32]), Day(9)), 3);
        assert_eq!(folder.state.thread(2).unwrap().day, 4);
        assert_eq!(folder.state.thread(0).unwrap_err().exit_code(), 2);
        assert_eq!(folder.state.thread(4).unwrap_err().exit_code(), 2);
        assert!(folder.state.bind("seven.words").is_ok());
        assert!(matches!(folder.state.bind("other.words"), Err(Error::Refused(_))));
        assert_eq!((mode(&path), mode(&path.join(FILE)), mode(&path.join(VAULT))), (0o700, 0o600, 0o600));
    }

    #[test]
    fn an_open_folder_is_closed_and_a_damaged_one_is_not_overwritten() {
        let parent = tempfile::tempdir().unwrap();
        fs::set_permissions(parent.path(), Permissions::from_mode(0o755)).unwrap();
        drop(Folder::open(parent.path()).unwrap());
        assert_eq!(mode(parent.path()), 0o700);
        for damaged in ["", "{}", "{\"version\":2}", "nonsense"] {
            fs::write(parent.path().join(FILE), damaged).unwrap();
            assert!(matches!(Folder::open(parent.path()), Err(Error::Refused(_))), "{damaged}");
            assert_eq!(fs::read_to_string(parent.path().join(FILE)).unwrap(), damaged);
        }
    }

    #[test]
    fn a_pin_refuses_another_past_and_another_log() {
        let (organisation, other) = (sample(&[("An", Role::Coach)]), sample(&[("Jo", Role::Coach)]));
        let mut state = State::default();
        state.pin(&organisation.chain, "log+1").unwrap();
        state.pin(&organisation.chain, "log+1").unwrap();
        assert!(matches!(state.pin(&organisation.chain, "log+2"), Err(Error::Distrust(_))));
        assert!(matches!(state.pin(&other.chain, "log+1"), Err(Error::Crypto(crypto::Error::Roster(_)))));
        state.roster = Some((2, Digest::NONE));
        assert!(matches!(state.pin(&organisation.chain, "log+1"), Err(Error::Crypto(crypto::Error::Roster(_)))));
    }
}
