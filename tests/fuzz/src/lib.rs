#![doc = include_str!("../README.md")]

mod binary;
pub mod corpus;
mod documents;
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
        let vectors = corpus::vectors();
        for (name, read) in parsers() {
            let kept = corpus::kept(name);
            assert!(!kept.is_empty(), "nothing is kept of {name}: `cargo xtask fuzz {name}` begins it");
            let understood = kept.iter().chain(&vectors).filter(|input| read(input)).count();
            assert!(understood > 0, "{name} understands nothing of {} inputs", kept.len());
        }
    }

    #[test]
    fn nothing_is_kept_of_a_parser_that_is_not_there() {
        let names: BTreeSet<String> = parsers().map(|(name, _)| name.to_owned()).collect();
        assert_eq!(corpus::names(), names);
    }
}
