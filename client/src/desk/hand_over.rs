//! An unlocked desk on its way from one module of a page to another: what it does every day and what is rare lie in two.

use super::{Desk, sitting};
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
        let (master, sitting) = (handed.master, sitting::Sitting::default());
        Ok(Self { server, organisation, folder, vault, sealed, master, sitting })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::http::{Answer, Event, Line};
    use crate::organisation::tests::sample;
    use chacha20::ChaCha20Rng;
    use crypto::roster::Role;
    use crypto::vault::{Vault, WrapKind};
    use crypto::{PersonId, SealSecretKey, Secret, SigningKey, Sorted, json};
    use rand_core::SeedableRng;
    use std::pin::pin;
    use std::task::{Context, Waker};

    /// Takes over from `handed` at a server that serves `served`.
    fn taken(handed: Handed, served: &organisation::Organisation) -> Result<Desk, Error> {
        let line = Line::default();
        let mut journey = pin!(Desk::take_over(Server::on_line("https://speak.example", line.clone()), handed));
        let mut poll = || journey.as_mut().poll(&mut Context::from_waker(Waker::noop()));
        assert!(poll().is_pending());
        assert!(matches!(line.take(), Some(Event::Request(request)) if request.path == "/api/v1/organisations/team"));
        line.answer(Answer::Status(200, json::write(&served.public).unwrap()));
        match poll() {
            std::task::Poll::Ready(outcome) => outcome,
            std::task::Poll::Pending => panic!("it asks for more than the organisation"),
        }
    }

    fn desk() -> Desk {
        let organisation = sample(&[("An", Role::Coach)]);
        let vault = Vault {
            organisation: organisation.id(),
            person: PersonId([1; 16]),
            account: "an".into(),
            sign: SigningKey::from_seed(Secret::new([1; 32])),
            seal: SealSecretKey::from_seed(Secret::new([1; 32])),
            rows: Secret::new([5; 32]),
            cursor: 0,
            roster: (1, organisation.chain.head_digest()),
            ledger: (7, Digest([7; 32])),
            unopened: Sorted::new(),
        };
        let key = Secret::new([9; 32]);
        let (sealed, master) = vault.create(&[(WrapKind::Passphrase, &key)], &mut ChaCha20Rng::from_seed([7; 32]));
        let server = Server::on_line("https://speak.example", Line::default());
        let (folder, sitting) = (Folder::of_one_sitting(), sitting::Sitting::default());
        Desk { server, organisation, folder, vault, sealed, master, sitting }
    }

    #[test]
    fn another_module_goes_on_with_the_same_vault_and_pins() {
        let desk = desk();
        let other = taken(desk.hand_over(), &desk.organisation).unwrap();
        assert_eq!(other.me().unwrap().name, "An");
        assert!(other.vault.rows == desk.vault.rows && other.sealed == desk.sealed);
        assert_eq!(other.folder.state.ledger, Some((7, Digest([7; 32]))));
        assert_eq!(other.folder.state.roster, Some((1, desk.organisation.chain.head_digest())));
    }

    #[test]
    fn another_organisation_or_another_log_is_not_believed() {
        let desk = desk();
        let refused = taken(desk.hand_over(), &sample(&[("Jo", Role::Coach)])).err();
        assert!(matches!(refused, Some(Error::Distrust(_) | Error::Crypto(crypto::Error::Roster(_)))), "{refused:?}");
        let mut served = sample(&[("An", Role::Coach)]);
        served.public.log_key = "another".into();
        assert!(matches!(taken(desk.hand_over(), &served).err(), Some(Error::Distrust(_))));
        let newer = Handed { roster: (2, Digest::NONE), ..desk.hand_over() };
        assert!(matches!(taken(newer, &desk.organisation).err(), Some(Error::Crypto(crypto::Error::Roster(_)))));
    }
}
