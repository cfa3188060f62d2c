//! The tick: what waited is shown, in random order, and each organisation's listing grows by one batch.

use super::connection::Db;
use super::convert::{from_day, from_u64, to_day, to_id, to_u64};
use super::dialect;
use super::organisations;
use super::schema::{batch, message, staged_message, staged_thread, thread};
use super::threads::{self, keep_arrival};
use crate::Error;
use crate::clock::{Schedule, Tick};
use crate::domain::arrival::Arrival;
use crate::ring::Ring;
use crypto::ledger::{Act, ObjectKey};
use crypto::{Day, PersonId, ThreadId};
use diesel::prelude::*;
use rand_core::CryptoRng;

/// Headers in a batch come in multiples of this.
const BATCH_UNIT: usize = 8;

/// What a tick needs to know.
pub struct Now<'a> {
    /// Everything staged up to this tick is due.
    pub up_to: Tick,
    /// The day a batch without arrivals carries.
    pub today: Day,
    /// Which day the legal clock starts.
    pub schedule: &'a Schedule,
    /// Opens what waits.
    pub ring: &'a Ring,
    /// Names threads for auditors.
    pub objects: &'a ObjectKey,
}

type StagedThread = (Vec<u8>, Vec<u8>, i64, Vec<u8>, i64, Vec<u8>);
type StagedMessage = (Vec<u8>, Vec<u8>, i64, i64, Vec<u8>);

/// Keeps everybody else from what waits until the transaction ends: of two who come to run a tick, the second one
/// sees what the first one did.
///
/// # Errors
/// What the database says.
pub fn hold(db: &mut Db) -> Result<(), Error> {
    dialect::hold_staging(db)
}

/// Runs one tick, after [`hold`]: all of it or, where anything fails, nothing.
///
/// # Errors
/// [`Error::Crypto`] when a waiting thread does not open; what the database says.
pub fn run(db: &mut Db, now: &Now<'_>, rng: &mut impl CryptoRng) -> Result<(), Error> {
    for organisation in organisations::list(db)? {
        let (Some(identity), key) = (organisation.identity, organisation.key) else { continue };
        let due = staged_thread::organisation.eq(key.as_ref()).and(staged_thread::tick.le(now.up_to.0));
        let mut arrived: Vec<StagedThread> = staged_thread::table.filter(due).load(db)?;
        let slots = arrived.len().max(1).next_multiple_of(BATCH_UNIT);
        let number = newest_batch(db, key)?.saturating_add(1);
        let roster = super::rosters::chain(db, key)?.head().number;
        diesel::insert_into(batch::table)
            .values((
                batch::organisation.eq(key.as_ref()),
                batch::number.eq(from_u64(number)),
                batch::day.eq(from_day(now.today)),
                batch::slots.eq(i32::try_from(slots).unwrap_or(i32::MAX)),
                batch::roster.eq(i32::try_from(roster).unwrap_or(i32::MAX)),
            ))
            .execute(db)?;
        crypto::shuffle(&mut arrived, rng);
        let mut places: Vec<i32> = (0..i32::try_from(slots).unwrap_or(i32::MAX)).collect();
        crypto::shuffle(&mut places, rng);
        for ((id, _, tick, header, ring_key, secrets), slot) in arrived.into_iter().zip(places) {
            let (thread_id, tick): (ThreadId, _) = (to_id(&id)?, Tick(tick));
            let mut safekeeping = threads::open(now.ring, identity, thread_id, ring_key, secrets)?;
            if let Some(step) = safekeeping.registration.take() {
                let object = now.objects.pseudonym(identity, &thread_id);
                let arrival = Arrival { act: Act::Registered, day: tick.day(), object, step };
                keep_arrival(db, now.ring, (key, identity), &arrival, rng)?;
            }
            let (ring_key, secrets) = now.ring.seal(identity, thread_id, &safekeeping.to_bytes(), rng)?;
            diesel::insert_into(thread::table)
                .values((
                    thread::id.eq(&id),
                    thread::organisation.eq(key.as_ref()),
                    thread::header.eq(header),
                    thread::batch.eq(from_u64(number)),
                    thread::slot.eq(slot),
                    thread::day.eq(from_day(tick.day())),
                    thread::clock_day.eq(from_day(now.schedule.clock_start(tick))),
                    thread::ring_key.eq(ring_key),
                    thread::secrets.eq(secrets),
                ))
                .execute(db)?;
        }
    }
    show_messages(db, now, rng)?;
    dialect::wipe_staging(db, now.up_to.0)
}

