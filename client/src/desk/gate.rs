//! Through the gate: enrolling in a thread, signing a release, and checking the log's proof before anything that came
//! with it is decrypted.

use super::Desk;
use crate::{ATTEMPTS, Error};
use crypto::access::Enrolment;
use crypto::ledger::{
    Act, Body, Checkpoint, Entry, Head, NoteKey, Purpose, Ratchet, Release, SignedNote, Step, verify_consistency,
    verify_inclusion,
};
use crypto::thread::ThreadKey;
use crypto::wire::{
    Bytes, Enrolled, EnrolmentDocument, Enrolments, LogProof, ReleaseStatement, Released, ReleasedThread, Releases,
};
use crypto::{Day, Digest, PersonId, Signature};

/// A release this desk signed.
pub(super) struct Signed {
    pub(super) document: ReleaseStatement,
    release: Release,
    signature: Signature,
    step: Step,
}

impl Desk {
    /// Enrols in a thread (again, if need be) and learns the number of its next access and the day to sign.
    pub(super) async fn enrol(&self, key: &ThreadKey) -> Result<(u32, Day), Error> {
        let (counters, day) = self.enrol_all(&[key]).await?;
        counters.into_iter().next().flatten().map(|counter| (counter, day)).ok_or(Error::Erased)
    }

