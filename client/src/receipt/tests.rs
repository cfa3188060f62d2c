use super::*;
use crate::conversation::Dated;
use crate::http::{Answer, Event, Line, Request};
use crate::organisation::tests::sample;
use crate::{Server, entropy};
use crypto::ledger::{
    Act, ActorRole, Entry, EpochSecret, LogKey, Policy, Purpose, Ratchet, Record, Release, Step, VOLUME, Witness,
    head_of, write_bundle,
};
use crypto::roster::Role;
use crypto::thread::Content;
use crypto::token::{ReplyToken, ReporterKeys};
use crypto::wire::{Bytes, ChallengeDocument, EpochDocument, EpochList, MailboxItem, MailboxPage, MailboxState};
use crypto::{Digest, ObjectId, OrganisationId, Secret, SigningKey, Tag};
use std::cell::Cell;
use std::pin::pin;
use std::task::{Context, Poll, Waker};

const AN: PersonId = PersonId([1; 16]);
const DAY: Day = Day(20_000);

fn signing(byte: u8) -> SigningKey {
    SigningKey::from_seed(Secret::new([byte; 32]))
}

/// A server with one report in it and a log that can say anything.
struct World {
    organisation: Organisation,
    token: ReplyToken,
    log: LogKey,
    entries: Vec<(Entry, Option<Body>)>,
    messages: Vec<Dated>,
    /// The epoch before the one that holds everything: how many entries, and its day.
    before: (u64, Day),
    closed: Day,
    witnessed: Option<String>,
    asked: Cell<u32>,
}

impl World {
    /// A coach, a thread, and a log in which nothing stands but what is nobody's.
    fn new() -> Self {
        let mut organisation = sample(&[("An Peeters", Role::Coach), ("Bo Claes", Role::Coach)]);
        let log = LogKey::new(signing(8)).unwrap();
        organisation.public.log_key = log.public().to_text();
        let token = ReplyToken::make(&mut entropy::generator().unwrap());
        let mut world = Self {
            organisation,
            token,
            log,
            entries: Vec::new(),
            messages: Vec::new(),
            before: (128, DAY),
            closed: DAY.plus(1),
            witnessed: None,
            asked: Cell::new(0),
        };
        world.pad(300);
        world
    }

    fn id(&self) -> OrganisationId {
        self.organisation.id()
    }

    fn keys(&self) -> ReporterKeys {
        self.token.keys(self.id(), 0)
    }

    fn step(&self, number: u32) -> Step {
        Ratchet::at(self.keys().thread_key.ledger_seed(), self.id(), number).unwrap().step(self.id())
    }

    fn write(&mut self, record: &Record, step: Option<&Step>) {
        let (place, rng) = (u64::try_from(self.entries.len()).unwrap(), &mut entropy::generator().unwrap());
        let (entry, body) =
            EpochSecret::new(self.id(), 1, Secret::new([5; 32])).write(place, record, step, rng).unwrap();
        self.entries.push((entry, Some(body)));
    }

    fn pad(&mut self, count: usize) {
        for _ in 0..count {
            self.write(&Record::of_program(Act::Pad, DAY), None);
        }
    }

    fn register(&mut self) {
        let step = self.step(0);
        self.write(&Record::of_program(Act::Registered, DAY), Some(&step));
    }

    fn record(&self, number: u32, signer: &SigningKey, day: Day) -> Record {
        let release = Release { tag: self.step(number).tag(), counter: number, purpose: Purpose::FollowUp, day };
        Record {
            actor: AN,
            role: ActorRole::Coach,
            purpose: release.purpose,
            counter: number,
            object: ObjectId([4; 16]),
            signature: release.sign(self.id(), signer),
            ..Record::of_program(Act::BodyRelease, day)
        }
    }

    fn opens(&mut self, number: u32) {
        let (record, step) = (self.record(number, &signing(1), DAY), self.step(number));
        self.write(&record, Some(&step));
    }

    /// The first opening, signed under that day.
    fn opens_on(&mut self, day: u32) {
        let (record, step) = (self.record(1, &signing(1), Day(day)), self.step(1));
        self.write(&record, Some(&step));
    }

