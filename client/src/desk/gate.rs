//! Through the gate: enrolling in a thread, signing a release, and checking the log's proof before anything that came
//! with it is decrypted.

use super::Desk;
use crate::{ATTEMPTS, Error};
use crypto::access::Enrolment;
use crypto::ledger::{
    Act, Body, Checkpoint, Entry, Head, NoteKey, Purpose, Ratchet, Release, SignedNote, Step, verify_inclusion,
};
use crypto::thread::ThreadKey;
use crypto::wire::{
    Bytes, Enrolled, EnrolmentDocument, Enrolments, LogProof, ReleaseStatement, Released, ReleasedThread, Releases,
};
use crypto::{Day, Digest, Signature};

/// A release this desk signed.
pub(super) struct Signed {
    pub(super) document: ReleaseStatement,
    release: Release,
    signature: Signature,
    step: Step,
}

impl Desk {
    /// Enrols in a thread (again, if need be) and learns the number of its next access and the day to sign.
    pub(super) fn enrol(&self, key: &ThreadKey) -> Result<(u32, Day), Error> {
        let (challenge, _) = self.challenge()?;
        let Enrolment { thread, by_reader, by_person } =
            Enrolment::make(key, self.vault.person, &self.vault.sign, &challenge);
        let enrolment = EnrolmentDocument { thread, by_reader: by_reader.into(), by_person: by_person.into() };
        let document = Enrolments { challenge: Bytes(challenge.0.to_vec()), enrolments: vec![enrolment] };
        let enrolled: Enrolled = self.server.post("/api/v1/desk/enrolments", &document)?;
        if enrolled.gone.contains(&thread) {
            return Err(Error::Erased(thread));
        }
        let counter = enrolled.threads.iter().find(|counter| counter.thread == thread);
        let counter = counter.ok_or(Error::Answer("it says nothing of this thread"))?;
        Ok((counter.counter, Day(enrolled.today)))
    }

    /// Signs one access.
    pub(super) fn sign(&self, key: &ThreadKey, counter: u32, purpose: Purpose, day: Day) -> Result<Signed, Error> {
        let step = Ratchet::at(key.ledger_seed(), key.organisation(), counter)?.step(key.organisation());
        let release = Release { tag: step.tag(), counter, purpose, day };
        let signature = release.sign(key.organisation(), &self.vault.sign);
        let document = ReleaseStatement {
            thread: key.thread(),
            counter,
            tag: Bytes(release.tag.0.to_vec()),
            purpose: purpose.code(),
            day: day.0,
            signature: signature.into(),
        };
        Ok(Signed { document, release, signature, step })
    }

    /// Asks for a thread's bodies; what is returned stands in the log under this desk's own signature.
    pub(super) fn release(
        &mut self,
        key: &ThreadKey,
        purpose: Purpose,
    ) -> Result<(ReleasedThread, Release), Error> {
        let mut overtaken = Error::Answer("it is of two minds about this thread");
        for _ in 0..ATTEMPTS {
            let (counter, day) = self.enrol(key)?;
            let signed = self.sign(key, counter, purpose, day)?;
            let releases = Releases { releases: vec![signed.document.clone()] };
            let released: Released = match self.server.post("/api/v1/desk/releases", &releases) {
                Err(error) if error.is_problem("stale-counter") || error.is_problem("stale") => {
                    overtaken = error;
                    continue;
                }
                Err(error) if error.is_problem("erased") => return Err(Error::Erased(key.thread())),
                answer => answer?,
            };
            let Ok([thread]) = <[ReleasedThread; 1]>::try_from(released.threads) else {
                return Err(Error::Answer("it does not hold the one thread that was asked for"));
            };
            if thread.thread != key.thread() {
                return Err(Error::Answer("it holds another thread than was asked for"));
            }
            let log = NoteKey::parse(&self.organisation.public.log_key)?;
            let head = self.check(key, &signed, &thread.entry, &released.head, &log)?;
            self.keep_head(head)?;
            return Ok((thread, signed.release));
        }
        Err(overtaken)
    }

    /// Tag, counter, body, place under the signed head: all of it before anything is decrypted.
    fn check(
        &self,
        key: &ThreadKey,
        signed: &Signed,
        proof: &LogProof,
        head: &str,
        log: &NoteKey,
    ) -> Result<Head, Error> {
        let (entry, body) = (Entry::parse(&proof.entry.0)?, Body::try_from(proof.body.0.as_slice())?);
        if entry.tag != signed.release.tag || !entry.names(&body) {
            return Err(Error::distrust("the access log's entry is not the one of this access"));
        }
        let record = signed.step.open(key.organisation(), &entry, &body)?;
        let release = record.release(entry.tag);
        if release != signed.release
            || record.actor != self.vault.person
            || record.act != Act::BodyRelease
            || record.signature != signed.signature
        {
            return Err(Error::distrust("the access log says something else of this access than was signed"));
        }
        let head = Checkpoint::open(&SignedNote::parse(head)?, log)?.head;
        verify_inclusion(&entry.leaf(), proof.index, &head, &proof.proof)?;
        Ok(head)
    }

    /// A log never gets shorter, nor says two things at one size.
    fn keep_head(&mut self, head: Head) -> Result<(), Error> {
        let kept = self.folder.state.ledger.unwrap_or((0, Digest::NONE));
        if head.size < kept.0 || (head.size == kept.0 && head.root != kept.1) {
            return Err(Error::distrust("the access log is not a continuation of the one this device has seen"));
        }
        self.folder.state.ledger = Some((head.size, head.root));
        self.folder.save()
    }
}
