//! The access log in the database. An entry is appended in the transaction of the act it stands for: either both are
//! there after the commit, or neither.

mod append;
mod epochs;
pub mod published;
pub mod rows;
mod sealing;

#[cfg(test)]
pub(crate) use sealing::seal_now;
pub use sealing::{Sealing, Signed, is_sealed, reconciled, seal, sealing, sign};

pub use epochs::{BODIES_STAY, Epoch, begin_epoch, bury_bodies, close_epoch, number_reference, open_epoch, pad};

use super::connection::Db;
use super::convert::{from_u64, to_id, to_u64};
use super::dialect::first_held;
use super::schema::{ledger_head, ledger_node};
use crate::Error;
use append::Rows;
use crypto::ledger::{
    Act, Body, Entry, EpochRoot, Frontier, Head, LogKey, Node, Record, Step, consistency_proof, head_of,
    inclusion_proof,
};
use crypto::{Day, Digest, OrganisationId};
use diesel::prelude::*;
use rand_core::CryptoRng;
use std::cell::RefCell;
use std::sync::Arc;

/// What writes the log and lies outside the database.
#[derive(Clone)]
pub struct LogKeys {
    /// Signs the heads.
    pub log: Arc<LogKey>,
    /// Seals the bodies of the open epoch.
    pub root: EpochRoot,
    /// The head that the transaction holds already: whoever appends first goes on from there.
    held: RefCell<Option<StoredHead>>,
    /// The head that was written with these, where the one before it was compared with the pin.
    left: Option<RefCell<Option<Head>>>,
}

impl LogKeys {
    /// For whoever appends and holds nothing yet.
    #[must_use]
    pub const fn new(log: Arc<LogKey>, root: EpochRoot) -> Self {
        Self { log, root, held: RefCell::new(None), left: None }
    }

    /// For one transaction, which holds this head and has compared it with the pin.
    #[must_use]
    pub const fn holding(log: Arc<LogKey>, root: EpochRoot, head: StoredHead) -> Self {
        Self { log, root, held: RefCell::new(Some(head)), left: Some(RefCell::new(None)) }
    }

    /// The newest head that was written with these: it continues the pin, once it is committed.
    #[must_use]
    pub fn left(&self) -> Option<Head> {
        self.left.as_ref().and_then(|left| *left.borrow())
    }
}

/// The log, held by this transaction alone, with what it will append.
pub struct Log<'k> {
    keys: &'k LogKeys,
    before: Frontier,
    frontier: Frontier,
    entries: Vec<(Entry, Body)>,
    nodes: Vec<Node>,
}

/// The log as a transaction left it, with what it knows of the tree without asking the database.
pub struct Written {
    /// The signed note over its head.
    pub note: String,
    before: Frontier,
    head: Frontier,
    nodes: Vec<Node>,
}

/// Where an appended entry stands, to be shown to whoever caused it.
#[derive(Clone, Debug)]
pub struct Appended {
    /// Place in the log.
    pub index: u64,
    /// The entry.
    pub entry: Entry,
    /// Its body.
    pub body: Body,
}

/// The head as the database has it.
#[derive(Clone, Debug)]
pub struct StoredHead {
    /// Number of entries.
    pub size: u64,
    /// Right edge of the tree.
    pub frontier: Frontier,
    /// The signed note over it.
    pub note: String,
    /// Whether reading is closed.
    pub sealed: bool,
    /// The epoch that is open; 0 before the first.
    pub epoch: u32,
}

/// What is entered while reading is closed, too: what led there, what leads out of it, and copies.
const WHILE_SEALED: [Act; 5] = [Act::Sealed, Act::Restore, Act::Backup, Act::SessionOpened, Act::Reconciled];

/// The lowest level whose complete subtrees are stored. A lower one is made of the eight entries it has at most: reading
/// them costs as much as reading a node, and an entry that is appended leaves an eighth of a node instead of two.
pub const LOWEST_STORED: u8 = 4;

const OPEN: &str = "open";
const SEALED: &str = "sealed";

type HeadRow = (i64, Vec<u8>, String, String, i32);
type HeadColumns = (ledger_head::size, ledger_head::frontier, ledger_head::note, ledger_head::mode, ledger_head::epoch);

