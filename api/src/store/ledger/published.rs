//! The log as everybody may see it: up to the newest checkpoint, and not one entry further. What is read here is the
//! same for everybody who reads it, and never changes but for bodies that were erased.

use super::super::connection::Db;
use super::super::convert::{from_u64, to_day, to_u64};
use super::super::schema::{ledger_checkpoint, ledger_cosignature, ledger_epoch};
use super::rows;
use crate::Error;
use crypto::Day;
use crypto::ledger::{Part, TILE, TILE_HEIGHT, VOLUME, leaf_hash, row_length, write_bundle};
use diesel::prelude::*;

/// A checkpoint.
#[derive(Clone, Debug)]
pub struct Published {
    /// Entries it covers.
    pub size: u64,
    /// The note that the log signed.
    pub note: String,
    /// What witnesses wrote under it.
    pub lines: Vec<String>,
}

impl Published {
    fn read(db: &mut Db, (size, note): (i64, String)) -> Result<Self, Error> {
        let lines = ledger_cosignature::table
            .filter(ledger_cosignature::size.eq(size))
            .order(ledger_cosignature::witness)
            .select(ledger_cosignature::line)
            .load(db)?;
        Ok(Self { size: to_u64(size), note, lines })
    }

    /// The note with the lines of its witnesses.
    #[must_use]
    pub fn text(&self) -> String {
        [self.note.as_str(), &self.lines.concat()].concat()
    }
}

/// The newest checkpoint; nothing before the first epoch was closed.
///
/// # Errors
/// What the database says.
pub fn newest(db: &mut Db) -> Result<Option<Published>, Error> {
    let row = ledger_checkpoint::table
        .order(ledger_checkpoint::size.desc())
        .select((ledger_checkpoint::size, ledger_checkpoint::note))
        .first(db)
        .optional()?;
    row.map(|row| Published::read(db, row)).transpose()
}

/// The newest checkpoint that a witness cosigned; nothing before the first.
///
/// # Errors
/// What the database says.
pub fn witnessed(db: &mut Db) -> Result<Option<Published>, Error> {
    let row = ledger_checkpoint::table
        .inner_join(ledger_cosignature::table.on(ledger_cosignature::size.eq(ledger_checkpoint::size)))
        .order(ledger_checkpoint::size.desc())
        .select((ledger_checkpoint::size, ledger_checkpoint::note))
        .first(db)
        .optional()?;
    row.map(|row| Published::read(db, row)).transpose()
}

/// The checkpoint of this size.
///
/// # Errors
/// [`Error::NotFound`]; what the database says.
pub fn of_size(db: &mut Db, size: u64) -> Result<Published, Error> {
    let row = ledger_checkpoint::table
        .find(from_u64(size))
        .select((ledger_checkpoint::size, ledger_checkpoint::note))
        .first(db)
        .optional()?;
    Published::read(db, row.ok_or(Error::NotFound)?)
}

/// Puts what a witness wrote under the checkpoint of this size, in place of an older line of hers. The caller has
/// checked it.
///
/// # Errors
/// What the database says.
pub fn put_cosignature(db: &mut Db, size: u64, witness: &str, line: &str) -> Result<(), Error> {
    let (size, row) = (from_u64(size), ledger_cosignature::line.eq(line));
    let known = ledger_cosignature::table.find((size, witness));
    if diesel::update(known).set(row).execute(db)? == 0 {
        let key = (ledger_cosignature::size.eq(size), ledger_cosignature::witness.eq(witness));
        diesel::insert_into(ledger_cosignature::table).values((key.0, key.1, row)).execute(db)?;
    }
    Ok(())
}

/// Entries up to the newest checkpoint.
fn size(db: &mut Db) -> Result<u64, Error> {
    let newest: Option<i64> = ledger_checkpoint::table
        .order(ledger_checkpoint::size.desc())
        .select(ledger_checkpoint::size)
        .first(db)
        .optional()?;
    Ok(newest.map_or(0, to_u64))
}

/// The places of a part of a row of `length`, if the row has all of it.
fn places<const WIDTH: u64>(part: Part<WIDTH>, length: u64) -> Result<std::ops::Range<u64>, Error> {
    if part.is_within(length) { Ok(part.places()) } else { Err(Error::NotFound) }
}

/// A tile of hashes: complete subtrees of 256^level leaves, 32 bytes each.
///
/// # Errors
/// [`Error::NotFound`] beyond the newest checkpoint; what the database says.
pub fn hashes(db: &mut Db, level: u8, part: Part<TILE>) -> Result<Vec<u8>, Error> {
    let places = places(part, row_length(size(db)?, level))?;
    if level == 0 {
        return Ok(rows::entries(db, &places)?.iter().flat_map(|(_, entry)| leaf_hash(entry).0).collect());
    }
    let height = level.saturating_mul(TILE_HEIGHT);
    let nodes = rows::nodes(db, height, places.start, places.end.saturating_sub(1))?;
    Ok(nodes.into_iter().flat_map(|(_, hash)| hash).collect())
}

/// A bundle of entries, each behind its length.
///
/// # Errors
/// As [`hashes`].
pub fn bundle(db: &mut Db, part: Part<TILE>) -> Result<Vec<u8>, Error> {
    let places = places(part, size(db)?)?;
    Ok(write_bundle(rows::entries(db, &places)?.into_iter().map(|(_, entry)| entry)))
}

/// A volume of entries, one after the other.
///
/// # Errors
/// As [`hashes`].
pub fn volume(db: &mut Db, part: Part<VOLUME>) -> Result<Vec<u8>, Error> {
    let places = places(part, size(db)?)?;
    Ok(rows::entries(db, &places)?.into_iter().flat_map(|(_, entry)| entry).collect())
}

/// A bundle of bodies, each behind its length, which is 0 for an erased one.
///
/// # Errors
/// As [`hashes`].
pub fn bodies(db: &mut Db, part: Part<TILE>) -> Result<Vec<u8>, Error> {
    let places = places(part, size(db)?)?;
    Ok(write_bundle(rows::bodies(db, &places)?))
}

/// A closed epoch.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Closed {
    /// Counts from 1.
    pub number: u32,
    /// Entries of the log up to its end.
    pub size: u64,
    /// The day on which it was closed: what was done on earlier days stands in it or before it.
    pub day: Day,
}

/// All closed epochs, the oldest first.
///
/// # Errors
/// What the database says.
pub fn closed_epochs(db: &mut Db) -> Result<Vec<Closed>, Error> {
    // An epoch is closed when the next one opens.
    let rows: Vec<(i32, i64, i32)> = ledger_checkpoint::table
        .inner_join(ledger_epoch::table.on(ledger_epoch::number.eq(ledger_checkpoint::epoch + 1)))
        .select((ledger_checkpoint::epoch, ledger_checkpoint::size, ledger_epoch::day))
        .order(ledger_checkpoint::size)
        .load(db)?;
    let row = |(number, size, day)| Closed { number: rows::number(number), size: to_u64(size), day: to_day(day) };
    Ok(rows.into_iter().map(row).collect())
}

/// What a closed epoch sealed to its auditors.
///
/// # Errors
/// [`Error::NotFound`] for one that is not closed; what the database says.
pub fn encapsulations(db: &mut Db, number: u32) -> Result<Vec<u8>, Error> {
    let number = i32::try_from(number).map_err(|_| Error::NotFound)?;
    let bytes: Option<Vec<u8>> =
        ledger_epoch::table.find(number).select(ledger_epoch::encapsulations).first(db).optional()?;
    bytes.filter(|bytes| !bytes.is_empty()).ok_or(Error::NotFound)
}
