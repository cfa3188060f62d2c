//! The one place that reads the device's time, and days as people write them. In a browser the page hands the time in.

use crypto::Day;
#[cfg(not(target_arch = "wasm32"))]
use std::time::{Duration, Instant};

/// Days within which an answer is promised (law and product: seven).
pub const ANSWER_DAYS: u32 = 7;
const FEEDBACK_MONTHS: u32 = 3;
/// From 0000-03-01.
const DAYS_BEFORE_1970: u32 = 719_468;
const DAYS_OF_400_YEARS: u32 = 146_097;
/// 9999-12-31.
const LAST_DAY: u32 = 2_932_896;
#[cfg(not(target_arch = "wasm32"))]
const SECONDS_OF_A_DAY: u64 = 86_400;

/// The device's day, in UTC. Only ever compared: what is signed carries the installation's day.
#[cfg(not(target_arch = "wasm32"))]
#[must_use]
#[expect(clippy::disallowed_methods, reason = "this is the one reading place")]
pub fn today() -> Day {
    let since = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).unwrap_or_default();
    Day(u32::try_from(since.as_secs() / SECONDS_OF_A_DAY).unwrap_or(u32::MAX))
}

/// Seconds since 1970, for a witness: the standard wants them under her name.
#[cfg(not(target_arch = "wasm32"))]
#[must_use]
#[expect(clippy::disallowed_methods, reason = "this is the one reading place")]
pub fn seconds() -> u64 {
    std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).unwrap_or_default().as_secs()
}

#[cfg(not(target_arch = "wasm32"))]
/// How long something has taken, for patience with a server.
pub(crate) struct Stopwatch(Instant);

#[cfg(not(target_arch = "wasm32"))]
impl Stopwatch {
    pub(crate) fn start() -> Self {
        Self(Instant::now())
    }

    pub(crate) fn elapsed(&self) -> Duration {
        self.0.elapsed()
    }
}

/// `YYYY-MM-DD`.
#[must_use]
pub fn text(day: Day) -> String {
    Date::of(day).text()
}

/// The last day of the promised answer.
#[must_use]
pub fn answer_by(started: Day) -> Day {
    started.plus(ANSWER_DAYS)
}

/// The last day of the promised feedback: three months from the first answer, at the latest from the seventh day. A
/// month that has no such day ends earlier.
#[must_use]
pub fn feedback_by(started: Day, answered: Option<Day>) -> String {
    let from = answered.map_or(answer_by(started), |answered| answered.min(answer_by(started)));
    let Date { year, month, day } = Date::of(from);
    let months = month.saturating_add(FEEDBACK_MONTHS).saturating_sub(1);
    let (year, month) = (year.saturating_add(months / 12), months % 12 + 1);
    Date { year, month, day: day.min(length(year, month)) }.text()
}

/// A day of the Gregorian calendar. A library would add 45 kB to what a reporter's browser has to load; the tests
/// compare with one.
struct Date {
    year: u32,
    month: u32,
    day: u32,
}

impl Date {
    /// The years are counted from March, so that the day that comes every four years is the last one. A day past the
    /// year 9999 is a broken answer, and is shown as the last one there is.
    fn of(day: Day) -> Self {
        let days = day.0.min(LAST_DAY).saturating_add(DAYS_BEFORE_1970);
        let (cycle, in_cycle) = (days / DAYS_OF_400_YEARS, days % DAYS_OF_400_YEARS);
        let leap_days = in_cycle / 1_460 + in_cycle / 146_096;
        let year = (in_cycle.saturating_add(in_cycle / 36_524).saturating_sub(leap_days)) / 365;
        let in_year = in_cycle.saturating_add(year / 100).saturating_sub(year * 365 + year / 4);
        let from_march = (5 * in_year + 2) / 153;
        let month = if from_march < 10 { from_march + 3 } else { from_march - 9 };
        Self {
            year: cycle * 400 + year + u32::from(month <= 2),
            month,
            day: in_year.saturating_sub((153 * from_march + 2) / 5).saturating_add(1),
        }
    }

    /// Without the standard formatting, which weighs more than this whole file in a browser.
    fn text(&self) -> String {
        let mut text = String::new();
        for (number, first) in [(self.year, 1_000), (self.month, 10), (self.day, 10)] {
            let mut unit = first;
            while unit > 0 {
                text.push(char::from_digit(number / unit % 10, 10).unwrap_or('0'));
                unit /= 10;
            }
            text.push('-');
        }
        text.pop();
        text
    }
}

/// Days of a month.
const fn length(year: u32, month: u32) -> u32 {
    match month {
        2 if year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_becomes_the_date_people_write() {
        assert_eq!(text(Day(0)), "1970-01-01");
        assert_eq!(text(Day(20_778)), "2026-11-21");
        assert_eq!(text(Day(19_782)), "2024-02-29");
        assert_eq!(text(Day(u32::MAX)).len(), 10);
    }

    #[test]
    fn every_day_is_the_one_a_calendar_says() {
        use jiff::ToSpan;
        let first = jiff::civil::date(1970, 1, 1);
        for number in (0..200_000).chain(LAST_DAY - 1_000..=LAST_DAY) {
            let date = first.checked_add(i64::from(number).days()).unwrap();
            assert_eq!(text(Day(number)), date.to_string());
            let feedback = date.checked_add(3.months());
            if let Ok(feedback) = feedback {
                assert_eq!(feedback_by(Day(number), Some(Day(number))), feedback.to_string(), "{number}");
            }
        }
    }

    #[test]
    fn feedback_is_due_three_months_after_the_answer_or_the_seventh_day() {
        let start = Day(20_778);
        assert_eq!(text(answer_by(start)), "2026-11-28");
        assert_eq!(feedback_by(start, None), "2027-02-28");
        assert_eq!(feedback_by(start, Some(start.plus(1))), "2027-02-22");
        assert_eq!(feedback_by(start, Some(start.plus(30))), "2027-02-28");
    }
}
