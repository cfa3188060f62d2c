//! `micromoed restore`: a backup into an empty installation, which then opens once, so that the access log says so and is
//! compared with the pin that lies in the data folder, if one was put there.

use super::{Output, Place};
use crate::Error;
use crate::app::App;
use crate::backup::envelope::Identities;
use crate::backup::restore::{self, Outcome};
use crate::files::{self, Lock};
use crate::shelf::Shelf;
use crate::store::files::shelved;
use crate::store::{Db, Store, ledger};
use serde_json::json;
use std::io::{IsTerminal, Read};
use std::path::PathBuf;
use zeroize::Zeroizing;

/// Identities are a line or a few.
const LONGEST: u64 = 64 << 10;

/// What is restored, and with what it is opened.
#[derive(Debug, clap::Args)]
pub struct Arguments {
    /// The file with the data
    #[arg(value_name = "FILE")]
    file: PathBuf,
    /// The file with the release keys; left out where their own folder is still there, or they are lost
    #[arg(long, value_name = "FILE.keys")]
    keys: Option<PathBuf>,
    /// The identity it was made for, AGE-SECRET-KEY-1… [default: standard input]
    #[arg(long, value_name = "FILE")]
    identity: Option<PathBuf>,
}

pub(super) fn run(place: &Place, arguments: Arguments) -> Result<Output, Error> {
    let identities = identities(&arguments)?;
    let checked = restore::check(&arguments.file, arguments.keys.as_deref(), &identities)?;
    let config = place.settings()?;
    Shelf::open(&config.shelf, &place.data)?;
    files::make_folder(&place.data)?;
    let _lock = Lock::take(&place.data)?;
    let (address, folders) = (place.address()?, place.folders());
    let outcome = checked.put(&address, &folders)?;
    let store = Store::open(&address, 1)?;
    let opened = actix_web::rt::System::new().block_on(async {
        App::open(config, store.clone(), &folders).await?;
        let look = |db: &mut Db| Ok((ledger::find_head(db)?.is_some_and(|head| head.sealed), shelved::count(db)?));
        store.read(look).await
    });
    store.close();
    let (sealed, shelved) = opened?;
    let Outcome { missing_keys, locked_threads, lost_arrivals } = outcome;
    let day = client::clock::text(checked.day());
    let mut lines = vec![format!("The installation is as it was on {day}, when the backup was made.")];
    if missing_keys > 0 {
        lines.push(format!(
            "{missing_keys} release key(s) are not there: {locked_threads} report(s) can be given to nobody, and \
             {lost_arrivals} that waited for their tick are gone. If the file with the keys turns up, restore both into \
             an empty folder."
        ));
    }
    lines.push(if sealed {
        "The access log contradicts the pin: reading is closed until guardians reconcile it (`micromoed desk … \
         reconcile`). Reports are taken, and reporters read their mailboxes."
            .into()
    } else {
        "Reading is open.".into()
    });
    if shelved > 0 {
        lines.push(format!(
            "{shelved} part(s) of files lie on the shelf, and what was erased since then is gone from there: `serve` needs \
             the settings of [shelf] and its key."
        ));
    }
    let document = json!({
        "day": day, "sealed": sealed, "missing_keys": missing_keys, "locked_threads": locked_threads,
        "lost_arrivals": lost_arrivals, "shelved": shelved,
    });
    Ok(Output { text: lines.join("\n"), document, code: 0 })
}

fn identities(arguments: &Arguments) -> Result<Identities, Error> {
    let mut text = Zeroizing::new(String::new());
    let read = match &arguments.identity {
        Some(path) => std::fs::File::open(path).and_then(|file| file.take(LONGEST).read_to_string(&mut text)),
        // Typed on a terminal it would stand there for everybody to see.
        None if std::io::stdin().is_terminal() => Ok(0),
        None => std::io::stdin().lock().take(LONGEST).read_to_string(&mut text),
    };
    read.map_err(|error| Error::Refused(format!("the identity cannot be read: {error}")))?;
    Identities::parse(&text)
}
