//! The epochs: none left out, each closed one sealed to its auditors, bodies erased only in whole old ones.

use super::{Kind, Report};
use crate::Error;
use crate::store::Db;
use crate::store::ledger::BODIES_STAY;
use crate::store::ledger::rows::{self, Epoch};
use crypto::ledger::read_published;
use crypto::{Day, OrganisationId};
use std::collections::BTreeSet;

/// Epochs of a page.
const PAGE: i64 = 64;

/// What the walk through the entries found out about the epochs.
pub(super) struct Epochs {
    /// The one that must be open.
    pub(super) open: u32,
    /// The newest one whose bodies were erased; 0 for none.
    pub(super) erased: u32,
}

/// The bodies of the epoch through which the walk goes.
#[derive(Default)]
pub(super) struct Bodies {
    first_empty: Option<u64>,
    some_full: bool,
    full_epoch_before: bool,
    erased: u32,
}

impl Bodies {
    pub(super) fn see(&mut self, position: u64, empty: bool) {
        if empty {
            self.first_empty.get_or_insert(position);
        } else {
            self.some_full = true;
        }
    }

    /// The epoch ends here, or the log does.
    pub(super) fn end(&mut self, epoch: u32, open: bool, report: &mut Report) {
        if let Some(position) = self.first_empty.take() {
            if open || self.some_full {
                report.add(Kind::Missing, "the body was emptied, but not those of its whole closed epoch", position);
            } else if self.full_epoch_before {
                report.add(Kind::Missing, format!("epoch {epoch} was erased before older ones"), position);
            }
            self.erased = epoch;
        } else if self.some_full {
            self.full_epoch_before = true;
        }
        self.some_full = false;
    }

    pub(super) const fn erased(&self) -> u32 {
        self.erased
    }
}

/// Goes through the epochs' rows.
pub(super) fn check(db: &mut Db, walked: &Epochs, report: &mut Report) -> Result<(), Error> {
    let (mut expected, mut after, mut erased_day) = (1_u32, None, Day(0));
    loop {
        let page = rows::epochs(db, after, PAGE)?;
        let Some(last) = page.last() else { break };
        after = Some(last.number);
        let open_day = page.iter().find(|epoch| epoch.open == Some(true)).map(|epoch| epoch.day);
        for epoch in &page {
            if epoch.number != expected {
                let detail = format!("epoch {expected} is left out: {} comes next", epoch.number);
                report.add(Kind::Schema, detail, None);
            }
            expected = epoch.number.saturating_add(1);
            check_row(epoch, walked, report);
            if epoch.number <= walked.erased {
                erased_day = erased_day.max(epoch.day);
            }
        }
        if let Some(open_day) = open_day
            && walked.erased > 0
            && open_day.since(erased_day) <= BODIES_STAY
        {
            let detail = format!("bodies up to epoch {} were erased before their time", walked.erased);
            report.add(Kind::Missing, detail, None);
        }
    }
    if expected != walked.open.saturating_add(1) {
        let detail = format!("the entries end in epoch {}, the rows after {}", walked.open, expected.saturating_sub(1));
        report.add(Kind::Schema, detail, None);
    }
    Ok(())
}

fn check_row(epoch: &Epoch, walked: &Epochs, report: &mut Report) {
    let number = epoch.number;
    if epoch.open != Some(number == walked.open) {
        report.add(Kind::Schema, format!("epoch {number} has the wrong state"), None);
    }
    if number == walked.open {
        if !epoch.encapsulations.is_empty() {
            report.add(Kind::Schema, format!("the open epoch {number} was sealed before its end"), None);
        }
        return;
    }
    if epoch.encapsulations.is_empty() {
        report.add(Kind::Missing, format!("what epoch {number} sealed to its auditors is missing"), None);
        return;
    }
    let fits = read_published(&epoch.encapsulations).is_ok_and(|sealed| {
        let organisations: BTreeSet<OrganisationId> = sealed.iter().map(|each| each.organisation()).collect();
        sealed.iter().all(|each| each.epoch() == number)
            && organisations.len() == sealed.len()
            && organisations.contains(&OrganisationId::NONE)
    });
    if !fits {
        report.add(Kind::Schema, format!("what epoch {number} sealed to its auditors has another form"), None);
    }
}
