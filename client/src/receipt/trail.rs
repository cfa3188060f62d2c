//! The entries of one thread, found by their tags while the log passes by.

use super::ProblemView;
use crate::mailbox::Thread;
use crypto::ledger::{Body, Entry, Ratchet, Record, Step, decoy_seed};
use crypto::{OrganisationId, Secret, Sorted, Tag};

/// Tags that are looked for beyond the newest one found. A server that leaves out more is noticed by the entries before.
const AHEAD: u32 = 64;

/// An entry that is about the thread.
pub(super) struct Found {
    pub(super) place: u64,
    pub(super) number: u32,
    pub(super) entry: Entry,
}

pub(super) struct Trail {
    organisation: OrganisationId,
    seed: Secret<32>,
    /// Where the next step comes from; nothing at the ratchet's end.
    ratchet: Option<Ratchet>,
    steps: Vec<Step>,
    known: Sorted<Tag, u32>,
    found: Vec<Found>,
}

impl Trail {
    pub(super) fn new(organisation: OrganisationId, thread: &Thread) -> Self {
        let seed = thread.keys.thread_key.ledger_seed();
        let ratchet = Some(Ratchet::start(seed.clone()));
        let mut trail =
            Self { organisation, seed, ratchet, steps: Vec::new(), known: Sorted::new(), found: Vec::new() };
        trail.look_ahead(0);
        trail
    }

    fn look_ahead(&mut self, newest: u32) {
        let wanted = usize::try_from(newest.saturating_add(AHEAD)).unwrap_or(usize::MAX);
        while self.steps.len() <= wanted
            && let Some(mut ratchet) = self.ratchet.take()
        {
            let step = ratchet.step(self.organisation);
            self.known.insert(step.tag(), step.counter());
            self.steps.push(step);
            self.ratchet = ratchet.advance(self.organisation).is_ok().then_some(ratchet);
        }
    }

    pub(super) fn see(&mut self, place: u64, entry: &Entry) {
        if let Some(number) = self.known.get(&entry.tag).copied() {
            self.found.push(Found { place, number, entry: *entry });
            self.look_ahead(number);
        }
    }

    pub(super) fn found(&self) -> impl Iterator<Item = &Found> {
        self.found.iter()
    }

    pub(super) fn open(&self, found: &Found, body: &Body) -> Option<Record> {
        let step = self.steps.get(usize::try_from(found.number).ok()?)?;
        step.open(self.organisation, &found.entry, body).ok()
    }

    /// What opens this one entry, and no other, for whoever gets it: organisation ‖ step ‖ body.
    pub(super) fn extra(&self, found: &Found, body: &Body) -> Vec<u8> {
        let step = usize::try_from(found.number).ok().and_then(|number| self.steps.get(number));
        let step = step.map(Step::to_bytes);
        [&self.organisation.0[..], step.as_ref().map_or(&[], |step| step.expose()), body.as_bytes()].concat()
    }

    pub(super) fn is_registered(&self) -> bool {
        self.found.iter().any(|found| found.number == 0)
    }

    /// Numbers left out, and numbers that stand there twice.
    pub(super) fn faults(&self) -> Vec<ProblemView> {
        ProblemView::of_numbers(self.found.iter().map(|found| found.number), Some(0))
    }

    /// Follows from the thread and from nothing else.
    pub(super) fn decoys(&self) -> [u8; 32] {
        *decoy_seed(self.organisation, &self.seed).expose()
    }
}
