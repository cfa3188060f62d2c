//! Epochs: what reporters did is entered when one closes, among the padding, so that nobody sees when.

use super::super::connection::Db;
use super::super::convert::{from_day, from_u64, to_day};
use super::super::schema::{ledger_body, ledger_checkpoint, ledger_epoch};
use super::{Log, LogKeys, OPEN, of_program};
use crate::Error;
use crypto::ledger::{Act, EPOCH_UNIT, Encapsulations, Record, Step, pads_needed, published_digest};
use crypto::{Day, Digest, OrganisationId, SealPublicKey};
use diesel::prelude::*;
use rand_core::CryptoRng;

pub(super) const CLOSED: &str = "closed";
/// Days for which the bodies of an epoch are never erased, counted to the day of the open one.
pub const BODIES_STAY: u32 = 365;

/// The epoch that is open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Epoch {
    /// Counts from 1.
    pub number: u32,
    /// The day it opened.
    pub day: Day,
}

/// The open epoch, if the log was begun.
///
/// # Errors
/// What the database says.
pub fn open_epoch(db: &mut Db) -> Result<Option<Epoch>, Error> {
    let row: Option<(i32, i32)> = ledger_epoch::table
        .filter(ledger_epoch::state.eq(OPEN))
        .select((ledger_epoch::number, ledger_epoch::day))
        .first(db)
        .optional()?;
    Ok(row.map(|(number, day)| Epoch { number: u32::try_from(number).unwrap_or_default(), day: to_day(day) }))
}

/// Opens epoch `number`, whose root is in `keys`, and enters that.
///
/// # Errors
/// What the database says.
pub fn begin_epoch(db: &mut Db, keys: &LogKeys, day: Day, rng: &mut impl CryptoRng) -> Result<(), Error> {
    diesel::insert_into(ledger_epoch::table)
        .values((
            ledger_epoch::number.eq(i32::try_from(keys.root.epoch()).unwrap_or(i32::MAX)),
            ledger_epoch::day.eq(from_day(day)),
            ledger_epoch::state.eq(OPEN),
            ledger_epoch::encapsulations.eq(Vec::<u8>::new()),
        ))
        .execute(db)?;
    super::note(db, keys, OrganisationId::NONE, &of_program(Act::EpochOpened, day, Digest::NONE), rng)
}

/// One padding entry, at a moment that means nothing.
///
/// # Errors
/// As [`Log::hold`].
pub fn pad(db: &mut Db, keys: &LogKeys, day: Day, rng: &mut impl CryptoRng) -> Result<(), Error> {
    super::note(db, keys, OrganisationId::NONE, &Record::of_program(Act::Pad, day), rng)
}