    /// Enrols in threads; nothing for one that was erased.
    async fn enrol_all(&self, keys: &[&ThreadKey]) -> Result<(Vec<Option<u32>>, Day), Error> {
        let (challenge, _) = self.challenge().await?;
        let enrolments = keys.iter().map(|key| {
            let Enrolment { thread, by_reader, by_person } =
                Enrolment::make(key, self.vault.person, &self.vault.sign, &challenge);
            EnrolmentDocument { thread, by_reader: by_reader.into(), by_person: by_person.into() }
        });
        let document = Enrolments { challenge: Bytes(challenge.0.to_vec()), enrolments: enrolments.collect() };
        let enrolled: Enrolled = self.server.post("/api/v1/desk/enrolments", &document).await?;
        let counter = |key: &&ThreadKey| {
            if enrolled.gone.contains(&key.thread()) {
                return Ok(None);
            }
            let counter = enrolled.threads.iter().find(|counter| counter.thread == key.thread());
            counter.map(|counter| Some(counter.counter)).ok_or(Error::Answer("it says nothing of a thread"))
        };
        Ok((keys.iter().map(counter).collect::<Result<_, _>>()?, Day(enrolled.today)))
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
    pub(super) async fn release(
        &mut self,
        key: &ThreadKey,
        purpose: Purpose,
    ) -> Result<(ReleasedThread, Release), Error> {
        let released = self.release_all(&[key], purpose).await?;
        released.into_iter().next().flatten().ok_or(Error::Erased)
    }

    /// Asks for the bodies of threads, all in one transaction with an entry each; nothing for one that was erased.
    pub(super) async fn release_all(
        &mut self,
        keys: &[&ThreadKey],
        purpose: Purpose,
    ) -> Result<Vec<Option<(ReleasedThread, Release)>>, Error> {
        let mut overtaken = Error::Answer("it is of two minds about these threads");
        for _ in 0..ATTEMPTS {
            let (counters, day) = self.enrol_all(keys).await?;
            let sign = |(key, counter): (&&ThreadKey, &Option<u32>)| {
                counter.map(|counter| self.sign(key, counter, purpose, day)).transpose()
            };
            let signed: Vec<Option<Signed>> = keys.iter().zip(&counters).map(sign).collect::<Result<_, _>>()?;
            let statements: Vec<_> = signed.iter().flatten().map(|signed| signed.document.clone()).collect();
            if statements.is_empty() {
                return Ok(keys.iter().map(|_| None).collect());
            }
            let since = self.folder.state.ledger.map_or(0, |(size, _)| size);
            let releases = Releases { releases: statements, since };
            match self.server.post("/api/v1/desk/releases", &releases).await {
                // Erased between the two, say: to enrol again tells.
                Err(error) if error.is_problem("stale") || error.is_problem("forbidden") => overtaken = error,
                answer => return self.check(keys, signed, answer?),
            }
        }
        Err(overtaken)
    }

    /// Pairs what was released with what was signed, and believes nothing that does not stand in the log.
    fn check(
        &mut self,
        keys: &[&ThreadKey],
        signed: Vec<Option<Signed>>,
        released: Released,
    ) -> Result<Vec<Option<(ReleasedThread, Release)>>, Error> {
        let (log, act) = (NoteKey::parse(&self.organisation.public.log_key)?, (Act::BodyRelease, Digest::NONE));
        let (mut threads, mut opened, mut head) = (released.threads.into_iter(), Vec::new(), None);
        for (key, signed) in keys.iter().zip(signed) {
            let Some(signed) = signed else {
                opened.push(None);
                continue;
            };
            let thread = threads.next().filter(|thread| thread.thread == key.thread());
            let thread = thread.ok_or(Error::Answer("it holds other threads than were asked for"))?;
            head = Some(signed.check(key, self.vault.person, act, &thread.entry, (&released.head, &log))?);
            opened.push(Some((thread, signed.release)));
        }
        if threads.next().is_some() {
            return Err(Error::Answer("it holds more threads than were asked for"));
        }
        if let Some(head) = head {
            keep_head(&mut self.folder.state.ledger, head, &released.consistency)?;
            self.folder.save()?;
        }
        Ok(opened)
    }
}

impl Signed {
    /// Tag, counter, body, place under the signed head: all of it before anything is decrypted.
    pub(super) fn check(
        &self,
        key: &ThreadKey,
        person: PersonId,
        (act, reference): (Act, Digest),
        proof: &LogProof,
        (head, log): (&str, &NoteKey),
    ) -> Result<Head, Error> {
        let (entry, body) = (Entry::parse(&proof.entry.0)?, Body::try_from(proof.body.0.as_slice())?);
        if entry.tag != self.release.tag || !entry.names(&body) {
            return Err(Error::distrust("the access log's entry is not the one of this access"));
        }
        let record = self.step.open(key.organisation(), &entry, &body)?;
        if record.release(entry.tag) != self.release
            || record.actor != person
            || (record.act, record.reference) != (act, reference)
            || record.signature != self.signature
        {
            return Err(Error::distrust("the access log says something else of this access than was signed"));
        }
        let head = Checkpoint::open(&SignedNote::parse(head)?, log)?.head;
        verify_inclusion(&entry.leaf(), proof.index, &head, &proof.proof)?;
        Ok(head)
    }
}

/// A log never gets shorter, and whatever it said before it goes on saying.
pub(super) fn keep_head(kept: &mut Option<(u64, Digest)>, head: Head, consistency: &[Digest]) -> Result<(), Error> {
    if let Some((size, root)) = *kept {
        verify_consistency(&Head { size, root }, &head, consistency).map_err(|_| {
            Error::distrust(
                "the access log is not a continuation of the one this device has seen. If a backup was restored and \
                     guardians have reconciled the log, begin with a new --state",
            )
        })?;
    }
    *kept = Some((head.size, head.root));
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crypto::ledger::{ActorRole, EpochSecret, Frontier, LogKey, Record, consistency_proof, leaf_hash};
    use crypto::{ObjectId, OrganisationId, Secret, SigningKey, ThreadId};

    const ORGANISATION: OrganisationId = OrganisationId([7; 16]);
    const PERSON: PersonId = PersonId([4; 16]);

    fn signed(key: &ThreadKey, counter: u32) -> Signed {
        let step = Ratchet::at(key.ledger_seed(), ORGANISATION, counter).unwrap().step(ORGANISATION);
        let release = Release { tag: step.tag(), counter, purpose: Purpose::FirstReading, day: Day(20_000) };
        let signature = release.sign(ORGANISATION, &SigningKey::from_seed(Secret::new([1; 32])));
        let document = ReleaseStatement {
            thread: key.thread(),
            counter,
            tag: Bytes(release.tag.0.to_vec()),
            purpose: release.purpose.code(),
            day: release.day.0,
            signature: signature.into(),
        };
        Signed { document, release, signature, step }
    }

    /// A log of this one entry.
    fn entered(signed: &Signed, change: impl FnOnce(&mut Record), log: &LogKey) -> (LogProof, String) {
        let mut rng = crate::entropy::generator().unwrap();
        let mut record = Record {
            actor: PERSON,
            role: ActorRole::Coach,
            purpose: signed.release.purpose,
            counter: signed.release.counter,
            object: ObjectId([5; 16]),
            signature: signed.signature,
            ..Record::of_program(Act::BodyRelease, signed.release.day)
        };
        change(&mut record);
        let epoch = EpochSecret::make(ORGANISATION, 1, &mut rng);
        let (entry, body) = epoch.write(0, &record, Some(&signed.step), &mut rng).unwrap();
        let mut frontier = Frontier::new();
        frontier.push(entry.leaf());
        let (entry, body) = (Bytes(entry.to_bytes().to_vec()), Bytes(body.as_bytes().to_vec()));
        (LogProof { index: 0, entry, body, proof: vec![] }, log.sign(frontier.head()).unwrap().to_text())
    }

    #[test]
    fn nothing_is_believed_that_does_not_stand_in_the_log_as_it_was_signed() {
        let key = ThreadKey::new(ORGANISATION, ThreadId([3; 32]), Secret::new([2; 32]));
        let log = LogKey::new(SigningKey::from_seed(Secret::new([8; 32]))).unwrap();
        let other = LogKey::new(SigningKey::from_seed(Secret::new([9; 32]))).unwrap();
        let (mine, next) = (signed(&key, 1), signed(&key, 2));
        let check = |(proof, head): (LogProof, String)| {
            mine.check(&key, PERSON, (Act::BodyRelease, Digest::NONE), &proof, (&head, log.public()))
        };
        let good = || entered(&mine, |_| {}, &log);
        assert_eq!(check(good()).unwrap().size, 1);

        assert!(check(entered(&next, |_| {}, &log)).is_err(), "the entry of another access");
        assert!(check(entered(&mine, |_| {}, &other)).is_err(), "another log");
        assert!(check((good().0, good().1)).is_err(), "the head of another history");
        type Change = fn(&mut Record);
        let changes: [Change; 6] = [
            |record| record.actor = PersonId([6; 16]),
            |record| record.purpose = Purpose::LegalDuty,
            |record| record.day = Day(20_001),
            |record| record.act = Act::CaseRelease,
            |record| record.reference = Digest([9; 32]),
            |record| record.signature = Signature::NONE,
        ];
        for (place, change) in changes.into_iter().enumerate() {
            assert!(matches!(check(entered(&mine, change, &log)), Err(Error::Distrust(_))), "change {place}");
        }
        let (mut proof, head) = good();
        proof.body.0[200] ^= 1;
        assert!(check((proof, head)).is_err(), "another body");
        let (mut proof, head) = good();
        proof.index = 1;
        assert!(check((proof, head)).is_err(), "another place");
    }

    #[test]
    fn a_log_that_went_back_or_split_is_refused() {
        let (mut frontier, mut heads, mut nodes) = (Frontier::new(), Vec::new(), std::collections::BTreeMap::new());
        for entry in 0..7_u8 {
            heads.push(frontier.head());
            let new = frontier.push(leaf_hash(&[entry]));
            nodes.extend(new.into_iter().map(|node| ((node.level, node.index), node.hash)));
        }
        let proof = |old, new| {
            consistency_proof(old, new, |level, index| {
                nodes.get(&(level, index)).copied().ok_or(crypto::Error::Ledger("missing"))
            })
            .unwrap()
        };
        let other = |size| Head { size, root: Digest([9; 32]) };
        let mut kept = None;
        assert!(keep_head(&mut kept, heads[5], &[]).is_ok());
        assert!(keep_head(&mut kept, heads[5], &[]).is_ok());
        assert!(keep_head(&mut kept, other(5), &[]).is_err(), "two things at one size");
        assert!(keep_head(&mut kept, heads[4], &proof(4, 5)).is_err(), "shorter");
        assert!(keep_head(&mut kept, other(6), &proof(5, 6)).is_err(), "another history");
        assert!(keep_head(&mut kept, heads[6], &[]).is_err(), "no proof");
        assert!(keep_head(&mut kept, heads[6], &proof(5, 6)).is_ok());
        assert_eq!(kept, Some((6, heads[6].root)));
    }
}
