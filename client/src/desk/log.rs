//! The log as an auditor reads it: the whole of it computed anew, and its bodies opened with the key in her vault.

use super::Desk;
use crate::ledger::{Kept, Log, complete_to, is_dated_right, witnessed};
use crate::organisation::Organisation;
use crate::receipt::{ProblemView, WitnessView};
use crate::{Error, clock};
use crypto::ledger::{Act, Body, Entry, EpochSecret, NoteKey, Part, Record, TILE, published_digest, read_published};
use crypto::wire::EpochDocument;
use crypto::{Day, Digest, ObjectId, OrganisationId, PersonId, Sorted};
use serde::Serialize;
use std::ops::Range;

/// The log, line by line, without its padding.
#[derive(Debug, PartialEq, Eq, Serialize)]
pub struct LogView {
    /// Entries that were computed anew.
    pub size: u64,
    /// Root over them, in hexadecimal.
    pub root: String,
    /// The checkpoint, as the log signed it.
    pub checkpoint: String,
    /// Everything before this day stands in it.
    pub complete_to: Option<String>,
    /// Who put a name under it.
    pub witnesses: Vec<WitnessView>,
    /// The day of the first epoch whose bodies were fetched and open with this key; nothing where none does.
    pub readable_from: Option<String>,
    /// What was done, in the order of the log.
    pub lines: Vec<LineView>,
    /// Padding among the bodies that were opened.
    pub padding: u64,
    /// Bodies that are other organisations', or from before this auditor.
    pub sealed: u64,
    /// Bodies that age erased.
    pub erased: u64,
    /// What is not as it should be; empty where all is well.
    pub problems: Vec<ProblemView>,
}

/// One line.
#[derive(Debug, PartialEq, Eq, Serialize)]
pub struct LineView {
    /// Place in the log.
    pub entry: u64,
    /// The day.
    pub day: String,
    /// What was done, as the log names it.
    pub act: &'static str,
    /// Who did it; nothing for reporters, the operator and the program.
    pub person: Option<String>,
    /// `coach`, `fallback`, …
    pub role: &'static str,
    /// What for.
    pub purpose: &'static str,
    /// Counts threads in the order in which they come up here, from 1: which thread it is nobody can tell, only that
    /// two lines are about the same one. Nothing where none is concerned.
    pub thread: Option<u32>,
    /// Counts with the thread's accesses.
    pub number: u32,
    /// SHA-256 in hex of the program that serves from here on (compare it with `sha256sum`), or of its settings.
    pub digest: Option<String>,
}

/// An epoch with its secrets: of the organisation, and of the installation.
struct Epoch {
    places: Range<u64>,
    secrets: Vec<EpochSecret>,
    /// What the entry that closed it has to name.
    published: Digest,
}

impl Desk {
    /// Computes the log anew and opens what is in it from `from` on.
    ///
    /// # Errors
    /// What requests answer; [`Error::Distrust`] where the log contradicts itself.
    pub async fn log(&self, from: Day) -> Result<LogView, Error> {
        let key = NoteKey::parse(&self.organisation.public.log_key)?;
        let witnessed = witnessed(&self.server).await?;
        let log = Log::fetch(&self.server, &key).await?;
        let mut kept = Kept::new(witnessed.as_ref().map(|judged| judged.checkpoint.head));
        let mut entries = Vec::new();
        log.walk(|frontier, entry, _| {
            kept.pass(frontier);
            entries.push(*entry);
        })
        .await?;
        let epochs = log.epochs().await?;
        let mut reading = Reading::new(&self.organisation, &epochs, entries);
        if !kept.is_met() {
            reading.problem("forked", None, None, None);
        }
        let (mut before, mut readable_from, mut bundle) = (0, None, (None, Vec::new()));
        for closed in &epochs {
            let places = std::mem::replace(&mut before, closed.size)..closed.size;
            if Day(closed.day) < from {
                continue;
            }
            let epoch = self.open_epoch(closed.number, places).await?;
            if !epoch.secrets.is_empty() && readable_from.is_none() {
                readable_from = Some(clock::text(Day(closed.day)));
            }
            for part in Part::<TILE>::cover(epoch.places.start, epoch.places.end) {
                // A bundle at the edge of an epoch is fetched whole, as everybody fetches it, and once.
                let whole = Part::find(part.index(), log.head.size).unwrap_or(part);
                if bundle.0 != Some(whole) {
                    bundle = (Some(whole), log.bodies(whole).await?);
                }
                for (place, body) in bundle.1.iter().filter(|(place, _)| epoch.places.contains(place)) {
                    reading.read(*place, body.as_ref(), &epoch);
                }
            }
            log.progress(closed.size, log.head.size).await;
        }
        reading.look_at_numbers();
        Ok(LogView {
            size: log.head.size,
            root: log.head.root.to_hex(),
            checkpoint: log.note.to_text(),
            complete_to: complete_to(&epochs).map(clock::text),
            witnesses: WitnessView::all(witnessed),
            readable_from,
            lines: reading.lines,
            padding: reading.padding,
            sealed: reading.sealed,
            erased: reading.erased,
            problems: reading.problems,
        })
    }

