//! A backup tells nothing to whoever finds it: no value of any column, no key, and next to it nothing in clear.

use crate::support::backups;
use crate::support::databases::{Database, Kind, databases, unhex};
use crate::support::people::Team;
use crate::support::service::Ticks;
use client::Wait;
use client::entropy::generator;
use std::collections::BTreeSet;
use std::fs;

/// Shorter values stand in any file by chance.
const SHORTEST: usize = 8;

/// Every value of bytes or text in the database that is long enough to be known again.
fn values(database: &Database) -> BTreeSet<Vec<u8>> {
    let mut values = BTreeSet::new();
    for (table, columns) in database.tables() {
        for (column, kind) in columns {
            let found = match kind {
                Kind::Number => Vec::new(),
                Kind::Text => {
                    database.lines(&format!("SELECT {column} AS line FROM {table} WHERE {column} IS NOT NULL"))
                }
                Kind::Bytes => {
                    let hex = database.hex(&column);
                    database.lines(&format!("SELECT {hex} AS line FROM {table} WHERE {column} IS NOT NULL"))
                }
            };
            let bytes =
                found.into_iter().map(|line| if kind == Kind::Bytes { unhex(&line) } else { line.into_bytes() });
            values.extend(bytes.filter(|bytes| bytes.len() >= SHORTEST).map(|bytes| bytes[..SHORTEST].to_vec()));
        }
    }
    values
}

/// Those of them that stand in these bytes.
fn found(bytes: &[u8], values: &BTreeSet<Vec<u8>>) -> usize {
    bytes.windows(SHORTEST).filter(|window| values.contains(*window)).count()
}

#[test]
fn nothing_of_the_database_or_of_the_keys_stands_in_a_backup_or_beside_it() {
    for database in databases() {
        let mut team = Team::begin(&database, Ticks::Immediate);
        team.report("Er wordt geroepen.");
        team.an.sit(&team.service).inbox(&mut generator().unwrap()).wait().unwrap();
        let before: BTreeSet<_> = fs::read_dir(database.folder()).unwrap().map(|entry| entry.unwrap().path()).collect();
        let backup = backups::make(&database, "found");
        team.service.stop();
        let mut values = values(&database);
        assert!(values.len() > 300, "there is not much to look for");
        for folder in ["data/keys", "data/release-keys"] {
            for entry in fs::read_dir(database.folder().join(folder)).unwrap() {
                let bytes = fs::read(entry.unwrap().path()).unwrap();
                values.insert(bytes[bytes.len() - SHORTEST..].to_vec());
            }
        }
        for file in [&backup.file, &backup.keys] {
            assert_eq!(found(&fs::read(file).unwrap(), &values), 0, "{}", file.display());
        }
        // The same look finds them where they are.
        if database.url().is_none() {
            assert!(found(&fs::read(database.folder().join("data/micromoed.sqlite3")).unwrap(), &values) > 300);
        }
        let after = fs::read_dir(database.folder()).unwrap().map(|entry| entry.unwrap().path());
        let new: BTreeSet<_> = after.filter(|path| !before.contains(path)).collect();
        assert_eq!(new, BTreeSet::from([backup.file, backup.keys]), "something else was left behind");
    }
}
