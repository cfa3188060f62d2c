//! The written form of 128 secret bits: Crockford base32, seven groups of four, with ten check bits.
//!
//! 26 characters carry the bits, left-aligned, the two spare ones last and zero; two more carry the first ten bits
//! of SHA-256(label, organisation, bits). Reading forgives case, spaces, hyphens, `O` for 0 and `I`, `L` for 1.

use crate::error::Error;
use crate::id::OrganisationId;
use crate::keys::Secret;
use crate::label::Label;
use crate::primitives;
use alloc::string::String;
use alloc::vec::Vec;
use zeroize::Zeroizing;

const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const CHARACTERS: usize = 28;
const GROUP: usize = 4;

/// The text of `bits`, whose check characters depend on the label and the organisation.
pub(crate) fn write(label: Label, organisation: OrganisationId, bits: &Secret<16>) -> Zeroizing<String> {
    let mut values = Zeroizing::new(Vec::with_capacity(CHARACTERS));
    let number = u128::from_be_bytes(*bits.expose());
    // 130 bits: the number, then two zero bits.
    values.extend((0..25).map(|index| five_bits(number >> (123 - 5 * index))));
    values.push(five_bits(number << 2));
    values.extend(check(label, organisation, bits));
    let mut text = Zeroizing::new(String::with_capacity(CHARACTERS + 6));
    for (index, value) in values.iter().enumerate() {
        if index > 0 && index % GROUP == 0 {
            text.push('-');
        }
        text.push(ALPHABET.get(usize::from(*value)).map_or('0', |letter| char::from(*letter)));
    }
    text
}

/// Reads what [`write`] wrote.
pub(crate) fn read(label: Label, organisation: OrganisationId, text: &str) -> Result<Secret<16>, Error> {
    let mut values = Zeroizing::new(Vec::with_capacity(CHARACTERS));
    for letter in text.chars().filter(|letter| !letter.is_whitespace() && *letter != '-') {
        if values.len() == CHARACTERS {
            return Err(Error::TokenForm);
        }
        values.push(value_of(letter).ok_or(Error::TokenForm)?);
    }
    let (body, written) = values.split_at_checked(26).ok_or(Error::TokenForm)?;
    if written.len() != 2 {
        return Err(Error::TokenForm);
    }
    let (last, head) = body.split_last().ok_or(Error::TokenForm)?;
    let number = head.iter().fold(0_u128, |number, value| number << 5 | u128::from(*value));
    let bits = Secret::new((number << 3 | u128::from(*last >> 2)).to_be_bytes());
    if *last & 0b11 == 0 && primitives::equal(&check(label, organisation, &bits), written) {
        Ok(bits)
    } else {
        Err(Error::TokenCheck)
    }
}

fn five_bits(number: u128) -> u8 {
    u8::try_from(number & 0b1_1111).unwrap_or(0)
}

fn check(label: Label, organisation: OrganisationId, bits: &Secret<16>) -> [u8; 2] {
    let digest = primitives::digest(label, organisation, &[bits.expose()]);
    let [first, second, ..] = digest.0;
    let ten = u16::from_be_bytes([first, second]) >> 6;
    [five_bits(u128::from(ten >> 5)), five_bits(u128::from(ten))]
}

fn value_of(letter: char) -> Option<u8> {
    let letter = match letter.to_ascii_uppercase() {
        'O' => '0',
        'I' | 'L' => '1',
        other => other,
    };
    ALPHABET.iter().position(|known| char::from(*known) == letter).and_then(|value| u8::try_from(value).ok())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const ORGANISATION: OrganisationId = OrganisationId([7; 16]);

    proptest! {
        #[test]
        fn every_code_reads_back_however_it_is_typed(bits: [u8; 16], lower: bool, dashes: bool) {
            let bits = Secret::new(bits);
            let mut text = write(Label::TOKEN_CHECK, ORGANISATION, &bits).to_string();
            prop_assert_eq!(text.len(), 34);
            if lower { text = text.to_lowercase().replace('0', "o").replace('1', "l"); }
            if dashes { text = text.replace('-', "  "); }
            prop_assert!(read(Label::TOKEN_CHECK, ORGANISATION, &text).is_ok_and(|read| read == bits));
        }

        #[test]
        fn no_other_use_and_no_other_organisation_takes_a_code(bits: [u8; 16]) {
            let text = write(Label::TOKEN_CHECK, ORGANISATION, &Secret::new(bits));
            let other = read(Label::RECOVERY_CHECK, ORGANISATION, &text).is_ok();
            let elsewhere = read(Label::TOKEN_CHECK, OrganisationId([8; 16]), &text).is_ok();
            // Ten check bits: one in 1,024 passes by chance, both together practically never.
            prop_assert!(!(other && elsewhere));
        }
    }

    #[test]
    fn nearly_every_single_typing_error_is_caught() {
        let text = write(Label::TOKEN_CHECK, ORGANISATION, &Secret::new([0x5a; 16]));
        let mut missed = 0;
        let mut tried = 0;
        for (place, old) in text.char_indices().filter(|(_, letter)| *letter != '-') {
            for new in ALPHABET.iter().map(|letter| char::from(*letter)).filter(|new| *new != old) {
                let mut wrong = text.to_string();
                wrong.replace_range(place..=place, &new.to_string());
                tried += 1;
                missed += i32::from(read(Label::TOKEN_CHECK, ORGANISATION, &wrong).is_ok());
            }
        }
        assert_eq!(tried, 28 * 31);
        assert!(missed <= 4, "{missed} of {tried} errors passed");
    }

    #[test]
    fn wrong_lengths_and_letters_are_a_matter_of_form() {
        let text = write(Label::TOKEN_CHECK, ORGANISATION, &Secret::new([1; 16])).to_string();
        let (short, long) = (text.split_at(33).0, format!("{text}0"));
        for wrong in ["", "K7QF", short, &long, &text.replace('0', "U"), &text.replace('0', "é")] {
            assert_eq!(read(Label::TOKEN_CHECK, ORGANISATION, wrong).err(), Some(Error::TokenForm), "{wrong}");
        }
    }
}