    fn says(&mut self, author: PersonId, text: &str) {
        let (key, head) = (self.keys().content_key(), self.organisation.chain.head_digest());
        let message =
            Conversation::open(&key, &self.organisation, &self.messages).next(author, head, Content::Text(text.into()));
        let signer = if author == PersonId::REPORTER { self.keys().mailbox } else { signing(author.0[0]) };
        let bytes = message.seal(&key, &signer, &mut entropy::generator().unwrap()).unwrap();
        self.messages.push(Dated { day: DAY, released: true, bytes });
    }

    fn answer(&self, request: &Request) -> Vec<u8> {
        let rows = || self.entries.iter().map(|(entry, _)| entry.to_bytes());
        match request.path.as_str() {
            "/api/v1/challenge" => {
                crypto::json::write(&ChallengeDocument { challenge: Bytes(vec![0; 40]), today: DAY.0 }).unwrap()
            }
            "/api/v1/mailbox/read" => {
                let first = self.asked.replace(self.asked.get() + 1) == 0;
                let state = if first { MailboxState::Live } else { MailboxState::Unknown };
                let item =
                    |message: &Dated| MailboxItem { day: message.day, released: true, bytes: message.bytes.clone() };
                let items = if first { self.messages.iter().map(item).collect() } else { Vec::new() };
                let page = MailboxPage { state, more: false, day: first.then_some(DAY), answered: None, items };
                page.to_bytes(&mut entropy::generator().unwrap()).unwrap()
            }
            "/ledger/checkpoint" => self.log.sign(head_of(rows())).unwrap().to_text().into_bytes(),
            "/ledger/policy" => {
                let witness = Witness::new("council.example", signing(7), self.log.public().clone()).unwrap();
                Policy::of(self.log.public(), &[witness.public().unwrap()]).to_text().into_bytes()
            }
            "/ledger/witnessed" => {
                let empty = || self.log.sign(Frontier::new().head()).unwrap().to_text();
                self.witnessed.clone().unwrap_or_else(empty).into_bytes()
            }
            "/ledger/epochs" => {
                let size = u64::try_from(self.entries.len()).unwrap();
                let (before, day) = self.before;
                let epochs = [(before, day), (size, self.closed)].into_iter().zip(1..);
                let epochs = epochs.map(|((size, day), number)| EpochDocument { number, size, day: day.0 }).collect();
                crypto::json::write(&EpochList { epochs }).unwrap()
            }
            path => {
                let place = |part: std::ops::Range<u64>| part.start.try_into().unwrap()..part.end.try_into().unwrap();
                if let Some(path) = path.strip_prefix("/ledger/volume/") {
                    let part: std::ops::Range<usize> = place(Part::<VOLUME>::parse(path).unwrap().places());
                    return rows().collect::<Vec<_>>()[part].concat();
                }
                let path = path.strip_prefix("/ledger/bodies/").unwrap_or_else(|| panic!("asked for {path}"));
                let part: std::ops::Range<usize> = place(Part::<TILE>::parse(path).unwrap().places());
                write_bundle(
                    self.entries[part].iter().map(|(_, body)| body.as_ref().map_or(&[][..], |body| body.as_bytes())),
                )
            }
        }
    }

    /// The receipt, when each answer is changed on its way.
    fn receipt_through(&self, change: impl Fn(&str, &mut Vec<u8>)) -> Result<View, Error> {
        self.asked.set(0);
        let line = Line::default();
        let server = Server::on_line("https://speak.example", line.clone());
        let token = ReplyToken::parse(self.id(), &self.token.to_text(self.id()))?;
        let mailbox = Mailbox::of(&server, &self.organisation, token);
        self.run(&line, mailbox.receipt(), change)
    }

    fn proofs(&self) -> Vec<ProofView> {
        self.asked.set(0);
        let line = Line::default();
        let server = Server::on_line("https://speak.example", line.clone());
        let token = ReplyToken::parse(self.id(), &self.token.to_text(self.id())).unwrap();
        let mailbox = Mailbox::of(&server, &self.organisation, token);
        self.run(&line, mailbox.proofs(), |_, _| {}).unwrap()
    }

    /// Runs a journey whose answers are changed on their way.
    fn run<T>(&self, line: &Line, journey: impl Future<Output = T>, change: impl Fn(&str, &mut Vec<u8>)) -> T {
        let mut journey = pin!(journey);
        loop {
            if let Poll::Ready(view) = journey.as_mut().poll(&mut Context::from_waker(Waker::noop())) {
                return view;
            }
            line.answer(match line.take().unwrap() {
                Event::Request(request) => {
                    let mut body = self.answer(&request);
                    change(&request.path, &mut body);
                    Answer::Status(200, body)
                }
                Event::Progress { done, total } => {
                    assert!(done <= total);
                    Answer::Go
                }
            });
        }
    }

