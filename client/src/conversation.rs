//! A conversation as it is shown, and where its next message goes.

use crate::files::Which;
use crate::organisation::Organisation;
use crate::{Error, clock};
#[cfg(feature = "staff")]
use crypto::thread::Opening;
use crypto::thread::{Attachment, Content, ContentKey, Damage, Line, Message, conversation, message_digest};
use crypto::triage::Status;
use crypto::{Day, Digest, PersonId, Sorted};
use serde::Serialize;

/// A sealed message with its day.
pub(crate) struct Dated {
    pub(crate) day: Day,
    pub(crate) released: bool,
    pub(crate) bytes: Vec<u8>,
}

/// Messages of one thread, opened, checked and in order.
pub(crate) struct Conversation {
    served: Vec<(Day, bool, Digest)>,
    lines: Vec<Line>,
}

/// One message as it is shown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct MessageView {
    /// `reporter`, or the name in the roster.
    pub author: String,
    /// The day of its tick.
    pub day: String,
    /// What it says; empty where it does not open.
    pub text: String,
    /// Files, in their order.
    pub attachments: Vec<FileView>,
    /// Whether its tick has come; otherwise only its author sees it, and can take it back.
    pub released: bool,
    /// Counts per author from 0.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sequence: Option<u32>,
    /// `text`, `status`, `give`, `continued`, `lift-exclusion`, `withdraw`, `talk`, `check-in`, `files` or `newer`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kind: Option<&'static str>,
    /// The status it tells.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status: Option<&'static str>,
    /// The people it is about: giver and receiver, or who may read along after all.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub people: Vec<String>,
    /// `unreadable`, `newer`, `gap`, `fork` or `unseen`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub damage: Option<&'static str>,
}

/// A file as it is shown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct FileView {
    /// Its number in the thread.
    pub number: u32,
    /// A neutral name.
    pub name: String,
    /// Media type.
    pub media_type: String,
    /// Bytes in clear.
    pub size: u64,
}

impl Conversation {
    pub(crate) fn open(key: &ContentKey, organisation: &Organisation, messages: &[Dated]) -> Self {
        let sealed: Vec<&[u8]> = messages.iter().map(|message| message.bytes.as_slice()).collect();
        let digest = |message: &Dated| message_digest(key.organisation(), &message.bytes);
        Self {
            served: messages.iter().map(|message| (message.day, message.released, digest(message))).collect(),
            lines: conversation(key, &sealed, |author| organisation.chain.author_key(author)),
        }
    }

    /// What the first message names: who may read, and who must not.
    #[cfg(feature = "staff")]
    pub(crate) fn opening(&self) -> Option<&Opening> {
        self.messages().find_map(|message| message.opening.as_ref().filter(|_| message.sequence == 0))
    }

    /// Whether the reporter's device saw a roster that is none of this organisation's, as far as is known here.
    #[cfg(feature = "staff")]
    pub(crate) fn saw_another_roster(&self, organisation: &Organisation) -> bool {
        let mut hers = self.messages().filter(|message| message.author == PersonId::REPORTER);
        hers.any(|message| !organisation.chain.knows(&message.roster_head))
    }

    /// The newest status that was told to the reporter.
    pub(crate) fn status(&self) -> Option<Status> {
        self.messages()
            .filter_map(|message| match message.content {
                Content::Status(status, _) if message.author != PersonId::REPORTER => Some(status),
                _ => None,
            })
            .last()
    }

    /// The next message of `author`, tied to everything seen here.
    pub(crate) fn next(&self, author: PersonId, roster_head: Digest, content: Content) -> Message {
        let mut newest: Sorted<PersonId, (u32, Digest)> = Sorted::new();
        for line in &self.lines {
            let Some(envelope) = line.envelope.filter(|envelope| envelope.author == author || line.message.is_some())
            else {
                continue;
            };
            let digest = self.served.get(line.index).map_or(Digest::NONE, |(_, _, digest)| *digest);
            newest.change(envelope.author, |known| match known {
                Some(known) if known.0 >= envelope.sequence => *known,
                _ => (envelope.sequence, digest),
            });
        }
        let own = newest.remove(&author);
        Message {
            author,
            sequence: own.map_or(0, |(sequence, _)| sequence.saturating_add(1)),
            previous: own.map_or(Digest::NONE, |(_, digest)| digest),
            seen: newest.into_iter().map(|(author, (_, digest))| (author, digest)).collect(),
            roster_head,
            opening: None,
            content,
            attachments: Vec::new(),
        }
    }

