//! Backups: the database in one file, the keys that pass in another, both sealed to recipients while they are written.
//!
//! FILE holds every row that stays, and the server's own keys. FILE.keys holds the release key ring and the secrets of
//! the access log that are destroyed in time; it belongs in another place and is destroyed after 60 days, so that what
//! was erased is gone from every copy. The pin is in neither: it tells an old copy from the newest state.
//!
//! Both are of one moment, beside a server that goes on writing, and are the same whichever database they came from.

pub mod envelope;
pub mod format;
pub mod restore;

use crate::secrets::{self, Folders, Passing};
use crate::store::copy::TABLES;
use crate::store::{Address, Db, ledger, migrations, ring as rows};
use crate::{Error, files, ring};
use crypto::ledger::LogKey;
use crypto::wire::Bytes;
use crypto::{Day, Secret, SigningKey};
use envelope::{Identities, Recipients};
use format::{About, Contents, Layout, Reader, Writer};
use std::fs::{File, OpenOptions};
use std::io::ErrorKind;
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};
use zeroize::Zeroizing;

/// How often the keys are looked for again that the rows of one moment need: a job may have replaced them between.
const TRIES: usize = 4;

/// A backup that was made.
#[derive(Clone, Copy, Debug)]
pub struct Made {
    /// Records in the file with the data.
    pub records: u64,
    /// Keys that rows name and the ring does not have: they were lost before.
    pub missing: usize,
}

/// A small secret file, by its name.
type NamedFile = (String, Zeroizing<Vec<u8>>);

/// A file that goes again unless it was finished.
struct Target {
    path: PathBuf,
    kept: bool,
}

impl Target {
    fn make(path: &Path) -> Result<(Self, File), Error> {
        let file = OpenOptions::new().write(true).create_new(true).mode(0o600).open(path).map_err(|error| {
            if error.kind() == ErrorKind::AlreadyExists { there_already(path) } else { error.into() }
        })?;
        Ok((Self { path: path.into(), kept: false }, file))
    }

    fn keep(mut self) {
        self.kept = true;
    }
}

impl Drop for Target {
    fn drop(&mut self) {
        if !self.kept {
            drop(std::fs::remove_file(&self.path));
        }
    }
}

/// Refuses a path at which something stands.
///
/// # Errors
/// [`Error::Refused`].
pub fn require_free(path: &Path) -> Result<(), Error> {
    if path.symlink_metadata().is_ok() { Err(there_already(path)) } else { Ok(()) }
}

fn there_already(path: &Path) -> Error {
    Error::Refused(format!("{} is there already: a backup goes over nothing", path.display()))
}

/// Writes a backup beside whatever runs, and reads it back. No byte of it is anywhere in clear.
///
/// # Errors
/// [`Error::Refused`] when something stands where it shall go, or it does not read back; what database and disk say.
/// Nothing is left behind then.
pub fn write(
    address: &Address,
    folders: &Folders,
    day: Day,
    recipients: &Recipients,
    file: &Path,
    keys: Option<&Path>,
) -> Result<Made, Error> {
    let reader = Identities::passing();
    let data_target = Target::make(file)?;
    let keys_target = keys.map(Target::make).transpose()?;
    let mut db = Db::open_reader(address)?;
    let mut tries = TRIES;
    let (moment, records) = loop {
        tries = tries.saturating_sub(1);
        let written = db.at_one_moment(|db| {
            let moment = Moment::look(db, folders, day)?;
            if tries > 0 && !moment.is_complete() {
                return Ok(None);
            }
            let sealing = envelope::seal(data_target.1.try_clone()?, recipients, &reader)?;
            let records = write_data(db, folders, Writer::begin(sealing, Contents::Data, &moment.about)?)?;
            Ok(Some((moment, records)))
        })?;
        if let Some(written) = written {
            break written;
        }
    };
    if let Some((target, to)) = &keys_target {
        let sealing = envelope::seal(to.try_clone()?, recipients, &reader)?;
        let mut writer = Writer::begin(sealing, Contents::Keys, &moment.about)?;
        for (name, contents) in &moment.passing {
            writer.file(name, contents)?;
        }
        let records = finish(writer)?;
        require_whole(&target.path, Contents::Keys, &reader, records)?;
    }
    require_whole(&data_target.0.path, Contents::Data, &reader, records)?;
    for (target, file) in [Some(data_target), keys_target].into_iter().flatten() {
        file.sync_all()?;
        target.keep();
    }
    for path in [Some(file), keys].into_iter().flatten() {
        files::sync_folder_of(path)?;
    }
    Ok(Made { records, missing: moment.missing })
}

