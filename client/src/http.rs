//! Requests: what the journeys ask of a server, whichever way the bytes go.

mod line;
#[cfg(not(target_arch = "wasm32"))]
pub(crate) mod native;
#[cfg(feature = "staff")]
mod staff;

pub use line::{Answer, Event, Line};

use crate::error::{Error, Problem};
use crypto::json;
use std::pin::Pin;
use zeroize::Zeroizing;

const OCTETS: &str = "application/octet-stream";

/// What is done to an address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Method {
    /// Reads.
    Get,
    /// Adds.
    Post,
    /// Replaces.
    Put,
    /// Ends.
    Delete,
}

impl Method {
    /// As it stands in a request.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Get => "GET",
            Self::Post => "POST",
            Self::Put => "PUT",
            Self::Delete => "DELETE",
        }
    }
}

/// One request, without the origin. It may be sent again byte for byte.
pub struct Request {
    /// What is done.
    pub method: Method,
    /// From the first slash.
    pub path: String,
    /// Media type of the body.
    pub kind: &'static str,
    /// Empty with [`Method::Get`] and [`Method::Delete`].
    pub body: Zeroizing<Vec<u8>>,
}

/// A server at one origin.
pub struct Server {
    origin: String,
    way: Way,
}

/// The body of an answer, to wait for. In a box: a journey waits in many places, and would have the whole of it in each.
pub(crate) type Answering<'a> = Pin<Box<dyn Future<Output = Result<Vec<u8>, Error>> + 'a>>;

enum Way {
    #[cfg(not(target_arch = "wasm32"))]
    Direct(native::Direct),
    Line(Line),
}

impl Server {
    /// A server by its address, `https://host[:port]`, through a proxy (`socks5h://…`) if one is named.
    ///
    /// # Errors
    /// [`Error::Usage`] for an address with a path, or one that cannot be used; for a proxy that cannot be used: then
    /// nothing is ever sent directly.
    #[cfg(not(target_arch = "wasm32"))]
    pub fn new(address: &str, proxy: Option<&str>) -> Result<Self, Error> {
        let origin = origin(address).ok_or_else(|| {
            Error::Usage("the address of a server is http:// or https://, a name, and perhaps a port".into())
        })?;
        Ok(Self { origin, way: Way::Direct(native::Direct::new(proxy)?) })
    }

    /// A server that somebody else asks for us. `origin` is written as browsers write it.
    #[must_use]
    pub fn on_line(origin: &str, line: Line) -> Self {
        Self { origin: origin.into(), way: Way::Line(line) }
    }

    /// Scheme, host and port as a browser writes them: what mailbox requests and logins are signed for.
    #[must_use]
    pub fn origin(&self) -> &str {
        &self.origin
    }

    /// Reads an address as it stands there: head and body, whatever the status says.
    ///
    /// # Errors
    /// What the connection answers.
    #[cfg(all(feature = "cli", not(target_arch = "wasm32")))]
    pub(crate) fn see(&self, path: &str, head: &[(&str, &str)]) -> Result<native::Seen, Error> {
        match &self.way {
            Way::Direct(direct) => direct.see(&self.origin, path, head),
            Way::Line(_) => Err(Error::Connection("a browser hands out no heads".into())),
        }
    }

    /// Tells whoever makes our requests how far it is.
    pub(crate) async fn progress(&self, done: usize, total: usize) {
        match &self.way {
            #[cfg(not(target_arch = "wasm32"))]
            Way::Direct(_) => {}
            Way::Line(line) => drop(line.exchange(Event::Progress { done, total }).await),
        }
    }

    pub(crate) async fn get<T: json::Read>(&self, path: &str) -> Result<T, Error> {
        read(&self.get_bytes(path).await?)
    }

    pub(crate) fn get_bytes(&self, path: &str) -> Answering<'_> {
        self.send(Method::Get, path, OCTETS, Vec::new())
    }

    pub(crate) fn post_bytes(&self, path: &str, body: &[u8]) -> Answering<'_> {
        self.send(Method::Post, path, OCTETS, body.to_vec())
    }

    fn send(&self, method: Method, path: &str, kind: &'static str, body: Vec<u8>) -> Answering<'_> {
        let request = request(method, path, kind, body);
        Box::pin(async move {
            match &self.way {
                #[cfg(not(target_arch = "wasm32"))]
                Way::Direct(direct) => direct.send(&self.origin, &request),
                Way::Line(line) => match line.exchange(Event::Request(request)).await {
                    Answer::Status(200..300, body) => Ok(body),
                    Answer::Status(status, body) => Err(refusal(status, &body)),
                    Answer::Nothing | Answer::Go => Err(Error::Unacknowledged("no connection to the server".into())),
                },
            }
        })
    }
}

fn request(method: Method, path: &str, kind: &'static str, body: Vec<u8>) -> Request {
    Request { method, path: path.into(), kind, body: Zeroizing::new(body) }
}

pub(crate) fn read<T: json::Read>(answer: &[u8]) -> Result<T, Error> {
    json::read(answer).map_err(|_| Error::Answer("it may need a newer version of this program"))
}

/// A busy server, or a gateway before one that is down, may answer in a moment: nothing was acknowledged. A refusal
/// will not change.
fn refusal(status: u16, body: &[u8]) -> Error {
    let problem = Problem { status, ..json::read(body).unwrap_or_default() };
    match status {
        429 | 500 | 502 | 503 | 504 if problem.kind != "/problems/sealed" => Error::Unacknowledged(problem.sentence()),
        300..400 => Error::Connection("the server points to another address; use that one".into()),
        _ => Error::Problem(Box::new(problem)),
    }
}

/// Scheme, host and port of an address that has nothing else, without a port that goes without saying.
#[cfg(not(target_arch = "wasm32"))]
fn origin(address: &str) -> Option<String> {
    let uri: ureq::http::Uri = address.trim().parse().ok()?;
    let (scheme, authority) = (uri.scheme_str()?.to_ascii_lowercase(), uri.authority()?);
    let usual = match scheme.as_str() {
        "http" => 80,
        "https" => 443,
        _ => return None,
    };
    if !matches!(uri.path(), "" | "/") || uri.query().is_some() || authority.as_str().contains('@') {
        return None;
    }
    let host = authority.host().to_ascii_lowercase();
    let port = authority.port_u16().filter(|port| *port != usual);
    (!host.is_empty())
        .then(|| port.map_or_else(|| format!("{scheme}://{host}"), |port| format!("{scheme}://{host}:{port}")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_origin_is_written_as_browsers_write_it() {
        for (address, expected) in [
            ("http://127.0.0.1:8080", Some("http://127.0.0.1:8080")),
            ("http://127.0.0.1:8080/", Some("http://127.0.0.1:8080")),
            ("HTTPS://Report.Example:443", Some("https://report.example")),
            ("http://[::1]:80", Some("http://[::1]")),
            ("https://report.example:80", Some("https://report.example:80")),
            ("https://report.example/team", None),
            ("https://report.example/?a", None),
            ("https://me@report.example", None),
            ("ftp://report.example", None),
            ("report.example", None),
            ("", None),
        ] {
            assert_eq!(origin(address).as_deref(), expected, "{address}");
        }
        assert!(matches!(Server::new("http://a.example", Some("carrier pigeon")), Err(Error::Usage(_))));
    }
}
