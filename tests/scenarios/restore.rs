//! The story of a lost machine: a backup made under load, more reports, another machine, a log that contradicts its pin,
//! and the guardians who say which state goes on.

use crate::support::backups::{self, IDENTITY};
use crate::support::databases::{Database, databases, unhex};
use crate::support::load;
use crate::support::people::{Coach, Team, lines, sign_in};
use crate::support::program;
use crate::support::service::{SLUG, Service, Ticks};
use client::Wait;
use client::desk::Desk;
use client::entropy::generator;
use std::collections::BTreeSet;
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, Ordering};

fn inbox(desk: &mut Desk) -> Result<usize, client::Error> {
    Ok(desk.inbox(&mut generator().unwrap()).wait()?.threads.len())
}

fn open_first(desk: &mut Desk) -> Vec<String> {
    desk.inbox(&mut generator().unwrap()).wait().unwrap();
    lines(&desk.show(1, None, &mut generator().unwrap()).wait().unwrap().messages)
}

/// A backup while writers write; answers the reports that were acknowledged before it began.
fn back_up_under_load(team: &Team, database: &Database) -> (backups::Backup, BTreeSet<String>) {
    let reports = load::prepare(&team.service.organisation(SLUG), 240);
    let (acknowledged, stop) = (Mutex::new(BTreeSet::new()), AtomicBool::new(false));
    std::thread::scope(|scope| {
        for share in reports.chunks(60) {
            let (acknowledged, stop) = (&acknowledged, &stop);
            scope.spawn(move || {
                let mut connection = load::Connection::open(&team.service.address).unwrap();
                for report in share.iter().take_while(|_| !stop.load(Ordering::Relaxed)) {
                    if connection.post("/api/v1/threads", &report.0).unwrap().0 == 201 {
                        let name = crypto::ThreadId::try_from(&report.0[17..49]).unwrap().to_hex();
                        acknowledged.lock().unwrap().insert(name);
                    }
                }
            });
        }
        while acknowledged.lock().unwrap().len() < 20 {
            std::thread::yield_now();
        }
        let before = acknowledged.lock().unwrap().clone();
        let backup = backups::make(database, "loaded");
        stop.store(true, Ordering::Relaxed);
        (backup, before)
    })
}

/// Every thread that waits or lives.
fn stored(database: &Database) -> BTreeSet<String> {
    let of = |table| database.lines(&format!("SELECT {} AS line FROM {table}", database.hex("id")));
    ["staged_thread", "thread"].into_iter().flat_map(of).collect()
}

/// Who has nothing here sees the same as somebody whose report is lost.
fn assert_told_to_send_again(team: &Team, token: &str) {
    let never = unused_token(team);
    for token in [token, &never] {
        let view = team.read(token);
        assert_eq!((view.status, view.messages.len()), ("unknown", 0));
        assert!(view.restored_to.is_some());
    }
}

/// A token that was made and never used.
fn unused_token(team: &Team) -> String {
    let organisation = team.service.organisation(SLUG).id();
    crypto::token::ReplyToken::make(&mut generator().unwrap()).to_text(organisation).to_string()
}

fn guardians(team: &Team, count: usize) -> Vec<Coach> {
    (1..count)
        .map(|number| {
            let name = format!("Bo Claes {number}");
            let another = team.invite("coach", &name);
            assert_eq!(sign_in(&mut team.an.sit(&team.service), &name, true), (1, 1));
            another
        })
        .collect()
}

