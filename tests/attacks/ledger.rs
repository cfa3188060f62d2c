//! Attacks on the access log by whoever runs the server, and who notices: the table of `docs/attacks.md`, each cell
//! found by the real program.

mod operator;
mod readers;
mod scene;

use crate::support::databases::databases;
use client::entropy::generator;
use crypto::ledger::{Body, Entry, EpochSecret, Record, Step};
use crypto::thread::Safekeeping;
use crypto::{OrganisationId, Tag};
use operator::{Operator, Row};
use readers::{READERS, look};
use scene::Scene;
use std::fs;

/// What is done, and with what each reader then exits.
struct Attack {
    name: &'static str,
    act: fn(&mut Scene),
    seen: [i32; READERS.len()],
}

/// Nothing runs when an attack begins; the server is started after it, unless the attack has done so.
const ATTACKS: [Attack; 18] = [
    Attack {
        name: "An entry is deleted",
        act: |scene| {
            let place = scene.published_access();
            scene.operator().drop_the_rules();
            scene.operator().execute(&format!("DELETE FROM ledger_entry WHERE position = {place}"));
        },
        seen: [0, 12, 12, 11, 0, 11, 11, 1, 1, 0, 0],
    },
    Attack {
        name: "Two entries change places",
        act: |scene| {
            let place = scene.published_access();
            let operator = scene.operator();
            let (one, other) = (operator.row(place), operator.row(place - 1));
            operator.drop_the_rules();
            operator.put(place, other);
            operator.put(place - 1, one);
        },
        seen: [0, 11, 11, 11, 0, 11, 11, 1, 1, 0, 0],
    },
    Attack { name: "An entry is rewritten", act: |scene| rewrite(scene), seen: [0, 11, 11, 11, 0, 11, 11, 1, 1, 0, 0] },
    Attack {
        name: "A body is replaced by another",
        act: |scene| {
            let place = scene.published_access();
            let operator = scene.operator();
            operator.drop_the_rules();
            operator.put(place, (operator.row(place).0, operator.body(place - 1)));
        },
        seen: [0, 11, 11, 0, 0, 0, 11, 1, 1, 0, 0],
    },
    Attack {
        name: "A body is erased before its time",
        act: |scene| {
            let place = scene.published_access();
            let empty = scene.database.literal(&[]);
            scene.operator().execute(&format!("UPDATE ledger_entry SET body = {empty} WHERE position = {place}"));
        },
        seen: [0, 12, 12, 0, 0, 0, 11, 0, 0, 0, 0],
    },
    Attack {
        name: "The end is cut off",
        act: |scene| {
            scene.operator().drop_the_rules();
            scene.operator().cut_off(scene.checkpoints()[1]);
        },
        seen: [1, 14, 14, 11, 1, 11, 11, 0, 0, 0, 1],
    },
    Attack {
        name: "An older copy of the database",
        act: |scene| {
            scene.roll_back();
        },
        seen: [1, 14, 14, 11, 1, 11, 11, 0, 0, 0, 1],
    },
    Attack {
        name: "An older copy of the database and of its pin",
        act: roll_back_with_the_pin,
        seen: [0, 0, 0, 11, 1, 11, 11, 0, 0, 0, 1],
    },
    Attack {
        name: "Two logs of one size (fork)",
        act: |scene| {
            let size = scene.checkpoints()[0];
            roll_back_with_the_pin(scene);
            scene.team.service.start_again();
            scene.open_unseen();
            scene.team.service.clock("2090-03-03T10:00:00Z");
            assert_eq!(scene.checkpoints()[0], size, "the forked log is of the same size");
        },
        seen: [0, 0, 0, 11, 11, 11, 11, 0, 0, 0, 1],
    },
    Attack {
        name: "An entry is rewritten and everything signed again with the log's key",
        act: |scene| {
            rewrite(scene);
            scene.operator().sign_anew();
        },
        seen: [0, 0, 0, 11, 11, 11, 11, 1, 0, 0, 1],
    },
    Attack {
        name: "A release under a tag of nobody's (junk tag)",
        act: |scene| {
            scene.lie_about_a_release(|_, _, (entry, body)| (Entry { tag: Tag([7; 16]), ..entry }, body));
        },
        seen: [0, 0, 0, 0, 0, 0, 0, 1, 1, 0, 1],
    },
    Attack {
        name: "A release that counts one too far (skipped counter)",
        act: |scene| {
            let organisation = scene.organisation;
            change_what_is_kept(scene, |kept| kept.ratchet.advance(organisation).unwrap());
        },
        seen: [0, 0, 0, 0, 0, 0, 0, 1, 1, 0, 0],
    },
    Attack {
        name: "A release that counts as the one before (replayed step)",
        act: |scene| {
            let mut before = None;
            scene.operator().change_what_is_kept(scene.thread(), |kept| before = Some(kept.clone()));
            scene.team.service.start_again();
            scene.open_unseen();
            scene.team.service.stop();
            change_what_is_kept(scene, |kept| *kept = before.unwrap());
        },
        seen: [0, 0, 0, 0, 0, 0, 0, 1, 1, 0, 0],
    },
    Attack {
        name: "A body that opens by two keys, for two readers",
        act: |scene| {
            let (organisation, steps) = (scene.organisation, scene.next_steps());
            scene.lie_about_a_release(move |operator, place, (entry, body)| {
                let (record, epoch, step) = read(operator, organisation, &steps, place, (entry, body));
                // Her half is sealed with another key than the half that auditors read.
                let rng = &mut generator().unwrap();
                let other = EpochSecret::make(organisation, epoch.epoch(), rng);
                let (_, hers) = other.write(place, &record, Some(step), rng).unwrap();
                let wrap = Body::SIZE - 48;
                let spliced = [&body.as_bytes()[..wrap], &hers.as_bytes()[wrap..]].concat();
                let body = Body::try_from(spliced.as_slice()).unwrap();
                (Entry { body: body.digest(), ..entry }, body)
            });
        },
        seen: [0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 1],
    },
    Attack {
        name: "Another coach's name",
        act: |scene| {
            let (organisation, steps, bo) = (scene.organisation, scene.next_steps(), scene.bo);
            scene.lie_about_a_release(move |operator, place, was| {
                let (record, epoch, step) = read(operator, organisation, &steps, place, was);
                epoch.write(place, &Record { actor: bo, ..record }, Some(step), &mut generator().unwrap()).unwrap()
            });
        },
        seen: [0, 0, 0, 0, 0, 0, 0, 1, 1, 0, 1],
    },
    Attack {
        name: "The clock is set back by a day",
        act: |scene| set_the_clock_back(scene, "2090-03-02T11:00:00Z"),
        seen: [0; 11],
    },
    Attack {
        name: "The clock is set back by more",
        act: |scene| set_the_clock_back(scene, "2090-03-01T11:00:00Z"),
        seen: [0, 0, 0, 0, 0, 0, 0, 1, 1, 0, 0],
    },
    Attack {
        name: "A saved receipt is changed",
        act: |scene| {
            let file = scene.database.folder().join("proof");
            let proof = crypto::ledger::Proof::parse(&fs::read_to_string(&file).unwrap()).unwrap();
            let forged = crypto::ledger::Proof { index: proof.index + 1, ..proof };
            fs::write(file, forged.to_text()).unwrap();
        },
        seen: [0, 0, 0, 0, 0, 0, 0, 0, 0, 11, 0],
    },
];

