//! What a look at the database itself tells.

use super::connection::Db;
use crate::Error;
use diesel::prelude::*;

#[derive(QueryableByName)]
struct Line {
    #[diesel(sql_type = diesel::sql_types::Text)]
    line: String,
}

#[derive(QueryableByName)]
struct Check {
    #[diesel(sql_type = diesel::sql_types::Text)]
    integrity_check: String,
}

/// What SQLite finds damaged in its file; PostgreSQL checks its pages as it reads them.
///
/// # Errors
/// What the database says.
pub fn damage(db: &mut Db) -> Result<Vec<String>, Error> {
    let checks: Vec<Check> = match db {
        Db::Sqlite(sqlite) => diesel::sql_query("PRAGMA integrity_check(20)").load(sqlite)?,
        #[cfg(feature = "postgres")]
        Db::Postgres(_) => Vec::new(),
    };
    Ok(checks.into_iter().map(|row| row.integrity_check).filter(|line| line != "ok").collect())
}

/// Settings of the database server under which the order or time of arrivals is kept longer than until a tick.
///
/// # Errors
/// What the database says.
pub fn unwise(db: &mut Db) -> Result<Vec<String>, Error> {
    let lines: Vec<Line> = match db {
        Db::Sqlite(_) => Vec::new(),
        #[cfg(feature = "postgres")]
        Db::Postgres(postgres) => diesel::sql_query(
            "SELECT name || ' = ' || setting AS line FROM pg_settings
             WHERE name IN ('archive_mode', 'track_commit_timestamp') AND setting <> 'off'",
        )
        .load(postgres)?,
    };
    Ok(lines.into_iter().map(|row| format!("PostgreSQL keeps when each report came: {}", row.line)).collect())
}
