//! The public, hash-chained, guardian-signed list of whose keys may read. Clients trust nothing else.

mod chain;
mod encoding;
mod pending;

pub use chain::{Attestation, Chain, QUIET_DAYS, REMOVAL_DAYS};
pub use pending::Pending;

use crate::error::Error;
use crate::id::{Day, Digest, OrganisationId, PersonId};
use crate::keys::{SealPublicKey, Signature, SigningKey, VerifyingKey};
use crate::label::Label;
use crate::primitives;
use crate::thread::STANZAS;
use alloc::string::String;
use alloc::vec::Vec;

/// What a person does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Role {
    /// Neutral, reads what is sealed to her.
    Coach,
    /// Outside confidant, reads when a coach is excluded or the reporter asks for it.
    Fallback,
    /// Works council or data protection officer: checks the log.
    Auditor,
    /// Sees published trends.
    Management,
}

/// How the release share is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Profile {
    /// By the server, sealed under the release key ring.
    Plain,
    /// By the works council's witness (a later release).
    Strict,
}

/// What a key is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum KeyUse {
    /// Ed25519: 32 bytes of public key.
    Sign,
    /// X-Wing: digest of the public key.
    Seal,
    /// X-Wing of a witness: digest.
    Witness,
    /// X-Wing of a trustee: digest.
    Trustee,
}

/// One person as the roster names her.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// Random, never reused.
    pub id: PersonId,
    /// As shown to reporters.
    pub name: String,
    /// What she does.
    pub role: Role,
    /// May sign rosters.
    pub guardian: bool,
    /// A coach who stands in when another is away.
    pub deputy: bool,
    /// Her keys, at most one for each use.
    pub keys: Vec<(KeyUse, [u8; 32])>,
    /// First day.
    pub from: Day,
    /// Last day, if set.
    pub until: Option<Day>,
}

/// A public key of a period: of a gate code, or of a pass issuer, which is for a later release.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PeriodKey {
    /// Which period.
    pub period: u32,
    /// The key's bytes, at most 1,024.
    pub key: Vec<u8>,
}

/// One version of the roster, without its signatures.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Roster {
    /// 1 for the first.
    pub number: u32,
    /// Digest of the version before; [`Digest::NONE`] in version 1.
    pub previous: Digest,
    /// [`OrganisationId::NONE`] in version 1, whose digest gives the id.
    pub organisation: OrganisationId,
    /// As shown to reporters.
    pub name: String,
    /// How shares are kept.
    pub profile: Profile,
    /// The day its signers say they made it.
    pub day: Day,
    /// Signatures needed to add a reader or change a key: 1, and 2 for ever once there have been two guardians.
    pub quorum: u8,
    /// Everybody, in the order in which recipients are chosen.
    pub people: Vec<Person>,
    /// Guardians whose removal by one signature stands announced, and since when.
    pub removals: Vec<(PersonId, Day)>,
    /// Keys of the gate codes that count, the newest last; see [`crate::gate`]. None: everybody may report.
    pub gates: Vec<PeriodKey>,
    /// Pass issuers by period.
    pub issuers: Vec<PeriodKey>,
}

/// A roster with the signatures under it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignedRoster {
    /// What was signed.
    pub roster: Roster,
    /// Who signed, at most one signature each.
    pub signatures: Vec<(PersonId, Signature)>,
}

impl Role {
    /// All roles.
    pub const ALL: [Self; 4] = [Self::Coach, Self::Fallback, Self::Auditor, Self::Management];

    /// The byte that stands for it.
    #[must_use]
    pub const fn code(self) -> u8 {
        match self {
            Self::Coach => 1,
            Self::Fallback => 2,
            Self::Auditor => 3,
            Self::Management => 4,
        }
    }

    /// The role with this byte.
    #[must_use]
    pub fn from_code(code: u8) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.code() == code)
    }

    /// Its name in documents and commands.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Coach => "coach",
            Self::Fallback => "fallback",
            Self::Auditor => "auditor",
            Self::Management => "management",
        }
    }

    /// The role with this name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.name() == name)
    }

    /// Whether text may be sealed to this role.
    #[must_use]
    pub const fn reads(self) -> bool {
        matches!(self, Self::Coach | Self::Fallback)
    }
}

