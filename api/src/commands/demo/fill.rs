//! Lets the sample happen: day by day, with the client library, over HTTP.

use super::sample::{By, Event, Report, Sample, Step};
use super::set_clock;
use crate::commands::request::Request;
use crate::commands::{invite, org};
use crate::{Error, entropy, socket};
use chacha20::ChaCha20Rng;
use client::desk::{Accepted, Changes, Desk, Newcomer, accept};
use client::mailbox::Mailbox;
use client::organisation::{self, Address, Organisation};
use client::report::{Draft, Sent, send};
use client::state::Folder;
use client::{Server, Wait};
use crypto::ThreadId;
use crypto::thread::Content;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

const SLUG: &str = "zonnehuis";

/// Somebody at a desk.
pub(super) struct Person {
    name: &'static str,
    role: &'static str,
    state: PathBuf,
    accepted: Accepted,
}

/// What whoever started the demo is shown.
pub(super) struct Tour {
    server: String,
    organisation: String,
    data: PathBuf,
    people: Vec<Person>,
    reports: usize,
    token: String,
}

struct Story<'a> {
    sample: &'a Sample,
    server: &'a str,
    data: &'a Path,
    desks: BTreeMap<By, Desk>,
    /// By the report's number.
    sent: BTreeMap<usize, Sent>,
    rng: ChaCha20Rng,
}

/// Fills the sample in. The clock ends at the present.
///
/// # Errors
/// What a journey ends with.
pub(super) fn fill(sample: &Sample, server: &str, folder: &Path, data: &Path) -> Result<Tour, Error> {
    let desks = BTreeMap::new();
    let mut story = Story { sample, server, data, desks, sent: BTreeMap::new(), rng: entropy::generator()? };
    let people = story.take_office(&folder.join("desks"))?;
    for day in sample.calendar() {
        set_clock(data, day)?;
        story.live(day)?;
    }
    // Their state folders are let go of, for whoever goes on.
    story.desks.clear();
    let fingerprint = people.first().map(|first| first.accepted.fingerprint.clone()).unwrap_or_default();
    let shown = sample.reports.iter().position(|report| report.tour).unwrap_or_default();
    Ok(Tour {
        server: server.into(),
        organisation: format!("{SLUG}#fp={fingerprint}"),
        data: data.into(),
        people,
        reports: sample.reports.len(),
        token: story.sent.get(&shown).map(|sent| sent.token.clone()).unwrap_or_default(),
    })
}

