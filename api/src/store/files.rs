//! Files of threads, part by part: what is on its way in, what waits for its tick, and what can be handed out. The
//! bytes are sealed; what a file is called and what opens it stands in a message.

pub mod shelved;

use super::connection::Db;
use super::convert::{from_u64, to_u64};
use super::dialect::{self, first_held, insert_unless_there};
use super::organisations::OrganisationKey;
use super::schema::{file, file_part, staged_file, staged_part, tombstone};
use super::threads;
use crate::Error;
use crate::clock::Tick;
use crypto::access::FilePut;
use crypto::thread::{MOST_FILES, PART_SIZE, largest_sealed, part_size, parts, sealed_size};
use crypto::{Digest, PersonId, ThreadId};
use diesel::dsl::exists;
use diesel::prelude::*;
pub use shelved::Shelved;

/// Files of one author in one thread: the highest number. Ten messages with as many files as one may have.
pub const HIGHEST_NUMBER: u32 = 100;
/// Parts that one transaction moves, so that reports need not wait for long.
const MOST_MOVED: usize = 32;
/// Bytes that this is at most.
pub const MOVED_BYTES: usize = MOST_MOVED * PART_SIZE;

diesel::define_sql_function! {
    /// Another number for each row.
    fn random() -> diesel::sql_types::BigInt;
}

/// A file by its place in a thread.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Name {
    /// Its thread.
    pub thread: ThreadId,
    /// Whose it is.
    pub author: PersonId,
    /// Counts per thread and author from 1.
    pub number: u32,
}

impl Name {
    fn key(&self) -> (&[u8], &[u8], i32) {
        (self.thread.as_ref(), self.author.as_ref(), to_i32(self.number))
    }
}

/// A file as it is announced.
#[derive(Clone, Copy, Debug)]
pub struct NewFile {
    /// Its place.
    pub name: Name,
    /// Bytes when sealed.
    pub size: u64,
    /// The next tick.
    pub tick: Tick,
    /// The keyed hash that stands among the tombstones once its thread was erased.
    pub buried_as: Digest,
}

/// A sealed part, or where it is to be had.
#[derive(Clone, PartialEq, Eq)]
pub enum Part {
    /// Its bytes.
    Here(Vec<u8>),
    /// It lies outside the database.
    Shelved(Shelved),
}

impl Part {
    /// Whether these are its bytes.
    fn holds(&self, bytes: &[u8]) -> bool {
        match self {
            Self::Here(there) => there == bytes,
            Self::Shelved(shelved) => shelved.holds(bytes),
        }
    }
}

/// Takes note of a file that will come, and answers how many of its parts are there, from the first on: the same again
/// tells how far it is. All files of an organisation may have `room` bytes.
///
/// # Errors
/// [`Error::Conflict`] when one of another size stands there; [`Error::NoRoom`] when it is one too many or too large;
/// [`Error::Erased`] and [`Error::NotFound`] when its thread was erased or does not exist.
pub fn begin(db: &mut Db, new: &NewFile, room: u64) -> Result<u32, Error> {
    let organisation = organisation_of(db, new)?;
    if let Some((size, there)) = find(db, &new.name)? {
        return if size == new.size { Ok(there) } else { Err(Error::Conflict) };
    }
    if new.size > largest_sealed() {
        return Err(Error::NoRoom("a file has at most 25 MiB"));
    }
    if new.size < sealed_size(0)? || new.name.number == 0 {
        return Err(Error::Malformed("no sealed file has this number or size"));
    }
    if new.name.number > HIGHEST_NUMBER {
        return Err(Error::NoRoom("a conversation takes a hundred files of each side"));
    }
    let (id, author, number) = new.name.key();
    let waiting: i64 = staged_file::table
        .filter(staged_file::thread.eq(id).and(staged_file::author.eq(author)))
        .count()
        .get_result(db)?;
    if usize::try_from(waiting).is_ok_and(|waiting| waiting >= MOST_FILES) {
        return Err(Error::NoRoom("ten files at a time: more when these have gone out"));
    }
    if occupied(db, organisation)?.saturating_add(new.size) > room {
        return Err(Error::NoRoom("the organisation has no room for more files"));
    }
    let row = (
        staged_file::thread.eq(id),
        staged_file::author.eq(author),
        staged_file::number.eq(number),
        staged_file::organisation.eq(organisation.as_ref()),
        staged_file::size.eq(from_u64(new.size)),
        staged_file::missing.eq(to_i32(parts(new.size))),
        staged_file::tick.eq(new.tick.0),
    );
    match insert_unless_there!(db, diesel::insert_into(staged_file::table).values(row))? {
        1 => Ok(0),
        // Another instance was faster.
        _ => Err(Error::Busy),
    }
}

