//! Files as cameras and programs write them, with canaries in every place that is known, and the same files without.

use crate::strip::{Assurance, Gone, Kind};

/// Stands in every canary, as bytes or as UTF-16.
pub(super) const CANARY: &str = "CANARY";

/// One file of the corpus.
pub(super) struct Sample {
    pub(super) name: &'static str,
    pub(super) kind: Kind,
    pub(super) bytes: Vec<u8>,
    /// What has to be left, byte for byte.
    pub(super) clean: Vec<u8>,
    pub(super) gone: Vec<Gone>,
    pub(super) assurance: Assurance,
}

pub(super) fn canary(what: &str) -> Vec<u8> {
    format!("{CANARY} {what}\0").into_bytes()
}

pub(super) fn utf16(text: &str) -> Vec<u8> {
    text.encode_utf16().flat_map(u16::to_le_bytes).collect()
}

/// A directory entry of a TIFF: tag, type, value.
type Entry = (u16, u16, Vec<u8>);

/// A TIFF in either order of bytes: camera, day, maker, place, and a small picture with a place of its own.
pub(super) fn tiff(little: bool, orientation: u16) -> Vec<u8> {
    let two = |number: u16| if little { number.to_le_bytes() } else { number.to_be_bytes() };
    let four = |number: usize| {
        let number = u32::try_from(number).unwrap();
        if little { number.to_le_bytes() } else { number.to_be_bytes() }
    };
    let small = [b"\xFF\xD8\xFF\xE1".as_slice(), &canary("small picture")].concat();
    let first = |exif: usize, gps: usize| -> Vec<Entry> {
        vec![
            (0x010E, 2, canary("caption")),
            (0x010F, 2, canary("maker of the camera")),
            (0x0110, 2, canary("model")),
            (0x0112, 3, two(orientation).to_vec()),
            (0x0132, 2, canary("day")),
            (0x013B, 2, canary("artist")),
            (0x8769, 4, four(exif).to_vec()),
            (0x8825, 4, four(gps).to_vec()),
            (0x9C9D, 1, utf16("CANARY author")),
        ]
    };
    let exif: Vec<Entry> = vec![
        (0x829A, 5, vec![0; 8]),
        (0x9003, 2, canary("moment")),
        (0x927C, 7, canary("maker's note")),
        (0x9286, 7, canary("comment")),
        (0xA431, 2, canary("serial")),
    ];
    let gps: Vec<Entry> = vec![(0, 1, vec![2, 3, 0, 0]), (0x1B, 7, canary("place")), (0x1D, 2, canary("day there"))];
    let second =
        |at: usize| -> Vec<Entry> { vec![(0x0201, 4, four(at).to_vec()), (0x0202, 4, four(small.len()).to_vec())] };
    let size = |entries: &[Entry]| {
        let outside: usize = entries.iter().map(|(.., value)| if value.len() > 4 { value.len() } else { 0 }).sum();
        6 + 12 * entries.len() + outside
    };
    let exif_at = 8 + size(&first(0, 0));
    let gps_at = exif_at + size(&exif);
    let second_at = gps_at + size(&gps);
    let small_at = second_at + size(&second(0));
    let directory = |at: usize, entries: &[Entry], next: usize| {
        let mut out = two(u16::try_from(entries.len()).unwrap()).to_vec();
        let mut outside = Vec::new();
        for (tag, kind, value) in entries {
            let length = [1, 1, 1, 2, 4, 8, 1, 1][usize::from(*kind)];
            out.extend(two(*tag).into_iter().chain(two(*kind)).chain(four(value.len() / length)));
            if value.len() > 4 {
                out.extend(four(at + 6 + 12 * entries.len() + outside.len()));
                outside.extend(value);
            } else {
                out.extend(value.iter().chain(&[0; 4]).take(4));
            }
        }
        out.extend(four(next));
        [out, outside].concat()
    };
    let head = if little { b"II*\0\x08\0\0\0" } else { b"MM\0*\0\0\0\x08" };
    let tiff = [
        head.to_vec(),
        directory(8, &first(exif_at, gps_at), second_at),
        directory(exif_at, &exif, 0),
        directory(gps_at, &gps, 0),
        directory(second_at, &second(small_at), 0),
        small,
    ];
    tiff.concat()
}

