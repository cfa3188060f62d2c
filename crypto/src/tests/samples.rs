//! People, threads and damage for tests.

use crate::primitives;
use crate::roster::{KeyUse, Person, Profile, Role, Roster, SignedRoster};
use crate::thread::{Content, Creation, Message, NewThread, create};
use crate::token::{ReplyToken, ReporterKeys};
use crate::{Day, Digest, OrganisationId, PersonId, SealPublicKey, SealSecretKey, Secret, SigningKey};
use rand_core::CryptoRng;

pub(crate) const ORGANISATION: OrganisationId = OrganisationId([7; 16]);
pub(crate) const TODAY: Day = Day(20_778);

/// The same stream for the same seed.
pub(crate) fn rng(seed: u8) -> impl CryptoRng {
    primitives::seeded(&Secret::new([seed; 32]))
}

/// A member of staff with her keys.
pub(crate) struct Staff {
    pub(crate) id: PersonId,
    pub(crate) sign: SigningKey,
    pub(crate) seal: SealSecretKey,
}

impl Staff {
    pub(crate) fn new(seed: u8) -> Self {
        let mut rng = rng(seed);
        Self { id: PersonId([seed; 16]), sign: SigningKey::make(&mut rng), seal: SealSecretKey::make(&mut rng) }
    }

    pub(crate) fn signer(&self) -> (PersonId, &SigningKey) {
        (self.id, &self.sign)
    }

    pub(crate) fn receiver(&self) -> (PersonId, SealPublicKey) {
        (self.id, self.seal.public())
    }

    pub(crate) fn person(&self, role: Role, guardian: bool) -> Person {
        let keys = [(KeyUse::Sign, self.sign.verifying_key().0), (KeyUse::Seal, self.seal.public().digest().0)];
        let name = alloc::format!("Person {}", self.id.0[0]);
        let (deputy, until) = (false, None);
        Person { id: self.id, name, role, guardian, deputy, keys: keys.into(), from: TODAY, until }
    }
}

/// A first version that names these people, the first of whom is its guardian.
pub(crate) fn first_roster(people: &[(&Staff, Role)]) -> Roster {
    let named = people.iter().enumerate().map(|(place, (staff, role))| staff.person(*role, place == 0));
    Roster {
        number: 1,
        previous: Digest::NONE,
        organisation: OrganisationId::NONE,
        name: "Brewery De Eik".into(),
        profile: Profile::Plain,
        day: TODAY,
        quorum: 1,
        people: named.collect(),
        removals: Vec::new(),
        gates: Vec::new(),
        issuers: Vec::new(),
    }
}

pub(crate) fn signed(roster: &Roster, by: &[&Staff]) -> SignedRoster {
    let signatures = by.iter().map(|staff| (staff.id, roster.sign(&staff.sign))).collect();
    SignedRoster { roster: roster.clone(), signatures }
}

pub(crate) fn reporter(seed: u8) -> ReporterKeys {
    ReplyToken::make(&mut rng(seed)).keys(ORGANISATION, 0)
}

pub(crate) fn new_thread(keys: &ReporterKeys, recipients: &[&Staff], seed: u8) -> Creation {
    let recipients: Vec<_> = recipients.iter().map(|staff| staff.receiver()).collect();
    let content = Content::Text("The night shift is too long".into());
    let (excluded, roster_head) = (&[][..], Digest([1; 32]));
    create(keys, NewThread { recipients: &recipients, excluded, continues: None, roster_head, content }, &mut rng(seed))
        .unwrap()
}

pub(crate) fn message(author: PersonId, sequence: u32, content: Content) -> Message {
    Message {
        author,
        sequence,
        previous: Digest::NONE,
        seen: Vec::new(),
        roster_head: Digest([1; 32]),
        opening: None,
        content,
        attachments: Vec::new(),
    }
}

/// Every encoding that differs from `bytes` in one bit of one byte, with the place; another bit at each place.
pub(crate) fn changes(bytes: &[u8]) -> impl Iterator<Item = (usize, Vec<u8>)> {
    (0..bytes.len()).map(|place| {
        let mut changed = bytes.to_vec();
        changed[place] ^= 1 << (place % 8);
        (place, changed)
    })
}

/// Every beginning of `bytes`, and `bytes` with one byte more.
pub(crate) fn cuts(bytes: &[u8]) -> impl Iterator<Item = Vec<u8>> {
    let longer = [bytes, &[0]].concat();
    (0..bytes.len()).chain([bytes.len() + 1]).map(move |length| longer[..length].to_vec())
}
