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

    pub(crate) fn u16(&mut self, value: u16) -> &mut Self {
        self.bytes(&value.to_be_bytes())
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

    pub(crate) fn u16(&mut self) -> Result<u16, Error> {
        self.array().map(u16::from_be_bytes)
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
        let mut items = Vec::new();
        for _ in 0..self.u8()? {
            items.push(each(self)?);
        }
        Ok(items)
    }

    /// The rest.
    pub(crate) fn rest(&mut self) -> &'a [u8] {
        core::mem::take(&mut self.0)
    }

    pub(crate) const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Refuses trailing bytes.
    pub(crate) fn finish(&self) -> Result<(), Error> {
        if self.0.is_empty() { Ok(()) } else { Err(Error::Malformed) }
    }
}

/// Base64 (RFC 4648, section 4): with padding, and nothing else is taken.
pub(crate) const BASE64: Base64 = Base64 { last: *b"+/", padded: true };
/// Base64url (RFC 4648, section 5) without padding.
pub(crate) const BASE64URL: Base64 = Base64 { last: *b"-_", padded: false };

/// A text form of bytes; for each bytes there is one text, and no other is taken.
pub(crate) struct Base64 {
    last: [u8; 2],
    padded: bool,
}

impl Base64 {
    #[inline(never)]
    pub(crate) fn encode(&self, bytes: &[u8]) -> String {
        let mut text = String::with_capacity(bytes.len().div_ceil(3).saturating_mul(4));
        for group in bytes.chunks(3) {
            let bits =
                [0, 1, 2].iter().fold(0, |bits, place| bits << 8 | u32::from(group.get(*place).copied().unwrap_or(0)));
            for place in 0..=group.len() {
                text.push(self.letter(u8::try_from(bits >> (18 - 6 * place) & 63).unwrap_or_default()));
            }
            for _ in group.len()..3 {
                text.extend(self.padded.then_some('='));
            }
        }
        text
    }

    #[inline(never)]
    pub(crate) fn decode(&self, text: &str) -> Result<Vec<u8>, Error> {
        let mut text = text.as_bytes();
        let (whole, end) = text.split_at_checked(text.len().saturating_sub(2)).unwrap_or_default();
        if self.padded {
            if !text.len().is_multiple_of(4) {
                return Err(Error::Malformed);
            }
            text = match end {
                b"==" => whole,
                [_, b'='] => text.split_last().map_or(text, |(_, text)| text),
                _ => text,
            };
        }
        let mut bytes = Vec::with_capacity(text.len() / 4 * 3 + 2);
        let (mut bits, mut count) = (0_u32, 0_u32);
        for letter in text {
            bits = bits << 6 | self.value(*letter).ok_or(Error::Malformed)?;
            count += 6;
            if count >= 8 {
                count -= 8;
                bytes.extend(u8::try_from(bits >> count));
                bits &= (1 << count) - 1;
            }
        }
        if count < 6 && bits == 0 { Ok(bytes) } else { Err(Error::Malformed) }
    }

    fn letter(&self, value: u8) -> char {
        let [plus, slash] = self.last;
        char::from(match value {
            0..26 => b'A' + value,
            26..52 => b'a' - 26 + value,
            52..62 => b'0'.wrapping_sub(52).wrapping_add(value),
            62 => plus,
            _ => slash,
        })
    }

    fn value(&self, letter: u8) -> Option<u32> {
        let value = match letter {
            b'A'..=b'Z' => letter - b'A',
            b'a'..=b'z' => letter - b'a' + 26,
            b'0'..=b'9' => letter - b'0' + 52,
            other => 62 + u8::try_from(self.last.iter().position(|last| *last == other)?).ok()?,
        };
        Some(value.into())
    }
}

pub(crate) fn to_hex(bytes: &[u8]) -> String {
    let mut text = String::new();
    for byte in bytes {
        for half in [byte >> 4, byte & 15] {
            text.push(char::from_digit(half.into(), 16).unwrap_or('0'));
        }
    }
    text
}

pub(crate) fn from_hex<const N: usize>(text: &str) -> Result<[u8; N], Error> {
    let mut bytes = [0; N];
    if text.len() != N.saturating_mul(2) {
        return Err(Error::Malformed);
    }
    for (place, digit) in text.bytes().enumerate() {
        let value = match digit {
            b'0'..=b'9' => digit - b'0',
            b'a'..=b'f' => digit - b'a' + 10,
            _ => return Err(Error::Malformed),
        };
        if let Some(byte) = bytes.get_mut(place / 2) {
            *byte = *byte << 4 | value;
        }
    }
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;
    use base64::Engine;
    use base64::prelude::{BASE64_STANDARD, BASE64_URL_SAFE_NO_PAD};
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn base64_is_that_of_a_library(bytes: Vec<u8>, text in "[A-Za-z0-9+/_=-]{0,9}", end in "={0,3}") {
            let (padded, bare) = (BASE64_STANDARD.encode(&bytes), BASE64_URL_SAFE_NO_PAD.encode(&bytes));
            prop_assert_eq!((BASE64.encode(&bytes), BASE64URL.encode(&bytes)), (padded.clone(), bare.clone()));
            for text in [padded, bare, text.clone(), [text, end].concat()] {
                prop_assert_eq!(BASE64.decode(&text).ok(), BASE64_STANDARD.decode(&text).ok(), "{}", &text);
                prop_assert_eq!(BASE64URL.decode(&text).ok(), BASE64_URL_SAFE_NO_PAD.decode(&text).ok(), "{}", &text);
            }
        }
    }
}
