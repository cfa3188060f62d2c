//! Files that go with a report: byte for byte or not at all, and each fetching of one stands in the log.

use crate::support::databases::{Database, databases};
use crate::support::http::{self, Message};
use crate::support::memory;
use crate::support::people::Team;
use crate::support::program::verify;
use crate::support::service::{SLUG, Ticks};
use crate::support::staff::{self, text};
use client::desk::Desk;
use client::entropy::generator;
use client::files::{NewFile, Which};
use client::{Error, Wait};
use crypto::access::{FileBegin, FileFetch, FilePut, MailboxAct, MailboxRequest};
use crypto::ledger::{Purpose, Ratchet, Release};
use crypto::thread::{FilePlace, LARGEST_FILE, SealedFile, derive_file_key, largest_sealed, sealed_size};
use crypto::token::{ReplyToken, ReporterKeys};
use crypto::{Day, PersonId};
use serde_json::json;

/// What the server's memory may grow by while the largest file passes through it, in MiB.
const MOST_GROWTH: f64 = 8.0;

/// Bytes that no two files share.
pub(super) fn content(size: usize, from: u8) -> Vec<u8> {
    (0..size).map(|at| from.wrapping_add((at / 251 + at * 7).to_le_bytes()[0])).collect()
}

pub(super) fn file(bytes: &[u8], ending: &str) -> NewFile {
    NewFile { bytes: bytes.to_vec().into(), ending: ending.into() }
}

pub(super) fn keys(team: &Team, token: &str) -> ReporterKeys {
    let organisation = team.service.organisation(SLUG).id();
    ReplyToken::parse(organisation, token).unwrap().keys(organisation, 0)
}

/// A request about a file, signed with these keys.
pub(super) fn request(team: &Team, keys: &ReporterKeys, act: MailboxAct, body: Vec<u8>) -> Vec<u8> {
    let (challenge, _) = staff::challenge(&team.service);
    let (organisation, origin) = (team.service.organisation(SLUG).id(), team.service.relay.origin());
    MailboxRequest::make(act, organisation, &keys.mailbox, &origin, challenge, body).to_bytes()
}

pub(super) fn send(team: &Team, path: &str, request: &[u8]) -> Message {
    let path = format!("/api/v1/mailbox/files/{path}");
    http::ask(&team.service.address, "POST", &path, &[("content-type", "application/octet-stream")], request)
}

pub(super) fn begin(team: &Team, keys: &ReporterKeys, number: u32, size: u64) -> Message {
    send(team, "begin", &request(team, keys, MailboxAct::BeginFile, FileBegin { number, size }.to_bytes()))
}

fn put(team: &Team, keys: &ReporterKeys, number: u32, part: u32, bytes: &[u8]) -> Message {
    send(team, "put", &request(team, keys, MailboxAct::PutPart, FilePut { number, part, bytes }.to_bytes()))
}

/// A file sealed as its author's device does it.
fn sealed<'f>(team: &Team, keys: &ReporterKeys, number: u32, bytes: &'f [u8]) -> SealedFile<'f> {
    let organisation = team.service.organisation(SLUG).id();
    let place = FilePlace { organisation, thread: keys.thread(), author: PersonId::REPORTER, number };
    SealedFile::new(&place, &derive_file_key(&place, &keys.mailbox, bytes), bytes).unwrap()
}

fn attach(team: &Team, token: &str, files: &[NewFile]) -> Result<client::mailbox::Said, Error> {
    team.mailbox(token, |mailbox| mailbox.attach("", files, &mut generator().unwrap()).wait())
}

pub(super) fn fetched(team: &Team, token: &str, message: usize, file: usize) -> Vec<u8> {
    team.mailbox(token, |mailbox| mailbox.fetch(message, file).wait()).unwrap().bytes.to_vec()
}

/// How often somebody fetched a file of the thread, as its reporter sees it in the log.
pub(super) fn fetchings(team: &Team, token: &str) -> usize {
    let receipt = team.mailbox(token, |mailbox| mailbox.receipt().wait()).unwrap();
    assert_eq!(receipt.problems, []);
    receipt.accesses.iter().filter(|access| access.act == "attachment.release").count()
}

pub(super) fn count(database: &Database, table: &str) -> usize {
    database.lines(&format!("SELECT CAST(count(*) AS TEXT) AS line FROM {table}"))[0].parse().unwrap()
}

