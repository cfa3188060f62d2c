//! Vectors of this crate's own formats, in `tests/vectors/*.json`, for a second implementation and for the same crate in
//! Node and in browsers. Everything random comes from ChaCha20 under the seed named there.
//!
//! `MICROMOED_WRITE_VECTORS=1 cargo test -p crypto generate_vectors` writes them. Without the variable the same test
//! compares byte for byte. A vector that changed is a format that changed: that takes a new version of the protocol.

mod files;
mod gate;
mod ledger;
mod people;
mod server;
#[cfg(feature = "staff")]
mod staff;
mod thread;

use crate::codec::to_hex;
use serde_json::{Value, json};

/// Bytes as they stand in the files.
fn hex(bytes: impl AsRef<[u8]>) -> Value {
    Value::String(to_hex(bytes.as_ref()))
}

/// Computes a file.
type Compute = fn() -> Value;

const FILES: &[(&str, Compute)] = &[
    ("token", people::token),
    ("roster", people::roster),
    ("gate", gate::gate),
    ("thread", thread::thread),
    ("message", thread::messages),
    ("case", thread::case),
    ("attachment", files::attachment),
    ("server", server::server),
    ("access", server::access),
    ("ledger", ledger::ledger),
    #[cfg(feature = "staff")]
    ("staff", staff::staff),
];

/// Name and text of each file that is wanted.
pub(crate) fn texts(wanted: impl Fn(&str) -> bool) -> Vec<(&'static str, String)> {
    let text = |vectors| serde_json::to_string_pretty(&json!({ "protocol": 1, "vectors": vectors })).unwrap() + "\n";
    let wanted = FILES.iter().filter(|(name, _)| wanted(name));
    wanted.map(|(name, compute)| (*name, text(compute()))).collect()
}

#[test]
fn generate_vectors_or_find_them_unchanged() {
    use std::path::Path;
    use std::{env, fs};
    // Asked when it runs, because two clones may share one target folder.
    let package = env::var_os("CARGO_MANIFEST_DIR").unwrap();
    let folder = Path::new(&package).join("../tests/vectors");
    let write = env::var_os("MICROMOED_WRITE_VECTORS").is_some_and(|set| set == "1");
    for (name, text) in texts(|_| true) {
        let path = folder.join(format!("{name}.json"));
        if write {
            fs::write(&path, &text).unwrap();
        }
        let written = fs::read_to_string(&path).unwrap_or_default();
        assert!(written == text, "{name}.json is not what the code makes now");
    }
}
