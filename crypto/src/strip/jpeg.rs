//! JPEG (ITU-T T.81): segments that draw are kept, everything else goes, and so does what follows the end.

use super::exif::{self, PREFIX};
use super::{Found, Gone};
use crate::Error;
use crate::codec::Reader;
use alloc::vec::Vec;

const BEGIN: u8 = 0xD8;
const END: u8 = 0xD9;
const SCAN: u8 = 0xDA;
const COMMENT: u8 = 0xFE;

/// Length of what JFIF says before its small picture, and of Adobe's word about colours.
const JFIF: usize = 14;
const ADOBE: usize = 12;

pub(super) fn strip(bytes: &[u8], found: &mut Found) -> Result<Vec<u8>, Error> {
    let mut from = Reader::new(bytes);
    if from.array()? != [0xFF, BEGIN] {
        return Err(Error::Malformed);
    }
    let mut picture = Picture { kept: Vec::with_capacity(bytes.len()), jfif: false, turned: false };
    picture.kept.extend([0xFF, BEGIN]);
    let mut drawn = false;
    loop {
        match marker(&mut from)? {
            END if drawn => break,
            // Tables, frames, restarts: all without which nothing is drawn.
            frame @ (0xC0..=0xC7 | 0xC9..=0xCF | 0xDB..=0xDF) => picture.keep(frame, segment(&mut from)?),
            SCAN => {
                picture.keep(SCAN, segment(&mut from)?);
                from = picture.scan(from.rest())?;
                drawn = true;
            }
            application @ 0xE0..=0xEF => picture.application(application, segment(&mut from)?, found),
            COMMENT => {
                segment(&mut from)?;
                found.add(Gone::Comment);
            }
            _ => return Err(Error::Malformed),
        }
    }
    picture.kept.extend([0xFF, END]);
    if !from.is_empty() {
        found.add(Gone::Appended);
    }
    Ok(picture.kept)
}

/// The next marker; it may have filling in front.
fn marker(from: &mut Reader<'_>) -> Result<u8, Error> {
    if from.u8()? != 0xFF {
        return Err(Error::Malformed);
    }
    loop {
        match from.u8()? {
            0xFF => {}
            marker => return Ok(marker),
        }
    }
}

/// What stands in a segment, without its length.
fn segment<'a>(from: &mut Reader<'a>) -> Result<&'a [u8], Error> {
    let length = usize::from(from.u16()?).checked_sub(2).ok_or(Error::Malformed)?;
    from.take(length)
}

struct Picture {
    kept: Vec<u8>,
    jfif: bool,
    turned: bool,
}

impl Picture {
    /// Nothing kept is longer than it was.
    fn keep(&mut self, marker: u8, segment: &[u8]) {
        let length = u16::try_from(segment.len().saturating_add(2)).unwrap_or(u16::MAX);
        self.kept.extend([0xFF, marker]);
        self.kept.extend(length.to_be_bytes());
        self.kept.extend_from_slice(segment);
    }

    /// Compressed data up to the next marker that is no restart.
    fn scan<'a>(&mut self, bytes: &'a [u8]) -> Result<Reader<'a>, Error> {
        let ends = |pair: &[u8]| matches!(pair, [0xFF, next] if !matches!(next, 0 | 0xD0..=0xD7));
        let end = bytes.windows(2).position(ends).ok_or(Error::Malformed)?;
        let (data, rest) = bytes.split_at_checked(end).ok_or(Error::Malformed)?;
        self.kept.extend_from_slice(data);
        Ok(Reader::new(rest))
    }

    fn application(&mut self, marker: u8, segment: &[u8], found: &mut Found) {
        match (marker, segment) {
            (0xE0, [b'J', b'F', b'I', b'F', 0, ..]) if segment.len() >= JFIF && !self.jfif => self.jfif(segment, found),
            (0xE0, [b'J', b'F', b'X', b'X', 0, ..]) => found.add(Gone::Thumbnail),
            (0xE1, _) if segment.starts_with(PREFIX) => {
                let tiff = segment.strip_prefix(PREFIX).unwrap_or_default();
                if let Some(tiff) = exif::reduce(tiff, found).filter(|_| !self.turned) {
                    self.turned = true;
                    self.keep(marker, &[PREFIX, &tiff].concat());
                }
            }
            (0xE1, _) if segment.starts_with(b"http://ns.adobe.com/x") => found.xmp(segment),
            (0xE2, _) if segment.starts_with(b"ICC_PROFILE\0") => found.add(Gone::Colours),
            (0xE2, _) if segment.starts_with(b"MPF\0") => found.add(Gone::Appended),
            (0xED, _) if segment.starts_with(b"Photoshop 3.0\0") => found.photoshop(segment),
            // Without it the colours are others.
            (0xEE, [b'A', b'd', b'o', b'b', b'e', ..]) if segment.len() >= ADOBE => {
                self.keep(marker, segment.get(..ADOBE).unwrap_or_default());
                if segment.len() > ADOBE {
                    found.add(Gone::Other);
                }
            }
            _ => found.add(Gone::Other),
        }
    }

    /// Version and proportions of the picture, without the small picture behind them.
    fn jfif(&mut self, segment: &[u8], found: &mut Found) {
        self.jfif = true;
        let (said, small) = segment.split_at_checked(JFIF - 2).unwrap_or_default();
        self.keep(0xE0, &[said, &[0, 0]].concat());
        if small != [0, 0] {
            found.add(Gone::Thumbnail);
        }
    }
}
