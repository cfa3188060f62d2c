//! Somebody else's machine that follows the log: each time it computes the whole of it anew, sees whether it continues
//! what it was the time before, and then puts its name under the checkpoint (a witness) or only says what it saw (a
//! monitor). It remembers one checkpoint, and nothing of what stands in the log.

use crate::ledger::{Log, log_of, policy};
use crate::state::{hold, put};
use crate::{Error, Server, clock};
use crypto::ledger::{AddCheckpoint, Checkpoint, Frontier, Head, NoteKey, Refusal, SignedNote, Witness};
use crypto::{Digest, Secret, SigningKey};
use rand_core::CryptoRng;
use serde::Serialize;
use std::fs::{self, File};
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

/// The log's key, from the first time on.
const LOG: &str = "log.key";
/// The newest checkpoint that was seen or cosigned.
const CHECKPOINT: &str = "checkpoint";
/// The witness's own key.
const KEY: &str = "witness.key";

/// What is remembered of one log, in a folder that one command at a time holds.
pub struct Folder {
    path: PathBuf,
    _lock: File,
}

/// How the log went on.
#[derive(Debug, PartialEq, Eq, Serialize)]
pub struct Followed {
    /// The log's key: compare it once with what others have.
    pub log_key: String,
    /// Entries the time before.
    pub before: u64,
    /// Entries now.
    pub size: u64,
    /// The checkpoint, with the witness's line where she gave one.
    pub checkpoint: String,
    /// The witness's own key, for the settings of the server.
    pub witness_key: Option<String>,
}

impl Folder {
    /// Opens a folder, or makes it.
    ///
    /// # Errors
    /// [`Error::Device`].
    pub fn open(path: &Path) -> Result<Self, Error> {
        Ok(Self { path: path.into(), _lock: hold(path)? })
    }

    /// Follows the log to its newest checkpoint. The first time its key is taken from `log_key`, or else from the
    /// server.
    ///
    /// # Errors
    /// What requests answer; [`Error::Distrust`] where the log does not continue what is remembered here.
    pub async fn monitor(&self, server: &Server, log_key: Option<&NoteKey>) -> Result<Followed, Error> {
        let (log_key, last) = (self.key_of(server, log_key).await?, self.last()?);
        let log = follow(server, &log_key, last).await?;
        self.keep(&log_key, &log.note)?;
        Ok(followed(&log_key, last, log.head, &log.note, None))
    }

    /// Follows the log and puts this witness's name under its newest checkpoint, which is handed to the server.
    ///
    /// # Errors
    /// As [`Self::monitor`]; [`Error::Refused`] where the server does not know this witness.
    pub async fn witness(
        &self,
        server: &Server,
        log_key: Option<&NoteKey>,
        name: &str,
        rng: &mut impl CryptoRng,
    ) -> Result<Followed, Error> {
        let (log_key, last) = (self.key_of(server, log_key).await?, self.last()?);
        let witness = Witness::new(name, self.own_key(rng)?, log_key.clone())?;
        let log = follow(server, &log_key, last).await?;
        // It was all computed: what she signs continues what she signed.
        let line = witness.sign(&log.note, clock::seconds())?;
        let mut note = log.note.clone();
        note.add(line)?;
        self.keep(&log_key, &note)?;
        let own = witness.public()?.to_text();
        match server.post_bytes("/ledger/cosignatures", note.to_text().as_bytes()).await {
            Ok(_) => Ok(followed(&log_key, last, log.head, &note, Some(own))),
            Err(error) if error.is_problem("forbidden") => Err(Error::Refused(format!(
                "the server does not know this witness yet: its operator adds {own} to `ledger.witnesses`"
            ))),
            Err(error) => Err(error),
        }
    }

