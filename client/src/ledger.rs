//! The access log as it is published: fetched whole and computed anew, so that nothing the server says of it has to be
//! believed, and so that no request tells what is looked for.

use crate::{Error, Server};
use crypto::Day;
use crypto::ledger::{
    Act, Body, Checkpoint, Entry, Frontier, Head, Judged, Node, NoteKey, Part, Policy, Record, SignedNote, TILE,
    VOLUME, read_bodies, read_volume,
};
use crypto::wire::{EpochDocument, EpochList};

/// A head that was kept, and whether the log had it on its way.
pub(crate) struct Kept {
    head: Option<Head>,
    met: bool,
}

impl Kept {
    /// Nothing that was kept is met at once, and so is the empty log.
    pub(crate) fn new(head: Option<Head>) -> Self {
        Self { met: head.is_none_or(|head| head.size == 0), head }
    }

    pub(crate) fn pass(&mut self, frontier: &Frontier) {
        if let Some(head) = self.head.filter(|head| head.size == frontier.size()) {
            self.met |= frontier.head() == head;
        }
    }

    pub(crate) const fn is_met(&self) -> bool {
        self.met
    }

    /// For whoever stops there.
    ///
    /// # Errors
    /// [`Error::Distrust`] where it had not.
    #[cfg(feature = "staff")]
    pub(crate) fn require(&self) -> Result<(), Error> {
        if self.met { Ok(()) } else { Err(Error::distrust("the access log does not continue what it was before")) }
    }
}

/// A log at one of its checkpoints.
pub(crate) struct Log<'a> {
    server: &'a Server,
    /// The checkpoint as it was signed, with what witnesses wrote under it.
    pub(crate) note: SignedNote,
    /// What it says.
    pub(crate) head: Head,
}

impl<'a> Log<'a> {
    /// The newest checkpoint of the log with this key.
    ///
    /// # Errors
    /// What the request answers; [`crypto::Error`] where the log did not sign it.
    pub(crate) async fn fetch(server: &'a Server, key: &NoteKey) -> Result<Self, Error> {
        let note = note(server, "/ledger/checkpoint").await?;
        let head = Checkpoint::open(&note, key)?.head;
        Ok(Self { server, note, head })
    }

    /// Goes through the whole log: `each` sees the tree up to and with every entry, the entry, and the subtrees that
    /// it completes.
    ///
    /// # Errors
    /// What requests answer; [`Error::Distrust`] where the entries are not those the checkpoint was signed over.
    pub(crate) async fn walk(&self, mut each: impl FnMut(&Frontier, &Entry, &[Node])) -> Result<(), Error> {
        let mut frontier = Frontier::new();
        for part in Part::<VOLUME>::cover(0, self.head.size) {
            let path = ["/ledger/volume/", &part.to_path()].concat();
            for entry in read_volume(&self.server.get_bytes(&path).await?)? {
                let complete = frontier.push(entry.leaf());
                each(&frontier, &entry, &complete);
            }
            self.progress(part.places().end, self.head.size).await;
        }
        if frontier.head() == self.head {
            Ok(())
        } else {
            Err(Error::distrust("the entries of the access log are not those it was signed over"))
        }
    }

    /// Goes through the whole log to see whether it continues a head that was kept.
    ///
    /// # Errors
    /// As [`Self::walk`]; [`Error::Distrust`] where it does not.
    #[cfg(all(feature = "staff", not(target_arch = "wasm32")))]
    pub(crate) async fn continues(&self, kept: Head) -> Result<(), Error> {
        let mut kept = Kept::new(Some(kept));
        self.walk(|frontier, _, _| kept.pass(frontier)).await?;
        kept.require()
    }

