//! Secrets cannot be printed, and are gone when they are dropped.

use crate::access::MailboxRequest;
use crate::case::{CaseContentKey, CaseKey, Record};
use crate::ledger::{EpochRoot, EpochSecret, LogKey, ObjectKey, Ratchet, Step};
use crate::thread::{ContentKey, Creation, Message, Safekeeping, ShareSlot, ThreadKey};
use crate::token::{ReplyToken, ReporterKeys};
use crate::wire::{CardDocument, InvitationQuery, Session};
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

#[test]
fn the_probe_sees_what_can_be_printed() {
    assert!(IsDebug::<MailboxRequest>::DEBUG);
    assert!(IsDebug::<Message>::DEBUG);
    assert!(!IsDebug::<Secret<32>>::DEBUG);
}

#[test]
fn what_can_be_printed_does_not_say_what_was_written() {
    let message = super::samples::message(PersonId::REPORTER, 3, crate::thread::Content::Text("the foreman".into()));
    assert!(!format!("{message:?}").contains("foreman"));
    let card = crate::case::Card { line: "the foreman".into(), ..Default::default() };
    assert!(!format!("{card:?}").contains("foreman"));
    let invitation = InvitationQuery { invitation: "K7QF".into() };
    assert_eq!(format!("{invitation:?}"), "InvitationQuery");
    assert!(!IsDebug::<Record>::DEBUG && IsDebug::<Session>::DEBUG && IsDebug::<CardDocument>::DEBUG);
}

#[test]
fn a_secret_is_wiped_where_it_lay() {
    // `drop_in_place` is unsafe; a slot that is overwritten runs the same destructor. What can be seen without unsafe
    // is that the destructor is there at all.
    assert!(core::mem::needs_drop::<Secret<32>>());
    assert!(core::mem::needs_drop::<SigningKey>() && core::mem::needs_drop::<SealSecretKey>());
    assert!(core::mem::needs_drop::<ThreadKey>() && core::mem::needs_drop::<ContentKey>());
    assert!(core::mem::needs_drop::<ReplyToken>() && core::mem::needs_drop::<ReporterKeys>());
}
