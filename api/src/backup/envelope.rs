//! The envelope: age-encryption.org/v1 with X25519 recipients, so that operators make identities and open backups with
//! tools they know. The library draws its own randomness.

use crate::Error;
use age::DecryptError;
use age::secrecy::ExposeSecret;
use age::stream::{StreamReader, StreamWriter};
use age::x25519::{Identity, Recipient};
use std::fs::File;
use std::io::BufReader;
use zeroize::Zeroizing;

/// What is written through.
pub type Sealing = StreamWriter<File>;
/// What is read through.
pub type Opened = StreamReader<BufReader<File>>;

/// Who can open a backup.
pub struct Recipients(Vec<Recipient>);

impl Recipients {
    /// Reads them as they are typed: `age1…`.
    ///
    /// # Errors
    /// [`Error::Usage`] naming the one that is none.
    pub fn parse(typed: &[String]) -> Result<Self, Error> {
        let recipient = |text: &String| {
            text.parse().map_err(|_| Error::Usage(format!("“{text}” is no recipient: age-keygen prints one, age1…")))
        };
        typed.iter().map(recipient).collect::<Result<_, _>>().map(Self)
    }
}

/// With what a backup is opened.
pub struct Identities(Vec<Identity>);

impl Identities {
    /// One that nobody keeps: with it a backup that was just written is read back.
    #[must_use]
    pub fn passing() -> Self {
        Self(vec![Identity::generate()])
    }

    /// Reads a file of `age-keygen`: one to a line, comments begin with `#`.
    ///
    /// # Errors
    /// [`Error::Usage`] when there is none, or a line is something else. The line is not repeated.
    pub fn parse(text: &str) -> Result<Self, Error> {
        let lines = text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'));
        let identity = |line: &str| {
            line.parse()
                .map_err(|_| Error::Usage("this is no identity: age-keygen makes one, AGE-SECRET-KEY-1…".into()))
        };
        let identities: Vec<Identity> = lines.map(identity).collect::<Result<_, _>>()?;
        if identities.is_empty() {
            return Err(Error::Usage("there is no identity: name its file with --identity, or pipe it in".into()));
        }
        Ok(Self(identities))
    }

    /// As [`Self::parse`] reads them.
    #[must_use]
    pub fn to_text(&self) -> Zeroizing<String> {
        let lines = self.0.iter().map(|identity| identity.to_string());
        Zeroizing::new(lines.fold(String::new(), |text, line| text + line.expose_secret() + "\n"))
    }

    /// Who can open what these open.
    #[must_use]
    pub fn recipients(&self) -> Recipients {
        Recipients(self.0.iter().map(Identity::to_public).collect())
    }
}

/// Seals whatever is written, chunk by chunk, to the recipients and to who reads it back.
///
/// # Errors
/// [`Error::Io`].
pub fn seal(to: File, recipients: &Recipients, reader: &Identities) -> Result<Sealing, Error> {
    let reader = reader.recipients();
    let all = recipients.0.iter().chain(&reader.0).map(|recipient| {
        let recipient: &dyn age::Recipient = recipient;
        recipient
    });
    let sealing = age::Encryptor::with_recipients(all).map_err(|error| Error::Refused(error.to_string()))?;
    Ok(sealing.wrap_output(to)?)
}

/// Opens what was sealed. Damage further on shows where it is read.
///
/// # Errors
/// [`Error::Refused`] with what is wrong: no such file, another identity.
pub fn open(from: File, identities: &Identities) -> Result<Opened, Error> {
    let keys = identities.0.iter().map(|identity| {
        let identity: &dyn age::Identity = identity;
        identity
    });
    let opened = age::Decryptor::new_buffered(BufReader::new(from)).and_then(|sealed| sealed.decrypt(keys));
    opened.map_err(|error| match error {
        DecryptError::NoMatchingKeys => Error::Refused("the backup was not made for this identity".into()),
        DecryptError::Io(error) if error.kind() != std::io::ErrorKind::UnexpectedEof => error.into(),
        DecryptError::UnknownFormat => Error::Refused("the backup has a newer age format: take a newer program".into()),
        _ => Error::Refused("this is no backup, or its beginning is damaged".into()),
    })
}
