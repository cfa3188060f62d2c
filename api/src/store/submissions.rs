//! What reporters send: a new thread with its first message, or one more message. It is staged until its tick.
//!
//! Every submission has a natural key, so a retry after a lost answer is recognised: the same bytes under the same
//! key are a success, other bytes a conflict, and neither writes anything. What was let in under a roster that has a
//! newer version by now has to be looked at again: another instance may have appended it.

use super::connection::Db;
use super::dialect::{insert_unless_there, on_either};
use super::schema::{message, roster, staged_message, staged_thread, thread, tombstone};
use crate::Error;
use crypto::{Digest, PersonId, ThreadId};
use diesel::dsl::{exists, max};
use diesel::prelude::*;

/// One message, perhaps with the thread it begins.
#[derive(Clone, Debug)]
pub struct Submission {
    /// The thread, where this is its first message.
    pub thread: Option<NewThread>,
    /// The message.
    pub message: NewMessage,
    /// The keyed hash that stands among the tombstones once the thread was erased.
    pub buried_as: Digest,
}

/// A thread as it arrives.
#[derive(Clone, Debug)]
pub struct NewThread {
    /// Key of the organisation's row.
    pub organisation: [u8; 16],
    /// The version of its roster by which it was let in.
    pub roster: i32,
    /// The signed header. It names the hashes of the secrets, so equal headers mean equal secrets.
    pub header: Vec<u8>,
    /// The key of the release key ring under which `secrets` is sealed.
    pub ring_key: i64,
    /// Share, ledger ratchet and pending tag, sealed.
    pub secrets: Vec<u8>,
}

/// A message as it arrives.
#[derive(Clone, Debug)]
pub struct NewMessage {
    /// Its thread.
    pub thread: ThreadId,
    /// Its author.
    pub author: PersonId,
    /// The author's sequence, from 0.
    pub sequence: i64,
    /// The tick at which it will be shown.
    pub tick: i64,
    /// The sealed bytes.
    pub bytes: Vec<u8>,
}

impl Submission {
    /// Bytes it occupies while it waits.
    #[must_use]
    pub fn weight(&self) -> usize {
        let thread = self.thread.as_ref().map_or(0, |thread| thread.header.len().saturating_add(thread.secrets.len()));
        self.message.bytes.len().saturating_add(thread)
    }
}

/// What stands already.
#[derive(QueryableByName)]
struct Seen {
    #[diesel(sql_type = diesel::sql_types::Bool)]
    thread: bool,
    #[diesel(sql_type = diesel::sql_types::Bool)]
    erased: bool,
    #[diesel(sql_type = diesel::sql_types::Bool)]
    message: bool,
    #[diesel(sql_type = diesel::sql_types::Nullable<diesel::sql_types::Integer>)]
    roster: Option<i32>,
}

/// Stages a batch; one answer for each, in order. An error of the whole is the database's: nothing was staged then,
/// and the caller rolls back.
///
/// # Errors
/// What the database says. The single answers are [`Error::Conflict`], [`Error::Erased`], [`Error::NotFound`] and
/// [`Error::Stale`] where the roster has a newer version.
pub fn stage(db: &mut Db, batch: &[&Submission]) -> Result<Vec<Result<(), Error>>, Error> {
    match db {
        Db::Sqlite(_) => batch.iter().map(|submission| stage_one(db, submission)).collect(),
        #[cfg(feature = "postgres")]
        Db::Postgres(_) => postgres::stage(db, batch),
    }
}

