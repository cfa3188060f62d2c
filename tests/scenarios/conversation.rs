//! What reporters and coaches say to each other, and what coaches keep to themselves.

use crate::support::databases::databases;
use crate::support::people::{Team, lines};
use crate::support::service::Ticks;
use client::desk::Changes;
use client::entropy::generator;
use client::{Error, Wait};
use crypto::thread::Content;

fn text(text: &str) -> Content {
    Content::Text(text.into())
}

#[test]
fn a_report_is_read_answered_noted_labelled_and_erased() {
    for database in databases() {
        let team = Team::begin(&database, Ticks::Immediate);
        let rng = &mut generator().unwrap();
        let sent = team.report("Er wordt al maanden geroepen op de ploeg.");
        assert_eq!(lines(&team.read(&sent.token).messages), ["reporter: Er wordt al maanden geroepen op de ploeg."]);
        assert_eq!(team.read(&sent.token).status, "new");

        let mut an = team.an.sit(&team.service);
        let inbox = an.inbox(rng).wait().unwrap();
        assert_eq!(inbox.threads.iter().map(|thread| (thread.n, thread.new)).collect::<Vec<_>>(), [(1, true)]);
        let shown = an.show(1, None, rng).wait().unwrap();
        assert_eq!(lines(&shown.messages), ["reporter: Er wordt al maanden geroepen op de ploeg."]);
        assert_eq!(
            (shown.case.readers.as_slice(), shown.case.excluded.len()),
            (["An Peeters".to_owned()].as_slice(), 0)
        );
        assert!(shown.case.answer_by.is_some());
        assert!(!an.inbox(rng).wait().unwrap().threads[0].new, "opened once, it is not new any more");

        an.reply(1, &text("Dank je."), rng).wait().unwrap();
        an.note(1, "Planner bellen.", rng).wait().unwrap();
        let words = "category=aggression severity=S2 status=dialogue urgency=U3 themes=roepen,planning line=ploeg 3";
        let changes: Vec<String> = words.split(' ').map(str::to_owned).collect();
        let changes = Changes::parse(&changes[..changes.len() - 1]).unwrap();
        assert!(an.triage(1, &changes, rng).wait().unwrap().told);
        let view = team.read(&sent.token);
        let expected =
            ["reporter: Er wordt al maanden geroepen op de ploeg.", "An Peeters: Dank je.", "An Peeters: dialogue"];
        assert_eq!(lines(&view.messages), expected);
        assert_eq!((view.status, &view.answer_by), ("dialogue", &None));
        assert!(!format!("{view:?}").contains("Planner"), "a note is never the reporter's");

        assert_eq!(team.say(&sent.token, "Het begon in mei.").sequence, 1);
        let shown = an.show(1, None, rng).wait().unwrap();
        assert_eq!(lines(&shown.messages).last().unwrap(), "reporter: Het begon in mei.");
        assert!(shown.messages.iter().all(|message| message.damage.is_none()));
        let note = shown.case.notes.first().unwrap();
        assert_eq!((note.author.as_str(), note.text.as_str()), ("An Peeters", "Planner bellen."));
        assert_eq!((shown.case.card.category, shown.case.card.severity), (Some("aggression"), Some("S2")));
        let listed = an.inbox(rng).wait().unwrap().threads.remove(0);
        assert_eq!((listed.status, listed.from_reporter, listed.from_staff), ("dialogue", Some(2), Some(2)));
        assert_eq!(listed.last, Some("reporter"));

        assert_eq!(team.erase(&sent.token), 1);
        assert_eq!(team.erase(&sent.token), 0);
        assert_eq!(team.read(&sent.token).status, "erased");
        assert!(matches!(an.show(1, None, rng).wait(), Err(Error::Erased)));
        assert!(an.inbox(rng).wait().unwrap().threads.is_empty());
    }
}

