use super::restore::{Outcome, check, require_none_under_way};
use super::*;
use crate::app::App;
use crate::clock::Ticks;
use crate::commands::org;
use crate::commands::request::{Request, execute};
use crate::config::Config;
use crate::store::copy::{self, Kind, Value};
use crate::store::support::{Databases, insert_organisation, insert_pending, insert_thread};
use crate::store::{Store, installation};
use crypto::ThreadId;
use std::fs;

const SLUGS: [&str; 2] = ["harbour-services", "zonnehuis"];

/// An installation with two organisations and a thread, in a place of its own.
struct Site {
    folders: Folders,
    address: Address,
}

fn open(site: &Site) -> (App, Store) {
    let store = Store::open(&site.address, 1).unwrap();
    let mut config = Config::default();
    config.mailbox.ticks = Ticks::Immediate;
    let app = actix_web::rt::System::new().block_on(App::open(config, store.clone(), &site.folders)).unwrap();
    (app, store)
}

fn site(databases: &Databases, place: usize, address: &Address) -> Site {
    let data = databases.folder().join(format!("data-{place}"));
    files::make_folder(&data).unwrap();
    let address = if address.file().is_some() { Address::new(None, &data).unwrap() } else { address.clone() };
    Site { folders: Folders { release_keys: data.join("ring"), data }, address }
}

fn filled(databases: &Databases, place: usize, address: &Address) -> Site {
    let site = site(databases, place, address);
    let (app, store) = open(&site);
    actix_web::rt::System::new().block_on(async {
        for slug in SLUGS {
            let create = org::Create { slug: slug.into(), name: "Zonnehuis".into(), locale: "nl".into() };
            execute(&app, Request::OrganisationCreate(create)).await.unwrap();
        }
        let key = *rows::named(&mut Db::open_reader(&site.address).unwrap()).unwrap().first().unwrap_or(&7);
        store
            .write(move |db| {
                insert_organisation(db);
                insert_thread(db, ThreadId([3; 32]), 0, key, b"sealed secrets of a thread");
                Ok(())
            })
            .await
            .unwrap();
    });
    store.close();
    site
}

fn each(mut test: impl FnMut(&Databases, Site)) {
    let databases = Databases::make();
    for (place, address) in databases.each().iter().enumerate() {
        let site = filled(&databases, place, address);
        test(&databases, site);
    }
}

/// Empty databases of either kind.
fn targets(databases: &Databases) -> Vec<Site> {
    let addresses = databases.each();
    addresses.iter().enumerate().map(|(place, address)| site(databases, 10 + place, address)).collect()
}

fn all(address: &Address) -> Vec<(&'static str, Vec<Vec<Value>>)> {
    let mut all = copy::all(&mut Db::open_reader(address).unwrap());
    let restored = Value::Text("restored".into());
    all.iter_mut().for_each(|(_, rows)| rows.retain(|row| row[0] != restored));
    all
}

struct Backup {
    identities: Identities,
    file: PathBuf,
    keys: PathBuf,
}

fn make(site: &Site, name: &str) -> Backup {
    let identities = Identities::passing();
    let [file, keys] = ["", ".keys"].map(|end| site.folders.data.join(format!("{name}.age{end}")));
    write(&site.address, &site.folders, Day(20_000), &identities.recipients(), &file, Some(&keys)).unwrap();
    Backup { identities, file, keys }
}

fn restored(backup: &Backup, keys: bool, into: &Site) -> Result<Outcome, Error> {
    let keys = keys.then_some(backup.keys.as_path());
    check(&backup.file, keys, &backup.identities)?.put(&into.address, &into.folders)
}

#[test]
fn a_backup_of_either_database_restores_into_either() {
    each(|_, from| {
        let backup = make(&from, "all");
        for databases in [Databases::make(), Databases::make()] {
            for to in targets(&databases) {
                assert_eq!(restored(&backup, true, &to).unwrap().missing_keys, 1, "the thread's key was never there");
                assert_eq!(all(&to.address), all(&from.address));
                let (_, store) = open(&to);
                store.close();
                let mut db = Db::open_reader(&to.address).unwrap();
                let note = installation::restored(&mut db).unwrap().unwrap();
                assert!(note.to == Day(20_000) && note.on.is_some());
                let again = make(&to, "again");
                let third = site(&databases, 30, &Address::new(None, databases.folder()).unwrap());
                restored(&again, true, &third).unwrap();
                assert_eq!(all(&third.address), all(&to.address));
                fs::remove_dir_all(&third.folders.data).unwrap();
            }
        }
    });
}

