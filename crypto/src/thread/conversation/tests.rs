//! Dropped, replayed, re-ordered, forked and forged messages: exactly the right ones are marked, none is hidden.

use super::*;
use crate::PersonId;
use crate::tests::samples::{ORGANISATION, Staff, message, reporter, rng};
use crate::thread::Content;
use crate::token::ReporterKeys;

/// A thread that grows.
struct Thread {
    keys: ReporterKeys,
    coaches: [Staff; 2],
    sealed: Vec<Vec<u8>>,
}

const REPORTER: usize = 2;

impl Thread {
    fn new() -> Self {
        Self { keys: reporter(9), coaches: [Staff::new(1), Staff::new(2)], sealed: Vec::new() }
    }

    fn author(&self, who: usize) -> PersonId {
        self.coaches.get(who).map_or(PersonId::REPORTER, |coach| coach.id)
    }

    /// A message of `who` who has seen the messages at these places.
    fn make(&self, who: usize, sequence: u32, seen: &[usize], words: &str) -> Vec<u8> {
        let mut new = message(self.author(who), sequence, Content::Text(words.into()));
        for place in seen {
            let (author, digest) = (Envelope::parse(&self.sealed[*place]).unwrap().author, self.digest(*place));
            if author == new.author { new.previous = digest } else { new.seen.push((author, digest)) }
        }
        let key = self.coaches.get(who).map_or(&self.keys.mailbox, |coach| &coach.sign);
        new.seal(&self.keys.content_key(), key, &mut rng(words.len().try_into().unwrap())).unwrap()
    }

    fn says(&mut self, who: usize, sequence: u32, seen: &[usize], words: &str) -> usize {
        self.sealed.push(self.make(who, sequence, seen, words));
        self.sealed.len() - 1
    }

    fn digest(&self, place: usize) -> Digest {
        message_digest(ORGANISATION, &self.sealed[place])
    }

    fn lines(&self, served: &[&[u8]]) -> Vec<Line> {
        let key_of = |author| self.coaches.iter().find(|one| one.id == author).map(|one| one.sign.verifying_key());
        conversation(&self.keys.content_key(), served, key_of)
    }

    /// Words and damage of each line, in order, when the messages at these places are served.
    fn shown(&self, places: &[usize]) -> Vec<(String, Option<Damage>)> {
        let served: Vec<&[u8]> = places.iter().map(|place| self.sealed[*place].as_slice()).collect();
        words(&self.lines(&served))
    }
}

fn words(lines: &[Line]) -> Vec<(String, Option<Damage>)> {
    let text = |line: &Line| line.message.as_ref().and_then(|message| message.content.text()).unwrap_or("?").to_owned();
    lines.iter().map(|line| (text(line), line.damage)).collect()
}

fn fine(words: &[&str]) -> Vec<(String, Option<Damage>)> {
    words.iter().map(|word| (String::from(*word), None)).collect()
}

fn with(words: &[(&str, Option<Damage>)]) -> Vec<(String, Option<Damage>)> {
    words.iter().map(|(word, damage)| (String::from(*word), *damage)).collect()
}

/// Reporter, coach, reporter, both coaches at once, reporter.
fn talk() -> Thread {
    let mut thread = Thread::new();
    let a = thread.says(REPORTER, 0, &[], "a");
    let b = thread.says(0, 0, &[a], "bb");
    let c = thread.says(REPORTER, 1, &[a, b], "ccc");
    let d = thread.says(0, 1, &[b, c], "dddd");
    let e = thread.says(1, 0, &[c, b], "eeeee");
    thread.says(REPORTER, 2, &[c, d, e], "ffffff");
    thread
}

