//! The schema's history, embedded for both databases under the same names.

use super::connection::Db;
use super::schema::__diesel_schema_migrations;
use crate::Error;
use diesel::backend::Backend;
use diesel::migration::{Migration, MigrationSource};
use diesel::prelude::*;
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

/// The steps that were taken; none where there is no schema yet.
///
/// # Errors
/// None in practice: a schema that cannot be read is none.
pub fn applied(db: &mut Db) -> Result<Vec<String>, Error> {
    let steps = __diesel_schema_migrations::table.select(__diesel_schema_migrations::version);
    Ok(steps.order(__diesel_schema_migrations::version).load(db).unwrap_or_default())
}

/// Brings an empty database to the schema of these steps and no others: that of a backup, which is brought up to date
/// once it is in.
///
/// # Errors
/// [`Error::Refused`] for a step that this program does not know.
pub fn run_only(db: &mut Db, steps: &[String]) -> Result<(), Error> {
    let known = match db {
        Db::Sqlite(_) => names::<diesel::sqlite::Sqlite>(&SQLITE),
        #[cfg(feature = "postgres")]
        Db::Postgres(_) => names::<diesel::pg::Pg>(&POSTGRES),
    }?;
    refuse_newer(steps, &known)?;
    if applied(db)? == steps {
        return Ok(());
    }
    revert(db)?;
    match db {
        Db::Sqlite(sqlite) => step_through(sqlite, SQLITE, steps),
        #[cfg(feature = "postgres")]
        Db::Postgres(postgres) => step_through(postgres, POSTGRES, steps),
    }
}

fn step_through<C: MigrationHarness<B>, B: Backend>(
    db: &mut C,
    source: EmbeddedMigrations,
    steps: &[String],
) -> Result<(), Error> {
    for migration in db.pending_migrations(source).map_err(|error| unreadable(&*error))? {
        if steps.contains(&migration.name().version().to_string()) {
            db.run_migration(&migration).map_err(|error| unreadable(&*error))?;
        }
    }
    Ok(())
}

/// Refuses a schema that is not exactly this program's, without writing anything.
///
/// # Errors
/// [`Error::Refused`], saying which way it differs.
pub fn check(db: &mut Db) -> Result<(), Error> {
    let older = || Error::Refused("the schema is older than this program: run `micromoed migrate`".into());
    let applied: Vec<String> =
        __diesel_schema_migrations::table.select(__diesel_schema_migrations::version).load(db).map_err(|_| older())?;
    let known = match db {
        Db::Sqlite(_) => names::<diesel::sqlite::Sqlite>(&SQLITE),
        #[cfg(feature = "postgres")]
        Db::Postgres(_) => names::<diesel::pg::Pg>(&POSTGRES),
    }?;
    refuse_newer(&applied, &known)?;
    if known.iter().all(|name| applied.contains(name)) { Ok(()) } else { Err(older()) }
}

fn forward<C: MigrationHarness<B>, B: Backend>(db: &mut C, source: EmbeddedMigrations) -> Result<usize, Error> {
    let applied = db.applied_migrations().map_err(|error| unreadable(&*error))?;
    let applied: Vec<String> = applied.iter().map(ToString::to_string).collect();
    refuse_newer(&applied, &names::<B>(&source)?)?;
    db.run_pending_migrations(source)
        .map(|steps| steps.len())
        .map_err(|error| Error::Refused(format!("the schema cannot be brought up to date: {error}")))
}

fn names<B: Backend>(source: &EmbeddedMigrations) -> Result<Vec<String>, Error> {
    let migrations: Vec<Box<dyn Migration<B>>> = source.migrations().map_err(|error| unreadable(&*error))?;
    Ok(migrations.iter().map(|migration| migration.name().version().to_string()).collect())
}

fn unreadable(error: &dyn std::error::Error) -> Error {
    Error::Refused(format!("the schema cannot be read: {error}"))
}

