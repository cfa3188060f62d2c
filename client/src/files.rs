//! Files that go with messages: sealed here part by part, and opened here once the last part has come.

use crate::{Error, Server, http};
use crypto::SigningKey;
use crypto::access::{FileAct, FileBegin, FilePut};
use crypto::thread::{Attachment, Content, FilePlace, LARGEST_FILE, MOST_FILES, OpenFile, SealedFile, derive_file_key};
use crypto::wire::FileProgress;
use zeroize::Zeroizing;

/// A file to send.
pub struct NewFile {
    /// Bytes in clear.
    pub bytes: Zeroizing<Vec<u8>>,
    /// The last part of its name, `jpg`; its name itself stays on this device.
    pub ending: String,
}

/// A file that was fetched: all of it was checked.
pub struct Fetched {
    /// The neutral name its sender gave it.
    pub name: String,
    /// The media type as its sender says.
    pub media_type: String,
    /// Bytes in clear.
    pub bytes: Zeroizing<Vec<u8>>,
}

/// Which file of a message.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Which {
    /// By its place in the message, from 1.
    Place(usize),
    /// By its number in the thread: it stays when messages come in between.
    Number(u32),
}

impl From<usize> for Which {
    fn from(place: usize) -> Self {
        Self::Place(place)
    }
}

