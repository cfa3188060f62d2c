use super::*;
use crate::app::App;
use crate::clock::Ticks;
use crate::commands::org;
use crate::commands::request::{Request, execute};
use crate::config::Config;
use crate::entropy;
use crate::secrets::Folders;
use crate::store::ledger::published;
use crate::store::support::Databases;
use crate::store::{Address, Store};
use crypto::Digest;
use crypto::ledger::Witness;
use diesel::connection::SimpleConnection;
use rand_core::Rng;
use std::path::PathBuf;

/// A log of three closed epochs, and a connection that obeys nobody's rules.
struct Site {
    data: PathBuf,
    address: Address,
    db: Db,
}

fn config() -> Config {
    let mut config = Config::default();
    config.mailbox.ticks = Ticks::Immediate;
    config
}

/// Makes organisations, each of which closes an epoch.
fn write(data: &Path, address: &Address, slugs: &[&str]) {
    let folders = Folders { release_keys: data.join("ring"), data: data.into() };
    let store = Store::open(address, 1).unwrap();
    actix_web::rt::System::new().block_on(async {
        let app = App::open(config(), store.clone(), &folders).await.unwrap();
        for slug in slugs {
            let create = org::Create { slug: (*slug).into(), name: "Zonnehuis".into(), locale: "nl".into() };
            execute(&app, Request::OrganisationCreate(create)).await.unwrap();
        }
    });
    store.close();
}

fn on_each(mut test: impl FnMut(Site)) {
    let databases = Databases::make();
    for (place, address) in databases.each().into_iter().enumerate() {
        let data = databases.folder().join(format!("data-{place}"));
        write(&data, &address, &["one", "two", "three"]);
        let mut db = Db::open_writer(&address).unwrap();
        match &mut db {
            Db::Sqlite(sqlite) => {
                sqlite.batch_execute("DROP TRIGGER ledger_entry_update; DROP TRIGGER ledger_entry_delete;")
            }
            #[cfg(feature = "postgres")]
            Db::Postgres(postgres) => postgres.batch_execute("ALTER TABLE ledger_entry DISABLE TRIGGER ALL;"),
        }
        .unwrap();
        let mut site = Site { data, address, db };
        site.cosign(384);
        test(site);
    }
}

impl Site {
    fn check(&self) -> Report {
        let outside = Outside::read(&self.data).unwrap();
        Db::open_reader(&self.address).unwrap().at_one_moment(|db| verify(db, &outside)).unwrap()
    }

    fn execute(&mut self, sql: &str) {
        self.db.batch_execute(sql).unwrap_or_else(|error| panic!("{sql}: {error}"));
    }

    fn bytes(&self, bytes: &[u8]) -> String {
        let hex: String = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
        match &self.db {
            Db::Sqlite(_) => format!("X'{hex}'"),
            #[cfg(feature = "postgres")]
            Db::Postgres(_) => format!("'\\x{hex}'::bytea"),
        }
    }

    /// Does something to the log, looks, and takes it back.
    fn after(&mut self, change: &str) -> Report {
        self.db.batch_execute("BEGIN").unwrap();
        self.execute(change);
        let outside = Outside::read(&self.data).unwrap();
        let report = verify(&mut self.db, &outside).unwrap();
        self.db.batch_execute("ROLLBACK").unwrap();
        report
    }

    /// A witness's line under a checkpoint.
    fn cosign(&mut self, size: u64) {
        let checkpoint = rows::checkpoints(&mut self.db, &(size..size + 1)).unwrap().pop().unwrap();
        let key = SigningKey::from_seed(crypto::Secret::new([7; 32]));
        let witness = Witness::new("council.example", key, self.log_key().public().clone()).unwrap();
        let line = witness.sign(&SignedNote::parse(&checkpoint.note).unwrap(), 4_000_000_000).unwrap().to_text();
        published::put_cosignature(&mut self.db, size, &witness.public().unwrap().to_text(), &line).unwrap();
    }

