//! What the access log is written with: the key that signs it, the open epoch's secret, the year's pseudonyms.

use crate::secrets::{Passing, Secrets};
use crate::store::Db;
use crate::store::ledger::{self, LogKeys, StoredHead};
use crate::{Error, files};
use crypto::ledger::{Checkpoint, EpochRoot, Head, LogKey, ObjectKey, SignedNote, consistency_proof};
use crypto::{Day, SigningKey};
use jiff::civil::date;
use rand_core::CryptoRng;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// The file in the data folder that holds the newest checkpoint, outside the database.
pub const PIN: &str = "pin";

/// What was kept of the log outside the database.
#[derive(Clone)]
struct Pin {
    note: String,
    head: Head,
    /// The newest head that was found to continue it.
    seen: Head,
}

impl Pin {
    fn new(note: &str, head: Head) -> Self {
        Self { note: note.into(), head, seen: head }
    }
}

/// Reads secrets when they are first needed and keeps them while they hold.
pub struct Book {
    log: Arc<LogKey>,
    secrets: Arc<Secrets>,
    data: PathBuf,
    kept: Mutex<Option<Pin>>,
    root: Mutex<Option<EpochRoot>>,
    objects: Mutex<Option<(i16, ObjectKey)>>,
}

impl Book {
    /// The book of an installation.
    ///
    /// # Errors
    /// [`Error::Crypto`].
    pub fn new(secrets: Arc<Secrets>, data: PathBuf) -> Result<Self, Error> {
        let log = Arc::new(LogKey::new(SigningKey::from_seed(secrets.log.clone()))?);
        Ok(Self { log, secrets, data, kept: Mutex::default(), root: Mutex::default(), objects: Mutex::default() })
    }

    /// The key that signs the log.
    #[must_use]
    pub fn log(&self) -> &LogKey {
        &self.log
    }

    /// What writes the log as long as the epoch that is open in `db` stays open.
    ///
    /// # Errors
    /// [`Error::Sealed`] when there is no open epoch, or its secret is gone.
    pub fn keys(&self, db: &mut Db) -> Result<LogKeys, Error> {
        let epoch = ledger::find_head(db)?.ok_or(Error::Sealed)?.epoch;
        Ok(LogKeys::new(self.log.clone(), self.root(epoch)?))
    }

    fn root(&self, epoch: u32) -> Result<EpochRoot, Error> {
        let mut known = self.root.lock().unwrap_or_else(PoisonError::into_inner);
        let root = match known.as_ref().filter(|root| root.epoch() == epoch) {
            Some(root) => root.clone(),
            None => EpochRoot::new(epoch, self.secrets.find_passing(Passing::Epoch(epoch))?.ok_or(Error::Sealed)?),
        };
        *known = Some(root.clone());
        Ok(root)
    }

    /// What an act enters with. Holds the log until the transaction ends.
    ///
    /// # Errors
    /// [`Error::Sealed`] when the log contradicts its pin, unless that is known and reading is closed; as [`Self::keys`].
    pub fn for_act(&self, db: &mut Db, today: Day, rng: &mut impl CryptoRng) -> Result<(LogKeys, ObjectKey), Error> {
        let head = ledger::hold_head(db)?.ok_or(Error::Sealed)?;
        let (log, root) = (self.log.clone(), self.root(head.epoch)?);
        let keys = if head.sealed {
            LogKeys::new(log, root)
        } else if self.contradicted(db, Some(&head))?.is_some() {
            return Err(Error::Sealed);
        } else {
            LogKeys::holding(log, root, head)
        };
        Ok((keys, self.objects(today, rng)?))
    }

    /// The keys of an epoch that is about to open: its secret is on the disk before anything is sealed under it.
    ///
    /// # Errors
    /// [`Error::Io`].
    pub fn make_epoch(&self, number: u32, rng: &mut impl CryptoRng) -> Result<LogKeys, Error> {
        let root = EpochRoot::new(number, self.secrets.passing(Passing::Epoch(number), rng)?);
        Ok(LogKeys::new(self.log.clone(), root))
    }

    /// Destroys the secret of an epoch that was closed.
    ///
    /// # Errors
    /// [`Error::Io`].
    pub fn destroy_epoch(&self, number: u32) -> Result<(), Error> {
        self.secrets.destroy(Passing::Epoch(number))
    }

    /// The key that names threads for auditors in this day's year; the one of the year before is destroyed.
    ///
    /// # Errors
    /// [`Error::Io`].
    pub fn objects(&self, day: Day, rng: &mut impl CryptoRng) -> Result<ObjectKey, Error> {
        let year = year(day);
        let mut known = self.objects.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((of, key)) = known.as_ref()
            && *of == year
        {
            return Ok(key.clone());
        }
        let key = ObjectKey::new(self.secrets.passing(Passing::Objects(year), rng)?);
        self.secrets.destroy(Passing::Objects(year.saturating_sub(1)))?;
        *known = Some((year, key.clone()));
        Ok(key)
    }

