//! What the access log costs a release: the same transaction with one plain row for an auditor instead.

use super::*;
use crate::store::support::{COACH, Site, on_each_site};
use diesel::connection::SimpleConnection;
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
        let (mut logged, mut plain, mut seen) = (Vec::new(), Vec::new(), 0);
        for round in 0..ROUNDS {
            let from = 1 + round * 2 * ROUND;
            logged.push(timed(site, from, |site, asker, access| {
                let accesses = std::slice::from_ref(access);
                let released = site.act(|db, means, rng| release(db, means, asker, accesses, seen, rng)).unwrap();
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
