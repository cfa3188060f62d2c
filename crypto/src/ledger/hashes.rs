//! Hashes line by line, an empty line, a checkpoint: how a tlog-proof and a request to a witness end.

use super::note::{SignedNote, from_base64, to_base64};
use crate::error::Error;
use crate::id::Digest;
use alloc::string::String;
use alloc::vec::Vec;

/// The limit of tlog-witness; an inclusion proof of a log of 2^48 entries needs no more either.
const MOST: usize = 63;

/// Writes them behind the lines of `text`.
pub(super) fn write(mut text: String, hashes: &[Digest], checkpoint: &SignedNote) -> String {
    for hash in hashes {
        text.push_str(&to_base64(&hash.0));
        text.push('\n');
    }
    text.push('\n');
    text.push_str(&checkpoint.to_text());
    text
}

/// Divides a text into the lines of its front, hashes among them, and the checkpoint.
///
/// # Errors
/// [`Error::Malformed`].
pub(super) fn split(text: &str) -> Result<(core::str::Split<'_, char>, SignedNote), Error> {
    let (front, checkpoint) = text.split_once("\n\n").ok_or(Error::Malformed)?;
    Ok((front.split('\n'), SignedNote::parse(checkpoint)?))
}

/// Reads the lines that are hashes.
///
/// # Errors
/// [`Error::Malformed`], also for too many.
pub(super) fn read<'a>(lines: impl Iterator<Item = &'a str>) -> Result<Vec<Digest>, Error> {
    let hashes = lines.map(|line| Digest::try_from(from_base64(line)?.as_slice())).collect::<Result<Vec<_>, _>>()?;
    if hashes.len() <= MOST { Ok(hashes) } else { Err(Error::Malformed) }
}
