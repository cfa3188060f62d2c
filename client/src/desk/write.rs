//! What a coach writes: replies the reporter reads, notes she never does.

use super::Desk;
use super::case::Case;
use crate::http::Method;
use crate::{ATTEMPTS, Error, clock};
use crypto::access::sign_act;
use crypto::case::{Record, RecordKind};
use crypto::ledger::Purpose;
use crypto::thread::{Attachment, Content, Message};
use crypto::wire::{self, Bytes, NewRecord, Reply, TakeBack};
use crypto::{Day, ThreadId};
use rand_core::CryptoRng;
use serde::Serialize;
use zeroize::Zeroizing;

/// A reply that was stored.
#[derive(Debug, PartialEq, Eq, Serialize)]
pub struct Replied {
    /// The thread's number.
    pub n: usize,
    /// By this number it can be taken back until its tick.
    pub sequence: u32,
    /// The day of the tick that releases it.
    pub day: String,
}

/// A note that was stored.
#[derive(Debug, PartialEq, Eq, Serialize)]
pub struct Noted {
    /// The thread's number.
    pub n: usize,
    /// Its number among the author's notes.
    pub sequence: u32,
}

impl Desk {
    /// Sends a reply. The thread is read first, so that the reply says what had been seen.
    ///
    /// # Errors
    /// As [`Desk::show`]; [`crypto::Error::TooLong`].
    pub async fn reply(&mut self, n: usize, content: &Content, rng: &mut impl CryptoRng) -> Result<Replied, Error> {
        self.reply_in(n, None, content, &[], rng).await
    }

    /// Replies in a case that was opened for it, or opens it; again where somebody else was faster.
    pub(super) async fn reply_in(
        &mut self,
        n: usize,
        mut opened: Option<Case>,
        content: &Content,
        attachments: &[Attachment],
        rng: &mut impl CryptoRng,
    ) -> Result<Replied, Error> {
        let mut overtaken = Error::Answer("it is of two minds about this thread");
        for _ in 0..ATTEMPTS {
            let case = match opened.take() {
                Some(case) => case,
                None => self.open(n, None, rng).await?,
            };
            let head = self.organisation.chain.head_digest();
            let message = Message {
                attachments: attachments.to_vec(),
                ..case.conversation.next(self.vault.person, head, content.clone())
            };
            let sealed = message.seal(&case.content, &self.vault.sign, rng)?;
            let mut access = (case.release.counter.saturating_add(1), case.release.day);
            for _ in 0..ATTEMPTS {
                let release = self.sign(&case.key, access.0, Purpose::Reply, access.1)?.document;
                let reply = Reply { release, message: Bytes(sealed.clone()) };
                match self.server.post::<wire::Replied>("/api/v1/desk/replies", &reply).await {
                    Ok(replied) => {
                        let files = attachments.iter().map(|file| file.number).collect();
                        self.sitting.replied(case.key.thread(), message.sequence, files);
                        return Ok(Replied { n, sequence: message.sequence, day: clock::text(Day(replied.day)) });
                    }
                    Err(error) if error.is_problem("stale") => overtaken = error,
                    Err(error) if error.is_problem("conflict") => {
                        overtaken = error;
                        break;
                    }
                    Err(error) => return Err(error),
                }
                access = self.enrol(&case.key).await?;
            }
        }
        Err(overtaken)
    }

    /// Takes a reply of one's own back, until its tick, and the files that went with it. Where this sitting does not know
    /// it, the thread is read first: which files it names stands in it.
    ///
    /// # Errors
    /// As [`Desk::show`]; what the request answers: too late, for instance.
    pub async fn take_back(&mut self, n: usize, sequence: u32, rng: &mut impl CryptoRng) -> Result<(), Error> {
        let thread = self.folder.state.thread(n)?.id;
        if self.files_of(thread, sequence).is_none() {
            self.open(n, None, rng).await?;
        }
        let files = self.files_of(thread, sequence).unwrap_or_default();
        let content = [thread.0.as_slice(), &sequence.to_be_bytes()].concat();
        let signature = sign_act(self.vault.organisation, &self.vault.sign, "take-back", &content).into();
        let document = TakeBack { thread, sequence, signature };
        self.server.send_document(Method::Post, "/api/v1/desk/take-back", &document).await?;
        self.remove_files(thread, files).await?;
        self.sitting.taken_back(thread, sequence);
        Ok(())
    }

    fn files_of(&self, thread: ThreadId, sequence: u32) -> Option<Vec<u32>> {
        self.sitting.find(thread)?.files_of(sequence)
    }

    /// Adds a note to the case file.
    ///
    /// # Errors
    /// As [`Desk::show`]; [`crypto::Error::TooLong`].
    pub async fn note(&mut self, n: usize, text: &str, rng: &mut impl CryptoRng) -> Result<Noted, Error> {
        let mut overtaken = Error::Answer("it is of two minds about the case file");
        for _ in 0..ATTEMPTS {
            let case = self.open(n, None, rng).await?;
            let own = case.notes.iter().filter(|(author, ..)| *author == self.vault.person);
            let record = Record {
                kind: RecordKind::Note,
                author: self.vault.person,
                sequence: own.map(|(_, sequence, _)| sequence.saturating_add(1)).max().unwrap_or(0),
                payload: Zeroizing::new(text.as_bytes().to_vec()),
            };
            let sealed = record.seal(&case.file, &self.vault.sign, rng)?;
            match self.store(case.key.thread(), sealed).await {
                Err(error) if error.is_overtaken() => overtaken = error,
                answer => return answer.map(|()| Noted { n, sequence: record.sequence }),
            }
        }
        Err(overtaken)
    }

    pub(super) async fn store(&self, thread: ThreadId, sealed: Vec<u8>) -> Result<(), Error> {
        let document = NewRecord { thread, record: Bytes(sealed) };
        self.server.send_document(Method::Post, "/api/v1/desk/records", &document).await.map(|_| ())
    }
}
