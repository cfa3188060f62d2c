//! Who looks at the log, each with the real program, and what it exits with.

use super::scene::Scene;
use crate::support::program::{self, Ran};
use crate::support::service::SLUG;
use std::path::PathBuf;

/// A column of `docs/attacks.md`.
pub(super) struct Reader {
    pub(super) name: &'static str,
    look: fn(&Scene) -> Ran,
}

/// In the order in which they look: the coach last, because she writes.
pub(super) const READERS: [Reader; 11] = [
    Reader { name: "server", look: |scene| program::run_at(&scene.database, &["doctor"], "") },
    Reader { name: "verify", look: |scene| program::run_at(&scene.database, &["audit", "verify"], "") },
    Reader { name: "fsck", look: |scene| program::run_at(&scene.database, &["audit", "fsck"], "") },
    Reader { name: "witness", look: Scene::witness },
    Reader { name: "cosign", look: Scene::cosign },
    Reader { name: "monitor", look: |scene| scene.follow("monitor", "monitor") },
    Reader { name: "outside", look: Scene::outside },
    Reader { name: "reporter", look: Scene::reporter },
    Reader { name: "auditor", look: |scene| scene.desk("wim", &["log", "--days", "0"]) },
    Reader { name: "receipt", look: Scene::receipt },
    Reader { name: "coach", look: |scene| scene.desk("an", &["show", "1"]) },
];

/// The exit codes of all.
pub(super) fn look(scene: &Scene) -> Vec<(&'static str, Ran)> {
    READERS.iter().map(|reader| (reader.name, (reader.look)(scene))).collect()
}

const NAME: &str = "council.example/witness";
/// A second one, without a network.
const STICK: &str = "stick.example/witness";

impl Scene {
    fn file(&self, name: &str) -> PathBuf {
        self.database.folder().join(name)
    }

    fn word(&self, name: &str) -> String {
        self.file(name).to_str().unwrap().to_owned()
    }

    pub(super) fn follow(&self, what: &str, state: &str) -> Ran {
        let (address, state) = (&self.team.service.address, self.word(state));
        let mut words = vec!["audit", what, "--server", address, "--state", &state];
        words.extend(if what == "witness" { &["--name", NAME][..] } else { &[] });
        program::run(&words, "", &[])
    }

    pub(super) fn witness(&self) -> Ran {
        self.follow("witness", "council")
    }

    /// By file: the operator writes the request, the witness answers. Where no request can be written, that is seen.
    pub(super) fn cosign(&self) -> Ran {
        let state = self.word("stick");
        let signed = std::fs::read_to_string(self.file("stick/checkpoint")).unwrap_or_default();
        let old = signed.lines().nth(1).unwrap_or("0");
        let request = program::run_at(&self.database, &["audit", "request", "--old", old], "");
        if request.code != 0 {
            return request;
        }
        let words = ["audit", "cosign", "--state", &state, "--name", STICK, "--log-key", &self.log_key];
        program::run(&words, &request.out, &[])
    }

    fn outside(&self) -> Ran {
        let (policy, kept) = (self.word("policy"), self.word("kept"));
        let address = &self.team.service.address;
        program::run(&["audit", "verify", "--server", address, "--policy", &policy, "--since", &kept], "", &[])
    }

    fn receipt(&self) -> Ran {
        program::run(&["audit", "receipt", &self.word("proof"), "--log-key", &self.log_key], "", &[])
    }

    fn reporter(&self) -> Ran {
        let origin = self.team.service.relay.origin();
        let words = ["mailbox", "--server", &origin, "--org", SLUG, "receipt"];
        program::run(&words, "", &[("MICROMOED_TOKEN", &self.token)])
    }

    /// A command at a desk: a device is a folder of this name.
    pub(super) fn desk(&self, device: &str, rest: &[&str]) -> Ran {
        self.desk_with(device, rest, "")
    }

    pub(super) fn desk_with(&self, device: &str, rest: &[&str], input: &str) -> Ran {
        let (origin, state) = (self.team.service.relay.origin(), self.word(device));
        let who = if device == "wim" { &self.wim } else { &self.team.an };
        let place = ["desk", "--server", &origin, "--org", SLUG, "--state", &state, "--account", &who.account];
        program::run(&[&place, rest].concat(), input, &[("MICROMOED_PASSPHRASE", &who.passphrase)])
    }
}