#[test]
fn the_files_are_the_owners_alone_and_hold_nothing_in_clear() {
    use std::os::unix::fs::PermissionsExt;
    each(|_, site| {
        let backup = make(&site, "all");
        let log = fs::read(site.folders.data.join("keys/log.secret")).unwrap();
        for path in [&backup.file, &backup.keys] {
            assert_eq!(fs::metadata(path).unwrap().permissions().mode() & 0o777, 0o600);
            let bytes = fs::read(path).unwrap();
            assert!(bytes.starts_with(b"age-encryption.org/v1\n"));
            for clear in [SLUGS[0].as_bytes(), SLUGS[1].as_bytes(), b"ledger_entry", b"sealed secrets", &log[1..9]] {
                assert!(!bytes.windows(clear.len()).any(|window| window == clear));
            }
        }
        // What is looked for is there, once it is opened.
        let mut opened = Vec::new();
        let mut reader = envelope::open(File::open(&backup.file).unwrap(), &backup.identities).unwrap();
        std::io::Read::read_to_end(&mut reader, &mut opened).unwrap();
        for clear in [SLUGS[0].as_bytes(), SLUGS[1].as_bytes(), b"ledger_entry", b"sealed secrets", &log[1..9]] {
            assert!(opened.windows(clear.len()).any(|window| window == clear));
        }
        for path in fs::read_dir(&site.folders.release_keys).unwrap().map(|entry| entry.unwrap().path()) {
            let bytes = fs::read(&path).unwrap();
            let secret = &bytes[bytes.len() - 8..];
            let decoy = path.ends_with(secrets::DECOY);
            assert_eq!(opened.windows(8).any(|window| window == secret), decoy, "{}", path.display());
        }
    });
}

#[test]
fn nothing_is_written_over_and_nothing_stays_behind_a_failure() {
    each(|databases, site| {
        let there = databases.folder().join("there");
        fs::write(&there, b"mine").unwrap();
        let recipients = Identities::passing().recipients();
        let write = |file: &Path, keys: &Path| {
            write(&site.address, &site.folders, Day(1), &recipients, file, Some(keys)).unwrap_err().to_string()
        };
        let new = databases.folder().join("new");
        assert!(write(&there, &new).contains("is there already"));
        assert!(write(&new, &there).contains("is there already"));
        fs::remove_file(site.folders.data.join("keys/log.secret")).unwrap();
        assert!(write(&new, &databases.folder().join("new.keys")).contains("the log's key is missing"));
        assert!(!new.exists() && !databases.folder().join("new.keys").exists());
        assert_eq!(fs::read(&there).unwrap(), b"mine");
    });
}

#[test]
fn what_is_damaged_foreign_or_for_somebody_else_is_refused_before_anything_is_written() {
    let databases = Databases::make();
    let from = filled(&databases, 0, &Address::new(None, databases.folder()).unwrap());
    let backup = make(&from, "all");
    let to = site(&databases, 1, &from.address);
    let refused = |backup: &Backup| {
        let refused = restored(backup, true, &to).unwrap_err().to_string();
        assert_eq!(fs::read_dir(&to.folders.data).unwrap().count(), 0, "{refused}");
        refused
    };
    for (path, step) in [(&backup.file, 251), (&backup.keys, 17)] {
        let whole = fs::read(path).unwrap();
        for place in (0..whole.len()).step_by(step) {
            let mut bytes = whole.clone();
            bytes[place] ^= 1 << (place % 8);
            fs::write(path, &bytes).unwrap();
            refused(&backup);
            fs::write(path, &whole[..place]).unwrap();
            refused(&backup);
        }
        fs::write(path, [whole.as_slice(), b"more"].concat()).unwrap();
        refused(&backup);
        fs::write(path, &whole).unwrap();
    }

    let Backup { file, keys, .. } = &backup;
    let other = Backup { identities: Identities::passing(), file: file.clone(), keys: keys.clone() };
    assert!(refused(&other).contains("not made for this identity"));
    let again = || Identities::parse(&backup.identities.to_text()).unwrap();
    let swapped = Backup { identities: again(), file: keys.clone(), keys: file.clone() };
    assert!(refused(&swapped).contains("holds keys"));
    let twice = Backup { identities: again(), file: file.clone(), keys: file.clone() };
    assert!(refused(&twice).contains("holds data"));
    let poem = databases.folder().join("poem");
    let mut sealing =
        envelope::seal(File::create(&poem).unwrap(), &backup.identities.recipients(), &backup.identities).unwrap();
    std::io::Write::write_all(&mut sealing, b"a poem of more than eighteen letters").unwrap();
    sealing.finish().unwrap();
    let foreign = Backup { identities: again(), file: poem, keys: keys.clone() };
    assert!(refused(&foreign).contains("no backup of this program"));
    let stranger = filled(&databases, 2, &from.address);
    let identities = again();
    let keys = databases.folder().join("stranger.keys");
    let data = databases.folder().join("stranger");
    write(&stranger.address, &stranger.folders, Day(1), &identities.recipients(), &data, Some(&keys)).unwrap();
    let mixed = Backup { identities, file: file.clone(), keys };
    assert!(refused(&mixed).contains("of another installation"));
    assert!(restored(&backup, true, &to).is_ok(), "what was refused is whole");
}

