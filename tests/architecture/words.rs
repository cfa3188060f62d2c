//! The glossary, the names of tests, and what must not stand in a finished tree.

use super::source::{Source, files, strip};
use super::{assert_none, planted};

/// Words for which the glossary has a better one.
const BANNED: [(&str, &str); 5] = [
    ("complaint", "report"),
    ("ticket", "thread"),
    ("user", "reporter, coach or person"),
    ("victim", "reporter"),
    ("whistleblower", "reporter"),
];

/// Marks of work left lying.
const UNFINISHED: [&str; 3] = ["todo", "fixme", "xxx"];

/// This file holds the words it looks for.
const HERE: &str = "tests/architecture/words.rs";

/// Words that stand in identifiers, comments and documents of the source, where the glossary rules.
fn wrong_words(sources: &[Source]) -> Vec<String> {
    let mut wrong = Vec::new();
    for source in sources.iter().filter(|source| source.path != HERE) {
        let rust = source.path.ends_with(".rs");
        let text = if rust { strip(&source.text, true) } else { source.text.clone() };
        for (index, line) in text.lines().enumerate() {
            let place = format!("{}:{}", source.path, index + 1);
            let words = words(line);
            for (position, word) in words.iter().enumerate() {
                let singular = word.strip_suffix('s').unwrap_or(word);
                let agent = words.get(position + 1).is_some_and(|next| next == "agent");
                let banned = BANNED.iter().find(|(banned, _)| *banned == singular && !agent);
                wrong.extend(banned.map(|(banned, better)| format!("{place} says {banned}; the word is {better}")));
                if UNFINISHED.contains(&word.as_str()) {
                    wrong.push(format!("{place} is unfinished: {word}"));
                }
            }
        }
    }
    wrong
}

/// The words of a line in lower case; `camelCase` and `snake_case` are several.
fn words(line: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let mut before = ' ';
    for letter in line.chars() {
        if !letter.is_alphabetic() || (letter.is_uppercase() && before.is_lowercase()) {
            words.push(String::new());
        }
        if let (true, Some(word)) = (letter.is_alphabetic(), words.last_mut()) {
            word.extend(letter.to_lowercase());
        }
        before = letter;
    }
    words.retain(|word| !word.is_empty());
    words
}

/// Tests whose name says that they are tests, instead of what holds.
fn prefixed_tests(sources: &[Source]) -> Vec<String> {
    let mut prefixed = Vec::new();
    for source in sources {
        for (index, line) in strip(&source.text, false).lines().enumerate() {
            if line.trim_start().starts_with("fn test_") {
                prefixed.push(format!("{}:{} a test's name is a sentence", source.path, index + 1));
            }
        }
    }
    prefixed
}

#[test]
fn the_crates_speak_the_words_of_the_glossary() {
    assert_none(&wrong_words(&files(&[".rs", ".sql", "README.md"])));
}

#[test]
fn every_banned_word_is_found_in_every_spelling() {
    for (word, _) in BANNED {
        let (initial, rest) = word.split_at(1);
        let capital = format!("{}{rest}", initial.to_uppercase());
        for text in [format!("let {word}_id = 1;"), format!("struct {capital}sPage;"), format!("/// A {word}'s")] {
            assert_eq!(wrong_words(&[planted("api/src/a.rs", &text)]).len(), 1, "{text}");
        }
        assert_eq!(wrong_words(&[planted("migrations/sqlite/a/up.sql", &format!("CREATE TABLE {word}s"))]).len(), 1);
    }
    assert_eq!(wrong_words(&[planted("api/src/a.rs", "// TODO: later")]).len(), 1);
    let innocent = "fn user_agent() {} // no user agent, no userland\nlet a = \"a complaint\";";
    assert_none(&wrong_words(&[planted("api/src/a.rs", innocent)]));
}

#[test]
fn names_of_tests_are_sentences() {
    assert_none(&prefixed_tests(&files(&[".rs"])));
    assert_eq!(prefixed_tests(&[planted("api/src/a.rs", "    #[test]\n    fn test_it() {}")]).len(), 1);
}
