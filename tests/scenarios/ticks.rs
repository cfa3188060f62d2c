//! Nothing shows before its tick, everything at it, and days are counted as promised.

use crate::support::databases::databases;
use crate::support::people::{Team, lines};
use crate::support::service::Ticks;
use client::Wait;
use client::entropy::generator;
use crypto::thread::Content;

#[test]
fn what_is_sent_by_day_is_shown_in_the_evening_and_counts_from_that_day() {
    for database in databases() {
        let team = Team::begin(&database, Ticks::Daily("2026-11-16T10:00:00Z"));
        let rng = &mut generator().unwrap();
        let sent = team.report("by day");
        assert_eq!(sent.day, "2026-11-16");
        let view = team.read(&sent.token);
        assert_eq!(view.messages.len(), 1, "a reporter sees her own at once");
        assert!(!view.messages[0].released);
        assert_eq!(view.answer_by.as_deref(), Some("2026-11-23"));
        assert!(team.an.sit(&team.service).inbox(rng).wait().unwrap().threads.is_empty(), "nothing before the tick");
        team.service.clock("2026-11-16T17:59:00Z");
        assert!(team.an.sit(&team.service).inbox(rng).wait().unwrap().threads.is_empty());

        team.service.clock("2026-11-16T18:00:30Z");
        let mut an = team.an.sit(&team.service);
        let thread = an.inbox(rng).wait().unwrap().threads.remove(0);
        assert_eq!((thread.day.as_str(), thread.answer_by.as_deref()), ("2026-11-16", Some("2026-11-23")));
        let shown = an.show(1, None, rng).wait().unwrap();
        assert_eq!((shown.case.day.as_str(), shown.messages[0].day.as_str()), ("2026-11-16", "2026-11-16"));
        assert!(team.read(&sent.token).messages[0].released);

        // An answer of the night is released in the morning, and counts from then on.
        an.reply(1, &Content::Text("soon".into()), rng).wait().unwrap();
        assert_eq!(team.read(&sent.token).messages.len(), 1);
        assert_eq!(an.show(1, None, rng).wait().unwrap().messages.len(), 2, "its author sees it");
        team.service.clock("2026-11-17T06:00:30Z");
        let view = team.read(&sent.token);
        assert_eq!(lines(&view.messages), ["reporter: by day", "An Peeters: soon"]);
        assert_eq!((view.messages[1].day.as_str(), view.answer_by), ("2026-11-17", None));
        assert_eq!(view.feedback_by.as_deref(), Some("2027-02-17"));
    }
}

#[test]
fn what_is_sent_at_night_is_shown_in_the_morning_and_counts_from_the_day_before() {
    for database in databases() {
        let team = Team::begin(&database, Ticks::Daily("2026-11-16T18:30:00Z"));
        let evening = team.report("late");
        team.service.clock("2026-11-17T05:59:00Z");
        let morning = team.report("early");
        assert_eq!((evening.day.as_str(), morning.day.as_str()), ("2026-11-16", "2026-11-16"));
        team.service.clock("2026-11-17T06:00:30Z");
        let mut an = team.an.sit(&team.service);
        let rng = &mut generator().unwrap();
        an.inbox(rng).wait().unwrap();
        for n in [1, 2] {
            let shown = an.show(n, None, rng).wait().unwrap();
            assert_eq!((shown.messages[0].day.as_str(), shown.case.day.as_str()), ("2026-11-17", "2026-11-16"));
            assert_eq!(shown.case.answer_by.as_deref(), Some("2026-11-23"));
        }
    }
}

#[test]
fn the_morning_tick_comes_at_seven_on_the_days_when_clocks_change() {
    for database in databases() {
        // Winter time begins on 25 October 2026, summer time on 28 March 2027.
        let team = Team::begin(&database, Ticks::Daily("2026-10-24T20:00:00Z"));
        for (night, before, after, day) in [
            ("2026-10-24T20:00:00Z", "2026-10-25T05:59:00Z", "2026-10-25T06:00:30Z", "2026-10-25"),
            ("2027-03-27T20:00:00Z", "2027-03-28T04:59:00Z", "2027-03-28T05:00:30Z", "2027-03-28"),
        ] {
            team.service.clock(night);
            let sent = team.report(day);
            team.service.clock(before);
            assert!(!team.read(&sent.token).messages[0].released, "{before}");
            team.service.clock(after);
            let view = team.read(&sent.token);
            assert!(view.messages[0].released, "{after}");
            assert_eq!(view.messages[0].day, day);
        }
    }
}

