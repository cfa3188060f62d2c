//! Labels: `key=value` on the card, and the status told to the reporter.

use super::Desk;
use super::case::{CardView, card_view};
use crate::organisation::Organisation;
use crate::{ATTEMPTS, Error};
use crypto::case::{Card, Record, RecordKind};
use crypto::thread::Content;
use crypto::triage::{Category, Flag, Severity, Status, Urgency};
use crypto::{Day, PersonId};
use rand_core::CryptoRng;
use serde::Serialize;

const MOST_TEXT: usize = 1_000;
const MOST_THEMES: usize = 20;
const KEYS: [&str; 9] = ["category", "severity", "status", "urgency", "themes", "flags", "keeper", "unit", "line"];

/// Changes to a card; an empty value takes a label away.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Changes {
    category: Option<Option<Category>>,
    severity: Option<Option<Severity>>,
    status: Option<Status>,
    urgency: Option<Option<Urgency>>,
    themes: Option<Vec<String>>,
    flags: Option<Vec<Flag>>,
    keeper: Option<Option<String>>,
    unit: Option<String>,
    line: Option<String>,
}

/// The card as it stands now.
#[derive(Debug, Serialize)]
pub struct Triaged {
    /// The thread's number.
    pub n: usize,
    /// The card.
    pub case: CardView,
    /// Whether the reporter is told the status.
    pub told: bool,
}

impl Changes {
    /// Reads `key=value` pairs.
    ///
    /// # Errors
    /// [`Error::Usage`] that lists what is allowed.
    pub fn parse<T: AsRef<str>>(pairs: &[T]) -> Result<Self, Error> {
        let mut changes = Self::default();
        for pair in pairs {
            let (key, value) = pair.as_ref().split_once('=').unwrap_or((pair.as_ref(), ""));
            let value = value.trim();
            match key.trim() {
                _ if !pair.as_ref().contains('=') => return Err(unknown(key, "key=value, where key is", &KEYS)),
                "category" => changes.category = Some(one("category", value, Category::ALL, |item| item.name())?),
                "severity" => changes.severity = Some(one("severity", value, Severity::ALL, |item| item.name())?),
                "urgency" => changes.urgency = Some(one("urgency", value, Urgency::ALL, |item| item.name())?),
                "status" => changes.status = Some(status(value)?),
                "flags" => {
                    let flags = list(value).map(|flag| one("flags", flag, Flag::ALL, |item| item.name()));
                    changes.flags = Some(flags.filter_map(Result::transpose).collect::<Result<_, _>>()?);
                }
                "themes" => {
                    changes.themes = Some(list(value).map(|theme| short("a theme", theme)).collect::<Result<_, _>>()?)
                }
                "keeper" => changes.keeper = Some(Some(value.to_owned()).filter(|name| !name.is_empty())),
                "unit" => changes.unit = Some(short("a unit", value)?),
                "line" => changes.line = Some(short("the line", value)?),
                other => return Err(unknown(other, "one of", &KEYS)),
            }
        }
        if changes.themes.as_ref().is_some_and(|themes| themes.len() > MOST_THEMES) {
            return Err(Error::Usage(format!("there can be {MOST_THEMES} themes at most")));
        }
        if changes == Self::default() { Err(unknown("nothing", "key=value, where key is", &KEYS)) } else { Ok(changes) }
    }

    /// Puts the changes on a card.
    fn apply(&self, card: &mut Card, keeper: Option<Option<PersonId>>, today: Day) {
        card.category = self.category.unwrap_or(card.category);
        card.severity = self.severity.unwrap_or(card.severity);
        card.urgency = self.urgency.unwrap_or(card.urgency);
        card.keeper = keeper.unwrap_or(card.keeper);
        card.themes.clone_from(self.themes.as_ref().unwrap_or(&card.themes.clone()));
        card.flags.clone_from(self.flags.as_ref().unwrap_or(&card.flags.clone()));
        card.unit.clone_from(self.unit.as_ref().unwrap_or(&card.unit.clone()));
        card.line.clone_from(self.line.as_ref().unwrap_or(&card.line.clone()));
        if let Some(status) = self.status {
            let closed = (status == Status::Closed).then(|| card.closed.unwrap_or(today));
            (card.status, card.closed) = (Some(status), closed);
        }
    }

    fn keeper(&self, organisation: &Organisation) -> Result<Option<Option<PersonId>>, Error> {
        let named = |name: &String| organisation.reader_named(name).map(|person| person.id);
        self.keeper.as_ref().map(|name| name.as_ref().map(named).transpose()).transpose()
    }
}

