//! Files of a reporter: sent before the message that names them, and fetched back.

use super::{Mailbox, Said, Thread};
use crate::conversation::Conversation;
use crate::files::{self, Fetched, NewFile, Which};
use crate::{Error, http};
use crypto::PersonId;
use crypto::access::{FileBegin, FileFetch, FilePut, MailboxAct};
use crypto::thread::{Attachment, Content, FilePlace, SealedFile, derive_file_key};
use crypto::wire::FileProgress;
use rand_core::CryptoRng;
use std::slice;

impl Mailbox<'_> {
    /// Sends files to the newest thread and then a message that names them, with a text or without. Whoever was
    /// interrupted does the same again: what is there already is not sent twice.
    ///
    /// # Errors
    /// As [`Mailbox::say`]; [`Error::Refused`] for files that no message takes; what the server has no room for.
    pub async fn attach(&self, text: &str, files: &[NewFile], rng: &mut impl CryptoRng) -> Result<Said, Error> {
        files::check(files)?;
        let thread = self.newest().await?;
        let mut sent: Vec<Attachment> = Vec::with_capacity(files.len());
        for file in files {
            let before = sent.last().map_or(0, |before| before.number);
            sent.push(self.send_to(&thread, file, before).await?);
        }
        self.name_files(text, &sent, rng).await
    }

    /// Sends one file to the newest thread, for a message that will name it; again where it was interrupted. `before` is
    /// the number of the last one that waits for the same message, or 0.
    ///
    /// # Errors
    /// As [`Mailbox::attach`].
    pub async fn send_file(&self, file: &NewFile, before: u32) -> Result<Attachment, Error> {
        files::check(slice::from_ref(file))?;
        self.send_to(&self.newest().await?, file, before).await
    }

    /// Adds a message that names files which were sent, with a text or without.
    ///
    /// # Errors
    /// As [`Mailbox::say`].
    pub async fn name_files(&self, text: &str, files: &[Attachment], rng: &mut impl CryptoRng) -> Result<Said, Error> {
        let content = if text.is_empty() { Content::Files(String::new()) } else { Content::Text(text.into()) };
        self.add(&content, files, rng).await
    }

    async fn send_to(&self, thread: &Thread, file: &NewFile, before: u32) -> Result<Attachment, Error> {
        let conversation = Conversation::open(&thread.keys.content_key(), self.organisation, &thread.messages);
        let mut number = conversation.next_file(PersonId::REPORTER).max(before.saturating_add(1));
        loop {
            match self.send_as(thread, number, file).await {
                // Another file was begun under this number and never named.
                Err(error) if error.is_problem("conflict") => number = number.saturating_add(1),
                sent => return sent,
            }
        }
    }

    /// Sends what is missing of one file. Of what is there the last part goes once more: it tells whether that is this
    /// very file.
    async fn send_as(&self, thread: &Thread, number: u32, file: &NewFile) -> Result<Attachment, Error> {
        let (keys, organisation) = (&thread.keys, self.organisation.id());
        let place = FilePlace { organisation, thread: keys.thread(), author: PersonId::REPORTER, number };
        let key = derive_file_key(&place, &keys.mailbox, &file.bytes);
        let sealed = SealedFile::new(&place, &key, &file.bytes)?;
        let digest = sealed.digest();
        let begin = FileBegin { number, size: sealed.size() }.to_bytes();
        let there: FileProgress = http::read(&self.ask(keys, MailboxAct::BeginFile, "files/begin", begin).await?)?;
        for part in there.parts.saturating_sub(1)..sealed.parts() {
            files::tell(self.server, part, sealed.parts()).await;
            let put = FilePut { number, part, bytes: &sealed.part(part) }.to_bytes();
            self.ask(keys, MailboxAct::PutPart, "files/put", put).await?;
        }
        let (name, media_type) = file.named(number);
        let size = u64::try_from(file.bytes.len()).unwrap_or(u64::MAX);
        Ok(Attachment { number, key, size, digest, media_type: media_type.into(), name })
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

    /// Fetches a file: which message in the order of [`Mailbox::read`], from 1, and which of its files. No release:
    /// it is her own thread.
    ///
    /// # Errors
    /// [`Error::Usage`] where there is none; [`crypto::Error::Decrypt`] when it is not the one that the message names.
    pub async fn fetch(&self, message: usize, file: impl Into<Which>) -> Result<Fetched, Error> {
        let file = file.into();
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
            return files::fetch(self.server, &place, named, part).await;
        }
        Err(Error::no_file())
    }
}
