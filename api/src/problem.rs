//! Problem documents (RFC 9457): every error answer of this server has this form and one of these types.

use actix_web::HttpResponse;
use actix_web::http::{StatusCode, header};
use crypto::ThreadId;
use crypto::wire::Counter;
use serde::Serialize;
use std::collections::BTreeMap;

macro_rules! problems {
    ($($(#[$doc:meta])* $name:ident = $slug:literal, $status:ident, $title:literal;)*) => {
        /// What can go wrong, as far as the asker is concerned.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum ProblemType { $($(#[$doc])* $name),* }

        impl ProblemType {
            /// All of them, for the pages that explain them.
            pub const ALL: &'static [Self] = &[$(Self::$name),*];

            /// The path that names the type, and where a page explains it.
            #[must_use]
            pub const fn uri(self) -> &'static str {
                match self { $(Self::$name => concat!("/problems/", $slug)),* }
            }

            /// The status it is answered with.
            #[must_use]
            pub const fn status(self) -> StatusCode {
                match self { $(Self::$name => StatusCode::$status),* }
            }

            /// One short sentence, the same each time.
            #[must_use]
            pub const fn title(self) -> &'static str {
                match self { $(Self::$name => $title),* }
            }
        }
    };
}

problems! {
    /// Nothing here, or nothing the asker may know of.
    NotFound = "not-found", NOT_FOUND, "There is nothing here.";
    /// The address exists, the method does not.
    MethodNotAllowed = "method-not-allowed", METHOD_NOT_ALLOWED, "This address does not know that method.";
    /// Not in the expected form.
    Malformed = "malformed", BAD_REQUEST, "The request is not in the expected form.";
    /// Larger than this address takes.
    TooLarge = "too-large", PAYLOAD_TOO_LARGE, "This is more than can be taken at once.";
    /// A file that is one too many, or too large.
    NoRoom = "no-room", PAYLOAD_TOO_LARGE, "There is no room for this file.";
    /// Of another kind than this address takes.
    UnsupportedMediaType = "unsupported-media-type", UNSUPPORTED_MEDIA_TYPE, "This kind of content is not taken here.";
    /// Came too slowly.
    Timeout = "timeout", REQUEST_TIMEOUT, "The request came too slowly.";
    /// No session, or one that ended.
    SignIn = "sign-in", UNAUTHORIZED, "Sign in first.";
    /// A signature, proof or role does not allow this.
    Forbidden = "forbidden", FORBIDDEN, "This is not allowed.";
    /// Other bytes stand under the same key.
    Conflict = "conflict", CONFLICT, "Something else already stands there.";
    /// Based on an older state; the document's `current` names the one that stands.
    Stale = "stale", CONFLICT, "This is based on an older state.";
    /// It was there and its owner erased it.
    Erased = "erased", GONE, "This was erased.";
    /// A proof of work is missing or too small; the document's `bits` says how much.
    MoreWork = "more-work", PRECONDITION_REQUIRED, "This needs a proof of work.";
    /// The organisation asks for a code, and this was not made with one that counts.
    GateCode = "gate-code", FORBIDDEN, "Whoever reports here needs the code that everybody has: it stands on the poster.";
    /// A budget is used up.
    TooMany = "too-many", TOO_MANY_REQUESTS, "Too many requests of this kind at the moment.";
    /// Too much to do, or the database is not there. Nothing was acknowledged.
    Busy = "busy", SERVICE_UNAVAILABLE, "Nothing was acknowledged: try again in a moment.";
    /// The access log contradicts its pin.
    Sealed = "sealed", SERVICE_UNAVAILABLE, "Reading is closed until the access log is reconciled.";
    /// Our fault.
    Internal = "internal", INTERNAL_SERVER_ERROR, "Something went wrong on our side.";
}

/// The document: type, title, status, perhaps a detail and members of its own.
#[derive(Debug, Serialize)]
pub struct Problem {
    #[serde(rename = "type")]
    kind: &'static str,
    title: &'static str,
    status: u16,
    #[serde(skip_serializing_if = "Option::is_none")]
    detail: Option<&'static str>,
    #[serde(flatten)]
    members: BTreeMap<&'static str, u64>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    counters: Vec<Counter>,
    #[serde(skip)]
    of: ProblemType,
}

