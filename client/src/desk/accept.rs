//! Accepting an invitation: keys, passphrase and recovery kit are made here; the server gets public halves and a
//! sealed vault. Whoever comes first makes the organisation's first roster.

use crate::http::Method;
use crate::organisation::{self, Address, Organisation, is_name};
use crate::state::Folder;
use crate::{Error, Server};
use crypto::roster::{Chain, Pending, Profile, Role, Roster, SignedRoster};
use crypto::staff::{Invitation, RecoveryKit, Unlock};
use crypto::vault::{Vault, WrapKind};
use crypto::wire::{Acceptance, Bytes, InvitationDocument, InvitationQuery, PublicOrganisation};
use crypto::words::{Fingerprint, make_passphrase};
use crypto::{Day, Digest, OrganisationId, PersonId, SealSecretKey, Secret, SigningKey, Sorted};
use rand_core::CryptoRng;
use serde::Serialize;

const MOST_NAME: usize = 200;

/// Who accepts.
pub struct Newcomer<'a> {
    /// As it was printed.
    pub invitation: &'a str,
    /// Her name, in place of the one in the invitation.
    pub name: Option<&'a str>,
    /// Her short name, in place of one made from her name.
    pub account: Option<&'a str>,
}

/// What she must keep, shown once.
#[derive(Serialize)]
pub struct Accepted {
    /// Typed at unlock where the state folder is lost.
    pub account: String,
    /// Six words.
    pub passphrase: String,
    /// For the day the passphrase is lost; on paper.
    pub recovery_kit: String,
    /// The organisation's seven words, for the poster.
    pub fingerprint: String,
    /// Her own seven words, to read to a guardian.
    pub words: String,
    /// What she was invited as.
    pub role: String,
    /// Whether a guardian still has to approve her.
    pub pending: bool,
}

/// The organisation as it will be, or is: chain, and version 1 if it is made here.
struct Founding {
    chain: Chain,
    first: Option<SignedRoster>,
}

/// What an invitation is for.
///
/// # Errors
/// [`Error::Usage`] for a typing error; what the server refuses.
pub async fn look_at(server: &Server, invitation: &str) -> Result<InvitationDocument, Error> {
    let invitation = parse(invitation)?;
    server.post("/api/v1/invitations/look", &InvitationQuery { invitation }).await
}

/// Accepts an invitation.
///
/// # Errors
/// As [`Joining::prepare`] and [`Joining::hand_in`]; [`Error::Refused`] for a folder that has an account already.
pub async fn accept(
    server: &Server,
    address: &Address,
    folder: &mut Folder,
    newcomer: &Newcomer<'_>,
    rng: &mut impl CryptoRng,
) -> Result<Accepted, Error> {
    if !folder.state.account.is_empty() {
        return Err(Error::Refused(format!("this state folder belongs to the account {}", folder.state.account)));
    }
    let joining = Joining::prepare(server, address, newcomer, rng).await?;
    folder.state.bind(&joining.kept.fingerprint)?;
    joining.hand_in(server).await?;
    folder.state.account.clone_from(&joining.kept.account);
    folder.state.roster = Some(joining.roster);
    folder.save_vault(joining.counter, &joining.acceptance.vault.0)?;
    Ok(joining.kept)
}

/// Somebody with keys, passphrase and kit of whom the server knows nothing yet.
pub struct Joining {
    /// What she must keep.
    pub kept: Accepted,
    acceptance: Acceptance,
    roster: (u32, Digest),
    counter: u64,
}

