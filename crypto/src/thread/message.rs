//! One message: sealed under the content key, signed by its author, tied to what she had seen when she wrote it.

use super::ContentKey;
use crate::codec::{Reader, Writer};
use crate::error::Error;
use crate::id::{Digest, OrganisationId, PersonId, ThreadId};
use crate::keys::{Secret, Signature, SigningKey, VerifyingKey};
use crate::label::Label;
use crate::padding;
use crate::primitives::{self, NONCE_SIZE, TAG_SIZE};
use crate::triage::Status;
use alloc::string::String;
use alloc::vec::Vec;
use rand_core::CryptoRng;
use zeroize::Zeroizing;

const VERSION: u8 = 1;
const CLEAR_SIZE: usize = 1 + 1 + 16 + 4 + 1;
const MOST_TEXT: usize = 65_536;
/// Of a list, and bytes of a file's name or media type.
const MOST_ITEMS: usize = 255;

/// What a message's sealed bytes show without a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Envelope {
    /// Who wrote it; [`PersonId::REPORTER`] for the reporter.
    pub author: PersonId,
    /// Counts per author from 0.
    pub sequence: u32,
    bucket: u8,
}

/// A message in clear.
#[derive(Clone, PartialEq, Eq)]
pub struct Message {
    /// Who wrote it; [`PersonId::REPORTER`] for the reporter.
    pub author: PersonId,
    /// Counts per author from 0.
    pub sequence: u32,
    /// Digest of the author's previous message, [`Digest::NONE`] for her first.
    pub previous: Digest,
    /// Digest of the last message she had seen of every other author.
    pub seen: Vec<(PersonId, Digest)>,
    /// Digest of the newest roster she had seen: a split view shows.
    pub roster_head: Digest,
    /// In a thread's first message only.
    pub opening: Option<Opening>,
    /// What she says.
    pub content: Content,
    /// Pointers to files, at most ten.
    pub attachments: Vec<Attachment>,
}

/// What the first message names, sealed.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Opening {
    /// Who got a stanza.
    pub recipients: Vec<PersonId>,
    /// To whom no key of this thread may ever be wrapped.
    pub excluded: Vec<PersonId>,
    /// The thread this one continues.
    pub continues: Option<ThreadId>,
}

/// The closed list of kinds. A kind this program does not know is [`Content::Newer`].
#[derive(Clone, PartialEq, Eq)]
pub enum Content {
    /// Plain text.
    Text(String),
    /// The case's status as the reporter may know it, with a sentence.
    Status(Status, String),
    /// Another coach goes on: giver, receiver.
    Give(PersonId, PersonId),
    /// The reporter went on in this thread.
    Continued(ThreadId),
    /// The reporter lets this person read along after all.
    LiftExclusion(PersonId),
    /// The reporter withdraws.
    Withdraw(String),
    /// Proposed or accepted times for a talk.
    Talk(String),
    /// Aftercare: months since closing, and a question.
    CheckIn(u8, String),
    /// Files, with a line about them.
    Files(String),
    /// Needs a newer version of the program; its code.
    Newer(u8),
}

/// Where a file lies and what opens it.
#[derive(Clone, PartialEq, Eq)]
pub struct Attachment {
    /// The file's number in the thread, 1 first.
    pub number: u32,
    /// Opens it, and nothing else.
    pub key: Secret<32>,
    /// Bytes in clear.
    pub size: u64,
    /// SHA-256 of the sealed file.
    pub digest: Digest,
    /// Media type, for example `image/jpeg`.
    pub media_type: String,
    /// A neutral name, for example `file-1.jpg`.
    pub name: String,
}

