//! Formats of text. Some are forgiving, as what is typed by hand; so they are written in one way only, and that reads
//! back as the same.

use super::Read;
use crypto::OrganisationId;
use crypto::gate::GateCode;
use crypto::ledger::{
    AddCheckpoint, Checkpoint, NoteKey, NoteSignature, Part, Policy, Proof, SignedNote, TILE, VOLUME,
};
use crypto::staff::{Invitation, RecoveryKit, SessionToken};
use crypto::token::ReplyToken;
use crypto::words::Fingerprint;
use crypto::{Error, words};

/// Of the vectors.
const ORGANISATION: OrganisationId = OrganisationId([7; 16]);

pub(super) const PARSERS: &[(&str, Read)] = &[
    ("add-checkpoint", |input| steady(input, AddCheckpoint::parse, AddCheckpoint::to_text)),
    ("checkpoint", |input| steady(input, Checkpoint::parse, Checkpoint::to_text)),
    ("fingerprint", |input| steady(input, Fingerprint::parse, Fingerprint::to_words)),
    ("gate-code", |input| steady(input, GateCode::parse, |code| code.text().to_owned())),
    ("invitation", |input| steady(input, Invitation::parse, |code| code.to_text().to_string())),
    ("note", |input| steady(input, SignedNote::parse, SignedNote::to_text)),
    ("note-key", |input| steady(input, NoteKey::parse, NoteKey::to_text)),
    ("note-signature", |input| steady(input, NoteSignature::parse, NoteSignature::to_text)),
    ("passphrase", |input| steady(input, |text| Ok(words::normal_passphrase(text)), |text| text.to_string())),
    ("policy", |input| steady(input, Policy::parse, Policy::to_text)),
    ("proof", |input| steady(input, Proof::parse, Proof::to_text)),
    ("recovery-kit", |input| {
        steady(input, |text| RecoveryKit::parse(ORGANISATION, text), |kit| kit.to_text(ORGANISATION).to_string())
    }),
    ("session-token", |input| steady(input, SessionToken::parse, |token| token.to_text().to_string())),
    ("tile-path", |input| steady(input, Part::<TILE>::parse, Part::to_path)),
    ("token", |input| {
        steady(input, |text| ReplyToken::parse(ORGANISATION, text), |token| token.to_text(ORGANISATION).to_string())
    }),
    ("volume-path", |input| steady(input, Part::<VOLUME>::parse, Part::to_path)),
];

fn steady<T>(input: &[u8], read: impl Fn(&str) -> Result<T, Error>, write: impl Fn(&T) -> String) -> bool {
    let Some(value) = std::str::from_utf8(input).ok().and_then(|text| read(text).ok()) else { return false };
    let written = write(&value);
    let again = read(&written).map(|value| write(&value));
    assert!(again.as_ref() == Ok(&written), "it is written as something else");
    true
}