const HEAD: HeadColumns =
    (ledger_head::size, ledger_head::frontier, ledger_head::note, ledger_head::mode, ledger_head::epoch);

/// Makes the head of an empty log, unless there is one.
///
/// # Errors
/// What the database says.
pub fn begin(db: &mut Db, log: &LogKey) -> Result<bool, Error> {
    if find_head(db)?.is_some() {
        return Ok(false);
    }
    let frontier = Frontier::new();
    diesel::insert_into(ledger_head::table)
        .values((
            ledger_head::one.eq(1),
            ledger_head::size.eq(0_i64),
            ledger_head::frontier.eq(frontier.to_bytes()),
            ledger_head::note.eq(log.sign(frontier.head())?.to_text()),
            ledger_head::mode.eq(OPEN),
            ledger_head::epoch.eq(0),
        ))
        .execute(db)?;
    Ok(true)
}

/// The head, if the log was begun.
///
/// # Errors
/// What the database says.
pub fn find_head(db: &mut Db) -> Result<Option<StoredHead>, Error> {
    let row: Option<HeadRow> = ledger_head::table.find(1).select(HEAD).first(db).optional()?;
    row.map(read_head).transpose()
}

/// The head, if the log was begun, held until the transaction ends: nobody else appends meanwhile.
///
/// # Errors
/// What the database says.
pub fn hold_head(db: &mut Db) -> Result<Option<StoredHead>, Error> {
    let row: Option<HeadRow> = first_held!(db, ledger_head::table.find(1).select(HEAD)).optional()?;
    row.map(read_head).transpose()
}

fn read_head((size, frontier, note, mode, epoch): HeadRow) -> Result<StoredHead, Error> {
    let frontier = Frontier::parse(&frontier)?;
    if frontier.size() != to_u64(size) {
        return Err(Error::Sealed);
    }
    Ok(StoredHead { size: frontier.size(), frontier, note, sealed: mode != OPEN, epoch: rows::number(epoch) })
}

impl<'k> Log<'k> {
    /// Holds the log until the transaction ends. Nobody else appends meanwhile.
    ///
    /// # Errors
    /// [`Error::Sealed`] while reading is closed; [`Error::Busy`] when the epoch just closed: ask again with its keys.
    pub fn hold(db: &mut Db, keys: &'k LogKeys) -> Result<Self, Error> {
        let (log, sealed) = Self::hold_sealed_or_not(db, keys)?;
        if sealed { Err(Error::Sealed) } else { Ok(log) }
    }

    fn hold_sealed_or_not(db: &mut Db, keys: &'k LogKeys) -> Result<(Self, bool), Error> {
        let held = keys.held.take();
        let head = if held.is_some() { held } else { hold_head(db)? }.ok_or(Error::Sealed)?;
        if head.epoch != keys.root.epoch() {
            return Err(Error::Busy);
        }
        let (before, frontier) = (head.frontier.clone(), head.frontier);
        let log = Self { keys, before, frontier, entries: Vec::new(), nodes: Vec::new() };
        Ok((log, head.sealed))
    }

    /// Puts an entry behind the last one. `step` is that of the thread the act is about.
    ///
    /// # Errors
    /// [`Error::Crypto`] when the record's counter is not the step's.
    pub fn append(
        &mut self,
        organisation: OrganisationId,
        record: &Record,
        step: Option<&Step>,
        rng: &mut impl CryptoRng,
    ) -> Result<Appended, Error> {
        let index = self.frontier.size();
        let (entry, body) = self.keys.root.of(organisation).write(index, record, step, rng)?;
        self.nodes.extend(self.frontier.push(entry.leaf()));
        self.entries.push((entry, body));
        Ok(Appended { index, entry, body })
    }

    /// Entries so far, the new ones included.
    #[must_use]
    pub const fn size(&self) -> u64 {
        self.frontier.size()
    }