impl Story<'_> {
    fn connect(&self) -> Result<Server, Error> {
        Ok(Server::new(self.server, None)?)
    }

    fn look(&self) -> Result<(Server, Address, Organisation), Error> {
        let (server, address) = (self.connect()?, SLUG.parse::<Address>()?);
        let organisation = organisation::fetch(&server, &address).wait()?;
        Ok((server, address, organisation))
    }

    /// The organisation, its first coach, and who comes after her.
    fn take_office(&mut self, desks: &Path) -> Result<Vec<Person>, Error> {
        let day = self.sample.beginning();
        let create = org::Create { slug: SLUG.into(), name: "Zonnehuis, team service".into(), locale: "nl-BE".into() };
        let first = self.invitation(Request::OrganisationCreate(create))?;
        let mut people = vec![self.accept(desks, By::An, "An De Smet", "coach", &first)?];
        set_clock(self.data, day.saturating_sub(2))?;
        let others =
            [(By::Bram, "Bram Maes", "coach"), (By::Mia, "Mia Claes", "fallback"), (By::Wim, "Wim Raes", "auditor")];
        for (by, name, role) in others {
            let invite = invite::Invite { slug: SLUG.into(), role: role.into(), name: Some(name.into()) };
            let invitation = self.invitation(Request::Invite(invite))?;
            people.push(self.accept(desks, by, name, role, &invitation)?);
        }
        set_clock(self.data, day.saturating_sub(3))?;
        for by in [By::An, By::Bram, By::Mia] {
            if let Some(person) = people.get(by.place()) {
                let (server, _, organisation) = self.look()?;
                let (folder, passphrase) = (Folder::open(&person.state)?, &person.accepted.passphrase);
                let desk =
                    Desk::unlock(server, organisation, folder, Some(&person.accepted.account), passphrase).wait()?;
                self.desks.insert(by, desk);
            }
            if by == By::An {
                self.approve()?;
            }
        }
        Ok(people)
    }

    fn invitation(&self, request: Request) -> Result<String, Error> {
        let document = socket::ask(self.data, &request)?.unwrap_or_default();
        let invitation = document.get("invitation").and_then(Value::as_str);
        invitation.map(str::to_owned).ok_or_else(|| Error::Refused("the server stopped".into()))
    }

    fn accept(
        &mut self,
        desks: &Path,
        by: By,
        name: &'static str,
        role: &'static str,
        invitation: &str,
    ) -> Result<Person, Error> {
        let account = by.account();
        let newcomer = Newcomer { invitation, name: Some(name), account: Some(account) };
        let state = desks.join(account);
        let (server, address) = (self.connect()?, SLUG.parse::<Address>()?);
        let accepted = accept(&server, &address, &mut Folder::open(&state)?, &newcomer, &mut self.rng).wait()?;
        Ok(Person { name, role, state, accepted })
    }

    /// The guardian signs everybody in who waits, one after the other.
    fn approve(&mut self) -> Result<(), Error> {
        let Some(desk) = self.desks.get_mut(&By::An) else { return Ok(()) };
        while let Some(waiting) = desk.people().wait()?.pending.first() {
            desk.approve(waiting.n, false).wait()?;
            desk.look_again().wait()?;
        }
        Ok(())
    }

    fn live(&mut self, day: u32) -> Result<(), Error> {
        let mut listed = Vec::new();
        for event in self.sample.events(day) {
            match event {
                Event::Report(number, report) => {
                    self.report(number, report)?;
                    // She looks every day, so that a report is listed on the day it came.
                    self.look_in(By::An)?;
                }
                Event::Say(number, text) => self.say(number, text)?,
                Event::Desk(number, step) => {
                    let Some(thread) = self.sent.get(&number).and_then(|sent| ThreadId::from_hex(&sent.id).ok()) else {
                        continue;
                    };
                    if !listed.contains(&step.by) {
                        listed.push(step.by);
                        self.look_in(step.by)?;
                    }
                    let Some(desk) = self.desks.get_mut(&step.by) else { continue };
                    act(desk, thread, step, &mut self.rng)?;
                }
            }
        }
        Ok(())
    }

    fn look_in(&mut self, by: By) -> Result<(), Error> {
        let Some(desk) = self.desks.get_mut(&by) else { return Ok(()) };
        desk.look_again().wait()?;
        desk.inbox(&mut self.rng).wait()?;
        Ok(())
    }

    fn report(&mut self, number: usize, report: &Report) -> Result<(), Error> {
        let (server, address, organisation) = self.look()?;
        let (exclude, with_fallback) = (&report.exclude, report.with_fallback);
        let draft = Draft { text: report.text.trim(), exclude, with_fallback, gate_code: None };
        let sent = send(&server, &address, &organisation, &draft, &mut self.rng).wait()?;
        self.sent.insert(number, sent);
        Ok(())
    }

    fn say(&mut self, number: usize, text: &str) -> Result<(), Error> {
        let (server, _, organisation) = self.look()?;
        if let Some(sent) = self.sent.get(&number) {
            Mailbox::open(&server, &organisation, &sent.token)?.say(text, &mut self.rng).wait()?;
        }
        Ok(())
    }
}

fn act(desk: &mut Desk, thread: ThreadId, step: &Step, rng: &mut ChaCha20Rng) -> Result<(), Error> {
    let n = desk.number_of(thread).ok_or_else(|| Error::Refused("a report of the sample was not listed".into()))?;
    if step.open {
        desk.show(n, None, rng).wait()?;
    }
    if let Some(text) = &step.reply {
        desk.reply(n, &Content::Text(text.clone()), rng).wait()?;
    }
    if let Some(text) = &step.note {
        desk.note(n, text, rng).wait()?;
    }
    if !step.triage.is_empty() {
        desk.triage(n, &Changes::parse(&step.triage)?, rng).wait()?;
    }
    Ok(())
}

