//! The one place that reads the time, and the table of ticks.
//!
//! Whatever a reporter does is shown at a tick and carries the tick's day, so that the moment of doing it is never
//! kept. Ticks are civil times in the installation's zone; on the days when clocks change, a tick that does not exist
//! comes when the clock has jumped over it, and one that exists twice comes the first time.

use crate::Error;
use crypto::Day;
use jiff::civil::{Date, Time, date};
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicI64, Ordering};

const EPOCH: Date = date(1970, 1, 1);
const MINUTES_OF_A_DAY: i64 = 1440;

/// Tells the time: the system's, or for tests one that somebody set. Clones share it.
#[derive(Clone, Debug)]
pub struct Clock {
    /// Seconds ahead of the system.
    ahead: Arc<AtomicI64>,
    settable: bool,
    was_set: Arc<AtomicBool>,
}

impl Clock {
    /// The system's clock.
    #[must_use]
    pub fn system() -> Self {
        Self { ahead: Arc::default(), settable: false, was_set: Arc::default() }
    }

    /// A clock that can be set and runs on from there, at first `ahead` seconds ahead of the system's.
    #[must_use]
    pub fn for_tests(ahead: i64) -> Self {
        Self { ahead: Arc::new(AtomicI64::new(ahead)), settable: true, was_set: Arc::default() }
    }

    /// Now.
    #[must_use]
    #[expect(clippy::disallowed_methods, reason = "this is the one reading place")]
    pub fn now(&self) -> Timestamp {
        let ahead = SignedDuration::from_secs(self.ahead.load(Ordering::Relaxed));
        let now = Timestamp::now();
        now.saturating_add(ahead).unwrap_or(now)
    }

    /// Sets a test clock; answers by how many seconds it is ahead of the system's now.
    ///
    /// # Errors
    /// [`Error::Refused`] for the system's clock.
    pub fn set(&self, to: Timestamp) -> Result<i64, Error> {
        if !self.settable {
            return Err(Error::Refused("only a test clock can be set: start with `test.clock = true`".into()));
        }
        let ahead = self.ahead.load(Ordering::Relaxed).saturating_add(to.duration_since(self.now()).as_secs());
        self.ahead.store(ahead, Ordering::Relaxed);
        self.was_set.store(true, Ordering::Relaxed);
        Ok(ahead)
    }

    /// Whether this process has set it: then a leap is somebody's wish and no fault.
    #[must_use]
    pub fn was_set(&self) -> bool {
        self.was_set.load(Ordering::Relaxed)
    }
}

/// The moment at which what was staged is shown: its civil time, in minutes since 1970-01-01 in the installation's
/// zone. So a changed table of ticks never makes two of them equal or swaps their order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Tick(pub i64);

impl Tick {
    fn new(day: i64, time: Time) -> Self {
        let minute = i64::from(time.hour()).saturating_mul(60).saturating_add(i64::from(time.minute()));
        Self(day.saturating_mul(MINUTES_OF_A_DAY).saturating_add(minute))
    }

    /// Its civil time, `2026-11-28T19:00`.
    #[must_use]
    pub fn text(self) -> String {
        let time = EPOCH.to_datetime(Time::midnight()).checked_add(SignedDuration::from_mins(self.0));
        time.map(|time| time.strftime("%Y-%m-%dT%H:%M").to_string()).unwrap_or_default()
    }

    /// The day that is shown.
    #[must_use]
    pub fn day(self) -> Day {
        Day(u32::try_from(self.0.div_euclid(MINUTES_OF_A_DAY)).unwrap_or_default())
    }
}

/// When ticks come.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Ticks {
    /// At these civil times each day, earliest first, at least one.
    Daily(Vec<Time>),
    /// Whenever one is needed: for demonstrations and tests.
    Immediate,
}

/// Ticks in a zone.
#[derive(Clone, Debug)]
pub struct Schedule {
    zone: TimeZone,
    ticks: Ticks,
}

