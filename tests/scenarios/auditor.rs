//! A works council's auditor reads the whole log with a key of her own, and sees every act in it.

use crate::support::databases::databases;
use crate::support::http::ask;
use crate::support::people::{Team, sign_in};
use crate::support::service::Ticks;
use client::desk::{Changes, LineView, LogView};
use client::entropy::generator;
use client::{Wait, clock};
use crypto::ledger::{read_published, write_published};
use crypto::thread::Content;
use crypto::{Day, Digest};
use std::collections::BTreeSet;

fn read(team: &Team, auditor: &crate::support::people::Coach) -> LogView {
    auditor.sit(&team.service).log(Day(0)).wait().unwrap()
}

fn about_threads(view: &LogView) -> Vec<&LineView> {
    view.lines.iter().filter(|line| line.thread.is_some()).collect()
}

#[test]
fn an_auditor_reads_who_did_what_and_no_word_of_a_report() {
    for database in databases() {
        let team = Team::begin(&database, Ticks::Immediate);
        let rng = &mut generator().unwrap();
        // Before she was there nothing was sealed to her.
        team.report("before her time");
        let mut an = team.an.sit(&team.service);
        an.inbox(rng).wait().unwrap();
        an.show(1, None, rng).wait().unwrap();
        drop(an);
        let wim = team.take_in(&[("auditor", "Wim Raad")]).remove(0);
        let unseen = read(&team, &wim);
        assert_eq!((about_threads(&unseen).len(), unseen.problems.len()), (0, 0));
        assert!(unseen.sealed > 256, "{}", unseen.sealed);

        let report = team.report("after it");
        let mut an = team.an.sit(&team.service);
        let place = an.inbox(rng).wait().unwrap().threads.iter().find(|thread| thread.new).unwrap().n;
        an.show(place, None, rng).wait().unwrap();
        an.reply(place, &Content::Text("thank you".into()), rng).wait().unwrap();
        an.note(place, "to ask", rng).wait().unwrap();
        an.triage(place, &Changes::parse(&["severity=S2".to_owned()]).unwrap(), rng).wait().unwrap();
        drop(an);
        team.erase(&report.token);
        // One more epoch: what reporters did is entered when one closes.
        sign_in(&mut team.an.sit(&team.service), &team.invite("fallback", "Fia Extern").name, false);

        team.service.relay.take();
        let view = read(&team, &wim);
        assert_eq!(view.problems, []);
        let passed = team.service.relay.take();
        let paths = passed.iter().map(|exchange| exchange.request.route().1.to_owned());
        let bodies: Vec<String> = paths.filter(|path| path.starts_with("/ledger/bodies/")).collect();
        let once: BTreeSet<&String> = bodies.iter().collect();
        assert!(bodies.len() > 1 && once.len() == bodies.len(), "each bundle is fetched once: {bodies:?}");
        let lines = about_threads(&view);
        let told: Vec<(&str, u32, Option<&str>)> =
            lines.iter().map(|line| (line.act, line.number, line.person.as_deref())).collect();
        assert!(told.contains(&("body.release", 1, Some("An Peeters"))), "{told:?}");
        assert!(told.iter().any(|(act, _, person)| *act == "reply.sent" && *person == Some("An Peeters")), "{told:?}");
        assert!(
            told.contains(&("thread.registered", 0, None)) && told.iter().any(|(act, ..)| *act == "thread.erased"),
            "{told:?}"
        );
        assert_eq!(
            lines.iter().map(|line| line.thread).collect::<BTreeSet<_>>().len(),
            1,
            "one thread, under a name of its own"
        );
        let acts: BTreeSet<&str> = view.lines.iter().map(|line| line.act).collect();
        for act in [
            "staff.session_opened",
            "staff.invited",
            "staff.accepted",
            "roster.changed",
            "cards.listed",
            "epoch.opened",
            "epoch.closed",
        ] {
            assert!(acts.contains(act), "{act}: {acts:?}");
        }
        // A coach has no such key.
        let hers = read(&team, &team.an);
        assert_eq!((hers.lines.len(), hers.readable_from), (0, None));
    }
}

