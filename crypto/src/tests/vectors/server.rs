//! What the server makes and checks: mailbox pages, safekeeping, tombstones, challenges, signed requests.

use super::hex;
use crate::access::{Challenge, Enrolment, MailboxAct, MailboxRequest, sign_act, tombstone};
use crate::ledger::{Purpose, Ratchet, Release};
use crate::primitives::sha256;
use crate::tests::samples::{ORGANISATION, Staff, TODAY, reporter, rng};
use crate::thread::{PART_SIZE, Safekeeping, ShareSlot};
use crate::wire::{MAILBOX_PAGE_SIZE, MailboxItem, MailboxPage, MailboxState};
use crate::{Day, Secret, ring, shelf};
use serde_json::{Value, json};

pub(super) fn server() -> Value {
    let (keys, key) = (reporter(9), Secret::new([6; 32]));
    let mut ratchet = Ratchet::start(keys.thread_key.ledger_seed());
    let registration = ratchet.step(ORGANISATION);
    ratchet.advance(ORGANISATION).unwrap();
    let kept = [Some(registration), None].map(|registration| {
        let share_slot = ShareSlot::Plain(keys.release_share.clone());
        let kept = Safekeeping { share_slot, case_share: Secret::new([3; 32]), ratchet: ratchet.clone(), registration };
        let bytes = kept.to_bytes();
        let sealed = ring::seal(&key, 7, ORGANISATION, keys.thread(), &bytes, &mut rng(51));
        json!({ "bytes": hex(&*bytes), "sealed": hex(sealed) })
    });
    let item = |day, released, bytes: &[u8]| MailboxItem { day: Day(day), released, bytes: bytes.to_vec() };
    let pages = [
        (MailboxState::Unknown, false, None, None, vec![]),
        (
            MailboxState::Live,
            true,
            Some(TODAY),
            Some(TODAY.plus(2)),
            vec![item(20_778, true, &[1; 20]), item(20_780, false, &[2; 30])],
        ),
        (MailboxState::Erased, false, None, None, vec![]),
    ];
    let pages = pages.map(|(state, more, day, answered, items)| {
        let used = 13 + items.iter().map(|item| 9 + item.bytes.len()).sum::<usize>();
        let bytes = MailboxPage { state, more, day, answered, items }.to_bytes(&mut rng(52)).unwrap();
        json!({ "size": MAILBOX_PAGE_SIZE, "beginning": hex(&bytes[..used]) })
    });
    json!({
        "organisation": hex(ORGANISATION),
        "thread": hex(keys.thread()),
        "safekeeping": { "ring_key": hex(key.expose()), "ring_key_id": 7, "rows": kept },
        "mailbox_pages": pages,
        "shelf": shelf(),
        "tombstone": { "key": hex(key.expose()), "name": hex(tombstone(&key, keys.thread())) },
    })
}

/// Parts of both ends of their lengths; of the objects what tells them apart, and a digest of the whole.
fn shelf() -> Value {
    let rows = [(4, vec![9]), (5, vec![9; PART_SIZE])].map(|(secret, part)| {
        let secret = Secret::new([secret; 32]);
        let object = shelf::seal(&secret, &part);
        json!({
            "secret": hex(secret.expose()),
            "part": { "length": part.len(), "byte": 9 },
            "name": hex(shelf::derive_name(&secret, &part)),
            "object": { "length": object.len(), "beginning": hex(&object[..32]), "sha256": hex(sha256(&object)) },
        })
    });
    json!(rows)
}

pub(super) fn access() -> Value {
    let (keys, coach, key) = (reporter(9), Staff::new(1), Secret::new([6; 32]));
    let challenge = Challenge::make(&key, 29_000_000, &mut rng(53));
    let origin = "https://report.example";
    let acts: [(MailboxAct, &[u8]); 4] = [
        (MailboxAct::Read, &[0, 0, 0, 0]),
        (MailboxAct::Say, b"a sealed message"),
        (MailboxAct::TakeBack, &[0, 0, 0, 3]),
        (MailboxAct::Erase, &[]),
    ];
    let requests = acts.map(|(act, body)| {
        let made = MailboxRequest::make(act, ORGANISATION, &keys.mailbox, origin, challenge, body.to_vec());
        assert_eq!(made.verify([origin]), Ok(()));
        hex(made.to_bytes())
    });
    let enrolment = Enrolment::make(&keys.thread_key, coach.id, &coach.sign, &challenge);
    let tag = Ratchet::at(keys.thread_key.ledger_seed(), ORGANISATION, 2).unwrap().step(ORGANISATION).tag();
    let release = Release { tag, counter: 2, purpose: Purpose::FollowUp, day: TODAY };
    json!({
        "organisation": hex(ORGANISATION),
        "origin": origin,
        "mailbox_seed": hex(keys.mailbox.seed().expose()),
        "challenge": { "key": hex(key.expose()), "minute": 29_000_000, "bytes": hex(challenge.0) },
        "mailbox_requests": requests,
        "enrolment": {
            "thread": hex(keys.thread()),
            "reader_seed": hex(keys.thread_key.reader().seed().expose()),
            "person": hex(coach.id),
            "sign_seed": hex(coach.sign.seed().expose()),
            "by_reader": hex(enrolment.by_reader.0),
            "by_person": hex(enrolment.by_person.0),
        },
        "release": {
            "tag": hex(tag),
            "counter": release.counter,
            "purpose": release.purpose.code(),
            "day": release.day.0,
            "signature": hex(release.sign(ORGANISATION, &coach.sign).0),
        },
        "act": {
            "name": "take-back",
            "content": hex(b"content"),
            "signature": hex(sign_act(ORGANISATION, &coach.sign, "take-back", b"content").0),
        },
    })
}
