//! A known answer, computed before anything of a person is sealed: a browser whose arithmetic is off must not pass.

use crate::failure::Failure;
use chacha20::ChaCha20Rng;
use crypto::thread::{Content, NewThread, create, message_digest};
use crypto::token::ReplyToken;
use crypto::{Digest, OrganisationId, PersonId, SealSecretKey, Secret};
use rand_core::SeedableRng;

/// The digest of the reply token and the sealed report below: the native program computes the same (test).
const EXPECTED: &str = "ec9c983216d5a2f42d17a3d40c812c08ae00e5f800c70f4bba7ff30a74b36b58";

/// Seals a sample report, opens it again, and compares every byte with what it should be.
pub(crate) fn run() -> Result<(), Failure> {
    if compute().is_ok_and(|digest| digest.to_hex() == EXPECTED) { Ok(()) } else { Err(Failure::because("module")) }
}

fn compute() -> Result<Digest, crypto::Error> {
    let mut rng = ChaCha20Rng::from_seed([7; 32]);
    let organisation = OrganisationId([7; 16]);
    let (token, coach) = (ReplyToken::make(&mut rng), SealSecretKey::from_seed(Secret::new([7; 32])));
    let keys = token.keys(organisation, 0);
    let new = NewThread {
        recipients: &[(PersonId([7; 16]), coach.public())],
        excluded: &[],
        continues: None,
        roster_head: Digest::NONE,
        content: Content::Text("Klein mag ook.".into()),
    };
    let creation = create(&keys, new, &mut rng)?;
    let opened = creation.header.open(&coach)?;
    if opened.thread() != keys.thread() {
        return Err(crypto::Error::Decrypt);
    }
    let text = token.to_text(organisation);
    Ok(message_digest(organisation, &[text.as_bytes(), &creation.to_bytes()].concat()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_native_program_computes_the_known_answer() {
        assert_eq!(compute().unwrap().to_hex(), EXPECTED);
        assert!(run().is_ok());
    }
}
