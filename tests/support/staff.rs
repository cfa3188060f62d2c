//! Signed-in staff who send what no honest desk would.

use super::http::{self, Message};
use super::people::Coach;
use super::service::Service;
use crypto::access::Challenge;
use crypto::staff::{Unlock, sign_login};
use crypto::vault::Vault;
use serde_json::{Value, json};

/// An open session with the keys of its owner.
pub(crate) struct Session {
    pub(crate) bearer: String,
    pub(crate) keys: Vault,
}

/// Opens a session by hand.
pub(crate) fn sign_in(service: &Service, who: &Coach) -> Session {
    let (keys, unlock) = who.keys(service);
    let answer = http::ask(
        &service.address,
        "POST",
        "/api/v1/sessions",
        &[("content-type", "application/json")],
        login(service, who, &unlock).to_string().as_bytes(),
    );
    assert_eq!(answer.status(), 200);
    let bearer = format!("Bearer {}", answer.json()["session"].as_str().unwrap());
    Session { bearer, keys }
}

fn login(service: &Service, who: &Coach, unlock: &Unlock) -> Value {
    let (challenge, day) = challenge(service);
    let organisation = service.organisation(&who.slug).id();
    let origin = service.relay.origin();
    let signature = sign_login(&unlock.login, organisation, &who.account, &origin, crypto::Day(day), &challenge);
    json!({
        "slug": who.slug, "account": who.account, "kit": false, "challenge": text(&challenge.0), "day": day,
        "signature": text(&signature.0), "native": true,
    })
}

/// A fresh challenge and the installation's day.
pub(crate) fn challenge(service: &Service) -> (Challenge, u32) {
    let answer = http::ask(&service.address, "GET", "/api/v1/challenge", &[], &[]).json();
    let bytes: crypto::wire::Bytes = serde_json::from_value(answer["challenge"].clone()).unwrap();
    let day = u32::try_from(answer["today"].as_u64().unwrap()).unwrap();
    (Challenge::try_from(bytes.0.as_slice()).unwrap(), day)
}

/// Bytes as documents carry them.
pub(crate) fn text(bytes: &[u8]) -> Value {
    serde_json::to_value(crypto::wire::Bytes(bytes.to_vec())).unwrap()
}

impl Session {
    /// Sends bytes as she would: JSON where they are a document.
    pub(crate) fn send(&self, service: &Service, method: &str, path: &str, body: &[u8]) -> Message {
        send(service, Some(&self.bearer), method, path, body)
    }
}

/// Sends bytes with or without a session.
pub(crate) fn send(service: &Service, bearer: Option<&str>, method: &str, path: &str, body: &[u8]) -> Message {
    let kind = if body.first() == Some(&b'{') { "application/json" } else { "application/octet-stream" };
    let mut headers = vec![("content-type", kind)];
    headers.extend(bearer.map(|bearer| ("authorization", bearer)));
    http::ask(&service.address, method, path, &headers, body)
}
