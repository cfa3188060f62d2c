//! What every handler, job and command shares.

use crate::Error;
use crate::clock::{Clock, Schedule};
use crate::config::Config;
use crate::limits::Limits;
use crate::store::{Store, installation};
use std::sync::Arc;

/// An open installation. Clones share it.
#[derive(Clone)]
pub struct App {
    /// What it was told.
    pub config: Arc<Config>,
    /// Where it keeps things.
    pub store: Store,
    /// How it tells time.
    pub clock: Clock,
    /// When ticks come.
    pub schedule: Schedule,
    /// How much it takes.
    pub limits: Arc<Limits>,
}

impl App {
    /// Opens an installation: marks it, once, as real or for tests, and takes the test clock up where it was left.
    ///
    /// # Errors
    /// [`Error::Refused`] when settings for tests meet an installation that is not.
    pub async fn open(config: Config, store: Store) -> Result<Self, Error> {
        let test = config.is_test();
        let ahead = store
            .write(move |db| {
                installation::mark(db, test)?;
                installation::find(db, installation::Name::ClockShift)
            })
            .await?;
        let clock = if config.test.clock {
            let ahead = ahead
                .and_then(|bytes| bytes.try_into().ok())
                .map_or(0, i64::from_be_bytes);
            Clock::for_tests(ahead)
        } else {
            Clock::system()
        };
        Ok(Self {
            schedule: config.mailbox.schedule(),
            limits: Arc::new(Limits::new(config.limits.clone())),
            config: Arc::new(config),
            store,
            clock,
        })
    }
}
