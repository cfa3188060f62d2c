//! Putting a backup back into an empty installation.
//!
//! Both files are read to their end before anything is written. Then a mark is made in the data folder, the keys are
//! put in place, the rows come in one transaction, and the mark goes. While it is there nothing else opens the
//! installation; the same restore, run again, goes on from wherever it broke off.

use super::envelope::{self, Identities};
use super::format::{About, Contents, Layout, Part, Reader};
use super::{NamedFile, is_passing};
use crate::ring::Ring;
use crate::secrets::{self, Folders, Passing, Secrets};
use crate::store::copy::{self, MOST_ROWS, Value};
use crate::store::installation::{self, Restored};
use crate::store::{Address, Db, migrations, ring as rows};
use crate::{Error, entropy, files};
use crypto::Day;
use std::collections::BTreeSet;
use std::fs::File;
use std::path::{Path, PathBuf};

/// The mark of a restore that is under way, in the data folder: it names the backup.
pub const MARK: &str = "restoring";

/// A backup that was read to its end and is whole.
pub struct Checked<'i> {
    file: PathBuf,
    identities: &'i Identities,
    about: About,
    backup: [u8; 16],
    passing: Option<Vec<NamedFile>>,
}

/// What a restore brought back, and what it could not.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Outcome {
    /// Release keys that rows name and that are not there.
    pub missing_keys: usize,
    /// Threads that nobody can be given any more, for want of them.
    pub locked_threads: usize,
    /// Reports that waited for their tick and went with their key: who sent them is told to send again.
    pub lost_arrivals: usize,
}

/// Opens both files, reads them to their end and believes nothing before.
///
/// # Errors
/// [`Error::Refused`] for what is no whole backup of one installation, or was not made for these identities.
pub fn check<'i>(file: &Path, keys: Option<&Path>, identities: &'i Identities) -> Result<Checked<'i>, Error> {
    let (mut reader, about) = begin(file, Contents::Data, identities)?;
    let mut names = BTreeSet::new();
    while let Some(part) = reader.read_part()? {
        if let Part::File(name, _) = part {
            names.insert(name);
        }
    }
    let foreign = || Error::Refused("the backup does not hold what this program puts into one".into());
    let backup = about.backup.0.as_slice().try_into().map_err(|_| foreign())?;
    let nowhere = Folders { data: PathBuf::new(), release_keys: PathBuf::new() };
    if secrets::staying(&nowhere).iter().any(|(_, name)| !names.contains(*name)) {
        return Err(foreign());
    }
    let passing = keys.map(|keys| passing_of(keys, &about, identities)).transpose()?;
    Ok(Checked { file: file.into(), identities, about, backup, passing })
}

fn begin(file: &Path, contents: Contents, identities: &Identities) -> Result<(Reader<envelope::Opened>, About), Error> {
    let file =
        File::open(file).map_err(|error| Error::Refused(format!("{} cannot be read: {error}", file.display())))?;
    Reader::begin(envelope::open(file, identities)?, contents)
}

/// The ring, and the secret of the epoch that was open: those of other epochs had their time.
fn passing_of(keys: &Path, about: &About, identities: &Identities) -> Result<Vec<NamedFile>, Error> {
    let (mut reader, of_keys) = begin(keys, Contents::Keys, identities)?;
    if of_keys.log != about.log {
        return Err(Error::Refused("the keys are those of another installation".into()));
    }
    let open = about.epoch.map(|epoch| Passing::Epoch(epoch).file_name());
    let mut all = Vec::new();
    while let Some(part) = reader.read_part()? {
        match part {
            Part::File(name, contents) if is_passing(&name) => {
                if !name.starts_with("epoch-") || open.as_ref() == Some(&name) {
                    all.push((name, contents));
                }
            }
            _ => return Err(Error::Refused("the file with the keys holds something else, too".into())),
        }
    }
    Ok(all)
}

/// Refuses to go on where a restore broke off.
///
/// # Errors
/// [`Error::Refused`].
pub fn require_none_under_way(data: &Path) -> Result<(), Error> {
    match files::find(data, MARK)? {
        None => Ok(()),
        Some(_) => Err(Error::Refused(format!(
            "a restore into {} broke off half-way: run the same `micromoed restore` again",
            data.display()
        ))),
    }
}

