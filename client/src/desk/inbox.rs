//! The listing: taking in new threads, and the cards of those opened before.

use super::Desk;
use crate::http::Method;
use crate::{Error, clock};
use crypto::case::{Card, Record, open_key_row};
use crypto::ledger::{Purpose, Release};
use crypto::thread::Header;
use crypto::triage::Status;
use crypto::vault::Unopened;
use crypto::wire::{Acknowledgement, Batches, CardDocument, Cards, CardsQuery};
use crypto::{Day, Sorted, Tag, ThreadId};
use rand_core::CryptoRng;
use serde::Serialize;
use std::collections::BinaryHeap;

/// More pages than years of ticks have.
const MOST_PAGES: u32 = 10_000;

/// Every thread of this desk; decoys are gone.
#[derive(Debug, Serialize)]
pub struct Inbox {
    /// New ones first, then by the day an answer is due, then by number.
    pub threads: Vec<ThreadView>,
}

/// One thread in the list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ThreadView {
    /// Its number on this device.
    pub n: usize,
    /// Whether it was never opened by this person.
    pub new: bool,
    /// The day the legal clock started.
    pub day: String,
    /// Last day of the promised answer; nothing once it was given.
    pub answer_by: Option<String>,
    /// Last day of the promised feedback.
    pub feedback_by: String,
    /// Where the case stands.
    pub status: &'static str,
    /// What it is about.
    pub category: Option<&'static str>,
    /// The coach's view of the harm.
    pub severity: Option<&'static str>,
    /// How soon it should be read.
    pub urgency: Option<&'static str>,
    /// Who keeps the case.
    pub keeper: Option<String>,
    /// One line in the coach's words.
    pub line: Option<String>,
    /// Things not to overlook.
    pub flags: Vec<&'static str>,
    /// Messages of the reporter; unknown before it is opened.
    pub from_reporter: Option<u32>,
    /// Messages of staff; unknown before it is opened.
    pub from_staff: Option<u32>,
    /// Who spoke last, `reporter` or `staff`, of what can be read by now; unknown before it is opened.
    pub last: Option<&'static str>,
    /// Its card does not open.
    #[serde(skip_serializing_if = "core::ops::Not::not")]
    pub damaged: bool,
}

impl Desk {
    /// Takes in what is new and lists everything. A coach's desk also stands behind the roster once a week.
    ///
    /// # Errors
    /// [`Error::Refused`] for somebody who reads nothing; what requests answer.
    pub async fn inbox(&mut self, rng: &mut impl CryptoRng) -> Result<Inbox, Error> {
        if !self.me()?.role.reads() {
            return Err(Error::Refused("your role reads no reports".into()));
        }
        self.attest().await?;
        self.take_in(rng).await?;
        let cards = self.cards().await?;
        self.forget_opened(&cards, rng).await?;

        let mut threads = Vec::new();
        for (thread, unopened) in &self.vault.unopened {
            let n = self.folder.state.number(*thread, unopened.day);
            threads.push((Some(unopened.day), ThreadView::new(n, true, unopened.day, None)));
        }
        for (_, document) in cards.into_iter().filter(|(thread, _)| !self.vault.unopened.contains_key(thread)) {
            let day = Day(document.day);
            let n = self.folder.state.number(document.thread, day);
            if let Some(known) = self.folder.state.known(document.thread) {
                (known.day, known.row) = (document.day, document.key_row.clone());
            }
            let due = Some(day).filter(|_| document.answered.is_none());
            threads.push((due, self.card_view(n, &document)));
        }
        self.folder.save()?;
        // By a heap of places: the standard sorts weigh ten times as much in a browser.
        let key = |(due, view): &(Option<Day>, ThreadView)| (!view.new, due.is_none(), *due, view.n);
        let order: BinaryHeap<_> = threads.iter().enumerate().map(|(place, thread)| (key(thread), place)).collect();
        let mut views: Vec<Option<ThreadView>> = threads.into_iter().map(|(_, view)| Some(view)).collect();
        let places = order.into_sorted_vec().into_iter();
        Ok(Inbox { threads: places.filter_map(|(_, place)| views.get_mut(place)?.take()).collect() })
    }

