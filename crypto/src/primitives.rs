//! The only file that names a cryptographic library. One suite: HPKE Base (RFC 9180) with X-Wing, HKDF-SHA256 and
//! ChaCha20-Poly1305; Ed25519 (RFC 8032) with strict verification; SHA-256; XChaCha20-Poly1305; STREAM (Hoang, Reyhanitabar,
//! Rogaway and Vizár, CRYPTO 2015); Argon2id (RFC 9106).

use crate::error::Error;
use crate::id::{Digest, OrganisationId};
use crate::keys::{SealPublicKey, SealSecretKey, Secret};
use crate::label::Label;
use aead_stream::{NewStream, StreamBE32, StreamPrimitive};
use alloc::vec::Vec;
use chacha20poly1305::aead::{Aead, Payload};
use chacha20poly1305::{ChaCha20Poly1305, KeyInit, XChaCha20Poly1305};
use ed25519_dalek::Signer;
use hpke::{Deserializable, Kem, OpModeR, OpModeS, Serializable};
use rand_core::{CryptoRng, SeedableRng};
use sha2::{Digest as _, Sha256};
use subtle::ConstantTimeEq;
use zeroize::Zeroizing;

type SealKem = hpke::kem::XWing;
type SealKdf = hpke::kdf::HkdfSha256;
type SealAead = hpke::aead::ChaCha20Poly1305;

/// Bytes of an X-Wing public key.
pub(crate) const SEAL_PUBLIC_SIZE: usize = 1216;
/// Bytes of an X-Wing encapsulation.
pub(crate) const ENCAPSULATION_SIZE: usize = 1120;
/// Bytes an AEAD adds.
pub(crate) const TAG_SIZE: usize = 16;
/// Bytes of an `XChaCha20` nonce.
pub(crate) const NONCE_SIZE: usize = 24;

/// SHA-256 over a labelled transcript, part by part: a message need not be copied for it.
pub(crate) fn digest(label: Label, organisation: OrganisationId, fields: &[&[u8]]) -> Digest {
    let mut hash = Sha256::new();
    label.write(organisation, fields, |part| hash.update(part));
    Digest(hash.finalize().into())
}

/// Plain SHA-256, for the Merkle tree of RFC 6962, which has prefixes of its own.
pub(crate) fn sha256(bytes: &[u8]) -> Digest {
    Digest(Sha256::digest(bytes).into())
}

/// HKDF-Extract (RFC 5869) with the label as salt.
pub(crate) fn extract(label: Label, material: &[u8]) -> Secret<32> {
    let (key, _) = hkdf::Hkdf::<Sha256>::extract(Some(label.as_bytes()), material);
    Secret::new(key.into())
}

/// HKDF-Expand (RFC 5869) with the labelled transcript as info; also our keyed hash. `N` is at most 64.
pub(crate) fn expand<const N: usize>(
    key: &Secret<32>,
    label: Label,
    organisation: OrganisationId,
    fields: &[&[u8]],
) -> Secret<N> {
    let mut out = [0; N];
    if let Ok(hkdf) = hkdf::Hkdf::<Sha256>::from_prk(key.expose()) {
        // Fails only above 255 × 32 bytes.
        let _ = hkdf.expand(&label.transcript(organisation, fields), &mut out);
    }
    Secret::new(out)
}

/// ChaCha20-Poly1305 with a zero nonce: for keys that seal one thing in their life.
pub(crate) fn seal_once(key: &Secret<32>, data: &[u8], plaintext: &[u8]) -> Vec<u8> {
    let cipher = ChaCha20Poly1305::new(&(*key.expose()).into());
    // Fails only above 256 GiB.
    cipher.encrypt(&[0; 12].into(), Payload { msg: plaintext, aad: data }).unwrap_or_default()
}

