//! Headers, creations, stanzas, decoys, wraps and what the server keeps: what opens, and what is refused.

use super::header::{Parts, seed_digest};
use super::*;
use crate::SealSecretKey;
use crate::ledger::Ratchet;
use crate::tests::samples::{ORGANISATION, Staff, changes, cuts, new_thread, reporter, rng};
use crate::{Day, PersonId};
use proptest::prelude::*;
use rand_core::Rng;

const CLEAR_STANZAS: core::ops::Range<usize> = 81..81 + STANZAS * STANZA_SIZE;

fn nobody(header: &Header, seed: u8) -> bool {
    header.open(&Staff::new(seed).seal).err() == Some(Error::Decrypt)
}

/// The parts of a header of `keys` around these stanzas.
fn parts(key: &ThreadKey, stanzas: Vec<u8>) -> Parts<'_> {
    let digest = Digest([1; 32]);
    let ledger_seed = seed_digest(ORGANISATION, key.thread(), &key.ledger_seed());
    Parts { key, stanzas, commitment: digest, share_slot: digest, ledger_seed, first_message: digest }
}

#[test]
fn one_to_four_recipients_open_a_header_and_nobody_else_does() {
    let staff: Vec<Staff> = (1..=4).map(Staff::new).collect();
    for count in 1..=4 {
        let keys = reporter(9);
        let recipients: Vec<&Staff> = staff.iter().take(count).collect();
        let header = new_thread(&keys, &recipients, 9).header;
        assert_eq!(Header::parse(&header.to_bytes()), Ok(header.clone()));
        for (place, one) in staff.iter().enumerate() {
            let opened = header.open(&one.seal);
            assert_eq!(opened.is_ok(), place < count);
            assert!(opened.is_err() || opened.is_ok_and(|key| key.secret() == keys.thread_key.secret()));
        }
        assert!(nobody(&header, 200));
    }
}

#[test]
fn every_changed_byte_of_a_header_is_refused_and_no_other_length_is_taken() {
    let bytes = new_thread(&reporter(9), &[&Staff::new(1)], 9).header.to_bytes();
    assert_eq!(bytes.len(), Header::SIZE);
    for (place, changed) in changes(&bytes) {
        let expected = if place == 0 { Error::Version } else { Error::Signature };
        assert_eq!(Header::parse(&changed), Err(expected), "{place}");
    }
    assert!(cuts(&bytes).all(|cut| Header::parse(&cut) == Err(Error::Malformed)));
}

#[test]
fn a_stanza_moved_to_another_thread_or_organisation_opens_for_nobody() {
    let coach = Staff::new(1);
    let bytes = new_thread(&reporter(9), &[&coach], 9).header.to_bytes();
    let stanzas = bytes[CLEAR_STANZAS].to_vec();
    let other = reporter(10);
    let moved = Header::sign(parts(&other.thread_key, stanzas.clone()), &other.mailbox);
    assert_eq!(moved.open(&coach.seal).err(), Some(Error::Decrypt));
    let elsewhere = ThreadKey::new(OrganisationId([8; 16]), reporter(9).thread(), Secret::new([1; 32]));
    let moved = Header::sign(parts(&elsewhere, stanzas), &reporter(9).mailbox);
    assert_eq!(moved.open(&coach.seal).err(), Some(Error::Decrypt));
}

#[test]
fn a_reader_key_or_seed_that_does_not_follow_is_the_creations_fault() {
    let (coach, keys) = (Staff::new(1), reporter(9));
    let public = [coach.seal.public()];
    let stanza =
        |key: &Secret<32>| seal_stanzas(Label::STANZA, ORGANISATION, keys.thread(), key, &public, &mut rng(3)).unwrap();
    let header = Header::sign(parts(&keys.thread_key, stanza(&Secret::new([4; 32]))), &keys.mailbox);
    assert_eq!(header.open(&coach.seal).err(), Some(Error::Malformed));
    let mut wrong = parts(&keys.thread_key, stanza(keys.thread_key.secret()));
    wrong.ledger_seed = Digest([2; 32]);
    assert_eq!(Header::sign(wrong, &keys.mailbox).open(&coach.seal).err(), Some(Error::Malformed));
}

