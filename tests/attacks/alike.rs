//! Whoever has no key cannot tell a mailbox from none: not by the answer, and not by the time it takes.

#![expect(clippy::as_conversions, reason = "nanoseconds and counts, far below what is not exact")]

use crate::support::databases::databases;
use crate::support::http::{Connection, Message, request};
use crate::support::people::Team;
use crate::support::service::{SLUG, Ticks};
use crate::support::staff::challenge;
use client::entropy::generator;
use crypto::access::{MailboxAct, MailboxRequest};
use crypto::{SigningKey, ThreadId};
use rand_core::Rng;
use std::collections::{BTreeMap, BTreeSet};
use std::time::Instant;

/// Different requests of a kind: what one signature costs to check says nothing of the kind.
const KINDS: usize = 64;
/// Of the slowest, these tell of the machine and not of the service.
const DROPPED_PERCENT: usize = 5;

fn pairs() -> usize {
    let long = std::env::var("MICROMOED_TEST_LONG").is_ok_and(|long| long == "1");
    if long { 100_000 } else { 10_000 }
}

/// Requests to read a mailbox, each signed by a key that is not its own.
fn unsigned(team: &Team, thread: impl Fn() -> ThreadId) -> Vec<Vec<u8>> {
    let rng = &mut generator().unwrap();
    let organisation = team.service.organisation(SLUG).id();
    (0..KINDS)
        .map(|_| {
            let (challenge, _) = challenge(&team.service);
            let origin = team.service.relay.origin();
            let stranger = SigningKey::make(rng);
            let body = 0_u32.to_be_bytes().to_vec();
            let signed = MailboxRequest::make(MailboxAct::Read, organisation, &stranger, &origin, challenge, body);
            let mut bytes = signed.to_bytes();
            // Behind version, act and organisation stands the thread.
            bytes[18..50].copy_from_slice(&thread().0);
            octets("/api/v1/mailbox/read", &bytes)
        })
        .collect()
}

fn octets(path: &str, body: &[u8]) -> Vec<u8> {
    request("POST", path, &[("content-type", "application/octet-stream")], body)
}

/// What an answer shows: everything but the date, and the order of headers, which is drawn by lot.
fn shown(answer: &Message) -> (String, BTreeMap<String, String>, Vec<u8>) {
    let headers = answer.headers.iter().filter(|(name, _)| name != "date").cloned().collect();
    (answer.first.clone(), headers, answer.body.clone())
}

/// Welch's t of the times that two kinds of requests take, asked in turns in random order over one connection.
fn compare(address: &str, one: &[Vec<u8>], other: &[Vec<u8>], pairs: usize) -> f64 {
    let mut connection = Connection::open(address);
    let mut rng = generator().unwrap();
    let mut times = [Vec::with_capacity(pairs), Vec::with_capacity(pairs)];
    for pair in 0..pairs {
        let draw = rng.next_u32();
        let mut turns = [(0, &one[draw as usize % one.len()]), (1, &other[(draw >> 8) as usize % other.len()])];
        if pair % 2 == usize::from(draw & (1 << 31) != 0) {
            turns.reverse();
        }
        for (kind, bytes) in turns {
            let begun = Instant::now();
            let answer = connection.ask(bytes).unwrap();
            times[kind].push(begun.elapsed().as_nanos() as f64);
            assert!(answer.status() >= 400);
        }
    }
    let [one, other] = times.map(moments);
    (one.0 - other.0) / (one.1 + other.1).sqrt()
}

/// Mean and its variance, without the slowest.
fn moments(mut times: Vec<f64>) -> (f64, f64) {
    times.sort_unstable_by(f64::total_cmp);
    times.truncate(times.len() * (100 - DROPPED_PERCENT) / 100);
    let count = times.len() as f64;
    let mean = times.iter().sum::<f64>() / count;
    let variance = times.iter().map(|time| (time - mean).powi(2)).sum::<f64>() / (count - 1.0);
    (mean, variance / count)
}

#[test]
fn without_a_signature_unknown_wrong_and_erased_mailboxes_are_alike() {
    for database in databases() {
        let team = Team::begin(&database, Ticks::Immediate);
        let (living, erased) = (team.report("here"), team.report("gone"));
        team.read(&erased.token);
        team.erase(&erased.token);
        let id = |text: &str| ThreadId::from_hex(text).unwrap();
        let nobody = || ThreadId(SigningKey::make(&mut generator().unwrap()).verifying_key().0);
        let kinds = [
            ("living", unsigned(&team, || id(&living.id))),
            ("erased", unsigned(&team, || id(&erased.id))),
            ("unknown", unsigned(&team, nobody)),
        ];
        let mut connection = Connection::open(&team.service.address);
        let answers = kinds.iter().flat_map(|(_, requests)| requests);
        let answers: BTreeSet<_> = answers.map(|bytes| shown(&connection.ask(bytes).unwrap())).collect();
        assert_eq!(answers.len(), 1, "{answers:?}");
        assert!(answers.first().unwrap().0.contains(" 403 "));

        for (one, other) in [(0, 2), (1, 2)] {
            let t = compare(&team.service.address, &kinds[one].1, &kinds[other].1, pairs());
            assert!(t.abs() < 4.5, "{} and {}: t = {t}", kinds[one].0, kinds[other].0);
        }
        // The same measure sees an answer that comes earlier, for it needs no signature to be checked.
        let early: Vec<_> = kinds[2].1.iter().map(|_| octets("/api/v1/mailbox/read", &[9; 150])).collect();
        let t = compare(&team.service.address, &kinds[0].1, &early, pairs().min(10_000));
        assert!(t.abs() > 10.0, "the measure is blind: t = {t}");
    }
}
