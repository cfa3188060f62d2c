//! C2SP signed-note v1.0.0, byte for byte: a text, an empty line, signature lines. Key lines ("vkey") likewise.

use crate::error::Error;
use crate::id::Digest;
use crate::keys::VerifyingKey;
use crate::primitives::sha256;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

/// Longer notes are refused. The standard asks for room for 16 signatures, of up to 5 kB each.
const MOST_BYTES: usize = 128 * 1024;
/// More signature lines are refused.
const MOST_SIGNATURES: usize = 64;
const MARK: &str = "\u{2014} ";

/// What a key signs with, as the standard numbers it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SignatureKind {
    /// 0x01: Ed25519 over the text; the log itself.
    Ed25519,
    /// 0x04: Ed25519 over time and text (C2SP tlog-cosignature v1); a witness.
    Cosignature,
}

impl SignatureKind {
    const fn code(self) -> u8 {
        match self {
            Self::Ed25519 => 1,
            Self::Cosignature => 4,
        }
    }
}

/// A key by which notes are checked: name, kind, public key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoteKey {
    name: String,
    kind: SignatureKind,
    key: VerifyingKey,
}

impl NoteKey {
    /// # Errors
    /// [`Error::Malformed`] for a name that is empty or has a space, a plus sign or a control character.
    pub fn new(name: &str, kind: SignatureKind, key: VerifyingKey) -> Result<Self, Error> {
        if is_name(name) { Ok(Self { name: name.to_string(), kind, key }) } else { Err(Error::Malformed) }
    }

    /// Name on the signature line.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// What it signs with.
    #[must_use]
    pub const fn kind(&self) -> SignatureKind {
        self.kind
    }

    /// The public key.
    #[must_use]
    pub const fn key(&self) -> &VerifyingKey {
        &self.key
    }

    fn typed_key(&self) -> Vec<u8> {
        [&[self.kind.code()], self.key.0.as_slice()].concat()
    }

    /// First four bytes of SHA-256(name ‖ newline ‖ kind ‖ key): tells keys apart, proves nothing.
    #[must_use]
    pub fn id(&self) -> [u8; 4] {
        let Digest([a, b, c, d, ..]) = sha256(&[self.name.as_bytes(), b"\n", &self.typed_key()].concat());
        [a, b, c, d]
    }

    /// The key in one line: `name+id+base64(kind ‖ key)`, to be pinned and handed to witnesses.
    #[must_use]
    pub fn to_text(&self) -> String {
        format!("{}+{}+{}", self.name, crate::codec::to_hex(&self.id()), to_base64(&self.typed_key()))
    }

    /// Reads what [`Self::to_text`] wrote.
    ///
    /// # Errors
    /// [`Error::Malformed`], also for other kinds of key and for an id that does not follow from the rest.
    pub fn parse(line: &str) -> Result<Self, Error> {
        let mut parts = line.splitn(3, '+');
        let mut part = || parts.next().ok_or(Error::Malformed);
        let (name, id, key) = (part()?, part()?, from_base64(part()?)?);
        let (kind, key) = key.split_first().ok_or(Error::Malformed)?;
        let kind = match *kind {
            1 => SignatureKind::Ed25519,
            4 => SignatureKind::Cosignature,
            _ => return Err(Error::Malformed),
        };
        let key = Self::new(name, kind, VerifyingKey(key.try_into().map_err(|_| Error::Malformed)?))?;
        if crate::codec::from_hex(id)? == key.id() { Ok(key) } else { Err(Error::Malformed) }
    }

    /// A signature line of this key, from the bytes its kind prescribes.
    pub(super) fn line(&self, signature: &[u8]) -> NoteSignature {
        NoteSignature { name: self.name.clone(), id: self.id(), signature: signature.to_vec() }
    }
}

/// A signature line, not checked yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoteSignature {
    name: String,
    id: [u8; 4],
    signature: Vec<u8>,
}

impl NoteSignature {
    /// Name on the line.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The bytes after the key's id.
    pub(super) fn signature(&self) -> &[u8] {
        &self.signature
    }

    /// `— name base64(id ‖ signature)` and a newline.
    #[must_use]
    pub fn to_text(&self) -> String {
        format!("{MARK}{} {}\n", self.name, to_base64(&[self.id.as_slice(), &self.signature].concat()))
    }

    /// Reads what [`Self::to_text`] wrote; the answer of a witness is such a line.
    ///
    /// # Errors
    /// [`Error::Malformed`].
    pub fn parse(line: &str) -> Result<Self, Error> {
        let line = line.strip_suffix('\n').and_then(|line| line.strip_prefix(MARK)).ok_or(Error::Malformed)?;
        let (name, bytes) = line.split_once(' ').ok_or(Error::Malformed)?;
        let bytes = from_base64(bytes)?;
        let (id, signature) = bytes.split_first_chunk().ok_or(Error::Malformed)?;
        if !is_name(name) || signature.is_empty() {
            return Err(Error::Malformed);
        }
        Ok(Self { name: name.to_string(), id: *id, signature: signature.to_vec() })
    }
}

