use super::*;
use crate::tests::samples::{ORGANISATION, Staff, reporter};
use proptest::prelude::*;

fn place(number: u32) -> FilePlace {
    FilePlace { organisation: ORGANISATION, thread: reporter(9).thread(), author: PersonId::REPORTER, number }
}

/// Bytes that no two chunks share.
fn file(length: usize) -> Vec<u8> {
    (0..length).map(|byte| u8::try_from((byte / 251 + byte * 7) % 256).unwrap()).collect()
}

fn sealed(place: &FilePlace, file: &[u8]) -> (Vec<Vec<u8>>, Attachment) {
    let key = derive_file_key(place, &reporter(9).mailbox, file);
    let sealing = SealedFile::new(place, &key, file).unwrap();
    let parts = (0..sealing.parts()).map(|part| sealing.part(part)).collect();
    let named = Attachment {
        number: place.number,
        key,
        size: u64::try_from(file.len()).unwrap(),
        digest: sealing.digest(),
        media_type: "image/jpeg".into(),
        name: "photo-1.jpg".into(),
    };
    (parts, named)
}

fn open(place: &FilePlace, named: &Attachment, parts: &[Vec<u8>]) -> Result<Vec<u8>, Error> {
    let mut opening = OpenFile::new(place, named)?;
    for part in parts {
        opening.push(part)?;
    }
    opening.finish().map(|clear| clear.to_vec())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn what_was_sealed_opens_and_has_the_size_that_was_foretold(length in 0_usize..900_000) {
        let (place, file) = (place(1), file(length));
        let (parts, named) = sealed(&place, &file);
        let size = sealed_size(named.size).unwrap();
        prop_assert_eq!(parts.iter().map(Vec::len).sum::<usize>(), usize::try_from(size).unwrap());
        prop_assert_eq!(self::parts(size), u32::try_from(parts.len()).unwrap());
        for (number, part) in (0..).zip(&parts) {
            prop_assert_eq!(part.len(), part_size(size, number));
        }
        prop_assert_eq!(part_size(size, self::parts(size)), 0);
        prop_assert_eq!(open(&place, &named, &parts).unwrap(), file);
    }

    #[test]
    fn a_flipped_bit_anywhere_is_refused(length in 200_000_usize..700_000, at: prop::sample::Index, bit in 0_u8..8) {
        let (place, file) = (place(1), file(length));
        let (mut parts, named) = sealed(&place, &file);
        let all: usize = parts.iter().map(Vec::len).sum();
        let at = at.index(all);
        parts[at / PART_SIZE][at % PART_SIZE] ^= 1 << bit;
        prop_assert_eq!(open(&place, &named, &parts), Err(Error::Decrypt));
    }

    #[test]
    fn arbitrary_parts_are_refused_and_never_a_panic(parts in prop::collection::vec(prop::collection::vec(any::<u8>(), 0..600), 0..4)) {
        let (_, named) = sealed(&place(1), b"text");
        prop_assert_eq!(open(&place(1), &named, &parts), Err(Error::Decrypt));
    }
}

#[test]
fn every_edge_of_chunk_part_and_padding_opens() {
    for length in [0, 1, 65_519, 65_520, 65_521, 262_079, 262_080, 262_081, 524_160, 524_161] {
        let (place, file) = (place(3), file(length));
        let (parts, named) = sealed(&place, &file);
        assert_eq!(open(&place, &named, &parts).unwrap(), file, "{length}");
    }
}