pub(super) fn rows(database: &Database) -> [usize; 4] {
    ["staged_file", "staged_part", "file", "file_part"].map(|table| count(database, table))
}

pub(super) fn open(team: &Team) -> Desk {
    let rng = &mut generator().unwrap();
    let mut an = team.an.sit(&team.service);
    an.inbox(rng).wait().unwrap();
    an.show(1, None, rng).wait().unwrap();
    an
}

#[test]
fn files_of_any_size_come_back_byte_for_byte_and_each_fetching_is_an_entry() {
    for database in databases() {
        let team = Team::begin(&database, Ticks::Immediate);
        let rng = &mut generator().unwrap();
        let sent = team.report("see what I have");
        let (small, large) = (content(11, 1), content(700_000, 2));
        attach(&team, &sent.token, &[file(&small, "TXT"), file(&large, "jpg")]).unwrap();

        let view = team.read(&sent.token);
        let named: Vec<_> =
            view.messages[1].attachments.iter().map(|file| (file.name.as_str(), file.media_type.as_str())).collect();
        assert_eq!(named, [("file-1.txt", "text/plain"), ("file-2.jpg", "image/jpeg")]);
        assert_eq!(view.messages[1].kind, Some("files"));
        assert!(fetched(&team, &sent.token, 2, 1) == small && fetched(&team, &sent.token, 2, 2) == large);
        assert_eq!(fetchings(&team, &sent.token), 0, "reading her own is nobody's release");

        let mut an = open(&team);
        let shown = an.show(1, None, rng).wait().unwrap();
        assert_eq!(shown.messages[1].attachments, view.messages[1].attachments);
        for (place, bytes) in [(1, &small), (2, &large)] {
            let got = an.fetch(1, (2, place), rng).wait().unwrap();
            assert!(*got.bytes == *bytes, "file {place}");
            assert_eq!(got.name, named[place - 1].0);
            assert_eq!(fetchings(&team, &sent.token), place);
        }
        // By its number it is found in its own message, and in no other.
        assert!(*an.fetch(1, (2, Which::Number(2)), rng).wait().unwrap().bytes == *large);
        assert_eq!(an.fetch(1, (1, Which::Number(2)), rng).wait().err().unwrap().exit_code(), 2);
        for nowhere in [(1, 1), (2, 3), (3, 1), (0, 1), (2, 0)] {
            assert_eq!(an.fetch(1, nowhere, rng).wait().err().unwrap().exit_code(), 2, "{nowhere:?}");
        }
        assert_eq!(fetchings(&team, &sent.token), 3);

        // More of them later, with a text.
        let more = content(300_000, 3);
        team.mailbox(&sent.token, |mailbox| mailbox.attach("and this", &[file(&more, "")], rng).wait()).unwrap();
        let got = an.fetch(1, (3, 1), rng).wait().unwrap();
        assert!(*got.bytes == more && got.name == "file-3");
        assert_eq!(an.show(1, None, rng).wait().unwrap().messages[2].text, "and this");
        assert_eq!(verify(&database), 0);
    }
}

#[test]
fn the_largest_file_passes_through_the_server_s_memory_in_parts() {
    for database in databases() {
        let team = Team::begin(&database, Ticks::Immediate);
        let rng = &mut generator().unwrap();
        let sent = team.report("see what I have");
        // Once through with a smaller one: the caches are full.
        attach(&team, &sent.token, &[file(&content(6 << 20, 1), "jpg")]).unwrap();
        let mut an = open(&team);
        an.fetch(1, (2, Which::Place(1)), rng).wait().unwrap();
        memory::forget_peak(team.service.pid());
        let before = memory::peak(team.service.pid());
        let large = content(usize::try_from(LARGEST_FILE).unwrap(), 2);
        attach(&team, &sent.token, &[file(&large, "jpg")]).unwrap();
        assert!(fetched(&team, &sent.token, 3, 1) == large);
        an.show(1, None, rng).wait().unwrap();
        let got = an.fetch(1, (3, Which::Place(1)), rng).wait().unwrap();
        assert!(*got.bytes == large);
        let grown = memory::peak(team.service.pid()) - before;
        assert!(grown <= MOST_GROWTH, "{grown} MiB more than {before}");
    }
}

