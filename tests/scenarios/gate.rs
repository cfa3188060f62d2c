//! The gate code: whoever has it reports, a new one turns nobody away who is just writing, and nobody has one alone.

use crate::support::databases::databases;
use crate::support::http::{Message, ask};
use crate::support::people::{Coach, Team, lines, sign_in};
use crate::support::service::{SLUG, Ticks, address};
use client::desk::NewGateCode;
use client::entropy::generator;
use client::organisation::{self, Organisation};
use client::report::{self, Draft, Sent};
use client::{Error, Wait};
use crypto::gate::GateCode;
use crypto::roster::{Roster, SignedRoster};
use crypto::thread::Creation;
use crypto::wire::{Bytes, PublicOrganisation};

const NOT_COMMON: &str = "this is not the code that everybody has; do not use it: it could give away who you are";

fn make(team: &Team, who: &Coach) -> NewGateCode {
    who.sit(&team.service).new_gate_code(&mut generator().unwrap()).wait().unwrap()
}

/// A report by somebody who fetched the organisation some time ago.
fn report(team: &Team, seen: &Organisation, code: Option<&str>) -> Result<Sent, Error> {
    let draft = Draft { text: "It is too loud.", exclude: &[], with_fallback: false, gate_code: code };
    report::send(&team.service.server(), &address(SLUG), seen, &draft, &mut generator().unwrap()).wait()
}

fn threads(team: &Team) -> usize {
    team.an.sit(&team.service).inbox(&mut generator().unwrap()).wait().unwrap().threads.len()
}

/// A creation as no honest device would make it: without a look at the roster's codes.
fn forged(seen: &Organisation, sign: impl FnOnce(&mut Creation)) -> Vec<u8> {
    let mut public = seen.public.clone();
    public.roster.truncate(1);
    let open = Organisation {
        public,
        chain: crypto::roster::Chain::parse([seen.public.roster[0].0.as_slice()]).unwrap(),
        keys: seen.keys.clone(),
    };
    let draft = Draft { text: "It is too loud.", exclude: &[], with_fallback: false, gate_code: None };
    let (_, mut creation) = report::prepare(&open, &draft, &mut generator().unwrap()).unwrap();
    sign(&mut creation);
    creation.to_bytes()
}

fn send(team: &Team, body: &[u8]) -> Message {
    let octets = [("content-type", "application/octet-stream")];
    ask(&team.service.address, "POST", "/api/v1/threads", &octets, body)
}

#[test]
fn whoever_has_the_code_reports_and_nobody_else() {
    for database in databases() {
        let team = Team::begin(&database, Ticks::Immediate);
        let open = team.service.organisation(SLUG);
        assert!(!open.view(open.today()).gate);
        assert!(report(&team, &open, Some("not five words")).is_ok(), "where none is asked for none is looked at");

        let made = make(&team, &team.an);
        assert_eq!((made.signatures, made.needed), (1, 1));
        let seen = team.service.organisation(SLUG);
        assert!(seen.view(seen.today()).gate);
        let other = GateCode::make(&mut generator().unwrap());
        let refused = |code| {
            let error = report(&team, &seen, code).err().unwrap();
            assert_eq!(error.exit_code(), 2);
            error.to_string()
        };
        assert_eq!(refused(Some(other.text())), NOT_COMMON);
        for missing in [None, Some(""), Some("three little words")] {
            assert_eq!(refused(missing), "this organisation asks for the five words on its poster");
        }
        assert_eq!(threads(&team), 1, "nothing left the device");

        // And what does not ask its own device is refused by the server.
        let refused = |body: &[u8]| {
            let answer = send(&team, body);
            assert_eq!(answer.status(), 403);
            assert_eq!(answer.json()["type"], "/problems/gate-code");
        };
        let period = seen.chain.head().gates[0].period;
        let code = GateCode::parse(&made.code).unwrap();
        refused(&forged(&seen, |_| {}));
        refused(&forged(&seen, |creation| creation.sign_gate(&other.key(seen.id(), period))));
        refused(&forged(&seen, |creation| creation.sign_gate(&code.key(seen.id(), period + 1))));
        let body = forged(&seen, |creation| creation.sign_gate(&code.key(seen.id(), period)));
        let signed = Creation::parse(&body).unwrap();
        refused(&forged(&seen, |creation| creation.gate = signed.gate));
        assert_eq!(threads(&team), 1);
        assert_eq!([send(&team, &body).status(), send(&team, &body).status()], [201, 201], "a retry is a success");

        let typed = made.code.to_uppercase().replace(' ', ", ");
        let sent = report(&team, &seen, Some(&typed)).unwrap();
        assert_eq!(lines(&team.read(&sent.token).messages), ["reporter: It is too loud."]);
        assert_eq!(threads(&team), 3);
    }
}

