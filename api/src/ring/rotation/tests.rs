use super::*;
use crate::store::Address;
use crate::store::ring::Sealed;
use crate::store::support::{
    Databases, IDENTITY, delete_thread, insert_organisation, insert_pending, insert_thread, sealed_threads,
};
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

const START: Day = Day(20_000);
const HERE: [u8; 16] = [1; 16];
const THERE: [u8; 16] = [2; 16];

/// An installation through the days: what lives must open, whatever happened.
struct World {
    store: Store,
    folder: PathBuf,
    /// Living threads and their secrets.
    living: BTreeMap<ThreadId, Vec<u8>>,
    /// Rows as they stood in a copy of the database when they were erased.
    erased: Vec<(Day, Sealed)>,
    slots: i32,
}

impl World {
    async fn new(address: &Address, folder: &Path) -> Self {
        let store = Store::open(address, 1).unwrap();
        store
            .write(|db| {
                insert_organisation(db);
                Ok(())
            })
            .await
            .unwrap();
        Self { store, folder: folder.into(), living: BTreeMap::new(), erased: Vec::new(), slots: 0 }
    }

    /// The ring as a process that starts now reads it.
    async fn ring(&self, today: Day) -> Result<Arc<Ring>, Error> {
        let named = self.store.read(rows::named).await.unwrap();
        Ring::open(&self.folder, &named, today, &mut entropy::generator().unwrap()).map(Arc::new)
    }

    async fn arrive(&mut self, today: Day) {
        let ring = self.ring(today).await.unwrap();
        let mut rng = entropy::generator().unwrap();
        let thread = ThreadId(*crypto::Secret::make(&mut rng).expose());
        let secrets = thread.0[..8].to_vec();
        let (key, sealed) = ring.seal(IDENTITY, thread, &secrets, &mut rng).unwrap();
        self.slots += 1;
        let slot = self.slots;
        self.store
            .write(move |db| {
                insert_thread(db, thread, slot, key, &sealed);
                Ok(())
            })
            .await
            .unwrap();
        self.living.insert(thread, secrets);
    }

    async fn rows(&self) -> Vec<Sealed> {
        self.store.read(|db| Ok(sealed_threads(db))).await.unwrap()
    }

    async fn erase_one(&mut self, today: Day) {
        let Some((thread, _)) = self.living.pop_first() else {
            return;
        };
        let copy = self.rows().await.into_iter().find(|row| row.thread == thread).unwrap();
        self.erased.push((today, copy));
        self.store
            .write(move |db| {
                delete_thread(db, thread);
                Ok(())
            })
            .await
            .unwrap();
    }

    async fn check(&self, today: Day) {
        let ring = self.ring(today).await.unwrap();
        let rows = self.rows().await;
        assert_eq!(rows.len(), self.living.len());
        for row in rows {
            assert_eq!(ring.open_row(&row).unwrap(), self.living[&row.thread], "day {}", today.since(START));
        }
    }

    /// A day's run that dies after so many steps.
    async fn run(&self, today: Day, holder: [u8; 16], steps: usize) -> Result<(), Error> {
        let now = i64::from(today.0) * 86_400;
        let ring = self.ring(today).await?;
        if let Some(mut rotation) = Rotation::begin(ring, self.store.clone(), holder, now, today).await? {
            for _ in 0..steps {
                if !rotation.step().await? {
                    break;
                }
            }
        }
        Ok(())
    }

    async fn keys(&self) -> BTreeSet<i64> {
        self.ring(START).await.unwrap().ids().into_iter().collect()
    }
}

fn on_each(test: impl AsyncFn(World)) {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    let databases = Databases::make();
    for address in databases.each() {
        let folder = tempfile::tempdir().unwrap();
        runtime.block_on(async {
            let world = World::new(&address, &folder.path().join("release-keys")).await;
            let store = world.store.clone();
            test(world).await;
            store.close();
        });
    }
}

#[test]
fn a_year_of_days_loses_no_living_thread_and_keeps_no_erased_one() {
    on_each(async |mut world| {
        for day in 0..365_u32 {
            let today = START.plus(day);
            // Ten weeks without a server.
            if (100..170).contains(&day) {
                continue;
            }
            world.arrive(today).await;
            if day % 3 == 2 {
                world.erase_one(today).await;
            }
            // Most days the process dies after a few steps; now and then it comes to an end.
            let steps = if day % 8 == 7 { usize::MAX } else { usize::try_from(day % 8).unwrap() };
            let outcome = world.run(today, if day % 2 == 0 { HERE } else { THERE }, steps).await;
            let waits = day == 170 || day == 251;
            assert_eq!(outcome.is_err(), waits, "day {day}");
            // For a moment the clock says that a year has gone by.
            if day == 250 {
                assert!(world.run(today.plus(400), HERE, usize::MAX).await.is_err());
            }
            world.check(today).await;
        }
        let end = START.plus(364);
        let ring = world.ring(end).await.unwrap();
        for (day, copy) in &world.erased {
            let age = end.since(*day);
            let opens = ring.open_row(copy).is_ok();
            assert!(age > KEEP - RENEW || opens, "a copy of {age} days ago cannot be restored");
            assert!(age <= KEEP + 10 || !opens, "what was erased {age} days ago can still be opened");
        }
        assert!(world.keys().await.len() <= 4);
    });
}

