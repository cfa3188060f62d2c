//! Messages as their authors and readers get them, before and after their tick.

use super::connection::Db;
use super::convert::{to_day, to_u32};
use super::schema::{message, staged_message};
use crate::Error;
use crate::clock::Tick;
use crypto::{Day, PersonId, ThreadId};
use diesel::prelude::*;

/// A sealed message and where it stands.
#[derive(Clone, Debug)]
pub struct Stored {
    /// The day of its tick.
    pub day: Day,
    /// Whether its tick has come.
    pub released: bool,
    /// Sealed.
    pub bytes: Vec<u8>,
}

/// What this author may see of a thread: everything whose tick has come, and her own that waits.
pub(super) fn seen_by(db: &mut Db, thread: ThreadId, author: PersonId) -> Result<Vec<Stored>, Error> {
    let released: Vec<(i32, Vec<u8>)> = message::table
        .filter(message::thread.eq(thread.as_ref()))
        .order((message::day, message::author, message::sequence))
        .select((message::day, message::bytes))
        .load(db)?;
    let own = staged_message::thread.eq(thread.as_ref()).and(staged_message::author.eq(author.as_ref()));
    let waiting: Vec<(i64, Vec<u8>)> = staged_message::table
        .filter(own)
        .order(staged_message::sequence)
        .select((staged_message::tick, staged_message::bytes))
        .load(db)?;
    let released = released.into_iter().map(|(day, bytes)| Stored { day: to_day(day), released: true, bytes });
    let waiting = waiting.into_iter().map(|(tick, bytes)| Stored { day: Tick(tick).day(), released: false, bytes });
    Ok(released.chain(waiting).collect())
}

/// What the reporter may see of her thread.
///
/// # Errors
/// What the database says.
pub fn of_reporter(db: &mut Db, thread: ThreadId) -> Result<Vec<Stored>, Error> {
    seen_by(db, thread, PersonId::REPORTER)
}

/// Takes back its author's newest message, whose tick has not come. Doing it again is a success.
///
/// # Errors
/// [`Error::Conflict`] when it is not waiting, so somebody may have read it, or when she wrote on after it: what
/// follows names it.
pub fn take_back(db: &mut Db, thread: ThreadId, author: PersonId, sequence: u32) -> Result<(), Error> {
    let next = next_sequence(db, thread, author)?;
    if next == sequence {
        return Ok(());
    }
    if next != sequence.saturating_add(1) {
        return Err(Error::Conflict);
    }
    let waiting = staged_message::table.find((thread.as_ref(), author.as_ref(), i64::from(sequence)));
    match diesel::delete(waiting).execute(db)? {
        0 => Err(Error::Conflict),
        _ => Ok(()),
    }
}

/// The sequence this author's next message must have.
///
/// # Errors
/// What the database says.
pub fn next_sequence(db: &mut Db, thread: ThreadId, author: PersonId) -> Result<u32, Error> {
    let here = message::thread.eq(thread.as_ref()).and(message::author.eq(author.as_ref()));
    let newest: Option<i64> = message::table.filter(here).select(diesel::dsl::max(message::sequence)).first(db)?;
    let here = staged_message::thread.eq(thread.as_ref()).and(staged_message::author.eq(author.as_ref()));
    let waiting: Option<i64> =
        staged_message::table.filter(here).select(diesel::dsl::max(staged_message::sequence)).first(db)?;
    Ok(newest.max(waiting).map_or(0, |newest| to_u32(newest).saturating_add(1)))
}

/// The sealed bytes under this key, shown or waiting.
///
/// # Errors
/// What the database says.
pub fn find(db: &mut Db, thread: ThreadId, author: PersonId, sequence: u32) -> Result<Option<Vec<u8>>, Error> {
    let key = (thread.as_ref(), author.as_ref(), i64::from(sequence));
    let shown: Option<Vec<u8>> = message::table.find(key).select(message::bytes).first(db).optional()?;
    let waiting: Option<Vec<u8>> =
        staged_message::table.find(key).select(staged_message::bytes).first(db).optional()?;
    Ok(shown.or(waiting))
}

