//! Proof of work on creations, in place of limits by address: SHA-256 over label, organisation, thread, day and nonce
//! must begin with `difficulty` zero bits. There is no challenge, so it can be begun while the reporter writes.

use crate::id::{Day, OrganisationId, ThreadId};
use crate::label::Label;
use crate::primitives;

/// Zero bits asked for in quiet times (2^14 hashes on average).
pub const NORMAL_DIFFICULTY: u8 = 14;
/// Zero bits asked for at most.
pub const HIGHEST_DIFFICULTY: u8 = 18;

/// One creation's work, resumable: begin it early, raise the difficulty and search on. What was found is found again at
/// once.
#[derive(Clone, Copy, Debug)]
pub struct Work {
    organisation: OrganisationId,
    thread: ThreadId,
    day: Day,
    next: u64,
}

impl Work {
    /// Work for this thread on this day, from nonce 0.
    #[must_use]
    pub const fn new(organisation: OrganisationId, thread: ThreadId, day: Day) -> Self {
        Self { organisation, thread, day, next: 0 }
    }

    /// Tries `attempts` nonces; the one that meets `difficulty`, if any was met.
    pub fn search(&mut self, difficulty: u8, attempts: u64) -> Option<u64> {
        for _ in 0..attempts {
            let nonce = self.next;
            if achieved(self.organisation, self.thread, self.day, nonce) >= u32::from(difficulty) {
                return Some(nonce);
            }
            self.next = nonce.wrapping_add(1);
        }
        None
    }

    /// The day it is done for.
    #[must_use]
    pub const fn day(&self) -> Day {
        self.day
    }

    /// Nonces that were tried and met nothing.
    #[must_use]
    pub const fn tried(&self) -> u64 {
        self.next
    }

    /// How many more it takes to meet `difficulty`, on average: none when the next one does, else as many as at the
    /// start, because a search has no memory.
    #[must_use]
    pub fn expected(&self, difficulty: u8) -> u64 {
        if achieved(self.organisation, self.thread, self.day, self.next) >= u32::from(difficulty) {
            return 0;
        }
        1_u64.checked_shl(u32::from(difficulty)).unwrap_or(u64::MAX)
    }
}

/// The zero bits this nonce achieves.
#[must_use]
pub fn achieved(organisation: OrganisationId, thread: ThreadId, day: Day, nonce: u64) -> u32 {
    let digest =
        primitives::digest(Label::WORK, organisation, &[&thread.0, &day.0.to_be_bytes(), &nonce.to_be_bytes()]);
    let mut zeros = 0;
    for byte in digest.0 {
        zeros += byte.leading_zeros();
        if byte != 0 {
            break;
        }
    }
    zeros
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn found_work_holds_for_its_thread_and_day_only_and_goes_on_when_more_is_asked() {
        let (organisation, thread, day) = (OrganisationId([1; 16]), ThreadId([2; 32]), Day(20_778));
        let mut work = Work::new(organisation, thread, day);
        let nonce = work.search(8, 1 << 16).unwrap();
        assert!(achieved(organisation, thread, day, nonce) >= 8);
        let harder = work.search(11, 1 << 16).unwrap();
        assert!(harder >= nonce);
        assert_eq!((work.tried(), work.search(11, 1), work.expected(11)), (harder, Some(harder), 0));
        assert_eq!(Work::new(organisation, thread, day.plus(1)).expected(64), u64::MAX);
        let elsewhere = [
            achieved(OrganisationId([3; 16]), thread, day, harder),
            achieved(organisation, ThreadId([3; 32]), day, harder),
            achieved(organisation, thread, day.plus(1), harder),
        ];
        assert!(elsewhere.iter().any(|zeros| *zeros < 11));
        assert_eq!(work.search(200, 10), None);
    }
}
