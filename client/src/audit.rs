//! The log checked from outside, by whoever has its key: everything that is published, and nothing believed.

use crate::ledger::{self, Kept, Log, log_of};
use crate::{Error, Server};
use crypto::ledger::{EPOCH_UNIT, Entry, Head, Judged, Part, Policy, TILE};
use serde::Serialize;

/// A log that holds.
#[derive(Debug, PartialEq, Eq, Serialize)]
pub struct Verified {
    /// The log's key.
    pub log_key: String,
    /// Entries.
    pub size: u64,
    /// Root over them, in hexadecimal.
    pub root: String,
    /// Bodies that age has erased.
    pub erased: u64,
    /// Whose names stand under the checkpoint, with the time they gave (seconds since 1970).
    pub witnesses: Vec<WitnessView>,
    /// Whether those are enough for the policy.
    pub quorum: bool,
}

/// A witness's name under a checkpoint.
#[derive(Debug, PartialEq, Eq, Serialize)]
pub struct WitnessView {
    /// As the policy calls her.
    pub name: String,
    /// Seconds since 1970.
    pub time: u64,
}

/// The policy that the server publishes: whom it names is for the reader to compare with others.
///
/// # Errors
/// What the request answers; [`Error::Answer`] where it is no policy.
pub async fn policy(server: &Server) -> Result<Policy, Error> {
    ledger::policy(server).await
}

/// Fetches the whole log and computes it anew; `kept` is a head that it must continue.
///
/// # Errors
/// What requests answer; [`crypto::Error::Signature`]; [`Error::Distrust`] where something contradicts something;
/// [`Error::Answer`] where something is missing.
pub async fn verify(server: &Server, policy: &Policy, kept: Option<Head>) -> Result<Verified, Error> {
    let key = log_of(policy)?;
    let log = Log::fetch(server, key).await?;
    let Judged { witnesses, quorum, .. } = policy.judge(&log.note)?;
    let (mut kept, mut entries) = (Kept::new(kept), Vec::new());
    log.walk(|frontier, entry, _| {
        kept.pass(frontier);
        entries.push(*entry);
    })
    .await?;
    kept.require()?;
    let erased = bodies(&log, &entries).await?;
    epochs(&log).await?;
    let witnesses = witnesses.into_iter().map(|(name, time)| WitnessView { name, time }).collect();
    let (size, root) = (log.head.size, log.head.root.to_hex());
    Ok(Verified { log_key: key.to_text(), size, root, erased, witnesses, quorum })
}

/// Each body is the one its entry names, or erased, and then all before it are.
async fn bodies(log: &Log<'_>, entries: &[Entry]) -> Result<u64, Error> {
    let (mut erased, mut some_left) = (0_u64, false);
    for part in Part::<TILE>::cover(0, log.head.size) {
        for (place, body) in log.bodies(part).await? {
            let entry = usize::try_from(place).ok().and_then(|place| entries.get(place));
            match (entry, body) {
                (Some(entry), Some(body)) if entry.names(&body) => some_left = true,
                (Some(_), None) if !some_left => erased = erased.saturating_add(1),
                (Some(_), None) => return Err(Error::distrust("a body of the access log is gone before its time")),
                _ => return Err(Error::distrust("a body of the access log was changed")),
            }
        }
        log.progress(part.places().end, log.head.size).await;
    }
    if erased.checked_rem(EPOCH_UNIT) == Some(0) {
        Ok(erased)
    } else {
        Err(Error::distrust("bodies of the access log are gone, but not those of whole epochs"))
    }
}

/// The epochs are all there, each filled up, and end where the checkpoint does.
async fn epochs(log: &Log<'_>) -> Result<(), Error> {
    let mut before = 0;
    for (number, epoch) in (1..).zip(log.epochs().await?) {
        if epoch.number != number || epoch.size <= before || epoch.size.checked_rem(EPOCH_UNIT) != Some(0) {
            return Err(Error::distrust("an epoch of the access log is left out, or was not filled up"));
        }
        before = epoch.size;
    }
    if before == log.head.size { Ok(()) } else { Err(Error::distrust("the access log does not end with an epoch")) }
}
