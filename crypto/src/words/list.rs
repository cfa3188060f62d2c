//! The list, and what is written with it.

use super::{BASE, FINGERPRINT_WORDS, Fingerprint, split};
use crate::error::Error;
use crate::primitives;
use alloc::string::String;
use alloc::vec::Vec;
use rand_core::CryptoRng;
use zeroize::Zeroizing;

/// The EFF large list (CC BY 3.0 US), a word a line: the web cuts the same file into small ones.
const LIST: &str = include_str!("eff-large.txt");

const PASSPHRASE_WORDS: usize = 6;
/// Wrong answers beside the right one, where somebody picks the word she heard.
const LOOK_ALIKES: usize = 3;

impl Fingerprint {
    /// Seven words joined by dots (some words have a hyphen).
    #[must_use]
    pub fn to_words(&self) -> String {
        self.to_numbers().map(|place| word_at(place.into())).join(".")
    }

    /// Reads words separated by dots, spaces or plus signs, in any case.
    ///
    /// # Errors
    /// [`Error::Words`] for an unknown word, a wrong count or wrong check bits.
    pub fn parse(text: &str) -> Result<Self, Error> {
        let numbers: Vec<u128> =
            split(text).map(|word| number_of(&word.to_ascii_lowercase())).collect::<Option<_>>().ok_or(Error::Words)?;
        if numbers.len() != FINGERPRINT_WORDS {
            return Err(Error::Words);
        }
        let number = numbers.into_iter().fold(0, |number, digit| number * BASE + digit);
        let (bits, check) = (number >> 10, number & 0x3ff);
        let [_, _, _, _, _, _, high @ ..] = bits.to_be_bytes();
        let fingerprint = Self(high);
        if bits >> 80 == 0 && fingerprint.check() == check { Ok(fingerprint) } else { Err(Error::Words) }
    }
}

/// A generated passphrase of six words (77 bits). People never choose one.
#[must_use]
pub fn make_passphrase(rng: &mut impl CryptoRng) -> Zeroizing<String> {
    make_words(PASSPHRASE_WORDS, rng)
}

/// So many words drawn from the list, with single spaces.
pub(crate) fn make_words(count: usize, rng: &mut impl CryptoRng) -> Zeroizing<String> {
    let words: Vec<&str> = (0..count).map(|_| word_at(die(rng))).collect();
    Zeroizing::new(words.join(" "))
}

/// A fair roll of 0…7775: higher numbers of 16 bits are thrown again.
fn die(rng: &mut impl CryptoRng) -> u128 {
    loop {
        let number = u128::from(u16::from_be_bytes(primitives::random(rng)));
        if number < BASE * 8 {
            return number % BASE;
        }
    }
}

/// The words of a typed passphrase or fingerprint that are not in the list, as they are hashed.
#[must_use]
pub fn unknown_words(text: &str) -> Vec<String> {
    split(text).map(str::to_ascii_lowercase).filter(|word| number_of(word).is_none()).collect()
}

/// The word of the list that is typed with the fewest changes instead of `word`; of several the first.
#[must_use]
pub fn nearest_word(word: &str) -> &'static str {
    LIST.lines().min_by_key(|known| strsim::levenshtein(word, known)).unwrap_or_default()
}

/// Other words of the list that look most like `word`, the likest first, of several the first in the list.
#[must_use]
pub fn look_alikes(word: &str) -> Vec<&'static str> {
    let mut others: Vec<_> = LIST.lines().filter(|known| *known != word).collect();
    others.sort_by_cached_key(|known| strsim::levenshtein(word, known));
    others.truncate(LOOK_ALIKES);
    others
}

fn word_at(number: u128) -> &'static str {
    usize::try_from(number).ok().and_then(|place| LIST.lines().nth(place)).unwrap_or_default()
}

fn number_of(word: &str) -> Option<u128> {
    let index = LIST.lines().position(|known| known == word)?;
    u128::try_from(index).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::id::Digest;
    use crate::words::normal_passphrase;
    use proptest::prelude::*;
    use rand_core::SeedableRng;

    const LIST_DIGEST: &str = "c523ba7b5e0d3f77cc6cf0d83bed3f250143c0c90c255d6a646dd992f8453675";

    proptest! {
        #[test]
        fn fingerprints_read_back(bytes: [u8; 32]) {
            let fingerprint = Fingerprint::of(&Digest(bytes));
            let words = fingerprint.to_words();
            prop_assert_eq!(Fingerprint::parse(&words), Ok(fingerprint));
            prop_assert_eq!(Fingerprint::parse(&words.to_uppercase().replace('.', " ")), Ok(fingerprint));
        }

        #[test]
        fn a_changed_word_is_seen(bytes: [u8; 32], place in 0_usize..7, other in 0_usize..7776) {
            let words = Fingerprint::of(&Digest(bytes)).to_words();
            let other = word_at(u128::try_from(other).unwrap());
            let mut list: Vec<&str> = words.split('.').collect();
            prop_assume!(list[place] != other);
            list[place] = other;
            // Ten check bits: compare the whole, not the luck of one draw.
            prop_assert_ne!(Fingerprint::parse(&list.join(".")), Ok(Fingerprint::of(&Digest(bytes))));
        }
    }

    #[test]
    fn the_list_is_the_one_the_formats_were_frozen_with() {
        let all: Vec<&str> = (0..BASE).map(word_at).collect();
        let distinct: std::collections::BTreeSet<_> = all.iter().collect();
        assert_eq!(distinct.len(), 7_776);
        assert!(all.iter().all(|word| word.bytes().all(|letter| letter.is_ascii_lowercase() || letter == b'-')));
        assert_eq!(primitives::sha256(all.join(" ").as_bytes()).to_hex(), LIST_DIGEST);
    }

    #[test]
    fn a_word_typed_wrong_is_named_with_the_one_that_was_meant() {
        assert_eq!(unknown_words("Abacus abacos zoom\nabdomen"), ["abacos"]);
        assert_eq!(nearest_word("abacos"), "abacus");
        assert_eq!(nearest_word("zoomm"), "zoom");
    }

    #[test]
    fn words_that_look_alike_are_other_words_and_near() {
        let alike = look_alikes("stunt");
        assert_eq!(alike.len(), 3);
        assert!(!alike.contains(&"stunt"));
        assert!(alike.iter().all(|word| strsim::levenshtein("stunt", word) <= 2), "{alike:?}");
        assert_eq!(look_alikes("abacos").first(), Some(&"abacus"));
    }

    #[test]
    fn the_places_of_a_fingerprint_are_those_of_its_words() {
        let fingerprint = Fingerprint::of(&Digest([7; 32]));
        let words = fingerprint.to_numbers().map(|place| word_at(place.into())).join(".");
        assert_eq!(words, fingerprint.to_words());
        assert_eq!(Fingerprint::parse(&words), Ok(fingerprint));
    }

    #[test]
    fn passphrases_have_six_words_and_differ() {
        let mut rng = chacha20::ChaCha20Rng::from_seed([3; 32]);
        let first = make_passphrase(&mut rng);
        assert_eq!(first.split(' ').count(), 6);
        assert_ne!(*first, *make_passphrase(&mut rng));
        assert_eq!(*normal_passphrase(&format!("  {} ", first.to_uppercase())), *first);
    }
}
