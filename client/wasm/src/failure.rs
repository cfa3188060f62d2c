//! Why a journey ended, as a page decides on it (`web/src/crypto/port.ts`).

use client::Error;
use serde::Serialize;

/// A reason, and what belongs to it.
#[derive(Debug, Default, PartialEq, Eq, Serialize)]
pub(crate) struct Failure {
    pub(crate) reason: &'static str,
    pub(crate) detail: String,
    /// The last part of a problem's type.
    pub(crate) problem: String,
    /// Bytes too many.
    pub(crate) size: usize,
}

impl Failure {
    /// The page called in a way it should not.
    pub(crate) const FAULT: Self = Self { reason: "fault", detail: String::new(), problem: String::new(), size: 0 };

    pub(crate) fn because(reason: &'static str) -> Self {
        Self { reason, ..Self::FAULT }
    }

    fn with(reason: &'static str, detail: impl Into<String>) -> Self {
        Self { detail: detail.into(), ..Self::because(reason) }
    }
}

impl From<Error> for Failure {
    fn from(error: Error) -> Self {
        match error {
            Error::Usage(detail) => Self::with("usage", detail),
            Error::Unacknowledged(_) => Self::because("unacknowledged"),
            Error::Connection(detail) | Error::Distrust(detail) => Self::with("distrust", detail),
            Error::Problem(problem) => {
                let name = problem.kind.rsplit('/').next().unwrap_or_default().to_owned();
                Self { problem: name, ..Self::with("problem", problem.detail.unwrap_or_default()) }
            }
            Error::Answer(detail) => Self::with("newer", detail),
            Error::Crypto(error) => error.into(),
            Error::Refused(detail) => Self::with("refused", detail),
            Error::Erased => Self::because("erased"),
            _ => Self::FAULT,
        }
    }
}

impl From<crypto::Error> for Failure {
    fn from(error: crypto::Error) -> Self {
        match error {
            crypto::Error::Version => Self::because("newer"),
            crypto::Error::TokenForm | crypto::Error::TokenCheck | crypto::Error::Words => Self::because("typing"),
            crypto::Error::TooLong { excess } => Self { size: excess, ..Self::because("too-long") },
            crypto::Error::NoRecipient => Self::because("no-recipient"),
            crypto::Error::Roster(detail) | crypto::Error::Ledger(detail) => Self::with("distrust", detail),
            _ => Self::because("distrust"),
        }
    }
}
