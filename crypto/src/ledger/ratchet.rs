//! How a reporter finds the accesses to her own report without asking for it: a chain of states from the thread's
//! ledger seed. State i gives the tag of access i and the key under which that entry's body key is wrapped for her.
//! The server keeps the newest state only, so a later theft does not tie older entries to the thread.

use crate::codec::{Reader, Writer};
use crate::error::Error;
use crate::id::{OrganisationId, Tag};
use crate::keys::Secret;
use crate::label::Label;
use crate::primitives;
use zeroize::Zeroizing;

/// What one access needs: its counter, tag and wrap key. That of counter 0 is kept from creation until the epoch
/// closes, because the thread's arrival is entered only then, when the ratchet has already gone on.
#[derive(Clone, PartialEq, Eq)]
pub struct Step {
    counter: u32,
    tag: Tag,
    wrap: Secret<32>,
}

impl Step {
    /// Length of its encoding.
    pub const SIZE: usize = 52;

    /// 0 for the registration, then 1, 2, … for the accesses.
    #[must_use]
    pub const fn counter(&self) -> u32 {
        self.counter
    }

    /// The tag its entry stands under.
    #[must_use]
    pub const fn tag(&self) -> Tag {
        self.tag
    }

    pub(super) const fn wrap(&self) -> &Secret<32> {
        &self.wrap
    }

    /// Counter (`u32`) ‖ tag ‖ wrap key. Secret: to be sealed.
    #[must_use]
    pub fn to_bytes(&self) -> Secret<{ Self::SIZE }> {
        concat(&[&self.counter.to_be_bytes(), &self.tag.0, self.wrap.expose()])
    }

    /// Reads what [`Self::to_bytes`] wrote.
    ///
    /// # Errors
    /// [`Error::Malformed`].
    pub fn parse(bytes: &[u8]) -> Result<Self, Error> {
        let mut reader = Reader::new(bytes);
        let step = Self { counter: reader.u32()?, tag: Tag(reader.array()?), wrap: Secret::new(reader.array()?) };
        reader.finish()?;
        Ok(step)
    }
}

/// The chain at one counter. It only goes forward.
#[derive(Clone, PartialEq, Eq)]
pub struct Ratchet {
    counter: u32,
    state: Secret<32>,
}

impl Ratchet {
    /// Length of its encoding.
    pub const SIZE: usize = 36;
    /// The last counter. More accesses to one thread are refused, so that nobody can send a client through
    /// thousands of millions of steps by naming a counter.
    pub const LAST: u32 = (1 << 20) - 1;

    /// The chain of a ledger seed at counter 0, which is the registration.
    #[must_use]
    pub const fn start(seed: Secret<32>) -> Self {
        Self { counter: 0, state: seed }
    }

    /// The chain of a ledger seed at `counter`.
    ///
    /// # Errors
    /// [`Error::Ledger`] past [`Self::LAST`].
    pub fn at(seed: Secret<32>, organisation: OrganisationId, counter: u32) -> Result<Self, Error> {
        if counter > Self::LAST {
            return Err(TOO_MANY);
        }
        let mut ratchet = Self::start(seed);
        for _ in 0..counter {
            ratchet.advance(organisation)?;
        }
        Ok(ratchet)
    }

    /// Where the chain stands.
    #[must_use]
    pub const fn counter(&self) -> u32 {
        self.counter
    }

    /// Tag and wrap key of this counter.
    #[must_use]
    pub fn step(&self, organisation: OrganisationId) -> Step {
        let tag: Secret<16> = primitives::expand(&self.state, Label::LEDGER_TAG, organisation, &[]);
        let wrap = primitives::expand(&self.state, Label::LEDGER_WRAP, organisation, &[]);
        Step { counter: self.counter, tag: Tag(*tag.expose()), wrap }
    }

    /// Goes one on; the state before is wiped and cannot be computed from the new one.
    ///
    /// # Errors
    /// [`Error::Ledger`] at [`Self::LAST`].
    pub fn advance(&mut self, organisation: OrganisationId) -> Result<(), Error> {
        if self.counter >= Self::LAST {
            return Err(TOO_MANY);
        }
        self.state = primitives::expand(&self.state, Label::LEDGER_NEXT, organisation, &[]);
        self.counter = self.counter.saturating_add(1);
        Ok(())
    }

