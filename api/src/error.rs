//! The one error of this crate, and the one place where it becomes an answer.

use crate::problem::{Problem, ProblemType};
use crate::shelf::Failure;
use actix_web::{HttpResponse, ResponseError, http::StatusCode};

/// Why something was not done. Each names the problem type it is answered with; what only a start-up or a command
/// meets is answered as [`ProblemType::Internal`] should it ever reach a request.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// There is no such thing, or the asker may not know of it. `/problems/not-found`
    #[error("there is nothing here")]
    NotFound,
    /// The address exists, the method does not. `/problems/method-not-allowed`
    #[error("this address does not know that method")]
    MethodNotAllowed,
    /// The request is not in the expected form; the sentence says what is wrong. `/problems/malformed`
    #[error("{0}")]
    Malformed(&'static str),
    /// The body is larger than this address takes. `/problems/too-large`
    #[error("this is more than can be taken at once")]
    TooLarge,
    /// One file too many, or too large; the sentence says which limit it meets. `/problems/no-room`
    #[error("{0}")]
    NoRoom(&'static str),
    /// The body is of another kind than this address takes. `/problems/unsupported-media-type`
    #[error("this kind of content is not taken here")]
    MediaType,
    /// The body came too slowly. `/problems/timeout`
    #[error("the request came too slowly")]
    Timeout,
    /// No session, or one that ended. `/problems/sign-in`
    #[error("sign in first")]
    SignIn,
    /// A signature, proof or role does not allow this. `/problems/forbidden`
    #[error("{0}")]
    Forbidden(&'static str),
    /// The same key already holds other bytes. `/problems/conflict`
    #[error("something else already stands there")]
    Conflict,
    /// The act was based on an older state; `current` is the one to build on. `/problems/stale`
    #[error("this is based on an older state")]
    Stale {
        /// The counter, version or number that stands.
        current: u64,
    },
    /// Access counters moved on, or the day did; these are the right ones. `/problems/stale`
    #[error("this is based on an older state")]
    Counters(Vec<(crypto::ThreadId, u32)>),
    /// The thread was erased. `/problems/erased`
    #[error("this was erased")]
    Erased,
    /// The proof of work is missing or too small. `/problems/more-work`
    #[error("this needs a proof of work")]
    Work {
        /// Leading zero bits wanted now.
        bits: u8,
    },
    /// The gate code is missing, or it is none that counts. `/problems/gate-code`
    #[error("this needs the code that everybody has")]
    Gate,
    /// A budget is used up. `/problems/too-many`
    #[error("too many requests of this kind at the moment")]
    TooMany,
    /// The server has too much to do, or its database is not there just now. Nothing was acknowledged: ask again.
    /// `/problems/busy`
    #[error("nothing was acknowledged: try again in a moment")]
    Busy,
    /// The access log contradicts its pin: nothing can be read until that is settled. `/problems/sealed`
    #[error("reading is closed until the access log is reconciled")]
    Sealed,
    /// Bytes that this program stored itself do not read. `/problems/internal`
    #[error(transparent)]
    Crypto(#[from] crypto::Error),
    /// The database refused. `/problems/internal`
    #[error("the database refused: {0}")]
    Database(#[from] crate::store::Failure),
    /// The store that files lie in outside the database failed. `/problems/busy` while it does not answer,
    /// `/problems/internal` when something there is missing or damaged.
    #[error("the shelf failed: {0}")]
    Shelf(#[from] Failure),
    /// The system refused. `/problems/internal`
    #[error("the system refused: {0}")]
    Io(#[from] std::io::Error),
    /// A start-up or a command was refused; the sentence is for the person at the terminal. `/problems/internal`
    #[error("{0}")]
    Refused(String),
    /// The native client was refused, or refused. `/problems/internal`
    #[error(transparent)]
    Client(#[from] client::Error),
    /// The command line or the settings make no sense; the sentence says where. `/problems/internal`
    #[error("{0}")]
    Usage(String),
}

impl Error {
    /// Whether a row of the database holds what its column does not allow.
    #[must_use]
    pub const fn is_unreadable_row(&self) -> bool {
        matches!(self, Self::Database(failure) if failure.is_unreadable_row())
    }

    /// The answer. One match, no catch-all: a new variant has to choose.
    #[must_use]
    pub fn problem(&self) -> Problem {
        let kind = match self {
            Self::NotFound => ProblemType::NotFound,
            Self::MethodNotAllowed => ProblemType::MethodNotAllowed,
            Self::Malformed(detail) => return Problem::new(ProblemType::Malformed).detail(detail),
            Self::TooLarge => ProblemType::TooLarge,
            Self::NoRoom(detail) => return Problem::new(ProblemType::NoRoom).detail(detail),
            Self::MediaType => ProblemType::UnsupportedMediaType,
            Self::Timeout => ProblemType::Timeout,
            Self::SignIn => ProblemType::SignIn,
            Self::Forbidden(detail) => return Problem::new(ProblemType::Forbidden).detail(detail),
            Self::Conflict => ProblemType::Conflict,
            Self::Stale { current } => {
                return Problem::new(ProblemType::Stale).with("current", *current);
            }
            Self::Counters(counters) => return Problem::new(ProblemType::Stale).counters(counters),
            Self::Erased => ProblemType::Erased,
            Self::Work { bits } => {
                return Problem::new(ProblemType::MoreWork).with("bits", u64::from(*bits));
            }
            Self::Gate => ProblemType::GateCode,
            Self::TooMany => ProblemType::TooMany,
            Self::Busy => ProblemType::Busy,
            Self::Sealed => ProblemType::Sealed,
            Self::Shelf(failure) if failure.is_passing() => ProblemType::Busy,
            Self::Database(failure) if failure.is_away() || failure.is_full() || failure.is_crossed() => {
                ProblemType::Busy
            }
            Self::Crypto(_)
            | Self::Database(_)
            | Self::Io(_)
            | Self::Refused(_)
            | Self::Client(_)
            | Self::Usage(_)
            | Self::Shelf(_) => ProblemType::Internal,
        };
        Problem::new(kind)
    }
}

impl ResponseError for Error {
    fn status_code(&self) -> StatusCode {
        self.problem().status()
    }

    /// What is our fault is logged here, once, and told to nobody.
    fn error_response(&self) -> HttpResponse {
        let problem = self.problem();
        if problem.is_internal() {
            tracing::error!(error = %self, "a request failed");
        }
        problem.response()
    }
}
