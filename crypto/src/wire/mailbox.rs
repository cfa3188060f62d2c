//! The mailbox's answer: always the same length, whatever is in it.

use crate::codec::{Reader, Writer};
use crate::error::Error;
use crate::id::Day;
use crate::thread::Envelope;
use alloc::vec::Vec;
use rand_core::CryptoRng;

/// Bytes of every answer of a mailbox.
pub const MAILBOX_PAGE_SIZE: usize = 131_072;
const VERSION: u8 = 1;
const CLEAR_SIZE: usize = 1 + 1 + 1 + 4 + 4 + 2;
const ITEM_SIZE: usize = 4 + 1 + 4;
const NEVER: u32 = u32::MAX;

/// What the server knows of a mailbox, told after a valid signature.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MailboxState {
    /// There is none, and none was erased within a year.
    Unknown,
    /// There is one.
    Live,
    /// It was erased.
    Erased,
}

/// A message in the answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MailboxItem {
    /// The day of its tick.
    pub day: Day,
    /// Whether its tick has come; otherwise it is the reporter's own.
    pub released: bool,
    /// Sealed.
    pub bytes: Vec<u8>,
}

/// One page: version ‖ state ‖ more ‖ clock day ‖ answered day ‖ count ‖ items ‖ random filler.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MailboxPage {
    /// Whether there is a mailbox.
    pub state: MailboxState,
    /// Whether another page follows.
    pub more: bool,
    /// The day the legal clock started. For an unknown mailbox the day to which the installation was restored, if that
    /// was lately: the same for all of them.
    pub day: Option<Day>,
    /// The day the first answer was released.
    pub answered: Option<Day>,
    /// Whole messages in order.
    pub items: Vec<MailboxItem>,
}

impl MailboxState {
    const fn code(self) -> u8 {
        match self {
            Self::Unknown => 0,
            Self::Live => 1,
            Self::Erased => 2,
        }
    }
}

impl MailboxPage {
    /// How many of these sealed lengths fit one page.
    #[must_use]
    pub fn fitting(lengths: impl IntoIterator<Item = usize>) -> usize {
        let mut left = MAILBOX_PAGE_SIZE - CLEAR_SIZE;
        lengths
            .into_iter()
            .take_while(|length| match left.checked_sub(length.saturating_add(ITEM_SIZE)) {
                Some(rest) => {
                    left = rest;
                    true
                }
                None => false,
            })
            .count()
    }

    /// The answer; items that do not fit (see [`Self::fitting`]) must not be in it.
    ///
    /// # Errors
    /// [`Error::TooLong`].
    pub fn to_bytes(&self, rng: &mut impl CryptoRng) -> Result<Vec<u8>, Error> {
        let mut writer = Writer::with_capacity(MAILBOX_PAGE_SIZE);
        writer.u8(VERSION).u8(self.state.code()).u8(u8::from(self.more));
        writer.u32(self.day.map_or(NEVER, |day| day.0)).u32(self.answered.map_or(NEVER, |day| day.0));
        writer.bytes(&u16::try_from(self.items.len()).unwrap_or(u16::MAX).to_be_bytes());
        for item in &self.items {
            writer.u32(item.day.0).u8(u8::from(item.released)).prefixed(&item.bytes);
        }
        let mut bytes = writer.finish();
        let used = bytes.len();
        if used > MAILBOX_PAGE_SIZE {
            return Err(Error::TooLong { excess: used - MAILBOX_PAGE_SIZE });
        }
        bytes.resize(MAILBOX_PAGE_SIZE, 0);
        rng.fill_bytes(bytes.get_mut(used..).unwrap_or_default());
        Ok(bytes)
    }

    /// Reads an answer.
    ///
    /// # Errors
    /// [`Error::Version`] or [`Error::Malformed`].
    pub fn parse(bytes: &[u8]) -> Result<Self, Error> {
        if bytes.len() != MAILBOX_PAGE_SIZE {
            return Err(Error::Malformed);
        }
        let mut reader = Reader::of_version(bytes, VERSION)?;
        let state = reader.u8()?;
        let states = [MailboxState::Unknown, MailboxState::Live, MailboxState::Erased];
        let state = states.into_iter().find(|known| known.code() == state).ok_or(Error::Malformed)?;
        let more = reader.flag()?;
        let mut day = || reader.u32().map(|day| Some(day).filter(|day| *day != NEVER).map(Day));
        let (day, answered) = (day()?, day()?);
        let count = u16::from_be_bytes(reader.array()?);
        let mut items = Vec::new();
        for _ in 0..count {
            let (day, released) = (Day(reader.u32()?), reader.flag()?);
            items.push(MailboxItem { day, released, bytes: reader.prefixed(Envelope::LARGEST)?.to_vec() });
        }
        Ok(Self { state, more, day, answered, items })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rand_core::SeedableRng;

    #[test]
    fn every_answer_has_the_same_length_and_reads_back() {
        let mut rng = chacha20::ChaCha20Rng::from_seed([1; 32]);
        let item = MailboxItem { day: Day(3), released: true, bytes: [7; 4_159].to_vec() };
        for count in [0, 1, MailboxPage::fitting(core::iter::repeat(4_159))] {
            let items = core::iter::repeat_n(item.clone(), count).collect();
            let page = MailboxPage { state: MailboxState::Live, more: false, day: Some(Day(3)), answered: None, items };
            let bytes = page.to_bytes(&mut rng).unwrap();
            assert_eq!(bytes.len(), MAILBOX_PAGE_SIZE);
            assert_eq!(MailboxPage::parse(&bytes).unwrap(), page);
        }
    }

    #[test]
    fn what_does_not_fit_is_not_counted() {
        assert_eq!(MailboxPage::fitting([65_599, 65_599]), 1);
        assert_eq!(MailboxPage::fitting([65_599, 4_159, 4_159]), 3);
        assert_eq!(MailboxPage::fitting([200_000]), 0);
    }

    #[test]
    fn a_page_that_says_too_much_is_refused_and_damage_never_panics() {
        let mut rng = chacha20::ChaCha20Rng::from_seed([1; 32]);
        let item = MailboxItem { day: Day(3), released: false, bytes: [7; 4_159].to_vec() };
        let page = |count| MailboxPage {
            state: MailboxState::Erased,
            more: true,
            day: None,
            answered: Some(Day(9)),
            items: core::iter::repeat_n(item.clone(), count).collect(),
        };
        assert!(matches!(page(32).to_bytes(&mut rng), Err(Error::TooLong { .. })));
        let bytes = page(2).to_bytes(&mut rng).unwrap();
        assert_eq!(MailboxPage::parse(&bytes), Ok(page(2)));
        assert_eq!(MailboxPage::parse(&bytes[1..]), Err(Error::Malformed));
        let with = |place: usize, byte| {
            let mut changed = bytes.clone();
            changed[place] = byte;
            MailboxPage::parse(&changed)
        };
        assert_eq!(with(0, 2), Err(Error::Version));
        // State, more, released of the first item, and its length.
        assert!(
            [(1, 3), (2, 2), (17, 2), (18, 1), (19, 2)]
                .iter()
                .all(|(at, byte)| with(*at, *byte) == Err(Error::Malformed))
        );
        // More items than there are bytes for.
        assert!(with(11, 0xff).is_err());
    }
}