    /// Page by page: find what is ours, save the vault, and only then tell the server that it need not serve it again.
    async fn take_in(&mut self, rng: &mut impl CryptoRng) -> Result<(), Error> {
        for _ in 0..MOST_PAGES {
            let path = format!("/api/v1/desk/batches?after={}", self.vault.cursor);
            let page: Batches = self.server.get(&path).await?;
            let Some(last) = page.batches.iter().map(|batch| batch.number).max() else { return Ok(()) };
            if last <= self.vault.cursor {
                return Err(Error::Answer("it lists what was asked not to be listed again"));
            }
            for batch in &page.batches {
                for header in &batch.headers {
                    let header = Header::parse(&header.0).ok();
                    let header = header.filter(|header| header.organisation == self.vault.organisation);
                    if let Some(key) = header.and_then(|header| header.open(&self.vault.seal).ok()) {
                        let day = Day(batch.day);
                        self.folder.state.number(key.thread(), day);
                        self.vault.unopened.insert(key.thread(), Unopened { day, key });
                    }
                }
            }
            self.vault.cursor = last;
            self.save_vault(&[], rng).await?;
            let acknowledgement = Acknowledgement { number: last };
            self.server.send_document(Method::Post, "/api/v1/desk/batches/acknowledge", &acknowledgement).await?;
            if !page.more {
                return Ok(());
            }
        }
        Err(Error::Answer("its listing does not end"))
    }

    /// The threads she is enrolled in; one entry in the log.
    pub(super) async fn cards(&self) -> Result<Sorted<ThreadId, CardDocument>, Error> {
        let day = self.organisation.today();
        let release = Release { tag: Tag::NONE, counter: 0, purpose: Purpose::Cards, day };
        let signature = release.sign(self.vault.organisation, &self.vault.sign).into();
        let cards: Cards = self.server.post("/api/v1/desk/cards", &CardsQuery { day: day.0, signature }).await?;
        Ok(cards.threads.into_iter().map(|card| (card.thread, card)).collect())
    }

    /// A thread with a key row was opened: by another sitting, or by one that was cut off before it saved the vault.
    async fn forget_opened(
        &mut self,
        cards: &Sorted<ThreadId, CardDocument>,
        rng: &mut impl CryptoRng,
    ) -> Result<(), Error> {
        let opened = cards.iter().filter(|(_, card)| card.key_row.is_some()).map(|(thread, _)| *thread);
        let opened: Vec<ThreadId> = opened.collect();
        if !opened.iter().any(|thread| self.vault.unopened.contains_key(thread)) {
            return Ok(());
        }
        opened.iter().for_each(|thread| drop(self.vault.unopened.remove(thread)));
        self.save_vault(&opened, rng).await
    }

    fn card_view(&self, n: usize, document: &CardDocument) -> ThreadView {
        let day = Day(document.day);
        let mut view = ThreadView::new(n, false, day, document.answered.map(Day));
        (view.from_reporter, view.from_staff) = (Some(document.from_reporter), Some(document.from_staff));
        view.last = Some(if document.staff_spoke_last { "staff" } else { "reporter" });
        match self.open_card(document) {
            Ok(None) => {}
            Ok(Some(card)) => {
                view.status = card.status.unwrap_or(Status::New).name();
                view.category = card.category.map(crypto::triage::Category::name);
                view.severity = card.severity.map(crypto::triage::Severity::name);
                view.urgency = card.urgency.map(crypto::triage::Urgency::name);
                view.keeper = card.keeper.map(|keeper| self.organisation.name_of(keeper).to_owned());
                view.line = Some(card.line).filter(|line| !line.is_empty());
                view.flags = card.flags.iter().map(|flag| flag.name()).collect();
            }
            Err(_) => view.damaged = true,
        }
        view
    }

    fn open_card(&self, document: &CardDocument) -> Result<Option<Card>, Error> {
        let (Some(row), Some(card)) = (&document.key_row, &document.card) else { return Ok(None) };
        let (_, case) = open_key_row(&self.vault.rows, self.vault.organisation, document.thread, &row.0)?;
        let key = case.content_key(&document.case_share.0.as_slice().try_into()?);
        let record = Record::open(&key, &card.0, |author| self.organisation.chain.author_key(author))?;
        Ok(Some(Card::parse(&record.payload)?))
    }
}

impl ThreadView {
    fn new(n: usize, new: bool, day: Day, answered: Option<Day>) -> Self {
        Self {
            n,
            new,
            day: clock::text(day),
            answer_by: answered.is_none().then(|| clock::text(clock::answer_by(day))),
            feedback_by: clock::feedback_by(day, answered),
            status: Status::New.name(),
            category: None,
            severity: None,
            urgency: None,
            keeper: None,
            line: None,
            flags: Vec::new(),
            from_reporter: None,
            from_staff: None,
            last: None,
            damaged: false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_new_thread_has_the_documented_fields() {
        let json = serde_json::to_value(ThreadView::new(1, true, Day(20_778), None)).unwrap();
        assert_eq!((&json["n"], &json["new"], &json["day"]), (&1.into(), &true.into(), &"2026-11-21".into()));
        assert_eq!(json["answer_by"], "2026-11-28");
        assert!(json["from_reporter"].is_null() && json.get("damaged").is_none());
        let answered = ThreadView::new(1, false, Day(20_778), Some(Day(20_779)));
        assert!(answered.answer_by.is_none());
    }
}