impl Attachment {
    /// As a message holds it, for a device that has sent the file and not the message yet.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut writer = Writer::default();
        self.write(&mut writer);
        writer.finish()
    }

    /// What [`Self::to_bytes`] made.
    ///
    /// # Errors
    /// [`Error::Malformed`] for anything else.
    pub fn parse(bytes: &[u8]) -> Result<Self, Error> {
        let mut reader = Reader::new(bytes);
        let file = Self::read(&mut reader)?;
        reader.finish()?;
        Ok(file)
    }

    fn write(&self, writer: &mut Writer) {
        writer.u32(self.number).bytes(self.key.expose()).u64(self.size).bytes(&self.digest.0);
        writer.prefixed(self.media_type.as_bytes()).prefixed(self.name.as_bytes());
    }

    fn read(reader: &mut Reader<'_>) -> Result<Self, Error> {
        Ok(Self {
            number: reader.u32()?,
            key: Secret::new(reader.array()?),
            size: reader.u64()?,
            digest: Digest(reader.array()?),
            media_type: reader.text(MOST_ITEMS)?,
            name: reader.text(MOST_ITEMS)?,
        })
    }
}

impl core::fmt::Debug for Attachment {
    fn fmt(&self, formatter: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        write!(formatter, "Attachment({})", self.number)
    }
}

// What people wrote, and whom they excluded, never gets into a log by accident.
impl core::fmt::Debug for Message {
    fn fmt(&self, formatter: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        write!(formatter, "Message({:?}, {}, {:?})", self.author, self.sequence, self.content)
    }
}

impl core::fmt::Debug for Opening {
    fn fmt(&self, formatter: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        formatter.write_str("Opening")
    }
}

impl core::fmt::Debug for Content {
    fn fmt(&self, formatter: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        write!(formatter, "Content({})", self.code())
    }
}

/// SHA-256 over a sealed message, by which others refer to it.
#[must_use]
pub fn message_digest(organisation: OrganisationId, sealed: &[u8]) -> Digest {
    primitives::digest(Label::MESSAGE_DIGEST, organisation, &[sealed])
}

impl Envelope {
    /// Bytes of the largest sealed message.
    pub const LARGEST: usize = CLEAR_SIZE + NONCE_SIZE + 65_536 + TAG_SIZE;

    /// Reads what can be seen without a key; the length must be that of the bucket.
    ///
    /// # Errors
    /// [`Error::Version`] or [`Error::Malformed`].
    pub fn parse(sealed: &[u8]) -> Result<Self, Error> {
        let mut reader = Reader::of_version(sealed, VERSION)?;
        let role = reader.u8()?;
        let envelope = Self { author: PersonId(reader.array()?), sequence: reader.u32()?, bucket: reader.u8()? };
        let size = padding::size(envelope.bucket, &padding::MESSAGE)?;
        let fits = reader.rest().len() == NONCE_SIZE + size + TAG_SIZE;
        if fits && role == envelope.role() { Ok(envelope) } else { Err(Error::Malformed) }
    }

    /// 0 for the reporter, 1 for staff.
    fn role(&self) -> u8 {
        u8::from(self.author != PersonId::REPORTER)
    }

    fn to_bytes(self) -> Vec<u8> {
        let mut writer = Writer::with_capacity(CLEAR_SIZE);
        writer.u8(VERSION).u8(self.role()).bytes(&self.author.0).u32(self.sequence).u8(self.bucket).finish()
    }

    /// What sealing and signing bind beside the payload.
    fn bound(self, thread: ThreadId) -> Vec<u8> {
        [self.to_bytes().as_slice(), &thread.0].concat()
    }
}

impl Message {
    /// Seals and signs.
    ///
    /// # Errors
    /// [`Error::TooLong`] with the number of bytes too many; [`Error::Malformed`] for what would not read back (a file's
    /// name over 255 bytes, an opening in any but the reporter's first message).
    pub fn seal(&self, key: &ContentKey, author: &SigningKey, rng: &mut impl CryptoRng) -> Result<Vec<u8>, Error> {
        let body = Zeroizing::new(self.body());
        let bucket = padding::bucket(body.len().saturating_add(Signature::SIZE), &padding::MESSAGE)?;
        let envelope = Envelope { author: self.author, sequence: self.sequence, bucket };
        if !self.reads_back() {
            return Err(Error::Malformed);
        }
        let bound = envelope.bound(key.thread);
        let signature = author.sign(Label::MESSAGE_SIGNATURE, key.organisation, &[&bound, &body]);
        let payload = Zeroizing::new([signature.0.as_slice(), &body].concat());
        let padded = padding::pad(&payload, padding::size(bucket, &padding::MESSAGE)?);
        let data = Label::MESSAGE.transcript(key.organisation, &[&bound]);
        let sealed = primitives::seal_many(&key.key, &data, &padded, rng);
        Ok([envelope.to_bytes(), sealed].concat())
    }

