//! A works council follows the log from a machine of its own, with and without a network, and notices what was rewritten.

use crate::support::databases::databases;
use crate::support::http::ask;
use crate::support::people::Team;
use crate::support::program::{self, Ran};
use crate::support::service::{Service, Ticks};
use client::Wait;
use serde_json::Value;
use std::path::Path;

const NAME: &str = "council.example/witness";

fn audit(words: &[&str], input: &str) -> Ran {
    program::run(&[&["audit", "--json"][..], words].concat(), input, &[])
}

fn document(ran: &Ran) -> Value {
    serde_json::from_str(&ran.out).unwrap_or_else(|_| panic!("{ran:?}"))
}

/// Against the server at its own address, in a folder of the council's.
fn follow(what: &str, service: &Service, state: &Path) -> Ran {
    let mut words = vec![what, "--server", &service.address, "--state", state.to_str().unwrap()];
    words.extend(if what == "witness" { &["--name", NAME][..] } else { &[] });
    audit(&words, "")
}

fn get(service: &Service, path: &str) -> String {
    let answer = ask(&service.address, "GET", path, &[], b"");
    assert_eq!(answer.status(), 200, "{path}");
    String::from_utf8(answer.body).unwrap()
}

fn close_an_epoch(team: &Team) {
    team.service.invite("zonnehuis", "auditor", "Wim Raad");
}

/// The council's key comes into the settings of the server.
fn introduce(team: &mut Team, state: &Path) -> String {
    let ran = follow("witness", &team.service, state);
    assert_eq!(ran.code, 1, "{ran:?}");
    let key =
        ran.err.split_whitespace().find(|word| word.starts_with(NAME)).unwrap_or_else(|| panic!("{ran:?}")).to_owned();
    team.service.restart_with("MICROMOED_LEDGER__WITNESSES", &format!("[\"{key}\"]"));
    key
}

#[test]
fn a_council_witnesses_the_log_and_the_reporter_sees_its_name() {
    for database in databases() {
        let mut team = Team::begin(&database, Ticks::Immediate);
        let state = database.folder().join("council");
        let report = team.report("it is noisy");
        let key = introduce(&mut team, &state);
        let ran = follow("witness", &team.service, &state);
        assert_eq!(ran.code, 0, "{ran:?}");
        let followed = document(&ran);
        assert_eq!(
            (followed["witness_key"].as_str(), followed["before"].as_u64()),
            (Some(key.as_str()), followed["size"].as_u64())
        );
        assert!(get(&team.service, "/ledger/policy").contains(&key));
        assert!(get(&team.service, "/ledger/checkpoint").contains(&format!("\u{2014} {NAME} ")));
        assert_eq!(get(&team.service, "/ledger/witnessed"), get(&team.service, "/ledger/checkpoint"));

        let receipt = |team: &Team| team.mailbox(&report.token, |mailbox| mailbox.receipt().wait()).unwrap();
        let view = receipt(&team);
        assert_eq!((view.witnesses.len(), view.witnesses[0].name.as_str(), view.problems.len()), (1, NAME, 0));
        // The log goes on; the newest checkpoint waits for her, the witnessed one stays.
        close_an_epoch(&team);
        assert!(!get(&team.service, "/ledger/checkpoint").contains(NAME));
        assert!(get(&team.service, "/ledger/witnessed").contains(NAME));
        assert_eq!((receipt(&team).witnesses.len(), receipt(&team).problems.len()), (1, 0));
        let after = document(&follow("witness", &team.service, &state));
        assert!(after["size"].as_u64() > after["before"].as_u64());

        // Anybody checks all of it, by the server's policy or a kept one.
        let policy = database.folder().join("policy");
        std::fs::write(&policy, get(&team.service, "/ledger/policy")).unwrap();
        let verified = audit(&["verify", "--server", &team.service.address, "--policy", policy.to_str().unwrap()], "");
        assert_eq!((verified.code, document(&verified)["quorum"].as_bool()), (0, Some(true)), "{verified:?}");
        close_an_epoch(&team);
        let verified = audit(&["verify", "--server", &team.service.address], "");
        assert_eq!(
            (verified.code, document(&verified)["problems"][0]["kind"].as_str()),
            (10, Some("signature")),
            "not witnessed yet"
        );
        assert_eq!(program::verify(&database), 0);
    }
}

