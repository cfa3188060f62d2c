//! Epochs: what reporters did is entered when one closes, among the padding, so that nobody sees when.

use super::super::connection::Db;
use super::super::convert::{from_day, from_u64, to_day, to_u64};
use super::super::schema::{ledger_checkpoint, ledger_entry, ledger_epoch, ledger_head};
use super::rows::within;
use super::{Log, LogKeys, OPEN, of_program};
use crate::Error;
use crypto::ledger::{Act, EPOCH_UNIT, Encapsulations, Record, Step, pads_needed, published_digest, write_published};
use crypto::{Day, Digest, OrganisationId, SealPublicKey};
use diesel::dsl::exists;
use diesel::prelude::*;
use rand_core::CryptoRng;

pub(super) const CLOSED: &str = "closed";
/// Days for which the bodies of an epoch stay, counted to the day of the open one: three years, as long as a handled
/// report may have to be accounted for (German `HinSchG`, section 11 (5): three years from the end of the procedure).
/// Until then a reporter sees in her receipt who opened what she sent, and an auditor can check it; the entries
/// themselves stay for ever.
pub const BODIES_STAY: u32 = 3 * 365 + 1;
/// Epochs whose bodies go in one transaction: some thousand rows.
const MOST_BURIED: usize = 8;

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
    let number = i32::try_from(keys.root.epoch()).unwrap_or(i32::MAX);
    diesel::insert_into(ledger_epoch::table)
        .values((
            ledger_epoch::number.eq(number),
            ledger_epoch::day.eq(from_day(day)),
            ledger_epoch::state.eq(OPEN),
            ledger_epoch::encapsulations.eq(Vec::<u8>::new()),
        ))
        .execute(db)?;
    diesel::update(ledger_head::table.find(1)).set(ledger_head::epoch.eq(number)).execute(db)?;
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
    let bytes = write_published(&encapsulations);
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
    let note = log.finish(db)?.note;
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

/// Empties the bodies of the next few epochs that are old enough, oldest first, and enters that. Answers how many
/// bodies went: none when there is nothing more to do.
///
/// # Errors
/// As [`Log::hold`]; what the database says.
pub fn bury_bodies(db: &mut Db, keys: &LogKeys, day: Day, rng: &mut impl CryptoRng) -> Result<usize, Error> {
    // Of the two the earlier: a wrong clock may have opened the epoch, and what goes too early does not come back.
    let newest_day = open_epoch(db)?.map_or(Day(0), |epoch| epoch.day.min(day));
    let before = newest_day.0.saturating_sub(BODIES_STAY);
    // The first young one ends it: none goes before an older one, whatever a clock once said.
    let young = ledger_epoch::table.filter(ledger_epoch::day.ge(from_day(Day(before)))).select(ledger_epoch::number);
    let Some(young): Option<i32> = young.order(ledger_epoch::number).first(db).optional()? else { return Ok(0) };
    let ends: Vec<(i32, i64)> = ledger_checkpoint::table
        .filter(ledger_checkpoint::epoch.lt(young))
        .select((ledger_checkpoint::epoch, ledger_checkpoint::size))
        .order(ledger_checkpoint::size)
        .load(db)?;
    let starts = std::iter::once(0).chain(ends.iter().map(|(_, end)| *end));
    let old: Vec<Old> =
        starts.zip(&ends).map(|(start, (epoch, end))| Old { epoch: *epoch, start, end: *end }).collect();
    let buried = count_buried(db, &old)?;
    let mut next = old.iter().skip(buried).take(MOST_BURIED);
    let Some(first) = next.next() else { return Ok(0) };
    let last = next.next_back().unwrap_or(first);
    let full = ledger_entry::position.ge(first.start).and(ledger_entry::position.lt(last.end));
    let empty = ledger_entry::body.eq(Vec::<u8>::new());
    let emptied = diesel::update(ledger_entry::table.filter(full)).set(empty).execute(db)?;
    let reference = number_reference(to_u64(last.epoch.into()));
    super::note(db, keys, OrganisationId::NONE, &of_program(Act::BodiesErased, day, reference), rng)?;
    Ok(emptied)
}

/// An epoch whose bodies have had their time, and its places.
struct Old {
    epoch: i32,
    start: i64,
    end: i64,
}

