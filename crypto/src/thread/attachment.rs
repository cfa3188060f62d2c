//! Files: sealed in chunks on the device, under a key that only the message naming them holds. A file may be long and
//! a connection short, so any part can be made again and opens in its place only.

use super::Attachment;
use crate::error::Error;
use crate::id::{Digest, OrganisationId, PersonId, ThreadId};
use crate::keys::{Secret, SigningKey};
use crate::label::Label;
use crate::padding;
use crate::primitives::{self, FileCipher, FileHash};
use alloc::vec::Vec;
use zeroize::Zeroizing;

/// Files of one message.
pub const MOST_FILES: usize = 10;
/// Bytes of a file in clear: 25 MiB.
pub const LARGEST_FILE: u64 = 25 << 20;
/// Bytes of a part, as it travels and is stored; the last one may be shorter.
pub const PART_SIZE: usize = 4 * CHUNK_SIZE;
const PART: u64 = 4 * CHUNK;
/// Chunks of a part.
const CHUNKS: u32 = 4;
/// Bytes of a sealed chunk: 16 of them are its tag.
const CHUNK_SIZE: usize = 65_536;
const CHUNK: u64 = 65_536;
const TAG: u64 = 16;
const CLEAR: u64 = CHUNK - TAG;
/// Smaller files are padded to one part: what a screenshot weighs tells too much.
const SMALLEST: u64 = 4 * CLEAR;

/// Whose file it is and which: no other place opens it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FilePlace {
    /// The organisation.
    pub organisation: OrganisationId,
    /// The thread.
    pub thread: ThreadId,
    /// Who sent it; [`PersonId::REPORTER`] for the reporter.
    pub author: PersonId,
    /// Counts per thread and author from 1.
    pub number: u32,
}

impl FilePlace {
    /// How the access log names it.
    #[must_use]
    pub fn digest(&self) -> Digest {
        primitives::digest(Label::FILE_PLACE, self.organisation, &self.fields(&self.number.to_be_bytes()))
    }

    const fn fields<'a>(&'a self, number: &'a [u8; 4]) -> [&'a [u8]; 3] {
        [&self.thread.0, &self.author.0, number]
    }
}

/// The key of a file, from its author's signing key and the file itself: whoever was interrupted makes the same bytes
/// again, and no two files ever share a key.
#[must_use]
pub fn derive_file_key(place: &FilePlace, author: &SigningKey, file: &[u8]) -> Secret<32> {
    let root = primitives::extract(Label::FILE, author.seed().expose());
    let (number, content) = (place.number.to_be_bytes(), primitives::sha256(file));
    let [thread, person, number] = place.fields(&number);
    primitives::expand(&root, Label::FILE_KEY, place.organisation, &[thread, person, number, &content.0])
}

/// Bytes of a sealed file: it says the size in clear to an eighth, and of what is small nothing.
///
/// # Errors
/// [`Error::TooLong`] over [`LARGEST_FILE`].
pub fn sealed_size(size: u64) -> Result<u64, Error> {
    padded_size(size).map(with_tags)
}

const fn with_tags(padded: u64) -> u64 {
    padded.saturating_add(padded.div_ceil(CLEAR).saturating_mul(TAG))
}

/// Bytes of the largest sealed file.
#[must_use]
pub fn largest_sealed() -> u64 {
    sealed_size(LARGEST_FILE).unwrap_or(u64::MAX)
}

/// Parts of a sealed file of this size.
#[must_use]
pub fn parts(sealed: u64) -> u32 {
    u32::try_from(sealed.div_ceil(PART)).unwrap_or(u32::MAX)
}

/// Bytes of one part of a sealed file of this size; 0 past its end.
#[must_use]
pub fn part_size(sealed: u64, part: u32) -> usize {
    let rest = sealed.saturating_sub(u64::from(part).saturating_mul(PART));
    usize::try_from(rest).unwrap_or(usize::MAX).min(PART_SIZE)
}

/// Chunks of a sealed file of this size.
fn chunks(sealed: u64) -> u32 {
    u32::try_from(sealed.div_ceil(CHUNK)).unwrap_or(u32::MAX)
}

fn padded_size(size: u64) -> Result<u64, Error> {
    match size.checked_sub(LARGEST_FILE) {
        None | Some(0) => Ok(if size <= SMALLEST { SMALLEST } else { padding::padme(size) }),
        Some(excess) => Err(Error::TooLong { excess: usize::try_from(excess).unwrap_or(usize::MAX) }),
    }
}

fn cipher(place: &FilePlace, key: &Secret<32>) -> FileCipher {
    let number = place.number.to_be_bytes();
    FileCipher::new(&primitives::expand(key, Label::FILE_STREAM, place.organisation, &place.fields(&number)))
}

/// A file on its author's device, sealed part by part.
pub struct SealedFile<'f> {
    cipher: FileCipher,
    file: &'f [u8],
    padded: u64,
    sealed: u64,
}