impl Schedule {
    /// A table of ticks in a zone.
    #[must_use]
    pub const fn new(zone: TimeZone, ticks: Ticks) -> Self {
        Self { zone, ticks }
    }

    /// The day in the installation's zone.
    #[must_use]
    pub fn today(&self, now: Timestamp) -> Day {
        Day(u32::try_from(days(now.to_zoned(self.zone.clone()).date())).unwrap_or_default())
    }

    /// The tick at which what arrives now is shown: the first one after this instant.
    #[must_use]
    pub fn next(&self, now: Timestamp) -> Tick {
        let next =
            self.around(now).into_iter().filter(|(_, instant)| *instant > now).min_by_key(|(_, instant)| *instant);
        next.map_or_else(|| self.minute(now), |(tick, _)| tick)
    }

    /// The newest tick that has come: everything staged up to it is due. With immediate ticks that is everything.
    #[must_use]
    pub fn last(&self, now: Timestamp) -> Tick {
        let last =
            self.around(now).into_iter().filter(|(_, instant)| *instant <= now).max_by_key(|(_, instant)| *instant);
        last.map_or_else(|| self.minute(now), |(tick, _)| tick)
    }

    /// Whether there is a newer tick than the last one that was run. One that lies beyond the next was run by a clock that
    /// was ahead: to wait for it would be to show nothing until then.
    #[must_use]
    pub fn has_to_run(&self, run: Tick, now: Timestamp) -> bool {
        run < self.last(now) || run > self.next(now)
    }

    /// The instant of the first tick after this one, for whoever waits for it. None with immediate ticks.
    #[must_use]
    pub fn next_instant(&self, now: Timestamp) -> Option<Timestamp> {
        self.around(now).into_iter().map(|(_, instant)| instant).filter(|instant| *instant > now).min()
    }

    /// The day on which the legal clock starts for what this tick shows: the day of the tick before, because the
    /// earliest of it may have come right after that one.
    #[must_use]
    pub fn clock_start(&self, tick: Tick) -> Day {
        let first_of_the_day = match &self.ticks {
            Ticks::Immediate => false,
            Ticks::Daily(times) => {
                let of_the_day = tick.0.rem_euclid(MINUTES_OF_A_DAY);
                times.iter().all(|time| Tick::new(0, *time).0 >= of_the_day)
            }
        };
        if first_of_the_day { Day(tick.day().0.saturating_sub(1)) } else { tick.day() }
    }

    fn minute(&self, now: Timestamp) -> Tick {
        let local = now.to_zoned(self.zone.clone());
        Tick::new(days(local.date()), local.time())
    }

    /// The ticks of the days around an instant, with their instants.
    fn around(&self, now: Timestamp) -> Vec<(Tick, Timestamp)> {
        let Ticks::Daily(times) = &self.ticks else {
            return Vec::new();
        };
        let today = now.to_zoned(self.zone.clone()).date();
        let dates = [today.yesterday(), Ok(today), today.tomorrow()].into_iter().flatten();
        dates
            .flat_map(|date| times.iter().map(move |time| (date, *time)))
            .filter_map(|(date, time)| {
                let instant = self.zone.to_timestamp(date.to_datetime(time)).ok()?;
                Some((Tick::new(days(date), time), instant))
            })
            .collect()
    }
}

