//! What every handler, job and command shares.

mod acts;

pub use acts::{Destination, Need};

use crate::book::Book;
use crate::clock::{Clock, Schedule};
use crate::config::Config;
use crate::limits::Limits;
use crate::ring::Ring;
use crate::secrets::{Folders, Secrets};
use crate::shelf::Shelf;
use crate::store::installation::{self, Name};
use crate::store::{Store, ring};
use crate::{Error, entropy};
use crypto::{Day, OrganisationId};
use std::collections::BTreeMap;
use std::sync::{Arc, RwLock};
use tokio::sync::{Mutex, Semaphore};

/// Parts of files on their way in at a time: 8 MiB.
const MOST_PARTS: usize = 32;

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
    /// Under which it seals what releases need.
    pub ring: Arc<Ring>,
    /// Parts of files that may be on their way in at a time: what they take of memory has a bound.
    pub parts: Arc<Semaphore>,
    /// Its own secrets.
    pub secrets: Arc<Secrets>,
    /// What the access log is written with.
    pub book: Arc<Book>,
    /// Where parts of files lie outside the database.
    pub shelf: Option<Arc<Shelf>>,
    /// Where reports go, by the organisation's identity, as last looked up.
    destinations: Arc<RwLock<BTreeMap<OrganisationId, Arc<Destination>>>>,
    /// The day whose daily work this process has done.
    pub looked_after: Arc<Mutex<Option<Day>>>,
    /// Held while this process carries to the shelf.
    pub shelving: Arc<Mutex<()>>,
    /// Names this process among those that share the database.
    pub instance: [u8; 16],
}

impl App {
    /// Opens an installation: marks it, once, as real or for tests, takes the test clock up where it was left, and
    /// reads the keys, which are made with the installation and never again.
    ///
    /// # Errors
    /// [`Error::Refused`] when settings for tests meet an installation that is not, or a key is missing.
    pub async fn open(config: Config, store: Store, folders: &Folders) -> Result<Self, Error> {
        let mut rng = entropy::generator()?;
        let known = |db: &mut _| {
            let mode = installation::find(db, Name::Mode)?;
            Ok((mode, installation::find(db, Name::ClockShift)?, ring::named(db)?))
        };
        let (mode, ahead, named) = store.read(known).await?;
        let test = config.is_test();
        if mode.is_some() {
            store.write(move |db| installation::mark(db, test)).await?;
        }
        let clock = if config.test.clock {
            let ahead = ahead.and_then(|bytes| bytes.try_into().ok()).map_or(0, i64::from_be_bytes);
            Clock::for_tests(ahead)
        } else {
            Clock::system()
        };
        let schedule = config.mailbox.schedule();
        let shelf = Shelf::open(&config.shelf, &folders.data)?;
        let secrets = Secrets::open(folders, mode.is_none(), &mut rng)?;
        let ring = Ring::open(&folders.release_keys, &named, schedule.today(clock.now()), &mut rng)?;
        let missing = ring.missing(&named).len();
        if missing > 0 {
            tracing::error!(missing, "release keys are missing: what was sealed under them cannot be read");
        }
        if mode.is_none() {
            // Last, so that an installation that is marked has its keys.
            store.write(move |db| installation::mark(db, test)).await?;
        }
        let secrets = Arc::new(secrets);
        let app = Self {
            book: Arc::new(Book::new(secrets.clone(), folders.data.clone())?),
            schedule,
            limits: Arc::new(Limits::new(config.limits.clone())),
            config: Arc::new(config),
            store,
            clock,
            ring: Arc::new(ring),
            parts: Arc::new(Semaphore::new(MOST_PARTS)),
            secrets,
            shelf: shelf.map(Arc::new),
            destinations: Arc::default(),
            looked_after: Arc::default(),
            shelving: Arc::default(),
            instance: *crypto::Secret::make(&mut rng).expose(),
        };
        app.begin_log().await?;
        Ok(app)
    }
}
