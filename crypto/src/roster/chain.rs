//! Which roster may follow which, and what a client refuses.

use super::{KeyUse, Person, Roster, SignedRoster};
use crate::codec::{Reader, Writer};
use crate::error::Error;
use crate::id::{Day, Digest, OrganisationId, PersonId};
use crate::keys::{Signature, SigningKey, VerifyingKey};
use crate::label::Label;
use crate::sorted::Sorted;
use alloc::vec::Vec;

/// Days a removal of a guardian by one signature stands announced before it may happen.
pub const REMOVAL_DAYS: u32 = 31;
/// Gate codes that count at a time: the one of now, and the one before for whoever is just writing.
const MOST_GATES: usize = 2;
/// Days after which the page says that no coach has been here.
pub const QUIET_DAYS: u32 = 31;

/// A roster chain that was checked from version 1 to its head.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chain {
    organisation: OrganisationId,
    earlier: Vec<(Roster, Digest)>,
    head: Roster,
    head_digest: Digest,
}

/// "This head, this day", signed by a coach's desk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attestation {
    /// Digest of the head.
    pub head: Digest,
    /// The day.
    pub day: Day,
    /// The coach.
    pub person: PersonId,
    signature: Signature,
}

impl Chain {
    /// Checks versions 1, 2, … in order.
    ///
    /// # Errors
    /// [`Error::Roster`] with the reason, or what reading answers.
    pub fn parse<'a>(versions: impl IntoIterator<Item = &'a [u8]>) -> Result<Self, Error> {
        let mut versions = versions.into_iter();
        let first = SignedRoster::parse(versions.next().ok_or(Error::Roster("there is no first version"))?)?;
        let mut chain = Self::begin(&first)?;
        for bytes in versions {
            chain.append(&SignedRoster::parse(bytes)?)?;
        }
        Ok(chain)
    }

    /// A chain of version 1 alone, signed by its one guardian.
    ///
    /// # Errors
    /// [`Error::Roster`].
    pub fn begin(first: &SignedRoster) -> Result<Self, Error> {
        let roster = &first.roster;
        check_shape(roster)?;
        let named =
            roster.number == 1 && roster.previous == Digest::NONE && roster.organisation == OrganisationId::NONE;
        if !named {
            return Err(Error::Roster("this is no first version"));
        }
        if !roster.removals.is_empty() {
            return Err(Error::Roster("it backdates a removal"));
        }
        if roster.people.iter().filter(|person| person.guardian).count() != 1 || roster.quorum != 1 {
            return Err(Error::Roster("the first version names exactly one guardian"));
        }
        if signers(roster, first, roster.day)? != 1 {
            return Err(Error::Roster("its guardian has not signed it"));
        }
        let organisation = roster.organisation_id();
        Ok(Self { organisation, earlier: Vec::new(), head: roster.clone(), head_digest: roster.digest() })
    }

    /// Checks that `next` may follow and takes it on.
    ///
    /// # Errors
    /// [`Error::Roster`] with the reason.
    pub fn append(&mut self, next: &SignedRoster) -> Result<(), Error> {
        let needed = self.needed(&next.roster)?;
        let have = signers(self.head(), next, next.roster.day)?;
        if have < usize::from(needed) {
            return Err(Error::Roster("not enough guardians have signed it"));
        }
        let before = core::mem::replace(&mut self.head, next.roster.clone());
        self.earlier.push((before, self.head_digest));
        self.head_digest = self.head.digest();
        Ok(())
    }

    /// How many guardians of the head have signed `next`, every signature checked.
    ///
    /// # Errors
    /// [`Error::Roster`] when one does not hold, or is not a guardian's, or stands twice.
    pub fn signed(&self, next: &SignedRoster) -> Result<u8, Error> {
        let found = signers(self.head(), next, next.roster.day)?;
        Ok(u8::try_from(found).unwrap_or(u8::MAX))
    }

    /// The first version that names this person.
    #[must_use]
    pub fn first_version_of(&self, id: PersonId) -> Option<u32> {
        self.newest_first().filter(|roster| roster.person(id).is_some()).map(|roster| roster.number).min()
    }

    /// How many guardians of the head must sign `next`, once its form is right.
    ///
    /// # Errors
    /// [`Error::Roster`] when it may not follow however many sign.
    pub fn needed(&self, next: &Roster) -> Result<u8, Error> {
        let head = self.head();
        check_shape(next)?;
        if next.number != head.number.saturating_add(1) || next.previous != self.head_digest() {
            return Err(Error::Roster("it does not follow the version before"));
        }
        if next.organisation != self.organisation {
            return Err(Error::Roster("it belongs to another organisation"));
        }
        if next.day < head.day {
            return Err(Error::Roster("its day lies before the version before"));
        }
        let guardians = next.people.iter().filter(|person| person.guardian).count();
        if guardians == 0 {
            return Err(Error::Roster("it names no guardian"));
        }
        if next.quorum != if guardians > 1 { 2 } else { head.quorum } {
            return Err(Error::Roster("its quorum is wrong"));
        }
        if !next.removals.iter().all(|removal| is_announced(head, next, removal)) {
            return Err(Error::Roster("it backdates a removal"));
        }
        if !self.gates_follow(next) {
            return Err(Error::Roster("its gate codes do not follow"));
        }
        self.no_person_changes_identity(next)?;
        Ok(if head.quorum < 2 || only_announces(head, next) || removes_as_announced(head, next) { 1 } else { 2 })
    }

    /// One gate code at a time comes, of a later period than any before, and none comes back: so nobody can be told apart
    /// by more than the code before and the code now.
    fn gates_follow(&self, next: &Roster) -> bool {
        let mut last = 0;
        for gate in self.newest_first().flat_map(|roster| &roster.gates) {
            last = gate.period.max(last);
        }
        let (mut new, mut before) = (0, 0);
        next.gates.iter().all(|gate| {
            let known = self.head().gates.contains(gate);
            new += u32::from(!known);
            let later = gate.period > before;
            before = gate.period;
            later && (known || gate.period > last) && new <= 1
        })
    }

    /// An id that was ever used belongs to the same role for ever, and is not taken up again once left out.
    fn no_person_changes_identity(&self, next: &Roster) -> Result<(), Error> {
        for person in &next.people {
            let known = self.newest_first().find_map(|roster| roster.person(person.id).map(|known| (roster, known)));
            if let Some((roster, known)) = known {
                if known.role != person.role {
                    return Err(Error::Roster("a person changed her role"));
                }
                if roster.number != self.head().number {
                    return Err(Error::Roster("an id was used again"));
                }
            }
        }
        Ok(())
    }

    /// The organisation.
    #[must_use]
    pub const fn organisation(&self) -> OrganisationId {
        self.organisation
    }

    /// The newest version.
    #[must_use]
    pub const fn head(&self) -> &Roster {
        &self.head
    }

    /// Its digest.
    #[must_use]
    pub const fn head_digest(&self) -> Digest {
        self.head_digest
    }

    /// Digest of version 1: what the fingerprint is made of.
    #[must_use]
    pub fn root_digest(&self) -> Digest {
        self.earlier.first().map_or(self.head_digest, |(_, digest)| *digest)
    }

    /// Every version, newest first.
    fn newest_first(&self) -> impl Iterator<Item = &Roster> {
        core::iter::once(&self.head).chain(self.earlier.iter().rev().map(|(roster, _)| roster))
    }

    /// A version by its number.
    #[must_use]
    pub fn version(&self, number: u32) -> Option<&Roster> {
        self.newest_first().find(|roster| roster.number == number)
    }

    /// Whether some version has this digest: what an honest author may have seen.
    #[must_use]
    pub fn knows(&self, digest: &Digest) -> bool {
        self.head_digest == *digest || self.earlier.iter().any(|(_, known)| known == digest)
    }

    /// Refuses a chain that is older than, or forked from, what was seen before.
    ///
    /// # Errors
    /// [`Error::Roster`].
    pub fn check_pin(&self, number: u32, digest: &Digest) -> Result<(), Error> {
        let index = usize::try_from(number).ok().and_then(|number| number.checked_sub(1));
        let earlier = index.and_then(|index| self.earlier.get(index)).map(|(_, digest)| digest);
        match earlier.or_else(|| (number == self.head.number).then_some(&self.head_digest)) {
            None => Err(Error::Roster("it is older than the one seen before")),
            Some(seen) if seen != digest => Err(Error::Roster("it is not the one seen before")),
            Some(_) => Ok(()),
        }
    }

    /// The newest person of this id in any version: authors of old messages may have left.
    #[must_use]
    pub fn person_ever(&self, id: PersonId) -> Option<&Person> {
        self.newest_first().find_map(|roster| roster.person(id))
    }

    /// The key a member of staff signs messages with, in any version.
    #[must_use]
    pub fn author_key(&self, id: PersonId) -> Option<VerifyingKey> {
        self.person_ever(id).and_then(Person::verifying_key)
    }
}