    fn receipt(&self) -> View {
        self.receipt_through(|_, _| {}).unwrap()
    }

    /// Kinds of the problems, with the number of the access.
    fn problems(&self) -> Vec<(&'static str, Option<u32>)> {
        self.receipt().problems.iter().map(|problem| (problem.kind, problem.number)).collect()
    }
}

#[test]
fn what_stands_in_the_log_is_told_in_its_order() {
    let mut world = World::new();
    world.says(PersonId::REPORTER, "it is noisy");
    world.opens(1);
    world.pad(70);
    world.register();
    world.opens(2);
    world.says(AN, "thank you");
    let view = world.receipt();
    let told: Vec<_> =
        view.accesses.iter().map(|access| (access.number, access.act, access.person.as_deref())).collect();
    assert_eq!(
        told,
        [
            (1, "body.release", Some("An Peeters")),
            (0, "thread.registered", None),
            (2, "body.release", Some("An Peeters"))
        ]
    );
    assert_eq!((view.accesses[0].day.as_deref(), view.accesses[0].entry), (Some("2024-10-04"), 300));
    assert_eq!((view.size, view.complete_to.as_deref(), view.problems.len()), (373, Some("2024-10-05"), 0));
    assert!(view.checkpoint.starts_with("micromoed.org/ledger/"));
}

#[test]
fn a_long_history_is_followed_and_a_hole_longer_than_the_look_ahead_is_none_of_hers() {
    let mut world = World::new();
    world.register();
    for number in 1..=150 {
        world.opens(number);
    }
    assert_eq!((world.receipt().accesses.len(), world.problems()), (151, vec![]));
}

/// Attack, what the reporter sees of it.
#[test]
fn each_lie_of_the_log_is_named() {
    type Attack = fn(&mut World);
    type Seen = &'static [(&'static str, Option<u32>)];
    let attacks: [(&str, Attack, Seen); 10] = [
        ("an access left out", |world| world.opens(3), &[("gap", Some(1)), ("gap", Some(2))]),
        (
            "the same access twice",
            |world| {
                world.opens(1);
                world.opens(1);
            },
            &[("twice", Some(1))],
        ),
        (
            "another coach's name",
            |world| {
                let (record, step) = (world.record(1, &signing(2), DAY), world.step(1));
                world.write(&record, Some(&step));
            },
            &[("unsigned", Some(1))],
        ),
        (
            "somebody who never was in office",
            |world| {
                let (record, step) =
                    (Record { actor: PersonId([9; 16]), ..world.record(1, &signing(9), DAY) }, world.step(1));
                world.write(&record, Some(&step));
            },
            &[("unsigned", Some(1))],
        ),
        (
            "a body that is not for her",
            |world| {
                world.opens(1);
                let body = Record::of_program(Act::Pad, DAY);
                world.write(&body, None);
                let junk = world.entries.pop().unwrap();
                let last = world.entries.last_mut().unwrap();
                *last = (Entry { tag: last.0.tag, body: junk.0.body }, junk.1);
            },
            &[("unreadable", Some(1))],
        ),
        (
            "a body changed afterwards",
            |world| {
                world.opens(1);
                let other = world.entries[0].1;
                world.entries.last_mut().unwrap().1 = other;
            },
            &[("changed", Some(1))],
        ),
        ("an opening under an earlier day", |world| world.opens_on(DAY.0 - 2), &[("dated", Some(1))]),
        ("an opening under a day that had not come", |world| world.opens_on(DAY.0 + 3), &[("dated", Some(1))]),
        ("an answer without an opening", |world| world.says(AN, "thank you"), &[("unopened", None)]),
        (
            "a junk tag",
            |world| {
                world.opens(1);
                world.entries.last_mut().unwrap().0.tag = Tag([7; 16]);
                world.says(AN, "thank you");
            },
            &[("unopened", None)],
        ),
    ];
    for (attack, apply, expected) in attacks {
        let mut world = World::new();
        world.register();
        world.says(PersonId::REPORTER, "it is noisy");
        assert_eq!(world.problems(), [], "before: {attack}");
        apply(&mut world);
        assert_eq!(world.problems(), expected, "{attack}");
    }
    let world = World::new();
    assert_eq!(world.problems(), [("unregistered", None)]);
}

