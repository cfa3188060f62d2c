//! Messages: what opens, for whom, and what is refused.

use super::*;
use crate::tests::samples::{ORGANISATION, Staff, changes, cuts, message, reporter, rng};
use proptest::prelude::*;

/// One message of each kind.
pub(crate) fn contents() -> Vec<Content> {
    let text = || String::from("Since May");
    let (one, other) = (PersonId([1; 16]), PersonId([2; 16]));
    [
        Content::Text(text()),
        Content::Status(Status::Dialogue, text()),
        Content::Give(one, other),
        Content::Continued(ThreadId([3; 32])),
        Content::LiftExclusion(one),
        Content::Withdraw(text()),
        Content::Talk(text()),
        Content::CheckIn(3, text()),
        Content::Files(text()),
        Content::Newer(200),
    ]
    .into()
}

fn attachment(name: &str) -> Attachment {
    let (key, digest) = (Secret::new([4; 32]), Digest([5; 32]));
    Attachment { number: 1, key, size: 70_000, digest, media_type: "image/jpeg".into(), name: name.into() }
}

fn full(author: PersonId, sequence: u32, content: Content) -> Message {
    Message {
        previous: Digest([8; 32]),
        seen: [(PersonId([1; 16]), Digest([9; 32]))].into(),
        attachments: [attachment("file-1.jpg"), attachment("file-2.jpg")].into(),
        ..message(author, sequence, content)
    }
}

#[test]
fn every_kind_reads_back_for_reporter_and_staff() {
    let (keys, coach) = (reporter(9), Staff::new(1));
    for content in contents() {
        let hers = full(PersonId::REPORTER, 4, content.clone());
        let sealed = hers.seal(&keys.content_key(), &keys.mailbox, &mut rng(1)).unwrap();
        assert_eq!(Message::open(&keys.content_key(), &sealed, |_| None), Ok(hers));
        let of_coach = full(coach.id, 4, content);
        let sealed = of_coach.seal(&keys.content_key(), &coach.sign, &mut rng(1)).unwrap();
        let key_of = |author| (author == coach.id).then(|| coach.sign.verifying_key());
        assert_eq!(Message::open(&keys.content_key(), &sealed, key_of), Ok(of_coach));
        assert_eq!(Message::open(&keys.content_key(), &sealed, |_| None), Err(Error::Signature));
        let other = |_| Some(Staff::new(2).sign.verifying_key());
        assert_eq!(Message::open(&keys.content_key(), &sealed, other), Err(Error::Signature));
    }
}

#[test]
fn every_changed_byte_and_every_other_length_is_refused() {
    let keys = reporter(9);
    let key = keys.content_key();
    let sealed =
        full(PersonId::REPORTER, 4, Content::Text("text".into())).seal(&key, &keys.mailbox, &mut rng(1)).unwrap();
    assert_eq!(sealed.len(), 4_159);
    for (place, changed) in changes(&sealed) {
        let expected = match place {
            0 => Error::Version,
            1 | 2..18 | 22 => Error::Malformed,
            _ => Error::Decrypt,
        };
        assert_eq!(Message::open(&key, &changed, |_| None), Err(expected), "{place}");
    }
    assert!(cuts(&sealed).all(|cut| Message::open(&key, &cut, |_| None) == Err(Error::Malformed)));
}

#[test]
fn a_message_of_another_thread_or_organisation_does_not_open() {
    let (keys, other) = (reporter(9), reporter(10));
    let sealed =
        message(PersonId::REPORTER, 0, Content::Text("a".into())).seal(&keys.content_key(), &keys.mailbox, &mut rng(1));
    let sealed = sealed.unwrap();
    assert_eq!(Message::open(&other.content_key(), &sealed, |_| None), Err(Error::Decrypt));
    // Even with one content key, the thread is bound.
    let copied = ContentKey { key: keys.content_key().key, ..other.content_key() };
    assert_eq!(Message::open(&copied, &sealed, |_| None), Err(Error::Decrypt));
    let elsewhere = ContentKey { organisation: OrganisationId([8; 16]), ..keys.content_key() };
    assert_eq!(Message::open(&elsewhere, &sealed, |_| None), Err(Error::Decrypt));
}

