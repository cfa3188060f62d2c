use super::*;
use std::os::unix::fs::OpenOptionsExt;

const SECRET: &str = "a secret of forty letters, or nearly that";

fn settings() -> Settings {
    Settings { endpoint: "http://127.0.0.1:9".into(), bucket: "files".into(), ..Settings::default() }
}

/// The shelf of a data folder whose key holds this.
fn opened(text: &str, mode: u32) -> Result<Option<Shelf>, Error> {
    let data = tempfile::tempdir().unwrap();
    let mut file = std::fs::OpenOptions::new();
    let mut file = file.write(true).create_new(true).mode(mode).open(data.path().join(KEY)).unwrap();
    std::io::Write::write_all(&mut file, text.as_bytes()).unwrap();
    Shelf::open(&settings(), data.path())
}

#[test]
fn without_settings_there_is_none_and_no_key_is_looked_for() {
    let data = tempfile::tempdir().unwrap();
    assert!(Shelf::open(&Settings::default(), data.path()).unwrap().is_none());
    let refused = Shelf::open(&settings(), data.path()).err().unwrap().to_string();
    assert!(refused.contains("shelf.key, is missing"), "{refused}");
}

#[test]
fn a_key_has_two_lines_is_its_owners_alone_and_is_told_to_nobody() {
    assert!(opened(&format!("id\n{SECRET}\n"), 0o600).unwrap().is_some());
    for (text, mode, why) in [
        (format!("id\n{SECRET}"), 0o640, "chmod 600"),
        (SECRET.to_owned(), 0o600, "two lines"),
        (format!("id\n{SECRET}\nmore"), 0o600, "two lines"),
    ] {
        let refused = opened(&text, mode).err().unwrap().to_string();
        assert!(refused.contains(why) && !refused.contains(SECRET), "{refused}");
    }
}

#[test]
fn a_shelf_that_is_not_there_says_so_soon_and_in_few_words() {
    let shelf = opened(&format!("id\n{SECRET}"), 0o600).unwrap().unwrap();
    let failure = actix_web::rt::System::new().block_on(shelf.try_out(None)).unwrap_err();
    assert_eq!(failure, Failure::Away);
    assert_eq!(Error::from(failure).problem().status(), 503);
    assert_eq!(Error::from(Failure::Damaged).problem().status(), 500);
}