impl Problem {
    /// The media type of RFC 9457.
    pub const MEDIA_TYPE: &'static str = "application/problem+json";

    /// A document of this type.
    #[must_use]
    pub fn new(of: ProblemType) -> Self {
        Self {
            kind: of.uri(),
            title: of.title(),
            status: of.status().as_u16(),
            detail: None,
            members: BTreeMap::new(),
            counters: Vec::new(),
            of,
        }
    }

    /// The nearest type for a status that no handler of ours gave.
    #[must_use]
    pub fn of_status(status: StatusCode) -> Self {
        let known = ProblemType::ALL.iter().find(|kind| kind.status() == status);
        Self::new(known.copied().unwrap_or(if status.is_server_error() {
            ProblemType::Internal
        } else {
            ProblemType::Malformed
        }))
    }

    /// Says what is wrong. Only words that stand in this program: nothing a request brought.
    #[must_use]
    pub const fn detail(mut self, detail: &'static str) -> Self {
        self.detail = Some(detail);
        self
    }

    /// Adds a number under a name.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: u64) -> Self {
        self.members.insert(name, value);
        self
    }

    /// Adds the access counters that stand.
    #[must_use]
    pub fn counters(mut self, counters: &[(ThreadId, u32)]) -> Self {
        self.counters =
            counters.iter().map(|(thread, counter)| Counter { thread: *thread, counter: *counter }).collect();
        self
    }

    /// The status.
    #[must_use]
    pub const fn status(&self) -> StatusCode {
        self.of.status()
    }

    /// Whether it is our fault.
    #[must_use]
    pub fn is_internal(&self) -> bool {
        self.of == ProblemType::Internal
    }

    /// The answer.
    #[must_use]
    pub fn response(&self) -> HttpResponse {
        let mut response = HttpResponse::build(self.status());
        response.insert_header((header::CONTENT_TYPE, Self::MEDIA_TYPE));
        if matches!(self.of, ProblemType::Busy | ProblemType::TooMany) {
            response.insert_header((header::RETRY_AFTER, "2"));
        }
        // A map with string keys and numbers always has a JSON form.
        response.body(serde_json::to_vec(self).unwrap_or_default())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Error;
    use actix_web::ResponseError;
    use actix_web::body::MessageBody;
    use std::collections::BTreeSet;

    #[test]
    fn every_type_has_an_address_of_its_own() {
        let uris: BTreeSet<_> = ProblemType::ALL.iter().map(|kind| kind.uri()).collect();
        assert_eq!(uris.len(), ProblemType::ALL.len());
        assert!(ProblemType::ALL.iter().all(|kind| kind.status().is_client_error() || kind.status().is_server_error()));
    }

    #[test]
    fn a_stale_act_is_told_what_stands() {
        let response = Error::Stale { current: 7 }.error_response();
        assert_eq!(response.status(), StatusCode::CONFLICT);
        assert_eq!(response.headers().get(header::CONTENT_TYPE).unwrap(), Problem::MEDIA_TYPE);
        let body = response.into_body().try_into_bytes().unwrap();
        let document: serde_json::Value = serde_json::from_slice(&body).unwrap();
        assert_eq!(document["type"], "/problems/stale");
        assert_eq!(document["status"], 409);
        assert_eq!(document["current"], 7);
    }

    #[test]
    fn what_is_our_fault_is_told_without_detail() {
        let response = Error::Refused(String::from("a path on the server")).error_response();
        assert_eq!(response.status(), StatusCode::INTERNAL_SERVER_ERROR);
        let body = response.into_body().try_into_bytes().unwrap();
        assert!(!String::from_utf8_lossy(&body).contains("path"));
    }

    #[test]
    fn busy_says_when_to_come_back() {
        assert!(Error::Busy.error_response().headers().contains_key(header::RETRY_AFTER));
    }
}