/// Closes the open epoch: enters `arrivals` shuffled among padding, seals the epoch's secrets to the auditors of each
/// organisation, signs the checkpoint and opens the next epoch with `next`. Answers the checkpoint's note: it is
/// written to the pin and published after the commit.
///
/// # Errors
/// As [`Log::hold`]; what the database says.
pub fn close_epoch(
    db: &mut Db,
    keys: &LogKeys,
    next: &LogKeys,
    day: Day,
    arrivals: Vec<(OrganisationId, Record, Step)>,
    auditors: &[(OrganisationId, Vec<SealPublicKey>)],
    rng: &mut impl CryptoRng,
) -> Result<String, Error> {
    let encapsulations = auditors
        .iter()
        .map(|(organisation, keys_of)| Encapsulations::seal(&keys.root.of(*organisation), keys_of, rng))
        .collect::<Result<Vec<_>, _>>()?;
    let mut bytes = Vec::new();
    for sealed in &encapsulations {
        let sealed = sealed.to_bytes();
        bytes.extend(u32::try_from(sealed.len()).unwrap_or(u32::MAX).to_be_bytes());
        bytes.extend(sealed);
    }
    let reference = published_digest(&bytes);
    let mut log = Log::hold(db, keys)?;
    let taken = u64::try_from(arrivals.len()).unwrap_or(u64::MAX);
    let pads = pads_needed(log.size().saturating_add(taken).saturating_add(1), EPOCH_UNIT);
    let pad = (OrganisationId::NONE, Record::of_program(Act::Pad, day), None);
    let arrivals = arrivals.into_iter().map(|(organisation, record, step)| (organisation, record, Some(step)));
    let padding = (0..pads).map(|_| pad.clone());
    let mut entries: Vec<_> = arrivals.chain(padding).collect();
    crypto::shuffle(&mut entries, rng);
    for (organisation, record, step) in &entries {
        log.append(*organisation, record, step.as_ref(), rng)?;
    }
    log.append(OrganisationId::NONE, &of_program(Act::EpochClosed, day, reference), None, rng)?;
    let size = log.size();
    let note = log.finish(db)?;
    let number = i32::try_from(keys.root.epoch()).unwrap_or(i32::MAX);
    diesel::update(ledger_epoch::table.find(number))
        .set((ledger_epoch::state.eq(CLOSED), ledger_epoch::encapsulations.eq(bytes)))
        .execute(db)?;
    diesel::insert_into(ledger_checkpoint::table)
        .values((
            ledger_checkpoint::size.eq(from_u64(size)),
            ledger_checkpoint::epoch.eq(number),
            ledger_checkpoint::note.eq(&note),
        ))
        .execute(db)?;
    begin_epoch(db, next, day, rng)?;
    Ok(note)
}

/// What was sealed to the auditors of one epoch, as a closed epoch's row holds it: length (`u32`) ‖ encapsulations,
/// for each organisation.
///
/// # Errors
/// [`Error::Crypto`].
pub fn read_encapsulations(mut bytes: &[u8]) -> Result<Vec<Encapsulations>, Error> {
    let malformed = || Error::Crypto(crypto::Error::Malformed);
    let mut all = Vec::new();
    while !bytes.is_empty() {
        let (length, rest) = bytes.split_first_chunk().ok_or_else(malformed)?;
        let length = usize::try_from(u32::from_be_bytes(*length)).map_err(|_| malformed())?;
        let (sealed, rest) = rest.split_at_checked(length).ok_or_else(malformed)?;
        all.push(Encapsulations::parse(sealed)?);
        bytes = rest;
    }
    Ok(all)
}

/// Empties the bodies of every closed epoch that opened before `before` and is old enough, and enters that.
///
/// # Errors
/// As [`Log::hold`]; what the database says.
pub fn bury_bodies(
    db: &mut Db,
    keys: &LogKeys,
    before: Day,
    day: Day,
    rng: &mut impl CryptoRng,
) -> Result<usize, Error> {
    let newest_day = open_epoch(db)?.map_or(Day(0), |epoch| epoch.day);
    let before = before.min(Day(newest_day.0.saturating_sub(BODIES_STAY)));
    let old: Vec<i32> = ledger_epoch::table
        .filter(ledger_epoch::day.lt(from_day(before)).and(ledger_epoch::state.eq(CLOSED)))
        .select(ledger_epoch::number)
        .load(db)?;
    let Some(newest) = old.iter().max().copied() else { return Ok(0) };
    let full = ledger_body::table.filter(ledger_body::epoch.le(newest).and(ledger_body::body.ne(Vec::<u8>::new())));
    let emptied = diesel::update(full).set(ledger_body::body.eq(Vec::<u8>::new())).execute(db)?;
    if emptied > 0 {
        let reference = number_reference(u32::try_from(newest).unwrap_or_default());
        super::note(db, keys, OrganisationId::NONE, &of_program(Act::BodiesErased, day, reference), rng)?;
    }
    Ok(emptied)
}

/// A number where a record refers to something: its last four bytes.
fn number_reference(number: u32) -> Digest {
    let mut reference = Digest::NONE;
    reference.0.iter_mut().rev().zip(number.to_le_bytes()).for_each(|(to, from)| *to = from);
    reference
}
