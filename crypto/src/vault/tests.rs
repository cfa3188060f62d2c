//! Vaults: what opens them, and that damage and roll-backs show.

use super::*;
use crate::tests::samples::{ORGANISATION, Staff, changes, cuts, reporter, rng};
use proptest::prelude::*;

const PASSPHRASE: [u8; 32] = [1; 32];
const KIT: [u8; 32] = [2; 32];

fn vault(threads: &[u8]) -> Vault {
    let staff = Staff::new(1);
    let unopened = threads.iter().map(|seed| (u32::from(*seed), reporter(*seed).thread_key));
    let unopened = unopened.map(|(day, key)| (key.thread(), Unopened { day: Day(day), key }));
    Vault {
        organisation: ORGANISATION,
        person: staff.id,
        account: "an".into(),
        sign: staff.sign,
        seal: staff.seal,
        rows: Secret::new([5; 32]),
        cursor: 7,
        roster: (3, Digest([6; 32])),
        ledger: (400, Digest([7; 32])),
        unopened: unopened.collect(),
    }
}

fn create(vault: &Vault) -> (SealedVault, MasterKey) {
    let (passphrase, kit) = (Secret::new(PASSPHRASE), Secret::new(KIT));
    vault.create(&[(WrapKind::Passphrase, &passphrase), (WrapKind::RecoveryKit, &kit)], &mut rng(8))
}

fn same(one: &Vault, other: &Vault) -> bool {
    one.to_bytes() == other.to_bytes() && one.person == other.person && one.organisation == other.organisation
}

#[test]
fn passphrase_and_kit_open_a_vault_and_nothing_else_does() {
    let vault = vault(&[9, 10]);
    let (sealed, master) = create(&vault);
    let bytes = sealed.to_bytes();
    assert_eq!(SealedVault::parse(&bytes), Ok(sealed.clone()));
    let open = |kind, key| sealed.open(kind, &Secret::new(key)).map(|(vault, _)| vault);
    assert!(open(WrapKind::Passphrase, PASSPHRASE).is_ok_and(|opened| same(&opened, &vault)));
    assert!(open(WrapKind::RecoveryKit, KIT).is_ok_and(|opened| same(&opened, &vault)));
    assert!(sealed.reopen(&master).is_ok_and(|opened| same(&opened, &vault)));
    for (kind, key) in [
        (WrapKind::Passphrase, KIT),
        (WrapKind::RecoveryKit, PASSPHRASE),
        (WrapKind::Passphrase, [3; 32]),
        (WrapKind::Passkey, PASSPHRASE),
        (WrapKind::Trustees, KIT),
    ] {
        assert_eq!(open(kind, key).err(), Some(Error::Decrypt));
    }
}

#[test]
fn every_changed_byte_of_a_vault_is_refused_and_no_other_length_is_taken() {
    let vault = vault(&[9]);
    let owner = vault.sign.verifying_key();
    let bytes = create(&vault).0.to_bytes();
    for (place, changed) in changes(&bytes) {
        let read = SealedVault::parse(&changed);
        assert!(read.clone().and_then(|sealed| sealed.verify(&owner)).is_err(), "{place}");
        // An owner who has only her passphrase, on a new device.
        let opened = read.and_then(|sealed| sealed.open(WrapKind::Passphrase, &Secret::new(PASSPHRASE)).map(|_| ()));
        assert!(opened.is_err(), "{place}");
    }
    assert!(cuts(&bytes).all(|cut| SealedVault::parse(&cut) == Err(Error::Malformed)));
    let mut newer = bytes.clone();
    newer[0] = 2;
    assert_eq!(SealedVault::parse(&newer), Err(Error::Version));
}

#[test]
fn a_rolled_back_vault_shows_by_its_counter_which_cannot_be_changed() {
    let mut vault = vault(&[]);
    let (first, master) = create(&vault);
    vault.cursor = 8;
    let second = vault.save(&first, &master, &mut rng(9));
    assert_eq!((first.counter, second.counter), (1, 2));
    assert!(second.open(WrapKind::RecoveryKit, &Secret::new(KIT)).is_ok_and(|(opened, _)| opened.cursor == 8));
    let mut older = first.clone();
    older.counter = 3;
    assert_eq!(older.verify(&vault.sign.verifying_key()), Err(Error::Signature));
    assert_eq!(older.reopen(&master).err(), Some(Error::Decrypt));
    // The body of one version under the name of the other.
    let mixed = SealedVault { body: first.body.clone(), ..second };
    assert_eq!(mixed.reopen(&master).err(), Some(Error::Decrypt));
}

