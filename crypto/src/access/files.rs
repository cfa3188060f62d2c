//! What is asked about files: by the reporter in a mailbox request, by staff under the roster key.

use super::{sign_act, verify_act};
use crate::codec::{Reader, Writer};
use crate::error::Error;
use crate::id::{OrganisationId, PersonId, ThreadId};
use crate::keys::{Secret, Signature, SigningKey, VerifyingKey};
use crate::label::Label;
use crate::primitives;
use crate::thread::FilePlace;
use alloc::vec::Vec;

/// A file is announced, or asked about: number `u32` ‖ sealed size `u64`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FileBegin {
    /// Counts per thread and author from 1.
    pub number: u32,
    /// Bytes when sealed.
    pub size: u64,
}

/// A part of a file: number `u32` ‖ part `u32` ‖ its bytes to the end.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct FilePut<'a> {
    /// The file's number.
    pub number: u32,
    /// Counts from 0.
    pub part: u32,
    /// Sealed.
    pub bytes: &'a [u8],
}

/// Which part of whose file: author (16) ‖ number `u32` ‖ part `u32`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FileFetch {
    /// Whose.
    pub author: PersonId,
    /// The file's number.
    pub number: u32,
    /// Counts from 0.
    pub part: u32,
}

impl FileBegin {
    /// The encoding.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        Writer::default().u32(self.number).u64(self.size).finish()
    }

    /// Reads it.
    ///
    /// # Errors
    /// [`Error::Malformed`].
    pub fn parse(bytes: &[u8]) -> Result<Self, Error> {
        let mut reader = Reader::new(bytes);
        let begin = Self { number: reader.u32()?, size: reader.u64()? };
        reader.finish().map(|()| begin)
    }
}

impl<'a> FilePut<'a> {
    /// Bytes before those of the part.
    pub const PREFIX: usize = 8;

    /// The encoding.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut writer = Writer::with_capacity(self.bytes.len().saturating_add(Self::PREFIX));
        writer.u32(self.number).u32(self.part).bytes(self.bytes).finish()
    }

    /// Reads it.
    ///
    /// # Errors
    /// [`Error::Malformed`].
    pub fn parse(bytes: &'a [u8]) -> Result<Self, Error> {
        let mut reader = Reader::new(bytes);
        Ok(Self { number: reader.u32()?, part: reader.u32()?, bytes: reader.rest() })
    }
}

impl FileFetch {
    /// The encoding.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        Writer::default().bytes(&self.author.0).u32(self.number).u32(self.part).finish()
    }

    /// Reads it.
    ///
    /// # Errors
    /// [`Error::Malformed`].
    pub fn parse(bytes: &[u8]) -> Result<Self, Error> {
        let mut reader = Reader::new(bytes);
        let fetch = Self { author: PersonId(reader.array()?), number: reader.u32()?, part: reader.u32()? };
        reader.finish().map(|()| fetch)
    }
}

/// What a member of staff does with a file of her own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileAct {
    /// [`FileBegin`].
    Begin,
    /// [`FilePut`].
    Put,
    /// Its number.
    Remove,
}

impl FileAct {
    const ALL: [Self; 3] = [Self::Begin, Self::Put, Self::Remove];

    const fn code(self) -> u8 {
        match self {
            Self::Begin => 1,
            Self::Put => 2,
            Self::Remove => 3,
        }
    }

    const fn name(self) -> &'static str {
        match self {
            Self::Begin => "file-begin",
            Self::Put => "file-put",
            Self::Remove => "file-remove",
        }
    }
}

/// A request of staff about a file of her own: version ‖ act ‖ thread ‖ signature ‖ body.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StaffFile {
    /// What is asked.
    pub act: FileAct,
    /// In which thread.
    pub thread: ThreadId,
    signature: Signature,
    /// The act's own bytes.
    pub body: Vec<u8>,
}

impl StaffFile {
    /// Bytes before the body.
    pub const PREFIX: usize = 1 + 1 + 32 + 64;

    /// Signs a request.
    #[must_use]
    pub fn make(act: FileAct, organisation: OrganisationId, thread: ThreadId, key: &SigningKey, body: Vec<u8>) -> Self {
        let mut request = Self { act, thread, signature: Signature::NONE, body };
        request.signature = sign_act(organisation, key, act.name(), &request.content());
        request
    }

    fn content(&self) -> Vec<u8> {
        [self.thread.0, primitives::sha256(&self.body).0].concat()
    }

    /// The encoding.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut writer = Writer::with_capacity(Self::PREFIX.saturating_add(self.body.len()));
        writer.u8(1).u8(self.act.code()).bytes(&self.thread.0).bytes(&self.signature.0).bytes(&self.body).finish()
    }

    /// Reads a request; [`Self::verify`] checks it.
    ///
    /// # Errors
    /// [`Error::Malformed`] or [`Error::Version`].
    pub fn parse(bytes: &[u8]) -> Result<Self, Error> {
        let mut reader = Reader::of_version(bytes, 1)?;
        let code = reader.u8()?;
        Ok(Self {
            act: FileAct::ALL.into_iter().find(|act| act.code() == code).ok_or(Error::Malformed)?,
            thread: ThreadId(reader.array()?),
            signature: Signature(reader.array()?),
            body: reader.rest().to_vec(),
        })
    }

    /// Checks the signature.
    ///
    /// # Errors
    /// [`Error::Signature`].
    pub fn verify(&self, organisation: OrganisationId, key: &VerifyingKey) -> Result<(), Error> {
        verify_act(organisation, key, self.act.name(), &self.content(), &self.signature)
    }
}

