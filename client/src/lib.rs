//! The journeys of reporter, mailbox and desk over HTTP, for people who do not trust served code, and for tests.
//!
//! Everything is sealed, opened, signed and checked here, with the crate `crypto`; the server is believed in nothing
//! that can be checked. Time and randomness are handed in: [`clock`] and [`entropy`] are the only places that ask the
//! system.

#[cfg(feature = "staff")]
pub mod audit;
#[cfg(feature = "cli")]
pub mod cli;
pub mod clock;
pub mod conversation;
#[cfg(feature = "staff")]
pub mod desk;
#[cfg(not(target_arch = "wasm32"))]
pub mod entropy;
mod error;
pub mod files;
mod http;
mod ledger;
pub mod mailbox;
pub mod organisation;
pub mod receipt;
pub mod report;
#[cfg(all(feature = "cli", not(target_arch = "wasm32")))]
pub mod site;
#[cfg(feature = "staff")]
pub mod state;
#[cfg(feature = "strip")]
pub mod strip;
#[cfg(all(feature = "staff", not(target_arch = "wasm32")))]
pub mod witness;

pub use error::{Error, Problem};
pub use http::{Answer, Event, Line, Method, Request, Server};

use std::future::Future;
use std::pin::pin;
use std::task::{Context, Poll, Waker};

/// Runs a journey to its end on this thread: over a [`Server`] that makes its own requests nothing is ever waited for.
pub trait Wait: Future + Sized {
    /// What the journey answers.
    fn wait(self) -> Self::Output {
        let mut journey = pin!(self);
        loop {
            if let Poll::Ready(answer) = journey.as_mut().poll(&mut Context::from_waker(Waker::noop())) {
                return answer;
            }
            std::thread::yield_now();
        }
    }
}

impl<F: Future> Wait for F {}

/// How often something is read and sealed again because somebody else was faster.
const ATTEMPTS: u8 = 5;
