//! Creations, messages of every kind, wraps, decoys, case files.

use super::hex;
use crate::case::{Card, CaseHeader, CaseKey, Record, RecordKind, seal_key_row};
use crate::tests::samples::{ORGANISATION, Staff, TODAY, message, reporter, rng};
use crate::thread::{Attachment, Content, Creation, Message, NewThread, Wrap, create, decoy, message_digest};
use crate::triage::{Category, Flag, Severity, Status, Urgency};
use crate::work::Work;
use crate::{Digest, PersonId, Secret, ThreadId};
use serde_json::{Value, json};
use zeroize::Zeroizing;

fn creation() -> Creation {
    let (keys, recipients) = (reporter(9), [Staff::new(1).receiver(), Staff::new(2).receiver()]);
    let new = NewThread {
        recipients: &recipients,
        excluded: &[PersonId([3; 16])],
        continues: Some(ThreadId([4; 32])),
        roster_head: Digest([5; 32]),
        content: Content::Text("The night shift is too long".into()),
    };
    let mut creation = create(&keys, new, &mut rng(21)).unwrap();
    creation.work_day = TODAY;
    creation.work_nonce = Work::new(ORGANISATION, keys.thread(), TODAY).search(12, 1 << 20).unwrap();
    creation
}

pub(super) fn thread() -> Value {
    let (keys, creation) = (reporter(9), creation());
    let (one, two) = (Staff::new(1), Staff::new(2));
    assert!(creation.header.open(&one.seal).is_ok() && creation.header.open(&two.seal).is_ok());
    let (case_key, giver) = (Secret::new([6; 32]), one.signer());
    let wrap = Wrap::make(&keys.thread_key, &case_key, giver, (two.id, &two.seal.public()), &[], &mut rng(22)).unwrap();
    let decoys = [(1_u64, 0_u32), (1, 1), (u64::MAX, u32::MAX)].map(|(batch, slot)| {
        let header = decoy(&Secret::new([7; 32]), ORGANISATION, batch, slot).unwrap().to_bytes();
        json!({ "batch": batch.to_string(), "slot": slot, "header_sha256": hex(crate::primitives::sha256(&header)) })
    });
    json!({
        "organisation": hex(ORGANISATION),
        "thread": hex(keys.thread()),
        "mailbox_seed": hex(keys.mailbox.seed().expose()),
        "thread_key": hex(keys.thread_key.secret().expose()),
        "release_share": hex(keys.release_share.expose()),
        "content_key": hex(keys.content_key().key.expose()),
        "recipient_seal_seeds": [hex(one.seal.seed().expose()), hex(two.seal.seed().expose())],
        "excluded_seal_seed": hex(Staff::new(3).seal.seed().expose()),
        "header": hex(creation.header.to_bytes()),
        "commitment": hex(creation.header.commitment),
        "share_slot": hex(creation.share_slot.to_bytes()),
        "share_slot_digest": hex(creation.header.share_slot),
        "ledger_seed": hex(creation.ledger_seed.expose()),
        "ledger_seed_digest": hex(creation.header.ledger_seed),
        "first_message_digest": hex(creation.header.first_message),
        "work": { "day": TODAY.0, "nonce": creation.work_nonce, "zero_bits": creation.work() },
        "creation": hex(creation.to_bytes()),
        "wrap": {
            "from": hex(one.id),
            "to": hex(two.id),
            "giver": hex(one.sign.verifying_key().0),
            "receiver_seal_seed": hex(two.seal.seed().expose()),
            "case_key": hex(case_key.expose()),
            "bytes": hex(wrap.to_bytes()),
        },
        "decoys": { "key": hex([7; 32]), "headers": decoys },
    })
}

