//! Backups of a test's installation, made and restored by the program itself.

use super::databases::Database;
use super::program::run_at;
use serde_json::Value;
use std::path::{Path, PathBuf};

/// An identity that everybody knows: that of the tests of the age library.
pub(crate) const IDENTITY: &str = "AGE-SECRET-KEY-1GQ9778VQXMMJVE8SK7J6VT8UJ4HDQAJUVSFCWCM02D8GEWQ72PVQ2Y5J33";
pub(crate) const RECIPIENT: &str = "age1t7rxyev2z3rw82stdlrrepyc39nvn86l5078zqkf5uasdy86jp6svpy7pa";

/// Both files.
pub(crate) struct Backup {
    pub(crate) file: PathBuf,
    pub(crate) keys: PathBuf,
}

/// Makes a backup, beside whatever runs.
pub(crate) fn make(database: &Database, name: &str) -> Backup {
    let [file, keys] = ["", ".keys"].map(|end| database.folder().join(format!("{name}.age{end}")));
    let [file_word, keys_word] = [&file, &keys].map(|path| path.to_str().unwrap());
    let made = run_at(database, &["backup", file_word, "--keys", keys_word, "--to", RECIPIENT], "");
    assert_eq!(made.code, 0, "{made:?}");
    Backup { file, keys }
}

/// The words that restore a backup.
pub(crate) fn words(backup: &Backup, keys: bool) -> Vec<&str> {
    let mut words = vec!["restore", backup.file.to_str().unwrap(), "--json"];
    words.extend(["--keys", backup.keys.to_str().unwrap()].into_iter().filter(|_| keys));
    words
}

/// Restores a backup; answers what is said of it.
pub(crate) fn restore(backup: &Backup, keys: bool, into: &Database) -> Value {
    let restored = run_at(into, &words(backup, keys), IDENTITY);
    assert_eq!(restored.code, 0, "{restored:?}");
    serde_json::from_str(&restored.out).unwrap()
}

/// Puts the pin of one installation into the data folder of another, as the operator does.
pub(crate) fn put_pin(pin: &Path, into: &Database) {
    let data = into.folder().join("data");
    std::fs::create_dir_all(&data).unwrap();
    std::fs::copy(pin, data.join("pin")).unwrap();
}
