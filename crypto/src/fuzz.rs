//! Readers of what stands behind a seal. Who holds the key may be anybody: a reporter writes what coaches' devices read,
//! a coach what a reporter's does. The fuzzer has no key, so it comes in here.

use crate::ledger::Record;
use crate::thread::Message;
use crate::vault::Vault;

/// A message's text, people and files; whether it is one. What is read is written back as it was.
#[must_use]
pub fn message(body: &[u8]) -> bool {
    Message::reads(body)
}

/// A vault; whether it is one. What is read is written back as it was.
#[must_use]
pub fn vault(bytes: &[u8]) -> bool {
    Vault::reads(bytes)
}

/// A record of the access log; whether it is one. What is read is written back as it was.
#[must_use]
pub fn record(plaintext: &[u8]) -> bool {
    Record::reads(plaintext)
}
