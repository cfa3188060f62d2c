//! One thread, opened: its conversation, its case file, and the keys to write into both.

use super::Desk;
use crate::conversation::{Conversation, Dated, MessageView};
use crate::http::Method;
use crate::{ATTEMPTS, Error, clock};
use crypto::case::{Card, CaseContentKey, CaseHeader, CaseKey, Record, RecordKind, open_key_row, seal_key_row};
use crypto::ledger::{Purpose, Release};
use crypto::thread::{ContentKey, Header, Opening, ShareSlot, ThreadKey, message_digest};
use crypto::triage::{Category, Severity, Urgency};
use crypto::wire::{Bytes, CasesBegun, KeyRow, KeyRows, NewCase, NewCases, ReleasedThread};
use crypto::{Day, PersonId, SealPublicKey, Secret, ThreadId};
use rand_core::CryptoRng;
use serde::Serialize;

/// Releases in one request: the server takes no more.
const MOST_AT_ONCE: usize = 200;
/// Case headers in one request: the server takes no more.
const MOST_CASES: usize = 50;

/// A thread as it is shown.
#[derive(Debug, Serialize)]
pub struct Show {
    /// Its number on this device.
    pub n: usize,
    /// In the order in which they were seen.
    pub messages: Vec<MessageView>,
    /// What coaches keep about it.
    pub case: CaseView,
    /// Her own unsent reply.
    pub draft: Option<String>,
}

/// The case file as it is shown.
#[derive(Debug, Serialize)]
pub struct CaseView {
    /// The card's fields.
    #[serde(flatten)]
    pub card: CardView,
    /// Notes among coaches.
    pub notes: Vec<NoteView>,
    /// The day the legal clock started.
    pub day: String,
    /// The day the first answer was released.
    pub answered: Option<String>,
    /// Last day of the promised answer; nothing once it was given.
    pub answer_by: Option<String>,
    /// Last day of the promised feedback.
    pub feedback_by: String,
    /// To whom the reporter sealed it.
    pub readers: Vec<String>,
    /// Who must not read it.
    pub excluded: Vec<String>,
    /// Records that do not open.
    pub damaged_records: usize,
    /// Whether the reporter's device was shown a roster that this desk does not know.
    pub another_roster: bool,
}

/// The card as it is shown.
#[derive(Debug, Default, PartialEq, Eq, Serialize)]
pub struct CardView {
    /// Who keeps the case.
    pub keeper: Option<String>,
    /// What it is about.
    pub category: Option<&'static str>,
    /// The coach's view of the harm.
    pub severity: Option<&'static str>,
    /// How soon it should be read.
    pub urgency: Option<&'static str>,
    /// Where the case stands.
    pub status: Option<&'static str>,
    /// Things not to overlook.
    pub flags: Vec<&'static str>,
    /// Short themes.
    pub themes: Vec<String>,
    /// The unit it counts in.
    pub unit: Option<String>,
    /// One line in the coach's words.
    pub line: Option<String>,
    /// The day it was closed.
    pub closed: Option<String>,
}

/// A note as it is shown.
#[derive(Debug, PartialEq, Eq, Serialize)]
pub struct NoteView {
    /// Who wrote it.
    pub author: String,
    /// Counts per author from 0.
    pub sequence: u32,
    /// What it says.
    pub text: String,
}

/// An opened thread.
pub(super) struct Case {
    pub(super) key: ThreadKey,
    pub(super) content: ContentKey,
    pub(super) conversation: Conversation,
    pub(super) file: CaseContentKey,
    /// Version and card.
    pub(super) card: Option<(u32, Card)>,
    pub(super) notes: Vec<(PersonId, u32, String)>,
    /// Version and text of her own unsent reply; an empty one was taken away.
    pub(super) draft: Option<(u32, String)>,
    damaged: usize,
    /// The access by which it was opened.
    pub(super) release: Release,
    day: Day,
    answered: Option<Day>,
}

