//! Unlocking: what a generated passphrase, or the recovery kit, gives.

use crate::access::Challenge;
use crate::code;
use crate::codec;
use crate::error::Error;
use crate::id::{Day, Digest, OrganisationId};
use crate::keys::{Secret, Signature, SigningKey, VerifyingKey};
use crate::label::Label;
use crate::primitives;
use crate::words;
use alloc::string::String;
use rand_core::CryptoRng;
use zeroize::Zeroizing;

/// The two keys a secret unlocks with: one proves who she is to the server, one opens her vault.
pub struct Unlock {
    /// The server stores its public half.
    pub login: SigningKey,
    /// Never leaves the device.
    pub vault: Secret<32>,
}

impl Unlock {
    /// From a generated passphrase, with Argon2id (RFC 9106; 128 MiB, three passes, one lane).
    ///
    /// # Errors
    /// [`Error::Malformed`] when the device cannot give the memory.
    pub fn from_passphrase(organisation: OrganisationId, account: &str, passphrase: &str) -> Result<Self, Error> {
        let digest = primitives::digest(Label::ACCOUNT_SALT, organisation, &[account.as_bytes()]);
        let mut salt = [0; 16];
        salt.iter_mut().zip(digest.0).for_each(|(to, from)| *to = from);
        let stretched = primitives::argon2id(words::normal_passphrase(passphrase).as_bytes(), &salt)?;
        Ok(Self::derive(Label::PASSPHRASE, organisation, account, stretched.expose()))
    }

    /// From a recovery kit, whose 128 bits need no stretching.
    #[must_use]
    pub fn from_kit(organisation: OrganisationId, account: &str, kit: &RecoveryKit) -> Self {
        Self::derive(Label::RECOVERY, organisation, account, kit.0.expose())
    }

    fn derive(label: Label, organisation: OrganisationId, account: &str, material: &[u8]) -> Self {
        let root = primitives::extract(label, material);
        let derive = |label| primitives::expand(&root, label, organisation, &[account.as_bytes()]);
        Self { login: SigningKey::from_seed(derive(Label::LOGIN)), vault: derive(Label::VAULT_KEY) }
    }
}

/// 128 random bits on paper.
pub struct RecoveryKit(Secret<16>);

impl RecoveryKit {
    /// A fresh kit.
    #[must_use]
    pub fn make(rng: &mut impl CryptoRng) -> Self {
        Self(Secret::make(rng))
    }

    /// As printed: seven groups of four.
    #[must_use]
    pub fn to_text(&self, organisation: OrganisationId) -> Zeroizing<String> {
        code::write(Label::RECOVERY_CHECK, organisation, &self.0)
    }

    /// Reads what a person typed.
    ///
    /// # Errors
    /// [`Error::TokenForm`] or [`Error::TokenCheck`].
    pub fn parse(organisation: OrganisationId, text: &str) -> Result<Self, Error> {
        code::read(Label::RECOVERY_CHECK, organisation, text).map(Self)
    }
}

/// The one-time secret in an invitation.
pub struct Invitation(Secret<16>);

impl Invitation {
    /// A fresh invitation.
    #[must_use]
    pub fn make(rng: &mut impl CryptoRng) -> Self {
        Self(Secret::make(rng))
    }

    /// Seven groups of four.
    #[must_use]
    pub fn to_text(&self) -> Zeroizing<String> {
        code::write(Label::INVITATION_CHECK, OrganisationId::NONE, &self.0)
    }

    /// Reads what a person typed or pasted.
    ///
    /// # Errors
    /// [`Error::TokenForm`] or [`Error::TokenCheck`].
    pub fn parse(text: &str) -> Result<Self, Error> {
        code::read(Label::INVITATION_CHECK, OrganisationId::NONE, text).map(Self)
    }

    /// What the server keeps of it.
    #[must_use]
    pub fn digest(&self) -> Digest {
        primitives::digest(Label::INVITATION, OrganisationId::NONE, &[self.0.expose()])
    }
}

/// 256 random bits that name an open session.
pub struct SessionToken(Secret<32>);

impl SessionToken {
    /// A fresh token.
    #[must_use]
    pub fn make(rng: &mut impl CryptoRng) -> Self {
        Self(Secret::make(rng))
    }

    /// 64 hexadecimal digits.
    #[must_use]
    pub fn to_text(&self) -> Zeroizing<String> {
        Zeroizing::new(codec::to_hex(self.0.expose()))
    }

    /// Reads what [`Self::to_text`] writes.
    ///
    /// # Errors
    /// [`Error::Malformed`].
    pub fn parse(text: &str) -> Result<Self, Error> {
        codec::from_hex(text).map(|bytes| Self(Secret::new(bytes)))
    }

    /// What the server keeps of it.
    #[must_use]
    pub fn digest(&self) -> Digest {
        primitives::digest(Label::SESSION, OrganisationId::NONE, &[self.0.expose()])
    }
}

/// Answers a login challenge.
#[must_use]
pub fn sign_login(
    key: &SigningKey,
    organisation: OrganisationId,
    account: &str,
    origin: &str,
    day: Day,
    challenge: &Challenge,
) -> Signature {
    key.sign(Label::LOGIN_SIGNATURE, organisation, &login_fields(account, origin, &day.0.to_be_bytes(), challenge))
}

/// Checks a login answer for one of the server's own origins.
///
/// # Errors
/// [`Error::Signature`].
pub fn verify_login<'a>(
    key: &VerifyingKey,
    organisation: OrganisationId,
    account: &str,
    origins: impl IntoIterator<Item = &'a str>,
    day: Day,
    challenge: &Challenge,
    signature: &Signature,
) -> Result<(), Error> {
    let day = day.0.to_be_bytes();
    let holds = |origin: &str| {
        let fields = login_fields(account, origin, &day, challenge);
        key.verify(Label::LOGIN_SIGNATURE, organisation, &fields, signature).is_ok()
    };
    let held = origins.into_iter().filter(|origin| holds(origin)).count();
    if held > 0 { Ok(()) } else { Err(Error::Signature) }
}

fn login_fields<'a>(account: &'a str, origin: &'a str, day: &'a [u8; 4], challenge: &'a Challenge) -> [&'a [u8]; 4] {
    [account.as_bytes(), origin.as_bytes(), day, &challenge.0]
}
