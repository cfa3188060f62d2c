//! kill -9 under load: nothing that was acknowledged is lost or doubled, and no bytes were released without an entry.

use crate::support::databases::{Database, databases};
use crate::support::load::{self, Prepared};
use crate::support::people::Team;
use crate::support::program;
use crate::support::service::{SLUG, Ticks};
use client::Wait;
use client::desk::Desk;
use client::entropy::generator;
use std::collections::BTreeSet;
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

const WRITERS: usize = 16;
/// Reports for one cycle of all writers; more than they can send before the kill.
const REPORTS: usize = 240;
/// What a cycle sees before the kill: so many reports acknowledged, and one release more than before.
const ENOUGH: usize = 40;
/// A cycle that does not get there is killed all the same.
const PATIENCE: Duration = Duration::from_secs(5);

#[derive(Default)]
struct Outcome {
    acknowledged: BTreeSet<String>,
    sent: BTreeSet<String>,
    released: usize,
    slowest_start: Duration,
}

#[test]
fn nothing_acknowledged_is_lost_or_doubled_by_kill_9() {
    for database in databases() {
        let cycles = if database.url().is_some() { 5 } else { 20 };
        let (outcome, stored) = torture(&database, cycles, false);
        println!(
            "{cycles} kills on {}: {} sent, {} acknowledged, {} stored, {} releases checked, ready again within {:?}",
            if database.url().is_some() { "PostgreSQL" } else { "SQLite" },
            outcome.sent.len(),
            outcome.acknowledged.len(),
            stored.len(),
            outcome.released,
            outcome.slowest_start
        );
        assert!(outcome.acknowledged.len() > ENOUGH * cycles / 2, "the writers hardly wrote");
        assert!(outcome.released >= cycles, "the coach hardly read");
        let lost: Vec<_> = outcome.acknowledged.difference(&stored).collect();
        assert!(lost.is_empty(), "{} acknowledged reports are lost", lost.len());
        assert!(stored.len() <= outcome.sent.len() + 3, "something was stored that was never sent");
    }
}

#[test]
fn a_program_that_answers_before_the_commit_is_caught_by_the_same_test() {
    let database = databases().remove(0);
    let (outcome, stored) = torture(&database, 10, true);
    assert!(outcome.acknowledged.difference(&stored).next().is_some(), "ten kills and nothing lost: the test is blind");
}

/// Kills the service `cycles` times while writers write and a coach reads; answers what was acknowledged and what
/// stands in the database afterwards, each thread named once.
fn torture(database: &Database, cycles: usize, answers_early: bool) -> (Outcome, BTreeSet<String>) {
    let mut team = Team::begin(database, Ticks::Daily("2026-11-20T12:00:00Z"));
    if answers_early {
        team.service.restart_with("MICROMOED_FAULT_EARLY_ANSWER", "1");
    }
    // A program that answers early may forget even who signed in: there only writers write.
    let mut reader = (!answers_early).then(|| opened(&team));
    let outcome = Mutex::new(Outcome::default());
    for cycle in 0..cycles {
        let reports = load::prepare(&team.service.organisation(SLUG), REPORTS);
        let (address, stop) = (team.service.address.clone(), AtomicBool::new(false));
        std::thread::scope(|scope| {
            for share in reports.chunks(REPORTS.div_ceil(WRITERS)) {
                scope.spawn(|| write(&address, share, &stop, &outcome));
            }
            if let Some((desk, numbers)) = &mut reader {
                let (numbers, stop, outcome) = (&*numbers, &stop, &outcome);
                scope.spawn(move || read(desk, numbers, stop, outcome));
            }
            let (acknowledged, released) = progress(&outcome);
            let begun = Instant::now();
            let under_way = || {
                let (now_acknowledged, now_released) = progress(&outcome);
                now_acknowledged >= acknowledged + ENOUGH && (answers_early || now_released > released)
            };
            while !under_way() && begun.elapsed() < PATIENCE {
                std::thread::yield_now();
            }
            // A different moment each time, in the middle of the load.
            let (moment, extra) = (Instant::now(), Duration::from_millis(7 * u64::try_from(cycle % 9).unwrap()));
            while moment.elapsed() < extra {
                std::thread::yield_now();
            }
            team.service.kill();
            let begun = Instant::now();
            team.service.start_again();
            let mut outcome = outcome.lock().unwrap();
            outcome.slowest_start = outcome.slowest_start.max(begun.elapsed());
            stop.store(true, Ordering::Relaxed);
        });
    }
    // What was sent and not acknowledged may be sent again: it is stored once.
    let again = load::prepare(&team.service.organisation(SLUG), 1);
    for _ in 0..2 {
        let answer = load::Connection::open(&team.service.address).unwrap().post("/api/v1/threads", &again[0].0);
        assert_eq!(answer.unwrap().0, 201);
    }
    let mut outcome = outcome.into_inner().unwrap();
    outcome.sent.insert(name(&again[0]));
    outcome.acknowledged.insert(name(&again[0]));
    team.service.stop();
    let verified = program::run_at(database, &["audit", "verify", "--json"], "");
    assert_eq!(verified.code, 0, "audit verify: {}", verified.out);
    (outcome, stored(database))
}