/// A thread whose conversation was decrypted, and whose case file is still sealed.
struct Opened {
    key: ThreadKey,
    content: ContentKey,
    conversation: Conversation,
    case_key: CaseKey,
    /// The header with `case_key`, where none was served.
    made: Option<CaseHeader>,
    released: ReleasedThread,
    release: Release,
}

impl Desk {
    /// Opens a thread and shows it. `purpose` is signed and stands in the access log; without one it is the first
    /// reading of a new thread, or going on with an opened one.
    ///
    /// # Errors
    /// [`Error::Usage`] for an unknown number; [`Error::Erased`]; [`Error::Distrust`] when a proof does not hold: then
    /// nothing was decrypted.
    pub async fn show(&mut self, n: usize, purpose: Option<Purpose>, rng: &mut impl CryptoRng) -> Result<Show, Error> {
        let case = self.open(n, purpose, rng).await?;
        self.know_roster_of(&case).await?;
        Ok(self.view(n, case))
    }

    /// The reporter's device may have seen a newer roster than this desk: that is fetched before more is made of it.
    async fn know_roster_of(&mut self, case: &Case) -> Result<(), Error> {
        if case.conversation.saw_another_roster(&self.organisation) { self.look_again().await } else { Ok(()) }
    }

    fn view(&self, n: usize, case: Case) -> Show {
        let name = |person: PersonId| self.organisation.name_of(person).to_owned();
        let opening = case.conversation.opening().cloned().unwrap_or_default();
        Show {
            n,
            draft: case.draft.map(|(_, text)| text).filter(|text| !text.is_empty()),
            messages: case.conversation.views(&self.organisation),
            case: CaseView {
                card: case.card.as_ref().map(|(_, card)| card_view(card, &name)).unwrap_or_default(),
                notes: case
                    .notes
                    .into_iter()
                    .map(|(author, sequence, text)| NoteView { author: name(author), sequence, text })
                    .collect(),
                day: clock::text(case.day),
                answered: case.answered.map(clock::text),
                answer_by: case.answered.is_none().then(|| clock::text(clock::answer_by(case.day))),
                feedback_by: clock::feedback_by(case.day, case.answered),
                readers: opening.recipients.into_iter().map(name).collect(),
                excluded: opening.excluded.into_iter().map(name).collect(),
                damaged_records: case.damaged,
                another_roster: case.conversation.saw_another_roster(&self.organisation),
            },
        }
    }

    pub(super) async fn open(
        &mut self,
        n: usize,
        purpose: Option<Purpose>,
        rng: &mut impl CryptoRng,
    ) -> Result<Case, Error> {
        self.me()?;
        let thread = self.folder.state.thread(n)?.id;
        let opened = self.open_thread(thread, purpose, rng).await;
        if matches!(opened, Err(Error::Erased)) {
            self.forget(thread, rng).await?;
        }
        opened
    }

    async fn open_thread(
        &mut self,
        thread: ThreadId,
        purpose: Option<Purpose>,
        rng: &mut impl CryptoRng,
    ) -> Result<Case, Error> {
        let new = self.vault.unopened.get(&thread).map(|unopened| unopened.key.clone());
        let usual = if new.is_some() { Purpose::FirstReading } else { Purpose::FollowUp };
        let (key, kept) = match &new {
            Some(key) => (key.clone(), None),
            None => self.key_row(thread).await.map(|(key, case)| (key, Some(case)))?,
        };
        for _ in 0..ATTEMPTS {
            let released = self.release(&key, purpose.unwrap_or(usual)).await?;
            let opened = self.read(&key, kept.clone(), released, rng)?;
            // Somebody else made the case header just now: it comes with the next release.
            if !self.begin_cases(&[&opened]).await?.is_empty() {
                continue;
            }
            if new.is_some() {
                self.keep_rows(&[&opened], rng).await?;
            }
            let case = self.file(opened)?;
            self.sitting.opened(&case, self.vault.person);
            if new.is_some() {
                self.vault.unopened.remove(&thread);
                self.save_vault(&[thread], rng).await?;
            }
            return Ok(case);
        }
        Err(Error::Answer("it is of two minds about the case file"))
    }