/// Stages a message. The same bytes under the same key are a success.
///
/// # Errors
/// [`Error::Conflict`] when other bytes stand there.
pub fn stage(
    db: &mut Db,
    thread: ThreadId,
    author: PersonId,
    sequence: u32,
    tick: Tick,
    bytes: &[u8],
) -> Result<(), Error> {
    let key = (thread.as_ref(), author.as_ref(), i64::from(sequence));
    let shown: Option<Vec<u8>> = message::table.find(key).select(message::bytes).first(db).optional()?;
    let waiting: Option<Vec<u8>> =
        staged_message::table.find(key).select(staged_message::bytes).first(db).optional()?;
    match shown.or(waiting) {
        Some(stands) if stands == bytes => return Ok(()),
        Some(_) => return Err(Error::Conflict),
        None if next_sequence(db, thread, author)? != sequence => return Err(Error::Conflict),
        None => {}
    }
    diesel::insert_into(staged_message::table)
        .values((
            staged_message::thread.eq(thread.as_ref()),
            staged_message::author.eq(author.as_ref()),
            staged_message::sequence.eq(i64::from(sequence)),
            staged_message::tick.eq(tick.0),
            staged_message::bytes.eq(bytes),
        ))
        .execute(db)?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::support::{COACH, FALLBACK, on_each_site, thread, tick};

    fn texts(stored: Vec<Stored>) -> Vec<(bool, Vec<u8>)> {
        stored.into_iter().map(|message| (message.released, message.bytes)).collect()
    }

    #[test]
    fn a_message_stands_once_and_in_its_authors_order() {
        on_each_site(|site| {
            site.living(1);
            let (db, next) = (&mut site.db, tick(0, 19));
            stage(db, thread(1), COACH, 0, next, b"one").unwrap();
            stage(db, thread(1), COACH, 0, next, b"one").unwrap();
            for (sequence, bytes) in [(0, b"two".as_slice()), (2, b"two")] {
                assert!(matches!(stage(db, thread(1), COACH, sequence, next, bytes), Err(Error::Conflict)));
            }
            stage(db, thread(1), COACH, 1, next, b"two").unwrap();
            stage(db, thread(1), FALLBACK, 0, next, b"one").unwrap();
            site.tick(next);
            let db = &mut site.db;
            stage(db, thread(1), COACH, 0, tick(1, 7), b"one").unwrap();
            assert!(matches!(stage(db, thread(1), COACH, 1, tick(1, 7), b"one"), Err(Error::Conflict)));
            assert_eq!(next_sequence(db, thread(1), COACH).unwrap(), 2);
            assert_eq!(next_sequence(db, thread(1), PersonId::REPORTER).unwrap(), 1);
            assert_eq!(of_reporter(db, thread(1)).unwrap().len(), 4);
        });
    }

    #[test]
    fn before_the_tick_only_its_author_sees_a_message() {
        on_each_site(|site| {
            site.living(1);
            stage(&mut site.db, thread(1), COACH, 0, tick(0, 19), b"soon").unwrap();
            assert_eq!(texts(of_reporter(&mut site.db, thread(1)).unwrap()), [(true, vec![1; 50])]);
            assert_eq!(texts(seen_by(&mut site.db, thread(1), COACH).unwrap())[1], (false, b"soon".to_vec()));
            assert_eq!(seen_by(&mut site.db, thread(1), FALLBACK).unwrap().len(), 1);
            site.tick(tick(0, 19));
            assert_eq!(texts(of_reporter(&mut site.db, thread(1)).unwrap()).len(), 2);
        });
    }

    #[test]
    fn the_newest_message_is_taken_back_until_its_tick_and_its_number_is_free_again() {
        on_each_site(|site| {
            site.living(1);
            let (db, next) = (&mut site.db, tick(0, 19));
            for sequence in 0..2 {
                stage(db, thread(1), COACH, sequence, next, b"oops").unwrap();
            }
            for (who, sequence) in [(COACH, 0), (COACH, 3), (FALLBACK, 1), (PersonId::REPORTER, 0)] {
                assert!(matches!(take_back(db, thread(1), who, sequence), Err(Error::Conflict)), "{sequence}");
            }
            for sequence in [1, 1, 0, 0] {
                // The answer may have been lost, so each is asked twice.
                take_back(db, thread(1), COACH, sequence).unwrap();
            }
            stage(db, thread(1), COACH, 0, next, b"better").unwrap();
            site.tick(next);
            assert!(matches!(take_back(&mut site.db, thread(1), COACH, 0), Err(Error::Conflict)));
        });
    }
}
