//! Who may do what: every route of the desk by everybody who may not, or only partly.

use crate::support::databases::databases;
use crate::support::people::{Coach, Team};
use crate::support::service::{SLUG, Service, Ticks};
use crate::support::staff::{self, Session, challenge, text};
use client::Wait;
use client::entropy::generator;
use crypto::access::{Enrolment, FileAct, FileBegin, FilePass, FilePut, StaffFile, sign_act};
use crypto::case::{CaseHeader, Record, RecordKind};
use crypto::ledger::{Purpose, Ratchet, Release};
use crypto::roster::{Attestation, SignedRoster};
use crypto::thread::{Content, FilePlace, Header, Message, ThreadKey, sealed_size};
use crypto::vault::SealedVault;
use crypto::wire::Batches;
use crypto::{Day, Digest, PersonId, Secret, Tag, ThreadId};
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// Who asks, in the order of the table's columns.
const ASKERS: [&str; 7] =
    ["nobody", "ended session", "pending", "management", "auditor", "other organisation", "removed"];

/// Route, then the status for each of [`ASKERS`]. All ask about a thread of An's that is not theirs, with everything
/// a stranger can make up, signed by their own keys.
const TABLE: [(&str, [u16; 7]); 23] = [
    // Own vaults only: somebody else's is refused.
    ("GET /api/v1/desk/vault", [401, 401, 200, 200, 200, 200, 200]),
    ("PUT /api/v1/desk/vault", [401, 401, 403, 403, 403, 403, 403]),
    ("GET /api/v1/desk/people", [401, 401, 403, 200, 200, 200, 403]),
    ("POST /api/v1/desk/roster", [401, 401, 403, 400, 400, 400, 403]),
    ("POST /api/v1/desk/attestation", [401, 401, 403, 400, 400, 403, 403]),
    // Reading is open: there is nothing to sign, and only guardians could.
    ("GET /api/v1/desk/reconciliation", [401, 401, 403, 200, 200, 200, 403]),
    ("POST /api/v1/desk/reconciliation", [401, 401, 403, 403, 403, 400, 403]),
    // A coach of another organisation has a listing: her own.
    ("GET /api/v1/desk/batches", [401, 401, 403, 403, 403, 200, 403]),
    ("POST /api/v1/desk/batches/acknowledge", [401, 401, 400, 400, 400, 400, 400]),
    ("POST /api/v1/desk/enrolments", [401, 401, 403, 403, 403, 403, 403]),
    ("POST /api/v1/desk/releases", [401, 401, 403, 403, 403, 403, 403]),
    ("POST /api/v1/desk/files/begin", [401, 401, 403, 403, 403, 403, 403]),
    ("POST /api/v1/desk/files/put", [401, 401, 403, 403, 403, 403, 403]),
    ("POST /api/v1/desk/files/remove", [401, 401, 403, 403, 403, 403, 403]),
    ("POST /api/v1/desk/files/release", [401, 401, 403, 403, 403, 403, 403]),
    ("POST /api/v1/desk/files/fetch", [401, 401, 403, 403, 403, 403, 403]),
    ("POST /api/v1/desk/cards", [401, 401, 403, 200, 200, 200, 403]),
    ("PUT /api/v1/desk/key-rows", [401, 401, 403, 403, 403, 403, 403]),
    ("POST /api/v1/desk/replies", [401, 401, 403, 403, 403, 403, 403]),
    ("POST /api/v1/desk/take-back", [401, 401, 403, 403, 403, 403, 403]),
    ("POST /api/v1/desk/cases", [401, 401, 403, 403, 403, 400, 403]),
    ("POST /api/v1/desk/records", [401, 401, 403, 403, 403, 403, 403]),
    // Last, for it ends the session.
    ("DELETE /api/v1/session", [401, 401, 204, 204, 204, 204, 204]),
];

/// The body somebody would send to a route.
struct Stranger<'a> {
    service: &'a Service,
    session: &'a Session,
    /// Of the organisation that is attacked.
    slug: &'a str,
    thread: ThreadId,
    vault: &'a [u8],
}

