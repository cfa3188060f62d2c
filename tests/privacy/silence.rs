//! Silence: from what is published nobody can tell a day on which nobody reported from one on which many did.

use crate::support::databases::databases;
use crate::support::http::ask;
use crate::support::people::Team;
use crate::support::service::{Service, Ticks};
use client::Wait;
use client::entropy::generator;

/// What an outsider can count of the log: per closed epoch its growth and the length of what was sealed in it, then
/// the lengths of everything else.
#[derive(Debug, PartialEq, Eq)]
struct Seen {
    growth: Vec<u64>,
    sealed: Vec<usize>,
    checkpoint_lines: usize,
    entry_lengths: Vec<usize>,
    body_lengths: Vec<usize>,
}

fn look(service: &Service) -> Seen {
    let get = |path: &str| {
        let answer = ask(&service.address, "GET", &format!("/ledger/{path}"), &[], b"");
        assert_eq!(answer.status(), 200, "{path}");
        answer
    };
    let epochs = get("epochs").json();
    let epochs = epochs["epochs"].as_array().unwrap();
    let sizes: Vec<u64> = epochs.iter().map(|epoch| epoch["size"].as_u64().unwrap()).collect();
    let growth = [0].iter().chain(&sizes).zip(&sizes).map(|(before, size)| size - before).collect();
    let sealed = epochs.iter().map(|epoch| get(&format!("epochs/{}", epoch["number"])).body.len()).collect();
    let last = sizes.last().unwrap();
    let parts = |what: &str| {
        let full = (0..last / 256).map(|part| get(&format!("{what}/{part:03}")).body);
        let rest = (!last.is_multiple_of(256)).then(|| get(&format!("{what}/{:03}.p/{}", last / 256, last % 256)).body);
        full.chain(rest).flat_map(|bundle| lengths(&bundle)).collect::<Vec<usize>>()
    };
    let checkpoint_lines = String::from_utf8(get("checkpoint").body).unwrap().lines().count();
    Seen { growth, sealed, checkpoint_lines, entry_lengths: parts("tile/entries"), body_lengths: parts("bodies") }
}

/// Lengths of the items of a bundle.
fn lengths(mut bundle: &[u8]) -> Vec<usize> {
    let mut lengths = Vec::new();
    while let Some((length, rest)) = bundle.split_first_chunk() {
        let length = usize::from(u16::from_be_bytes(*length));
        lengths.push(length);
        bundle = &rest[length..];
    }
    lengths
}

#[test]
fn a_day_without_reports_and_one_with_twenty_look_alike() {
    for database in databases() {
        let team = Team::begin(&database, Ticks::Daily("2090-03-01T10:00:00Z"));
        let rng = &mut generator().unwrap();
        // A quiet day.
        team.service.clock("2090-03-02T10:00:00Z");
        let after_silence = look(&team.service);
        // A loud one.
        let reports: Vec<_> = (0..20).map(|number| team.report(&format!("report {number}"))).collect();
        team.say(&reports[0].token, "and more");
        team.service.clock("2090-03-02T20:00:00Z");
        team.erase(&reports[1].token);
        team.service.clock("2090-03-03T10:00:00Z");
        let after_twenty = look(&team.service);
        // And one on which they are opened.
        let mut desk = team.an.sit(&team.service);
        for thread in desk.inbox(rng).wait().unwrap().threads {
            desk.show(thread.n, None, rng).wait().unwrap();
        }
        team.service.clock("2090-03-04T10:00:00Z");
        let after_opening = look(&team.service);

        let silent = after_silence.growth.last().unwrap();
        assert_eq!(*silent, 128);
        for seen in [&after_twenty, &after_opening] {
            assert_eq!(seen.growth.last(), Some(silent));
            assert_eq!(seen.sealed.last(), after_silence.sealed.last());
            assert_eq!(seen.checkpoint_lines, after_silence.checkpoint_lines);
            assert!(seen.entry_lengths.iter().all(|length| *length == 48));
            // The first epoch opened on the day this test is run, and age has erased it by then.
            assert!(seen.body_lengths.iter().rev().take(128).all(|length| *length == 384));
            assert_eq!(seen.entry_lengths.len(), seen.body_lengths.len());
        }
        // What the same look finds where it is not the same: more than an epoch holds.
        let more: Vec<_> = (0..130).map(|number| team.report(&format!("flood {number}"))).collect();
        assert_eq!(more.len(), 130);
        team.service.clock("2090-03-05T10:00:00Z");
        assert_eq!(look(&team.service).growth.last(), Some(&256));
    }
}
