//! GIF (version 89a): pictures, their timing and how often they are repeated are kept.

use super::{Found, Gone};
use crate::Error;
use crate::codec::Reader;
use alloc::vec::Vec;

const EXTENSION: u8 = 0x21;
const IMAGE: u8 = 0x2C;
const END: u8 = 0x3B;

const TIMING: u8 = 0xF9;
const COMMENT: u8 = 0xFE;
const APPLICATION: u8 = 0xFF;
/// Text to be drawn over the picture, which no program does.
const TEXT: u8 = 0x01;

/// Who may say how often an animation is repeated.
const LOOPS: [&[u8]; 2] = [b"NETSCAPE2.0", b"ANIMEXTS1.0"];

pub(super) fn strip(bytes: &[u8], found: &mut Found) -> Result<Vec<u8>, Error> {
    let mut from = Reader::new(bytes);
    let mut kept = Vec::with_capacity(bytes.len());
    kept.extend_from_slice(from.take(6)?);
    let screen = from.take(7)?;
    kept.extend_from_slice(screen);
    kept.extend_from_slice(from.take(colours(screen.get(4)))?);
    // It belongs to the picture that follows, and goes with a text.
    let mut timing = None;
    let mut drawn = false;
    loop {
        match from.u8()? {
            IMAGE => {
                if let Some(timing) = timing.take() {
                    kept.extend([EXTENSION, TIMING]);
                    kept.extend_from_slice(timing);
                }
                image(&mut from, &mut kept)?;
                drawn = true;
            }
            EXTENSION => match from.u8()? {
                TIMING => timing = Some(from.take(6).and_then(whole)?),
                APPLICATION => application(&mut from, &mut kept, found)?,
                kind => {
                    blocks(&mut from)?;
                    if kind == TEXT {
                        timing = None;
                    }
                    found.add(if kind == COMMENT || kind == TEXT { Gone::Comment } else { Gone::Other });
                }
            },
            END if drawn => break,
            _ => return Err(Error::Malformed),
        }
    }
    kept.push(END);
    if !from.is_empty() {
        found.add(Gone::Appended);
    }
    Ok(kept)
}

/// Bytes of a table of colours, as the flags in front of it say.
fn colours(flags: Option<&u8>) -> usize {
    flags.filter(|flags| **flags & 0x80 != 0).map_or(0, |flags| 6 << (flags & 7))
}

/// One block of four bytes, and none after it.
fn whole(timing: &[u8]) -> Result<&[u8], Error> {
    if matches!(timing, [4, .., 0]) { Ok(timing) } else { Err(Error::Malformed) }
}

fn image(from: &mut Reader<'_>, kept: &mut Vec<u8>) -> Result<(), Error> {
    let place = from.take(9)?;
    kept.push(IMAGE);
    kept.extend_from_slice(place);
    kept.extend_from_slice(from.take(colours(place.last()))?);
    kept.push(from.u8()?);
    for block in blocks(from)? {
        kept.push(u8::try_from(block.len()).map_err(|_| Error::Malformed)?);
        kept.extend_from_slice(block);
    }
    kept.push(0);
    Ok(())
}

/// Blocks, each with its length in front, up to an empty one.
fn blocks<'a>(from: &mut Reader<'a>) -> Result<Vec<&'a [u8]>, Error> {
    let mut blocks = Vec::new();
    loop {
        let length = usize::from(from.u8()?);
        if length == 0 {
            return Ok(blocks);
        }
        blocks.push(from.take(length)?);
    }
}

/// What a program added: how often the animation is repeated stays.
fn application(from: &mut Reader<'_>, kept: &mut Vec<u8>, found: &mut Found) -> Result<(), Error> {
    let blocks = blocks(from)?;
    let (name, said) = blocks.split_first().ok_or(Error::Malformed)?;
    match said {
        [[1, low, high], more @ ..] if LOOPS.contains(name) => {
            kept.extend([EXTENSION, APPLICATION, 11]);
            kept.extend_from_slice(name);
            kept.extend([3, 1, *low, *high, 0]);
            if !more.is_empty() {
                found.add(Gone::Other);
            }
        }
        _ if name.starts_with(b"XMP Data") => found.xmp(&said.concat()),
        _ if name.starts_with(b"ICCRGBG1") => found.add(Gone::Colours),
        _ => found.add(Gone::Other),
    }
    Ok(())
}