impl Stranger<'_> {
    fn body(&self, route: &str) -> Vec<u8> {
        let rng = &mut generator().unwrap();
        let keys = &self.session.keys;
        let organisation = self.service.organisation(self.slug);
        let today = organisation.today();
        let key = ThreadKey::new(organisation.id(), self.thread, Secret::make(rng));
        let release = |purpose: Purpose| {
            let step = Ratchet::at(key.ledger_seed(), key.organisation(), 1).unwrap().step(key.organisation());
            let release = Release { tag: step.tag(), counter: 1, purpose, day: today };
            let signature = release.sign(keys.organisation, &keys.sign);
            json!({ "thread": self.thread, "counter": 1, "tag": text(&release.tag.0), "purpose": purpose.code(),
                "day": today.0, "signature": text(&signature.0) })
        };
        let document: Value = match route.rsplit('/').next().unwrap() {
            "vault" => return self.vault.to_vec(),
            "roster" => {
                let mut roster = organisation.chain.head().clone();
                roster.previous = organisation.chain.head_digest();
                roster.number += 1;
                roster.organisation = organisation.id();
                roster.people.truncate(1);
                let signatures = vec![(keys.person, roster.sign(&keys.sign))];
                return SignedRoster { roster, signatures }.to_bytes();
            }
            "attestation" => {
                return Attestation::make(&organisation.chain, today, keys.person, &keys.sign).to_bytes();
            }
            "reconciliation" => json!({ "signature": text(&[7; 64]) }),
            "acknowledge" => json!({ "number": 1_000_000 }),
            "enrolments" => {
                let (challenge, _) = challenge(self.service);
                let Enrolment { thread, by_reader, by_person } =
                    Enrolment::make(&key, keys.person, &keys.sign, &challenge);
                let one = json!({ "thread": thread, "by_reader": text(&by_reader.0), "by_person": text(&by_person.0) });
                json!({ "challenge": text(&challenge.0), "enrolments": [one] })
            }
            "begin" => {
                return self.of_file(FileAct::Begin, FileBegin { number: 1, size: sealed_size(1).unwrap() }.to_bytes());
            }
            "put" => return self.of_file(FileAct::Put, FilePut { number: 1, part: 0, bytes: &[7; 100] }.to_bytes()),
            "remove" => return self.of_file(FileAct::Remove, 1_u32.to_be_bytes().to_vec()),
            "releases" => json!({ "releases": [release(Purpose::FirstReading)], "since": 0 }),
            "release" => {
                json!({ "release": release(Purpose::FollowUp), "author": PersonId::REPORTER, "number": 1, "since": 0 })
            }
            "fetch" => {
                let (organisation, author) = (keys.organisation, PersonId::REPORTER);
                let place = FilePlace { organisation, thread: self.thread, author, number: 1 };
                let pass = FilePass::make(&Secret::make(rng), place, keys.person, 30_000_000).to_bytes();
                json!({ "pass": text(&pass), "part": 0 })
            }
            "cards" => {
                let release = Release { tag: Tag::NONE, counter: 0, purpose: Purpose::Cards, day: Day(today.0) };
                json!({ "day": today.0, "signature": text(&release.sign(keys.organisation, &keys.sign).0) })
            }
            "key-rows" => json!({ "rows": [{ "thread": self.thread, "row": text(&[7; 104]) }] }),
            "replies" => {
                let message = Message {
                    author: keys.person,
                    sequence: 0,
                    previous: Digest::NONE,
                    seen: Vec::new(),
                    roster_head: organisation.chain.head_digest(),
                    opening: None,
                    content: Content::Text("a stranger's".into()),
                    attachments: Vec::new(),
                };
                let content = crypto::token::ReplyToken::make(rng).keys(organisation.id(), 0).content_key();
                let sealed = message.seal(&content, &keys.sign, rng).unwrap();
                json!({ "release": release(Purpose::Reply), "message": text(&sealed) })
            }
            "take-back" => {
                let content = [self.thread.0.as_slice(), &0_u32.to_be_bytes()].concat();
                let signature = sign_act(keys.organisation, &keys.sign, "take-back", &content);
                json!({ "thread": self.thread, "sequence": 0, "signature": text(&signature.0) })
            }
            "cases" | "records" => {
                let own = [keys.seal.public()];
                let (header, case) = CaseHeader::make(&key, (keys.person, &keys.sign), &own, rng).unwrap();
                if route.ends_with("cases") {
                    json!({ "cases": [{ "thread": self.thread, "header": text(&header.to_bytes()) }] })
                } else {
                    let payload = b"a stranger's".to_vec().into();
                    let record = Record { kind: RecordKind::Note, author: keys.person, sequence: 0, payload };
                    let sealed = record.seal(&case.content_key(&Secret::make(rng)), &keys.sign, rng).unwrap();
                    json!({ "thread": self.thread, "record": text(&sealed) })
                }
            }
            _ => return Vec::new(),
        };
        document.to_string().into_bytes()
    }

    /// What she signs about a file of hers in a thread that is not.
    fn of_file(&self, act: FileAct, body: Vec<u8>) -> Vec<u8> {
        StaffFile::make(act, self.session.keys.organisation, self.thread, &self.session.keys.sign, body).to_bytes()
    }
}

