//! What outlives one call: the line to the worker, randomness, the organisation, an unlocked desk.

use crate::failure::Failure;
use chacha20::ChaCha20Rng;
use client::{Line, Server};
use core::cell::RefCell;
use core::pin::Pin;
use crypto::{Day, json};
use rand_core::{Rng, SeedableRng};
use serde::Serialize;
use std::rc::Rc;
use zeroize::Zeroizing;

/// What a journey ends with.
#[derive(Default)]
pub(crate) struct Ended {
    /// JSON, or nothing.
    pub(crate) document: Vec<u8>,
    /// The bytes of a file, where it is one.
    pub(crate) bytes: Option<Zeroizing<Vec<u8>>>,
}

/// That, or why there is none.
pub(crate) type Outcome = Result<Ended, Failure>;

/// Something that may wait for answers.
pub(crate) type Journey = Pin<Box<dyn Future<Output = Outcome>>>;

/// From BEGIN until the worker ends.
pub(crate) struct Sitting {
    pub(crate) line: Line,
    pub(crate) origin: String,
    /// The device's own day.
    #[cfg_attr(
        not(any(feature = "report", feature = "mailbox", feature = "desk", feature = "office")),
        expect(dead_code, reason = "only a whole organisation is shown by it")
    )]
    pub(crate) today: Day,
    rng: ChaCha20Rng,
    /// The organisation whose chain was checked last.
    #[cfg(any(feature = "report", feature = "mailbox", feature = "files", feature = "receipt"))]
    pub(crate) organisation: Rc<RefCell<Option<Rc<client::organisation::Organisation>>>>,
    /// Token and work of the next report.
    #[cfg(feature = "report")]
    pub(crate) begun: Rc<RefCell<Option<client::report::Begun>>>,
    /// A report that was sealed and not acknowledged yet, by its attempt.
    #[cfg(feature = "report")]
    pub(crate) sealed: Rc<RefCell<Option<(String, client::report::Sealed)>>>,
    #[cfg(feature = "office")]
    pub(crate) joining: Rc<RefCell<Option<client::desk::Joining>>>,
    #[cfg(any(feature = "desk", feature = "office"))]
    pub(crate) desk: Rc<RefCell<Option<client::desk::Desk>>>,
}

impl Sitting {
    pub(crate) fn new(seed: [u8; 32], origin: String, today: u32) -> Self {
        let seed = Zeroizing::new(seed);
        Self {
            line: Line::default(),
            origin,
            today: Day(today),
            rng: ChaCha20Rng::from_seed(*seed),
            #[cfg(any(feature = "report", feature = "mailbox", feature = "files", feature = "receipt"))]
            organisation: Rc::default(),
            #[cfg(feature = "report")]
            begun: Rc::default(),
            #[cfg(feature = "report")]
            sealed: Rc::default(),
            #[cfg(feature = "office")]
            joining: Rc::default(),
            #[cfg(any(feature = "desk", feature = "office"))]
            desk: Rc::default(),
        }
    }

    pub(crate) fn server(&self) -> Server {
        Server::on_line(&self.origin, self.line.clone())
    }

    /// A generator of its own for each journey.
    #[cfg_attr(
        not(any(feature = "report", feature = "mailbox", feature = "files", feature = "desk", feature = "office")),
        expect(dead_code, reason = "who only looks draws nothing")
    )]
    pub(crate) fn generator(&mut self) -> ChaCha20Rng {
        let mut seed = Zeroizing::new([0; 32]);
        self.rng.fill_bytes(seed.as_mut());
        ChaCha20Rng::from_seed(*seed)
    }

    #[cfg(any(feature = "report", feature = "mailbox", feature = "files", feature = "receipt"))]
    pub(crate) fn organisation(&self) -> Result<Rc<client::organisation::Organisation>, Failure> {
        self.organisation.borrow().clone().ok_or(Failure::FAULT)
    }
}

/// A journey that needs no server.
#[cfg(any(feature = "report", feature = "mailbox", feature = "strip", feature = "words"))]
pub(crate) fn at_once(outcome: Outcome) -> Journey {
    Box::pin(core::future::ready(outcome))
}

/// A document of a journey's answer.
pub(crate) fn document(answer: &impl Serialize) -> Outcome {
    let document = json::write(answer).map_err(|_| Failure::FAULT)?;
    Ok(Ended { document, bytes: None })
}

/// A document with the bytes of a file.
#[cfg(any(feature = "files", feature = "strip", feature = "desk"))]
pub(crate) fn with_bytes(answer: &impl Serialize, bytes: Zeroizing<Vec<u8>>) -> Outcome {
    document(answer).map(|ended| Ended { bytes: Some(bytes), ..ended })
}
