//! One coach at two devices, and two coaches at one thread.

use crate::support::databases::databases;
use crate::support::people::{Coach, Team, lines};
use crate::support::service::Ticks;
use client::Wait;
use client::desk::{Changes, Desk};
use client::entropy::generator;
use crypto::thread::Content;

#[test]
fn two_sittings_of_one_coach_together_lose_no_thread() {
    for database in databases() {
        let team = Team::begin(&database, Ticks::Immediate);
        let rng = &mut generator().unwrap();
        team.report("one");
        let mut here = team.an.sit(&team.service);
        let mut there = team.an.sit_elsewhere(&team.service);
        // Both unlocked the same vault. Each takes in what the other does not see.
        assert_eq!(here.inbox(rng).wait().unwrap().threads.len(), 1);
        team.report("two");
        assert_eq!(there.inbox(rng).wait().unwrap().threads.len(), 2);
        team.report("three");
        assert_eq!(here.inbox(rng).wait().unwrap().threads.len(), 3);
        here.show(1, None, rng).wait().unwrap();
        assert_eq!(there.inbox(rng).wait().unwrap().threads.len(), 3);
        for desk in [&mut here, &mut there] {
            let threads = desk.inbox(rng).wait().unwrap().threads;
            let mut texts: Vec<String> = threads
                .iter()
                .map(|thread| desk.show(thread.n, None, rng).wait().unwrap().messages[0].text.clone())
                .collect();
            texts.sort_unstable();
            assert_eq!(texts, ["one", "three", "two"]);
        }
        drop((here, there));
        let threads = team.an.sit(&team.service).inbox(rng).wait().unwrap().threads;
        assert_eq!(threads.iter().filter(|thread| thread.new).count(), 0);
        assert_eq!(threads.len(), 3);
    }
}

#[test]
fn a_device_that_knows_nothing_yet_shows_what_was_opened_on_another() {
    for database in databases() {
        let team = Team::begin(&database, Ticks::Immediate);
        let rng = &mut generator().unwrap();
        team.report("opened here");
        let mut here = team.an.sit(&team.service);
        here.inbox(rng).wait().unwrap();
        here.show(1, None, rng).wait().unwrap();
        drop(here);
        let mut there = team.an.sit_elsewhere(&team.service);
        let threads = there.inbox(rng).wait().unwrap().threads;
        assert_eq!(threads.iter().map(|thread| (thread.n, thread.new)).collect::<Vec<_>>(), [(1, false)]);
        assert_eq!(lines(&there.show(1, None, rng).wait().unwrap().messages), ["reporter: opened here"]);
    }
}

#[test]
fn the_other_coach_sees_what_was_opened_noted_and_answered() {
    for database in databases() {
        let team = Team::begin(&database, Ticks::Immediate);
        let people = team.take_in(&[("coach", "Bo Claes")]);
        let rng = &mut generator().unwrap();
        team.report("for both");
        let mut an = team.an.sit(&team.service);
        an.inbox(rng).wait().unwrap();
        an.show(1, None, rng).wait().unwrap();
        an.note(1, "I talk to her.", rng).wait().unwrap();
        an.reply(1, &Content::Text("Come by.".into()), rng).wait().unwrap();
        an.triage(1, &Changes::parse(&["keeper=An".to_owned(), "severity=S3".to_owned()]).unwrap(), rng)
            .wait()
            .unwrap();

        let mut bo = people[0].sit(&team.service);
        assert!(bo.inbox(rng).wait().unwrap().threads[0].new, "to him it is new");
        let shown = bo.show(1, None, rng).wait().unwrap();
        assert_eq!(lines(&shown.messages), ["reporter: for both", "An Peeters: Come by."]);
        assert_eq!(shown.case.card.keeper.as_deref(), Some("An Peeters"));
        assert_eq!(shown.case.notes[0].text, "I talk to her.");
        bo.note(1, "Good.", rng).wait().unwrap();
        bo.triage(1, &Changes::parse(&["severity=S1".to_owned()]).unwrap(), rng).wait().unwrap();
        let shown = an.show(1, None, rng).wait().unwrap();
        let notes: Vec<_> = shown.case.notes.iter().map(|note| (note.author.as_str(), note.text.as_str())).collect();
        assert_eq!(notes.len(), 2);
        assert!(notes.contains(&("Bo Claes", "Good.")));
        assert_eq!((shown.case.card.severity, shown.case.card.keeper.as_deref()), (Some("S1"), Some("An Peeters")));
    }
}

/// More than one request of case headers holds.
const MANY: usize = 52;

/// Where the other was faster in beginning a case file, the thread stays new until the next time.
fn open_all(team: &Team, coach: &Coach) -> Desk {
    let rng = &mut generator().unwrap();
    let mut desk = coach.sit(&team.service);
    let mut shown = 0;
    while shown < MANY {
        let threads = desk.inbox(rng).wait().unwrap().threads;
        let new: Vec<usize> = threads.iter().filter(|thread| thread.new).map(|thread| thread.n).collect();
        assert_eq!(new.len(), MANY - shown);
        shown += desk.show_new(&new, rng).wait().unwrap().len();
    }
    desk
}

#[test]
fn two_coaches_who_open_all_new_threads_at_once_share_every_case_file() {
    for database in databases() {
        let team = Team::begin(&database, Ticks::Immediate);
        let people = team.take_in(&[("coach", "Bo Claes")]);
        for number in 0..MANY {
            team.report(&number.to_string());
        }
        let (mut an, mut bo) = std::thread::scope(|scope| {
            let (an, bo) = (scope.spawn(|| open_all(&team, &team.an)), scope.spawn(|| open_all(&team, &people[0])));
            (an.join().unwrap(), bo.join().unwrap())
        });
        let rng = &mut generator().unwrap();
        for thread in an.inbox(rng).wait().unwrap().threads {
            let text = an.show(thread.n, None, rng).wait().unwrap().messages[0].text.clone();
            an.note(thread.n, &text, rng).wait().unwrap();
        }
        for thread in bo.inbox(rng).wait().unwrap().threads {
            let shown = bo.show(thread.n, None, rng).wait().unwrap();
            assert_eq!(shown.case.damaged_records, 0);
            assert_eq!(shown.case.notes.len(), 1);
            assert_eq!(shown.case.notes[0].text, shown.messages[0].text);
        }
    }
}
