#![doc = include_str!("../README.md")]
#![cfg_attr(
    not(any(
        feature = "report",
        feature = "mailbox",
        feature = "files",
        feature = "receipt",
        feature = "desk",
        feature = "office"
    )),
    expect(
        dead_code,
        unused_imports,
        unused_variables,
        reason = "who only strips files or looks at words needs no server and no randomness"
    )
)]

#[cfg(feature = "desk")]
mod desk;
mod failure;
mod fields;
#[cfg(feature = "files")]
mod files;
#[cfg(feature = "mailbox")]
mod mailbox;
#[cfg(feature = "office")]
mod office;
pub mod operation;
#[cfg(any(feature = "report", feature = "mailbox", feature = "files", feature = "receipt"))]
mod organisation;
#[cfg(feature = "receipt")]
mod receipt;
#[cfg(feature = "report")]
mod report;
mod sitting;
#[cfg(feature = "strip")]
mod strip;
#[cfg(feature = "trial")]
mod trial;
#[cfg(any(feature = "desk", feature = "office"))]
mod unlocked;
#[cfg(feature = "words")]
mod words;

use crate::failure::Failure;
use crate::fields::{Fields, push};
use crate::sitting::{Ended, Journey, Outcome, Sitting};
use client::{Answer, Event};
use core::cell::RefCell;
use core::task::{Context, Poll, Waker};
use crypto::json;
use zeroize::Zeroizing;

/// The worker is one thread, and what is loaded weighs more than what is allocated.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

const DONE: u32 = 0;
const REQUEST: u32 = 1;
const PROGRESS: u32 = 2;
const FAILED: u32 = 3;
const FILE: u32 = 4;

thread_local! {
    static MODULE: RefCell<Module> = RefCell::default();
}

/// The one buffer that goes in and out, the sitting, and the journey that waits for an answer.
#[derive(Default)]
struct Module {
    buffer: Zeroizing<Vec<u8>>,
    sitting: Option<Sitting>,
    journey: Option<Journey>,
}

impl Module {
    fn call(&mut self, operation: u32) -> u32 {
        let arguments = core::mem::take(&mut self.buffer);
        let outcome = match self.start(operation, &arguments) {
            Ok(None) => return self.go_on(),
            Ok(Some(answer)) => Ok(answer),
            Err(failure) => Err(failure),
        };
        self.finish(outcome)
    }

    /// Begins what is asked: an answer at once, or a journey to go on with.
    fn start(&mut self, operation: u32, arguments: &[u8]) -> Result<Option<Ended>, Failure> {
        let mut fields = Fields::of(arguments);
        if operation == operation::BEGIN {
            self.sitting = Some(Sitting::new(fields.array()?, fields.text()?, fields.number()?));
            self.journey = None;
            return Ok(Some(Ended::default()));
        }
        #[cfg(feature = "vectors")]
        if operation == operation::VECTORS {
            let left_out = fields.rest(Fields::text)?;
            return sitting::document(&crypto::vectors(|name| !left_out.iter().any(|other| other == name))).map(Some);
        }
        let sitting = self.sitting.as_mut().ok_or(Failure::FAULT)?;
        if operation == operation::ANSWER {
            let answer = match (fields.number(), fields.bytes()) {
                (Ok(0), _) => Answer::Nothing,
                (Ok(status), Ok(body)) => Answer::Status(u16::try_from(status).unwrap_or(500), body.to_vec()),
                _ => Answer::Go,
            };
            sitting.line.answer(answer);
            return Ok(None);
        }
        // A journey that nobody answers any more is dropped with all it holds.
        self.journey = None;
        if operation == operation::TRY {
            return tried().map(|()| Some(Ended::default()));
        }
        self.journey = Some(journey(sitting, operation, &mut fields)?);
        Ok(None)
    }

    /// Polls the journey: it ends, or waits for an answer.
    fn go_on(&mut self) -> u32 {
        let Some(journey) = self.journey.as_mut() else { return self.finish(Err(Failure::FAULT)) };
        if let Poll::Ready(outcome) = journey.as_mut().poll(&mut Context::from_waker(Waker::noop())) {
            self.journey = None;
            return self.finish(outcome);
        }
        match self.sitting.as_ref().and_then(|sitting| sitting.line.take()) {
            Some(Event::Request(request)) => {
                let mut out = Vec::new();
                for field in [request.method.name(), &request.path, request.kind] {
                    push(&mut out, field.as_bytes());
                }
                push(&mut out, &request.body);
                self.give(out, REQUEST)
            }
            Some(Event::Progress { done, total }) => {
                let mut out = Vec::new();
                for number in [done, total] {
                    push(&mut out, &u64::try_from(number).unwrap_or_default().to_le_bytes());
                }
                self.give(out, PROGRESS)
            }
            None => self.finish(Err(Failure::FAULT)),
        }
    }

