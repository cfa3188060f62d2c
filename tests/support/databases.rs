//! A store of its own for every test, once on SQLite and once on PostgreSQL.

use diesel::connection::SimpleConnection;
use diesel::{Connection, QueryableByName, RunQueryDsl, SqliteConnection};
use std::collections::BTreeMap;
use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{self, Command};
use std::sync::atomic::{AtomicU32, Ordering};
use tempfile::TempDir;

/// The address of a PostgreSQL server on which databases may be made; `cargo xtask test` starts one and sets it.
const SERVER: &str = "MICROMOED_TEST_POSTGRES";
/// The file of a SQLite database, in the folder of a test.
const SQLITE: &str = "data/micromoed.sqlite3";

/// A fresh data folder and, on PostgreSQL, a fresh database. Dropping it removes both.
pub(crate) struct Database {
    folder: PathBuf,
    postgres: Option<PostgresDatabase>,
}

struct PostgresDatabase {
    server: String,
    name: String,
}

/// A fresh store for each kind of database: a test loops over them.
///
/// Without a PostgreSQL server it is SQLite alone, for the inner loop only: in continuous integration that is a
/// failure.
pub(crate) fn databases() -> Vec<Database> {
    let server = env::var(SERVER).ok().filter(|url| !url.is_empty());
    if server.is_none() {
        let ci = env::var("CI").is_ok_and(|value| value == "true");
        assert!(!ci, "{SERVER} is unset: run the tests by `cargo xtask test`, which starts a PostgreSQL for them");
        eprintln!("{SERVER} is unset: SQLite only");
    }
    let mut databases = vec![Database { folder: fresh_folder(), postgres: None }];
    databases.extend(
        server.map(|server| Database { folder: fresh_folder(), postgres: Some(PostgresDatabase::create(server)) }),
    );
    databases
}

impl Database {
    /// The data folder, for `--data`.
    pub(crate) fn folder(&self) -> &Path {
        &self.folder
    }

    /// The address for `--database`; on SQLite there is none, because the file lies in the data folder.
    pub(crate) fn url(&self) -> Option<String> {
        self.postgres.as_ref().map(PostgresDatabase::url)
    }
}

/// A copy of an installation: its folder, and its database where that lies elsewhere.
pub(crate) struct Kept {
    folder: TempDir,
    postgres: Option<PostgresDatabase>,
}

impl Kept {
    /// The copied folder.
    pub(crate) fn folder(&self) -> &Path {
        self.folder.path()
    }
}

impl Database {
    /// Keeps a copy of everything, while nothing runs.
    pub(crate) fn keep(&self) -> Kept {
        let folder = tempfile::tempdir().unwrap();
        copy(&self.folder, folder.path());
        Kept { folder, postgres: self.postgres.as_ref().map(PostgresDatabase::copy) }
    }

    /// Puts everything back as it was, while nothing runs.
    pub(crate) fn put_back(&self, kept: &Kept) {
        fs::remove_dir_all(&self.folder).unwrap();
        fs::create_dir(&self.folder).unwrap();
        copy(kept.folder(), &self.folder);
        self.put_back_stored(kept);
    }

    /// Puts back the database alone, while nothing runs.
    pub(crate) fn put_back_stored(&self, kept: &Kept) {
        match (&self.postgres, &kept.postgres) {
            (Some(here), Some(kept)) => here.become_a_copy_of(kept),
            _ => drop(fs::copy(kept.folder().join(SQLITE), self.folder.join(SQLITE)).unwrap()),
        }
    }
}

/// What a query of these tests selects: one column of text.
#[derive(QueryableByName)]
struct Line {
    #[diesel(sql_type = diesel::sql_types::Text)]
    line: String,
}

impl Database {
    /// Runs a query that selects one column of text called `line`.
    pub(crate) fn lines(&self, query: &str) -> Vec<String> {
        match self.url() {
            Some(url) => psql(&url, query).unwrap().lines().map(str::to_owned).collect(),
            None => {
                let lines: Vec<Line> = diesel::sql_query(query).load(&mut self.sqlite()).unwrap();
                lines.into_iter().map(|line| line.line).collect()
            }
        }
    }

    /// Changes what is stored, behind the program's back.
    pub(crate) fn execute(&self, statements: &str) {
        match self.url() {
            Some(url) => drop(psql(&url, statements).unwrap()),
            None => self.sqlite().batch_execute(statements).unwrap(),
        }
    }

    /// That no file of a stopped service holds these bytes any more. PostgreSQL keeps its own files, and they are not ours
    /// to read.
    pub(crate) fn has_forgotten(&self, bytes: &[u8]) {
        if self.url().is_some() {
            return;
        }
        let entries = fs::read_dir(self.folder().join("data")).unwrap().map(|entry| entry.unwrap().path());
        let files: Vec<_> = entries.filter(|path| path.is_file()).collect();
        assert!(files.iter().any(|path| path.ends_with("micromoed.sqlite3")), "there is no database to look into");
        for path in files {
            let stored = fs::read(&path).unwrap();
            let held = stored.windows(bytes.len()).any(|window| window == bytes);
            assert!(!held, "something is left in {}", path.display());
        }
    }