    /// Opens a message. `author_key` says which key an author signs with; the reporter's is the thread id itself.
    ///
    /// # Errors
    /// [`Error::Version`], [`Error::Malformed`], [`Error::Decrypt`], [`Error::Signature`].
    pub fn open(
        key: &ContentKey,
        sealed: &[u8],
        author_key: impl FnOnce(PersonId) -> Option<VerifyingKey>,
    ) -> Result<Self, Error> {
        let envelope = Envelope::parse(sealed)?;
        let author = if envelope.author == PersonId::REPORTER {
            Some(VerifyingKey(key.thread.0))
        } else {
            author_key(envelope.author)
        };
        Self::open_by(key, sealed, envelope, author)
    }

    fn open_by(
        key: &ContentKey,
        sealed: &[u8],
        envelope: Envelope,
        author: Option<VerifyingKey>,
    ) -> Result<Self, Error> {
        let bound = envelope.bound(key.thread);
        let data = Label::MESSAGE.transcript(key.organisation, &[&bound]);
        let (_, sealed) = sealed.split_at_checked(CLEAR_SIZE).ok_or(Error::Malformed)?;
        let padded = primitives::open_many(&key.key, &data, sealed)?;
        let payload = padding::unpad(&padded)?;
        let (signature, body) = payload.split_at_checked(Signature::SIZE).ok_or(Error::Decrypt)?;
        let author = author.ok_or(Error::Signature)?;
        author.verify(Label::MESSAGE_SIGNATURE, key.organisation, &[&bound, body], &signature.try_into()?)?;
        Self::read_body(envelope, body)
    }

    /// Whether a reader makes the same of it. Reading it here would say as much, at the cost of the reader's weight in the
    /// module that only makes reports.
    fn reads_back(&self) -> bool {
        let people = self.opening.iter().map(|opening| opening.recipients.len().max(opening.excluded.len()));
        let files = self.attachments.iter().map(|file| file.media_type.len().max(file.name.len()));
        let longest = people.chain(files).chain([self.seen.len(), self.attachments.len()]).max();
        let known = matches!(self.content, Content::Newer(1..=9));
        let opens = self.opening.is_none() || (self.author, self.sequence) == (PersonId::REPORTER, 0);
        longest <= Some(MOST_ITEMS) && !known && opens
    }

    fn body(&self) -> Vec<u8> {
        let mut writer = Writer::default();
        writer.bytes(&self.previous.0).list(&self.seen, |writer, (author, digest)| {
            writer.bytes(&author.0).bytes(&digest.0);
        });
        writer.bytes(&self.roster_head.0);
        match &self.opening {
            None => writer.u8(0),
            Some(opening) => {
                writer.u8(1).list(&opening.recipients, |writer, person| {
                    writer.bytes(&person.0);
                });
                writer.list(&opening.excluded, |writer, person| {
                    writer.bytes(&person.0);
                });
                match &opening.continues {
                    None => writer.u8(0),
                    Some(thread) => writer.u8(1).bytes(&thread.0),
                }
            }
        };
        writer.u8(self.content.code()).prefixed(&self.content.to_bytes());
        writer.list(&self.attachments, |writer, file| file.write(writer));
        writer.finish()
    }

    /// For the fuzzer, which has no key: whether this is the body of a first message, which is then written as it was read.
    #[cfg(feature = "fuzz")]
    #[must_use]
    pub fn reads(body: &[u8]) -> bool {
        let envelope = Envelope { author: PersonId::REPORTER, sequence: 0, bucket: 0 };
        let Ok(message) = Self::read_body(envelope, body) else { return false };
        // What a newer version added is passed over, so it is not written again.
        assert!(matches!(message.content, Content::Newer(_)) || message.body() == body, "a message is read as another");
        true
    }

