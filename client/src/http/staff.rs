//! What only a desk asks: a session, documents that go out.

use super::{Answering, Method, OCTETS, Server, Way, read};
use crate::error::Error;
use crypto::json;
use serde::Serialize;
use std::future::ready;

const JSON: &str = "application/json";

impl Server {
    /// Whether a session is kept here, and not in a browser's cookie.
    pub(crate) const fn keeps_session(&self) -> bool {
        !matches!(self.way, Way::Line(_))
    }

    #[cfg_attr(
        target_arch = "wasm32",
        expect(clippy::unused_self, clippy::needless_pass_by_ref_mut, reason = "a cookie")
    )]
    pub(crate) fn remember_session(&mut self, _session: String) {
        #[cfg(not(target_arch = "wasm32"))]
        if let Way::Direct(direct) = &mut self.way {
            direct.remember_session(_session);
        }
    }

    pub(crate) async fn post<T: json::Read>(&self, path: &str, document: &impl Serialize) -> Result<T, Error> {
        read(&self.send_document(Method::Post, path, document).await?)
    }

    /// Sends a document whose answer says nothing beyond its status.
    pub(crate) fn send_document(&self, method: Method, path: &str, document: &impl Serialize) -> Answering<'_> {
        match json::write(document) {
            Ok(body) => self.send(method, path, JSON, body),
            Err(error) => Box::pin(ready(Err(error.into()))),
        }
    }

    pub(crate) fn put_bytes(&self, path: &str, body: &[u8]) -> Answering<'_> {
        self.send(Method::Put, path, OCTETS, body.to_vec())
    }

    /// One attempt, whose failure is nobody's concern.
    #[cfg(not(target_arch = "wasm32"))]
    pub(crate) fn delete_quietly(&self, path: &str) {
        if let Way::Direct(direct) = &self.way {
            direct.send_once(&self.origin, &super::request(Method::Delete, path, OCTETS, Vec::new()));
        }
    }
}