#[test]
fn a_new_code_turns_nobody_away_who_is_just_writing_and_the_one_after_it_does() {
    for database in databases() {
        let team = Team::begin(&database, Ticks::Immediate);
        let first = make(&team, &team.an);
        let seen = team.service.organisation(SLUG);
        let second = make(&team, &team.an);
        assert_ne!(first.code, second.code);
        assert!(report(&team, &seen, Some(&first.code)).is_ok());
        assert!(report(&team, &team.service.organisation(SLUG), Some(&first.code)).is_ok());
        assert!(report(&team, &team.service.organisation(SLUG), Some(&second.code)).is_ok());
        assert_eq!(
            report(&team, &seen, Some(&second.code)).err().unwrap().to_string(),
            NOT_COMMON,
            "not on her roster"
        );
        let third = make(&team, &team.an);
        let late = report(&team, &seen, Some(&first.code)).err().unwrap();
        assert!(late.is_problem("gate-code"), "{late}");
        assert_eq!(
            report(&team, &team.service.organisation(SLUG), Some(&first.code)).err().unwrap().to_string(),
            NOT_COMMON
        );

        let an = team.an.sit(&team.service);
        let view = an.gate_code().wait().unwrap();
        assert!(view.since.is_some() && view.former && view.proposal.is_none());
        assert_eq!(an.remove_gate_code().wait().unwrap().needed, 1);
        drop(an);
        let open = team.service.organisation(SLUG);
        assert!(report(&team, &open, None).is_ok());
        assert!(report(&team, &seen, Some(&third.code)).is_err(), "her roster is older than this code");
        let an = team.an.sit(&team.service);
        assert_eq!(an.gate_code().wait().unwrap().since, None);
        assert!(matches!(an.remove_gate_code().wait(), Err(Error::Refused(_))));
        drop(an);
        // Of a period that was there never comes another.
        make(&team, &team.an);
        assert_eq!(team.service.organisation(SLUG).chain.head().gates[0].period, 4);
    }
}

#[test]
fn of_two_guardians_both_sign_a_code_and_both_know_its_words() {
    for database in databases() {
        let team = Team::begin(&database, Ticks::Immediate);
        let bo = team.invite("coach", "Bo Claes");
        assert_eq!(sign_in(&mut team.an.sit(&team.service), "Bo Claes", true), (1, 1));
        let made = make(&team, &team.an);
        assert_eq!((made.signatures, made.needed), (1, 2));
        let view = |who: &Coach| who.sit(&team.service).gate_code().wait().unwrap();
        let waits = |who: &Coach| view(who).proposal.map(|proposal| (proposal.removes, proposal.mine));
        assert_eq!((waits(&team.an), waits(&bo)), (Some((false, true)), Some((false, false))));
        assert!(team.an.sit(&team.service).people().wait().unwrap().proposal.is_none(), "nobody would come in");
        assert!(report(&team, &team.service.organisation(SLUG), None).is_ok(), "it counts once both have signed");

        let desk = bo.sit(&team.service);
        for wrong in ["", "abacus bagel cactus zoom zoom"] {
            assert_eq!(desk.agree_gate_code(wrong).wait().unwrap_err().exit_code(), 2);
        }
        let agreed = desk.agree_gate_code(&made.code).wait().unwrap();
        assert_eq!((agreed.signatures, agreed.needed), (2, 2));
        drop(desk);
        assert!(view(&bo).proposal.is_none() && view(&bo).since.is_some());
        assert!(report(&team, &team.service.organisation(SLUG), Some(&made.code)).is_ok());

        assert_eq!(team.an.sit(&team.service).remove_gate_code().wait().unwrap().signatures, 1);
        assert_eq!(waits(&bo), Some((true, false)));
        assert_eq!(bo.sit(&team.service).remove_gate_code().wait().unwrap().signatures, 2);
        assert!(report(&team, &team.service.organisation(SLUG), None).is_ok());

        // Who waits for a second signature is not dropped for a code.
        team.invite("fallback", "Lut Buiten");
        assert_eq!(sign_in(&mut team.an.sit(&team.service), "Lut Buiten", false), (1, 2));
        let refused = bo.sit(&team.service).new_gate_code(&mut generator().unwrap()).wait().err().unwrap();
        assert!(matches!(refused, Error::Refused(_)), "{refused}");
    }
}

#[test]
fn a_code_stands_in_the_log_as_a_roster_and_its_words_stand_nowhere() {
    for database in databases() {
        let team = Team::begin(&database, Ticks::Immediate);
        let made = make(&team, &team.an);
        report(&team, &team.service.organisation(SLUG), Some(&made.code)).unwrap();
        let passed = team.service.relay.take();
        let changes = passed.iter().filter(|exchange| exchange.request.route().1 == "/api/v1/desk/roster");
        assert_eq!(changes.count(), 1);
        let organisation = team.service.organisation(SLUG);
        assert_eq!(organisation.chain.head().number, 2);
        let has =
            |bytes: &[u8]| bytes.windows(made.code.len()).any(|part| part.eq_ignore_ascii_case(made.code.as_bytes()));
        assert!(passed.iter().all(|exchange| !has(&exchange.request.body) && !has(&exchange.answer.body)));
        assert!(team.service.said().iter().all(|log| !has(&std::fs::read(log).unwrap())));
    }
}

