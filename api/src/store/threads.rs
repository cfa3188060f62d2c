//! Rows of living threads: what every room that touches one starts from.

use super::MOST_FORGOTTEN;
use super::connection::Db;
use super::convert::{from_day, to_day, to_id};
use super::dialect::first_held;
use super::files;
use super::organisations::{self, Organisation, OrganisationKey};
use super::schema::{
    barred, case_file, case_record, enrolment, message, pending_entry, staged_message, staged_thread, thread, tombstone,
};
use crate::Error;
use crate::clock::Tick;
use crate::domain::arrival::Arrival;
use crate::ring::Ring;
use crypto::ledger::{Act, ObjectKey, Step};
use crypto::thread::{Header, Safekeeping};
use crypto::{Day, Digest, OrganisationId, PersonId, ThreadId, VerifyingKey};
use diesel::prelude::*;
use rand_core::CryptoRng;

/// A thread whose tick has come, with what the server keeps of it.
pub struct Living {
    /// The thread.
    pub id: ThreadId,
    /// Its organisation's row and identity.
    pub organisation: (OrganisationKey, OrganisationId),
    /// As the reporter signed it.
    pub header: Vec<u8>,
    /// The day the legal clock started.
    pub clock_day: Day,
    /// The day the first answer was released.
    pub answered: Option<Day>,
    /// Opened.
    pub safekeeping: Safekeeping,
}

type Row = (Vec<u8>, Vec<u8>, i32, Option<i32>, i64, Vec<u8>);

/// The thread, with its safekeeping opened, held by this transaction.
///
/// # Errors
/// [`Error::NotFound`] when it is unknown, erased, or its tick has not come, and when its release key is lost.
pub fn living(db: &mut Db, ring: &Ring, id: ThreadId) -> Result<Living, Error> {
    let query = thread::table.find(id.as_ref()).select((
        thread::organisation,
        thread::header,
        thread::clock_day,
        thread::answered_day,
        thread::ring_key,
        thread::secrets,
    ));
    let row: Option<Row> = first_held!(db, query).optional()?;
    let (key, header, clock_day, answered, ring_key, secrets) = row.ok_or(Error::NotFound)?;
    let key = to_id(&key)?;
    let Organisation { identity, .. } = organisations::of_key(db, key)?;
    let identity = identity.ok_or(Error::NotFound)?;
    let safekeeping = open(ring, identity, id, ring_key, secrets)?;
    let answered = answered.map(to_day);
    Ok(Living { id, organisation: (key, identity), header, clock_day: to_day(clock_day), answered, safekeeping })
}

/// Keeps everybody else from adding to a thread until the transaction ends, whether its tick has come or not; answers
/// whose it is, if it is there.
///
/// # Errors
/// What the database says.
pub(super) fn hold(db: &mut Db, id: ThreadId) -> Result<Option<OrganisationKey>, Error> {
    // In this order, for at its tick it goes from the one to the other.
    let staged = staged_thread::table.find(id.as_ref()).select(staged_thread::organisation);
    let mut key: Option<Vec<u8>> = first_held!(&mut *db, staged).optional()?;
    if key.is_none() {
        key = first_held!(db, thread::table.find(id.as_ref()).select(thread::organisation)).optional()?;
    }
    key.map(|key| to_id(&key)).transpose()
}

/// The key with which whoever holds a thread's key shows that, if there is such a thread in this organisation.
///
/// # Errors
/// What the database says.
pub fn reader(db: &mut Db, organisation: OrganisationKey, id: ThreadId) -> Result<Option<VerifyingKey>, Error> {
    let here = thread::table.find(id.as_ref()).filter(thread::organisation.eq(organisation.as_ref()));
    let header: Option<Vec<u8>> = here.select(thread::header).first(db).optional()?;
    Ok(header.map(|header| Header::reader_of(&header)).transpose()?)
}

/// Opens what is sealed under the ring. A thread whose key is lost can be given to nobody: it is as good as gone, and
/// must not take with it what stands beside it.
///
/// # Errors
/// [`Error::NotFound`] for such a one.
pub(super) fn open(
    ring: &Ring,
    organisation: OrganisationId,
    thread: ThreadId,
    key: i64,
    secrets: Vec<u8>,
) -> Result<Safekeeping, Error> {
    match ring.open_row(&super::ring::Sealed { key, organisation, thread, secrets }) {
        Err(Error::Crypto(_)) => Err(Error::NotFound),
        opened => Ok(Safekeeping::parse(&opened?)?),
    }
}