#[test]
fn an_auditor_sees_that_what_was_sealed_to_her_was_exchanged() {
    for database in databases() {
        let mut team = Team::begin(&database, Ticks::Immediate);
        let wim = team.take_in(&[("auditor", "Wim Raad")]).remove(0);
        team.service.invite("zonnehuis", "auditor", "Another");
        let before = read(&team, &wim);
        assert_eq!(before.problems, []);
        // The newest epoch has one act of hers to read, and its secret for the organisation is taken away from her.
        let number = ask(&team.service.address, "GET", "/ledger/epochs", &[], b"").json();
        let number = number["epochs"].as_array().unwrap().last().unwrap()["number"].to_string();
        let published = ask(&team.service.address, "GET", &format!("/ledger/epochs/{number}"), &[], b"").body;
        let kept = write_published(read_published(&published).unwrap().last());
        let hex: String = kept.iter().map(|byte| format!("{byte:02x}")).collect();
        let bytes = if database.url().is_some() { format!("'\\x{hex}'::bytea") } else { format!("X'{hex}'") };
        team.service.stop();
        database.execute(&format!("UPDATE ledger_epoch SET encapsulations = {bytes} WHERE number = {number}"));
        team.service.start_again();
        let after = read(&team, &wim);
        assert_eq!(after.problems.iter().map(|problem| problem.kind).collect::<Vec<_>>(), ["resealed"]);
        assert!(after.sealed > before.sealed);
    }
}

#[test]
fn another_program_and_other_settings_are_entries_with_what_they_are() {
    for database in databases() {
        let mut team = Team::begin(&database, Ticks::Immediate);
        let wim = team.take_in(&[("auditor", "Wim Raad")]).remove(0);
        let changes = |team: &Team| -> Vec<(&'static str, &'static str, Option<String>)> {
            // Whoever signs in closes the epoch in which a start is entered.
            drop(wim.sit(&team.service));
            let view = read(team, &wim);
            assert_eq!(view.problems, []);
            let lines = view.lines.into_iter().filter(|line| line.digest.is_some());
            lines.map(|line| (line.act, line.role, line.digest)).collect()
        };
        team.service.restart();
        assert_eq!(changes(&team), [], "a start alone is none");

        team.service.restart_with("MICROMOED_SESSIONS__IDLE_MINUTES", "999999");
        let told = changes(&team);
        assert!(matches!(told[..], [("config.changed", "operator", Some(_))]), "{told:?}");
        team.service.restart();
        assert_eq!(changes(&team), told, "once is enough");

        let other = database.literal(&[7; 32]);
        database.execute(&format!("UPDATE installation SET value = {other} WHERE name = 'program'"));
        team.service.restart();
        let program = std::fs::read(crate::support::program::command().get_program()).unwrap();
        assert_eq!(changes(&team)[1..], [("binary.changed", "unnamed", Some(Digest::plain(&program).to_hex()))]);
    }
}

#[test]
fn a_release_key_that_comes_or_goes_is_an_entry_on_its_day() {
    for database in databases() {
        let team = Team::begin(&database, Ticks::Daily("2090-01-04T10:00:00Z"));
        let wim = team.take_in(&[("auditor", "Wim Raad")]).remove(0);
        let first = Day(43_833);
        assert_eq!(clock::text(first), "2090-01-04");
        for days in 1..=62 {
            team.service.clock(&format!("{}T10:00:00Z", clock::text(first.plus(days))));
        }
        let view = read(&team, &wim);
        assert_eq!(view.problems, []);
        let of_keys = |act: &str| -> Vec<&str> {
            view.lines.iter().filter(|line| line.act == act).map(|line| line.day.as_str()).collect()
        };
        // A key for each thirty days. The ring waits for a day after a leap of the clock, if it had begun before it.
        let made = of_keys("release_key.rotated");
        let begun = [0, 1].into_iter().find(|wait| made.last() == Some(&clock::text(first.plus(wait + 60)).as_str()));
        let day = |days| clock::text(first.plus(days + begun.unwrap()));
        assert_eq!(made[made.len() - 2..], [day(30), day(60)]);
        assert_eq!(of_keys("release_key.destroyed").last(), Some(&day(60).as_str()));
    }
}
