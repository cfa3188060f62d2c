//! Putting messages in order by what their authors had seen, and showing damage without hiding the rest.

use super::{ContentKey, Envelope, Message, message_digest};
use crate::error::Error;
use crate::id::{Digest, PersonId};
use crate::keys::VerifyingKey;
use alloc::collections::{BTreeMap, BTreeSet};
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
    /// Its author signed two messages for one place, or it contradicts what came before.
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
}

/// Digests of what was served, with author and sequence where the message opens.
type Known = BTreeMap<Digest, Option<(PersonId, u32)>>;

/// Opens and orders `sealed`. Lines come after everything their authors had seen; where that leaves a choice, in the
/// order served. The same bytes served twice are one line. Damage to one message never hides another, and bytes that
/// nobody signed damage no message but themselves.
#[must_use]
pub fn conversation(
    key: &ContentKey,
    sealed: &[&[u8]],
    author_key: impl Fn(PersonId) -> Option<VerifyingKey>,
) -> Vec<Line> {
    let mut known = Known::new();
    let mut signed: BTreeMap<(PersonId, u32), usize> = BTreeMap::new();
    let mut nodes = Vec::with_capacity(sealed.len());
    for (index, bytes) in sealed.iter().enumerate() {
        let digest = message_digest(key.organisation, bytes);
        if known.contains_key(&digest) {
            continue;
        }
        let line = open(key, index, bytes, &author_key);
        let place = line.message.as_ref().map(|message| (message.author, message.sequence));
        if let Some(place) = place {
            *signed.entry(place).or_default() += 1;
        }
        known.insert(digest, place);
        nodes.push(Node { line, digest });
    }
    for Node { line, .. } in &mut nodes {
        line.damage = line.damage.or(line.message.as_ref().and_then(|message| damage(message, &known, &signed)));
    }
    in_order(nodes)
}

fn open(key: &ContentKey, index: usize, bytes: &[u8], author_key: &impl Fn(PersonId) -> Option<VerifyingKey>) -> Line {
    let opened = Message::open(key, bytes, author_key);
    let damage = match &opened {
        Ok(_) => None,
        Err(Error::Version) => Some(Damage::Newer),
        Err(_) => Some(Damage::Unreadable),
    };
    Line { index, envelope: Envelope::parse(bytes).ok(), message: opened.ok(), damage }
}

/// What is wrong with a message that opens.
fn damage(message: &Message, known: &Known, signed: &BTreeMap<(PersonId, u32), usize>) -> Option<Damage> {
    let at = |sequence| signed.get(&(message.author, sequence)).copied().unwrap_or(0);
    if at(message.sequence) > 1 {
        return Some(Damage::Fork);
    }
    let before = match message.sequence.checked_sub(1) {
        None => (message.previous != Digest::NONE).then_some(Damage::Fork),
        Some(before) => match known.get(&message.previous) {
            Some(Some(place)) if *place != (message.author, before) => Some(Damage::Fork),
            // The right one, or one that does not open: its author named it, and it bears the damage itself.
            Some(_) => None,
            None if at(before) > 0 || message.previous == Digest::NONE => Some(Damage::Fork),
            None => Some(Damage::Gap),
        },
    };
    let unseen = || message.seen.iter().any(|(_, digest)| !known.contains_key(digest));
    before.or_else(|| unseen().then_some(Damage::Unseen))
}

/// Each line once all lines before it are out, the earliest served first: n messages take n log n steps.
fn in_order(nodes: Vec<Node>) -> Vec<Line> {
    let places: BTreeMap<Digest, usize> = nodes.iter().enumerate().map(|(place, node)| (node.digest, place)).collect();
    let mut followers: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    let mut ready = BTreeSet::new();
    let mut waiting = BTreeMap::new();
    for (place, node) in nodes.into_iter().enumerate() {
        let named = node
            .line
            .message
            .iter()
            .flat_map(|message| message.seen.iter().map(|(_, digest)| digest).chain([&message.previous]));
        let before: BTreeSet<usize> = named.filter_map(|digest| places.get(digest).copied()).collect();
        for earlier in &before {
            followers.entry(*earlier).or_default().push(place);
        }
        if before.is_empty() {
            ready.insert(place);
        }
        waiting.insert(place, (node.line, before.len()));
    }
    let mut lines = Vec::with_capacity(waiting.len());
    // Digests cannot go in a circle; if they did, it would be broken at the line served first.
    while let Some(place) = ready.pop_first().or_else(|| waiting.keys().next().copied()) {
        lines.extend(waiting.remove(&place).map(|(line, _)| line));
        for follower in followers.remove(&place).unwrap_or_default() {
            if let Some((_, left)) = waiting.get_mut(&follower) {
                *left = left.saturating_sub(1);
                if *left == 0 {
                    ready.insert(follower);
                }
            }
        }
    }
    lines
}

#[cfg(test)]
mod tests;