impl Attestation {
    /// Signs "this head, this day".
    #[must_use]
    pub fn make(chain: &Chain, day: Day, person: PersonId, key: &SigningKey) -> Self {
        let head = chain.head_digest();
        let signature = key.sign(Label::ROSTER_HEAD, chain.organisation, &[&head.0, &day.0.to_be_bytes(), &person.0]);
        Self { head, day, person, signature }
    }

    /// Digest ‖ day ‖ person ‖ signature.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut writer = Writer::default();
        writer.bytes(&self.head.0).u32(self.day.0).bytes(&self.person.0).bytes(&self.signature.0).finish()
    }

    /// Reads an attestation and checks that a coach of the head signed it for a version of this chain.
    ///
    /// # Errors
    /// [`Error::Malformed`], [`Error::Signature`] or [`Error::Roster`].
    pub fn parse(chain: &Chain, bytes: &[u8]) -> Result<Self, Error> {
        let mut reader = Reader::new(bytes);
        let attestation = Self {
            head: Digest(reader.array()?),
            day: Day(reader.u32()?),
            person: PersonId(reader.array()?),
            signature: Signature(reader.array()?),
        };
        reader.finish()?;
        let person = chain.head().person(attestation.person).ok_or(Error::Roster("a stranger attests it"))?;
        if person.role != super::Role::Coach || !person.in_office(attestation.day) {
            return Err(Error::Roster("only the desk of a coach in office attests it"));
        }
        let key = person.verifying_key().ok_or(Error::Roster("a coach has no key"))?;
        let fields: [&[u8]; 3] = [&attestation.head.0, &attestation.day.0.to_be_bytes(), &attestation.person.0];
        key.verify(Label::ROSTER_HEAD, chain.organisation, &fields, &attestation.signature)?;
        if chain.knows(&attestation.head) { Ok(attestation) } else { Err(Error::Roster("another head is attested")) }
    }
}

