//! The log in this installation.

use super::super::{Output, Place};
use crate::Error;
use crate::audit::{self, Kind, Outside, Report};
use crate::store::ledger::{self, published};
use crate::store::{Db, dialect, migrations};
use crypto::ledger::{AddCheckpoint, SignedNote, consistency_proof};
use serde_json::json;

/// Checks the log; `whole` looks at the database around it first.
pub(super) fn verify(place: &Place, whole: bool) -> Result<Output, Error> {
    let outside = Outside::read(&place.data)?;
    let mut db = Db::open_reader(&place.address()?)?;
    let damage = if whole { dialect::find_damage(&mut db)? } else { None };
    let report = match (damage, migrations::check(&mut db)) {
        (Some(damage), _) => Report::of(Kind::Schema, damage),
        (None, Ok(())) => db.at_one_moment(|db| audit::verify(db, &outside))?,
        (None, Err(error)) => Report::of(Kind::Schema, error.to_string()),
    };
    Ok(Output { text: report.text(), document: report.document(), code: report.code() })
}

/// What a witness needs to cosign the newest checkpoint, when she signed `old` entries last.
pub(super) fn request(place: &Place, old: u64) -> Result<Output, Error> {
    let mut db = Db::open_reader(&place.address()?)?;
    migrations::check(&mut db)?;
    let request = db.at_one_moment(|db| {
        let nothing = || Error::Refused("no epoch was closed yet: ask again tomorrow".into());
        let newest = published::newest(db)?.ok_or_else(nothing)?;
        if old > newest.size {
            return Err(Error::Refused(format!("the newest checkpoint is of {} entries", newest.size)));
        }
        let proof = consistency_proof(old, newest.size, |level, index| ledger::node(db, level, index))?;
        Ok(AddCheckpoint { old, proof, checkpoint: SignedNote::parse(&newest.note)? }.to_text())
    })?;
    let document = json!({ "request": request });
    Ok(Output { text: request.trim_end().into(), document, code: 0 })
}