/// Endings that say something to the reader, with the media type they stand for.
const TYPES: [(&str, &str); 17] = [
    ("csv", "text/csv"),
    ("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    ("eml", "message/rfc822"),
    ("gif", "image/gif"),
    ("heic", "image/heic"),
    ("jpeg", "image/jpeg"),
    ("jpg", "image/jpeg"),
    ("m4a", "audio/mp4"),
    ("mp3", "audio/mpeg"),
    ("mp4", "video/mp4"),
    ("odt", "application/vnd.oasis.opendocument.text"),
    ("pdf", "application/pdf"),
    ("png", "image/png"),
    ("txt", "text/plain"),
    ("wav", "audio/wav"),
    ("webp", "image/webp"),
    ("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
];

/// An ending that says something to the reader, and its media type; of any other not even the ending leaves this device.
pub(crate) fn known(ending: &str) -> Option<(&'static str, &'static str)> {
    TYPES.into_iter().find(|(known, _)| known.eq_ignore_ascii_case(ending))
}

impl NewFile {
    /// A neutral name and the media type: what a file was called can say who took it, and when.
    pub(crate) fn named(&self, number: u32) -> (String, &'static str) {
        match known(&self.ending) {
            Some((known, media_type)) => (format!("file-{number}.{known}"), media_type),
            None => (format!("file-{number}"), "application/octet-stream"),
        }
    }
}

/// Refuses what no message takes, before anything is sent.
///
/// # Errors
/// [`Error::Refused`] for too many files and for one that is too large or empty.
pub fn check(files: &[NewFile]) -> Result<(), Error> {
    if files.len() > MOST_FILES {
        return Err(Error::Refused(format!("a message takes {MOST_FILES} files: send the others with another one")));
    }
    for (file, place) in files.iter().zip(1_usize..) {
        if file.bytes.is_empty() {
            return Err(Error::Refused(format!("file {place} is empty")));
        }
        if u64::try_from(file.bytes.len()).map_or(true, |size| size > LARGEST_FILE) {
            return Err(Error::Refused(format!("file {place} is too large: a file has at most 25 MiB")));
        }
    }
    Ok(())
}

/// Sends a file under the number of its place, or the next one that is free. Whoever was interrupted does the same again:
/// what is there already is not sent twice. `author` is the key its author signs with.
pub(crate) async fn send(
    server: &Server,
    mut place: FilePlace,
    author: &SigningKey,
    file: &NewFile,
    ask: impl AsyncFn(FileAct, Vec<u8>) -> Result<Vec<u8>, Error>,
) -> Result<Attachment, Error> {
    loop {
        match send_as(server, &place, author, file, &ask).await {
            // Another file was begun under this number and never named.
            Err(error) if error.is_problem("conflict") => place.number = place.number.saturating_add(1),
            sent => return sent,
        }
    }
}

/// Sends what is missing of one file. Of what is there the last part goes once more: it tells whether that is this
/// very file.
async fn send_as(
    server: &Server,
    place: &FilePlace,
    author: &SigningKey,
    file: &NewFile,
    ask: &impl AsyncFn(FileAct, Vec<u8>) -> Result<Vec<u8>, Error>,
) -> Result<Attachment, Error> {
    let number = place.number;
    let key = derive_file_key(place, author, &file.bytes);
    let sealed = SealedFile::new(place, &key, &file.bytes)?;
    let digest = sealed.digest();
    let begin = FileBegin { number, size: sealed.size() }.to_bytes();
    let there: FileProgress = http::read(&ask(FileAct::Begin, begin).await?)?;
    for part in there.parts.saturating_sub(1)..sealed.parts() {
        tell(server, part, sealed.parts()).await;
        ask(FileAct::Put, FilePut { number, part, bytes: &sealed.part(part) }.to_bytes()).await?;
    }
    let (name, media_type) = file.named(number);
    let size = u64::try_from(file.bytes.len()).unwrap_or(u64::MAX);
    Ok(Attachment { number, key, size, digest, media_type: media_type.into(), name })
}

/// Takes away what a message named that was taken back. A file whose tick came before that of its message stays: its
/// key is gone with the message.
pub(crate) async fn remove(
    numbers: impl IntoIterator<Item = u32>,
    ask: impl AsyncFn(FileAct, Vec<u8>) -> Result<Vec<u8>, Error>,
) -> Result<(), Error> {
    for number in numbers {
        match ask(FileAct::Remove, number.to_be_bytes().to_vec()).await {
            Err(error) if !error.is_problem("conflict") => return Err(error),
            _ => {}
        }
    }
    Ok(())
}

/// What a message says that brings files, with a text or without.
pub(crate) fn said(text: &str) -> Content {
    if text.is_empty() { Content::Files(String::new()) } else { Content::Text(text.into()) }
}

/// Fetches the parts of a file one after the other and opens it. Nothing of it is there before all of it was checked.
pub(crate) async fn fetch(
    server: &Server,
    place: &FilePlace,
    named: &Attachment,
    mut part: impl AsyncFnMut(u32) -> Result<Vec<u8>, Error>,
) -> Result<Fetched, Error> {
    let mut open = OpenFile::new(place, named)?;
    for number in 0..open.parts() {
        tell(server, number, open.parts()).await;
        open.push(&part(number).await?)?;
    }
    Ok(Fetched { name: named.name.clone(), media_type: named.media_type.clone(), bytes: open.finish()? })
}

/// How many parts of a file are through.
async fn tell(server: &Server, done: u32, all: u32) {
    let count = |parts: u32| usize::try_from(parts).unwrap_or(usize::MAX);
    server.progress(count(done), count(all)).await;
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Wait;
    use crypto::{OrganisationId, PersonId, Secret, ThreadId};

    fn file(size: usize, ending: &str) -> NewFile {
        NewFile { bytes: Zeroizing::new(vec![7; size]), ending: ending.into() }
    }

    #[test]
    fn a_name_says_what_kind_of_file_it_is_and_nothing_else() {
        assert_eq!(file(1, "JPG").named(3), ("file-3.jpg".into(), "image/jpeg"));
        for ending in ["", "jan-2026", "exe"] {
            assert_eq!(file(1, ending).named(1), ("file-1".into(), "application/octet-stream"));
        }
        assert!(TYPES.is_sorted());
    }

    #[test]
    fn what_no_message_takes_is_refused_before_anything_is_sent() {
        let largest = usize::try_from(LARGEST_FILE).unwrap();
        let refused = |files: &[NewFile]| check(files).err().map(|error| error.to_string());
        assert_eq!(refused(&[file(1, ""), file(largest, "")]), None);
        assert!(refused(&[file(1, ""), file(largest + 1, "")]).unwrap().contains("file 2 is too large"));
        assert!(refused(&[file(0, "")]).unwrap().contains("file 1 is empty"));
        let many: Vec<NewFile> = (0..=MOST_FILES).map(|_| file(1, "")).collect();
        assert!(refused(&many).unwrap().contains("10 files"));
        assert_eq!(refused(&many[1..]), None);
    }

    #[test]
    fn a_file_is_whole_and_the_senders_or_it_is_nothing() {
        let (organisation, thread, author) = (OrganisationId([7; 16]), ThreadId([3; 32]), PersonId::REPORTER);
        let place = FilePlace { organisation, thread, author, number: 1 };
        let bytes: Vec<u8> = (0..600_000_u32).map(|count| count.to_le_bytes()[0]).collect();
        let key = derive_file_key(&place, &SigningKey::from_seed(Secret::new([1; 32])), &bytes);
        let sealed = SealedFile::new(&place, &key, &bytes).unwrap();
        let named = Attachment {
            number: 1,
            key,
            size: 600_000,
            digest: sealed.digest(),
            media_type: "image/png".into(),
            name: "file-1.png".into(),
        };
        assert_eq!(sealed.parts(), 3);
        let server = Server::new("http://127.0.0.1:1", None).unwrap();
        let fetched = fetch(&server, &place, &named, async |part| Ok(sealed.part(part))).wait().unwrap();
        assert!(*fetched.bytes == bytes && fetched.name == "file-1.png");
        let swapped = fetch(&server, &place, &named, async |part| Ok(sealed.part(part ^ 1))).wait();
        assert!(matches!(swapped.err(), Some(Error::Crypto(crypto::Error::Decrypt))));
        let cut = fetch(
            &server,
            &place,
            &named,
            async |part| if part < 2 { Ok(sealed.part(part)) } else { Err(Error::Erased) },
        );
        assert!(matches!(cut.wait().err(), Some(Error::Erased)));
    }
}
