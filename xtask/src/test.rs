//! Every check and every test, in the order in which they should fail: what is quick and cheap to mend comes first.

use std::env;
use std::ffi::OsString;
use std::process::Command;

use crate::postgres::Cluster;
use crate::setup;
use crate::shell::{self, Outcome, cargo, on_path, run};
use crate::steps::Steps;
use crate::{fuzz, mutants, schemathesis, wasm, web};

/// The whole workspace with both databases and the desk's module in one build, so that nothing is compiled twice. No
/// crate of the workspace may ask for `api/postgres` itself, or a build with SQLite alone could not be checked.
pub(crate) const EVERYTHING: [&str; 4] = ["--locked", "--workspace", "--features", FEATURES];
const FEATURES: &str = "api/postgres,module/desk,module/office,module/words";

/// Which tests a caller asked for.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Selection {
    only: Option<Part>,
    long: bool,
}

/// A part of the tests, for the inner loop.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    Crypto,
    Api,
    Web,
    E2e,
}

impl Selection {
    /// Reads `--long` and `--only PART`.
    pub(crate) fn parse(arguments: &[String]) -> Outcome<Self> {
        let mut selection = Self::default();
        let mut words = arguments.iter().map(String::as_str);
        while let Some(word) = words.next() {
            match word {
                "--long" => selection.long = true,
                "--only" => selection.only = Some(Part::parse(words.next().unwrap_or_default())?),
                _ => return Err(format!("unexpected argument {word:?}").into()),
            }
        }
        Ok(selection)
    }
}

impl Part {
    fn parse(word: &str) -> Outcome<Self> {
        match word {
            "crypto" => Ok(Self::Crypto),
            "api" => Ok(Self::Api),
            "web" => Ok(Self::Web),
            "e2e" => Ok(Self::E2e),
            _ => Err(format!("--only {word:?}: it may be crypto, api, web or e2e").into()),
        }
    }
}

/// Runs the selection and prints the seconds of each step, also when one fails.
pub(crate) fn test(selection: Selection) -> Outcome {
    let mut steps = Steps::default();
    let outcome = run_steps(&mut steps, &selection);
    steps.print();
    outcome
}

fn run_steps(steps: &mut Steps, selection: &Selection) -> Outcome {
    steps.run("set-up", setup::setup)?;
    match selection.only {
        None => {
            web::build(steps)?;
            web::check(steps)?;
            checks(steps)?;
            tests(steps, &EVERYTHING, true, selection.long)?;
            document(steps, selection.long)?;
            browse(steps)?;
            if selection.long { at_length(steps) } else { Ok(()) }
        }
        Some(Part::Crypto) => {
            tests(steps, &["--locked", "--package", "crypto"], false, selection.long)?;
            steps.run("WebAssembly", wasm::gate)
        }
        Some(Part::Api) => {
            let packages = ["--locked", "--workspace", "--exclude", "crypto", "--features", FEATURES];
            tests(steps, &packages, true, selection.long)?;
            document(steps, selection.long)
        }
        Some(Part::Web) => {
            web::build(steps)?;
            web::check(steps)
        }
        Some(Part::E2e) => {
            web::build(steps)?;
            steps.run("build", || {
                run(cargo().args(["build", "--locked", "--package", "api", "--features", "postgres"]))
            })?;
            browse(steps)
        }
    }
}

/// What takes hours: an hour for each format that metadata is taken out of, and every change that a test has to notice.
fn at_length(steps: &mut Steps) -> Outcome {
    steps.run("strangers' files", || fuzz::fuzz(&["strip", "--seconds", "3600"].map(String::from)))?;
    steps.run("mutants", || mutants::mutants(&[]))
}

