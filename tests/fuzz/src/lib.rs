#![doc = include_str!("../README.md")]

mod binary;
pub mod corpus;
mod documents;
mod first;
mod texts;

/// Reads whatever comes; answers whether it was what it should be. Panics where it was read as something else.
pub type Read = fn(&[u8]) -> bool;

/// Every parser of the protocol, by its name.
pub fn parsers() -> impl Iterator<Item = (&'static str, Read)> {
    binary::PARSERS.iter().chain(texts::PARSERS).chain(documents::PARSERS).copied()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    /// What was found once, and the vectors of the formats.
    #[test]
    fn every_parser_bears_what_was_kept_and_reads_some_of_it() {
        let first = corpus::first();
        let understands = |(name, read): (&str, Read)| {
            let kept = corpus::kept(name);
            assert!(!kept.is_empty(), "nothing is kept of {name}: `cargo xtask fuzz {name}` begins it");
            kept.iter().chain(&first).filter(|input| read(input)).count() > 0
        };
        let idle: Vec<&str> = parsers().filter(|parser| !understands(*parser)).map(|(name, _)| name).collect();
        assert!(idle.is_empty(), "these understand nothing that is kept: {idle:?}");
    }

    #[test]
    fn nothing_is_kept_of_a_parser_that_is_not_there() {
        let names: BTreeSet<String> = parsers().map(|(name, _)| name.to_owned()).collect();
        assert_eq!(corpus::names(), names);
    }
}
