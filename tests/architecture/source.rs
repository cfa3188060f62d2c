//! The repository's own text, read for what it says and not for what stands in its strings.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

/// A text file: its path from the root of the repository, with forward slashes, and what it holds.
#[derive(Debug)]
pub(crate) struct Source {
    pub(crate) path: String,
    pub(crate) text: String,
}

/// The root of the repository. Asked when it runs and not when it is compiled, because two clones may share one
/// target folder.
pub(crate) fn root() -> &'static Path {
    static ROOT: LazyLock<PathBuf> = LazyLock::new(|| {
        let package = env::var_os("CARGO_MANIFEST_DIR").expect("tests are started by cargo");
        Path::new(&package).parent().unwrap().to_path_buf()
    });
    &ROOT
}

/// One file by its path from the root.
pub(crate) fn file(path: &str) -> Source {
    let text = fs::read_to_string(root().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"));
    Source { path: path.to_owned(), text }
}

/// All files of the rooms that end in one of the given ways, in order of path.
pub(crate) fn files(endings: &[&str]) -> Vec<Source> {
    let mut paths = Vec::new();
    for room in rooms() {
        walk(&root().join(room), &mut paths);
    }
    let mut paths: Vec<String> =
        paths.iter().map(|path| path.strip_prefix(root()).unwrap().to_string_lossy().into_owned()).collect();
    paths.retain(|path| endings.iter().any(|ending| path.ends_with(ending)));
    paths.sort();
    paths.iter().map(|path| file(path)).collect()
}

/// The folders of the root that belong to the project.
pub(crate) fn rooms() -> Vec<String> {
    let mut rooms: Vec<String> = folders(root()).iter().filter_map(|path| name(path)).collect();
    rooms.retain(|name| !matches!(name.as_str(), "target" | "micromoed-data"));
    rooms.sort();
    rooms
}

/// The files of the root, hidden ones left out.
pub(crate) fn top() -> Vec<String> {
    entries(root()).iter().filter(|path| path.is_file()).filter_map(|path| name(path)).collect()
}

/// The folders in a folder, hidden ones and those of tools left out; none where it does not exist.
pub(crate) fn folders(parent: &Path) -> Vec<PathBuf> {
    entries(parent).into_iter().filter(|path| path.is_dir()).collect()
}

/// The last part of a path.
pub(crate) fn name(path: &Path) -> Option<String> {
    Some(path.file_name()?.to_string_lossy().into_owned())
}

fn entries(parent: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(parent).into_iter().flatten().map(|entry| entry.unwrap().path());
    entries
        .filter(|path| {
            let name = name(path).unwrap();
            !name.starts_with('.') && !matches!(name.as_str(), "node_modules" | "dist")
        })
        .collect()
}

fn walk(folder: &Path, found: &mut Vec<PathBuf>) {
    for path in entries(folder) {
        if path.is_dir() { walk(&path, found) } else { found.push(path) }
    }
}

impl Source {
    /// Rust that ships: everything before the unit tests at the foot of the file, and nothing of a file of tests.
    pub(crate) fn production(&self) -> &str {
        if !self.path.contains("/src/") || self.path.ends_with("/tests.rs") || self.path.contains("/tests/") {
            return "";
        }
        self.text.split("\n#[cfg(test)]\nmod tests").next().unwrap()
    }
}

/// What is left of Rust text without strings and characters and, where asked, without comments. Lines stay lines.
pub(crate) fn strip(text: &str, keep_comments: bool) -> String {
    let text: Vec<char> = text.chars().collect();
    let at = |place: usize| text.get(place).copied().unwrap_or('\0');
    let mut kept = String::new();
    let mut place = 0;
    while place < text.len() {
        let start = place;
        let keep = match (at(place), at(place + 1)) {
            ('/', '/') => {
                place = end(&text, place, "\n") - 1;
                keep_comments
            }
            ('/', '*') => {
                place = end(&text, place, "*/");
                keep_comments
            }
            ('"', _) => {
                place = string_end(&text, place);
                false
            }
            ('\'', '\\') => {
                place = end(&text, place + 3, "'");
                false
            }
            ('\'', _) if at(place + 2) == '\'' => {
                place += 3;
                false
            }
            _ => {
                place += 1;
                true
            }
        };
        let piece = &text[start..place];
        kept.extend(piece.iter().filter(|&&letter| keep || letter == '\n'));
    }
    kept
}

/// The place after the string that begins with the quotation mark at `place`.
fn string_end(text: &[char], place: usize) -> usize {
    let hashes = text[..place].iter().rev().take_while(|&&letter| letter == '#').count();
    let raw = place > hashes && text[place - hashes - 1] == 'r';
    if raw {
        return end(text, place + 1, &format!("\"{}", "#".repeat(hashes)));
    }
    let mut place = place + 1;
    while place < text.len() && text[place] != '"' {
        place += if text[place] == '\\' { 2 } else { 1 };
    }
    (place + 1).min(text.len())
}

/// The place after the next `mark`, or the end.
fn end(text: &[char], place: usize, mark: &str) -> usize {
    let mark: Vec<char> = mark.chars().collect();
    let found = (place..text.len()).find(|&place| text[place..].starts_with(&mark));
    found.map_or(text.len() + usize::from(mark == ['\n']), |found| found + mark.len())
}

#[test]
fn strings_and_characters_are_no_code_and_comments_only_where_asked() {
    let text =
        "let a = \"x // \\\" y\"; // why 'twas\nlet b = r#\"z \" w\"#; let c: &'static str = f('\"', '\\'', 'v');\n";
    let code = strip(text, false);
    assert_eq!(code, "let a = ; \nlet b = r#; let c: &'static str = f(, , );\n");
    assert!(strip(text, true).contains("// why 'twas\n"));
    assert_eq!(strip("a /* b\n */ c // d", false), "a \n c ");
}