    /// The bodies of a part, with their places; nothing for an erased one.
    ///
    /// # Errors
    /// What the request answers; [`Error::Answer`] where some are missing.
    pub(crate) async fn bodies(&self, part: Part<TILE>) -> Result<Vec<(u64, Option<Body>)>, Error> {
        let path = ["/ledger/bodies/", &part.to_path()].concat();
        let bodies = read_bodies(&self.server.get_bytes(&path).await?)?;
        let places = part.places();
        if count(places.end.saturating_sub(places.start)) != bodies.len() {
            return Err(Error::Answer("bodies of the access log are missing"));
        }
        Ok(places.zip(bodies).collect())
    }

    /// Tells how far it is.
    pub(crate) async fn progress(&self, done: u64, total: u64) {
        self.server.progress(count(done), count(total)).await;
    }

    /// The epochs that were closed up to this checkpoint, as the server says.
    ///
    /// # Errors
    /// What the request answers.
    pub(crate) async fn epochs(&self) -> Result<Vec<EpochDocument>, Error> {
        let list: EpochList = self.server.get("/ledger/epochs").await?;
        // One may have been closed since the checkpoint was fetched.
        Ok(list.epochs.into_iter().take_while(|epoch| epoch.size <= self.head.size).collect())
    }
}

/// Days that two clocks may lie apart without anybody having set one back: it is midnight at one before it is at the
/// other.
const GRACE: u32 = 1;

/// Whether the day that an entry carries fits its place: it lies between the days on which the epoch before its own and
/// its own were closed, and is no earlier than the day on which the one before those was. What a reporter did is entered
/// later, when the epoch closes, and carries the day on which it was shown.
pub(crate) fn is_dated_right(epochs: &[EpochDocument], place: u64, record: &Record) -> bool {
    if matches!(record.act, Act::Registered | Act::ErasedByReporter) {
        return true;
    }
    let own = epochs.partition_point(|epoch| epoch.size <= place);
    if own == epochs.len() {
        return true;
    }
    let closed = |back: usize| own.checked_sub(back).and_then(|at| epochs.get(at)).map(|epoch| epoch.day);
    let earliest = closed(1).max(closed(2)).unwrap_or_default();
    let latest = closed(0).unwrap_or(u32::MAX);
    record.day.0.saturating_add(GRACE) >= earliest && record.day.0 <= latest.saturating_add(GRACE)
}

/// The policy that the server publishes: whom it names is for the reader to compare with others.
///
/// # Errors
/// What the request answers; [`Error::Answer`] where it is no policy.
pub(crate) async fn policy(server: &Server) -> Result<Policy, Error> {
    let text = server.get_bytes("/ledger/policy").await?;
    let text = core::str::from_utf8(&text).map_err(|_| Error::Answer("its policy is not text"))?;
    Policy::parse(text).map_err(|_| Error::Answer("its policy is none"))
}

/// The key of the log that a policy names.
#[cfg(feature = "staff")]
pub(crate) fn log_of(policy: &Policy) -> Result<&NoteKey, Error> {
    policy.logs().first().ok_or(Error::Answer("its policy names no log"))
}

/// The newest checkpoint that witnesses cosigned, and who they are; nothing where none ever did.
pub(crate) async fn witnessed(server: &Server) -> Result<Option<Judged>, Error> {
    let policy = policy(server).await?;
    let judged = policy.judge(&note(server, "/ledger/witnessed").await?)?;
    Ok(Some(judged).filter(|judged| !judged.witnesses.is_empty()))
}

/// The day before which everything stands in the log, by its closed epochs.
pub(crate) fn complete_to(epochs: &[EpochDocument]) -> Option<Day> {
    epochs.last().map(|epoch| Day(epoch.day))
}

async fn note(server: &Server, path: &str) -> Result<SignedNote, Error> {
    let note = server.get_bytes(path).await?;
    let text = core::str::from_utf8(&note).map_err(|_| Error::Answer("its checkpoint is not text"))?;
    Ok(SignedNote::parse(text)?)
}

fn count(number: u64) -> usize {
    usize::try_from(number).unwrap_or(usize::MAX)
}
