//! A failure at every single statement of a release, one after the other: where a byte of a report was given out, its
//! entry stands in the log afterwards, and nothing stands there by half.

use crate::support::databases::{Database, databases};
use crate::support::http;
use crate::support::people::Team;
use crate::support::program;
use crate::support::service::{SLUG, Ticks};
use crate::support::staff::{self, Session, text};
use crate::support::statements::{Moment, Statements};
use client::Wait;
use client::entropy::generator;
use crypto::Day;
use crypto::ledger::{Purpose, Ratchet, Release, Step};
use crypto::thread::ThreadKey;
use crypto::token::ReplyToken;
use serde_json::{Value, json};
use std::fs::File;
use std::io::{Read, Write};
use std::net::TcpStream;
use std::os::unix::fs::FileExt;
use std::path::PathBuf;
use std::process::Command;

/// No release takes as many statements or writes.
const MOST: usize = 400;
/// Exit status after a failed write to the disk.
const STORAGE_FAILED: Option<i32> = Some(70);

/// A coach who opens one report again and again.
struct Opening<'d> {
    database: &'d Database,
    team: Team,
    session: Session,
    key: ThreadKey,
    day: Day,
    /// The number of the next access.
    counter: u32,
}

impl<'d> Opening<'d> {
    fn begin(database: &'d Database) -> Self {
        let team = Team::begin(database, Ticks::Daily("2090-03-01T10:00:00Z"));
        let token = team.report("it is noisy").token;
        team.service.clock("2090-03-01T20:00:00Z");
        let rng = &mut generator().unwrap();
        let mut an = team.an.sit(&team.service);
        an.inbox(rng).wait().unwrap();
        an.show(1, None, rng).wait().unwrap();
        let organisation = team.service.organisation(SLUG).id();
        let key = ReplyToken::parse(organisation, &token).unwrap().keys(organisation, 0).thread_key;
        let (session, day) = (staff::sign_in(&team.service, &team.an), Day(staff::challenge(&team.service).1));
        Self { database, team, session, key, day, counter: 2 }
    }

    fn step(&self) -> Step {
        Ratchet::at(self.key.ledger_seed(), self.key.organisation(), self.counter)
            .unwrap()
            .step(self.key.organisation())
    }

    /// Asks for the report as access `counter`; answers every byte that came back.
    fn ask(&self) -> Vec<u8> {
        let (tag, purpose) = (self.step().tag(), Purpose::FollowUp);
        let release = Release { tag, counter: self.counter, purpose, day: self.day };
        let signature = release.sign(self.key.organisation(), &self.session.keys.sign);
        let statement = json!({
            "thread": self.key.thread(), "counter": self.counter, "tag": text(&tag.0), "purpose": purpose.code(),
            "day": self.day.0, "signature": text(&signature.0),
        });
        let body = json!({ "releases": [statement], "since": 0 }).to_string();
        let headers = [
            ("content-type", "application/json"),
            ("authorization", self.session.bearer.as_str()),
            ("connection", "close"),
        ];
        let request = http::request("POST", "/api/v1/desk/releases", &headers, body.as_bytes());
        let mut answer = Vec::new();
        let mut stream = TcpStream::connect(self.team.service.address.trim_start_matches("http://")).unwrap();
        // Whoever is killed meanwhile closes the connection: what came until then is what was given.
        drop(stream.write_all(&request).and_then(|()| stream.read_to_end(&mut answer)));
        answer
    }

    /// Whether the access of the next number stands in the log.
    fn is_entered(&self) -> bool {
        let tag: String = self.step().tag().0.iter().map(|byte| format!("{byte:02x}")).collect();
        let query = format!("SELECT {} AS line FROM ledger_entry", self.database.hex("entry"));
        self.database.lines(&query).iter().any(|entry| entry.starts_with(&tag))
    }

    /// What must be so after a failure, when a server runs again: `given` is what the coach got.
    fn holds(&mut self, given: &[u8]) -> Result<(), String> {
        let is_entered = self.is_entered_if(is_given(given))?;
        let verified = program::verify(self.database);
        if verified != 0 {
            return Err(format!("audit verify: {verified}"));
        }
        // The counter went on with the entry, or neither did; and the report can be opened.
        let answer = loop {
            let answer = self.ask();
            // A database that comes back, or a program that looks for it.
            if !answer.starts_with(b"HTTP/1.1 503") {
                break answer;
            }
        };
        if is_given(&answer) == is_entered {
            return Err(format!("entered: {is_entered}, and then: {}", String::from_utf8_lossy(&answer)));
        }
        if is_entered {
            let (_, problem) = std::str::from_utf8(&answer).unwrap().split_once("\r\n\r\n").unwrap();
            let problem: Value = serde_json::from_str(problem).unwrap();
            if problem["counters"][0]["counter"] != self.counter + 1 {
                return Err(format!("the counter did not go on with the entry: {problem}"));
            }
        }
        self.is_entered_if(true)?;
        self.counter += 1;
        Ok(())
    }

    /// Whether it is entered, which it must be where bytes were given.
    fn is_entered_if(&self, given: bool) -> Result<bool, String> {
        match self.is_entered() {
            false if given => Err("bytes of a report were given, and no entry stands in the log".into()),
            is_entered => Ok(is_entered),
        }
    }
}

/// One byte of the answer is enough.
fn is_given(answer: &[u8]) -> bool {
    answer.starts_with(b"HTTP/1.1 200")
}

