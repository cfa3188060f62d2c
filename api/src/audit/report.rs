//! What a check found.

use crypto::Digest;
use serde_json::{Value, json};
use std::collections::BTreeSet;

/// Problems that are told one by one; the rest is counted.
const MOST: usize = 100;

/// What is wrong, by the exit code of `micromoed audit verify`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// A signature does not hold.
    Signature,
    /// Two things that must agree do not.
    Inconsistent,
    /// Something is not there.
    Missing,
    /// The form is another than this program's, or a number is left out.
    Schema,
    /// The log is behind its pin or contradicts it, or reading is closed.
    Sealed,
}

impl Kind {
    /// With which the program exits.
    #[must_use]
    pub const fn code(self) -> u8 {
        match self {
            Self::Signature => 10,
            Self::Inconsistent => 11,
            Self::Missing => 12,
            Self::Schema => 13,
            Self::Sealed => 14,
        }
    }

    /// Its name in documents.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Signature => "signature",
            Self::Inconsistent => "inconsistent",
            Self::Missing => "missing",
            Self::Schema => "schema",
            Self::Sealed => "sealed",
        }
    }
}

/// One thing that is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// What kind of thing.
    pub kind: Kind,
    /// In a sentence.
    pub detail: String,
    /// The place in the log, where it has one.
    pub position: Option<u64>,
}

/// All that was found.
#[derive(Clone, Debug, Default)]
pub struct Report {
    /// Entries in the log.
    pub size: u64,
    /// Root over them; nothing where entries are missing.
    pub root: Option<Digest>,
    /// Entries up to the pin.
    pub pin: Option<u64>,
    /// What is wrong: the first hundred of it.
    pub problems: Vec<Problem>,
    /// How much more is wrong.
    pub more: u64,
    kinds: BTreeSet<Kind>,
}

impl Report {
    /// A log that could not be looked at, for one reason.
    #[must_use]
    pub fn of(kind: Kind, detail: impl Into<String>) -> Self {
        let mut report = Self::default();
        report.add(kind, detail, None);
        report
    }

    /// Takes a problem down.
    pub(super) fn add(&mut self, kind: Kind, detail: impl Into<String>, position: impl Into<Option<u64>>) {
        self.kinds.insert(kind);
        if self.problems.len() < MOST {
            self.problems.push(Problem { kind, detail: detail.into(), position: position.into() });
        } else {
            self.more = self.more.saturating_add(1);
        }
    }

    /// 0, or the smallest code of what was found.
    #[must_use]
    pub fn code(&self) -> u8 {
        self.kinds.first().map_or(0, |kind| kind.code())
    }

    /// For programs.
    #[must_use]
    pub fn document(&self) -> Value {
        let problem = |problem: &Problem| json!({ "kind": problem.kind.name(), "detail": problem.detail, "position": problem.position });
        json!({
            "size": self.size,
            "root": self.root.map(|root| root.to_hex()),
            "pin": self.pin,
            "problems": self.problems.iter().map(problem).collect::<Vec<_>>(),
            "more": self.more,
        })
    }

    /// For people.
    #[must_use]
    pub fn text(&self) -> String {
        if self.kinds.is_empty() {
            let root = self.root.map(|root| root.to_hex()).unwrap_or_default();
            let pin = match self.pin {
                Some(pin) => format!("It continues the pin of {pin} entries."),
                None => "There is no pin yet: the first epoch is still open, or the data was restored.".into(),
            };
            return format!("The log of {} entries holds. Root: {root}\n{pin}", self.size);
        }
        let line = |problem: &Problem| match problem.position {
            Some(position) => format!("{}: {} (entry {position})", problem.kind.name(), problem.detail),
            None => format!("{}: {}", problem.kind.name(), problem.detail),
        };
        let mut lines: Vec<String> = self.problems.iter().map(line).collect();
        if self.more > 0 {
            lines.push(format!("and {} more", self.more));
        }
        lines.join("\n")
    }
}
