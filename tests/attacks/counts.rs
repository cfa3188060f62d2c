//! Counts and lengths that cannot be, at every place of a body where one may stand: 65,535 items, 4 GiB, nothing, more
//! than is there, one inside another. Whatever the form, the answer comes soon, is a known one, and costs no memory.

use super::input::{Attack, OCTETS, Route, routes};
use super::replay::story;
use crate::support::databases::databases;
use crate::support::http::{Connection, request};
use crate::support::people::{Team, lines};
use crate::support::service::Ticks;
use crate::support::staff::{self, Session};
use crypto::access::{FileAct, MailboxAct, MailboxRequest, StaffFile};
use crypto::thread::PART_SIZE;
use crypto::token::ReplyToken;
use std::collections::BTreeSet;
use std::fs;
use std::time::{Duration, Instant};

/// Places at the beginning of a body, where the counts stand, that are tried one by one,
const BEGINNING: usize = 100;
/// and at its end.
const END: usize = 24;
/// What the service may have needed for a moment beyond what it occupied before, in MiB: an allocation of what a
/// length claims would be a thousand.
const MEMORY: u64 = 24;
/// For any one answer.
const SOON: Duration = Duration::from_secs(5);

/// A field of a status of `/proc`, in MiB.
fn memory(pid: u32, field: &str) -> u64 {
    let status = fs::read_to_string(format!("/proc/{pid}/status")).unwrap();
    let line = status.lines().find_map(|line| line.strip_prefix(field)).unwrap();
    line.trim_start_matches(':').trim().trim_end_matches(" kB").parse::<u64>().unwrap() >> 10
}

/// Where a `u32` says how many bytes follow, as far as that can be seen without knowing the form.
fn lengths(good: &[u8]) -> Vec<usize> {
    let stands = |at: &usize| {
        let length = u32::from_be_bytes(good[*at..at + 4].try_into().unwrap());
        length > 0 && usize::try_from(length).is_ok_and(|length| at + 4 + length <= good.len())
    };
    (0..good.len().saturating_sub(3)).filter(stands).collect()
}

/// Bodies that differ from a good one by an absurd number.
fn absurd(good: &[u8]) -> BTreeSet<Vec<u8>> {
    let (lengths, end) = (lengths(good), good.len());
    let mut places: BTreeSet<usize> = (0..end.min(BEGINNING)).chain(end.saturating_sub(END)..end).collect();
    places.extend(lengths.iter().flat_map(|at| at.saturating_sub(2)..(at + 8).min(end)));
    let write = |at: usize, number: &[u8]| {
        let mut body = good.to_vec();
        body[at..].iter_mut().zip(number).for_each(|(to, from)| *to = *from);
        body
    };
    let mut bodies = BTreeSet::new();
    for at in places {
        for number in [&[0xff; 1][..], &[0xff; 2], &[0xff; 4], &[0x7f, 0xff, 0xff, 0xff], &[0; 1], &[0; 4]] {
            bodies.insert(write(at, number));
        }
    }
    for at in &lengths {
        let left = u32::try_from(end - at - 4).unwrap();
        for length in [left, left + 1, left.saturating_sub(1), 1 << 16, 1 << 31, u32::MAX - 3] {
            bodies.insert(write(*at, &length.to_be_bytes()));
        }
    }
    // One inside another: the outer one claims more than there is, the inner one more than the outer.
    for pair in lengths.windows(2) {
        let mut body = write(pair[0], &0xffff_fff0_u32.to_be_bytes());
        body[pair[1]..pair[1] + 4].copy_from_slice(&[0xff; 4]);
        bodies.insert(body);
    }
    bodies.remove(good);
    bodies
}

#[test]
fn absurd_counts_and_lengths_are_refused_soon_and_cost_no_memory() {
    for database in databases() {
        let team = Team::begin(&database, Ticks::Immediate);
        let service = &team.service;
        let (passed, token) = story(&team);
        let before = lines(&team.read(&token).messages);
        let sent = passed.iter().map(|exchange| {
            let (method, path) = exchange.request.route();
            ((method.to_owned(), path.to_owned()), exchange.request.body.clone())
        });
        let mut bytes: Vec<Route> = routes(service, &sent.collect());
        // What a witness hands in is text, which has no counts and lengths in it.
        let is_text = |route: &Route| route.path == "/ledger/cosignatures";
        bytes
            .retain(|route| route.kind == OCTETS && !is_text(route) && matches!(route.method.as_str(), "POST" | "PUT"));
        assert_eq!(bytes.len(), 15, "routes that take bytes");
        let session = staff::sign_in(service, &team.an);
        let mut attack = Attack { service, session: &session, problems: BTreeSet::new(), asked: 0 };
        let mut connection = Connection::open(&service.address);
        let mut occupied = None;
        for route in &bytes {
            let (method, path) = (route.method.as_str(), route.path.as_str());
            let mut bodies = absurd(&route.good);
            bodies.extend(signed(&team, &token, path));
            bodies.extend(signed_by_staff(&token, &session, path));
            assert!(bodies.len() > 100, "{path}: {}", bodies.len());
            for body in &bodies {
                let headers = [("content-type", OCTETS), ("authorization", session.bearer.as_str())];
                let (asked, begun) = (request(method, path, &headers, body), Instant::now());
                let answer = connection.ask(&asked).or_else(|| {
                    connection = Connection::open(&service.address);
                    connection.ask(&asked)
                });
                let answer = answer.unwrap_or_else(|| panic!("{method} {path}: no answer to {body:02x?}"));
                attack.asked += 1;
                attack.check(&answer, &format!("{method} {path} with {:02x?}", &body[..body.len().min(BEGINNING)]));
                assert!(begun.elapsed() < SOON, "{method} {path} took {:?}", begun.elapsed());
            }
            // From the first route on: by then every part of the service has been in use.
            occupied.get_or_insert_with(|| memory(service.pid(), "VmRSS"));
        }
        let (occupied, most) = (occupied.unwrap(), memory(service.pid(), "VmHWM"));
        assert!(most <= occupied + MEMORY, "{occupied} MiB before, {most} MiB at some moment");
        assert!(attack.asked > 3_000, "{}", attack.asked);
        assert!(attack.problems.contains("malformed") && attack.problems.contains("forbidden"));
        // Whoever holds the token may write what nobody can read: it is shown as damage, and beside it everything stands.
        let mut after = lines(&team.read(&token).messages);
        after.retain(|line| line != "reporter: unreadable");
        assert_eq!(after, before);
    }
}

