//! What several rooms do in the same way: acts that stand in the access log, ticks, the closing of epochs.

use super::App;
use crate::book::Book;
use crate::clock::{Tick, Ticks};
use crate::ring::rotation;
use crate::shelf::Failure;
use crate::store::files::Part;
use crate::store::gate::Means;
use crate::store::installation::{self, Name, Restored};
use crate::store::ledger::Epoch;
use crate::store::organisations::OrganisationKey;
use crate::store::people::{self, State};
use crate::store::{Db, files, ledger, organisations, rosters, threads, ticks};
use crate::{Error, entropy};
use chacha20::ChaCha20Rng;
use crypto::ledger::{Act, ActorRole, Record};
use crypto::roster::{PeriodKey, Role};
use crypto::{Day, Digest, OrganisationId, SealPublicKey};
use rand_core::Rng;
use std::collections::BTreeSet;
use std::sync::{Arc, PoisonError};

/// How long a checkpointed log may wait for a reader that stands in the way of wiping.
const WIPE_TRIES: usize = 50;

/// Why a tick may have to run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Need {
    /// A desk asks for a batch it has not seen.
    Listing,
    /// Something that waits is about to be asked for.
    Waiting,
    /// Its time has come. Whoever else noticed may have run it already.
    Clock,
}

/// Where a report goes, and who may send one.
#[derive(Debug)]
pub struct Destination {
    /// The organisation's row.
    pub organisation: OrganisationKey,
    /// Number of the version of its roster that was looked at.
    pub roster: i32,
    /// Keys of the gate codes that count by it.
    pub gates: Vec<PeriodKey>,
}

/// Seconds between two padding entries, on average: some fifty a day.
const PADDING: u64 = 1_800;

impl App {
    /// The installation's day.
    #[must_use]
    pub fn today(&self) -> Day {
        self.schedule.today(self.clock.now())
    }

    /// Minutes since 1970, for challenges.
    #[must_use]
    pub fn minute(&self) -> u32 {
        u32::try_from(self.clock.now().as_second() / 60).unwrap_or_default()
    }

    /// The tick at which what comes now is shown.
    #[must_use]
    pub fn next_tick(&self) -> Tick {
        self.schedule.next(self.clock.now())
    }

    /// Whether ticks come whenever one is needed.
    #[must_use]
    pub fn is_immediate(&self) -> bool {
        self.config.mailbox.ticks == Ticks::Immediate
    }

    /// Where reports to this organisation go, from memory where it was looked up before: what is staged is compared
    /// with the newest roster then.
    ///
    /// # Errors
    /// [`Error::NotFound`].
    pub async fn destination(&self, identity: OrganisationId) -> Result<Arc<Destination>, Error> {
        let known = self.destinations.read().unwrap_or_else(PoisonError::into_inner).get(&identity).cloned();
        if let Some(known) = known { Ok(known) } else { self.look_up(identity).await }
    }

    /// Where reports to this organisation go now.
    ///
    /// # Errors
    /// [`Error::NotFound`].
    pub async fn look_up(&self, identity: OrganisationId) -> Result<Arc<Destination>, Error> {
        let read = move |db: &mut Db| {
            let organisation = organisations::of_identity(db, identity)?.key;
            let (roster, gates) = rosters::gates(db, organisation)?;
            Ok(Arc::new(Destination { organisation, roster, gates }))
        };
        let found = self.store.read(read).await?;
        self.destinations.write().unwrap_or_else(PoisonError::into_inner).insert(identity, found.clone());
        Ok(found)
    }

    /// Begins the log of a new installation; enters that one was restored; compares an old one with its pin.
    ///
    /// # Errors
    /// What the database says.
    pub async fn begin_log(&self) -> Result<(), Error> {
        let (book, today, mut rng) = (self.book.clone(), self.today(), entropy::generator()?);
        self.store
            .write(move |db| {
                if ledger::begin(db, book.log())? {
                    let keys = book.make_epoch(1, &mut rng)?;
                    return ledger::begin_epoch(db, &keys, today, &mut rng);
                }
                if let Some(epoch) = ledger::open_epoch(db)? {
                    // Where it is gone with a lost folder the log goes on under a new one.
                    book.make_epoch(epoch.number, &mut rng)?;
                }
                enter_restore(db, &book, today, &mut rng)
            })
            .await?;
        self.check_log().await
    }