/// What becomes of a write.
#[derive(Clone, Copy, Debug)]
enum Disk {
    /// The process is killed before it.
    Killed,
    /// Half of it is written, then the process is killed.
    Torn,
    /// No space is left.
    Full,
    /// An input/output error.
    Broken,
}

impl Disk {
    /// As `disk.c` knows it.
    const fn word(self) -> i32 {
        match self {
            Self::Killed => 1,
            Self::Torn => 2,
            Self::Full => 3,
            Self::Broken => 4,
        }
    }
}

/// Orders to `disk.c`, which stands before the program's C library.
struct Orders(File);

impl Orders {
    fn stand_before(team: &mut Team, database: &Database) -> Self {
        let [library, orders] = ["disk.so", "orders"].map(|name| database.folder().join(name));
        let source = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("faults/disk.c");
        let compiled = Command::new("cc").args(["-shared", "-fPIC", "-O1", "-o"]).arg(&library).arg(source).status();
        assert!(compiled.unwrap().success());
        std::fs::write(&orders, [0; 12]).unwrap();
        let file = File::options().read(true).write(true).open(&orders).unwrap();
        team.service.set("FAULT_ORDERS", orders.to_str().unwrap());
        team.service.restart_with("LD_PRELOAD", library.to_str().unwrap());
        Self(file)
    }

    /// The write of this number fails, counted from now.
    fn fail(&self, how: Disk, at: usize) {
        // How comes last: with it the rest holds.
        for (place, word) in [(4, i32::try_from(at).unwrap()), (8, 0), (0, how.word())] {
            self.0.write_all_at(&word.to_ne_bytes(), place).unwrap();
        }
    }

    /// No write fails any more; answers whether the one of that number came.
    fn fail_no_more(&self) -> bool {
        let mut words = [0; 12];
        self.0.write_all_at(&[0; 4], 0).unwrap();
        self.0.read_exact_at(&mut words, 0).unwrap();
        let word = |place: usize| i32::from_ne_bytes(words[place..place + 4].try_into().unwrap());
        word(8) >= word(4)
    }
}

/// Opens the report until no write of it is left that could fail this way; answers how many failed.
fn fail_each_write(opening: &mut Opening<'_>, orders: &Orders, how: Disk) -> Result<usize, String> {
    for at in 1..MOST {
        orders.fail(how, at);
        let given = opening.ask();
        let failed = orders.fail_no_more();
        if failed && !matches!(how, Disk::Full) {
            let code = opening.team.service.wait_for_its_end();
            assert!(code == if matches!(how, Disk::Broken) { STORAGE_FAILED } else { None }, "{how:?}: {code:?}");
            opening.team.service.start_again();
        }
        opening.holds(&given).map_err(|why| format!("{how:?} at write {at}: {why}"))?;
        if !failed {
            assert!(is_given(&given));
            return Ok(at - 1);
        }
    }
    panic!("a release does not end")
}

/// The same with statements of PostgreSQL.
fn fail_each_statement(opening: &mut Opening<'_>, orders: &Statements, moment: Moment) -> Result<usize, String> {
    for at in 1..MOST {
        orders.fail(moment, at);
        let given = opening.ask();
        let failed = orders.fail_no_more();
        opening.holds(&given).map_err(|why| format!("{moment:?} statement {at}: {why}"))?;
        if !failed {
            assert!(is_given(&given));
            return Ok(at - 1);
        }
    }
    panic!("a release does not end")
}

/// Fails everything in every way that this database knows; answers the ways, and how often each failed.
fn fail_everywhere(opening: &mut Opening<'_>) -> Result<Vec<(String, usize)>, String> {
    let mut failed = Vec::new();
    match opening.database.url() {
        None => {
            let orders = Orders::stand_before(&mut opening.team, opening.database);
            for how in [Disk::Killed, Disk::Torn, Disk::Full, Disk::Broken] {
                failed.push((format!("{how:?}"), fail_each_write(opening, &orders, how)?));
            }
        }
        Some(url) => {
            let orders = Statements::before(&url);
            opening.team.service.reach_the_database_at(&orders.url);
            opening.team.service.restart();
            for moment in [Moment::Before, Moment::After] {
                failed.push((format!("{moment:?}"), fail_each_statement(opening, &orders, moment)?));
            }
        }
    }
    Ok(failed)
}

#[test]
fn no_byte_leaves_without_its_entry_wherever_a_release_breaks_off() {
    for database in databases() {
        let failed = fail_everywhere(&mut Opening::begin(&database)).unwrap();
        println!("{failed:?}");
        assert!(failed.iter().all(|(_, count)| *count > 5), "{failed:?}");
    }
}

#[test]
fn a_program_that_gives_before_it_commits_is_caught_at_one_of_them() {
    for database in databases() {
        let mut opening = Opening::begin(&database);
        opening.team.service.set("MICROMOED_FAULT_EARLY_ANSWER", "1");
        let caught = fail_everywhere(&mut opening).unwrap_err();
        assert!(caught.contains("no entry stands in the log"), "{caught}");
    }
}

#[test]
fn an_entry_that_is_taken_away_afterwards_is_missed() {
    for database in databases() {
        let mut opening = Opening::begin(&database);
        let given = opening.ask();
        assert!(is_given(&given) && opening.is_entered());
        database.execute(match database.url() {
            None => "DROP TRIGGER ledger_entry_delete",
            Some(_) => "ALTER TABLE ledger_entry DISABLE TRIGGER ALL",
        });
        database.execute("DELETE FROM ledger_entry WHERE position = (SELECT max(position) FROM ledger_entry)");
        assert!(opening.holds(&given).unwrap_err().contains("no entry stands in the log"));
    }
}
