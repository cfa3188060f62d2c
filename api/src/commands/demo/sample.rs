//! The sample, as it is written in `reports.toml`.

use crate::Error;
use figment::Figment;
use figment::providers::{Format, Toml};
use serde::Deserialize;
use std::collections::BTreeSet;

const TEXT: &str = include_str!("reports.toml");
/// Days before the first report in which people come into office.
const BEGINNING: u32 = 6;

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Sample {
    #[serde(rename = "report")]
    pub(super) reports: Vec<Report>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Report {
    /// Days before today.
    pub(super) ago: u32,
    pub(super) text: String,
    #[serde(default)]
    pub(super) exclude: Vec<String>,
    #[serde(default)]
    pub(super) with_fallback: bool,
    #[serde(default)]
    pub(super) tour: bool,
    #[serde(default, rename = "step")]
    pub(super) steps: Vec<Step>,
}

/// What is done with a report, days after it: one of the five.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Step {
    pub(super) after: u32,
    #[serde(default)]
    pub(super) by: By,
    #[serde(default)]
    pub(super) open: bool,
    pub(super) reply: Option<String>,
    pub(super) note: Option<String>,
    pub(super) say: Option<String>,
    #[serde(default)]
    pub(super) triage: Vec<String>,
}

/// At whose desk.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum By {
    #[default]
    An,
    Bram,
    Mia,
    /// Reads the log, and no report.
    Wim,
}

/// Something that happens on a day.
#[derive(Clone, Copy)]
pub(super) enum Event<'a> {
    /// A report comes.
    Report(usize, &'a Report),
    /// Its reporter goes on.
    Say(usize, &'a str),
    /// Somebody at a desk does something with it.
    Desk(usize, &'a Step),
}

impl Sample {
    /// # Errors
    /// [`Error::Refused`], which a test sees first.
    pub(super) fn read() -> Result<Self, Error> {
        let read = Figment::from(Toml::string(TEXT)).extract();
        read.map_err(|error| Error::Refused(format!("the sample does not read: {error}")))
    }

    /// Days before today on which the sample begins.
    pub(super) fn days(&self) -> i64 {
        i64::from(self.beginning())
    }

    pub(super) fn beginning(&self) -> u32 {
        self.reports.iter().map(|report| report.ago).max().unwrap_or(0).saturating_add(BEGINNING)
    }

    /// Days before today on which something happens, the longest ago first; the last one is today.
    pub(super) fn calendar(&self) -> Vec<u32> {
        let steps = |report: &Report| report.steps.iter().map(|step| day(report, step)).collect::<Vec<_>>();
        let reports = self.reports.iter();
        let days: BTreeSet<u32> =
            reports.flat_map(|report| steps(report).into_iter().chain([report.ago])).chain([0]).collect();
        days.into_iter().rev().collect()
    }

    /// What happens on this day: first what comes in, then what is done with it.
    pub(super) fn events(&self, today: u32) -> Vec<Event<'_>> {
        let mut coming = Vec::new();
        let mut done = Vec::new();
        for (number, report) in self.reports.iter().enumerate() {
            if report.ago == today {
                coming.push(Event::Report(number, report));
            }
            for step in report.steps.iter().filter(|step| day(report, step) == today) {
                match &step.say {
                    Some(text) => coming.push(Event::Say(number, text)),
                    None => done.push(Event::Desk(number, step)),
                }
            }
        }
        coming.append(&mut done);
        coming
    }
}

fn day(report: &Report, step: &Step) -> u32 {
    report.ago.saturating_sub(step.after)
}

#[cfg(test)]
mod tests {
    use super::*;
    use client::desk::Changes;
    use crypto::triage::Category;

    #[test]
    fn the_sample_reads_and_every_step_is_one_act_in_its_time() {
        let sample = Sample::read().unwrap();
        assert!(sample.reports.len() >= 30 && sample.days() >= 180);
        assert_eq!(sample.reports.iter().filter(|report| report.tour).count(), 1);
        for report in &sample.reports {
            assert!(!report.text.trim().is_empty() && report.steps.is_sorted_by_key(|step| step.after));
            for step in &report.steps {
                let acts = [step.open, step.reply.is_some(), step.note.is_some(), step.say.is_some()];
                let acts = acts.into_iter().filter(|act| *act).count() + usize::from(!step.triage.is_empty());
                assert_eq!(acts, 1, "{step:?}");
                assert!(step.after <= report.ago, "{step:?}");
                if !step.triage.is_empty() {
                    Changes::parse(&step.triage).unwrap();
                }
            }
        }
        let happened: usize = sample.calendar().into_iter().map(|day| sample.events(day).len()).sum();
        let written: usize = sample.reports.iter().map(|report| 1 + report.steps.len()).sum();
        assert_eq!(happened, written);
    }

    #[test]
    fn every_category_stands_in_the_sample() {
        let (sample, missing) = (Sample::read().unwrap(), Category::ALL.iter().map(|category| category.name()));
        let named = |name: &str| {
            let label = format!("category={name}");
            sample.reports.iter().flat_map(|report| &report.steps).any(|step| step.triage.contains(&label))
        };
        assert_eq!(missing.filter(|name| !named(name)).collect::<String>(), "");
    }
}
