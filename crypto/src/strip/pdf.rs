//! PDF: what the document says of itself (its Info and XMP) is overwritten where it lies uncompressed, so that no address in
//! the file changes.

use super::found::{holds, place};
use super::{Found, Gone};
use crate::Error;
use alloc::vec::Vec;

/// Where XMP begins and ends, with its wrapping and without.
const XMP: [(&[u8], &[u8]); 2] = [(b"<x:xmpmeta", b"</x:xmpmeta>"), (b"<rdf:RDF", b"</rdf:RDF>")];

pub(super) fn strip(bytes: &[u8], found: &mut Found) -> Result<Vec<u8>, Error> {
    // Under encryption a blank is no blank any more, and a reader may refuse the file.
    if holds(bytes, b"/Encrypt") {
        return Err(Error::Malformed);
    }
    let mut kept = bytes.to_vec();
    for (begin, end) in XMP {
        blank_xmp(&mut kept, begin, end, found);
    }
    let infos: Vec<(&[u8], &[u8])> = after_each(bytes, b"/Info").filter_map(|(rest, _)| reference(rest)).collect();
    for (_, at) in after_each(bytes, b" obj") {
        let before = bytes.get(..at.saturating_sub(4)).unwrap_or_default();
        if head(before).is_some_and(|head| infos.contains(&head)) {
            let object = kept.get_mut(at..).unwrap_or_default();
            let end = place(object, b"endobj").unwrap_or(object.len());
            blank_strings(object.get_mut(..end).unwrap_or_default(), found);
        }
    }
    Ok(kept)
}

/// What follows each occurrence, and where that is.
fn after_each<'a>(bytes: &'a [u8], mark: &'a [u8]) -> impl Iterator<Item = (&'a [u8], usize)> {
    let mut at = 0;
    core::iter::from_fn(move || {
        at += place(bytes.get(at..)?, mark)?.saturating_add(mark.len());
        Some((bytes.get(at..)?, at))
    })
}

fn blank_xmp(kept: &mut [u8], begin: &[u8], end: &[u8], found: &mut Found) {
    let mut rest = kept;
    while let Some(start) = place(rest, begin) {
        let Some(from) = rest.get_mut(start..) else { return };
        let Some(length) = place(from, end).map(|length| length.saturating_add(end.len())) else { return };
        let Some((text, after)) = from.split_at_mut_checked(length) else { return };
        found.xmp(text);
        text.fill(b' ');
        rest = after;
    }
}

/// Number and generation of `12 0 R`.
fn reference(bytes: &[u8]) -> Option<(&[u8], &[u8])> {
    let mut words =
        bytes.get(..40).unwrap_or(bytes).split(|byte| byte.is_ascii_whitespace()).filter(|word| !word.is_empty());
    let (number, generation, mark) = (words.next()?, words.next()?, words.next()?);
    (is_number(number) && is_number(generation) && mark.first() == Some(&b'R')).then_some((number, generation))
}

/// Number and generation of `12 0 obj`, from what stands before its last word.
fn head(before: &[u8]) -> Option<(&[u8], &[u8])> {
    let tail = before.get(before.len().saturating_sub(32)..)?;
    let mut words = tail.rsplit(|byte| !byte.is_ascii_digit());
    let (generation, number) = (words.next()?, words.next()?);
    (is_number(number) && is_number(generation)).then_some((number, generation))
}

fn is_number(word: &[u8]) -> bool {
    !word.is_empty() && word.iter().all(u8::is_ascii_digit)
}

/// Overwrites every string of an object; its length stays.
fn blank_strings(object: &mut [u8], found: &mut Found) {
    let mut key = Vec::new();
    let mut at = 0;
    while let Some(byte) = object.get(at) {
        let rest = object.get(at.saturating_add(1)..).unwrap_or_default();
        let length = match byte {
            b'/' => {
                let end = rest.iter().position(|byte| !byte.is_ascii_alphanumeric()).unwrap_or(rest.len());
                key = rest.get(..end).unwrap_or_default().to_vec();
                at = at.saturating_add(end).saturating_add(1);
                continue;
            }
            b'(' => literal(rest),
            b'<' if rest.first() != Some(&b'<') => rest.iter().position(|byte| *byte == b'>').unwrap_or(rest.len()),
            b'<' => {
                at = at.saturating_add(2);
                continue;
            }
            _ => {
                at = at.saturating_add(1);
                continue;
            }
        };
        let start = at.saturating_add(1);
        at = start.saturating_add(length).saturating_add(1);
        let Some(text) = object.get_mut(start..start.saturating_add(length)) else { return };
        if text.iter().any(|byte| *byte != b' ') {
            text.fill(b' ');
            found.add(meaning(&key));
        }
    }
}

/// How long a string in parentheses is, without the closing one.
fn literal(bytes: &[u8]) -> usize {
    let (mut depth, mut escaped) = (0_usize, false);
    for (at, byte) in bytes.iter().enumerate() {
        match byte {
            _ if escaped => escaped = false,
            b'\\' => escaped = true,
            b'(' => depth = depth.saturating_add(1),
            b')' if depth == 0 => return at,
            b')' => depth = depth.saturating_sub(1),
            _ => {}
        }
    }
    bytes.len()
}

fn meaning(key: &[u8]) -> Gone {
    match key {
        b"Author" | b"Company" => Gone::Author,
        b"Creator" | b"Producer" => Gone::Device,
        b"CreationDate" | b"ModDate" | b"SourceModified" => Gone::Date,
        b"Title" | b"Subject" | b"Keywords" | b"Comments" => Gone::Comment,
        _ => Gone::Other,
    }
}
