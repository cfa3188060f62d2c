mod corpus;
mod overwritten;

use super::{Assurance, Gone, Kind, strip};
use corpus::{CANARY, Sample, canary, promised, segment, turned, utf16};
use proptest::prelude::*;

/// Whether a canary stands in it, as bytes or as UTF-16 in either order.
fn sings(bytes: &[u8]) -> bool {
    let little = utf16(CANARY);
    let big: Vec<u8> = CANARY.encode_utf16().flat_map(u16::to_be_bytes).collect();
    [CANARY.as_bytes(), &little, &big].into_iter().any(|song| super::holds(bytes, song))
}

/// Strips it once and once more, and looks for what must hold of every file of the corpus.
fn stripped(sample: &Sample) -> Vec<u8> {
    assert!(sings(&sample.bytes), "{}: there is nothing to be found", sample.name);
    let once = strip(&sample.bytes);
    assert_eq!((once.kind, once.assurance), (sample.kind, sample.assurance), "{}", sample.name);
    assert_eq!(once.gone, sample.gone, "{}", sample.name);
    assert!(!sings(&once.bytes), "{}: a canary is left", sample.name);
    let again = strip(&once.bytes);
    assert_eq!((again.kind, again.assurance), (sample.kind, sample.assurance), "{}", sample.name);
    assert!(*again.bytes == *once.bytes && again.gone.is_empty(), "{}: {:?} goes again", sample.name, again.gone);
    once.bytes.to_vec()
}

#[test]
fn what_draws_stays_byte_for_byte_and_no_canary_is_left() {
    for sample in promised() {
        assert!(stripped(&sample) == sample.clean, "{} is another picture", sample.name);
    }
}

#[test]
fn a_canary_is_heard_in_every_voice() {
    assert!(sings(&canary("")) && sings(&utf16(CANARY)));
    assert!(sings(&[0, b'C', 0, b'A', 0, b'N', 0, b'A', 0, b'R', 0, b'Y']));
    assert!(!sings(b"CANAR Y"));
}

#[test]
fn a_file_is_what_its_bytes_say() {
    for (bytes, kind) in [
        (b"".as_slice(), Kind::Other),
        (b"\xFF\xD8", Kind::Other),
        (b"\0\0\0\x0CftypM4A ", Kind::Other),
        (b"\0\0\0\x18ftypmif1\0\0\0\0avifmif1", Kind::Other),
        (b"\0\0\0\x18ftypmif1\0\0\0\0heicmif1", Kind::Heic),
        (b"\n%PDF-1.7", Kind::Pdf),
        (b"PK\x03\x04", Kind::Other),
        (b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", Kind::Office),
    ] {
        assert_eq!(Kind::of(bytes), kind, "{bytes:?}");
    }
    let other = strip(b"Some text.");
    assert_eq!((other.bytes.as_slice(), other.assurance), (b"Some text.".as_slice(), Assurance::Untouched));
}

#[test]
fn how_a_picture_is_turned_stays_in_either_order_of_bytes_and_nothing_else_does() {
    for (little, orientation) in [(true, 6), (false, 6), (true, 1), (false, 9), (true, 0)] {
        let exif = [b"Exif\0\0".to_vec(), corpus::tiff(little, orientation)].concat();
        let with = |exif: &[u8]| [b"\xFF\xD8", exif, &segment(0xDA, &[0]), b"x\xFF\xD9"].concat();
        let kept =
            if orientation == 6 { segment(0xE1, &[b"Exif\0\0".to_vec(), turned(6)].concat()) } else { Vec::new() };
        let stripped = strip(&with(&segment(0xE1, &exif)));
        assert!(*stripped.bytes == with(&kept), "{orientation}");
        assert_eq!(stripped.gone, corpus::EXIF_GONE, "{orientation}");
    }
}

#[test]
fn a_file_that_is_not_in_form_comes_back_whole_and_says_so() {
    for sample in promised() {
        let cut = &sample.clean[..sample.clean.len() - 1];
        let short = strip(cut);
        assert_eq!((short.assurance, short.gone.len()), (Assurance::Untouched, 0), "{}", sample.name);
        assert!(*short.bytes == *cut, "{}", sample.name);
    }
    let critical = [&corpus::png().clean[..33], &corpus::chunk(b"CaNV", b"x")].concat();
    assert_eq!(strip(&critical).assurance, Assurance::Untouched);
    assert_eq!(strip(b"\xFF\xD8\xFF\xD9").assurance, Assurance::Untouched, "nothing is drawn");
}

/// What must hold whatever came in.
fn holds_for(bytes: &[u8]) -> Result<(), TestCaseError> {
    let once = strip(bytes);
    match once.assurance {
        Assurance::Untouched => prop_assert!(*once.bytes == *bytes && once.gone.is_empty()),
        Assurance::BestEffort => prop_assert_eq!(once.bytes.len(), bytes.len()),
        Assurance::Removed => prop_assert!(once.bytes.len() <= bytes.len()),
    }
    let again = strip(&once.bytes);
    prop_assert_eq!((again.kind, again.assurance, again.gone.as_slice()), (once.kind, once.assurance, [].as_slice()));
    prop_assert!(*again.bytes == *once.bytes);
    Ok(())
}

/// One of the files of the corpus, and what is done to it.
fn sample(which: prop::sample::Index) -> Vec<u8> {
    let all = promised().into_iter().chain(overwritten::samples()).flat_map(|sample| [sample.bytes, sample.clean]);
    which.get(&all.collect::<Vec<_>>()).clone()
}

proptest! {
    #[test]
    fn any_bytes_come_back(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
        holds_for(&bytes)?;
    }

    #[test]
    fn cut_files_come_back(which: prop::sample::Index, end: prop::sample::Index) {
        let sample = sample(which);
        holds_for(&sample[..end.index(sample.len() + 1)])?;
    }

    #[test]
    fn changed_files_come_back(
        which: prop::sample::Index,
        changes in proptest::collection::vec(any::<(prop::sample::Index, u8)>(), 1..8),
    ) {
        let mut sample = sample(which);
        for (place, byte) in changes {
            let length = sample.len();
            sample[place.index(length)] = byte;
        }
        holds_for(&sample)?;
    }

    #[test]
    fn files_with_a_stretch_said_twice_come_back(
        which: prop::sample::Index,
        from: prop::sample::Index,
        to: prop::sample::Index,
        length in 1..64_usize,
    ) {
        let mut sample = sample(which);
        let from = from.index(sample.len());
        let stretch = sample[from..(from + length).min(sample.len())].to_vec();
        let to = to.index(sample.len());
        sample.splice(to..to, stretch);
        holds_for(&sample)?;
    }
}

#[test]
fn every_name_of_the_lists_is_there_once() {
    let names: std::collections::BTreeSet<_> = Gone::ALL.iter().map(|gone| gone.name()).collect();
    assert_eq!(names.len(), Gone::ALL.len());
}
