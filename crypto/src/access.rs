//! Proofs that go with requests: a stateless challenge, and signatures bound to it, to the origin and to the request.

use crate::codec::{Reader, Writer};
use crate::error::Error;
use crate::id::{Digest, OrganisationId, PersonId, ThreadId};
use crate::keys::{Secret, Signature, SigningKey, VerifyingKey};
use crate::label::Label;
use crate::primitives;
use crate::thread::ThreadKey;
use alloc::vec::Vec;
use rand_core::CryptoRng;

/// Minutes a challenge lives.
pub const CHALLENGE_MINUTES: u32 = 3;

/// Minute ‖ 12 random bytes ‖ 24 bytes of keyed hash. The server keeps nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Challenge(pub [u8; 40]);

impl Challenge {
    /// A challenge of this minute.
    #[must_use]
    pub fn make(key: &Secret<32>, minute: u32, rng: &mut impl CryptoRng) -> Self {
        let random: [u8; 12] = primitives::random(rng);
        Self::with(key, minute, &random)
    }

    fn with(key: &Secret<32>, minute: u32, random: &[u8; 12]) -> Self {
        let fields: [&[u8]; 2] = [&minute.to_be_bytes(), random];
        let code: Secret<24> = primitives::expand(key, Label::CHALLENGE, OrganisationId::NONE, &fields);
        let mut bytes = [0; 40];
        let all = minute.to_be_bytes().into_iter().chain(*random).chain(*code.expose());
        bytes.iter_mut().zip(all).for_each(|(to, from)| *to = from);
        Self(bytes)
    }

    /// Whether this server made it within the last [`CHALLENGE_MINUTES`].
    #[must_use]
    pub fn holds(&self, key: &Secret<32>, minute: u32) -> bool {
        let mut reader = Reader::new(&self.0);
        let (Ok(made), Ok(random)) = (reader.u32(), reader.array()) else { return false };
        let fresh = made <= minute && minute - made <= CHALLENGE_MINUTES;
        primitives::equal(&Self::with(key, made, &random).0, &self.0) && fresh
    }
}

impl TryFrom<&[u8]> for Challenge {
    type Error = Error;

    fn try_from(bytes: &[u8]) -> Result<Self, Error> {
        bytes.try_into().map(Self).map_err(|_| Error::Malformed)
    }
}

/// What a reporter asks of her mailbox.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MailboxAct {
    /// Read from a place on.
    Read,
    /// Add a sealed message.
    Say,
    /// Take a message back whose tick has not come.
    TakeBack,
    /// Erase the thread.
    Erase,
}

impl MailboxAct {
    const ALL: [Self; 4] = [Self::Read, Self::Say, Self::TakeBack, Self::Erase];

    const fn code(self) -> u8 {
        match self {
            Self::Read => 1,
            Self::Say => 2,
            Self::TakeBack => 3,
            Self::Erase => 4,
        }
    }
}

/// A signed request to a mailbox: version ‖ act ‖ organisation ‖ thread ‖ challenge ‖ signature ‖ body.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MailboxRequest {
    /// What is asked.
    pub act: MailboxAct,
    /// Where.
    pub organisation: OrganisationId,
    /// Of which thread; its name is the key that signs.
    pub thread: ThreadId,
    /// Echoed.
    pub challenge: Challenge,
    signature: Signature,
    /// The act's own bytes: a place (`u32`), a sealed message, a sequence (`u32`), nothing.
    pub body: Vec<u8>,
}

impl MailboxRequest {
    /// Bytes before the body.
    pub const PREFIX: usize = 1 + 1 + 16 + 32 + 40 + 64;

    /// Signs a request for one origin (`https://host`, as the browser writes it).
    #[must_use]
    pub fn make(
        act: MailboxAct,
        organisation: OrganisationId,
        mailbox: &SigningKey,
        origin: &str,
        challenge: Challenge,
        body: Vec<u8>,
    ) -> Self {
        let thread = ThreadId(mailbox.verifying_key().0);
        let mut request = Self { act, organisation, thread, challenge, signature: Signature([0; 64]), body };
        request.signature =
            mailbox.sign(Label::MAILBOX_REQUEST, organisation, &request.fields(origin, &request.digest().0));
        request
    }

    fn digest(&self) -> Digest {
        primitives::sha256(&self.body)
    }

