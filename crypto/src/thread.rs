//! Threads: the keys that follow from a thread key, and who holds which.

mod attachment;
mod conversation;
mod create;
mod decoy;
mod header;
mod message;
mod safekeeping;
mod wrap;

pub use attachment::{
    FilePlace, LARGEST_FILE, MOST_FILES, OpenFile, PART_SIZE, SealedFile, derive_file_key, largest_sealed, part_size,
    parts, sealed_size,
};
pub use conversation::{Damage, Line, conversation};
pub use create::{Creating, Creation, NewThread, create};
pub use decoy::decoy;
pub use header::shuffle;
pub use header::{Header, STANZAS, ShareSlot};
pub(crate) use header::{STANZA_SIZE, open_stanza, seal_stanzas};
pub use message::{Attachment, Content, Envelope, Message, Opening, message_digest};
pub use safekeeping::Safekeeping;
pub use wrap::Wrap;

use crate::error::Error;
use crate::id::{Digest, OrganisationId, ThreadId};
use crate::keys::{Secret, SigningKey};
use crate::label::Label;
use crate::primitives;

/// The secret the reporter and every recipient of a thread share.
#[derive(Clone)]
pub struct ThreadKey {
    organisation: OrganisationId,
    thread: ThreadId,
    key: Secret<32>,
}

/// What opens the messages: needs the thread key *and* the share the server hands out through the log.
#[derive(Clone)]
pub struct ContentKey {
    pub(crate) organisation: OrganisationId,
    pub(crate) thread: ThreadId,
    pub(crate) key: Secret<32>,
}

impl ThreadKey {
    /// The thread key of `thread`, as it came out of a token, a stanza, a wrap or a vault.
    #[must_use]
    pub const fn new(organisation: OrganisationId, thread: ThreadId, key: Secret<32>) -> Self {
        Self { organisation, thread, key }
    }

    /// The thread.
    #[must_use]
    pub const fn thread(&self) -> ThreadId {
        self.thread
    }

    /// The organisation.
    #[must_use]
    pub const fn organisation(&self) -> OrganisationId {
        self.organisation
    }

    /// The key itself, for sealing it somewhere else.
    #[must_use]
    pub const fn secret(&self) -> &Secret<32> {
        &self.key
    }

    /// Where the ledger's tags of this thread begin.
    #[must_use]
    pub fn ledger_seed(&self) -> Secret<32> {
        self.derive(Label::LEDGER_SEED)
    }

    /// Proves that somebody holds the thread key.
    #[must_use]
    pub fn reader(&self) -> SigningKey {
        SigningKey::from_seed(self.derive(Label::READER))
    }

    fn derive(&self, label: Label) -> Secret<32> {
        let root = primitives::extract(Label::THREAD_SECRETS, self.key.expose());
        primitives::expand(&root, label, self.organisation, &[&self.thread.0])
    }

    /// The content key and the commitment that the header must carry.
    pub(crate) fn with_share(&self, release_share: &Secret<32>) -> (ContentKey, Digest) {
        let mut material = [0; 64];
        material
            .iter_mut()
            .zip(self.key.expose().iter().chain(release_share.expose()))
            .for_each(|(to, from)| *to = *from);
        let material = Secret::new(material);
        let root = primitives::extract(Label::CONTENT, material.expose());
        let key = primitives::expand(&root, Label::CONTENT_KEY, self.organisation, &[&self.thread.0]);
        let commitment = primitives::expand(&root, Label::COMMITMENT, self.organisation, &[&self.thread.0]);
        let content = ContentKey { organisation: self.organisation, thread: self.thread, key };
        (content, Digest(*commitment.expose()))
    }

    /// The content key, checked against the header's commitment.
    ///
    /// # Errors
    /// [`Error::Decrypt`] when the share is not the one this thread was made with.
    pub fn content_key(&self, release_share: &Secret<32>, commitment: &Digest) -> Result<ContentKey, Error> {
        let (content, expected) = self.with_share(release_share);
        if primitives::equal(&expected.0, &commitment.0) { Ok(content) } else { Err(Error::Decrypt) }
    }
}

impl ContentKey {
    /// The thread.
    #[must_use]
    pub const fn thread(&self) -> ThreadId {
        self.thread
    }

    /// The organisation.
    #[must_use]
    pub const fn organisation(&self) -> OrganisationId {
        self.organisation
    }
}

#[cfg(test)]
mod tests;
