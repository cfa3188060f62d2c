//! A reporter asks who opened her report, and gets the answer out of the whole log.

use crate::support::databases::databases;
use crate::support::http::ask;
use crate::support::people::Team;
use crate::support::service::{Service, Ticks};
use client::Wait;
use client::entropy::generator;
use client::receipt::View;
use crypto::ledger::Purpose;
use crypto::thread::Content;

fn receipt(team: &Team, token: &str) -> View {
    team.mailbox(token, |mailbox| mailbox.receipt().wait()).unwrap()
}

/// Day, act, person and purpose of each access.
fn told(view: &View) -> Vec<String> {
    let tell = |access: &client::receipt::AccessView| {
        let day = access.day.clone().unwrap_or_default();
        format!("{day} {} {} {}", access.act, access.person.as_deref().unwrap_or("-"), access.purpose)
    };
    view.accesses.iter().map(tell).collect()
}

#[test]
fn who_opened_a_report_when_and_for_what_is_told_once_the_day_is_over() {
    for database in databases() {
        let team = Team::begin(&database, Ticks::Daily("2090-03-01T10:00:00Z"));
        let rng = &mut generator().unwrap();
        let bo = team.take_in(&[("coach", "Bo Claes")]).remove(0);
        let (mine, other) = (team.report("mine"), team.report("somebody else's"));
        let before = receipt(&team, &mine.token);
        assert_eq!(told(&before), [""; 0]);
        assert_eq!(before.problems, []);

        team.service.clock("2090-03-01T20:00:00Z");
        let mut desk = team.an.sit(&team.service);
        let n = |desk: &mut client::desk::Desk, text: &str, rng: &mut _| {
            let threads = desk.inbox(rng).wait().unwrap().threads;
            threads
                .iter()
                .map(|thread| thread.n)
                .find(|n| desk.show(*n, None, rng).wait().unwrap().messages[0].text == text)
                .unwrap()
        };
        let place = n(&mut desk, "mine", rng);
        desk.reply(place, &Content::Text("thank you".into()), rng).wait().unwrap();
        desk.show(place, Some(Purpose::LegalDuty), rng).wait().unwrap();
        assert_eq!(told(&receipt(&team, &mine.token)), [""; 0], "the day is not over");

        team.service.clock("2090-03-02T10:00:00Z");
        let mut desk = bo.sit(&team.service);
        let place = n(&mut desk, "mine", rng);
        drop((desk, place));
        let view = receipt(&team, &mine.token);
        let mut seen = told(&view);
        // The arrival stands somewhere among them: it is entered when its day closes.
        seen.retain(|access| access != "2090-03-01 thread.registered - none");
        let first_day = [
            "2090-03-01 body.release An Peeters first_reading",
            "2090-03-01 body.release An Peeters follow_up",
            "2090-03-01 reply.sent An Peeters reply",
            "2090-03-01 body.release An Peeters legal_duty",
        ];
        assert_eq!(seen, first_day);
        assert_eq!(view.accesses.len(), seen.len() + 1, "the arrival stands there once");
        assert_eq!((view.problems.as_slice(), view.complete_to.as_deref()), (&[][..], Some("2090-03-02")));
        assert_eq!(view.size % 128, 0);

        team.service.clock("2090-03-03T10:00:00Z");
        let view = receipt(&team, &mine.token);
        assert!(
            told(&view).contains(&"2090-03-02 body.release Bo Claes first_reading".to_owned()),
            "{:?}",
            told(&view)
        );
        assert_eq!(view.problems, []);
        // Another report's accesses are its own.
        let theirs = receipt(&team, &other.token);
        assert!(theirs.accesses.iter().all(|access| view.accesses.iter().all(|mine| mine.entry != access.entry)));

        // Erased: what was done before stands there for ever, and her own act beside it.
        team.erase(&mine.token);
        team.service.clock("2090-03-04T10:00:00Z");
        let after = receipt(&team, &mine.token);
        assert_eq!(after.accesses.len(), view.accesses.len() + 1);
        assert!(told(&after).iter().any(|access| access.contains("thread.erased -")), "{:?}", told(&after));
        assert_eq!(after.problems, []);
    }
}