fn days(date: Date) -> i64 {
    date.duration_since(EPOCH).as_secs().div_euclid(86_400)
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::time;

    fn brussels() -> Schedule {
        let ticks = Ticks::Daily(vec![time(7, 0, 0, 0), time(19, 0, 0, 0)]);
        Schedule::new(TimeZone::get("Europe/Brussels").unwrap(), ticks)
    }

    fn at(text: &str) -> Timestamp {
        text.parse().unwrap()
    }

    fn day(text: &str) -> Day {
        Day(u32::try_from(days(text.parse().unwrap())).unwrap())
    }

    #[test]
    fn what_comes_at_night_is_shown_in_the_morning_and_counts_from_the_day_before() {
        let schedule = brussels();
        for night in ["2026-11-20T18:00:00Z", "2026-11-21T05:59:59Z"] {
            let tick = schedule.next(at(night));
            assert_eq!(tick.day(), day("2026-11-21"));
            assert_eq!(schedule.clock_start(tick), day("2026-11-20"));
        }
        assert!(schedule.last(at("2026-11-21T05:59:59Z")) < schedule.next(at("2026-11-21T05:59:59Z")));
        assert_eq!(schedule.last(at("2026-11-21T06:00:00Z")), schedule.next(at("2026-11-21T05:59:59Z")));
    }

    #[test]
    fn what_comes_by_day_is_shown_in_the_evening_and_counts_from_that_day() {
        let tick = brussels().next(at("2026-11-21T06:00:00Z"));
        assert_eq!((tick.day(), brussels().clock_start(tick)), (day("2026-11-21"), day("2026-11-21")));
        assert_eq!(brussels().next_instant(at("2026-11-21T06:00:00Z")), Some(at("2026-11-21T18:00:00Z")));
    }

    #[test]
    fn a_tick_of_a_clock_that_was_ahead_is_no_reason_to_wait() {
        let (schedule, now) = (brussels(), at("2026-11-21T12:00:00Z"));
        let (last, next) = (schedule.last(now), schedule.next(now));
        let before = schedule.last(at("2026-11-21T05:00:00Z"));
        let ahead = schedule.last(at("2037-11-21T12:00:00Z"));
        let has_to_run = [before, last, next, ahead].map(|run| schedule.has_to_run(run, now));
        // Another instance may be a little ahead.
        assert_eq!(has_to_run, [true, false, false, true]);
    }

    #[test]
    fn today_is_the_day_of_the_zone() {
        assert_eq!(brussels().today(at("2026-11-21T22:59:59Z")), day("2026-11-21"));
        assert_eq!(brussels().today(at("2026-11-21T23:00:00Z")), day("2026-11-22"));
    }

    #[test]
    fn every_tick_comes_once_and_in_order_through_both_changes_of_the_clock() {
        let ticks = Ticks::Daily(vec![time(2, 30, 0, 0), time(7, 0, 0, 0)]);
        let schedule = Schedule::new(TimeZone::get("Europe/Brussels").unwrap(), ticks);
        for start in ["2026-03-27T12:00:00Z", "2026-10-23T12:00:00Z"] {
            let mut seen = Vec::new();
            for minute in 0..(4 * 1440) {
                let now = at(start) + SignedDuration::from_mins(minute);
                let (next, last) = (schedule.next(now), schedule.last(now));
                assert!(last < next, "at {now}");
                assert!(schedule.next_instant(now).unwrap() > now);
                if seen.last() != Some(&last) {
                    seen.push(last);
                }
            }
            assert_eq!(seen.len(), 9);
            assert!(seen.is_sorted());
        }
    }

    #[test]
    fn an_immediate_tick_is_due_at_once() {
        let schedule = Schedule::new(TimeZone::UTC, Ticks::Immediate);
        let now = at("2026-11-21T12:00:30Z");
        assert!(schedule.next(now) <= schedule.last(now));
        assert_eq!(schedule.clock_start(schedule.next(now)), day("2026-11-21"));
        assert_eq!(schedule.next_instant(now), None);
    }

    #[test]
    fn only_a_test_clock_can_be_set() {
        assert!(Clock::system().set(at("2030-01-01T00:00:00Z")).is_err());
        let clock = Clock::for_tests(0);
        let shared = clock.clone();
        assert!(!clock.was_set() && !Clock::for_tests(60).was_set(), "ahead from the beginning is not set");
        let ahead = clock.set(at("2030-01-01T00:00:00Z")).unwrap();
        assert!(clock.was_set() && shared.was_set());
        assert!(shared.now().duration_since(at("2030-01-01T00:00:00Z")).as_secs().abs() < 5);
        assert!(Clock::for_tests(ahead).now().duration_since(shared.now()).as_secs().abs() < 5);
    }
}