/// Each kind once, by reporter and coach in turn, in one conversation.
pub(super) fn messages() -> Value {
    let (keys, coach) = (reporter(9), Staff::new(1));
    let text = || String::from("Sinds mei — “é” 🙂");
    let (one, other) = (PersonId([1; 16]), PersonId([2; 16]));
    let contents = [
        Content::Text(text()),
        Content::Status(Status::Acknowledged, text()),
        Content::Withdraw(text()),
        Content::Give(one, other),
        Content::Continued(ThreadId([3; 32])),
        Content::Talk(text()),
        Content::LiftExclusion(one),
        Content::CheckIn(3, text()),
        Content::Files(text()),
        Content::Newer(200),
        Content::Text("x".repeat(5_000)),
    ];
    let mut newest = [Digest::NONE; 2];
    let mut made = Vec::new();
    for (place, content) in contents.into_iter().enumerate() {
        let (role, sequence) = (place % 2, u32::try_from(place / 2).unwrap());
        let (author, key) = if role == 0 { (PersonId::REPORTER, &keys.mailbox) } else { (coach.id, &coach.sign) };
        let mut said = message(author, sequence, content);
        said.previous = newest[role];
        if newest[1 - role] != Digest::NONE {
            said.seen = vec![(if role == 0 { coach.id } else { PersonId::REPORTER }, newest[1 - role])];
        }
        if matches!(said.content, Content::Files(_)) {
            said.attachments = vec![Attachment {
                number: 1,
                key: Secret::new([4; 32]),
                size: 70_000,
                digest: Digest([5; 32]),
                media_type: "image/jpeg".into(),
                name: "file-1.jpg".into(),
            }];
        }
        let sealed = said.seal(&keys.content_key(), key, &mut rng(30 + u8::try_from(place).unwrap())).unwrap();
        let key_of = |author| (author == coach.id).then(|| coach.sign.verifying_key());
        assert_eq!(Message::open(&keys.content_key(), &sealed, key_of), Ok(said.clone()));
        newest[role] = message_digest(ORGANISATION, &sealed);
        made.push(listed(&said, &sealed, &newest[role]));
    }
    json!({
        "organisation": hex(ORGANISATION),
        "thread": hex(keys.thread()),
        "content_key": hex(keys.content_key().key.expose()),
        "coach": { "person": hex(coach.id), "sign": hex(coach.sign.verifying_key().0) },
        "messages": made,
    })
}

fn listed(said: &Message, sealed: &[u8], digest: &Digest) -> Value {
    let seen = said.seen.iter().map(|(author, digest)| json!([hex(author), hex(digest)]));
    let content = match &said.content {
        Content::Give(from, to) => json!([hex(from), hex(to)]),
        Content::Continued(thread) => hex(thread),
        Content::LiftExclusion(person) => hex(person),
        Content::CheckIn(months, text) => json!([months, text]),
        Content::Status(status, text) => json!([status.code(), text]),
        Content::Newer(code) => json!({ "unknown kind": code }),
        other => json!(other.text()),
    };
    json!({
        "author": hex(said.author),
        "sequence": said.sequence,
        "previous": hex(said.previous),
        "seen": seen.collect::<Vec<_>>(),
        "roster_head": hex(said.roster_head),
        "content": content,
        "attachments": said.attachments.len(),
        "sealed": hex(sealed),
        "digest": hex(digest),
    })
}

pub(super) fn case() -> Value {
    let (keys, coach, share) = (reporter(9), Staff::new(1), Secret::new([3; 32]));
    let recipients = [coach.seal.public(), Staff::new(2).seal.public()];
    let (header, key): (CaseHeader, CaseKey) =
        CaseHeader::make(&keys.thread_key, coach.signer(), &recipients, &mut rng(41)).unwrap();
    let content = key.content_key(&share);
    let card = Card {
        keeper: Some(coach.id),
        category: Some(Category::Workload),
        severity: Some(Severity::Harmful),
        urgency: Some(Urgency::CanWait),
        status: Some(Status::Dialogue),
        flags: vec![Flag::DetrimentRisk, Flag::Junk],
        themes: vec!["night shift".into()],
        unit: "Bottling".into(),
        line: "Third report about the night shift".into(),
        closed: Some(TODAY),
    };
    let records = [
        (RecordKind::Card, 0, card.to_bytes()),
        (RecordKind::Note, 4, Zeroizing::new("Spoke to her".into())),
        (RecordKind::Draft, 1, Zeroizing::new("Dear reporter".into())),
    ];
    let records = records.map(|(kind, sequence, payload)| {
        let record = Record { kind, author: coach.id, sequence, payload };
        let sealed = record.seal(&content, &coach.sign, &mut rng(42)).unwrap();
        json!({
            "kind": kind.code(),
            "sequence": sequence,
            "payload": hex(&*record.payload),
            "sealed": hex(sealed),
        })
    });
    let rows = Secret::new([2; 32]);
    json!({
        "organisation": hex(ORGANISATION),
        "thread": hex(keys.thread()),
        "maker": hex(coach.id),
        "maker_sign": hex(coach.sign.verifying_key().0),
        "recipient_seal_seeds": [hex(coach.seal.seed().expose()), hex(Staff::new(2).seal.seed().expose())],
        "header": hex(header.to_bytes()),
        "case_key": hex(key.secret().expose()),
        "case_share": hex(share.expose()),
        "empty_card": hex(&*Card::default().to_bytes()),
        "records": records,
        "key_row": {
            "rows": hex(rows.expose()),
            "thread_key": hex(keys.thread_key.secret().expose()),
            "sealed": hex(seal_key_row(&rows, &keys.thread_key, &key, &mut rng(43))),
        },
    })
}
