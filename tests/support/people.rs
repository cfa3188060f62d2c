//! The people of a test, each with a device of her own.

use super::databases::Database;
use super::service::{SLUG, Service, Ticks, address};
use client::desk::{self, Desk, Newcomer};
use client::entropy::generator;
use client::mailbox::{Mailbox, View};
use client::report::{self, Draft, Sent};
use client::state::Folder;
use client::{Error, Server, Wait};
use crypto::staff::Unlock;
use crypto::vault::{SealedVault, Vault, WrapKind};
use std::path::PathBuf;
use tempfile::TempDir;

/// Somebody of the staff: what she wrote down, and her state folder.
pub(crate) struct Coach {
    pub(crate) slug: String,
    pub(crate) name: String,
    pub(crate) account: String,
    pub(crate) passphrase: String,
    pub(crate) kit: String,
    /// Her seven words.
    pub(crate) words: String,
    device: TempDir,
}

impl Coach {
    /// Accepts an invitation on a new device.
    pub(crate) fn accept(service: &Service, slug: &str, invitation: &str, name: &str) -> Self {
        let device = tempfile::tempdir().unwrap();
        let mut folder = Folder::open(&device.path().join("desk")).unwrap();
        let newcomer = Newcomer { invitation, name: Some(name), account: None };
        let accepted =
            desk::accept(&service.server(), &address(slug), &mut folder, &newcomer, &mut generator().unwrap())
                .wait()
                .unwrap();
        Self {
            slug: slug.into(),
            name: name.into(),
            account: accepted.account,
            passphrase: accepted.passphrase,
            kit: accepted.recovery_kit,
            words: accepted.words,
            device,
        }
    }

    /// Her state folder.
    pub(crate) fn state(&self) -> PathBuf {
        self.device.path().join("desk")
    }

    /// Unlocks her desk.
    pub(crate) fn sit(&self, service: &Service) -> Desk {
        self.try_to_sit(service, &self.state()).unwrap()
    }

    /// Unlocks it on another device, which knows nothing yet.
    pub(crate) fn sit_elsewhere(&self, service: &Service) -> Desk {
        self.try_to_sit(service, &self.device.path().join("other")).unwrap()
    }

    pub(crate) fn try_to_sit(&self, service: &Service, state: &std::path::Path) -> Result<Desk, Error> {
        let (server, organisation) = (service.server(), service.organisation(&self.slug));
        Desk::unlock(server, organisation, Folder::open(state).unwrap(), Some(&self.account), &self.passphrase).wait()
    }

    /// Her secret keys, as she herself can open them: to sign what no honest desk would.
    pub(crate) fn keys(&self, service: &Service) -> (Vault, Unlock) {
        let organisation = service.organisation(&self.slug);
        let unlock = Unlock::from_passphrase(organisation.id(), &self.account, &self.passphrase).unwrap();
        let sealed = SealedVault::parse(&std::fs::read(self.state().join("vault")).unwrap()).unwrap();
        let (vault, _) = sealed.open(WrapKind::Passphrase, &unlock.vault).unwrap();
        (vault, unlock)
    }
}

/// An organisation with its first coach.
pub(crate) struct Team {
    pub(crate) service: Service,
    pub(crate) an: Coach,
}

impl Team {
    pub(crate) fn begin(database: &Database, ticks: Ticks) -> Self {
        let service = Service::start(database, ticks);
        let invitation = service.create(SLUG);
        let an = Coach::accept(&service, SLUG, &invitation, "An Peeters");
        Self { service, an }
    }

    /// Invites somebody, who accepts and waits for the guardians.
    pub(crate) fn invite(&self, role: &str, name: &str) -> Coach {
        Coach::accept(&self.service, SLUG, &self.service.invite(SLUG, role, name), name)
    }

    /// Takes people in while An is the only guardian.
    pub(crate) fn take_in(&self, people: &[(&str, &str)]) -> Vec<Coach> {
        let taken_in: Vec<Coach> = people.iter().map(|(role, name)| self.invite(role, name)).collect();
        for person in &taken_in {
            // Each roster follows the one before, so the desk has to see that one first.
            assert_eq!(sign_in(&mut self.an.sit(&self.service), &person.name, false), (1, 1));
        }
        taken_in
    }

    /// Sends a report to everybody.
    pub(crate) fn report(&self, text: &str) -> Sent {
        self.report_as(text, &[], false).unwrap()
    }

    pub(crate) fn report_as(&self, text: &str, exclude: &[&str], with_fallback: bool) -> Result<Sent, Error> {
        let exclude: Vec<String> = exclude.iter().map(|name| (*name).to_owned()).collect();
        let (server, organisation) = (self.service.server(), self.service.organisation(SLUG));
        let draft = Draft { text, exclude: &exclude, with_fallback, gate_code: None };
        report::send(&server, &address(SLUG), &organisation, &draft, &mut generator().unwrap()).wait()
    }

    /// Does something with the mailbox of a token.
    pub(crate) fn mailbox<T>(&self, token: &str, act: impl FnOnce(&Mailbox<'_>) -> T) -> T {
        let (server, organisation): (Server, _) = (self.service.server(), self.service.organisation(SLUG));
        act(&Mailbox::open(&server, &organisation, token).unwrap())
    }

    pub(crate) fn read(&self, token: &str) -> View {
        self.mailbox(token, |mailbox| mailbox.read().wait()).unwrap()
    }

    /// Erases everything of a token; answers how many threads went.
    pub(crate) fn erase(&self, token: &str) -> usize {
        self.mailbox(token, |mailbox| mailbox.erase().wait()).unwrap().erased
    }

    pub(crate) fn say(&self, token: &str, text: &str) -> client::mailbox::Said {
        self.mailbox(token, |mailbox| mailbox.say(text, &mut generator().unwrap()).wait()).unwrap()
    }
}

/// A guardian signs somebody in; answers signatures and signatures needed.
pub(crate) fn sign_in(guardian: &mut Desk, name: &str, as_guardian: bool) -> (u8, u8) {
    let people = guardian.people().wait().unwrap();
    let waiting = people.pending.iter().find(|pending| pending.name == name);
    let approval =
        guardian.approve(waiting.unwrap_or_else(|| panic!("{name} does not wait")).n, as_guardian).wait().unwrap();
    (approval.signatures, approval.needed)
}

/// What a view says, as `author: text` in order; damage is said in place of the text.
pub(crate) fn lines(messages: &[client::conversation::MessageView]) -> Vec<String> {
    let line = |message: &client::conversation::MessageView| {
        let text = message.damage.or(message.status).unwrap_or(&message.text);
        format!("{}: {text}", message.author)
    };
    messages.iter().map(line).collect()
}