fn show_messages(db: &mut Db, now: &Now<'_>, rng: &mut impl CryptoRng) -> Result<(), Error> {
    let mut due: Vec<StagedMessage> = staged_message::table.filter(staged_message::tick.le(now.up_to.0)).load(db)?;
    crypto::shuffle(&mut due, rng);
    for (id, author, sequence, tick, bytes) in due {
        let day = from_day(Tick(tick).day());
        diesel::insert_into(message::table)
            .values((
                message::thread.eq(&id),
                message::author.eq(&author),
                message::sequence.eq(sequence),
                message::day.eq(day),
                message::bytes.eq(bytes),
            ))
            .execute(db)?;
        if author != PersonId::REPORTER.as_ref() {
            let unanswered = thread::table.filter(thread::id.eq(&id).and(thread::answered_day.is_null()));
            diesel::update(unanswered).set(thread::answered_day.eq(day)).execute(db)?;
        }
    }
    Ok(())
}

/// Whether anything waits that is due.
///
/// # Errors
/// What the database says.
pub fn is_due(db: &mut Db, up_to: Tick) -> Result<bool, Error> {
    Ok(diesel::select(diesel::dsl::exists(staged_message::table.filter(staged_message::tick.le(up_to.0))))
        .get_result(db)?)
}

/// Number of the newest batch, 0 before the first.
///
/// # Errors
/// What the database says.
pub fn newest_batch(db: &mut Db, organisation: organisations::OrganisationKey) -> Result<u64, Error> {
    let newest: Option<i64> = batch::table
        .filter(batch::organisation.eq(organisation.as_ref()))
        .select(batch::number)
        .order(batch::number.desc())
        .first(db)
        .optional()?;
    Ok(newest.map_or(0, to_u64))
}

/// A batch: number, day, and for each slot the header of a living thread, if there is one.
pub struct Listed {
    /// Counts from 1.
    pub number: u64,
    /// The tick's day.
    pub day: Day,
    /// As many as there are slots.
    pub headers: Vec<Option<Vec<u8>>>,
}

/// Batches after `after`, made when roster version `roster` or a later one was the newest, at most `most`.
///
/// # Errors
/// What the database says.
pub fn batches(
    db: &mut Db,
    organisation: organisations::OrganisationKey,
    after: u64,
    roster: u32,
    most: i64,
) -> Result<Vec<Listed>, Error> {
    let rows: Vec<(i64, i32, i32)> = batch::table
        .filter(batch::organisation.eq(organisation.as_ref()))
        .filter(batch::number.gt(from_u64(after)))
        .filter(batch::roster.ge(i32::try_from(roster).unwrap_or(i32::MAX)))
        .order(batch::number)
        .limit(most)
        .select((batch::number, batch::day, batch::slots))
        .load(db)?;
    let mut listed = Vec::with_capacity(rows.len());
    for (number, day, slots) in rows {
        let mut headers = vec![None; usize::try_from(slots).unwrap_or_default()];
        let living: Vec<(i32, Vec<u8>)> = thread::table
            .filter(thread::organisation.eq(organisation.as_ref()).and(thread::batch.eq(number)))
            .select((thread::slot, thread::header))
            .load(db)?;
        for (slot, header) in living {
            if let Some(place) = usize::try_from(slot).ok().and_then(|slot| headers.get_mut(slot)) {
                *place = Some(header);
            }
        }
        listed.push(Listed { number: to_u64(number), day: to_day(day), headers });
    }
    Ok(listed)
}
