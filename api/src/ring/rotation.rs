//! The daily look after the ring: a new key every 30 days, living rows re-sealed under it, and old keys destroyed.
//!
//! Each step reads from the disk and the database what is to be done next and does one durable thing, so a process
//! that dies between any two steps, or within one, loses nothing and the next run goes on. A key is destroyed only
//! when it is 60 days old and no row names it, looked up after the re-sealing was committed.

use super::Ring;
use crate::store::installation::{self, Name};
use crate::store::leases::{self, Lease};
use crate::store::{Db, Store, ring as rows};
use crate::{Error, entropy, files};
use crypto::{Day, ThreadId};
use std::sync::Arc;

/// Days after which a key is replaced.
const RENEW: u32 = 30;
/// Days after which a key may be destroyed: so long a copy of the database can be restored.
const KEEP: u32 = 60;
/// Seconds one run may take before another instance takes over.
const LEASE: i64 = 3600;
const LEASE_NAME: &str = "release-key-ring";
/// The file beside the keys that keeps what [`Days`] says.
pub(crate) const DAYS: &str = "days";

/// Why nothing is done today.
pub(crate) const WAITS: &str =
    "the release key ring waits a day: the server was off, or its clock jumped by more than a day";

/// When the ring was looked after.
#[derive(Clone, Copy)]
struct Days {
    /// The last time.
    last: Day,
    /// Nothing is made or destroyed up to this day.
    held: Day,
}

impl Days {
    fn from_bytes(bytes: &[u8]) -> Option<Self> {
        let (last, held) = bytes.split_first_chunk()?;
        Some(Self { last: Day(u32::from_be_bytes(*last)), held: Day(u32::from_be_bytes(held.try_into().ok()?)) })
    }

    fn to_bytes(self) -> Vec<u8> {
        [self.last.0.to_be_bytes(), self.held.0.to_be_bytes()].concat()
    }
}

/// Looks after the ring, once a day. Another instance that does it already is left to it.
///
/// # Errors
/// [`Error::Refused`] when the day is not the one after the last, be it that the server was off or that the clock
/// jumped: from the next day on, if that follows, the ring is looked after again.
pub async fn look_after(ring: Arc<Ring>, store: Store, holder: [u8; 16], now: i64, today: Day) -> Result<(), Error> {
    if let Some(mut rotation) = Rotation::begin(ring, store, holder, now, today).await? {
        while rotation.step().await? {}
    }
    Ok(())
}

/// Whether the ring was looked after today, on a clock that went on from the day before. While it waits, nothing
/// else that cannot be taken back happens either.
///
/// # Errors
/// What the database says.
pub fn trusts(db: &mut Db, today: Day) -> Result<bool, Error> {
    let days = installation::find(db, Name::RingDays)?.and_then(|bytes| Days::from_bytes(&bytes));
    Ok(days.is_some_and(|days| days.last == today && days.held < today))
}

struct Rotation {
    ring: Arc<Ring>,
    store: Store,
    lease: Lease,
    today: Day,
    resealed: Resealed,
}

/// How far the re-sealing of this run came.
#[derive(Clone, Copy)]
enum Resealed {
    UpTo(Option<ThreadId>),
    All,
}

impl Rotation {
    async fn begin(
        ring: Arc<Ring>,
        store: Store,
        holder: [u8; 16],
        now: i64,
        today: Day,
    ) -> Result<Option<Self>, Error> {
        ring.reload()?;
        let Some(lease) = store.write(move |db| leases::claim(db, LEASE_NAME, holder, now, LEASE)).await? else {
            return Ok(None);
        };
        let of_folder = files::find(&ring.folder, DAYS)?.and_then(|bytes| Days::from_bytes(&bytes));
        let of_database = store.read(|db| installation::find(db, Name::RingDays)).await?;
        let of_database = of_database.and_then(|bytes| Days::from_bytes(&bytes));
        // A process that died between the two left one of them behind.
        let known = [of_folder, of_database].into_iter().flatten().max_by_key(|days| days.last);
        let jumped = known.is_some_and(|days| today != days.last && today != days.last.plus(1));
        let held = if jumped { today } else { known.map_or(Day(0), |days| days.held) };
        let days = Days { last: today, held };
        files::put(&ring.folder, DAYS, &days.to_bytes())?;
        store
            .write(move |db| {
                leases::hold(db, lease)?;
                installation::put(db, Name::RingDays, &days.to_bytes())
            })
            .await?;
        if held == today {
            return Err(Error::Refused(WAITS.into()));
        }
        files::remove_unfinished(&ring.folder)?;
        Ok(Some(Self { ring, store, lease, today, resealed: Resealed::UpTo(None) }))
    }

    /// Does the next thing; answers whether there may be more.
    async fn step(&mut self) -> Result<bool, Error> {
        let from_the_future = |id: &i64| self.ring.made(*id).is_some_and(|made| made > self.today);
        if let Some(id) = self.ring.ids().into_iter().find(from_the_future) {
            self.ring.date(id, self.today)?;
            return Ok(true);
        }
        let current = self.ring.current();
        let is_fresh = |id: i64| self.age(id) < RENEW;
        let Some(current) = current.filter(|id| is_fresh(*id)) else {
            self.ring.make_key(self.today, &mut entropy::generator()?)?;
            return Ok(true);
        };
        if let Resealed::UpTo(after) = self.resealed {
            self.resealed = self.reseal(after).await?;
            return Ok(true);
        }
        let lease = self.lease;
        let named = self
            .store
            .write(move |db| {
                leases::hold(db, lease)?;
                rows::named(db)
            })
            .await?;
        let spent = |id: &i64| *id != current && self.age(*id) >= KEEP && !named.contains(id);
        match self.ring.ids().into_iter().find(spent) {
            Some(id) => self.ring.destroy(id).map(|()| true),
            None => Ok(false),
        }
    }

    async fn reseal(&self, after: Option<ThreadId>) -> Result<Resealed, Error> {
        let (ring, lease) = (self.ring.clone(), self.lease);
        let mut rng = entropy::generator()?;
        let last = self
            .store
            .write(move |db| {
                leases::hold(db, lease)?;
                let to = ring.current().ok_or(Error::NotFound)?;
                rows::replace(db, after, to, |row| {
                    let secrets = ring.open_row(row).ok()?;
                    let (id, sealed) = ring.seal(row.organisation, row.thread, &secrets, &mut rng).ok()?;
                    (id == to).then_some(sealed)
                })
            })
            .await?;
        Ok(last.map_or(Resealed::All, |last| Resealed::UpTo(Some(last))))
    }

    fn age(&self, id: i64) -> u32 {
        self.ring.made(id).map_or(0, |made| self.today.since(made))
    }
}

#[cfg(test)]
mod tests;