#[test]
fn as_many_other_bundles_are_fetched_and_the_same_ones_again_when_the_log_has_grown() {
    let mut world = World::new();
    world.register();
    world.opens(1);
    world.pad(10_000);
    let fetched = |world: &World| {
        let seen = std::cell::RefCell::new(std::collections::BTreeSet::new());
        let note = |path: &str, _: &mut Vec<u8>| {
            if let Some(bundle) = path.strip_prefix("/ledger/bodies/") {
                seen.borrow_mut().insert(bundle.to_owned());
            }
        };
        world.receipt_through(note).unwrap();
        seen.into_inner()
    };
    let before = fetched(&world);
    assert_eq!(before.len(), FEWEST_BUNDLES, "{before:?}");
    world.pad(300);
    let after = fetched(&world);
    assert!(before.intersection(&after).count() >= FEWEST_BUNDLES - 1, "{before:?}, then {after:?}");
}

#[test]
fn what_is_of_today_is_not_missed_yet() {
    let mut world = World::new();
    world.says(PersonId::REPORTER, "it is noisy");
    world.says(AN, "thank you");
    assert_eq!(world.problems().len(), 2);
    world.closed = DAY;
    assert_eq!(world.problems(), []);
}

#[test]
fn an_epoch_that_is_closed_meanwhile_says_nothing_of_this_log() {
    let world = World::new();
    let later = |path: &str, body: &mut Vec<u8>| {
        if path == "/ledger/epochs" {
            let mut list: EpochList = crypto::json::read(body).unwrap();
            list.epochs.push(EpochDocument { number: 3, size: 1_280, day: DAY.plus(2).0 });
            *body = crypto::json::write(&list).unwrap();
        }
    };
    assert_eq!(world.receipt_through(later).unwrap().complete_to.as_deref(), Some("2024-10-05"));
}

#[test]
fn bodies_that_age_erased_are_no_lie() {
    let mut world = World::new();
    world.register();
    world.opens(1);
    world.says(AN, "thank you");
    world.entries.iter_mut().for_each(|(_, body)| *body = None);
    let view = world.receipt();
    assert_eq!(view.problems, []);
    assert!(view.accesses.iter().all(|access| access.act == "erased-body" && access.day.is_none()));
}

#[test]
fn a_log_that_is_not_what_was_signed_is_refused_whole() {
    let mut world = World::new();
    world.register();
    world.opens(1);
    let flip = |place: usize| {
        move |path: &str, body: &mut Vec<u8>| {
            if path.contains("volume") {
                body[place] ^= 1
            }
        }
    };
    for place in [0, 47, 300 * 48, 301 * 48 + 20] {
        let refused = world.receipt_through(flip(place));
        assert!(matches!(refused, Err(Error::Distrust(_))), "{place}");
    }
    let cut = |path: &str, body: &mut Vec<u8>| {
        if path.contains("volume") {
            body.truncate(48 * 300)
        }
    };
    assert!(matches!(world.receipt_through(cut), Err(Error::Distrust(_))));
    let crooked = |path: &str, body: &mut Vec<u8>| {
        if path.contains("volume") {
            body.truncate(47)
        }
    };
    assert!(world.receipt_through(crooked).is_err());
    let other_log = LogKey::new(signing(9)).unwrap();
    let resigned = |path: &str, body: &mut Vec<u8>| {
        if path.contains("checkpoint") {
            *body = other_log
                .sign(head_of(world.entries.iter().map(|(entry, _)| entry.to_bytes())))
                .unwrap()
                .to_text()
                .into_bytes();
        }
    };
    assert!(matches!(world.receipt_through(resigned), Err(Error::Crypto(_))));
    let forged = |path: &str, body: &mut Vec<u8>| {
        if path.contains("checkpoint") {
            body[60] ^= 1
        }
    };
    assert!(world.receipt_through(forged).is_err());
    let few = |path: &str, body: &mut Vec<u8>| {
        if path.contains("bodies") {
            body.truncate(386)
        }
    };
    assert!(matches!(world.receipt_through(few), Err(Error::Answer(_))));
    assert!(world.receipt_through(|_, _| {}).is_ok());
    assert_ne!(head_of([[0_u8; 48]]).root, Digest::NONE);
}