#[test]
fn a_council_without_a_network_signs_by_file() {
    for database in databases() {
        let mut team = Team::begin(&database, Ticks::Immediate);
        let state = database.folder().join("council");
        let log_key = document(&follow("monitor", &team.service, &database.folder().join("monitor")))["log_key"]
            .as_str()
            .unwrap()
            .to_owned();
        let sign = |request: &str, log_key: &[&str]| {
            let words = [&["cosign", "--state", state.to_str().unwrap(), "--name", NAME][..], log_key].concat();
            audit(&words, request)
        };
        let request = |old: &str| program::run_at(&database, &["audit", "request", "--old", old], "");
        let first = request("0");
        assert_eq!(sign(&first.out, &[]).code, 2, "the first time she must know the log's key");
        let signed = document(&sign(&first.out, &["--log-key", &log_key]));
        let key = signed["witness_key"].as_str().unwrap().to_owned();
        team.service.restart_with("MICROMOED_LEDGER__WITNESSES", &format!("[\"{key}\"]"));
        let hand_in = |note: &str| {
            let headers = [("content-type", "application/octet-stream")];
            ask(&team.service.address, "POST", "/ledger/cosignatures", &headers, note.as_bytes()).status()
        };
        let note = signed["checkpoint"].as_str().unwrap();
        assert_eq!(hand_in(note), 204);
        assert_eq!(get(&team.service, "/ledger/checkpoint"), note);
        // What nobody should take in.
        assert_eq!(hand_in(&get(&team.service, "/ledger/checkpoint").replace(NAME, "someone.example")), 403);
        assert_eq!(hand_in("nonsense"), 400);
        assert_eq!(hand_in(&note.replacen("\n128\n", "\n256\n", 1).replacen("\n256\n", "\n1280\n", 1)), 404);
        let (before, _) = note.rsplit_once(NAME).unwrap();
        assert_eq!(hand_in(&format!("{before}{NAME} AAAA\n")), 400);

        close_an_epoch(&team);
        let size = signed["size"].to_string();
        let again = sign(&request("0").out, &[]);
        assert_eq!(again.code, 1, "{again:?}");
        assert!(again.err.contains(&format!("--old {size}")), "{again:?}");
        let next = document(&sign(&request(&size).out, &[]));
        assert_eq!(next["before"].to_string(), size);
        assert_eq!(hand_in(next["checkpoint"].as_str().unwrap()), 204);
    }
}

#[test]
fn a_log_that_was_rewritten_is_never_signed_again() {
    for database in databases() {
        let mut team = Team::begin(&database, Ticks::Immediate);
        let (council, monitor) = (database.folder().join("council"), database.folder().join("monitor"));
        introduce(&mut team, &council);
        assert_eq!(follow("witness", &team.service, &council).code, 0);
        assert_eq!(follow("monitor", &team.service, &monitor).code, 0);
        let kept = database.folder().join("kept");
        std::fs::write(&kept, get(&team.service, "/ledger/checkpoint")).unwrap();
        let since = |service: &Service| {
            audit(&["verify", "--server", &service.address, "--since", kept.to_str().unwrap()], "").code
        };
        assert_eq!(since(&team.service), 0);

        // A whole new log with the same key: what an operator can do who has a backup from before.
        team.service.stop();
        let triggers = match database.url() {
            None => "DROP TRIGGER ledger_entry_update; DROP TRIGGER ledger_entry_delete;",
            Some(_) => "ALTER TABLE ledger_entry DISABLE TRIGGER ALL;",
        };
        database.execute(&format!(
            "{triggers} DELETE FROM ledger_cosignature; DELETE FROM ledger_checkpoint; DELETE FROM ledger_epoch;
             DELETE FROM ledger_node; DELETE FROM ledger_entry; DELETE FROM ledger_head;"
        ));
        std::fs::remove_file(database.folder().join("data/pin")).unwrap();
        team.service.start_again();
        close_an_epoch(&team);
        close_an_epoch(&team);
        for (what, state) in [("witness", &council), ("monitor", &monitor)] {
            let ran = follow(what, &team.service, state);
            assert_eq!(ran.code, 11, "{what}: {ran:?}");
        }
        assert_eq!(since(&team.service), 11);
        assert!(!get(&team.service, "/ledger/checkpoint").contains(NAME));
        // Another log's key under the same address.
        let other = audit(
            &[
                "monitor",
                "--server",
                &team.service.address,
                "--state",
                monitor.to_str().unwrap(),
                "--log-key",
                "micromoed.org/ledger/x+00000000+AQ==",
            ],
            "",
        );
        assert_eq!(other.code, 2, "{other:?}");
    }
}