/// What lies beside the rows, looked at once they are of one moment.
struct Moment {
    about: About,
    passing: Vec<NamedFile>,
    missing: usize,
}

impl Moment {
    fn look(db: &mut Db, folders: &Folders, day: Day) -> Result<Self, Error> {
        let (about, named) = (about(db, folders, day)?, rows::named(db)?);
        // Only now: a key is on the disk before any row names it.
        let passing = passing_files(&folders.release_keys)?;
        let there = |id: &i64| passing.iter().any(|(file, _)| *file == ring::file_name(*id));
        let missing = named.iter().filter(|id| !there(id)).count();
        Ok(Self { about, passing, missing })
    }

    /// Whether every key that its rows need is there: one may have been replaced between the two looks.
    fn is_complete(&self) -> bool {
        let epoch = self.about.epoch.map(|epoch| Passing::Epoch(epoch).file_name());
        self.missing == 0 && epoch.is_none_or(|epoch| self.passing.iter().any(|(file, _)| *file == epoch))
    }
}

fn about(db: &mut Db, folders: &Folders, day: Day) -> Result<About, Error> {
    migrations::check(db)?;
    let seed = secrets::find_log(&folders.data)?.ok_or_else(|| Error::Refused("the log's key is missing".into()))?;
    Ok(About {
        backup: Bytes(Secret::<16>::make(&mut crate::entropy::generator()?).expose().to_vec()),
        log: LogKey::new(SigningKey::from_seed(seed))?.public().to_text(),
        day: day.0,
        epoch: ledger::open_epoch(db)?.map(|epoch| epoch.number),
        schema: migrations::applied(db)?,
    })
}

fn write_data(db: &mut Db, folders: &Folders, mut writer: Writer<envelope::Sealing>) -> Result<u64, Error> {
    for table in TABLES {
        let columns = table.columns.iter().map(|(name, kind)| ((*name).to_owned(), *kind)).collect();
        writer.table(&Layout { table: table.name.into(), columns })?;
        table.each(db, |row| writer.row(&row))?;
    }
    for (folder, name) in secrets::staying(folders) {
        let contents = files::find(&folder, name)?.map(Zeroizing::new);
        let contents = contents.ok_or_else(|| Error::Refused(format!("{} is missing", folder.join(name).display())))?;
        writer.file(name, &contents)?;
    }
    finish(writer)
}

fn finish(writer: Writer<envelope::Sealing>) -> Result<u64, Error> {
    let (sealing, records) = writer.finish()?;
    sealing.finish()?.sync_all()?;
    Ok(records)
}

/// Reads a file to its end, as a restore would.
fn require_whole(path: &Path, contents: Contents, reader: &Identities, records: u64) -> Result<(), Error> {
    let (mut reader, _) = Reader::begin(envelope::open(File::open(path)?, reader)?, contents)?;
    while reader.read_part()?.is_some() {}
    if reader.records() == records {
        Ok(())
    } else {
        Err(Error::Refused(format!("{} does not read back as it was written", path.display())))
    }
}

/// What lies in the release keys' folder and is destroyed in time.
fn passing_files(folder: &Path) -> Result<Vec<NamedFile>, Error> {
    let mut all = Vec::new();
    let entries = std::fs::read_dir(folder).map_err(|error| {
        Error::Refused(format!("the release keys' folder {} cannot be read: {error}", folder.display()))
    })?;
    for entry in entries {
        let name = entry?.file_name();
        let Some(name) = name.to_str().filter(|name| is_passing(name)) else { continue };
        // Gone again: its time had come.
        if let Some(contents) = files::find(folder, name)? {
            all.push((name.to_owned(), Zeroizing::new(contents)));
        }
    }
    all.sort_by(|(one, _), (other, _)| one.cmp(other));
    Ok(all)
}

/// Whether a file of this name belongs with the release keys and passes.
fn is_passing(name: &str) -> bool {
    let plain = name.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || b".-".contains(&byte));
    let ours = name.ends_with(".key") || name.ends_with(".secret") || name == ring::rotation::DAYS;
    plain && ours && !name.starts_with('.') && name != secrets::DECOY
}

#[cfg(test)]
mod tests;