/// Removes somebody from the roster, as her guardian would.
fn remove(team: &Team, name: &str) {
    let organisation = team.service.organisation(SLUG);
    let an = staff::sign_in(&team.service, &team.an);
    let mut roster = organisation.chain.head().clone();
    roster.previous = organisation.chain.head_digest();
    roster.number += 1;
    roster.organisation = organisation.id();
    roster.people.retain(|person| person.name != name);
    let signatures = vec![(an.keys.person, roster.sign(&an.keys.sign))];
    let answer = an.send(&team.service, "POST", "/api/v1/desk/roster", &SignedRoster { roster, signatures }.to_bytes());
    assert_eq!(answer.status(), 200, "{answer:?}");
}

#[test]
fn nobody_does_what_is_not_hers_to_do_on_any_route() {
    for database in databases() {
        let team = Team::begin(&database, Ticks::Immediate);
        let service = &team.service;
        let rng = &mut generator().unwrap();
        let [manager, council, bo] = <[Coach; 3]>::try_from(team.take_in(&[
            ("management", "Directie"),
            ("auditor", "Raad"),
            ("coach", "Bo Claes"),
        ]))
        .ok()
        .unwrap();
        let sent = team.report("An's and Bo's");
        let mut desk = bo.sit(service);
        desk.inbox(rng).wait().unwrap();
        desk.show(1, None, rng).wait().unwrap();
        drop(desk);
        let mut desk = team.an.sit(service);
        desk.inbox(rng).wait().unwrap();
        desk.show(1, None, rng).wait().unwrap();
        drop(desk);
        let pending = team.invite("coach", "Cas");
        let other = Coach::accept(service, "elsewhere", &service.create("elsewhere"), "Els");
        let removed = staff::sign_in(service, &bo);
        remove(&team, "Bo Claes");
        let ended = staff::sign_in(service, &team.an);
        assert_eq!(ended.send(service, "DELETE", "/api/v1/session", &[]).status(), 204);
        let sessions = BTreeMap::from([
            ("ended session", ended),
            ("pending", staff::sign_in(service, &pending)),
            ("management", staff::sign_in(service, &manager)),
            ("auditor", staff::sign_in(service, &council)),
            ("other organisation", staff::sign_in(service, &other)),
            ("removed", removed),
        ]);

        let described = staff::send(service, None, "GET", "/api/openapi.json", &[]).json();
        let mut routes = Vec::new();
        for (path, methods) in described["paths"].as_object().unwrap() {
            if path.starts_with("/api/v1/desk") || path == "/api/v1/session" {
                routes.extend(
                    methods.as_object().unwrap().keys().map(|method| format!("{} {path}", method.to_uppercase())),
                );
            }
        }
        routes.sort_by_key(|route| route.starts_with("DELETE"));
        let vault = std::fs::read(team.an.state().join("vault")).unwrap();
        assert!(SealedVault::parse(&vault).is_ok());
        let mut wrong = Vec::new();
        for route in &routes {
            let row = TABLE.iter().find(|(known, _)| known == route);
            let (_, expected) = row.unwrap_or_else(|| panic!("{route} has no row in the table: who may use it?"));
            let (method, path) = route.split_once(' ').unwrap();
            for (asker, expected) in ASKERS.iter().zip(expected) {
                let session = sessions.get(asker);
                let keys = session.unwrap_or(&sessions["ended session"]);
                let thread = ThreadId::from_hex(&sent.id).unwrap();
                let stranger = Stranger { service, session: keys, slug: SLUG, thread, vault: &vault };
                let body = if method == "GET" { Vec::new() } else { stranger.body(path) };
                let bearer = session.map(|session| session.bearer.as_str());
                let answer = staff::send(service, bearer, method, path, &body);
                if answer.status() != *expected {
                    let said = String::from_utf8_lossy(&answer.body).into_owned();
                    wrong.push(format!("{route} by {asker}: {} instead of {expected}: {said:.200}", answer.status()));
                }
                // Whatever is answered holds nothing of An's organisation's threads.
                let hex = sent.id.as_bytes();
                let held = answer.body.windows(hex.len()).any(|window| window == hex);
                assert!(!held, "{route} by {asker}");
            }
        }
        assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
        assert_eq!(routes.len(), TABLE.len(), "a row names a route that is no more");

        assert_eq!(service.organisation(SLUG).chain.head().people.len(), 3);
        let mut an = team.an.sit(service);
        an.inbox(rng).wait().unwrap();
        let shown = an.show(1, None, rng).wait().unwrap();
        assert_eq!((shown.messages.len(), shown.case.notes.len(), shown.case.damaged_records), (1, 0, 0));
    }
}