/// Whose thread it is; nobody erases it before the file stands there.
fn organisation_of(db: &mut Db, new: &NewFile) -> Result<OrganisationKey, Error> {
    match threads::hold(db, new.name.thread)? {
        Some(key) => Ok(key),
        None if diesel::select(exists(tombstone::table.find(new.buried_as.as_ref()))).get_result(db)? => {
            Err(Error::Erased)
        }
        None => Err(Error::NotFound),
    }
}

/// Bytes of all files of an organisation, those that are on their way included.
fn occupied(db: &mut Db, organisation: OrganisationKey) -> Result<u64, Error> {
    let key = organisation.as_ref();
    // A sum of whole numbers is a decimal one to PostgreSQL.
    let kept: Vec<i64> = file::table.filter(file::organisation.eq(key)).select(file::size).load(db)?;
    let staged: Vec<i64> =
        staged_file::table.filter(staged_file::organisation.eq(key)).select(staged_file::size).load(db)?;
    Ok(kept.into_iter().chain(staged).fold(0, |bytes, size| bytes.saturating_add(to_u64(size))))
}

/// Its size, and how many parts are there.
fn find(db: &mut Db, name: &Name) -> Result<Option<(u64, u32)>, Error> {
    let query = staged_file::table.find(name.key()).select((staged_file::size, staged_file::missing));
    let staged: Option<(i64, i32)> = first_held!(db, query).optional()?;
    if let Some((size, missing)) = staged {
        let size = to_u64(size);
        return Ok(Some((size, parts(size).saturating_sub(u32::try_from(missing).unwrap_or_default()))));
    }
    let kept: Option<i64> = file::table.find(name.key()).select(file::size).first(db).optional()?;
    Ok(kept.map(to_u64).map(|size| (size, parts(size))))
}

/// Takes the next part in; answers how many are there. The same bytes again are a success.
///
/// # Errors
/// [`Error::NotFound`] for a file that was not announced, or was forgotten; [`Error::Conflict`] when other bytes stand
/// there; [`Error::Stale`] when one before it is missing; [`Error::Malformed`] for a part that has another length.
pub fn put(db: &mut Db, thread: ThreadId, author: PersonId, put: &FilePut<'_>) -> Result<u32, Error> {
    let name = Name { thread, author, number: put.number };
    let (size, there) = find(db, &name)?.ok_or(Error::NotFound)?;
    if put.bytes.is_empty() || put.bytes.len() != part_size(size, put.part) {
        return Err(Error::Malformed("a part of this file has another length"));
    }
    if put.part < there {
        return if own_part(db, &name, put.part)?.holds(put.bytes) { Ok(there) } else { Err(Error::Conflict) };
    }
    if put.part > there {
        return Err(Error::Stale { current: u64::from(there) });
    }
    let (id, author, number) = name.key();
    let row = (
        staged_part::thread.eq(id),
        staged_part::author.eq(author),
        staged_part::number.eq(number),
        staged_part::part.eq(to_i32(put.part)),
        staged_part::bytes.eq(put.bytes),
    );
    diesel::insert_into(staged_part::table).values(row).execute(db)?;
    diesel::update(staged_file::table.find(name.key()))
        .set(staged_file::missing.eq(staged_file::missing - 1))
        .execute(db)?;
    Ok(there.saturating_add(1))
}