#[test]
fn a_coach_cannot_write_in_the_reporters_name_nor_in_another_coachs() {
    let (keys, coach) = (reporter(9), Staff::new(1));
    for author in [PersonId::REPORTER, PersonId([2; 16])] {
        let forged = message(author, 0, Content::Text("a".into()));
        let sealed = forged.seal(&keys.content_key(), &coach.sign, &mut rng(1)).unwrap();
        let key_of = |author| (author == PersonId([2; 16])).then(|| Staff::new(2).sign.verifying_key());
        assert_eq!(Message::open(&keys.content_key(), &sealed, key_of), Err(Error::Signature));
    }
}

#[test]
fn only_the_reporters_first_message_says_who_is_excluded() {
    let (keys, coach) = (reporter(9), Staff::new(1));
    let opening = Some(Opening { recipients: [coach.id].into(), excluded: Vec::new(), continues: None });
    let with = |author, sequence| Message { opening: opening.clone(), ..message(author, sequence, Content::Newer(99)) };
    for (author, sequence) in [(coach.id, 0), (PersonId::REPORTER, 1)] {
        let wrong = with(author, sequence);
        assert_eq!(wrong.seal(&keys.content_key(), &coach.sign, &mut rng(1)), Err(Error::Malformed));
        let envelope = Envelope { author, sequence, bucket: 0 };
        assert_eq!(Message::read_body(envelope, &wrong.body()), Err(Error::Malformed));
    }
    assert!(with(PersonId::REPORTER, 0).seal(&keys.content_key(), &keys.mailbox, &mut rng(1)).is_ok());
}

#[test]
fn what_could_not_be_read_back_is_not_sealed() {
    let (keys, long) = (reporter(9), "x".repeat(256));
    let seal = |message: &Message| message.seal(&keys.content_key(), &keys.mailbox, &mut rng(1));
    let text = || message(PersonId::REPORTER, 1, Content::Text("a".into()));
    assert_eq!(seal(&Message { attachments: [attachment(&long)].into(), ..text() }), Err(Error::Malformed));
    let seen = vec![(PersonId([1; 16]), Digest::NONE); 256];
    assert_eq!(seal(&Message { seen, ..text() }), Err(Error::Malformed));
    assert_eq!(seal(&message(PersonId::REPORTER, 1, Content::Newer(1))), Err(Error::Malformed));
}

#[test]
fn what_is_said_to_read_back_is_what_the_reader_makes_the_same_of() {
    let people = |count: usize| vec![PersonId([1; 16]); count];
    let opening = |recipients, excluded| {
        Some(Opening { recipients: people(recipients), excluded: people(excluded), continues: None })
    };
    let text = || message(PersonId::REPORTER, 0, Content::Text("a".into()));
    let with_file = |file| Message { attachments: [file].into(), ..text() };
    let mut some: Vec<Message> = (0..=12).map(|code| message(PersonId::REPORTER, 0, Content::Newer(code))).collect();
    for count in [0, 1, 255, 256] {
        some.push(Message { seen: vec![(PersonId([1; 16]), Digest::NONE); count], ..text() });
        some.push(Message { attachments: vec![attachment("a"); count], ..text() });
        some.extend([opening(count, 0), opening(0, count)].map(|opening| Message { opening, ..text() }));
        some.push(with_file(attachment(&"x".repeat(count))));
        some.push(with_file(Attachment { media_type: "x".repeat(count), ..attachment("a") }));
        some.push(Message { author: PersonId([1; 16]), opening: opening(count, 0), ..text() });
        some.push(Message { sequence: 1, opening: opening(count, 0), ..text() });
    }
    for message in some {
        let envelope = Envelope { author: message.author, sequence: message.sequence, bucket: 0 };
        let read = Message::read_body(envelope, &message.body()).as_ref() == Ok(&message);
        assert_eq!(message.reads_back(), read, "{message:?}");
    }
}

