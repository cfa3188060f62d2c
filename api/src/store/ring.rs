//! Which keys of the release key ring the rows name, and re-sealing them a bounded number at a time.

use super::connection::Db;
use super::dialect;
use super::schema::{organisation, pending_entry, staged_file, staged_message, staged_part, staged_thread, thread};
use crate::Error;
use crypto::{OrganisationId, ThreadId};
use diesel::prelude::*;
use std::collections::BTreeSet;

/// A row's secrets as they stand.
pub struct Sealed {
    /// The organisation's identity, which every label carries.
    pub organisation: OrganisationId,
    /// The thread.
    pub thread: ThreadId,
    /// The key they are sealed under.
    pub key: i64,
    /// The sealed bytes.
    pub secrets: Vec<u8>,
}

/// Rows of one transaction.
const MOST: i64 = 64;

/// Every key that any row names.
///
/// # Errors
/// What the database says.
pub fn named(db: &mut Db) -> Result<BTreeSet<i64>, Error> {
    let living: Vec<i64> = thread::table.select(thread::ring_key).distinct().load(db)?;
    let staged: Vec<i64> = staged_thread::table.select(staged_thread::ring_key).distinct().load(db)?;
    let pending: Vec<i64> = pending_entry::table.select(pending_entry::ring_key).distinct().load(db)?;
    Ok(living.into_iter().chain(staged).chain(pending).collect())
}

/// How many threads are sealed under these keys.
///
/// # Errors
/// What the database says.
pub fn locked(db: &mut Db, keys: &[i64]) -> Result<usize, Error> {
    let locked: i64 = thread::table.filter(thread::ring_key.eq_any(keys)).count().get_result(db)?;
    Ok(usize::try_from(locked).unwrap_or_default())
}

/// Takes away what waits for a tick or for the log and is sealed under keys that are lost: it could never move on, and
/// would keep everything behind it waiting. Answers how many reports went.
///
/// # Errors
/// What the database says.
pub fn forget_lost(db: &mut Db, keys: &[i64]) -> Result<usize, Error> {
    let lost = || staged_thread::ring_key.eq_any(keys);
    let names = || staged_thread::table.filter(lost()).select(staged_thread::id);
    diesel::delete(staged_message::table.filter(staged_message::thread.eq_any(names()))).execute(db)?;
    // What was restored may be of an older schema.
    if dialect::has_table(db, "staged_file")? {
        diesel::delete(staged_part::table.filter(staged_part::thread.eq_any(names()))).execute(db)?;
        diesel::delete(staged_file::table.filter(staged_file::thread.eq_any(names()))).execute(db)?;
    }
    diesel::delete(pending_entry::table.filter(pending_entry::ring_key.eq_any(keys))).execute(db)?;
    Ok(diesel::delete(staged_thread::table.filter(lost())).execute(db)?)
}

/// Replaces the secrets of some threads that name another key than `to`, from `after` (the last one seen; nothing at
/// first) in the order of their ids. `reseal` answers the new bytes, or nothing where a row cannot be opened and stays
/// as it is. Answers the last one seen, or nothing when there are no more. What is staged moves at a tick and what is
/// pending goes when the epoch closes: those rows are only counted, by [`named`].
///
/// # Errors
/// What the database says; then nothing was replaced.
pub fn replace(
    db: &mut Db,
    after: Option<ThreadId>,
    to: i64,
    mut reseal: impl FnMut(&Sealed) -> Option<Vec<u8>>,
) -> Result<Option<ThreadId>, Error> {
    type Row = (Option<Vec<u8>>, Vec<u8>, i64, Vec<u8>);
    let rows: Vec<Row> = thread::table
        .inner_join(organisation::table)
        .filter(thread::ring_key.ne(to).and(thread::id.gt(after.as_ref().map_or(&[][..], AsRef::as_ref))))
        .select((organisation::identity, thread::id, thread::ring_key, thread::secrets))
        .order(thread::id)
        .limit(MOST)
        .load(db)?;
    let mut last = None;
    for (identity, id, key, secrets) in rows {
        let organisation = identity.as_deref().unwrap_or_default().try_into()?;
        let row = Sealed { organisation, thread: id.as_slice().try_into()?, key, secrets };
        last = Some(row.thread);
        if let Some(secrets) = reseal(&row) {
            // Not where another instance changed it meanwhile: that row is found again the next day.
            let unchanged = thread::ring_key.eq(key).and(thread::secrets.eq(&row.secrets));
            diesel::update(thread::table.find(&id).filter(unchanged))
                .set((thread::ring_key.eq(to), thread::secrets.eq(secrets)))
                .execute(db)?;
        }
    }
    Ok(last)
}
