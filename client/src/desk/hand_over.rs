//! An unlocked desk on its way from one module of a page to another: what it does every day and what is rare lie in two.

use super::{Desk, draft};
use crate::organisation::{self, Address};
use crate::state::Folder;
use crate::{Error, Server};
use crypto::Digest;
use crypto::vault::{MasterKey, SealedVault};

/// What one desk hands to another in the same worker. Whoever has it has the vault.
pub struct Handed {
    /// The organisation's name in addresses.
    pub slug: String,
    /// The newest roster seen: number and digest.
    pub roster: (u32, Digest),
    /// The log's key, pinned at first sight.
    pub log_key: String,
    /// The largest log head seen: size and root.
    pub ledger: (u64, Digest),
    /// Opens the vault.
    pub master: MasterKey,
    /// The sealed vault.
    pub vault: Vec<u8>,
}

impl Desk {
    /// What another module needs to go on with.
    #[must_use]
    pub fn hand_over(&self) -> Handed {
        Handed {
            slug: self.organisation.public.slug.clone(),
            roster: (self.organisation.chain.head().number, self.organisation.chain.head_digest()),
            log_key: self.organisation.public.log_key.clone(),
            ledger: self.folder.state.ledger.unwrap_or(self.vault.ledger),
            master: self.master.clone(),
            vault: self.sealed.to_bytes(),
        }
    }

    /// Goes on with what another module unlocked; the organisation is fetched and checked anew.
    ///
    /// # Errors
    /// What fetching answers; what the pins refuse; [`Error::Distrust`] for the vault of another organisation.
    pub async fn take_over(server: Server, handed: Handed) -> Result<Self, Error> {
        let organisation = organisation::fetch(&server, &Address { slug: handed.slug, fingerprint: None }).await?;
        let sealed = SealedVault::parse(&handed.vault)?;
        if sealed.organisation != organisation.id() {
            return Err(Error::distrust("another organisation is served than before"));
        }
        let vault = sealed.reopen(&handed.master)?;
        let mut folder = Folder::of_one_sitting();
        folder.state.account.clone_from(&vault.account);
        (folder.state.roster, folder.state.log_key) = (Some(handed.roster), Some(handed.log_key));
        folder.state.ledger = Some(handed.ledger).filter(|(size, _)| *size > 0);
        folder.state.pin(&organisation.chain, &organisation.public.log_key)?;
        folder.save_vault(sealed.counter, &handed.vault)?;
        let (master, drafts) = (handed.master, draft::Drafts::default());
        Ok(Self { server, organisation, folder, vault, sealed, master, drafts })
    }
}