    async fn open_epoch(&self, number: u32, places: Range<u64>) -> Result<Epoch, Error> {
        let published = self.server.get_bytes(&["/ledger/epochs/", &number.to_string()].concat()).await?;
        let ours = [self.organisation.id(), OrganisationId::NONE];
        let sealed = read_published(&published)?.into_iter();
        let sealed = sealed.filter(|sealed| sealed.epoch() == number && ours.contains(&sealed.organisation()));
        let secrets = sealed.filter_map(|sealed| sealed.open(&self.vault.seal).ok()).collect();
        Ok(Epoch { places, secrets, published: published_digest(&published) })
    }
}

struct Reading<'a> {
    organisation: &'a Organisation,
    epochs: &'a [EpochDocument],
    entries: Vec<Entry>,
    lines: Vec<LineView>,
    padding: u64,
    sealed: u64,
    erased: u64,
    problems: Vec<ProblemView>,
    /// Threads by their pseudonyms of the year, with the numbers of their accesses.
    threads: Sorted<ObjectId, (u32, Vec<u32>)>,
}

impl<'a> Reading<'a> {
    const fn new(organisation: &'a Organisation, epochs: &'a [EpochDocument], entries: Vec<Entry>) -> Self {
        Self {
            organisation,
            epochs,
            entries,
            lines: Vec::new(),
            padding: 0,
            sealed: 0,
            erased: 0,
            problems: Vec::new(),
            threads: Sorted::new(),
        }
    }

    fn problem(&mut self, kind: &'static str, entry: Option<u64>, number: Option<u32>, person: Option<String>) {
        self.problems.push(ProblemView { kind, entry, number, person });
    }

    fn read(&mut self, place: u64, body: Option<&Body>, epoch: &Epoch) {
        let entry = usize::try_from(place).ok().and_then(|place| self.entries.get(place)).copied();
        let (Some(entry), Some(body)) = (entry, body) else {
            self.erased = self.erased.saturating_add(1);
            return;
        };
        if !entry.names(body) {
            return self.problem("changed", Some(place), None, None);
        }
        let open = |secret: &EpochSecret| Some((secret.organisation(), secret.open(place, &entry, body).ok()?));
        match epoch.secrets.iter().find_map(open) {
            None => self.sealed = self.sealed.saturating_add(1),
            Some((_, record)) if record.act == Act::Pad => self.padding = self.padding.saturating_add(1),
            Some((whose, record)) => self.take_down(place, &entry, whose, &record, epoch),
        }
    }

    fn take_down(&mut self, place: u64, entry: &Entry, whose: OrganisationId, record: &Record, epoch: &Epoch) {
        let ours = whose == self.organisation.id();
        let named = ours && record.actor != PersonId::REPORTER;
        let person = named.then(|| self.organisation.name_of(record.actor).to_owned());
        if ours && record.act.is_release() && !self.organisation.has_released(entry, record) {
            self.problem("unsigned", Some(place), Some(record.counter), person.clone());
        }
        if record.act == Act::EpochClosed && record.reference != epoch.published {
            self.problem("resealed", Some(place), None, None);
        }
        if !is_dated_right(self.epochs, place, record) {
            self.problem("dated", Some(place), None, None);
        }
        let thread = (record.object != ObjectId::NONE).then(|| self.number(record.object, record.counter));
        self.lines.push(LineView {
            entry: place,
            day: clock::text(record.day),
            act: record.act.name(),
            person,
            role: record.role.name(),
            purpose: record.purpose.name(),
            thread,
            number: record.counter,
            digest: matches!(record.act, Act::BinaryChanged | Act::ConfigChanged).then(|| record.reference.to_hex()),
        });
    }

    /// The running number of a thread; notes the number of its access.
    fn number(&mut self, object: ObjectId, access: u32) -> u32 {
        let (number, mut accesses) = self.threads.remove(&object).unwrap_or_else(|| {
            let number = u32::try_from(self.threads.iter().count()).unwrap_or(u32::MAX).saturating_add(1);
            (number, Vec::new())
        });
        accesses.push(access);
        self.threads.insert(object, (number, accesses));
        number
    }

    /// From the first access that is seen here to the last, none is left out and none stands twice.
    fn look_at_numbers(&mut self) {
        let threads = self.threads.iter();
        self.problems
            .extend(threads.flat_map(|(_, (_, accesses))| ProblemView::of_numbers(accesses.iter().copied(), None)));
    }
}