#[test]
fn a_restore_goes_over_nothing() {
    each(|_, from| {
        let backup = make(&from, "all");
        let before = all(&from.address);
        assert!(restored(&backup, true, &from).unwrap_err().to_string().contains("holds keys already"));
        for name in ["keys", "ring"] {
            fs::remove_dir_all(from.folders.data.join(name)).unwrap();
        }
        assert!(restored(&backup, true, &from).unwrap_err().to_string().contains("not empty"));
        assert!(require_none_under_way(&from.folders.data).is_ok());
        assert_eq!(all(&from.address), before);
    });
}

#[test]
fn a_restore_that_broke_off_is_finished_and_nothing_else_goes_on_there() {
    each(|_, from| {
        let backup = make(&from, "all");
        let other = make(&from, "other");
        let databases = Databases::make();
        for to in targets(&databases) {
            // Broken off before the rows: the mark and some keys are there.
            let id = {
                let sealed = envelope::open(File::open(&backup.file).unwrap(), &backup.identities).unwrap();
                Reader::begin(sealed, Contents::Data).unwrap().1.backup.0
            };
            files::put(&to.folders.data, restore::MARK, &id).unwrap();
            files::make_folder(&to.folders.data.join("keys")).unwrap();
            files::put(&to.folders.data.join("keys"), "log.secret", b"half").unwrap();
            assert!(require_none_under_way(&to.folders.data).unwrap_err().to_string().contains("broke off"));
            assert!(restored(&other, true, &to).unwrap_err().to_string().contains("another backup"));
            restored(&backup, true, &to).unwrap();
            assert_eq!(all(&to.address), all(&from.address));
            require_none_under_way(&to.folders.data).unwrap();
            // Broken off behind them: only the mark has to go.
            files::put(&to.folders.data, restore::MARK, &id).unwrap();
            restored(&backup, true, &to).unwrap();
            assert_eq!(all(&to.address), all(&from.address));
            require_none_under_way(&to.folders.data).unwrap();
            assert!(restored(&backup, true, &to).is_err());
        }
    });
}

#[test]
fn without_the_ring_it_is_said_what_is_lost_and_the_rest_lives() {
    each(|_, from| {
        Db::open_writer(&from.address).map(|mut db| insert_pending(&mut db, 7)).unwrap();
        let backup = make(&from, "all");
        let databases = Databases::make();
        for to in targets(&databases) {
            let outcome = restored(&backup, false, &to).unwrap();
            assert_eq!(outcome, Outcome { missing_keys: 1, locked_threads: 1, lost_arrivals: 0 });
            let (_, store) = open(&to);
            store.close();
            assert!(!all(&to.address).iter().any(|(name, rows)| *name == "pending_entry" && !rows.is_empty()));
        }
    });
}

#[test]
fn a_ring_that_is_still_there_goes_on_and_that_of_another_installation_does_not() {
    let databases = Databases::make();
    let address = Address::new(None, databases.folder()).unwrap();
    let from = filled(&databases, 0, &address);
    let backup = make(&from, "all");
    let mut to = site(&databases, 1, &address);
    to.folders.release_keys = from.folders.release_keys.clone();
    assert!(restored(&backup, true, &to).unwrap_err().to_string().contains("leave --keys out"));
    restored(&backup, false, &to).unwrap();
    let stranger = filled(&databases, 2, &address);
    let mut to = site(&databases, 3, &address);
    to.folders.release_keys = stranger.folders.release_keys;
    assert!(restored(&backup, false, &to).unwrap_err().to_string().contains("another installation"));
}

