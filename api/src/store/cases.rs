//! Case files: sealed cards, notes and drafts of coaches.

use super::connection::Db;
use super::convert::to_u32;
use super::schema::{case_file, case_record};
use crate::Error;
use crypto::case::{RecordKind, RecordName};
use crypto::{PersonId, ThreadId};
use diesel::prelude::*;

/// The case header, once somebody made it.
///
/// # Errors
/// What the database says.
pub fn header(db: &mut Db, thread: ThreadId) -> Result<Option<Vec<u8>>, Error> {
    Ok(case_file::table.find(thread.as_ref()).select(case_file::header).first(db).optional()?)
}

/// Keeps the case header. The same bytes again are a success.
///
/// # Errors
/// [`Error::Conflict`] when another one stands.
pub fn begin(db: &mut Db, thread: ThreadId, bytes: &[u8]) -> Result<(), Error> {
    match header(db, thread)? {
        Some(stands) if stands == bytes => Ok(()),
        Some(_) => Err(Error::Conflict),
        None => {
            diesel::insert_into(case_file::table)
                .values((case_file::thread.eq(thread.as_ref()), case_file::header.eq(bytes)))
                .execute(db)?;
            Ok(())
        }
    }
}

/// Keeps a record. A card or draft takes the place of the version before it; a note is added. The same bytes again
/// are a success.
///
/// # Errors
/// [`Error::NotFound`] without a case header; [`Error::Stale`] when the version is not the next one;
/// [`Error::Conflict`] when another note has this number.
pub fn put(db: &mut Db, thread: ThreadId, name: &RecordName, bytes: &[u8]) -> Result<(), Error> {
    if header(db, thread)?.is_none() {
        return Err(Error::NotFound);
    }
    let (kind, owner) = (i32::from(name.kind.code()), owner(name));
    let here = case_record::thread
        .eq(thread.as_ref())
        .and(case_record::kind.eq(kind))
        .and(case_record::author.eq(owner.as_ref()));
    let newest: Option<(i64, Vec<u8>)> = case_record::table
        .filter(here)
        .order(case_record::sequence.desc())
        .select((case_record::sequence, case_record::bytes))
        .first(db)
        .optional()?;
    let next = match newest {
        Some((sequence, stands)) if to_u32(sequence) == name.sequence && stands == bytes => return Ok(()),
        Some((sequence, _)) => to_u32(sequence).saturating_add(1),
        None => 0,
    };
    if name.sequence != next {
        return Err(Error::Stale { current: u64::from(next) });
    }
    if name.kind != RecordKind::Note {
        diesel::delete(case_record::table.filter(here)).execute(db)?;
    }
    diesel::insert_into(case_record::table)
        .values((
            case_record::thread.eq(thread.as_ref()),
            case_record::kind.eq(kind),
            case_record::author.eq(owner.as_ref()),
            case_record::sequence.eq(i64::from(name.sequence)),
            case_record::bytes.eq(bytes),
        ))
        .execute(db)?;
    Ok(())
}

/// A case has one card, whoever wrote it last; notes and drafts are counted per author.
fn owner(name: &RecordName) -> PersonId {
    if name.kind == RecordKind::Card { PersonId::REPORTER } else { name.author }
}

/// Card, notes and this person's own draft.
pub(super) fn records(db: &mut Db, thread: ThreadId, person: PersonId) -> Result<Vec<Vec<u8>>, Error> {
    let draft = i32::from(RecordKind::Draft.code());
    let served = case_record::kind.ne(draft).or(case_record::author.eq(person.as_ref()));
    Ok(case_record::table
        .filter(case_record::thread.eq(thread.as_ref()))
        .filter(served)
        .order((case_record::kind, case_record::author, case_record::sequence))
        .select(case_record::bytes)
        .load(db)?)
}