#[test]
fn an_untouched_conversation_has_no_damage_in_whatever_order_it_is_served() {
    let thread = talk();
    assert_eq!(thread.shown(&[0, 1, 2, 3, 4, 5]), fine(&["a", "bb", "ccc", "dddd", "eeeee", "ffffff"]));
    assert_eq!(thread.shown(&[5, 3, 4, 2, 1, 0]), fine(&["a", "bb", "ccc", "dddd", "eeeee", "ffffff"]));
    assert_eq!(thread.shown(&[2, 0, 5, 4, 3, 1]), fine(&["a", "bb", "ccc", "eeeee", "dddd", "ffffff"]));
}

#[test]
fn two_authors_writing_at_once_lose_nothing() {
    let thread = talk();
    assert_eq!(thread.shown(&[0, 1, 2, 4, 3, 5]), fine(&["a", "bb", "ccc", "eeeee", "dddd", "ffffff"]));
    assert_eq!(thread.shown(&[0, 1, 2, 4, 3, 5]), thread.shown(&[0, 1, 2, 4, 3, 5]));
}

#[test]
fn a_dropped_message_shows_in_its_authors_next_and_in_those_who_had_seen_it() {
    let thread = talk();
    assert_eq!(
        thread.shown(&[0, 1, 2, 3, 4]),
        fine(&["a", "bb", "ccc", "dddd", "eeeee"]),
        "the newest leaves no trace"
    );
    let (gap, unseen) = (Some(Damage::Gap), Some(Damage::Unseen));
    // Without "bb": the coach's next has a gap, the reporter and the other coach had seen it.
    let shown = [("a", None), ("ccc", unseen), ("dddd", gap), ("eeeee", unseen), ("ffffff", None)];
    assert_eq!(thread.shown(&[0, 2, 3, 4, 5]), with(&shown));
    // Without "eeeee": only the reporter had seen it.
    let shown = [("a", None), ("bb", None), ("ccc", None), ("dddd", None), ("ffffff", unseen)];
    assert_eq!(thread.shown(&[0, 1, 2, 3, 5]), with(&shown));
}

#[test]
fn a_replayed_message_is_one_line() {
    let thread = talk();
    let shown = fine(&["a", "bb", "ccc", "dddd", "eeeee", "ffffff"]);
    assert_eq!(thread.shown(&[0, 1, 0, 2, 3, 3, 4, 5, 1]), shown);
}

#[test]
fn two_messages_at_one_place_are_both_marked_and_nothing_else_is() {
    let mut thread = talk();
    thread.says(0, 1, &[1, 2], "other d");
    let fork = Some(Damage::Fork);
    let shown = [
        ("a", None),
        ("bb", None),
        ("ccc", None),
        ("dddd", fork),
        ("eeeee", None),
        ("ffffff", None),
        ("other d", fork),
    ];
    assert_eq!(thread.shown(&[0, 1, 2, 3, 4, 5, 6]), with(&shown));
}

#[test]
fn contradicting_what_came_before_is_a_fork() {
    let mut thread = talk();
    let a_first_that_names_one_before = {
        let mut new = message(thread.coaches[1].id, 0, Content::Text("x".into()));
        new.previous = thread.digest(0);
        new.seal(&thread.keys.content_key(), &thread.coaches[1].sign, &mut rng(1)).unwrap()
    };
    let lines = thread.lines(&[&thread.sealed[0], &a_first_that_names_one_before]);
    assert_eq!(words(&lines), with(&[("a", None), ("x", Some(Damage::Fork))]));
    // The third message of the coach skips his second, which is there.
    thread.says(0, 2, &[1], "skips");
    // The third of the reporter names a message of somebody else as her own.
    let mut stolen = message(PersonId::REPORTER, 3, Content::Text("stolen".into()));
    stolen.previous = thread.digest(4);
    thread.sealed.push(stolen.seal(&thread.keys.content_key(), &thread.keys.mailbox, &mut rng(1)).unwrap());
    let shown = thread.shown(&[0, 1, 2, 3, 4, 5, 6, 7]);
    assert_eq!(shown[6..], with(&[("skips", Some(Damage::Fork)), ("stolen", Some(Damage::Fork))]));
    assert!(shown[..6].iter().all(|(_, damage)| damage.is_none()));
}