    /// The same without a network: a request came as a file, with the proof that its checkpoint continues the last.
    ///
    /// # Errors
    /// [`Error::Distrust`] for a log that rewrote what was; [`Error::Refused`] that says what to ask for instead.
    pub fn cosign(
        &self,
        request: &str,
        log_key: Option<&NoteKey>,
        name: &str,
        rng: &mut impl CryptoRng,
    ) -> Result<Followed, Error> {
        let log_key = self.known_key(log_key)?.ok_or_else(|| {
            Error::Usage("the first time, name the log's key: --log-key, as the operator has it".into())
        })?;
        let (last, witness) = (self.last()?, Witness::new(name, self.own_key(rng)?, log_key.clone())?);
        let no_request = || Error::Refused("this is no request for a witness".into());
        let request = AddCheckpoint::parse(request).map_err(|_| no_request())?;
        let (head, line) = witness.add(last, &request, clock::seconds()).map_err(|refusal| match refusal {
            Refusal::Malformed => no_request(),
            Refusal::Signature | Refusal::OtherLog => {
                Error::distrust("this checkpoint is not by the log that is known here")
            }
            Refusal::Conflict(size) => {
                Error::Refused(format!("this witness signed {size} entries last: ask for a request with --old {size}"))
            }
            Refusal::Forked => Error::distrust("the access log does not continue what this witness signed"),
        })?;
        let mut note = request.checkpoint;
        note.add(line)?;
        self.keep(&log_key, &note)?;
        Ok(followed(&log_key, last, head, &note, Some(witness.public()?.to_text())))
    }

    async fn key_of(&self, server: &Server, told: Option<&NoteKey>) -> Result<NoteKey, Error> {
        if let Some(known) = self.known_key(told)? {
            return Ok(known);
        }
        log_of(&policy(server).await?).cloned()
    }

    /// The log's key as it is remembered, or told; both must be the same.
    fn known_key(&self, told: Option<&NoteKey>) -> Result<Option<NoteKey>, Error> {
        let kept = self.read(LOG)?.map(|text| NoteKey::parse(text.trim())).transpose()?;
        match (kept, told) {
            (Some(kept), Some(told)) if kept != *told => {
                Err(Error::distrust("this log has another key than the one that is remembered here"))
            }
            (kept, told) => Ok(kept.or_else(|| told.cloned())),
        }
    }

    /// The head that was seen last; that of the empty log at first.
    fn last(&self) -> Result<Head, Error> {
        match self.read(CHECKPOINT)? {
            None => Ok(Frontier::new().head()),
            Some(note) => Ok(Checkpoint::parse(SignedNote::parse(&note)?.text())?.head),
        }
    }

    fn own_key(&self, rng: &mut impl CryptoRng) -> Result<SigningKey, Error> {
        let text = match self.read(KEY)? {
            Some(text) => text,
            None => {
                let text = Digest(*Secret::<32>::make(rng).expose()).to_hex();
                put(&self.path, KEY, text.as_bytes())?;
                text
            }
        };
        Ok(SigningKey::from_seed(Secret::new(Digest::from_hex(text.trim())?.0)))
    }

    fn keep(&self, log_key: &NoteKey, note: &SignedNote) -> Result<(), Error> {
        put(&self.path, LOG, log_key.to_text().as_bytes())?;
        put(&self.path, CHECKPOINT, note.to_text().as_bytes())
    }

    fn read(&self, name: &str) -> Result<Option<String>, Error> {
        match fs::read_to_string(self.path.join(name)) {
            Ok(text) => Ok(Some(text)),
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
            Err(error) => Err(error.into()),
        }
    }
}

/// The newest state of the log, all of which was computed and continues `last`.
async fn follow<'a>(server: &'a Server, log_key: &NoteKey, last: Head) -> Result<Log<'a>, Error> {
    let log = Log::fetch(server, log_key).await?;
    log.continues(last).await?;
    Ok(log)
}

fn followed(log: &NoteKey, last: Head, head: Head, note: &SignedNote, witness_key: Option<String>) -> Followed {
    Followed { log_key: log.to_text(), before: last.size, size: head.size, checkpoint: note.to_text(), witness_key }
}
