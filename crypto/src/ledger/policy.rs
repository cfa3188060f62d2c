//! Whom to believe about a log: its key, its witnesses, and how many of them it takes (C2SP tlog-policy).

use super::checkpoint::{Checkpoint, cosignature_time};
use super::note::{NoteKey, SignatureKind, SignedNote};
use crate::error::Error;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

/// Longer policies are refused.
const MOST_BYTES: usize = 64 * 1024;
const NONE: &str = "none";

/// A policy.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Policy {
    logs: Vec<NoteKey>,
    witnesses: Vec<(String, NoteKey)>,
    groups: Vec<Group>,
    quorum: String,
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct Group {
    name: String,
    least: usize,
    members: Vec<String>,
}

/// What a policy makes of a checkpoint.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Judged {
    /// What the log says.
    pub checkpoint: Checkpoint,
    /// Witnesses who cosigned it, by their names in the policy, with the newest time (seconds since 1970).
    pub witnesses: Vec<(String, u64)>,
    /// Whether they are enough.
    pub quorum: bool,
}

impl Policy {
    /// One log, and any one of these witnesses; none of them asked for where there are none.
    #[must_use]
    pub fn of(log: &NoteKey, witnesses: &[NoteKey]) -> Self {
        let named: Vec<(String, NoteKey)> =
            witnesses.iter().map(|witness| (witness.name().to_string(), witness.clone())).collect();
        let members: Vec<String> = named.iter().map(|(name, _)| name.clone()).collect();
        let (groups, quorum) = if members.is_empty() {
            (Vec::new(), NONE.to_string())
        } else {
            (alloc::vec![Group { name: "witnesses".to_string(), least: 1, members }], "witnesses".to_string())
        };
        Self { logs: alloc::vec![log.clone()], witnesses: named, groups, quorum }
    }

    /// The keys of its witnesses.
    pub fn witnesses(&self) -> impl Iterator<Item = &NoteKey> {
        self.witnesses.iter().map(|(_, key)| key)
    }

    /// The keys of its logs.
    #[must_use]
    pub fn logs(&self) -> &[NoteKey] {
        &self.logs
    }

    /// The file.
    #[must_use]
    pub fn to_text(&self) -> String {
        let mut text = String::new();
        let mut line = |words: &[&str]| {
            text.push_str(&words.join(" "));
            text.push('\n');
        };
        for log in &self.logs {
            line(&["log", &log.to_text()]);
        }
        for (name, witness) in &self.witnesses {
            line(&["witness", name, &witness.to_text()]);
        }
        for group in &self.groups {
            let mut words = alloc::vec!["group", group.name.as_str()];
            let least = group.least.to_string();
            words.push(&least);
            words.extend(group.members.iter().map(String::as_str));
            line(&words);
        }
        line(&["quorum", &self.quorum]);
        text
    }

    /// Reads a policy file.
    ///
    /// # Errors
    /// [`Error::Malformed`].
    pub fn parse(text: &str) -> Result<Self, Error> {
        let odd = |letter: char| letter.is_control() && letter != '\t' && letter != '\n';
        if text.len() > MOST_BYTES || text.contains(odd) || !(text.is_empty() || text.ends_with('\n')) {
            return Err(Error::Malformed);
        }
        let mut policy = Self { logs: Vec::new(), witnesses: Vec::new(), groups: Vec::new(), quorum: String::new() };
        for line in text.lines() {
            let words: Vec<&str> = line.split([' ', '\t']).filter(|word| !word.is_empty()).collect();
            match words.as_slice() {
                [] => {}
                [word, ..] if word.starts_with('#') => {}
                ["log", key] | ["log", key, _] => policy.add_log(NoteKey::parse(key)?)?,
                ["witness", name, key] | ["witness", name, key, _] => policy.add_witness(name, NoteKey::parse(key)?)?,
                ["group", name, least, members @ ..] => policy.add_group(name, least, members)?,
                ["quorum", name] if policy.quorum.is_empty() && (*name == NONE || policy.knows(name)) => {
                    policy.quorum = name.to_string();
                }
                _ => return Err(Error::Malformed),
            }
        }
        if policy.quorum.is_empty() { Err(Error::Malformed) } else { Ok(policy) }
    }

    fn knows(&self, name: &str) -> bool {
        self.witnesses.iter().any(|(known, _)| known == name) || self.groups.iter().any(|group| group.name == name)
    }

    fn add_log(&mut self, key: NoteKey) -> Result<(), Error> {
        let again = self.logs.iter().any(|known| known.key() == key.key());
        if again || key.kind() != SignatureKind::Ed25519 {
            return Err(Error::Malformed);
        }
        self.logs.push(key);
        Ok(())
    }

    fn add_witness(&mut self, name: &str, key: NoteKey) -> Result<(), Error> {
        let again = self.witnesses.iter().any(|(_, known)| known.key() == key.key());
        if again || name == NONE || self.knows(name) || key.kind() != SignatureKind::Cosignature {
            return Err(Error::Malformed);
        }
        self.witnesses.push((name.to_string(), key));
        Ok(())
    }

    fn add_group(&mut self, name: &str, least: &str, members: &[&str]) -> Result<(), Error> {
        let least = match least {
            "any" => 1,
            "all" => members.len(),
            number => number.parse().map_err(|_| Error::Malformed)?,
        };
        let owned = |member: &&str| {
            self.groups.iter().any(|group| group.members.iter().any(|known| known == member)) || !self.knows(member)
        };
        let twice =
            members.iter().enumerate().any(|(place, member)| members.iter().take(place).any(|known| known == member));
        if name == NONE
            || self.knows(name)
            || !(1..=members.len()).contains(&least)
            || twice
            || members.iter().any(owned)
        {
            return Err(Error::Malformed);
        }
        let members = members.iter().map(ToString::to_string).collect();
        self.groups.push(Group { name: name.to_string(), least, members });
        Ok(())
    }

