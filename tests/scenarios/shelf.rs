//! Files on a shelf outside the database: carried there after their tick, had from there, erased with their rows.

use super::files::{content, count, fetched, fetchings, file, keys, open, request, send};
use crate::support::backups;
use crate::support::databases::{Database, databases, unhex};
use crate::support::http::Message;
use crate::support::people::Team;
use crate::support::program::{Ran, place, run, verify};
use crate::support::service::{Service, Ticks};
use crate::support::shelf::{SECRET, Shelf, put_key};
use client::Wait;
use client::entropy::generator;
use client::files::NewFile;
use crypto::PersonId;
use crypto::access::{FileFetch, FilePut, MailboxAct};
use crypto::shelf::OBJECT_SIZE;
use crypto::thread::{PART_SIZE, parts, sealed_size};
use std::collections::BTreeSet;
use std::fs;
use std::net::TcpListener;
use std::path::Path;

const MORNING: &str = "2090-01-04T10:00:00Z";
const EVENING: &str = "2090-01-04T18:30:00Z";
const NEXT_MORNING: &str = "2090-01-05T06:30:00Z";
const NEXT_EVENING: &str = "2090-01-05T18:30:00Z";

/// A word that is told to nobody.
const PLANTED: &[u8] = b"canaryinafile";

fn begin(database: &Database, shelf: &Shelf) -> Team {
    let mut team = Team::begin(database, Ticks::Daily(MORNING));
    shelf.serves(&mut team.service);
    team.service.restart();
    team
}

fn attach(team: &Team, token: &str, bytes: &[u8]) {
    let files: [NewFile; 1] = [file(bytes, "pdf")];
    team.mailbox(token, |mailbox| mailbox.attach("", &files, &mut generator().unwrap()).wait()).unwrap();
}

/// What the reporter is answered who asks for a part of her first file, once.
fn fetch_part(team: &Team, token: &str, part: u32) -> Message {
    let fetch = FileFetch { author: PersonId::REPORTER, number: 1, part }.to_bytes();
    send(team, "fetch", &request(team, &keys(team, token), MailboxAct::FetchPart, fetch))
}

/// Parts in the database, written down for the shelf, discarded.
fn rows(database: &Database) -> [usize; 3] {
    ["file_part", "shelved_part", "discarded_object"].map(|table| count(database, table))
}

fn holds(bytes: &[u8], word: &[u8]) -> bool {
    bytes.windows(word.len()).any(|window| window == word)
}

/// Files below a folder that hold a word.
fn below(folder: &Path, word: &[u8]) -> Vec<String> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(below(&path, word));
        } else if path.is_file() && holds(&fs::read(&path).unwrap(), word) {
            found.push(path.file_name().unwrap().to_str().unwrap().to_owned());
        }
    }
    found
}

/// Waits until it is so.
fn until(is_so: impl Fn() -> bool) {
    while !is_so() {
        std::thread::yield_now();
    }
}

fn parts_of(database: &Database, table: &str) -> BTreeSet<String> {
    database.lines(&format!("SELECT {} AS line FROM {table}", database.hex("bytes"))).into_iter().collect()
}