#[test]
fn a_thread_is_sealed_in_as_many_steps_as_are_named_and_alike_in_steps_and_at_once() {
    let (coach, keys) = (Staff::new(1), reporter(9));
    let new = || NewThread {
        recipients: &[],
        excluded: &[],
        continues: None,
        roster_head: Digest::NONE,
        content: Content::Text("Klein mag ook".into()),
    };
    let recipients = [(coach.id, coach.seal.public())];
    let mut random = rng(3);
    let mut creating = Creating::begin(&keys, NewThread { recipients: &recipients, ..new() }, &mut random).unwrap();
    let mut steps = 0;
    while creating.step(&mut random).unwrap() {
        steps += 1;
    }
    assert_eq!(steps, Creating::STEPS);
    let at_once = create(&keys, NewThread { recipients: &recipients, ..new() }, &mut rng(3)).unwrap();
    assert_eq!(creating.finish().to_bytes(), at_once.to_bytes());
}

#[test]
fn the_order_of_stanzas_does_not_tell_who_reads() {
    let coach = Staff::new(1);
    let mut places = [0; STANZAS];
    for seed in 0..40 {
        let header = new_thread(&reporter(seed), &[&coach], seed).header;
        let bytes = header.to_bytes();
        let mut stanzas = bytes[CLEAR_STANZAS].chunks_exact(STANZA_SIZE);
        let data = [&[1], header.thread.0.as_slice()].concat();
        let info = Label::STANZA.transcript(ORGANISATION, &[]);
        let hers = |stanza| primitives::hpke_open(&coach.seal, &info, &data, stanza).is_ok();
        places[stanzas.position(hers).unwrap()] += 1;
    }
    assert!(places.iter().all(|count| *count > 0), "{places:?}");
}

#[test]
fn a_creation_reads_back_and_every_byte_the_reporter_signed_for_is_bound() {
    let creation = new_thread(&reporter(9), &[&Staff::new(1)], 9);
    let bytes = creation.to_bytes();
    let unsigned = bytes.len() - 13..bytes.len() - 1;
    for (place, changed) in changes(&bytes) {
        let read = Creation::parse(&changed);
        // Day and nonce of the work are not signed: the work itself shows a change.
        assert_eq!(read.is_ok(), unsigned.contains(&place), "{place}");
        assert!(read.is_err() || read.is_ok_and(|read| read.header == creation.header));
    }
    let with_a_pass = [&bytes[..bytes.len() - 1], &[2]].concat();
    assert_eq!(Creation::parse(&with_a_pass).err(), Some(Error::Version));
    assert!(cuts(&bytes).all(|cut| Creation::parse(&cut).is_err()));
}

#[test]
fn a_share_a_seed_or_a_message_of_another_thread_does_not_fit_a_creation() {
    let (one, other) =
        (new_thread(&reporter(9), &[&Staff::new(1)], 9), new_thread(&reporter(10), &[&Staff::new(1)], 10));
    for mixed in [
        Creation { share_slot: other.share_slot.clone(), ..one.clone() },
        Creation { ledger_seed: other.ledger_seed.clone(), ..one.clone() },
        Creation { first_message: other.first_message.clone(), ..one.clone() },
        Creation { header: other.header.clone(), ..one.clone() },
    ] {
        assert_eq!(Creation::parse(&mixed.to_bytes()).err(), Some(Error::Malformed));
    }
    assert!(Creation::parse(&one.to_bytes()).is_ok());
}

#[test]
fn nobody_five_people_and_an_excluded_recipient_are_refused_before_sealing() {
    let staff: Vec<Staff> = (1..=5).map(Staff::new).collect();
    let receivers: Vec<_> = staff.iter().map(Staff::receiver).collect();
    let make = |recipients: &[(PersonId, crate::SealPublicKey)], excluded: &[PersonId]| {
        let content = Content::Text("text".into());
        let new = NewThread { recipients, excluded, continues: None, roster_head: Digest::NONE, content };
        create(&reporter(9), new, &mut rng(1)).err()
    };
    assert_eq!(make(&[], &[]), Some(Error::NoRecipient));
    assert_eq!(make(&receivers, &[]), Some(Error::NoRecipient));
    assert_eq!(make(&receivers[..2], &[staff[1].id]), Some(Error::Excluded));
    assert_eq!(make(&receivers[..2], &[staff[2].id]), None);
}