/// A text with signatures, none of them checked yet: only [`super::LogKey`] and [`super::Checkpoint::open`] say what
/// to believe.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignedNote {
    text: String,
    signatures: Vec<NoteSignature>,
}

impl SignedNote {
    pub(super) const fn new(text: String) -> Self {
        Self { text, signatures: Vec::new() }
    }

    /// The text with its last newline.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Signature lines in their order.
    #[must_use]
    pub fn signatures(&self) -> &[NoteSignature] {
        &self.signatures
    }

    /// Adds a line in place of an older one by the same key.
    ///
    /// # Errors
    /// [`Error::Malformed`] when the note has no room.
    pub fn add(&mut self, signature: NoteSignature) -> Result<(), Error> {
        self.signatures.retain(|old| old.name != signature.name || old.id != signature.id);
        if self.signatures.len() >= MOST_SIGNATURES {
            return Err(Error::Malformed);
        }
        self.signatures.push(signature);
        Ok(())
    }

    /// The lines by this key. Lines of other keys are nobody's concern, even under the same name or id.
    pub(super) fn by<'a>(&'a self, key: &'a NoteKey) -> impl Iterator<Item = &'a NoteSignature> {
        let id = key.id();
        self.signatures.iter().filter(move |line| line.name == key.name && line.id == id)
    }

    /// The newest line in the name of this key, as it stands there.
    #[must_use]
    pub fn line_by<'a>(&'a self, key: &'a NoteKey) -> Option<&'a NoteSignature> {
        self.by(key).last()
    }

    /// The whole note.
    #[must_use]
    pub fn to_text(&self) -> String {
        let lines: String = self.signatures.iter().map(NoteSignature::to_text).collect();
        format!("{}\n{lines}", self.text)
    }

    /// Reads what [`Self::to_text`] wrote.
    ///
    /// # Errors
    /// [`Error::Malformed`].
    pub fn parse(note: &str) -> Result<Self, Error> {
        if note.len() > MOST_BYTES || note.chars().any(|character| character < ' ' && character != '\n') {
            return Err(Error::Malformed);
        }
        // The standard search for a text weighs a kilobyte in a browser.
        let gap = note.as_bytes().windows(2).rposition(|two| two == b"\n\n").ok_or(Error::Malformed)?;
        let (text, lines) = note.split_at_checked(gap.saturating_add(1)).ok_or(Error::Malformed)?;
        let lines = lines.strip_prefix('\n').ok_or(Error::Malformed)?;
        let signatures = lines.split_inclusive('\n').map(NoteSignature::parse).collect::<Result<Vec<_>, _>>()?;
        if signatures.is_empty() || signatures.len() > MOST_SIGNATURES {
            return Err(Error::Malformed);
        }
        Ok(Self { text: text.into(), signatures })
    }
}

/// Not empty, no space of any kind, no plus sign.
fn is_name(name: &str) -> bool {
    let bad = |character: char| character.is_whitespace() || character == '+' || character < ' ';
    !name.is_empty() && !name.contains(bad)
}

/// RFC 4648 §4, padded.
pub(super) fn to_base64(bytes: &[u8]) -> String {
    crate::codec::BASE64.encode(bytes)
}

