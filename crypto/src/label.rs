//! Domain separation. Every hash, derivation, signature and associated datum starts with a label of its own,
//! the organisation id and length-prefixed fields, so that no byte string made for one use fits another.

use crate::codec::length;
use crate::id::OrganisationId;
use alloc::vec::Vec;

/// `micromoed/1/<use>`. All of them stand in this file.
#[derive(Clone, Copy)]
pub(crate) struct Label(&'static str);

macro_rules! labels {
    ($($name:ident = $text:literal;)*) => {
        #[cfg_attr(
            not(any(feature = "staff", test)),
            expect(dead_code, reason = "the labels of staff stand here too: one list, one test")
        )]
        impl Label {
            $(pub(crate) const $name: Self = Self(concat!("micromoed/1/", $text));)*

            #[cfg(test)]
            const ALL: &'static [Self] = &[$(Self::$name),*];
        }
    };
}

labels! {
    // token
    TOKEN = "token";
    TOKEN_CHECK = "token-check";
    MAILBOX = "mailbox";
    THREAD_KEY = "thread-key";
    RELEASE_SHARE = "release-share";
    THREAD_SECRETS = "thread-secrets";
    LEDGER_SEED = "ledger-seed";
    READER = "reader";
    // roster
    ROSTER = "roster";
    ROSTER_SIGNATURE = "roster-signature";
    ROSTER_HEAD = "roster-head";
    FINGERPRINT = "fingerprint";
    KEY_DIGEST = "key-digest";
    PERSON_WORDS = "person-words";
    PENDING = "pending";
    GATE = "gate";
    GATE_KEY = "gate-key";
    GATE_PROOF = "gate-proof";
    // thread
    HEADER = "header";
    STANZA = "stanza";
    CONTENT = "content";
    CONTENT_KEY = "content-key";
    COMMITMENT = "commitment";
    SHARE_SLOT = "share-slot";
    SEED_DIGEST = "seed-digest";
    MESSAGE = "message";
    MESSAGE_SIGNATURE = "message-signature";
    MESSAGE_DIGEST = "message-digest";
    WRAP = "wrap";
    WRAP_SIGNATURE = "wrap-signature";
    DECOY = "decoy";
    WORK = "work";
    FILE = "file";
    FILE_KEY = "file-key";
    FILE_STREAM = "file-stream";
    FILE_PLACE = "file-place";
    // access
    CHALLENGE = "challenge";
    MAILBOX_REQUEST = "mailbox-request";
    ENROL_READER = "enrol-reader";
    ENROL_PERSON = "enrol-person";
    RELEASE = "release";
    STAFF_ACT = "staff-act";
    TOMBSTONE = "tombstone";
    FILE_PASS = "file-pass";
    // case file
    CASE = "case";
    CASE_KEY = "case-key";
    CASE_STANZA = "case-stanza";
    CASE_HEADER = "case-header";
    CASE_RECORD = "case-record";
    CASE_SIGNATURE = "case-signature";
    KEY_ROW = "key-row";
    // staff
    ACCOUNT_SALT = "account-salt";
    PASSPHRASE = "passphrase";
    LOGIN = "login";
    LOGIN_SIGNATURE = "login-signature";
    VAULT_KEY = "vault-key";
    VAULT_WRAP = "vault-wrap";
    VAULT = "vault";
    VAULT_SIGNATURE = "vault-signature";
    RECOVERY = "recovery";
    RECOVERY_CHECK = "recovery-check";
    INVITATION = "invitation";
    INVITATION_CHECK = "invitation-check";
    SESSION = "session";
    // release key ring
    RING = "ring";
    // shelf
    SHELF_NAME = "shelf-name";
    SHELF_KEY = "shelf-key";
    // ledger
    LEDGER_TAG = "ledger-tag";
    LEDGER_WRAP = "ledger-wrap";
    LEDGER_NEXT = "ledger-next";
    LEDGER_EPOCH = "ledger-epoch";
    LEDGER_EPOCH_SECRET = "ledger-epoch-secret";
    LEDGER_ENTRY_KEY = "ledger-entry-key";
    LEDGER_ENTRY_TAG = "ledger-entry-tag";
    LEDGER_COMMIT = "ledger-commit";
    LEDGER_BODY = "ledger-body";
    LEDGER_READER = "ledger-reader";
    LEDGER_OBJECT = "ledger-object";
    LEDGER_ENCAPSULATIONS = "ledger-encapsulations";
    LEDGER_ORIGIN = "ledger-origin";
    LEDGER_DECOYS = "ledger-decoys";
    RECONCILIATION = "reconciliation";
    RECONCILED_HEADS = "reconciled-heads";
}

impl Label {
    pub(crate) const fn as_bytes(self) -> &'static [u8] {
        self.0.as_bytes()
    }

    /// `u8` length ‖ label ‖ organisation id ‖ (`u32` length ‖ field) for each field.
    pub(crate) fn transcript(self, organisation: OrganisationId, fields: &[&[u8]]) -> Vec<u8> {
        let size = fields.iter().map(|field| field.len().saturating_add(4)).sum::<usize>();
        let mut bytes = Vec::with_capacity(size.saturating_add(self.0.len()).saturating_add(17));
        self.write(organisation, fields, |part| bytes.extend_from_slice(part));
        bytes
    }

    /// The parts of [`Self::transcript`], one after the other.
    pub(crate) fn write(self, organisation: OrganisationId, fields: &[&[u8]], mut part: impl FnMut(&[u8])) {
        part(&[u8::try_from(self.0.len()).unwrap_or(u8::MAX)]);
        part(self.as_bytes());
        part(&organisation.0);
        for field in fields {
            part(&length(field.len()).to_be_bytes());
            part(field);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn no_two_uses_share_a_label() {
        let distinct: BTreeSet<_> = Label::ALL.iter().map(|label| label.0).collect();
        assert_eq!(distinct.len(), Label::ALL.len());
        assert!(Label::ALL.iter().all(|label| label.0.len() < 256));
    }
}
