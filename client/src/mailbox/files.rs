//! Files in a reporter's mailbox: her own are sent before the message that names them, and any is fetched.

use super::{Mailbox, Said, Thread};
use crate::Error;
use crate::conversation::Conversation;
use crate::files::{self, Fetched, NewFile, Which};
use crypto::PersonId;
use crypto::access::{FileAct, FileFetch, MailboxAct};
use crypto::thread::{Attachment, FilePlace};
use crypto::token::ReporterKeys;
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
        self.add(&files::said(text), files, rng).await
    }

    async fn send_to(&self, thread: &Thread, file: &NewFile, before: u32) -> Result<Attachment, Error> {
        let keys = &thread.keys;
        let conversation = Conversation::open(&keys.content_key(), self.organisation, &thread.messages);
        let number = conversation.next_file(PersonId::REPORTER).max(before.saturating_add(1));
        let (organisation, author) = (self.organisation.id(), PersonId::REPORTER);
        let place = FilePlace { organisation, thread: keys.thread(), author, number };
        files::send(self.server, place, &keys.mailbox, file, async |act, body| self.ask_file(keys, act, body).await)
            .await
    }

    /// Takes away the files of a message that was taken back.
    pub(super) async fn remove_files(&self, thread: &Thread, sequence: u32) -> Result<(), Error> {
        let conversation = Conversation::open(&thread.keys.content_key(), self.organisation, &thread.messages);
        let numbers = conversation.files_of(PersonId::REPORTER, sequence);
        files::remove(numbers, async |act, body| self.ask_file(&thread.keys, act, body).await).await
    }

    async fn ask_file(&self, keys: &ReporterKeys, act: FileAct, body: Vec<u8>) -> Result<Vec<u8>, Error> {
        let (act, path) = match act {
            FileAct::Begin => (MailboxAct::BeginFile, "files/begin"),
            FileAct::Put => (MailboxAct::PutPart, "files/put"),
            FileAct::Remove => (MailboxAct::RemoveFile, "files/remove"),
        };
        self.ask(keys, act, path, body).await
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