#[test]
fn a_backup_of_an_older_schema_is_brought_up_to_date() {
    let databases = Databases::make();
    let from = filled(&databases, 0, &Address::new(None, databases.folder()).unwrap());
    let backup = make(&from, "new");
    let sealed = envelope::open(File::open(&backup.file).unwrap(), &backup.identities).unwrap();
    let (mut reader, mut about) = Reader::begin(sealed, Contents::Data).unwrap();
    // Before files could lie on a shelf, whose tables are empty here, and before bodies stood beside their entries.
    let newest = [about.schema.pop().unwrap(), about.schema.pop().unwrap()];
    let old = databases.folder().join("old");
    let recipients = backup.identities.recipients();
    let rewrite = |path: &Path, about: &About, reader: &mut Reader<envelope::Opened>| {
        let sealing = envelope::seal(File::create(path).unwrap(), &recipients, &backup.identities).unwrap();
        let mut writer = Writer::begin(sealing, Contents::Data, about).unwrap();
        let columns = |names: &[(&str, Kind)]| names.iter().map(|(name, kind)| ((*name).into(), *kind)).collect();
        let (mut in_entries, mut bodies) = (false, Vec::<Vec<Value>>::new());
        while let Some(part) = reader.read_part().unwrap() {
            match part {
                format::Part::Table(mut layout) => {
                    if std::mem::take(&mut in_entries) {
                        let of_bodies = [("position", Kind::Number), ("epoch", Kind::Number), ("body", Kind::Bytes)];
                        let table = Layout { table: "ledger_body".into(), columns: columns(&of_bodies) };
                        writer.table(&table).unwrap();
                        bodies.drain(..).for_each(|row| writer.row(&row).unwrap());
                    }
                    if layout.table == "ledger_entry" {
                        in_entries = true;
                        layout.columns = columns(&[("position", Kind::Number), ("entry", Kind::Bytes)]);
                    }
                    writer.table(&layout).unwrap();
                }
                format::Part::Row(row) if in_entries => {
                    let [position, epoch, entry, body]: [Value; 4] = row.try_into().unwrap();
                    writer.row(&[position.clone(), entry]).unwrap();
                    bodies.push(vec![position, epoch, body]);
                }
                format::Part::Row(row) => writer.row(&row).unwrap(),
                format::Part::File(name, contents) => writer.file(&name, &contents).unwrap(),
            }
        }
        finish(writer).unwrap();
    };
    rewrite(&old, &about, &mut reader);
    let identities = || Identities::parse(&backup.identities.to_text()).unwrap();
    let older = Backup { identities: identities(), file: old.clone(), keys: backup.keys.clone() };
    for (place, target) in targets(&Databases::make()).into_iter().enumerate() {
        if place > 0 {
            migrations::run(&mut Db::open_writer(&target.address).unwrap()).unwrap();
        }
        restored(&older, true, &target).unwrap();
        assert_eq!(all(&target.address), all(&from.address), "{newest:?}");
    }
    about.schema.push("20991231000000".into());
    let mut reader =
        Reader::begin(envelope::open(File::open(&backup.file).unwrap(), &backup.identities).unwrap(), Contents::Data)
            .unwrap()
            .0;
    rewrite(&old, &about, &mut reader);
    let target = site(&databases, 5, &from.address);
    assert!(restored(&older, true, &target).unwrap_err().to_string().contains("newer than this program"));
}

#[test]
fn rows_that_fit_no_table_leave_the_database_empty() {
    let databases = Databases::make();
    let address = Address::new(None, databases.folder()).unwrap();
    let from = filled(&databases, 0, &address);
    let backup = make(&from, "all");
    let (_, about) =
        Reader::begin(envelope::open(File::open(&backup.file).unwrap(), &backup.identities).unwrap(), Contents::Data)
            .unwrap();
    let sealing =
        envelope::seal(File::create(&backup.file).unwrap(), &backup.identities.recipients(), &backup.identities)
            .unwrap();
    let mut writer = Writer::begin(sealing, Contents::Data, &about).unwrap();
    for (folder, name) in secrets::staying(&from.folders) {
        writer.file(name, &files::find(&folder, name).unwrap().unwrap()).unwrap();
    }
    let columns = vec![("name".to_owned(), Kind::Text), ("value".to_owned(), Kind::Bytes)];
    for table in ["installation", "no_such_table"] {
        writer.table(&Layout { table: table.into(), columns: columns.clone() }).unwrap();
        writer.row(&[Value::Text("mode".into()), Value::Bytes(b"real".to_vec())]).unwrap();
    }
    finish(writer).unwrap();
    let to = site(&databases, 1, &address);
    assert!(restored(&backup, true, &to).is_err());
    assert!(copy::is_empty(&mut Db::open_writer(&to.address).unwrap()).unwrap());
    assert!(require_none_under_way(&to.folders.data).is_err());
}
