//! Dependencies: each has its reason, and the crates point one way.

use super::assert_none;
use super::source::file;

/// What a crate may not depend on.
const DIRECTION: [(&str, &[&str]); 3] =
    [("crypto", &["api", "client"]), ("client", &["api"]), ("xtask", &["api", "client", "crypto"])];

/// Dependencies of the workspace without a comment above them or above the group they stand in. The project's own
/// crates need none.
fn unexplained(manifest: &str) -> Vec<String> {
    let mut unexplained = Vec::new();
    let mut explained = false;
    for line in section(manifest, "[workspace.dependencies]") {
        match line.split_once('=') {
            _ if line.starts_with('#') => explained = true,
            Some((name, value)) => {
                if !explained && !value.contains("path =") {
                    unexplained.push(format!("Cargo.toml: {} is there without a line of why", name.trim()));
                }
            }
            None => explained = explained && !line.is_empty(),
        }
    }
    unexplained
}

/// Dependencies of a crate that the direction of the house forbids.
fn backward(manifest: &str, forbidden: &[&str]) -> Vec<String> {
    let lines = section(manifest, "[dependencies]").chain(section(manifest, "[dev-dependencies]"));
    let names = lines.filter_map(|line| line.split(['.', '=', ' ']).next());
    names.filter(|name| forbidden.contains(name)).map(str::to_owned).collect()
}

/// The trimmed lines of one section of a manifest.
fn section<'a>(manifest: &'a str, heading: &str) -> impl Iterator<Item = &'a str> {
    let lines = manifest.lines().map(str::trim).skip_while(move |line| *line != heading).skip(1);
    lines.take_while(|line| !line.starts_with('['))
}

#[test]
fn every_dependency_has_a_line_of_why() {
    let manifest = file("Cargo.toml").text;
    assert!(section(&manifest, "[workspace.dependencies]").count() > 3, "the section has moved");
    assert_none(&unexplained(&manifest));
}

#[test]
fn a_dependency_without_a_reason_is_found() {
    let begin = "[workspace.dependencies]\nours = { path = \"ours\" }\n";
    let of = |lines: &str| unexplained(&format!("{begin}{lines}\n[profile.dev]\ndebug = 1\n")).len();
    assert_eq!(of("# why\nsha2 = \"1\"\nhkdf = \"1\""), 0);
    assert_eq!(of("sha2 = \"1\""), 1);
    assert_eq!(of("# why\nsha2 = \"1\"\n\nhkdf = \"1\"\nhmac = \"1\""), 2);
}

#[test]
fn the_crates_depend_in_one_direction() {
    for (room, forbidden) in DIRECTION {
        let manifest = file(&format!("{room}/Cargo.toml")).text;
        assert_eq!(backward(&manifest, forbidden), Vec::<String>::new(), "in {room}/Cargo.toml");
    }
    let planted = "[dependencies]\nserde.workspace = true\n\n[dev-dependencies]\napi = { workspace = true }\n";
    assert_eq!(backward(planted, &["api"]), ["api"]);
}