    fn read_body(envelope: Envelope, body: &[u8]) -> Result<Self, Error> {
        let mut reader = Reader::new(body);
        let previous = Digest(reader.array()?);
        let seen = reader.list(|reader| Ok((PersonId(reader.array()?), Digest(reader.array()?))))?;
        let roster_head = Digest(reader.array()?);
        let opening = if reader.flag()? {
            Some(Opening {
                recipients: reader.list(|reader| reader.array().map(PersonId))?,
                excluded: reader.list(|reader| reader.array().map(PersonId))?,
                continues: if reader.flag()? { Some(ThreadId(reader.array()?)) } else { None },
            })
        } else {
            None
        };
        let code = reader.u8()?;
        let content = Content::parse(code, reader.prefixed(MOST_TEXT)?)?;
        let attachments = reader.list(Attachment::read)?;
        reader.finish()?;
        let Envelope { author, sequence, .. } = envelope;
        // Who is excluded is the reporter's word: nobody else's message carries one.
        if opening.is_some() && (author, sequence) != (PersonId::REPORTER, 0) {
            return Err(Error::Malformed);
        }
        Ok(Self { author, sequence, previous, seen, roster_head, opening, content, attachments })
    }
}

impl Content {
    fn code(&self) -> u8 {
        match self {
            Self::Text(_) => 1,
            Self::Status(..) => 2,
            Self::Give(..) => 3,
            Self::Continued(_) => 4,
            Self::LiftExclusion(_) => 5,
            Self::Withdraw(_) => 6,
            Self::Talk(_) => 7,
            Self::CheckIn(..) => 8,
            Self::Files(_) => 9,
            Self::Newer(code) => *code,
        }
    }

    fn to_bytes(&self) -> Zeroizing<Vec<u8>> {
        Zeroizing::new(match self {
            Self::Text(text) | Self::Withdraw(text) | Self::Talk(text) | Self::Files(text) => text.as_bytes().to_vec(),
            Self::Status(status, text) => [&[status.code()], text.as_bytes()].concat(),
            Self::Give(from, to) => [from.0, to.0].concat(),
            Self::Continued(thread) => thread.0.to_vec(),
            Self::LiftExclusion(person) => person.0.to_vec(),
            Self::CheckIn(months, text) => [&[*months], text.as_bytes()].concat(),
            Self::Newer(_) => Vec::new(),
        })
    }

    fn parse(code: u8, bytes: &[u8]) -> Result<Self, Error> {
        let text = |bytes: &[u8]| core::str::from_utf8(bytes).map(String::from).map_err(|_| Error::Malformed);
        let with_byte = || bytes.split_first().ok_or(Error::Malformed);
        Ok(match code {
            1 => Self::Text(text(bytes)?),
            2 => {
                let (status, rest) = with_byte()?;
                match Status::from_code(*status) {
                    Some(status) => Self::Status(status, text(rest)?),
                    None => Self::Newer(code),
                }
            }
            3 => {
                let (from, to) = bytes.split_at_checked(16).ok_or(Error::Malformed)?;
                Self::Give(from.try_into()?, to.try_into()?)
            }
            4 => Self::Continued(bytes.try_into()?),
            5 => Self::LiftExclusion(bytes.try_into()?),
            6 => Self::Withdraw(text(bytes)?),
            7 => Self::Talk(text(bytes)?),
            8 => {
                let (months, rest) = with_byte()?;
                Self::CheckIn(*months, text(rest)?)
            }
            9 => Self::Files(text(bytes)?),
            newer => Self::Newer(newer),
        })
    }

    /// The words in it, if it has any.
    #[must_use]
    pub fn text(&self) -> Option<&str> {
        match self {
            Self::Text(text)
            | Self::Status(_, text)
            | Self::Withdraw(text)
            | Self::Talk(text)
            | Self::CheckIn(_, text)
            | Self::Files(text) => Some(text),
            Self::Give(..) | Self::Continued(_) | Self::LiftExclusion(_) | Self::Newer(_) => None,
        }
    }
}

#[cfg(test)]
mod tests;