/// What can be said without running the code.
fn checks(steps: &mut Steps) -> Outcome {
    const DENY_WARNINGS: [&str; 3] = ["--", "--deny", "warnings"];
    steps.run("format", || run(cargo().args(["fmt", "--all", "--check"])))?;
    steps.run("clippy", || run(cargo().arg("clippy").args(EVERYTHING).arg("--all-targets").args(DENY_WARNINGS)))?;
    steps.run("clippy, SQLite only", || {
        run(cargo().args(["clippy", "--locked", "--workspace", "--all-targets"]).args(DENY_WARNINGS))
    })?;
    steps.run("documentation", || {
        run(cargo().arg("doc").args(EVERYTHING).arg("--no-deps").env("RUSTDOCFLAGS", "--deny warnings"))
    })?;
    steps.run("WebAssembly", wasm::gate)?;
    steps.run("licences, bans, sources", || {
        let deny = setup::cargo_tool("cargo-deny", "0.20.2")?;
        run(shell::command(deny).args(["--all-features", "--locked", "check", "licenses", "bans", "sources"]))
    })
}

/// The Rust tests of the given packages, with a PostgreSQL of their own where they need one.
fn tests(steps: &mut Steps, packages: &[&str], postgres: bool, long: bool) -> Outcome {
    steps.run("build", || run(cargo().arg("build").args(packages).arg("--all-targets")))?;
    steps.run("tests", || {
        let cluster = if postgres { Some(Cluster::start()?) } else { None };
        let mut tests = runner();
        tests.args(packages).env("MICROMOED_TEST_LONG", if long { "1" } else { "" });
        tests.env("MICROMOED_BIN", shell::target().join("debug/micromoed"));
        if let Some(cluster) = &cluster {
            tests.env("MICROMOED_TEST_POSTGRES", cluster.url()).env("PATH", path_with(cluster)?);
        }
        run(&mut tests)
    })?;
    steps.run("examples in the documentation", || run(cargo().args(["test", "--doc"]).args(packages)))
}

/// What the OpenAPI document says, asked of the program: only at length, because its packages come from PyPI, of which
/// an ordinary run takes nothing.
fn document(steps: &mut Steps, long: bool) -> Outcome {
    if long { steps.run("OpenAPI document", || schemathesis::ask(schemathesis::CASES)) } else { Ok(()) }
}

/// The pages in a browser, against the program on both databases.
fn browse(steps: &mut Steps) -> Outcome {
    let cluster = Cluster::start()?;
    web::browse(steps, &|tests| {
        tests.env("MICROMOED_BIN", shell::target().join("debug/micromoed"));
        tests.env("MICROMOED_TEST_POSTGRES", cluster.url());
    })
}

/// nextest where it is installed, else cargo's own runner.
fn runner() -> Command {
    let mut runner = cargo();
    if on_path("cargo-nextest").is_some() {
        runner.args(["nextest", "run", "--no-fail-fast"]);
    } else {
        runner.args(["test", "--no-fail-fast", "--lib", "--bins", "--tests"]);
    }
    runner
}

/// PATH with the cluster's own programs in front, so that `psql` is of the server's version.
pub(crate) fn path_with(cluster: &Cluster) -> Outcome<OsString> {
    let path = env::var_os("PATH").unwrap_or_default();
    let folders = std::iter::once(cluster.programs().to_path_buf()).chain(env::split_paths(&path));
    Ok(env::join_paths(folders)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(line: &str) -> Outcome<Selection> {
        Selection::parse(&line.split_whitespace().map(str::to_owned).collect::<Vec<_>>())
    }

    #[test]
    fn flags_are_read_in_any_order() {
        let both = Selection { only: Some(Part::Crypto), long: true };
        assert_eq!(parse("--long --only crypto").unwrap(), both);
        assert_eq!(parse("--only crypto --long").unwrap(), both);
        assert_eq!(parse("").unwrap(), Selection::default());
    }

    #[test]
    fn what_is_unknown_is_refused_by_name() {
        for line in ["--fast", "--only", "--only all"] {
            assert!(parse(line).is_err(), "{line}");
        }
    }
}
