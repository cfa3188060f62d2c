//! The vault: a member of staff's secret keys and her place in the listing, sealed on her device.

use crate::codec::{Reader, Writer};
use crate::error::Error;
use crate::id::{Day, Digest, OrganisationId, PersonId, ThreadId};
use crate::keys::{SealSecretKey, Secret, Signature, SigningKey, VerifyingKey};
use crate::label::Label;
use crate::primitives;
use crate::sorted::Sorted;
use crate::thread::ThreadKey;
use alloc::string::String;
use alloc::vec::Vec;
use rand_core::CryptoRng;
use zeroize::Zeroizing;

const VERSION: u8 = 1;
const STEP: usize = 4_096;
const MOST_BODY: usize = 8 * 1_024 * 1_024;

/// A way to the master key. More ways (passkey, trustees) have their codes reserved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WrapKind {
    /// The generated passphrase.
    Passphrase,
    /// The recovery kit.
    RecoveryKit,
    /// A passkey's PRF (a later release).
    Passkey,
    /// k of n trustees (a later release).
    Trustees,
}

/// What is inside.
#[derive(Clone)]
pub struct Vault {
    /// The organisation.
    pub organisation: OrganisationId,
    /// Whose vault.
    pub person: PersonId,
    /// Her short name at unlock.
    pub account: String,
    /// Signs everything she does.
    pub sign: SigningKey,
    /// Opens what is sealed to her.
    pub seal: SealSecretKey,
    /// Seals her key rows.
    pub rows: Secret<32>,
    /// Batches of the listing she has taken in.
    pub cursor: u64,
    /// The newest roster she saw: number and digest.
    pub roster: (u32, Digest),
    /// The newest log head she saw: size and root.
    pub ledger: (u64, Digest),
    /// Threads that are hers and not opened yet.
    pub unopened: Sorted<ThreadId, Unopened>,
}

/// A thread that is hers and not opened yet.
#[derive(Clone)]
pub struct Unopened {
    /// The day of the tick that listed it.
    pub day: Day,
    /// Out of its stanza.
    pub key: ThreadKey,
}

/// A vault as the server keeps it: version, organisation, person, counter, wraps, body, signature.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SealedVault {
    /// The organisation.
    pub organisation: OrganisationId,
    /// Whose vault.
    pub person: PersonId,
    /// Goes up by one at each saving: a roll-back shows.
    pub counter: u64,
    wraps: Vec<(WrapKind, Vec<u8>)>,
    body: Vec<u8>,
    signature: Signature,
}

/// The random key the vault is sealed under; kept in memory while a desk is unlocked.
#[derive(Clone)]
pub struct MasterKey(Secret<32>);

impl MasterKey {
    /// One that another module of the same page unlocked.
    #[must_use]
    pub const fn new(key: Secret<32>) -> Self {
        Self(key)
    }

    /// For such a module; nobody else asks for it.
    #[must_use]
    pub const fn secret(&self) -> &Secret<32> {
        &self.0
    }
}

impl WrapKind {
    const fn code(self) -> u8 {
        match self {
            Self::Passphrase => 1,
            Self::RecoveryKit => 2,
            Self::Passkey => 3,
            Self::Trustees => 4,
        }
    }

    fn from_code(code: u8) -> Result<Self, Error> {
        let all = [Self::Passphrase, Self::RecoveryKit, Self::Passkey, Self::Trustees];
        all.into_iter().find(|kind| kind.code() == code).ok_or(Error::Version)
    }
}

impl Vault {
    /// Seals version `counter` for the first time, with its wraps.
    #[must_use]
    pub fn create(&self, ways: &[(WrapKind, &Secret<32>)], rng: &mut impl CryptoRng) -> (SealedVault, MasterKey) {
        let master = MasterKey(Secret::make(rng));
        let wraps = ways
            .iter()
            .map(|(kind, key)| {
                let data = wrap_data(self.organisation, self.person, *kind);
                (*kind, primitives::seal_many(key, &data, master.0.expose(), rng))
            })
            .collect();
        (self.seal(wraps, 1, &master, rng), master)
    }