#[test]
fn a_coach_who_is_excluded_cannot_tell_a_report_from_what_fills_her_listing_by_asking_for_it() {
    for database in databases() {
        let team = Team::begin(&database, Ticks::Immediate);
        let [bo] = <[Coach; 1]>::try_from(team.take_in(&[("coach", "Bo Claes")])).ok().unwrap();
        let about = team.report_as("About Bo.", &["Bo"], false).unwrap();
        let (service, session) = (&team.service, staff::sign_in(&team.service, &bo));
        let listing = session.send(service, "GET", "/api/v1/desk/batches", &[]);
        let listed: Batches = serde_json::from_slice(&listing.body).unwrap();
        let headers = listed.batches.iter().flat_map(|batch| &batch.headers);
        let threads: Vec<ThreadId> = headers.map(|header| Header::parse(&header.0).unwrap().thread).collect();
        let about = ThreadId::from_hex(&about.id).unwrap();
        let filling = *threads.iter().find(|thread| **thread != about).unwrap();
        assert!(threads.contains(&about), "she is served what she cannot open");

        let vault = std::fs::read(bo.state().join("vault")).unwrap();
        let answer = |path: &str, method: &str, thread: ThreadId| {
            let stranger = Stranger { service, session: &session, slug: SLUG, thread, vault: &vault };
            let answer = session.send(service, method, path, &stranger.body(path));
            (answer.status(), String::from_utf8(answer.body).unwrap().replace(&thread.to_hex(), "it"))
        };
        let mut asked = 0;
        for (method, path) in TABLE.iter().filter_map(|(route, _)| route.split_once(' ')) {
            let names_a_thread =
                ["enrolments", "releases", "files", "key-rows", "replies", "take-back", "cases", "records"];
            if names_a_thread.iter().any(|name| path.contains(name)) {
                assert_eq!(answer(path, method, about), answer(path, method, filling), "{method} {path}");
                asked += 1;
            }
        }
        assert_eq!(asked, 12);
    }
}