/// How many guardians of `by` have signed: every signature under `signed` holds.
fn signers(by: &Roster, signed: &SignedRoster, day: Day) -> Result<usize, Error> {
    let mut found = Vec::new();
    for (person, signature) in &signed.signatures {
        let guardian = by.guardians(day).find(|guardian| guardian.id == *person);
        let key =
            guardian.and_then(Person::verifying_key).ok_or(Error::Roster("somebody signed who is no guardian"))?;
        signed.roster.verify(&key, signature).map_err(|_| Error::Roster("a signature does not hold"))?;
        if found.contains(person) {
            return Err(Error::Roster("a guardian signed twice"));
        }
        found.push(*person);
    }
    Ok(found.len())
}

fn check_shape(roster: &Roster) -> Result<(), Error> {
    let ids = || roster.people.iter().map(|person| person.id);
    if !are_distinct(ids()) || ids().any(|id| id == PersonId::REPORTER) {
        return Err(Error::Roster("two people share an id"));
    }
    if !roster.fits() {
        return Err(Error::Roster("it is too large"));
    }
    if roster.gates.len() > MOST_GATES || roster.gates.iter().any(|gate| gate.key.len() != 32) {
        return Err(Error::Roster("at most two gate codes count, each with a signing key"));
    }
    for person in &roster.people {
        let keys = |wanted| person.keys.iter().filter(|(purpose, _)| *purpose == wanted).count();
        let repeated = person.keys.iter().any(|(purpose, _)| keys(*purpose) > 1);
        if repeated || keys(KeyUse::Sign) == 0 {
            return Err(Error::Roster("a person needs one signing key"));
        }
        if person.role.reads() && keys(KeyUse::Seal) == 0 {
            return Err(Error::Roster("a reader needs a key to seal to"));
        }
    }
    if !are_distinct(
        roster.people.iter().flat_map(|person| &person.keys).map(|(purpose, key)| (*purpose, Digest(*key))),
    ) {
        return Err(Error::Roster("two people share a key"));
    }
    Ok(())
}

fn are_distinct<T: Ord>(mut items: impl Iterator<Item = T>) -> bool {
    let mut known = Sorted::new();
    items.all(|item| known.insert(item, ()).is_none())
}

/// A removal stands in the head already, or is announced by this version as of its own day; it is a guardian's.
fn is_announced(head: &Roster, next: &Roster, removal: &(PersonId, Day)) -> bool {
    let guardian = |roster: &Roster| roster.person(removal.0).is_some_and(|person| person.guardian);
    let once = next.removals.iter().filter(|(id, _)| *id == removal.0).count() == 1;
    once && guardian(head) && guardian(next) && (removal.1 == next.day || head.removals.contains(removal))
}

/// Nothing changed but which guardians are announced to be removed.
fn only_announces(head: &Roster, next: &Roster) -> bool {
    Roster { removals: next.removals.clone(), ..follow(head, next) } == *next
}

/// Nothing changed but that announced guardians are gone, at least [`REMOVAL_DAYS`] later.
fn removes_as_announced(head: &Roster, next: &Roster) -> bool {
    let gone = |person: &&Person| next.person(person.id).is_none();
    let due = |person: &Person| {
        person.guardian
            && head.removals.iter().any(|(id, since)| *id == person.id && next.day.since(*since) >= REMOVAL_DAYS)
    };
    let people = head.people.iter().filter(|person| !gone(person)).cloned().collect();
    let removals = head.removals.iter().filter(|(id, _)| next.person(*id).is_some()).copied().collect();
    head.people.iter().filter(gone).all(due) && Roster { people, removals, ..follow(head, next) } == *next
}

/// What `next` would be if nothing but its place in the chain changed.
fn follow(head: &Roster, next: &Roster) -> Roster {
    Roster {
        number: next.number,
        previous: next.previous,
        organisation: next.organisation,
        day: next.day,
        quorum: next.quorum,
        ..head.clone()
    }
}
