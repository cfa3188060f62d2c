//! Files at the desk: a coach's own are sent before the reply that names them; to fetch any is a release of its own,
//! which stands in the access log before the first part comes.

use super::Desk;
use super::gate::keep_head;
use super::write::Replied;
use crate::files::{self, Fetched, NewFile, Which};
use crate::http::Method;
use crate::{ATTEMPTS, Error};
use crypto::access::{FileAct, StaffFile};
use crypto::ledger::{Act, NoteKey, Purpose};
use crypto::thread::{Attachment, FilePlace, ThreadKey};
use crypto::wire::{Bytes, FilePart, FileRelease, ReleasedFile};
use crypto::{Day, ThreadId};
use rand_core::CryptoRng;
use std::slice;

impl Desk {
    /// Sends files and then a reply that names them, with a text or without. Whoever was interrupted does the same again:
    /// what is there already is not sent twice.
    ///
    /// # Errors
    /// As [`Desk::reply`]; [`Error::Refused`] for files that no message takes; what the server has no room for.
    pub async fn reply_with(
        &mut self,
        n: usize,
        text: &str,
        files: &[NewFile],
        rng: &mut impl CryptoRng,
    ) -> Result<Replied, Error> {
        files::check(files)?;
        let case = self.open(n, None, rng).await?;
        let mut sent: Vec<Attachment> = Vec::with_capacity(files.len());
        for file in files {
            let before = sent.last().map_or(0, |before| before.number);
            sent.push(self.send_file(n, file, before, rng).await?);
        }
        self.reply_in(n, Some(case), &files::said(text), &sent, rng).await
    }

    /// Sends one file, for a reply that will name it; again where it was interrupted. `before` is the number of the last
    /// one that waits for the same reply, or 0. A case that was opened in this sitting is not opened again.
    ///
    /// # Errors
    /// As [`Desk::reply_with`].
    pub async fn send_file(
        &mut self,
        n: usize,
        file: &NewFile,
        before: u32,
        rng: &mut impl CryptoRng,
    ) -> Result<Attachment, Error> {
        files::check(slice::from_ref(file))?;
        let thread = self.folder.state.thread(n)?.id;
        if self.sitting.find(thread).is_none() {
            self.open(n, None, rng).await?;
        }
        let next = self.sitting.find(thread).map_or(1, super::sitting::Open::next_file);
        let (organisation, author, number) =
            (self.vault.organisation, self.vault.person, next.max(before.saturating_add(1)));
        let place = FilePlace { organisation, thread, author, number };
        let ask = async |act, body| self.ask_file(thread, act, body).await;
        let sent = files::send(&self.server, place, &self.vault.sign, file, ask).await;
        if matches!(&sent, Err(error) if error.is_problem("forbidden")) {
            // Opening it says whether it was erased meanwhile, or is hers no more.
            self.open(n, None, rng).await?;
        }
        sent
    }

    /// Answers with files that were sent, with a text or without.
    ///
    /// # Errors
    /// As [`Desk::reply`].
    pub async fn name_files(
        &mut self,
        n: usize,
        text: &str,
        files: &[Attachment],
        rng: &mut impl CryptoRng,
    ) -> Result<Replied, Error> {
        self.reply_in(n, None, &files::said(text), files, rng).await
    }

    /// Takes away the files of a reply that was taken back.
    pub(super) async fn remove_files(&self, thread: ThreadId, numbers: Vec<u32>) -> Result<(), Error> {
        files::remove(numbers, async |act, body| self.ask_file(thread, act, body).await).await
    }

    async fn ask_file(&self, thread: ThreadId, act: FileAct, body: Vec<u8>) -> Result<Vec<u8>, Error> {
        let path = match act {
            FileAct::Begin => "/api/v1/desk/files/begin",
            FileAct::Put => "/api/v1/desk/files/put",
            FileAct::Remove => "/api/v1/desk/files/remove",
        };
        let request = StaffFile::make(act, self.vault.organisation, thread, &self.vault.sign, body);
        self.server.post_bytes(path, &request.to_bytes()).await
    }

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