    /// How many messages are shown.
    pub(crate) const fn len(&self) -> usize {
        self.lines.len()
    }

    /// A file by the place of its message, from 1, and which of that message's it is, with its author.
    pub(crate) fn file(&self, message: usize, which: Which) -> Result<(PersonId, &Attachment), Error> {
        let message = message.checked_sub(1).and_then(|place| self.lines.get(place)?.message.as_ref());
        let named = message.and_then(|message| {
            let file = match which {
                Which::Place(place) => message.attachments.get(place.checked_sub(1)?)?,
                Which::Number(number) => message.attachments.iter().find(|file| file.number == number)?,
            };
            Some((message.author, file))
        });
        named.ok_or_else(Error::no_file)
    }

    /// The number of the next file of `author`.
    pub(crate) fn next_file(&self, author: PersonId) -> u32 {
        let own = self.messages().filter(|message| message.author == author);
        let newest = own.flat_map(|message| &message.attachments).map(|file| file.number).max();
        newest.unwrap_or(0).saturating_add(1)
    }

    /// Numbers of the files that one message of `author` names.
    pub(crate) fn files_of(&self, author: PersonId, sequence: u32) -> impl Iterator<Item = u32> {
        let named = self.messages().filter(move |message| (message.author, message.sequence) == (author, sequence));
        named.flat_map(|message| message.attachments.iter().map(|file| file.number))
    }

    /// The messages of `author` by their sequences, with the numbers of the files that each names.
    #[cfg(feature = "staff")]
    pub(crate) fn files_by(&self, author: PersonId) -> impl Iterator<Item = (u32, Vec<u32>)> {
        let own = self.messages().filter(move |message| message.author == author);
        own.map(|message| (message.sequence, message.attachments.iter().map(|file| file.number).collect()))
    }

    pub(crate) fn views(&self, organisation: &Organisation) -> Vec<MessageView> {
        self.lines.iter().map(|line| self.view(line, organisation)).collect()
    }

    /// Days and authors of what staff wrote, as far as it opens.
    pub(crate) fn answers(&self) -> impl Iterator<Item = (Day, PersonId)> {
        let opened = self.lines.iter().filter(|line| line.message.is_some());
        opened.filter_map(|line| {
            let (day, _, _) = self.served.get(line.index)?;
            line.envelope.map(|envelope| (*day, envelope.author)).filter(|(_, author)| *author != PersonId::REPORTER)
        })
    }

    fn messages(&self) -> impl Iterator<Item = &Message> {
        self.lines.iter().filter_map(|line| line.message.as_ref())
    }

    fn view(&self, line: &Line, organisation: &Organisation) -> MessageView {
        let (day, released, _) = self.served.get(line.index).copied().unwrap_or((Day(0), false, Digest::NONE));
        let message = line.message.as_ref();
        let name = |person: &PersonId| organisation.name_of(*person).to_owned();
        let newer = message.is_some_and(|message| matches!(message.content, Content::Newer(_)));
        MessageView {
            author: line.envelope.map_or("unknown".into(), |envelope| name(&envelope.author)),
            day: clock::text(day),
            text: message.and_then(|message| message.content.text()).unwrap_or_default().to_owned(),
            attachments: message
                .map(|message| message.attachments.iter().map(FileView::of).collect())
                .unwrap_or_default(),
            released,
            sequence: line.envelope.map(|envelope| envelope.sequence),
            kind: message.map(|message| kind(&message.content)),
            status: message.and_then(|message| match message.content {
                Content::Status(status, _) => Some(status.name()),
                _ => None,
            }),
            people: match message.map(|message| &message.content) {
                Some(Content::Give(from, to)) => vec![name(from), name(to)],
                Some(Content::LiftExclusion(person)) => vec![name(person)],
                _ => Vec::new(),
            },
            damage: line.damage.map(damage).or(newer.then_some("newer")),
        }
    }
}