    fn finish(&mut self, outcome: Outcome) -> u32 {
        match outcome {
            Ok(Ended { document, bytes: None }) => self.give(document, DONE),
            Ok(Ended { document, bytes: Some(bytes) }) => {
                // Room for all of it: what grows leaves copies behind.
                let mut out = Vec::with_capacity(document.len().saturating_add(bytes.len()).saturating_add(8));
                push(&mut out, &document);
                push(&mut out, &bytes);
                self.give(out, FILE)
            }
            Err(failure) => self.give(json::write(&failure).unwrap_or_default(), FAILED),
        }
    }

    fn give(&mut self, out: Vec<u8>, code: u32) -> u32 {
        self.buffer = Zeroizing::new(out);
        code
    }
}

/// What is asked of the half that was built in; one that needs no server ends at once.
fn journey(sitting: &mut Sitting, operation: u32, fields: &mut Fields<'_>) -> Result<Journey, Failure> {
    match operation {
        #[cfg(any(feature = "report", feature = "mailbox", feature = "files", feature = "receipt"))]
        operation::ORGANISATION => organisation::look(sitting, fields),
        #[cfg(feature = "report")]
        operation::SEND => report::send(sitting, fields),
        #[cfg(feature = "report")]
        operation::WORK => report::work(sitting),
        #[cfg(feature = "report")]
        operation::GATE => report::gate(sitting, fields),
        #[cfg(feature = "mailbox")]
        operation::KEY => mailbox::key(sitting, fields),
        #[cfg(feature = "mailbox")]
        operation::READ..=operation::ERASE => mailbox::act(sitting, operation, fields),
        #[cfg(feature = "files")]
        operation::ATTACH..=operation::FETCH => files::act(sitting, operation, fields),
        #[cfg(feature = "receipt")]
        operation::RECEIPT | operation::PROOFS => receipt::look(sitting, operation, fields),
        #[cfg(feature = "strip")]
        operation::STRIP => strip::strip(fields),
        #[cfg(feature = "desk")]
        operation::INBOX..=operation::TRIAGE | operation::DRAFT | operation::FETCH_FILE..=operation::ENCLOSE => {
            desk::act(sitting, operation, fields)
        }
        #[cfg(feature = "office")]
        operation::INVITATION..=operation::ACCEPT
        | operation::PEOPLE
        | operation::APPROVE
        | operation::LOG
        | operation::GATE_CODE..=operation::REMOVE_GATE_CODE => office::journey(sitting, operation, fields),
        #[cfg(any(feature = "desk", feature = "office"))]
        operation::UNLOCK | operation::HAND_OVER | operation::TAKE_OVER => {
            unlocked::journey(sitting, operation, fields)
        }
        #[cfg(feature = "words")]
        operation::UNKNOWN_WORDS | operation::LOOK_ALIKES => words::look(operation, fields),
        _ => Err(Failure::FAULT),
    }
}

/// Whether this module does what it should, with samples.
fn tried() -> Result<(), Failure> {
    #[cfg(feature = "strip")]
    if !strip::works() {
        return Err(Failure::because("module"));
    }
    #[cfg(feature = "words")]
    if !words::works() {
        return Err(Failure::because("module"));
    }
    #[cfg(feature = "trial")]
    trial::run()?;
    Ok(())
}

/// The page's worker is one thread, and calls one function after the other.
fn module<T>(with: impl FnOnce(&mut Module) -> T) -> T {
    MODULE.with_borrow_mut(with)
}

fn address(pointer: *const u8) -> u32 {
    u32::try_from(pointer.addr()).unwrap_or_default()
}

/// Room for `length` bytes of arguments; what was there is wiped.
#[expect(unsafe_code, reason = "a name for the linker")]
#[unsafe(no_mangle)]
pub extern "C" fn buf(length: u32) -> u32 {
    module(|module| {
        module.buffer = Zeroizing::new(vec![0; usize::try_from(length).unwrap_or_default()]);
        address(module.buffer.as_ptr())
    })
}

/// Does what the arguments say; the code says what lies at [`out`].
#[expect(unsafe_code, reason = "a name for the linker")]
#[unsafe(no_mangle)]
pub extern "C" fn call(operation: u32) -> u32 {
    module(|module| module.call(operation))
}

/// Where the answer begins.
#[expect(unsafe_code, reason = "a name for the linker")]
#[unsafe(no_mangle)]
pub extern "C" fn out() -> u32 {
    module(|module| address(module.buffer.as_ptr()))
}

/// How long it is.
#[expect(unsafe_code, reason = "a name for the linker")]
#[unsafe(no_mangle)]
pub extern "C" fn out_len() -> u32 {
    module(|module| u32::try_from(module.buffer.len()).unwrap_or_default())
}
