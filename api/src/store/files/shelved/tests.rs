use super::*;
use crate::store::files::tests::{send, show_all};
use crate::store::files::{self, Part};
use crate::store::support::{Site, on_each_site, thread as thread_of, tick};
use crypto::PersonId;
use crypto::access::FilePut;
use crypto::thread::PART_SIZE;
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

/// What lies outside, by name.
type Lying = BTreeMap<[u8; 32], Vec<u8>>;

fn name(byte: u8) -> Name {
    Name { thread: thread_of(byte), author: PersonId::REPORTER, number: 1 }
}

/// Threads of these bytes, each with one part that is full of its byte.
fn grown(site: &mut Site, threads: std::ops::RangeInclusive<u8>) {
    for byte in threads {
        site.arrive(byte, tick(0, 7)).unwrap();
        send(site, byte, 1, tick(0, 7));
    }
    show_all(site, tick(0, 7));
    site.tick(tick(0, 7));
}

/// One part that lies outside, and one object that is discarded.
pub(in crate::store) fn one_of_each(site: &mut Site) {
    let places = places(&chosen(site)[..1]);
    step(site, |db| intend(db, &places));
    step(site, |db| settle(db, &places));
    step(site, |db| discard(db, &Digest([5; 32])));
}

fn step<T>(site: &mut Site, act: impl FnOnce(&mut Db) -> Result<T, Error>) -> T {
    site.db.transaction(act).unwrap()
}

fn chosen(site: &mut Site) -> Vec<Carried> {
    let Site { db, rng, .. } = site;
    choose(db, rng).unwrap()
}

fn places(some: &[Carried]) -> Vec<(Key, Shelved)> {
    some.iter().map(Carried::place).collect()
}

/// Everything goes outside.
fn carry_all(site: &mut Site, lying: &mut Lying) {
    loop {
        let some = chosen(site);
        if some.is_empty() {
            return;
        }
        let places = places(&some);
        assert!(step(site, |db| intend(db, &places)).into_iter().all(|stands| stands));
        lying.extend(some.into_iter().map(|part| (part.shelved.object.0, part.sealed)));
        step(site, |db| settle(db, &places));
    }
}

/// The bytes of a thread's part, wherever they are; nothing for one that was erased.
fn had(site: &mut Site, lying: &Lying, byte: u8) -> Option<Vec<u8>> {
    match files::part_for(&mut site.db, &name(byte), PersonId::REPORTER, 0) {
        Ok(Part::Here(bytes)) => Some(bytes),
        Ok(Part::Shelved(shelved)) => Some(shelf::open(&shelved.secret, &lying[&shelved.object.0]).unwrap()),
        Err(Error::NotFound) => None,
        Err(error) => panic!("{error}"),
    }
}

#[test]
fn what_is_shown_goes_outside_in_an_order_that_is_not_that_of_arrival_and_comes_back() {
    on_each_site(|site| {
        grown(site, 1..=40);
        site.arrive(41, tick(0, 19)).unwrap();
        send(site, 41, 1, tick(0, 19));
        let first: BTreeSet<Vec<u8>> = chosen(site).iter().map(|part| part.key.0.clone()).collect();
        let second: BTreeSet<Vec<u8>> = chosen(site).iter().map(|part| part.key.0.clone()).collect();
        assert!(first.len() == 8 && first != second, "the same eight of forty, twice");
        let mut lying = Lying::new();
        carry_all(site, &mut lying);
        assert_eq!((lying.len(), count(&mut site.db).unwrap()), (40, 40));
        assert!(lying.values().all(|sealed| sealed.len() == shelf::OBJECT_SIZE));
        let kept: i64 = file_part::table.count().get_result(&mut site.db).unwrap();
        assert_eq!(kept, 0);
        for byte in 1..=40 {
            assert_eq!(had(site, &lying, byte).unwrap(), vec![byte; PART_SIZE]);
        }
        assert!(matches!(
            files::part_for(&mut site.db, &name(41), PersonId::REPORTER, 0),
            Ok(Part::Here(bytes)) if bytes[0] == 41
        ));
    });
}