    /// Enters that another program serves than the last time, or the same with other settings. An installation that
    /// served never before has nothing to compare with; while reading is closed the next start enters it.
    ///
    /// # Errors
    /// What the database says.
    pub async fn enter_changes(&self, program: Digest) -> Result<(), Error> {
        let (book, today, mut rng) = (self.book.clone(), self.today(), entropy::generator()?);
        let mut now = vec![(Name::Program, Act::BinaryChanged, ActorRole::Unnamed, program)];
        now.extend(self.config.told.map(|told| (Name::Settings, Act::ConfigChanged, ActorRole::Operator, told)));
        self.store
            .write(move |db| {
                if ledger::is_sealed(db)? {
                    return Ok(());
                }
                for (name, act, role, digest) in now {
                    let before = installation::find(db, name)?;
                    if before.as_deref() == Some(&digest.0) {
                        continue;
                    }
                    if before.is_some() {
                        let record = Record { role, ..ledger::of_program(act, today, digest) };
                        enter(db, &book, &record, &mut rng)?;
                    }
                    installation::put(db, name, &digest.0)?;
                }
                Ok(())
            })
            .await
    }

    /// Enters which release keys came and which are gone since the last time: what was sealed under one that is gone
    /// opens in no copy of the database. A process that died between the two is made up for.
    ///
    /// # Errors
    /// What the database says.
    pub async fn enter_keys(&self) -> Result<(), Error> {
        let (ring, book, today, mut rng) = (self.ring.clone(), self.book.clone(), self.today(), entropy::generator()?);
        self.store
            .write(move |db| {
                if ledger::is_sealed(db)? {
                    return Ok(());
                }
                let now: BTreeSet<[u8; 8]> = ring.ids().into_iter().map(i64::to_be_bytes).collect();
                if let Some(known) = installation::find(db, Name::RingKeys)? {
                    let known: BTreeSet<[u8; 8]> = known.as_chunks().0.iter().copied().collect();
                    let made = now.difference(&known).map(|id| (Act::ReleaseKeyRotated, id));
                    let gone = known.difference(&now).map(|id| (Act::ReleaseKeyDestroyed, id));
                    for (act, id) in made.chain(gone) {
                        let reference = ledger::number_reference(u64::from_be_bytes(*id));
                        enter(db, &book, &ledger::of_program(act, today, reference), &mut rng)?;
                    }
                }
                installation::put(db, Name::RingKeys, &now.into_iter().flatten().collect::<Vec<u8>>())
            })
            .await
    }

    /// Compares the log with its pin, and closes reading where it contradicts it.
    ///
    /// # Errors
    /// What the database says.
    async fn check_log(&self) -> Result<(), Error> {
        let (book, today, mut rng) = (self.book.clone(), self.today(), entropy::generator()?);
        let reconciled = self
            .store
            .write(move |db| {
                let head = ledger::find_head(db)?;
                let Some(kept) = book.contradicted(db, head.as_ref())? else { return Ok(None) };
                if let Some(note) = ledger::reconciled(db, &kept, today)? {
                    return Ok(Some(note));
                }
                if !ledger::is_sealed(db)? {
                    tracing::error!("the access log is behind its pin or contradicts it: reading is closed");
                    let keys = book.keys(db)?;
                    ledger::seal(db, &keys, &kept, today, &mut rng)?;
                }
                Ok(None)
            })
            .await?;
        reconciled.map_or(Ok(()), |note| self.book.pin_anew(&note))
    }