    fn log_key(&self) -> LogKey {
        LogKey::new(SigningKey::from_seed(secrets::find_log(&self.data).unwrap().unwrap())).unwrap()
    }
}

#[test]
fn a_log_that_nobody_touched_holds() {
    on_each(|site| {
        let report = site.check();
        assert_eq!((report.problems.as_slice(), report.code(), report.size), (&[][..], 0, 385));
        assert_eq!(report.pin, Some(384));
        assert!(report.text().starts_with("The log of 385 entries holds"), "{}", report.text());
        assert_eq!(report.document()["root"].as_str().unwrap().len(), 64);
    });
}

#[test]
fn each_kind_of_damage_has_its_exit_code() {
    on_each(|mut site| {
        let blob = site.bytes(&[7; 32]);
        let short = site.bytes(&[7; 47]);
        let empty = site.bytes(&[]);
        for (code, change) in [
            (10, "UPDATE ledger_head SET note = replace(note, '385', '384')".to_owned()),
            (10, "UPDATE ledger_checkpoint SET note = replace(note, '128', '256') WHERE size = 128".to_owned()),
            (10, "UPDATE ledger_checkpoint SET note = 'lost' WHERE size = 256".to_owned()),
            (10, "UPDATE ledger_cosignature SET line = 'lost'".to_owned()),
            (10, "UPDATE ledger_cosignature SET size = 128".to_owned()),
            (10, "UPDATE ledger_cosignature SET witness = replace(witness, 'council', 'cousin')".to_owned()),
            (11, "UPDATE ledger_checkpoint SET note = (SELECT note FROM ledger_head) WHERE size = 256".to_owned()),
            (11, "UPDATE ledger_entry SET entry = (SELECT entry FROM ledger_entry WHERE position = 6) WHERE position = 5".to_owned()),
            (11, "UPDATE ledger_entry SET body = (SELECT body FROM ledger_entry WHERE position = 6) WHERE position = 5".to_owned()),
            (11, "UPDATE ledger_entry SET epoch = 3 WHERE position = 5".to_owned()),
            (11, format!("UPDATE ledger_node SET hash = {blob} WHERE level = 5 AND position = 2")),
            (11, "INSERT INTO ledger_entry SELECT 1000, 4, entry, body FROM ledger_entry WHERE position = 5".to_owned()),
            (11, format!("INSERT INTO ledger_node VALUES (5, 1000, {blob})")),
            (11, format!("INSERT INTO ledger_node VALUES (3, 2, {blob})")),
            (11, "INSERT INTO ledger_checkpoint SELECT 512, 4, note FROM ledger_head".to_owned()),
            (11, "UPDATE ledger_head SET size = 384".to_owned()),
            (11, format!("UPDATE ledger_head SET frontier = {blob}")),
            (11, "UPDATE ledger_head SET epoch = 3".to_owned()),
            (12, "DELETE FROM ledger_head".to_owned()),
            (12, "DELETE FROM ledger_entry WHERE position = 5".to_owned()),
            (12, "DELETE FROM ledger_entry WHERE position > 200".to_owned()),
            (12, "DELETE FROM ledger_entry".to_owned()),
            (12, "DELETE FROM ledger_node WHERE level = 4 AND position = 23".to_owned()),
            (12, "DELETE FROM ledger_checkpoint WHERE size = 128".to_owned()),
            (12, format!("UPDATE ledger_entry SET body = {empty} WHERE position = 5")),
            (12, format!("UPDATE ledger_entry SET body = {empty} WHERE epoch = 1")),
            (12, format!("UPDATE ledger_entry SET body = {empty} WHERE epoch = 4")),
            (12, format!("UPDATE ledger_epoch SET encapsulations = {empty} WHERE number = 2")),
            (13, format!("UPDATE ledger_epoch SET encapsulations = {blob} WHERE number = 2")),
            (13, format!("UPDATE ledger_entry SET entry = {short} WHERE position = 5")),
            (13, "DELETE FROM ledger_epoch WHERE number = 2".to_owned()),
            (13, "DELETE FROM ledger_epoch WHERE number = 4".to_owned()),
            (13, "UPDATE ledger_epoch SET state = 'open' WHERE number = 2".to_owned()),
            (14, "UPDATE ledger_head SET mode = 'sealed'".to_owned()),
        ] {
            let report = site.after(&change);
            assert_eq!(report.code(), code, "{change}\n{}", report.text());
        }
        assert_eq!(site.check().code(), 0);
    });
}

