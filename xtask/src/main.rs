#![doc = include_str!("../README.md")]
#![expect(clippy::print_stderr, clippy::print_stdout, reason = "a command-line tool speaks to its caller")]

mod fuzz;
mod mutants;
mod postgres;
mod program;
mod reproduce;
mod schemathesis;
mod setup;
mod shell;
mod steps;
mod test;
mod wasm;
mod web;

use std::env;
use std::process::ExitCode;

use shell::Outcome;

const USAGE: &str = "\
cargo xtask setup               install what this machine lacks, or say what to install
cargo xtask build [--web]       build target/release/micromoed, one file; with --web its pages alone
cargo xtask reproduce [--binary]
                                build the pages twice, in two folders, and compare; with --binary the program too
cargo xtask demo [ARGUMENTS]    build it and start it with a throw-away sample organisation
cargo xtask bench [--long]      what the service costs, as ratios measured side by side
cargo xtask fuzz [PARSER] [--seconds NUMBER]
                                looks for inputs that a parser does not bear, a minute each
cargo xtask schemathesis [--cases NUMBER]
                                asks the program what its OpenAPI document invites to, 2,000 cases on each database
cargo xtask mutants [FILE]      changes what decides who may read, in every way: a test has to notice each (hours)
cargo xtask test [--long] [--only crypto|api|web|e2e]
                                every check and every test; --only for the inner loop";

fn main() -> ExitCode {
    let mut arguments = env::args().skip(1);
    let command = arguments.next();
    let rest: Vec<String> = arguments.collect();
    let outcome = match command.as_deref() {
        Some("setup") => without_arguments(&rest, setup::setup),
        Some("build") => with_flag(&rest, "--web", |web| if web { program::build_web() } else { program::build() }),
        Some("reproduce") => with_flag(&rest, "--binary", reproduce::reproduce),
        Some("demo") => program::demo(&rest),
        Some("bench") => with_flag(&rest, "--long", program::bench),
        Some("fuzz") => fuzz::fuzz(&rest),
        Some("schemathesis") => schemathesis::schemathesis(&rest),
        Some("mutants") => mutants::mutants(&rest),
        Some("test") => test::Selection::parse(&rest).and_then(test::test),
        _ => {
            eprintln!("{USAGE}");
            return ExitCode::from(2);
        }
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("xtask: {error}");
            ExitCode::FAILURE
        }
    }
}

/// For what knows one flag and no other argument.
fn with_flag(rest: &[String], flag: &str, run: impl FnOnce(bool) -> Outcome) -> Outcome {
    match rest {
        [] => run(false),
        [only] if only == flag => run(true),
        [unexpected, ..] => Err(format!("unexpected argument {unexpected:?}\n{USAGE}").into()),
    }
}

fn without_arguments(rest: &[String], run: impl FnOnce() -> Outcome) -> Outcome {
    match rest.first() {
        None => run(),
        Some(unexpected) => Err(format!("unexpected argument {unexpected:?}\n{USAGE}").into()),
    }
}
