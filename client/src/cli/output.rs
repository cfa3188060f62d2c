//! What a command prints: a document with stable names, or plain sentences.

use crate::conversation::MessageView;
use crate::desk::{
    Accepted, Approval, CaseView, GateCodeView, Inbox, LogView, NewGateCode, Noted, People, Replied, Show,
    StandingView, ThreadView, Triaged,
};
use crate::files::Fetched;
use crate::mailbox::{Erased, Said, View};
use crate::report::Sent;
use serde::Serialize;
use std::fmt::{Display, Formatter, Result, Write};
use std::path::Path;

/// The data of one command.
#[derive(Serialize)]
#[serde(untagged)]
pub enum Output {
    /// `report`
    Sent {
        /// The report.
        #[serde(flatten)]
        sent: Sent,
        /// Files that went with it.
        attached: usize,
        /// Whether there were some that did not.
        #[serde(skip)]
        missing: bool,
    },
    /// `mailbox read`
    Mailbox(View),
    /// `mailbox say`
    Said(Said),
    /// `mailbox receipt`
    Receipt(crate::receipt::View),
    /// `mailbox erase`
    Erased(Erased),
    /// `mailbox take-back`, `desk take-back`
    TakenBack {
        /// Always true: what was refused is an error.
        taken_back: bool,
    },
    /// `mailbox fetch`, `desk fetch`
    Fetched {
        /// Where it is now.
        path: String,
        /// The neutral name its sender gave it.
        name: String,
        /// The media type as its sender says.
        media_type: String,
        /// Bytes.
        size: usize,
    },
    /// `desk accept`
    Accepted(Accepted),
    /// `desk people`
    People(People),
    /// `desk approve`
    Approval(Approval),
    /// `desk gate-code`
    GateCode(GateCodeView),
    /// `desk gate-code new`
    NewGateCode(NewGateCode),
    /// `desk reconcile`
    Standing(StandingView),
    /// `desk inbox`
    Inbox(Inbox),
    /// `desk show`
    Show(Box<Show>),
    /// `desk reply`
    Replied(Replied),
    /// `desk note`
    Noted(Noted),
    /// `desk triage`
    Triaged(Triaged),
    /// `desk log`
    Log(LogView),
}

impl Output {
    pub(super) const fn taken_back() -> Self {
        Self::TakenBack { taken_back: true }
    }

    pub(super) fn fetched(file: &Fetched, path: &Path) -> Self {
        Self::Fetched {
            path: path.display().to_string(),
            name: file.name.clone(),
            media_type: file.media_type.clone(),
            size: file.bytes.len(),
        }
    }

    /// With which the program exits after printing: 1 where not everything was done, or the log was found to lie.
    #[must_use]
    pub const fn exit_code(&self) -> u8 {
        match self {
            Self::Sent { missing: true, .. } => 1,
            Self::Receipt(view) if !view.problems.is_empty() => 1,
            Self::Log(view) if !view.problems.is_empty() => 1,
            _ => 0,
        }
    }

    /// The document, on one line.
    ///
    /// # Errors
    /// None in practice: every key is text.
    pub fn to_json(&self) -> serde_json::Result<String> {
        serde_json::to_string(self)
    }
}

impl Display for Output {
    fn fmt(&self, to: &mut Formatter<'_>) -> Result {
        match self {
            Self::Sent { sent, attached, .. } => {
                writeln!(to, "Your report is safe. It can be read by: {}.", shown(&sent.readers.join(", ")))?;
                writeln!(to, "\nYour reply token, shown this once. Write it down where nobody looks:\n")?;
                writeln!(to, "    {}\n", sent.token)?;
                if *attached > 0 {
                    writeln!(to, "Files that went with it: {attached}.")?;
                }
                writeln!(to, "It counts from {}. An answer is promised within seven days of it.", sent.day)
            }
            Self::Mailbox(view) => mailbox(view, to),
            Self::Receipt(view) => super::receipt::write(view, to),
            Self::Said(said) => {
                writeln!(to, "Added; it goes out on {}. Until then: take-back {}", said.day, said.sequence)
            }
            Self::Erased(erased) => match erased.erased {
                0 => writeln!(to, "It was erased before."),
                _ => writeln!(to, "Erased. What a coach has read or printed is not taken back by this."),
            },
            Self::Fetched { path, name, media_type, size } => {
                writeln!(to, "{path}: {} ({}), {size} bytes", shown(name), shown(media_type))
            }
            Self::TakenBack { .. } => writeln!(to, "Taken back; nobody has read it."),
            Self::Accepted(accepted) => welcome(accepted, to),
            Self::People(people) => everybody(people, to),
            Self::Approval(Approval { signatures, needed }) if signatures >= needed => {
                writeln!(to, "Signed: the roster holds from now on ({signatures} of {needed} signatures).")
            }
            Self::Approval(Approval { signatures, needed }) => {
                writeln!(to, "Signed: {signatures} of {needed} signatures. Another guardian has to sign, too.")
            }
            Self::GateCode(view) => gate_code(view, to),
            Self::NewGateCode(new) => new_gate_code(new, to),
            Self::Standing(view) => standing(view, to),
            Self::Inbox(inbox) if inbox.threads.is_empty() => writeln!(to, "There is nothing."),
            Self::Inbox(inbox) => inbox.threads.iter().try_for_each(|thread| row(thread, to)),
            Self::Show(show) => {
                messages(&show.messages, to)?;
                case(&show.case, to)?;
                match &show.draft {
                    Some(draft) => writeln!(to, "Your draft, not sent:\n{}", shown(draft)),
                    None => Ok(()),
                }
            }
            Self::Replied(replied) => {
                writeln!(to, "It goes out on {}. Until then: take-back {} {}", replied.day, replied.n, replied.sequence)
            }
            Self::Log(view) => super::log::write(view, to),
            Self::Noted(noted) => writeln!(to, "Noted on {}; the reporter never sees it.", noted.n),
            Self::Triaged(triaged) => {
                labels(&triaged.case, to)?;
                if triaged.told { writeln!(to, "The reporter is told the status at the next tick.") } else { Ok(()) }
            }
        }
    }
}

