//! Changes to what decides who may read: each has to be noticed by a test, or stand in a list with the reason why not.

use std::fs;

use crate::setup;
use crate::shell::{self, Outcome, command};

/// The changes that no test can notice, a line each, and why.
const LIST: &str = "tests/mutants.md";
/// Each is tested by its own tests alone.
const PACKAGES: [&str; 2] = ["crypto", "api"];

/// Makes every change in the files that `.cargo/mutants.toml` names (or those of them whose name fits), and tests each.
///
/// # Errors
/// Names the changes that no test noticed and no list knows.
pub(crate) fn mutants(arguments: &[String]) -> Outcome {
    let wanted = match arguments {
        [] => ".",
        [wanted] if !wanted.starts_with('-') => wanted,
        _ => return Err("cargo xtask mutants [FILE]".into()),
    };
    let program = setup::cargo_tool("cargo-mutants", "27.1.0")?;
    let list = fs::read_to_string(shell::root().join(LIST))?;
    let (mut noticed, mut missed) = (0_usize, String::new());
    for package in PACKAGES {
        let folder = shell::target().join("mutants").join(package);
        drop(fs::remove_dir_all(folder.join("mutants.out")));
        fs::create_dir_all(&folder)?;
        let mut mutants = command(&program);
        mutants.args(["mutants", "--no-shuffle", "--package", package, "--re", wanted, "--output"]).arg(&folder);
        // Its own build folder, because the copies it tests are other workspaces.
        let status = mutants.env("CARGO_TARGET_DIR", shell::target().join("mutants/target")).status()?;
        // 2: something was missed; 3: something took too long, which is noticed as well.
        if !matches!(status.code(), Some(0 | 2 | 3)) {
            return Err(format!("{status} from cargo mutants").into());
        }
        // There is none where nothing in the package was wanted.
        let read = |name: &str| fs::read_to_string(folder.join("mutants.out").join(name)).unwrap_or_default();
        noticed += [read("caught.txt"), read("timeout.txt")].iter().map(|file| file.lines().count()).sum::<usize>();
        missed.push_str(&read("missed.txt"));
    }
    let all = noticed + missed.lines().count();
    eprintln!("{noticed} of {all} changes were noticed");
    if all == 0 {
        return Err(format!("no change has {wanted:?} in its name").into());
    }
    let unknown = unknown(&missed, &list);
    if unknown.is_empty() {
        Ok(())
    } else {
        Err(format!("no test noticed, and {LIST} does not explain:\n{}", unknown.join("\n")).into())
    }
}

/// The missed changes that do not stand in the list, which names none of the lines they are on.
fn unknown<'a>(missed: &'a str, list: &str) -> Vec<&'a str> {
    missed.lines().filter(|line| !list.contains(&format!("`{}`", without_line(line)))).collect()
}

/// `file.rs:10:5: change` as `file.rs: change`.
fn without_line(change: &str) -> String {
    let mut parts = change.splitn(4, ':');
    let (file, change) = (parts.next().unwrap_or_default(), parts.nth(2).unwrap_or_default());
    format!("{file}:{change}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_change_is_known_by_its_file_and_what_it_does_wherever_it_stands() {
        let missed = "a.rs:10:5: replace f -> &str with \"\"\na.rs:11:5: replace g -> bool with true\n";
        let list = "- `a.rs: replace f -> &str with \"\"`: no test can see it.";
        assert_eq!(unknown(missed, list), ["a.rs:11:5: replace g -> bool with true"]);
        assert_eq!(unknown(missed, "").len(), 2);
    }
}
