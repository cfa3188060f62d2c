//! A guardian looks at an access log that contradicts what was kept of it, and signs which state goes on.

use super::Desk;
use crate::{Error, clock};
use crypto::Day;
use crypto::ledger::{Checkpoint, Head, NoteKey, Reconciliation, SignedNote};
use crypto::wire::{LogState, ReconciliationStatement};
use serde::Serialize;

/// How the log stands.
#[derive(Debug, PartialEq, Eq, Serialize)]
pub struct StandingView {
    /// Whether reading is closed.
    pub sealed: bool,
    /// Entries of the log that was kept outside the database; nothing while reading is open.
    pub kept: Option<u64>,
    /// Entries of the log in the database when reading was closed.
    pub entries: Option<u64>,
    /// Guardians who have signed.
    pub signatures: u8,
    /// Guardians who have to.
    pub needed: u8,
    /// The day of the backup that was last restored.
    pub restored_to: Option<String>,
}

impl Desk {
    /// Shows what differs.
    ///
    /// # Errors
    /// What the request answers; [`Error::Crypto`] for heads that the log's key did not sign.
    pub async fn look_at_log(&self) -> Result<StandingView, Error> {
        let state: LogState = self.server.get("/api/v1/desk/reconciliation").await?;
        let heads = self.heads(&state)?;
        Ok(view(&state, heads))
    }

    /// Signs that the log in the database goes on, whatever was kept of it outside. This device takes it from there.
    ///
    /// # Errors
    /// [`Error::Refused`] for somebody who is no guardian, and while reading is open; as [`Self::look_at_log`].
    pub async fn reconcile(&mut self) -> Result<StandingView, Error> {
        if !self.me()?.guardian {
            return Err(Error::Refused("only guardians reconcile the access log, and you are none".into()));
        }
        let state: LogState = self.server.get("/api/v1/desk/reconciliation").await?;
        let heads = self.heads(&state)?;
        let Some(made) = heads.filter(|_| state.sealed) else {
            return Err(Error::Refused("reading is open: there is nothing to reconcile".into()));
        };
        let signature = made.sign(self.organisation.id(), &self.vault.sign).into();
        let document = ReconciliationStatement { signature };
        let after: LogState = self.server.post("/api/v1/desk/reconciliation", &document).await?;
        self.folder.state.ledger = Some((made.head.size, made.head.root));
        self.folder.save()?;
        Ok(view(&after, heads))
    }

    fn heads(&self, state: &LogState) -> Result<Option<Reconciliation>, Error> {
        let log = NoteKey::parse(&self.organisation.public.log_key)?;
        let head =
            |note: &String| -> Result<Head, Error> { Ok(Checkpoint::open(&SignedNote::parse(note)?, &log)?.head) };
        match (&state.kept, &state.head) {
            (Some(kept), Some(now)) => Ok(Some(Reconciliation { kept: head(kept)?, head: head(now)? })),
            _ => Ok(None),
        }
    }
}

fn view(state: &LogState, heads: Option<Reconciliation>) -> StandingView {
    StandingView {
        sealed: state.sealed,
        kept: heads.map(|heads| heads.kept.size),
        entries: heads.map(|heads| heads.head.size),
        signatures: state.signatures,
        needed: state.needed,
        restored_to: state.restored_to.map(|day| clock::text(Day(day))),
    }
}
