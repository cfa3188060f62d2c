//! Databases for tests: a SQLite file, and a PostgreSQL database of its own where a cluster is named.

mod site;

pub(crate) use site::*;

use super::connection::{Address, Db};
use super::ring::Sealed;
use super::schema::{batch, organisation, pending_entry, thread};
use crypto::{OrganisationId, ThreadId};
use diesel::prelude::*;

pub(crate) const ORGANISATION: [u8; 16] = [7; 16];
pub(crate) const IDENTITY: OrganisationId = OrganisationId([8; 16]);

/// An organisation, and a batch for threads to stand in.
pub(crate) fn insert_organisation(db: &mut Db) {
    diesel::insert_into(organisation::table)
        .values((
            organisation::id.eq(ORGANISATION.as_slice()),
            organisation::slug.eq("zonnebloem"),
            organisation::identity.eq(IDENTITY.as_ref()),
            organisation::name.eq("Zonnebloem"),
            organisation::locale.eq("nl-BE"),
        ))
        .execute(db)
        .unwrap();
    diesel::insert_into(batch::table)
        .values((
            batch::organisation.eq(ORGANISATION.as_slice()),
            batch::number.eq(1_i64),
            batch::day.eq(1),
            batch::slots.eq(8),
            batch::roster.eq(1),
        ))
        .execute(db)
        .unwrap();
}

/// A thread after its tick.
pub(crate) fn insert_thread(db: &mut Db, id: ThreadId, slot: i32, ring_key: i64, secrets: &[u8]) {
    diesel::insert_into(thread::table)
        .values((
            thread::id.eq(id.as_ref()),
            thread::organisation.eq(ORGANISATION.as_slice()),
            thread::header.eq(vec![1]),
            (thread::batch.eq(1_i64), thread::slot.eq(slot)),
            (thread::day.eq(1), thread::clock_day.eq(1)),
            (thread::ring_key.eq(ring_key), thread::secrets.eq(secrets)),
        ))
        .execute(db)
        .unwrap();
}

/// What waits for the log, sealed under this key.
pub(crate) fn insert_pending(db: &mut Db, ring_key: i64) {
    diesel::insert_into(pending_entry::table)
        .values((
            pending_entry::id.eq(vec![5; 32]),
            pending_entry::organisation.eq(ORGANISATION.as_slice()),
            pending_entry::ring_key.eq(ring_key),
            pending_entry::sealed.eq(vec![5]),
        ))
        .execute(db)
        .unwrap();
}

pub(crate) fn delete_thread(db: &mut Db, id: ThreadId) {
    diesel::delete(thread::table.find(id.as_ref())).execute(db).unwrap();
}

/// Every thread's secrets as they stand.
pub(crate) fn sealed_threads(db: &mut Db) -> Vec<Sealed> {
    let rows: Vec<(Vec<u8>, i64, Vec<u8>)> =
        thread::table.select((thread::id, thread::ring_key, thread::secrets)).load(db).unwrap();
    let sealed = |(id, key, secrets): (Vec<u8>, i64, Vec<u8>)| Sealed {
        organisation: IDENTITY,
        thread: id.as_slice().try_into().unwrap(),
        key,
        secrets,
    };
    rows.into_iter().map(sealed).collect()
}

/// Databases that vanish when this is dropped.
pub(crate) struct Databases {
    folder: tempfile::TempDir,
    #[cfg(feature = "postgres")]
    made: Option<postgres::Made>,
}

impl Databases {
    /// A new SQLite file, and with `MICROMOED_TEST_POSTGRES` (a URL of a cluster's maintenance database) a new database there.
    pub(crate) fn make() -> Self {
        Self {
            folder: tempfile::tempdir().unwrap(),
            #[cfg(feature = "postgres")]
            made: std::env::var("MICROMOED_TEST_POSTGRES").ok().map(|cluster| postgres::Made::new(&cluster)),
        }
    }

    pub(crate) fn folder(&self) -> &std::path::Path {
        self.folder.path()
    }

    pub(crate) fn folders(&self) -> crate::secrets::Folders {
        let data = self.folder().to_owned();
        crate::secrets::Folders { release_keys: data.join("release-keys"), data }
    }

    pub(crate) fn each(&self) -> Vec<Address> {
        #[cfg(feature = "postgres")]
        let more = self.made.iter().map(|made| Address::Postgres(made.url.clone()));
        #[cfg(not(feature = "postgres"))]
        let more = std::iter::empty();
        [Address::new(None, self.folder()).unwrap()].into_iter().chain(more).collect()
    }
}

#[cfg(feature = "postgres")]
mod postgres {
    use diesel::connection::SimpleConnection;
    use diesel::{Connection, PgConnection};

    pub(super) struct Made {
        cluster: String,
        name: String,
        pub(super) url: String,
    }

    impl Made {
        pub(super) fn new(cluster: &str) -> Self {
            let name: [u8; 8] = crypto::Secret::make(&mut crate::entropy::generator().unwrap()).expose().to_owned();
            let name = format!("test_{}", u64::from_be_bytes(name));
            PgConnection::establish(cluster).unwrap().batch_execute(&format!("CREATE DATABASE {name}")).unwrap();
            let (server, _) = cluster.rsplit_once('/').unwrap();
            let url = match cluster.split_once('?') {
                Some((base, options)) => {
                    format!("{}/{name}?{options}", base.rsplit_once('/').unwrap().0)
                }
                None => format!("{server}/{name}"),
            };
            Self { cluster: cluster.into(), name, url }
        }
    }

    impl Drop for Made {
        fn drop(&mut self) {
            if let Ok(mut db) = PgConnection::establish(&self.cluster) {
                drop(db.batch_execute(&format!("DROP DATABASE {} WITH (FORCE)", self.name)));
            }
        }
    }
}
