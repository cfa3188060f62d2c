//! A file made fit to be sent: without what tells who made it, where, when and with what, and with what can be said of that.

use crate::files::{NewFile, known};
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
    /// The ending of its neutral name, or nothing: of its kind where the bytes tell it, else of its own name.
    pub ending: &'static str,
}

/// Strips a file whose own name ends in `ending`.
#[must_use]
pub fn strip(bytes: &[u8], ending: &str) -> (NewFile, StrippedView) {
    let stripped = strip::strip(bytes);
    let ending = known(stripped.kind.ending().unwrap_or(ending)).map_or("", |(ending, _)| ending);
    let view = StrippedView {
        kind: stripped.kind.name(),
        gone: stripped.gone.into_iter().map(Gone::name).collect(),
        assurance: stripped.assurance.name(),
        ending,
    };
    (NewFile { bytes: stripped.bytes, ending: ending.into() }, view)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_ending_is_of_the_bytes_or_one_that_says_something() {
        let gif = b"GIF89a\x01\0\x01\0\0\0\0,\0\0\0\0\x01\0\x01\0\0\x02\0;";
        for (bytes, own, neutral) in
            [(gif.as_slice(), "PNG", "gif"), (b"text", "TXT", "txt"), (b"text", "jan-2026", ""), (b"text", "", "")]
        {
            let (file, view) = strip(bytes, own);
            assert_eq!((view.ending, file.ending.as_str()), (neutral, neutral));
        }
        let (_, view) = strip(gif, "");
        assert_eq!((view.kind, view.gone.len(), view.assurance), ("gif", 0, "removed"));
    }
}
