//! Bytes of a roster and of a signed roster.

use super::{KeyUse, PeriodKey, Person, Profile, Role, Roster, SignedRoster};
use crate::codec::{Reader, Writer};
use crate::error::Error;
use crate::id::{Day, Digest, OrganisationId, PersonId};
use crate::keys::Signature;
use alloc::vec::Vec;

const VERSION: u8 = 1;
const MOST_NAME: usize = 200;
const MOST_KEY: usize = 1_024;
const GUARDIAN: u8 = 1;
const DEPUTY: u8 = 2;
const OPEN_END: u32 = u32::MAX;

impl Roster {
    /// The bytes that are hashed and signed.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut writer = Writer::default();
        writer.u8(VERSION).u32(self.number).bytes(&self.previous.0).bytes(&self.organisation.0);
        writer.prefixed(self.name.as_bytes()).u8(profile_code(self.profile)).u32(self.day.0).u8(self.quorum);
        writer.list(&self.people, write_person);
        writer.list(&self.removals, |writer, (person, since)| {
            writer.bytes(&person.0).u32(since.0);
        });
        writer.list(&self.gates, write_period).list(&self.issuers, write_period);
        writer.finish()
    }

    fn read(reader: &mut Reader<'_>) -> Result<Self, Error> {
        if reader.u8()? != VERSION {
            return Err(Error::Version);
        }
        Ok(Self {
            number: reader.u32()?,
            previous: Digest(reader.array()?),
            organisation: OrganisationId(reader.array()?),
            name: reader.text(MOST_NAME)?,
            profile: match reader.u8()? {
                0 => Profile::Plain,
                1 => Profile::Strict,
                _ => return Err(Error::Version),
            },
            day: Day(reader.u32()?),
            quorum: reader.u8()?,
            people: reader.list(read_person)?,
            removals: reader.list(|reader| Ok((PersonId(reader.array()?), Day(reader.u32()?))))?,
            gates: reader.list(read_period)?,
            issuers: reader.list(read_period)?,
        })
    }
}

impl Roster {
    /// Whether the encoding holds all of it: what is longer could be signed and never read.
    pub(super) fn fits(&self) -> bool {
        const MOST: usize = 255;
        let periods = || self.gates.iter().chain(&self.issuers);
        let lists = [self.people.len(), self.removals.len(), self.gates.len(), self.issuers.len()];
        let names = || core::iter::once(&self.name).chain(self.people.iter().map(|person| &person.name));
        lists.iter().all(|length| *length <= MOST)
            && names().all(|name| name.len() <= MOST_NAME)
            && self.people.iter().all(|person| person.until != Some(Day(OPEN_END)))
            && periods().all(|period| period.key.len() <= MOST_KEY)
    }
}

impl SignedRoster {
    /// The roster, then its signatures.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut writer = Writer::default();
        writer.bytes(&self.roster.to_bytes());
        writer.list(&self.signatures, |writer, (person, signature)| {
            writer.bytes(&person.0).bytes(&signature.0);
        });
        writer.finish()
    }

    /// Reads a signed roster; [`super::Chain`] checks the signatures.
    ///
    /// # Errors
    /// [`Error::Malformed`] or [`Error::Version`].
    pub fn parse(bytes: &[u8]) -> Result<Self, Error> {
        let mut reader = Reader::new(bytes);
        let roster = Roster::read(&mut reader)?;
        let signatures = reader.list(|reader| Ok((PersonId(reader.array()?), Signature(reader.array()?))))?;
        reader.finish()?;
        let signed = Self { roster, signatures };
        if signed.to_bytes() == bytes { Ok(signed) } else { Err(Error::Malformed) }
    }
}

fn write_person(writer: &mut Writer, person: &Person) {
    let flags = (u8::from(person.guardian) * GUARDIAN) | (u8::from(person.deputy) * DEPUTY);
    writer.bytes(&person.id.0).prefixed(person.name.as_bytes()).u8(person.role.code()).u8(flags);
    writer.list(&person.keys, |writer, (purpose, key)| {
        writer.u8(use_code(*purpose)).bytes(key);
    });
    writer.u32(person.from.0).u32(person.until.map_or(OPEN_END, |day| day.0));
}

fn read_person(reader: &mut Reader<'_>) -> Result<Person, Error> {
    let (id, name) = (PersonId(reader.array()?), reader.text(MOST_NAME)?);
    let role = Role::from_code(reader.u8()?).ok_or(Error::Version)?;
    let flags = reader.u8()?;
    if flags & !(GUARDIAN | DEPUTY) != 0 {
        return Err(Error::Version);
    }
    let keys = reader.list(|reader| Ok((use_from(reader.u8()?)?, reader.array()?)))?;
    let (from, until) = (Day(reader.u32()?), reader.u32()?);
    let until = (until != OPEN_END).then_some(Day(until));
    Ok(Person { id, name, role, guardian: flags & GUARDIAN != 0, deputy: flags & DEPUTY != 0, keys, from, until })
}

fn write_period(writer: &mut Writer, key: &PeriodKey) {
    writer.u32(key.period).prefixed(&key.key);
}

fn read_period(reader: &mut Reader<'_>) -> Result<PeriodKey, Error> {
    Ok(PeriodKey { period: reader.u32()?, key: reader.prefixed(MOST_KEY)?.to_vec() })
}

const fn profile_code(profile: Profile) -> u8 {
    match profile {
        Profile::Plain => 0,
        Profile::Strict => 1,
    }
}

const fn use_code(purpose: KeyUse) -> u8 {
    match purpose {
        KeyUse::Sign => 1,
        KeyUse::Seal => 2,
        KeyUse::Witness => 3,
        KeyUse::Trustee => 4,
    }
}

const fn use_from(code: u8) -> Result<KeyUse, Error> {
    match code {
        1 => Ok(KeyUse::Sign),
        2 => Ok(KeyUse::Seal),
        3 => Ok(KeyUse::Witness),
        4 => Ok(KeyUse::Trustee),
        _ => Err(Error::Version),
    }
}