#[test]
fn what_was_shown_lies_outside_sealed_anew_and_comes_back_byte_for_byte() {
    for database in databases() {
        let shelf = Shelf::start();
        let team = begin(&database, &shelf);
        let (sent, rng) = (team.report("see what I have"), &mut generator().unwrap());
        let bytes = [PLANTED, &content(700_000, 1)].concat();
        let sealed_parts = usize::try_from(parts(sealed_size(bytes.len().try_into().unwrap()).unwrap())).unwrap();
        attach(&team, &sent.token, &bytes);
        let sealed = parts_of(&database, "staged_part");
        assert_eq!((sealed.len(), rows(&database)), (sealed_parts, [0, 0, 0]));
        assert!(shelf.objects().is_empty() && shelf.relay.take().is_empty(), "before its tick nothing goes out");

        team.service.clock(EVENING);
        assert_eq!(rows(&database), [0, sealed_parts, 0]);
        let objects = shelf.objects();
        assert_eq!(objects.len(), sealed_parts);
        assert!(objects.values().all(|object| object.len() == OBJECT_SIZE));
        assert!(objects.keys().all(|name| name.len() == 64 && name.bytes().all(|byte| byte.is_ascii_hexdigit())));
        for part in sealed.iter().map(|part| unhex(part)) {
            let beginning = &part[..32];
            assert!(!objects.values().any(|object| holds(object, beginning)), "a part lies there as it is");
            let copy = [&[0; 4], part.as_slice()].concat();
            assert!(holds(&copy, beginning), "the same look finds it where it is");
        }
        assert_eq!(below(shelf.folder(), PLANTED), Vec::<String>::new());
        // What goes along with each: nothing but what the protocol of the store asks for.
        for exchange in shelf.relay.take() {
            let names: Vec<_> = exchange.request.headers.iter().map(|(name, _)| name.to_lowercase()).collect();
            let known =
                ["host", "authorization", "x-amz-date", "x-amz-content-sha256", "content-length", "content-type"];
            assert!(names.iter().all(|name| known.contains(&name.as_str())), "{names:?}");
        }

        let mut an = open(&team);
        assert!(*an.fetch(1, (2, 1), rng).wait().unwrap().bytes == *bytes);
        assert!(fetched(&team, &sent.token, 2, 1) == bytes);

        // Whoever lost an answer brings the same part again, and hears that it is there; other bytes are refused.
        let keys = keys(&team, &sent.token);
        let first = sealed.iter().map(|part| unhex(part)).collect::<Vec<_>>();
        let bring = |bytes: &[u8]| {
            let put = FilePut { number: 1, part: 0, bytes }.to_bytes();
            send(&team, "put", &request(&team, &keys, MailboxAct::PutPart, put)).status()
        };
        let answers: Vec<u16> = first.iter().filter(|part| part.len() == PART_SIZE).map(|part| bring(part)).collect();
        assert_eq!(answers.iter().filter(|status| **status == 200).count(), 1, "{answers:?}");
        assert!(answers.len() > 1 && answers.iter().all(|status| [200, 409].contains(status)));

        // Her fetching is an entry, as it is when a file lies here.
        team.service.clock(NEXT_MORNING);
        assert_eq!(fetchings(&team, &sent.token), 1);
        assert_eq!(verify(&database), 0);
    }
}

#[test]
fn whoever_is_killed_between_two_steps_goes_on_where_she_was() {
    for answers in [false, true] {
        for database in databases() {
            let shelf = Shelf::start();
            let mut team = begin(&database, &shelf);
            let sent = team.report("see what I have");
            let bytes = content(300_000, 2);
            attach(&team, &sent.token, &bytes);
            let deaf = TcpListener::bind("127.0.0.1:0").unwrap();
            if answers {
                // What is put lies there, and nobody is told.
                shelf.relay.change_answers(|_, _| std::thread::park());
            } else {
                shelf.relay.lead_to(&deaf.local_addr().unwrap().to_string());
            }
            let clock = team.service.begin_clock(EVENING);
            until(|| rows(&database)[1] == 2 && shelf.objects().len() == usize::from(answers));
            team.service.kill();
            assert_eq!(rows(&database), [2, 2, 0], "the bytes are here until the shelf has said that it has them");
            drop((clock, deaf));
            shelf.relay.change_nothing();
            shelf.come_back();
            team.service.start_again();
            assert!(fetched(&team, &sent.token, 2, 1) == bytes);
            // The lease of the one that died is over by then.
            team.service.clock("2090-01-04T19:00:00Z");
            assert_eq!((rows(&database), shelf.objects().len()), ([0, 2, 0], 2));
            assert!(fetched(&team, &sent.token, 2, 1) == bytes);
        }
    }
}

#[test]
fn of_two_instances_one_carries() {
    for database in databases().into_iter().filter(|database| database.url().is_some()) {
        let shelf = Shelf::start();
        let team = begin(&database, &shelf);
        let sent = team.report("see what I have");
        let bytes = content(6_000_000, 9);
        attach(&team, &sent.token, &bytes);
        let other = team.service.beside();
        let asked = [&team.service, &other].map(|service| service.begin_clock(EVENING));
        let parts = usize::try_from(parts(sealed_size(6_000_000).unwrap())).unwrap();
        assert!(parts > 16, "more than two batches");
        until(|| rows(&database) == [0, parts, 0]);
        let puts = shelf.relay.take().iter().filter(|exchange| exchange.request.route().0 == "PUT").count();
        assert_eq!((puts, shelf.objects().len()), (parts, parts));
        drop(asked);
        assert!(fetched(&team, &sent.token, 2, 1) == bytes);
        assert_eq!(verify(&database), 0);
    }
}