/// Whose file may be fetched by whom, once that stands in the access log: thread (32) ‖ author (16) ‖ number `u32` ‖
/// minute `u32` ‖ 24 bytes of keyed hash. The server keeps nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FilePass {
    /// The file.
    pub place: FilePlace,
    minute: u32,
    code: [u8; 24],
}

impl FilePass {
    /// Minutes a pass lives: 25 MiB on a slow line, and some interruptions.
    pub const MINUTES: u32 = 60;
    /// Bytes of an encoding.
    pub const SIZE: usize = 32 + 16 + 4 + 4 + 24;

    /// A pass of this minute.
    #[must_use]
    pub fn make(key: &Secret<32>, place: FilePlace, person: PersonId, minute: u32) -> Self {
        let (number, at) = (place.number.to_be_bytes(), minute.to_be_bytes());
        let fields: [&[u8]; 5] = [&place.thread.0, &place.author.0, &number, &person.0, &at];
        let code: Secret<24> = primitives::expand(key, Label::FILE_PASS, place.organisation, &fields);
        Self { place, minute, code: *code.expose() }
    }

    /// Whether this server gave it to this person within the last [`Self::MINUTES`].
    #[must_use]
    pub fn holds(&self, key: &Secret<32>, person: PersonId, minute: u32) -> bool {
        let fresh = self.minute <= minute && minute - self.minute <= Self::MINUTES;
        primitives::equal(&Self::make(key, self.place, person, self.minute).code, &self.code) && fresh
    }

    /// The encoding; the organisation is that of who asks.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut writer = Writer::with_capacity(Self::SIZE);
        writer.bytes(&self.place.thread.0).bytes(&self.place.author.0).u32(self.place.number);
        writer.u32(self.minute).bytes(&self.code).finish()
    }

    /// Reads a pass; [`Self::holds`] checks it.
    ///
    /// # Errors
    /// [`Error::Malformed`].
    pub fn parse(organisation: OrganisationId, bytes: &[u8]) -> Result<Self, Error> {
        let mut reader = Reader::new(bytes);
        let (thread, author) = (ThreadId(reader.array()?), PersonId(reader.array()?));
        let place = FilePlace { organisation, thread, author, number: reader.u32()? };
        let pass = Self { place, minute: reader.u32()?, code: reader.array()? };
        reader.finish().map(|()| pass)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tests::samples::{ORGANISATION, Staff, changes, cuts, reporter};
    use proptest::prelude::*;

    #[test]
    fn a_request_of_staff_holds_for_its_act_thread_body_organisation_and_key_only() {
        let (coach, thread) = (Staff::new(1), reporter(9).thread());
        let key = coach.sign.verifying_key();
        for act in FileAct::ALL {
            let made = StaffFile::make(act, ORGANISATION, thread, &coach.sign, b"body".to_vec());
            let bytes = made.to_bytes();
            assert_eq!(StaffFile::parse(&bytes), Ok(made.clone()));
            assert_eq!(made.verify(ORGANISATION, &key), Ok(()));
            assert!(made.verify(OrganisationId::NONE, &key).is_err());
            assert!(made.verify(ORGANISATION, &Staff::new(2).sign.verifying_key()).is_err());
            let others = changes(&bytes).map(|(_, changed)| changed).chain(cuts(&bytes));
            for other in others {
                let checked = StaffFile::parse(&other).and_then(|request| request.verify(ORGANISATION, &key));
                assert!(checked.is_err());
            }
        }
    }

    #[test]
    fn a_pass_holds_for_its_file_person_and_hour_and_the_server_that_made_it() {
        let place = FilePlace {
            organisation: ORGANISATION,
            thread: reporter(9).thread(),
            author: PersonId([3; 16]),
            number: 7,
        };
        let (key, person) = (Secret::new([6; 32]), PersonId([1; 16]));
        let pass = FilePass::make(&key, place, person, 100);
        let bytes = pass.to_bytes();
        assert_eq!((bytes.len(), FilePass::parse(ORGANISATION, &bytes)), (FilePass::SIZE, Ok(pass)));
        let minutes: Vec<u32> = (0..400).filter(|minute| pass.holds(&key, person, *minute)).collect();
        assert_eq!((minutes.first(), minutes.last()), (Some(&100), Some(&160)));
        assert!(!pass.holds(&key, PersonId([2; 16]), 100));
        assert!(!pass.holds(&Secret::new([7; 32]), person, 100));
        assert!(!FilePass::parse(OrganisationId([8; 16]), &bytes).unwrap().holds(&key, person, 100));
        for (at, changed) in changes(&bytes) {
            assert!(!FilePass::parse(ORGANISATION, &changed).unwrap().holds(&key, person, 100), "{at}");
        }
        assert!(cuts(&bytes).all(|cut| FilePass::parse(ORGANISATION, &cut).is_err()));
    }

    proptest! {
        #[test]
        fn what_was_written_reads_back(number: u32, size: u64, part: u32, author: [u8; 16], bytes in prop::collection::vec(any::<u8>(), 0..50)) {
            let begin = FileBegin { number, size };
            prop_assert_eq!(FileBegin::parse(&begin.to_bytes()), Ok(begin));
            let fetch = FileFetch { author: PersonId(author), number, part };
            prop_assert_eq!(FileFetch::parse(&fetch.to_bytes()), Ok(fetch));
            let written = FilePut { number, part, bytes: &bytes }.to_bytes();
            let put = FilePut::parse(&written).unwrap();
            prop_assert_eq!((put.number, put.part, put.bytes), (number, part, bytes.as_slice()));
            for cut in cuts(&begin.to_bytes()).chain(cuts(&fetch.to_bytes())) {
                prop_assert!(FileBegin::parse(&cut).is_err() || cut.len() == 12);
                prop_assert!(FileFetch::parse(&cut).is_err() || cut.len() == 24);
            }
        }
    }
}