impl<'f> SealedFile<'f> {
    /// Prepares a file. The key is for this file only: [`derive_file_key`].
    ///
    /// # Errors
    /// [`Error::TooLong`] over [`LARGEST_FILE`].
    pub fn new(place: &FilePlace, key: &Secret<32>, file: &'f [u8]) -> Result<Self, Error> {
        let padded = padded_size(u64::try_from(file.len()).unwrap_or(u64::MAX))?;
        Ok(Self { cipher: cipher(place, key), file, padded, sealed: with_tags(padded) })
    }

    /// Bytes when sealed.
    #[must_use]
    pub const fn size(&self) -> u64 {
        self.sealed
    }

    /// How many parts there are.
    #[must_use]
    pub fn parts(&self) -> u32 {
        parts(self.sealed)
    }

    /// Part number `part`, from 0; empty past the end. The same each time.
    #[must_use]
    pub fn part(&self, part: u32) -> Vec<u8> {
        let (first, all) = (part.saturating_mul(CHUNKS), chunks(self.sealed));
        let last = first.saturating_add(CHUNKS).min(all);
        let mut sealed = Vec::with_capacity(PART_SIZE);
        for chunk in first..last {
            let clear = self.chunk(chunk);
            sealed.extend(self.cipher.seal(chunk, chunk.saturating_add(1) == all, &clear));
        }
        sealed
    }

    /// A chunk in clear: of the file, then zeros.
    fn chunk(&self, chunk: u32) -> Zeroizing<Vec<u8>> {
        let start = u64::from(chunk).saturating_mul(CLEAR);
        let length = usize::try_from(self.padded.saturating_sub(start).min(CLEAR)).unwrap_or_default();
        let rest = usize::try_from(start).ok().and_then(|start| self.file.get(start..)).unwrap_or_default();
        let mut clear = Zeroizing::new(Vec::with_capacity(length));
        clear.extend_from_slice(rest.get(..length.min(rest.len())).unwrap_or_default());
        clear.resize(length, 0);
        clear
    }

    /// SHA-256 of all parts.
    #[must_use]
    pub fn digest(&self) -> Digest {
        let mut hash = FileHash::default();
        (0..self.parts()).for_each(|part| hash.update(&self.part(part)));
        hash.finish()
    }
}

/// A sealed file on its reader's device. Nothing of it can be had before all of it was checked.
pub struct OpenFile {
    cipher: FileCipher,
    digest: Digest,
    size: usize,
    sealed: u64,
    hash: FileHash,
    next: u32,
    clear: Zeroizing<Vec<u8>>,
}

impl OpenFile {
    /// Prepares to take the parts of the file that a message names.
    ///
    /// # Errors
    /// [`Error::TooLong`] for a size over [`LARGEST_FILE`].
    pub fn new(place: &FilePlace, named: &Attachment) -> Result<Self, Error> {
        let sealed = sealed_size(named.size)?;
        let size = usize::try_from(named.size).map_err(|_| Error::Malformed)?;
        let room = usize::try_from(sealed).map_err(|_| Error::Malformed)?;
        Ok(Self {
            cipher: cipher(place, &named.key),
            digest: named.digest,
            size,
            sealed,
            hash: FileHash::default(),
            next: 0,
            // All at once: growing would leave copies behind that are not wiped.
            clear: Zeroizing::new(Vec::with_capacity(room)),
        })
    }

    /// How many parts there are.
    #[must_use]
    pub fn parts(&self) -> u32 {
        parts(self.sealed)
    }

    /// Takes the next part, in order.
    ///
    /// # Errors
    /// [`Error::Decrypt`] when it is not the one that was sealed for this place.
    pub fn push(&mut self, part: &[u8]) -> Result<(), Error> {
        if part.is_empty() || part.len() != part_size(self.sealed, self.next) {
            return Err(Error::Decrypt);
        }
        self.hash.update(part);
        for (position, sealed) in (self.next.saturating_mul(CHUNKS)..).zip(part.chunks(CHUNK_SIZE)) {
            let last = position.saturating_add(1) == chunks(self.sealed);
            let clear = self.cipher.open(position, last, sealed)?;
            self.clear.extend_from_slice(&clear);
        }
        self.next = self.next.saturating_add(1);
        Ok(())
    }

    /// The file, now that all of it is there and nothing else.
    ///
    /// # Errors
    /// [`Error::Decrypt`] when parts are missing or it is not the file that the message names.
    pub fn finish(mut self) -> Result<Zeroizing<Vec<u8>>, Error> {
        let whole = self.next == self.parts() && primitives::equal(&self.hash.finish().0, &self.digest.0);
        let filler = self.clear.get(self.size..).ok_or(Error::Decrypt)?;
        if !whole || filler.iter().any(|byte| *byte != 0) {
            return Err(Error::Decrypt);
        }
        self.clear.truncate(self.size);
        Ok(self.clear)
    }
}

#[cfg(test)]
mod tests;
