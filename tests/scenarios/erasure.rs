//! What erasing leaves behind: nothing that names the thread.

use crate::support::databases::{Database, Kind, databases};
use crate::support::people::Team;
use crate::support::service::{SLUG, Ticks, address};
use client::desk::Changes;
use client::entropy::generator;
use client::mailbox::Mailbox;
use client::{Server, Wait, organisation};
use crypto::ThreadId;
use crypto::thread::Content;
use std::sync::atomic::{AtomicBool, Ordering};

/// Tables in which some column of bytes holds these bytes anywhere.
fn tables_with(database: &Database, bytes: &[u8]) -> Vec<String> {
    let literal = database.literal(bytes);
    let mut found = Vec::new();
    for (table, columns) in database.tables() {
        for (column, _) in columns.iter().filter(|(_, kind)| *kind == Kind::Bytes) {
            let place = match database.url() {
                Some(_) => format!("position({literal} in {column})"),
                None => format!("instr({column}, {literal})"),
            };
            let query = format!("SELECT CAST(count(*) AS TEXT) AS line FROM {table} WHERE {place} > 0");
            if database.lines(&query) != ["0"] {
                found.push(format!("{table}.{column}"));
            }
        }
    }
    found
}

#[test]
fn an_erased_thread_is_gone_from_every_table_and_its_token_is_told_so() {
    for database in databases() {
        let mut team = Team::begin(&database, Ticks::Immediate);
        team.take_in(&[("coach", "Bo Claes")]);
        let rng = &mut generator().unwrap();
        let (sent, kept) = (team.report("away with it"), team.report("this one stays"));
        let mut an = team.an.sit(&team.service);
        for thread in an.inbox(rng).wait().unwrap().threads {
            an.show(thread.n, None, rng).wait().unwrap();
            an.note(thread.n, "a note", rng).wait().unwrap();
            an.reply(thread.n, &Content::Text("an answer".into()), rng).wait().unwrap();
            an.triage(thread.n, &Changes::parse(&["severity=S2".to_owned()]).unwrap(), rng).wait().unwrap();
        }
        team.say(&sent.token, "one more");
        let id = ThreadId::from_hex(&sent.id).unwrap();
        let before = tables_with(&database, id.as_ref());
        assert!(before.len() >= 5, "the search finds it while it is there: {before:?}");

        team.erase(&sent.token);
        assert_eq!(tables_with(&database, id.as_ref()), Vec::<String>::new());
        assert_eq!(team.read(&sent.token).status, "erased");
        assert!(team.read(&sent.token).messages.is_empty());
        let refused = team.mailbox(&sent.token, |mailbox| mailbox.say("more", &mut generator().unwrap()).wait());
        assert!(refused.is_err());
        assert_eq!(team.read(&kept.token).messages.len(), 2);
        assert_eq!(an.inbox(rng).wait().unwrap().threads.len(), 1);

        // The tombstone outlives the process, and the file keeps nothing of the rows that went.
        drop(an);
        team.service.stop();
        database.has_forgotten(id.as_ref());
        assert!(team.service.said().iter().all(|file| file.is_file()));
    }
}

#[test]
fn a_report_can_be_erased_before_its_tick() {
    for database in databases() {
        let team = Team::begin(&database, Ticks::Daily("2026-11-16T10:00:00Z"));
        let sent = team.report("too soon");
        team.erase(&sent.token);
        assert_eq!(team.read(&sent.token).status, "erased");
        let id = ThreadId::from_hex(&sent.id).unwrap();
        assert_eq!(tables_with(&database, id.as_ref()), Vec::<String>::new());
        team.service.clock("2026-11-16T18:30:00Z");
        assert!(team.an.sit(&team.service).inbox(&mut generator().unwrap()).wait().unwrap().threads.is_empty());
    }
}

#[test]
fn what_is_erased_while_a_desk_opens_everything_keeps_nothing_else_shut() {
    for database in databases() {
        let team = Team::begin(&database, Ticks::Immediate);
        let rng = &mut generator().unwrap();
        let (sent, _) = (team.report("away with it"), team.report("this one stays"));
        let mut an = team.an.sit(&team.service);
        let numbers: Vec<_> = an.inbox(rng).wait().unwrap().threads.iter().map(|thread| thread.n).collect();
        // Between her enrolment and the release.
        let (origin, erased) = (team.service.relay.origin(), AtomicBool::new(false));
        team.service.relay.change_answers(move |request, _| {
            if request.route().1 == "/api/v1/desk/enrolments" && !erased.swap(true, Ordering::Relaxed) {
                let server = Server::new(&origin, None).unwrap();
                let organisation = organisation::fetch(&server, &address(SLUG)).wait().unwrap();
                Mailbox::open(&server, &organisation, &sent.token).unwrap().erase().wait().unwrap();
            }
        });
        let shown = an.show_new(&numbers, rng).wait().unwrap();
        let texts: Vec<_> = shown.iter().map(|shown| shown.messages[0].text.as_str()).collect();
        assert_eq!(texts, ["this one stays"]);
    }
}
