//! `micromoed doctor`: looks for what is wrong or unwise, beside a server that runs, and changes nothing.

use super::{Output, Place};
use crate::Error;
use crate::ring::Ring;
use crate::shelf::Shelf;
use crate::store::files::{self, Shelved};
use crate::store::{Db, health, installation, ledger, migrations, ring};
use serde_json::json;
use std::collections::BTreeSet;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;

pub(super) fn run(place: &Place) -> Result<Output, Error> {
    let mut wrong = Vec::new();
    let mut unwise = Vec::new();
    let shelf = match place.settings().and_then(|config| Shelf::open(&config.shelf, &place.data)) {
        Ok(shelf) => shelf,
        Err(error) => {
            wrong.push(error.to_string());
            None
        }
    };
    let mut shelved = 0;
    match std::fs::metadata(&place.data) {
        Ok(folder) if folder.permissions().mode() & 0o077 != 0 => {
            wrong.push(format!("others can look into the data folder {}: chmod 700", place.data.display()));
        }
        Ok(_) => {}
        Err(_) => wrong.push(format!("there is no data folder {}", place.data.display())),
    }
    if lies_in(&place.folders().release_keys, &place.data) {
        unwise.push("the release keys lie beside the database: whoever takes one takes both (--release-keys)".into());
    }
    match place.address().and_then(|address| Db::open_reader(&address)) {
        Ok(mut db) => match migrations::check(&mut db) {
            Ok(()) => {
                if installation::is_test(&mut db)? {
                    unwise.push("this is a test installation for ever: take no real report here".into());
                }
                if ledger::rows::head(&mut db)?.is_some_and(|head| head.sealed) {
                    wrong.push(
                        "reading is closed: the access log contradicts its pin (`micromoed audit verify`)".into(),
                    );
                }
                wrong.extend(health::damage(&mut db)?);
                wrong.extend(lost_keys(place, &ring::named(&mut db)?));
                unwise.extend(health::unwise(&mut db)?);
                shelved = files::shelved::count(&mut db)?;
                wrong.extend(match shelf {
                    Some(shelf) => failure(&shelf, files::shelved::pick(&mut db)?.as_ref()),
                    None if shelved > 0 => Some("files lie on the shelf, and no settings say where it is".into()),
                    None => None,
                });
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
    if shelved > 0 {
        lines.push(format!("on the shelf: {shelved} part(s) of files"));
    }
    Ok(Output {
        text: lines.join("\n"),
        document: json!({ "wrong": wrong, "unwise": unwise, "shelved": shelved }),
        code,
    })
}

/// Whether one folder is inside the other, by whatever names; one that is not there yet by its name.
fn lies_in(inner: &Path, outer: &Path) -> bool {
    let real = |path: &Path| path.canonicalize().or_else(|_| std::path::absolute(path));
    match (real(inner), real(outer)) {
        (Ok(inner), Ok(outer)) => inner.starts_with(outer),
        _ => false,
    }
}

/// Whether the shelf takes, gives and lets go of a trial object, and has one of the parts that lie there.
fn failure(shelf: &Shelf, part: Option<&Shelved>) -> Option<String> {
    let tried = actix_web::rt::System::new().block_on(shelf.try_out(part));
    tried.err().map(|failure| format!("the shelf failed when it was tried: {failure}"))
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::App;
    use crate::config::Config;
    use crate::store::Store;
    use std::path::PathBuf;

    fn place(data: &Path, release_keys: Option<PathBuf>) -> Place {
        Place { data: data.into(), release_keys, database: None, config: None, json: false }
    }

    fn install(place: &Place) {
        let store = Store::open(&place.address().unwrap(), 1).unwrap();
        let folders = place.folders();
        actix_web::rt::System::new().block_on(App::open(Config::default(), store.clone(), &folders)).unwrap();
        store.close();
    }

    #[test]
    fn an_installation_with_its_ring_elsewhere_is_well() {
        let (data, ring) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        let place = place(&data.path().join("data"), Some(ring.path().into()));
        crate::files::make_folder(&place.data).unwrap();
        install(&place);
        let output = run(&place).unwrap();
        assert_eq!((output.code, output.text.as_str()), (0, "All is well."));
    }

    #[test]
    fn a_ring_inside_the_data_folder_is_unwise_by_whatever_name() {
        let data = tempfile::tempdir().unwrap();
        for ring in [None, Some(data.path().join("ring")), Some(data.path().join("../").join(data.path()).join("ring"))]
        {
            let place = place(data.path(), ring);
            std::fs::create_dir_all(place.folders().release_keys).unwrap();
            let output = run(&place).unwrap();
            assert!(output.document["unwise"].to_string().contains("beside the database"), "{}", output.text);
        }
    }

    #[test]
    fn a_sealed_log_is_wrong() {
        let data = tempfile::tempdir().unwrap();
        let place = place(data.path(), None);
        install(&place);
        let mut db = Db::open_writer(&place.address().unwrap()).unwrap();
        ledger::seal_now(&mut db);
        let output = run(&place).unwrap();
        assert!(output.document["wrong"].to_string().contains("reading is closed"), "{}", output.text);
        assert_eq!(output.code, 1);
    }
}
