//! A receipt in plain sentences.

use super::output::shown;
use crate::receipt::{AccessView, ProblemView, View, WitnessView};
use std::fmt::{Formatter, Result};

pub(super) fn write(view: &View, to: &mut Formatter<'_>) -> Result {
    if view.accesses.is_empty() {
        writeln!(to, "Nothing about your report stands in the log yet.")?;
    }
    view.accesses.iter().try_for_each(|one| access(one, to))?;
    writeln!(to)?;
    view.problems.iter().try_for_each(|one| problem(one, to))?;
    if view.problems.is_empty() {
        writeln!(to, "The whole log, {} entries, was fetched and computed anew. It holds together.", view.size)?;
    } else {
        writeln!(
            to,
            "This should not be. Show it to the works council, if you trust it with that: it shows you wrote."
        )?;
    }
    witnesses(&view.witnesses, to)?;
    match &view.complete_to {
        Some(day) => writeln!(to, "Everything before {day} stands in it. What was opened since comes in a day.")?,
        None => writeln!(to, "It is published once a day, for the first time tonight.")?,
    }
    writeln!(to, "It shows each opening through this service; not what somebody does with what she has read.")
}

pub(super) fn witnesses(witnesses: &[WitnessView], to: &mut Formatter<'_>) -> Result {
    let mut each = witnesses.iter();
    each.try_for_each(|one| writeln!(to, "{} signed on {} that it had not been changed.", shown(&one.name), one.day))
}

fn access(access: &AccessView, to: &mut Formatter<'_>) -> Result {
    let day = access.day.as_deref().unwrap_or("long ago");
    let person = access.person.as_deref().map(shown).unwrap_or_default();
    let role = access.role;
    write!(to, "{day:10}  ")?;
    match access.act {
        "thread.registered" => write!(to, "Your report came in")?,
        "thread.erased" => write!(to, "You erased your report")?,
        "body.release" => write!(to, "Opened by {person} ({role})")?,
        "attachment.release" => write!(to, "A file was fetched by {person} ({role})")?,
        "reply.sent" => write!(to, "Answered by {person} ({role})")?,
        "erased-body" => write!(to, "An access: who and when was erased after three years")?,
        other if person.is_empty() => write!(to, "{other}")?,
        other => write!(to, "{other} by {person} ({role})")?,
    }
    let purpose = match access.purpose {
        "none" | "reply" => "",
        "first_reading" => ", first reading",
        "follow_up" => ", to go on with it",
        "handover" => ", to hand it over",
        "legal_duty" => ", because an authority demands it",
        other => other,
    };
    writeln!(to, "{purpose}  (entry {})", access.entry)
}

pub(super) fn problem(problem: &ProblemView, to: &mut Formatter<'_>) -> Result {
    let (number, entry) = (problem.number.unwrap_or_default(), problem.entry.unwrap_or_default());
    let person = problem.person.as_deref().map_or("somebody".into(), shown);
    match problem.kind {
        "gap" => writeln!(to, "! Access {number} is left out of the log."),
        "twice" => writeln!(to, "! Access {number} stands in the log twice."),
        "unopened" => writeln!(to, "! {person} wrote to you, and no opening by {person} stands in the log."),
        "forked" => writeln!(to, "! The log is no longer what a witness from outside signed."),
        "resealed" => writeln!(to, "! What an epoch sealed to its auditors is not what its last entry names."),
        "dated" => writeln!(to, "! The day of entry {entry} does not fit its place in the log."),
        "unregistered" => writeln!(to, "! The arrival of your report does not stand in the log."),
        "unsigned" => writeln!(to, "! Access {number} names {person}, who did not sign it."),
        "changed" => writeln!(to, "! What the log says of access {number} was changed afterwards."),
        _ => writeln!(to, "! What the log says of access {number} does not open."),
    }
}