impl FileView {
    /// A file as a message names it.
    #[must_use]
    pub fn of(file: &Attachment) -> Self {
        let (name, media_type) = (file.name.clone(), file.media_type.clone());
        Self { number: file.number, name, media_type, size: file.size }
    }
}

const fn kind(content: &Content) -> &'static str {
    match content {
        Content::Text(_) => "text",
        Content::Status(..) => "status",
        Content::Give(..) => "give",
        Content::Continued(_) => "continued",
        Content::LiftExclusion(_) => "lift-exclusion",
        Content::Withdraw(_) => "withdraw",
        Content::Talk(_) => "talk",
        Content::CheckIn(..) => "check-in",
        Content::Files(_) => "files",
        Content::Newer(_) => "newer",
    }
}

const fn damage(damage: Damage) -> &'static str {
    match damage {
        Damage::Unreadable => "unreadable",
        Damage::Newer => "newer",
        Damage::Gap => "gap",
        Damage::Fork => "fork",
        Damage::Unseen => "unseen",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::organisation::tests::sample;
    use crypto::roster::Role;
    use crypto::token::ReplyToken;
    use crypto::{Secret, SigningKey};

    #[test]
    fn a_conversation_grows_message_by_message_and_damage_stays_where_it_is() {
        let organisation = sample(&[("An Peeters", Role::Coach)]);
        let mut rng = crate::entropy::generator().unwrap();
        let keys = ReplyToken::make(&mut rng).keys(organisation.id(), 0);
        let (key, head) = (keys.content_key(), organisation.chain.head_digest());
        let coach = (PersonId([1; 16]), SigningKey::from_seed(Secret::new([1; 32])));
        let mut served: Vec<Dated> = Vec::new();
        let contents = [
            (PersonId::REPORTER, Content::Text("It is noisy".into())),
            (coach.0, Content::Text("Thank you".into())),
            (coach.0, Content::Status(Status::Dialogue, String::new())),
            (PersonId::REPORTER, Content::Text("Since May".into())),
        ];
        for (author, content) in contents {
            let message = Conversation::open(&key, &organisation, &served).next(author, head, content);
            let signing = if author == coach.0 { &coach.1 } else { &keys.mailbox };
            let bytes = message.seal(&key, signing, &mut rng).unwrap();
            served.push(Dated { day: Day(20_000), released: true, bytes });
        }
        served.reverse();
        let conversation = Conversation::open(&key, &organisation, &served);
        let views = conversation.views(&organisation);
        let texts: Vec<&str> = views.iter().map(|view| view.text.as_str()).collect();
        assert_eq!(texts, ["It is noisy", "Thank you", "", "Since May"]);
        assert_eq!(views.iter().map(|view| view.sequence.unwrap()).collect::<Vec<_>>(), [0, 0, 1, 1]);
        assert_eq!((views[1].author.as_str(), views[2].status), ("An Peeters", Some("dialogue")));
        assert!(views.iter().all(|view| view.damage.is_none() && view.day == "2024-10-04"));
        assert_eq!(conversation.status(), Some(Status::Dialogue));
        let json = serde_json::to_value(&views[3]).unwrap();
        assert_eq!(json["author"], "reporter");
        assert_eq!(json["attachments"], serde_json::json!([]));

        served[2].bytes[100] ^= 1;
        let views = Conversation::open(&key, &organisation, &served).views(&organisation);
        assert_eq!(views.iter().filter(|view| view.damage == Some("unreadable")).count(), 1);
        assert_eq!(views.iter().filter(|view| !view.text.is_empty()).count(), 2);
    }
}
