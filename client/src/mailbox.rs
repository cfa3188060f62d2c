//! The mailbox: reading, answering, taking back and erasing with nothing but the reply token.

mod files;

use crate::conversation::{Conversation, Dated, MessageView};
use crate::organisation::Organisation;
use crate::{ATTEMPTS, Error, Server, clock};
use crypto::access::{Challenge, MailboxAct, MailboxRequest};
use crypto::thread::{Attachment, Content, Message};
use crypto::token::{ReplyToken, ReporterKeys};
use crypto::triage::Status;
use crypto::wire::{Accepted, ChallengeDocument, MailboxPage, MailboxState};
use crypto::{Day, PersonId, json};
use rand_core::CryptoRng;
use serde::Serialize;

/// More continuations than anybody has; a server that knows every thread is refused.
const MOST_THREADS: u32 = 100;
/// Pages of one thread.
const MOST_PAGES: u32 = 1_000;

/// A mailbox: a token at an organisation.
pub struct Mailbox<'a> {
    server: &'a Server,
    organisation: &'a Organisation,
    token: ReplyToken,
}

/// What a mailbox shows.
#[derive(Debug, PartialEq, Eq, Serialize)]
pub struct View {
    /// Messages of all threads of the token, the oldest thread first.
    pub messages: Vec<MessageView>,
    /// What was last told; `new` before that; `erased`; `unknown` where there is nothing under this token.
    pub status: &'static str,
    /// Last day of the promised first answer; nothing once it was given.
    pub answer_by: Option<String>,
    /// Last day of the promised feedback.
    pub feedback_by: Option<String>,
    /// Where there is nothing: the day to which the service was restored lately. What came later is lost.
    pub restored_to: Option<String>,
}

/// A message that was stored.
#[derive(Debug, PartialEq, Eq, Serialize)]
pub struct Said {
    /// By this number it can be taken back until its tick.
    pub sequence: u32,
    /// The day of its tick.
    pub day: String,
}

/// What was erased.
#[derive(Debug, PartialEq, Eq, Serialize)]
pub struct Erased {
    /// Threads erased now.
    pub erased: usize,
}

pub(crate) struct Thread {
    pub(crate) keys: ReporterKeys,
    state: MailboxState,
    pub(crate) day: Option<Day>,
    answered: Option<Day>,
    pub(crate) messages: Vec<Dated>,
}

impl<'a> Mailbox<'a> {
    /// The mailbox of a token as somebody typed it.
    ///
    /// # Errors
    /// [`Error::Usage`] for a typing error; nothing was sent then.
    pub fn open(server: &'a Server, organisation: &'a Organisation, token: &str) -> Result<Self, Error> {
        let token = ReplyToken::parse(organisation.id(), token)
            .map_err(|error| Error::Usage(format!("{error} (for this organisation)")))?;
        Ok(Self::of(server, organisation, token))
    }

    /// The mailbox of a token that was read before.
    #[must_use]
    pub const fn of(server: &'a Server, organisation: &'a Organisation, token: ReplyToken) -> Self {
        Self { server, organisation, token }
    }

    /// Everything there is, in order.
    ///
    /// # Errors
    /// What requests answer. Damage to a message is shown with it.
    pub async fn read(&self) -> Result<View, Error> {
        let (threads, restored) = self.threads().await?;
        let mut messages = Vec::new();
        let mut told = None;
        for thread in &threads {
            let conversation = Conversation::open(&thread.keys.content_key(), self.organisation, &thread.messages);
            told = conversation.status();
            messages.extend(conversation.views(self.organisation));
        }
        let newest = threads.last().filter(|thread| thread.state == MailboxState::Live);
        let waiting = newest.filter(|thread| thread.answered.is_none());
        Ok(View {
            messages,
            status: match threads.last().map(|thread| thread.state) {
                None | Some(MailboxState::Unknown) => "unknown",
                Some(MailboxState::Erased) => Status::Erased.name(),
                Some(MailboxState::Live) => told.unwrap_or(Status::New).name(),
            },
            answer_by: waiting.and_then(|thread| thread.day).map(|day| clock::text(clock::answer_by(day))),
            feedback_by: newest.and_then(|thread| Some(clock::feedback_by(thread.day?, thread.answered))),
            restored_to: restored.filter(|_| threads.is_empty()).map(clock::text),
        })
    }

    /// Adds a message to the newest thread.
    ///
    /// # Errors
    /// [`Error::Refused`] where there is nothing to add to; [`crypto::Error::TooLong`]; what requests answer.
    pub async fn say(&self, text: &str, rng: &mut impl CryptoRng) -> Result<Said, Error> {
        self.add(&Content::Text(text.into()), &[], rng).await
    }

    /// Withdraws: the thread stays readable, nothing more is asked of the coach, and she is told.
    ///
    /// # Errors
    /// As [`Mailbox::say`].
    pub async fn withdraw(&self, rng: &mut impl CryptoRng) -> Result<Said, Error> {
        self.add(&Content::Withdraw(String::new()), &[], rng).await
    }

