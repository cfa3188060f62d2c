//! `micromoed migrate`: brings the database to this program's schema. `serve` does the same when it starts.

use super::{Output, Place};
use crate::Error;
use crate::store::{Db, migrations};
use serde_json::json;

pub(super) fn run(place: &Place) -> Result<Output, Error> {
    let _lock = place.take()?;
    let steps = migrations::run(&mut Db::open_writer(&place.address()?)?)?;
    let text = match steps {
        0 => "The schema is up to date.".into(),
        steps => format!("The schema took {steps} step(s) and is up to date."),
    };
    Ok(Output { text, document: json!({ "steps": steps }), code: 0 })
}