#[test]
fn a_part_that_is_brought_again_is_compared_with_what_lies_outside() {
    on_each_site(|site| {
        grown(site, 1..=1);
        carry_all(site, &mut Lying::new());
        let bring = |site: &mut Site, byte: u8| {
            let bytes = vec![byte; PART_SIZE];
            files::put(&mut site.db, thread_of(1), PersonId::REPORTER, &FilePut { number: 1, part: 0, bytes: &bytes })
        };
        assert_eq!(bring(site, 1).unwrap(), 1);
        assert!(matches!(bring(site, 2), Err(Error::Conflict)));
    });
}

#[test]
fn what_broke_off_is_put_again_as_the_same_object() {
    on_each_site(|site| {
        grown(site, 1..=1);
        let first = chosen(site);
        let places = places(&first);
        step(site, |db| intend(db, &places));
        let again = chosen(site);
        assert!(first[0].shelved == again[0].shelved && first[0].sealed == again[0].sealed);
        // Whoever chose before the secret stood had another one, and goes nowhere with it.
        let mut other = places.clone();
        other[0].1.secret = Secret::new([9; 32]);
        assert_eq!(step(site, |db| intend(db, &other)), [false]);
        step(site, |db| settle(db, &places));
        step(site, |db| settle(db, &places));
        assert_eq!(discarded(&mut site.db).unwrap(), []);
        assert!(pick(&mut site.db).unwrap() == Some(first[0].shelved.clone()));
    });
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(8))]

    /// One carrier at a time, as the lease has it; it dies between any two steps, and people erase at any moment.
    #[test]
    fn in_whatever_order_things_happen_nothing_is_lost_and_nothing_erased_stays(
        steps in proptest::collection::vec(0_u8..12, 40..120),
    ) {
        on_each_site(|site| {
            grown(site, 1..=9);
            let mut lying = Lying::new();
            let (mut living, mut erased): (BTreeSet<u8>, BTreeSet<u8>) = ((1..=9).collect(), BTreeSet::new());
            let (mut carrying, mut intended, mut put) = (Vec::new(), Vec::new(), Vec::new());
            for (place, step_of) in steps.iter().enumerate() {
                match step_of {
                    0..=2 if carrying.is_empty() && intended.is_empty() && put.is_empty() => carrying = chosen(site),
                    3 | 4 if !carrying.is_empty() => {
                        let places = places(&carrying);
                        let mut stand = step(site, |db| intend(db, &places)).into_iter();
                        intended = std::mem::take(&mut carrying);
                        intended.retain(|_| stand.next().unwrap());
                    }
                    5 | 6 => {
                        for part in intended.drain(..) {
                            let place = part.place();
                            lying.insert(part.shelved.object.0, part.sealed);
                            put.push(place);
                        }
                    }
                    7 | 8 => {
                        let done = std::mem::take(&mut put);
                        step(site, |db| settle(db, &done));
                    }
                    9 => (carrying, intended, put) = (Vec::new(), Vec::new(), Vec::new()),
                    10 => {
                        let Some(byte) = living.iter().copied().nth(place % living.len().max(1)) else { continue };
                        living.remove(&byte);
                        erased.insert(byte);
                        step(site, |db| files::erase(db, thread_of(byte)));
                    }
                    _ if carrying.is_empty() && intended.is_empty() && put.is_empty() => take_away(site, &mut lying),
                    _ => {}
                }
                for byte in &living {
                    assert_eq!(had(site, &lying, *byte), Some(vec![*byte; PART_SIZE]));
                }
                for byte in &erased {
                    assert_eq!(had(site, &lying, *byte), None);
                }
            }
            // It begins anew, to the end.
            take_away(site, &mut lying);
            carry_all(site, &mut lying);
            assert_eq!(lying.len(), living.len(), "what was erased is outside no more");
            for byte in &living {
                assert_eq!(had(site, &lying, *byte), Some(vec![*byte; PART_SIZE]));
            }
        });
    }
}

fn take_away(site: &mut Site, lying: &mut Lying) {
    let objects = discarded(&mut site.db).unwrap();
    for object in &objects {
        lying.remove(&object.0);
    }
    step(site, |db| forget_discarded(db, &objects));
    assert_eq!(discarded(&mut site.db).unwrap(), []);
}
