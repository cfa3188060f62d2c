//! An installation with a history, and everybody who watches it, each with a folder of her own inside the test's.

use super::operator::{Operator, Row};
use super::readers::look;
use crate::support::databases::{Database, Kept};
use crate::support::http::ask;
use crate::support::people::{Coach, Team};
use crate::support::program::Ran;
use crate::support::service::{SLUG, Ticks};
use client::Wait;
use crypto::ledger::{Ratchet, Step};
use crypto::token::{ReplyToken, ReporterKeys};
use crypto::wire::{Released, Releases};
use crypto::{OrganisationId, PersonId, ThreadId, json};
use std::fs;
use std::sync::Arc;

pub(super) struct Scene {
    pub(super) database: Arc<Database>,
    pub(super) team: Team,
    pub(super) wim: Coach,
    pub(super) token: String,
    pub(super) log_key: String,
    /// The second coach, who has opened nothing.
    pub(super) bo: PersonId,
    pub(super) organisation: OrganisationId,
    /// The evening before the last day.
    before: Option<Kept>,
}

impl Scene {
    /// One report, opened on two days, answered on the second. At the end everybody has looked and found nothing, and
    /// nothing runs.
    pub(super) fn begin(database: Database) -> Self {
        let database = Arc::new(database);
        let team = Team::begin(&database, Ticks::Daily("2090-03-01T10:00:00Z"));
        let [bo, wim] = team.take_in(&[("coach", "Bo Claes"), ("auditor", "Wim Raad")]).try_into().ok().unwrap();
        let token = team.report("it is noisy").token.to_string();
        let organisation = team.service.organisation(SLUG).id();
        let bo = bo.keys(&team.service).0.person;
        let mut scene = Self { database, team, wim, token, log_key: String::new(), bo, organisation, before: None };
        scene.team.service.clock("2090-03-01T20:00:00Z");
        done(&scene.desk("an", &["inbox"]));
        done(&scene.desk("an", &["show", "1"]));
        scene.team.service.clock("2090-03-02T10:00:00Z");
        scene.watch();
        scene.team.service.stop();
        scene.before = Some(scene.database.keep());
        scene.team.service.start_again();
        done(&scene.desk("an", &["show", "1"]));
        done(&scene.desk_with("an", &["reply", "1"], "thank you"));
        scene.team.service.clock("2090-03-03T10:00:00Z");
        for (reader, ran) in look(&scene) {
            assert_eq!(ran.code, 0, "before any attack, {reader}: {ran:?}");
        }
        scene.save("/ledger/checkpoint", "kept");
        scene.team.service.stop();
        scene
    }

    fn save(&self, path: &str, file: &str) {
        let answer = ask(&self.team.service.address, "GET", path, &[], b"");
        fs::write(self.database.folder().join(file), answer.body).unwrap();
    }

    /// Witnesses and a monitor begin, and somebody keeps a checkpoint, a policy and a proof.
    fn watch(&mut self) {
        let first = self.follow("monitor", "monitor");
        let key = |text: &str, name: &str| {
            let found = text.split(|letter: char| letter.is_whitespace()).find(|word| word.starts_with(name));
            found.unwrap_or_else(|| panic!("no key in {text:?}")).trim_end_matches('.').to_owned()
        };
        self.log_key = key(&first.out, "micromoed.org/ledger/");
        let council = key(&self.witness().err, "council.example/witness+");
        self.team.service.restart_with("MICROMOED_LEDGER__WITNESSES", &format!("[\"{council}\"]"));
        done(&self.witness());
        done(&self.cosign());
        self.save("/ledger/policy", "policy");
        self.save("/ledger/checkpoint", "kept");
        let proofs = self.team.mailbox(&self.token, |mailbox| mailbox.proofs().wait()).unwrap();
        fs::write(self.database.folder().join("proof"), &proofs[0].text).unwrap();
    }

    /// Puts back the database as it was then; the rest is of today.
    pub(super) fn roll_back(&self) -> &Kept {
        let before = self.before.as_ref().unwrap();
        self.database.put_back_stored(before);
        before
    }

    pub(super) fn operator(&self) -> Operator {
        Operator(self.database.clone())
    }

    fn keys(&self) -> ReporterKeys {
        ReplyToken::parse(self.organisation, &self.token).unwrap().keys(self.organisation, 0)
    }

    pub(super) fn thread(&self) -> (OrganisationId, ThreadId) {
        (self.organisation, self.keys().thread_key.thread())
    }

    /// The step of an access to the report, as the server has it at the time.
    pub(super) fn step(&self, number: u32) -> Step {
        let seed = self.keys().thread_key.ledger_seed();
        Ratchet::at(seed, self.organisation, number).unwrap().step(self.organisation)
    }

    /// The steps after the newest one.
    pub(super) fn next_steps(&self) -> Vec<Step> {
        let newest = self.newest_access().0;
        (newest + 1..newest + 5).map(|number| self.step(number)).collect()
    }

    /// Number and place in the log of the newest access to the report.
    pub(super) fn newest_access(&self) -> (u32, u64) {
        self.access_before(u64::MAX)
    }

    /// The place of the newest one that was published.
    pub(super) fn published_access(&self) -> u64 {
        self.access_before(self.checkpoints()[0]).1
    }

    fn access_before(&self, size: u64) -> (u32, u64) {
        let entries = self.operator().entries();
        let place = |number| entries.iter().position(|entry| entry.tag == self.step(number).tag());
        let mut accesses = (1..20).filter_map(|number| Some((number, u64::try_from(place(number)?).unwrap())));
        accesses.rfind(|(_, place)| *place < size).expect("it was opened")
    }

    /// Sizes of the log at its checkpoints, the newest first.
    pub(super) fn checkpoints(&self) -> Vec<u64> {
        let query = "SELECT CAST(size AS TEXT) AS line FROM ledger_checkpoint ORDER BY size DESC";
        self.database.lines(query).iter().map(|size| size.parse().unwrap()).collect()
    }

    /// The coach opens the report on a device that remembers nothing.
    pub(super) fn open_unseen(&self) {
        drop(fs::remove_dir_all(self.database.folder().join("elsewhere")));
        done(&self.desk("elsewhere", &["inbox"]));
        done(&self.desk("elsewhere", &["show", "1"]));
    }

    /// A day's work of a server that lies about each release: what it enters, and what it tells the coach.
    pub(super) fn lie_about_a_release(&mut self, forge: impl Fn(&Operator, u64, Row) -> Row + Send + Sync + 'static) {
        self.team.service.start_again();
        self.open_unseen();
        self.team.service.stop();
        let operator = self.operator();
        let (_, place) = self.newest_access();
        let was = operator.row(place);
        operator.drop_the_rules();
        operator.put(place, forge(&operator, place, was));
        operator.sign_anew();
        self.team.service.start_again();
        // Another access follows, so that the day has a beginning and an end.
        self.open_unseen();
        self.team.service.clock("2090-03-04T10:00:00Z");
        self.team.service.relay.change_answers(move |request, answer| {
            if request.route().1 == "/api/v1/desk/releases" && answer.status() == 200 {
                let mut released: Released = json::read(&answer.body).unwrap();
                let since = json::read::<Releases>(&request.body).unwrap().since;
                operator.lie(&mut released, since, &forge);
                answer.body = json::write(&released).unwrap();
            }
        });
    }
}

pub(super) fn done(ran: &Ran) {
    assert_eq!(ran.code, 0, "{ran:?}");
}