#[test]
fn parts_swapped_dropped_doubled_cut_or_followed_by_more_are_refused() {
    let place = place(1);
    let (parts, named) = sealed(&place, &file(700_000));
    assert_eq!(parts.len(), 3);
    let order = |order: &[usize]| order.iter().map(|part| parts[*part].clone()).collect::<Vec<_>>();
    assert!(open(&place, &named, &order(&[0, 1, 2])).is_ok());
    for wrong in [&[1, 0, 2][..], &[0, 2, 1], &[2, 1, 0], &[0, 2], &[1, 2], &[0, 1], &[], &[0, 0, 1, 2], &[0, 1, 2, 2]]
    {
        assert_eq!(open(&place, &named, &order(wrong)), Err(Error::Decrypt), "{wrong:?}");
    }
    for cut in [1, 16, 65_536] {
        let mut short = order(&[0, 1, 2]);
        let length = short[2].len() - cut;
        short[2].truncate(length);
        assert_eq!(open(&place, &named, &short), Err(Error::Decrypt), "{cut}");
    }
    let mut longer = order(&[0, 1, 2]);
    longer[2].push(0);
    assert_eq!(open(&place, &named, &longer), Err(Error::Decrypt));
    let mut chunks_swapped = order(&[0, 1, 2]);
    chunks_swapped[0].rotate_left(65_536);
    assert_eq!(open(&place, &named, &chunks_swapped), Err(Error::Decrypt));
}

/// A file that was cut to fewer chunks, with a digest that fits: only STREAM's last-chunk flag tells.
#[test]
fn a_shorter_file_with_a_digest_to_match_is_refused() {
    let place = place(1);
    let (parts, named) = sealed(&place, &file(700_000));
    let mut hash = FileHash::default();
    hash.update(&parts[0]);
    let shorter = Attachment { size: 262_080, digest: hash.finish(), ..named };
    assert_eq!(open(&place, &shorter, &parts[..1]), Err(Error::Decrypt));
}

#[test]
fn a_file_opens_in_its_own_place_only_and_with_its_own_key_and_digest() {
    let here = place(1);
    let (parts, named) = sealed(&here, b"a photo");
    for elsewhere in [
        FilePlace { organisation: OrganisationId([8; 16]), ..here },
        FilePlace { thread: reporter(10).thread(), ..here },
        FilePlace { author: Staff::new(1).id, ..here },
        FilePlace { number: 2, ..here },
    ] {
        assert_eq!(open(&elsewhere, &named, &parts), Err(Error::Decrypt), "{elsewhere:?}");
        assert_ne!(elsewhere.digest(), here.digest());
    }
    for other in [
        Attachment { key: Secret::new([1; 32]), ..named.clone() },
        Attachment { digest: Digest([1; 32]), ..named.clone() },
        // What stands behind the end she named would be shown as filler, and is not zero.
        Attachment { size: 6, ..named.clone() },
        Attachment { size: 300_000, ..named.clone() },
    ] {
        assert_eq!(open(&here, &other, &parts), Err(Error::Decrypt), "{}", other.size);
    }
}

#[test]
fn no_two_files_share_a_key_and_the_same_file_makes_the_same_bytes_again() {
    let (mailbox, coach) = (reporter(9).mailbox, Staff::new(1));
    let key = derive_file_key(&place(1), &mailbox, b"one");
    assert!(key == derive_file_key(&place(1), &mailbox, b"one"));
    assert!(key != derive_file_key(&place(1), &mailbox, b"two"));
    assert!(key != derive_file_key(&place(2), &mailbox, b"one"));
    assert!(key != derive_file_key(&FilePlace { author: coach.id, ..place(1) }, &mailbox, b"one"));
    assert!(key != derive_file_key(&place(1), &coach.sign, b"one"));
    assert_eq!(sealed(&place(1), &file(300_000)), sealed(&place(1), &file(300_000)));
}

#[test]
fn what_is_too_large_is_told_to_the_byte_and_refused_before_it_is_taken_in() {
    assert_eq!(sealed_size(LARGEST_FILE), Ok(largest_sealed()));
    assert_eq!(sealed_size(LARGEST_FILE + 1), Err(Error::TooLong { excess: 1 }));
    let (_, named) = sealed(&place(1), b"text");
    let huge = Attachment { size: u64::MAX, ..named };
    assert!(matches!(OpenFile::new(&place(1), &huge), Err(Error::TooLong { .. })));
}

#[test]
fn files_of_a_screenshots_size_are_all_alike_when_sealed() {
    for size in [0, 1, 20_000, 262_080] {
        assert_eq!(sealed_size(size), Ok(262_144));
    }
    assert!(sealed_size(262_081).unwrap() > 262_144);
}
