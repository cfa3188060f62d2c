//! Secrets cannot be printed, and are wiped when they are dropped.

use crate::access::MailboxRequest;
use crate::case::{CaseContentKey, CaseKey, Record};
use crate::ledger::{EpochRoot, EpochSecret, LogKey, ObjectKey, Ratchet, Step};
use crate::thread::{ContentKey, Creation, Message, OpenFile, Safekeeping, SealedFile, ShareSlot, ThreadKey};
use crate::token::{ReplyToken, ReporterKeys};
use crate::wire::{InvitationQuery, Session};
use crate::{PersonId, SealSecretKey, Secret, SigningKey};
use core::marker::PhantomData;

/// `IsDebug::<T>::DEBUG` is the inherent constant where `T: Debug`, otherwise the trait's.
struct IsDebug<T: ?Sized>(PhantomData<T>);

trait Unprintable {
    const DEBUG: bool = false;
}

impl<T: ?Sized> Unprintable for IsDebug<T> {}

impl<T: ?Sized + core::fmt::Debug> IsDebug<T> {
    const DEBUG: bool = true;
}

macro_rules! unprintable {
    ($($secret:ty),* $(,)?) => {
        $(const _: () = assert!(!IsDebug::<$secret>::DEBUG, "a secret can be printed");)*
    };
}

unprintable!(
    Secret<16>,
    Secret<32>,
    SigningKey,
    SealSecretKey,
    ReplyToken,
    ReporterKeys,
    ThreadKey,
    ContentKey,
    SealedFile<'static>,
    OpenFile,
    Creation,
    ShareSlot,
    Safekeeping,
    CaseKey,
    CaseContentKey,
    Record,
    Ratchet,
    Step,
    EpochSecret,
    EpochRoot,
    ObjectKey,
    LogKey,
);

#[cfg(feature = "staff")]
unprintable!(
    crate::staff::Unlock,
    crate::staff::RecoveryKit,
    crate::staff::Invitation,
    crate::staff::SessionToken,
    crate::vault::Vault,
    crate::vault::MasterKey,
);

// The probe sees what can be printed.
const _: () = assert!(IsDebug::<MailboxRequest>::DEBUG && IsDebug::<Message>::DEBUG && IsDebug::<Session>::DEBUG);

#[test]
fn what_can_be_printed_does_not_say_what_was_written() {
    let message = super::samples::message(PersonId::REPORTER, 3, crate::thread::Content::Text("the foreman".into()));
    assert!(!format!("{message:?}").contains("foreman"));
    let card = crate::case::Card { line: "the foreman".into(), ..Default::default() };
    assert!(!format!("{card:?}").contains("foreman"));
    let invitation = InvitationQuery { invitation: "K7QF".into() };
    assert_eq!(format!("{invitation:?}"), "InvitationQuery");
}

#[test]
fn every_secret_has_the_destructor_that_wipes_it() {
    // The memory itself cannot be looked at without unsafe code; that the destructor which wipes is there can.
    assert!(core::mem::needs_drop::<Secret<32>>());
    assert!(core::mem::needs_drop::<SigningKey>() && core::mem::needs_drop::<SealSecretKey>());
    assert!(core::mem::needs_drop::<ThreadKey>() && core::mem::needs_drop::<ContentKey>());
    assert!(core::mem::needs_drop::<ReplyToken>() && core::mem::needs_drop::<ReporterKeys>());
}
