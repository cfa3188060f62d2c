//! Keys, typed by what they do. Secrets have no `Debug`, are compared in constant time and wiped when dropped.

use crate::error::Error;
use crate::id::{Digest, OrganisationId};
use crate::label::Label;
use crate::primitives;
use alloc::boxed::Box;
use core::fmt;
use rand_core::CryptoRng;
use zeroize::Zeroize;

/// `N` secret bytes.
#[derive(Clone)]
pub struct Secret<const N: usize>([u8; N]);

impl<const N: usize> Secret<N> {
    /// Takes the bytes over. The caller's copy is hers to wipe.
    #[must_use]
    pub const fn new(bytes: [u8; N]) -> Self {
        Self(bytes)
    }

    /// Fresh random bytes.
    #[must_use]
    pub fn make(rng: &mut impl CryptoRng) -> Self {
        Self(primitives::random(rng))
    }

    /// The bytes themselves, for sealing them somewhere else.
    #[must_use]
    pub const fn expose(&self) -> &[u8; N] {
        &self.0
    }
}

impl<const N: usize> Drop for Secret<N> {
    fn drop(&mut self) {
        self.0.zeroize();
    }
}

impl<const N: usize> PartialEq for Secret<N> {
    fn eq(&self, other: &Self) -> bool {
        primitives::equal(&self.0, &other.0)
    }
}

impl<const N: usize> Eq for Secret<N> {}

impl<const N: usize> TryFrom<&[u8]> for Secret<N> {
    type Error = Error;

    fn try_from(bytes: &[u8]) -> Result<Self, Error> {
        bytes.try_into().map(Self).map_err(|_| Error::Malformed)
    }
}

/// An Ed25519 signature (RFC 8032).
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Signature(pub [u8; 64]);

impl Signature {
    /// Length in bytes.
    pub const SIZE: usize = 64;
    /// What stands where nobody signs; it holds for no key and no message.
    pub const NONE: Self = Self([0; 64]);
}

impl fmt::Debug for Signature {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Signature")
    }
}

impl TryFrom<&[u8]> for Signature {
    type Error = Error;

    fn try_from(bytes: &[u8]) -> Result<Self, Error> {
        bytes.try_into().map(Self).map_err(|_| Error::Malformed)
    }
}

/// An Ed25519 public key.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct VerifyingKey(pub [u8; 32]);

impl VerifyingKey {
    /// Checks a signature over the labelled transcript.
    ///
    /// # Errors
    /// [`Error::Signature`].
    pub(crate) fn verify(
        &self,
        label: Label,
        organisation: OrganisationId,
        fields: &[&[u8]],
        signature: &Signature,
    ) -> Result<(), Error> {
        self.verify_bytes(&label.transcript(organisation, fields), signature)
    }

    /// Checks a signature over bytes whose form another standard fixes (C2SP signed notes).
    ///
    /// # Errors
    /// [`Error::Signature`].
    pub fn verify_bytes(&self, message: &[u8], signature: &Signature) -> Result<(), Error> {
        primitives::verify(&self.0, message, &signature.0)
    }
}

impl fmt::Debug for VerifyingKey {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "VerifyingKey({})", Digest(self.0).to_hex())
    }
}

/// An Ed25519 secret key.
#[derive(Clone)]
pub struct SigningKey {
    seed: Secret<32>,
    pair: primitives::KeyPair,
}

impl SigningKey {
    /// The key of this seed.
    #[must_use]
    pub fn from_seed(seed: Secret<32>) -> Self {
        let pair = primitives::key_pair(&seed);
        Self { seed, pair }
    }

    /// A fresh key.
    #[must_use]
    pub fn make(rng: &mut impl CryptoRng) -> Self {
        Self::from_seed(Secret::make(rng))
    }

    /// The seed, for sealing it into a vault.
    #[must_use]
    pub const fn seed(&self) -> &Secret<32> {
        &self.seed
    }

    /// The public half.
    #[must_use]
    pub fn verifying_key(&self) -> VerifyingKey {
        VerifyingKey(primitives::verifying(&self.pair))
    }

    pub(crate) fn sign(&self, label: Label, organisation: OrganisationId, fields: &[&[u8]]) -> Signature {
        self.sign_bytes(&label.transcript(organisation, fields))
    }

    /// Signs bytes whose form another standard fixes (C2SP signed notes).
    #[must_use]
    pub fn sign_bytes(&self, message: &[u8]) -> Signature {
        Signature(primitives::sign(&self.pair, message))
    }
}

/// An X-Wing public key (1,216 bytes) that was checked when it was read.
#[derive(Clone, PartialEq, Eq)]
pub struct SealPublicKey(Box<[u8]>);

impl SealPublicKey {
    /// Length in bytes.
    pub const SIZE: usize = primitives::SEAL_PUBLIC_SIZE;

    /// The encoding.
    #[must_use]
    pub const fn as_bytes(&self) -> &[u8] {
        &self.0
    }

    /// What the roster names instead of the key itself, 32 bytes in place of 1,216.
    #[must_use]
    pub fn digest(&self) -> Digest {
        primitives::digest(Label::KEY_DIGEST, OrganisationId::NONE, &[&self.0])
    }
}

impl TryFrom<&[u8]> for SealPublicKey {
    type Error = Error;

    fn try_from(bytes: &[u8]) -> Result<Self, Error> {
        if bytes.len() == Self::SIZE && primitives::is_seal_public(bytes) {
            Ok(Self(bytes.into()))
        } else {
            Err(Error::Malformed)
        }
    }
}

impl fmt::Debug for SealPublicKey {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "SealPublicKey({})", self.digest().to_hex())
    }
}

/// An X-Wing secret key: the 32-byte seed of the draft.
#[derive(Clone)]
pub struct SealSecretKey(Secret<32>);

impl SealSecretKey {
    /// The key of this seed.
    #[must_use]
    pub const fn from_seed(seed: Secret<32>) -> Self {
        Self(seed)
    }

    /// A fresh key.
    #[must_use]
    pub fn make(rng: &mut impl CryptoRng) -> Self {
        Self(Secret::make(rng))
    }

    /// The seed, for sealing it into a vault.
    #[must_use]
    pub const fn seed(&self) -> &Secret<32> {
        &self.0
    }

    pub(crate) const fn expose(&self) -> &[u8; 32] {
        self.0.expose()
    }

    /// The public half.
    #[must_use]
    pub fn public(&self) -> SealPublicKey {
        SealPublicKey(primitives::seal_public(self).into())
    }
}