    fn fields<'a>(&'a self, origin: &'a str, digest: &'a [u8]) -> [&'a [u8]; 5] {
        let act: &[u8] = match self.act {
            MailboxAct::Read => &[1],
            MailboxAct::Say => &[2],
            MailboxAct::TakeBack => &[3],
            MailboxAct::Erase => &[4],
        };
        [origin.as_bytes(), &self.challenge.0, act, &self.thread.0, digest]
    }

    /// The encoding.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut writer = Writer::with_capacity(Self::PREFIX.saturating_add(self.body.len()));
        writer.u8(1).u8(self.act.code()).bytes(&self.organisation.0).bytes(&self.thread.0);
        writer.bytes(&self.challenge.0).bytes(&self.signature.0).bytes(&self.body).finish()
    }

    /// Reads a request; [`Self::verify`] checks it.
    ///
    /// # Errors
    /// [`Error::Malformed`] or [`Error::Version`].
    pub fn parse(bytes: &[u8]) -> Result<Self, Error> {
        let mut reader = Reader::new(bytes);
        if reader.u8()? != 1 {
            return Err(Error::Version);
        }
        let code = reader.u8()?;
        Ok(Self {
            act: MailboxAct::ALL.into_iter().find(|act| act.code() == code).ok_or(Error::Malformed)?,
            organisation: OrganisationId(reader.array()?),
            thread: ThreadId(reader.array()?),
            challenge: Challenge(reader.array()?),
            signature: Signature(reader.array()?),
            body: reader.rest().to_vec(),
        })
    }

    /// Checks the signature for one of the server's own origins.
    ///
    /// # Errors
    /// [`Error::Signature`].
    pub fn verify<'a>(&self, origins: impl IntoIterator<Item = &'a str>) -> Result<(), Error> {
        let (key, digest) = (VerifyingKey(self.thread.0), self.digest());
        let holds = |origin: &str| {
            key.verify(Label::MAILBOX_REQUEST, self.organisation, &self.fields(origin, &digest.0), &self.signature)
                .is_ok()
        };
        // Every origin is tried, so that the time does not tell which one it was.
        let held = origins.into_iter().filter(|origin| holds(origin)).count();
        if held > 0 { Ok(()) } else { Err(Error::Signature) }
    }
}

/// A member of staff proves that she holds the thread key and asks to be enrolled.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Enrolment {
    /// Which thread.
    pub thread: ThreadId,
    /// Signed with the thread's reader key.
    pub by_reader: Signature,
    /// Signed with her roster key.
    pub by_person: Signature,
}

impl Enrolment {
    /// Signs twice over thread, person and challenge.
    #[must_use]
    pub fn make(key: &ThreadKey, person: PersonId, sign: &SigningKey, challenge: &Challenge) -> Self {
        let (organisation, thread) = (key.organisation(), key.thread());
        let fields: [&[u8]; 3] = [&thread.0, &person.0, &challenge.0];
        Self {
            thread,
            by_reader: key.reader().sign(Label::ENROL_READER, organisation, &fields),
            by_person: sign.sign(Label::ENROL_PERSON, organisation, &fields),
        }
    }

    /// Checks both signatures.
    ///
    /// # Errors
    /// [`Error::Signature`].
    pub fn verify(
        &self,
        organisation: OrganisationId,
        reader: &VerifyingKey,
        person: (PersonId, &VerifyingKey),
        challenge: &Challenge,
    ) -> Result<(), Error> {
        let fields: [&[u8]; 3] = [&self.thread.0, &person.0.0, &challenge.0];
        reader.verify(Label::ENROL_READER, organisation, &fields, &self.by_reader)?;
        person.1.verify(Label::ENROL_PERSON, organisation, &fields, &self.by_person)
    }
}

/// Signs an act of staff that has no form of its own (`act` names it) over its content.
#[must_use]
pub fn sign_act(organisation: OrganisationId, key: &SigningKey, act: &str, content: &[u8]) -> Signature {
    key.sign(Label::STAFF_ACT, organisation, &[act.as_bytes(), content])
}

/// Checks what [`sign_act`] made.
///
/// # Errors
/// [`Error::Signature`].
pub fn verify_act(
    organisation: OrganisationId,
    key: &VerifyingKey,
    act: &str,
    content: &[u8],
    signature: &Signature,
) -> Result<(), Error> {
    key.verify(Label::STAFF_ACT, organisation, &[act.as_bytes(), content], signature)
}

/// The name under which an erased thread is remembered for a year, so that its token is not told "unknown".
#[must_use]
pub fn tombstone(key: &Secret<32>, thread: ThreadId) -> Digest {
    let name: Secret<32> = primitives::expand(key, Label::TOMBSTONE, OrganisationId::NONE, &[&thread.0]);
    Digest(*name.expose())
}