#[test]
fn while_the_shelf_is_away_everything_goes_on_but_what_lies_there() {
    for database in databases() {
        let shelf = Shelf::start();
        let mut team = begin(&database, &shelf);
        let (sent, rng) = (team.report("see what I have"), &mut generator().unwrap());
        let (first, second) = (content(300_000, 3), content(300_000, 4));
        attach(&team, &sent.token, &first);
        team.service.clock(EVENING);
        assert_eq!(rows(&database), [0, 2, 0]);

        shelf.go_away();
        attach(&team, &sent.token, &second);
        team.service.clock(NEXT_MORNING);
        assert_eq!(rows(&database), [2, 4, 0], "written down, and still here");
        let mut an = open(&team);
        assert!(*an.fetch(1, (3, 1), rng).wait().unwrap().bytes == second);
        let refused = fetch_part(&team, &sent.token, 0);
        assert_eq!((refused.status(), refused.header("retry-after").is_some()), (503, true), "{refused:?}");
        // Nothing that was said tells the key, or which object was asked for.
        let names: Vec<String> = shelf.objects().into_keys().collect();
        for said in team.service.said().into_iter().map(|path| fs::read(path).unwrap()) {
            assert!(!names.iter().any(|name| holds(&said, name.as_bytes())) && !holds(&said, SECRET.as_bytes()));
        }
        assert!(team.service.said().into_iter().any(|path| holds(&fs::read(path).unwrap(), b"does not answer")));

        shelf.come_back();
        assert!(*an.fetch(1, (2, 1), rng).wait().unwrap().bytes == first);
        team.service.clock(NEXT_EVENING);
        assert_eq!(rows(&database), [0, 4, 0]);
        assert!(fetched(&team, &sent.token, 3, 1) == second);
        assert_eq!(verify(&database), 0);

        // The key stands in its file and nowhere else; the same look finds it there.
        team.service.stop();
        assert_eq!(below(database.folder(), SECRET.as_bytes()), ["shelf.key"]);
    }
}

#[test]
fn what_is_erased_cannot_be_opened_at_once_and_is_gone_after_the_next_tick() {
    for database in databases() {
        let shelf = Shelf::start();
        let mut team = begin(&database, &shelf);
        let (sent, kept) = (team.report("away"), team.report("stays"));
        let bytes = content(300_000, 5);
        for token in [&sent.token, &kept.token] {
            attach(&team, token, &bytes);
        }
        team.service.clock(EVENING);
        assert_eq!((rows(&database), shelf.objects().len()), ([0, 4, 0], 4));
        let secrets = |database: &Database| -> BTreeSet<String> {
            let secret = database.hex("secret");
            database.lines(&format!("SELECT {secret} AS line FROM shelved_part")).into_iter().collect()
        };
        let before = secrets(&database);
        shelf.relay.take();

        team.erase(&sent.token);
        assert_eq!(rows(&database), [0, 2, 2]);
        assert_eq!(shelf.objects().len(), 4, "the one who runs the shelf does not see when");
        team.service.clock("2090-01-04T22:00:00Z");
        team.service.restart();
        assert!(shelf.relay.take().iter().all(|exchange| exchange.request.route().0 != "PUT"));
        let left = secrets(&database);
        shelf.hide_bucket(true);
        team.service.clock(NEXT_MORNING);
        shelf.hide_bucket(false);
        assert_eq!((rows(&database), shelf.objects().len()), ([0, 2, 2], 4), "it is not gone where no bucket is");
        team.service.clock(NEXT_EVENING);
        assert_eq!((rows(&database), shelf.objects().len()), ([0, 2, 0], 2));
        assert!(fetched(&team, &kept.token, 2, 1) == bytes);

        team.service.stop();
        let gone: Vec<&String> = before.difference(&left).collect();
        assert_eq!(gone.len(), 2);
        for secret in gone {
            database.has_forgotten(&unhex(secret));
        }
    }
}

