//! What a release serves: `site.txt`, as the build of the pages writes it.

use crypto::Digest;
use crypto::words::Fingerprint;

/// The text, and what it says.
#[derive(Clone, Debug)]
pub struct Manifest {
    text: String,
    files: Vec<File>,
}

/// One file of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// Where it stands, from the first slash.
    pub address: String,
    /// Bytes before compression.
    pub size: usize,
    /// Plain SHA-256 of them.
    pub digest: Digest,
}

impl Manifest {
    /// Lines of what it was made with, an empty one, and a line for each file: SHA-256, bytes, address.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (_, lines) = text.strip_suffix('\n')?.split_once("\n\n")?;
        let files = lines.split('\n').map(file).collect::<Option<Vec<_>>>()?;
        Some(Self { text: text.into(), files })
    }

    /// As it stands in the file.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// In their order.
    #[must_use]
    pub fn files(&self) -> &[File] {
        &self.files
    }

    /// The version in words: 80 bits of the text's SHA-256, as fingerprints are written, with spaces.
    #[must_use]
    pub fn words(&self) -> String {
        Fingerprint::of(&Digest::plain(self.text.as_bytes())).to_words().replace('.', " ")
    }
}

fn file(line: &str) -> Option<File> {
    let mut words = line.split(' ');
    let (digest, size, address) = (words.next()?, words.next()?, words.next()?);
    let whole = words.next().is_none() && address.starts_with('/') && !address.starts_with("//");
    let file = File { address: address.into(), size: size.parse().ok()?, digest: Digest::from_hex(digest).ok()? };
    whole.then_some(file)
}

#[cfg(test)]
mod tests {
    use super::*;

    const HASH: &str = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    #[test]
    fn a_manifest_is_read_and_has_words_of_its_own() {
        let text = format!("micromoed 0.1.0\nrustc 1.95.0\n\n{HASH} 0 /assets/a.js\n{HASH} 12 /site/en/desk.html\n");
        let manifest = Manifest::parse(&text).unwrap();
        let file = File { address: "/assets/a.js".into(), size: 0, digest: Digest::plain(b"") };
        assert_eq!((manifest.files().len(), &manifest.files()[0], manifest.text()), (2, &file, text.as_str()));
        assert_eq!(manifest.words().split(' ').count(), 7);
        let other = Manifest::parse(&text.replace("1.95.0", "1.96.0")).unwrap();
        assert_ne!(manifest.words(), other.words());
    }

    #[test]
    fn what_is_no_manifest_is_refused() {
        for text in [
            "",
            "micromoed\n",
            "micromoed\n\n\n",
            &format!("m\n\n{HASH} 0 /a"),
            &format!("m\n\n{HASH} /a\n"),
            &format!("m\n\n{HASH} 0 //a.example/\n"),
            &format!("m\n\n{HASH} 0 a\n"),
            &format!("m\n\n{HASH} 0 /a b\n"),
            &format!("m\n\n0{HASH} 0 /a\n"),
        ] {
            assert!(Manifest::parse(text).is_none(), "{text}");
        }
    }
}