/// How many of these epochs, oldest first, were buried: they stand in front of the others.
fn count_buried(db: &mut Db, epochs: &[Old]) -> Result<usize, Error> {
    let (mut buried, mut full) = (0, epochs.len());
    while buried < full {
        let middle = buried.midpoint(full);
        let Some(Old { start, end, .. }) = epochs.get(middle) else { break };
        let stay = within(*start, *end).filter(ledger_entry::body.ne(Vec::<u8>::new()));
        if diesel::select(exists(stay)).get_result(db)? {
            full = middle;
        } else {
            buried = middle.saturating_add(1);
        }
    }
    Ok(buried)
}

/// A number where a record refers to something: its last eight bytes.
#[must_use]
pub fn number_reference(number: u64) -> Digest {
    let mut reference = Digest::NONE;
    reference.0.iter_mut().rev().zip(number.to_le_bytes()).for_each(|(to, from)| *to = from);
    reference
}

#[cfg(test)]
mod tests {
    use super::super::rows;
    use super::*;
    use crate::store::support::{Site, TODAY, on_each_site};
    use crate::store::threads;
    use crypto::SealSecretKey;
    use crypto::ledger::{Body, Checkpoint, Entry, EpochRoot, EpochSecret, SignedNote, read_published};

    /// Closes the open epoch as the server does, and goes on with the keys of the next.
    fn close(site: &mut Site, day: Day, auditors: &[(OrganisationId, Vec<SealPublicKey>)]) -> String {
        let number = site.keys.root.epoch();
        let next = LogKeys::new(site.keys.log.clone(), EpochRoot::make(number + 1, &mut site.rng));
        let note = site.act(|db, means, rng| {
            let arrivals = threads::take_arrivals(db, means.ring)?.into_iter();
            let arrivals = arrivals.map(|(organisation, arrival)| (organisation, arrival.record(), arrival.step));
            close_epoch(db, means.keys, &next, day, arrivals.collect(), auditors, rng)
        });
        site.keys = next;
        note.unwrap()
    }

    fn nobody() -> Vec<(OrganisationId, Vec<SealPublicKey>)> {
        vec![(OrganisationId::NONE, Vec::new())]
    }

    fn log(site: &mut Site) -> Vec<rows::Row> {
        rows::whole(&mut site.db, &(0..u64::from(u32::MAX))).unwrap()
    }

    fn entry(row: &rows::Row) -> Entry {
        Entry::parse(&row.entry).unwrap()
    }

    fn body(row: &rows::Row) -> Body {
        Body::try_from(row.body.as_slice()).unwrap()
    }

    fn open(secret: &EpochSecret, row: &rows::Row) -> Option<Record> {
        secret.open(row.position, &entry(row), &body(row)).ok()
    }

    #[test]
    fn a_closed_epoch_ends_at_a_multiple_of_128_whatever_was_in_it() {
        on_each_site(|site| {
            for entries in [0, 1, 125, 126, 127, 128, 300] {
                for _ in 0..entries {
                    site.act(|db, means, rng| pad(db, means.keys, TODAY, rng)).unwrap();
                }
                let note = SignedNote::parse(&close(site, TODAY, &nobody())).unwrap();
                let head = Checkpoint::open(&note, site.keys.log.public()).unwrap().head;
                assert_eq!(head.size % EPOCH_UNIT, 0, "after {entries}");
                assert_eq!(open_epoch(&mut site.db).unwrap().unwrap().number, site.keys.root.epoch());
            }
            let epochs = rows::epochs(&mut site.db, None, 100).unwrap();
            assert!(epochs.iter().map(|epoch| epoch.number).eq(1..=8));
            assert_eq!(epochs.iter().filter(|epoch| epoch.open == Some(true)).count(), 1);
        });
    }

    #[test]
    fn arrivals_stand_among_the_padding_and_open_for_their_reporters() {
        on_each_site(|site| {
            for byte in 1..=20 {
                site.living(byte);
            }
            close(site, TODAY, &nobody());
            let log = log(site);
            assert_eq!(log.len(), 129);
            let place = |site: &Site, byte| {
                let step = site.step(byte, 0);
                let row = log.iter().find(|row| entry(row).tag == step.tag()).unwrap();
                let record = step.open(site.identity, &entry(row), &body(row)).unwrap();
                assert_eq!((record.act, record.counter, record.day), (Act::Registered, 0, TODAY));
                row.position
            };
            let places: Vec<u64> = (1..=20).map(|byte| place(site, byte)).collect();
            assert!(!places.is_sorted());
            assert!(places.iter().max() > Some(&60), "twenty of 127 places, and none in the later half");
        });
    }

