//! Codes of the gate, and what is signed with their keys.

use super::hex;
use crate::Error;
use crate::gate::GateCode;
use crate::tests::samples::{ORGANISATION, Staff, new_thread, reporter};
use serde_json::{Value, json};

const TEXT: &str = "abacus bagel yo-yo cactus zoom";

pub(super) fn gate() -> Value {
    let read = |text: &str| GateCode::parse(text);
    let typed = [
        "Abacus Bagel YO-YO cactus zoom",
        " abacus.bagel+yo-yo, cactus\nzoom ",
        "abacus - bagel - yo-yo - cactus - zoom",
    ];
    assert!(typed.iter().all(|typed| read(typed).is_ok_and(|code| code.text() == TEXT)));
    let refused =
        ["", "abacus bagel yo-yo cactus", "abacus bagel yo-yo cactus zoom zoom", "abacus-bagel-yo-yo-cactus-zoom"];
    assert!(refused.iter().all(|text| matches!(read(text), Err(Error::Words))));
    let code = read(TEXT).unwrap();
    let keys = [1, 2, u32::MAX].map(|period| {
        let key = code.key(ORGANISATION, period);
        json!({ "period": period, "seed": hex(key.seed().expose()), "public": hex(key.verifying_key().0) })
    });
    let mut creation = new_thread(&reporter(9), &[&Staff::new(1)], 4);
    creation.sign_gate(&code.key(ORGANISATION, 1));
    json!({
        "organisation": hex(ORGANISATION),
        "text": TEXT,
        "read_alike": typed,
        "refused": refused,
        "keys": keys,
        "header": hex(creation.header.to_bytes()),
        "proof": hex(creation.gate.unwrap().0),
        "creation": hex(creation.to_bytes()),
    })
}
