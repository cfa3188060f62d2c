//! The journeys of reporter, mailbox and desk over HTTP, for people who do not trust served code, and for tests.
//!
//! Everything is sealed, opened, signed and checked here, with the crate `crypto`; the server is believed in nothing
//! that can be checked. Time and randomness are handed in: [`clock`] and [`entropy`] are the only places that ask the
//! system.

#[cfg(feature = "cli")]
pub mod cli;
pub mod clock;
pub mod conversation;
pub mod desk;
pub mod entropy;
mod error;
mod http;
pub mod mailbox;
pub mod organisation;
pub mod report;
pub mod state;

pub use error::{Error, Problem};
pub use http::Server;

/// How often something is read and sealed again because somebody else was faster.
const ATTEMPTS: u8 = 5;
