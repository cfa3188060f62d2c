//! Documents of JSON. Browsers read them with a small reader of our own, which must not see in a document what
//! `serde_json` does not see there.

use super::Read;
use crypto::json;
use crypto::wire;
use serde_json::from_slice;

pub(super) const PARSERS: &[(&str, Read)] = &[
    ("json-batches", agree::<wire::Batches>),
    ("json-epochs", agree::<wire::EpochList>),
    ("json-login", agree::<wire::Login>),
    ("json-organisation", agree::<wire::PublicOrganisation>),
    ("json-released", agree::<wire::Released>),
    ("json-releases", agree::<wire::Releases>),
];

fn agree<T: json::Read + serde::de::DeserializeOwned + serde::Serialize + PartialEq>(input: &[u8]) -> bool {
    let Ok(ours) = json::read::<T>(input) else { return false };
    // The server refuses members that it does not know; a reader of answers passes them over.
    if let Ok(theirs) = from_slice::<T>(input) {
        assert!(theirs == ours, "two readers see two documents");
    }
    assert!(from_slice::<serde_json::Value>(input).is_ok(), "it is no JSON");
    let written = json::write(&ours).expect("a document that was read");
    assert!(json::read::<T>(&written).is_ok_and(|again| again == ours), "it is written as another document");
    assert!(from_slice::<T>(&written).is_ok_and(|again| again == ours), "it is written as another document");
    true
}
