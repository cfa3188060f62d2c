//! How large the log becomes.

use super::*;
use crate::store::support::{Site, TODAY, on_each_site};
use diesel::connection::SimpleConnection;
use diesel::dsl::sql;
use diesel::sql_types::BigInt;
use std::time::Instant;

/// Entries of one transaction.
const STEP: u64 = 1_000;

fn bytes(site: &mut Site) -> i64 {
    let question = match site.db {
        Db::Sqlite(_) => {
            site.db.batch_execute("PRAGMA wal_checkpoint(TRUNCATE)").unwrap();
            "page_count * page_size FROM pragma_page_count(), pragma_page_size()"
        }
        #[cfg(feature = "postgres")]
        Db::Postgres(_) => "pg_database_size(current_database())",
    };
    diesel::select(sql::<BigInt>(question)).get_result(&mut site.db).unwrap()
}

fn grow(site: &mut Site, to: u64) {
    while find_head(&mut site.db).unwrap().unwrap().size < to {
        let pads = |db: &mut Db, keys: &LogKeys, rng: &mut _| {
            let mut log = Log::hold(db, keys)?;
            while log.size() % STEP != 0 || log.entries.is_empty() {
                log.append(OrganisationId::NONE, &Record::of_program(Act::Pad, TODAY), None, rng)?;
            }
            log.finish(db).map(drop)
        };
        site.act(|db, means, rng| pads(db, means.keys, rng)).unwrap();
    }
}

#[test]
#[ignore = "a measurement, which `cargo xtask bench` runs"]
fn the_size_of_a_log() {
    let long = std::env::var_os("MICROMOED_TEST_LONG").is_some();
    let steps: &[u64] = if long { &[1_000, 100_000, 1_000_000] } else { &[1_000, 100_000] };
    on_each_site(|site| {
        let empty = bytes(site);
        for size in steps {
            let begun = Instant::now();
            grow(site, *size);
            let took = begun.elapsed();
            let grown = u64::try_from(bytes(site) - empty).unwrap();
            assert_eq!(find_head(&mut site.db).unwrap().unwrap().size, *size);
            println!(
                "| a log of {size} entries: {:.1} MiB, {} bytes an entry; grown to there in {:.1} s | | | | | | |",
                f64::from(u32::try_from(grown / 1024).unwrap()) / 1024.0,
                grown / size,
                took.as_secs_f64()
            );
        }
    });
}
