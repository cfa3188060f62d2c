//! A file made fit to be sent: without what tells who made it, where, when and with what, and with what can be said of that.

use crate::files::NewFile;
use crypto::strip::{self, Gone};
use serde::Serialize;

/// What became of a file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct StrippedView {
    /// What it is, by its bytes: [`strip::Kind`].
    pub kind: &'static str,
    /// What was in it and is gone: [`Gone`], each once.
    pub gone: Vec<&'static str>,
    /// What can be said of it: [`strip::Assurance`].
    pub assurance: &'static str,
    /// The ending of its neutral name: of its kind where the bytes tell it, else of its own name.
    pub ending: String,
}

/// Strips a file whose own name ends in `ending`.
#[must_use]
pub fn strip(bytes: &[u8], ending: &str) -> (NewFile, StrippedView) {
    let stripped = strip::strip(bytes);
    let ending = stripped.kind.ending().unwrap_or(ending).to_ascii_lowercase();
    let view = StrippedView {
        kind: stripped.kind.name(),
        gone: stripped.gone.into_iter().map(Gone::name).collect(),
        assurance: stripped.assurance.name(),
        ending: ending.clone(),
    };
    (NewFile { bytes: stripped.bytes, ending }, view)
}