    /// Writes the newest checkpoint outside the database, after its commit. One that is newer already stays.
    ///
    /// # Errors
    /// [`Error::Io`]; [`Error::Refused`] for a damaged pin.
    pub fn pin(&self, note: &str) -> Result<(), Error> {
        let mut kept = self.kept()?;
        let new = Pin::new(note, self.head_of(note)?);
        if kept.as_ref().is_none_or(|kept| kept.head.size < new.head.size) {
            files::put(&self.data, PIN, note.as_bytes())?;
            *kept = Some(new);
        }
        Ok(())
    }

    /// Writes a head that guardians decided for, whatever was kept.
    ///
    /// # Errors
    /// [`Error::Io`].
    pub fn pin_anew(&self, note: &str) -> Result<(), Error> {
        let mut kept = self.kept()?;
        let new = Pin::new(note, self.head_of(note)?);
        files::put(&self.data, PIN, note.as_bytes())?;
        *kept = Some(new);
        Ok(())
    }

    /// What an act left and committed continues the pin ([`LogKeys::left`]): the next look need not prove it.
    pub fn committed(&self, left: Option<Head>) {
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(pin) = kept.as_mut()
            && let Some(left) = left.filter(|left| left.size > pin.seen.size)
        {
            pin.seen = left;
        }
    }

    /// The pin that the log's head does not continue: it is behind it, or forked from it. Nothing where all is well:
    /// then the next look need not go back further than this one did.
    ///
    /// # Errors
    /// [`Error::Refused`] for a damaged pin; what the database says.
    pub fn contradicted(&self, db: &mut Db, head: Option<&StoredHead>) -> Result<Option<String>, Error> {
        let mut kept = self.kept()?;
        let Some(pin) = kept.as_mut() else { return Ok(None) };
        if let Some(head) = head {
            let now = head.frontier.head();
            for from in [pin.seen, pin.head] {
                if continues(db, now, &from)? {
                    pin.seen = now;
                    return Ok(None);
                }
            }
        }
        Ok(Some(pin.note.clone()))
    }

    /// The pin: read once, and whenever there was none.
    fn kept(&self) -> Result<MutexGuard<'_, Option<Pin>>, Error> {
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        if kept.is_none()
            && let Some(bytes) = files::find(&self.data, PIN)?
        {
            let damaged = || Error::Refused("the pin is damaged, or of another log: put back the right one".into());
            let note = String::from_utf8(bytes).map_err(|_| damaged())?;
            let head = self.head_of(&note).map_err(|_| damaged())?;
            *kept = Some(Pin::new(&note, head));
        }
        Ok(kept)
    }

    fn head_of(&self, note: &str) -> Result<Head, Error> {
        Ok(Checkpoint::open(&SignedNote::parse(note)?, self.log.public())?.head)
    }
}

/// Without its nodes a log cannot show that it goes on; and what they show is compared with its edge.
fn continues(db: &mut Db, now: Head, from: &Head) -> Result<bool, Error> {
    if now.size < from.size {
        return Ok(false);
    }
    match consistency_proof(from.size, now.size, |level, index| ledger::node(db, level, index)) {
        Err(Error::Sealed | Error::Crypto(_)) => Ok(false),
        proof => Ok(!now.standing(from, &proof?).is_sealed()),
    }
}

fn year(day: Day) -> i16 {
    let days = jiff::Span::new().try_days(i64::from(day.0)).unwrap_or_default();
    date(1970, 1, 1).checked_add(days).map_or(1970, |date| date.year())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::support::{Site, TODAY, on_each_site};
    use crypto::OrganisationId;
    use crypto::ledger::Act;
    use diesel::Connection;

    /// Enters something, and answers the head it left.
    fn enter(site: &mut Site) -> StoredHead {
        let act = |db: &mut Db, means: &crate::store::gate::Means<'_>, rng: &mut _| {
            means.enter(db, OrganisationId::NONE, Act::SessionOpened, None, crypto::Digest::NONE, rng)
        };
        site.enter(act).unwrap();
        ledger::find_head(&mut site.db).unwrap().unwrap()
    }

    #[test]
    fn an_act_goes_on_from_the_pin_and_not_from_what_was_only_seen() {
        on_each_site(|site| {
            let (before, pinned, seen) = (enter(site), enter(site), enter(site));
            site.book.pin(&pinned.note).unwrap();
            let newest = enter(site);
            let acts_on = |site: &mut Site, head: &StoredHead| {
                ledger::put_head(&mut site.db, head);
                let Site { db, book, rng, .. } = site;
                db.transaction(|db| book.for_act(db, TODAY, rng).map(drop))
            };
            for head in [&newest, &seen, &pinned, &newest] {
                acts_on(site, head).unwrap();
            }
            let mut other = before.frontier.clone();
            for leaf in 1..=9 {
                other.push(crypto::Digest([leaf; 32]));
            }
            let fork = StoredHead { size: other.size(), frontier: other, ..newest.clone() };
            for head in [&before, &fork] {
                assert!(matches!(acts_on(site, head), Err(Error::Sealed)));
            }
            acts_on(site, &newest).unwrap();
        });
    }

    #[test]
    fn a_year_begins_on_its_first_day() {
        assert_eq!((year(Day(0)), year(Day(364)), year(Day(365)), year(Day(20_778))), (1970, 1970, 1971, 2026));
    }
}