/// Opens what [`seal_once`] made.
pub(crate) fn open_once(key: &Secret<32>, data: &[u8], sealed: &[u8]) -> Result<Zeroizing<Vec<u8>>, Error> {
    let cipher = ChaCha20Poly1305::new(&(*key.expose()).into());
    cipher.decrypt(&[0; 12].into(), Payload { msg: sealed, aad: data }).map(Zeroizing::new).map_err(|_| Error::Decrypt)
}

/// STREAM over ChaCha20-Poly1305, for a key that seals one file: nonce = 7 zero bytes ‖ position `u32` ‖ 1 for the last
/// chunk. So no chunk opens elsewhere, and none can be missing at the end.
pub(crate) struct FileCipher(StreamBE32<ChaCha20Poly1305>);

impl FileCipher {
    pub(crate) fn new(key: &Secret<32>) -> Self {
        Self(StreamBE32::new(&(*key.expose()).into(), &[0; 7].into()))
    }

    pub(crate) fn seal(&self, position: u32, last: bool, clear: &[u8]) -> Vec<u8> {
        // Fails only above 256 GiB.
        self.0.encrypt(position, last, clear).unwrap_or_default()
    }

    pub(crate) fn open(&self, position: u32, last: bool, sealed: &[u8]) -> Result<Zeroizing<Vec<u8>>, Error> {
        self.0.decrypt(position, last, sealed).map(Zeroizing::new).map_err(|_| Error::Decrypt)
    }
}

/// SHA-256 of a file, piece by piece: what `sha256sum` says of it.
#[derive(Clone, Default)]
pub struct FileHash(Sha256);

impl FileHash {
    /// The next piece.
    pub fn update(&mut self, piece: &[u8]) {
        self.0.update(piece);
    }

    /// Of all pieces so far.
    #[must_use]
    pub fn finish(&self) -> Digest {
        Digest(self.0.clone().finalize().into())
    }
}

/// XChaCha20-Poly1305 with a random nonce in front: for keys that seal many things.
pub(crate) fn seal_many(key: &Secret<32>, data: &[u8], plaintext: &[u8], rng: &mut impl CryptoRng) -> Vec<u8> {
    let nonce: [u8; NONCE_SIZE] = random(rng);
    let cipher = XChaCha20Poly1305::new(&(*key.expose()).into());
    let sealed = cipher.encrypt(&nonce.into(), Payload { msg: plaintext, aad: data }).unwrap_or_default();
    [nonce.as_slice(), &sealed].concat()
}

/// Opens what [`seal_many`] made.
pub(crate) fn open_many(key: &Secret<32>, data: &[u8], sealed: &[u8]) -> Result<Zeroizing<Vec<u8>>, Error> {
    let (nonce, sealed) = sealed.split_at_checked(NONCE_SIZE).ok_or(Error::Decrypt)?;
    let nonce: [u8; NONCE_SIZE] = nonce.try_into().map_err(|_| Error::Decrypt)?;
    let cipher = XChaCha20Poly1305::new(&(*key.expose()).into());
    cipher.decrypt(&nonce.into(), Payload { msg: sealed, aad: data }).map(Zeroizing::new).map_err(|_| Error::Decrypt)
}

/// HPKE Base, single shot: encapsulation (1,120 bytes) ‖ ciphertext (plaintext + 16).
pub(crate) fn hpke_seal(
    to: &SealPublicKey,
    info: &[u8],
    data: &[u8],
    plaintext: &[u8],
    rng: &mut impl CryptoRng,
) -> Result<Vec<u8>, Error> {
    let key = <SealKem as Kem>::PublicKey::from_bytes(to.as_bytes()).map_err(|_| Error::Malformed)?;
    let (encapsulation, sealed) =
        hpke::single_shot_seal_with_rng::<SealAead, SealKdf, SealKem>(&OpModeS::Base, &key, info, plaintext, data, rng)
            .map_err(|_| Error::Malformed)?;
    Ok([encapsulation.to_bytes().as_slice(), &sealed].concat())
}

