//! The program under test, as a command line.

use super::databases::Database;
use std::env;
use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, Stdio};

/// Names the program; `cargo xtask test` sets it.
const PROGRAM: &str = "MICROMOED_BIN";

/// What a command left behind.
#[derive(Debug)]
pub(crate) struct Ran {
    pub(crate) code: i32,
    pub(crate) out: String,
    pub(crate) err: String,
}

/// Where the program is: as told, else where cargo put it, beside this binary's folder.
pub(crate) fn path() -> PathBuf {
    let told = env::var_os(PROGRAM).filter(|path| !path.is_empty()).map(PathBuf::from);
    let path = told.unwrap_or_else(|| {
        let here = env::current_exe().unwrap();
        here.parent().and_then(std::path::Path::parent).unwrap().join("micromoed")
    });
    assert!(path.is_file(), "{} is missing: cargo build --package api --features postgres", path.display());
    path
}

/// The program with nothing of this process's settings.
pub(crate) fn command() -> Command {
    let mut command = Command::new(path());
    for (name, _) in env::vars_os().filter(|(name, _)| name.to_string_lossy().starts_with("MICROMOED_")) {
        command.env_remove(name);
    }
    command.env_remove("ALL_PROXY").env_remove("all_proxy");
    command
}

/// Runs the program to its end, without a terminal.
pub(crate) fn run(words: &[&str], input: &str, environment: &[(&str, &str)]) -> Ran {
    let mut command = command();
    command.args(words).envs(environment.iter().copied());
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    // A command that refuses at once reads nothing.
    drop(child.stdin.take().map(|mut stdin| stdin.write_all(input.as_bytes())));
    let output = child.wait_with_output().unwrap();
    Ran {
        code: output.status.code().unwrap_or(-1),
        out: String::from_utf8(output.stdout).unwrap(),
        err: String::from_utf8(output.stderr).unwrap(),
    }
}

/// Where an installation is, as the program is told.
pub(crate) fn place(database: &Database) -> Vec<String> {
    let data = database.folder().join("data");
    let mut words = vec!["--data".to_owned(), data.to_str().unwrap().to_owned()];
    words.extend(database.url().into_iter().flat_map(|url| ["--database".to_owned(), url]));
    words
}

/// Runs a command at an installation, on its own clock, beside whatever runs.
pub(crate) fn run_at(database: &Database, words: &[&str], input: &str) -> Ran {
    let place = place(database);
    let place: Vec<_> = place.iter().map(String::as_str).collect();
    run(&[words, &place].concat(), input, &[("MICROMOED_TEST__CLOCK", "true")])
}

/// The exit code of `audit verify`.
pub(crate) fn verify(database: &Database) -> i32 {
    let ran = run_at(database, &["audit", "verify"], "");
    assert!(ran.code == 0 || !ran.out.is_empty(), "{ran:?}");
    ran.code
}