#[test]
fn before_its_tick_a_file_is_its_reporters_alone() {
    for database in databases() {
        let team = Team::begin(&database, Ticks::Daily("2090-01-04T10:00:00Z"));
        let rng = &mut generator().unwrap();
        let sent = team.report("the text");
        team.service.clock("2090-01-04T18:30:00Z");
        let mut an = open(&team);
        let bytes = content(400_000, 4);
        attach(&team, &sent.token, &[file(&bytes, "pdf")]).unwrap();
        assert!(fetched(&team, &sent.token, 2, 1) == bytes);
        assert_eq!(rows(&database), [1, 2, 0, 0]);

        // What was taken back takes its files with it, and their numbers are free.
        let back = attach(&team, &sent.token, &[file(&content(10, 5), "")]).unwrap();
        assert_eq!(rows(&database), [2, 3, 0, 0]);
        team.mailbox(&sent.token, |mailbox| mailbox.take_back(back.sequence).wait()).unwrap();
        assert_eq!(rows(&database), [1, 2, 0, 0]);

        // With everything a coach of this thread can sign.
        let key = keys(&team, &sent.token).thread_key;
        let session = staff::sign_in(&team.service, &team.an);
        let release = |counter: u32| {
            let step = Ratchet::at(key.ledger_seed(), key.organisation(), counter).unwrap().step(key.organisation());
            let day = Day(staff::challenge(&team.service).1);
            let release = Release { tag: step.tag(), counter, purpose: Purpose::FollowUp, day };
            let signature = release.sign(session.keys.organisation, &session.keys.sign);
            let release = json!({ "thread": key.thread(), "counter": counter, "tag": text(&release.tag.0),
                "purpose": release.purpose.code(), "day": day.0, "signature": text(&signature.0) });
            let document = json!({ "release": release, "author": PersonId::REPORTER, "number": 1, "since": 0 });
            session.send(&team.service, "POST", "/api/v1/desk/files/release", document.to_string().as_bytes())
        };
        let refused = release(2);
        assert_eq!(refused.status(), 404, "{refused:?}");
        team.service.clock("2090-01-05T07:00:00Z");
        assert_eq!(rows(&database), [0, 0, 1, 2]);
        let removal = request(&team, &keys(&team, &sent.token), MailboxAct::RemoveFile, 1_u32.to_be_bytes().to_vec());
        assert_eq!(send(&team, "remove", &removal).status(), 409, "somebody may have seen it");
        assert!(*an.fetch(1, (2, 1), rng).wait().unwrap().bytes == bytes);
        assert_eq!(verify(&database), 0);
    }
}

#[test]
fn an_interrupted_file_goes_on_where_it_was_and_no_other_takes_its_place() {
    for database in databases() {
        let mut team = Team::begin(&database, Ticks::Immediate);
        let sent = team.report("on a bad line");
        let (keys, bytes) = (keys(&team, &sent.token), content(900_000, 5));
        let half = sealed(&team, &keys, 1, &bytes);
        assert_eq!(half.parts(), 4);
        assert_eq!(begin(&team, &keys, 1, half.size()).json()["parts"], 0);
        for part in 0..2 {
            for _ in 0..2 {
                let answer = put(&team, &keys, 1, part, &half.part(part));
                assert_eq!((answer.status(), &answer.json()["parts"]), (200, &(part + 1).into()), "and once more");
            }
        }
        let gap = put(&team, &keys, 1, 3, &half.part(3));
        assert_eq!((gap.status(), &gap.json()["current"]), (409, &2.into()), "none is left out");
        assert_eq!(put(&team, &keys, 1, 0, &half.part(1)).status(), 409, "what is there stays");
        assert_eq!(put(&team, &keys, 1, 2, &half.part(2)[1..]).status(), 400);
        assert_eq!(begin(&team, &keys, 1, half.size() + 1).status(), 409, "nor does its size change");
        assert_eq!(rows(&database), [1, 2, 0, 0]);

        team.service.kill9();
        assert_eq!(begin(&team, &keys, 1, half.size()).json()["parts"], 2);
        team.service.relay.take();
        attach(&team, &sent.token, &[file(&bytes, "")]).unwrap();
        let passed = team.service.relay.take();
        let puts = passed.iter().filter(|exchange| exchange.request.route().1.ends_with("/put")).count();
        assert_eq!(puts, 3, "the last one that was there, and what was missing");
        assert!(fetched(&team, &sent.token, 2, 1) == bytes);
        assert_eq!(rows(&database), [0, 0, 1, 4]);

        // What was begun under a number and given up is not taken for another file.
        let (given_up, other) = (content(100, 6), content(100, 7));
        let first = sealed(&team, &keys, 2, &given_up);
        assert_eq!(begin(&team, &keys, 2, first.size()).status(), 200);
        assert_eq!(put(&team, &keys, 2, 0, &first.part(0)).status(), 200);
        attach(&team, &sent.token, &[file(&other, "")]).unwrap();
        assert_eq!(team.read(&sent.token).messages[2].attachments[0].number, 3);
        assert!(fetched(&team, &sent.token, 3, 1) == other);
        let mut an = open(&team);
        assert!(*an.fetch(1, (3, 1), &mut generator().unwrap()).wait().unwrap().bytes == other);
    }
}

