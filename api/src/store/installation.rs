//! A handful of named values of the installation as a whole.

use super::connection::Db;
use super::dialect::insert_unless_there;
use super::schema::installation;
use crate::Error;
use crypto::Day;
use diesel::prelude::*;

/// A value's name. All of them stand here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Name {
    /// `test` once ticks were immediate or the clock was set, `real` otherwise; never changes.
    Mode,
    /// Seconds by which a test clock differs from the system's, 8 bytes big-endian.
    ClockShift,
    /// The last day on which the release key ring was looked after, and the day it may go on, 4 bytes each.
    RingDays,
    /// The last tick that was run, 8 bytes big-endian.
    LastTick,
    /// The tick after which everything was carried to the shelf, 8 bytes big-endian.
    LastShelving,
    /// [`Restored`].
    Restored,
    /// [`super::ledger::Sealing`].
    Sealing,
    /// SHA-256 of the program that served last.
    Program,
    /// SHA-256 of the settings it served with.
    Settings,
    /// Ids of the release keys the access log knows of, 8 bytes each.
    RingKeys,
}

/// The backup that this installation was last restored from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Restored {
    /// Which.
    pub backup: [u8; 16],
    /// The day it was made: nothing that came later is here.
    pub to: Day,
    /// The day it was restored; nothing until that was entered in the access log.
    pub on: Option<Day>,
    /// Reports that waited for their tick and went with their release key.
    pub lost_arrivals: u32,
}

/// Days for which a mailbox that is not there says so: three months and a week, in which whoever reported is to hear
/// something, and a little more.
const TOLD: u32 = 120;

impl Restored {
    /// Whether reporters who look for what is lost are still told.
    #[must_use]
    pub fn is_told(&self, today: Day) -> bool {
        self.on.is_some_and(|on| today.since(on) <= TOLD)
    }

    /// 16 ‖ day (4) ‖ day (4), all ones for none ‖ number (4).
    fn to_bytes(self) -> Vec<u8> {
        let on = self.on.map_or(u32::MAX, |day| day.0);
        [&self.backup[..], &self.to.0.to_be_bytes(), &on.to_be_bytes(), &self.lost_arrivals.to_be_bytes()].concat()
    }

    fn from_bytes(bytes: &[u8]) -> Option<Self> {
        let (backup, rest) = bytes.split_first_chunk()?;
        let (to, rest) = rest.split_first_chunk()?;
        let (on, rest) = rest.split_first_chunk()?;
        let on = Some(u32::from_be_bytes(*on)).filter(|day| *day != u32::MAX).map(Day);
        let lost_arrivals = u32::from_be_bytes(rest.try_into().ok()?);
        Some(Self { backup: *backup, to: Day(u32::from_be_bytes(*to)), on, lost_arrivals })
    }
}

impl Name {
    const fn as_str(self) -> &'static str {
        match self {
            Self::Mode => "mode",
            Self::ClockShift => "clock-shift",
            Self::RingDays => "ring-days",
            Self::LastTick => "last-tick",
            Self::LastShelving => "last-shelving",
            Self::Restored => "restored",
            Self::Sealing => "sealing",
            Self::Program => "program",
            Self::Settings => "settings",
            Self::RingKeys => "ring-keys",
        }
    }
}

/// The value, if there is one.
///
/// # Errors
/// What the database says.
pub fn find(db: &mut Db, name: Name) -> Result<Option<Vec<u8>>, Error> {
    Ok(installation::table.find(name.as_str()).select(installation::value).first(db).optional()?)
}

/// Puts the value, whatever stood there.
///
/// # Errors
/// What the database says.
pub fn put(db: &mut Db, name: Name, value: &[u8]) -> Result<(), Error> {
    if !put_first(db, name, value)? {
        diesel::update(installation::table.find(name.as_str())).set(installation::value.eq(value)).execute(db)?;
    }
    Ok(())
}

/// Puts the value unless one stands there; answers whether it did.
///
/// # Errors
/// What the database says.
pub fn put_first(db: &mut Db, name: Name, value: &[u8]) -> Result<bool, Error> {
    let row = (installation::name.eq(name.as_str()), installation::value.eq(value));
    Ok(insert_unless_there!(db, diesel::insert_into(installation::table).values(row))? == 1)
}

/// What this installation was last restored from, if it was.
///
/// # Errors
/// What the database says.
pub fn restored(db: &mut Db) -> Result<Option<Restored>, Error> {
    Ok(find(db, Name::Restored)?.and_then(|bytes| Restored::from_bytes(&bytes)))
}

/// Notes what this installation was restored from.
///
/// # Errors
/// What the database says.
pub fn put_restored(db: &mut Db, restored: &Restored) -> Result<(), Error> {
    put(db, Name::Restored, &restored.to_bytes())
}

/// Marks the installation as one for tests, for ever, or as a real one. A test installation stays one.
///
/// # Errors
/// [`Error::Refused`] when a real one is to become one for tests.
pub fn mark(db: &mut Db, test: bool) -> Result<(), Error> {
    let wanted: &[u8] = if test { b"test" } else { b"real" };
    if put_first(db, Name::Mode, wanted)? || is_test(db)? || !test {
        Ok(())
    } else {
        Err(Error::Refused("immediate ticks and the test clock are refused where real reports may be".into()))
    }
}

/// Whether this is an installation for tests.
///
/// # Errors
/// What the database says.
pub fn is_test(db: &mut Db) -> Result<bool, Error> {
    Ok(find(db, Name::Mode)?.as_deref() == Some(b"test"))
}