#[test]
fn old_epochs_may_lose_their_bodies_whole_and_in_order() {
    on_each(|mut site| {
        let empty = site.bytes(&[]);
        site.execute("UPDATE ledger_epoch SET day = 1 WHERE number < 3");
        let erase = |number| format!("UPDATE ledger_entry SET body = {empty} WHERE epoch = {number}");
        assert_eq!(site.after(&erase(1)).code(), 0);
        assert_eq!(site.after(&format!("{}; {}", erase(1), erase(2))).code(), 0);
        assert_eq!(site.after(&erase(2)).code(), 12);
        let half = format!("UPDATE ledger_entry SET body = {empty} WHERE position < 5");
        assert_eq!(site.after(&half).problems[0].position, Some(0));
    });
}

#[test]
fn a_log_behind_its_pin_or_against_it_is_sealed() {
    on_each(|site| {
        let sign = |size, root| site.log_key().sign(Head { size, root }).unwrap().to_text();
        let (genuine, root) = (files::find(&site.data, book::PIN).unwrap().unwrap(), Digest([9; 32]));
        for (code, note) in [
            (14, sign(512, root)),
            (14, sign(128, root)),
            (10, "lost".into()),
            (10, String::new()),
            (10, sign(128, root).replace("128", "129")),
        ] {
            files::put(&site.data, book::PIN, note.as_bytes()).unwrap();
            assert_eq!(site.check().code(), code, "{note}");
        }
        files::remove(&site.data, book::PIN).unwrap();
        assert_eq!((site.check().code(), site.check().pin), (0, None));
        files::put(&site.data, book::PIN, &genuine).unwrap();
        assert_eq!(site.check().code(), 0);
    });
}

#[test]
fn an_older_copy_of_the_database_is_behind_the_pin() {
    let folder = tempfile::tempdir().unwrap();
    let (data, address) = (folder.path().join("data"), Address::new(None, folder.path()).unwrap());
    write(&data, &address, &["one", "two"]);
    let file = address.file().unwrap();
    let copy = std::fs::read(file).unwrap();
    write(&data, &address, &["three"]);
    std::fs::write(file, copy).unwrap();
    let site = Site { db: Db::open_writer(&address).unwrap(), data, address };
    let report = site.check();
    assert_eq!((report.code(), report.size, report.pin), (14, 257, Some(384)));
}

#[test]
fn another_key_signed_nothing_here_and_a_lost_one_is_told() {
    on_each(|site| {
        let file = site.data.join("keys/log.secret");
        let genuine = std::fs::read(&file).unwrap();
        std::fs::write(&file, [1; 33]).unwrap();
        assert_eq!(site.check().code(), 10);
        std::fs::remove_file(&file).unwrap();
        let report = site.check();
        assert_eq!((report.code(), report.problems.len()), (12, 1));
        std::fs::write(&file, genuine).unwrap();
    });
}

