//! Who comes in, and who is let in.

use crate::support::databases::databases;
use crate::support::people::{Coach, Team, lines, sign_in};
use crate::support::service::{SLUG, Ticks, address};
use client::Wait;
use client::desk::{self, Newcomer};
use client::entropy::generator;
use client::state::Folder;
use crypto::roster::SignedRoster;

#[test]
fn after_the_first_coach_has_accepted_reports_are_taken_at_once() {
    for database in databases() {
        let team = Team::begin(&database, Ticks::Immediate);
        let organisation = team.service.organisation(SLUG);
        assert_eq!(organisation.chain.head().number, 1);
        assert!(organisation.public.test, "a test installation says so");
        let sent = team.report("It is too loud in the hall.");
        assert_eq!(sent.readers, ["An Peeters"]);
        let mut an = team.an.sit(&team.service);
        let inbox = an.inbox(&mut generator().unwrap()).wait().unwrap();
        assert_eq!(inbox.threads.len(), 1);
        assert!(inbox.threads[0].new);
    }
}

#[test]
fn an_invitation_is_good_once_and_a_second_first_coach_is_refused() {
    for database in databases() {
        let team = Team::begin(&database, Ticks::Immediate);
        let invitation = team.service.invite(SLUG, "coach", "Bo Claes");
        Coach::accept(&team.service, SLUG, &invitation, "Bo Claes");
        let device = tempfile::tempdir().unwrap();
        let mut folder = Folder::open(&device.path().join("desk")).unwrap();
        for (invitation, code) in [(invitation.as_str(), 1), ("K7QF-9M2P", 2), ("", 2)] {
            let newcomer = Newcomer { invitation, name: Some("Cas"), account: None };
            let rng = &mut generator().unwrap();
            let refused = desk::accept(&team.service.server(), &address(SLUG), &mut folder, &newcomer, rng).wait();
            assert_eq!(refused.err().unwrap().exit_code(), code, "{invitation}");
        }
        assert_eq!(team.service.organisation(SLUG).chain.head().number, 1);
    }
}

#[test]
fn one_guardian_signs_people_in_and_from_two_guardians_on_it_takes_two() {
    for database in databases() {
        let team = Team::begin(&database, Ticks::Immediate);
        let service = &team.service;
        let bo = team.invite("coach", "Bo Claes");
        let lut = team.invite("fallback", "Lut Buiten");
        let council = team.invite("auditor", "Raad");

        let mut an = team.an.sit(service);
        let people = an.people().wait().unwrap();
        let waiting: Vec<_> =
            people.pending.iter().map(|person| (person.name.as_str(), person.words.as_str())).collect();
        for person in [&bo, &lut, &council] {
            assert!(waiting.contains(&(person.name.as_str(), person.words.as_str())), "{waiting:?}");
        }
        assert_eq!(sign_in(&mut an, "Bo Claes", true), (1, 1));
        drop(an);

        // Who waits reads nothing and decides nothing.
        let mut waits = lut.sit(service);
        assert!(waits.inbox(&mut generator().unwrap()).wait().is_err());
        assert!(waits.people().wait().is_err());
        drop(waits);

        let mut an = team.an.sit(service);
        assert_eq!(sign_in(&mut an, "Lut Buiten", false), (1, 2));
        assert_eq!(sign_in(&mut an, "Lut Buiten", false), (1, 2), "the same guardian counts once");
        let proposal = an.people().wait().unwrap().proposal.unwrap();
        assert_eq!((proposal.adds, proposal.signatures, proposal.needed), (vec!["Lut Buiten".to_owned()], 1, 2));
        assert_eq!(service.organisation(SLUG).chain.head().number, 2);
        let mut second = bo.sit(service);
        assert_eq!(sign_in(&mut second, "Lut Buiten", false), (2, 2));
        assert_eq!(service.organisation(SLUG).chain.head().number, 3);
        drop((an, second));
        assert_eq!(sign_in(&mut team.an.sit(service), "Raad", false), (1, 2));
        assert_eq!(sign_in(&mut bo.sit(service), "Raad", false), (2, 2));

        let people = team.an.sit(service).people().wait().unwrap();
        let mut names: Vec<_> = people.people.iter().map(|person| (person.name.as_str(), person.role)).collect();
        names.sort_unstable();
        let expected =
            [("An Peeters", "coach"), ("Bo Claes", "coach"), ("Lut Buiten", "fallback"), ("Raad", "auditor")];
        assert_eq!(names, expected);
        assert!(people.pending.is_empty() && people.proposal.is_none());
        assert!(council.sit(service).inbox(&mut generator().unwrap()).wait().is_err(), "an auditor reads no report");
    }
}

#[test]
fn somebody_who_was_removed_reads_nothing_any_more() {
    for database in databases() {
        let team = Team::begin(&database, Ticks::Immediate);
        let [bo] = <[Coach; 1]>::try_from(team.take_in(&[("coach", "Bo Claes")])).ok().unwrap();
        let sent = team.report("Before Bo left.");
        let rng = &mut generator().unwrap();
        let mut desk = bo.sit(&team.service);
        assert_eq!(desk.inbox(rng).wait().unwrap().threads.len(), 1);
        desk.show(1, None, rng).wait().unwrap();

        let organisation = team.service.organisation(SLUG);
        let (keys, _) = team.an.keys(&team.service);
        let mut roster = organisation.chain.head().clone();
        roster.previous = organisation.chain.head_digest();
        roster.number += 1;
        roster.organisation = organisation.id();
        roster.people.retain(|person| person.name != bo.name);
        let signatures = vec![(keys.person, roster.sign(&keys.sign))];
        let session = crate::support::staff::sign_in(&team.service, &team.an);
        let body = SignedRoster { roster, signatures }.to_bytes();
        assert_eq!(session.send(&team.service, "POST", "/api/v1/desk/roster", &body).status(), 200);

        // The session she had, a new sitting, and a new report.
        team.report("After Bo left.");
        assert!(desk.show(1, None, rng).wait().is_err());
        assert!(desk.inbox(rng).wait().is_err());
        assert!(desk.note(1, "still here", rng).wait().is_err());
        drop(desk);
        let mut desk = bo.sit(&team.service);
        assert!(desk.inbox(rng).wait().is_err());
        assert!(desk.show(1, None, rng).wait().is_err());
        assert_eq!(team.service.organisation(SLUG).chain.head().people.len(), 1);
        let mut an = team.an.sit(&team.service);
        assert_eq!(an.inbox(rng).wait().unwrap().threads.len(), 2);
        assert_eq!(lines(&team.read(&sent.token).messages), ["reporter: Before Bo left."]);
    }
}

#[test]
fn a_desk_is_told_once_who_came_since_the_last_time() {
    for database in databases() {
        let team = Team::begin(&database, Ticks::Immediate);
        let rng = &mut generator().unwrap();
        let people = team.take_in(&[("coach", "Bo Claes")]);
        // The guardian who signed sees it too: her own desk is as good a place as any to notice what she did not do.
        let mut an = team.an.sit(&team.service);
        let told = an.roster_change().unwrap();
        let added: Vec<_> = told.added.iter().map(|person| (person.name.as_str(), person.role)).collect();
        assert_eq!((added, told.removed.len()), (vec![("Bo Claes", "coach")], 0));
        an.keep_roster(rng).wait().unwrap();
        drop(an);
        assert!(team.an.sit(&team.service).roster_change().is_none());
        assert!(team.an.sit_elsewhere(&team.service).roster_change().is_none(), "at no other device either");
        assert!(people[0].sit(&team.service).roster_change().is_none(), "that she came herself is no news");
    }
}