impl By {
    const fn account(self) -> &'static str {
        match self {
            Self::An => "an",
            Self::Bram => "bram",
            Self::Mia => "mia",
            Self::Wim => "wim",
        }
    }

    /// In the order in which they came.
    const fn place(self) -> usize {
        match self {
            Self::An => 0,
            Self::Bram => 1,
            Self::Mia => 2,
            Self::Wim => 3,
        }
    }
}

impl Tour {
    /// For programs.
    pub(super) fn document(&self) -> Value {
        let person = |person: &Person| {
            json!({
                "name": person.name,
                "role": person.role,
                "account": person.accepted.account,
                "passphrase": person.accepted.passphrase,
                "recovery_kit": person.accepted.recovery_kit,
                "state": person.state,
            })
        };
        json!({
            "pages": { "landing": self.landing(), "desk": self.desk(), "audit": self.audit() },
            "server": self.server,
            "organisation": self.organisation,
            "data": self.data,
            "people": self.people.iter().map(person).collect::<Vec<_>>(),
            "reports": self.reports,
            "token": self.token,
            "next": self.commands().into_iter().map(|(_, command)| command).collect::<Vec<_>>(),
        })
    }

    /// For people.
    pub(super) fn text(&self) -> String {
        let mut text = format!(
            "\nZonnehuis, a sample organisation with {} invented reports, until this program ends (Ctrl-C)\n\n  \
             reporters  {}\n  coaches    {}\n  auditor    {}\n\nDemo accounts and passphrases\n",
            self.reports,
            self.landing(),
            self.desk(),
            self.audit()
        );
        for Person { name, role, accepted, .. } in &self.people {
            text.push_str(&format!("  {name:<12}{role:<10}{:<6}{}\n", accepted.account, accepted.passphrase));
        }
        let token = format!("\nThe reply token of a report that was answered\n  {}\n\nWhat to type next\n", self.token);
        text.push_str(&token);
        for (what, command) in self.commands() {
            text.push_str(&format!("\n# {what}\n{command}\n"));
        }
        text.trim_end().into()
    }

    /// The page for reporters, with the words a poster has.
    fn landing(&self) -> String {
        format!("{}/{}", self.server, self.organisation)
    }

    fn desk(&self) -> String {
        format!("{}/desk#{SLUG}", self.server)
    }

    fn audit(&self) -> String {
        format!("{}/audit#{SLUG}", self.server)
    }

    fn commands(&self) -> Vec<(&'static str, String)> {
        let program = std::env::args().next().unwrap_or_else(|| "micromoed".into());
        let place = format!("--server {} --org '{}'", self.server, self.organisation);
        let desk = |person: &Person, act: &str| {
            let passphrase = format!("MICROMOED_PASSPHRASE='{}'", person.accepted.passphrase);
            format!("{passphrase} {program} desk {place} --state {} {act}", person.state.display())
        };
        let mut commands = Vec::new();
        if let Some(an) = self.people.first() {
            commands.push(("The coach's desk: what is new", desk(an, "inbox")));
            commands.push(("A thread; this stands in the access log", desk(an, "show 1")));
            let reply = desk(an, "reply 1");
            commands.push(("An answer", format!("echo 'Dank je, ik kijk het na.' | {reply}")));
        }
        let token = format!("MICROMOED_TOKEN={}", self.token);
        commands.push(("The reporter reads", format!("{token} {program} mailbox {place} read")));
        commands.push(("Somebody reports", format!("echo 'Mag ik iets vragen?' | {program} report {place}")));
        let verify = format!("{program} --data {} audit verify", self.data.display());
        commands.push(("The access log, computed anew", verify));
        commands
    }
}