/// What stays of a TIFF for the sake of its orientation.
pub(super) fn turned(orientation: u8) -> Vec<u8> {
    let entry = [0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0];
    [b"MM\0*\0\0\0\x08\0\x01".as_slice(), &entry, &[0; 4]].concat()
}

pub(super) const EXIF_GONE: [Gone; 7] =
    [Gone::Place, Gone::Device, Gone::Date, Gone::Author, Gone::Thumbnail, Gone::Comment, Gone::Other];

pub(super) fn xmp() -> Vec<u8> {
    let text = r#"<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF><dc:creator>CANARY writer</dc:creator>
        <xmp:CreateDate>CANARY</xmp:CreateDate><exif:GPSLatitude>CANARY</exif:GPSLatitude></rdf:RDF></x:xmpmeta>"#;
    text.as_bytes().to_vec()
}

/// What `iptc` and `xmp` together say.
pub(super) const XMP_GONE: [Gone; 3] = [Gone::Place, Gone::Date, Gone::Author];

pub(super) fn segment(marker: u8, data: &[u8]) -> Vec<u8> {
    let length = u16::try_from(data.len() + 2).unwrap().to_be_bytes();
    [&[0xFF, marker], length.as_slice(), data].concat()
}

const JFIF: &[u8] = b"JFIF\0\x01\x02\x01\0\x48\0\x48\0\0";
const ADOBE: &[u8] = b"Adobe\0\x64\0\0\0\0\x01";

/// Tables, frame, and two scans with restarts, stuffed bytes and a table between them.
fn drawing() -> Vec<u8> {
    [
        segment(0xDB, &[7; 65]),
        segment(0xC2, &[8, 0, 1, 0, 1, 1, 1, 0x11, 0]),
        segment(0xC4, &[0; 18]),
        segment(0xDD, &[0, 1]),
        segment(0xDA, &[1, 1, 0, 0, 0, 0]),
        b"one\xFF\0two\xFF\xD0three".to_vec(),
        segment(0xC4, &[1; 18]),
        segment(0xDA, &[1, 1, 0, 1, 63, 0]),
        b"four\xFF\xD7\xFF\0".to_vec(),
    ]
    .concat()
}

pub(super) fn jpeg() -> Sample {
    let small = [&JFIF[..12], &[2, 1], &canary("six")[..6]].concat();
    let exif = |orientation| segment(0xE1, &[b"Exif\0\0", tiff(true, orientation).as_slice()].concat());
    let record = |number: u8| [&[0x1C, 2, number, 0, 11], canary("iptc").as_slice()].concat();
    let photoshop = [b"Photoshop 3.0\x008BIM\x04\x04\0\0\0\0".to_vec(), record(80), record(90), record(120)].concat();
    let appended =
        [b"\xFF\xD8".to_vec(), exif(3), drawing(), b"\xFF\xD9MotionPhoto_Data".to_vec(), canary("film")].concat();
    let bytes = [
        b"\xFF\xD8".to_vec(),
        exif(6),
        segment(0xE0, &small),
        segment(0xE0, &[b"JFXX\0\x10".to_vec(), canary("smaller")].concat()),
        segment(0xE1, &[b"http://ns.adobe.com/xap/1.0/\0".to_vec(), xmp()].concat()),
        segment(0xE1, &[b"http://ns.adobe.com/xmp/extension/\0".to_vec(), canary("more of it")].concat()),
        exif(8),
        segment(0xE2, &[b"ICC_PROFILE\0\x01\x01".to_vec(), canary("screen")].concat()),
        segment(0xE2, &[b"MPF\0".to_vec(), canary("index")].concat()),
        segment(0xEB, &canary("content credentials")),
        segment(0xED, &photoshop),
        segment(0xEE, &[ADOBE.to_vec(), canary("behind it")].concat()),
        segment(0xFE, &canary("comment")),
        b"\xFF\xFF".to_vec(),
        drawing(),
        segment(0xFE, &canary("between")),
        b"\xFF\xD9".to_vec(),
        appended,
    ];
    let clean = [
        b"\xFF\xD8".to_vec(),
        segment(0xE1, &[b"Exif\0\0".to_vec(), turned(6)].concat()),
        segment(0xE0, JFIF),
        segment(0xEE, ADOBE),
        drawing(),
        b"\xFF\xD9".to_vec(),
    ];
    let (bytes, clean) = (bytes.concat(), clean.concat());
    Sample { name: "jpeg", kind: Kind::Jpeg, bytes, clean, gone: Gone::ALL.to_vec(), assurance: Assurance::Removed }
}

