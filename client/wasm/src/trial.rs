//! A known answer, computed before anything of a person is sealed: a browser whose arithmetic is off must not pass.

use crate::failure::Failure;
use chacha20::ChaCha20Rng;
#[cfg(any(feature = "report", feature = "mailbox", feature = "files", feature = "desk", feature = "office"))]
use crypto::thread::Content;
use crypto::thread::message_digest;
use crypto::token::ReplyToken;
use crypto::{Digest, Error, OrganisationId};
use rand_core::SeedableRng;

const ORGANISATION: OrganisationId = OrganisationId([7; 16]);
#[cfg(any(feature = "report", feature = "mailbox", feature = "files", feature = "desk", feature = "office"))]
const TEXT: &str = "Klein mag ook.";

/// The digest of the reply token and the sealed report below: the native program computes the same (test).
#[cfg(feature = "report")]
const REPORT: &str = "ec9c983216d5a2f42d17a3d40c812c08ae00e5f800c70f4bba7ff30a74b36b58";

/// The digest of the reply token and the sealed message below, likewise.
#[cfg(any(feature = "mailbox", feature = "files", feature = "desk", feature = "office"))]
const MESSAGE: &str = "21d110a3900ec33e6877d48f7182ed26299da7553570a3c28418c44d309dcb3c";

/// The digest of the case file's header below, likewise.
#[cfg(any(feature = "desk", feature = "office"))]
const CASE: &str = "25d937f0af2a9c0778e3bd4f089f8e62bfe93c314e163b725ae2113c624297dc";

/// The digest of the sealed file below, likewise.
#[cfg(any(feature = "files", feature = "desk"))]
const FILE: &str = "2c381a4c733f28153b2e7932ace6f5a74a11854db5cb842150b67c582cf7916a";

/// The root of the log below, likewise.
#[cfg(feature = "receipt")]
const LOG: &str = "786ab16407d9d4cee60926efb95bee2295704fb0493cdfe6420107d51a38f5ae";

/// Does with sample keys what this module is for, and compares every byte with what it should be.
pub(crate) fn run() -> Result<(), Failure> {
    if compute().unwrap_or(false) { Ok(()) } else { Err(Failure::because("module")) }
}

fn compute() -> Result<bool, Error> {
    #[cfg(feature = "report")]
    if report()?.to_hex() != REPORT {
        return Ok(false);
    }
    #[cfg(any(feature = "mailbox", feature = "files", feature = "desk", feature = "office"))]
    if message()?.to_hex() != MESSAGE {
        return Ok(false);
    }
    #[cfg(any(feature = "desk", feature = "office"))]
    if case()?.to_hex() != CASE {
        return Ok(false);
    }
    #[cfg(any(feature = "files", feature = "desk"))]
    if file()?.to_hex() != FILE {
        return Ok(false);
    }
    #[cfg(feature = "receipt")]
    if log()?.to_hex() != LOG {
        return Ok(false);
    }
    Ok(true)
}

/// The root of a log in which three accesses to a sample thread stand.
#[cfg(feature = "receipt")]
fn log() -> Result<Digest, Error> {
    use crypto::ledger::{Entry, Ratchet, head_of};

    let token = ReplyToken::make(&mut ChaCha20Rng::from_seed([7; 32]));
    let mut ratchet = Ratchet::start(token.keys(ORGANISATION, 0).thread_key.ledger_seed());
    let mut entries = Vec::new();
    for _ in 0..3 {
        let tag = ratchet.step(ORGANISATION).tag();
        entries.push(Entry { tag, body: message_digest(ORGANISATION, &tag.0) }.to_bytes());
        ratchet.advance(ORGANISATION)?;
    }
    Ok(head_of(entries).root)
}

