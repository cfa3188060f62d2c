//! The one place that reads the device's time, and days as people write them. In a browser the page hands the time in.

use crypto::Day;
use jiff::civil::{Date, date};
use jiff::{Span, ToSpan};
#[cfg(not(target_arch = "wasm32"))]
use std::time::{Duration, Instant};

/// Days within which an answer is promised (law and product: seven).
pub const ANSWER_DAYS: u32 = 7;
const FEEDBACK_MONTHS: i64 = 3;
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
    civil(day).to_string()
}

/// The last day of the promised answer.
#[must_use]
pub fn answer_by(started: Day) -> Day {
    started.plus(ANSWER_DAYS)
}

/// The last day of the promised feedback: three months from the first answer, at the latest from the seventh day.
#[must_use]
pub fn feedback_by(started: Day, answered: Option<Day>) -> String {
    let from = answered.map_or(answer_by(started), |answered| answered.min(answer_by(started)));
    plus(civil(from), FEEDBACK_MONTHS.months()).to_string()
}

fn civil(day: Day) -> Date {
    plus(date(1970, 1, 1), i64::from(day.0.min(2_000_000)).days())
}

/// Stays inside the calendar: a day out of it is a broken answer, and is shown as the last one there is.
fn plus(date: Date, span: Span) -> Date {
    date.checked_add(span).unwrap_or(Date::MAX)
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
    fn feedback_is_due_three_months_after_the_answer_or_the_seventh_day() {
        let start = Day(20_778);
        assert_eq!(text(answer_by(start)), "2026-11-28");
        assert_eq!(feedback_by(start, None), "2027-02-28");
        assert_eq!(feedback_by(start, Some(start.plus(1))), "2027-02-22");
        assert_eq!(feedback_by(start, Some(start.plus(30))), "2027-02-28");
    }
}
