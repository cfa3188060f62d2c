//! Where things are kept. Rows never leave this room: what comes out are the types of `domain` and `crypto`.
//!
//! Reads run beside each other, each on one unchanging state. Writes go through one lane, which commits many at once
//! and answers each only when its commit is on the disk.

pub mod cases;
pub mod connection;
mod convert;
pub mod copy;
pub mod dialect;
mod failure;
pub mod files;
pub mod gate;
pub mod health;
pub mod installation;
mod lane;
pub mod leases;
pub mod ledger;
pub mod messages;
pub mod migrations;
pub mod organisations;
pub mod people;
mod readers;
pub mod ring;
pub mod rosters;
mod schema;
pub mod submissions;
#[cfg(test)]
pub(crate) mod support;
pub mod threads;
pub mod ticks;

use crate::Error;
pub use connection::{Address, Db};
pub use failure::Failure;
use lane::Lane;
use readers::Readers;
use std::sync::Arc;
pub use submissions::{NewMessage, NewThread, Submission};

/// Rows that one transaction forgets, so that reports need not wait for long.
const MOST_FORGOTTEN: i64 = 256;

/// An open database. Clones share it.
#[derive(Clone)]
pub struct Store {
    lane: Arc<Lane>,
    readers: Arc<Readers>,
}

impl Store {
    /// Opens the database with the schema of this program, and starts its writer. Of a SQLite file there is at most
    /// one such in the world: the caller holds the lock of the data folder.
    ///
    /// # Errors
    /// [`Error::Refused`] when it cannot be opened or is newer than this program.
    pub fn open(address: &Address, readers: usize) -> Result<Self, Error> {
        let mut writer = Db::open_writer(address)?;
        migrations::run(&mut writer)?;
        let lane = Arc::new(Lane::start(writer, address.clone())?);
        Ok(Self { lane, readers: Arc::new(Readers::new(address.clone(), readers)) })
    }

    /// Runs a query on a thread that may block. All it reads is of one state.
    ///
    /// # Errors
    /// [`Error::Busy`] when every reader is taken for seconds; what `query` says.
    pub async fn read<T, F>(&self, query: F) -> Result<T, Error>
    where
        T: Send + 'static,
        F: FnOnce(&mut Db) -> Result<T, Error> + Send + 'static,
    {
        self.readers.read(query).await
    }

    /// Runs an act in the writer's next transaction and answers after its commit. When the act fails, what it wrote
    /// is taken back and nobody else's act is touched.
    ///
    /// # Errors
    /// [`Error::Busy`] when the queue is full or the commit did not come about; what `act` says.
    pub async fn write<T, F>(&self, act: F) -> Result<T, Error>
    where
        T: Send + 'static,
        F: FnOnce(&mut Db) -> Result<T, Error> + Send + 'static,
    {
        self.lane.write(0, act).await
    }

    /// The same for an act that writes so many bytes, which the write-ahead log then holds.
    ///
    /// # Errors
    /// As [`Self::write`].
    pub async fn write_much<T, F>(&self, bytes: usize, act: F) -> Result<T, Error>
    where
        T: Send + 'static,
        F: FnOnce(&mut Db) -> Result<T, Error> + Send + 'static,
    {
        self.lane.write(bytes, act).await
    }

    /// Stages what a reporter sent and answers after its commit. A retry with the same bytes is a success.
    ///
    /// # Errors
    /// [`Error::Busy`] as for [`Self::write`]; [`Error::Conflict`] when other bytes stand under the same key, or a
    /// new thread was erased before; [`Error::Erased`] and [`Error::NotFound`] when a message's thread was erased or does
    /// not exist.
    pub async fn submit(&self, submission: Submission) -> Result<(), Error> {
        self.lane.submit(submission).await
    }

    /// Leaves nothing in SQLite's write-ahead log of what was written and in which order. Ticks end with it.
    ///
    /// # Errors
    /// [`Error::Busy`] when a reader stood in the way: try again.
    pub async fn truncate_wal(&self) -> Result<(), Error> {
        self.lane.truncate_wal().await
    }

    /// Commits what is queued, empties the write-ahead log and ends the writer. Later writes answer [`Error::Busy`].
    pub fn close(&self) {
        self.lane.close();
    }
}