impl Joining {
    /// Makes keys, passphrase and recovery kit.
    ///
    /// # Errors
    /// [`Error::Usage`] for a typing error, or where a name or account is missing; what the server refuses; what the
    /// roster chain refuses.
    pub async fn prepare(
        server: &Server,
        address: &Address,
        newcomer: &Newcomer<'_>,
        rng: &mut impl CryptoRng,
    ) -> Result<Self, Error> {
        let invitation = parse(newcomer.invitation)?;
        let document = look_at(server, &invitation).await?;
        let role = Role::from_name(&document.role).ok_or(Error::Answer("it names an unknown role"))?;
        let (name, account) = names(newcomer, &document)?;
        let public = organisation::look(server, address).await?;
        if document.slug != address.slug {
            return Err(Error::Refused(format!("this invitation is for the organisation {}", document.slug)));
        }

        let (id, sign, seal) = (PersonId(*Secret::make(rng).expose()), SigningKey::make(rng), SealSecretKey::make(rng));
        let founding = found(
            public,
            address,
            document.first,
            || Pending::make(OrganisationId::NONE, id, &name, role, &sign, seal.public()),
            &sign,
        )?;
        let organisation = founding.chain.organisation();
        let pending = Pending::make(organisation, id, &name, role, &sign, seal.public());
        let passphrase = make_passphrase(rng);
        let kit = RecoveryKit::make(rng);
        let by_passphrase = Unlock::from_passphrase(organisation, &account, &passphrase)?;
        let by_kit = Unlock::from_kit(organisation, &account, &kit);
        let vault = Vault {
            organisation,
            person: id,
            account: account.clone(),
            sign,
            seal,
            rows: Secret::make(rng),
            cursor: 0,
            roster: (founding.chain.head().number, founding.chain.head_digest()),
            ledger: (0, Digest::NONE),
            unopened: Sorted::new(),
        };
        let ways = [(WrapKind::Passphrase, &by_passphrase.vault), (WrapKind::RecoveryKit, &by_kit.vault)];
        let (sealed, _) = vault.create(&ways, rng);
        Ok(Self {
            acceptance: Acceptance {
                invitation,
                account: account.clone(),
                login_key: Bytes(by_passphrase.login.verifying_key().0.to_vec()),
                recovery_key: Bytes(by_kit.login.verifying_key().0.to_vec()),
                record: Bytes(pending.to_bytes()),
                vault: Bytes(sealed.to_bytes()),
                roster: founding.first.as_ref().map(|first| Bytes(first.to_bytes())),
            },
            roster: vault.roster,
            counter: sealed.counter,
            kept: Accepted {
                account,
                passphrase: passphrase.to_string(),
                recovery_kit: kit.to_text(organisation).to_string(),
                fingerprint: Fingerprint::of(&founding.chain.root_digest()).to_words(),
                words: Fingerprint::of(&pending.digest(organisation)).to_words(),
                role: document.role,
                pending: founding.first.is_none(),
            },
        })
    }

    /// Hands in the public halves and the sealed vault: from then on the account exists.
    ///
    /// # Errors
    /// [`Error::Refused`] where account or invitation were taken meanwhile; what the server refuses.
    pub async fn hand_in(&self, server: &Server) -> Result<(), Error> {
        let sent = server.send_document(Method::Post, "/api/v1/invitations/accept", &self.acceptance).await;
        match sent {
            Err(error) if error.is_problem("conflict") => Err(Error::Refused(format!(
                "the account {} is taken, or the invitation used: try another --account",
                self.kept.account
            ))),
            answer => answer.map(|_| ()),
        }
    }
}

fn parse(invitation: &str) -> Result<String, Error> {
    let invitation =
        Invitation::parse(invitation).map_err(|error| Error::Usage(format!("in the invitation: {error}")))?;
    Ok(invitation.to_text().to_string())
}