/// Text of others without anything a terminal obeys, and nothing that turns the reading direction.
pub(super) fn shown(text: &str) -> String {
    let obeyed = |letter: char| {
        (letter.is_control() && !matches!(letter, '\n' | '\t'))
            || matches!(letter, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    text.chars().map(|letter| if obeyed(letter) { '\u{fffd}' } else { letter }).collect()
}

fn mailbox(view: &View, to: &mut Formatter<'_>) -> Result {
    if view.status == "unknown" {
        writeln!(to, "There is nothing under this token here. Compare the token and the organisation.")?;
        return match &view.restored_to {
            Some(day) => {
                writeln!(to, "This service was restored to {day}: if you sent it later, please send it again.")
            }
            None => Ok(()),
        };
    }
    if view.status == "erased" {
        writeln!(to, "This was erased.")?;
    }
    messages(&view.messages, to)?;
    writeln!(to, "Status: {}", view.status)?;
    if let Some(day) = &view.answer_by {
        writeln!(to, "An answer is promised by {day}.")?;
    }
    match &view.feedback_by {
        Some(day) => writeln!(to, "What was done with it you hear by {day}."),
        None => Ok(()),
    }
}

/// Messages in order; a file is called by the place of its message and its own place in it.
fn messages(lines: &[MessageView], to: &mut Formatter<'_>) -> Result {
    lines.iter().zip(1..).try_for_each(|(line, place)| message(line, place, to))
}

fn message(line: &MessageView, place: usize, to: &mut Formatter<'_>) -> Result {
    write!(to, "{}, {}", shown(&line.author), line.day)?;
    if !line.released {
        write!(to, " (not sent yet)")?;
    }
    if let Some(damage) = line.damage {
        write!(to, " (damaged: {damage})")?;
    }
    writeln!(to)?;
    if let Some(status) = line.status {
        writeln!(to, "    The status is now: {status}")?;
    }
    if !line.people.is_empty() {
        writeln!(to, "    {}: {}", line.kind.unwrap_or_default(), shown(&line.people.join(" → ")))?;
    }
    for text in shown(&line.text).lines() {
        writeln!(to, "    {text}")?;
    }
    for (file, of_message) in line.attachments.iter().zip(1_usize..) {
        writeln!(to, "    File {place}.{of_message}: {} ({} bytes)", shown(&file.name), file.size)?;
    }
    writeln!(to)
}

fn welcome(accepted: &Accepted, to: &mut Formatter<'_>) -> Result {
    writeln!(to, "Welcome. Your account is {}. Keep these; they are shown this once:\n", accepted.account)?;
    writeln!(to, "    passphrase     {}", accepted.passphrase)?;
    writeln!(to, "    recovery kit   {}\n", accepted.recovery_kit)?;
    writeln!(to, "Words of the organisation, for the poster: {}", accepted.fingerprint)?;
    if accepted.pending {
        writeln!(to, "Now read your own words to a guardian, by voice: {}", accepted.words)?;
    }
    Ok(())
}

fn everybody(people: &People, to: &mut Formatter<'_>) -> Result {
    for person in &people.people {
        let flags = [(person.guardian, ", guardian"), (person.deputy, ", deputy")];
        let flags: String = flags.into_iter().filter(|(set, _)| *set).map(|(_, flag)| flag).collect();
        writeln!(to, "{} ({}{flags})", shown(&person.name), person.role)?;
    }
    for pending in &people.pending {
        writeln!(to, "waits: {}  {} ({})\n    {}", pending.n, shown(&pending.name), pending.role, pending.words)?;
    }
    match &people.proposal {
        Some(proposal) => writeln!(
            to,
            "proposed: {} ({} of {} signatures)",
            shown(&proposal.adds.join(", ")),
            proposal.signatures,
            proposal.needed
        ),
        None => Ok(()),
    }
}

fn gate_code(view: &GateCodeView, to: &mut Formatter<'_>) -> Result {
    match (&view.since, view.former) {
        (Some(day), true) => writeln!(to, "Reporters need a code, this one since {day}; the one before counts on.")?,
        (Some(day), false) => writeln!(to, "Reporters need a code, since {day}.")?,
        (None, _) => writeln!(to, "Everybody may report: no code is asked for.")?,
    }
    match &view.proposal {
        Some(proposal) => {
            let what = if proposal.removes { "no code" } else { "a new code" };
            writeln!(to, "proposed: {what} ({} of {} signatures)", proposal.signatures, proposal.needed)
        }
        None => Ok(()),
    }
}

fn new_gate_code(new: &NewGateCode, to: &mut Formatter<'_>) -> Result {
    writeln!(to, "The code for the poster, shown this once; the same for everybody:\n\n    {}\n", new.code)?;
    if new.signatures >= new.needed {
        writeln!(to, "It counts from now on. The code before it counts until you make another.")
    } else {
        writeln!(
            to,
            "{} of {} signatures. It counts once another guardian has signed: give her the words,",
            new.signatures, new.needed
        )?;
        writeln!(to, "and she does `desk gate-code agree`.")
    }
}

fn standing(view: &StandingView, to: &mut Formatter<'_>) -> Result {
    if let (Some(kept), Some(entries)) = (view.kept, view.entries) {
        writeln!(to, "The access log that was kept outside the database has {kept} entries.")?;
        writeln!(to, "The one in the database had {entries} when reading was closed, and does not continue it.")?;
        match &view.restored_to {
            Some(day) => writeln!(to, "A backup of {day} was restored: what was done after it is not in the log.")?,
            None => writeln!(to, "No backup was restored by this program: ask whoever runs it what happened.")?,
        }
    }
    if view.sealed {
        writeln!(to, "Reading is closed. {} of {} guardians have signed.", view.signatures, view.needed)
    } else {
        writeln!(to, "Reading is open.")
    }
}

fn row(thread: &ThreadView, to: &mut Formatter<'_>) -> Result {
    write!(to, "{:>4}  {}  {}", thread.n, thread.day, if thread.new { "NEW" } else { thread.status })?;
    for label in [thread.category, thread.severity, thread.urgency].into_iter().flatten() {
        write!(to, "  {label}")?;
    }
    if let Some(day) = &thread.answer_by {
        write!(to, "  answer by {day}")?;
    }
    if thread.damaged {
        to.write_str("  (its card does not open)")?;
    }
    if let Some(line) = &thread.line {
        write!(to, "  {}", shown(line))?;
    }
    to.write_char('\n')
}

fn case(case: &CaseView, to: &mut Formatter<'_>) -> Result {
    writeln!(to, "Readers: {}", shown(&case.readers.join(", ")))?;
    if !case.excluded.is_empty() {
        writeln!(to, "Must not read it: {}", shown(&case.excluded.join(", ")))?;
    }
    match &case.answer_by {
        Some(day) => writeln!(to, "An answer is promised by {day}, feedback by {}.", case.feedback_by)?,
        None => writeln!(to, "Feedback is promised by {}.", case.feedback_by)?,
    }
    labels(&case.card, to)?;
    for note in &case.notes {
        writeln!(to, "Note, {}: {}", shown(&note.author), shown(&note.text))?;
    }
    if case.another_roster {
        writeln!(
            to,
            "The reporter's device was shown another roster than this one: ask the other guardians, in person."
        )?;
    }
    match case.damaged_records {
        0 => Ok(()),
        count => writeln!(to, "{count} records of the case file do not open."),
    }
}

fn labels(card: &crate::desk::CardView, to: &mut Formatter<'_>) -> Result {
    let text = |text: &Option<String>| text.as_deref().map(shown);
    let name = |name: Option<&str>| name.map(str::to_owned);
    let joined = |items: String| Some(items).filter(|items| !items.is_empty());
    let all = [
        ("category", name(card.category)),
        ("severity", name(card.severity)),
        ("urgency", name(card.urgency)),
        ("status", name(card.status)),
        ("flags", joined(card.flags.join(", "))),
        ("themes", joined(shown(&card.themes.join(", ")))),
        ("keeper", text(&card.keeper)),
        ("unit", text(&card.unit)),
        ("line", text(&card.line)),
        ("closed", text(&card.closed)),
    ];
    for (label, value) in all {
        if let Some(value) = value {
            writeln!(to, "{label}: {value}")?;
        }
    }
    Ok(())
}
