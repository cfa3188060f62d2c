//! Which rosters clients take, and which they refuse.

use super::chain::Attestation;
use super::*;
use crate::SealSecretKey;
use crate::tests::samples::{ORGANISATION, Staff, TODAY, changes, cuts, first_roster, rng, signed};
use proptest::prelude::*;

/// A chain whose version 1 names coach 1 (its guardian), coaches 2 and 3, fallback 4 and auditor 5.
fn house() -> (Chain, Vec<Staff>) {
    let staff: Vec<Staff> = (0..=7).map(|seed| Staff::new(seed + 1)).collect();
    let roles = [Role::Coach, Role::Coach, Role::Coach, Role::Fallback, Role::Auditor];
    let people: Vec<_> = staff.iter().zip(roles).collect();
    let chain = Chain::begin(&signed(&first_roster(&people), &[&staff[0]])).unwrap();
    (chain, staff)
}

/// The version that follows the head, a day later, with a change.
fn next(chain: &Chain, change: impl FnOnce(&mut Roster)) -> Roster {
    let head = chain.head();
    let mut next = Roster {
        number: head.number + 1,
        previous: chain.head_digest(),
        organisation: chain.organisation(),
        day: head.day.plus(1),
        ..head.clone()
    };
    change(&mut next);
    next.quorum = if next.people.iter().filter(|person| person.guardian).count() > 1 { 2 } else { head.quorum };
    next
}

fn person(roster: &mut Roster, staff: &Staff) -> usize {
    roster.people.iter().position(|person| person.id == staff.id).unwrap()
}

fn refused(result: Result<(), Error>, because: &'static str) {
    assert_eq!(result, Err(Error::Roster(because)));
}

/// The house after a second guardian came: its auditor.
fn two_guardians() -> (Chain, Vec<Staff>) {
    let (mut chain, staff) = house();
    let second = next(&chain, |roster| {
        let place = person(roster, &staff[4]);
        roster.people[place].guardian = true;
    });
    chain.append(&signed(&second, &[&staff[0]])).unwrap();
    assert_eq!(chain.head().quorum, 2);
    (chain, staff)
}

const MISSING: &str = "not enough guardians have signed it";

#[test]
fn a_role_is_known_by_its_name_and_its_byte_and_only_coaches_and_the_fallback_read() {
    let known = [("coach", 1, true), ("fallback", 2, true), ("auditor", 3, false), ("management", 4, false)];
    assert_eq!(Role::ALL.map(|role| (role.name(), role.code(), role.reads())), known);
    for role in Role::ALL {
        assert_eq!(Role::from_name(role.name()), Some(role));
        assert_eq!(Role::from_code(role.code()), Some(role));
    }
    assert_eq!((Role::from_name("Coach"), Role::from_name(""), Role::from_code(0)), (None, None, None));
}

#[test]
fn the_organisation_follows_from_version_1_and_a_swapped_one_is_refused() {
    let (chain, staff) = house();
    let first = chain.head();
    assert_eq!(chain.organisation().0, first.digest().0[..16]);
    assert_eq!(chain.root_digest(), first.digest());
    let mut other = first.clone();
    other.name.push('!');
    assert_ne!(Chain::begin(&signed(&other, &[&staff[0]])).unwrap().organisation(), chain.organisation());
    let (mut chain, elsewhere) = (chain.clone(), Roster { organisation: ORGANISATION, ..next(&chain, |_| ()) });
    refused(chain.append(&signed(&elsewhere, &[&staff[0]])), "it belongs to another organisation");
}

#[test]
fn version_1_is_signed_by_the_one_guardian_it_names() {
    let (one, two) = (Staff::new(1), Staff::new(2));
    let roster = first_roster(&[(&one, Role::Coach), (&two, Role::Coach)]);
    let begin = |roster: &Roster, by: &[&Staff]| Chain::begin(&signed(roster, by)).map(|_| ());
    assert_eq!(begin(&roster, &[&one]), Ok(()));
    refused(begin(&roster, &[]), "its guardian has not signed it");
    refused(begin(&roster, &[&two]), "somebody signed who is no guardian");
    refused(begin(&roster, &[&one, &one]), "a guardian signed twice");
    let mut by_another_key = signed(&roster, &[&one]);
    by_another_key.signatures[0].1 = roster.sign(&two.sign);
    refused(Chain::begin(&by_another_key).map(|_| ()), "a signature does not hold");
    let exactly = "the first version names exactly one guardian";
    let mut changed = roster.clone();
    changed.people[1].guardian = true;
    refused(begin(&changed, &[&one]), exactly);
    changed.people.iter_mut().for_each(|person| person.guardian = false);
    refused(begin(&changed, &[]), exactly);
    refused(begin(&Roster { quorum: 2, ..roster.clone() }, &[&one]), exactly);
    for no_first in [
        Roster { number: 2, ..roster.clone() },
        Roster { previous: Digest([1; 32]), ..roster.clone() },
        Roster { organisation: ORGANISATION, ..roster.clone() },
    ] {
        refused(begin(&no_first, &[&one]), "this is no first version");
    }
    refused(begin(&Roster { removals: [(one.id, TODAY)].into(), ..roster }, &[&one]), "it backdates a removal");
}