/// Whether a whole file waits whose tick has come.
///
/// # Errors
/// What the database says.
pub fn is_due(db: &mut Db, up_to: Tick) -> Result<bool, Error> {
    let due = staged_file::missing.eq(0).and(staged_file::tick.le(up_to.0));
    Ok(diesel::select(exists(staged_file::table.filter(due))).get_result(db)?)
}

/// Moves parts of whole files whose tick has come to where they can be handed out, in random order across all of them
/// and a few at a time; answers how many.
///
/// # Errors
/// What the database says.
pub fn show(db: &mut Db, up_to: Tick) -> Result<usize, Error> {
    type Key = (Vec<u8>, Vec<u8>, i32);
    let due = staged_file::missing.eq(0).and(staged_file::tick.le(up_to.0));
    dialect::hold_staging(db)?;
    let of_file = staged_part::thread
        .eq(staged_file::thread)
        .and(staged_part::author.eq(staged_file::author))
        .and(staged_part::number.eq(staged_file::number));
    let chosen: Vec<(Key, i32, Vec<u8>, i64)> = staged_part::table
        .inner_join(staged_file::table.on(of_file))
        .filter(due)
        .order(random())
        .limit(i64::try_from(MOST_MOVED).unwrap_or(i64::MAX))
        .select((
            (staged_part::thread, staged_part::author, staged_part::number),
            staged_part::part,
            staged_file::organisation,
            staged_file::size,
        ))
        .load(db)?;
    for ((id, author, number), part, organisation, size) in &chosen {
        let row = (
            file::thread.eq(id),
            file::author.eq(author),
            file::number.eq(number),
            file::organisation.eq(organisation),
            file::size.eq(size),
        );
        insert_unless_there!(&mut *db, diesel::insert_into(file::table).values(row))?;
        let waiting = staged_part::table.find((id, author, number, part));
        let bytes: Vec<u8> = waiting.select(staged_part::bytes).first(db)?;
        let row = (
            file_part::thread.eq(id),
            file_part::author.eq(author),
            file_part::number.eq(number),
            file_part::part.eq(part),
            file_part::bytes.eq(bytes),
        );
        diesel::insert_into(file_part::table).values(row).execute(db)?;
        diesel::delete(waiting).execute(db)?;
        let rest = staged_part::table
            .filter(staged_part::thread.eq(id).and(staged_part::author.eq(author)))
            .filter(staged_part::number.eq(number));
        if !diesel::select(exists(rest)).get_result::<bool>(db)? {
            diesel::delete(staged_file::table.find((id, author, number))).execute(db)?;
        }
    }
    Ok(chosen.len())
}

/// Bytes of a file that can be handed out to this reader, all of it: of her own at once, of others after its tick.
///
/// # Errors
/// [`Error::NotFound`] for one that was erased, is not whole, or waits for its tick.
pub(super) fn size(db: &mut Db, name: &Name, reader: PersonId) -> Result<u64, Error> {
    let staged = staged_file::table.find(name.key()).select((staged_file::size, staged_file::missing));
    let size: Option<i64> = match staged.first::<(i64, i32)>(db).optional()? {
        Some((size, missing)) => Some(size).filter(|_| missing == 0 && name.author == reader),
        None => file::table.find(name.key()).select(file::size).first(db).optional()?,
    };
    size.map(to_u64).ok_or(Error::NotFound)
}

/// A part of a file for this reader: of her own at once, of others after its tick.
///
/// # Errors
/// [`Error::NotFound`].
pub fn part_for(db: &mut Db, name: &Name, reader: PersonId, number_of_part: u32) -> Result<Part, Error> {
    if name.author == reader { own_part(db, name, number_of_part) } else { part(db, name, number_of_part) }
}