/// One byte somewhere.
fn edit(site: &mut Site, rng: &mut impl Rng) -> (String, Option<Vec<u8>>) {
    let mut place = |most: usize| usize::try_from(rng.next_u64() % u64::try_from(most).unwrap()).unwrap();
    let (what, position) = (place(8), u64::try_from(place(385)).unwrap());
    let (size, spot, bit) = (u64::try_from(place(3) + 1).unwrap() * 128, place(1 << 20), place(8));
    let flip_bit = |mut bytes: Vec<u8>, bit: usize| {
        let spot = spot % bytes.len();
        bytes[spot] ^= 1 << bit;
        bytes
    };
    let flip = |bytes| flip_bit(bytes, bit);
    let blob = |site: &Site, bytes: Vec<u8>| site.bytes(&flip(bytes));
    let text = |site: &Site, text: String| {
        let bytes = text.into_bytes();
        match &site.db {
            Db::Sqlite(_) => format!("CAST({} AS TEXT)", site.bytes(&flip(bytes))),
            #[cfg(feature = "postgres")]
            Db::Postgres(_) => {
                // A zero, which comes of a space, cannot stand in a text there: the bit beside it goes instead.
                let makes_zero = bytes[spot % bytes.len()] == 1 << bit;
                let bytes = flip_bit(bytes, if makes_zero { bit ^ 1 } else { bit });
                format!("convert_from({}, 'LATIN1')", site.bytes(&bytes))
            }
        }
    };
    let head = rows::head(&mut site.db).unwrap().unwrap();
    let one = position..position + 1;
    let change = match what {
        0 => {
            let (_, bytes) = rows::entries(&mut site.db, &one).unwrap().pop().unwrap();
            format!("UPDATE ledger_entry SET entry = {} WHERE position = {position}", blob(site, bytes))
        }
        1 => {
            let body = rows::bodies(&mut site.db, &one).unwrap().pop().unwrap();
            format!("UPDATE ledger_entry SET body = {} WHERE position = {position}", blob(site, body))
        }
        2 => {
            let level = LOWEST_STORED + u8::try_from(place(4)).unwrap();
            let index = position.min(383) >> level;
            let (_, bytes) = rows::nodes(&mut site.db, level, index, index).unwrap().pop().unwrap();
            let hash = blob(site, bytes);
            format!("UPDATE ledger_node SET hash = {hash} WHERE level = {level} AND position = {index}")
        }
        3 => format!("UPDATE ledger_head SET frontier = {}", blob(site, head.frontier)),
        4 => format!("UPDATE ledger_head SET note = {}", text(site, head.note)),
        5 => {
            let checkpoint = rows::checkpoints(&mut site.db, &(size..size + 1)).unwrap().pop().unwrap();
            format!("UPDATE ledger_checkpoint SET note = {} WHERE size = {size}", text(site, checkpoint.note))
        }
        6 => {
            let (_, line) = rows::cosignatures(&mut site.db, 384).unwrap().remove(0);
            format!("UPDATE ledger_cosignature SET line = {}", text(site, line))
        }
        _ => return (String::new(), Some(flip(files::find(&site.data, book::PIN).unwrap().unwrap()))),
    };
    (change, None)
}

#[test]
fn ten_thousand_edits_of_a_single_bit_are_all_found() {
    let mut rng = entropy::generator().unwrap();
    on_each(|mut site| {
        let pin = files::find(&site.data, book::PIN).unwrap().unwrap();
        let edits = if site.address.file().is_some() { 10_000 } else { 1_000 };
        for _ in 0..edits {
            let (change, new_pin) = edit(&mut site, &mut rng);
            let report = match &new_pin {
                None => site.after(&change),
                Some(pin) => {
                    let outside = Outside { pin: Some(pin.clone()), key: Some(site.log_key().public().clone()) };
                    site.db.at_one_moment(|db| verify(db, &outside)).unwrap()
                }
            };
            assert_ne!(report.code(), 0, "not found: {change} {:?}", new_pin.map(String::from_utf8));
        }
        assert_eq!(files::find(&site.data, book::PIN).unwrap().unwrap(), pin);
        assert_eq!(site.check().code(), 0);
    });
}