#[test]
fn a_report_that_was_taken_in_is_taken_in_whatever_becomes_of_its_code() {
    for database in databases() {
        let team = Team::begin(&database, Ticks::Immediate);
        let code = GateCode::parse(&make(&team, &team.an).code).unwrap();
        let seen = team.service.organisation(SLUG);
        let body = || forged(&seen, |creation| creation.sign_gate(&code.key(seen.id(), 1)));
        let (taken, late) = (body(), body());
        assert_eq!(send(&team, &taken).status(), 201);
        for _ in 0..2 {
            make(&team, &team.an);
        }
        // The answer was lost, and the same bytes come again: before its tick, and after it.
        for _ in 0..2 {
            assert_eq!(send(&team, &taken).status(), 201);
            assert_eq!(send(&team, &late).json()["type"], "/problems/gate-code");
            assert_eq!(threads(&team), 1);
        }
    }
}

/// What the server would show to one person alone.
fn shown_to_her(organisation: &Organisation, next: &Roster, by: &crypto::vault::Vault) -> PublicOrganisation {
    let mut public = organisation.public.clone();
    let signatures = vec![(by.person, next.sign(&by.sign))];
    public.roster.push(Bytes(SignedRoster { roster: next.clone(), signatures }.to_bytes()));
    public
}

#[test]
fn a_code_for_one_person_is_refused_unless_a_guardian_lies_and_then_the_others_do_not_take_it() {
    for database in databases() {
        let team = Team::begin(&database, Ticks::Immediate);
        let common = make(&team, &team.an);
        let [bo] = <[Coach; 1]>::try_from(team.take_in(&[("coach", "Bo Claes")])).ok().unwrap();
        let organisation = team.service.organisation(SLUG);
        let personal = GateCode::make(&mut generator().unwrap());
        assert_eq!(report(&team, &organisation, Some(personal.text())).err().unwrap().to_string(), NOT_COMMON);

        // A roster of her own: signed by somebody who is no guardian, it is none.
        let head = organisation.chain.head();
        let mut next = Roster { number: head.number + 1, previous: organisation.chain.head_digest(), ..head.clone() };
        next.gates.push(personal.public(organisation.id(), 2));
        let (bo, _) = bo.keys(&team.service);
        let (an, _) = team.an.keys(&team.service);
        let fetch = |public: PublicOrganisation| {
            let body = serde_json::to_vec(&public).unwrap();
            team.service.relay.change_answers(move |request, answer| {
                if request.route() == ("GET", "/api/v1/organisations/zonnehuis") {
                    answer.body.clone_from(&body);
                }
            });
            let seen = organisation::fetch(&team.service.server(), &address(SLUG)).wait();
            team.service.relay.change_nothing();
            seen
        };
        let refused = fetch(shown_to_her(&organisation, &next, &bo)).err().unwrap();
        assert!(
            matches!(refused, Error::Crypto(crypto::Error::Roster("somebody signed who is no guardian"))),
            "{refused}"
        );

        // A guardian who lies can fork the roster for her. The server that has the common one does not take it.
        let forked = fetch(shown_to_her(&organisation, &next, &an)).unwrap();
        let answer = report(&team, &forked, Some(personal.text())).err().unwrap();
        assert!(answer.is_problem("gate-code"), "{answer}");
        // And where something of hers arrives all the same, the desk says what her device was shown.
        assert!(report(&team, &forked, Some(&common.code)).is_ok());
        assert!(report(&team, &organisation, Some(&common.code)).is_ok());
        let (mut desk, rng) = (team.an.sit(&team.service), &mut generator().unwrap());
        let numbers: Vec<_> = desk.inbox(rng).wait().unwrap().threads.iter().map(|thread| thread.n).collect();
        let mut shown = desk.show_new(&numbers, rng).wait().unwrap();
        shown.extend([desk.show(1, None, rng).wait().unwrap(), desk.show(2, None, rng).wait().unwrap()]);
        let mut strange: Vec<_> = shown.iter().map(|shown| shown.case.another_roster).collect();
        strange.sort_unstable();
        assert_eq!(strange, [false, false, true, true]);

        // A roster that is only newer than the desk's is not another one.
        let code = team.an.sit_elsewhere(&team.service).new_gate_code(rng).wait().unwrap().code;
        report(&team, &team.service.organisation(SLUG), Some(&code)).unwrap();
        let inbox = desk.inbox(rng).wait().unwrap();
        let new = inbox.threads.iter().find(|thread| thread.new).unwrap().n;
        assert!(!desk.show(new, None, rng).wait().unwrap().case.another_roster);
    }
}
