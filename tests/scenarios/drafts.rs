//! An unsent reply is its author's alone, and keeping it costs nothing in the log.

use crate::support::databases::{Database, databases};
use crate::support::people::{Team, lines};
use crate::support::service::Ticks;
use client::Wait;
use client::entropy::generator;
use crypto::thread::Content;

fn entries(database: &Database) -> Vec<String> {
    database.lines("SELECT CAST(count(*) AS TEXT) AS line FROM ledger_entry")
}

#[test]
fn a_draft_is_kept_without_an_entry_and_comes_back_at_another_device() {
    for database in databases() {
        let team = Team::begin(&database, Ticks::Immediate);
        let people = team.take_in(&[("coach", "Bo Claes")]);
        let rng = &mut generator().unwrap();
        let sent = team.report("begin");
        let mut here = team.an.sit(&team.service);
        here.inbox(rng).wait().unwrap();
        assert_eq!(here.show(1, None, rng).wait().unwrap().draft, None);
        let before = entries(&database);
        for text in ["", "Dank", "Dank je.", "Dank je."] {
            assert_eq!(here.draft(1, text, rng).wait().unwrap().theirs, None);
        }
        assert_eq!(entries(&database), before, "what is typed in an opened case is nobody's access");
        drop(here);

        let mut there = team.an.sit_elsewhere(&team.service);
        there.inbox(rng).wait().unwrap();
        let shown = there.show(1, None, rng).wait().unwrap();
        assert_eq!((shown.draft.as_deref(), shown.case.damaged_records), (Some("Dank je."), 0));
        assert_eq!(lines(&shown.messages), ["reporter: begin"]);
        assert_eq!(lines(&team.read(&sent.token).messages), ["reporter: begin"], "a draft is never the reporter's");
        let mut bo = people[0].sit(&team.service);
        bo.inbox(rng).wait().unwrap();
        assert_eq!(bo.show(1, None, rng).wait().unwrap().draft, None, "nor is it another coach's");
        assert_eq!(bo.draft(1, "Ik ook.", rng).wait().unwrap().theirs, None);

        there.reply(1, &Content::Text("Dank je.".into()), rng).wait().unwrap();
        there.draft(1, "", rng).wait().unwrap();
        assert_eq!(there.show(1, None, rng).wait().unwrap().draft, None);
        assert_eq!(bo.show(1, None, rng).wait().unwrap().draft.as_deref(), Some("Ik ook."));
    }
}

#[test]
fn two_devices_that_draft_at_once_lose_neither_text() {
    for database in databases() {
        let team = Team::begin(&database, Ticks::Immediate);
        let rng = &mut generator().unwrap();
        team.report("begin");
        let (mut here, mut there) = (team.an.sit(&team.service), team.an.sit_elsewhere(&team.service));
        for desk in [&mut here, &mut there] {
            desk.inbox(rng).wait().unwrap();
            desk.show(1, None, rng).wait().unwrap();
        }
        here.draft(1, "written here", rng).wait().unwrap();
        let kept = there.draft(1, "written there", rng).wait().unwrap();
        assert_eq!(kept.theirs.as_deref(), Some("written here"));
        let both = "written here\n\nwritten there";
        assert_eq!(here.show(1, None, rng).wait().unwrap().draft.as_deref(), Some(both));
        // What she goes on from holds the other one: nothing is put before it twice.
        assert_eq!(there.draft(1, &format!("{both}, and on"), rng).wait().unwrap().theirs, None);
        let kept = here.draft(1, &format!("{both}, and on, and on"), rng).wait().unwrap();
        assert_eq!(kept.theirs, None);
    }
}

#[test]
fn a_draft_of_a_case_not_opened_in_this_sitting_opens_it_as_the_log_says() {
    for database in databases() {
        let team = Team::begin(&database, Ticks::Immediate);
        let rng = &mut generator().unwrap();
        let sent = team.report("begin");
        let mut desk = team.an.sit(&team.service);
        desk.inbox(rng).wait().unwrap();
        let before = entries(&database);
        desk.draft(1, "Dank", rng).wait().unwrap();
        assert_ne!(entries(&database), before);
        assert!(!desk.inbox(rng).wait().unwrap().threads[0].new);
        team.erase(&sent.token);
        assert!(desk.draft(1, "Dank je", rng).wait().is_err(), "nothing is kept of what is erased");
    }
}