impl Living {
    /// The header, read again.
    ///
    /// # Errors
    /// [`Error::Crypto`].
    pub fn header(&self) -> Result<Header, Error> {
        Ok(Header::parse(&self.header)?)
    }

    /// The step of the next access; then the ratchet goes on and is sealed again.
    ///
    /// # Errors
    /// [`Error::Crypto`] past the last counter; what the database says.
    pub fn advance(&mut self, db: &mut Db, ring: &Ring, rng: &mut impl CryptoRng) -> Result<Step, Error> {
        let identity = self.organisation.1;
        let step = self.safekeeping.ratchet.step(identity);
        self.safekeeping.ratchet.advance(identity)?;
        let (key, secrets) = ring.seal(identity, self.id, &self.safekeeping.to_bytes(), rng)?;
        diesel::update(thread::table.find(self.id.as_ref()))
            .set((thread::ring_key.eq(key), thread::secrets.eq(secrets)))
            .execute(db)?;
        Ok(step)
    }
}

/// Whether the thread is known, and where it waits or lives.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Presence {
    /// Waits for its tick.
    Staged,
    /// Its tick has come.
    Living,
    /// Erased within a year.
    Erased,
    /// Nothing is known of it.
    Unknown,
}

/// Looks a thread up by its own name and, if it is not there, by its tombstone.
///
/// # Errors
/// What the database says.
pub fn presence(db: &mut Db, id: ThreadId, buried_as: Digest) -> Result<Presence, Error> {
    use diesel::dsl::exists;
    let (living, staged, erased): (bool, bool, bool) = diesel::select((
        exists(thread::table.find(id.as_ref())),
        exists(staged_thread::table.find(id.as_ref())),
        exists(tombstone::table.find(buried_as.as_ref())),
    ))
    .get_result(db)?;
    Ok(match (living, staged, erased) {
        (true, ..) => Presence::Living,
        (_, true, _) => Presence::Staged,
        (.., true) => Presence::Erased,
        _ => Presence::Unknown,
    })
}

/// When the legal clock of a thread started, or will start at its tick, and when its first answer was released.
///
/// # Errors
/// What the database says.
pub fn clocks(db: &mut Db, id: ThreadId, start: impl FnOnce(Tick) -> Day) -> Result<Option<(Day, Option<Day>)>, Error> {
    let living: Option<(i32, Option<i32>)> =
        thread::table.find(id.as_ref()).select((thread::clock_day, thread::answered_day)).first(db).optional()?;
    if let Some((day, answered)) = living {
        return Ok(Some((to_day(day), answered.map(to_day))));
    }
    let staged: Option<i64> =
        staged_thread::table.find(id.as_ref()).select(staged_thread::tick).first(db).optional()?;
    Ok(staged.map(|tick| (start(Tick(tick)), None)))
}

/// Keeps an arrival or erasure for the log, under a name that means nothing.
pub(super) fn keep_arrival(
    db: &mut Db,
    ring: &Ring,
    organisation: (OrganisationKey, OrganisationId),
    arrival: &Arrival,
    rng: &mut impl CryptoRng,
) -> Result<(), Error> {
    let name = ThreadId(*crypto::Secret::make(rng).expose());
    let (ring_key, sealed) = ring.seal(organisation.1, name, &arrival.to_bytes(), rng)?;
    diesel::insert_into(pending_entry::table)
        .values((
            pending_entry::id.eq(name.as_ref()),
            pending_entry::organisation.eq(organisation.0.as_ref()),
            pending_entry::ring_key.eq(ring_key),
            pending_entry::sealed.eq(sealed),
        ))
        .execute(db)?;
    Ok(())
}

/// Takes out every arrival that waits for the log.
///
/// # Errors
/// [`Error::Crypto`] when one does not open; what the database says.
pub fn take_arrivals(db: &mut Db, ring: &Ring) -> Result<Vec<(OrganisationId, Arrival)>, Error> {
    type Row = (Vec<u8>, Vec<u8>, i64, Vec<u8>);
    let rows: Vec<Row> = pending_entry::table.load(db)?;
    let mut arrivals = Vec::with_capacity(rows.len());
    for (id, organisation, key, secrets) in rows {
        let identity = organisations::of_key(db, to_id(&organisation)?)?.identity.ok_or(Error::NotFound)?;
        let thread: ThreadId = to_id(&id)?;
        let opened = ring.open_row(&super::ring::Sealed { key, organisation: identity, thread, secrets })?;
        arrivals.push((identity, Arrival::parse(&opened)?));
        diesel::delete(pending_entry::table.find(id)).execute(db)?;
    }
    Ok(arrivals)
}