#[test]
fn the_length_tells_the_bucket_and_a_text_too_long_is_refused_to_the_byte() {
    let keys = reporter(9);
    let seal = |length: usize| {
        let long = message(PersonId::REPORTER, 1, Content::Text("x".repeat(length)));
        long.seal(&keys.content_key(), &keys.mailbox, &mut rng(1)).map(|sealed| sealed.len())
    };
    assert_eq!([seal(0), seal(1), seal(3_000)], [Ok(4_159), Ok(4_159), Ok(4_159)]);
    assert_eq!([seal(5_000), seal(20_000)], [Ok(16_447), Ok(65_599)]);
    let fixed = 64 + 4 + 32 + 1 + 32 + 1 + 1 + 4 + 1;
    assert_eq!(seal(65_536 - fixed), Ok(Envelope::LARGEST));
    assert_eq!(seal(65_536 - fixed + 7), Err(Error::TooLong { excess: 7 }));
}

#[test]
fn a_status_of_a_later_list_needs_a_newer_version_and_bad_text_is_refused() {
    assert_eq!(Content::parse(2, &[99, b'a']), Ok(Content::Newer(2)));
    assert_eq!(Content::parse(0, b""), Ok(Content::Newer(0)));
    for (code, bytes) in
        [(1, &[0xff][..]), (2, &[]), (3, &[1; 31]), (3, &[1; 33]), (4, &[1; 31]), (5, &[1; 17]), (8, &[])]
    {
        assert_eq!(Content::parse(code, bytes), Err(Error::Malformed));
    }
}

proptest! {
    #[test]
    fn any_text_reads_back(text in ".{0,200}", sequence: u32, roster: [u8; 32]) {
        let keys = reporter(9);
        let mut message = message(PersonId::REPORTER, sequence, Content::Text(text));
        message.roster_head = Digest(roster);
        let sealed = message.seal(&keys.content_key(), &keys.mailbox, &mut rng(1)).unwrap();
        prop_assert_eq!(Message::open(&keys.content_key(), &sealed, |_| None), Ok(message));
        prop_assert_eq!(Envelope::parse(&sealed).map(|envelope| envelope.sequence), Ok(sequence));
    }

    #[test]
    fn arbitrary_bodies_never_panic_and_what_is_read_is_written_alike(bytes in prop::collection::vec(any::<u8>(), 0..400), at in 0..300_usize) {
        let envelope = Envelope { author: PersonId::REPORTER, sequence: 0, bucket: 0 };
        let mut body = full(PersonId::REPORTER, 0, Content::Text("text".into())).body();
        let end = (at + bytes.len().min(4)).min(body.len());
        body.splice(at.min(end)..end, bytes.iter().copied().take(4));
        for bytes in [&bytes, &body] {
            if let Ok(read) = Message::read_body(envelope, bytes) && !matches!(read.content, Content::Newer(_)) {
                prop_assert_eq!(&read.body(), bytes);
            }
        }
    }
}

#[test]
fn the_organisation_is_in_every_digest() {
    assert_ne!(message_digest(ORGANISATION, b"a"), message_digest(OrganisationId::NONE, b"a"));
}

#[test]
fn a_file_is_named_apart_as_a_message_names_it() {
    let file = attachment("file-1.jpg");
    let bytes = file.to_bytes();
    assert_eq!(Attachment::parse(&bytes), Ok(file));
    assert_eq!(Attachment::parse(&bytes[1..]), Err(Error::Malformed));
    assert_eq!(Attachment::parse(&[&bytes, &b"x"[..]].concat()), Err(Error::Malformed));
}
