//! Formats whose contents are overwritten where they lie: nothing moves, and what is drawn or read stays.

use super::corpus::{EXIF_GONE, Sample, canary, chunk, tiff, xmp};
use super::{sings, stripped};
use crate::strip::{Assurance, Gone, Kind, strip};

pub(super) fn samples() -> [Sample; 3] {
    [heic(), pdf(), office()]
}

#[test]
fn nothing_moves_and_no_canary_is_left() {
    for sample in samples() {
        let left = stripped(&sample);
        assert!(left == sample.clean, "{} is another file", sample.name);
        assert_eq!(left.len(), sample.bytes.len(), "{}", sample.name);
    }
}

fn atom(name: &[u8; 4], body: &[u8]) -> Vec<u8> {
    [&u32::try_from(body.len() + 8).unwrap().to_be_bytes(), name.as_slice(), body].concat()
}

/// One with the given EXIF and XMP, in the file and in `idat`, and boxes of no use.
fn heic_with(exif: &[u8], xmp: &[u8], useless: [&[u8; 4]; 2], filling: &[u8]) -> Vec<u8> {
    let entry = |item: u8, name: &[u8; 4], more: &[u8]| {
        atom(b"infe", &[&[2, 0, 0, 0, 0, item, 0, 0], name.as_slice(), b"\0", more].concat())
    };
    let infos = [entry(1, b"hvc1", b""), entry(2, b"Exif", b""), entry(3, b"mime", b"application/rdf+xml\0")];
    let infos = atom(b"iinf", &[b"\0\0\0\0\0\x03".to_vec(), infos.concat()].concat());
    let start = atom(b"ftyp", b"heic\0\0\0\0mif1heic");
    let place = |item: u8, method: u8, offset: usize, length: usize| {
        let number = |number: usize| u32::try_from(number).unwrap().to_be_bytes();
        [&[0, item, 0, method, 0, 0, 0, 1], number(offset).as_slice(), &number(length)].concat()
    };
    let meta = |data: usize| {
        let places = [place(1, 0, data, 7), place(2, 0, data + 7, exif.len()), place(3, 1, 2, xmp.len())];
        let places = atom(b"iloc", &[b"\x01\0\0\0\x44\0\0\x03".to_vec(), places.concat()].concat());
        atom(b"meta", &[b"\0\0\0\0".to_vec(), infos.clone(), places, atom(b"idat", &[b"ab", xmp].concat())].concat())
    };
    let data = start.len() + meta(0).len() + 8;
    let film =
        [b"\0\0\0\x01".as_slice(), useless[1], &u64::try_from(16 + filling.len()).unwrap().to_be_bytes(), filling]
            .concat();
    [
        start,
        meta(data),
        atom(b"mdat", &[b"picture", exif].concat()),
        atom(useless[0], filling),
        atom(b"free", filling),
        film,
    ]
    .concat()
}

fn heic() -> Sample {
    let exif = [b"\0\0\0\x06Exif\0\0".to_vec(), tiff(false, 6)].concat();
    let mut nothing = b"\0\0\0\0MM\0*\0\0\0\x08\0\0\0\0\0\0".to_vec();
    nothing.resize(exif.len(), 0);
    let filling = canary("filling");
    let bytes = heic_with(&exif, &xmp(), [b"uuid", b"mpvd"], &filling);
    let clean = heic_with(&nothing, &vec![b' '; xmp().len()], [b"free", b"free"], &vec![0; filling.len()]);
    let mut gone = EXIF_GONE.to_vec();
    gone.insert(6, Gone::Appended);
    Sample { name: "heic", kind: Kind::Heic, bytes, clean, gone, assurance: Assurance::BestEffort }
}

#[test]
fn an_item_outside_of_the_file_leaves_it_untouched() {
    let mut bytes = heic().bytes;
    let places = bytes.windows(4).position(|window| window == b"iloc").unwrap();
    bytes[places + 12 + 8..places + 12 + 12].fill(0x7F);
    assert_eq!(strip(&bytes).assurance, Assurance::BestEffort, "the picture's own place is not looked at");
    bytes[places + 12 + 16 + 8..places + 12 + 16 + 12].fill(0x7F);
    let stripped = strip(&bytes);
    assert_eq!((stripped.assurance, *stripped.bytes == bytes), (Assurance::Untouched, true));
}

fn pdf_with(strings: [&str; 4], xmp: &[u8]) -> Vec<u8> {
    let [author, title, day, program] = strings;
    let info = format!(
        "12 0 obj\n<< /Author ({author}) /Title <{title}> /Trapped /False\n/ModDate({day})/Producer ({program}) >>\nendobj\n"
    );
    [
        b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Title (12 0 obj stays) >>\nendobj\n".as_slice(),
        b"2 0 obj\n<< /Type /Metadata /Length 9 >>\nstream\n",
        xmp,
        b"\nendstream\nendobj\n112 0 obj\n(stays)\nendobj\n",
        info.as_bytes(),
        b"trailer\n<< /Root 1 0 R /Info 12 0 R >>\nstartxref\n0\n%%EOF\n",
    ]
    .concat()
}

