//! After a tick nothing says in which order reports came.

#![expect(clippy::as_conversions, reason = "places and counts, far below what is not exact")]

use crate::support::databases::{Database, Kind, databases, unhex};
use crate::support::load;
use crate::support::people::Team;
use crate::support::service::{SLUG, Ticks};
use client::Wait;
use client::entropy::generator;
use client::files::NewFile;
use crypto::ThreadId;
use crypto::token::ReplyToken;
use rand_core::Rng;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::fs;

/// Reports of one run: what arrives between two ticks.
const ARRIVALS: usize = 24;
/// Runs whose correlations are judged together; four times as many in the long loops.
const RUNS: usize = 50;
/// A file takes several requests.
const RUNS_WITH_FILES: usize = 12;

/// Tables that have a row for each arrival, with the column that names it.
const TABLES: [(&str, &str); 2] = [("thread", "id"), ("message", "thread")];

/// Those that have a row for each file.
const TABLES_OF_FILES: [(&str, &str); 2] = [("file", "thread"), ("file_part", "thread")];

/// Where the bytes of an arrival are stored: table, the column that names it, the column that holds them.
type Places<'a> = &'a [(&'a str, &'a str, &'a str)];

const PLACES: Places<'static> =
    &[("thread", "id", "header"), ("message", "thread", "bytes"), ("thread", "id", "secrets")];

/// What could tell the order, by name: for each arrival a value.
type Signs = BTreeMap<String, HashMap<String, i128>>;

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

/// How far the correlations of many runs are from chance, in units of its standard deviation: their sum, in which a
/// small but steady one shows, and the sum of their squares, in which one shows that changes its direction.
fn pooled(sigmas: &[f64]) -> [f64; 2] {
    let count = sigmas.len() as f64;
    let (sum, squares) = sigmas.iter().fold((0.0, 0.0), |(sum, squares), sigma| (sum + sigma, squares + sigma * sigma));
    // Where all values of all runs are equal they tell nothing.
    let squares = if squares == 0.0 { count } else { squares };
    [sum / count.sqrt(), (squares - count) / (2.0 * count).sqrt()]
}

/// Everything about the rows that could follow the order of arrival.
fn signs(database: &Database, tables: &[(&str, &str)]) -> Signs {
    let mut signs = Signs::new();
    for (table, name) in tables {
        let columns = &database.tables()[*table];
        let numbers = columns.iter().filter(|(_, kind)| *kind == Kind::Number).map(|(column, _)| column.clone());
        let hex = database.hex(name);
        for column in numbers.chain([database.place().to_owned()]) {
            let query = format!("SELECT {hex} || '|' || coalesce(CAST({column} AS TEXT), '-1') AS line FROM {table}");
            let lines = database.lines(&query);
            let values = lines.iter().map(|line| line.split_once('|').unwrap());
            let values = values.map(|(name, value)| (name.to_owned(), value.parse().unwrap()));
            signs.insert(format!("{table}: {column}"), values.collect());
        }
        let order = database.lines(&format!("SELECT {hex} AS line FROM {table}"));
        signs.insert(format!("{table}: as it is listed"), order.into_iter().zip(0..).collect());
    }
    signs
}

/// Where the bytes of each arrival lie in the file: what stands in the row, and what overflows it.
fn offsets(database: &Database, places: Places<'_>) -> Signs {
    if database.url().is_some() {
        return Signs::new();
    }
    let file = fs::read(database.folder().join("data/micromoed.sqlite3")).unwrap();
    let mut wanted: HashMap<[u8; 16], (String, String)> = HashMap::new();
    let mut signs = Signs::new();
    for (table, name, column) in places {
        let query = format!("SELECT lower(hex({name})) || '|' || hex({column}) AS line FROM {table}");
        let lines = database.lines(&query);
        let stored: Vec<(&str, Vec<u8>)> =
            lines.iter().map(|line| line.split_once('|').unwrap()).map(|(name, hex)| (name, unhex(hex))).collect();
        let length = stored.iter().map(|(_, bytes)| bytes.len()).min().unwrap();
        for from in [100, length.saturating_sub(600)].into_iter().filter(|from| from + 16 <= length) {
            let sign = format!("{table}.{column}: offset of byte {from}");
            // A cut between two pages may run through it.
            signs.insert(sign.clone(), stored.iter().map(|(name, _)| ((*name).to_owned(), -1)).collect());
            for (name, bytes) in &stored {
                wanted.insert(bytes[from..from + 16].try_into().unwrap(), (sign.clone(), (*name).to_owned()));
            }
        }
    }
    let mut begins = vec![false; 1 << 16];
    wanted.keys().for_each(|bytes| begins[usize::from(bytes[0]) << 8 | usize::from(bytes[1])] = true);
    for at in 0..file.len() - 15 {
        if begins[usize::from(file[at]) << 8 | usize::from(file[at + 1])]
            && let Some((sign, name)) = wanted.get(&file[at..at + 16])
        {
            signs.get_mut(sign).unwrap().insert(name.clone(), at as i128);
        }
    }
    for (sign, places) in &signs {
        assert!(places.values().filter(|place| **place < 0).count() < places.len() / 8, "{sign}");
    }
    signs
}

/// Signs that are further from chance than three standard deviations, over all runs together.
fn telling(signs: &Signs, runs: &[Vec<String>]) -> BTreeSet<String> {
    let tells = |places: &HashMap<String, i128>| {
        let of_run = |run: &Vec<String>| sigmas(&run.iter().map(|id| places[id]).collect::<Vec<_>>());
        pooled(&runs.iter().map(of_run).collect::<Vec<_>>()).iter().any(|sigmas| sigmas.abs() > 3.0)
    };
    signs.iter().filter(|(_, places)| tells(places)).map(|(sign, _)| sign.clone()).collect()
}

/// Reports that arrive one after the other, and then their tick: their names in that order.
fn run(team: &Team, tick: &str) -> Vec<String> {
    let reports = load::prepare(&team.service.organisation(SLUG), ARRIVALS);
    let mut connection = load::Connection::open(&team.service.address).unwrap();
    for report in &reports {
        assert_eq!(connection.post("/api/v1/threads", &report.0).unwrap().0, 201);
    }
    team.service.clock(tick);
    // Version, organisation, and then the thread's name.
    reports.iter().map(|report| ThreadId(report.0[17..49].try_into().unwrap()).to_hex()).collect()
}

/// Reports each of which a file follows, and then their tick.
fn run_with_files(team: &Team, tick: &str) -> Vec<String> {
    let organisation = team.service.organisation(SLUG);
    let rng = &mut generator().unwrap();
    let mut arrived = Vec::new();
    for _ in 0..ARRIVALS {
        let sent = team.report("see what I have");
        let mut bytes = vec![0; 900];
        rng.fill_bytes(&mut bytes);
        let file = NewFile { bytes: bytes.into(), ending: "txt".into() };
        team.mailbox(&sent.token, |mailbox| mailbox.attach("", &[file], rng).wait()).unwrap();
        let token = ReplyToken::parse(organisation.id(), &sent.token).unwrap();
        arrived.push(token.keys(organisation.id(), 0).thread().to_hex());
    }
    team.service.clock(tick);
    arrived
}

fn long() -> bool {
    std::env::var_os("MICROMOED_TEST_LONG").is_some_and(|value| !value.is_empty())
}

/// Of three hundred honest signs one is further from chance than three deviations: whatever tells has to tell twice.
fn nothing_tells(rounds: usize, run: impl Fn(&Team, &str) -> Vec<String>, tables: &[(&str, &str)], places: Places<'_>) {
    for database in databases() {
        let team = Team::begin(&database, Ticks::Daily("2026-01-01T12:00:00Z"));
        let mut days = (1..=12).flat_map(|month| (1..=28).map(move |day| format!("2026-{month:02}-{day:02}")));
        let mut ticks = days.by_ref().flat_map(|day| [format!("{day}T06:30:00Z"), format!("{day}T18:30:00Z")]).skip(1);
        let mut suspects: Option<BTreeSet<String>> = None;
        for _ in 0..2 {
            let runs: Vec<Vec<String>> = ticks.by_ref().take(rounds).map(|tick| run(&team, &tick)).collect();
            assert_eq!(runs.len(), rounds);
            let mut signs = signs(&database, tables);
            assert!(signs.len() >= 4 * tables.len(), "{:?}", signs.keys());
            signs.extend(offsets(&database, places));
            let telling = telling(&signs, &runs);
            suspects = Some(match suspects {
                None => telling,
                Some(before) => before.intersection(&telling).cloned().collect(),
            });
            for table in ["staged_thread", "staged_message", "staged_file", "staged_part"] {
                let count = format!("SELECT CAST(count(*) AS TEXT) AS line FROM {table}");
                assert_eq!(database.lines(&count), ["0"], "{table}");
            }
            if suspects.as_ref().is_some_and(BTreeSet::is_empty) {
                break;
            }
        }
        assert_eq!(suspects.unwrap(), BTreeSet::new());
    }
}

#[test]
fn after_a_tick_nothing_follows_the_order_of_arrival() {
    nothing_tells(if long() { RUNS * 4 } else { RUNS }, run, &TABLES, PLACES);
}

#[test]
fn after_a_tick_nothing_follows_the_order_in_which_files_came() {
    let rounds = if long() { RUNS } else { RUNS_WITH_FILES };
    nothing_tells(rounds, run_with_files, &TABLES_OF_FILES, &[("file_part", "thread", "bytes")]);
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
        let id = |count: usize| format!("{:064x}", (count * 7_919) % 65_537);
        let arrived: Vec<String> = (0..RUNS * ARRIVALS).map(id).collect();
        let rows: Vec<String> = arrived.iter().map(|id| format!("({})", database.literal(&unhex(id)))).collect();
        database.execute(&format!("INSERT INTO planted (id) VALUES {}", rows.join(", ")));
        let found = signs(&database, &[("planted", "id")]);
        let runs: Vec<Vec<String>> = arrived.chunks(ARRIVALS).map(<[String]>::to_vec).collect();
        assert_eq!(telling(&found, &runs).len(), found.len(), "{found:?}");
        // Nor is it lost where every other run goes backwards.
        let both = runs
            .iter()
            .enumerate()
            .map(|(place, run)| if place % 2 == 0 { run.clone() } else { run.iter().rev().cloned().collect() });
        assert_eq!(telling(&found, &both.collect::<Vec<_>>()).len(), found.len());
        drop(team);
    }
    assert!(sigmas(&(0..64).collect::<Vec<_>>()) > 7.0);
    assert!(sigmas(&(0..64).map(|count| (count * 37) % 64).collect::<Vec<_>>()).abs() < 3.0);
    let steady: Vec<f64> = (0..50).map(|run| if run % 2 == 0 { 1.4 } else { -0.4 }).collect();
    assert!(pooled(&steady)[0] > 3.0 && steady.iter().all(|sigmas| sigmas.abs() < 3.0));
    assert_eq!(pooled(&[0.0; 50]), [0.0, 0.0]);
}