/// A chunk of PNG; its checksum by a table-driven way of its own.
pub(super) fn chunk(name: &[u8; 4], data: &[u8]) -> Vec<u8> {
    let table: Vec<u32> = (0..256_u32)
        .map(|start| (0..8).fold(start, |sum, _| if sum % 2 == 1 { 0xEDB8_8320 ^ (sum / 2) } else { sum / 2 }))
        .collect();
    let sum = name
        .iter()
        .chain(data)
        .fold(u32::MAX, |sum, byte| table[usize::from(sum.to_le_bytes()[0] ^ byte)] ^ (sum >> 8));
    [&u32::try_from(data.len()).unwrap().to_be_bytes(), name.as_slice(), data, &(!sum).to_be_bytes()].concat()
}

/// Text as zlib packs it when it does not pack it.
pub(super) fn zlib(text: &[u8]) -> Vec<u8> {
    let length = u16::try_from(text.len()).unwrap();
    let (a, b) = text.iter().fold((1_u32, 0_u32), |(a, b), byte| {
        let a = (a + u32::from(*byte)) % 65_521;
        (a, (b + a) % 65_521)
    });
    let sum = ((b << 16) | a).to_be_bytes();
    [&[0x78, 1, 1], length.to_le_bytes().as_slice(), &(!length).to_le_bytes(), text, &sum].concat()
}

pub(super) fn png() -> Sample {
    const SIGNATURE: &[u8] = b"\x89PNG\r\n\x1A\n";
    let header = chunk(b"IHDR", &[0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0]);
    let early = [
        chunk(b"gAMA", &[0, 0, 0xB1, 0x8F]),
        chunk(b"sRGB", &[0]),
        chunk(b"pHYs", &[1; 9]),
        chunk(b"acTL", &[0, 0, 0, 1, 0, 0, 0, 0]),
    ];
    let picture = [
        chunk(b"fcTL", &[0; 26]),
        chunk(b"IDAT", &zlib(&[0, 9])[..5]),
        chunk(b"IDAT", &zlib(&[0, 9])[5..]),
        chunk(b"fdAT", &[0, 0, 0, 1, 2, 3]),
    ];
    let text = |keyword: &str| [keyword.as_bytes(), b"\0", &canary("text")].concat();
    let packed = |keyword: &str| [keyword.as_bytes(), b"\0\0", &zlib(&canary("packed"))].concat();
    let bytes = [
        SIGNATURE.to_vec(),
        header.clone(),
        chunk(b"iCCP", &packed("screen")),
        chunk(b"cHRM", &[3; 32]),
        early.concat(),
        chunk(b"tEXt", &text("Author")),
        chunk(b"tEXt", &text("Comment")),
        chunk(b"tEXt", &text("Software")),
        chunk(b"tEXt", &text("Creation Time")),
        chunk(b"zTXt", &packed("Raw profile type exif")),
        chunk(b"iTXt", &[b"XML:com.adobe.xmp\0\0\0\0\0".to_vec(), xmp()].concat()),
        chunk(b"eXIf", &tiff(false, 3)),
        chunk(b"tIME", &[7, 0xE9, 1, 2, 3, 4, 5]),
        chunk(b"sBIT", &canary("longer than it can be")),
        chunk(b"caNv", &canary("nobody knows")),
        picture.concat(),
        chunk(b"tEXt", &text("Title")),
        chunk(b"IEND", &[]),
        canary("behind it"),
    ];
    let clean =
        [SIGNATURE.to_vec(), header, early.concat(), chunk(b"eXIf", &turned(3)), picture.concat(), chunk(b"IEND", &[])];
    let (bytes, clean) = (bytes.concat(), clean.concat());
    Sample { name: "png", kind: Kind::Png, bytes, clean, gone: Gone::ALL.to_vec(), assurance: Assurance::Removed }
}

