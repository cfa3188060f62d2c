//! The gate code: words on a poster, the same for everybody, where only those who stand before it shall report.
//!
//! It yields a signing key. The public half stands in the roster, so a device finds out before it uses a code whether
//! that is the one that everybody has: one that was made for a single person would be a name tag. The words come from
//! the list and are never chosen, 64 bits of them: the public half gives nobody a code by trying. They are read without
//! the list, which a reporter's module does not carry.

use crate::error::Error;
use crate::id::OrganisationId;
use crate::keys::{SigningKey, VerifyingKey};
use crate::label::Label;
use crate::primitives;
use crate::roster::{PeriodKey, Roster};
use crate::thread::Creation;
use alloc::string::String;
use zeroize::Zeroizing;

/// Words of a code.
const WORDS: usize = 5;

/// The words of a period, as they are hashed: lower case, single spaces.
pub struct GateCode(Zeroizing<String>);

impl GateCode {
    /// Draws a fresh code.
    #[cfg(feature = "words")]
    #[must_use]
    pub fn make(rng: &mut impl rand_core::CryptoRng) -> Self {
        Self(crate::words::make_words(WORDS, rng))
    }

    /// Reads what a person typed: only letters count, and the hyphens within words.
    ///
    /// # Errors
    /// [`Error::Words`] where there are not five words.
    pub fn parse(text: &str) -> Result<Self, Error> {
        let (mut code, mut words) = (Zeroizing::new(String::with_capacity(text.len().saturating_add(1))), 0);
        for letter in text.bytes().map(|letter| letter.to_ascii_lowercase()).chain([b' ']) {
            let begun = !code.is_empty() && !code.ends_with(' ');
            match letter {
                b'a'..=b'z' => {
                    words += usize::from(!begun);
                    code.push(char::from(letter));
                }
                b'-' if begun => code.push('-'),
                _ if begun => {
                    let word = code.trim_end_matches('-').len();
                    code.truncate(word);
                    code.push(' ');
                }
                _ => {}
            }
        }
        code.pop();
        if words == WORDS { Ok(Self(code)) } else { Err(Error::Words) }
    }

    /// As it stands on the poster.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.0
    }

    /// The key it yields in a period.
    #[must_use]
    pub fn key(&self, organisation: OrganisationId, period: u32) -> SigningKey {
        let root = primitives::extract(Label::GATE, self.0.as_bytes());
        SigningKey::from_seed(primitives::expand(&root, Label::GATE_KEY, organisation, &[&period.to_be_bytes()]))
    }

    /// The key's public half, as the roster names it.
    #[must_use]
    pub fn public(&self, organisation: OrganisationId, period: u32) -> PeriodKey {
        PeriodKey { period, key: self.key(organisation, period).verifying_key().0.to_vec() }
    }
}

impl Roster {
    /// The key of a code that everybody has.
    ///
    /// # Errors
    /// [`Error::Gate`] for any other code.
    pub fn gate_key(&self, code: &GateCode) -> Result<SigningKey, Error> {
        let organisation = self.organisation_id();
        let mut keys = self.gates.iter().rev().map(|gate| (gate, code.key(organisation, gate.period)));
        keys.find(|(gate, key)| gate.key == key.verifying_key().0).map(|(_, key)| key).ok_or(Error::Gate)
    }
}

impl Creation {
    /// Shows that whoever made this has a code.
    pub fn sign_gate(&mut self, key: &SigningKey) {
        let header = self.header.to_bytes();
        self.gate = Some(key.sign(Label::GATE_PROOF, self.header.organisation, &[&header]));
    }

    /// Whether it may come in: no code is asked for, or one that counts was used for this very creation.
    #[must_use]
    pub fn passes(&self, gates: &[PeriodKey]) -> bool {
        if gates.is_empty() {
            return true;
        }
        let header = self.header.to_bytes();
        gates.iter().any(|gate| {
            let key = <[u8; 32]>::try_from(gate.key.as_slice()).map(VerifyingKey);
            key.ok().zip(self.gate).is_some_and(|(key, proof)| {
                key.verify(Label::GATE_PROOF, self.header.organisation, &[&header], &proof).is_ok()
            })
        })
    }
}

#[cfg(test)]
mod tests;
