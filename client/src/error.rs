//! What can go wrong, in sentences that say what to do.

use crypto::json;
use std::io;

/// Why a journey ended. [`Error::exit_code`] says which kind it is to a shell.
#[non_exhaustive]
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// Something typed, set or piped in cannot be used.
    #[error("{0}")]
    Usage(String),
    /// Named in the contract, not built yet.
    #[error("not in this release")]
    NotInThisRelease,
    /// The device could not do its part: disk, randomness.
    #[error("this device could not do it: {0}")]
    Device(String),
    /// Nobody answered, or nobody who could, until patience ended.
    #[error("nothing was acknowledged: {0}. Try again later; nothing was stored as far as is known")]
    Unacknowledged(String),
    /// The connection is not what it should be.
    #[error("no connection that can be trusted: {0}")]
    Connection(String),
    /// The server refused, and said why.
    #[error("{0}")]
    Problem(Box<Problem>),
    /// The server's answer is not in the expected form.
    #[error("the server's answer cannot be understood: {0}")]
    Answer(&'static str),
    /// What was served does not hold.
    #[error("{0}")]
    Crypto(#[from] crypto::Error),
    /// The server contradicts what this device has seen, or itself. Nothing was opened.
    #[error("refused, because {0}. Nothing was opened: speak to a guardian of the organisation")]
    Distrust(String),
    /// Refused here, for a reason that lies in the matter.
    #[error("{0}")]
    Refused(String),
    /// The thread is no more.
    #[error("this thread was erased")]
    Erased,
}

/// A refusal of the server (RFC 9457).
#[derive(Clone, Debug, Default)]
pub struct Problem {
    /// `/problems/<name>`.
    pub kind: String,
    /// A sentence about the kind of problem.
    pub title: String,
    /// The HTTP status.
    pub status: u16,
    /// What to do about this one.
    pub detail: Option<String>,
}

impl json::Read for Problem {
    fn read(value: &json::Value<'_>) -> Option<Self> {
        Some(Self {
            kind: value.member("type").unwrap_or_default(),
            title: value.member("title").unwrap_or_default(),
            status: value.member("status").unwrap_or_default(),
            detail: value.member("detail").unwrap_or_default(),
        })
    }
}

impl std::fmt::Display for Problem {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str(&self.sentence())
    }
}

impl Problem {
    pub(crate) fn sentence(&self) -> String {
        match (self.title.as_str(), &self.detail) {
            ("", None) => ["the server refused with status ", &digits(self.status)].concat(),
            ("", Some(detail)) => printable(detail),
            (title, None) => printable(title),
            (title, Some(detail)) => [printable(title), printable(detail)].join(" "),
        }
    }
}

/// Without the standard formatting, which nothing else in a reporter's browser needs.
fn digits(status: u16) -> String {
    [100, 10, 1].iter().filter_map(|unit| char::from_digit(u32::from(status / unit % 10), 10)).collect()
}

/// Words of a server reach the terminal without anything a terminal obeys.
fn printable(text: &str) -> String {
    text.chars().filter(|letter| !letter.is_control()).take(500).collect()
}

impl Error {
    /// 2 for what was typed, 1 for everything else.
    #[must_use]
    pub const fn exit_code(&self) -> u8 {
        match self {
            Self::Usage(_) => 2,
            _ => 1,
        }
    }

    /// Whether the server refused for this reason (the last part of the problem's type).
    #[must_use]
    pub fn is_problem(&self, name: &str) -> bool {
        matches!(self, Self::Problem(problem) if problem.kind.rsplit('/').next() == Some(name))
    }

    /// Whether somebody else was faster: read again and seal again.
    pub(crate) fn is_overtaken(&self) -> bool {
        ["conflict", "stale"].iter().any(|name| self.is_problem(name))
    }

    pub(crate) fn no_file() -> Self {
        Self::Usage("there is no such file: M.A is file A of message M, both counted from 1 as they are shown".into())
    }

    pub(crate) fn distrust(reason: impl Into<String>) -> Self {
        Self::Distrust(reason.into())
    }
}

impl From<io::Error> for Error {
    fn from(error: io::Error) -> Self {
        Self::Device(error.to_string())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_problem_is_known_by_the_end_of_its_type_and_cannot_speak_to_the_terminal() {
        let text = r#"{"type":"/problems/stale","title":"Old.\u001b[2J","status":409,"detail":"Sign again.",
            "counters":[],"something":"new"}"#;
        let error = Error::Problem(Box::new(json::read(text.as_bytes()).unwrap()));
        assert!(error.is_problem("stale") && error.is_overtaken() && !error.is_problem("stal"));
        assert_eq!(error.to_string(), "Old.[2J Sign again.");
        let bare = Problem { status: 503, ..Problem::default() };
        assert_eq!(bare.to_string(), "the server refused with status 503");
        assert_eq!((error.exit_code(), Error::Usage(String::new()).exit_code()), (1, 2));
    }
}