#[test]
fn a_chain_reads_back_and_skipped_forked_unsigned_and_older_versions_are_refused() {
    let (mut chain, staff) = house();
    let first = signed(chain.head(), &[&staff[0]]);
    let second = signed(&next(&chain, |roster| roster.name = "De Eik".into()), &[&staff[0]]);
    let fork = signed(&next(&chain, |roster| roster.name = "De Beuk".into()), &[&staff[0]]);
    chain.append(&second).unwrap();
    let third = signed(&next(&chain, |_| ()), &[&staff[0]]);
    chain.append(&third).unwrap();
    let bytes = [&first, &second, &third].map(SignedRoster::to_bytes);
    let parse = |order: &[&Vec<u8>]| Chain::parse(order.iter().map(|bytes| bytes.as_slice()));
    assert_eq!(parse(&[&bytes[0], &bytes[1], &bytes[2]]), Ok(chain.clone()));
    let not_following = Err(Error::Roster("it does not follow the version before"));
    assert_eq!(parse(&[&bytes[0], &bytes[2]]), not_following);
    assert_eq!(parse(&[&bytes[0], &bytes[1], &bytes[1]]), not_following);
    assert_eq!(parse(&[&bytes[0], &fork.to_bytes(), &bytes[2]]), not_following);
    assert_eq!(parse(&[&bytes[1], &bytes[2]]), Err(Error::Roster("this is no first version")));
    assert_eq!(parse(&[]), Err(Error::Roster("there is no first version")));

    let head = |chain: &Chain| (chain.head().number, chain.head_digest());
    let (number, digest) = head(&chain);
    assert_eq!(chain.check_pin(number, &digest), Ok(()));
    assert_eq!(chain.check_pin(1, &chain.root_digest()), Ok(()));
    let older = parse(&[&bytes[0], &bytes[1]]).unwrap();
    refused(older.check_pin(number, &digest), "it is older than the one seen before");
    let forked = parse(&[&bytes[0], &fork.to_bytes()]).unwrap();
    let (number, digest) = head(&older);
    refused(forked.check_pin(number, &digest), "it is not the one seen before");
    refused(chain.check_pin(2, &fork.roster.digest()), "it is not the one seen before");
    refused(chain.check_pin(0, &Digest::NONE), "it is older than the one seen before");
    refused(
        chain.append(&signed(&Roster { day: Day(0), ..next(&chain, |_| ()) }, &[&staff[0]])),
        "its day lies before the version before",
    );
}

#[test]
fn once_there_were_two_guardians_one_signature_adds_nobody_and_changes_no_key() {
    let (chain, staff) = two_guardians();
    let (one, two) = (&staff[0], &staff[4]);
    let add = next(&chain, |roster| roster.people.push(staff[5].person(Role::Coach, false)));
    let key = next(&chain, |roster| {
        let place = person(roster, &staff[1]);
        roster.people[place].keys[0].1 = staff[5].sign.verifying_key().0;
    });
    let name = next(&chain, |roster| roster.name = "De Beuk".into());
    let remove = next(&chain, |roster| roster.people.retain(|person| person.id != two.id));
    for version in [&add, &key, &name, &remove] {
        let append = |by: &[&Staff]| chain.clone().append(&signed(version, by));
        refused(append(&[one]), MISSING);
        refused(append(&[]), MISSING);
        refused(append(&[one, one]), "a guardian signed twice");
        refused(append(&[one, &staff[1]]), "somebody signed who is no guardian");
        assert_eq!(append(&[one, two]), Ok(()));
    }
    // Two for ever: also when one guardian is left.
    let mut chain = chain.clone();
    chain.append(&signed(&remove, &[one, two])).unwrap();
    assert_eq!(chain.head().quorum, 2);
    let add = next(&chain, |roster| roster.people.push(staff[5].person(Role::Coach, false)));
    refused(chain.clone().append(&signed(&add, &[one])), MISSING);
    refused(chain.append(&signed(&Roster { quorum: 1, ..add }, &[one])), "its quorum is wrong");
}

