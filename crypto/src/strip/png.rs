//! PNG (W3C, third edition), also animated: chunks that draw are kept, if they are no longer than they have to be.

use super::crc::crc32;
use super::{Found, Gone, exif};
use crate::Error;
use crate::codec::Reader;
use alloc::vec::Vec;

const SIGNATURE: [u8; 8] = [0x89, b'P', b'N', b'G', 0x0D, 0x0A, 0x1A, 0x0A];

pub(super) fn strip(bytes: &[u8], found: &mut Found) -> Result<Vec<u8>, Error> {
    let mut from = Reader::new(bytes);
    if from.array()? != SIGNATURE {
        return Err(Error::Malformed);
    }
    let mut kept = Vec::with_capacity(bytes.len());
    kept.extend(SIGNATURE);
    let (mut begun, mut drawn, mut turned) = (false, false, false);
    loop {
        let length = usize::try_from(from.u32()?).map_err(|_| Error::Malformed)?;
        let (name, data, check) = (from.array::<4>()?, from.take(length)?, from.array::<4>()?);
        match &name {
            b"IHDR" if !begun => begun = true,
            _ if !begun => return Err(Error::Malformed),
            b"IDAT" => drawn = true,
            _ => {}
        }
        let critical = name.first().is_some_and(u8::is_ascii_uppercase);
        if draws(&name, data) {
            push(&mut kept, &name, data, check);
        } else if critical {
            // Nobody may leave it out, and we do not know what it is.
            return Err(Error::Malformed);
        } else if &name == b"eXIf" {
            if let Some(tiff) = exif::reduce(data, found).filter(|_| !turned) {
                turned = true;
                push(&mut kept, &name, &tiff, crc32(name.iter().chain(&tiff)).to_be_bytes());
            }
        } else {
            sort(&name, data, found);
        }
        if &name == b"IEND" {
            break;
        }
    }
    if !from.is_empty() {
        found.add(Gone::Appended);
    }
    if drawn { Ok(kept) } else { Err(Error::Malformed) }
}

fn push(kept: &mut Vec<u8>, name: &[u8], data: &[u8], check: [u8; 4]) {
    kept.extend(u32::try_from(data.len()).unwrap_or(u32::MAX).to_be_bytes());
    kept.extend_from_slice(name);
    kept.extend_from_slice(data);
    kept.extend(check);
}

/// Whether the picture, or its animation, would be another one without this chunk.
fn draws(name: &[u8; 4], data: &[u8]) -> bool {
    match name {
        b"IDAT" | b"fdAT" => true,
        b"IHDR" => data.len() == 13,
        b"PLTE" => data.len() <= 768,
        b"IEND" => data.is_empty(),
        b"tRNS" => data.len() <= 256,
        b"gAMA" | b"cICP" => data.len() == 4,
        b"sRGB" => data.len() == 1,
        b"sBIT" => data.len() <= 4,
        b"bKGD" => data.len() <= 6,
        b"pHYs" => data.len() == 9,
        b"acTL" => data.len() == 8,
        b"fcTL" => data.len() == 26,
        _ => false,
    }
}

fn sort(name: &[u8; 4], data: &[u8], found: &mut Found) {
    match name {
        b"tEXt" | b"zTXt" | b"iTXt" => {
            let keyword = data.split(|byte| *byte == 0).next().unwrap_or_default();
            match keyword {
                b"XML:com.adobe.xmp" => found.xmp(data),
                b"Author" | b"Copyright" => found.add(Gone::Author),
                b"Creation Time" => found.add(Gone::Date),
                b"Software" | b"Source" => found.add(Gone::Device),
                _ if keyword.starts_with(b"date:") => found.add(Gone::Date),
                _ if keyword.starts_with(b"Raw profile type") => found.add(Gone::Other),
                _ => found.add(Gone::Comment),
            }
        }
        b"tIME" => found.add(Gone::Date),
        b"iCCP" | b"cHRM" => found.add(Gone::Colours),
        _ => found.add(Gone::Other),
    }
}
