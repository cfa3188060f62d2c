//! Office documents (ZIP): what the document says of itself is overwritten where it lies, so that no address in the file
//! changes. A packed part becomes a block that is not packed, of the same length.

use super::crc::crc32;
use super::found::{holds, place};
use super::{Found, Gone};
use crate::Error;
use crate::codec::Reader;
use alloc::vec::Vec;

/// A part about the document, the least that a program accepts in its place, and what it speaks of.
type Part = (&'static [u8], &'static [u8], &'static [Gone]);

const PARTS: [Part; 8] = [
    (
        b"docProps/core.xml",
        br#"<c:coreProperties xmlns:c="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"/>"#,
        &[Gone::Author, Gone::Date],
    ),
    (
        b"docProps/app.xml",
        br#"<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"/>"#,
        &[Gone::Device],
    ),
    (
        b"docProps/custom.xml",
        br#"<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"/>"#,
        &[Gone::Other],
    ),
    (
        b"docMetadata/LabelInfo.xml",
        br#"<l:labelList xmlns:l="http://schemas.microsoft.com/office/2020/mipLabelMetadata"/>"#,
        &[Gone::Other],
    ),
    (
        b"meta.xml",
        br#"<o:document-meta xmlns:o="urn:oasis:names:tc:opendocument:xmlns:office:1.0"/>"#,
        &[Gone::Author, Gone::Date, Gone::Device],
    ),
    (b"docProps/thumbnail.jpeg", b"", &[Gone::Thumbnail]),
    (b"docProps/thumbnail.emf", b"", &[Gone::Thumbnail]),
    (b"Thumbnails/thumbnail.png", b"", &[Gone::Thumbnail]),
];

/// Midnight of 1 January 1980, where the calendar of ZIP begins.
const NO_TIME: [u8; 4] = [0, 0, 0x21, 0];

const ENCRYPTED: u16 = 1;
const SIZES_FOLLOW: u16 = 8;
const STORED: u16 = 0;
const DEFLATED: u16 = 8;
/// What stands before a block that is not packed: that it is the last one, its length, and that once more inverted.
const BLOCK_HEAD: usize = 5;

/// Whether it is a package of Office Open XML, or of OpenDocument.
pub(super) fn is_one(bytes: &[u8]) -> bool {
    holds(bytes.get(..100).unwrap_or(bytes), b"application/vnd.oasis.opendocument")
        || holds(bytes, b"[Content_Types].xml")
}

pub(super) fn strip(bytes: &[u8], found: &mut Found) -> Result<Vec<u8>, Error> {
    let mut kept = bytes.to_vec();
    let (mut listing, count) = listing(bytes)?;
    for _ in 0..count {
        let at = bytes.len().saturating_sub(listing.len());
        let entry = Entry::read(&mut listing)?;
        let local = Local::read(bytes, &entry)?;
        for times in [at.saturating_add(12), entry.local.saturating_add(10)] {
            if put(&mut kept, times, &NO_TIME)? {
                found.add(Gone::Date);
            }
        }
        let Some((_, least, speaks)) = PARTS.iter().find(|(name, ..)| *name == entry.name) else { continue };
        let packed = bytes.get(local.data..local.after).ok_or(Error::Malformed)?;
        let Some((part, length, sum)) = replacement(least, packed.len(), entry.method) else { continue };
        if part == packed {
            continue;
        }
        put(&mut kept, local.data, &part)?;
        // Checksum, packed length, length: in the listing, and before the part or after it.
        let length = u32::try_from(length).map_err(|_| Error::Malformed)?.to_le_bytes();
        let sizes = [sum.to_le_bytes(), entry.packed.to_le_bytes(), length].concat();
        put(&mut kept, at.saturating_add(16), &sizes)?;
        put(&mut kept, local.sizes(bytes, &entry), &sizes)?;
        speaks.iter().for_each(|gone| found.add(*gone));
    }
    Ok(kept)
}

/// Overwrites; whether that changed something.
fn put(kept: &mut [u8], at: usize, with: &[u8]) -> Result<bool, Error> {
    let there = kept.get_mut(at..at.saturating_add(with.len())).ok_or(Error::Malformed)?;
    let changes = there != with;
    there.copy_from_slice(with);
    Ok(changes)
}

/// The least, then blanks up to the length; what is stored in its place, its own length and its checksum. None where there
/// is no room.
fn replacement(least: &[u8], packed: usize, method: u16) -> Option<(Vec<u8>, usize, u32)> {
    let (head, length) = match method {
        STORED => (Vec::new(), packed),
        DEFLATED => {
            let length = packed.checked_sub(BLOCK_HEAD)?;
            let [low, high] = u16::try_from(length).ok()?.to_le_bytes();
            ([1, low, high, !low, !high].to_vec(), length)
        }
        _ => return None,
    };
    let mut text = least.to_vec();
    text.resize(length.max(least.len()), b' ');
    (text.len() == length).then(|| {
        let sum = crc32(&text);
        ([head, text].concat(), length, sum)
    })
}

/// The list of all parts, which stands at the end, up to the end of the file; and how many there are.
fn listing(bytes: &[u8]) -> Result<(&[u8], u16), Error> {
    const LONGEST: usize = 22 + 0xFFFF;
    let tail = bytes.get(bytes.len().saturating_sub(LONGEST)..).unwrap_or_default();
    let end = tail.windows(4).rposition(|window| window == b"PK\x05\x06").and_then(|end| tail.get(end..));
    let mut from = Reader::new(end.ok_or(Error::Malformed)?);
    from.take(10)?;
    let count = short(&mut from)?;
    from.take(4)?;
    let begins = long(&mut from)?;
    let listing = usize::try_from(begins).ok().and_then(|begins| bytes.get(begins..));
    // An archive of more than 4 GiB says this, and none comes here.
    if count == u16::MAX { Err(Error::Malformed) } else { Ok((listing.ok_or(Error::Malformed)?, count)) }
}

/// One part as the list has it.
struct Entry<'a> {
    name: &'a [u8],
    flags: u16,
    method: u16,
    packed: u32,
    local: usize,
}