    /// Opens many threads that nobody here has opened, in one transaction with an entry each. What was erased
    /// meanwhile is left out, and so is what somebody else begins to keep a case file of just now: it stays new.
    ///
    /// # Errors
    /// As [`Desk::show`]; a thread that holds what it may not is an error of all.
    pub async fn show_new(&mut self, numbers: &[usize], rng: &mut impl CryptoRng) -> Result<Vec<Show>, Error> {
        self.me()?;
        let mut new = Vec::new();
        for n in numbers {
            let thread = self.folder.state.thread(*n)?.id;
            new.extend(self.vault.unopened.get(&thread).map(|unopened| (*n, unopened.key.clone())));
        }
        let (mut shown, mut done) = (Vec::new(), Vec::new());
        for some in new.chunks(MOST_AT_ONCE) {
            let keys: Vec<&ThreadKey> = some.iter().map(|(_, key)| key).collect();
            let released = self.release_all(&keys, Purpose::FirstReading).await?;
            let mut opened = Vec::new();
            for ((n, key), released) in some.iter().zip(released) {
                if let Some(released) = released {
                    opened.push((*n, self.read(key, None, released, rng)?));
                }
                self.server.progress(shown.len() + opened.len(), new.len()).await;
            }
            let all: Vec<&Opened> = opened.iter().map(|(_, opened)| opened).collect();
            let overtaken = self.begin_cases(&all).await?;
            opened.retain(|(_, opened)| !overtaken.contains(&opened.key.thread()));
            let kept: Vec<&Opened> = opened.iter().map(|(_, opened)| opened).collect();
            self.keep_rows(&kept, rng).await?;
            for (n, opened) in opened {
                let case = self.file(opened)?;
                self.sitting.opened(&case, self.vault.person);
                done.push(case.key.thread());
                self.know_roster_of(&case).await?;
                shown.push(self.view(n, case));
            }
        }
        self.vault.unopened.retain(|thread| !done.contains(thread));
        self.save_vault(&done, rng).await?;
        Ok(shown)
    }

    /// Decrypts the conversation that was released, and finds the key of the case file; where there is none yet, a
    /// header with a new one is made, which has yet to be kept.
    fn read(
        &self,
        key: &ThreadKey,
        kept: Option<CaseKey>,
        (released, release): (ReleasedThread, Release),
        rng: &mut impl CryptoRng,
    ) -> Result<Opened, Error> {
        let (header, content) = unseal(key, &released)?;
        let conversation = self.conversation(&content, &header, &released)?;
        let (case_key, made) = match (kept, &released.case_header) {
            (Some(case_key), _) => (case_key, None),
            (None, Some(served)) => (self.case_key(key, conversation.opening(), served)?, None),
            (None, None) => {
                let readers = conversation.opening().map(|opening| opening.recipients.as_slice()).unwrap_or_default();
                let maker = (self.vault.person, &self.vault.sign);
                let (header, case_key) = CaseHeader::make(key, maker, &self.seal_keys(readers), rng)?;
                (case_key, Some(header))
            }
        };
        Ok(Opened { key: key.clone(), content, conversation, case_key, made, released, release })
    }

    /// Keeps the headers that were made, and says for which threads somebody else was faster.
    async fn begin_cases(&self, opened: &[&Opened]) -> Result<Vec<ThreadId>, Error> {
        let new = |opened: &&Opened| {
            let header = opened.made.as_ref()?.to_bytes();
            Some(NewCase { thread: opened.key.thread(), header: Bytes(header) })
        };
        let (mut new, mut overtaken) = (opened.iter().filter_map(new).peekable(), Vec::new());
        while new.peek().is_some() {
            let document = NewCases { cases: new.by_ref().take(MOST_CASES).collect() };
            let begun: CasesBegun = self.server.post("/api/v1/desk/cases", &document).await?;
            overtaken.extend(begun.overtaken);
        }
        Ok(overtaken)
    }

