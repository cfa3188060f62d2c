//! Checks the access log: nothing in the database is believed. The tree is computed anew from the entries and compared
//! with everything that was ever said about it: every stored node, the head, every checkpoint, and the pin that lies
//! outside the database. It goes through the log once, a page at a time, and writes nothing.
//!
//! Who did what stands in the bodies, which only an auditor can open; here it is checked that none was changed or lost.

mod epochs;
mod report;
mod walk;

pub use report::{Kind, Problem, Report};

use crate::store::Db;
use crate::store::ledger::LOWEST_STORED;
use crate::store::ledger::rows::{self, Counts};
use crate::{Error, book, files, secrets};
use crypto::SigningKey;
use crypto::ledger::{Checkpoint, Head, LogKey, NoteKey, SignedNote};
use std::path::Path;
use walk::Walk;

/// What lies outside the database. Read it first: the database may be ahead of it then, but never behind.
pub struct Outside {
    pin: Option<Vec<u8>>,
    key: Option<NoteKey>,
}

impl Outside {
    /// Reads the pin, then the log's key.
    ///
    /// # Errors
    /// [`Error::Io`]; [`Error::Refused`] for a damaged key.
    pub fn read(data: &Path) -> Result<Self, Error> {
        let pin = files::find(data, book::PIN)?;
        let seed = secrets::find_log(data)?;
        let key = seed.map(|seed| LogKey::new(SigningKey::from_seed(seed))).transpose()?;
        Ok(Self { pin, key: key.map(|key| key.public().clone()) })
    }

    /// What a note says, where the log's key signed it. Only the one way to write a note is taken.
    fn open(&self, note: &str) -> Result<Head, crypto::Error> {
        let parsed = SignedNote::parse(note)?;
        if parsed.to_text() != note {
            return Err(crypto::Error::Malformed);
        }
        match &self.key {
            Some(key) => Ok(Checkpoint::open(&parsed, key)?.head),
            None => Ok(Checkpoint::parse(parsed.text())?.head),
        }
    }
}

/// Checks the whole log. The caller opens a transaction, so that all of it is of one moment.
///
/// # Errors
/// What the database says. What is wrong with the log is in the report.
pub fn verify(db: &mut Db, outside: &Outside) -> Result<Report, Error> {
    let mut report = Report::default();
    match go_through(db, outside, &mut report) {
        Err(error) if error.is_unreadable_row() => {
            report.add(Kind::Schema, format!("a row of the log cannot be read: {error}"), None);
            Ok(report)
        }
        outcome => outcome.map(|()| report),
    }
}

fn go_through(db: &mut Db, outside: &Outside, report: &mut Report) -> Result<(), Error> {
    if outside.key.is_none() {
        report.add(Kind::Missing, "the log's key is missing, so no signature was checked", None);
    }
    let pin = check_pin(outside, report);
    let counts = rows::counts(db)?;
    let Some(head) = rows::head(db)? else {
        report.add(Kind::Missing, "the log has no head", None);
        return Ok(());
    };
    let signed = match outside.open(&head.note) {
        Ok(signed) => Some(signed),
        Err(error) => {
            report.add(Kind::Signature, format!("the note over the head does not hold: {error}"), None);
            None
        }
    };
    let size = signed.map_or(counts.entries, |signed| signed.size);
    report.size = size;
    report.pin = pin.map(|pin| pin.size);
    if head.sealed {
        report.add(Kind::Sealed, "reading is closed until guardians reconcile the log", None);
    }
    if let Some(pin) = pin
        && pin.size > size
    {
        report.add(Kind::Sealed, format!("the log has {size} entries, the pin says {}", pin.size), None);
    }
    let walk = Walk::new(outside, pin, size).run(db, report)?;
    if head.size != size {
        report.add(Kind::Inconsistent, format!("the head's row says {} entries", head.size), None);
    }
    if let Some(frontier) = walk.frontier() {
        report.root = Some(frontier.head().root);
        if signed.is_some_and(|signed| signed != frontier.head()) {
            report.add(Kind::Inconsistent, "the signed head has another root than the entries", None);
        }
        if head.frontier != frontier.to_bytes() {
            report.add(Kind::Inconsistent, "the stored edge of the tree is another than that of the entries", None);
        }
    }
    if walk.is_cut_off() {
        return Ok(());
    }
    let open = walk.epochs().open;
    if head.epoch != open {
        report.add(Kind::Inconsistent, format!("the head's row says epoch {}, the entries {open}", head.epoch), None);
    }
    check_counts(&counts, size, walk.checkpoints(), report);
    epochs::check(db, &walk.epochs(), report)
}

fn check_pin(outside: &Outside, report: &mut Report) -> Option<Head> {
    let note = std::str::from_utf8(outside.pin.as_deref()?);
    match note.map_err(|_| crypto::Error::Malformed).and_then(|note| outside.open(note)) {
        Ok(head) => Some(head),
        Err(error) => {
            report.add(Kind::Signature, format!("the pin does not hold: {error}"), None);
            None
        }
    }
}

/// What is missing was found on the way; here, what is too much.
fn check_counts(counts: &Counts, size: u64, checkpoints: u64, report: &mut Report) {
    let nodes = (LOWEST_STORED..=48).map(|level| size >> level).sum();
    for (what, there, most) in [
        ("entries", counts.entries, size),
        ("nodes", counts.nodes, nodes),
        ("checkpoints", counts.checkpoints, checkpoints),
    ] {
        if there > most {
            report.add(
                Kind::Inconsistent,
                format!("there are {there} {what}, and only {most} belong to the log"),
                None,
            );
        }
    }
}

#[cfg(test)]
mod tests;
