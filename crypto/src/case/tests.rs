//! Case files: who opens them, and that a reply token never does.

use super::*;
use crate::Day;
use crate::tests::samples::{ORGANISATION, Staff, changes, cuts, new_thread, reporter, rng};
use crate::thread::{Header, Message};
use crate::token::ReplyToken;
use crate::triage::{Category, Flag, Severity, Status, Urgency};
use proptest::prelude::*;
use zeroize::Zeroizing;

struct File {
    coach: Staff,
    header: CaseHeader,
    key: CaseKey,
    content: CaseContentKey,
    share: Secret<32>,
}

fn file() -> File {
    let (coach, share) = (Staff::new(1), Secret::new([3; 32]));
    let (header, key) =
        CaseHeader::make(&reporter(9).thread_key, coach.signer(), &[coach.seal.public()], &mut rng(4)).unwrap();
    let content = key.content_key(&share);
    File { coach, header, key, content, share }
}

fn card() -> Card {
    Card {
        keeper: Some(PersonId([1; 16])),
        category: Some(Category::Workload),
        severity: Some(Severity::Harmful),
        urgency: Some(Urgency::CanWait),
        status: Some(Status::Dialogue),
        flags: [Flag::DetrimentRisk, Flag::Junk].into(),
        themes: ["night shift".into()].into(),
        unit: "Bottling".into(),
        line: "Third report about the night shift".into(),
        closed: Some(Day(20_800)),
    }
}

fn note(words: &str) -> Record {
    let payload = Zeroizing::new(words.as_bytes().to_vec());
    Record { kind: RecordKind::Note, author: PersonId([1; 16]), sequence: 2, payload }
}

fn open(file: &File, sealed: &[u8]) -> Result<Record, Error> {
    Record::open(&file.content, sealed, |author| (author == file.coach.id).then(|| file.coach.sign.verifying_key()))
}

#[test]
fn a_case_header_opens_for_its_readers_and_every_change_is_refused() {
    let file = file();
    let bytes = file.header.to_bytes();
    assert_eq!((bytes.len(), CaseHeader::parse(&bytes)), (CaseHeader::SIZE, Ok(file.header.clone())));
    let maker = file.coach.sign.verifying_key();
    assert_eq!(file.header.verify(&maker), Ok(()));
    assert!(file.header.open(&file.coach.seal).is_ok_and(|key| key.secret() == file.key.secret()));
    assert_eq!(file.header.open(&Staff::new(2).seal).err(), Some(Error::Decrypt));
    for (place, changed) in changes(&bytes) {
        let checked = CaseHeader::parse(&changed).and_then(|header| header.verify(&maker));
        assert_eq!(checked, Err(if place == 0 { Error::Version } else { Error::Signature }), "{place}");
    }
    assert!(cuts(&bytes).all(|cut| CaseHeader::parse(&cut) == Err(Error::Malformed)));
    assert_eq!(file.header.verify(&Staff::new(2).sign.verifying_key()), Err(Error::Signature));
}

#[test]
fn stanzas_of_a_thread_and_of_its_case_file_are_not_exchangeable() {
    let (file, keys) = (file(), reporter(9));
    let header = new_thread(&keys, &[&file.coach], 9).header.to_bytes();
    let size = STANZAS * STANZA_SIZE;
    let mut case = file.header.to_bytes();
    case[65..65 + size].copy_from_slice(&header[81..81 + size]);
    assert_eq!(CaseHeader::parse(&case).unwrap().open(&file.coach.seal).err(), Some(Error::Decrypt));
}

