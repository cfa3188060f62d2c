use super::*;
use crate::id::{Digest, Tag};
use proptest::prelude::*;

fn body(byte: u8) -> Body {
    let mut bytes = [byte; Body::SIZE];
    bytes[0] = 1;
    Body::try_from(bytes.as_slice()).unwrap()
}

#[test]
fn addresses_are_those_of_the_standard() {
    for (index, path) in
        [(0, "000"), (7, "007"), (999, "999"), (1_000, "x001/000"), (1_234_067, "x001/x234/067"), (70_000, "x070/000")]
    {
        let part = Part::<TILE>::find(index, u64::MAX).unwrap();
        assert_eq!(part.to_path(), path);
        assert_eq!(Part::parse(path), Ok(part));
    }
    // The example of the standard: 70,000 entries.
    let last = Part::<TILE>::cover(0, 70_000).last().unwrap();
    assert_eq!((last.index(), last.to_path().as_str()), (273, "273.p/112"));
    assert_eq!(Part::<TILE>::cover(0, row_length(70_000, 1)).last().unwrap().to_path(), "001.p/17");
    assert_eq!(Part::<TILE>::cover(0, row_length(70_000, 2)).last().unwrap().to_path(), "000.p/1");
    assert_eq!(row_length(u64::MAX, 63), 0);
    for wrong in [
        "",
        "0",
        "00",
        "0000",
        "x000/001",
        "001/000",
        "x1/000",
        "000.p/0",
        "000.p/256",
        "000.p/01",
        "000.p/",
        "0x0",
        "x",
    ] {
        assert!(Part::<TILE>::parse(wrong).is_err(), "{wrong}");
    }
    assert!(Part::<TILE>::parse(&"x999/".repeat(9)).is_err());
    assert!(Part::<VOLUME>::parse("000.p/4095").is_ok() && Part::<VOLUME>::parse("000.p/4096").is_err());
}

proptest! {
    #[test]
    fn parts_cover_a_row_without_gap_or_overlap(length in 0..20_000_u64, start in 0..20_000_u64) {
        let parts: Vec<Part<TILE>> = Part::cover(start, length).collect();
        let mut next = start / TILE * TILE;
        for part in &parts {
            prop_assert_eq!(part.places().start, next);
            prop_assert!(part.is_within(length) && (part.is_full() || part.places().end == length));
            prop_assert_eq!(Part::parse(&part.to_path()), Ok(*part));
            next = part.places().end;
        }
        prop_assert!(next == length || start / TILE * TILE >= length);
    }

    #[test]
    fn tiles_lie_where_tlog_tiles_looks_for_them(level in 0..4_u8, index in 0..2_000_000_u64, width in 1..=256_u32) {
        let part = Part::<TILE>::find(index, index * TILE + u64::from(width)).unwrap();
        let theirs = tlog_tiles::Tile::new(8, level, index, width, false);
        // Its addresses carry the height of tiles, which the standard fixes.
        prop_assert_eq!(format!("tile/8/{level}/{}", part.to_path()), theirs.path());
    }

    #[test]
    fn any_text_is_a_path_or_refused(path in "[0-9x/.p]{0,20}") {
        if let Ok(part) = Part::<TILE>::parse(&path) {
            prop_assert_eq!(part.to_path(), path);
        }
    }

    #[test]
    fn bundles_and_volumes_round_trip_and_nothing_short_is_taken(count in 0..20_u8, erased: u8, cut in 1..400_usize) {
        let entries: Vec<Entry> = (0..count).map(|byte| Entry { tag: Tag([byte; 16]), body: Digest([byte; 32]) }).collect();
        let volume: Vec<u8> = entries.iter().flat_map(Entry::to_bytes).collect();
        prop_assert_eq!(read_volume(&volume), Ok(entries));
        let bodies: Vec<Option<Body>> = (0..count)
            .map(|byte| (byte != erased).then(|| body(byte)))
            .collect();
        let bundle = write_bundle(bodies.iter().map(|body| body.as_ref().map_or(&[][..], |body| body.as_bytes())));
        prop_assert!(read_bodies(&bundle) == Ok(bodies));
        let cut = bundle.len().saturating_sub(cut);
        if cut > 0 && cut % (Body::SIZE + 2) != 0 && count < erased {
            prop_assert!(read_bodies(&bundle[..cut]).is_err());
        }
        if let Some(short) = volume.get(1..) {
            prop_assert!(read_volume(short).is_err());
        }
    }
}