#[test]
fn what_never_became_whole_is_gone_after_a_day() {
    for database in databases() {
        let team = Team::begin(&database, Ticks::Daily("2090-01-04T10:00:00Z"));
        let sent = team.report("one file arrives");
        let keys = keys(&team, &sent.token);
        attach(&team, &sent.token, &[file(&content(10, 8), "")]).unwrap();
        let bytes = content(900_000, 9);
        let half = sealed(&team, &keys, 2, &bytes);
        assert_eq!(begin(&team, &keys, 2, half.size()).status(), 200);
        assert_eq!(put(&team, &keys, 2, 0, &half.part(0)).status(), 200);
        assert_eq!(rows(&database), [2, 2, 0, 0]);
        team.service.clock("2090-01-05T09:00:00Z");
        assert_eq!(rows(&database), [1, 1, 1, 1], "it may still go on");
        assert_eq!(begin(&team, &keys, 2, half.size()).json()["parts"], 1);
        team.service.clock("2090-01-06T09:00:00Z");
        assert_eq!(rows(&database), [0, 0, 1, 1]);
        assert_eq!(put(&team, &keys, 2, 1, &half.part(1)).status(), 404);
        assert_eq!(begin(&team, &keys, 2, half.size()).json()["parts"], 0);
    }
}

#[test]
fn erasing_takes_every_part_with_it() {
    for database in databases() {
        let mut team = Team::begin(&database, Ticks::Immediate);
        let (sent, kept) = (team.report("away"), team.report("stays"));
        attach(&team, &kept.token, &[file(&content(10, 1), "")]).unwrap();
        let bytes = content(600_000, 2);
        attach(&team, &sent.token, &[file(&bytes, "")]).unwrap();
        let keys = keys(&team, &sent.token);
        let whole = sealed(&team, &keys, 1, &bytes);
        let half = sealed(&team, &keys, 2, &bytes);
        assert_eq!(begin(&team, &keys, 2, half.size()).status(), 200);
        assert_eq!(put(&team, &keys, 2, 0, &half.part(0)).status(), 200);
        team.read(&kept.token);
        assert_eq!(rows(&database), [1, 1, 2, 4]);
        team.erase(&sent.token);
        assert_eq!(rows(&database), [0, 0, 1, 1]);
        assert_eq!(begin(&team, &keys, 2, half.size()).status(), 410);
        assert_eq!(put(&team, &keys, 2, 1, &half.part(1)).status(), 404);
        let fetch = FileFetch { author: PersonId::REPORTER, number: 1, part: 0 }.to_bytes();
        assert_eq!(send(&team, "fetch", &request(&team, &keys, MailboxAct::FetchPart, fetch)).status(), 404);

        team.service.stop();
        for part in [whole.part(0), whole.part(2), half.part(0)] {
            database.has_forgotten(&part[1_000..1_032]);
        }
    }
}

