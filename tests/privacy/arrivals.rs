//! After a tick nothing says in which order reports came.

#![expect(clippy::as_conversions, reason = "places and counts, far below what is not exact")]

use crate::support::databases::{Database, Kind, databases, unhex};
use crate::support::people::Team;
use crate::support::service::Ticks;
use std::collections::BTreeMap;
use std::fs;

const ARRIVALS: usize = 64;

/// Tables that have a row for each arrival, with the column that names it.
const TABLES: [(&str, &str); 2] = [("thread", "id"), ("message", "thread")];

/// Spearman's rank correlation of the order of arrival with these values, in units of its standard deviation by chance.
fn sigmas(values: &[i128]) -> f64 {
    let (count, ranks) = (values.len() as f64, ranks(values));
    let mean = (count - 1.0) / 2.0;
    let (mut both, mut one, mut other) = (0.0, 0.0, 0.0);
    for (arrival, rank) in ranks.iter().enumerate() {
        let (arrival, rank) = (arrival as f64 - mean, rank - mean);
        both += arrival * rank;
        one += arrival * arrival;
        other += rank * rank;
    }
    // Where all values are equal they tell nothing.
    if other == 0.0 { 0.0 } else { both / (one * other).sqrt() * (count - 1.0).sqrt() }
}

/// The place of each value in order; equal ones share the middle of theirs.
fn ranks(values: &[i128]) -> Vec<f64> {
    let of = |value: &i128| {
        let (below, equal) = values.iter().fold((0, 0), |(below, equal), other| {
            (below + usize::from(other < value), equal + usize::from(other == value))
        });
        below as f64 + (equal as f64 - 1.0) / 2.0
    };
    values.iter().map(of).collect()
}

/// Everything about the rows that could follow the order of arrival, one value for each arrival.
fn signs(database: &Database, arrived: &[String], tables: &[(&str, &str)]) -> BTreeMap<String, Vec<i128>> {
    let mut signs = BTreeMap::new();
    for (table, name) in tables {
        let columns = &database.tables()[*table];
        let numbers = columns.iter().filter(|(_, kind)| *kind == Kind::Number).map(|(column, _)| column.clone());
        let hex = database.hex(name);
        for column in numbers.chain([database.place().to_owned()]) {
            let query = format!("SELECT {hex} || '|' || coalesce(CAST({column} AS TEXT), '-1') AS line FROM {table}");
            let values: BTreeMap<String, i128> = database
                .lines(&query)
                .iter()
                .map(|line| line.split_once('|').unwrap())
                .map(|(name, value)| (name.to_owned(), value.parse().unwrap()))
                .collect();
            signs.insert(format!("{table}: {column}"), arrived.iter().map(|id| values[id]).collect());
        }
        let query = format!("SELECT {hex} AS line FROM {table}");
        let order = database.lines(&query);
        let place = |id: &String| order.iter().position(|other| other == id).unwrap() as i128;
        signs.insert(format!("{table}: as it is listed"), arrived.iter().map(place).collect());
    }
    signs
}

/// Where the bytes of each arrival lie in the file: what stands in the row, and what overflows it.
fn offsets(database: &Database, arrived: &[String]) -> BTreeMap<String, Vec<i128>> {
    if database.url().is_some() {
        return BTreeMap::new();
    }
    let file = fs::read(database.folder().join("data/micromoed.sqlite3")).unwrap();
    let mut offsets = BTreeMap::new();
    for (table, name, column) in
        [("thread", "id", "header"), ("message", "thread", "bytes"), ("thread", "id", "secrets")]
    {
        let query = format!("SELECT lower(hex({name})) || '|' || hex({column}) AS line FROM {table}");
        let stored: BTreeMap<String, Vec<u8>> = database
            .lines(&query)
            .iter()
            .map(|line| line.split_once('|').unwrap())
            .map(|(name, bytes)| (name.to_owned(), unhex(bytes)))
            .collect();
        let length = stored.values().map(Vec::len).min().unwrap();
        for from in [100, length.saturating_sub(600)].into_iter().filter(|from| from + 16 <= length) {
            let place = |id: &String| {
                let wanted = &stored[id][from..from + 16];
                let at = file.windows(16).position(|window| window == wanted);
                // A cut between two pages may run through it.
                at.map_or(-1, |at| at as i128)
            };
            let places: Vec<i128> = arrived.iter().map(place).collect();
            assert!(places.iter().filter(|place| **place < 0).count() < ARRIVALS / 8, "{table}.{column} from {from}");
            offsets.insert(format!("{table}.{column}: offset of byte {from}"), places);
        }
    }
    offsets
}

