//! An unsent reply, sealed to its author alone.

use super::Desk;
use super::sitting::Open;
use crate::{ATTEMPTS, Error};
use crypto::case::{Record, RecordKind};
use rand_core::CryptoRng;
use serde::Serialize;
use zeroize::Zeroizing;

/// A draft that was stored.
#[derive(Debug, PartialEq, Eq, Serialize)]
pub struct Drafted {
    /// The thread's number.
    pub n: usize,
    /// What she wrote meanwhile at another device. It stands before the text now: neither is lost.
    pub theirs: Option<String>,
}

impl Desk {
    /// Keeps an unsent reply; an empty one takes it away. A case that was opened in this sitting is not opened again.
    ///
    /// # Errors
    /// As [`Desk::show`]; [`crypto::Error::TooLong`].
    pub async fn draft(&mut self, n: usize, text: &str, rng: &mut impl CryptoRng) -> Result<Drafted, Error> {
        let thread = self.folder.state.thread(n)?.id;
        let mut theirs: Option<String> = None;
        let mut overtaken = Error::Answer("it is of two minds about the case file");
        for _ in 0..ATTEMPTS {
            if self.sitting.find(thread).is_none() {
                self.open(n, None, rng).await?;
            }
            let Some(open) = self.sitting.find(thread) else { break };
            let whole = Zeroizing::new(match &theirs {
                Some(theirs) if text.is_empty() => theirs.clone(),
                Some(theirs) => format!("{theirs}\n\n{text}"),
                None => text.to_owned(),
            });
            if *whole == open.text() {
                return Ok(Drafted { n, theirs });
            }
            let record = Record {
                kind: RecordKind::Draft,
                author: self.vault.person,
                sequence: open.next_draft(),
                payload: Zeroizing::new(whole.as_bytes().to_vec()),
            };
            let sealed = record.seal(&open.file, &self.vault.sign, rng)?;
            let known = Zeroizing::new(open.text().to_owned());
            match self.store(thread, sealed).await {
                Err(error) if error.is_overtaken() => overtaken = error,
                Err(error) => return Err(error),
                Ok(()) => {
                    self.sitting.drafted(thread, record.sequence, whole);
                    return Ok(Drafted { n, theirs });
                }
            }
            // Another sitting of hers was faster. What it wrote is seen by opening the case, which the log says.
            self.open(n, None, rng).await?;
            let now = self.sitting.find(thread).map(Open::text).unwrap_or_default();
            if now != known.as_str() && !now.is_empty() && !text.contains(now) {
                theirs = Some(now.to_owned());
            }
        }
        Err(overtaken)
    }
}
