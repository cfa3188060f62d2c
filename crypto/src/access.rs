//! Proofs that go with requests: a stateless challenge, and signatures bound to it, to the origin and to the request.

mod files;

pub use files::{FileAct, FileBegin, FileFetch, FilePass, FilePut, StaffFile};

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
    /// Say how large a file will be, or ask what of it is there: [`FileBegin`].
    BeginFile,
    /// Add a part of a file: [`FilePut`].
    PutPart,
    /// Take a file away that nobody can have seen: its number.
    RemoveFile,
    /// Fetch a part of a file: [`FileFetch`].
    FetchPart,
}

impl MailboxAct {
    const ALL: [Self; 8] = [
        Self::Read,
        Self::Say,
        Self::TakeBack,
        Self::Erase,
        Self::BeginFile,
        Self::PutPart,
        Self::RemoveFile,
        Self::FetchPart,
    ];

    const fn code(self) -> u8 {
        match self {
            Self::Read => 1,
            Self::Say => 2,
            Self::TakeBack => 3,
            Self::Erase => 4,
            Self::BeginFile => 5,
            Self::PutPart => 6,
            Self::RemoveFile => 7,
            Self::FetchPart => 8,
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
    /// The act's own bytes: a place (`u32`), a sealed message, a sequence (`u32`), nothing, or what concerns a file.
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
        let (act, digest) = ([act.code()], request.digest());
        request.signature =
            mailbox.sign(Label::MAILBOX_REQUEST, organisation, &request.fields(origin, &act, &digest.0));
        request
    }

    fn digest(&self) -> Digest {
        primitives::sha256(&self.body)
    }

    fn fields<'a>(&'a self, origin: &'a str, act: &'a [u8; 1], digest: &'a [u8]) -> [&'a [u8]; 5] {
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
        let mut reader = Reader::of_version(bytes, 1)?;
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
        let (key, act, digest) = (VerifyingKey(self.thread.0), [self.act.code()], self.digest());
        let holds = |origin: &str| {
            let fields = self.fields(origin, &act, &digest.0);
            key.verify(Label::MAILBOX_REQUEST, self.organisation, &fields, &self.signature).is_ok()
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

    /// Checks that she asks herself.
    ///
    /// # Errors
    /// [`Error::Signature`].
    pub fn verify_person(
        &self,
        organisation: OrganisationId,
        (person, key): (PersonId, &VerifyingKey),
        challenge: &Challenge,
    ) -> Result<(), Error> {
        let fields: [&[u8]; 3] = [&self.thread.0, &person.0, &challenge.0];
        key.verify(Label::ENROL_PERSON, organisation, &fields, &self.by_person)
    }

    /// Checks that she holds the key of the thread that has this reader.
    ///
    /// # Errors
    /// [`Error::Signature`].
    pub fn verify_reader(
        &self,
        organisation: OrganisationId,
        reader: &VerifyingKey,
        person: PersonId,
        challenge: &Challenge,
    ) -> Result<(), Error> {
        let fields: [&[u8]; 3] = [&self.thread.0, &person.0, &challenge.0];
        reader.verify(Label::ENROL_READER, organisation, &fields, &self.by_reader)
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tests::samples::{ORGANISATION, Staff, changes, cuts, reporter, rng};
    use proptest::prelude::*;

    const KEY: [u8; 32] = [6; 32];
    const ORIGIN: &str = "https://report.example";

    fn challenge(minute: u32) -> Challenge {
        Challenge::make(&Secret::new(KEY), minute, &mut rng(2))
    }

    fn request(act: MailboxAct, body: &[u8]) -> MailboxRequest {
        MailboxRequest::make(act, ORGANISATION, &reporter(9).mailbox, ORIGIN, challenge(100), body.to_vec())
    }

    #[test]
    fn a_challenge_holds_three_minutes_for_the_server_that_made_it() {
        let (made, key) = (challenge(100), Secret::new(KEY));
        let minutes: Vec<u32> = (90..110).filter(|minute| made.holds(&key, *minute)).collect();
        assert_eq!(minutes, [100, 101, 102, 103]);
        assert!(!made.holds(&Secret::new([7; 32]), 100));
        for (place, changed) in changes(&made.0) {
            assert!(!Challenge::try_from(changed.as_slice()).unwrap().holds(&key, 100), "{place}");
        }
        assert!(cuts(&made.0).all(|cut| Challenge::try_from(cut.as_slice()).is_err()));
        assert!(challenge(u32::MAX).holds(&key, u32::MAX) && !challenge(u32::MAX).holds(&key, 0));
        let again = Challenge::make(&key, 100, &mut rng(3));
        assert_ne!(again, made);
    }

    #[test]
    fn a_mailbox_request_holds_for_its_origin_act_thread_and_body_only() {
        let origins = ["https://other.example", ORIGIN];
        for act in MailboxAct::ALL {
            let made = request(act, b"body");
            let bytes = made.to_bytes();
            assert_eq!(bytes.len(), MailboxRequest::PREFIX + 4);
            assert_eq!(MailboxRequest::parse(&bytes), Ok(made.clone()));
            assert_eq!(made.verify(origins), Ok(()));
            assert_eq!(made.verify(["https://report.example:444"]), Err(Error::Signature));
            assert_eq!(made.verify([]), Err(Error::Signature));
            for (place, changed) in changes(&bytes) {
                let checked = MailboxRequest::parse(&changed).and_then(|request| request.verify(origins));
                assert!(checked.is_err(), "{place}");
            }
            for cut in cuts(&bytes) {
                let checked = MailboxRequest::parse(&cut).and_then(|request| request.verify(origins));
                assert!(checked.is_err(), "{}", cut.len());
            }
            for other in MailboxAct::ALL.into_iter().filter(|other| *other != act) {
                assert_eq!(MailboxRequest { act: other, ..made.clone() }.verify(origins), Err(Error::Signature));
            }
        }
        let mut newer = request(MailboxAct::Read, b"").to_bytes();
        newer[0] = 2;
        assert_eq!(MailboxRequest::parse(&newer), Err(Error::Version));
    }

    #[test]
    fn a_request_signed_by_another_mailbox_or_for_another_challenge_is_refused() {
        let made = request(MailboxAct::Erase, b"");
        let other = reporter(10).thread();
        assert_eq!(MailboxRequest { thread: other, ..made.clone() }.verify([ORIGIN]), Err(Error::Signature));
        let later = MailboxRequest { challenge: challenge(101), ..made.clone() };
        assert_eq!(later.verify([ORIGIN]), Err(Error::Signature));
        let elsewhere = MailboxRequest { organisation: OrganisationId::NONE, ..made };
        assert_eq!(elsewhere.verify([ORIGIN]), Err(Error::Signature));
    }

    #[test]
    fn an_enrolment_needs_the_thread_key_and_the_persons_own_key() {
        let (keys, coach, other) = (reporter(9), Staff::new(1), Staff::new(2));
        let made = Enrolment::make(&keys.thread_key, coach.id, &coach.sign, &challenge(100));
        let reader = keys.thread_key.reader().verifying_key();
        let verify = |enrolment: &Enrolment, person: &Staff, challenge: &Challenge| {
            let key = person.sign.verifying_key();
            let signed = enrolment.verify_person(ORGANISATION, (person.id, &key), challenge);
            signed.and_then(|()| enrolment.verify_reader(ORGANISATION, &reader, person.id, challenge))
        };
        assert_eq!(verify(&made, &coach, &challenge(100)), Ok(()));
        assert_eq!(verify(&made, &other, &challenge(100)), Err(Error::Signature));
        assert_eq!(verify(&made, &coach, &challenge(101)), Err(Error::Signature));
        let swapped = Enrolment { by_reader: made.by_person, by_person: made.by_reader, ..made.clone() };
        assert_eq!(verify(&swapped, &coach, &challenge(100)), Err(Error::Signature));
        let moved = Enrolment { thread: reporter(10).thread(), ..made.clone() };
        assert_eq!(verify(&moved, &coach, &challenge(100)), Err(Error::Signature));
        // Without the thread key: an excluded coach signs with keys of her own.
        let guessed = ThreadKey::new(ORGANISATION, keys.thread(), Secret::new([1; 32]));
        let forged = Enrolment::make(&guessed, other.id, &other.sign, &challenge(100));
        assert_eq!(verify(&forged, &other, &challenge(100)), Err(Error::Signature));
        assert_eq!(
            forged.verify_person(ORGANISATION, (other.id, &other.sign.verifying_key()), &challenge(100)),
            Ok(())
        );
        let in_her_name = Enrolment::make(&keys.thread_key, coach.id, &other.sign, &challenge(100));
        assert_eq!(verify(&in_her_name, &coach, &challenge(100)), Err(Error::Signature));
    }

    #[test]
    fn an_act_holds_for_its_name_content_and_organisation_only() {
        let coach = Staff::new(1);
        let key = coach.sign.verifying_key();
        let signature = sign_act(ORGANISATION, &coach.sign, "take-back", b"content");
        let verify = |organisation, act, content| verify_act(organisation, &key, act, content, &signature);
        assert_eq!(verify(ORGANISATION, "take-back", b"content"), Ok(()));
        assert!(verify(ORGANISATION, "take-bac", b"kcontent").is_err());
        assert!(verify(ORGANISATION, "erase", b"content").is_err());
        assert!(verify(OrganisationId::NONE, "take-back", b"content").is_err());
    }

    #[test]
    fn a_tombstone_depends_on_key_and_thread() {
        let (key, thread) = (Secret::new([1; 32]), ThreadId([2; 32]));
        assert_eq!(tombstone(&key, thread), tombstone(&key, thread));
        assert_ne!(tombstone(&key, thread), tombstone(&Secret::new([2; 32]), thread));
        assert_ne!(tombstone(&key, thread), tombstone(&key, ThreadId([3; 32])));
    }

    proptest! {
        #[test]
        fn arbitrary_bytes_are_no_request_and_never_a_panic(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
            let first = [&[1, 1], bytes.as_slice()].concat();
            for bytes in [&bytes, &first] {
                prop_assert!(MailboxRequest::parse(bytes).and_then(|request| request.verify([ORIGIN])).is_err());
            }
        }
    }
}
