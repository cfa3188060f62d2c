//! The few places where SQLite and PostgreSQL do not say the same thing with the same words.

use super::connection::Db;
use crate::Error;
#[cfg(feature = "postgres")]
use diesel::connection::SimpleConnection;
use diesel::connection::{AnsiTransactionManager, Connection, TransactionManager};
use diesel::prelude::*;

/// Runs a query on the connection underneath, whichever it is. Its statement is then known by its type; through the
/// two-faced connection each statement's text is written anew each time.
macro_rules! on_either {
    ($db:expr, $connection:ident => $run:expr) => {
        match $db {
            $crate::store::Db::Sqlite($connection) => $run,
            #[cfg(feature = "postgres")]
            $crate::store::Db::Postgres($connection) => $run,
        }
    };
}

/// Executes an insert that leaves a row with the same key as it is; answers how many rows were new.
macro_rules! insert_unless_there {
    ($db:expr, $insert:expr) => {
        $crate::store::dialect::on_either!($db, connection => {
            diesel::RunQueryDsl::execute($insert.on_conflict_do_nothing(), connection)
        })
    };
}

/// Loads the first row of a query and keeps other writers from it until the transaction ends. In SQLite there are none.
macro_rules! first_held {
    ($db:expr, $query:expr) => {
        match $db {
            $crate::store::Db::Sqlite(sqlite) => diesel::RunQueryDsl::first($query, sqlite),
            #[cfg(feature = "postgres")]
            $crate::store::Db::Postgres(postgres) => diesel::RunQueryDsl::first($query.for_update(), postgres),
        }
    };
}

pub(crate) use {first_held, insert_unless_there, on_either};

/// Opens the transaction of the writer. SQLite takes its lock at once: one that starts reading and then writes
/// would be refused half-way.
///
/// # Errors
/// What the database says.
pub fn begin(db: &mut Db) -> Result<(), Error> {
    Ok(match db {
        Db::Sqlite(sqlite) => AnsiTransactionManager::begin_transaction_sql(sqlite, "BEGIN IMMEDIATE"),
        #[cfg(feature = "postgres")]
        Db::Postgres(postgres) => AnsiTransactionManager::begin_transaction(postgres),
    }?)
}

/// Ends it durably.
///
/// # Errors
/// What the database says; then nothing of it may be acknowledged.
pub fn commit(db: &mut Db) -> Result<(), Error> {
    Ok(<Db as Connection>::TransactionManager::commit_transaction(db)?)
}

/// What the database finds damaged in its own file, in its own words. PostgreSQL looks after its files by itself.
///
/// # Errors
/// What the database says.
pub fn find_damage(db: &mut Db) -> Result<Option<String>, Error> {
    match db {
        Db::Sqlite(sqlite) => {
            let found: Vec<Integrity> = diesel::sql_query("PRAGMA integrity_check(10)").load(sqlite)?;
            let lines: Vec<String> = found.into_iter().map(|line| line.integrity_check).collect();
            Ok(Some(lines.join("; ")).filter(|text| text != "ok"))
        }
        #[cfg(feature = "postgres")]
        Db::Postgres(_) => Ok(None),
    }
}

/// Whether the schema has this table: one that was only begun, or is older, may lack it.
///
/// # Errors
/// What the database says.
pub fn has_table(db: &mut Db, name: &str) -> Result<bool, Error> {
    let found: Vec<Named> = match db {
        Db::Sqlite(sqlite) => diesel::sql_query("SELECT name FROM sqlite_master WHERE type = 'table' AND name = ?")
            .bind::<diesel::sql_types::Text, _>(name)
            .load(sqlite)?,
        #[cfg(feature = "postgres")]
        Db::Postgres(postgres) => diesel::sql_query(
            "SELECT tablename::text AS name FROM pg_tables WHERE schemaname = current_schema() AND tablename = $1",
        )
        .bind::<diesel::sql_types::Text, _>(name)
        .load(postgres)?,
    };
    Ok(found.iter().any(|table| table.name == name))
}