/// A part of a file whose tick has come.
fn part(db: &mut Db, name: &Name, part: u32) -> Result<Part, Error> {
    let (id, author, number) = name.key();
    let kept = file_part::table.find((id, author, number, to_i32(part)));
    match kept.select(file_part::bytes).first(db).optional()? {
        Some(bytes) => Ok(Part::Here(bytes)),
        None => shelved::find(db, name, part)?.map(Part::Shelved).ok_or(Error::NotFound),
    }
}

/// A part of a file for whoever sent it, before its tick as well.
fn own_part(db: &mut Db, name: &Name, number_of_part: u32) -> Result<Part, Error> {
    let (id, author, number) = name.key();
    let waiting = staged_part::table.find((id, author, number, to_i32(number_of_part)));
    match waiting.select(staged_part::bytes).first(db).optional()? {
        Some(bytes) => Ok(Part::Here(bytes)),
        None => part(db, name, number_of_part),
    }
}

/// Forgets a file that was begun before this tick and never became whole; answers how many rows went.
///
/// # Errors
/// What the database says.
pub fn forget_unfinished(db: &mut Db, before: Tick) -> Result<usize, Error> {
    let over = staged_file::missing.gt(0).and(staged_file::tick.le(before.0));
    let query = staged_file::table.filter(over).select((staged_file::thread, staged_file::author, staged_file::number));
    let key: Option<(Vec<u8>, Vec<u8>, i32)> = first_held!(db, query.limit(1)).optional()?;
    let Some((id, author, number)) = key else { return Ok(0) };
    drop_staged(db, (&id, &author, number))
}

/// Drops what is there of a file before its tick; answers how many rows went. The file goes first: whoever brings a part
/// holds it, and is waited for.
fn drop_staged(db: &mut Db, (id, author, number): (&[u8], &[u8], i32)) -> Result<usize, Error> {
    let file = diesel::delete(staged_file::table.find((id, author, number))).execute(db)?;
    let of_file = staged_part::thread.eq(id).and(staged_part::author.eq(author)).and(staged_part::number.eq(number));
    let parts = diesel::delete(staged_part::table.filter(of_file)).execute(db)?;
    Ok(parts.saturating_add(file))
}

/// Takes a file away that nobody can have seen, whole or not; its number is free again. Doing it again is a success.
///
/// # Errors
/// [`Error::Conflict`] when its tick has come.
pub fn remove(db: &mut Db, name: &Name) -> Result<(), Error> {
    // Held before anything is looked at: another instance may be moving it.
    let staged = staged_file::table.find(name.key()).select(staged_file::missing);
    let _: Option<i32> = first_held!(&mut *db, staged).optional()?;
    if diesel::select(exists(file::table.find(name.key()))).get_result(db)? {
        return Err(Error::Conflict);
    }
    drop_staged(db, name.key()).map(drop)
}

/// Erases all files of a thread, those that are on their way before their parts, as [`drop_staged`] does.
pub(super) fn erase(db: &mut Db, id: ThreadId) -> Result<(), Error> {
    let name = id.as_ref();
    diesel::delete(staged_file::table.filter(staged_file::thread.eq(name))).execute(db)?;
    diesel::delete(staged_part::table.filter(staged_part::thread.eq(name))).execute(db)?;
    diesel::delete(file_part::table.filter(file_part::thread.eq(name))).execute(db)?;
    shelved::erase(db, id)?;
    diesel::delete(file::table.filter(file::thread.eq(name))).execute(db)?;
    Ok(())
}

/// A number as it is stored; ours stay far below the limit.
fn to_i32(number: u32) -> i32 {
    i32::try_from(number).unwrap_or(i32::MAX)
}

#[cfg(test)]
pub(super) mod tests;