    /// Writes what was appended and signs the head over it.
    ///
    /// # Errors
    /// What the database says: then the transaction must not be committed.
    pub fn finish(self, db: &mut Db) -> Result<Written, Error> {
        let head = self.frontier.head();
        let note = self.keys.log.sign(head)?.to_text();
        let rows = Rows {
            epoch: i32::try_from(self.keys.root.epoch()).unwrap_or(i32::MAX),
            positions: (from_u64(self.before.size())..).take(self.entries.len()).collect(),
            entries: self.entries.iter().map(|(entry, _)| entry.to_bytes().to_vec()).collect(),
            bodies: self.entries.iter().map(|(_, body)| body.as_bytes().to_vec()).collect(),
            size: from_u64(self.frontier.size()),
            frontier: self.frontier.to_bytes(),
            note: note.clone(),
        };
        rows.write(db)?;
        append::write_nodes(db, &self.nodes)?;
        if let Some(left) = &self.keys.left {
            left.replace(Some(head));
        }
        Ok(Written { note, before: self.before, head: self.frontier, nodes: self.nodes })
    }
}

impl Written {
    /// The inclusion proof of the entry at `index`.
    ///
    /// # Errors
    /// What the database says; [`Error::Sealed`] when something is missing there.
    pub fn prove(&self, db: &mut Db, index: u64) -> Result<Vec<Digest>, Error> {
        inclusion_proof(index, self.head.size(), |level, position| self.node(db, level, position))
    }

    /// The proof that the log continues that of `old` entries.
    ///
    /// # Errors
    /// What the database says; [`Error::Malformed`] when `old` is the larger one.
    pub fn prove_continuation(&self, db: &mut Db, old: u64) -> Result<Vec<Digest>, Error> {
        if old > self.head.size() {
            return Err(Error::Malformed("the log never had that many entries"));
        }
        consistency_proof(old, self.head.size(), |level, position| self.node(db, level, position))
    }

    /// Most of what a proof about the newest entries takes is on the edges, or has just been made.
    fn node(&self, db: &mut Db, level: u8, position: u64) -> Result<Digest, Error> {
        let known = self.head.node(level, position).or_else(|| self.before.node(level, position));
        let made = || self.nodes.iter().find(|node| (node.level, node.index) == (level, position));
        known.or_else(|| made().map(|node| node.hash)).map_or_else(|| node(db, level, position), Ok)
    }
}

/// Puts another head in the place of the one that stands.
#[cfg(test)]
pub(crate) fn put_head(db: &mut Db, head: &StoredHead) {
    let edge = (ledger_head::size.eq(from_u64(head.size)), ledger_head::frontier.eq(head.frontier.to_bytes()));
    diesel::update(ledger_head::table).set((edge, ledger_head::note.eq(&head.note))).execute(db).unwrap();
}

/// Appends one entry of the program itself, in a transaction of the caller. A few acts are entered while reading is
/// closed, too.
///
/// # Errors
/// As [`Log::hold`] and [`Log::finish`].
pub fn note(
    db: &mut Db,
    keys: &LogKeys,
    organisation: OrganisationId,
    record: &Record,
    rng: &mut impl CryptoRng,
) -> Result<(), Error> {
    let (mut log, sealed) = Log::hold_sealed_or_not(db, keys)?;
    if sealed && !WHILE_SEALED.contains(&record.act) {
        return Err(Error::Sealed);
    }
    log.append(organisation, record, None, rng)?;
    log.finish(db).map(drop)
}

/// An act of the program itself, with what it refers to.
#[must_use]
pub fn of_program(act: Act, day: Day, reference: Digest) -> Record {
    Record { reference, ..Record::of_program(act, day) }
}

/// The hash of a complete subtree.
///
/// # Errors
/// [`Error::Sealed`] when it is missing: the log contradicts itself.
pub fn node(db: &mut Db, level: u8, position: u64) -> Result<Digest, Error> {
    if level < LOWEST_STORED {
        let places = position << level..position.saturating_add(1) << level;
        let entries = rows::entries(db, &places)?;
        let made = head_of(entries.into_iter().map(|(_, entry)| entry));
        return if made.size == 1 << level { Ok(made.root) } else { Err(Error::Sealed) };
    }
    let hash: Option<Vec<u8>> = ledger_node::table
        .find((i32::from(level), from_u64(position)))
        .select(ledger_node::hash)
        .first(db)
        .optional()?;
    to_id(&hash.ok_or(Error::Sealed)?)
}
