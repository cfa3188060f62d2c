//! Leases: which instance does a job. A lease that ran out can be taken by another one under the next fence; the
//! former holder finds its fence outdated in the very transaction in which it wanted to write.

use super::connection::Db;
use super::dialect::{first_held, insert_unless_there};
use super::schema::lease;
use crate::Error;
use diesel::prelude::*;

/// The right to do a job.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Lease {
    name: &'static str,
    fence: i64,
}

/// Takes the lease at `now` (unix seconds) for so many seconds, unless somebody else holds it. One that would run for
/// longer than that was taken by a clock that was wrong, and holds nobody off.
///
/// # Errors
/// What the database says.
pub fn claim(
    db: &mut Db,
    name: &'static str,
    holder: [u8; 16],
    now: i64,
    seconds: i64,
) -> Result<Option<Lease>, Error> {
    let first = (lease::name.eq(name), lease::holder.eq(holder.as_slice()), lease::fence.eq(0), lease::until.eq(0));
    insert_unless_there!(db, diesel::insert_into(lease::table).values(first))?;
    let (held_by, fence, held_until): (Vec<u8>, i64, i64) =
        first_held!(db, lease::table.find(name).select((lease::holder, lease::fence, lease::until)))?;
    let until = now.saturating_add(seconds);
    if now < held_until && held_until <= until && held_by != holder {
        return Ok(None);
    }
    let fence = fence.saturating_add(1);
    diesel::update(lease::table.find(name))
        .set((lease::holder.eq(holder.as_slice()), lease::fence.eq(fence), lease::until.eq(until)))
        .execute(db)?;
    Ok(Some(Lease { name, fence }))
}

/// Holds the lease for the rest of this transaction. Begin every transaction of a job with it.
///
/// # Errors
/// [`Error::Stale`] when another instance took the job over.
pub fn hold(db: &mut Db, held: Lease) -> Result<(), Error> {
    let fence: i64 = first_held!(db, lease::table.find(held.name).select(lease::fence))?;
    if fence == held.fence { Ok(()) } else { Err(Error::Stale { current: u64::try_from(fence).unwrap_or_default() }) }
}