/// The chain that is there, or a first version signed by its one guardian.
fn found(
    public: PublicOrganisation,
    address: &Address,
    first: bool,
    myself: impl FnOnce() -> Pending,
    sign: &SigningKey,
) -> Result<Founding, Error> {
    if !first {
        let Organisation { chain, .. } = organisation::check(public, address)?;
        return Ok(Founding { chain, first: None });
    }
    if public.identity.is_some() || !public.roster.is_empty() {
        return Err(Error::distrust("this invitation makes a first roster, and there is one already"));
    }
    if address.fingerprint.is_some() {
        return Err(Error::Usage(
            "the words of the organisation follow from this acceptance: give --org without them".into(),
        ));
    }
    let myself = myself();
    if myself.role != Role::Coach {
        return Err(Error::Refused("only a coach can be the first".into()));
    }
    let day = Day(public.today);
    let roster = Roster {
        number: 1,
        previous: Digest::NONE,
        organisation: OrganisationId::NONE,
        name: public.name,
        profile: Profile::Plain,
        day,
        quorum: 1,
        people: vec![myself.to_person(true, day)],
        removals: Vec::new(),
        gates: Vec::new(),
        issuers: Vec::new(),
    };
    let signatures = vec![(myself.id, roster.sign(sign))];
    let signed = SignedRoster { roster, signatures };
    Ok(Founding { chain: Chain::begin(&signed)?, first: Some(signed) })
}

fn names(newcomer: &Newcomer<'_>, document: &InvitationDocument) -> Result<(String, String), Error> {
    let name = newcomer.name.or(document.name.as_deref()).map(str::trim).filter(|name| !name.is_empty());
    let name = name.ok_or_else(|| Error::Usage("say your name with --name: the invitation has none".into()))?;
    if name.len() > MOST_NAME || name.chars().any(char::is_control) {
        return Err(Error::Usage(format!("a name has at most {MOST_NAME} bytes and no line breaks")));
    }
    let account = newcomer.account.map_or_else(|| account_from(name), str::to_owned);
    if is_name(&account) {
        Ok((name.into(), account))
    } else {
        Err(Error::Usage("choose a short name with --account: 2 to 40 of a-z, 0-9 and -".into()))
    }
}

/// `Zoë de Vos` → `zoe-de-vos`.
fn account_from(name: &str) -> String {
    let plain: String = name.to_lowercase().chars().map(plain).collect();
    let words = plain.split(|letter: char| !letter.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    let joined = words.collect::<Vec<_>>().join("-");
    joined.chars().take(40).collect::<String>().trim_end_matches('-').to_owned()
}

/// Letters of western Europe without their marks.
const fn plain(letter: char) -> char {
    match letter {
        'à'..='å' => 'a',
        'ç' => 'c',
        'è'..='ë' => 'e',
        'ì'..='ï' => 'i',
        'ñ' => 'n',
        'ò'..='ö' | 'ø' => 'o',
        'ù'..='ü' => 'u',
        'ý' | 'ÿ' => 'y',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_account_is_made_from_the_name() {
        for (name, account) in [
            ("An Peeters", "an-peeters"),
            ("Zoë  de Vos", "zoe-de-vos"),
            ("Jean-François Noël", "jean-francois-noel"),
            ("王", ""),
        ] {
            assert_eq!(account_from(name), account);
        }
        assert!(is_name(&account_from(&"very long name ".repeat(9))));
    }

    #[test]
    fn a_name_and_an_account_are_asked_for_where_they_are_missing() {
        let document = |name: Option<&str>| InvitationDocument {
            slug: "team".into(),
            organisation: "Team".into(),
            role: "coach".into(),
            name: name.map(str::to_owned),
            first: true,
        };
        let newcomer = |name, account| Newcomer { invitation: "", name, account };
        assert_eq!(names(&newcomer(None, None), &document(Some("An"))).unwrap(), ("An".into(), "an".into()));
        assert_eq!(names(&newcomer(Some("Jo"), None), &document(Some("An"))).unwrap().0, "Jo");
        assert!(names(&newcomer(Some("王"), Some("wang")), &document(None)).is_ok());
        for (name, account) in [(None, Some("an")), (Some("王"), None), (Some("An"), Some("An")), (Some("A\nn"), None)]
        {
            assert_eq!(names(&newcomer(name, account), &document(None)).unwrap_err().exit_code(), 2);
        }
    }
}