#[test]
fn signatures_of_guardians_are_counted_and_none_else_is_taken() {
    let (chain, staff) = two_guardians();
    let third = next(&chain, |_| ());
    for (by, count) in [(&[][..], 0), (&[&staff[0]], 1), (&[&staff[0], &staff[4]], 2)] {
        assert_eq!(chain.signed(&signed(&third, by)), Ok(count));
    }
    refused(chain.signed(&signed(&third, &[&staff[1]])).map(drop), "somebody signed who is no guardian");
}

#[test]
fn somebody_is_named_from_her_first_version_on() {
    let (mut chain, staff) = house();
    for (number, newcomer) in [(2, &staff[5]), (3, &staff[6])] {
        assert_eq!(chain.first_version_of(newcomer.id), None);
        let named = next(&chain, |roster| roster.people.push(newcomer.person(Role::Coach, false)));
        chain.append(&signed(&named, &[&staff[0]])).unwrap();
        assert_eq!(chain.first_version_of(newcomer.id), Some(number));
    }
    assert_eq!([&staff[0], &staff[5]].map(|person| chain.first_version_of(person.id)), [Some(1), Some(2)]);
    for (number, people) in [(1, 5), (2, 6), (3, 7)] {
        let found = chain.version(number).map(|roster| (roster.number, roster.people.len()));
        assert_eq!(found, Some((number, people)));
    }
    assert!(chain.version(0).is_none() && chain.version(4).is_none());
}

#[test]
fn a_removal_by_one_guardian_stands_announced_for_31_days_and_nothing_rides_along() {
    let (mut chain, staff) = two_guardians();
    let (one, two) = (&staff[0], &staff[4]);
    let announced = chain.head().day.plus(1);
    let announce = next(&chain, |roster| roster.removals.push((two.id, announced)));
    let rider = Roster { name: "De Beuk".into(), ..announce.clone() };
    refused(chain.clone().append(&signed(&rider, &[one])), MISSING);
    chain.append(&signed(&announce, &[one])).unwrap();

    let gone = |chain: &Chain, day| {
        let mut version = next(chain, |roster| {
            roster.people.retain(|person| person.id != two.id);
            roster.removals.clear();
        });
        version.day = day;
        version
    };
    refused(chain.clone().append(&signed(&gone(&chain, announced.plus(30)), &[one])), MISSING);
    let due = gone(&chain, announced.plus(REMOVAL_DAYS));
    let mut rider = due.clone();
    rider.people.push(staff[5].person(Role::Coach, false));
    refused(chain.clone().append(&signed(&rider, &[one])), MISSING);
    let mut also = due.clone();
    also.people.retain(|person| person.id != staff[1].id);
    refused(chain.clone().append(&signed(&also, &[one])), MISSING);
    assert_eq!(chain.clone().append(&signed(&due, &[one])), Ok(()));
    // With two signatures at once; the one who is to go may also take the announcement back.
    assert_eq!(chain.clone().append(&signed(&gone(&chain, announced), &[one, two])), Ok(()));
    let back = next(&chain, |roster| roster.removals.clear());
    assert_eq!(chain.append(&signed(&back, &[two])), Ok(()));
    refused(chain.clone().append(&signed(&gone(&chain, announced.plus(99)), &[one])), MISSING);
}

#[test]
fn a_removal_cannot_be_backdated_nor_planted_while_one_signature_suffices() {
    let (chain, staff) = house();
    let (one, two) = (&staff[0], &staff[4]);
    let backdated = "it backdates a removal";
    for since in [Day(0), chain.head().day.plus(1)] {
        let plant = next(&chain, |roster| {
            let place = person(roster, two);
            roster.people[place].guardian = true;
            roster.removals.push((two.id, since));
        });
        refused(chain.clone().append(&signed(&plant, &[one])), backdated);
    }
    let (chain, _) = two_guardians();
    let day = chain.head().day.plus(1);
    for removals in [vec![(two.id, Day(0))], vec![(staff[1].id, day)], vec![(two.id, day), (two.id, day)]] {
        let plant = next(&chain, |roster| roster.removals = removals);
        refused(chain.clone().append(&signed(&plant, &[one, two])), backdated);
    }
}