impl Person {
    /// Her key for this use.
    #[must_use]
    pub fn key(&self, wanted: KeyUse) -> Option<[u8; 32]> {
        self.keys.iter().find(|(purpose, _)| *purpose == wanted).map(|(_, key)| *key)
    }

    /// The key she signs with.
    #[must_use]
    pub fn verifying_key(&self) -> Option<VerifyingKey> {
        self.key(KeyUse::Sign).map(VerifyingKey)
    }

    /// Whether she is in office on this day.
    #[must_use]
    pub fn in_office(&self, day: Day) -> bool {
        self.from <= day && self.until.is_none_or(|until| day <= until)
    }
}

impl Roster {
    /// SHA-256 over the encoding: what the next version names, and what version 1 gives the organisation's id from.
    #[must_use]
    pub fn digest(&self) -> Digest {
        primitives::digest(Label::ROSTER, self.organisation, &[&self.to_bytes()])
    }

    /// The organisation this roster belongs to: named in it, or, for version 1, made from it.
    #[must_use]
    pub fn organisation_id(&self) -> OrganisationId {
        if self.number > 1 {
            return self.organisation;
        }
        let mut id = OrganisationId::NONE;
        id.0.iter_mut().zip(self.digest().0).for_each(|(to, from)| *to = from);
        id
    }

    /// Signs this version.
    #[must_use]
    pub fn sign(&self, key: &SigningKey) -> Signature {
        key.sign(Label::ROSTER_SIGNATURE, self.organisation, &[&self.to_bytes()])
    }

    pub(crate) fn verify(&self, key: &VerifyingKey, signature: &Signature) -> Result<(), Error> {
        key.verify(Label::ROSTER_SIGNATURE, self.organisation, &[&self.to_bytes()], signature)
    }

    /// The person with this id.
    #[must_use]
    pub fn person(&self, id: PersonId) -> Option<&Person> {
        self.people.iter().find(|person| person.id == id)
    }

    /// People of a role in office on this day, in roster order.
    pub fn in_office(&self, role: Role, day: Day) -> impl Iterator<Item = &Person> {
        self.people.iter().filter(move |person| person.role == role && person.in_office(day))
    }

    /// Guardians in office on this day.
    pub fn guardians(&self, day: Day) -> impl Iterator<Item = &Person> {
        self.people.iter().filter(move |person| person.guardian && person.in_office(day))
    }

    /// Who will be able to read a new thread: the coaches who are not excluded, in roster order, at most four; the
    /// fallback takes a slot when a coach is excluded or when the reporter asks for it.
    ///
    /// # Errors
    /// [`Error::NoRecipient`] when nobody is left.
    pub fn recipients(&self, excluded: &[PersonId], with_fallback: bool, day: Day) -> Result<Vec<&Person>, Error> {
        let open = |person: &&Person| !excluded.contains(&person.id);
        let coach_excluded = self.in_office(Role::Coach, day).any(|person| !open(&person));
        let fallback = self.in_office(Role::Fallback, day).find(open).filter(|_| with_fallback || coach_excluded);
        let coaches = STANZAS.saturating_sub(usize::from(fallback.is_some()));
        let chosen: Vec<&Person> =
            self.in_office(Role::Coach, day).filter(open).take(coaches).chain(fallback).collect();
        if chosen.is_empty() { Err(Error::NoRecipient) } else { Ok(chosen) }
    }

    /// The public key of a person among `keys`, found by the digest the roster names.
    ///
    /// # Errors
    /// [`Error::Roster`] when it was not served.
    pub fn seal_key<'a>(&self, person: &Person, keys: &'a [SealPublicKey]) -> Result<&'a SealPublicKey, Error> {
        let wanted = person.key(KeyUse::Seal).ok_or(Error::Roster("a person has no key to seal to"))?;
        keys.iter().find(|key| key.digest().0 == wanted).ok_or(Error::Roster("a key it names was not served"))
    }
}

#[cfg(test)]
mod tests;
