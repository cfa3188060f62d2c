//! Budgets of requests: per class of routes for everybody together, and per thread or account. No address in any
//! form is looked at, so a flood slows everybody's class and nobody is named by it.

use crate::Error;
use crate::config;
use jiff::Timestamp;
use std::collections::HashMap;
use std::hash::{BuildHasher, RandomState};
use std::sync::{Mutex, PoisonError};

/// A class of routes with a budget of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Class {
    /// Pages and public documents.
    Public,
    /// New threads.
    Reports,
    /// Reading and writing with a reply token.
    Mailbox,
    /// Files on their way in or out.
    Files,
    /// Signing in.
    SignIn,
    /// What staff do when signed in.
    Desk,
}

/// Threads and accounts that are remembered at a time; one is forgotten when its budget is full again.
const MOST_REMEMBERED: usize = 100_000;
/// What one request costs: at so many a minute, as many are gained in each millionth of a second. Nothing is rounded, or
/// a flood of thousands a second would keep a budget at nothing.
const COST: u64 = 60_000_000;

/// What is left, and when that was counted.
struct Bucket {
    left: u64,
    counted: Timestamp,
}

impl Bucket {
    fn refill(&mut self, per_minute: u32, now: Timestamp) {
        let elapsed = u64::try_from(now.duration_since(self.counted).as_micros()).unwrap_or_default();
        let gained = elapsed.saturating_mul(u64::from(per_minute));
        self.left = self.left.saturating_add(gained).min(u64::from(per_minute).saturating_mul(COST));
        self.counted = now;
    }
}

/// All budgets, in memory only.
pub struct Limits {
    rates: config::Limits,
    /// So that no thread or account stands here by its name.
    hasher: RandomState,
    buckets: Mutex<HashMap<(Class, Option<u64>), Bucket>>,
}

impl Limits {
    /// Full budgets.
    #[must_use]
    pub fn new(rates: config::Limits) -> Self {
        Self { rates, hasher: RandomState::new(), buckets: Mutex::default() }
    }

    /// Takes one request from the budget of the class.
    ///
    /// # Errors
    /// [`Error::TooMany`].
    pub fn take(&self, class: Class, now: Timestamp) -> Result<(), Error> {
        let rate = match class {
            Class::Public => self.rates.public,
            Class::Reports => self.rates.reports,
            Class::Mailbox => self.rates.mailbox,
            Class::Files => self.rates.files,
            Class::SignIn => self.rates.sign_in,
            Class::Desk => self.rates.desk,
        };
        self.take_from((class, None), rate, now)
    }

    /// Takes one request from the budget of one thread or account within the class.
    ///
    /// # Errors
    /// [`Error::TooMany`].
    pub fn take_of(&self, class: Class, one: &[u8], now: Timestamp) -> Result<(), Error> {
        self.take_from((class, Some(self.hasher.hash_one(one))), self.rate_of_one(class), now)
    }

    /// A message may bring ten files of a hundred parts.
    const fn rate_of_one(&self, class: Class) -> u32 {
        match class {
            Class::Files => self.rates.one.saturating_mul(10),
            _ => self.rates.one,
        }
    }

    fn take_from(&self, key: (Class, Option<u64>), rate: u32, now: Timestamp) -> Result<(), Error> {
        let full = u64::from(rate).saturating_mul(COST);
        let mut buckets = self.buckets.lock().unwrap_or_else(PoisonError::into_inner);
        if buckets.len() >= MOST_REMEMBERED && !buckets.contains_key(&key) {
            buckets.retain(|(class, one), bucket| {
                one.is_none() || {
                    let rate = self.rate_of_one(*class);
                    bucket.refill(rate, now);
                    bucket.left < u64::from(rate).saturating_mul(COST)
                }
            });
            if buckets.len() >= MOST_REMEMBERED {
                return Err(Error::TooMany);
            }
        }
        let bucket = buckets.entry(key).or_insert(Bucket { left: full, counted: now });
        bucket.refill(rate, now);
        bucket.left = bucket.left.checked_sub(COST).ok_or(Error::TooMany)?;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::SignedDuration;

    #[test]
    fn a_budget_is_used_up_and_comes_back() {
        let limits = Limits::new(config::Limits { sign_in: 3, ..config::Limits::default() });
        let start: Timestamp = "2026-11-21T12:00:00Z".parse().unwrap();
        for _ in 0..3 {
            limits.take(Class::SignIn, start).unwrap();
        }
        assert!(matches!(limits.take(Class::SignIn, start), Err(Error::TooMany)));
        limits.take(Class::Desk, start).unwrap();
        assert!(limits.take(Class::SignIn, start + SignedDuration::from_secs(19)).is_err());
        limits.take(Class::SignIn, start + SignedDuration::from_secs(41)).unwrap();
    }

    #[test]
    fn a_flood_leaves_a_budget_at_its_rate_and_not_at_nothing() {
        let limits = Limits::new(config::Limits { mailbox: 6_000, ..config::Limits::default() });
        let start: Timestamp = "2026-11-21T12:00:00Z".parse().unwrap();
        let times = (0..600_000).map(|turn| start + SignedDuration::from_micros(turn * 100));
        let taken = times.filter(|now| limits.take(Class::Mailbox, *now).is_ok()).count();
        assert!((11_998..=12_000).contains(&taken), "{taken} in a minute of ten thousand a second");
    }

    #[test]
    fn one_account_does_not_use_up_anothers() {
        let limits = Limits::new(config::Limits::default());
        let now: Timestamp = "2026-11-21T12:00:00Z".parse().unwrap();
        let taken = (0..1000).take_while(|_| limits.take_of(Class::Desk, b"an", now).is_ok()).count();
        assert_eq!(taken, 240);
        limits.take_of(Class::Desk, b"bo", now).unwrap();
    }
}