#[test]
fn an_id_is_never_used_again_and_nobody_changes_her_role() {
    let (mut chain, staff) = house();
    let role = next(&chain, |roster| roster.people[1].role = Role::Auditor);
    refused(chain.clone().append(&signed(&role, &[&staff[0]])), "a person changed her role");
    let left = next(&chain, |roster| roster.people.retain(|person| person.id != staff[1].id));
    chain.append(&signed(&left, &[&staff[0]])).unwrap();
    assert!(chain.person_ever(staff[1].id).is_some() && chain.author_key(staff[1].id).is_some());
    let again = next(&chain, |roster| roster.people.push(staff[1].person(Role::Coach, false)));
    refused(chain.append(&signed(&again, &[&staff[0]])), "an id was used again");
}

#[test]
fn ill_formed_rosters_are_refused() {
    let (chain, staff) = house();
    let append = |change: &dyn Fn(&mut Roster)| chain.clone().append(&signed(&next(&chain, change), &[&staff[0]]));
    let (ids, keys) = ("two people share an id", "two people share a key");
    refused(append(&|roster| roster.people.push(roster.people[1].clone())), ids);
    refused(append(&|roster| roster.people[1].id = PersonId::REPORTER), ids);
    refused(append(&|roster| roster.people[1].keys[0] = roster.people[0].keys[0]), keys);
    refused(append(&|roster| roster.people[1].keys[1] = roster.people[0].keys[1]), keys);
    refused(append(&|roster| roster.people[1].keys.clear()), "a person needs one signing key");
    refused(append(&|roster| roster.people[1].keys[1].0 = KeyUse::Sign), "a person needs one signing key");
    refused(append(&|roster| roster.people[1].keys[1].0 = KeyUse::Trustee), "a reader needs a key to seal to");
    refused(append(&|roster| roster.people[0].guardian = false), "it names no guardian");
    refused(append(&|roster| roster.name = "x".repeat(201)), "it is too large");
    refused(append(&|roster| roster.people[1].name = "x".repeat(201)), "it is too large");
    refused(append(&|roster| roster.people[1].until = Some(Day(u32::MAX))), "it is too large");
    refused(append(&|roster| roster.gates = vec![PeriodKey { period: 1, key: vec![0; 1_025] }]), "it is too large");
    let many = |roster: &mut Roster| {
        roster.people.extend(
            (0..255)
                .map(|number: u8| {
                    let mut keys = roster.people[4].keys.clone();
                    keys.iter_mut().for_each(|(_, key)| key[0] = number);
                    Person {
                        id: PersonId([100, number, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]),
                        keys,
                        ..roster.people[4].clone()
                    }
                })
                .collect::<Vec<_>>(),
        );
    };
    refused(append(&many), "it is too large");
    assert_eq!(append(&|roster| roster.people[1].until = Some(TODAY)), Ok(()));
}

#[test]
fn a_guardian_out_of_office_signs_nothing() {
    let (mut chain, staff) = two_guardians();
    let leave = next(&chain, |roster| {
        let place = person(roster, &staff[4]);
        roster.people[place].until = Some(roster.day);
    });
    chain.append(&signed(&leave, &[&staff[0], &staff[4]])).unwrap();
    let later = next(&chain, |_| ());
    refused(chain.append(&signed(&later, &[&staff[0], &staff[4]])), "somebody signed who is no guardian");
}

#[test]
fn signed_rosters_read_back_and_every_changed_byte_is_refused_by_the_chain() {
    let (mut chain, staff) = house();
    let full = next(&chain, |roster| {
        roster.people[1].deputy = true;
        roster.people[2].until = Some(TODAY.plus(400));
        roster.gates = vec![PeriodKey { period: 7, key: vec![1; 32] }];
        roster.issuers = vec![PeriodKey { period: 8, key: vec![2; 270] }];
        roster.profile = Profile::Strict;
    });
    let version = signed(&full, &[&staff[0]]);
    let bytes = version.to_bytes();
    assert_eq!(SignedRoster::parse(&bytes), Ok(version.clone()));
    for (place, changed) in changes(&bytes) {
        assert!(SignedRoster::parse(&changed).and_then(|next| chain.clone().append(&next)).is_err(), "{place}");
    }
    assert!(cuts(&bytes).all(|cut| SignedRoster::parse(&cut).is_err()));
    let mut newer = bytes.clone();
    newer[0] = 2;
    assert_eq!(SignedRoster::parse(&newer), Err(Error::Version));
    assert_eq!(chain.append(&version), Ok(()));
}