#[test]
fn a_restored_backup_is_read_again_when_the_guardians_have_said_so() {
    for count in [1, 2] {
        for (database, target) in databases().into_iter().zip(databases()) {
            let mut team = Team::begin(&database, Ticks::Immediate);
            let others = guardians(&team, count);
            let kept = team.report("kept");
            assert_eq!(open_first(&mut team.an.sit(&team.service)).len(), 1);
            let (backup, acknowledged) = back_up_under_load(&team, &database);
            let late = team.report("too late for the backup");
            team.an.sit(&team.service).show(1, None, &mut generator().unwrap()).wait().unwrap();
            team.service.stop();
            let pin = database.folder().join("data/pin");
            assert_eq!(program::verify(&database), 0);

            backups::put_pin(&pin, &target);
            let restored = backups::restore(&backup, true, &target);
            assert_eq!((&restored["sealed"], &restored["missing_keys"]), (&true.into(), &0.into()), "{restored}");
            let there = stored(&target);
            assert!(acknowledged.len() >= 20 && acknowledged.is_subset(&there), "an acknowledged report is lost");
            assert_eq!(program::verify(&target), 14);

            team.service = Service::start(&target, Ticks::Immediate);
            let new = team.report("after the restore");
            assert_eq!(lines(&team.read(&kept.token).messages), ["reporter: kept"]);
            assert_eq!(team.read(&kept.token).restored_to, None);
            assert_told_to_send_again(&team, &late.token);
            let mut an = team.an.sit_elsewhere(&team.service);
            assert!(inbox(&mut an).unwrap_err().is_problem("sealed"));
            assert!(an.people().wait().unwrap_err().is_problem("sealed"));

            let look = an.look_at_log().wait().unwrap();
            assert!(look.sealed && look.kept > look.entries, "{look:?}");
            assert!(look.restored_to.is_some());
            assert_eq!((look.signatures, usize::from(look.needed)), (0, count));
            let signed = an.reconcile().wait().unwrap();
            assert_eq!((usize::from(signed.signatures), signed.sealed), (1 % count, count == 2));
            for other in &others {
                assert!(inbox(&mut an).unwrap_err().is_problem("sealed"));
                assert_eq!(program::verify(&target), 14);
                let again = an.reconcile().wait().unwrap();
                assert_eq!((again.signatures, again.sealed), (1, true), "one guardian signs once");
                let signed = other.sit_elsewhere(&team.service).reconcile().wait().unwrap();
                assert!(!signed.sealed);
            }
            assert!(an.reconcile().wait().is_err(), "there is nothing to reconcile any more");
            assert!(inbox(&mut an).unwrap() > acknowledged.len());
            assert_eq!(lines(&team.read(&new.token).messages), ["reporter: after the restore"]);
            assert_eq!(program::verify(&target), 0);

            drop(an);
            // The process ended before the pin was replaced: the next start knows what the guardians have said.
            team.service.stop();
            backups::put_pin(&pin, &target);
            assert_eq!(program::verify(&target), 14);
            team.service.start_again();
            assert_eq!(program::verify(&target), 0);
            assert!(inbox(&mut team.an.sit_elsewhere(&team.service)).is_ok());
        }
    }
}

#[test]
fn a_restore_that_lost_nothing_is_not_sealed() {
    for (database, target) in databases().into_iter().zip(databases()) {
        let mut team = Team::begin(&database, Ticks::Immediate);
        let report = team.report("all is there");
        assert_eq!(open_first(&mut team.an.sit(&team.service)).len(), 1);
        let backup = backups::make(&database, "newest");
        team.service.stop();
        backups::put_pin(&database.folder().join("data/pin"), &target);
        assert_eq!(backups::restore(&backup, true, &target)["sealed"], false);
        team.service = Service::start(&target, Ticks::Immediate);
        assert_eq!(open_first(&mut team.an.sit(&team.service)).len(), 1, "on the device she had");
        assert_eq!(lines(&team.read(&report.token).messages).len(), 1);
        assert_eq!(program::verify(&target), 0);
        assert!(team.an.sit(&team.service).reconcile().wait().is_err());
    }
}

#[test]
fn a_log_changed_under_a_running_server_closes_reading_before_anything_is_read() {
    for database in databases() {
        let team = Team::begin(&database, Ticks::Immediate);
        team.report("here");
        let mut an = team.an.sit(&team.service);
        assert_eq!(open_first(&mut an).len(), 1);
        let edge = format!("SELECT {} AS line FROM ledger_head", database.hex("frontier"));
        let mut edge = unhex(&database.lines(&edge)[0]);
        *edge.last_mut().unwrap() ^= 1;
        database.execute(&format!("UPDATE ledger_head SET frontier = {}", database.literal(&edge)));
        let refused = an.show(1, None, &mut generator().unwrap()).wait().unwrap_err();
        assert!(refused.is_problem("sealed"), "{refused}");
        assert!(inbox(&mut an).unwrap_err().is_problem("sealed"));
        assert_eq!(program::verify(&database), 11, "the worse of it: head and entries differ");
        assert_eq!(team.read(&team.report("still taken").token).messages.len(), 1);
    }
}