    /// Judges a checkpoint: a log of the policy must have signed it; whether enough witnesses did is said.
    ///
    /// # Errors
    /// [`Error::Ledger`] for another log; [`Error::Signature`] where a line in a known name does not hold.
    pub fn judge(&self, note: &SignedNote) -> Result<Judged, Error> {
        let said = Checkpoint::parse(note.text())?;
        let log = self.logs.iter().find(|log| log.name() == said.origin);
        let checkpoint = Checkpoint::open(note, log.ok_or(Error::Ledger("this checkpoint is another log's"))?)?;
        let mut witnesses = Vec::new();
        for (name, key) in &self.witnesses {
            if let Some(time) = cosignature_time(note, key)? {
                witnesses.push((name.clone(), time));
            }
        }
        let quorum = self.quorum == NONE || self.holds(&self.quorum, &witnesses);
        Ok(Judged { checkpoint, witnesses, quorum })
    }

    /// Whether a witness or group cosigned. Members stand before their group, so this ends.
    fn holds(&self, name: &str, signed: &[(String, u64)]) -> bool {
        match self.groups.iter().find(|group| group.name == name) {
            None => signed.iter().any(|(witness, _)| witness == name),
            Some(group) => group.members.iter().filter(|member| self.holds(member, signed)).count() >= group.least,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::id::Digest;
    use crate::keys::{Secret, SigningKey};
    use crate::ledger::checkpoint::{LogKey, cosign};
    use crate::ledger::tree::Head;
    use proptest::prelude::*;

    fn key(seed: u8) -> SigningKey {
        SigningKey::from_seed(Secret::new([seed; 32]))
    }

    fn log() -> LogKey {
        LogKey::new(key(1)).unwrap()
    }

    fn witness(number: u8) -> NoteKey {
        NoteKey::new(&format!("w{number}.example"), SignatureKind::Cosignature, key(number).verifying_key()).unwrap()
    }

    fn note(cosigned: &[u8]) -> SignedNote {
        let mut note = log().sign(Head { size: 128, root: Digest([5; 32]) }).unwrap();
        for number in cosigned {
            note.add(cosign(&note, &format!("w{number}.example"), &key(*number), 7).unwrap()).unwrap();
        }
        note
    }

    fn two_of_three() -> String {
        let keys: Vec<String> =
            (2..=5).map(|number| format!("witness X{number} {}\n", witness(number).to_text())).collect();
        format!(
            "# of ours\n\n log {}  https://speak.example/ledger\n{}group council 2 X2 X3 X4\n\tgroup both all council X5\nquorum both\n",
            log().public().to_text(),
            keys.concat()
        )
    }

    #[test]
    fn a_quorum_of_groups_is_counted() {
        let policy = Policy::parse(&two_of_three()).unwrap();
        for (cosigned, enough) in [
            (&[][..], false),
            (&[2, 3], false),
            (&[5], false),
            (&[2, 5], false),
            (&[2, 4, 5], true),
            (&[2, 3, 4, 5], true),
        ] {
            let judged = policy.judge(&note(cosigned)).unwrap();
            assert_eq!((judged.quorum, judged.witnesses.len()), (enough, cosigned.len()), "{cosigned:?}");
        }
        assert!(Policy::of(log().public(), &[]).judge(&note(&[])).unwrap().quorum);
        let any = Policy::of(log().public(), &[witness(2), witness(3)]);
        assert_eq!(Policy::parse(&any.to_text()), Ok(any.clone()));
        assert!(!any.judge(&note(&[])).unwrap().quorum && any.judge(&note(&[3])).unwrap().quorum);
        let other = LogKey::new(key(9)).unwrap();
        assert!(Policy::of(other.public(), &[]).judge(&note(&[])).is_err());
    }

    #[test]
    fn what_a_policy_must_not_say_is_refused() {
        let whole = two_of_three();
        assert!(Policy::parse(&whole).is_ok());
        let again = format!("witness X9 {}\ngroup", witness(2).to_text());
        for (from, to) in [
            ("quorum both\n", ""),
            ("quorum both\n", "quorum both\nquorum both\n"),
            ("quorum both\n", "quorum X9\n"),
            ("quorum both", "quorum  \u{7}both"),
            ("quorum both\n", "quorum both"),
            ("council 2", "council 4"),
            ("council 2", "council 0"),
            ("X2 X3 X4", "X2 X2 X4"),
            ("X2 X3 X4", "X2 X3 X9"),
            ("all council X5", "all council X2"),
            ("group council", "group none"),
            ("group council", &again),
            ("witness X3", "log X3"),
            ("witness X3", "witness X2"),
        ] {
            let changed = whole.replacen(from, to, 1);
            assert_ne!(changed, whole);
            assert_eq!(Policy::parse(&changed), Err(Error::Malformed), "{to:?}");
        }
    }

    proptest! {
        #[test]
        fn any_text_is_a_policy_or_refused(text in "([a-z0-9+ \t#]{0,20}\n){0,6}") {
            if let Ok(policy) = Policy::parse(&text) {
                prop_assert_eq!(Policy::parse(&policy.to_text()), Ok(policy));
            }
        }
    }
}
