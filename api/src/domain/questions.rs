//! What a report may be asked after its open question. Which of it, the organisation decides; none must be answered.

use serde::{Deserialize, Serialize};

/// A question with answers to choose from. They stand here in the order in which they are asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, clap::ValueEnum, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Question {
    /// How soon somebody should read it.
    Urgency,
    /// What it does to her, and to others.
    Effect,
    /// What would help.
    Wants,
    /// What it is about.
    Topics,
}

impl Question {
    /// All there are.
    pub const ALL: [Self; 4] = [Self::Urgency, Self::Effect, Self::Wants, Self::Topics];

    /// Its word in the database, in commands and in addresses.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Urgency => "urgency",
            Self::Effect => "effect",
            Self::Wants => "wants",
            Self::Topics => "topics",
        }
    }
}

/// Their words in their order, each once, a space between two.
#[must_use]
pub fn words(questions: &[Question]) -> String {
    let asked = Question::ALL.into_iter().filter(|question| questions.contains(question));
    asked.map(Question::name).collect::<Vec<_>>().join(" ")
}

/// Reads [`words`]; a word that means nothing here is of a newer program, and not asked.
#[must_use]
pub fn read(words: &str) -> Vec<Question> {
    let asked = |question: &Question| words.split(' ').any(|word| word == question.name());
    Question::ALL.into_iter().filter(asked).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn questions_are_asked_once_and_in_their_order() {
        let mixed = [Question::Topics, Question::Urgency, Question::Topics];
        assert_eq!(words(&mixed), "urgency topics");
        assert_eq!(read("topics weather urgency"), [Question::Urgency, Question::Topics]);
        assert_eq!(read(&words(&Question::ALL)), Question::ALL);
        assert_eq!((words(&[]), read("")), (String::new(), Vec::new()));
    }
}