    /// Decrypts the case file.
    fn file(&self, opened: Opened) -> Result<Case, Error> {
        let Opened { key, content, conversation, case_key, made: _, released, release } = opened;
        let case = Case {
            key,
            content,
            conversation,
            file: case_key.content_key(&Secret::try_from(released.case_share.0.as_slice())?),
            card: None,
            notes: Vec::new(),
            draft: None,
            damaged: 0,
            release,
            day: Day(released.day),
            answered: released.answered.map(Day),
        };
        Ok(self.read_file(case, &released.records))
    }

    /// Keys of a thread opened before: from the folder, or else from the cards, which costs an entry in the log.
    async fn key_row(&mut self, thread: ThreadId) -> Result<(ThreadKey, CaseKey), Error> {
        let mut row = self.folder.state.known(thread).and_then(|known| known.row.clone());
        if row.is_none() {
            row = self.cards().await?.remove(&thread).and_then(|card| card.key_row);
            if let Some(known) = self.folder.state.known(thread) {
                known.row.clone_from(&row);
            }
        }
        let row = row.ok_or_else(|| Error::Refused("this desk has no key for this thread: run `desk inbox`".into()))?;
        Ok(open_key_row(&self.vault.rows, self.vault.organisation, thread, &row.0)?)
    }

    fn conversation(
        &self,
        content: &ContentKey,
        header: &Header,
        released: &ReleasedThread,
    ) -> Result<Conversation, Error> {
        let first = |message: &Bytes| message_digest(content.organisation(), &message.0) == header.first_message;
        if !released.messages.iter().any(|message| first(&message.bytes)) {
            return Err(Error::distrust("the thread's first message is not the one its header names"));
        }
        let dated = |message: &crypto::wire::DatedMessage| Dated {
            day: Day(message.day),
            released: message.released,
            bytes: message.bytes.0.clone(),
        };
        let messages: Vec<Dated> = released.messages.iter().map(dated).collect();
        let conversation = Conversation::open(content, &self.organisation, &messages);
        if let Some(opening) = conversation.opening()
            && (opening.excluded.contains(&self.vault.person) || !opening.recipients.contains(&self.vault.person))
        {
            return Err(Error::Refused("the reporter did not mean this thread for you".into()));
        }
        Ok(conversation)
    }

    /// The case key from the header that was served.
    fn case_key(&self, key: &ThreadKey, opening: Option<&Opening>, served: &Bytes) -> Result<CaseKey, Error> {
        let header = CaseHeader::parse(&served.0)?;
        let excluded = opening.is_some_and(|opening| opening.excluded.contains(&header.maker));
        let maker = self.organisation.chain.author_key(header.maker).filter(|_| !excluded);
        let maker = maker.ok_or_else(|| Error::distrust("the case file was begun by somebody who may not"))?;
        header.verify(&maker)?;
        if header.thread != key.thread() || header.organisation != key.organisation() {
            return Err(Error::distrust("the case file is another thread's"));
        }
        Ok(header.open(&self.vault.seal)?)
    }

    /// Keys of those recipients who are still in the roster; one's own in any case.
    fn seal_keys(&self, readers: &[PersonId]) -> Vec<SealPublicKey> {
        let roster = self.organisation.chain.head();
        let others = readers.iter().filter(|reader| **reader != self.vault.person);
        let others = others.filter_map(|reader| roster.person(*reader)).filter(|person| person.role.reads());
        let others = others.filter_map(|person| roster.seal_key(person, &self.organisation.keys).ok().cloned());
        core::iter::once(self.vault.seal.public()).chain(others).take(crypto::thread::STANZAS).collect()
    }

