//! `micromoed doctor`: looks for what is wrong or unwise, beside a server that runs, and changes nothing.

use super::{Output, Place};
use crate::Error;
use crate::ring::Ring;
use crate::store::{Db, health, installation, migrations, ring};
use serde_json::json;
use std::collections::BTreeSet;
use std::os::unix::fs::PermissionsExt;

pub(super) fn run(place: &Place) -> Result<Output, Error> {
    let mut wrong = Vec::new();
    let mut unwise = Vec::new();
    if let Err(error) = place.settings() {
        wrong.push(error.to_string());
    }
    match std::fs::metadata(&place.data) {
        Ok(folder) if folder.permissions().mode() & 0o077 != 0 => {
            wrong.push(format!("others can look into the data folder {}: chmod 700", place.data.display()));
        }
        Ok(_) => {}
        Err(_) => wrong.push(format!("there is no data folder {}", place.data.display())),
    }
    if place.release_keys.is_none() {
        unwise.push("the release keys lie beside the database: whoever takes one takes both (--release-keys)".into());
    }
    match place.address().and_then(|address| Db::open_reader(&address)) {
        Ok(mut db) => match migrations::check(&mut db) {
            Ok(()) => {
                if installation::is_test(&mut db)? {
                    unwise.push("this is a test installation for ever: take no real report here".into());
                }
                wrong.extend(health::damage(&mut db)?);
                wrong.extend(lost_keys(place, &ring::named(&mut db)?));
                unwise.extend(health::unwise(&mut db)?);
            }
            Err(error) => wrong.push(error.to_string()),
        },
        Err(error) => wrong.push(error.to_string()),
    }
    let mut lines: Vec<String> = wrong.iter().map(|finding| format!("wrong: {finding}")).collect();
    lines.extend(unwise.iter().map(|finding| format!("unwise: {finding}")));
    let code = u8::from(!wrong.is_empty());
    if lines.is_empty() {
        lines.push("All is well.".into());
    }
    Ok(Output { text: lines.join("\n"), document: json!({ "wrong": wrong, "unwise": unwise }), code })
}

fn lost_keys(place: &Place, named: &BTreeSet<i64>) -> Option<String> {
    match Ring::read(&place.folders().release_keys) {
        Ok(ring) => match ring.missing(named).len() {
            0 => None,
            missing => Some(format!("{missing} release key(s) are missing: what was sealed under them cannot be read")),
        },
        Err(error) => Some(format!("the release keys cannot be read: {error}")),
    }
}
