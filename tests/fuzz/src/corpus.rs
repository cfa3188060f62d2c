//! Inputs that lead a parser to different places: kept as a file per parser, a line of hexadecimal digits each.

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// Longer inputs are not looked at.
const LONGEST: usize = 16_384;
/// Longer ones are not kept: the vectors have one of each long format.
const LONGEST_KEPT: usize = 1_024;

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus")
}

/// Of which parsers something is kept.
#[must_use]
pub fn names() -> BTreeSet<String> {
    let files = fs::read_dir(folder()).into_iter().flatten().flatten();
    files.filter_map(|file| file.file_name().into_string().ok()).collect()
}

/// What is kept of a parser.
///
/// # Panics
/// For a line that is not hexadecimal.
#[must_use]
pub fn kept(name: &str) -> Vec<Vec<u8>> {
    let lines = fs::read_to_string(folder().join(name)).unwrap_or_default();
    lines.lines().map(|line| bytes(line).unwrap_or_else(|| panic!("{name}: {line:?} is no input"))).collect()
}

/// Every text in the vectors of the formats, as it stands there and as the bytes it means, and what they lack.
///
/// # Panics
/// Where they are not there.
#[must_use]
pub fn first() -> Vec<Vec<u8>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../vectors");
    let mut found = BTreeSet::new();
    for file in fs::read_dir(folder).expect("the vectors").flatten().filter(|file| file.path().is_file()) {
        let text = fs::read_to_string(file.path()).expect("a file of vectors");
        gather(&serde_json::from_str(&text).expect("vectors are JSON"), &mut found);
    }
    found.extend(crate::first::inputs().expect("inputs that the program makes"));
    found.into_iter().filter(|input| input.len() <= LONGEST).collect()
}

fn gather(value: &serde_json::Value, found: &mut BTreeSet<Vec<u8>>) {
    match value {
        serde_json::Value::String(text) => {
            found.extend(bytes(text));
            found.insert(text.clone().into_bytes());
        }
        serde_json::Value::Array(values) => values.iter().for_each(|value| gather(value, found)),
        serde_json::Value::Object(members) => members.values().for_each(|value| gather(value, found)),
        _ => {}
    }
}

/// Writes what is kept, and the first inputs, as a file each.
///
/// # Errors
/// What the disk says.
pub fn unpack(name: &str, to: &Path) -> io::Result<()> {
    fs::create_dir_all(to)?;
    for (number, input) in kept(name).into_iter().chain(first()).enumerate() {
        fs::write(to.join(number.to_string()), input)?;
    }
    Ok(())
}

/// Keeps the files of a folder, the shortest first, and nothing else.
///
/// # Errors
/// What the disk says.
pub fn pack(name: &str, from: &Path) -> io::Result<()> {
    let mut inputs = fs::read_dir(from)?.map(|file| fs::read(file?.path())).collect::<io::Result<Vec<_>>>()?;
    inputs.retain(|input| input.len() <= LONGEST_KEPT);
    inputs.sort_by(|one, other| (one.len(), one).cmp(&(other.len(), other)));
    let lines = inputs.iter().map(|input| input.iter().map(|byte| format!("{byte:02x}")).collect::<String>() + "\n");
    fs::create_dir_all(folder())?;
    fs::write(folder().join(name), lines.collect::<String>())
}

fn bytes(digits: &str) -> Option<Vec<u8>> {
    let pairs = digits.as_bytes().chunks(2);
    pairs
        .map(|pair| u8::from_str_radix(std::str::from_utf8(pair).ok().filter(|pair| pair.len() == 2)?, 16).ok())
        .collect()
}
