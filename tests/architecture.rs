//! The borders of the house, read from its own text. Every check is also run on a planted fault, which it must find.

mod acts;
mod borders;
mod manifest;
mod operations;
mod rooms;
mod source;
mod views;
mod words;

/// Fails with every finding, a line each.
#[track_caller]
fn assert_none(findings: &[String]) {
    assert!(findings.is_empty(), "\n{}", findings.join("\n"));
}

/// A file that exists only in a test.
fn planted(path: &str, text: &str) -> source::Source {
    source::Source { path: path.to_owned(), text: text.to_owned() }
}
