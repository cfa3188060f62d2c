//! The shelf: a store with the protocol of S3, outside the database, for parts of files that have been shown. Whoever runs
//! it sees objects of one length under names that tell nothing, and when they are put, fetched and taken away.
//!
//! Where it is stands in the settings; the key to it is a file of two lines in the data folder, and in no backup. What it says
//! when something fails is not logged: it may name an object, and when somebody asked for it.

mod http;

use crate::config::Shelf as Settings;
use crate::store::files::Shelved;
use crate::{Error, files};
use crypto::{Digest, shelf};
use http::Connector;
use object_store::aws::{AmazonS3, AmazonS3Builder};
use object_store::path::Path as ObjectPath;
use object_store::{ObjectStoreExt, RetryConfig};
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::time::Duration;
use tokio::sync::Semaphore;
use zeroize::Zeroizing;

/// The file with the key: its id on the first line, the secret on the second.
pub const KEY: &str = "shelf.key";
/// Objects on their way at a time: with each one's copies, 12 MiB.
const MOST: usize = 16;
/// How long a request waits for its turn before it is told to come back.
const PATIENCE: Duration = Duration::from_secs(5);
/// After this time nothing is asked again.
const LAST_TRY: Duration = Duration::from_secs(5);
const MORE_TRIES: usize = 2;

/// Why the shelf did not do what it was asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Failure {
    /// It cannot be reached, or has too much to do.
    #[error("it does not answer")]
    Away,
    /// It knows the key not, or not for this.
    #[error("it refuses the key")]
    Refused,
    /// It has no such bucket: the settings name another one, or it is gone.
    #[error("it has no such bucket")]
    NoBucket,
    /// It has no such object.
    #[error("what lay there is missing")]
    Missing,
    /// It gave out something else than was put.
    #[error("what lay there is damaged")]
    Damaged,
}

impl Failure {
    /// Whether it may be otherwise in a while.
    #[must_use]
    pub const fn is_passing(self) -> bool {
        matches!(self, Self::Away | Self::Refused | Self::NoBucket)
    }
}

impl From<object_store::Error> for Failure {
    fn from(error: object_store::Error) -> Self {
        match error {
            // Both are 404; only the words that come with it differ.
            object_store::Error::NotFound { source, .. } if source.to_string().contains("NoSuchBucket") => {
                Self::NoBucket
            }
            object_store::Error::NotFound { .. } => Self::Missing,
            object_store::Error::PermissionDenied { .. } | object_store::Error::Unauthenticated { .. } => Self::Refused,
            _ => Self::Away,
        }
    }
}

/// A store that is configured.
pub struct Shelf {
    store: AmazonS3,
    prefix: ObjectPath,
    turns: Semaphore,
}

impl Shelf {
    /// The shelf that the settings name, if they do. Nothing is asked of it yet: the service starts without it, too.
    ///
    /// # Errors
    /// [`Error::Usage`] naming a setting; [`Error::Refused`] naming the file of the key.
    pub fn open(settings: &Settings, data: &Path) -> Result<Option<Self>, Error> {
        if !settings.is_configured()? {
            return Ok(None);
        }
        let unusable = |what: &str| Error::Usage(format!("shelf.{what} cannot be used"));
        let [id, secret] = read_key(data)?;
        let store = AmazonS3Builder::new()
            .with_endpoint(&settings.endpoint)
            .with_bucket_name(&settings.bucket)
            .with_region(&settings.region)
            .with_access_key_id(id.as_str())
            .with_secret_access_key(secret.as_str())
            .with_allow_http(true)
            .with_disable_bulk_delete(true)
            .with_retry(RetryConfig { max_retries: MORE_TRIES, retry_timeout: LAST_TRY, ..RetryConfig::default() })
            .with_http_connector(Connector)
            .build()
            .map_err(|_| unusable("endpoint"))?;
        let prefix = ObjectPath::parse(&settings.prefix).map_err(|_| unusable("prefix"))?;
        Ok(Some(Self { store, prefix, turns: Semaphore::new(MOST) }))
    }

    /// Puts a sealed part there. Again is a success.
    ///
    /// # Errors
    /// [`Failure`].
    pub async fn put(&self, object: &Digest, sealed: Vec<u8>) -> Result<(), Failure> {
        let _turn = self.turn().await?;
        self.store.put(&self.path(object), sealed.into()).await?;
        Ok(())
    }

    /// The part that lies there.
    ///
    /// # Errors
    /// [`Failure`].
    pub async fn fetch(&self, shelved: &Shelved) -> Result<Vec<u8>, Failure> {
        let _turn = self.turn().await?;
        let sealed = self.store.get(&self.path(&shelved.object)).await?.bytes().await?;
        shelf::open(&shelved.secret, &sealed).map_err(|_| Failure::Damaged)
    }

    /// Takes an object away. One that is not there is taken away already.
    ///
    /// # Errors
    /// [`Failure`].
    pub async fn remove(&self, object: &Digest) -> Result<(), Failure> {
        let _turn = self.turn().await?;
        match self.store.delete(&self.path(object)).await.map_err(Failure::from) {
            Err(Failure::Missing) => Ok(()),
            outcome => outcome,
        }
    }

    /// Puts a trial object there, fetches it and takes it away; then looks for a part that shall lie there.
    ///
    /// # Errors
    /// [`Failure`].
    pub async fn try_out(&self, part: Option<&Shelved>) -> Result<(), Failure> {
        let mut rng = crate::entropy::generator().map_err(|_| Failure::Away)?;
        let trial = Shelved::make(b"trial", &mut rng);
        self.put(&trial.object, shelf::seal(&trial.secret, b"trial")).await?;
        let there = self.fetch(&trial).await;
        self.remove(&trial.object).await?;
        there?;
        match part {
            Some(part) => self.fetch(part).await.map(drop),
            None => Ok(()),
        }
    }

    async fn turn(&self) -> Result<tokio::sync::SemaphorePermit<'_>, Failure> {
        let turn = tokio::time::timeout(PATIENCE, self.turns.acquire()).await;
        turn.map_err(|_| Failure::Away)?.map_err(|_| Failure::Away)
    }

    fn path(&self, object: &Digest) -> ObjectPath {
        self.prefix.clone().join(object.to_hex())
    }
}

/// Both lines of the key, which nobody but its owner may read.
fn read_key(folder: &Path) -> Result<[Zeroizing<String>; 2], Error> {
    let path = folder.join(KEY);
    let refused = |what: &str| Error::Refused(format!("the key of the shelf, {}, {what}", path.display()));
    let bytes = files::find(folder, KEY)?.map(Zeroizing::new).ok_or_else(|| refused("is missing"))?;
    if std::fs::metadata(&path)?.permissions().mode() & 0o077 != 0 {
        return Err(refused("can be read by others: chmod 600"));
    }
    let text = std::str::from_utf8(&bytes).map_err(|_| refused("is not text"))?;
    let lines: Vec<&str> = text.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    match lines.as_slice() {
        [id, secret] => Ok([id, secret].map(|line| Zeroizing::new((*line).to_owned()))),
        _ => Err(refused("has not two lines, its id and its secret")),
    }
}

#[cfg(test)]
mod tests;