/// Opens what [`hpke_seal`] made.
pub(crate) fn hpke_open(
    key: &SealSecretKey,
    info: &[u8],
    data: &[u8],
    sealed: &[u8],
) -> Result<Zeroizing<Vec<u8>>, Error> {
    let (encapsulation, sealed) = sealed.split_at_checked(ENCAPSULATION_SIZE).ok_or(Error::Decrypt)?;
    let encapsulation = <SealKem as Kem>::EncappedKey::from_bytes(encapsulation).map_err(|_| Error::Decrypt)?;
    let key = <SealKem as Kem>::PrivateKey::from_bytes(key.expose()).map_err(|_| Error::Decrypt)?;
    hpke::single_shot_open::<SealAead, SealKdf, SealKem>(&OpModeR::Base, &key, &encapsulation, info, sealed, data)
        .map(Zeroizing::new)
        .map_err(|_| Error::Decrypt)
}

/// The public half of an X-Wing key.
pub(crate) fn seal_public(key: &SealSecretKey) -> Vec<u8> {
    <SealKem as Kem>::PrivateKey::from_bytes(key.expose())
        .map(|key| SealKem::sk_to_pk(&key).to_bytes().to_vec())
        .unwrap_or_default()
}

/// Whether the bytes are an X-Wing public key that can be sealed to.
pub(crate) fn is_seal_public(bytes: &[u8]) -> bool {
    <SealKem as Kem>::PublicKey::from_bytes(bytes).is_ok()
}

/// An Ed25519 key with its public half, which each signature takes. Wiped when it is dropped.
pub(crate) type KeyPair = ed25519_dalek::SigningKey;

/// The Ed25519 key of a seed.
pub(crate) fn key_pair(seed: &Secret<32>) -> KeyPair {
    KeyPair::from_bytes(seed.expose())
}

/// Its public half.
pub(crate) fn verifying(pair: &KeyPair) -> [u8; 32] {
    pair.verifying_key().to_bytes()
}

/// An Ed25519 signature.
pub(crate) fn sign(pair: &KeyPair, message: &[u8]) -> [u8; 64] {
    pair.sign(message).to_bytes()
}

/// `verify_strict`: no malleable signature, no small-order key.
pub(crate) fn verify(key: &[u8; 32], message: &[u8], signature: &[u8; 64]) -> Result<(), Error> {
    ed25519_dalek::VerifyingKey::from_bytes(key)
        .and_then(|key| key.verify_strict(message, &ed25519_dalek::Signature::from_bytes(signature)))
        .map_err(|_| Error::Signature)
}

/// Argon2id: 128 MiB, three passes, one lane. Constant, because another value is another key.
#[cfg(feature = "staff")]
pub(crate) fn argon2id(passphrase: &[u8], salt: &[u8; 16]) -> Result<Secret<32>, Error> {
    let mut out = [0; 32];
    argon2::Params::new(131_072, 3, 1, Some(32))
        .and_then(|params| {
            argon2::Argon2::new(argon2::Algorithm::Argon2id, argon2::Version::V0x13, params)
                .hash_password_into(passphrase, salt, &mut out)
        })
        .map_err(|_| Error::Malformed)?;
    Ok(Secret::new(out))
}

/// Comparison in constant time.
pub(crate) fn equal(left: &[u8], right: &[u8]) -> bool {
    left.ct_eq(right).into()
}

/// Fresh random bytes.
pub(crate) fn random<const N: usize>(rng: &mut impl CryptoRng) -> [u8; N] {
    let mut bytes = [0; N];
    rng.fill_bytes(&mut bytes);
    bytes
}

/// A generator whose stream follows from the seed alone.
pub(crate) fn seeded(seed: &Secret<32>) -> chacha20::ChaCha20Rng {
    chacha20::ChaCha20Rng::from_seed(*seed.expose())
}

#[cfg(test)]
mod tests;