#[test]
fn an_object_that_is_another_cut_short_or_missing_is_never_given_out() {
    for database in databases() {
        let shelf = Shelf::start();
        let team = begin(&database, &shelf);
        let (sent, rng) = (team.report("see what I have"), &mut generator().unwrap());
        attach(&team, &sent.token, &content(300_000, 6));
        team.service.clock(EVENING);
        let whole = shelf.objects();
        let [(one, first), (other, second)] = whole.iter().collect::<Vec<_>>().try_into().unwrap();
        let mut an = open(&team);
        let mut damage = |what: &str, damaged: usize, act: &dyn Fn()| {
            act();
            let statuses = [0, 1].map(|part| fetch_part(&team, &sent.token, part).status());
            assert_eq!(statuses.iter().filter(|status| **status == 500).count(), damaged, "{what}: {statuses:?}");
            assert!(statuses.iter().all(|status| [200, 500].contains(status)), "{what}: {statuses:?}");
            shelf.replace(one, first);
            shelf.replace(other, second);
            assert!(*an.fetch(1, (2, 1), rng).wait().unwrap().bytes == content(300_000, 6), "whole again");
        };
        damage("the two in each other's place", 2, &|| {
            shelf.replace(one, second);
            shelf.replace(other, first);
        });
        damage("a bit changed", 1, &|| {
            let mut changed = first.clone();
            changed[OBJECT_SIZE / 2] ^= 1;
            shelf.replace(one, &changed);
        });
        damage("cut short", 1, &|| shelf.replace(one, &first[..first.len() - 1]));
        damage("empty", 1, &|| shelf.replace(other, b""));
        damage("missing", 1, &|| shelf.lose(one));
    }
}

fn doctor(database: &Database, shelf: Option<&Shelf>) -> Ran {
    let settings: Vec<(&str, String)> = shelf.iter().flat_map(|shelf| shelf.settings()).collect();
    let mut told: Vec<(&str, &str)> = settings.iter().map(|(name, value)| (*name, value.as_str())).collect();
    told.push(("MICROMOED_TEST__CLOCK", "true"));
    let place = place(database);
    run(&[&["doctor"], place.iter().map(String::as_str).collect::<Vec<_>>().as_slice()].concat(), "", &told)
}

#[test]
fn doctor_tries_the_shelf_and_nobody_serves_without_it() {
    for database in databases() {
        let shelf = Shelf::start();
        let mut team = begin(&database, &shelf);
        let sent = team.report("see what I have");
        attach(&team, &sent.token, &content(300_000, 7));
        team.service.clock(EVENING);
        let data = database.folder().join("data");
        let found = |what: &str, code: i32, ran: Ran| {
            assert!(ran.code == code && ran.out.contains(what) && !ran.out.contains(SECRET), "{what}: {ran:?}");
        };
        found("on the shelf: 2 part(s)", 0, doctor(&database, Some(&shelf)));
        assert_eq!(shelf.objects().len(), 2, "nothing of the trial is left");
        found("no settings say where", 1, doctor(&database, None));
        shelf.go_away();
        found("it does not answer", 1, doctor(&database, Some(&shelf)));
        shelf.come_back();
        put_key(&data, "another secret");
        found("it refuses the key", 1, doctor(&database, Some(&shelf)));
        put_key(&data, SECRET);
        let lost = shelf.objects().into_keys().collect::<Vec<_>>();
        lost.iter().for_each(|name| shelf.lose(name));
        found("missing", 1, doctor(&database, Some(&shelf)));

        team.service.stop();
        let place = place(&database);
        let words = [place.iter().map(String::as_str).collect(), vec!["serve", "--listen", "127.0.0.1:0"]].concat();
        let ran = run(&words, "", &[("MICROMOED_TEST__CLOCK", "true")]);
        assert!(ran.code == 1 && ran.err.contains("[shelf]"), "{ran:?}");
    }
}

#[test]
fn a_backup_restored_into_the_other_database_has_its_files_from_the_shelf() {
    for (database, target) in databases().into_iter().zip(databases().into_iter().rev()) {
        let shelf = Shelf::start();
        let mut team = begin(&database, &shelf);
        let (sent, erased) = (team.report("stays"), team.report("erased later"));
        let bytes = content(300_000, 8);
        for token in [&sent.token, &erased.token] {
            attach(&team, token, &bytes);
        }
        team.service.clock(EVENING);
        let backup = backups::make(&database, "shelved");
        team.erase(&erased.token);
        team.service.clock(NEXT_MORNING);
        assert_eq!(shelf.objects().len(), 2);
        team.service.stop();

        let restored = backups::restore(&backup, true, &target);
        assert_eq!(restored["shelved"], 4);
        put_key(&target.folder().join("data"), SECRET);
        team.service = Service::start_with(&target, Ticks::Daily(NEXT_MORNING), shelf.settings().into());
        assert!(fetched(&team, &sent.token, 2, 1) == bytes);
        // The copy brings her thread back; what went from the shelf stays gone.
        assert_eq!(fetch_part(&team, &erased.token, 0).status(), 500);
        team.erase(&erased.token);
        team.service.clock(NEXT_EVENING);
        assert_eq!((rows(&target), shelf.objects().len()), ([0, 2, 0], 2));
    }
}
