//! Files and folders that only their owner can read, and that are on the disk before anybody relies on them.

use crate::Error;
use std::fs::{DirBuilder, File, OpenOptions, TryLockError};
use std::io::{ErrorKind, Write};
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt};
use std::path::Path;

/// How often a file is written beside before somebody has to look.
const TRIES: usize = 5;

/// Makes a folder (0700) and those above it, where they are missing.
///
/// # Errors
/// [`Error::Refused`] naming the folder.
pub fn make_folder(path: &Path) -> Result<(), Error> {
    DirBuilder::new()
        .recursive(true)
        .mode(0o700)
        .create(path)
        .map_err(|error| Error::Refused(format!("the folder {} cannot be made: {error}", path.display())))
}

/// Puts a file in place, whole and durable or not at all: written beside, synced, renamed, folder synced.
///
/// # Errors
/// [`Error::Io`].
pub fn put(folder: &Path, name: &str, bytes: &[u8]) -> Result<(), Error> {
    place(folder, name, bytes, |beside, path| std::fs::rename(beside, path))?;
    sync_folder(folder)
}

/// [`put`], unless a file of that name is there; answers whether it did.
///
/// # Errors
/// [`Error::Io`].
pub fn put_first(folder: &Path, name: &str, bytes: &[u8]) -> Result<bool, Error> {
    let linked = place(folder, name, bytes, |beside, path| {
        let linked = std::fs::hard_link(beside, path);
        match std::fs::remove_file(beside) {
            Err(error) if error.kind() != ErrorKind::NotFound => Err(error),
            _ => linked,
        }
    });
    sync_folder(folder)?;
    match linked {
        Ok(()) => Ok(true),
        Err(Error::Io(error)) if error.kind() == ErrorKind::AlreadyExists => Ok(false),
        Err(error) => Err(error),
    }
}

/// Writes beside and moves into place; again where [`remove_unfinished`] of somebody who shares the folder was faster.
fn place(
    folder: &Path,
    name: &str,
    bytes: &[u8],
    step: impl Fn(&Path, &Path) -> std::io::Result<()>,
) -> Result<(), Error> {
    for _ in 0..TRIES {
        match step(&write_beside(folder, name, bytes)?, &folder.join(name)) {
            Err(error) if error.kind() == ErrorKind::NotFound => {}
            outcome => return Ok(outcome?),
        }
    }
    Err(Error::Refused(format!("{} cannot be put in place", folder.join(name).display())))
}

/// The file's bytes, if there is one.
///
/// # Errors
/// [`Error::Io`].
pub fn find(folder: &Path, name: &str) -> Result<Option<Vec<u8>>, Error> {
    match std::fs::read(folder.join(name)) {
        Ok(bytes) => Ok(Some(bytes)),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error.into()),
    }
}

/// Removes a file durably; one that is not there is removed already.
///
/// # Errors
/// [`Error::Io`].
pub fn remove(folder: &Path, name: &str) -> Result<(), Error> {
    match std::fs::remove_file(folder.join(name)) {
        Err(error) if error.kind() != ErrorKind::NotFound => Err(error.into()),
        _ => sync_folder(folder),
    }
}

/// The ending of files that were never put in place: a process that died left them.
const BESIDE: &str = ".new";

/// Removes what a process that died left unfinished. Whoever writes here meanwhile writes once more.
///
/// # Errors
/// [`Error::Io`].
pub fn remove_unfinished(folder: &Path) -> Result<(), Error> {
    for entry in std::fs::read_dir(folder)? {
        let name = entry?.file_name();
        if let Some(name) = name.to_str().filter(|name| name.ends_with(BESIDE)) {
            remove(folder, name)?;
        }
    }
    Ok(())
}

fn write_beside(folder: &Path, name: &str, bytes: &[u8]) -> Result<std::path::PathBuf, Error> {
    // Two processes may share a folder, and two threads a process.
    let unique: [u8; 8] = *crypto::Secret::make(&mut crate::entropy::generator()?).expose();
    let path = folder.join(format!("{name}.{:016x}{BESIDE}", u64::from_be_bytes(unique)));
    let mut file = OpenOptions::new().write(true).create_new(true).mode(0o600).open(&path)?;
    file.write_all(bytes)?;
    file.sync_all()?;
    Ok(path)
}

/// Makes a new file's name durable.
///
/// # Errors
/// [`Error::Io`].
pub fn sync_folder_of(path: &Path) -> Result<(), Error> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    sync_folder(folder.unwrap_or(Path::new(".")))
}

fn sync_folder(folder: &Path) -> Result<(), Error> {
    Ok(File::open(folder)?.sync_all()?)
}

/// The data folder's lock, held as long as this lives: by the one process that writes there.
#[derive(Debug)]
pub struct Lock(#[expect(dead_code, reason = "the lock falls when the file is closed")] File);

impl Lock {
    /// Takes the lock of a data folder.
    ///
    /// # Errors
    /// [`Error::Refused`] when another process has it.
    pub fn take(data: &Path) -> Result<Self, Error> {
        let file = OpenOptions::new().create(true).truncate(false).write(true).mode(0o600).open(data.join("lock"))?;
        match file.try_lock() {
            Ok(()) => Ok(Self(file)),
            Err(TryLockError::WouldBlock) => {
                Err(Error::Refused(format!("another micromoed has the data folder {} open", data.display())))
            }
            Err(TryLockError::Error(error)) => Err(error.into()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::os::unix::fs::PermissionsExt;

    #[test]
    fn a_file_is_put_whole_and_only_for_its_owner() {
        let folder = tempfile::tempdir().unwrap();
        let inner = folder.path().join("a/b");
        make_folder(&inner).unwrap();
        put(&inner, "key", b"one").unwrap();
        put(&inner, "key", b"two").unwrap();
        assert!(!put_first(&inner, "key", b"three").unwrap());
        assert_eq!(find(&inner, "key").unwrap().unwrap(), b"two");
        assert_eq!(std::fs::read_dir(&inner).unwrap().count(), 1);
        let mode = |path: &Path| std::fs::metadata(path).unwrap().permissions().mode() & 0o777;
        assert_eq!((mode(&inner), mode(&inner.join("key"))), (0o700, 0o600));
        remove(&inner, "key").unwrap();
        remove(&inner, "key").unwrap();
        assert_eq!(find(&inner, "key").unwrap(), None);
    }

    #[test]
    fn a_folder_has_one_writer_at_a_time() {
        let folder = tempfile::tempdir().unwrap();
        let first = Lock::take(folder.path()).unwrap();
        assert!(Lock::take(folder.path()).unwrap_err().to_string().contains("another micromoed"));
        drop(first);
        Lock::take(folder.path()).unwrap();
    }
}
