//! The rooms: each explains itself, none is crowded, and the map in the README shows them all.

use std::collections::BTreeSet;

use super::source::{Source, file, files, folders, name, rooms, root, top};
use super::{assert_none, planted};

/// Nobody dares to open a longer file.
const MOST_LINES: usize = 800;

fn crowded(sources: &[Source]) -> Vec<String> {
    let long = sources.iter().map(|source| (source, source.text.lines().count()));
    let long = long.filter(|(_, lines)| *lines > MOST_LINES);
    long.map(|(source, lines)| format!("{} has {lines} lines; {MOST_LINES} are the most", source.path)).collect()
}

/// What stands at the top beside the rooms. Whatever else lies there came along with something.
const TOP: [&str; 10] = [
    "CHANGELOG.md",
    "CONTRIBUTING.md",
    "Cargo.lock",
    "Cargo.toml",
    "LICENSE",
    "README.md",
    "SECURITY.md",
    "clippy.toml",
    "deny.toml",
    "rustfmt.toml",
];

/// Files at the top that nobody expects there.
fn strays(top: impl IntoIterator<Item = String>) -> Vec<String> {
    let strays = top.into_iter().filter(|name| !TOP.contains(&name.as_str()));
    strays.map(|name| format!("{name} belongs in a room, or nowhere")).collect()
}

/// The rooms that the README's table names: its rows begin with a link to the room's own README.
fn map(readme: &str) -> BTreeSet<String> {
    let rows = readme.lines().filter_map(|line| line.strip_prefix("| [`")?.split_once("/`]"));
    rows.map(|(room, _)| room.to_owned()).collect()
}

/// Migrations that only one of the two databases has.
fn uneven(sqlite: &BTreeSet<String>, postgres: &BTreeSet<String>) -> Vec<String> {
    sqlite.symmetric_difference(postgres).map(|name| format!("{name} is in one of the two folders only")).collect()
}

#[test]
fn every_room_says_what_lives_in_it() {
    let silent = rooms().into_iter().filter(|room| !root().join(room).join("README.md").is_file());
    assert_none(&silent.map(|room| format!("{room}/README.md is missing")).collect::<Vec<_>>());
}

#[test]
fn the_map_in_the_readme_shows_the_rooms_that_exist() {
    assert_eq!(map(&file("README.md").text), rooms().into_iter().collect());
    assert_eq!(map("| Room | |\n| [`attic/`](attic/README.md) | boxes |\n"), BTreeSet::from(["attic".to_owned()]));
}

#[test]
fn nothing_lies_about_at_the_top() {
    assert_none(&strays(top()));
    assert_eq!(strays(["README.md", "anyio-4.16.0-py3-none-any.whl"].map(str::to_owned)).len(), 1);
}

#[test]
fn no_file_is_too_long_to_read() {
    assert_none(&crowded(&files(&[".rs", ".sql", ".ts", ".css", ".sh"])));
    assert_eq!(crowded(&[planted("api/src/a.rs", &"\n".repeat(MOST_LINES + 1))]).len(), 1);
    assert_eq!(crowded(&[planted("api/src/a.rs", &"\n".repeat(MOST_LINES))]).len(), 0);
}

#[test]
fn both_databases_have_the_same_migrations_with_a_way_up_and_down() {
    let [sqlite, postgres] = ["migrations/sqlite", "migrations/postgres"].map(|folder| {
        let folders = folders(&root().join(folder));
        for way in ["up.sql", "down.sql"] {
            let lacking = folders.iter().filter(|folder| !folder.join(way).is_file());
            assert_none(&lacking.map(|folder| format!("{} lacks {way}", folder.display())).collect::<Vec<_>>());
        }
        folders.iter().filter_map(|folder| name(folder)).collect::<BTreeSet<_>>()
    });
    assert_none(&uneven(&sqlite, &postgres));
    assert_eq!(uneven(&BTreeSet::from(["a".to_owned()]), &BTreeSet::new()).len(), 1);
}
