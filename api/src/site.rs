//! The built pages inside this program: assets as they are, pages with their places filled.

use crate::domain::questions::{self, Question};
use client::site::{Manifest, fill, kind};
use serde::Deserialize;
use std::collections::{BTreeMap, HashMap};
use std::sync::{LazyLock, OnceLock};

/// Name under `web/dist`, and bytes.
const FILES: &[(&str, &[u8])] = include!(concat!(env!("OUT_DIR"), "/files.rs"));

/// Endings of what was compressed when it was built, smallest first, with the name of the coding.
const CODINGS: [(&str, &str); 2] = [("br", ".br"), ("gzip", ".gz")];

/// An asset as it goes out.
pub struct Asset {
    /// Its bytes, perhaps compressed.
    pub bytes: &'static [u8],
    /// `br`, `gzip` or nothing.
    pub coding: Option<&'static str>,
    /// Media type.
    pub kind: &'static str,
}

/// What the server writes into a page. Everything else in it is the same for everybody.
#[derive(Clone, Debug, Default)]
pub struct Facts {
    /// The organisation's name.
    pub name: String,
    /// Its name in addresses.
    pub slug: String,
    /// The first coach.
    pub coach: String,
    /// Who reads a report: coaches, or the fallback where there is none.
    pub readers: Vec<String>,
    /// The last day of the answer promised to a report sent now: year, month, day.
    pub answer_by: Option<(i16, i8, i8)>,
    /// The year of the installation's day.
    pub this_year: i16,
    /// What a report is asked after its open question, where it need not be answered.
    pub questions: Vec<Question>,
    /// What holds: `quiet`, `test`, `closed`.
    pub when: Vec<&'static str>,
}

/// Questions of every report: the open one, who reads it, files.
const ALWAYS_ASKED: usize = 3;

/// How a language writes days.
#[derive(Deserialize)]
struct Days {
    weekdays: Vec<String>,
    months: Vec<String>,
    pattern: String,
}

fn find(name: &str) -> Option<&'static [u8]> {
    static INDEX: OnceLock<HashMap<&'static str, &'static [u8]>> = OnceLock::new();
    INDEX.get_or_init(|| FILES.iter().copied().collect()).get(name).copied()
}

/// An asset in the smallest coding the asker takes.
#[must_use]
pub fn asset(name: &str, takes: impl Fn(&str) -> bool) -> Option<Asset> {
    let path = format!("assets/{name}");
    let kind = kind(name)?;
    let coded = CODINGS.into_iter().filter(|(coding, _)| takes(coding));
    let coded = coded.filter_map(|(coding, ending)| Some((find(&format!("{path}{ending}"))?, Some(coding)))).next();
    let (bytes, coding) = coded.or_else(|| Some((find(&path)?, None)))?;
    Some(Asset { bytes, coding, kind })
}

/// A page in a language, its places filled; nothing in a build without pages.
#[must_use]
pub fn page(language: &str, name: &str, facts: &Facts) -> Option<String> {
    let template = std::str::from_utf8(template(language, name)?).ok()?;
    let day = facts.answer_by.map(|(year, month, day)| format!("{year:04}-{month:02}-{day:02}")).unwrap_or_default();
    let written = facts.answer_by.and_then(|day| day_text(language, day, facts.this_year)).unwrap_or_default();
    let places = [
        ("org", facts.name.as_str()),
        ("slug", &facts.slug),
        ("coach", &facts.coach),
        ("readers", &list_text(language, &facts.readers)),
        ("answer-by-text", &written),
        ("answer-by", &day),
        ("questions", &questions::words(&facts.questions)),
        ("total", &facts.questions.len().saturating_add(ALWAYS_ASKED).to_string()),
        ("version", version()),
    ];
    let places = places.map(|(place, value)| (place, html_escape::encode_quoted_attribute(value)));
    let places: Vec<_> = places.iter().map(|(place, value)| (*place, value.as_ref())).collect();
    Some(fill(template, &places, &facts.when))
}

