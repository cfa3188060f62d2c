//! `micromoed backup`: everything that stays in one file, the keys that pass in another, beside a server that runs.
//!
//! The entry in the access log comes first, through whoever writes the installation; then this process reads the rows of
//! one moment, so that a backup holds its own entry.

use super::request::Request;
use super::{Output, Place};
use crate::Error;
use crate::app::App;
use crate::backup::envelope::Recipients;
use crate::backup::{self, Made};
use crate::commands::org;
use crypto::ledger::Act;
use crypto::{Day, Digest, OrganisationId};
use serde_json::{Value, json};
use std::path::PathBuf;

/// Where a backup goes and who can open it.
#[derive(Debug, clap::Args)]
pub struct Arguments {
    /// A file that is not there yet: the data and the server's own keys
    #[arg(value_name = "FILE")]
    file: PathBuf,
    /// Another one, for another place, to be destroyed after 60 days: the release keys
    #[arg(long, value_name = "FILE.keys")]
    keys: Option<PathBuf>,
    /// Who can open them: age1…, as age-keygen prints it
    #[arg(long, value_name = "RECIPIENT", required = true, num_args = 1..)]
    to: Vec<String>,
}

pub(super) fn run(place: &Place, arguments: Arguments) -> Result<Output, Error> {
    let recipients = Recipients::parse(&arguments.to)?;
    let (file, keys) = (arguments.file.as_path(), arguments.keys.as_deref());
    for path in [Some(file), keys].into_iter().flatten() {
        backup::require_free(path)?;
    }
    let entered = place.ask(Request::Backup)?;
    let day = entered.get("day").and_then(Value::as_u64).and_then(|day| u32::try_from(day).ok());
    let day = Day(day.ok_or_else(|| Error::Refused("the running server says no day".into()))?);
    let Made { records, missing } = backup::write(&place.address()?, &place.folders(), day, &recipients, file, keys)?;
    let mut lines = vec![format!("{} is written and reads back: {records} records.", file.display())];
    match keys {
        Some(keys) => lines.push(format!(
            "{} holds the release keys. Keep it in another place, and destroy it after 60 days.",
            keys.display()
        )),
        None => lines.push("Without the release keys (--keys) no report in it can be opened.".into()),
    }
    if missing > 0 {
        lines.push(format!("{missing} release key(s) were missing already: what is sealed under them is lost."));
    }
    let document = json!({ "file": file, "keys": keys, "records": records, "missing_keys": missing });
    Ok(Output { text: lines.join("\n"), document, code: 0 })
}

/// Enters that a backup is made; answers the day.
///
/// # Errors
/// What the log is refused with.
pub(super) async fn execute(app: &App) -> Result<Value, Error> {
    app.logged(|db, means, rng| org::enter(db, means, OrganisationId::NONE, Act::Backup, Digest::NONE, rng)).await?;
    Ok(json!({ "day": app.today().0 }))
}