/// Erases a thread: every row that names it goes, a tombstone stays until `until`. Erasing again is a success.
///
/// # Errors
/// [`Error::NotFound`] when nothing is known of it; what the database says.
pub fn erase(
    db: &mut Db,
    ring: &Ring,
    objects: &ObjectKey,
    id: ThreadId,
    buried_as: Digest,
    (today, until): (Day, Day),
    rng: &mut impl CryptoRng,
) -> Result<(), Error> {
    hold(db, id)?;
    match presence(db, id, buried_as)? {
        Presence::Erased => return Ok(()),
        Presence::Unknown => return Err(Error::NotFound),
        Presence::Staged => {}
        Presence::Living => {
            match living(db, ring, id) {
                Ok(mut thread) => {
                    let step = thread.advance(db, ring, rng)?;
                    let object = objects.pseudonym(thread.organisation.1, &id);
                    let arrival = Arrival { act: Act::ErasedByReporter, day: today, object, step };
                    keep_arrival(db, ring, thread.organisation, &arrival, rng)?;
                }
                // Its key is lost, and with it the name under which the log would know it.
                Err(Error::NotFound) => {}
                Err(error) => return Err(error),
            }
        }
    }
    let name = id.as_ref();
    files::erase(db, id)?;
    diesel::delete(staged_message::table.filter(staged_message::thread.eq(name))).execute(db)?;
    diesel::delete(staged_thread::table.find(name)).execute(db)?;
    diesel::delete(case_record::table.filter(case_record::thread.eq(name))).execute(db)?;
    diesel::delete(case_file::table.find(name)).execute(db)?;
    diesel::delete(enrolment::table.filter(enrolment::thread.eq(name))).execute(db)?;
    diesel::delete(barred::table.filter(barred::thread.eq(name))).execute(db)?;
    diesel::delete(message::table.filter(message::thread.eq(name))).execute(db)?;
    diesel::delete(thread::table.find(name)).execute(db)?;
    diesel::insert_into(tombstone::table)
        .values((tombstone::hash.eq(buried_as.as_ref()), tombstone::until_day.eq(from_day(until))))
        .execute(db)?;
    Ok(())
}

/// Forgets tombstones whose year has passed, a few at a time.
///
/// # Errors
/// What the database says.
pub fn forget_tombstones(db: &mut Db, today: Day) -> Result<usize, Error> {
    let over = tombstone::table.filter(tombstone::until_day.lt(from_day(today)));
    let over: Vec<Vec<u8>> = over.select(tombstone::hash).limit(MOST_FORGOTTEN).load(db)?;
    over.iter().try_for_each(|hash| diesel::delete(tombstone::table.find(hash)).execute(db).map(drop))?;
    Ok(over.len())
}

/// Whether somebody may be served this thread: enrolled, and not barred after she gave it away.
///
/// # Errors
/// [`Error::Forbidden`].
pub fn require_enrolled(db: &mut Db, id: ThreadId, person: PersonId) -> Result<(), Error> {
    let enrolled = diesel::select((
        diesel::dsl::exists(enrolment::table.find((id.as_ref(), person.as_ref()))),
        diesel::dsl::exists(barred::table.find((id.as_ref(), person.as_ref()))),
    ))
    .get_result(db)?;
    if matches!(enrolled, (true, false)) { Ok(()) } else { Err(Error::Forbidden("enrol in this thread first")) }
}

/// Enrols somebody who proved that she holds the thread key. Doing it again changes nothing.
///
/// # Errors
/// [`Error::Forbidden`] when she gave the thread away.
pub fn enrol(db: &mut Db, id: ThreadId, person: PersonId) -> Result<(), Error> {
    let gone: bool =
        diesel::select(diesel::dsl::exists(barred::table.find((id.as_ref(), person.as_ref())))).get_result(db)?;
    if gone {
        return Err(Error::Forbidden("this thread is with somebody else now"));
    }
    let row = (enrolment::thread.eq(id.as_ref()), enrolment::person.eq(person.as_ref()));
    super::dialect::insert_unless_there!(db, diesel::insert_into(enrolment::table).values(row))?;
    Ok(())
}

