//! Named steps, timed: what a person waits for is printed while and after she waits.

use std::time::{Duration, Instant};

use crate::shell::Outcome;

/// The steps run so far.
#[derive(Default)]
pub(crate) struct Steps {
    done: Vec<(String, Duration)>,
}

impl Steps {
    /// Runs one step; its name and seconds are printed whether it fails or not.
    pub(crate) fn run(&mut self, name: &str, step: impl FnOnce() -> Outcome) -> Outcome {
        eprintln!("\n== {name}");
        let started = Instant::now();
        let outcome = step();
        self.done.push((name.to_owned(), started.elapsed()));
        outcome.map_err(|error| format!("step {name:?} failed: {error}").into())
    }

    /// Prints the seconds of each step, and their sum.
    pub(crate) fn print(&self) {
        eprintln!("\nseconds  step");
        for (name, took) in &self.done {
            eprintln!("{:7.1}  {name}", took.as_secs_f64());
        }
        let all: Duration = self.done.iter().map(|(_, took)| *took).sum();
        eprintln!("{:7.1}  all", all.as_secs_f64());
    }
}
