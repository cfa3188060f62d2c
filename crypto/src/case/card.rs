//! The card: what a coach sees of a case in her list.

use crate::codec::{Reader, Writer};
use crate::error::Error;
use crate::id::{Day, PersonId};
use crate::triage::{Category, Flag, Severity, Status, Urgency};
use alloc::string::String;
use alloc::vec::Vec;
use zeroize::Zeroizing;

const VERSION: u8 = 1;
const ABSENT: u8 = 0xff;
const MOST_TEXT: usize = 1_000;
const MOST_THEMES: usize = 20;

/// Labels, keeper, clocks and one line in the coach's words.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Card {
    /// The one desk that counts this case.
    pub keeper: Option<PersonId>,
    /// What it is about.
    pub category: Option<Category>,
    /// The coach's view.
    pub severity: Option<Severity>,
    /// The reporter's, as the coach notes it.
    pub urgency: Option<Urgency>,
    /// Where the case stands.
    pub status: Option<Status>,
    /// Things not to overlook.
    pub flags: Vec<Flag>,
    /// Short themes, for rounds.
    pub themes: Vec<String>,
    /// The unit it counts in.
    pub unit: String,
    /// One line in the coach's words.
    pub line: String,
    /// The day it was closed.
    pub closed: Option<Day>,
}

impl core::fmt::Debug for Card {
    fn fmt(&self, formatter: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        formatter.write_str("Card")
    }
}

impl Card {
    /// The bytes that are sealed.
    #[must_use]
    pub fn to_bytes(&self) -> Zeroizing<Vec<u8>> {
        let mut writer = Writer::default();
        writer.u8(VERSION).bytes(&self.keeper.unwrap_or(PersonId::REPORTER).0);
        writer.u8(self.category.map_or(ABSENT, Category::code)).u8(self.severity.map_or(ABSENT, Severity::code));
        writer.u8(self.urgency.map_or(ABSENT, Urgency::code)).u8(self.status.map_or(ABSENT, Status::code));
        writer.list(&self.flags, |writer, flag| {
            writer.u8(flag.code());
        });
        writer.list(&self.themes, |writer, theme| {
            writer.prefixed(theme.as_bytes());
        });
        writer.prefixed(self.unit.as_bytes()).prefixed(self.line.as_bytes());
        writer.u32(self.closed.map_or(u32::MAX, |day| day.0));
        Zeroizing::new(writer.finish())
    }

    /// Reads what [`Self::to_bytes`] writes.
    ///
    /// # Errors
    /// [`Error::Malformed`], or [`Error::Version`] for a code of a later list.
    pub fn parse(bytes: &[u8]) -> Result<Self, Error> {
        fn optional<T>(code: u8, from: impl Fn(u8) -> Option<T>) -> Result<Option<T>, Error> {
            if code == ABSENT { Ok(None) } else { from(code).map(Some).ok_or(Error::Version) }
        }
        let mut reader = Reader::of_version(bytes, VERSION)?;
        let keeper = PersonId(reader.array()?);
        let card = Self {
            keeper: (keeper != PersonId::REPORTER).then_some(keeper),
            category: optional(reader.u8()?, Category::from_code)?,
            severity: optional(reader.u8()?, Severity::from_code)?,
            urgency: optional(reader.u8()?, Urgency::from_code)?,
            status: optional(reader.u8()?, Status::from_code)?,
            flags: reader.list(|reader| Flag::from_code(reader.u8()?).ok_or(Error::Version))?,
            themes: reader.list(|reader| reader.text(MOST_TEXT))?,
            unit: reader.text(MOST_TEXT)?,
            line: reader.text(MOST_TEXT)?,
            closed: Some(reader.u32()?).filter(|day| *day != u32::MAX).map(Day),
        };
        reader.finish()?;
        if card.themes.len() > MOST_THEMES { Err(Error::Malformed) } else { Ok(card) }
    }
}