    /// Every table with its columns: their names, and whether they hold bytes, numbers or text.
    pub(crate) fn tables(&self) -> BTreeMap<String, Vec<(String, Kind)>> {
        let query = match self.postgres {
            Some(_) => {
                "SELECT table_name || '|' || column_name || '|' || data_type AS line FROM information_schema.columns
                 WHERE table_schema = 'public' ORDER BY table_name, ordinal_position"
            }
            None => {
                "SELECT t.name || '|' || c.name || '|' || c.type AS line FROM sqlite_master t, pragma_table_info(t.name) c
                 WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite_%' ORDER BY t.name, c.cid"
            }
        };
        let mut tables: BTreeMap<String, Vec<(String, Kind)>> = BTreeMap::new();
        for line in self.lines(query) {
            let [table, column, kind] = line.split('|').collect::<Vec<_>>().try_into().unwrap();
            let kind = match kind.to_lowercase().as_str() {
                "blob" | "bytea" => Kind::Bytes,
                "integer" | "bigint" | "smallint" => Kind::Number,
                _ => Kind::Text,
            };
            tables.entry(table.to_owned()).or_default().push((column.to_owned(), kind));
        }
        assert!(tables.len() > 15, "the tables are not where this test looks");
        tables
    }

    /// The place of a row in its table's file, as a number: the order in which rows were written, unless somebody saw
    /// to it.
    pub(crate) fn place(&self) -> &'static str {
        match self.postgres {
            Some(_) => "((ctid::text::point)[0] * 65536 + (ctid::text::point)[1])::bigint",
            None => "rowid",
        }
    }

    /// A column of bytes as hexadecimal text.
    pub(crate) fn hex(&self, column: &str) -> String {
        match self.postgres {
            Some(_) => format!("encode({column}, 'hex')"),
            None => format!("lower(hex({column}))"),
        }
    }

    /// Bytes as they stand in a statement.
    pub(crate) fn literal(&self, bytes: &[u8]) -> String {
        let hex: String = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
        match self.postgres {
            Some(_) => format!("'\\x{hex}'::bytea"),
            None => format!("x'{hex}'"),
        }
    }

    fn sqlite(&self) -> SqliteConnection {
        let file = self.folder.join(SQLITE);
        let mut connection = SqliteConnection::establish(file.to_str().unwrap()).unwrap();
        connection.batch_execute("PRAGMA busy_timeout = 10000").unwrap();
        connection
    }
}

/// Bytes from hexadecimal text.
pub(crate) fn unhex(text: &str) -> Vec<u8> {
    let pairs = text.as_bytes().chunks(2).map(|pair| std::str::from_utf8(pair).unwrap());
    pairs.map(|pair| u8::from_str_radix(pair, 16).unwrap()).collect()
}

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Bytes,
    Number,
    Text,
}

impl Drop for Database {
    fn drop(&mut self) {
        if let Err(error) = fs::remove_dir_all(&self.folder) {
            eprintln!("{} stays behind: {error}", self.folder.display());
        }
    }
}

impl PostgresDatabase {
    fn create(server: String) -> Self {
        let name = format!("test_{}", unique());
        psql(&server, &format!("CREATE DATABASE {name}")).unwrap();
        Self { server, name }
    }

    fn copy(&self) -> Self {
        let name = format!("test_{}", unique());
        psql(&self.server, &format!("CREATE DATABASE {name} TEMPLATE {}", self.name)).unwrap();
        Self { server: self.server.clone(), name }
    }

    fn become_a_copy_of(&self, kept: &Self) {
        psql(&self.server, &format!("DROP DATABASE {} WITH (FORCE)", self.name)).unwrap();
        psql(&self.server, &format!("CREATE DATABASE {} TEMPLATE {}", self.name, kept.name)).unwrap();
    }

    fn url(&self) -> String {
        let (server, _) = self.server.rsplit_once('/').unwrap();
        format!("{server}/{}", self.name)
    }
}

impl Drop for PostgresDatabase {
    fn drop(&mut self) {
        if let Err(error) = psql(&self.server, &format!("DROP DATABASE {} WITH (FORCE)", self.name)) {
            eprintln!("{} stays behind until the server goes: {error}", self.name);
        }
    }
}

/// Runs one statement and returns its rows, a line each, columns separated by `|`.
pub(crate) fn psql(url: &str, statement: &str) -> Result<String, String> {
    let psql = Command::new("psql").args(["-XAtq", "-v", "ON_ERROR_STOP=1", "-c", statement, url]).output();
    let output = psql.map_err(|error| format!("psql: {error}"))?;
    if output.status.success() {
        Ok(String::from_utf8_lossy(&output.stdout).trim_end().to_owned())
    } else {
        Err(String::from_utf8_lossy(&output.stderr).trim_end().to_owned())
    }
}

/// Copies what is in a folder, with modes.
fn copy(from: &Path, to: &Path) {
    assert!(Command::new("cp").arg("-a").arg(from.join(".")).arg(to).status().unwrap().success());
}

fn fresh_folder() -> PathBuf {
    tempfile::Builder::new().prefix("micromoed-test-").tempdir().unwrap().keep()
}

/// A name no other test of this run has: its process and a count.
fn unique() -> String {
    static NEXT: AtomicU32 = AtomicU32::new(0);
    format!("{}_{}", process::id(), NEXT.fetch_add(1, Ordering::Relaxed))
}

#[test]
fn every_test_has_databases_of_its_own_and_they_go_with_it() {
    let (one, other) = (databases(), databases());
    let mut left = Vec::new();
    for (one, other) in one.iter().zip(&other) {
        assert!(one.folder().is_dir());
        assert_ne!(one.folder(), other.folder());
        left.push(one.folder().to_path_buf());
        if let (Some(url), Some(other)) = (one.url(), other.url()) {
            psql(&url, "CREATE TABLE mine (a integer)").unwrap();
            psql(&url, "SELECT a FROM mine").unwrap();
            assert!(psql(&other, "SELECT a FROM mine").is_err());
        }
    }
    let urls: Vec<String> = one.iter().filter_map(Database::url).collect();
    drop(one);
    assert!(left.iter().all(|folder| !folder.exists()));
    assert!(urls.iter().all(|url| psql(url, "SELECT 1").is_err()));
}
