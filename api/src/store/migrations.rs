//! The schema's history, embedded for both databases under the same names.

use super::connection::Db;
use crate::Error;
use diesel::backend::Backend;
use diesel::migration::{Migration, MigrationSource, MigrationVersion};
use diesel_migrations::{EmbeddedMigrations, MigrationHarness, embed_migrations};

const SQLITE: EmbeddedMigrations = embed_migrations!("../migrations/sqlite");
#[cfg(feature = "postgres")]
const POSTGRES: EmbeddedMigrations = embed_migrations!("../migrations/postgres");

/// Brings the schema to what this program knows; answers how many steps that took.
///
/// # Errors
/// [`Error::Refused`] when the schema is newer than this program.
pub fn run(db: &mut Db) -> Result<usize, Error> {
    match db {
        Db::Sqlite(sqlite) => forward(sqlite, SQLITE),
        #[cfg(feature = "postgres")]
        Db::Postgres(postgres) => {
            // Several instances may start at once; the lock falls with the connection if this process does.
            diesel::connection::SimpleConnection::batch_execute(postgres, "SELECT pg_advisory_lock(6227412)")?;
            let done = forward(postgres, POSTGRES);
            diesel::connection::SimpleConnection::batch_execute(postgres, "SELECT pg_advisory_unlock(6227412)")?;
            done
        }
    }
}

/// Takes every step back. For tests and for leaving a database as it was found.
///
/// # Errors
/// What the database says.
pub fn revert(db: &mut Db) -> Result<(), Error> {
    match db {
        Db::Sqlite(sqlite) => sqlite.revert_all_migrations(SQLITE).map(drop),
        #[cfg(feature = "postgres")]
        Db::Postgres(postgres) => postgres.revert_all_migrations(POSTGRES).map(drop),
    }
    .map_err(|error| Error::Refused(format!("the schema cannot be taken back: {error}")))
}

/// Refuses a schema that is not exactly this program's, without changing it.
///
/// # Errors
/// [`Error::Refused`], saying which way it differs.
pub fn check(db: &mut Db) -> Result<(), Error> {
    let pending = match db {
        Db::Sqlite(sqlite) => pending(sqlite, SQLITE),
        #[cfg(feature = "postgres")]
        Db::Postgres(postgres) => pending(postgres, POSTGRES),
    }?;
    if pending { Err(Error::Refused("the schema is older than this program: run `micromoed migrate`".into())) } else { Ok(()) }
}

fn forward<C: MigrationHarness<B>, B: Backend>(db: &mut C, source: EmbeddedMigrations) -> Result<usize, Error> {
    refuse_newer(db, &source)?;
    db.run_pending_migrations(source)
        .map(|steps| steps.len())
        .map_err(|error| Error::Refused(format!("the schema cannot be brought up to date: {error}")))
}

fn pending<C: MigrationHarness<B>, B: Backend>(db: &mut C, source: EmbeddedMigrations) -> Result<bool, Error> {
    refuse_newer(db, &source)?;
    db.has_pending_migration(source).map_err(|error| Error::Refused(format!("the schema cannot be read: {error}")))
}

fn refuse_newer<C: MigrationHarness<B>, B: Backend>(db: &mut C, source: &EmbeddedMigrations) -> Result<(), Error> {
    let unreadable = |error| Error::Refused(format!("the schema cannot be read: {error}"));
    let known: Vec<Box<dyn Migration<B>>> = source.migrations().map_err(unreadable)?;
    let known: Vec<MigrationVersion<'_>> = known.iter().map(|migration| migration.name().version()).collect();
    match db.applied_migrations().map_err(unreadable)?.into_iter().find(|version| !known.contains(version)) {
        Some(version) => Err(Error::Refused(format!(
            "this database has schema {version}, which is newer than this program: take the newer program"
        ))),
        None => Ok(()),
    }
}
