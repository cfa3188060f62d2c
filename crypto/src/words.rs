//! Words people read aloud or type: fingerprints and generated passphrases, from the EFF large list (7,776 words).
//!
//! The list itself weighs more than the rest of a reporter's module, so it comes with the feature `words` only; a
//! fingerprint is compared by the places of its words as well.

#[cfg(feature = "words")]
mod list;

#[cfg(feature = "words")]
pub(crate) use list::make_words;
#[cfg(feature = "words")]
pub use list::{look_alikes, make_passphrase, nearest_word, unknown_words};

use crate::id::{Digest, OrganisationId};
use crate::label::Label;
use crate::primitives;
#[cfg(any(feature = "staff", feature = "words"))]
use alloc::string::String;

const BASE: u128 = 7_776;
const FINGERPRINT_WORDS: usize = 7;

/// 80 bits that name an organisation (or a pending person), written as seven words with ten check bits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fingerprint([u8; 10]);

impl Fingerprint {
    /// The first 80 bits of a digest.
    #[must_use]
    pub fn of(digest: &Digest) -> Self {
        let mut bits = [0; 10];
        bits.iter_mut().zip(digest.0).for_each(|(bit, byte)| *bit = byte);
        Self(bits)
    }

    /// The places of its seven words in the list, from 0.
    #[must_use]
    pub fn to_numbers(&self) -> [u16; FINGERPRINT_WORDS] {
        let mut number = self.0.iter().fold(0, |number, byte| number << 8 | u128::from(*byte)) << 10 | self.check();
        let mut places = [0; FINGERPRINT_WORDS];
        for place in places.iter_mut().rev() {
            *place = u16::try_from(number % BASE).unwrap_or_default();
            number /= BASE;
        }
        places
    }

    fn check(self) -> u128 {
        let [first, second, ..] = primitives::digest(Label::FINGERPRINT, OrganisationId::NONE, &[&self.0]).0;
        u128::from(u16::from_be_bytes([first, second]) >> 6)
    }
}

/// The passphrase as it is hashed: lower case, single spaces. The words of the list are plain letters.
#[cfg(any(feature = "staff", feature = "words"))]
#[must_use]
pub fn normal_passphrase(text: &str) -> zeroize::Zeroizing<String> {
    let mut normal = zeroize::Zeroizing::new(String::with_capacity(text.len()));
    for word in split(text) {
        if !normal.is_empty() {
            normal.push(' ');
        }
        normal.extend(word.chars().map(|letter| letter.to_ascii_lowercase()));
    }
    normal
}

/// Words as they were typed, with whatever stands between words.
#[cfg(any(feature = "staff", feature = "words"))]
fn split(text: &str) -> impl Iterator<Item = &str> {
    text.split(|letter: char| letter.is_whitespace() || matches!(letter, '.' | '+')).filter(|word| !word.is_empty())
}
