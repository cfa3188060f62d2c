//! The access log in plain lines.

use super::output::shown;
use super::receipt;
use crate::desk::LogView;
use std::fmt::{Formatter, Result};

pub(super) fn write(view: &LogView, to: &mut Formatter<'_>) -> Result {
    for line in &view.lines {
        write!(to, "{:>7}  {}  {}", line.entry, line.day, line.act)?;
        if let Some(person) = &line.person {
            write!(to, "  {} ({})", shown(person), line.role)?;
        }
        if line.purpose != "none" {
            write!(to, "  {}", line.purpose)?;
        }
        if let Some(thread) = line.thread {
            write!(to, "  thread {thread}, access {}", line.number)?;
        }
        writeln!(to)?;
    }
    if view.lines.is_empty() {
        writeln!(to, "Nothing that this key opens stands in these days.")?;
    }
    writeln!(to)?;
    view.problems.iter().try_for_each(|one| receipt::problem(one, to))?;
    if view.problems.is_empty() {
        writeln!(to, "The whole log, {} entries, was fetched and computed anew. It holds together.", view.size)?;
    }
    writeln!(to, "Root: {}", view.root)?;
    writeln!(
        to,
        "Besides these lines: {} of padding, {} that this key does not open, {} erased by age.",
        view.padding, view.sealed, view.erased
    )?;
    receipt::witnesses(&view.witnesses, to)
}
