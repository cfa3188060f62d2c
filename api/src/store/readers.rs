//! Connections that only read, a handful, opened when first needed.

use super::connection::{Address, Db};
use crate::Error;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;
use tokio::sync::Semaphore;

/// How long a read waits for a connection before it is told to come back.
const PATIENCE: Duration = Duration::from_secs(5);

pub(super) struct Readers {
    address: Address,
    permits: Arc<Semaphore>,
    idle: Arc<Mutex<Vec<Db>>>,
}

impl Readers {
    pub(super) fn new(address: Address, most: usize) -> Self {
        Self { address, permits: Arc::new(Semaphore::new(most.max(1))), idle: Arc::default() }
    }

    pub(super) async fn read<T, F>(&self, query: F) -> Result<T, Error>
    where
        T: Send + 'static,
        F: FnOnce(&mut Db) -> Result<T, Error> + Send + 'static,
    {
        let permit = tokio::time::timeout(PATIENCE, self.permits.clone().acquire_owned())
            .await
            .map_err(|_| Error::Busy)?
            .map_err(|_| Error::Busy)?;
        let (idle, address) = (self.idle.clone(), self.address.clone());
        tokio::task::spawn_blocking(move || {
            let _permit = permit;
            let taken = idle.lock().unwrap_or_else(PoisonError::into_inner).pop();
            let mut db = match taken {
                Some(db) => db,
                None => Db::open_reader(&address)
                    .inspect_err(|error| tracing::error!(%error, "no reader"))
                    .or(Err(Error::Busy))?,
            };
            let answer = db.at_one_moment(query);
            // After an error of the database the connection may be gone: the next read opens a new one.
            if !matches!(answer, Err(Error::Database(_))) {
                idle.lock().unwrap_or_else(PoisonError::into_inner).push(db);
            }
            answer
        })
        .await
        .map_err(|_| Error::Busy)?
    }
}
