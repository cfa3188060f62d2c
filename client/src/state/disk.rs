//! The folder on a disk.

use super::{State, VERSION};
use crate::Error;
use std::fs::{self, DirBuilder, File, OpenOptions, Permissions};
use std::io::{ErrorKind, Write};
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt, PermissionsExt};
use std::path::{Path, PathBuf};

const FILE: &str = "state.json";
const VAULT: &str = "vault";
const LOCK: &str = "lock";

/// A folder held by this process alone until it is dropped.
pub(super) struct Disk {
    path: PathBuf,
    _lock: File,
}

impl Disk {
    /// Opens a folder, or makes it (0700), and waits for another desk command that holds it.
    pub(super) fn open(path: &Path) -> Result<(Self, State), Error> {
        let failed = |error: std::io::Error| Error::Device(format!("the state folder {}: {error}", path.display()));
        let lock = hold(path)?;
        let state = match fs::read(path.join(FILE)) {
            Ok(bytes) => {
                serde_json::from_slice(&bytes).ok().filter(|state: &State| state.version == VERSION).ok_or_else(
                    || Error::Refused(format!("{} is damaged, or made by a newer version", path.join(FILE).display())),
                )?
            }
            Err(error) if error.kind() == ErrorKind::NotFound => State { version: VERSION, ..State::default() },
            Err(error) => return Err(failed(error)),
        };
        Ok((Self { path: path.into(), _lock: lock }, state))
    }

    pub(super) fn save(&self, state: &State) -> Result<(), Error> {
        let bytes = serde_json::to_vec_pretty(state).map_err(std::io::Error::from)?;
        self.write(FILE, &bytes)
    }

    pub(super) fn save_vault(&self, sealed: &[u8]) -> Result<(), Error> {
        self.write(VAULT, sealed)
    }

    pub(super) fn vault(&self) -> Option<Vec<u8>> {
        fs::read(self.path.join(VAULT)).ok()
    }

    fn write(&self, name: &str, bytes: &[u8]) -> Result<(), Error> {
        put(&self.path, name, bytes)
    }
}

/// Makes a folder (0700) where there is none, and waits for another command that holds it.
pub(crate) fn hold(path: &Path) -> Result<File, Error> {
    let failed = |error: std::io::Error| Error::Device(format!("the state folder {}: {error}", path.display()));
    DirBuilder::new().recursive(true).mode(0o700).create(path).map_err(failed)?;
    fs::set_permissions(path, Permissions::from_mode(0o700)).map_err(failed)?;
    let lock = OpenOptions::new().write(true).create(true).truncate(false).mode(0o600).open(path.join(LOCK));
    let lock = lock.map_err(failed)?;
    lock.lock().map_err(failed)?;
    Ok(lock)
}

/// To a new file, to the disk, then in place of the old one.
pub(crate) fn put(folder: &Path, name: &str, bytes: &[u8]) -> Result<(), Error> {
    let (path, new) = (folder.join(name), folder.join(format!("{name}.new")));
    let mut file = OpenOptions::new().write(true).create(true).truncate(true).mode(0o600).open(&new)?;
    file.write_all(bytes)?;
    file.sync_all()?;
    fs::rename(&new, &path)?;
    File::open(folder)?.sync_all()?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::super::Folder;
    use super::*;
    use crypto::{Day, PersonId, ThreadId};

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
        assert_eq!((&folder.state, folder.vault().unwrap()), (&kept, b"sealed".as_slice()));
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
}