#[test]
fn a_report_goes_to_whom_the_reporter_means_and_to_nobody_else() {
    for database in databases() {
        let team = Team::begin(&database, Ticks::Immediate);
        let people = team.take_in(&[("coach", "Bo Claes"), ("fallback", "Lut Buiten"), ("auditor", "Raad")]);
        let send =
            |text: &str, exclude: &[&str], fallback| team.report_as(text, exclude, fallback).map(|sent| sent.readers);
        assert_eq!(send("all", &[], false).unwrap(), ["An Peeters", "Bo Claes"]);
        assert_eq!(send("with", &[], true).unwrap(), ["An Peeters", "Bo Claes", "Lut Buiten"]);
        assert_eq!(send("without an", &["an peeters"], false).unwrap(), ["Bo Claes", "Lut Buiten"]);
        assert_eq!(send("outside", &["Peeters", "Bo"], false).unwrap(), ["Lut Buiten"]);
        let nobody = send("nobody", &["An", "Bo", "Lut"], true).unwrap_err();
        assert!(matches!(nobody, Error::Crypto(crypto::Error::NoRecipient)), "{nobody}");
        assert_eq!(send("typo", &["Bob"], false).unwrap_err().exit_code(), 2);

        let rng = &mut generator().unwrap();
        for (who, expected) in [
            (&team.an, vec!["all", "with"]),
            (&people[0], vec!["all", "outside-", "with", "without an"]),
            (&people[1], vec!["outside", "with", "without an"]),
        ] {
            let mut desk = who.sit(&team.service);
            let threads = desk.inbox(rng).wait().unwrap().threads;
            let mut texts: Vec<String> = threads
                .iter()
                .map(|thread| desk.show(thread.n, None, rng).wait().unwrap().messages[0].text.clone())
                .collect();
            texts.sort_unstable();
            let expected: Vec<&str> = expected.into_iter().filter(|text| !text.ends_with('-')).collect();
            assert_eq!(texts, expected, "{}", who.name);
        }
        assert!(people[2].sit(&team.service).inbox(rng).wait().is_err());
    }
}

#[test]
fn two_authors_who_write_at_once_lose_nothing() {
    const EACH: usize = 4;
    for database in databases() {
        let team = Team::begin(&database, Ticks::Immediate);
        let people = team.take_in(&[("coach", "Bo Claes")]);
        let sent = team.report("begin");
        let mut desks: Vec<_> =
            [&team.an, &people[0]].into_iter().map(|who| (&who.name, who.sit(&team.service))).collect();
        for (_, desk) in &mut desks {
            desk.inbox(&mut generator().unwrap()).wait().unwrap();
        }
        std::thread::scope(|scope| {
            for (name, desk) in &mut desks {
                scope.spawn(move || {
                    for count in 0..EACH {
                        desk.reply(1, &text(&format!("{name} {count}")), &mut generator().unwrap()).wait().unwrap();
                        desk.note(1, &format!("{name} {count}"), &mut generator().unwrap()).wait().unwrap();
                        let changes = Changes::parse(&[format!("line={name} {count}")]).unwrap();
                        desk.triage(1, &changes, &mut generator().unwrap()).wait().unwrap();
                    }
                });
            }
            scope.spawn(|| (0..EACH).for_each(|count| drop(team.say(&sent.token, &format!("me {count}")))));
        });
        let view = team.read(&sent.token);
        assert_eq!(view.messages.len(), 1 + 3 * EACH);
        assert!(view.messages.iter().all(|message| message.damage.is_none()), "{:?}", lines(&view.messages));
        for (author, prefix) in [("reporter", "me"), ("An Peeters", "An Peeters"), ("Bo Claes", "Bo Claes")] {
            let written = view.messages.iter().filter(|message| message.author == author && message.text != "begin");
            let written: Vec<&str> = written.map(|message| message.text.as_str()).collect();
            assert_eq!(written, (0..EACH).map(|count| format!("{prefix} {count}")).collect::<Vec<_>>());
        }
        for (_, desk) in &mut desks {
            let shown = desk.show(1, None, &mut generator().unwrap()).wait().unwrap();
            assert_eq!((shown.messages.len(), shown.case.notes.len()), (1 + 3 * EACH, 2 * EACH));
            assert_eq!(shown.case.damaged_records, 0);
        }
    }
}
