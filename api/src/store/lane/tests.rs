use crate::Error;
use crate::store::schema::{installation, roster, staged_message, staged_thread, tombstone};
use crate::store::support::{Databases, ORGANISATION, insert_organisation};
use crate::store::{Address, Db, NewMessage, NewThread, Store, Submission};
use crypto::{Digest, PersonId, ThreadId};
use diesel::prelude::*;
use std::sync::mpsc;

fn on_each(test: impl AsyncFn(Store)) {
    let databases = Databases::make();
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    for address in databases.each() {
        runtime.block_on(async {
            let store = open(&address).await;
            test(store.clone()).await;
            store.close();
        });
    }
}

async fn open(address: &Address) -> Store {
    let store = Store::open(address, 2).unwrap();
    store
        .write(|db| {
            insert_organisation(db);
            Ok(())
        })
        .await
        .unwrap();
    store
}

fn thread(number: u32, text: &[u8]) -> Submission {
    let mut id = [0; 32];
    id[..4].copy_from_slice(&number.to_be_bytes());
    Submission {
        thread: Some(NewThread {
            organisation: ORGANISATION,
            roster: 0,
            header: [b"header", text].concat(),
            ring_key: 1,
            secrets: vec![3; 80],
        }),
        message: NewMessage {
            thread: ThreadId(id),
            author: PersonId::REPORTER,
            sequence: 0,
            tick: 10,
            bytes: text.into(),
        },
        buried_as: Digest(id),
    }
}

fn message(number: u32, sequence: i64, text: &[u8]) -> Submission {
    let new = thread(number, text);
    Submission { thread: None, message: NewMessage { sequence, ..new.message }, ..new }
}

async fn staged(store: &Store) -> (i64, i64) {
    store
        .read(|db| Ok((staged_thread::table.count().get_result(db)?, staged_message::table.count().get_result(db)?)))
        .await
        .unwrap()
}

#[test]
fn a_retry_is_a_success_and_other_bytes_are_a_conflict() {
    on_each(async |store| {
        store.submit(thread(1, b"first")).await.unwrap();
        store.submit(thread(1, b"first")).await.unwrap();
        assert!(matches!(store.submit(thread(1, b"other")).await, Err(Error::Conflict)));
        store.submit(message(1, 1, b"second")).await.unwrap();
        store.submit(message(1, 1, b"second")).await.unwrap();
        assert!(matches!(store.submit(message(1, 1, b"other")).await, Err(Error::Conflict)));
        let mut other_header = thread(1, b"first");
        other_header.thread.as_mut().unwrap().header.push(0);
        assert!(matches!(store.submit(other_header).await, Err(Error::Conflict)));
        assert_eq!(staged(&store).await, (1, 2));
    });
}

#[test]
fn a_message_without_a_thread_and_an_erased_thread_are_refused() {
    on_each(async |store| {
        assert!(matches!(store.submit(message(9, 1, b"lost")).await, Err(Error::NotFound)));
        let buried = thread(2, b"again");
        let hash = buried.buried_as;
        store
            .write(move |db| {
                let row = (tombstone::hash.eq(hash.as_ref()), tombstone::until_day.eq(1));
                diesel::insert_into(tombstone::table).values(row).execute(db)?;
                Ok(())
            })
            .await
            .unwrap();
        assert!(matches!(store.submit(buried).await, Err(Error::Conflict)));
        assert!(matches!(store.submit(message(2, 1, b"late")).await, Err(Error::Erased)));
        assert_eq!(staged(&store).await, (0, 0));
    });
}

