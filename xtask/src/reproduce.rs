//! Two builds of the same sources in two folders: whatever differs depends on where and when it was built.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use crate::setup;
use crate::shell::{self, Outcome, command, read, run};
use crate::steps::Steps;

/// Of different depth and length, so that a path that stays somewhere shows.
const FOLDERS: [&str; 2] = ["one", "the/other/folder"];

/// Builds the pages twice, the program too where it is asked for, and prints the hash of everything that ships.
///
/// # Errors
/// Names what differs.
pub(crate) fn reproduce(binary: bool) -> Outcome {
    setup::setup()?;
    let mut steps = Steps::default();
    let outcome = build_and_compare(&mut steps, binary);
    steps.print();
    outcome
}

fn build_and_compare(steps: &mut Steps, binary: bool) -> Outcome {
    let mut built = Vec::new();
    for folder in FOLDERS {
        let folder = shell::target().join("reproduce").join(folder);
        steps.run(&format!("copy to {}", folder.display()), || copy(&folder))?;
        steps.run(&format!("build in {}", folder.display()), || build(&folder, binary))?;
        built.push(hashes(&folder, binary)?);
    }
    let [one, other] = built.as_slice() else { return Err("two builds are compared".into()) };
    for (name, hash) in one {
        println!("{hash}  {name}");
    }
    match differences(one, other).as_slice() {
        [] => {
            eprintln!("{} files are the same in both builds", one.len());
            Ok(())
        }
        names => Err(format!("these differ between the two builds: {}", names.join(", ")).into()),
    }
}

/// What git knows of, as it lies here, changes included; nothing that was built before.
fn copy(folder: &Path) -> Outcome {
    if folder.exists() {
        fs::remove_dir_all(folder)?;
    }
    for name in read(command("git").args(["ls-files", "-z"]))?.split('\0').filter(|name| !name.is_empty()) {
        let (from, to) = (shell::root().join(name), folder.join(name));
        if !from.is_file() {
            continue;
        }
        fs::create_dir_all(to.parent().unwrap_or(folder))?;
        fs::copy(from, to)?;
    }
    Ok(())
}

/// By this same program, which asks for its root when it runs, in a target folder of the copy's own.
fn build(folder: &Path, binary: bool) -> Outcome {
    let mut build = command(std::env::current_exe()?);
    build.arg("build").args((!binary).then_some("--web"));
    build.current_dir(folder).env("CARGO_MANIFEST_DIR", folder.join("xtask")).env("CARGO_TARGET_DIR", target(folder));
    run(&mut build)
}

fn target(folder: &Path) -> PathBuf {
    folder.join("target")
}

/// SHA-256 of everything that ships, by name.
fn hashes(folder: &Path, binary: bool) -> Outcome<BTreeMap<String, String>> {
    let dist = folder.join("web/dist");
    let mut files = Vec::new();
    collect(&dist, &mut files)?;
    files.extend(binary.then(|| target(folder).join("release/micromoed")));
    let sums = read(command("sha256sum").args(&files))?;
    let sums = sums.lines().filter_map(|line| line.split_once("  "));
    Ok(sums.map(|(hash, file)| (file.replacen(&format!("{}/", folder.display()), "", 1), hash.to_owned())).collect())
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) -> Outcome {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() { collect(&path, files)? } else { files.push(path) }
    }
    Ok(())
}

/// Names of what is not in both, or not the same.
fn differences(one: &BTreeMap<String, String>, other: &BTreeMap<String, String>) -> Vec<String> {
    let names = one.keys().chain(other.keys().filter(|name| !one.contains_key(*name)));
    names.filter(|name| one.get(*name) != other.get(*name)).cloned().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn built(files: &[(&str, &str)]) -> BTreeMap<String, String> {
        files.iter().map(|(name, hash)| ((*name).to_owned(), (*hash).to_owned())).collect()
    }

    #[test]
    fn what_differs_and_what_is_missing_are_both_named() {
        let one = built(&[("a", "1"), ("b", "2"), ("c", "3")]);
        assert_eq!(differences(&one, &one), Vec::<String>::new());
        assert_eq!(differences(&one, &built(&[("a", "1"), ("b", "9"), ("d", "4")])), ["b", "c", "d"]);
    }
}