/// A chunk of WebP.
pub(super) fn riff(name: &[u8; 4], data: &[u8]) -> Vec<u8> {
    let length = u32::try_from(data.len()).unwrap().to_le_bytes();
    [name.as_slice(), &length, data, &[0][..data.len() % 2]].concat()
}

pub(super) fn webp(chunks: &[Vec<u8>]) -> Vec<u8> {
    riff(b"RIFF", &[b"WEBP".to_vec(), chunks.concat()].concat())
}

pub(super) fn webp_still() -> Sample {
    let header = |flags: u8| riff(b"VP8X", &[flags, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
    let picture = [riff(b"ALPH", b"alpha"), riff(b"VP8 ", b"picture")].concat();
    let bytes = webp(&[
        header(0x3C),
        riff(b"ICCP", &canary("screen")),
        picture.clone(),
        riff(b"EXIF", &[b"Exif\0\0".to_vec(), tiff(true, 8)].concat()),
        riff(b"EXIF", &tiff(true, 2)),
        riff(b"XMP ", &xmp()),
        riff(b"caNv", &canary("nobody knows")),
    ]);
    let bytes = [bytes, canary("behind it")].concat();
    let clean = webp(&[header(0x18), picture, riff(b"EXIF", &turned(8))]);
    Sample { name: "webp", kind: Kind::Webp, bytes, clean, gone: Gone::ALL.to_vec(), assurance: Assurance::Removed }
}

pub(super) fn webp_moving() -> Sample {
    let header = |flags: u8| riff(b"VP8X", &[flags, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
    let frame = |more: &[u8]| riff(b"ANMF", &[vec![5; 16], riff(b"VP8L", b"frame"), more.to_vec()].concat());
    let moves = riff(b"ANIM", &[0; 6]);
    let bytes = webp(&[
        header(0x06),
        moves.clone(),
        frame(&riff(b"caNv", &canary("in a frame"))),
        frame(&[]),
        riff(b"XMP ", &canary("no names")),
    ]);
    let clean = webp(&[header(0x02), moves, frame(&[]), frame(&[])]);
    let gone = vec![Gone::Other];
    Sample { name: "webp, moving", kind: Kind::Webp, bytes, clean, gone, assurance: Assurance::Removed }
}

pub(super) fn gif() -> Sample {
    let head = b"GIF89a\x01\0\x01\0\x80\0\0\0\0\0\xFF\xFF\xFF".to_vec();
    let blocks = |data: &[u8]| {
        let blocks = data.chunks(255).flat_map(|block| [&[u8::try_from(block.len()).unwrap()], block].concat());
        blocks.chain([0]).collect::<Vec<u8>>()
    };
    let program = |name: &[u8], data: &[u8]| [b"!\xFF\x0B".to_vec(), name.to_vec(), blocks(data)].concat();
    let repeats = program(b"NETSCAPE2.0", &[1, 3, 0]);
    let picture = b"!\xF9\x04\0\x05\0\0\0,\0\0\0\0\x01\0\x01\0\x80\0\0\0\x01\x02\x03\x02\x02D\x01\0".to_vec();
    let comment = [b"!\xFE".to_vec(), blocks(&canary("comment").repeat(40))].concat();
    let bytes = [
        head.clone(),
        comment.clone(),
        repeats.clone(),
        program(b"XMP DataXMP", &xmp()),
        program(b"ICCRGBG1012", &canary("screen")),
        program(b"caNvaNvaNvN", &canary("nobody knows")),
        picture.clone(),
        b"!\xF9\x04\0\x09\0\0\0!\x01".to_vec(),
        blocks(&canary("text over it")),
        comment,
        picture.clone(),
        b";".to_vec(),
        canary("behind it"),
    ];
    let clean = [head, repeats, picture.clone(), picture, b";".to_vec()].concat();
    let gone = [XMP_GONE.as_slice(), &[Gone::Comment, Gone::Colours, Gone::Appended, Gone::Other]].concat();
    Sample { name: "gif", kind: Kind::Gif, bytes: bytes.concat(), clean, gone, assurance: Assurance::Removed }
}

/// Every file whose canaries we promise to take out.
pub(super) fn promised() -> Vec<Sample> {
    vec![jpeg(), png(), webp_still(), webp_moving(), gif()]
}