#[test]
fn what_an_older_roster_let_in_is_looked_at_again_and_a_retry_is_not() {
    on_each(async |store| {
        store.submit(thread(1, b"early")).await.unwrap();
        store
            .write(|db| {
                for number in 1..=12 {
                    let row = (roster::organisation.eq(&ORGANISATION[..]), roster::number.eq(number));
                    diesel::insert_into(roster::table).values((row, roster::bytes.eq(&[0][..]))).execute(db)?;
                }
                Ok(())
            })
            .await
            .unwrap();
        let under = |version, text| {
            let mut new = thread(2, text);
            new.thread.as_mut().unwrap().roster = version;
            store.submit(new)
        };
        for older in [0, 2, 11] {
            assert!(matches!(under(older, b"late").await, Err(Error::Stale { current: 12 })), "{older}");
        }
        assert_eq!(staged(&store).await, (1, 1));
        under(12, b"late").await.unwrap();
        under(11, b"late").await.unwrap();
        assert!(matches!(under(11, b"other").await, Err(Error::Conflict)));
        store.submit(message(1, 1, b"more")).await.unwrap();
        assert_eq!(staged(&store).await, (2, 3));
    });
}

/// Keeps the writer busy until something is sent, so that what follows gathers in one batch.
async fn occupy(store: &Store) -> (mpsc::Sender<()>, tokio::task::JoinHandle<()>) {
    let (release, wait) = mpsc::channel();
    let (begun, busy) = tokio::sync::oneshot::channel();
    let store = store.clone();
    let task = tokio::task::spawn_local(async move {
        let act = move |_: &mut Db| {
            begun.send(()).unwrap();
            wait.recv().map_err(|_| Error::Busy)
        };
        store.write(act).await.unwrap();
    });
    busy.await.unwrap();
    (release, task)
}

/// Lets every task run as far as it can.
async fn settle() {
    for _ in 0..100 {
        tokio::task::yield_now().await;
    }
}

#[test]
fn one_bad_job_does_not_hurt_the_others_of_its_batch() {
    on_each(async |store| {
        let local = tokio::task::LocalSet::new();
        let jobs = local.run_until(async {
            let (release, busy) = occupy(&store).await;
            let mut jobs = Vec::new();
            for number in 0..60_u32 {
                let store = store.clone();
                jobs.push(tokio::task::spawn_local(async move {
                    match number % 3 {
                        0 => store.submit(thread(number / 6, &number.to_be_bytes())).await.is_ok(),
                        1 => store
                            .write(move |db| {
                                let row = (installation::name.eq(number.to_string()), installation::value.eq(vec![1]));
                                diesel::insert_into(installation::table).values(row).execute(db)?;
                                Ok(())
                            })
                            .await
                            .is_ok(),
                        // Writes, then fails: what it wrote is taken back.
                        _ => store
                            .write(move |db| -> Result<(), Error> {
                                let row = (installation::name.eq(number.to_string()), installation::value.eq(vec![1]));
                                diesel::insert_into(installation::table).values(row).execute(db)?;
                                diesel::sql_query("SELECT * FROM nowhere").execute(db)?;
                                Ok(())
                            })
                            .await
                            .is_ok(),
                    }
                }));
            }
            settle().await;
            release.send(()).unwrap();
            busy.await.unwrap();
            let mut done = Vec::new();
            for job in jobs {
                done.push(job.await.unwrap());
            }
            done
        });
        let done = jobs.await;
        for (number, done) in done.into_iter().enumerate() {
            // Of two submissions under one thread id the second one brings other bytes.
            assert_eq!(done, number % 6 == 0 || number % 3 == 1, "job {number}");
        }
        assert_eq!(staged(&store).await, (10, 10));
        let kept: i64 = store.read(|db| Ok(installation::table.count().get_result(db)?)).await.unwrap();
        assert_eq!(kept, 20);
    });
}

#[test]
fn one_submission_the_database_refuses_does_not_take_the_batch_with_it() {
    on_each(async |store| {
        let local = tokio::task::LocalSet::new();
        local
            .run_until(async {
                let (release, busy) = occupy(&store).await;
                let mut stranger = thread(3, b"nobody's");
                stranger.thread.as_mut().unwrap().organisation = [9; 16];
                let (refused, taken) = (store.clone(), store.clone());
                let refused = tokio::task::spawn_local(async move { refused.submit(stranger).await });
                let taken = tokio::task::spawn_local(async move { taken.submit(thread(4, b"ours")).await });
                settle().await;
                release.send(()).unwrap();
                busy.await.unwrap();
                assert!(matches!(refused.await.unwrap(), Err(Error::Database(_))));
                taken.await.unwrap().unwrap();
            })
            .await;
        assert_eq!(staged(&store).await, (1, 1));
    });
}

