//! Which code is everybody's, what it signs, and which codes may follow.

use super::*;
use crate::roster::{Chain, Role};
use crate::tests::samples::{ORGANISATION, Staff, changes, first_roster, new_thread, reporter, rng, signed};
use proptest::prelude::*;

const TEXT: &str = "abacus bagel yo-yo cactus zoom";

fn code() -> GateCode {
    GateCode::parse(TEXT).unwrap()
}

/// A chain of one coach, who is its guardian.
fn house() -> (Chain, Staff) {
    let coach = Staff::new(1);
    (Chain::begin(&signed(&first_roster(&[(&coach, Role::Coach)]), &[&coach])).unwrap(), coach)
}

fn append(chain: &mut Chain, coach: &Staff, gates: Vec<PeriodKey>) -> Result<(), Error> {
    let (number, previous, organisation) = (chain.head().number + 1, chain.head_digest(), chain.organisation());
    let next = Roster { number, previous, organisation, gates, ..chain.head().clone() };
    chain.append(&signed(&next, &[coach]))
}

proptest! {
    #[test]
    fn a_made_code_reads_back_however_it_is_typed(seed: u8, upper: bool, between in "[ .,;+\n\u{a0}]{1,3}| - ") {
        let made = GateCode::make(&mut rng(seed));
        let mut typed = made.text().replace(' ', &between);
        if upper { typed = typed.to_uppercase(); }
        let read = GateCode::parse(&format!(" {typed}. ")).unwrap();
        prop_assert_eq!(read.text(), made.text());
        prop_assert!(read.key(ORGANISATION, 1).seed() == made.key(ORGANISATION, 1).seed());
    }

    #[test]
    fn no_other_text_yields_the_key_of_a_code(text in "[a-z]{1,9}( [a-z-]{1,9}){0,6}") {
        let (mut chain, coach) = house();
        let organisation = chain.organisation();
        append(&mut chain, &coach, vec![code().public(organisation, 1)]).unwrap();
        let found = GateCode::parse(&text).and_then(|code| chain.head().gate_key(&code));
        prop_assert!(matches!(found, Err(Error::Gate | Error::Words)));
    }
}

#[test]
fn five_words_are_a_code_and_no_other_count() {
    for wrong in
        ["", "abacus", "abacus bagel yo-yo cactus", "abacus bagel yo-yo cactus zoom zoom", "- - - - -", "1 2 3 4 5"]
    {
        assert!(matches!(GateCode::parse(wrong), Err(Error::Words)), "{wrong}");
    }
    let made: Vec<_> = (0..9).map(|seed| GateCode::make(&mut rng(seed)).text().to_owned()).collect();
    assert!(made.iter().all(|text| text.split(' ').count() == WORDS && crate::words::unknown_words(text).is_empty()));
    assert!((1..made.len()).all(|place| !made[..place].contains(&made[place])));
}

#[test]
fn a_key_belongs_to_its_organisation_and_period() {
    let key = code().key(ORGANISATION, 3);
    for other in [code().key(ORGANISATION, 4), code().key(OrganisationId::NONE, 3)] {
        assert!(other.seed() != key.seed());
    }
}

#[test]
fn a_code_that_the_roster_does_not_name_is_refused_before_it_is_used() {
    let (mut chain, coach) = house();
    let (organisation, other) = (chain.organisation(), GateCode::make(&mut rng(1)));
    assert!(matches!(chain.head().gate_key(&code()), Err(Error::Gate)), "open");
    append(&mut chain, &coach, vec![code().public(organisation, 1)]).unwrap();
    assert!(chain.head().gate_key(&code()).is_ok());
    assert!(matches!(chain.head().gate_key(&other), Err(Error::Gate)));
    append(&mut chain, &coach, vec![code().public(organisation, 1), other.public(organisation, 2)]).unwrap();
    assert!([code(), other].iter().all(|code| chain.head().gate_key(code).is_ok()), "the one before counts on");
}

