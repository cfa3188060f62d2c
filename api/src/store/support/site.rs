//! An organisation with a coach, a fallback and a log, as the rooms of the store see it.

use super::Databases;
use crate::Error;
use crate::book::Book;
use crate::clock::{Schedule, Tick};
use crate::config::Config;
use crate::domain::questions::Question;
use crate::entropy;
use crate::ring::Ring;
use crate::secrets::{Folders, Secrets};
use crate::store::gate::{Access, Asker, Means};
use crate::store::ledger::{self, LogKeys};
use crate::store::organisations::{self, Organisation, OrganisationKey};
use crate::store::people::{self, Person, State};
use crate::store::submissions::{self, NewMessage, NewThread, Submission};
use crate::store::ticks::{self, Now};
use crate::store::{Address, Db, migrations, rosters, threads};
use chacha20::ChaCha20Rng;
use crypto::ledger::{ObjectKey, Purpose, Ratchet, Release, Step};
use crypto::roster::{Pending, Profile, Role, Roster, SignedRoster};
use crypto::thread::{Safekeeping, ShareSlot};
use crypto::{Day, Digest, OrganisationId, PersonId, SealSecretKey, Secret, Signature, SigningKey, ThreadId};
use diesel::Connection;
use std::sync::Arc;

pub(crate) const TODAY: Day = Day(20_000);
pub(crate) const COACH: PersonId = PersonId([1; 16]);
pub(crate) const FALLBACK: PersonId = PersonId([2; 16]);

pub(crate) struct Site {
    pub(crate) db: Db,
    pub(crate) address: Address,
    pub(crate) ring: Ring,
    pub(crate) book: Book,
    pub(crate) keys: LogKeys,
    pub(crate) objects: ObjectKey,
    pub(crate) rng: ChaCha20Rng,
    pub(crate) schedule: Schedule,
    pub(crate) organisation: OrganisationKey,
    pub(crate) identity: OrganisationId,
}

/// On a new SQLite file and, where a cluster is named, a new PostgreSQL database.
pub(crate) fn on_each_site(mut test: impl FnMut(&mut Site)) {
    let databases = Databases::make();
    for (place, address) in databases.each().into_iter().enumerate() {
        let mut db = Db::open_writer(&address).unwrap();
        migrations::run(&mut db).unwrap();
        let mut rng = entropy::generator().unwrap();
        let data = databases.folder().join(format!("data-{place}"));
        let folders = Folders { release_keys: data.join("ring"), data: data.clone() };
        let ring = Ring::open(&folders.release_keys, &std::collections::BTreeSet::new(), TODAY, &mut rng).unwrap();
        let book = Book::new(Arc::new(Secrets::open(&folders, true, &mut rng).unwrap()), data).unwrap();
        let mut site = Site {
            db,
            address,
            ring,
            keys: book.make_epoch(1, &mut rng).unwrap(),
            objects: book.objects(TODAY, &mut rng).unwrap(),
            book,
            rng,
            schedule: Config::default().mailbox.schedule(),
            organisation: OrganisationKey([7; 16]),
            identity: OrganisationId::NONE,
        };
        site.settle_in();
        test(&mut site);
    }
}

pub(crate) fn sign_key(person: PersonId) -> SigningKey {
    SigningKey::from_seed(Secret::new([person.0[0]; 32]))
}

/// A thread's ledger seed.
fn seed(byte: u8) -> Secret<32> {
    Secret::new([byte; 32])
}

pub(crate) fn thread(byte: u8) -> ThreadId {
    ThreadId([byte; 32])
}

pub(crate) fn buried_as(byte: u8) -> Digest {
    Digest([!byte; 32])
}

/// A minute of today's ticks.
pub(crate) fn tick(days_from_today: i64, hour: i64) -> Tick {
    Tick((i64::from(TODAY.0) + days_from_today) * 1440 + hour * 60)
}

impl Site {
    fn settle_in(&mut self) {
        let people = [(COACH, Role::Coach), (FALLBACK, Role::Fallback)];
        let pending = people.map(|(id, role)| {
            let seal = SealSecretKey::from_seed(Secret::new([id.0[0]; 32])).public();
            Pending::make(OrganisationId::NONE, id, role.name(), role, &sign_key(id), seal)
        });
        let roster = Roster {
            number: 1,
            previous: Digest::NONE,
            organisation: OrganisationId::NONE,
            name: "Zonnehuis".into(),
            profile: Profile::Plain,
            day: TODAY,
            quorum: 1,
            people: pending.iter().map(|pending| pending.to_person(pending.id == COACH, TODAY)).collect(),
            removals: Vec::new(),
            gates: Vec::new(),
            issuers: Vec::new(),
        };
        let signatures = vec![(COACH, roster.sign(&sign_key(COACH)))];
        let signed = SignedRoster { roster, signatures };
        self.identity = signed.roster.organisation_id();
        let (key, slug, name) = (self.organisation, "zonnehuis".into(), "Zonnehuis".into());
        let new =
            Organisation { key, slug, identity: None, name, locale: "nl-BE".into(), questions: Question::ALL.into() };
        organisations::create(&mut self.db, &new).unwrap();
        organisations::identify(&mut self.db, key, self.identity).unwrap();
        rosters::append(&mut self.db, key, &signed).unwrap();
        for pending in pending {
            let person = person(key, &pending);
            people::add(&mut self.db, &person, State::Active, b"vault").unwrap();
        }
        assert!(ledger::begin(&mut self.db, &self.keys.log).unwrap());
        ledger::begin_epoch(&mut self.db, &self.keys, TODAY, &mut self.rng).unwrap();
    }