#[test]
fn a_message_can_be_taken_back_until_its_tick_and_not_after_it() {
    for database in databases() {
        let team = Team::begin(&database, Ticks::Daily("2026-11-16T10:00:00Z"));
        let rng = &mut generator().unwrap();
        let sent = team.report("first");
        team.service.clock("2026-11-16T18:30:00Z");
        let mut an = team.an.sit(&team.service);
        an.inbox(rng).wait().unwrap();

        let said = team.say(&sent.token, "not so");
        let replied = an.reply(1, &Content::Text("nor this".into()), rng).wait().unwrap();
        let take_back = |sequence| team.mailbox(&sent.token, |mailbox| mailbox.take_back(sequence).wait());
        take_back(said.sequence).unwrap();
        an.take_back(1, replied.sequence, rng).wait().unwrap();
        assert!(take_back(0).is_err(), "the first message is the thread");
        assert_eq!(lines(&team.read(&sent.token).messages), ["reporter: first"]);
        assert_eq!(lines(&an.show(1, None, rng).wait().unwrap().messages), ["reporter: first"]);

        assert_eq!(team.say(&sent.token, "better").sequence, said.sequence, "its number is free again");
        assert_eq!(an.reply(1, &Content::Text("this".into()), rng).wait().unwrap().sequence, replied.sequence);
        // Somebody may have built on it: only the newest one can go.
        team.say(&sent.token, "and more");
        assert!(take_back(said.sequence).is_err());

        team.service.clock("2026-11-17T06:00:30Z");
        assert!(take_back(said.sequence + 1).is_err(), "it may have been read");
        assert!(an.take_back(1, replied.sequence, rng).wait().is_err());
        let expected = ["reporter: first", "reporter: better", "reporter: and more", "An Peeters: this"];
        let view = team.read(&sent.token);
        let (mut seen, mut expected) = (lines(&view.messages), expected.map(str::to_owned).to_vec());
        seen.sort_unstable();
        expected.sort_unstable();
        assert_eq!(seen, expected);
        assert!(team.read(&sent.token).messages.iter().all(|line| line.damage.is_none()));
    }
}

#[test]
fn a_tick_that_was_missed_is_made_up_for_when_the_service_starts_again() {
    for database in databases() {
        let mut team = Team::begin(&database, Ticks::Daily("2026-11-16T10:00:00Z"));
        let sent = team.report("meanwhile");
        team.service.kill9();
        assert!(!team.read(&sent.token).messages[0].released);
        team.service.clock("2026-11-18T10:00:00Z");
        team.service.restart();
        let view = team.read(&sent.token);
        assert!(view.messages[0].released);
        assert_eq!(view.messages[0].day, "2026-11-16", "the day of its own tick");
        let rng = &mut generator().unwrap();
        assert_eq!(team.an.sit(&team.service).inbox(rng).wait().unwrap().threads.len(), 1);
    }
}

#[test]
fn a_clock_that_was_ahead_for_a_while_keeps_nothing_back() {
    for database in databases() {
        let team = Team::begin(&database, Ticks::Daily("2026-11-16T10:00:00Z"));
        team.service.clock("2037-01-01T10:00:00Z");
        let ahead = team.report("in what was no future");
        team.service.clock("2026-11-16T10:05:00Z");
        let after = team.report("by the right clock");
        // It is dated before the report that it belongs to.
        team.say(&ahead.token, "and more");
        team.service.clock("2026-11-16T18:00:30Z");
        assert!(team.read(&after.token).messages[0].released, "the next tick comes");
        assert!(team.read(&ahead.token).messages.iter().all(|message| !message.released));

        // On the day after its leap the clock is trusted.
        team.service.clock("2026-11-17T10:00:00Z");
        team.service.clock("2026-11-17T18:00:30Z");
        let view = team.read(&ahead.token);
        assert_eq!(lines(&view.messages), ["reporter: in what was no future", "reporter: and more"]);
        assert!(view.messages.iter().all(|message| message.released));
        assert_eq!(view.messages[0].day, "2026-11-17");
        let threads = team.an.sit(&team.service).inbox(&mut generator().unwrap()).wait().unwrap().threads;
        assert_eq!(threads.len(), 2);
    }
}
