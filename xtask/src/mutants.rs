//! Changes to what decides who may read: each has to be noticed by a test, or stand in a list with the reason why not.

use std::fs;

use crate::setup;
use crate::shell::{self, Outcome, command};

/// The changes that no test can notice, a line each, and why.
const LIST: &str = "tests/mutants.md";

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
    let folder = shell::target().join("mutants");
    fs::create_dir_all(&folder)?;
    let mut mutants = command(program);
    mutants.args(["mutants", "--no-shuffle", "--re", wanted, "--output"]).arg(&folder);
    // Its own build folder, because the copies it tests are other workspaces.
    mutants.env("CARGO_TARGET_DIR", folder.join("target"));
    // 2: something was missed; 3: something took too long. What that was stands in the files below.
    let status = mutants.status()?;
    if !matches!(status.code(), Some(0 | 2 | 3)) {
        return Err(format!("{status} from cargo mutants").into());
    }
    let read = |name: &str| fs::read_to_string(folder.join("mutants.out").join(name));
    let (caught, slow) = (read("caught.txt")?.lines().count(), read("timeout.txt")?.lines().count());
    let missed = read("missed.txt")?;
    let list = fs::read_to_string(shell::root().join(LIST))?;
    let noticed = caught.saturating_add(slow);
    eprintln!("{noticed} of {} changes were noticed", noticed.saturating_add(missed.lines().count()));
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