    /// Runs an act as the writer does: all of it or nothing.
    pub(crate) fn act<T>(
        &mut self,
        act: impl FnOnce(&mut Db, &Means<'_>, &mut ChaCha20Rng) -> Result<T, Error>,
    ) -> Result<T, Error> {
        let Self { db, ring, keys, objects, rng, .. } = self;
        let means = Means { ring, keys, objects, today: TODAY };
        db.transaction(|db| act(db, &means, rng))
    }

    /// As the server runs an act that stands in the log, which must continue its pin.
    pub(crate) fn enter<T>(
        &mut self,
        act: impl FnOnce(&mut Db, &Means<'_>, &mut ChaCha20Rng) -> Result<T, Error>,
    ) -> Result<T, Error> {
        let Self { db, ring, book, rng, .. } = self;
        let (outcome, left) = db.transaction(|db| {
            let (keys, objects) = book.for_act(db, TODAY, rng)?;
            let outcome = act(db, &Means { ring, keys: &keys, objects: &objects, today: TODAY }, rng)?;
            Ok::<_, Error>((outcome, keys.left()))
        })?;
        book.committed(left);
        Ok(outcome)
    }

    /// A report arrives.
    pub(crate) fn arrive(&mut self, byte: u8, tick: Tick) -> Result<(), Error> {
        let mut ratchet = Ratchet::start(seed(byte));
        let registration = Some(ratchet.step(self.identity));
        ratchet.advance(self.identity).unwrap();
        let share_slot = ShareSlot::Plain(Secret::new([byte; 32]));
        let kept = Safekeeping { share_slot, case_share: Secret::new([byte; 32]), ratchet, registration };
        let id = thread(byte);
        let (ring_key, secrets) = self.ring.seal(self.identity, id, &kept.to_bytes(), &mut self.rng).unwrap();
        let organisation = self.organisation.0;
        let submission = Submission {
            thread: Some(NewThread { organisation, roster: 1, header: vec![byte; 40], ring_key, secrets }),
            message: NewMessage {
                thread: id,
                author: PersonId::REPORTER,
                sequence: 0,
                tick: tick.0,
                bytes: vec![byte; 50],
            },
            buried_as: buried_as(byte),
        };
        self.db.transaction(|db| submissions::stage(db, &[&submission])).unwrap().remove(0)
    }

    /// A tick comes.
    pub(crate) fn tick(&mut self, up_to: Tick) {
        let Self { db, ring, objects, rng, schedule, .. } = self;
        let now = Now { up_to, today: up_to.day(), schedule, ring, objects };
        db.transaction(|db| ticks::run(db, &now, rng)).unwrap();
    }

    /// A thread whose tick has come, in which the coach is enrolled.
    pub(crate) fn living(&mut self, byte: u8) {
        self.arrive(byte, tick(0, 7)).unwrap();
        self.tick(tick(0, 7));
        threads::enrol(&mut self.db, thread(byte), COACH).unwrap();
    }

    pub(crate) fn erase(&mut self, byte: u8) -> Result<(), Error> {
        let until = TODAY.plus(365);
        self.act(|db, means, rng| {
            let days = (TODAY, until);
            threads::erase(db, means.ring, means.objects, thread(byte), buried_as(byte), days, rng)
        })
    }

    /// The step of an access, as the reporter computes it.
    pub(crate) fn step(&self, byte: u8, counter: u32) -> Step {
        Ratchet::at(seed(byte), self.identity, counter).unwrap().step(self.identity)
    }

    pub(crate) fn asker(&self, person: PersonId) -> Asker {
        Asker { person, organisation: self.identity, key: sign_key(person).verifying_key(), role: Role::Coach }
    }

    /// An access as the coach signs it.
    pub(crate) fn access(&self, byte: u8, counter: u32, purpose: Purpose) -> Access {
        let release = Release { tag: self.step(byte, counter).tag(), counter, purpose, day: TODAY };
        let signature: Signature = release.sign(self.identity, &sign_key(COACH));
        Access { thread: thread(byte), release, signature }
    }
}

/// What one instance does, and before its commit another one, which waits for that or ends before it.
#[cfg(feature = "postgres")]
pub(crate) fn beside<T: Send>(
    db: &mut Db,
    address: &Address,
    first: impl FnOnce(&mut Db) -> Result<(), Error>,
    second: impl FnOnce(&mut Db) -> Result<T, Error> + Send,
) -> Result<T, Error> {
    use diesel::dsl::sql;
    use diesel::prelude::*;
    let waits =
        "(SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock')";
    std::thread::scope(|scope| {
        let other = db.transaction(|db| {
            first(db)?;
            let other = scope.spawn(|| Db::open_writer(address)?.transaction(second));
            let mut watch = Db::open_writer(address)?;
            let mut waiting = || diesel::select(sql::<diesel::sql_types::BigInt>(waits)).get_result::<i64>(&mut watch);
            while !other.is_finished() && waiting()? == 0 {
                std::thread::yield_now();
            }
            Ok::<_, Error>(other)
        });
        other?.join().unwrap()
    })
}

/// As she accepted.
pub(crate) fn person(organisation: OrganisationKey, pending: &Pending) -> Person {
    Person {
        id: pending.id,
        organisation,
        account: pending.role.name().into(),
        name: pending.name.clone(),
        role: pending.role,
        record: pending.to_bytes(),
        login_key: sign_key(pending.id).verifying_key(),
        recovery_key: sign_key(pending.id).verifying_key(),
        batch_seen: 0,
    }
}
