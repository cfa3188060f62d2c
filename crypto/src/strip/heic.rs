//! HEIC (ISO/IEC 23008-12): EXIF and XMP are items of the file like the picture, and are overwritten where they lie, so that
//! no address in the file changes. How the picture is turned stands elsewhere in it, and stays.

use super::{Found, Gone, exif};
use crate::Error;
use crate::codec::Reader;
use alloc::vec::Vec;
use core::ops::Range;

const BRANDS: [&[u8]; 8] = [b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1"];

/// An empty TIFF, behind the four bytes that say where it begins.
const NOTHING: &[u8] = b"\0\0\0\0MM\0*\0\0\0\x08\0\0\0\0\0\0";

/// Boxes at the top that the picture needs, or the sequence.
const NEEDED: [&[u8; 4]; 6] = [b"ftyp", b"meta", b"mdat", b"moov", b"free", b"skip"];

/// Whether one of the brands is of the family, and none says AVIF.
pub(super) fn is_one(bytes: &[u8]) -> bool {
    let first = boxes(bytes, 0..bytes.len()).next().and_then(Result::ok);
    let brands = first.and_then(|first| bytes.get(first.body)).unwrap_or_default();
    brands.chunks(4).any(|brand| BRANDS.contains(&brand)) && !brands.chunks(4).any(|brand| brand.starts_with(b"avi"))
}

pub(super) fn strip(bytes: &[u8], found: &mut Found) -> Result<Vec<u8>, Error> {
    let mut kept = bytes.to_vec();
    for outer in boxes(bytes, 0..bytes.len()) {
        let outer = outer?;
        if &outer.name == b"meta" {
            items(bytes, &outer.body, &mut kept, found)?;
        } else if [b"free", b"skip"].contains(&&outer.name) {
            blank(&mut kept, outer.body, 0, || found.add(Gone::Other))?;
        } else if !NEEDED.contains(&&outer.name) {
            found.add(if &outer.name == b"mpvd" { Gone::Appended } else { Gone::Other });
            kept.get_mut(outer.start..)
                .and_then(|rest| rest.get_mut(4..8))
                .ok_or(Error::Malformed)?
                .copy_from_slice(b"free");
            blank(&mut kept, outer.body, 0, || {})?;
        }
    }
    Ok(kept)
}

/// Overwrites, and says so where there was something else.
fn blank(kept: &mut [u8], place: Range<usize>, with: u8, said: impl FnOnce()) -> Result<(), Error> {
    let there = kept.get_mut(place).ok_or(Error::Malformed)?;
    if there.iter().any(|byte| *byte != with) {
        there.fill(with);
        said();
    }
    Ok(())
}

/// A box: its name, and where it begins and what stands in it.
struct Atom {
    name: [u8; 4],
    start: usize,
    body: Range<usize>,
}

/// The boxes of a stretch of the file, one after the other.
fn boxes(bytes: &[u8], mut left: Range<usize>) -> impl Iterator<Item = Result<Atom, Error>> {
    core::iter::from_fn(move || {
        if left.is_empty() {
            return None;
        }
        let read = atom(bytes, left.clone());
        left.start = read.as_ref().map_or(left.end, |atom| atom.body.end);
        Some(read)
    })
}

fn atom(bytes: &[u8], left: Range<usize>) -> Result<Atom, Error> {
    let (start, all) = (left.start, left.len());
    let mut from = Reader::new(bytes.get(left).ok_or(Error::Malformed)?);
    let (size, name) = (from.u32()?, from.array()?);
    let (head, size) = match size {
        0 => (8, all),
        1 => (16, usize::try_from(from.u64()?).map_err(|_| Error::Malformed)?),
        size => (8, usize::try_from(size).map_err(|_| Error::Malformed)?),
    };
    if size < head || size > all {
        return Err(Error::Malformed);
    }
    Ok(Atom { name, start, body: start.saturating_add(head)..start.saturating_add(size) })
}

/// Overwrites the items of `meta` that draw nothing.
fn items(bytes: &[u8], meta: &Range<usize>, kept: &mut [u8], found: &mut Found) -> Result<(), Error> {
    let (mut silent, mut places, mut data) = (Vec::new(), Vec::new(), 0..0);
    for inner in boxes(bytes, meta.start.saturating_add(4)..meta.end) {
        let inner = inner?;
        let body = bytes.get(inner.body.clone()).ok_or(Error::Malformed)?;
        match &inner.name {
            b"iinf" => silent = named(body, inner.body.start, bytes)?,
            b"iloc" => places = located(body)?,
            b"idat" => data = inner.body,
            _ => {}
        }
    }
    let mut overwritten = Vec::new();
    for (item, exif) in silent {
        for (number, located) in places.iter().enumerate().filter(|(_, located)| located.item == item) {
            overwritten.push((number, exif, located.stretch(&data, bytes)?));
        }
    }
    // What lies over something else draws, or is no file that a camera makes.
    let others =
        places.iter().enumerate().filter_map(|(number, place)| Some((number, place.stretch(&data, bytes).ok()?)));
    for (other, place) in others {
        let lies_over = |(number, _, stretch): &(usize, bool, Range<usize>)| {
            *number != other && stretch.start < place.end && place.start < stretch.end
        };
        if overwritten.iter().any(lies_over) {
            return Err(Error::Malformed);
        }
    }
    for (_, exif, stretch) in overwritten {
        let there = bytes.get(stretch.clone()).ok_or(Error::Malformed)?;
        if exif {
            overwrite_exif(there, kept, stretch, found)?;
        } else {
            blank(kept, stretch, b' ', || found.xmp(there))?;
        }
    }
    Ok(())
}

fn overwrite_exif(there: &[u8], kept: &mut [u8], stretch: Range<usize>, found: &mut Found) -> Result<(), Error> {
    let (nothing, rest) = there.split_at_checked(NOTHING.len()).unwrap_or((&[], there));
    if nothing == NOTHING && rest.iter().all(|byte| *byte == 0) {
        return Ok(());
    }
    let mut from = Reader::new(there);
    let begins = usize::try_from(from.u32().unwrap_or(0)).unwrap_or(usize::MAX);
    // What it says of turning is not looked at by whoever reads this format.
    exif::reduce(from.rest().get(begins..).unwrap_or_default(), found);
    let place = kept.get_mut(stretch).ok_or(Error::Malformed)?;
    place.fill(0);
    if let Some(begin) = place.get_mut(..NOTHING.len()) {
        begin.copy_from_slice(NOTHING);
    }
    Ok(())
}

/// Numbers of the items that are EXIF (true), or a text like XMP.
fn named(body: &[u8], start: usize, bytes: &[u8]) -> Result<Vec<(u32, bool)>, Error> {
    let count = if body.first() == Some(&0) { 2 } else { 4 };
    let mut silent = Vec::new();
    for entry in boxes(bytes, start.saturating_add(4 + count)..start.saturating_add(body.len())) {
        let mut from = Reader::new(bytes.get(entry?.body).ok_or(Error::Malformed)?);
        let version = from.u8()?;
        from.take(3)?;
        let item = if version < 3 { u32::from(from.u16()?) } else { from.u32()? };
        from.u16()?;
        match &from.array()? {
            b"Exif" => silent.push((item, true)),
            b"mime" | b"uri " => silent.push((item, false)),
            _ => {}
        }
    }
    Ok(silent)
}

/// A stretch of an item.
struct Located {
    item: u32,
    /// 0: in the file; 1: in the box `idat`.
    method: u16,
    offset: u64,
    length: u64,
}

impl Located {
    /// Where it lies: within the data of the file, or of the box `idat`.
    fn stretch(&self, data: &Range<usize>, bytes: &[u8]) -> Result<Range<usize>, Error> {
        let number = |number: u64| usize::try_from(number).map_err(|_| Error::Malformed);
        let base = if self.method == 1 { data.start } else { 0 };
        let start = base.checked_add(number(self.offset)?).ok_or(Error::Malformed)?;
        let within = match self.method {
            0 => data_around(bytes, start)?,
            1 => data.clone(),
            _ => return Err(Error::Malformed),
        };
        // A length of zero is all that follows.
        let end = match number(self.length)? {
            0 => within.end,
            length => start.checked_add(length).ok_or(Error::Malformed)?,
        };
        if start <= end && end <= within.end { Ok(start..end) } else { Err(Error::Malformed) }
    }
}

/// The box of data that a place lies in.
fn data_around(bytes: &[u8], place: usize) -> Result<Range<usize>, Error> {
    let mut outer = boxes(bytes, 0..bytes.len()).filter_map(Result::ok);
    let found = outer.find(|outer| &outer.name == b"mdat" && outer.body.contains(&place));
    found.map(|outer| outer.body).ok_or(Error::Malformed)
}

fn located(body: &[u8]) -> Result<Vec<Located>, Error> {
    let mut from = Reader::new(body);
    let version = from.u8()?;
    from.take(3)?;
    let ([offsets, lengths], [bases, indices]) = (nibbles(from.u8()?), nibbles(from.u8()?));
    let count = if version < 2 { u32::from(from.u16()?) } else { from.u32()? };
    let mut places = Vec::new();
    for _ in 0..count {
        let item = if version < 2 { u32::from(from.u16()?) } else { from.u32()? };
        let method = if version == 0 { 0 } else { from.u16()? & 15 };
        from.u16()?;
        let base = sized(&mut from, bases)?;
        for _ in 0..from.u16()? {
            if version > 0 {
                sized(&mut from, indices)?;
            }
            let (offset, length) = (sized(&mut from, offsets)?, sized(&mut from, lengths)?);
            places.push(Located { item, method, offset: base.saturating_add(offset), length });
        }
    }
    Ok(places)
}

const fn nibbles(byte: u8) -> [u8; 2] {
    [byte >> 4, byte & 15]
}

/// A number of so many bytes.
fn sized(from: &mut Reader<'_>, bytes: u8) -> Result<u64, Error> {
    from.take(usize::from(bytes)).map(|bytes| bytes.iter().fold(0, |number, byte| number << 8 | u64::from(*byte)))
}
