//! A file of a thread: a release of its own, which stands in the access log before the first part comes.

use super::Desk;
use super::gate::keep_head;
use crate::files::{self, Fetched, Which};
use crate::http::Method;
use crate::{ATTEMPTS, Error};
use crypto::Day;
use crypto::ledger::{Act, NoteKey, Purpose};
use crypto::thread::{FilePlace, ThreadKey};
use crypto::wire::{Bytes, FilePart, FileRelease, ReleasedFile};
use rand_core::CryptoRng;

impl Desk {
    /// Fetches a file: of which thread, which message in the order of [`Desk::show`], from 1, and which of its files. The
    /// thread is read first, for the key of the file stands in its message.
    ///
    /// # Errors
    /// As [`Desk::show`]; [`Error::Usage`] where there is no such file; [`crypto::Error::Decrypt`] when it is not the one
    /// that the message names.
    pub async fn fetch(
        &mut self,
        n: usize,
        (message, file): (usize, impl Into<Which>),
        rng: &mut impl CryptoRng,
    ) -> Result<Fetched, Error> {
        let case = self.open(n, None, rng).await?;
        let (author, named) = case.conversation.file(message, file.into())?;
        let (organisation, thread) = (self.vault.organisation, case.key.thread());
        let place = FilePlace { organisation, thread, author, number: named.number };
        let next = (case.release.counter.saturating_add(1), case.release.day);
        let pass = self.release_file(&case.key, &place, next).await?;
        let part = async |part| {
            let document = FilePart { pass: pass.clone(), part };
            self.server.send_document(Method::Post, "/api/v1/desk/files/fetch", &document).await
        };
        files::fetch(&self.server, &place, named, part).await
    }

    /// Asks for the pass of a file; it is believed once the log holds the access under this desk's own signature.
    async fn release_file(&mut self, key: &ThreadKey, place: &FilePlace, mut next: (u32, Day)) -> Result<Bytes, Error> {
        let mut overtaken = Error::Answer("it is of two minds about this thread");
        for _ in 0..ATTEMPTS {
            let signed = self.sign(key, next.0, Purpose::FollowUp, next.1)?;
            let since = self.folder.state.ledger.map_or(0, |(size, _)| size);
            let (author, number) = (place.author, place.number);
            let document = FileRelease { release: signed.document.clone(), author, number, since };
            match self.server.post::<ReleasedFile>("/api/v1/desk/files/release", &document).await {
                Err(error) if error.is_problem("stale") => overtaken = error,
                answer => {
                    let answer = answer?;
                    let log = NoteKey::parse(&self.organisation.public.log_key)?;
                    let act = (Act::AttachmentRelease, place.digest());
                    let head = signed.check(key, self.vault.person, act, &answer.entry, (&answer.head, &log))?;
                    keep_head(&mut self.folder.state.ledger, head, &answer.consistency)?;
                    self.folder.save()?;
                    return Ok(answer.pass);
                }
            }
            next = self.enrol(key).await?;
        }
        Err(overtaken)
    }
}