/// Keeps the keys of thread and case, sealed under her vault.
///
/// # Errors
/// What the database says.
pub fn put_key_row(db: &mut Db, id: ThreadId, person: PersonId, row: &[u8]) -> Result<(), Error> {
    diesel::update(enrolment::table.find((id.as_ref(), person.as_ref())))
        .set(enrolment::key_row.eq(row))
        .execute(db)?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::schema::{file, file_part, staged_file, staged_part};
    use crate::store::support::{COACH, FALLBACK, Site, TODAY, buried_as, on_each_site, thread as thread_of, tick};
    use crate::store::{cases, dialect, messages};

    /// Rows of each table that name a thread.
    fn rows_naming(db: &mut Db, id: ThreadId) -> Vec<i64> {
        let name = id.as_ref();
        vec![
            thread::table.filter(thread::id.eq(name)).count().get_result(db).unwrap(),
            message::table.filter(message::thread.eq(name)).count().get_result(db).unwrap(),
            enrolment::table.filter(enrolment::thread.eq(name)).count().get_result(db).unwrap(),
            barred::table.filter(barred::thread.eq(name)).count().get_result(db).unwrap(),
            case_file::table.filter(case_file::thread.eq(name)).count().get_result(db).unwrap(),
            case_record::table.filter(case_record::thread.eq(name)).count().get_result(db).unwrap(),
            staged_message::table.filter(staged_message::thread.eq(name)).count().get_result(db).unwrap(),
            staged_thread::table.filter(staged_thread::id.eq(name)).count().get_result(db).unwrap(),
            file::table.filter(file::thread.eq(name)).count().get_result(db).unwrap(),
            file_part::table.filter(file_part::thread.eq(name)).count().get_result(db).unwrap(),
            staged_file::table.filter(staged_file::thread.eq(name)).count().get_result(db).unwrap(),
            staged_part::table.filter(staged_part::thread.eq(name)).count().get_result(db).unwrap(),
        ]
    }

    /// A thread with everything that can hang on one.
    fn grown(site: &mut Site, byte: u8) {
        site.living(byte);
        let (db, id) = (&mut site.db, thread_of(byte));
        put_key_row(db, id, COACH, b"row").unwrap();
        let gone = (barred::thread.eq(id.as_ref()), barred::person.eq(FALLBACK.as_ref()));
        diesel::insert_into(barred::table).values(gone).execute(db).unwrap();
        cases::begin(db, id, b"header").unwrap();
        let note = (
            (case_record::thread.eq(id.as_ref()), case_record::kind.eq(2), case_record::author.eq(COACH.as_ref())),
            (case_record::sequence.eq(0_i64), case_record::bytes.eq(b"note".as_slice())),
        );
        diesel::insert_into(case_record::table)
            .values((note.0.0, note.0.1, note.0.2, note.1.0, note.1.1))
            .execute(db)
            .unwrap();
        messages::stage(db, id, COACH, 0, tick(0, 19), b"waits").unwrap();
        files::tests::grown(site, byte);
    }

    #[test]
    fn erasing_leaves_no_row_that_names_the_thread_and_no_byte_of_its_name() {
        on_each_site(|site| {
            grown(site, 0xa7);
            grown(site, 0xb8);
            let id = thread_of(0xa7);
            assert_eq!(rows_naming(&mut site.db, id), [1, 1, 1, 1, 1, 1, 1, 0, 2, 2, 2, 2]);
            site.erase(0xa7).unwrap();
            assert_eq!(rows_naming(&mut site.db, id), [0; 12]);
            assert_eq!(rows_naming(&mut site.db, thread_of(0xb8)), [1, 1, 1, 1, 1, 1, 1, 0, 2, 2, 2, 2]);
            dialect::checkpoint(&mut site.db, dialect::Checkpoint::Truncate).unwrap();
            if let Some(file) = site.address.file() {
                let bytes = std::fs::read(file).unwrap();
                let holds = |id: ThreadId| bytes.windows(32).any(|window| window == id.as_ref());
                assert!(holds(thread_of(0xb8)) && !holds(id));
            }
            assert_eq!(presence(&mut site.db, id, buried_as(0xa7)).unwrap(), Presence::Erased);
            assert!(matches!(living(&mut site.db, &site.ring, id), Err(Error::NotFound)));
        });
    }

    #[test]
    fn erasing_again_is_a_success_and_an_erased_thread_does_not_come_back() {
        on_each_site(|site| {
            site.living(1);
            assert!(matches!(site.erase(2), Err(Error::NotFound)));
            site.erase(1).unwrap();
            site.erase(1).unwrap();
            assert!(matches!(site.arrive(1, tick(0, 19)), Err(Error::Conflict)));
            assert_eq!(forget_tombstones(&mut site.db, TODAY.plus(365)).unwrap(), 0);
            assert_eq!(forget_tombstones(&mut site.db, TODAY.plus(366)).unwrap(), 1);
            assert_eq!(presence(&mut site.db, thread_of(1), buried_as(1)).unwrap(), Presence::Unknown);
        });
    }

    #[test]
    fn what_was_erased_before_its_tick_never_reaches_the_log() {
        on_each_site(|site| {
            site.arrive(1, tick(0, 7)).unwrap();
            assert_eq!(presence(&mut site.db, thread_of(1), buried_as(1)).unwrap(), Presence::Staged);
            site.erase(1).unwrap();
            site.tick(tick(0, 7));
            assert_eq!(rows_naming(&mut site.db, thread_of(1)), [0; 12]);
            assert!(take_arrivals(&mut site.db, &site.ring).unwrap().is_empty());
        });
    }

    #[test]
    fn arrival_and_erasure_wait_for_the_log_without_the_threads_name() {
        on_each_site(|site| {
            site.living(1);
            site.erase(1).unwrap();
            let names: Vec<Vec<u8>> = pending_entry::table.select(pending_entry::id).load(&mut site.db).unwrap();
            assert!(names.len() == 2 && !names.contains(&thread_of(1).as_ref().to_vec()));
            let mut arrivals = take_arrivals(&mut site.db, &site.ring).unwrap();
            arrivals.sort_by_key(|(_, arrival)| arrival.step.counter());
            let acts: Vec<_> = arrivals.iter().map(|(_, arrival)| (arrival.act, arrival.step.counter())).collect();
            assert_eq!(acts, [(Act::Registered, 0), (Act::ErasedByReporter, 1)]);
            for (organisation, arrival) in arrivals {
                assert!(organisation == site.identity && arrival.step == site.step(1, arrival.step.counter()));
            }
            assert!(take_arrivals(&mut site.db, &site.ring).unwrap().is_empty());
        });
    }

    #[test]
    fn who_is_enrolled_is_served_until_she_is_barred() {
        on_each_site(|site| {
            site.living(1);
            let (db, id) = (&mut site.db, thread_of(1));
            enrol(db, id, COACH).unwrap();
            require_enrolled(db, id, COACH).unwrap();
            assert!(matches!(require_enrolled(db, id, FALLBACK), Err(Error::Forbidden(_))));
            let gone = (barred::thread.eq(id.as_ref()), barred::person.eq(COACH.as_ref()));
            diesel::insert_into(barred::table).values(gone).execute(db).unwrap();
            assert!(matches!(require_enrolled(db, id, COACH), Err(Error::Forbidden(_))));
            assert!(matches!(enrol(db, id, COACH), Err(Error::Forbidden(_))));
        });
    }

    /// Two instances at once; SQLite has one writer.
    #[cfg(feature = "postgres")]
    #[test]
    fn what_comes_in_beside_an_erasure_is_erased_with_the_rest() {
        use crate::store::support::beside;
        use crate::store::{NewMessage, Submission, files, submissions};
        type Coming = fn(&mut Db) -> Result<(), Error>;
        let say: Coming = |db| {
            let message = NewMessage {
                thread: thread_of(1),
                author: PersonId::REPORTER,
                sequence: 1,
                tick: tick(0, 19).0,
                bytes: vec![1],
            };
            let submission = Submission { thread: None, message, buried_as: buried_as(1) };
            submissions::stage(db, &[&submission])?.remove(0)
        };
        let announce: Coming = |db| files::tests::announce(db, 1, 1);
        let bring: Coming = |db| files::tests::bring(db, 1, 2);
        on_each_site(|site| {
            if site.address.file().is_some() {
                return;
            }
            for (coming, living) in [say, announce, bring].into_iter().flat_map(|act| [(act, false), (act, true)]) {
                site.arrive(1, tick(0, 7)).unwrap();
                if living {
                    site.tick(tick(0, 7));
                }
                files::tests::announce(&mut site.db, 1, 2).unwrap();
                let Site { db, address, ring, objects, .. } = site;
                let days = (TODAY, TODAY.plus(365));
                beside(db, address, coming, |db| {
                    erase(db, ring, objects, thread_of(1), buried_as(1), days, &mut crate::entropy::generator()?)
                })
                .unwrap();
                assert_eq!(rows_naming(&mut site.db, thread_of(1)), [0; 12], "living: {living}");
                diesel::delete(tombstone::table).execute(&mut site.db).unwrap();
            }
        });
    }
}