#[test]
fn a_run_that_dies_after_any_step_is_taken_up_by_the_next() {
    on_each(async |mut world| {
        for _ in 0..70 {
            world.arrive(START).await;
        }
        let before = world.keys().await;
        for day in 0..62 {
            world.run(START.plus(day), HERE, 0).await.unwrap();
        }
        // Key, two transactions of rows, their end, the old key: one step a run, each run a new process.
        let today = START.plus(62);
        for _ in 0..6 {
            world.run(today, HERE, 1).await.unwrap();
            world.check(today).await;
        }
        world.run(today, HERE, usize::MAX).await.unwrap();
        world.check(today).await;
        assert!(world.keys().await.is_disjoint(&before));
    });
}

#[test]
fn a_key_that_a_damaged_row_names_is_kept_and_the_other_rows_move_on() {
    on_each(async |mut world| {
        world.arrive(START).await;
        let old = world.keys().await;
        let (damaged, key) = (ThreadId([0; 32]), *old.first().unwrap());
        world
            .store
            .write(move |db| {
                insert_thread(db, damaged, 99, key, b"not sealed at all, and longer than a nonce");
                Ok(())
            })
            .await
            .unwrap();
        for day in 0..70 {
            world.run(START.plus(day), HERE, usize::MAX).await.unwrap();
        }
        assert!(world.keys().await.is_superset(&old));
        let rows = world.rows().await;
        assert!(rows.iter().all(|row| (row.key == key) == (row.thread == damaged)));
    });
}

#[test]
fn a_key_that_something_pending_for_the_log_names_is_kept() {
    on_each(async |world| {
        let old = world.keys().await;
        let key = *old.first().unwrap();
        world
            .store
            .write(move |db| {
                insert_pending(db, key);
                Ok(())
            })
            .await
            .unwrap();
        for day in 0..70 {
            world.run(START.plus(day), HERE, usize::MAX).await.unwrap();
        }
        assert!(world.keys().await.is_superset(&old));
    });
}

#[test]
fn the_wrong_folder_is_refused_and_an_unfinished_key_is_cleared_away() {
    on_each(async |mut world| {
        world.arrive(START).await;
        std::fs::write(world.folder.join("0000000000000001.key.0000000000000002.new"), b"half").unwrap();
        world.run(START, HERE, usize::MAX).await.unwrap();
        assert!(std::fs::read_dir(&world.folder).unwrap().all(|file| !file.unwrap().path().ends_with(".new")));
        assert_eq!(std::fs::read_dir(&world.folder).unwrap().count(), 2);
        let named = world.store.read(rows::named).await.unwrap();
        let elsewhere = tempfile::tempdir().unwrap();
        let wrong = Ring::open(elsewhere.path(), &named, START, &mut entropy::generator().unwrap());
        assert!(wrong.err().unwrap().to_string().contains("--release-keys"));
        std::fs::write(world.folder.join("0000000000000001.key"), b"half").unwrap();
        assert!(world.ring(START).await.err().unwrap().to_string().contains("is no release key"));
    });
}

#[test]
fn a_folder_restored_from_an_older_copy_opens_what_it_can_and_gives_no_old_name_to_a_new_key() {
    on_each(async |mut world| {
        world.arrive(START).await;
        let older: Vec<_> = std::fs::read_dir(&world.folder).unwrap().map(|file| file.unwrap().path()).collect();
        let older: Vec<_> = older.iter().map(|path| (path.clone(), std::fs::read(path).unwrap())).collect();
        for day in 0..31 {
            world.run(START.plus(day), HERE, usize::MAX).await.unwrap();
        }
        let newer = world.keys().await;
        std::fs::remove_dir_all(&world.folder).unwrap();
        files::make_folder(&world.folder).unwrap();
        for (path, bytes) in older {
            std::fs::write(path, bytes).unwrap();
        }
        let today = START.plus(31);
        let ring = world.ring(today).await.unwrap();
        let named = world.store.read(rows::named).await.unwrap();
        assert_eq!(ring.missing(&named).len(), 1);
        world.run(today, HERE, usize::MAX).await.unwrap();
        let made: BTreeSet<i64> = world.keys().await.difference(&newer).copied().collect();
        assert_eq!(made.len(), 1);
    });
}

#[test]
fn of_two_instances_one_does_the_job_and_the_slower_one_is_fenced_off() {
    on_each(async |mut world| {
        world.arrive(START).await;
        let now = i64::from(START.0) * 86_400;
        let ring = world.ring(START).await.unwrap();
        let begin = |holder, now| Rotation::begin(ring.clone(), world.store.clone(), holder, now, START);
        let mut slow = begin(HERE, now).await.unwrap().unwrap();
        assert!(begin(THERE, now + LEASE - 1).await.unwrap().is_none());
        let mut other = begin(THERE, now + LEASE).await.unwrap().unwrap();
        assert!(matches!(slow.step().await, Err(Error::Stale { .. })));
        while other.step().await.unwrap() {}
        world.check(START).await;
    });
}