impl Desk {
    /// Changes labels. A status that the reporter does not know yet is sent to her.
    ///
    /// # Errors
    /// [`Error::Usage`] for a keeper nobody is called; as [`Desk::show`].
    pub async fn triage(&mut self, n: usize, changes: &Changes, rng: &mut impl CryptoRng) -> Result<Triaged, Error> {
        let keeper = changes.keeper(&self.organisation)?;
        let mut overtaken = Error::Answer("it is of two minds about the case file");
        for _ in 0..ATTEMPTS {
            let case = self.open(n, None, rng).await?;
            let mut card = case.card.as_ref().map(|(_, card)| card.clone()).unwrap_or_default();
            changes.apply(&mut card, keeper, self.organisation.today());
            let record = Record {
                kind: RecordKind::Card,
                author: self.vault.person,
                sequence: case.card.as_ref().map_or(0, |(version, _)| version.saturating_add(1)),
                payload: card.to_bytes(),
            };
            let sealed = record.seal(&case.file, &self.vault.sign, rng)?;
            match self.store(case.key.thread(), sealed).await {
                Err(error) if error.is_overtaken() => overtaken = error,
                answer => {
                    answer?;
                    let news = changes.status.filter(|status| case.conversation.status() != Some(*status));
                    if let Some(status) = news {
                        self.reply(n, &Content::Status(status, String::new()), rng).await?;
                    }
                    let name = |person| self.organisation.name_of(person).to_owned();
                    return Ok(Triaged { n, case: card_view(&card, &name), told: news.is_some() });
                }
            }
        }
        Err(overtaken)
    }
}

fn status(value: &str) -> Result<Status, Error> {
    let allowed: Vec<Status> = Status::ALL.iter().copied().filter(|status| *status != Status::Erased).collect();
    let chosen = one("status", value, &allowed, |item| item.name())?;
    chosen.ok_or_else(|| Error::Usage("a status can be changed, not taken away".into()))
}

/// The item with this name in any case; nothing for an empty value.
fn one<T: Copy>(key: &str, value: &str, all: &[T], name: impl Fn(&T) -> &'static str) -> Result<Option<T>, Error> {
    if value.is_empty() {
        return Ok(None);
    }
    let found = all.iter().find(|item| name(item).eq_ignore_ascii_case(value)).copied();
    found
        .map(Some)
        .ok_or_else(|| unknown(value, &format!("for {key} one of"), &all.iter().map(&name).collect::<Vec<_>>()))
}

fn list(value: &str) -> impl Iterator<Item = &str> {
    value.split(',').map(str::trim).filter(|item| !item.is_empty())
}

fn short(what: &str, value: &str) -> Result<String, Error> {
    if value.len() > MOST_TEXT || value.chars().any(char::is_control) {
        return Err(Error::Usage(format!("{what} has at most {MOST_TEXT} bytes, on one line")));
    }
    Ok(value.to_owned())
}

fn unknown(given: &str, rule: &str, allowed: &[&str]) -> Error {
    Error::Usage(format!("“{given}” cannot be used; expected {rule}: {}", allowed.join(", ")))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::organisation::tests::sample;
    use crypto::roster::Role;

    #[test]
    fn labels_are_put_on_and_taken_off_and_closing_has_a_day() {
        let organisation = sample(&[("An Peeters", Role::Coach), ("Jo", Role::Coach)]);
        let mut card = Card::default();
        let mut change = |pairs: &[&str], today| {
            let changes = Changes::parse(pairs).unwrap();
            changes.apply(&mut card, changes.keeper(&organisation).unwrap(), Day(today));
            card.clone()
        };
        let card = change(&["category=workload", "severity=s2", "urgency=U1", "keeper=an", "unit=Team Blue"], 1);
        assert_eq!(
            (card.category, card.severity, card.urgency),
            (Some(Category::Workload), Some(Severity::Recurring), Some(Urgency::ThisWeek))
        );
        assert_eq!((card.keeper, card.unit.as_str()), (Some(PersonId([1; 16])), "Team Blue"));
        let card =
            change(&["themes=shifts, breaks,", "flags=junk,detriment-risk", "category=", "keeper=", "line=a=b"], 1);
        assert_eq!((card.category, card.keeper, card.severity), (None, None, Some(Severity::Recurring)));
        assert_eq!(card.themes, ["shifts", "breaks"]);
        assert_eq!((card.flags.as_slice(), card.line.as_str()), ([Flag::Junk, Flag::DetrimentRisk].as_slice(), "a=b"));
        assert_eq!(change(&["status=closed"], 7).closed, Some(Day(7)));
        assert_eq!(change(&["status=closed"], 9).closed, Some(Day(7)));
        let card = change(&["status=action", "flags="], 9);
        assert_eq!((card.status, card.closed, card.flags.len()), (Some(Status::Action), None, 0));
    }

    #[test]
    fn what_is_unknown_is_answered_with_what_is_allowed() {
        for (pairs, expected) in [
            (vec!["category=noise"], "workload"),
            (vec!["colour=blue"], "severity"),
            (vec!["status"], "key=value"),
            (vec!["status=erased"], "aftercare"),
            (vec!["status="], "not taken away"),
            (vec!["flags=junk,loud"], "multiple-voices"),
            (vec![], "key=value"),
            (vec!["unit=a\nb"], "one line"),
        ] {
            let error = Changes::parse(&pairs).unwrap_err();
            assert_eq!(error.exit_code(), 2);
            assert!(error.to_string().contains(expected), "{pairs:?}: {error}");
        }
        let many: String = (0..21).map(|number| format!("theme{number},")).collect();
        assert!(Changes::parse(&[format!("themes={many}")]).is_err());
    }
}
