//! What the access log costs: a release, beside the same transaction with one plain row for an auditor instead; and room.

use super::super::*;
use crate::store::support::{COACH, Site, TODAY, on_each_site};
use diesel::connection::SimpleConnection;
use diesel::dsl::sql;
use diesel::sql_types::BigInt;
use std::time::{Duration, Instant};

/// Releases of one kind in a row, so that neither kind has the disk to itself.
const ROUND: u32 = 50;
const ROUNDS: u32 = 20;

diesel::table! {
    plain_audit (id) { id -> BigInt, thread -> Binary, person -> Binary, day -> Integer, purpose -> Integer, signature -> Binary, }
}

/// As [`release`], but for the log.
fn release_plainly(
    db: &mut Db,
    means: &Means<'_>,
    asker: &Asker,
    access: &Access,
    id: i64,
    rng: &mut impl CryptoRng,
) -> Result<usize, Error> {
    let mut living = threads::living(db, means.ring, access.thread)?;
    threads::require_enrolled(db, access.thread, asker.person)?;
    living.advance(db, means.ring, rng)?;
    access.release.verify(asker.organisation, &asker.key, &access.signature)?;
    let row = (
        plain_audit::id.eq(id),
        plain_audit::thread.eq(access.thread.as_ref()),
        plain_audit::person.eq(asker.person.as_ref()),
        plain_audit::day.eq(20_000),
        plain_audit::purpose.eq(i32::from(access.release.purpose.code())),
        plain_audit::signature.eq(access.signature.0.as_slice()),
    );
    diesel::insert_into(plain_audit::table).values(row).execute(db)?;
    let messages = messages::seen_by(db, living.id, asker.person)?;
    cases::header(db, living.id)?;
    cases::records(db, living.id, asker.person)?;
    Ok(messages.len())
}

fn timed(site: &mut Site, from: u32, mut one: impl FnMut(&mut Site, &Asker, &Access)) -> Duration {
    let asker = site.asker(COACH);
    let accesses: Vec<_> = (from..from + ROUND).map(|counter| site.access(1, counter, Purpose::FollowUp)).collect();
    let begun = Instant::now();
    accesses.iter().for_each(|access| one(site, &asker, access));
    begun.elapsed()
}

#[test]
#[ignore = "a measurement, which `cargo xtask bench` runs"]
fn a_release_beside_one_with_a_plain_row() {
    on_each_site(|site| {
        site.living(1);
        let bytes = if matches!(site.db, Db::Sqlite(_)) { "BLOB" } else { "BYTEA" };
        let table = format!(
            "CREATE TABLE plain_audit (id BIGINT PRIMARY KEY, thread {bytes} NOT NULL, person {bytes} NOT NULL,
             day INTEGER NOT NULL, purpose INTEGER NOT NULL, signature {bytes} NOT NULL)"
        );
        site.db.batch_execute(&table).unwrap();
        let head = ledger::find_head(&mut site.db).unwrap().unwrap();
        site.book.pin(&head.note).unwrap();
        let (mut logged, mut plain, mut seen) = (Vec::new(), Vec::new(), 0);
        for round in 0..ROUNDS {
            let from = 1 + round * 2 * ROUND;
            logged.push(timed(site, from, |site, asker, access| {
                let accesses = std::slice::from_ref(access);
                let released = site.enter(|db, means, rng| release(db, means, asker, accesses, seen, rng)).unwrap();
                // The next time she shows that she saw this head.
                seen = released.threads[0].appended.index + 1;
            }));
            plain.push(timed(site, from + ROUND, |site, asker, access| {
                let id = i64::from(access.release.counter);
                let messages = site.act(|db, means, rng| release_plainly(db, means, asker, access, id, rng)).unwrap();
                assert_eq!(messages, 1);
            }));
        }
        let [logged, plain] = [logged, plain].map(|mut rounds| {
            rounds.sort_unstable();
            rounds[rounds.len() / 2].as_secs_f64() / f64::from(ROUND) * 1e6
        });
        println!(
            "| a release into the log: {logged:.0} µs; with a plain row instead: {plain:.0} µs; {:.2} × | | | | | | |",
            logged / plain
        );
    });
}

/// Entries of one transaction.
const STEP: u64 = 1_000;

fn bytes(site: &mut Site) -> i64 {
    let question = match site.db {
        Db::Sqlite(_) => {
            site.db.batch_execute("PRAGMA wal_checkpoint(TRUNCATE)").unwrap();
            "page_count * page_size FROM pragma_page_count(), pragma_page_size()"
        }
        #[cfg(feature = "postgres")]
        Db::Postgres(_) => "pg_database_size(current_database())",
    };
    diesel::select(sql::<BigInt>(question)).get_result(&mut site.db).unwrap()
}

fn grow(site: &mut Site, to: u64) {
    while ledger::find_head(&mut site.db).unwrap().unwrap().size < to {
        site.act(|db, means, rng| {
            let mut log = Log::hold(db, means.keys)?;
            for _ in log.size() % STEP..STEP {
                log.append(OrganisationId::NONE, &Record::of_program(Act::Pad, TODAY), None, rng)?;
            }
            log.finish(db).map(drop)
        })
        .unwrap();
    }
}

#[test]
#[ignore = "a measurement, which `cargo xtask bench` runs"]
fn the_size_of_a_log() {
    let long = std::env::var_os("MICROMOED_TEST_LONG").is_some();
    let steps: &[u64] = if long { &[1_000, 100_000, 1_000_000] } else { &[1_000, 100_000] };
    on_each_site(|site| {
        let empty = bytes(site);
        for size in steps {
            let begun = Instant::now();
            grow(site, *size);
            let took = begun.elapsed();
            let grown = u64::try_from(bytes(site) - empty).unwrap();
            assert_eq!(ledger::find_head(&mut site.db).unwrap().unwrap().size, *size);
            println!(
                "| a log of {size} entries: {:.1} MiB, {} bytes an entry; grown to there in {:.1} s | | | | | | |",
                f64::from(u32::try_from(grown / 1024).unwrap()) / 1024.0,
                grown / size,
                took.as_secs_f64()
            );
        }
    });
}
