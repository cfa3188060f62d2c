//! Putting messages in order by what their authors had seen, and showing damage without hiding the rest.

use super::{ContentKey, Envelope, Message, message_digest};
use crate::error::Error;
use crate::id::{Digest, PersonId};
use crate::keys::VerifyingKey;
use alloc::collections::BTreeMap;
use alloc::vec::Vec;

/// What is wrong with one message.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Damage {
    /// It does not open, or its signature does not hold.
    Unreadable,
    /// It was made by a newer version.
    Newer,
    /// A message of the same author before it is missing.
    Gap,
    /// Its author signed two messages at one place, or contradicts what came before.
    Fork,
    /// It refers to a message that was not served.
    Unseen,
}

/// One line of a conversation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Place in the list that was handed in.
    pub index: usize,
    /// The envelope, where there is one.
    pub envelope: Option<Envelope>,
    /// The message, where it opens. A message with [`Damage::Gap`] or [`Damage::Unseen`] still reads.
    pub message: Option<Message>,
    /// What is wrong with it.
    pub damage: Option<Damage>,
}

struct Node {
    line: Line,
    digest: Digest,
    after: Vec<Digest>,
}

/// Opens and orders `sealed`. Lines come after everything their authors had seen; where that leaves a choice, in the
/// order served. Damage to one message never hides another.
#[must_use]
pub fn conversation(
    key: &ContentKey,
    sealed: &[&[u8]],
    author_key: impl Fn(PersonId) -> Option<VerifyingKey>,
) -> Vec<Line> {
    let mut nodes: Vec<Node> =
        sealed.iter().enumerate().map(|(index, bytes)| node(key, index, bytes, &author_key)).collect();
    mark_damage(&mut nodes);
    let mut lines = Vec::with_capacity(nodes.len());
    while !nodes.is_empty() {
        let ready = nodes.iter().position(|node| nodes.iter().all(|other| !node.after.contains(&other.digest)));
        // A circle cannot be made by honest authors; it is broken at the first.
        lines.push(nodes.remove(ready.unwrap_or(0)).line);
    }
    lines
}

fn node(key: &ContentKey, index: usize, bytes: &[u8], author_key: &impl Fn(PersonId) -> Option<VerifyingKey>) -> Node {
    let opened = Message::open(key, bytes, author_key);
    let damage = match &opened {
        Ok(_) => None,
        Err(Error::Version) => Some(Damage::Newer),
        Err(_) => Some(Damage::Unreadable),
    };
    let message = opened.ok();
    let after =
        message.iter().flat_map(|message| message.seen.iter().map(|(_, digest)| *digest).chain([message.previous]));
    Node {
        after: after.filter(|digest| *digest != Digest::NONE).collect(),
        digest: message_digest(key.organisation, bytes),
        line: Line { index, envelope: Envelope::parse(bytes).ok(), message, damage },
    }
}

fn mark_damage(nodes: &mut [Node]) {
    let present: Vec<Digest> = nodes.iter().map(|node| node.digest).collect();
    let mut chains: BTreeMap<PersonId, BTreeMap<u32, Vec<Digest>>> = BTreeMap::new();
    for node in nodes.iter() {
        if let Some(envelope) = node.line.envelope {
            chains.entry(envelope.author).or_default().entry(envelope.sequence).or_default().push(node.digest);
        }
    }
    for node in nodes.iter_mut() {
        let Some(message) = node.line.message.as_ref() else { continue };
        let Some(chain) = chains.get(&message.author) else { continue };
        let same_place = chain.get(&message.sequence).map_or(0, Vec::len);
        let before = message.sequence.checked_sub(1).map(|sequence| chain.get(&sequence));
        node.line.damage = match before {
            _ if same_place > 1 => Some(Damage::Fork),
            None if message.previous != Digest::NONE => Some(Damage::Fork),
            Some(None) => Some(Damage::Gap),
            Some(Some(previous)) if !previous.contains(&message.previous) => Some(Damage::Fork),
            _ if message.seen.iter().any(|(_, digest)| !present.contains(digest)) => Some(Damage::Unseen),
            _ => None,
        };
    }
}
