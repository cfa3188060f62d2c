//! The tick: what waited is shown, in random order, and each organisation's listing grows by one batch.

use super::connection::Db;
use super::convert::{from_day, from_u64, to_day, to_id, to_u64};
use super::dialect;
use super::organisations;
use super::schema::{batch, message, staged_file, staged_message, staged_thread, thread};
use super::threads::{self, keep_arrival};
use crate::Error;
use crate::clock::{Schedule, Tick};
use crate::domain::arrival::Arrival;
use crate::ring::Ring;
use crypto::ledger::{Act, ObjectKey};
use crypto::{Day, PersonId, ThreadId};
use diesel::prelude::*;
use rand_core::CryptoRng;
use std::collections::BTreeMap;

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

/// A clock that was set back, or another instance's, may date a message before its thread: it waits for it.
fn show_messages(db: &mut Db, now: &Now<'_>, rng: &mut impl CryptoRng) -> Result<(), Error> {
    let due = staged_message::tick.le(now.up_to.0).and(staged_message::thread.eq_any(thread::table.select(thread::id)));
    let mut due: Vec<StagedMessage> = staged_message::table.filter(due).load(db)?;
    crypto::shuffle(&mut due, rng);
    let mut last: BTreeMap<Vec<u8>, (i64, bool)> = BTreeMap::new();
    for (id, author, sequence, tick, bytes) in due {
        // Of one tick's messages the reporter's count as the last: she is sooner answered twice than forgotten.
        let spoke = (tick, author == PersonId::REPORTER.as_ref());
        last.entry(id.clone()).and_modify(|last| *last = spoke.max(*last)).or_insert(spoke);
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
    for (id, (_, by_reporter)) in last {
        let by_staff = i32::from(!by_reporter);
        let turned = thread::table.filter(thread::id.eq(id).and(thread::staff_spoke_last.ne(by_staff)));
        diesel::update(turned).set(thread::staff_spoke_last.eq(by_staff)).execute(db)?;
    }
    Ok(())
}

/// Dates what is to be shown after this tick, which is the next, so that it is shown at it.
///
/// # Errors
/// What the database says.
pub fn bring_back(db: &mut Db, next: Tick) -> Result<(), Error> {
    diesel::update(staged_thread::table.filter(staged_thread::tick.gt(next.0)))
        .set(staged_thread::tick.eq(next.0))
        .execute(db)?;
    diesel::update(staged_message::table.filter(staged_message::tick.gt(next.0)))
        .set(staged_message::tick.eq(next.0))
        .execute(db)?;
    diesel::update(staged_file::table.filter(staged_file::tick.gt(next.0)))
        .set(staged_file::tick.eq(next.0))
        .execute(db)?;
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::messages;
    use crate::store::support::{COACH, Site, TODAY, on_each_site, thread as thread_of, tick};

    fn listed(site: &mut Site, after: u64) -> Vec<Listed> {
        batches(&mut site.db, site.organisation, after, 1, 100).unwrap()
    }

    #[test]
    fn every_tick_closes_a_batch_of_a_multiple_of_eight() {
        on_each_site(|site| {
            let mut byte = 0;
            for (days, arrivals) in [0, 1, 7, 8, 9, 0, 17].into_iter().enumerate() {
                let tick = tick(i64::try_from(days).unwrap(), 7);
                for _ in 0..arrivals {
                    byte += 1;
                    site.arrive(byte, tick).unwrap();
                }
                site.tick(tick);
            }
            let batches = listed(site, 0);
            let sizes: Vec<_> = batches.iter().map(|batch| batch.headers.len()).collect();
            assert_eq!(sizes, [8, 8, 8, 8, 16, 8, 24]);
            let real: Vec<_> = batches.iter().map(|batch| batch.headers.iter().flatten().count()).collect();
            assert_eq!(real, [0, 1, 7, 8, 9, 0, 17]);
            assert!(batches.iter().map(|batch| batch.number).eq(1..=7));
            assert_eq!(batches[6].day, TODAY.plus(6));
            assert_eq!(listed(site, 5).len(), 2);
            assert!(self::batches(&mut site.db, site.organisation, 0, 2, 100).unwrap().is_empty());
            assert_eq!(self::batches(&mut site.db, site.organisation, 0, 1, 3).unwrap().len(), 3);
        });
    }

    #[test]
    fn what_is_due_moves_and_what_is_not_stays() {
        on_each_site(|site| {
            let (now, later) = (tick(0, 7), tick(0, 19));
            site.arrive(1, now).unwrap();
            site.arrive(2, later).unwrap();
            assert!(is_due(&mut site.db, now).unwrap());
            site.tick(now);
            assert!(!is_due(&mut site.db, now).unwrap());
            assert!(is_due(&mut site.db, later).unwrap());
            assert_eq!(messages::of_reporter(&mut site.db, thread_of(1)).unwrap().len(), 1);
            let waits = messages::of_reporter(&mut site.db, thread_of(2)).unwrap();
            assert!(waits.len() == 1 && !waits[0].released);
            site.tick(later);
            let left: i64 = staged_thread::table.count().get_result(&mut site.db).unwrap();
            assert_eq!((left, listed(site, 0).len()), (0, 2));
            let clocks =
                |site: &mut Site, byte| threads::living(&mut site.db, &site.ring, thread_of(byte)).unwrap().clock_day;
            assert_eq!((clocks(site, 1), clocks(site, 2)), (Day(TODAY.0 - 1), TODAY));
        });
    }

    #[test]
    fn a_message_that_was_dated_before_its_thread_waits_for_it_and_keeps_nobody_waiting() {
        on_each_site(|site| {
            let (now, later) = (tick(0, 7), tick(0, 19));
            site.arrive(1, now).unwrap();
            // It came with a clock that was a little ahead; then the clock was right.
            site.arrive(2, later).unwrap();
            messages::stage(&mut site.db, thread_of(2), PersonId::REPORTER, 1, now, b"more").unwrap();
            // Of a thread that was erased meanwhile.
            messages::stage(&mut site.db, thread_of(3), PersonId::REPORTER, 0, now, b"nobody's").unwrap();
            site.tick(now);
            let shown = |site: &mut Site, byte| {
                let all = messages::of_reporter(&mut site.db, thread_of(byte)).unwrap();
                (all.len(), all.iter().filter(|message| message.released).count())
            };
            assert_eq!([1, 2, 3].map(|byte| shown(site, byte)), [(1, 1), (2, 0), (0, 0)]);
            site.tick(later);
            assert_eq!([1, 2].map(|byte| shown(site, byte)), [(1, 1), (2, 2)]);
        });
    }

    #[test]
    fn what_a_clock_that_was_ahead_dated_is_shown_at_the_next_tick() {
        on_each_site(|site| {
            let (next, far) = (tick(0, 19), tick(4_000, 7));
            site.arrive(1, tick(0, 7)).unwrap();
            site.arrive(2, far).unwrap();
            bring_back(&mut site.db, next).unwrap();
            site.tick(tick(0, 7));
            let waits = messages::of_reporter(&mut site.db, thread_of(2)).unwrap();
            assert!(waits.len() == 1 && !waits[0].released);
            site.tick(next);
            let shown = messages::of_reporter(&mut site.db, thread_of(2)).unwrap();
            assert!(shown[0].released && shown[0].day == TODAY);
            assert_eq!(threads::living(&mut site.db, &site.ring, thread_of(2)).unwrap().clock_day, TODAY);
        });
    }

    #[test]
    fn slots_do_not_follow_the_order_of_arrival() {
        on_each_site(|site| {
            for byte in 1..=100 {
                site.arrive(byte, tick(0, 7)).unwrap();
            }
            site.tick(tick(0, 7));
            let headers: Vec<_> = listed(site, 0).remove(0).headers.into_iter().flatten().map(|row| row[0]).collect();
            assert_eq!(headers.len(), 100);
            assert!(!headers.is_sorted());
            let in_place = headers.iter().zip(1_u8..).filter(|(header, place)| *header == place).count();
            assert!(in_place < 20, "{in_place} stand where they came");
        });
    }

    #[test]
    fn the_first_answer_counts_on_the_day_its_tick_releases_it() {
        on_each_site(|site| {
            site.living(1);
            let answered = |site: &mut Site| threads::living(&mut site.db, &site.ring, thread_of(1)).unwrap().answered;
            messages::stage(&mut site.db, thread_of(1), PersonId::REPORTER, 1, tick(1, 7), b"more").unwrap();
            messages::stage(&mut site.db, thread_of(1), COACH, 0, tick(2, 7), b"answer").unwrap();
            site.tick(tick(1, 7));
            assert_eq!(answered(site), None);
            site.tick(tick(2, 7));
            messages::stage(&mut site.db, thread_of(1), COACH, 1, tick(3, 7), b"another").unwrap();
            site.tick(tick(3, 7));
            assert_eq!(answered(site), Some(TODAY.plus(2)));
        });
    }

    #[test]
    fn who_spoke_last_is_known_by_tick_and_within_one_it_is_the_reporter() {
        on_each_site(|site| {
            site.living(1);
            let by_staff = |site: &mut Site| -> bool {
                let found = thread::table.find(thread_of(1).as_ref().to_vec()).select(thread::staff_spoke_last);
                found.first::<i32>(&mut site.db).unwrap() == 1
            };
            let stage = |site: &mut Site, author, sequence, tick| {
                messages::stage(&mut site.db, thread_of(1), author, sequence, tick, b"text").unwrap();
            };
            assert!(!by_staff(site));
            // On one day, at two ticks.
            stage(site, PersonId::REPORTER, 1, tick(1, 7));
            stage(site, COACH, 0, tick(1, 19));
            site.tick(tick(1, 7));
            assert!(!by_staff(site), "an answer that waits is not given");
            site.tick(tick(1, 19));
            assert!(by_staff(site));
            stage(site, COACH, 1, tick(2, 7));
            stage(site, PersonId::REPORTER, 2, tick(2, 7));
            site.tick(tick(2, 7));
            assert!(!by_staff(site), "at one tick, nobody is forgotten");
            // A server that was off shows both ticks together.
            stage(site, PersonId::REPORTER, 3, tick(2, 19));
            stage(site, COACH, 2, tick(3, 7));
            site.tick(tick(3, 7));
            assert!(by_staff(site));
        });
    }

    #[test]
    fn the_registration_leaves_the_thread_at_its_tick() {
        on_each_site(|site| {
            site.living(1);
            let kept = threads::living(&mut site.db, &site.ring, thread_of(1)).unwrap().safekeeping;
            assert!(kept.registration.is_none() && kept.ratchet.counter() == 1);
            let arrivals = threads::take_arrivals(&mut site.db, &site.ring).unwrap();
            assert_eq!(arrivals.len(), 1);
            let (organisation, arrival) = &arrivals[0];
            assert!(*organisation == site.identity && arrival.step == site.step(1, 0));
            assert_eq!((arrival.act, arrival.day), (Act::Registered, TODAY));
            assert_eq!(arrival.object, site.objects.pseudonym(site.identity, &thread_of(1)));
        });
    }
}