impl Checked<'_> {
    /// The day it was made.
    #[must_use]
    pub const fn day(&self) -> Day {
        Day(self.about.day)
    }

    /// Puts it into an empty installation, whose data folder the caller holds.
    ///
    /// # Errors
    /// [`Error::Refused`] when there is something already; what database and disk say. The rows come all or not at all.
    pub fn put(&self, address: &Address, folders: &Folders) -> Result<Outcome, Error> {
        let again = self.mark(folders)?;
        let mut db = Db::open_writer(address)?;
        let there = installation_of(&mut db)?;
        if there.is_some() && (!again || there != Some(Some(self.backup))) {
            if !again {
                files::remove(&folders.data, MARK)?;
            }
            return Err(Error::Refused("the database is not empty: a restore goes over nothing".into()));
        }
        self.put_files(folders)?;
        let ring = Ring::open(&folders.release_keys, &BTreeSet::new(), self.day(), &mut entropy::generator()?)?;
        let secrets = Secrets::open(folders, false, &mut entropy::generator()?)?;
        if let Some(epoch) = self.about.epoch {
            // Without the old one the log goes on under a new secret; what was sealed under the old one stays shut.
            secrets.passing(Passing::Epoch(epoch), &mut entropy::generator()?)?;
        }
        if there.is_none() {
            migrations::run_only(&mut db, &self.about.schema)?;
            db.at_one_moment(|db| self.put_rows(db, &ring))?;
        }
        migrations::run(&mut db)?;
        let outcome = db.at_one_moment(|db| {
            let missing = ring.missing(&rows::named(db)?);
            let locked_threads = rows::locked(db, &missing)?;
            let lost_arrivals = installation::restored(db)?.map_or(0, |restored| restored.lost_arrivals);
            let lost_arrivals = usize::try_from(lost_arrivals).unwrap_or(usize::MAX);
            Ok(Outcome { missing_keys: missing.len(), locked_threads, lost_arrivals })
        })?;
        files::remove(&folders.data, MARK)?;
        Ok(outcome)
    }

    /// Makes the mark; answers whether it was there, from a restore of the same backup that broke off.
    fn mark(&self, folders: &Folders) -> Result<bool, Error> {
        match files::find(&folders.data, MARK)? {
            Some(mark) if mark == self.backup => return Ok(true),
            Some(_) => {
                return Err(Error::Refused(
                    "a restore of another backup broke off here: go on with that one, or begin in an empty folder"
                        .into(),
                ));
            }
            None => {}
        }
        let holds = |(folder, name): (PathBuf, &str)| Ok::<_, Error>(files::find(&folder, name)?.is_some());
        let [log, challenge, tombstone, _] = secrets::staying(folders).map(holds);
        if log? || challenge? || tombstone? {
            return Err(Error::Refused("the data folder holds keys already: a restore goes over nothing".into()));
        }
        if self.passing.is_some() && holds_keys(&folders.release_keys)? {
            return Err(Error::Refused(format!(
                "there are release keys in {} already: leave --keys out to go on with them, or name an empty folder",
                folders.release_keys.display()
            )));
        }
        files::put(&folders.data, MARK, &self.backup)?;
        Ok(false)
    }

    fn put_files(&self, folders: &Folders) -> Result<(), Error> {
        files::make_folder(&folders.data.join("keys"))?;
        files::make_folder(&folders.release_keys)?;
        let (mut reader, _) = begin(&self.file, Contents::Data, self.identities)?;
        while let Some(part) = reader.read_part()? {
            let Part::File(name, contents) = part else { continue };
            let place = secrets::staying(folders).into_iter().find(|(_, known)| *known == name);
            let Some((folder, name)) = place else { continue };
            if name == secrets::DECOY && files::find(&folder, name)?.is_some_and(|there| there != *contents) {
                return Err(Error::Refused("the release keys are those of another installation".into()));
            }
            files::put(&folder, name, &contents)?;
        }
        for (name, contents) in self.passing.iter().flatten() {
            files::put(&folders.release_keys, name, contents)?;
        }
        Ok(())
    }

    fn put_rows(&self, db: &mut Db, ring: &Ring) -> Result<(), Error> {
        let (mut reader, _) = begin(&self.file, Contents::Data, self.identities)?;
        let mut table: Option<(Layout, Vec<Vec<Value>>)> = None;
        while let Some(part) = reader.read_part()? {
            match part {
                Part::Table(layout) => {
                    put_table(db, table.replace((layout, Vec::new())))?;
                }
                Part::Row(row) => {
                    if let Some((layout, rows)) = &mut table {
                        rows.push(row);
                        if rows.len() == MOST_ROWS {
                            copy::put(db, &layout.table, &layout.columns, &std::mem::take(rows))?;
                        }
                    }
                }
                Part::File(..) => {}
            }
        }
        put_table(db, table)?;
        let missing = ring.missing(&rows::named(db)?);
        let lost_arrivals = u32::try_from(rows::forget_lost(db, &missing)?).unwrap_or(u32::MAX);
        installation::put_restored(db, &Restored { backup: self.backup, to: self.day(), on: None, lost_arrivals })
    }
}

fn put_table(db: &mut Db, table: Option<(Layout, Vec<Vec<Value>>)>) -> Result<(), Error> {
    table.map_or(Ok(()), |(layout, rows)| copy::put(db, &layout.table, &layout.columns, &rows))
}

/// Which backup the rows came from, where there are rows: nothing for an empty database.
fn installation_of(db: &mut Db) -> Result<Option<Option<[u8; 16]>>, Error> {
    if migrations::applied(db)?.is_empty() || copy::is_empty(db)? {
        return Ok(None);
    }
    Ok(Some(installation::restored(db)?.map(|restored| restored.backup)))
}

fn holds_keys(folder: &Path) -> Result<bool, Error> {
    Ok(folder.is_dir() && !super::passing_files(folder)?.is_empty())
}