#[derive(QueryableByName)]
struct Named {
    #[diesel(sql_type = diesel::sql_types::Text)]
    name: String,
}

#[derive(QueryableByName)]
struct Integrity {
    #[diesel(sql_type = diesel::sql_types::Text)]
    integrity_check: String,
}

/// Keeps every other writer from the staging tables until the transaction ends, so that what a tick does not see
/// it cannot wipe either.
///
/// # Errors
/// What the database says.
pub fn hold_staging(db: &mut Db) -> Result<(), Error> {
    match db {
        Db::Sqlite(_) => Ok(()),
        #[cfg(feature = "postgres")]
        Db::Postgres(postgres) => Ok(postgres.batch_execute(
            "LOCK TABLE staged_thread, staged_message, staged_file, staged_part IN ACCESS EXCLUSIVE MODE",
        )?),
    }
}

/// Wipes what was staged up to this tick, but for messages whose thread waits longer. PostgreSQL would keep deleted
/// rows and their order in the file, so there the tables are made anew with what is left; parts of files only once none
/// is on its way, for they are many bytes. Call [`hold_staging`] first, in the same transaction.
///
/// # Errors
/// What the database says.
pub fn wipe_staging(db: &mut Db, up_to: i64) -> Result<(), Error> {
    use super::schema::{staged_message, staged_thread};
    diesel::delete(staged_thread::table.filter(staged_thread::tick.le(up_to))).execute(db)?;
    let waits = staged_message::thread.eq_any(staged_thread::table.select(staged_thread::id));
    let shown = staged_message::tick.le(up_to).and(diesel::dsl::not(waits));
    diesel::delete(staged_message::table.filter(shown)).execute(db)?;
    match db {
        Db::Sqlite(_) => {}
        #[cfg(feature = "postgres")]
        Db::Postgres(postgres) => {
            use super::schema::staged_part;
            postgres.batch_execute(
                "CREATE TEMP TABLE rest_thread ON COMMIT DROP AS SELECT * FROM staged_thread ORDER BY id;
                 CREATE TEMP TABLE rest_message ON COMMIT DROP AS SELECT * FROM staged_message ORDER BY thread;
                 CREATE TEMP TABLE rest_file ON COMMIT DROP AS SELECT * FROM staged_file ORDER BY thread, number;
                 TRUNCATE staged_thread, staged_message, staged_file;
                 INSERT INTO staged_thread SELECT * FROM rest_thread;
                 INSERT INTO staged_message SELECT * FROM rest_message;
                 INSERT INTO staged_file SELECT * FROM rest_file;",
            )?;
            if !diesel::select(diesel::dsl::exists(staged_part::table.select(staged_part::part)))
                .get_result::<bool>(postgres)?
            {
                postgres.batch_execute("TRUNCATE staged_part")?;
            }
        }
    }
    Ok(())
}

/// What a checkpoint of the write-ahead log does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Checkpoint {
    /// Moves what it can without waiting for anybody.
    Passive,
    /// Moves everything and leaves an empty log file, so that nothing of the order of arrivals stays in it.
    Truncate,
}

#[derive(QueryableByName)]
struct CheckpointRow {
    #[diesel(sql_type = diesel::sql_types::Integer)]
    busy: i32,
}

/// Moves SQLite's write-ahead log into the file; PostgreSQL looks after its own.
///
/// # Errors
/// [`Error::Busy`] when a reader kept it from finishing; what the database says.
pub fn checkpoint(db: &mut Db, how: Checkpoint) -> Result<(), Error> {
    match db {
        Db::Sqlite(sqlite) => {
            let row: CheckpointRow = match how {
                Checkpoint::Passive => diesel::sql_query("PRAGMA wal_checkpoint(PASSIVE)"),
                Checkpoint::Truncate => diesel::sql_query("PRAGMA wal_checkpoint(TRUNCATE)"),
            }
            .get_result(sqlite)?;
            if row.busy == 0 { Ok(()) } else { Err(Error::Busy) }
        }
        #[cfg(feature = "postgres")]
        Db::Postgres(_) => Ok(()),
    }
}