#[test]
fn what_is_asked_for_does_not_tell_which_entries_are_hers() {
    for database in databases() {
        let team = Team::begin(&database, Ticks::Immediate);
        let rng = &mut generator().unwrap();
        let reports: Vec<_> = (0..6).map(|number| team.report(&format!("report {number}"))).collect();
        let mut desk = team.an.sit(&team.service);
        for thread in desk.inbox(rng).wait().unwrap().threads {
            desk.show(thread.n, None, rng).wait().unwrap();
        }
        let asked = |token: &str| {
            team.service.relay.take();
            let view = receipt(&team, token);
            assert_eq!(view.problems, []);
            let passed = team.service.relay.take();
            let paths = passed.iter().map(|exchange| exchange.request.route().1.to_owned());
            let (bodies, rest): (Vec<String>, Vec<String>) =
                paths.filter(|path| path.starts_with("/ledger/")).partition(|path| path.starts_with("/ledger/bodies/"));
            (rest, bodies)
        };
        let (first, _) = asked(&reports[0].token);
        assert!(first.len() >= 3, "{first:?}");
        for report in &reports {
            let (rest, bodies) = asked(&report.token);
            assert_eq!(rest, first);
            assert!(bodies.len() >= 4 && bodies.is_sorted(), "{bodies:?}");
            assert_eq!(asked(&report.token).1, bodies, "who comes back asks for the same");
        }
    }
}

#[test]
fn nothing_of_the_open_epoch_is_published() {
    for database in databases() {
        let service = Service::start(&database, Ticks::Immediate);
        let get = |path: &str| ask(&service.address, "GET", &format!("/ledger/{path}"), &[], b"");
        let note = String::from_utf8(get("checkpoint").body).unwrap();
        assert!(note.contains("\n0\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n"), "{note}");
        assert_eq!(get("epochs").json()["epochs"].as_array().unwrap().len(), 0);
        for path in ["tile/0/000.p/1", "tile/entries/000.p/1", "volume/000.p/1", "bodies/000.p/1", "epochs/1"] {
            assert_eq!(get(path).status(), 404, "{path}");
        }
        service.create("zonnehuis");
        let for_ever = Some("public, max-age=31536000, immutable");
        for (path, length, kept) in [
            ("tile/0/000.p/128", 128 * 32, for_ever),
            ("tile/entries/000.p/128", 128 * 50, for_ever),
            ("volume/000.p/128", 128 * 48, for_ever),
            ("volume/000.p/5", 5 * 48, for_ever),
            ("bodies/000.p/128", 128 * 386, Some("public, max-age=86400")),
        ] {
            let answer = get(path);
            assert_eq!((answer.status(), answer.body.len()), (200, length), "{path}");
            assert_eq!(answer.header("cache-control"), kept, "{path}");
        }
        assert_eq!((get("checkpoint").status(), get("epochs/1").status()), (200, 200));
        assert_eq!(get("epochs").json()["epochs"][0]["size"], 128);
        for path in [
            "tile/0/000.p/129",
            "tile/0/000",
            "tile/1/000.p/1",
            "tile/64/000.p/1",
            "tile/00/000.p/1",
            "tile/0/0",
            "tile/entries/001.p/1",
            "volume/000.p/129",
            "volume/001",
            "bodies/000.p/0",
            "epochs/2",
            "epochs/x",
            "",
            "x",
        ] {
            assert_eq!(get(path).status(), 404, "{path}");
        }
    }
}

#[test]
fn hashes_entries_and_volumes_are_of_one_tree() {
    for database in databases() {
        let service = Service::start(&database, Ticks::Immediate);
        for slug in ["een", "twee", "drie"] {
            service.create(slug);
        }
        let get = |path: &str| ask(&service.address, "GET", &format!("/ledger/{path}"), &[], b"").body;
        let note = String::from_utf8(get("checkpoint")).unwrap();
        let volume = get("volume/000.p/384");
        let entries: Vec<&[u8]> = volume.chunks(48).collect();
        let bundles = [get("tile/entries/000"), get("tile/entries/001.p/128")].concat();
        assert_eq!(bundles, entries.iter().flat_map(|entry| [&[0, 48], *entry].concat()).collect::<Vec<u8>>());
        // An independent implementation of the tree.
        let tree = |entries: &[&[u8]]| {
            let mut tree = ct_merkle::mem_backed_tree::MemoryBackedTree::<sha2::Sha256, Vec<u8>>::new();
            entries.iter().for_each(|entry| tree.push(entry.to_vec()));
            tree.root().as_bytes().to_vec()
        };
        let leaves = [get("tile/0/000"), get("tile/0/001.p/128")].concat();
        assert_eq!(leaves.len(), 384 * 32);
        assert!(leaves.chunks(32).zip(&entries).all(|(leaf, entry)| tree(&[entry]) == leaf));
        assert_eq!(get("tile/1/000.p/1"), tree(&entries[..256]));
        let root = base64::Engine::encode(&base64::engine::general_purpose::STANDARD, tree(&entries));
        assert!(note.contains(&format!("\n384\n{root}\n")), "{note}");
    }
}
