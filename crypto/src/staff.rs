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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tests::samples::{ORGANISATION, rng};

    const ORIGIN: &str = "https://report.example";

    fn kit() -> RecoveryKit {
        RecoveryKit::make(&mut rng(3))
    }

    #[test]
    fn a_kit_gives_two_keys_that_depend_on_organisation_and_account() {
        let unlock = Unlock::from_kit(ORGANISATION, "an", &kit());
        assert!(unlock.login.seed() != &unlock.vault);
        let again = Unlock::from_kit(ORGANISATION, "an", &kit());
        assert!(again.vault == unlock.vault && again.login.seed() == unlock.login.seed());
        for other in [
            Unlock::from_kit(ORGANISATION, "jo", &kit()),
            Unlock::from_kit(OrganisationId::NONE, "an", &kit()),
            Unlock::from_kit(ORGANISATION, "an", &RecoveryKit::make(&mut rng(4))),
        ] {
            assert!(other.vault != unlock.vault && other.login.seed() != unlock.login.seed());
        }
    }

    #[test]
    fn kits_invitations_and_sessions_read_back_and_none_is_taken_for_another() {
        let (kit, invitation, session) = (kit(), Invitation::make(&mut rng(3)), SessionToken::make(&mut rng(3)));
        assert!(RecoveryKit::parse(ORGANISATION, &kit.to_text(ORGANISATION)).is_ok_and(|read| read.0 == kit.0));
        let read = Invitation::parse(&invitation.to_text());
        assert!(read.is_ok_and(|read| read.0 == invitation.0 && read.digest() == invitation.digest()));
        assert!(SessionToken::parse(&session.to_text()).is_ok_and(|read| read.digest() == session.digest()));
        assert!(RecoveryKit::parse(ORGANISATION, &invitation.to_text()).is_err());
        assert!(Invitation::parse(&kit.to_text(ORGANISATION)).is_err());
        assert!(SessionToken::parse("00").is_err() && SessionToken::parse(&"A0".repeat(32)).is_err());
        assert!(SessionToken::parse(&"é".repeat(32)).is_err());
    }

    #[test]
    fn the_check_letters_of_an_invitation_say_nothing_of_its_digest() {
        // One use, one label: else the stored digest would begin with what stands on the paper.
        let agree = (0..64).filter(|seed| {
            let invitation = Invitation::make(&mut rng(*seed));
            let [first, second, ..] = invitation.digest().0;
            let ten = u16::from_be_bytes([first, second]) >> 6;
            let letter = |bits: u16| char::from(b"0123456789ABCDEFGHJKMNPQRSTVWXYZ"[usize::from(bits & 31)]);
            invitation.to_text().ends_with(&[letter(ten >> 5), letter(ten)].iter().collect::<String>())
        });
        assert!(agree.count() <= 2);
    }

    #[test]
    fn a_login_holds_for_its_account_origin_day_and_challenge_only() {
        let key = Unlock::from_kit(ORGANISATION, "an", &kit()).login;
        let challenge = Challenge::make(&Secret::new([1; 32]), 100, &mut rng(2));
        let signature = sign_login(&key, ORGANISATION, "an", ORIGIN, Day(20_778), &challenge);
        let verify = |organisation, account, origins: &[&str], day, challenge| {
            let origins = origins.iter().copied();
            verify_login(&key.verifying_key(), organisation, account, origins, day, challenge, &signature)
        };
        let (day, origins) = (Day(20_778), &["https://other.example", ORIGIN][..]);
        assert_eq!(verify(ORGANISATION, "an", origins, day, &challenge), Ok(()));
        let other = Challenge::make(&Secret::new([1; 32]), 101, &mut rng(2));
        for refused in [
            verify(OrganisationId::NONE, "an", origins, day, &challenge),
            verify(ORGANISATION, "jo", origins, day, &challenge),
            verify(ORGANISATION, "an", &["https://other.example"], day, &challenge),
            verify(ORGANISATION, "an", &[], day, &challenge),
            verify(ORGANISATION, "an", origins, day.plus(1), &challenge),
            verify(ORGANISATION, "an", origins, day, &other),
        ] {
            assert_eq!(refused, Err(Error::Signature));
        }
        let stranger = SigningKey::make(&mut rng(5)).verifying_key();
        assert!(verify_login(&stranger, ORGANISATION, "an", [ORIGIN], day, &challenge, &signature).is_err());
    }
}