impl<'a> Entry<'a> {
    fn read(listing: &mut &'a [u8]) -> Result<Self, Error> {
        let mut from = Reader::new(listing);
        if from.array()? != *b"PK\x01\x02" {
            return Err(Error::Malformed);
        }
        from.take(4)?;
        let (flags, method) = (short(&mut from)?, short(&mut from)?);
        from.take(8)?;
        let packed = long(&mut from)?;
        from.take(4)?;
        let (name, extra, comment) = (short(&mut from)?, short(&mut from)?, short(&mut from)?);
        from.take(8)?;
        let local = usize::try_from(long(&mut from)?).map_err(|_| Error::Malformed)?;
        let name = from.take(name.into())?;
        from.take(usize::from(extra).saturating_add(comment.into()))?;
        *listing = from.rest();
        if flags & ENCRYPTED != 0 { Err(Error::Malformed) } else { Ok(Self { name, flags, method, packed, local }) }
    }
}

/// Where a part itself lies.
struct Local {
    data: usize,
    after: usize,
}

impl Local {
    fn read(bytes: &[u8], entry: &Entry<'_>) -> Result<Self, Error> {
        let mut from = Reader::new(bytes.get(entry.local..).ok_or(Error::Malformed)?);
        if from.array()? != *b"PK\x03\x04" {
            return Err(Error::Malformed);
        }
        from.take(22)?;
        let names = usize::from(short(&mut from)?).saturating_add(short(&mut from)?.into());
        let data = entry.local.saturating_add(30).saturating_add(names);
        let packed = usize::try_from(entry.packed).map_err(|_| Error::Malformed)?;
        Ok(Self { data, after: data.saturating_add(packed) })
    }

    fn sizes(&self, bytes: &[u8], entry: &Entry<'_>) -> usize {
        if entry.flags & SIZES_FOLLOW == 0 {
            return entry.local.saturating_add(14);
        }
        let marked = bytes
            .get(self.after..)
            .is_some_and(|after| place(after.get(..4).unwrap_or_default(), b"PK\x07\x08").is_some());
        self.after.saturating_add(if marked { 4 } else { 0 })
    }
}

fn short(from: &mut Reader<'_>) -> Result<u16, Error> {
    from.array().map(u16::from_le_bytes)
}

fn long(from: &mut Reader<'_>) -> Result<u32, Error> {
    from.array().map(u32::from_le_bytes)
}