#[test]
fn bytes_that_nobody_signed_damage_only_themselves() {
    let thread = talk();
    let mut served = thread.sealed.clone();
    // Garbage in the name and at the place of a real message, and a message of another thread.
    served.push([&thread.sealed[3][..23], &[0; 4_136]].concat());
    served.push(
        message(PersonId::REPORTER, 1, Content::Text("elsewhere".into()))
            .seal(&reporter(10).content_key(), &reporter(10).mailbox, &mut rng(1))
            .unwrap(),
    );
    served.push(b"\x01rubbish".to_vec());
    let served: Vec<&[u8]> = served.iter().map(Vec::as_slice).collect();
    let lines = thread.lines(&served);
    assert_eq!(words(&lines)[..6], fine(&["a", "bb", "ccc", "dddd", "eeeee", "ffffff"]));
    assert!(lines[6..].iter().all(|line| line.damage == Some(Damage::Unreadable) && line.message.is_none()));
    assert_eq!((lines.len(), lines[8].envelope), (9, None));
}

#[test]
fn a_changed_message_is_unreadable_and_missing_to_those_after_it() {
    let thread = talk();
    let mut served = thread.sealed.clone();
    served[3][100] ^= 1;
    let served: Vec<&[u8]> = served.iter().map(Vec::as_slice).collect();
    let shown = words(&thread.lines(&served));
    let unseen = Some(Damage::Unseen);
    let expected = [
        ("a", None),
        ("bb", None),
        ("ccc", None),
        ("?", Some(Damage::Unreadable)),
        ("eeeee", None),
        ("ffffff", unseen),
    ];
    assert_eq!(shown, with(&expected));
}

#[test]
fn a_message_of_a_newer_version_leaves_the_next_one_whole() {
    let mut thread = Thread::new();
    thread.says(REPORTER, 0, &[], "a");
    thread.says(REPORTER, 1, &[0], "bb");
    thread.sealed[1][0] = 2;
    let mut third = message(PersonId::REPORTER, 2, Content::Text("ccc".into()));
    third.previous = thread.digest(1);
    thread.sealed.push(third.seal(&thread.keys.content_key(), &thread.keys.mailbox, &mut rng(1)).unwrap());
    assert_eq!(thread.shown(&[0, 1, 2]), with(&[("a", None), ("?", Some(Damage::Newer)), ("ccc", None)]));
}

/// A node whose message names the digests of these places; no cryptography.
fn node(index: usize, before: &[usize]) -> (Digest, Line) {
    let digest = |place: usize| Digest(crate::primitives::sha256(&place.to_be_bytes()).0);
    let mut said = message(PersonId::REPORTER, 0, Content::Newer(0));
    said.seen = before.iter().map(|place| (PersonId([1; 16]), digest(*place))).collect();
    (digest(index), Line { index, envelope: None, message: Some(said), damage: None })
}

fn in_order(nodes: impl IntoIterator<Item = (Digest, Line)>) -> Vec<Line> {
    let mut served = Served::default();
    nodes.into_iter().for_each(|(digest, line)| served.push(digest, line));
    served.in_order()
}

#[test]
fn ten_thousand_messages_served_backwards_are_ordered_at_once() {
    let many = 10_000;
    let nodes = (0..many).rev().map(|place| node(place, &(place.saturating_sub(20)..place).collect::<Vec<_>>()));
    let order: Vec<usize> = in_order(nodes).iter().map(|line| line.index).collect();
    assert_eq!(order, (0..many).collect::<Vec<_>>());
}

#[test]
fn a_circle_is_broken_and_nothing_is_lost() {
    let order = in_order([node(0, &[2]), node(1, &[0]), node(2, &[1]), node(3, &[3]), node(4, &[3])]);
    let mut order: Vec<usize> = order.iter().map(|line| line.index).collect();
    assert_eq!(order.first(), Some(&0));
    order.sort_unstable();
    assert_eq!(order, [0, 1, 2, 3, 4]);
}