#[test]
fn records_of_every_kind_read_back_and_every_changed_byte_is_refused() {
    let file = file();
    let kinds = [
        (RecordKind::Card, card().to_bytes(), 1_024),
        (RecordKind::Note, note("Spoke to her").payload, 4_096),
        (RecordKind::Draft, note("Dear reporter").payload, 4_096),
    ];
    for (kind, payload, size) in kinds {
        let record = Record { kind, author: file.coach.id, sequence: 2, payload };
        let sealed = record.seal(&file.content, &file.coach.sign, &mut rng(5)).unwrap();
        assert_eq!(sealed.len(), 23 + 24 + size + 16);
        assert!(open(&file, &sealed) == Ok(record));
        assert_eq!(RecordName::parse(&sealed).map(|name| (name.kind, name.sequence)), Ok((kind, 2)));
        for (place, changed) in changes(&sealed) {
            assert!(open(&file, &changed).is_err(), "{place}");
        }
        assert!(cuts(&sealed).all(|cut| open(&file, &cut).err() == Some(Error::Malformed)));
        let mut newer = sealed.clone();
        newer[0] = 2;
        assert_eq!(open(&file, &newer).err(), Some(Error::Version));
        let stranger = Record::open(&file.content, &sealed, |_| Some(Staff::new(2).sign.verifying_key()));
        assert_eq!(stranger.err(), Some(Error::Signature));
        assert_eq!(Record::open(&file.content, &sealed, |_| None).err(), Some(Error::Signature));
    }
}

#[test]
fn a_record_of_another_thread_case_key_or_share_does_not_open() {
    let file = file();
    let sealed = note("a").seal(&file.content, &file.coach.sign, &mut rng(5)).unwrap();
    let other_thread = CaseKey::new(ORGANISATION, reporter(10).thread(), file.key.secret().clone());
    let other_house = CaseKey::new(OrganisationId([8; 16]), reporter(9).thread(), file.key.secret().clone());
    for key in [
        other_thread.content_key(&file.share),
        other_house.content_key(&file.share),
        file.key.content_key(&Secret::new([4; 32])),
        CaseContentKey { thread: ThreadId([1; 32]), ..file.content.clone() },
        CaseContentKey { organisation: OrganisationId([8; 16]), ..file.content.clone() },
    ] {
        assert_eq!(Record::open(&key, &sealed, |_| Some(file.coach.sign.verifying_key())).err(), Some(Error::Decrypt));
    }
}

proptest! {
    #[test]
    fn a_reply_token_opens_nothing_of_a_case_file(token: [u8; 16], number in 0..3_u32) {
        let token = {
            let text = crate::code::write(Label::TOKEN_CHECK, ORGANISATION, &Secret::new(token));
            ReplyToken::parse(ORGANISATION, &text).ok().unwrap()
        };
        let (keys, coach) = (token.keys(ORGANISATION, number), Staff::new(1));
        let recipients = [coach.seal.public()];
        let (header, case) = CaseHeader::make(&keys.thread_key, coach.signer(), &recipients, &mut rng(4)).unwrap();
        let (share, rows) = (Secret::new([3; 32]), Secret::new([2; 32]));
        let content = case.content_key(&share);
        let sealed = note("her own words").seal(&content, &coach.sign, &mut rng(5)).unwrap();
        let row = seal_key_row(&rows, &keys.thread_key, &case, &mut rng(6));
        // Every secret that follows from the token, and what the server hands to her.
        let known = [
            keys.mailbox.seed().clone(),
            keys.thread_key.secret().clone(),
            keys.release_share.clone(),
            keys.thread_key.ledger_seed(),
            keys.thread_key.reader().seed().clone(),
            keys.content_key().key,
        ];
        let author = |_: PersonId| Some(coach.sign.verifying_key());
        for secret in &known {
            prop_assert!(header.open(&SealSecretKey::from_seed(secret.clone())).is_err());
            prop_assert!(open_key_row(secret, ORGANISATION, keys.thread(), &row).is_err());
            let as_content = CaseContentKey { organisation: ORGANISATION, thread: keys.thread(), key: secret.clone() };
            prop_assert!(Record::open(&as_content, &sealed, author).is_err());
            // Even with the case share, which she is never given.
            for share in known.iter().chain([&share]) {
                let guessed = CaseKey::new(ORGANISATION, keys.thread(), secret.clone()).content_key(share);
                prop_assert!(Record::open(&guessed, &sealed, author).is_err());
            }
            prop_assert!(secret != case.secret() && *secret != content.key);
        }
        // Nor is a note served as a message read as one.
        prop_assert!(Message::open(&keys.content_key(), &sealed, author).is_err());
        prop_assert!(Header::parse(&header.to_bytes()).is_err());
    }

    #[test]
    fn arbitrary_bytes_are_no_case_file_and_never_a_panic(bytes in prop::collection::vec(any::<u8>(), 0..6_000)) {
        let first = [&[1], bytes.as_slice()].concat();
        let file = file();
        for bytes in [&bytes, &first] {
            let header = CaseHeader::parse(bytes).and_then(|header| header.verify(&file.coach.sign.verifying_key()));
            prop_assert!(header.is_err());
            prop_assert!(open(&file, bytes).is_err());
            prop_assert!(open_key_row(&file.share, ORGANISATION, reporter(9).thread(), bytes).is_err());
            if let Ok(card) = Card::parse(bytes) {
                prop_assert_eq!(&*card.to_bytes(), bytes);
            }
        }
    }

    #[test]
    fn cards_read_back_and_what_is_read_is_written_alike(place: prop::sample::Index, byte: u8, line in ".{0,80}") {
        let card = Card { line, ..card() };
        let bytes = card.to_bytes();
        prop_assert_eq!(Card::parse(&bytes), Ok(card));
        let mut changed = bytes.to_vec();
        changed[place.index(bytes.len())] = byte;
        if let Ok(read) = Card::parse(&changed) {
            prop_assert_eq!(&*read.to_bytes(), &changed);
        }
        prop_assert!(cuts(&bytes).all(|cut| Card::parse(&cut).is_err()));
    }
}