    /// Seals the next version, with the wraps of the one before.
    #[must_use]
    pub fn save(&self, before: &SealedVault, master: &MasterKey, rng: &mut impl CryptoRng) -> SealedVault {
        self.seal(before.wraps.clone(), before.counter.saturating_add(1), master, rng)
    }

    fn seal(
        &self,
        wraps: Vec<(WrapKind, Vec<u8>)>,
        counter: u64,
        master: &MasterKey,
        rng: &mut impl CryptoRng,
    ) -> SealedVault {
        let data = body_data(self.organisation, self.person, counter);
        let body = primitives::seal_many(&master.0, &data, &self.to_bytes(), rng);
        let (organisation, person) = (self.organisation, self.person);
        let mut sealed = SealedVault { organisation, person, counter, wraps, body, signature: Signature([0; 64]) };
        sealed.signature = self.sign.sign(Label::VAULT_SIGNATURE, organisation, &[&sealed.signed_part()]);
        sealed
    }

    /// Padded to a multiple of 4 KiB, so that the size hardly tells how many threads wait.
    fn to_bytes(&self) -> Zeroizing<Vec<u8>> {
        let mut writer = Writer::with_capacity(STEP);
        writer.prefixed(self.account.as_bytes()).bytes(self.sign.seed().expose()).bytes(self.seal.seed().expose());
        writer.bytes(self.rows.expose()).u64(self.cursor).u32(self.roster.0).bytes(&self.roster.1.0);
        writer.u64(self.ledger.0).bytes(&self.ledger.1.0);
        writer.u32(crate::codec::length(self.unopened.iter().len()));
        for (thread, unopened) in &self.unopened {
            writer.bytes(&thread.0).u32(unopened.day.0).bytes(unopened.key.secret().expose());
        }
        let mut bytes = writer.finish();
        bytes.resize(bytes.len().next_multiple_of(STEP), 0);
        Zeroizing::new(bytes)
    }

    /// For the fuzzer, which has no key: whether this is a vault. It is written as it was read, but for threads that stand in another order.
    #[cfg(feature = "fuzz")]
    #[must_use]
    pub fn reads(bytes: &[u8]) -> bool {
        let read = |bytes: &[u8]| Self::parse(OrganisationId::NONE, PersonId::REPORTER, bytes);
        let Ok(vault) = read(bytes) else { return false };
        let written = vault.to_bytes();
        assert!(read(&written).is_ok_and(|again| again.to_bytes() == written), "a vault is read as another");
        true
    }

    fn parse(organisation: OrganisationId, person: PersonId, bytes: &[u8]) -> Result<Self, Error> {
        let mut reader = Reader::new(bytes);
        let account = reader.text(100)?;
        let sign = SigningKey::from_seed(Secret::new(reader.array()?));
        let seal = SealSecretKey::from_seed(Secret::new(reader.array()?));
        let (rows, cursor) = (Secret::new(reader.array()?), reader.u64()?);
        let roster = (reader.u32()?, Digest(reader.array()?));
        let ledger = (reader.u64()?, Digest(reader.array()?));
        let mut unopened = Sorted::new();
        for _ in 0..reader.u32()? {
            let (thread, day) = (ThreadId(reader.array()?), Day(reader.u32()?));
            let key = ThreadKey::new(organisation, thread, Secret::new(reader.array()?));
            unopened.insert(thread, Unopened { day, key });
        }
        let rest = reader.rest();
        if rest.len() >= STEP || rest.iter().any(|byte| *byte != 0) {
            return Err(Error::Malformed);
        }
        Ok(Self { organisation, person, account, sign, seal, rows, cursor, roster, ledger, unopened })
    }