#[test]
fn recipients_are_the_first_four_coaches_and_the_fallback_takes_a_slot_where_it_must() {
    let staff: Vec<Staff> = (1..=8).map(Staff::new).collect();
    let roster = |coaches: usize, fallback: bool| {
        let mut people: Vec<_> = staff.iter().take(coaches).map(|coach| (coach, Role::Coach)).collect();
        people.extend(fallback.then_some((&staff[6], Role::Fallback)));
        people.push((&staff[7], Role::Auditor));
        first_roster(&people)
    };
    let ids = |roster: &Roster, excluded: &[usize], asked: bool| {
        let excluded: Vec<_> = excluded.iter().map(|place| staff[*place].id).collect();
        roster
            .recipients(&excluded, asked, TODAY)
            .map(|chosen| chosen.iter().map(|person| usize::from(person.id.0[0]) - 1).collect::<Vec<_>>())
    };
    for coaches in 1..=6 {
        let first: Vec<usize> = (0..coaches.min(4)).collect();
        for fallback in [false, true] {
            assert_eq!(ids(&roster(coaches, fallback), &[], false), Ok(first.clone()));
        }
        assert_eq!(ids(&roster(coaches, false), &[], true), Ok(first));
        let mut with_fallback: Vec<usize> = (0..coaches.min(3)).collect();
        with_fallback.push(6);
        assert_eq!(ids(&roster(coaches, true), &[], true), Ok(with_fallback));
        let mut without_the_first: Vec<usize> = (1..coaches).take(3).collect();
        without_the_first.push(6);
        assert_eq!(ids(&roster(coaches, true), &[0], false), Ok(without_the_first));
        let rest: Vec<usize> = (1..coaches).take(4).collect();
        let expected = if rest.is_empty() { Err(Error::NoRecipient) } else { Ok(rest) };
        assert_eq!(ids(&roster(coaches, false), &[0], false), expected);
    }
    let six = roster(6, true);
    // Excluding the fallback, an auditor or a stranger excludes no coach.
    assert_eq!(ids(&six, &[6], true), Ok(vec![0, 1, 2, 3]));
    assert_eq!(ids(&six, &[7], false), Ok(vec![0, 1, 2, 3]));
    assert_eq!(ids(&six, &[0, 1, 2, 3, 4, 5], false), Ok(vec![6]));
    assert_eq!(ids(&six, &[0, 1, 2, 3, 4, 5, 6], true), Err(Error::NoRecipient));
}

#[test]
fn who_is_not_in_office_does_not_read() {
    let (one, two, fallback) = (Staff::new(1), Staff::new(2), Staff::new(3));
    let mut roster = first_roster(&[(&one, Role::Coach), (&two, Role::Coach), (&fallback, Role::Fallback)]);
    roster.people[0].until = Some(TODAY);
    roster.people[1].from = TODAY.plus(1);
    let ids = |day| {
        roster.recipients(&[], false, day).map(|chosen| chosen.iter().map(|person| person.id).collect::<Vec<_>>())
    };
    assert_eq!(ids(TODAY), Ok(vec![one.id]));
    assert_eq!(ids(TODAY.plus(1)), Ok(vec![two.id]));
    // Excluding somebody who is not there brings no fallback in.
    let chosen = roster.recipients(&[one.id], false, TODAY.plus(1)).unwrap();
    assert_eq!(chosen.iter().map(|person| person.id).collect::<Vec<_>>(), [two.id]);
}

#[test]
fn seal_keys_are_found_by_digest_and_a_key_that_was_not_named_is_not_taken() {
    let (chain, staff) = house();
    let wanted = chain.head().person(staff[1].id).unwrap();
    let keys = [staff[0].seal.public(), staff[1].seal.public()];
    assert_eq!(chain.head().seal_key(wanted, &keys), Ok(&keys[1]));
    assert!(chain.head().seal_key(wanted, &keys[..1]).is_err());
}