/// A coach's desk with three opened threads.
fn opened(team: &Team) -> (Desk, Vec<usize>) {
    for _ in 0..3 {
        team.report("Er wordt geroepen.");
    }
    team.service.clock("2026-11-20T18:30:00Z");
    let mut desk = team.an.sit(&team.service);
    let threads = desk.inbox(&mut generator().unwrap()).wait().unwrap().threads;
    assert_eq!(threads.len(), 3);
    (desk, threads.iter().map(|thread| thread.n).collect())
}

fn progress(outcome: &Mutex<Outcome>) -> (usize, usize) {
    let outcome = outcome.lock().unwrap();
    (outcome.acknowledged.len(), outcome.released)
}

/// Sends its reports, and then again: what stands already is a success and is not stored twice.
fn write(address: &str, reports: &[Prepared], stop: &AtomicBool, outcome: &Mutex<Outcome>) {
    let Ok(mut connection) = load::Connection::open(address) else { return };
    for report in reports.iter().cycle() {
        if stop.load(Ordering::Relaxed) {
            return;
        }
        outcome.lock().unwrap().sent.insert(name(report));
        match connection.post("/api/v1/threads", &report.0) {
            Ok((201, _)) => outcome.lock().unwrap().acknowledged.insert(name(report)),
            Ok((503 | 429, _)) => continue,
            Ok((status, body)) => panic!("a report was answered with {status}: {}", String::from_utf8_lossy(&body)),
            Err(_) => return,
        };
    }
}

/// The thread's id, where it stands in the header.
fn name(report: &Prepared) -> String {
    crypto::ThreadId::try_from(&report.0[17..49]).unwrap().to_hex()
}

/// Every release a desk accepts it has checked against the log itself; here they are only counted.
fn read(desk: &mut Desk, numbers: &[usize], stop: &AtomicBool, outcome: &Mutex<Outcome>) {
    let mut rng = generator().unwrap();
    for n in numbers.iter().cycle() {
        if stop.load(Ordering::Relaxed) {
            return;
        }
        if desk.show(*n, None, &mut rng).wait().is_ok() {
            outcome.lock().unwrap().released += 1;
        }
    }
}

/// Every thread that waits or lives, by name; a name that stands twice is a failure.
fn stored(database: &Database) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    for table in ["staged_thread", "thread"] {
        for name in database.lines(&format!("SELECT {} AS line FROM {table}", database.hex("id"))) {
            assert!(names.insert(name), "a report is stored twice");
        }
    }
    let count = |table| database.lines(&format!("SELECT {} AS line FROM {table}", database.hex("thread"))).len();
    let messages = count("staged_message") + count("message");
    assert!(messages >= names.len(), "a thread without its first message");
    names
}