    /// Stores key rows. The caller then takes the threads out of the vault's list of new ones: in this order, so that
    /// their keys are always in one of the two.
    async fn keep_rows(&mut self, opened: &[&Opened], rng: &mut impl CryptoRng) -> Result<(), Error> {
        let row = |opened: &&Opened| KeyRow {
            thread: opened.key.thread(),
            row: Bytes(seal_key_row(&self.vault.rows, &opened.key, &opened.case_key, rng)),
        };
        let document = KeyRows { rows: opened.iter().map(row).collect() };
        self.server.send_document(Method::Put, "/api/v1/desk/key-rows", &document).await?;
        for row in document.rows {
            if let Some(known) = self.folder.state.known(row.thread) {
                known.row = Some(row.row);
            }
        }
        Ok(())
    }

    /// An erased thread keeps its number and nothing else.
    async fn forget(&mut self, thread: ThreadId, rng: &mut impl CryptoRng) -> Result<(), Error> {
        if let Some(known) = self.folder.state.known(thread) {
            known.row = None;
        }
        self.sitting.forget(thread);
        self.folder.save()?;
        if self.vault.unopened.remove(&thread).is_some() {
            self.save_vault(&[thread], rng).await?;
        }
        Ok(())
    }

    fn read_file(&self, mut case: Case, records: &[Bytes]) -> Case {
        for sealed in records {
            let opened = Record::open(&case.file, &sealed.0, |author| self.organisation.chain.author_key(author));
            let Ok(record) = opened else {
                case.damaged += 1;
                continue;
            };
            let text = || String::from_utf8_lossy(&record.payload).into_owned();
            match record.kind {
                RecordKind::Note => case.notes.push((record.author, record.sequence, text())),
                RecordKind::Card => match Card::parse(&record.payload) {
                    Ok(card) if case.card.as_ref().is_none_or(|(version, _)| *version < record.sequence) => {
                        case.card = Some((record.sequence, card));
                    }
                    Ok(_) => {}
                    Err(_) => case.damaged += 1,
                },
                // What somebody else began to write is hers alone, whoever serves it.
                RecordKind::Draft if record.author == self.vault.person => case.draft = Some((record.sequence, text())),
                RecordKind::Draft => case.damaged += 1,
            }
        }
        case
    }
}

/// The content key, once share slot and commitment are the ones the header names.
fn unseal(key: &ThreadKey, released: &ReleasedThread) -> Result<(Header, ContentKey), Error> {
    let header = Header::parse(&released.header.0)?;
    let (organisation, thread) = (key.organisation(), key.thread());
    let named =
        header.organisation == organisation && header.thread == thread && header.reader == key.reader().verifying_key();
    if !named {
        return Err(Error::distrust("the thread's header is not the one that was listed"));
    }
    let slot = ShareSlot::parse(&released.share_slot.0)?;
    if slot.digest(organisation, thread) != header.share_slot {
        return Err(Error::distrust("the thread's share is not the one its header names"));
    }
    let ShareSlot::Plain(share) = slot else {
        return Err(Error::Crypto(crypto::Error::Version));
    };
    let content = key.content_key(&share, &header.commitment)?;
    Ok((header, content))
}

pub(super) fn card_view(card: &Card, name: &impl Fn(PersonId) -> String) -> CardView {
    let some = |text: &String| Some(text.clone()).filter(|text| !text.is_empty());
    CardView {
        keeper: card.keeper.map(name),
        category: card.category.map(Category::name),
        severity: card.severity.map(Severity::name),
        urgency: card.urgency.map(Urgency::name),
        status: card.status.map(crypto::triage::Status::name),
        flags: card.flags.iter().map(|flag| flag.name()).collect(),
        themes: card.themes.clone(),
        unit: some(&card.unit),
        line: some(&card.line),
        closed: card.closed.map(clock::text),
    }
}