#[test]
fn only_the_desk_of_a_coach_in_office_attests_a_version_of_this_chain() {
    let (mut chain, staff) = house();
    let make = |chain: &Chain, by: &Staff| Attestation::make(chain, TODAY, by.id, &by.sign).to_bytes();
    let bytes = make(&chain, &staff[1]);
    assert_eq!(Attestation::parse(&chain, &bytes).map(|attestation| attestation.day), Ok(TODAY));
    for (place, changed) in changes(&bytes) {
        assert!(Attestation::parse(&chain, &changed).is_err(), "{place}");
    }
    assert!(cuts(&bytes).all(|cut| Attestation::parse(&chain, &cut) == Err(Error::Malformed)));
    let parse = |chain: &Chain, by: &Staff| Attestation::parse(chain, &make(chain, by)).map(|_| ());
    let office = "only the desk of a coach in office attests it";
    refused(parse(&chain, &staff[3]), office);
    refused(parse(&chain, &staff[4]), office);
    refused(parse(&chain, &staff[5]), "a stranger attests it");
    let in_her_name = Attestation::make(&chain, TODAY, staff[1].id, &staff[3].sign).to_bytes();
    assert_eq!(Attestation::parse(&chain, &in_her_name), Err(Error::Signature));

    let before = make(&chain, &staff[1]);
    let mut other = chain.clone();
    other.append(&signed(&next(&other, |roster| roster.name = "De Beuk".into()), &[&staff[0]])).unwrap();
    let of_a_fork = make(&other, &staff[1]);
    let leave = next(&chain, |roster| roster.people[2].until = Some(Day(1)));
    chain.append(&signed(&leave, &[&staff[0]])).unwrap();
    assert!(Attestation::parse(&chain, &before).is_ok_and(|attestation| attestation.head == chain.root_digest()));
    refused(Attestation::parse(&chain, &of_a_fork).map(|_| ()), "another head is attested");
    refused(parse(&chain, &staff[2]), office);
}

#[test]
fn a_pending_record_is_its_makers_and_says_the_words_that_are_compared() {
    let staff = Staff::new(1);
    let seal = staff.seal.public();
    let pending = Pending::make(ORGANISATION, staff.id, "An Peeters", Role::Coach, &staff.sign, seal.clone());
    let bytes = pending.to_bytes();
    assert_eq!(Pending::parse(ORGANISATION, &bytes), Ok(pending.clone()));
    assert_eq!(Pending::parse(OrganisationId::NONE, &bytes), Err(Error::Signature));
    for (place, changed) in changes(&bytes) {
        assert!(Pending::parse(ORGANISATION, &changed).is_err(), "{place}");
    }
    assert!(cuts(&bytes).all(|cut| Pending::parse(ORGANISATION, &cut).is_err()));
    let person = pending.to_person(false, TODAY);
    assert_eq!(person.digest(ORGANISATION, &seal), Some(pending.digest(ORGANISATION)));
    assert_eq!(person.digest(ORGANISATION, &SealSecretKey::make(&mut rng(3)).public()), None);
    let renamed = Person { name: "Jo".into(), ..person };
    assert_ne!(renamed.digest(ORGANISATION, &seal), Some(pending.digest(ORGANISATION)));
}

proptest! {
    #[test]
    fn arbitrary_bytes_are_no_roster_and_never_a_panic(bytes in prop::collection::vec(any::<u8>(), 0..2_000)) {
        let first = [&[1], bytes.as_slice()].concat();
        prop_assert!(Chain::parse([bytes.as_slice()]).is_err());
        prop_assert!(Chain::parse([first.as_slice()]).is_err());
        prop_assert!(Pending::parse(ORGANISATION, &first).is_err());
        prop_assert!(Attestation::parse(&house().0, &bytes).is_err());
    }

    #[test]
    fn what_is_read_as_a_roster_is_written_alike(place: prop::sample::Index, byte: u8) {
        let (chain, staff) = house();
        let mut bytes = signed(chain.head(), &[&staff[0]]).to_bytes();
        let place = place.index(bytes.len());
        bytes[place] = byte;
        if let Ok(read) = SignedRoster::parse(&bytes) {
            prop_assert_eq!(read.to_bytes(), bytes);
        }
    }
}

#[test]
fn a_signature_for_one_version_holds_for_no_other_use() {
    let (chain, staff) = house();
    let signature = chain.head().sign(&staff[0].sign);
    let key = staff[0].sign.verifying_key();
    assert_eq!(chain.head().verify(&key, &signature), Ok(()));
    let bytes = chain.head().to_bytes();
    assert!(crate::access::verify_act(OrganisationId::NONE, &key, "roster", &bytes, &signature).is_err());
}
