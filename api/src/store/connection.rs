//! Opening a database, with the settings that make a commit durable and an erasure real.

use crate::Error;
use diesel::connection::{Connection, SimpleConnection};
use diesel::prelude::*;
use std::fs::OpenOptions;
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};

pub use either::Db;

/// A room for the many items the derive writes beside the enumeration.
mod either {
    use diesel::prelude::*;

    /// A connection to either database; every query that is not in [`crate::store::dialect`] is one text for both.
    #[derive(diesel::MultiConnection)]
    pub enum Db {
        /// A file of our own.
        Sqlite(SqliteConnection),
        /// A server.
        #[cfg(feature = "postgres")]
        Postgres(PgConnection),
    }
}

/// Where the database is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Address {
    /// A file.
    Sqlite(PathBuf),
    /// A URL `postgres://…`, which may hold a password: never logged.
    #[cfg(feature = "postgres")]
    Postgres(String),
}

impl Address {
    /// `postgres://…` where one is given, else the file in the data folder.
    ///
    /// # Errors
    /// [`Error::Usage`] for another scheme, [`Error::Refused`] for a database this build does not know.
    pub fn new(url: Option<&str>, data: &Path) -> Result<Self, Error> {
        match url {
            None => Ok(Self::Sqlite(data.join("micromoed.sqlite3"))),
            #[cfg(feature = "postgres")]
            Some(url) if is_postgres(url) => Ok(Self::Postgres(url.into())),
            #[cfg(not(feature = "postgres"))]
            Some(url) if is_postgres(url) => {
                Err(Error::Refused("this build knows SQLite only; take the one with PostgreSQL".into()))
            }
            Some(_) => Err(Error::Refused("a database is named by postgres://…, or left out for SQLite".into())),
        }
    }

    /// The file, where it is one.
    #[must_use]
    pub const fn file(&self) -> Option<&PathBuf> {
        match self {
            Self::Sqlite(path) => Some(path),
            #[cfg(feature = "postgres")]
            Self::Postgres(_) => None,
        }
    }
}

fn is_postgres(url: &str) -> bool {
    url.starts_with("postgres://") || url.starts_with("postgresql://")
}

/// Versions before this one can lose a committed write when two connections write or checkpoint at once.
const OLDEST_SQLITE: [u32; 3] = [3, 51, 3];

/// Settings of every SQLite connection. The writer checkpoints, at moments of its own choosing.
const SQLITE: &str = "
    PRAGMA busy_timeout = 10000;
    PRAGMA journal_mode = WAL;
    PRAGMA synchronous = FULL;
    PRAGMA secure_delete = ON;
    PRAGMA foreign_keys = ON;
    PRAGMA trusted_schema = OFF;
    PRAGMA cell_size_check = ON;
    PRAGMA temp_store = MEMORY;
    PRAGMA wal_autocheckpoint = 0;";

impl Db {
    /// A connection that writes. The caller sees to it that a file has only one.
    ///
    /// # Errors
    /// [`Error::Refused`] when the database cannot be reached or is too old.
    pub fn open_writer(address: &Address) -> Result<Self, Error> {
        if let Some(path) = address.file() {
            // SQLite gives the files beside it the same mode.
            OpenOptions::new().create(true).append(true).mode(0o600).open(path)?;
        }
        let mut db = Self::connect(address)?;
        match &mut db {
            Self::Sqlite(sqlite) => {
                sqlite.batch_execute(SQLITE)?;
                require_version(sqlite)?;
            }
            #[cfg(feature = "postgres")]
            Self::Postgres(postgres) => postgres.batch_execute("SET synchronous_commit = on")?,
        }
        Ok(db)
    }

    /// A connection that cannot write; each of its transactions sees one state of the database.
    ///
    /// # Errors
    /// As [`Self::open_writer`].
    pub fn open_reader(address: &Address) -> Result<Self, Error> {
        if let Some(path) = address.file()
            && !path.exists()
        {
            return Err(Error::Refused("there is no database yet: `micromoed migrate` or `serve` makes one".into()));
        }
        let mut db = Self::connect(address)?;
        match &mut db {
            Self::Sqlite(sqlite) => {
                sqlite.batch_execute(SQLITE)?;
                sqlite.batch_execute("PRAGMA query_only = ON")?;
                require_version(sqlite)?;
            }
            #[cfg(feature = "postgres")]
            Self::Postgres(postgres) => postgres.batch_execute(
                "SET SESSION CHARACTERISTICS AS TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY",
            )?,
        }
        Ok(db)
    }

    /// Reads with a connection of [`Self::open_reader`]; all of it is of one state of the database.
    ///
    /// # Errors
    /// What `query` says.
    pub fn at_one_moment<T>(&mut self, query: impl FnOnce(&mut Self) -> Result<T, Error>) -> Result<T, Error> {
        self.transaction(query)
    }

    fn connect(address: &Address) -> Result<Self, Error> {
        let refused = |_| Error::Refused("the database cannot be opened".into());
        match address {
            Address::Sqlite(path) => {
                let path = path.to_str().ok_or_else(|| Error::Refused("the data folder's name is not UTF-8".into()))?;
                SqliteConnection::establish(path).map(Self::Sqlite).map_err(refused)
            }
            #[cfg(feature = "postgres")]
            Address::Postgres(url) => PgConnection::establish(url).map(Self::Postgres).map_err(refused),
        }
    }
}

diesel::define_sql_function! {
    /// The version of the SQLite that is linked in.
    fn sqlite_version() -> diesel::sql_types::Text;
}

fn require_version(sqlite: &mut SqliteConnection) -> Result<(), Error> {
    let version: String = diesel::select(sqlite_version()).get_result(sqlite)?;
    let numbers: Vec<u32> = version.split('.').filter_map(|part| part.parse().ok()).collect();
    if numbers.as_slice() < OLDEST_SQLITE.as_slice() {
        return Err(Error::Refused(format!("SQLite {version} can lose committed writes; 3.51.3 or newer is needed")));
    }
    Ok(())
}