/// A page as it was built, its places open.
#[must_use]
pub fn template(language: &str, name: &str) -> Option<&'static [u8]> {
    find(&format!("pages/{language}/{name}.html"))
}

/// What this build serves, written down; nothing in a build without pages.
#[must_use]
pub fn manifest() -> Option<&'static Manifest> {
    static MANIFEST: LazyLock<Option<Manifest>> =
        LazyLock::new(|| Manifest::parse(include_str!(concat!(env!("OUT_DIR"), "/site.txt"))));
    MANIFEST.as_ref()
}

/// Its words.
fn version() -> &'static str {
    static WORDS: LazyLock<String> = LazyLock::new(|| manifest().map(Manifest::words).unwrap_or_default());
    &WORDS
}

/// As `web/src/text/days.ts` writes it.
fn day_text(language: &str, (year, month, day): (i16, i8, i8), this_year: i16) -> Option<String> {
    static DAYS: OnceLock<BTreeMap<String, Days>> = OnceLock::new();
    let days = DAYS.get_or_init(|| {
        find("pages/days.json").and_then(|bytes| serde_json::from_slice(bytes).ok()).unwrap_or_default()
    });
    let names = days.get(language)?;
    let date = jiff::civil::Date::new(year, month, day).ok()?;
    let weekday = usize::try_from(date.weekday().to_sunday_zero_offset()).ok()?;
    let text = names
        .pattern
        .replace("{weekday}", names.weekdays.get(weekday)?)
        .replace("{day}", &day.to_string())
        .replace("{month}", names.months.get(usize::try_from(month).ok()?.checked_sub(1)?)?);
    Some(if year == this_year { text } else { format!("{text} {year}") })
}

/// Names as a sentence has them: `An, Jo en Zoë`.
fn list_text(language: &str, names: &[String]) -> String {
    let and = match language {
        "fr" => "et",
        "en" => "and",
        "de" => "und",
        _ => "en",
    };
    match names {
        [] => String::new(),
        [one] => one.clone(),
        [one, other] => format!("{one} {and} {other}"),
        [first @ .., last] if language == "en" => format!("{}, {and} {last}", first.join(", ")),
        [first @ .., last] => format!("{} {and} {last}", first.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_joined_as_each_language_does() {
        let names =
            |count: usize| ["An", "Jo", "Zoë"].iter().take(count).map(|name| (*name).to_owned()).collect::<Vec<_>>();
        assert_eq!(list_text("nl-be", &names(1)), "An");
        assert_eq!(list_text("nl-be", &names(2)), "An en Jo");
        assert_eq!(list_text("de", &names(3)), "An, Jo und Zoë");
        assert_eq!(list_text("en", &names(3)), "An, Jo, and Zoë");
        assert_eq!(list_text("fr", &names(3)), "An, Jo et Zoë");
        assert_eq!(list_text("fr", &[]), "");
    }

    #[test]
    fn a_page_holds_what_people_are_called_and_nothing_they_could_slip_in() {
        let facts = Facts {
            name: "A<b>\"&'⟦slug⟧".into(),
            slug: "noord".into(),
            readers: vec!["⟦org⟧".into()],
            answer_by: Some((2026, 11, 28)),
            this_year: 2026,
            questions: vec![Question::Topics, Question::Urgency],
            when: vec!["test"],
            ..Facts::default()
        };
        // Without pages there is nothing to look at; continuous integration builds them first.
        let Some(page) = page("nl-be", "landing", &facts) else {
            assert!(FILES.is_empty() && std::env::var_os("CI").is_none(), "built without pages");
            return;
        };
        assert!(!page.contains('⟦') && !page.contains('⟧') && !page.contains("<b>\""), "{page}");
        assert!(page.contains("A&lt;b&gt;&quot;&amp;&#x27;slug") && page.contains("za 28 nov"), "{page}");
        assert!(page.contains("data-when=\"test\"") && !page.contains("data-when=\"test\" hidden"));
        assert!(page.contains("data-when=\"quiet\" hidden"));
        assert!(page.contains("data-questions=\"urgency topics\" data-total=\"5\""), "{page}");
    }
}