    /// Runs an act that writes to the access log, which must continue its pin. With immediate ticks a padded epoch is
    /// closed after it.
    ///
    /// # Errors
    /// [`Error::Sealed`] when it does not, and while reading is closed; what `act` says.
    pub async fn logged<T, F>(&self, act: F) -> Result<T, Error>
    where
        T: Send + 'static,
        F: FnOnce(&mut Db, &Means<'_>, &mut ChaCha20Rng) -> Result<T, Error> + Send + 'static,
    {
        let (ring, book, today) = (self.ring.clone(), self.book.clone(), self.today());
        let mut rng = entropy::generator()?;
        let outcome = self
            .store
            .write(move |db| {
                let (keys, objects) = book.for_act(db, today, &mut rng)?;
                let outcome = act(db, &Means { ring: &ring, keys: &keys, objects: &objects, today }, &mut rng)?;
                Ok((outcome, keys.left()))
            })
            .await;
        if matches!(outcome, Err(Error::Sealed)) {
            self.check_log().await?;
        }
        let (outcome, left) = outcome?;
        self.book.committed(left);
        if self.is_immediate() {
            match self.close_epoch().await {
                // Somebody signed in to reconcile.
                Err(Error::Sealed) => {}
                closed => closed?,
            }
        }
        Ok(outcome)
    }

    /// Runs a tick up to now, unless there is no need. Then nothing of the order of arrivals is left behind.
    ///
    /// # Errors
    /// What the database says.
    pub async fn tick(&self, need: Need) -> Result<(), Error> {
        let (now, today, schedule) = (self.clock.now(), self.today(), self.schedule.clone());
        let up_to = schedule.last(now);
        // Before the messages that name them.
        let moved = self.show_files(up_to).await?;
        let (ring, book, mut rng) = (self.ring.clone(), self.book.clone(), entropy::generator()?);
        let ran = self
            .store
            .write(move |db| {
                ticks::hold(db)?;
                let needed = match need {
                    Need::Listing => true,
                    Need::Waiting => ticks::is_due(db, up_to)?,
                    Need::Clock => last_tick(db)?.is_some_and(|run| schedule.has_to_run(run, now)),
                };
                if !needed {
                    return Ok(false);
                }
                let objects = book.objects(today, &mut rng)?;
                let now = ticks::Now { up_to, today, schedule: &schedule, ring: &ring, objects: &objects };
                ticks::run(db, &now, &mut rng)?;
                installation::put(db, Name::LastTick, &up_to.0.to_be_bytes())?;
                Ok(true)
            })
            .await?;
        if ran || moved {
            self.wipe().await;
        }
        Ok(())
    }

    /// Moves files that are whole and due, a few parts at a time; answers whether there were any.
    async fn show_files(&self, up_to: Tick) -> Result<bool, Error> {
        let mut moved = false;
        while self.store.read(move |db| files::is_due(db, up_to)).await? {
            let parts = self.store.write_much(files::MOVED_BYTES, move |db| files::show(db, up_to)).await?;
            moved = true;
            if parts == 0 {
                break; // another instance was faster
            }
        }
        Ok(moved)
    }

    /// The bytes of a part, from wherever they lie.
    ///
    /// # Errors
    /// [`Error::Shelf`].
    pub async fn bytes_of(&self, part: Part) -> Result<Vec<u8>, Error> {
        match (part, &self.shelf) {
            (Part::Here(bytes), _) => Ok(bytes),
            (Part::Shelved(shelved), Some(shelf)) => {
                let fetched = shelf.fetch(&shelved).await;
                // What does not pass is logged at the edge.
                if let Some(failure) = fetched.as_ref().err().filter(|failure| failure.is_passing()) {
                    tracing::warn!(%failure, "a file cannot be had from the shelf");
                }
                Ok(fetched?)
            }
            (Part::Shelved(_), None) => Err(Failure::Missing.into()),
        }
    }

    /// With immediate ticks: shows what waits, before it is asked for.
    ///
    /// # Errors
    /// What the database says.
    pub async fn settle(&self) -> Result<(), Error> {
        if self.is_immediate() { self.tick(Need::Waiting).await } else { Ok(()) }
    }

    /// Empties the write-ahead log. A reader that stands in the way ends soon; the next tick wipes otherwise.
    pub async fn wipe(&self) {
        for _ in 0..WIPE_TRIES {
            match self.store.truncate_wal().await {
                Err(Error::Busy) => tokio::task::yield_now().await,
                Ok(()) => return,
                Err(error) => {
                    tracing::warn!(%error, "the write-ahead log was not emptied");
                    return;
                }
            }
        }
    }

    /// Runs the newest tick, if it has not been run. A server that was off runs the one it missed last, and one whose
    /// clock was ahead begins anew.
    ///
    /// # Errors
    /// What the database says.
    pub async fn catch_up(&self) -> Result<(), Error> {
        if self.is_immediate() {
            return Ok(());
        }
        let now = self.clock.now();
        let last = self.schedule.last(now);
        match self.store.read(last_tick).await? {
            // A new installation starts counting here: no batch for a tick before it was there.
            None => self.store.write(move |db| installation::put(db, Name::LastTick, &last.0.to_be_bytes())).await,
            Some(run) if self.schedule.has_to_run(run, now) => self.tick(Need::Clock).await,
            Some(_) => Ok(()),
        }
    }

    /// Lets what a clock that was ahead dated wait for the next tick and no longer; while the clock is not trusted
    /// nothing is dated anew.
    ///
    /// # Errors
    /// What the database says.
    pub async fn bring_back(&self) -> Result<(), Error> {
        let (today, next) = (self.today(), self.next_tick());
        self.store
            .write(move |db| if rotation::trusts(db, today)? { ticks::bring_back(db, next) } else { Ok(()) })
            .await
    }

    /// Closes the open epoch and opens the next: arrivals are entered among padding, the checkpoint is signed and,
    /// once that is committed, pinned; the closed epoch's secret is destroyed last.
    ///
    /// # Errors
    /// [`Error::Sealed`] while reading is closed; what the database says.
    pub async fn close_epoch(&self) -> Result<(), Error> {
        self.close_epoch_if(|_| true).await
    }

    /// Closes the open epoch unless `is_due`, asked within the transaction, says no: of two who found it due at once,
    /// one closes it.
    async fn close_epoch_if(&self, is_due: impl Fn(Epoch) -> bool + Send + 'static) -> Result<(), Error> {
        let (ring, book, today) = (self.ring.clone(), self.book.clone(), self.today());
        let mut rng = entropy::generator()?;
        let closed = self
            .store
            .write(move |db| {
                // Another instance may be closing it.
                ledger::hold_head(db)?;
                if ledger::open_epoch(db)?.is_some_and(|open| !is_due(open)) {
                    return Ok(None);
                }
                let keys = book.keys(db)?;
                let next = book.make_epoch(keys.root.epoch().saturating_add(1), &mut rng)?;
                let arrivals = threads::take_arrivals(db, &ring)?;
                let entry = |(organisation, arrival): (OrganisationId, crate::domain::arrival::Arrival)| {
                    (organisation, arrival.record(), arrival.step)
                };
                let arrivals = arrivals.into_iter().map(entry).collect();
                let auditors = auditors(db, today)?;
                let note = ledger::close_epoch(db, &keys, &next, today, arrivals, &auditors, &mut rng)?;
                Ok(Some((keys.root.epoch(), note)))
            })
            .await?;
        let Some((closed, note)) = closed else { return Ok(()) };
        self.book.pin(&note)?;
        self.book.destroy_epoch(closed)
    }

    /// Once in a while, at a moment that means nothing, enters padding: so the place of an entry within its epoch does
    /// not count the accesses before it. Called every second.
    ///
    /// # Errors
    /// [`Error::Sealed`] while reading is closed; what the database says.
    pub async fn pad_sometimes(&self) -> Result<(), Error> {
        let mut rng = entropy::generator()?;
        // An installation for tests promises nothing of the kind, and its log can be foretold.
        if self.config.is_test() || rng.next_u64() % PADDING != 0 {
            return Ok(());
        }
        let (book, today) = (self.book.clone(), self.today());
        self.store
            .write(move |db| {
                if ledger::is_sealed(db)? {
                    return Ok(());
                }
                let keys = book.keys(db)?;
                ledger::pad(db, &keys, today, &mut rng)
            })
            .await
    }

    /// Closes the epoch when its day is over; while reading is closed it stays open. One that a wrong clock opened on a
    /// day far ahead is closed, too, or nothing would be published until that day: readers see that it was.
    ///
    /// # Errors
    /// As [`Self::close_epoch`].
    pub async fn close_epoch_when_due(&self) -> Result<(), Error> {
        let today = self.today();
        let is_due = move |epoch: Epoch| epoch.day < today || epoch.day > today.plus(1);
        let (open, sealed) = self.store.read(|db| Ok((ledger::open_epoch(db)?, ledger::is_sealed(db)?))).await?;
        if !sealed && open.is_some_and(is_due) { self.close_epoch_if(is_due).await } else { Ok(()) }
    }
}

/// Enters what concerns the installation as a whole.
fn enter(db: &mut Db, book: &Book, record: &Record, rng: &mut ChaCha20Rng) -> Result<(), Error> {
    let keys = book.keys(db)?;
    ledger::note(db, &keys, OrganisationId::NONE, record, rng)
}

/// Enters that the installation was restored, the first time it opens afterwards.
fn enter_restore(db: &mut Db, book: &Book, today: Day, rng: &mut ChaCha20Rng) -> Result<(), Error> {
    let Some(restored) = installation::restored(db)?.filter(|restored| restored.on.is_none()) else { return Ok(()) };
    let record = Record { role: ActorRole::Operator, ..ledger::of_program(Act::Restore, today, Digest::NONE) };
    enter(db, book, &record, rng)?;
    installation::put_restored(db, &Restored { on: Some(today), ..restored })
}

/// The newest tick that was run.
fn last_tick(db: &mut Db) -> Result<Option<Tick>, Error> {
    let bytes = installation::find(db, Name::LastTick)?;
    Ok(bytes.and_then(|bytes| bytes.try_into().ok()).map(|bytes| Tick(i64::from_be_bytes(bytes))))
}

/// Each organisation's auditors' keys, and all of them for the installation's own entries.
fn auditors(db: &mut Db, today: Day) -> Result<Vec<(OrganisationId, Vec<SealPublicKey>)>, Error> {
    let mut everybody = Vec::new();
    let mut each = Vec::new();
    for organisation in organisations::list(db)? {
        let Some(identity) = organisation.identity else { continue };
        let keys = seal_keys(db, &organisation, today)?;
        everybody.extend(keys.iter().cloned());
        each.push((identity, keys));
    }
    each.push((OrganisationId::NONE, everybody));
    Ok(each)
}

fn seal_keys(db: &mut Db, organisation: &organisations::Organisation, today: Day) -> Result<Vec<SealPublicKey>, Error> {
    let Some(identity) = organisation.identity else { return Ok(Vec::new()) };
    let chain = rosters::chain(db, organisation.key)?;
    let in_office: Vec<_> = chain.head().in_office(Role::Auditor, today).map(|auditor| auditor.id).collect();
    let people = people::list(db, organisation.key, State::Active)?;
    let mut keys = Vec::new();
    for person in people.into_iter().filter(|person| in_office.contains(&person.id)) {
        keys.push(crypto::roster::Pending::parse(identity, &person.record)?.seal);
    }
    Ok(keys)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::Config;
    use crate::secrets::Folders;
    use crate::store::Store;
    use crate::store::support::Databases;

    /// A new installation in each database, whose clock can be set.
    fn on_each_installation(test: impl AsyncFn(&App)) {
        let databases = Databases::make();
        let mut config = Config::default();
        config.test.clock = true;
        for (place, address) in databases.each().iter().enumerate() {
            let data = databases.folder().join(format!("data-{place}"));
            let folders = Folders { release_keys: data.join("ring"), data };
            actix_web::rt::System::new().block_on(async {
                let app = App::open(config.clone(), Store::open(address, 4).unwrap(), &folders).await.unwrap();
                assert_eq!(epoch(&app).await, Some(1));
                test(&app).await;
            });
        }
    }

    async fn epoch(app: &App) -> Option<u32> {
        app.store.read(ledger::open_epoch).await.unwrap().map(|epoch| epoch.number)
    }

    #[test]
    fn an_epoch_whose_day_is_over_is_closed_once_however_many_notice() {
        on_each_installation(async |app| {
            app.clock.set("2090-01-04T10:00:00Z".parse().unwrap()).unwrap();
            let (one, two) = tokio::join!(app.close_epoch_when_due(), app.close_epoch_when_due());
            one.and(two).unwrap();
            assert_eq!(epoch(app).await, Some(2));
        });
    }

    #[test]
    fn an_epoch_of_a_day_far_ahead_is_closed_once_the_clock_is_right_again() {
        on_each_installation(async |app| {
            for (to, expected) in
                [("2099-01-04T10:00:00Z", 2), ("2099-01-03T22:00:00Z", 2), ("2090-01-04T10:00:00Z", 3)]
            {
                app.clock.set(to.parse().unwrap()).unwrap();
                app.close_epoch_when_due().await.unwrap();
                assert_eq!(epoch(app).await, Some(expected), "{to}");
            }
        });
    }
}
