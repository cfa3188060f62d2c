//! Parsers under libFuzzer, built with coverage that a stable compiler can give: no sanitizer, since there is no unsafe
//! code that one could watch.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::shell::{self, Outcome, cargo, command, read, run};

/// What libFuzzer looks at: which edges were taken how often, and what was compared with what.
const FLAGS: &str = "-Cpasses=sancov-module -Cllvm-args=-sanitizer-coverage-level=4 \
    -Cllvm-args=-sanitizer-coverage-inline-8bit-counters -Cllvm-args=-sanitizer-coverage-pc-table \
    -Cllvm-args=-sanitizer-coverage-trace-compares -Ccodegen-units=1 -Cdebug-assertions -Coverflow-checks";
const SECONDS: &str = "60";
/// A longer input, slower answer or larger memory than these is a fault.
const LIMITS: [&str; 4] = ["-max_len=16384", "-timeout=5", "-rss_limit_mb=512", "-malloc_limit_mb=128"];

/// Looks for inputs that a parser does not bear, for some seconds each, and keeps those that lead somewhere new. A name
/// means all parsers that begin with it: `strip` is `strip-gif` and its like.
///
/// # Errors
/// Names the parsers that failed; their inputs are kept.
pub(crate) fn fuzz(arguments: &[String]) -> Outcome {
    let (wanted, seconds) = match arguments {
        [] => (None, SECONDS),
        [flag, seconds] if flag == "--seconds" => (None, seconds.as_str()),
        [name] => (Some(name), SECONDS),
        [name, flag, seconds] if flag == "--seconds" => (Some(name), seconds.as_str()),
        _ => return Err("cargo xtask fuzz [PARSER] [--seconds NUMBER]".into()),
    };
    run(cargo().args(["build", "--locked", "--package", "fuzz", "--bin", "corpus"]))?;
    // With a target named, what runs while building is built without the flags, which it could not be linked with.
    let target = read(command("rustc").args(["--print", "host-tuple"]))?;
    let folder = shell::target().join("fuzz");
    run(cargo()
        .args(["build", "--locked", "--release", "--package", "fuzz", "--bin", "fuzz", "--features", "engine"])
        .args(["--target", target.trim()])
        .env("CARGO_TARGET_DIR", &folder)
        .env("RUSTFLAGS", FLAGS))?;
    let built = Built {
        engine: folder.join(target.trim()).join("release/fuzz"),
        corpus: shell::target().join("debug/corpus"),
        inputs: folder.join("inputs"),
    };
    let known = read(built.corpus().arg("names"))?;
    let names: Vec<&str> = known.lines().filter(|name| wanted.is_none_or(|wanted| is_of(name, wanted))).collect();
    if names.is_empty() {
        return Err(format!("no such parser; there are:\n{known}").into());
    }
    let mut failed = Vec::new();
    for name in names {
        eprintln!("\n== {name}");
        if built.look(name, seconds).is_err() {
            failed.push(name);
        }
    }
    if failed.is_empty() { Ok(()) } else { Err(format!("failed, and kept: {}", failed.join(", ")).into()) }
}

/// Whether a parser has this name, or is one of several that share its beginning.
fn is_of(name: &str, wanted: &str) -> bool {
    name.strip_prefix(wanted).is_some_and(|rest| rest.is_empty() || rest.starts_with('-'))
}

struct Built {
    engine: PathBuf,
    corpus: PathBuf,
    inputs: PathBuf,
}

impl Built {
    fn corpus(&self) -> Command {
        command(&self.corpus)
    }

    fn engine(&self, name: &str) -> Command {
        let mut engine = command(&self.engine);
        engine.env("MICROMOED_FUZZ", name).args(LIMITS).arg("-verbosity=0");
        engine
    }

    fn look(&self, name: &str, seconds: &str) -> Outcome {
        let [all, fewest, faults] = ["all", "fewest", "faults"].map(|folder| self.inputs.join(name).join(folder));
        drop(fs::remove_dir_all(self.inputs.join(name)));
        for folder in [&all, &fewest, &faults] {
            fs::create_dir_all(folder)?;
        }
        run(self.corpus().args(["unpack", name]).arg(&all))?;
        let prefix = format!("-artifact_prefix={}/", faults.display());
        let looked = run(self
            .engine(name)
            .args([&prefix, &format!("-max_total_time={seconds}")])
            .arg("-print_final_stats=1")
            .arg(&all));
        run(self.engine(name).arg("-merge=1").args([&fewest, &all]))?;
        move_all(&faults, &fewest)?;
        run(self.corpus().args(["pack", name]).arg(&fewest))?;
        looked
    }
}

fn move_all(from: &Path, to: &Path) -> Outcome {
    for file in fs::read_dir(from)? {
        let file = file?;
        fs::rename(file.path(), to.join(file.file_name()))?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_means_whatever_begins_with_its_words() {
        assert!(is_of("strip-gif", "strip") && is_of("strip-gif", "strip-gif") && is_of("roster", "roster"));
        assert!(!is_of("stripe", "strip") && !is_of("roster", "roster-chain"));
    }
}
