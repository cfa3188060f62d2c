//! The reply token and everything that follows from it.

use crate::code;
use crate::error::Error;
use crate::id::{OrganisationId, ThreadId};
use crate::keys::{Secret, SigningKey};
use crate::label::Label;
use crate::primitives;
use crate::thread::{ContentKey, ThreadKey};
use alloc::string::String;
use rand_core::CryptoRng;
use zeroize::Zeroizing;

/// 128 random bits, made on the reporter's device and shown once. They never leave it.
pub struct ReplyToken(Secret<16>);

/// What the token gives for thread number `n`.
pub struct ReporterKeys {
    /// Signs creation, messages and mailbox requests; its public half is the thread id.
    pub mailbox: SigningKey,
    /// Shared with the recipients.
    pub thread_key: ThreadKey,
    /// Given to the server at creation, kept there sealed, handed out only through the log.
    pub release_share: Secret<32>,
}

impl ReplyToken {
    /// A fresh token.
    #[must_use]
    pub fn make(rng: &mut impl CryptoRng) -> Self {
        Self(Secret::make(rng))
    }

    /// Reads what a person typed.
    ///
    /// # Errors
    /// [`Error::TokenForm`] for a wrong number of characters, [`Error::TokenCheck`] for a typing error.
    pub fn parse(organisation: OrganisationId, text: &str) -> Result<Self, Error> {
        code::read(Label::TOKEN_CHECK, organisation, text).map(Self)
    }

    /// The token as it is shown: `K7QF-9M2P-…`, seven groups of four.
    #[must_use]
    pub fn to_text(&self, organisation: OrganisationId) -> Zeroizing<String> {
        code::write(Label::TOKEN_CHECK, organisation, &self.0)
    }

    /// The keys of thread number `number`: 0 for the first, 1 for the one that continues it, and so on.
    #[must_use]
    pub fn keys(&self, organisation: OrganisationId, number: u32) -> ReporterKeys {
        let root = primitives::extract(Label::TOKEN, self.0.expose());
        let derive = |label| primitives::expand(&root, label, organisation, &[&number.to_be_bytes()]);
        let mailbox = SigningKey::from_seed(derive(Label::MAILBOX));
        let thread = ThreadId(mailbox.verifying_key().0);
        ReporterKeys {
            mailbox,
            thread_key: ThreadKey::new(organisation, thread, derive(Label::THREAD_KEY)),
            release_share: derive(Label::RELEASE_SHARE),
        }
    }
}

impl ReporterKeys {
    /// The thread these keys belong to.
    #[must_use]
    pub const fn thread(&self) -> ThreadId {
        self.thread_key.thread()
    }

    /// What opens the messages of this thread.
    #[must_use]
    pub fn content_key(&self) -> ContentKey {
        self.thread_key.with_share(&self.release_share).0
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tests::samples::{ORGANISATION, rng};
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_token_reads_back_and_gives_the_same_keys(seed: u8, number: u32) {
            let token = ReplyToken::make(&mut rng(seed));
            let read = ReplyToken::parse(ORGANISATION, &token.to_text(ORGANISATION)).ok().unwrap();
            let (keys, again) = (token.keys(ORGANISATION, number), read.keys(ORGANISATION, number));
            prop_assert_eq!(keys.thread(), again.thread());
            prop_assert!(keys.thread_key.secret() == again.thread_key.secret());
            prop_assert!(keys.release_share == again.release_share);
        }

        #[test]
        fn no_two_secrets_of_a_token_are_alike_in_any_thread_or_organisation(seed: u8, first: u32, second: u32) {
            prop_assume!(first != second);
            let token = ReplyToken::make(&mut rng(seed));
            let mut secrets = Vec::new();
            for (organisation, number) in [(ORGANISATION, first), (ORGANISATION, second), (OrganisationId([8; 16]), first)] {
                let keys = token.keys(organisation, number);
                let (content, commitment) = keys.thread_key.with_share(&keys.release_share);
                secrets.extend([
                    *keys.mailbox.seed().expose(),
                    *keys.thread_key.secret().expose(),
                    *keys.release_share.expose(),
                    *keys.thread_key.ledger_seed().expose(),
                    *keys.thread_key.reader().seed().expose(),
                    *content.key.expose(),
                    commitment.0,
                ]);
            }
            let distinct: std::collections::BTreeSet<_> = secrets.iter().collect();
            prop_assert_eq!(distinct.len(), 21);
        }

        #[test]
        fn arbitrary_text_is_no_token_and_never_a_panic(text in "\\PC{0,60}") {
            prop_assert!(ReplyToken::parse(ORGANISATION, &text).is_err());
        }
    }
}
