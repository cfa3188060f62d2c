//! Reading and writing of fixed layouts: big-endian integers, fixed arrays, `u32`-prefixed bytes.

use crate::Error;
use alloc::string::String;
use alloc::vec::Vec;

/// Builds an encoding.
#[derive(Default)]
pub(crate) struct Writer(Vec<u8>);

impl Writer {
    pub(crate) fn with_capacity(capacity: usize) -> Self {
        Self(Vec::with_capacity(capacity))
    }

    pub(crate) fn u8(&mut self, value: u8) -> &mut Self {
        self.0.push(value);
        self
    }

    pub(crate) fn u32(&mut self, value: u32) -> &mut Self {
        self.bytes(&value.to_be_bytes())
    }

    pub(crate) fn u64(&mut self, value: u64) -> &mut Self {
        self.bytes(&value.to_be_bytes())
    }

    /// As they are, without a length.
    pub(crate) fn bytes(&mut self, bytes: &[u8]) -> &mut Self {
        self.0.extend_from_slice(bytes);
        self
    }

    /// A `u32` length, then the bytes.
    pub(crate) fn prefixed(&mut self, bytes: &[u8]) -> &mut Self {
        self.u32(length(bytes.len())).bytes(bytes)
    }

    /// A `u8` count, then each item. Callers keep lists under 256 items.
    pub(crate) fn list<T>(&mut self, items: &[T], mut each: impl FnMut(&mut Self, &T)) -> &mut Self {
        self.u8(u8::try_from(items.len()).unwrap_or(u8::MAX));
        for item in items.iter().take(usize::from(u8::MAX)) {
            each(self, item);
        }
        self
    }

    pub(crate) fn finish(&mut self) -> Vec<u8> {
        core::mem::take(&mut self.0)
    }
}

/// A length as it stands in an encoding; nothing this crate writes comes near 4 GiB.
pub(crate) fn length(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
}

/// Takes an encoding apart; every method fails with [`Error::Malformed`] when bytes are missing.
pub(crate) struct Reader<'a>(&'a [u8]);

impl<'a> Reader<'a> {
    pub(crate) const fn new(bytes: &'a [u8]) -> Self {
        Self(bytes)
    }

    /// An encoding that begins with its version.
    ///
    /// # Errors
    /// [`Error::Version`] for another version than this program knows.
    pub(crate) fn of_version(bytes: &'a [u8], version: u8) -> Result<Self, Error> {
        let mut reader = Self(bytes);
        if reader.u8()? == version { Ok(reader) } else { Err(Error::Version) }
    }

    pub(crate) fn take(&mut self, count: usize) -> Result<&'a [u8], Error> {
        let (head, tail) = self.0.split_at_checked(count).ok_or(Error::Malformed)?;
        self.0 = tail;
        Ok(head)
    }

    pub(crate) fn array<const N: usize>(&mut self) -> Result<[u8; N], Error> {
        self.take(N)?.try_into().map_err(|_| Error::Malformed)
    }

    pub(crate) fn u8(&mut self) -> Result<u8, Error> {
        self.array().map(u8::from_be_bytes)
    }

    /// 0 or 1.
    pub(crate) fn flag(&mut self) -> Result<bool, Error> {
        match self.u8()? {
            0 => Ok(false),
            1 => Ok(true),
            _ => Err(Error::Malformed),
        }
    }

    pub(crate) fn u32(&mut self) -> Result<u32, Error> {
        self.array().map(u32::from_be_bytes)
    }

    pub(crate) fn u64(&mut self) -> Result<u64, Error> {
        self.array().map(u64::from_be_bytes)
    }

    /// What [`Writer::prefixed`] wrote, refused when longer than `most`.
    pub(crate) fn prefixed(&mut self, most: usize) -> Result<&'a [u8], Error> {
        let length = usize::try_from(self.u32()?).map_err(|_| Error::Malformed)?;
        if length > most {
            return Err(Error::Malformed);
        }
        self.take(length)
    }

    /// [`Self::prefixed`] as UTF-8.
    pub(crate) fn text(&mut self, most: usize) -> Result<String, Error> {
        core::str::from_utf8(self.prefixed(most)?).map(String::from).map_err(|_| Error::Malformed)
    }

    /// What [`Writer::list`] wrote.
    pub(crate) fn list<T>(&mut self, mut each: impl FnMut(&mut Self) -> Result<T, Error>) -> Result<Vec<T>, Error> {
        let count = self.u8()?;
        (0..count).map(|_| each(self)).collect()
    }

    /// The rest.
    pub(crate) fn rest(&mut self) -> &'a [u8] {
        core::mem::take(&mut self.0)
    }

    /// Refuses trailing bytes.
    pub(crate) fn finish(&self) -> Result<(), Error> {
        if self.0.is_empty() { Ok(()) } else { Err(Error::Malformed) }
    }
}

pub(crate) fn to_hex(bytes: &[u8]) -> String {
    let digit = |value: u8| char::from_digit(u32::from(value), 16).unwrap_or('0');
    bytes.iter().flat_map(|byte| [digit(byte >> 4), digit(byte & 15)]).collect()
}

pub(crate) fn from_hex<const N: usize>(text: &str) -> Result<[u8; N], Error> {
    if text.len() != N.saturating_mul(2) || text.bytes().any(|byte| byte.is_ascii_uppercase()) {
        return Err(Error::Malformed);
    }
    let digits: Option<Vec<u8>> =
        text.chars().map(|digit| digit.to_digit(16).and_then(|value| u8::try_from(value).ok())).collect();
    let bytes: Vec<u8> = digits
        .ok_or(Error::Malformed)?
        .chunks_exact(2)
        .map(|pair| pair.iter().fold(0, |byte, digit| byte << 4 | digit))
        .collect();
    bytes.try_into().map_err(|_| Error::Malformed)
}
