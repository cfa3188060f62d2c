//! Puts the built pages (`web/dist`) inside the program, and looks whether they are what their manifest says. A build
//! without pages works and says so on its pages.

use sha2::{Digest, Sha256};
use std::collections::BTreeSet;
use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::{env, fs, io};

fn main() -> io::Result<()> {
    let root = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").unwrap_or_default()).join("../web/dist");
    println!("cargo::rerun-if-changed={}", root.display());
    let mut files = Vec::new();
    collect(&root.join("assets"), &mut files)?;
    collect(&root.join("pages"), &mut files)?;
    files.sort();
    let manifest = fs::read_to_string(root.join("site.txt")).unwrap_or_default();
    check(&root, &files, &manifest)?;
    let mut table = String::from("&[\n");
    for file in &files {
        let _ = writeln!(
            table,
            "({:?}, include_bytes!({:?})),",
            name(&root, file),
            file.canonicalize()?.display().to_string()
        );
    }
    table.push(']');
    let out = PathBuf::from(env::var_os("OUT_DIR").unwrap_or_default());
    fs::write(out.join("site.txt"), manifest)?;
    fs::write(out.join("files.rs"), table)
}

/// All files under a folder, if it is there.
fn collect(folder: &Path, files: &mut Vec<PathBuf>) -> io::Result<()> {
    let Ok(entries) = fs::read_dir(folder) else { return Ok(()) };
    for entry in entries {
        let path = entry?.path();
        if path.is_dir() { collect(&path, files)? } else { files.push(path) }
    }
    Ok(())
}

fn name(root: &Path, file: &Path) -> String {
    file.strip_prefix(root).unwrap_or(file).display().to_string()
}

/// Every file stands in the manifest as it is, and nothing else does. Compressed ones and how days are written are no
/// files of a visitor's.
fn check(root: &Path, files: &[PathBuf], manifest: &str) -> io::Result<()> {
    let mut found = BTreeSet::new();
    for file in files {
        let name = name(root, file);
        if [".br", ".gz", ".json"].iter().any(|ending| name.ends_with(ending)) {
            continue;
        }
        let address = name.strip_prefix("pages/").map_or_else(|| format!("/{name}"), |page| format!("/site/{page}"));
        let bytes = fs::read(file)?;
        let digest = Sha256::digest(&bytes).iter().fold(String::new(), |mut digits, byte| {
            let _ = write!(digits, "{byte:02x}");
            digits
        });
        found.insert(format!("{digest} {} {address}", bytes.len()));
    }
    let (_, said) = manifest.split_once("\n\n").unwrap_or_default();
    let said: BTreeSet<String> = said.lines().map(str::to_owned).collect();
    match found.symmetric_difference(&said).next() {
        None => Ok(()),
        Some(line) => {
            Err(io::Error::other(format!("web/dist is not what its site.txt says: {line}; build the pages again")))
        }
    }
}