#[test]
fn codes_leave_in_their_order_and_one_at_a_time_comes() {
    let (mut chain, coach) = house();
    let organisation = chain.organisation();
    let key = |seed, period| GateCode::make(&mut rng(seed)).public(organisation, period);
    let (one, two, three) = (key(1, 1), key(2, 2), key(3, 3));
    let many = Error::Roster("at most two gate codes count, each with a signing key");
    let follow = Error::Roster("its gate codes do not follow");
    let mut next =
        |gates: &[&PeriodKey]| append(&mut chain, &coach, gates.iter().map(|gate| (*gate).clone()).collect());
    assert_eq!(next(&[&one, &two]), Err(follow.clone()), "two at once would be two groups");
    assert_eq!(next(&[&PeriodKey { period: 1, key: vec![1; 31] }]), Err(many.clone()));
    assert_eq!(next(&[&one]), Ok(()));
    assert_eq!(next(&[&two, &one]), Err(follow.clone()));
    assert_eq!(next(&[&one, &one]), Err(follow.clone()), "one twice");
    assert_eq!(next(&[&one, &key(2, 1)]), Err(follow.clone()), "a period twice");
    assert_eq!(next(&[&one, &two]), Ok(()));
    assert_eq!(next(&[&one, &two, &three]), Err(many));
    assert_eq!(next(&[&two, &three]), Ok(()));
    assert_eq!(next(&[&one, &three]), Err(follow.clone()), "one that left");
    assert_eq!(next(&[&three]), Ok(()));
    assert_eq!(next(&[]), Ok(()));
    assert_eq!(next(&[&key(4, 0)]), Err(follow.clone()), "periods count from 1");
    assert_eq!(next(&[&key(4, 3)]), Err(follow), "a period that was");
    assert_eq!(next(&[&key(4, 4)]), Ok(()));
}

#[test]
fn a_proof_holds_for_its_creation_and_for_a_code_that_counts() {
    let (staff, keys) = (Staff::new(1), reporter(1));
    let (mine, theirs) = (code(), GateCode::make(&mut rng(9)));
    let gates = |codes: &[(&GateCode, u32)]| -> Vec<PeriodKey> {
        codes.iter().map(|(code, period)| code.public(ORGANISATION, *period)).collect()
    };
    let mut creation = new_thread(&keys, &[&staff], 4);
    assert!(creation.passes(&[]) && !creation.passes(&gates(&[(&mine, 1)])));
    creation.sign_gate(&mine.key(ORGANISATION, 1));
    assert!(creation.passes(&[]), "a code was taken away while she wrote");
    assert!(creation.passes(&gates(&[(&mine, 1)])));
    assert!(creation.passes(&gates(&[(&mine, 1), (&theirs, 2)])), "a new one came while she wrote");
    assert!(!creation.passes(&gates(&[(&theirs, 2)])), "another code");
    assert!(!creation.passes(&gates(&[(&mine, 2)])), "another period");
    assert!(!creation.passes(&[PeriodKey { period: 1, key: vec![0; 31] }]), "no key");

    let mut other = new_thread(&reporter(2), &[&staff], 5);
    other.gate = creation.gate;
    assert!(!other.passes(&gates(&[(&mine, 1)])), "replayed under another thread");
    let mut again = new_thread(&keys, &[&staff], 6);
    again.gate = creation.gate;
    assert!(!again.passes(&gates(&[(&mine, 1)])), "replayed under other content of the same thread");
}

#[test]
fn a_creation_reads_back_with_its_proof_and_no_changed_proof_holds() {
    let mut creation = new_thread(&reporter(1), &[&Staff::new(1)], 4);
    let bare = creation.to_bytes();
    creation.sign_gate(&code().key(ORGANISATION, 1));
    let bytes = creation.to_bytes();
    assert_eq!(bytes.len(), bare.len() + 64);
    let gates = [code().public(ORGANISATION, 1)];
    assert!(Creation::parse(&bytes).unwrap().passes(&gates) && !Creation::parse(&bare).unwrap().passes(&gates));
    for (place, changed) in changes(&bytes).skip(bytes.len() - 65) {
        assert!(Creation::parse(&changed).map_or(true, |read| !read.passes(&gates)), "{place}");
    }
    assert!(Creation::parse(&bytes[..bytes.len() - 1]).is_err());
}