#[test]
fn bundles_of_bodies_are_fetched_among_others() {
    let mut world = World::new();
    world.register();
    world.opens(1);
    world.pad(256 * 20);
    let asked = || {
        let paths = std::cell::RefCell::new(Vec::new());
        world
            .receipt_through(|path, _| {
                if path.contains("bodies") {
                    paths.borrow_mut().push(path.to_owned());
                }
            })
            .unwrap();
        paths.into_inner()
    };
    let first = asked();
    assert_eq!(first.len(), 4);
    assert!(first.contains(&"/ledger/bodies/001".to_owned()) && first.is_sorted());
    assert_eq!(asked(), first);
}

#[test]
fn a_proof_shows_one_access_to_whoever_has_the_logs_key() {
    let mut world = World::new();
    world.register();
    world.opens(1);
    world.pad(70);
    world.opens(2);
    let proofs = world.proofs();
    assert_eq!(proofs.iter().map(|proof| proof.entry).collect::<Vec<_>>(), [300, 301, 372]);
    for (number, proof) in (0..).zip(&proofs) {
        let proven = verify(&proof.text, world.log.public()).unwrap();
        assert_eq!((proven.organisation, proven.entry, proven.size), (world.id(), proof.entry, 373));
        assert_eq!((proven.record.counter, proven.record.day), (number, DAY));
        let other = LogKey::new(signing(9)).unwrap();
        assert!(verify(&proof.text, other.public()).is_err());
        assert!(verify(&proof.text.replace("\nindex 3", "\nindex 2"), world.log.public()).is_err());
    }
    world.entries.iter_mut().for_each(|(_, body)| *body = None);
    assert_eq!(world.proofs(), []);
}

#[test]
fn what_a_witness_signed_must_be_in_the_log() {
    let mut world = World::new();
    world.register();
    let witness = Witness::new("council.example", signing(7), world.log.public().clone()).unwrap();
    let sign = |world: &World| {
        let mut note = world.log.sign(head_of(world.entries.iter().map(|(entry, _)| entry.to_bytes()))).unwrap();
        note.add(witness.sign(&note, 1_728_000_000).unwrap()).unwrap();
        note.to_text()
    };
    world.witnessed = Some(sign(&world));
    world.opens(1);
    let view = world.receipt();
    assert_eq!(view.problems, []);
    assert_eq!(view.witnesses, [WitnessView { name: "council.example".into(), day: "2024-10-04".into() }]);
    // The server goes on with another history than the one the council saw.
    let mut other = World { witnessed: world.witnessed.clone(), ..World::new() };
    other.register();
    other.opens(1);
    assert_eq!(other.problems(), [("forked", None)]);
    // Nobody else's name counts.
    world.witnessed = Some(world.log.sign(head_of([[0_u8; 48]])).unwrap().to_text());
    assert_eq!(world.receipt().witnesses, []);
}

#[test]
fn a_number_that_somebody_made_up_does_not_exhaust_the_device() {
    let seen = ProblemView::of_numbers([1, 1_000_000, 4_000_000].into_iter(), None);
    assert!(seen.iter().all(|problem| problem.kind == "gap"));
    let numbers: Vec<u32> = seen.iter().filter_map(|problem| problem.number).collect();
    assert_eq!(numbers, (2..102).chain(1_000_001..1_000_101).collect::<Vec<_>>());
}

#[test]
fn numbers_begin_where_they_have_to_or_where_they_were_seen_first() {
    let seen = |numbers: &[u32], before| -> Vec<(&str, u32)> {
        let problems = ProblemView::of_numbers(numbers.iter().copied(), before);
        problems.iter().map(|problem| (problem.kind, problem.number.unwrap())).collect()
    };
    assert_eq!(seen(&[4, 0, 6, 4], Some(2)), [("gap", 3), ("twice", 4), ("gap", 5)]);
    assert_eq!(seen(&[4, 0, 6, 4], None), [("twice", 4), ("gap", 5)]);
    assert_eq!(seen(&[u32::MAX, u32::MAX], None), [("twice", u32::MAX)]);
    assert_eq!((seen(&[], None), seen(&[0, 0], Some(0)), seen(&[1, 2, 3], Some(0))), (vec![], vec![], vec![]));
}