/// What an entry of the open epoch says, and what it was written with.
fn read<'s>(
    operator: &Operator,
    organisation: OrganisationId,
    steps: &'s [Step],
    place: u64,
    (entry, body): Row,
) -> (Record, EpochSecret, &'s Step) {
    let epoch = operator.epoch(organisation);
    let record = epoch.open(place, &entry, &body).unwrap();
    let step = steps.iter().find(|step| step.counter() == record.counter).expect("an access that follows");
    (record, epoch, step)
}

/// Another hash in an entry of the past.
fn rewrite(scene: &mut Scene) {
    let place = scene.published_access();
    let operator = scene.operator();
    let ((entry, _), body) = (operator.row(place), operator.body(place - 1));
    operator.drop_the_rules();
    operator.put(place, (Entry { body: body.digest(), ..entry }, body));
}

fn roll_back_with_the_pin(scene: &mut Scene) {
    let before = scene.roll_back();
    fs::copy(before.folder().join("data/pin"), scene.database.folder().join("data/pin")).unwrap();
}

/// The coach opens the report as if it were that day; then the day after the last one comes.
fn set_the_clock_back(scene: &mut Scene, to: &str) {
    scene.team.service.start_again();
    scene.team.service.clock(to);
    scene.open_unseen();
    scene.team.service.clock("2090-03-04T10:00:00Z");
}

/// What is kept of the thread is changed, and one more access follows; then the day is over.
fn change_what_is_kept(scene: &mut Scene, change: impl FnOnce(&mut Safekeeping)) {
    scene.operator().change_what_is_kept(scene.thread(), change);
    scene.team.service.start_again();
    scene.open_unseen();
    scene.team.service.clock("2090-03-04T10:00:00Z");
}

/// The table as it stands in the document.
fn table() -> Vec<String> {
    let row = |name: &str, cells: &[String]| format!("| {name} | {} |", cells.join(" | "));
    let heads: Vec<String> = READERS.iter().map(|reader| reader.name.to_owned()).collect();
    let line = format!("|---|{}", "---|".repeat(heads.len()));
    let rows = ATTACKS.iter().map(|attack| row(attack.name, &attack.seen.map(|code| code.to_string())));
    [row("Attack", &heads), line].into_iter().chain(rows).collect()
}

#[test]
fn each_attack_on_the_log_is_noticed_by_whom_the_table_says() {
    for database in databases() {
        let mut scene = Scene::begin(database);
        let now = scene.database.keep();
        let mut wrong = Vec::new();
        for attack in &ATTACKS {
            scene.database.put_back(&now);
            (attack.act)(&mut scene);
            if !scene.team.service.is_running() {
                scene.team.service.start_again();
            }
            let seen = look(&scene);
            scene.team.service.relay.change_nothing();
            scene.team.service.stop();
            let codes: Vec<i32> = seen.iter().map(|(_, ran)| ran.code).collect();
            if codes != attack.seen {
                wrong.push(format!("{}: {codes:?}\n{seen:#?}", attack.name));
            }
        }
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }
}

#[test]
fn the_document_has_these_rows_and_no_others() {
    let document = include_str!("../../docs/attacks.md");
    let rows: Vec<&str> = document.lines().filter(|line| line.starts_with('|')).collect();
    assert_eq!(rows, table(), "the table of docs/attacks.md should be:\n{}", table().join("\n"));
    let unnoticed = |attack: &&Attack| attack.seen.iter().all(|code| *code == 0);
    let names: Vec<&str> = ATTACKS.iter().filter(unnoticed).map(|attack| attack.name).collect();
    assert_eq!(names, ["The clock is set back by a day"], "nobody notices");
}
