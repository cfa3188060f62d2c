//! What a reporter did, as it waits to be entered in the log: sealed, and without the thread's name.

use crate::Error;
use crypto::ledger::{Act, Record, Step};
use crypto::{Day, ObjectId};

/// An act of a reporter, to be entered when the epoch closes.
#[derive(Clone)]
pub struct Arrival {
    /// [`Act::Registered`] or [`Act::ErasedByReporter`].
    pub act: Act,
    /// The day of the tick it was shown at.
    pub day: Day,
    /// The year's pseudonym of the thread, for auditors.
    pub object: ObjectId,
    /// Tag and wrap.
    pub step: Step,
}

impl Arrival {
    /// Act ‖ day ‖ pseudonym ‖ step.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        let step = self.step.to_bytes();
        [&[self.act.code()], self.day.0.to_be_bytes().as_slice(), self.object.as_ref(), step.expose()].concat()
    }

    /// Reads what [`Self::to_bytes`] writes.
    ///
    /// # Errors
    /// [`Error::Crypto`].
    pub fn parse(bytes: &[u8]) -> Result<Self, Error> {
        let malformed = || Error::Crypto(crypto::Error::Malformed);
        let (act, rest) = bytes.split_first().ok_or_else(malformed)?;
        let (day, rest) = rest.split_first_chunk().ok_or_else(malformed)?;
        let (object, step) = rest.split_at_checked(ObjectId::SIZE).ok_or_else(malformed)?;
        Ok(Self {
            act: Act::from_code(*act).ok_or(crypto::Error::Version)?,
            day: Day(u32::from_be_bytes(*day)),
            object: object.try_into()?,
            step: Step::parse(step)?,
        })
    }

    /// The record that will stand in the log.
    #[must_use]
    pub fn record(&self) -> Record {
        Record { object: self.object, counter: self.step.counter(), ..Record::of_program(self.act, self.day) }
    }
}
