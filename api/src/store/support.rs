//! Databases for tests: a SQLite file, and a PostgreSQL database of its own where a cluster is named.

use super::connection::Address;

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
                Some((base, options)) => format!("{}/{name}?{options}", base.rsplit_once('/').unwrap().0),
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