/// Strict: padding required, no stray bits.
pub(super) fn from_base64(text: &str) -> Result<Vec<u8>, Error> {
    crate::codec::BASE64.decode(text)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::keys::{Secret, Signature, SigningKey};
    use proptest::prelude::*;

    // The key and note in the tests of golang.org/x/mod/sumdb/note, whose format the standard wrote down.
    const KEY: &str = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";
    const TEXT: &str =
        "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n";
    const LINE: &str = "\u{2014} PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n";
    const SEED: &str = "AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz";
    // Example of C2SP signed-note.
    const EXAMPLE: &str = "Ognuno sta solo sul cuor della terra\ntrafitto da un raggio di sole:\n\ned \u{e8} subito sera.\n\n\u{2014} quasimodo.example/salvatore NnugSzTjtVAewIS+Z/iJhUPeFDkO/5QQ2i5ddnGITLlC+EhfLW9oJKONrMouFSQU0xMcXxj99ihAQwaqP3ZekRwNtIc=\n";

    #[test]
    fn the_published_note_is_made_and_checked_byte_for_byte() {
        let key = NoteKey::parse(KEY).unwrap();
        assert_eq!((key.name(), key.kind(), key.to_text().as_str()), ("PeterNeumann", SignatureKind::Ed25519, KEY));
        let signer = SigningKey::from_seed(Secret::try_from(&from_base64(SEED).unwrap()[1..]).unwrap());
        assert_eq!(signer.verifying_key(), *key.key());
        let mut note = SignedNote::new(TEXT.into());
        note.add(key.line(&signer.sign_bytes(TEXT.as_bytes()).0)).unwrap();
        assert_eq!(note.to_text(), format!("{TEXT}\n{LINE}"));

        let read = SignedNote::parse(&note.to_text()).unwrap();
        assert_eq!(read, note);
        let line = read.by(&key).next().unwrap();
        let signature = Signature::try_from(line.signature()).unwrap();
        assert_eq!(key.key().verify_bytes(TEXT.as_bytes(), &signature), Ok(()));
    }

    #[test]
    fn the_text_of_the_standards_example_ends_at_the_last_empty_line() {
        let note = SignedNote::parse(EXAMPLE).unwrap();
        assert!(note.text().ends_with("di sole:\n\ned \u{e8} subito sera.\n"));
        assert_eq!(note.signatures()[0].name(), "quasimodo.example/salvatore");
        assert_eq!(note.to_text(), EXAMPLE);
    }

    #[test]
    fn malformed_notes_are_refused() {
        let good = format!("{TEXT}\n{LINE}");
        assert!(SignedNote::parse(&good).is_ok());
        let line = LINE.trim_end();
        for (what, bad) in [
            ("empty", String::new()),
            ("no signature", TEXT.to_string()),
            ("no line after the empty line", format!("{TEXT}\n")),
            ("no empty line", format!("{TEXT}{LINE}")),
            ("no last newline", format!("{TEXT}\n{line}")),
            ("an empty line at the end", format!("{good}\n")),
            ("an empty line among the signatures", format!("{good}\n\n{LINE}\n")),
            ("a carriage return", good.replace('\n', "\r\n")),
            ("a tab", good.replacen(' ', "\t", 1)),
            ("a zero byte", good.replacen(' ', "\0", 1)),
            ("a hyphen for the dash", good.replace('\u{2014}', "-")),
            ("no dash", good.replace(MARK, "")),
            ("two spaces", format!("{TEXT}\n{}", LINE.replace("Neumann ", "Neumann  "))),
            ("no name", format!("{TEXT}\n{}", LINE.replace("PeterNeumann", ""))),
            ("a plus in the name", format!("{TEXT}\n{}", LINE.replace("Neumann", "+"))),
            ("a space in the name", format!("{TEXT}\n{}", LINE.replace("Neumann", "\u{a0}"))),
            ("a word after the signature", format!("{TEXT}\n{line} x\n")),
            ("no padding", good.replace("nAM=", "nAM")),
            ("stray bits", good.replace("nAM=", "nAN=")),
            ("another alphabet", good.replace("x08go/", "x08go_")),
            ("a key id and no signature", format!("{TEXT}\n{MARK}x x08goA==\n")),
            ("too many signatures", format!("{TEXT}\n{}", LINE.repeat(MOST_SIGNATURES + 1))),
            ("too long", format!("{}\n\n{LINE}", "x".repeat(MOST_BYTES))),
        ] {
            assert_eq!(SignedNote::parse(&bad), Err(Error::Malformed), "{what}");
        }
    }

    #[test]
    fn keys_are_read_strictly() {
        for bad in [
            "",
            "PeterNeumann",
            "PeterNeumann+c74f20a3",
            "PeterNeumann+c74f20a4+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
            "PeterNeumann+C74F20A3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
            "PeterNeumann+cc469956+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TWBADKEY==",
            "PeterNeumann+173116ae+ZRpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
            " PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
            "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW\n",
        ] {
            assert_eq!(NoteKey::parse(bad), Err(Error::Malformed), "{bad}");
        }
    }

    proptest! {
        #[test]
        fn keys_and_lines_round_trip(name in "[a-z./]{1,30}", key: [u8; 32], witness: bool, signature in proptest::collection::vec(any::<u8>(), 1..80)) {
            let kind = if witness { SignatureKind::Cosignature } else { SignatureKind::Ed25519 };
            let key = NoteKey::new(&name, kind, VerifyingKey(key)).unwrap();
            prop_assert_eq!(NoteKey::parse(&key.to_text()), Ok(key.clone()));
            let line = key.line(&signature);
            prop_assert_eq!(NoteSignature::parse(&line.to_text()), Ok(line.clone()));
            let mut note = SignedNote::new("text\n".into());
            note.add(line.clone()).unwrap();
            note.add(line).unwrap();
            prop_assert_eq!(note.signatures().len(), 1);
            prop_assert_eq!(SignedNote::parse(&note.to_text()), Ok(note));
        }

        #[test]
        fn no_text_makes_the_reader_fall_over(note in "(\\PC|\n|\u{2014} a AAAAAAA=\n){0,60}") {
            if let Ok(read) = SignedNote::parse(&note) {
                prop_assert_eq!(read.to_text(), note);
            }
        }
    }
}