    /// Takes in what another sitting saved: the further cursor, the newer pins, every unopened thread of both that is
    /// not in `opened`.
    pub fn merge(&mut self, other: &Self, opened: &[ThreadId]) {
        self.cursor = self.cursor.max(other.cursor);
        if other.roster.0 > self.roster.0 {
            self.roster = other.roster;
        }
        if other.ledger.0 > self.ledger.0 {
            self.ledger = other.ledger;
        }
        for (thread, unopened) in &other.unopened {
            self.unopened.insert(*thread, unopened.clone());
        }
        self.unopened.retain(|thread| !opened.contains(thread));
    }
}

impl SealedVault {
    fn signed_part(&self) -> Vec<u8> {
        let mut writer = Writer::default();
        writer.u8(VERSION).bytes(&self.organisation.0).bytes(&self.person.0).u64(self.counter);
        writer.list(&self.wraps, |writer, (kind, wrap)| {
            writer.u8(kind.code()).prefixed(wrap);
        });
        writer.prefixed(&self.body).finish()
    }

    /// The encoding.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        [self.signed_part(), self.signature.0.to_vec()].concat()
    }

    /// Reads a sealed vault; [`Self::verify`] checks it.
    ///
    /// # Errors
    /// [`Error::Malformed`] or [`Error::Version`].
    pub fn parse(bytes: &[u8]) -> Result<Self, Error> {
        let mut reader = Reader::of_version(bytes, VERSION)?;
        let vault = Self {
            organisation: OrganisationId(reader.array()?),
            person: PersonId(reader.array()?),
            counter: reader.u64()?,
            wraps: reader.list(|reader| Ok((WrapKind::from_code(reader.u8()?)?, reader.prefixed(8_192)?.to_vec())))?,
            body: reader.prefixed(MOST_BODY)?.to_vec(),
            signature: Signature(reader.array()?),
        };
        reader.finish()?;
        Ok(vault)
    }

    /// Checks the owner's signature.
    ///
    /// # Errors
    /// [`Error::Signature`].
    pub fn verify(&self, owner: &VerifyingKey) -> Result<(), Error> {
        owner.verify(Label::VAULT_SIGNATURE, self.organisation, &[&self.signed_part()], &self.signature)
    }

    /// Opens the vault by one of its wraps, and checks that its own key signed it.
    ///
    /// # Errors
    /// [`Error::Decrypt`] for a wrong secret, [`Error::Signature`] for a vault its owner did not save.
    pub fn open(&self, kind: WrapKind, key: &Secret<32>) -> Result<(Vault, MasterKey), Error> {
        let data = wrap_data(self.organisation, self.person, kind);
        let master = self
            .wraps
            .iter()
            .filter(|(wrapped, _)| *wrapped == kind)
            .find_map(|(_, wrap)| primitives::open_many(key, &data, wrap).ok())
            .ok_or(Error::Decrypt)?;
        let master = MasterKey(Secret::try_from(master.as_slice())?);
        self.reopen(&master).map(|vault| (vault, master))
    }

    /// Opens another version of a vault that is already unlocked.
    ///
    /// # Errors
    /// [`Error::Decrypt`] or [`Error::Signature`].
    pub fn reopen(&self, master: &MasterKey) -> Result<Vault, Error> {
        let data = body_data(self.organisation, self.person, self.counter);
        let body = primitives::open_many(&master.0, &data, &self.body)?;
        let vault = Vault::parse(self.organisation, self.person, &body)?;
        self.verify(&vault.sign.verifying_key())?;
        Ok(vault)
    }
}

fn wrap_data(organisation: OrganisationId, person: PersonId, kind: WrapKind) -> Vec<u8> {
    Label::VAULT_WRAP.transcript(organisation, &[&person.0, &[kind.code()]])
}

fn body_data(organisation: OrganisationId, person: PersonId, counter: u64) -> Vec<u8> {
    Label::VAULT.transcript(organisation, &[&person.0, &counter.to_be_bytes()])
}

#[cfg(test)]
mod tests;