#[test]
fn an_excluded_coach_opens_no_stanza_and_sees_one_form_with_decoys() {
    let (coach, excluded) = (Staff::new(1), Staff::new(2));
    let header = new_thread(&reporter(9), &[&coach], 9).header;
    let decoy = decoy(&Secret::new([5; 32]), ORGANISATION, 3, 0).unwrap();
    for served in [&header, &decoy] {
        assert_eq!(served.open(&excluded.seal).err(), Some(Error::Decrypt));
        assert_eq!(Header::parse(&served.to_bytes()).as_ref(), Ok(served));
    }
    assert_eq!(header.to_bytes().len(), decoy.to_bytes().len());
    assert_eq!(header.to_bytes()[..17], decoy.to_bytes()[..17]);
}

#[test]
fn decoys_are_stable_differ_by_batch_slot_key_and_organisation_and_open_for_nobody() {
    let key = Secret::new([5; 32]);
    let first = decoy(&key, ORGANISATION, 3, 0).unwrap();
    assert_eq!(decoy(&key, ORGANISATION, 3, 0), Ok(first.clone()));
    let others = [
        decoy(&key, ORGANISATION, 4, 0),
        decoy(&key, ORGANISATION, 3, 1),
        decoy(&key, OrganisationId([8; 16]), 3, 0),
        decoy(&Secret::new([6; 32]), ORGANISATION, 3, 0),
    ];
    assert!(others.iter().all(|other| other.as_ref().is_ok_and(|other| other.thread != first.thread)));
    assert!((1..20).all(|seed| nobody(&first, seed)));
}

#[test]
fn a_wrap_opens_for_its_receiver_and_every_change_is_refused() {
    let (giver, receiver, keys) = (Staff::new(1), Staff::new(2), reporter(9));
    let case = Secret::new([6; 32]);
    let (to, public) = receiver.receiver();
    let make = |excluded: &[PersonId]| {
        Wrap::make(&keys.thread_key, &case, giver.signer(), (to, &public), excluded, &mut rng(3))
    };
    assert_eq!(make(&[to]).err(), Some(Error::Excluded));
    let wrap = make(&[giver.id]).unwrap();
    let bytes = wrap.to_bytes();
    assert_eq!((bytes.len(), Wrap::parse(&bytes)), (Wrap::SIZE, Ok(wrap.clone())));
    let open = |wrap: &Wrap| wrap.open(&giver.sign.verifying_key(), &receiver.seal);
    let (thread_key, case_key) = open(&wrap).ok().unwrap();
    assert!(thread_key.secret() == keys.thread_key.secret() && case_key == case);
    for (place, changed) in changes(&bytes) {
        let opened = Wrap::parse(&changed).and_then(|wrap| open(&wrap).map(|_| ()));
        assert_eq!(opened, Err(if place == 0 { Error::Version } else { Error::Signature }), "{place}");
    }
    assert!(cuts(&bytes).all(|cut| Wrap::parse(&cut) == Err(Error::Malformed)));
    assert_eq!(wrap.open(&giver.sign.verifying_key(), &giver.seal).err(), Some(Error::Decrypt));
    assert_eq!(wrap.open(&receiver.sign.verifying_key(), &receiver.seal).err(), Some(Error::Signature));
}

#[test]
fn the_content_key_needs_the_share_it_was_made_with() {
    let keys = reporter(9);
    let header = new_thread(&keys, &[&Staff::new(1)], 9).header;
    let open = |share| keys.thread_key.content_key(share, &header.commitment);
    assert!(open(&keys.release_share).is_ok_and(|key| key.key == keys.content_key().key));
    assert_eq!(open(&Secret::new([1; 32])).err(), Some(Error::Decrypt));
    assert_eq!(keys.thread_key.content_key(&keys.release_share, &Digest::NONE).err(), Some(Error::Decrypt));
    // A stolen database and a coach's key without the share give the thread key, which opens no message.
    let bytes = new_thread(&keys, &[&Staff::new(1)], 9).first_message;
    let guess = ContentKey { key: keys.thread_key.secret().clone(), ..keys.content_key() };
    assert_eq!(Message::open(&guess, &bytes, |_| None), Err(Error::Decrypt));
}

