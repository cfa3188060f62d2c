//! The program: parses the command line, prints what the command says, and exits 0, 1 (refused or failed),
//! 2 (usage) or with the number a command is known for.

use api::Error;
use api::commands::{Line, Output};
use clap::Parser;
use std::io::Write;
use std::process::ExitCode;

fn main() -> ExitCode {
    let line = Line::parse();
    let json = line.json();
    match line.run() {
        Ok(Some(output)) => print(&output, json),
        Ok(None) => ExitCode::SUCCESS,
        Err(error) => {
            say(&format!("micromoed: {error}"));
            ExitCode::from(match error {
                Error::Usage(_) => 2,
                Error::Client(error) => error.exit_code(),
                _ => 1,
            })
        }
    }
}

fn print(output: &Output, json: bool) -> ExitCode {
    let text = if json { output.document.to_string() } else { output.text.clone() };
    match writeln!(std::io::stdout(), "{text}") {
        Ok(()) => ExitCode::from(output.code),
        Err(_) => ExitCode::FAILURE,
    }
}

/// For people, on stderr; whoever closed it does not want it.
fn say(message: &str) {
    drop(writeln!(std::io::stderr(), "{message}"));
}
