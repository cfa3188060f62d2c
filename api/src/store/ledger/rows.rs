//! The log's rows as they stand, a page at a time, for whoever checks them and believes nothing.

use super::super::connection::Db;
use super::super::convert::{from_u64, to_day, to_u64};
use super::super::schema::{
    ledger_checkpoint, ledger_cosignature, ledger_entry, ledger_epoch, ledger_head, ledger_node,
};
use super::{OPEN, epochs};
use crate::Error;
use crypto::Day;
use diesel::prelude::*;
use std::ops::Range;

/// The head's row.
#[derive(Clone, Debug)]
pub struct Head {
    /// Number of entries.
    pub size: u64,
    /// Right edge of the tree.
    pub frontier: Vec<u8>,
    /// The signed note.
    pub note: String,
    /// Whether reading is closed.
    pub sealed: bool,
    /// The epoch that is open.
    pub epoch: u32,
}

/// How many rows there are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Counts {
    /// Entries.
    pub entries: u64,
    /// Complete subtrees.
    pub nodes: u64,
    /// Checkpoints.
    pub checkpoints: u64,
}

/// An entry's row.
#[derive(Clone, Debug)]
pub struct Row {
    /// Place in the log.
    pub position: u64,
    /// The epoch under which it is filed.
    pub epoch: u32,
    /// The entry.
    pub entry: Vec<u8>,
    /// Its body, empty once erased.
    pub body: Vec<u8>,
}

/// An epoch's row.
#[derive(Clone, Debug)]
pub struct Epoch {
    /// Counts from 1.
    pub number: u32,
    /// The day it opened.
    pub day: Day,
    /// Whether it is open; nothing for a state that means nothing.
    pub open: Option<bool>,
    /// What was sealed to auditors when it closed.
    pub encapsulations: Vec<u8>,
}

/// A checkpoint's row.
#[derive(Clone, Debug)]
pub struct Checkpoint {
    /// Number of entries.
    pub size: u64,
    /// The epoch it closed.
    pub epoch: u32,
    /// The signed note.
    pub note: String,
}

/// The head's row, if there is one.
///
/// # Errors
/// What the database says.
pub fn head(db: &mut Db) -> Result<Option<Head>, Error> {
    let row: Option<super::HeadRow> = ledger_head::table.find(1).select(super::HEAD).first(db).optional()?;
    Ok(row.map(|(size, frontier, note, mode, epoch)| Head {
        size: to_u64(size),
        frontier,
        note,
        sealed: mode != OPEN,
        epoch: number(epoch),
    }))
}

/// How many rows there are.
///
/// # Errors
/// What the database says.
pub fn counts(db: &mut Db) -> Result<Counts, Error> {
    let entries: i64 = ledger_entry::table.count().get_result(db)?;
    let nodes: i64 = ledger_node::table.count().get_result(db)?;
    let checkpoints: i64 = ledger_checkpoint::table.count().get_result(db)?;
    Ok(Counts { entries: to_u64(entries), nodes: to_u64(nodes), checkpoints: to_u64(checkpoints) })
}

/// The rows of these places, in order.
#[diesel::dsl::auto_type]
pub(super) fn within(start: i64, end: i64) -> _ {
    let here = ledger_entry::position.ge(start).and(ledger_entry::position.lt(end));
    ledger_entry::table.filter(here).order(ledger_entry::position)
}

/// Entries in these places, in order.
///
/// # Errors
/// What the database says.
pub fn entries(db: &mut Db, places: &Range<u64>) -> Result<Vec<(u64, Vec<u8>)>, Error> {
    let rows: Vec<(i64, Vec<u8>)> = within(from_u64(places.start), from_u64(places.end))
        .select((ledger_entry::position, ledger_entry::entry))
        .load(db)?;
    Ok(rows.into_iter().map(|(position, entry)| (to_u64(position), entry)).collect())
}

/// Bodies in these places, in order.
///
/// # Errors
/// What the database says.
pub fn bodies(db: &mut Db, places: &Range<u64>) -> Result<Vec<Vec<u8>>, Error> {
    Ok(within(from_u64(places.start), from_u64(places.end)).select(ledger_entry::body).load(db)?)
}

/// Everything in these places, in order.
///
/// # Errors
/// What the database says.
pub fn whole(db: &mut Db, places: &Range<u64>) -> Result<Vec<Row>, Error> {
    let rows: Vec<(i64, i32, Vec<u8>, Vec<u8>)> = within(from_u64(places.start), from_u64(places.end)).load(db)?;
    let row = |(position, epoch, entry, body)| Row { position: to_u64(position), epoch: number(epoch), entry, body };
    Ok(rows.into_iter().map(row).collect())
}

/// Complete subtrees of a level, from the first to the last of these, in order.
///
/// # Errors
/// What the database says.
pub fn nodes(db: &mut Db, level: u8, first: u64, last: u64) -> Result<Vec<(u64, Vec<u8>)>, Error> {
    let rows: Vec<(i64, Vec<u8>)> = ledger_node::table
        .filter(ledger_node::level.eq(i32::from(level)))
        .filter(ledger_node::position.between(from_u64(first), from_u64(last)))
        .order(ledger_node::position)
        .select((ledger_node::position, ledger_node::hash))
        .load(db)?;
    Ok(rows.into_iter().map(|(position, hash)| (to_u64(position), hash)).collect())
}

/// Checkpoints of these sizes, in order.
///
/// # Errors
/// What the database says.
pub fn checkpoints(db: &mut Db, sizes: &Range<u64>) -> Result<Vec<Checkpoint>, Error> {
    let here = ledger_checkpoint::size.ge(from_u64(sizes.start)).and(ledger_checkpoint::size.lt(from_u64(sizes.end)));
    let rows: Vec<(i64, i32, String)> =
        ledger_checkpoint::table.filter(here).order(ledger_checkpoint::size).load(db)?;
    let row = |(size, epoch, note)| Checkpoint { size: to_u64(size), epoch: number(epoch), note };
    Ok(rows.into_iter().map(row).collect())
}

/// What witnesses wrote under the checkpoint of this size: her key, her line.
///
/// # Errors
/// What the database says.
pub fn cosignatures(db: &mut Db, size: u64) -> Result<Vec<(String, String)>, Error> {
    let under = ledger_cosignature::table.filter(ledger_cosignature::size.eq(from_u64(size)));
    Ok(under
        .order(ledger_cosignature::witness)
        .select((ledger_cosignature::witness, ledger_cosignature::line))
        .load(db)?)
}

/// Epochs after this one, at most `most`, in order.
///
/// # Errors
/// What the database says.
pub fn epochs(db: &mut Db, after: Option<u32>, most: i64) -> Result<Vec<Epoch>, Error> {
    let after = after.map_or(i32::MIN, |after| i32::try_from(after).unwrap_or(i32::MAX));
    let rows: Vec<(i32, i32, String, Vec<u8>)> =
        ledger_epoch::table.filter(ledger_epoch::number.gt(after)).order(ledger_epoch::number).limit(most).load(db)?;
    let row = |(row_number, day, state, encapsulations): (i32, i32, String, Vec<u8>)| Epoch {
        number: number(row_number),
        day: to_day(day),
        open: match state.as_str() {
            OPEN => Some(true),
            epochs::CLOSED => Some(false),
            _ => None,
        },
        encapsulations,
    };
    Ok(rows.into_iter().map(row).collect())
}

pub(super) fn number(number: i32) -> u32 {
    u32::try_from(number).unwrap_or_default()
}