    #[test]
    fn what_was_sealed_opens_for_the_auditors_and_names_every_act() {
        on_each_site(|site| {
            let [ours, other] = [1, 2].map(|byte| SealSecretKey::from_seed(crypto::Secret::new([byte; 32])));
            let elsewhere = OrganisationId([9; 16]);
            let auditors = [
                (site.identity, vec![ours.public()]),
                (elsewhere, Vec::new()),
                (OrganisationId::NONE, vec![ours.public(), other.public()]),
            ];
            site.living(1);
            close(site, TODAY, &auditors);
            let bytes = rows::epochs(&mut site.db, None, 1).unwrap().remove(0).encapsulations;
            let sealed = read_published(&bytes).unwrap();
            let [organisation, empty, installation] = sealed.as_slice() else { panic!("three were sealed") };
            assert_eq!((organisation.organisation(), organisation.epoch()), (site.identity, 1));
            assert!(organisation.open(&other).is_err() && empty.open(&ours).is_err());
            let (secret, general) = (organisation.open(&ours).unwrap(), installation.open(&other).unwrap());
            let log = log(site);
            let acts = |secret: &EpochSecret| -> Vec<Act> {
                log.iter().filter_map(|row| open(secret, row)).map(|record| record.act).collect()
            };
            assert_eq!(acts(&secret), [Act::Registered]);
            assert_eq!(acts(&general).into_iter().filter(|act| *act == Act::Pad).count(), 125);
            let closing = open(&general, &log[127]).unwrap();
            assert_eq!((closing.act, closing.reference), (Act::EpochClosed, published_digest(&bytes)));
            assert!(open(&general, &log[128]).is_none(), "the next epoch has another secret");
            for cut in [1, 4, 100, bytes.len() - 1] {
                assert!(read_published(&bytes[..cut]).is_err(), "{cut}");
            }
        });
    }

    #[test]
    fn with_the_keys_of_a_closed_epoch_nothing_is_written() {
        on_each_site(|site| {
            let old = site.keys.clone();
            close(site, TODAY, &nobody());
            let refused = site.act(|db, _, rng| pad(db, &old, TODAY, rng));
            assert!(matches!(refused, Err(Error::Busy)));
            site.act(|db, means, rng| pad(db, means.keys, TODAY, rng)).unwrap();
        });
    }

    #[test]
    fn bodies_are_buried_whole_epochs_at_a_time_and_never_young_ones() {
        on_each_site(|site| {
            let empty = |site: &mut Site| -> Vec<u32> {
                let log = log(site).into_iter();
                let mut epochs: Vec<u32> = log.filter(|row| row.body.is_empty()).map(|row| row.epoch).collect();
                epochs.dedup();
                epochs
            };
            let bury = |site: &mut Site, day| site.act(|db, means, rng| bury_bodies(db, means.keys, day, rng)).unwrap();
            // Epoch n opens on day n - 1, but the eleventh, and the twelfth that is open, to the day their bodies' age.
            for day in 1..=9 {
                close(site, TODAY.plus(day), &nobody());
            }
            close(site, TODAY.plus(BODIES_STAY), &nobody());
            assert_eq!(bury(site, TODAY.plus(BODIES_STAY)), 0, "epoch 1 is of this age to the day");
            close(site, TODAY.plus(BODIES_STAY + 1), &nobody());
            assert_eq!(bury(site, TODAY.plus(BODIES_STAY + 1)), 128);
            assert_eq!(empty(site), [1]);
            assert_eq!(bury(site, TODAY.plus(BODIES_STAY + 1)), 0);
            let (day, size) = (TODAY.plus(BODIES_STAY + 11), log(site).len());
            close(site, day, &nobody());
            let closed = log(site).len();
            assert!(closed > size);
            assert_eq!([bury(site, day), bury(site, day), bury(site, day)], [8 * 128, 128, 0], "a few at a time");
            assert_eq!(empty(site), (1..=10).collect::<Vec<_>>());
            assert_eq!(log(site).len(), closed + 2, "each time is entered");
        });
    }

    #[test]
    fn an_epoch_that_a_wrong_clock_dated_is_not_overtaken() {
        on_each_site(|site| {
            for day in [1, 9_000, 2, 3] {
                close(site, TODAY.plus(day), &nobody());
            }
            let day = TODAY.plus(BODIES_STAY + 100);
            close(site, day, &nobody());
            // Nor does one that is open make what is young old.
            let buried = site.act(|db, means, rng| bury_bodies(db, means.keys, TODAY.plus(3), rng)).unwrap();
            assert_eq!(buried, 0);
            let buried = site.act(|db, means, rng| bury_bodies(db, means.keys, day, rng)).unwrap();
            assert_eq!(buried, 256, "epochs 1 and 2; the third says it is of another time");
        });
    }
}
