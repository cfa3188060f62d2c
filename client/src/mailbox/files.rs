//! Files of a reporter: sent before the message that names them, and fetched back.

use super::{Mailbox, Said, Thread};
use crate::conversation::Conversation;
use crate::files::{self, Fetched, NewFile};
use crate::{Error, http};
use crypto::PersonId;
use crypto::access::{FileBegin, FileFetch, FilePut, MailboxAct};
use crypto::thread::{Attachment, Content, FilePlace, SealedFile, derive_file_key};
use crypto::wire::FileProgress;
use rand_core::CryptoRng;

impl Mailbox<'_> {
    /// Sends files to the newest thread and then a message that names them, with a text or without. Whoever was
    /// interrupted does the same again: what is there already is not sent twice.
    ///
    /// # Errors
    /// As [`Mailbox::say`]; [`Error::Refused`] for files that no message takes; what the server has no room for.
    pub async fn attach(&self, text: &str, files: &[NewFile], rng: &mut impl CryptoRng) -> Result<Said, Error> {
        files::check(files)?;
        let content = if text.is_empty() { Content::Files(String::new()) } else { Content::Text(text.into()) };
        let thread = self.newest().await?;
        let attachments = self.send_files(&thread, files).await?;
        self.add(&content, &attachments, rng).await
    }

    async fn send_files(&self, thread: &Thread, files: &[NewFile]) -> Result<Vec<Attachment>, Error> {
        let conversation = Conversation::open(&thread.keys.content_key(), self.organisation, &thread.messages);
        let mut number = conversation.next_file(PersonId::REPORTER);
        let mut attachments = Vec::with_capacity(files.len());
        for file in files {
            let attachment = loop {
                match self.send_file(thread, number, file).await {
                    // Another file was begun under this number and never named.
                    Err(error) if error.is_problem("conflict") => number = number.saturating_add(1),
                    sent => break sent?,
                }
            };
            attachments.push(attachment);
            number = number.saturating_add(1);
        }
        Ok(attachments)
    }

    /// Sends what is missing of one file. Of what is there the last part goes once more: it tells whether that is this
    /// very file.
    async fn send_file(&self, thread: &Thread, number: u32, file: &NewFile) -> Result<Attachment, Error> {
        let (keys, organisation) = (&thread.keys, self.organisation.id());
        let place = FilePlace { organisation, thread: keys.thread(), author: PersonId::REPORTER, number };
        let key = derive_file_key(&place, &keys.mailbox, &file.bytes);
        let sealed = SealedFile::new(&place, &key, &file.bytes)?;
        let begin = FileBegin { number, size: sealed.size() }.to_bytes();
        let there: FileProgress = http::read(&self.ask(keys, MailboxAct::BeginFile, "files/begin", begin).await?)?;
        for part in there.parts.saturating_sub(1)..sealed.parts() {
            let put = FilePut { number, part, bytes: &sealed.part(part) }.to_bytes();
            self.ask(keys, MailboxAct::PutPart, "files/put", put).await?;
            let count = |parts: u32| usize::try_from(parts).unwrap_or(usize::MAX);
            self.server.progress(count(part.saturating_add(1)), count(sealed.parts())).await;
        }
        let (name, media_type) = file.named(number);
        let size = u64::try_from(file.bytes.len()).unwrap_or(u64::MAX);
        Ok(Attachment { number, key, size, digest: sealed.digest(), media_type: media_type.into(), name })
    }

    /// Takes away what a message named that was taken back. A file whose tick came before that of its message stays: its
    /// key is gone with the message.
    pub(super) async fn remove_files(&self, thread: &Thread, sequence: u32) -> Result<(), Error> {
        let conversation = Conversation::open(&thread.keys.content_key(), self.organisation, &thread.messages);
        for number in conversation.files_of(PersonId::REPORTER, sequence) {
            let body = number.to_be_bytes().to_vec();
            match self.ask(&thread.keys, MailboxAct::RemoveFile, "files/remove", body).await {
                Err(error) if !error.is_problem("conflict") => return Err(error),
                _ => {}
            }
        }
        Ok(())
    }

    /// Fetches a file: which message in the order of [`Mailbox::read`], and which of its files, both from 1. No release:
    /// it is her own thread.
    ///
    /// # Errors
    /// [`Error::Usage`] where there is none; [`crypto::Error::Decrypt`] when it is not the one that the message names.
    pub async fn fetch(&self, message: usize, file: usize) -> Result<Fetched, Error> {
        let mut before = 0;
        for thread in self.threads_there().await? {
            let conversation = Conversation::open(&thread.keys.content_key(), self.organisation, &thread.messages);
            let within = message.saturating_sub(before);
            if within > conversation.len() {
                before = before.saturating_add(conversation.len());
                continue;
            }
            let (author, named) = conversation.file(within, file)?;
            let (organisation, number) = (self.organisation.id(), named.number);
            let place = FilePlace { organisation, thread: thread.keys.thread(), author, number };
            let part = async |part| {
                let body = FileFetch { author, number, part }.to_bytes();
                self.ask(&thread.keys, MailboxAct::FetchPart, "files/fetch", body).await
            };
            return files::fetch(&place, named, part).await;
        }
        Err(Error::no_file())
    }
}