#[test]
fn without_its_keys_a_backup_gives_back_everything_but_what_was_sent() {
    for (database, target) in databases().into_iter().zip(databases()) {
        let mut team = Team::begin(&database, Ticks::Daily("2026-11-16T10:00:00Z"));
        let opened = team.report("opened before");
        team.service.clock("2026-11-16T18:30:00Z");
        assert_eq!(open_first(&mut team.an.sit(&team.service)).len(), 1);
        let waits = team.report("waits for its tick");
        let backup = backups::make(&database, "without");
        team.service.stop();
        let restored = backups::restore(&backup, false, &target);
        assert_eq!(
            (&restored["sealed"], &restored["missing_keys"], &restored["locked_threads"], &restored["lost_arrivals"]),
            (&false.into(), &1.into(), &1.into(), &1.into()),
            "{restored}"
        );
        team.service = Service::start(&target, Ticks::Daily("2026-11-17T10:00:00Z"));
        // Her token still opens what she wrote; what waited is to be sent again.
        assert_eq!(lines(&team.read(&opened.token).messages), ["reporter: opened before"]);
        assert_eq!(team.read(&waits.token).restored_to.as_deref(), Some("2026-11-16"));
        team.report("sent again");
        team.service.clock("2026-11-17T18:30:00Z");
        let mut an = team.an.sit_elsewhere(&team.service);
        an.inbox(&mut generator().unwrap()).wait().unwrap();
        let texts: Vec<_> = (1..=2).filter_map(|n| an.show(n, None, &mut generator().unwrap()).wait().ok()).collect();
        assert_eq!(texts.len(), 1, "one report can be opened: the new one");
        assert_eq!(lines(&texts[0].messages), ["reporter: sent again"]);
        team.service.clock("2026-11-18T10:00:00Z");
        assert_eq!(program::verify(&target), 0);
        // After months nobody is told any more.
        team.service.clock("2027-05-18T10:00:00Z");
        assert_eq!(team.read(&waits.token).restored_to, None);
    }
}

#[test]
fn the_commands_refuse_in_words_what_they_cannot_do() {
    let database = databases().remove(0);
    let mut team = Team::begin(&database, Ticks::Immediate);
    let backup = backups::make(&database, "one");
    let file = backup.file.to_str().unwrap();
    let run = |words: &[&str], input: &str| {
        let ran = program::run_at(&database, words, input);
        (ran.code, ran.err)
    };
    let (code, told) = run(&["backup", file, "--to", backups::RECIPIENT], "");
    assert!(code == 1 && told.contains("is there already"), "{told}");
    let (code, told) = run(&["backup", "new", "--to", "age1nobody"], "");
    assert!(code == 2 && told.contains("is no recipient"), "{told}");
    let (code, told) = run(&["backup", "new"], "");
    assert!(code == 2 && told.contains("--to"), "{told}");
    let (code, told) = run(&["restore", file], "");
    assert!(code == 2 && told.contains("--identity"), "{told}");
    let (code, told) = run(&["restore", file], "a secret that is none");
    assert!(code == 2 && !told.contains("a secret"), "{told}");
    let (code, told) = run(&["restore", file], IDENTITY);
    assert!(code == 1 && told.contains("another micromoed"), "{told}");
    team.service.stop();
    let (code, told) = run(&["restore", file], IDENTITY);
    assert!(code == 1 && told.contains("keys already"), "{told}");
    // With nothing running, a backup takes the lock for its entry.
    backups::make(&database, "two");
    assert_eq!(program::verify(&database), 0);
}
