//! The desk of a coach, a fallback or an auditor. Everything is opened and signed on this device.

#[cfg(feature = "office")]
mod accept;
mod case;
mod draft;
mod files;
mod gate;
#[cfg(feature = "office")]
mod gate_code;
mod hand_over;
mod inbox;
#[cfg(feature = "office")]
mod log;
#[cfg(feature = "office")]
mod people;
#[cfg(feature = "office")]
mod reconcile;
mod roster;
mod sitting;
mod triage;
mod write;

#[cfg(feature = "office")]
pub use accept::{Accepted, Joining, Newcomer, accept, look_at};
pub use case::{CardView, CaseView, NoteView, Show};
pub use draft::Drafted;
#[cfg(feature = "office")]
pub use gate_code::{GateCodeView, NewGateCode};
pub use hand_over::Handed;
pub use inbox::{Inbox, ThreadView};
#[cfg(feature = "office")]
pub use log::{LineView, LogView};
#[cfg(feature = "office")]
pub use people::{Approval, PendingView, People, ProposalView};
#[cfg(feature = "office")]
pub use reconcile::StandingView;
pub use roster::RosterChange;
pub use triage::{Changes, Triaged};
pub use write::{Noted, Replied};

use crate::organisation::{self, Address, Organisation};
use crate::state::Folder;
use crate::{ATTEMPTS, Error, Server};
use crypto::access::Challenge;
use crypto::roster::Person;
use crypto::staff::{RecoveryKit, Unlock, sign_login};
use crypto::vault::{MasterKey, SealedVault, Vault, WrapKind};
use crypto::wire::{Bytes, ChallengeDocument, Login, Session};
use crypto::words::Fingerprint;
use crypto::{Day, ThreadId};
use rand_core::CryptoRng;

/// An unlocked desk. Its session ends with it.
pub struct Desk {
    server: Server,
    organisation: Organisation,
    folder: Folder,
    vault: Vault,
    sealed: SealedVault,
    master: MasterKey,
    sitting: sitting::Sitting,
}

impl Drop for Desk {
    fn drop(&mut self) {
        #[cfg(not(target_arch = "wasm32"))]
        self.server.delete_quietly("/api/v1/session");
    }
}

impl Desk {
    /// Unlocks with the generated passphrase, or with the recovery kit typed in its place.
    ///
    /// # Errors
    /// [`Error::Usage`] without an account; [`Error::Refused`] for another one than the folder's; what the pins refuse;
    /// what the server answers to a wrong passphrase; [`Error::Distrust`] for an older vault than was seen before.
    pub async fn unlock(
        mut server: Server,
        organisation: Organisation,
        mut folder: Folder,
        account: Option<&str>,
        secret: &str,
    ) -> Result<Self, Error> {
        let account = account_of(&folder, account)?;
        #[cfg(feature = "office")]
        folder.state.bind(&organisation.words())?;
        folder.state.pin(&organisation.chain, &organisation.public.log_key)?;
        let (kind, unlock) = if is_kit(secret) {
            let kit = RecoveryKit::parse(organisation.id(), secret).map_err(|error| Error::Usage(error.to_string()))?;
            (WrapKind::RecoveryKit, Unlock::from_kit(organisation.id(), &account, &kit))
        } else {
            (WrapKind::Passphrase, Unlock::from_passphrase(organisation.id(), &account, secret)?)
        };
        let session = log_in(&server, &organisation, &account, &unlock, kind == WrapKind::RecoveryKit).await?;
        if server.keeps_session() {
            server.remember_session(session.session.ok_or(Error::Answer("it opened no session"))?);
        }
        let sealed = SealedVault::parse(&session.vault.0)?;
        if sealed.organisation != organisation.id() || sealed.person != session.person {
            return Err(Error::distrust("the server handed out somebody else's vault"));
        }
        check_age(&folder, &sealed)?;
        let (vault, master) = sealed.open(kind, &unlock.vault)?;
        if vault.account != account {
            return Err(Error::distrust("the server handed out the vault of another account"));
        }
        organisation.chain.check_pin(vault.roster.0, &vault.roster.1)?;
        folder.state.account = account;
        if folder.state.ledger.is_none_or(|(size, _)| size < vault.ledger.0) && vault.ledger.0 > 0 {
            folder.state.ledger = Some(vault.ledger);
        }
        folder.save_vault(sealed.counter, &sealed.to_bytes())?;
        let sitting = sitting::Sitting::default();
        Ok(Self { server, organisation, folder, vault, sealed, master, sitting })
    }

    /// The roster's line about the person at this desk.
    ///
    /// # Errors
    /// [`Error::Refused`] when she is not in office.
    pub fn me(&self) -> Result<&Person, Error> {
        let person = self.organisation.chain.head().person(self.vault.person);
        let person = person.filter(|person| person.in_office(self.organisation.today())).ok_or_else(|| {
            Error::Refused(
                "you are not in the roster: a guardian approves you with `desk people` and `desk approve`".into(),
            )
        })?;
        if person.verifying_key() == Some(self.vault.sign.verifying_key()) {
            Ok(person)
        } else {
            Err(Error::distrust("the roster names another key for you than the one in your vault"))
        }
    }