fn pdf() -> Sample {
    let strings = ["CANARY \\) (she) \\\\", "43414E415259", "D:2026 CANARY", "CANARY Word"];
    let blanks = strings.map(|text| " ".repeat(text.len()));
    let bytes = pdf_with(strings, &xmp());
    let clean = pdf_with([&blanks[0], &blanks[1], &blanks[2], &blanks[3]], &vec![b' '; xmp().len()]);
    let gone = vec![Gone::Place, Gone::Device, Gone::Date, Gone::Author, Gone::Comment];
    Sample { name: "pdf", kind: Kind::Pdf, bytes, clean, gone, assurance: Assurance::BestEffort }
}

#[test]
fn an_encrypted_pdf_is_untouched() {
    let bytes = [pdf().bytes, b"/Encrypt 5 0 R".to_vec()].concat();
    let stripped = strip(&bytes);
    assert_eq!((stripped.assurance, *stripped.bytes == bytes), (Assurance::Untouched, true));
}

/// A part of a ZIP.
struct Part<'a> {
    name: &'a str,
    text: &'a [u8],
    method: u8,
    sizes_follow: bool,
}

fn zip(parts: &[Part<'_>], time: [u8; 4]) -> Vec<u8> {
    let (mut file, mut listing) = (Vec::new(), Vec::new());
    for part in parts {
        let length = u16::try_from(part.text.len()).unwrap();
        let block = [&[1], length.to_le_bytes().as_slice(), &(!length).to_le_bytes(), part.text].concat();
        let packed = if part.method == 8 { block } else { part.text.to_vec() };
        // A chunk of PNG ends with the checksum of its name and its data: here the name is the first four bytes.
        let sum = chunk(part.text[..4].try_into().unwrap(), &part.text[4..]);
        let sum: [u8; 4] = sum[sum.len() - 4..].try_into().unwrap();
        let number = |number: usize| u32::try_from(number).unwrap().to_le_bytes();
        let sizes = [[sum[3], sum[2], sum[1], sum[0]], number(packed.len()), number(part.text.len())].concat();
        let name = u16::try_from(part.name.len()).unwrap().to_le_bytes();
        let flags = if part.sizes_follow { 8 } else { 0 };
        let head = [&[20, 0, flags, 0, part.method, 0], time.as_slice()].concat();
        let at = number(file.len());
        listing.extend(
            [b"PK\x01\x02\x14\0".as_slice(), &head, &sizes, &name, &[0; 12], &at, part.name.as_bytes()].concat(),
        );
        let (before, after) = if part.sizes_follow {
            (vec![0; 12], [b"PK\x07\x08".to_vec(), sizes].concat())
        } else {
            (sizes, Vec::new())
        };
        file.extend(
            [b"PK\x03\x04", head.as_slice(), &before, &name, &[0; 2], part.name.as_bytes(), &packed, &after].concat(),
        );
    }
    let count = u16::try_from(parts.len()).unwrap().to_le_bytes();
    let [size, at] = [listing.len(), file.len()].map(|number| u32::try_from(number).unwrap().to_le_bytes());
    file.extend(listing);
    file.extend([b"PK\x05\x06\0\0\0\0".as_slice(), &count, &count, &size, &at, &[0; 2]].concat());
    file
}

fn office_with(parts: [&[u8]; 3], time: [u8; 4]) -> Vec<u8> {
    let [core, app, thumbnail] = parts;
    zip(
        &[
            Part { name: "[Content_Types].xml", text: b"<Types/>", method: 8, sizes_follow: false },
            Part { name: "docProps/core.xml", text: core, method: 8, sizes_follow: true },
            Part { name: "docProps/app.xml", text: app, method: 0, sizes_follow: false },
            Part { name: "docProps/thumbnail.jpeg", text: thumbnail, method: 8, sizes_follow: false },
            Part { name: "word/document.xml", text: b"<w:document/>", method: 8, sizes_follow: true },
        ],
        time,
    )
}

fn office() -> Sample {
    let core = canary("<dc:creator>").repeat(20);
    let app = canary("<Application>").repeat(20);
    let small = canary("a small picture");
    let padded = |text: &str, length: usize| format!("{text:length$}").into_bytes();
    let least = [
        r#"<c:coreProperties xmlns:c="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"/>"#,
        r#"<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"/>"#,
    ];
    let bytes = office_with([&core, &app, &small], [1, 2, 3, 4]);
    let cleaned = [padded(least[0], core.len()), padded(least[1], app.len()), padded("", small.len())];
    let clean = office_with([&cleaned[0], &cleaned[1], &cleaned[2]], [0, 0, 0x21, 0]);
    let gone = vec![Gone::Device, Gone::Date, Gone::Author, Gone::Thumbnail];
    Sample { name: "office", kind: Kind::Office, bytes, clean, gone, assurance: Assurance::BestEffort }
}

#[test]
fn a_part_without_room_for_the_least_stays_and_is_not_said_to_be_gone() {
    let bytes = office_with([b"CANARY short", &canary("<Application>").repeat(20), &canary("small")], [0, 0, 0x21, 0]);
    let stripped = strip(&bytes);
    assert_eq!(stripped.gone, [Gone::Device, Gone::Thumbnail]);
    assert!(sings(&stripped.bytes));
}