    async fn add(
        &self,
        content: &Content,
        attachments: &[Attachment],
        rng: &mut impl CryptoRng,
    ) -> Result<Said, Error> {
        let mut overtaken = Error::Answer("it is of two minds about this thread");
        for _ in 0..ATTEMPTS {
            let thread = self.newest().await?;
            let key = thread.keys.content_key();
            let conversation = Conversation::open(&key, self.organisation, &thread.messages);
            let head = self.organisation.chain.head_digest();
            let message = Message {
                attachments: attachments.to_vec(),
                ..conversation.next(PersonId::REPORTER, head, content.clone())
            };
            let sealed = message.seal(&key, &thread.keys.mailbox, rng)?;
            match self.ask(&thread.keys, MailboxAct::Say, "say", sealed).await {
                Err(error) if error.is_overtaken() => overtaken = error,
                answer => {
                    let accepted: Accepted =
                        json::read(&answer?).map_err(|_| Error::Answer("the message was taken, the day is unclear"))?;
                    return Ok(Said { sequence: message.sequence, day: clock::text(Day(accepted.day)) });
                }
            }
        }
        Err(overtaken)
    }

    /// Takes a message of the newest thread back, until its tick, and the files that went with it.
    ///
    /// # Errors
    /// What the request answers: too late, for instance.
    pub async fn take_back(&self, sequence: u32) -> Result<(), Error> {
        let thread = self.newest().await?;
        self.ask(&thread.keys, MailboxAct::TakeBack, "take-back", sequence.to_be_bytes().to_vec()).await?;
        self.remove_files(&thread, sequence).await
    }

    /// Erases all threads of the token, the newest first, so that what is left can still be found if this is cut off.
    ///
    /// # Errors
    /// [`Error::Refused`] where there is nothing; what requests answer.
    pub async fn erase(&self) -> Result<Erased, Error> {
        let threads = self.threads_there().await?;
        let mut erased = 0;
        for thread in threads.iter().rev().filter(|thread| thread.state == MailboxState::Live) {
            self.ask(&thread.keys, MailboxAct::Erase, "erase", Vec::new()).await?;
            erased += 1;
        }
        Ok(Erased { erased })
    }

    async fn newest(&self) -> Result<Thread, Error> {
        let (mut threads, restored) = self.threads().await?;
        let thread = threads.pop().ok_or_else(|| nothing_here(restored))?;
        if thread.state == MailboxState::Erased { Err(Error::Erased) } else { Ok(thread) }
    }

    pub(crate) const fn server(&self) -> &'a Server {
        self.server
    }

    pub(crate) const fn organisation(&self) -> &'a Organisation {
        self.organisation
    }

    /// All threads, of which there is at least one.
    pub(crate) async fn threads_there(&self) -> Result<Vec<Thread>, Error> {
        let (threads, restored) = self.threads().await?;
        if threads.is_empty() { Err(nothing_here(restored)) } else { Ok(threads) }
    }

    /// Threads 0, 1, … until one is unknown; an erased one counts as known. Beside them the day to which the service was
    /// restored, if that was lately.
    async fn threads(&self) -> Result<(Vec<Thread>, Option<Day>), Error> {
        let mut threads = Vec::new();
        for number in 0..MOST_THREADS {
            let thread = self.thread(self.token.keys(self.organisation.id(), number)).await?;
            if thread.state == MailboxState::Unknown {
                return Ok((threads, thread.day));
            }
            threads.push(thread);
        }
        Err(Error::Answer("it knows too many threads of this token"))
    }

    async fn thread(&self, keys: ReporterKeys) -> Result<Thread, Error> {
        let (mut messages, mut wanted): (Vec<Dated>, u32) = (Vec::new(), 0);
        for _ in 0..MOST_PAGES {
            let answer = self.ask(&keys, MailboxAct::Read, "read", wanted.to_be_bytes().to_vec()).await?;
            let page = MailboxPage::parse(&answer)?;
            let count = u32::try_from(page.items.len()).unwrap_or(u32::MAX);
            wanted = wanted.saturating_add(count);
            messages.extend(page.items.into_iter().map(|item| Dated {
                day: item.day,
                released: item.released,
                bytes: item.bytes,
            }));
            if !page.more {
                return Ok(Thread { keys, state: page.state, day: page.day, answered: page.answered, messages });
            }
            if count == 0 {
                break;
            }
        }
        Err(Error::Answer("its pages do not end"))
    }

    async fn ask(&self, keys: &ReporterKeys, act: MailboxAct, path: &str, body: Vec<u8>) -> Result<Vec<u8>, Error> {
        let document: ChallengeDocument = self.server.get("/api/v1/challenge").await?;
        let challenge = Challenge::try_from(document.challenge.0.as_slice())?;
        let request =
            MailboxRequest::make(act, self.organisation.id(), &keys.mailbox, self.server.origin(), challenge, body);
        self.server.post_bytes(&["/api/v1/mailbox/", path].concat(), &request.to_bytes()).await
    }
}

fn nothing_here(restored: Option<Day>) -> Error {
    let nothing = "there is nothing under this token here: compare the token and the organisation";
    Error::Refused(match restored {
        None => nothing.into(),
        Some(day) => {
            let day = clock::text(day);
            [nothing, ". This service was restored to ", &day, ": if you sent it later, please send it again"].concat()
        }
    })
}