#[test]
fn an_empty_card_reads_back_and_unknown_labels_need_a_newer_version() {
    assert_eq!(Card::parse(&Card::default().to_bytes()), Ok(Card::default()));
    let bytes = card().to_bytes();
    for place in [0, 17, 18, 19, 20, 22, 23] {
        let mut changed = bytes.to_vec();
        changed[place] = 200;
        assert_eq!(Card::parse(&changed), Err(Error::Version), "{place}");
    }
}

#[test]
fn what_could_not_be_read_back_is_not_sealed() {
    let file = file();
    let seal = |kind, payload| {
        let record = Record { kind, author: file.coach.id, sequence: 0, payload };
        record.seal(&file.content, &file.coach.sign, &mut rng(5)).map(|_| ())
    };
    let themes = vec![String::from("theme"); 21];
    assert_eq!(seal(RecordKind::Card, Card { themes, ..card() }.to_bytes()), Err(Error::Malformed));
    assert_eq!(seal(RecordKind::Card, Card { line: "x".repeat(1_001), ..card() }.to_bytes()), Err(Error::Malformed));
    assert_eq!(seal(RecordKind::Note, Zeroizing::new(vec![0xff])), Err(Error::Malformed));
    assert_eq!(seal(RecordKind::Card, card().to_bytes()), Ok(()));
    let wordy = Card { themes: vec!["x".repeat(1_000); 4], ..card() };
    assert!(matches!(seal(RecordKind::Card, wordy.to_bytes()), Err(Error::TooLong { .. })));
    let long = Zeroizing::new(vec![b'x'; 65_536]);
    assert_eq!(seal(RecordKind::Note, long), Err(Error::TooLong { excess: 68 }));
}

#[test]
fn a_key_row_opens_with_its_vaults_key_for_its_thread_only() {
    let (file, keys, rows) = (file(), reporter(9), Secret::new([2; 32]));
    let row = seal_key_row(&rows, &keys.thread_key, &file.key, &mut rng(6));
    let (thread_key, case) = open_key_row(&rows, ORGANISATION, keys.thread(), &row).ok().unwrap();
    assert!(thread_key.secret() == keys.thread_key.secret() && case.secret() == file.key.secret());
    for (place, changed) in changes(&row) {
        assert!(open_key_row(&rows, ORGANISATION, keys.thread(), &changed).is_err(), "{place}");
    }
    assert!(cuts(&row).all(|cut| open_key_row(&rows, ORGANISATION, keys.thread(), &cut).is_err()));
    assert!(open_key_row(&rows, ORGANISATION, ThreadId([1; 32]), &row).is_err());
    assert!(open_key_row(&rows, OrganisationId::NONE, keys.thread(), &row).is_err());
    assert!(open_key_row(&Secret::new([3; 32]), ORGANISATION, keys.thread(), &row).is_err());
}