#[test]
fn a_full_queue_is_busy_and_what_was_taken_is_stored() {
    on_each(async |store| {
        let local = tokio::task::LocalSet::new();
        let (stored, sent_away) = local
            .run_until(async {
                let (release, busy) = occupy(&store).await;
                let jobs: Vec<_> = (0..700)
                    .map(|number| {
                        let store = store.clone();
                        tokio::task::spawn_local(async move { store.submit(thread(number, b"text")).await })
                    })
                    .collect();
                settle().await;
                release.send(()).unwrap();
                busy.await.unwrap();
                let (mut stored, mut sent_away) = (0, 0);
                for job in jobs {
                    match job.await.unwrap() {
                        Ok(()) => stored += 1,
                        Err(Error::Busy) => sent_away += 1,
                        Err(error) => panic!("{error}"),
                    }
                }
                (stored, sent_away)
            })
            .await;
        assert_eq!((stored, sent_away), (512, 188));
        assert_eq!(staged(&store).await, (512, 512));
    });
}

#[test]
fn what_is_queued_is_committed_before_the_lane_closes_and_nothing_is_taken_afterwards() {
    let databases = Databases::make();
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    for address in databases.each() {
        runtime.block_on(async {
            let store = open(&address).await;
            store.submit(thread(1, b"first")).await.unwrap();
            store.truncate_wal().await.unwrap();
            store.close();
            assert!(matches!(store.submit(thread(2, b"late")).await, Err(Error::Busy)));
            assert_eq!(staged(&Store::open(&address, 1).unwrap()).await, (1, 1));
        });
    }
}

#[test]
fn a_reader_cannot_write() {
    on_each(async |store| {
        let written = store.read(|db| Ok(diesel::delete(staged_thread::table).execute(db)?)).await;
        assert!(matches!(written, Err(Error::Database(_))));
        assert_eq!(staged(&store).await, (0, 0));
    });
}

#[test]
fn a_tick_wipes_what_was_staged_up_to_it_and_nothing_later() {
    on_each(async |store| {
        store.submit(thread(1, b"due")).await.unwrap();
        let mut later = thread(2, b"later");
        later.message.tick = 11;
        store.submit(later).await.unwrap();
        store
            .write(|db: &mut Db| {
                crate::store::dialect::hold_staging(db)?;
                crate::store::dialect::wipe_staging(db, 10)
            })
            .await
            .unwrap();
        assert_eq!(staged(&store).await, (1, 1));
    });
}

#[cfg(feature = "postgres")]
#[test]
fn a_database_server_that_goes_away_is_busy_and_then_comes_back() {
    on_each(async |store| {
        let postgres = store.read(|db| Ok(matches!(db, Db::Postgres(_)))).await.unwrap();
        if !postgres {
            return;
        }
        let suicide = |db: &mut Db| {
            diesel::sql_query("SELECT pg_terminate_backend(pg_backend_pid())").execute(db)?;
            Ok(())
        };
        assert!(matches!(store.write(suicide).await, Err(Error::Busy)));
        store.submit(thread(1, b"first")).await.unwrap();
        // And one that went away while nothing was to do.
        let others = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity \
                      WHERE datname = current_database() AND pid <> pg_backend_pid()";
        store.read(move |db| Ok(diesel::sql_query(others).execute(db).map(drop)?)).await.unwrap();
        store.submit(thread(2, b"second")).await.unwrap();
        let gone = store.read(suicide).await.unwrap_err();
        assert_eq!(gone.problem().status(), 503, "{gone:?}");
        assert_eq!(staged(&store).await, (2, 2));
    });
}
