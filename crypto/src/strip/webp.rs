//! WebP (RFC 9649): chunks that draw are kept, inside the frames of an animation too, and the header says what is left.

use super::exif::{self, PREFIX};
use super::{Found, Gone};
use crate::Error;
use crate::codec::Reader;
use alloc::vec::Vec;

/// Where the flags of VP8X stand: it is the first chunk.
const FLAGS: usize = 20;
const ANIMATION: u8 = 0x02;
const EXIF: u8 = 0x08;
const ALPHA: u8 = 0x10;

pub(super) fn strip(bytes: &[u8], found: &mut Found) -> Result<Vec<u8>, Error> {
    let mut outer = Reader::new(bytes);
    let (riff, length, webp) = (outer.array()?, length(&mut outer)?, outer.array()?);
    if riff != *b"RIFF" || webp != *b"WEBP" {
        return Err(Error::Malformed);
    }
    let mut from = Reader::new(outer.take(length.checked_sub(4).ok_or(Error::Malformed)?)?);
    let mut kept = Vec::with_capacity(bytes.len());
    kept.extend(b"RIFF\0\0\0\0WEBP");
    let (mut drawn, mut extended, mut turned) = (false, false, false);
    while !from.is_empty() {
        let (name, data) = chunk(&mut from)?;
        match &name {
            b"VP8X" if kept.len() == 12 && data.len() == 10 => {
                extended = true;
                push(&mut kept, &name, data);
            }
            b"VP8 " | b"VP8L" => {
                drawn = true;
                push(&mut kept, &name, data);
            }
            b"ALPH" => push(&mut kept, &name, data),
            b"ANIM" if data.len() == 6 => push(&mut kept, &name, data),
            b"ANMF" => {
                drawn = true;
                push(&mut kept, &name, &frame(data, found)?);
            }
            b"EXIF" => {
                let tiff = exif::reduce(data.strip_prefix(PREFIX).unwrap_or(data), found);
                if let Some(tiff) = tiff.filter(|_| extended && !turned) {
                    turned = true;
                    push(&mut kept, &name, &tiff);
                }
            }
            b"XMP " => found.xmp(data),
            b"ICCP" => found.add(Gone::Colours),
            _ => found.add(Gone::Other),
        }
    }
    if !outer.is_empty() {
        found.add(Gone::Appended);
    }
    if !drawn {
        return Err(Error::Malformed);
    }
    if let Some(flags) = kept.get_mut(FLAGS).filter(|_| extended) {
        *flags = *flags & (ANIMATION | ALPHA) | if turned { EXIF } else { 0 };
    }
    let size = u32::try_from(kept.len().saturating_sub(8)).map_err(|_| Error::Malformed)?;
    kept.get_mut(4..8).ok_or(Error::Malformed)?.copy_from_slice(&size.to_le_bytes());
    Ok(kept)
}

fn length(from: &mut Reader<'_>) -> Result<usize, Error> {
    usize::try_from(u32::from_le_bytes(from.array()?)).map_err(|_| Error::Malformed)
}

/// A chunk without the byte that makes its length even.
fn chunk<'a>(from: &mut Reader<'a>) -> Result<([u8; 4], &'a [u8]), Error> {
    let (name, length) = (from.array()?, length(from)?);
    let data = from.take(length)?;
    if length % 2 == 1 {
        from.u8()?;
    }
    Ok((name, data))
}

fn push(kept: &mut Vec<u8>, name: &[u8], data: &[u8]) {
    kept.extend_from_slice(name);
    kept.extend(u32::try_from(data.len()).unwrap_or(u32::MAX).to_le_bytes());
    kept.extend_from_slice(data);
    if data.len() % 2 == 1 {
        kept.push(0);
    }
}

/// A frame of an animation: sixteen bytes about it, then chunks of its own.
fn frame(data: &[u8], found: &mut Found) -> Result<Vec<u8>, Error> {
    let mut from = Reader::new(data);
    let mut kept = Vec::with_capacity(data.len());
    kept.extend_from_slice(from.take(16)?);
    while !from.is_empty() {
        match chunk(&mut from)? {
            (name, data) if [b"ALPH", b"VP8 ", b"VP8L"].contains(&&name) => push(&mut kept, &name, data),
            _ => found.add(Gone::Other),
        }
    }
    Ok(kept)
}
