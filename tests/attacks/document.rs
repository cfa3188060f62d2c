//! What schemathesis makes of the OpenAPI document: whatever it sends, the program answers as the document says.

use super::replay::story;
use crate::support::databases::databases;
use crate::support::http::Message;
use crate::support::people::Team;
use crate::support::service::Ticks;
use crate::support::staff;
use serde_json::Value;
use std::collections::BTreeMap;
use std::env;
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

/// Where schemathesis is, and how many cases it tries; `cargo xtask schemathesis` sets both.
const PROGRAM: &str = "MICROMOED_SCHEMATHESIS";
const CASES: &str = "MICROMOED_SCHEMATHESIS_CASES";
/// The same cases each time, so that what is found is found again.
const SEED: &str = "20261127";
/// Nobody guesses a signature, an invitation or a proof of work, so what fits the document may be refused.
const UNFIT: &str = "positive_data_acceptance";
/// Whoever ends the session is signed in no more.
const SIGN_OUT: &str = "/api/v1/session";

/// What it is told in a file: it takes "too large" for no answer to bad input.
const SETTINGS: &str = "[checks.negative_data_rejection]\nexpected-statuses = [\"4xx\"]\n";
/// Where nothing of a case was read: not signed in, another method, another kind of body, too large, too many.
const UNREAD: [u64; 6] = [401, 405, 413, 415, 429, 503];

/// Answers by status.
type Statuses = BTreeMap<u64, usize>;

/// Runs it on some of the addresses; answers whether all was as the document says, and how many requests heard which
/// status.
fn run(address: &str, bearer: &str, folder: &Path, selection: &[&str]) -> (bool, Statuses) {
    let report = folder.join("cases.har");
    fs::write(folder.join("schemathesis.toml"), SETTINGS).unwrap();
    let mut command = Command::new(env::var_os(PROGRAM).unwrap());
    command.current_dir(folder).stdin(Stdio::null()).env("NO_COLOR", "1");
    command.args(["run", &format!("{address}/api/openapi.json"), "--checks", "all", "--exclude-checks", UNFIT]);
    command.args([
        "--header",
        &format!("Authorization:{bearer}"),
        "--seed",
        SEED,
        "--generation-database",
        "none",
        "--warnings",
        "off",
    ]);
    command.args(["--continue-on-failure", "--report-har-path"]).arg(&report).args(selection);
    let outcome = command.status().unwrap();
    let report: Value = serde_json::from_slice(&fs::read(report).unwrap()).unwrap();
    let mut statuses = Statuses::new();
    for entry in report["log"]["entries"].as_array().unwrap() {
        *statuses.entry(entry["response"]["status"].as_u64().unwrap()).or_default() += 1;
    }
    let all: usize = statuses.values().sum();
    let classes: Vec<String> = (1..=5)
        .map(|class| {
            (class, statuses.iter().filter(|(status, _)| *status / 100 == class).map(|(_, count)| count).sum())
        })
        .filter(|(_, count): &(u64, usize)| *count > 0)
        .map(|(class, count)| format!("{class}xx {} %", (100 * count + all / 2) / all))
        .collect();
    println!("seed {SEED}, {all} requests: {}; by status {statuses:?}", classes.join(", "));
    (outcome.success(), statuses)
}

#[test]
#[ignore = "needs schemathesis, which `cargo xtask schemathesis` brings"]
fn whatever_fits_the_document_or_not_is_answered_as_the_document_says() {
    let cases: usize = env::var(CASES).unwrap().parse().unwrap();
    // Of each operation; what it tries on all of them besides is not counted on.
    let each = cases.div_ceil(45).to_string();
    for database in databases() {
        let team = Team::begin(&database, Ticks::Immediate);
        story(&team);
        let (folder, bearer) = (tempfile::tempdir().unwrap(), staff::sign_in(&team.service, &team.an).bearer);
        let ask = |which| run(&team.service.address, &bearer, folder.path(), &["-n", &each, which, SIGN_OUT]);
        let (as_described, statuses) = ask("--exclude-path");
        assert!(as_described, "schemathesis found something: see above");
        let all: usize = statuses.values().sum();
        let unread: usize = UNREAD.iter().filter_map(|status| statuses.get(status)).sum();
        assert!(all >= cases, "{all} cases");
        assert!(unread * 4 < all, "{unread} of {all} were not read");
        assert!(statuses[&200] * 40 > all, "of {all} hardly any was a success");
        assert!(ask("--include-path").0, "schemathesis found something: see above");
    }
}

#[test]
#[ignore = "needs schemathesis, which `cargo xtask schemathesis` brings"]
fn an_answer_that_the_document_does_not_know_is_found() {
    let team = Team::begin(&databases().remove(0), Ticks::Immediate);
    let relay = &team.service.relay;
    let ask = || {
        let folder = tempfile::tempdir().unwrap();
        run(&relay.origin(), "Bearer none", folder.path(), &["-n", "1", "--include-path", "/api/v1/challenge"]).0
    };
    assert!(ask());
    let is_challenge = |request: &Message| request.route() == ("GET", "/api/v1/challenge");
    relay.change_answers(move |request, answer| {
        if is_challenge(request) {
            answer.first = "HTTP/1.1 202 Accepted".into();
        }
    });
    assert!(!ask(), "a status");
    relay.change_answers(move |request, answer| {
        if is_challenge(request) {
            answer.body = br#"{"challenge":"AAAA"}"#.to_vec();
        }
    });
    assert!(!ask(), "a body without its day");
}
