//! Unlocking, vaults, words.

use super::hex;
use crate::access::Challenge;
use crate::staff::{Invitation, RecoveryKit, SessionToken, Unlock, sign_login};
use crate::tests::samples::{ORGANISATION, Staff, TODAY, reporter, rng};
use crate::vault::{Unopened, Vault, WrapKind};
use crate::words::{Fingerprint, normal_passphrase};
use crate::{Digest, Secret};
use serde_json::{Value, json};

pub(super) fn staff() -> Value {
    let typed = "  Abacus.abdomen+ABDOMINAL abide  abiding\tability ";
    let passphrase = Unlock::from_passphrase(ORGANISATION, "an", typed).unwrap();
    let kit = RecoveryKit::make(&mut rng(61));
    let by_kit = Unlock::from_kit(ORGANISATION, "an", &kit);
    let invitation = Invitation::make(&mut rng(62));
    let session = SessionToken::make(&mut rng(63));
    let challenge = Challenge::make(&Secret::new([6; 32]), 29_000_000, &mut rng(53));
    let origin = "https://report.example";
    let login = sign_login(&passphrase.login, ORGANISATION, "an", origin, TODAY, &challenge);
    let words = [[0; 32], [0xff; 32], [0x5a; 32]]
        .map(|digest| json!({ "digest": hex(digest), "words": Fingerprint::of(&Digest(digest)).to_words() }));
    json!({
        "organisation": hex(ORGANISATION),
        "account": "an",
        "passphrase": {
            "typed": typed,
            "hashed": *normal_passphrase(typed),
            "login_seed": hex(passphrase.login.seed().expose()),
            "login": hex(passphrase.login.verifying_key().0),
            "vault_key": hex(passphrase.vault.expose()),
        },
        "kit": {
            "text": *kit.to_text(ORGANISATION),
            "login_seed": hex(by_kit.login.seed().expose()),
            "vault_key": hex(by_kit.vault.expose()),
        },
        "login": {
            "origin": origin,
            "day": TODAY.0,
            "challenge": hex(challenge.0),
            "signature": hex(login.0),
        },
        "invitation": { "text": *invitation.to_text(), "digest": hex(invitation.digest()) },
        "session": { "text": *session.to_text(), "digest": hex(session.digest()) },
        "fingerprints": words,
        "vault": vault(&passphrase.vault, &by_kit.vault),
    })
}

fn vault(passphrase: &Secret<32>, kit: &Secret<32>) -> Value {
    let (an, waiting) = (Staff::new(1), reporter(9).thread_key);
    let vault = Vault {
        organisation: ORGANISATION,
        person: an.id,
        account: "an".into(),
        sign: an.sign,
        seal: an.seal,
        rows: Secret::new([5; 32]),
        cursor: 7,
        roster: (3, Digest([6; 32])),
        ledger: (400, Digest([7; 32])),
        unopened: core::iter::once((waiting.thread(), Unopened { day: TODAY, key: waiting.clone() })).collect(),
    };
    let ways = [(WrapKind::Passphrase, passphrase), (WrapKind::RecoveryKit, kit)];
    let (first, master) = vault.create(&ways, &mut rng(64));
    let second = vault.save(&first, &master, &mut rng(65));
    assert!(second.open(WrapKind::RecoveryKit, kit).is_ok_and(|(opened, _)| opened.cursor == 7));
    json!({
        "person": hex(vault.person),
        "sign_seed": hex(vault.sign.seed().expose()),
        "seal_seed": hex(vault.seal.seed().expose()),
        "rows": hex(vault.rows.expose()),
        "cursor": vault.cursor,
        "roster": [vault.roster.0, hex(vault.roster.1)],
        "ledger": [vault.ledger.0, hex(vault.ledger.1)],
        "unopened": [[hex(waiting.thread()), TODAY.0, hex(waiting.secret().expose())]],
        "first": hex(first.to_bytes()),
        "second": hex(second.to_bytes()),
    })
}