/// Seals a sample report.
#[cfg(feature = "report")]
fn report() -> Result<Digest, Error> {
    use crypto::thread::{NewThread, create};
    use crypto::{PersonId, SealSecretKey, Secret};

    let mut rng = ChaCha20Rng::from_seed([7; 32]);
    let (token, coach) = (ReplyToken::make(&mut rng), SealSecretKey::from_seed(Secret::new([7; 32])));
    let keys = token.keys(ORGANISATION, 0);
    let new = NewThread {
        recipients: &[(PersonId([7; 16]), coach.public())],
        excluded: &[],
        continues: None,
        roster_head: Digest::NONE,
        content: Content::Text(TEXT.into()),
    };
    let creation = create(&keys, new, &mut rng)?;
    Ok(digest(&token, &creation.to_bytes()))
}

/// Seals a sample message and opens it again.
#[cfg(any(feature = "mailbox", feature = "files", feature = "desk", feature = "office"))]
fn message() -> Result<Digest, Error> {
    use crypto::PersonId;
    use crypto::thread::Message;

    let mut rng = ChaCha20Rng::from_seed([7; 32]);
    let token = ReplyToken::make(&mut rng);
    let keys = token.keys(ORGANISATION, 0);
    let message = Message {
        author: PersonId::REPORTER,
        sequence: 1,
        previous: Digest::NONE,
        seen: Vec::new(),
        roster_head: Digest::NONE,
        opening: None,
        content: Content::Text(TEXT.into()),
        attachments: Vec::new(),
    };
    let sealed = message.seal(&keys.content_key(), &keys.mailbox, &mut rng)?;
    if Message::open(&keys.content_key(), &sealed, |_| None)? != message {
        return Err(Error::Decrypt);
    }
    Ok(digest(&token, &sealed))
}

/// Seals a sample file; one that opens as something else is refused by what it holds itself.
#[cfg(any(feature = "files", feature = "desk"))]
fn file() -> Result<Digest, Error> {
    use crypto::PersonId;
    use crypto::thread::{FilePlace, SealedFile, derive_file_key};

    let keys = ReplyToken::make(&mut ChaCha20Rng::from_seed([7; 32])).keys(ORGANISATION, 0);
    let thread = keys.thread_key.thread();
    let place = FilePlace { organisation: ORGANISATION, thread, author: PersonId::REPORTER, number: 1 };
    let key = derive_file_key(&place, &keys.mailbox, TEXT.as_bytes());
    Ok(SealedFile::new(&place, &key, TEXT.as_bytes())?.digest())
}

/// Seals the key of a sample case file to a coach, who opens it.
#[cfg(any(feature = "desk", feature = "office"))]
fn case() -> Result<Digest, Error> {
    use crypto::case::CaseHeader;
    use crypto::{PersonId, SealSecretKey, Secret, SigningKey};

    let mut rng = ChaCha20Rng::from_seed([7; 32]);
    let token = ReplyToken::make(&mut rng);
    let (key, coach) = (token.keys(ORGANISATION, 0).thread_key, SealSecretKey::from_seed(Secret::new([7; 32])));
    let maker = (PersonId([7; 16]), &SigningKey::from_seed(Secret::new([7; 32])));
    let (header, _) = CaseHeader::make(&key, maker, &[coach.public()], &mut rng)?;
    header.open(&coach)?;
    Ok(digest(&token, &header.to_bytes()))
}

#[cfg(any(feature = "report", feature = "mailbox", feature = "files", feature = "desk", feature = "office"))]
fn digest(token: &ReplyToken, sealed: &[u8]) -> Digest {
    message_digest(ORGANISATION, &[token.to_text(ORGANISATION).as_bytes(), sealed].concat())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_native_program_computes_the_known_answers() {
        assert_eq!(report().unwrap().to_hex(), REPORT);
        assert_eq!(message().unwrap().to_hex(), MESSAGE);
        #[cfg(any(feature = "desk", feature = "office"))]
        assert_eq!(case().unwrap().to_hex(), CASE);
        assert_eq!(file().unwrap().to_hex(), FILE);
        assert_eq!(log().unwrap().to_hex(), LOG);
        assert!(run().is_ok());
    }
}