#[test]
fn share_slots_and_safekeeping_read_back_and_nothing_longer_or_shorter_does() {
    let witness = ShareSlot::Witness([9; STANZA_SIZE].into());
    for slot in [ShareSlot::Plain(Secret::new([8; 32])), witness] {
        assert!(ShareSlot::parse(&slot.to_bytes()).is_ok_and(|read| read.to_bytes() == slot.to_bytes()));
        assert!(cuts(&slot.to_bytes()).all(|cut| ShareSlot::parse(&cut).is_err()));
        let ratchet = Ratchet::start(Secret::new([1; 32]));
        for registration in [None, Some(ratchet.step(ORGANISATION))] {
            let (share_slot, case_share) = (slot.clone(), Secret::new([2; 32]));
            let kept = Safekeeping { share_slot, case_share, ratchet: ratchet.clone(), registration };
            let bytes = kept.to_bytes();
            assert!(Safekeeping::parse(&bytes).is_ok_and(|read| *read.to_bytes() == *bytes));
            assert!(cuts(&bytes).all(|cut| Safekeeping::parse(&cut).is_err()));
        }
    }
    assert_eq!(ShareSlot::parse(&[2; 33]).err(), Some(Error::Malformed));
}

#[test]
fn shuffling_reaches_every_order_and_loses_nothing() {
    let mut counts = alloc::collections::BTreeMap::new();
    let mut rng = rng(4);
    for _ in 0..2_400 {
        let mut items = [1, 2, 3, 4];
        shuffle(&mut items, &mut rng);
        *counts.entry(items).or_insert(0) += 1;
    }
    assert_eq!(counts.len(), 24);
    assert!(counts.values().all(|count| (50..160).contains(count)), "{counts:?}");
    shuffle::<u8>(&mut [], &mut rng);
    assert!(rng.next_u64() > 0);
}

proptest! {
    #[test]
    fn arbitrary_bytes_are_never_a_thing_of_a_thread_and_never_a_panic(bytes in prop::collection::vec(any::<u8>(), 0..6_000)) {
        let first = [&[1], bytes.as_slice()].concat();
        for bytes in [&bytes, &first] {
            prop_assert!(Header::parse(bytes).is_err());
            prop_assert!(Creation::parse(bytes).is_err());
            prop_assert!(Message::open(&reporter(9).content_key(), bytes, |_| None).is_err());
            let coach = Staff::new(1);
            let wrap = Wrap::parse(bytes).and_then(|wrap| wrap.open(&coach.sign.verifying_key(), &coach.seal).map(|_| ()));
            prop_assert!(wrap.is_err());
            let _ = (Envelope::parse(bytes), ShareSlot::parse(bytes), Safekeeping::parse(bytes));
        }
    }
}

#[test]
fn a_creation_carries_its_work() {
    let mut creation = new_thread(&reporter(9), &[&Staff::new(1)], 9);
    creation.work_day = Day(20_778);
    let mut work = crate::work::Work::new(ORGANISATION, creation.header.thread, creation.work_day);
    creation.work_nonce = work.search(8, 1 << 16).unwrap();
    let read = Creation::parse(&creation.to_bytes()).ok().unwrap();
    assert!(read.work() >= 8);
    assert_eq!((read.work_day, read.work_nonce), (creation.work_day, creation.work_nonce));
}

#[test]
fn a_key_that_was_never_made_is_not_taken_as_a_seal_key() {
    assert!(crate::SealPublicKey::try_from([0xff; 1_216].as_slice()).is_err());
    let public = SealSecretKey::from_seed(Secret::new([1; 32])).public();
    assert!(crate::SealPublicKey::try_from(&public.as_bytes()[1..]).is_err());
    assert_eq!(crate::SealPublicKey::try_from(public.as_bytes()), Ok(public.clone()));
}
