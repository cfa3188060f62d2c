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

/// Keeps the case header unless another one stands; says whether this one does. The same bytes again are a success.
///
/// # Errors
/// What the database says.
pub fn begin(db: &mut Db, thread: ThreadId, bytes: &[u8]) -> Result<bool, Error> {
    if let Some(stands) = header(db, thread)? {
        return Ok(stands == bytes);
    }
    diesel::insert_into(case_file::table)
        .values((case_file::thread.eq(thread.as_ref()), case_file::header.eq(bytes)))
        .execute(db)?;
    Ok(true)
}

/// Keeps a record. A card or draft takes the place of the version before it; a note is added. The same bytes again
/// are a success.
///
/// # Errors
/// [`Error::NotFound`] without a case header; [`Error::Stale`] when the version or the note's number is not the next
/// one.
pub fn put(db: &mut Db, thread: ThreadId, name: &RecordName, bytes: &[u8]) -> Result<(), Error> {
    if header(db, thread)?.is_none() {
        return Err(Error::NotFound);
    }
    let (kind, owner) = (i32::from(name.kind.code()), owner(name));
    let here = case_record::thread
        .eq(thread.as_ref())
        .and(case_record::kind.eq(kind))
        .and(case_record::author.eq(owner.as_ref()));
    let same = case_record::sequence.eq(i64::from(name.sequence)).and(case_record::bytes.eq(bytes));
    if diesel::select(diesel::dsl::exists(case_record::table.filter(here).filter(same))).get_result(db)? {
        return Ok(());
    }
    let newest: Option<i64> =
        case_record::table.filter(here).select(diesel::dsl::max(case_record::sequence)).first(db)?;
    let next = newest.map_or(0, |newest| to_u32(newest).saturating_add(1));
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::support::{COACH, FALLBACK, on_each_site, thread};
    use crypto::case::{Card, CaseKey, Record};
    use crypto::{OrganisationId, Secret};

    /// A sealed record, other bytes at every call.
    fn record(kind: RecordKind, author: PersonId, sequence: u32) -> (RecordName, Vec<u8>) {
        let mut rng = crate::entropy::generator().unwrap();
        let key = CaseKey::new(OrganisationId([7; 16]), thread(1), Secret::make(&mut rng));
        let key = key.content_key(&Secret::make(&mut rng));
        let payload = if kind == RecordKind::Card { Card::default().to_bytes() } else { b"text".to_vec().into() };
        let record = Record { kind, author, sequence, payload };
        let sealed = record.seal(&key, &crate::store::support::sign_key(author), &mut rng).unwrap();
        (RecordName::parse(&sealed).unwrap(), sealed)
    }

    fn refused_at(current: u64, outcome: Result<(), Error>) -> bool {
        matches!(outcome, Err(Error::Stale { current: stands }) if stands == current)
    }

    #[test]
    fn a_case_has_one_header() {
        on_each_site(|site| {
            site.living(1);
            let (name, bytes) = record(RecordKind::Card, COACH, 0);
            assert!(matches!(put(&mut site.db, thread(1), &name, &bytes), Err(Error::NotFound)));
            assert!(begin(&mut site.db, thread(1), b"header").unwrap());
            assert!(begin(&mut site.db, thread(1), b"header").unwrap());
            assert!(!begin(&mut site.db, thread(1), b"other").unwrap());
            assert_eq!(header(&mut site.db, thread(1)).unwrap().unwrap(), b"header");
        });
    }

    #[test]
    fn a_card_takes_the_place_of_the_version_before_whoever_wrote_it() {
        on_each_site(|site| {
            site.living(1);
            begin(&mut site.db, thread(1), b"header").unwrap();
            let put = |db: &mut Db, (name, bytes): &(RecordName, Vec<u8>)| put(db, thread(1), name, bytes);
            let first = record(RecordKind::Card, COACH, 0);
            put(&mut site.db, &first).unwrap();
            put(&mut site.db, &first).unwrap();
            let late = record(RecordKind::Card, FALLBACK, 0);
            assert!(refused_at(1, put(&mut site.db, &late)));
            assert!(refused_at(1, put(&mut site.db, &record(RecordKind::Card, FALLBACK, 2))));
            let second = record(RecordKind::Card, FALLBACK, 1);
            put(&mut site.db, &second).unwrap();
            assert!(refused_at(2, put(&mut site.db, &first)));
            assert_eq!(records(&mut site.db, thread(1), COACH).unwrap(), [second.1]);
        });
    }

    #[test]
    fn notes_are_counted_per_author_and_a_draft_is_its_authors_alone() {
        on_each_site(|site| {
            site.living(1);
            begin(&mut site.db, thread(1), b"header").unwrap();
            let put = |db: &mut Db, (name, bytes): &(RecordName, Vec<u8>)| put(db, thread(1), name, bytes);
            let notes = [(COACH, 0), (COACH, 1), (FALLBACK, 0)].map(|(who, n)| record(RecordKind::Note, who, n));
            for note in &notes {
                put(&mut site.db, note).unwrap();
            }
            // The answer to an earlier note was lost, and the note is sent again.
            put(&mut site.db, &notes[0]).unwrap();
            assert!(refused_at(2, put(&mut site.db, &record(RecordKind::Note, COACH, 1))));
            let draft = record(RecordKind::Draft, COACH, 0);
            put(&mut site.db, &draft).unwrap();
            assert_eq!(records(&mut site.db, thread(1), COACH).unwrap().len(), 4);
            let others = records(&mut site.db, thread(1), FALLBACK).unwrap();
            assert!(others.len() == 3 && !others.contains(&draft.1));
        });
    }
}