/// Signs that are further from chance than three standard deviations.
fn telling(signs: &BTreeMap<String, Vec<i128>>) -> Vec<&str> {
    signs.iter().filter(|(_, values)| sigmas(values).abs() > 3.0).map(|(name, _)| name.as_str()).collect()
}

#[test]
fn after_a_tick_nothing_follows_the_order_of_arrival() {
    for database in databases() {
        let team = Team::begin(&database, Ticks::Daily("2026-11-16T10:00:00Z"));
        let mut suspects: Option<Vec<String>> = None;
        // Of a thousand honest signs three are further away by chance: whatever tells has to tell twice.
        for tick in ["2026-11-16T18:30:00Z", "2026-11-17T06:30:00Z"] {
            let arrived: Vec<String> = (0..ARRIVALS).map(|count| team.report(&format!("report {count}")).id).collect();
            team.service.clock(tick);
            let mut signs = signs(&database, &arrived, &TABLES);
            assert!(signs.len() >= 10, "{:?}", signs.keys());
            signs.extend(offsets(&database, &arrived));
            let telling = telling(&signs).into_iter().map(str::to_owned).collect::<Vec<_>>();
            suspects = Some(match suspects {
                None => telling,
                Some(before) => before.into_iter().filter(|sign| telling.contains(sign)).collect(),
            });
            for table in ["staged_thread", "staged_message"] {
                let count = format!("SELECT CAST(count(*) AS TEXT) AS line FROM {table}");
                assert_eq!(database.lines(&count), ["0"], "{table}");
            }
            if suspects.as_ref().is_some_and(Vec::is_empty) {
                break;
            }
        }
        assert_eq!(suspects.unwrap(), Vec::<String>::new());
    }
}

#[test]
fn after_a_tick_the_write_ahead_log_is_empty() {
    let database = databases().remove(0);
    let team = Team::begin(&database, Ticks::Daily("2026-11-16T10:00:00Z"));
    let length = || fs::metadata(database.folder().join("data/micromoed.sqlite3-wal")).unwrap().len();
    (0..8).for_each(|_| drop(team.report("soon")));
    assert!(length() > 0, "it is used until then");
    team.service.clock("2026-11-16T18:30:00Z");
    // The pulse of the jobs may have written since: an entry of its own, never an arrival.
    assert!(length() < 64 << 10, "{} bytes", length());
}

#[test]
fn an_ordinary_table_shows_the_order_of_arrival() {
    for database in databases() {
        let team = Team::begin(&database, Ticks::Daily("2026-11-16T10:00:00Z"));
        let serial = if database.url().is_some() { "bigserial" } else { "INTEGER" };
        let bytes = if database.url().is_some() { "bytea" } else { "BLOB" };
        database.execute(&format!("CREATE TABLE planted (number {serial} PRIMARY KEY, id {bytes})"));
        let arrived: Vec<String> = (0..ARRIVALS).map(|count| format!("{:064x}", (count * 7_919) % 65_537)).collect();
        for id in &arrived {
            database.execute(&format!("INSERT INTO planted (id) VALUES ({})", database.literal(&unhex(id))));
        }
        let found = signs(&database, &arrived, &[("planted", "id")]);
        assert_eq!(telling(&found).len(), found.len(), "{found:?}");
        drop(team);
    }
    assert!(sigmas(&(0..64).collect::<Vec<_>>()) > 7.0);
    assert!(sigmas(&(0..64).map(|count| (count * 37) % 64).collect::<Vec<_>>()).abs() < 3.0);
}
