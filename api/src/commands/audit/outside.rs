//! The log of a server, from outside: by whoever has its address.

use super::super::{Output, connect};
use super::{Cosign, Follow};
use crate::Error;
use crate::audit::Kind;
use client::witness::{Folder, Followed};
use client::{Wait, audit, entropy, receipt};
use crypto::ledger::{Checkpoint, NoteKey, Policy, SignedNote};
use serde_json::json;
use std::io::{Read, Write};
use std::path::Path;
use std::time::Duration;

pub(super) fn verify(server: &str, policy: Option<&Path>, since: Option<&Path>) -> Result<Output, Error> {
    let server = connect(server)?;
    let kept = since.map(|file| {
        let unreadable = |_| Error::Usage(format!("{} is no checkpoint", file.display()));
        let note = SignedNote::parse(&std::fs::read_to_string(file)?).map_err(unreadable)?;
        Ok::<_, Error>(Checkpoint::parse(note.text()).map_err(unreadable)?.head)
    });
    let kept = kept.transpose()?;
    let policy = match policy {
        Some(file) => Policy::parse(&std::fs::read_to_string(file)?)
            .map_err(|_| Error::Usage(format!("{} is no policy", file.display())))?,
        None => audit::policy(&server).wait()?,
    };
    let verified = match audit::verify(&server, &policy, kept).wait() {
        Ok(verified) => verified,
        Err(error) => return fault(&error).ok_or_else(|| error.into()),
    };
    let names: Vec<&str> = verified.witnesses.iter().map(|witness| witness.name.as_str()).collect();
    let under = if names.is_empty() { "no witness".into() } else { names.join(", ") };
    let mut document = serde_json::to_value(&verified).unwrap_or_default();
    let mut problems = Vec::new();
    if !verified.quorum {
        problems.push(
            json!({ "kind": Kind::Signature.name(), "detail": "too few witnesses cosigned it", "position": null }),
        );
    }
    if let Some(members) = document.as_object_mut() {
        members.insert("problems".into(), problems.into());
    }
    let text = format!(
        "The log of {} entries holds. Root: {}\nUnder its checkpoint stands the name of {under}.{}\nIts key: {}",
        verified.size,
        verified.root,
        if verified.quorum { "" } else { " That is too few for the policy." },
        verified.log_key
    );
    let code = if verified.quorum { 0 } else { Kind::Signature.code() };
    Ok(Output { text, document, code })
}

/// What is wrong with the log, where that is what ended a journey.
fn fault(error: &client::Error) -> Option<Output> {
    let kind = match error {
        client::Error::Crypto(crypto::Error::Signature) => Kind::Signature,
        client::Error::Crypto(_) | client::Error::Distrust(_) => Kind::Inconsistent,
        client::Error::Answer(_) => Kind::Missing,
        error if error.is_problem("not-found") => Kind::Missing,
        _ => return None,
    };
    let problem = json!({ "kind": kind.name(), "detail": error.to_string(), "position": null });
    let document = json!({ "size": null, "root": null, "problems": [problem] });
    Some(Output { text: format!("{}: {error}", kind.name()), document, code: kind.code() })
}

/// Once, or again and again until something does not hold.
pub(super) fn follow(follow: &Follow, name: Option<&str>, as_json: bool) -> Result<Output, Error> {
    let (server, folder) = (connect(&follow.server)?, Folder::open(&follow.state)?);
    let log_key = follow.log_key.as_deref().map(key).transpose()?;
    loop {
        let followed = match name {
            Some(name) => folder.witness(&server, log_key.as_ref(), name, &mut entropy::generator()?).wait(),
            None => folder.monitor(&server, log_key.as_ref()).wait(),
        };
        let output = match followed {
            Ok(followed) => said(&followed),
            // A server that is away comes back; a log that does not hold does not.
            Err(error) => match fault(&error) {
                Some(output) => return Ok(output),
                None if follow.every.is_some() && matches!(error, client::Error::Unacknowledged(_)) => {
                    Output { text: error.to_string(), document: json!({ "away": error.to_string() }), code: 0 }
                }
                None => return Err(error.into()),
            },
        };
        let Some(minutes) = follow.every else { return Ok(output) };
        let line = if as_json { output.document.to_string() } else { output.text };
        writeln!(std::io::stdout(), "{line}")?;
        std::thread::sleep(Duration::from_secs(minutes.saturating_mul(60)));
    }
}

pub(super) fn cosign(cosign: &Cosign) -> Result<Output, Error> {
    let (folder, log_key) = (Folder::open(&cosign.state)?, cosign.log_key.as_deref().map(key).transpose()?);
    let mut request = String::new();
    std::io::stdin().read_to_string(&mut request)?;
    match folder.cosign(&request, log_key.as_ref(), &cosign.name, &mut entropy::generator()?) {
        Ok(followed) => Ok(Output {
            text: followed.checkpoint.trim_end().into(),
            document: serde_json::to_value(&followed).unwrap_or_default(),
            code: 0,
        }),
        Err(error) => fault(&error).ok_or_else(|| error.into()),
    }
}

pub(super) fn receipt(file: &Path, log_key: &str) -> Result<Output, Error> {
    let text = std::fs::read_to_string(file)?;
    let log_key = key(log_key)?;
    let proven = match receipt::verify(&text, &log_key) {
        Ok(proven) => proven,
        Err(error) => return fault(&error.into()).ok_or(Error::Refused("this is no proof".into())),
    };
    let record = &proven.record;
    let (day, person) = (client::clock::text(record.day), record.actor.to_hex());
    let text = format!(
        "It stands in the log of {} entries, as entry {}:\n{day}  {}  by {person} ({}), purpose {}",
        proven.size,
        proven.entry,
        record.act.name(),
        record.role.name(),
        record.purpose.name()
    );
    let document = json!({
        "organisation": proven.organisation.to_hex(), "size": proven.size, "entry": proven.entry, "day": day,
        "act": record.act.name(), "person": person, "role": record.role.name(), "purpose": record.purpose.name(),
        "number": record.counter, "problems": [],
    });
    Ok(Output { text, document, code: 0 })
}

fn said(followed: &Followed) -> Output {
    let Followed { before, size, log_key, witness_key, .. } = followed;
    let deed = witness_key.as_ref().map_or(String::new(), |key| format!(" Cosigned with {key}."));
    Output {
        text: format!("The log went from {before} to {size} entries and holds.{deed}\nIts key: {log_key}"),
        document: serde_json::to_value(followed).unwrap_or_default(),
        code: 0,
    }
}

fn key(text: &str) -> Result<NoteKey, Error> {
    NoteKey::parse(text).map_err(|_| Error::Usage("--log-key: this is no key of a log".into()))
}
