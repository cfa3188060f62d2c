//! One long story, told undisturbed, with every third answer lost, and with the service restarted and killed between
//! any two steps: it ends the same way each time.

use crate::support::databases::{Database, databases};
use crate::support::people::{Coach, Team, lines, sign_in};
use crate::support::service::{SLUG, Service, Ticks};
use client::Wait;
use client::desk::{Changes, Desk};
use client::entropy::generator;
use crypto::thread::Content;

/// What happens to the service between two steps.
type Between = fn(&mut Service);

/// Tells the story. Desks stay open throughout: a session outlives the process.
fn story(database: &Database, lossy: bool, between: Between) {
    let rng = &mut generator().unwrap();
    let mut service = Service::start(database, Ticks::Immediate);
    if lossy {
        service.relay.lose_answers();
    }
    let invitation = service.create(SLUG);
    between(&mut service);
    let an = Coach::accept(&service, SLUG, &invitation, "An Peeters");
    let mut team = Team { service, an };
    between(&mut team.service);
    let bo = team.invite("coach", "Bo Claes");
    between(&mut team.service);
    assert_eq!(sign_in(&mut team.an.sit(&team.service), "Bo Claes", false), (1, 1));
    between(&mut team.service);
    let (sent, gone) = (team.report("zero"), team.report("away"));
    between(&mut team.service);
    let mut desks: Vec<Desk> = [&team.an, &bo].map(|who| who.sit(&team.service)).into();
    for desk in &mut desks {
        between(&mut team.service);
        assert_eq!(desk.inbox(rng).wait().unwrap().threads.len(), 2);
    }
    let zero = |desk: &mut Desk| {
        let first =
            [1, 2].map(|n| desk.show(n, None, &mut generator().unwrap()).wait().unwrap().messages[0].text.clone());
        first.iter().position(|text| text == "zero").unwrap() + 1
    };
    for (desk, name) in desks.iter_mut().zip(["An", "Bo"]) {
        between(&mut team.service);
        let n = zero(desk);
        between(&mut team.service);
        desk.reply(n, &Content::Text(format!("answer of {name}")), rng).wait().unwrap();
        between(&mut team.service);
        desk.note(n, &format!("note of {name}"), rng).wait().unwrap();
        between(&mut team.service);
        let changes = ["status=dialogue".to_owned(), format!("keeper={name}")];
        desk.triage(n, &Changes::parse(&changes).unwrap(), rng).wait().unwrap();
    }
    between(&mut team.service);
    team.say(&sent.token, "one");
    between(&mut team.service);
    team.say(&sent.token, "two");
    between(&mut team.service);
    assert_eq!(team.erase(&gone.token), 1);
    between(&mut team.service);
    let lost = team.service.relay.lose_nothing();
    assert_eq!(lost > 0, lossy);

    let view = team.read(&sent.token);
    let mut seen = lines(&view.messages);
    assert!(seen.iter().all(|line| !line.contains("gap") && !line.contains("fork")), "{seen:?}");
    assert_eq!((seen[0].as_str(), view.status), ("reporter: zero", "dialogue"));
    seen.sort_unstable();
    let mut expected = vec![
        "reporter: zero",
        "reporter: one",
        "reporter: two",
        "An Peeters: answer of An",
        "Bo Claes: answer of Bo",
        "An Peeters: dialogue",
    ];
    // Bo tells the status again only where his desk had not seen that it was told.
    expected.sort_unstable();
    seen.retain(|line| line != "Bo Claes: dialogue");
    assert_eq!(seen, expected);
    for desk in &mut desks {
        let threads = desk.inbox(rng).wait().unwrap().threads;
        assert_eq!(threads.len(), 1);
        let shown = desk.show(threads[0].n, None, rng).wait().unwrap();
        let mut notes: Vec<_> = shown.case.notes.iter().map(|note| note.text.as_str()).collect();
        notes.sort_unstable();
        assert_eq!(notes, ["note of An", "note of Bo"]);
        assert_eq!(shown.case.card.keeper.as_deref(), Some("Bo Claes"));
        assert_eq!(shown.case.damaged_records, 0);
    }
    assert_eq!(team.read(&gone.token).status, "erased");
    let head = team.service.organisation(SLUG).chain.head().clone();
    assert_eq!((head.number, head.people.len()), (2, 2));
    let count = |table: &str| database.lines(&format!("SELECT CAST(count(*) AS TEXT) AS line FROM {table}"));
    assert_eq!(
        (count("thread"), count("person"), count("tombstone")),
        (vec!["1".into()], vec!["2".into()], vec!["1".into()])
    );
    assert_eq!((count("staged_thread"), count("enrolment")), (vec!["0".into()], vec!["2".into()]));
}

#[test]
fn undisturbed() {
    databases().iter().for_each(|database| story(database, false, |_| ()));
}

#[test]
fn when_every_third_answer_is_lost_nothing_else_is_and_nothing_is_doubled() {
    databases().iter().for_each(|database| story(database, true, |_| ()));
}

#[test]
fn when_the_service_is_restarted_between_any_two_steps() {
    databases().iter().for_each(|database| story(database, false, Service::restart));
}

#[test]
fn when_the_service_is_killed_between_any_two_steps() {
    databases().iter().for_each(|database| story(database, false, Service::kill9));
}
