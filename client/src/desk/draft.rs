//! An unsent reply, sealed to its author alone. Opening a case costs an entry in the log, and keeping what is typed in
//! it does not: so the keys of the cases opened in this sitting stay in memory.

use super::Desk;
use super::case::Case;
use crate::{ATTEMPTS, Error};
use crypto::ThreadId;
use crypto::case::{CaseContentKey, Record, RecordKind};
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

/// The cases of this sitting, and what stands in their drafts.
#[derive(Default)]
pub(super) struct Drafts(Vec<Open>);

struct Open {
    thread: ThreadId,
    file: CaseContentKey,
    /// Version and text of the newest draft.
    draft: Option<(u32, Zeroizing<String>)>,
}

impl Open {
    fn text(&self) -> &str {
        self.draft.as_ref().map(|(_, text)| text.as_str()).unwrap_or_default()
    }

    fn next(&self) -> u32 {
        self.draft.as_ref().map_or(0, |(version, _)| version.saturating_add(1))
    }
}

impl Drafts {
    pub(super) fn opened(&mut self, case: &Case) {
        let thread = case.key.thread();
        self.forget(thread);
        let draft = case.draft.clone().map(|(version, text)| (version, Zeroizing::new(text)));
        self.0.push(Open { thread, file: case.file.clone(), draft });
    }

    pub(super) fn forget(&mut self, thread: ThreadId) {
        self.0.retain(|open| open.thread != thread);
    }

    fn find(&self, thread: ThreadId) -> Option<&Open> {
        self.0.iter().find(|open| open.thread == thread)
    }

    fn stored(&mut self, thread: ThreadId, version: u32, text: Zeroizing<String>) {
        if let Some(open) = self.0.iter_mut().find(|open| open.thread == thread) {
            open.draft = Some((version, text));
        }
    }
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
            if self.drafts.find(thread).is_none() {
                self.open(n, None, rng).await?;
            }
            let Some(open) = self.drafts.find(thread) else { break };
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
                sequence: open.next(),
                payload: Zeroizing::new(whole.as_bytes().to_vec()),
            };
            let sealed = record.seal(&open.file, &self.vault.sign, rng)?;
            let known = Zeroizing::new(open.text().to_owned());
            match self.store(thread, sealed).await {
                Err(error) if error.is_overtaken() => overtaken = error,
                Err(error) => return Err(error),
                Ok(()) => {
                    self.drafts.stored(thread, record.sequence, whole);
                    return Ok(Drafted { n, theirs });
                }
            }
            // Another sitting of hers was faster. What it wrote is seen by opening the case, which the log says.
            self.open(n, None, rng).await?;
            let now = self.drafts.find(thread).map(Open::text).unwrap_or_default();
            if now != known.as_str() && !now.is_empty() && !text.contains(now) {
                theirs = Some(now.to_owned());
            }
        }
        Err(overtaken)
    }
}
