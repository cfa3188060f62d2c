//! What the server keeps of a thread, sealed as one under the release key ring.

use super::ShareSlot;
use crate::codec::{Reader, Writer};
use crate::error::Error;
use crate::keys::Secret;
use crate::ledger::{Ratchet, Step};
use alloc::vec::Vec;
use zeroize::Zeroizing;

/// Everything of a thread that must be unreadable in a stolen database.
#[derive(Clone)]
pub struct Safekeeping {
    /// Handed out with the bodies, through the log only.
    pub share_slot: ShareSlot,
    /// Handed out with the case file; made by the server.
    pub case_share: Secret<32>,
    /// Where the thread's access counter and tags stand.
    pub ratchet: Ratchet,
    /// The registration, until the thread's tick takes it over.
    pub registration: Option<Step>,
}

impl Safekeeping {
    /// Case share ‖ ratchet ‖ share slot (prefixed) ‖ 0, or 1 and the registration's step.
    #[must_use]
    pub fn to_bytes(&self) -> Zeroizing<Vec<u8>> {
        let mut writer = Writer::default();
        writer.bytes(self.case_share.expose()).bytes(self.ratchet.to_bytes().expose());
        writer.prefixed(&self.share_slot.to_bytes());
        match &self.registration {
            None => writer.u8(0),
            Some(step) => writer.u8(1).bytes(step.to_bytes().expose()),
        };
        Zeroizing::new(writer.finish())
    }

    /// Reads what [`Self::to_bytes`] writes.
    ///
    /// # Errors
    /// [`Error::Malformed`].
    pub fn parse(bytes: &[u8]) -> Result<Self, Error> {
        let mut reader = Reader::new(bytes);
        let case_share = Secret::new(reader.array()?);
        let ratchet = Ratchet::parse(reader.take(Ratchet::SIZE)?)?;
        let share_slot = ShareSlot::parse(reader.prefixed(2_048)?)?;
        let registration = if reader.flag()? { Some(Step::parse(reader.take(Step::SIZE)?)?) } else { None };
        reader.finish()?;
        Ok(Self { share_slot, case_share, ratchet, registration })
    }
}