    /// The organisation as this desk saw it last.
    #[must_use]
    pub const fn organisation(&self) -> &Organisation {
        &self.organisation
    }

    /// Looks at the organisation again: a desk that stays unlocked sees the roster and the day as they are now.
    ///
    /// # Errors
    /// What the request answers; what the pins refuse.
    pub async fn look_again(&mut self) -> Result<(), Error> {
        let address = Address {
            slug: self.organisation.public.slug.clone(),
            fingerprint: Some(Fingerprint::of(&self.organisation.chain.root_digest())),
        };
        let organisation = organisation::fetch(&self.server, &address).await?;
        self.folder.state.pin(&organisation.chain, &organisation.public.log_key)?;
        self.organisation = organisation;
        Ok(())
    }

    /// The number of a thread on this device, once it was listed.
    #[must_use]
    pub fn number_of(&self, thread: ThreadId) -> Option<usize> {
        let place = self.folder.state.threads.iter().position(|known| known.id == thread);
        place.map(|place| place.saturating_add(1))
    }

    async fn challenge(&self) -> Result<(Challenge, Day), Error> {
        challenge(&self.server).await
    }

    /// Saves the vault; when another sitting was faster, takes in what it saved and saves again. What `opened` names
    /// is not taken back in.
    async fn save_vault(&mut self, opened: &[ThreadId], rng: &mut impl CryptoRng) -> Result<(), Error> {
        self.vault.roster = (self.organisation.chain.head().number, self.organisation.chain.head_digest());
        self.vault.ledger = self.folder.state.ledger.unwrap_or(self.vault.ledger);
        let mut overtaken = Error::Answer("it is of two minds about the vault");
        for _ in 0..ATTEMPTS {
            let next = self.vault.save(&self.sealed, &self.master, rng);
            match self.server.put_bytes("/api/v1/desk/vault", &next.to_bytes()).await {
                Err(error) if error.is_overtaken() => overtaken = error,
                answer => {
                    answer?;
                    self.sealed = next;
                    return self.folder.save_vault(self.sealed.counter, &self.sealed.to_bytes());
                }
            }
            let theirs = SealedVault::parse(&self.server.get_bytes("/api/v1/desk/vault").await?)?;
            if theirs.counter < self.sealed.counter || theirs.person != self.sealed.person {
                return Err(Error::distrust("an older vault is served than was saved"));
            }
            self.vault.merge(&theirs.reopen(&self.master)?, opened);
            self.sealed = theirs;
        }
        Err(overtaken)
    }
}

async fn challenge(server: &Server) -> Result<(Challenge, Day), Error> {
    let document: ChallengeDocument = server.get("/api/v1/challenge").await?;
    Ok((Challenge::try_from(document.challenge.0.as_slice())?, Day(document.today)))
}

async fn log_in(
    server: &Server,
    organisation: &Organisation,
    account: &str,
    unlock: &Unlock,
    kit: bool,
) -> Result<Session, Error> {
    let (challenge, day) = challenge(server).await?;
    let signature = sign_login(&unlock.login, organisation.id(), account, server.origin(), day, &challenge);
    let login = Login {
        slug: organisation.public.slug.clone(),
        account: account.into(),
        kit,
        challenge: Bytes(challenge.0.to_vec()),
        day: day.0,
        signature: signature.into(),
        native: server.keeps_session(),
    };
    server.post("/api/v1/sessions", &login).await
}

fn account_of(folder: &Folder, account: Option<&str>) -> Result<String, Error> {
    let kept = Some(folder.state.account.as_str()).filter(|kept| !kept.is_empty());
    match (account, kept) {
        (Some(account), Some(kept)) if account != kept => {
            Err(Error::Refused(format!("this state folder belongs to the account {kept}: use another --state")))
        }
        (Some(account), _) | (None, Some(account)) => Ok(account.into()),
        (None, None) => Err(Error::Usage("name your account with --account: this state folder knows none yet".into())),
    }
}

/// A vault that is older than, or differs from, the one this device saw last is no vault to go on with.
fn check_age(folder: &Folder, sealed: &SealedVault) -> Result<(), Error> {
    let seen = folder.state.vault_counter;
    let forked = sealed.counter == seen && folder.vault().is_some_and(|kept| kept != sealed.to_bytes().as_slice());
    if sealed.counter < seen || forked {
        return Err(Error::distrust(
            "an older vault is served than this device has seen. If a backup was restored, begin with a new --state",
        ));
    }
    Ok(())
}

/// A kit has seven groups of four; a passphrase has six words.
fn is_kit(secret: &str) -> bool {
    let groups =
        || secret.split(|letter: char| letter.is_whitespace() || letter == '-').filter(|group| !group.is_empty());
    groups().count() == 7 && groups().all(|group| group.chars().count() == 4)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_kit_and_a_passphrase_are_told_apart() {
        assert!(is_kit("K7QF-9M2P-K7QF-9M2P-K7QF-9M2P-K7QF"));
        assert!(is_kit(" k7qf 9m2p k7qf 9m2p k7qf 9m2p k7qf\n"));
        for passphrase in ["", "correct horse battery staple yo-yo stump", "drop-down abcd abcd abcd abcd abcde"] {
            assert!(!is_kit(passphrase), "{passphrase}");
        }
    }
}
