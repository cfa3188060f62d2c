//! Tokens and rosters.

use super::hex;
use crate::roster::{Attestation, Chain, Pending, PeriodKey, Role, Roster};
use crate::tests::samples::{ORGANISATION, Staff, TODAY, first_roster, rng, signed};
use crate::token::ReplyToken;
use crate::{Error, OrganisationId};
use serde_json::{Value, json};

/// From token to every secret of its threads; what reading forgives and what it refuses.
pub(super) fn token() -> Value {
    let keys = (0..3).flat_map(|seed| [(seed, 0), (seed, 1), (seed, u32::MAX)]).map(|(seed, number)| {
        let organisation = if seed == 2 { OrganisationId([0x5a; 16]) } else { ORGANISATION };
        let token = ReplyToken::make(&mut rng(seed));
        let keys = token.keys(organisation, number);
        let (content_key, commitment) = keys.thread_key.with_share(&keys.release_share);
        json!({
            "organisation": hex(organisation),
            "token": hex(crate::primitives::random::<16>(&mut rng(seed))),
            "text": *token.to_text(organisation),
            "number": number,
            "mailbox_seed": hex(keys.mailbox.seed().expose()),
            "thread": hex(keys.thread()),
            "thread_key": hex(keys.thread_key.secret().expose()),
            "release_share": hex(keys.release_share.expose()),
            "ledger_seed": hex(keys.thread_key.ledger_seed().expose()),
            "reader_seed": hex(keys.thread_key.reader().seed().expose()),
            "reader": hex(keys.thread_key.reader().verifying_key().0),
            "content_key": hex(content_key.key.expose()),
            "commitment": hex(commitment),
        })
    });
    let text = ReplyToken::make(&mut rng(0)).to_text(ORGANISATION);
    let typed =
        [text.to_lowercase(), text.replace('-', " "), text.replace('0', "O").replace('1', "l"), format!(" {} ", *text)];
    let reads = |text: &str| ReplyToken::parse(ORGANISATION, text).map(|token| token.keys(ORGANISATION, 0).thread());
    assert!(typed.iter().all(|typed| reads(typed) == reads(&text)));
    let swapped: String = text.chars().rev().collect();
    let refused = [
        "",
        "K7QF",
        text.split_at(1).1,
        &format!("{}0", *text),
        &text.replace('-', "_"),
        &swapped,
        &text.replacen(text.split_at(1).0, "U", 1),
    ];
    let refused = refused.map(|text| {
        let because = match reads(text) {
            Err(Error::TokenForm) => "form",
            Err(Error::TokenCheck) => "check",
            other => panic!("{text} gives {other:?}"),
        };
        json!({ "text": text, "because": because })
    });
    json!({
        "keys": keys.collect::<Vec<_>>(),
        "read_alike": { "organisation": hex(ORGANISATION), "text": *text, "typed": typed },
        "refused": { "organisation": hex(ORGANISATION), "texts": refused },
    })
}

/// What a second implementation needs to make the same person.
fn keys(staff: &Staff) -> Value {
    json!({
        "person": hex(staff.id),
        "sign_seed": hex(staff.sign.seed().expose()),
        "sign": hex(staff.sign.verifying_key().0),
        "seal_seed": hex(staff.seal.seed().expose()),
        "seal": hex(staff.seal.public().as_bytes()),
        "seal_digest": hex(staff.seal.public().digest()),
    })
}

/// A chain of four versions, an attestation, a pending record.
pub(super) fn roster() -> Value {
    let people: Vec<Staff> = (1..=5).map(Staff::new).collect();
    let [an, jo, fallback, auditor, later] = people.as_slice() else { panic!("five people") };
    let roles = [(an, Role::Coach), (jo, Role::Coach), (fallback, Role::Fallback), (auditor, Role::Auditor)];
    let first = first_roster(&roles);
    let mut chain = Chain::begin(&signed(&first, &[an])).unwrap();
    let mut versions = vec![signed(&first, &[an])];
    let mut add = |chain: &mut Chain, by: &[&Staff], quorum, days, change: &dyn Fn(&mut Roster)| {
        let (number, previous, organisation) = (chain.head().number + 1, chain.head_digest(), chain.organisation());
        let day = chain.head().day.plus(days);
        let mut next = Roster { number, previous, organisation, day, quorum, ..chain.head().clone() };
        change(&mut next);
        chain.append(&signed(&next, by)).unwrap();
        versions.push(signed(&next, by));
    };
    add(&mut chain, &[an], 2, 1, &|roster| {
        roster.people[3].guardian = true;
        roster.people[1].deputy = true;
        roster.gates = vec![PeriodKey { period: 7, key: vec![1; 32] }];
        roster.issuers = vec![PeriodKey { period: 8, key: vec![2; 64] }];
    });
    add(&mut chain, &[an, auditor], 2, 1, &|roster| {
        roster.people[1].until = Some(TODAY.plus(400));
        roster.people.push(later.person(Role::Coach, false));
    });
    add(&mut chain, &[an], 2, 1, &|roster| roster.removals = vec![(auditor.id, roster.day)]);
    add(&mut chain, &[an], 2, 31, &|roster| {
        roster.removals.clear();
        roster.people.retain(|person| person.id != auditor.id);
    });
    let listed = versions.iter().map(|version| {
        json!({
            "number": version.roster.number,
            "roster": hex(version.roster.to_bytes()),
            "digest": hex(version.roster.digest()),
            "signed": hex(version.to_bytes()),
        })
    });
    let listed: Vec<_> = listed.collect();
    let attestation = Attestation::make(&chain, TODAY, jo.id, &jo.sign);
    let pending =
        Pending::make(chain.organisation(), later.id, "Person 5", Role::Coach, &later.sign, later.seal.public());
    json!({
        "people": people.iter().map(keys).collect::<Vec<_>>(),
        "organisation": hex(chain.organisation()),
        "versions": listed,
        "attestation": { "day": TODAY.0, "person": hex(jo.id), "bytes": hex(attestation.to_bytes()) },
        "pending": { "bytes": hex(pending.to_bytes()), "digest": hex(pending.digest(chain.organisation())) },
    })
}