fn refuse_newer(applied: &[String], known: &[String]) -> Result<(), Error> {
    match applied.iter().find(|name| !known.contains(name)) {
        Some(name) => {
            Err(Error::Refused(format!("the schema {name} is newer than this program: take the newer program")))
        }
        None => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::connection::Address;
    use crate::store::support::Databases;
    use diesel::connection::SimpleConnection;

    fn each(test: impl Fn(&Address, Db)) {
        let databases = Databases::make();
        for address in databases.each() {
            test(&address, Db::open_writer(&address).unwrap());
        }
    }

    #[test]
    fn the_schema_goes_up_and_down_and_up() {
        each(|address, mut db| {
            assert!(run(&mut db).unwrap() > 0);
            assert_eq!(run(&mut db).unwrap(), 0);
            revert(&mut db).unwrap();
            assert!(check(&mut Db::open_reader(address).unwrap()).is_err());
            assert!(run(&mut db).unwrap() > 0);
            check(&mut Db::open_reader(address).unwrap()).unwrap();
        });
    }

    #[test]
    fn a_newer_schema_is_refused_by_name() {
        each(|address, mut db| {
            run(&mut db).unwrap();
            db.batch_execute("INSERT INTO __diesel_schema_migrations (version) VALUES ('20991231000000')").unwrap();
            for refused in [run(&mut db).map(drop), check(&mut Db::open_reader(address).unwrap())] {
                let message = refused.unwrap_err().to_string();
                assert!(message.contains("20991231000000") && message.contains("newer"), "{message}");
            }
        });
    }

    #[test]
    fn who_spoke_last_is_taken_over_from_the_days_of_messages() {
        use crate::store::messages;
        use crate::store::schema::thread;
        use crate::store::support::{COACH, on_each_site, thread as thread_of, tick};
        on_each_site(|site| {
            for (byte, answered) in [(1, None), (2, Some(0)), (3, Some(1))] {
                site.arrive(byte, tick(0, 7)).unwrap();
                site.tick(tick(0, 7));
                if let Some(days) = answered {
                    let tick = tick(days, 19);
                    messages::stage(&mut site.db, thread_of(byte), COACH, 0, tick, b"answer").unwrap();
                    site.tick(tick);
                }
            }
            let steps = applied(&mut site.db).unwrap();
            // Back to the first step, before the bit was there.
            for _ in 1..steps.len() {
                match &mut site.db {
                    Db::Sqlite(sqlite) => sqlite.revert_last_migration(SQLITE).map(drop),
                    #[cfg(feature = "postgres")]
                    Db::Postgres(postgres) => postgres.revert_last_migration(POSTGRES).map(drop),
                }
                .unwrap();
            }
            assert_eq!(run(&mut site.db).unwrap(), steps.len() - 1);
            let bits = thread::table.order(thread::id).select(thread::staff_spoke_last);
            assert_eq!(bits.load::<i32>(&mut site.db).unwrap(), [0, 0, 1], "within one day, nobody is forgotten");
        });
    }

    #[test]
    fn the_log_only_grows() {
        use crate::store::schema::ledger_entry::dsl::{body, entry, epoch, ledger_entry, position};
        each(|_, mut db| {
            run(&mut db).unwrap();
            let row = (position.eq(0), epoch.eq(1), entry.eq(vec![1]), body.eq(vec![1]));
            diesel::insert_into(ledger_entry).values(row).execute(&mut db).unwrap();
            assert!(diesel::update(ledger_entry).set(entry.eq(vec![2])).execute(&mut db).is_err());
            assert!(diesel::update(ledger_entry).set((entry.eq(vec![2]), body.eq(vec![]))).execute(&mut db).is_err());
            assert!(diesel::update(ledger_entry).set(body.eq(vec![2])).execute(&mut db).is_err());
            assert!(diesel::update(ledger_entry).set((epoch.eq(2), body.eq(vec![]))).execute(&mut db).is_err());
            assert!(diesel::delete(ledger_entry).execute(&mut db).is_err());
            assert_eq!(diesel::update(ledger_entry).set(body.eq(vec![])).execute(&mut db), Ok(1));
        });
    }
}
