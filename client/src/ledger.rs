//! The access log as it is published: fetched whole and computed anew, so that nothing the server says of it has to be
//! believed, and so that no request tells what is looked for.

use crate::{Error, Server};
use crypto::Day;
use crypto::ledger::{
    Body, Checkpoint, Entry, Frontier, Head, Node, NoteKey, Part, SignedNote, TILE, VOLUME, read_bodies, read_volume,
};
use crypto::wire::EpochList;

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
        let bytes = server.get_bytes("/ledger/checkpoint").await?;
        let text = core::str::from_utf8(&bytes).map_err(|_| Error::Answer("its checkpoint is not text"))?;
        let note = SignedNote::parse(text)?;
        let head = Checkpoint::open(&note, key)?.head;
        Ok(Self { server, note, head })
    }

    /// Goes on from `frontier` to the checkpoint: `each` sees every entry with the subtrees that it completes.
    ///
    /// # Errors
    /// What requests answer; [`Error::Distrust`] where the entries are not those the checkpoint was signed over.
    pub(crate) async fn walk(
        &self,
        mut frontier: Frontier,
        mut each: impl FnMut(u64, &Entry, &[Node]),
    ) -> Result<Frontier, Error> {
        let known = frontier.size();
        for part in Part::<VOLUME>::cover(known, self.head.size) {
            let path = ["/ledger/volume/", &part.to_path()].concat();
            let entries = read_volume(&self.server.get_bytes(&path).await?)?;
            for (place, entry) in part.places().zip(&entries).skip_while(|(place, _)| *place < known) {
                let complete = frontier.push(entry.leaf());
                each(place, entry, &complete);
            }
            self.progress(part.places().end, self.head.size).await;
        }
        if frontier.head() == self.head {
            Ok(frontier)
        } else {
            Err(Error::distrust("the entries of the access log are not those it was signed over"))
        }
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

    /// The day before which everything stands in the log up to this checkpoint; as the server says.
    ///
    /// # Errors
    /// What the request answers.
    pub(crate) async fn complete_to(&self) -> Result<Option<Day>, Error> {
        let list: EpochList = self.server.get("/ledger/epochs").await?;
        Ok(list.epochs.iter().rfind(|epoch| epoch.size <= self.head.size).map(|epoch| Day(epoch.day)))
    }
}

fn count(number: u64) -> usize {
    usize::try_from(number).unwrap_or(usize::MAX)
}
