#![doc = include_str!("../README.md")]
#![expect(clippy::print_stderr, reason = "a command-line tool speaks to its caller")]

mod postgres;
mod program;
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
cargo xtask build               build target/release/micromoed, one file
cargo xtask demo [ARGUMENTS]    build it and start it with a throw-away sample organisation
cargo xtask bench [--long]      what the service costs, as ratios measured side by side
cargo xtask test [--long] [--only crypto|api|web|e2e]
                                every check and every test; --only for the inner loop";

fn main() -> ExitCode {
    let mut arguments = env::args().skip(1);
    let command = arguments.next();
    let rest: Vec<String> = arguments.collect();
    let outcome = match command.as_deref() {
        Some("setup") => without_arguments(&rest, setup::setup),
        Some("build") => without_arguments(&rest, program::build),
        Some("demo") => program::demo(&rest),
        Some("bench") => match rest.as_slice() {
            [] => program::bench(false),
            [long] if long == "--long" => program::bench(true),
            [unexpected, ..] => Err(format!("unexpected argument {unexpected:?}\n{USAGE}").into()),
        },
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

fn without_arguments(rest: &[String], run: impl FnOnce() -> Outcome) -> Outcome {
    match rest.first() {
        None => run(),
        Some(unexpected) => Err(format!("unexpected argument {unexpected:?}\n{USAGE}").into()),
    }
}
