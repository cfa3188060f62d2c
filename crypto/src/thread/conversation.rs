//! Putting messages in order by what their authors had seen, and showing damage without hiding the rest.

use super::{ContentKey, Envelope, Message, message_digest};
use crate::error::Error;
use crate::id::{Digest, PersonId};
use crate::keys::VerifyingKey;
use crate::sorted::Sorted;
use alloc::collections::BinaryHeap;
use alloc::vec::Vec;
use core::cmp::Reverse;

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

/// What was served, once each: lines in the order served, and the place among them by digest.
#[derive(Default)]
struct Served {
    lines: Vec<Line>,
    places: Sorted<Digest, usize>,
    /// How many messages stand at one place of an author.
    signed: Sorted<(PersonId, u32), usize>,
}

/// Opens and orders `sealed`. Lines come after everything their authors had seen; where that leaves a choice, in the
/// order served. The same bytes served twice are one line. Damage to one message never hides another, and bytes that
/// nobody signed damage no message but themselves.
#[must_use]
pub fn conversation(
    key: &ContentKey,
    sealed: &[&[u8]],
    author_key: impl Fn(PersonId) -> Option<VerifyingKey>,
) -> Vec<Line> {
    let mut served = Served::default();
    for (index, bytes) in sealed.iter().enumerate() {
        let digest = message_digest(key.organisation, bytes);
        if served.places.contains_key(&digest) {
            continue;
        }
        let line = open(key, index, bytes, &author_key);
        served.push(digest, line);
    }
    let damages: Vec<_> =
        served.lines.iter().map(|line| line.damage.or_else(|| served.damage(line.message.as_ref()?))).collect();
    for (line, damage) in served.lines.iter_mut().zip(damages) {
        line.damage = damage;
    }
    served.in_order()
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

impl Served {
    fn push(&mut self, digest: Digest, line: Line) {
        if let Some(message) = &line.message {
            self.signed.change((message.author, message.sequence), |count| count.map_or(1, |count| count + 1));
        }
        self.places.insert(digest, self.lines.len());
        self.lines.push(line);
    }

    /// What is wrong with a message that opens.
    fn damage(&self, message: &Message) -> Option<Damage> {
        let at = |sequence| self.signed.get(&(message.author, sequence)).copied().unwrap_or(0);
        if at(message.sequence) > 1 {
            return Some(Damage::Fork);
        }
        let before = match message.sequence.checked_sub(1) {
            None => (message.previous != Digest::NONE).then_some(Damage::Fork),
            Some(before) => match self.line(&message.previous).map(|line| &line.message) {
                Some(Some(named)) if (named.author, named.sequence) != (message.author, before) => Some(Damage::Fork),
                // The right one, or one that does not open: its author named it, and it bears the damage itself.
                Some(_) => None,
                None if at(before) > 0 || message.previous == Digest::NONE => Some(Damage::Fork),
                None => Some(Damage::Gap),
            },
        };
        let unseen = || message.seen.iter().any(|(_, digest)| !self.places.contains_key(digest));
        before.or_else(|| unseen().then_some(Damage::Unseen))
    }

    fn line(&self, digest: &Digest) -> Option<&Line> {
        self.places.get(digest).and_then(|place| self.lines.get(*place))
    }

    /// Places of the lines that the author of this one had seen.
    fn before(&self, line: &Line) -> Vec<usize> {
        let mut before = Vec::new();
        let seen =
            |message: &Message| message.seen.iter().map(|(_, digest)| *digest).chain([message.previous]).collect();
        let named: Vec<Digest> = line.message.as_ref().map(seen).unwrap_or_default();
        for place in named.iter().filter_map(|digest| self.places.get(digest)) {
            if !before.contains(place) {
                before.push(*place);
            }
        }
        before
    }

    /// Each line once all lines before it are out, the earliest served first: n messages take n log n steps.
    fn in_order(self) -> Vec<Line> {
        let mut followers: Vec<Vec<usize>> = self.lines.iter().map(|_| Vec::new()).collect();
        let mut left = Vec::with_capacity(self.lines.len());
        // Digests cannot go in a circle; if they did, the rest would come as it was served.
        let mut ready = BinaryHeap::new();
        for (place, line) in self.lines.iter().enumerate() {
            let before = self.before(line);
            for earlier in &before {
                followers.get_mut(*earlier).into_iter().for_each(|followers| followers.push(place));
            }
            if before.is_empty() {
                ready.push(Reverse(place));
            }
            left.push(before.len());
        }
        let mut lines: Vec<Option<Line>> = self.lines.into_iter().map(Some).collect();
        let mut ordered = Vec::with_capacity(lines.len());
        while let Some(Reverse(place)) = ready.pop() {
            ordered.extend(lines.get_mut(place).and_then(Option::take));
            for follower in followers.get_mut(place).map(core::mem::take).unwrap_or_default() {
                if let Some(left) = left.get_mut(follower) {
                    *left = left.saturating_sub(1);
                    if *left == 0 {
                        ready.push(Reverse(follower));
                    }
                }
            }
        }
        ordered.extend(lines.into_iter().flatten());
        ordered
    }
}

#[cfg(test)]
mod tests;