#[test]
fn files_are_their_threads_and_passes_their_holders() {
    for database in databases() {
        let team = Team::begin(&database, Ticks::Immediate);
        let bo = team.take_in(&[("coach", "Bo Claes")]).remove(0);
        let sent = team.report_as("not for Bo", &["Bo"], false).unwrap();
        let other = team.report("somebody else's");
        attach(&team, &sent.token, &[file(&content(10, 1), "")]).unwrap();
        let (mine, others) = (keys(&team, &sent.token), keys(&team, &other.token));
        let fetch = FileFetch { author: PersonId::REPORTER, number: 1, part: 0 }.to_bytes();
        let good = request(&team, &mine, MailboxAct::FetchPart, fetch.clone());
        assert_eq!(send(&team, "fetch", &good).body.len(), 262_144);

        // Another key asks about her own thread, or has no right signature.
        let foreign = request(&team, &others, MailboxAct::FetchPart, fetch);
        assert_eq!(send(&team, "fetch", &foreign).status(), 404);
        let mut stolen = foreign;
        stolen[18..50].copy_from_slice(mine.thread().as_ref());
        assert_eq!(send(&team, "fetch", &stolen).status(), 403);
        assert_eq!(send(&team, "begin", &good).status(), 400, "a request is for one address");
        let mut changed =
            request(&team, &mine, MailboxAct::PutPart, FilePut { number: 1, part: 0, bytes: b"x" }.to_bytes());
        *changed.last_mut().unwrap() ^= 1;
        assert_eq!(send(&team, "put", &changed).status(), 403);
        let unknown = ReplyToken::make(&mut generator().unwrap()).keys(team.service.organisation(SLUG).id(), 0);
        assert_eq!(begin(&team, &unknown, 1, sealed_size(1).unwrap()).status(), 404);

        // A pass of An's serves nobody else, and not for long.
        let rng = &mut generator().unwrap();
        let mut an = team.an.sit(&team.service);
        for thread in an.inbox(rng).wait().unwrap().threads {
            let shown = an.show(thread.n, None, rng).wait().unwrap();
            if shown.messages.len() == 2 {
                an.fetch(thread.n, (2, 1), rng).wait().unwrap();
            }
        }
        let passed = team.service.relay.take();
        let fetching =
            passed.iter().rfind(|exchange| exchange.request.route().1 == "/api/v1/desk/files/fetch").unwrap();
        let body = &fetching.request.body;
        let session = staff::sign_in(&team.service, &team.an);
        let again = session.send(&team.service, "POST", "/api/v1/desk/files/fetch", body);
        assert_eq!((again.status(), again.body.len()), (200, 262_144));
        let bos = staff::sign_in(&team.service, &bo);
        assert_eq!(bos.send(&team.service, "POST", "/api/v1/desk/files/fetch", body).status(), 403);
        assert_eq!(staff::send(&team.service, None, "POST", "/api/v1/desk/files/fetch", body).status(), 401);
        assert_eq!(fetchings(&team, &sent.token), 1);
        assert_eq!(verify(&database), 0);
    }
}

#[test]
fn limits_are_told_in_words() {
    for database in databases() {
        let mut team = Team::begin(&database, Ticks::Daily("2090-01-04T10:00:00Z"));
        let sent = team.report("so much");
        let keys = keys(&team, &sent.token);
        let one = sealed_size(1).unwrap();
        let refused = |answer: Message| {
            let document = answer.json();
            assert_eq!((answer.status(), &document["type"]), (413, &"/problems/no-room".into()));
            document["detail"].as_str().unwrap().to_owned()
        };
        assert_eq!(begin(&team, &keys, 1, largest_sealed()).status(), 200);
        assert!(refused(begin(&team, &keys, 2, largest_sealed() + 1)).contains("25 MiB"));
        for (number, size) in [(0, one), (2, one - 1), (2, 0)] {
            assert_eq!(begin(&team, &keys, number, size).status(), 400, "{number} {size}");
        }
        assert!(refused(begin(&team, &keys, 101, one)).contains("hundred"));
        for number in 2..=10 {
            assert_eq!(begin(&team, &keys, number, one).status(), 200);
        }
        assert!(refused(begin(&team, &keys, 11, one)).contains("ten files"));
        assert_eq!(begin(&team, &keys, 10, one).status(), 200, "one of these is none more");

        // The device refuses before it sends anything.
        team.service.relay.take();
        let too_large = content(usize::try_from(LARGEST_FILE).unwrap() + 1, 1);
        assert!(attach(&team, &sent.token, &[file(&too_large, "")]).unwrap_err().to_string().contains("25 MiB"));
        let many: Vec<NewFile> = (0..11).map(|_| file(b"x", "")).collect();
        assert!(attach(&team, &sent.token, &many).unwrap_err().to_string().contains("10 files"));
        assert!(team.service.relay.take().iter().all(|exchange| exchange.request.route().0 == "GET"));

        // All files of an organisation together, those on their way included.
        team.service.restart_with("MICROMOED_LIMITS__ROOM", "28");
        let other = team.report("no room left");
        assert_eq!(attach(&team, &other.token, &[file(b"fits", "")]).unwrap().sequence, 1);
        let error = attach(&team, &other.token, &[file(&content(900_000, 1), "")]).unwrap_err();
        assert!(error.to_string().contains("no room for more files"), "{error}");
    }
}