    /// Counter (`u32`) ‖ state. Secret: to be sealed under the release key ring.
    #[must_use]
    pub fn to_bytes(&self) -> Secret<{ Self::SIZE }> {
        concat(&[&self.counter.to_be_bytes(), self.state.expose()])
    }

    /// Reads what [`Self::to_bytes`] wrote.
    ///
    /// # Errors
    /// [`Error::Malformed`].
    pub fn parse(bytes: &[u8]) -> Result<Self, Error> {
        let mut reader = Reader::new(bytes);
        let ratchet = Self { counter: reader.u32()?, state: Secret::new(reader.array()?) };
        reader.finish()?;
        if ratchet.counter > Self::LAST { Err(Error::Malformed) } else { Ok(ratchet) }
    }
}

/// From which a reporter draws what she fetches beside her own, so that each time it is the same.
#[must_use]
pub fn decoy_seed(organisation: OrganisationId, seed: &Secret<32>) -> Secret<32> {
    primitives::expand(seed, Label::LEDGER_DECOYS, organisation, &[])
}

const TOO_MANY: Error = Error::Ledger("a thread cannot be opened so many times");

/// The parts one after the other; together they have `N` bytes.
fn concat<const N: usize>(parts: &[&[u8]]) -> Secret<N> {
    let mut writer = Writer::with_capacity(N);
    for part in parts {
        writer.bytes(part);
    }
    let bytes = Zeroizing::new(writer.finish());
    let mut array = Zeroizing::new([0; N]);
    for (to, from) in array.iter_mut().zip(bytes.iter()) {
        *to = *from;
    }
    Secret::new(*array)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const ORGANISATION: OrganisationId = OrganisationId([7; 16]);

    proptest! {
        #[test]
        fn a_ratchet_and_its_steps_round_trip_and_no_other_length_is_taken(seed: [u8; 32], counter in 0..40_u32) {
            let ratchet = Ratchet::at(Secret::new(seed), ORGANISATION, counter).unwrap();
            let bytes = *ratchet.to_bytes().expose();
            prop_assert!(Ratchet::parse(&bytes) == Ok(ratchet.clone()));
            prop_assert!(Ratchet::parse(&bytes[1..]).is_err());
            prop_assert!(Ratchet::parse(&[bytes.as_slice(), &[0]].concat()).is_err());
            let step = ratchet.step(ORGANISATION);
            let bytes = *step.to_bytes().expose();
            prop_assert!(Step::parse(&bytes) == Ok(step));
            prop_assert!(Step::parse(&bytes[1..]).is_err());
            prop_assert!(Step::parse(&[bytes.as_slice(), &[0]].concat()).is_err());
        }

        #[test]
        fn walking_and_jumping_meet_and_no_step_repeats(seed: [u8; 32]) {
            let mut walked = Ratchet::start(Secret::new(seed));
            let mut seen = std::collections::BTreeSet::new();
            for counter in 0..20 {
                prop_assert!(Ratchet::at(Secret::new(seed), ORGANISATION, counter).unwrap() == walked);
                let step = walked.step(ORGANISATION);
                prop_assert_eq!(step.counter(), counter);
                prop_assert!(seen.insert(step.tag()));
                prop_assert!(walked.step(OrganisationId::NONE).tag() != step.tag());
                walked.advance(ORGANISATION).unwrap();
            }
        }
    }

    #[test]
    fn a_later_state_holds_nothing_of_an_earlier_one() {
        let mut ratchet = Ratchet::start(Secret::new([1; 32]));
        let first = ratchet.step(ORGANISATION);
        ratchet.advance(ORGANISATION).unwrap();
        let bytes = *ratchet.to_bytes().expose();
        for past in [&first.tag().0[..], first.wrap().expose(), &[1; 32]] {
            assert!(!bytes.windows(past.len()).any(|window| window == past));
        }
    }

    #[test]
    fn absurd_counters_are_refused_at_once() {
        assert!(Ratchet::at(Secret::new([1; 32]), ORGANISATION, u32::MAX).is_err());
        let last = [Ratchet::LAST.to_be_bytes().as_slice(), &[1; 32]].concat();
        assert!(Ratchet::parse(&last).is_ok_and(|mut ratchet| ratchet.advance(ORGANISATION) == Err(TOO_MANY)));
        let past = [(Ratchet::LAST + 1).to_be_bytes().as_slice(), &[1; 32]].concat();
        assert!(Ratchet::parse(&past).is_err());
    }
}
