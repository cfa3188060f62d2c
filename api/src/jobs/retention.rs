//! What has had its time goes, once a day: sessions that ended, invitations nobody took, tombstones, old bodies of the
//! access log, files that never became whole.
//!
//! How long each stays stands where it is made: sessions in the settings, an invitation a month, a tombstone twelve
//! months, bodies three years, the beginning of a file a day. A clock that jumped by more than a day erases nothing,
//! because what went too early does not come back: the release key ring keeps the same rule, and is asked.

use crate::app::App;
use crate::clock::Tick;
use crate::ring::rotation;
use crate::store::leases::{self, Lease};
use crate::store::{Db, files, ledger, organisations, people, threads};
use crate::{Error, entropy};
use crypto::Day;
use std::time::Duration;

/// Seconds one run may take before another instance takes over.
const LEASE: i64 = 3600;
/// Minutes that an unfinished file waits for its rest, from the tick after it was begun.
const UNFINISHED: i64 = 24 * 60;
const LEASE_NAME: &str = "retention";

/// Forgets everything that has had its time. Another instance that does it already is left to it.
///
/// # Errors
/// [`Error::Refused`] on a day on which the clock is not trusted; what the database says. The next run goes on.
pub(super) async fn forget(app: &App, now: i64, today: Day) -> Result<(), Error> {
    if !app.store.read(move |db| rotation::trusts(db, today)).await? {
        return Err(Error::Refused("nothing is forgotten today: the clock may have jumped".into()));
    }
    let holder = app.instance;
    let Some(lease) = app.store.write(move |db| leases::claim(db, LEASE_NAME, holder, now, LEASE)).await? else {
        return Ok(());
    };
    let since = |limit: Duration| now.saturating_sub(i64::try_from(limit.as_secs()).unwrap_or(i64::MAX));
    let (created, used) = (since(app.config.sessions.absolute()), since(app.config.sessions.idle()));
    to_the_end(app, lease, move |db| people::forget_sessions(db, created, used)).await?;
    to_the_end(app, lease, move |db| organisations::forget_invitations(db, today)).await?;
    to_the_end(app, lease, move |db| threads::forget_tombstones(db, today)).await?;
    let before = Tick(app.schedule.last(app.clock.now()).0.saturating_sub(UNFINISHED));
    to_the_end(app, lease, move |db| files::forget_unfinished(db, before)).await?;
    let book = app.book.clone();
    let bury = move |db: &mut Db| {
        let (keys, mut rng) = (book.keys(db)?, entropy::generator()?);
        ledger::bury_bodies(db, &keys, today, &mut rng)
    };
    to_the_end(app, lease, bury).await?;
    // The write-ahead log still held the rows that went.
    app.wipe().await;
    Ok(())
}

/// Takes a few at a time, each time in a transaction of its own, so that reports need not wait for long.
async fn to_the_end<F>(app: &App, lease: Lease, forget_some: F) -> Result<(), Error>
where
    F: Fn(&mut Db) -> Result<usize, Error> + Clone + Send + 'static,
{
    loop {
        let forget_some = forget_some.clone();
        let held = move |db: &mut Db| leases::hold(db, lease).and_then(|()| forget_some(db));
        if app.store.write(held).await? == 0 {
            return Ok(());
        }
    }
}