#[test]
fn a_vault_that_another_key_signed_is_refused_even_if_it_opens() {
    let (vault, stranger) = (vault(&[]), Staff::new(2));
    let (mut sealed, master) = create(&vault);
    sealed.signature = stranger.sign.sign(Label::VAULT_SIGNATURE, ORGANISATION, &[&sealed.signed_part()]);
    assert_eq!(sealed.reopen(&master).err(), Some(Error::Signature));
}

#[test]
fn anything_in_the_padding_is_refused() {
    let vault = vault(&[9]);
    let parse = |bytes: &[u8]| Vault::parse(vault.organisation, vault.person, bytes).map(|_| ());
    let bytes = vault.to_bytes();
    assert_eq!((bytes.len(), parse(&bytes)), (STEP, Ok(())));
    let mut changed = bytes.to_vec();
    *changed.last_mut().unwrap() = 1;
    assert_eq!(parse(&changed), Err(Error::Malformed));
    assert_eq!(parse(&[&*bytes, &[0; STEP][..]].concat()), Err(Error::Malformed));
    // An absurd number of threads.
    let place = 4 + 2 + 3 * 32 + 8 + 4 + 32 + 8 + 32;
    let mut absurd = bytes.to_vec();
    absurd[place..place + 4].fill(0xff);
    assert_eq!(parse(&absurd), Err(Error::Malformed));
}

#[test]
fn the_size_of_a_vault_hardly_tells_how_many_threads_wait() {
    let length = |count: u8| create(&vault(&(0..count).collect::<Vec<_>>())).0.to_bytes().len();
    assert_eq!(length(0), length(57));
    assert_eq!(length(58) - length(57), STEP);
}

proptest! {
    #[test]
    fn two_sittings_merge_by_maximum_and_union_in_either_order(
        mine in prop::collection::btree_set(0..6_u8, 0..5),
        theirs in prop::collection::btree_set(0..6_u8, 0..5),
        opened in prop::collection::btree_set(0..6_u8, 0..3),
        cursors: (u8, u8),
        pins: (u8, u8),
    ) {
        let sitting = |threads: &std::collections::BTreeSet<u8>, cursor: u8, pin: u8| {
            let mut vault = vault(&threads.iter().copied().collect::<Vec<_>>());
            vault.cursor = u64::from(cursor);
            vault.roster = (u32::from(pin), Digest([pin; 32]));
            vault.ledger = (u64::from(pin), Digest([pin; 32]));
            vault
        };
        let one = sitting(&mine, cursors.0, pins.0);
        let other = sitting(&theirs, cursors.1, pins.1);
        let gone: Vec<ThreadId> = opened.iter().map(|seed| reporter(*seed).thread()).collect();
        let merged = |first: &Vault, second: &Vault| {
            let mut merged = first.clone();
            merged.merge(second, &gone);
            merged
        };
        let both = merged(&one, &other);
        prop_assert!(same(&both, &merged(&other, &one)));
        prop_assert!(same(&both, &merged(&both, &other)));
        prop_assert_eq!(both.cursor, u64::from(cursors.0.max(cursors.1)));
        prop_assert_eq!(both.roster.0, u32::from(pins.0.max(pins.1)));
        let expected: std::collections::BTreeSet<ThreadId> =
            mine.union(&theirs).filter(|seed| !opened.contains(seed)).map(|seed| reporter(*seed).thread()).collect();
        prop_assert_eq!(both.unopened.keys().copied().collect::<std::collections::BTreeSet<_>>(), expected);
    }

    #[test]
    fn arbitrary_bytes_are_no_vault_and_never_a_panic(bytes in prop::collection::vec(any::<u8>(), 0..5_000)) {
        let first = [&[1], bytes.as_slice()].concat();
        let owner = Staff::new(1).sign.verifying_key();
        for bytes in [&bytes, &first] {
            prop_assert!(SealedVault::parse(bytes).and_then(|sealed| sealed.verify(&owner)).is_err());
            let _ = Vault::parse(ORGANISATION, PersonId([1; 16]), bytes);
        }
    }
}