/// Absurd bodies behind a signature that holds.
fn signed(team: &Team, token: &str, path: &str) -> Vec<Vec<u8>> {
    let act = match path {
        "/api/v1/mailbox/read" => MailboxAct::Read,
        "/api/v1/mailbox/say" => MailboxAct::Say,
        "/api/v1/mailbox/take-back" => MailboxAct::TakeBack,
        "/api/v1/mailbox/files/begin" => MailboxAct::BeginFile,
        "/api/v1/mailbox/files/put" => MailboxAct::PutPart,
        "/api/v1/mailbox/files/remove" => MailboxAct::RemoveFile,
        "/api/v1/mailbox/files/fetch" => MailboxAct::FetchPart,
        _ => return Vec::new(),
    };
    let organisation = team.service.organisation(&team.an.slug).id();
    let mailbox = ReplyToken::parse(organisation, token).unwrap().keys(organisation, 0).mailbox;
    let (challenge, _) = staff::challenge(&team.service);
    let origin = team.service.relay.origin();
    let mut bodies = vec![Vec::new(), vec![0; 3], vec![0; 4], vec![0xff; 4], vec![0; 5], vec![0xff; 8]];
    if act == MailboxAct::Say {
        // Version, role, author, sequence, bucket: of a length that fits each bucket, and of others.
        for length in [23, 4_000, 4_096, 4_159, 16_447, 65_599] {
            for (sequence, bucket) in [(0, 0), (1, 3), (u32::MAX, 0), (1, 255), (u32::MAX, 255), (1 << 31, 1)] {
                let mut body = vec![0; length];
                body[0] = 1;
                body[18..22].copy_from_slice(&u32::to_be_bytes(sequence));
                body[22] = bucket;
                bodies.push(body);
            }
        }
    }
    if path.contains("/files/") {
        bodies.extend(of_files(act == MailboxAct::PutPart));
    }
    let sign = |body| MailboxRequest::make(act, organisation, &mailbox, &origin, challenge, body).to_bytes();
    bodies.into_iter().map(sign).collect()
}

/// The same of a desk, which has no such bodies but those about files.
fn signed_by_staff(token: &str, session: &Session, path: &str) -> Vec<Vec<u8>> {
    let act = match path {
        "/api/v1/desk/files/begin" => FileAct::Begin,
        "/api/v1/desk/files/put" => FileAct::Put,
        "/api/v1/desk/files/remove" => FileAct::Remove,
        _ => return Vec::new(),
    };
    let organisation = session.keys.organisation;
    let thread = ReplyToken::parse(organisation, token).unwrap().keys(organisation, 0).thread();
    let sign = |body| StaffFile::make(act, organisation, thread, &session.keys.sign, body).to_bytes();
    of_files(act == FileAct::Put).into_iter().map(sign).collect()
}

/// Number and size; number and part; author, number and part; where a part is put, one as large as it may be.
fn of_files(put: bool) -> Vec<Vec<u8>> {
    let mut bodies = Vec::new();
    for number in [0, 1, 2, 101, u32::MAX] {
        for other in [0, 1, 1 << 31, u32::MAX] {
            bodies.push([number, other, other].map(u32::to_be_bytes).concat());
            bodies.push([number, other].map(u32::to_be_bytes).concat());
            bodies.push([&[0; 16][..], &[number, other].map(u32::to_be_bytes).concat()].concat());
            if put {
                bodies.push([&[number, other].map(u32::to_be_bytes).concat()[..], &vec![7; PART_SIZE]].concat());
            }
        }
    }
    bodies
}

#[test]
fn memory_that_is_taken_for_a_moment_shows() {
    let before = memory(std::process::id(), "VmHWM");
    drop(std::hint::black_box(vec![1_u8; usize::try_from(4 * MEMORY).unwrap() << 20]));
    assert!(memory(std::process::id(), "VmHWM") > before.min(memory(std::process::id(), "VmRSS")) + MEMORY);
    assert_eq!(lengths(&[9, 0, 0, 0, 2, 7, 7]), [1]);
    assert!(absurd(&[9, 0, 0, 0, 2, 7, 7]).contains(&vec![9, 0xff, 0xff, 0xff, 0xff, 7, 7]));
}