/// Writes first and looks only where something stood in the way, which is once in a while: a retry.
fn stage_one(db: &mut Db, submission: &Submission) -> Result<Result<(), Error>, Error> {
    let NewMessage { thread: id, author, sequence, tick, bytes } = &submission.message;
    let awaited = match &submission.thread {
        Some(new) => {
            let (living, erased, outdated): (bool, bool, bool) = on_either!(&mut *db, connection => diesel::select((
                exists(thread::table.find(id.as_ref())),
                exists(tombstone::table.find(submission.buried_as.as_ref())),
                exists(roster::table
                    .filter(roster::organisation.eq(new.organisation.as_slice()))
                    .filter(roster::number.gt(new.roster))),
            ))
            .get_result(connection))?;
            let row = (
                staged_thread::id.eq(id.as_ref()),
                staged_thread::organisation.eq(new.organisation.as_slice()),
                staged_thread::tick.eq(tick),
                staged_thread::header.eq(&new.header),
                staged_thread::ring_key.eq(new.ring_key),
                staged_thread::secrets.eq(&new.secrets),
            );
            !living
                && !erased
                && !outdated
                && insert_unless_there!(&mut *db, diesel::insert_into(staged_thread::table).values(row))? == 1
        }
        None => {
            let (living, staged, stands): (bool, bool, bool) = on_either!(&mut *db, connection => diesel::select((
                exists(thread::table.find(id.as_ref())),
                exists(staged_thread::table.find(id.as_ref())),
                exists(message::table.find((id.as_ref(), author.as_ref(), sequence))),
            ))
            .get_result(connection))?;
            (living || staged) && !stands
        }
    };
    let row = (
        staged_message::thread.eq(id.as_ref()),
        staged_message::author.eq(author.as_ref()),
        staged_message::sequence.eq(sequence),
        staged_message::tick.eq(tick),
        staged_message::bytes.eq(bytes),
    );
    if awaited && insert_unless_there!(&mut *db, diesel::insert_into(staged_message::table).values(row))? == 1 {
        return Ok(Ok(()));
    }
    if awaited && submission.thread.is_some() {
        return Err(Error::Busy); // never a thread without its first message
    }
    let seen = look(db, submission)?;
    judge(submission, &seen, || same(db, submission)).map(|answer| answer.unwrap_or(Err(Error::Busy)))
}

/// The answer, or nothing when the rows are to be written.
fn judge(
    submission: &Submission,
    seen: &Seen,
    same: impl FnOnce() -> Result<bool, Error>,
) -> Result<Option<Result<(), Error>>, Error> {
    let creates = submission.thread.is_some();
    Ok(if seen.message || (creates && seen.thread) {
        Some(if same()? { Ok(()) } else { Err(Error::Conflict) })
    } else if seen.erased {
        Some(Err(if creates { Error::Conflict } else { Error::Erased }))
    } else if !creates && !seen.thread {
        Some(Err(Error::NotFound))
    } else {
        let newest = submission.thread.as_ref().and_then(|new| seen.roster.filter(|newest| *newest > new.roster));
        newest.map(|newest| Err(Error::Stale { current: u64::try_from(newest).unwrap_or_default() }))
    })
}

fn look(db: &mut Db, submission: &Submission) -> Result<Seen, Error> {
    let NewMessage { thread: id, author, sequence, .. } = &submission.message;
    let (thread, staged_thread, erased, message, staged_message): (bool, bool, bool, bool, bool) = diesel::select((
        exists(thread::table.find(id.as_ref())),
        exists(staged_thread::table.find(id.as_ref())),
        exists(tombstone::table.find(submission.buried_as.as_ref())),
        exists(message::table.find((id.as_ref(), author.as_ref(), sequence))),
        exists(staged_message::table.find((id.as_ref(), author.as_ref(), sequence))),
    ))
    .get_result(db)?;
    let organisation = submission.thread.as_ref().map(|new| new.organisation);
    let rosters = |organisation: [u8; 16]| roster::table.filter(roster::organisation.eq(organisation.to_vec()));
    let newest = organisation.map(|organisation| rosters(organisation).select(max(roster::number)).first(db));
    let roster: Option<i32> = newest.transpose()?.flatten();
    Ok(Seen { thread: thread || staged_thread, erased, message: message || staged_message, roster })
}

/// Whether what stands is what was sent. Once in a while, for a retry: so one query at a time.
fn same(db: &mut Db, submission: &Submission) -> Result<bool, Error> {
    let NewMessage { thread: id, author, sequence, bytes, .. } = &submission.message;
    let key = (id.as_ref(), author.as_ref(), sequence);
    let mut stands: Option<Vec<u8>> = message::table.find(key).select(message::bytes).first(db).optional()?;
    if stands.is_none() {
        stands = staged_message::table.find(key).select(staged_message::bytes).first(db).optional()?;
    }
    if stands.as_ref() != Some(bytes) {
        return Ok(false);
    }
    let Some(new) = &submission.thread else {
        return Ok(true);
    };
    let mut header: Option<Vec<u8>> = thread::table.find(id.as_ref()).select(thread::header).first(db).optional()?;
    if header.is_none() {
        header = staged_thread::table.find(id.as_ref()).select(staged_thread::header).first(db).optional()?;
    }
    Ok(header.as_ref() == Some(&new.header))
}

#[cfg(feature = "postgres")]
mod postgres;
