//! Requests: one origin, no redirect, no cookie, no name of the program, bounded answers, bounded patience.

use crate::clock;
use crate::error::{Error, Problem};
use serde::Serialize;
use serde::de::DeserializeOwned;
use std::time::Duration;
use ureq::http::{Method, Request, Response};
use ureq::{Agent, Body, Proxy};
use zeroize::Zeroizing;

/// No try begins later than this after the first.
const PATIENCE: Duration = Duration::from_secs(10);
const FIRST_PAUSE: Duration = Duration::from_millis(100);
const LONGEST_PAUSE: Duration = Duration::from_secs(2);
/// One try, directly; a circuit through onion routers may take its time.
const DIRECT: Duration = Duration::from_secs(10);
const PROXIED: Duration = Duration::from_secs(60);
/// Rosters, listings and threads; far above what an honest server sends.
const MOST_ANSWER: u64 = 64 * 1_024 * 1_024;
const MOST_PROBLEM: u64 = 64 * 1_024;
const JSON: &str = "application/json";
const OCTETS: &str = "application/octet-stream";

/// A server at one origin.
pub struct Server {
    agent: Agent,
    origin: String,
    session: Option<Zeroizing<String>>,
}

/// Whether a failed try may be tried again with the same bytes.
enum Failure {
    Passing(String),
    Final(Error),
}

impl Server {
    /// A server by its address, `https://host[:port]`, through a proxy (`socks5h://…`) if one is named.
    ///
    /// # Errors
    /// [`Error::Usage`] for an address with a path, or one that cannot be used; for a proxy that cannot be used: then
    /// nothing is ever sent directly.
    pub fn new(address: &str, proxy: Option<&str>) -> Result<Self, Error> {
        let origin = origin(address).ok_or_else(|| {
            Error::Usage("the address of a server is http:// or https://, a name, and perhaps a port".into())
        })?;
        let unusable = |_| Error::Usage("ALL_PROXY cannot be used: it should be like socks5h://127.0.0.1:9050".into());
        let chosen = proxy.map(Proxy::new).transpose().map_err(unusable)?;
        let agent = Agent::config_builder()
            .timeout_global(Some(if chosen.is_some() { PROXIED } else { DIRECT }))
            .proxy(chosen)
            .http_status_as_error(false)
            .max_redirects(0)
            .max_redirects_will_error(false)
            .user_agent("")
            .accept("")
            .build()
            .new_agent();
        Ok(Self { agent, origin, session: None })
    }

    /// Scheme, host and port as a browser writes them: what mailbox requests and logins are signed for.
    #[must_use]
    pub fn origin(&self) -> &str {
        &self.origin
    }

    pub(crate) fn remember_session(&mut self, session: String) {
        self.session = Some(Zeroizing::new(session));
    }

    pub(crate) fn get<T: DeserializeOwned>(&self, path: &str) -> Result<T, Error> {
        read(&self.send(Method::GET, path, OCTETS, &[])?)
    }

    pub(crate) fn get_bytes(&self, path: &str) -> Result<Vec<u8>, Error> {
        self.send(Method::GET, path, OCTETS, &[])
    }

    pub(crate) fn post<T: DeserializeOwned>(&self, path: &str, document: &impl Serialize) -> Result<T, Error> {
        read(&self.send_document(Method::POST, path, document)?)
    }

    /// Sends a document whose answer says nothing beyond its status.
    pub(crate) fn send_document(
        &self,
        method: Method,
        path: &str,
        document: &impl Serialize,
    ) -> Result<Vec<u8>, Error> {
        let body = serde_json::to_vec(document).map_err(|_| Error::Answer("a document cannot be written"))?;
        self.send(method, path, JSON, &Zeroizing::new(body))
    }

    pub(crate) fn post_bytes(&self, path: &str, body: &[u8]) -> Result<Vec<u8>, Error> {
        self.send(Method::POST, path, OCTETS, body)
    }

    pub(crate) fn put_bytes(&self, path: &str, body: &[u8]) -> Result<Vec<u8>, Error> {
        self.send(Method::PUT, path, OCTETS, body)
    }

    /// One attempt, whose failure is nobody's concern.
    pub(crate) fn delete_quietly(&self, path: &str) {
        let _ = self.attempt(&Method::DELETE, path, OCTETS, &[]);
    }

    /// Sends the same bytes until somebody answers or patience ends. Every request of this program may be repeated:
    /// what it creates has a name of its own.
    fn send(&self, method: Method, path: &str, kind: &str, body: &[u8]) -> Result<Vec<u8>, Error> {
        let (begun, mut pause) = (clock::Stopwatch::start(), FIRST_PAUSE);
        loop {
            match self.attempt(&method, path, kind, body) {
                Ok(answer) => return Ok(answer),
                Err(Failure::Final(error)) => return Err(error),
                Err(Failure::Passing(reason)) if begun.elapsed().saturating_add(pause) >= PATIENCE => {
                    return Err(Error::Unacknowledged(reason));
                }
                Err(Failure::Passing(_)) => std::thread::sleep(pause),
            }
            pause = pause.saturating_mul(2).min(LONGEST_PAUSE);
        }
    }

    fn attempt(&self, method: &Method, path: &str, kind: &str, body: &[u8]) -> Result<Vec<u8>, Failure> {
        let mut request = Request::builder().method(method).uri(format!("{}{path}", self.origin));
        if let Some(session) = &self.session {
            request = request.header("authorization", format!("Bearer {}", session.as_str()));
        }
        let answer = if matches!(*method, Method::GET | Method::DELETE) {
            request.body(()).map_err(ureq::Error::from).and_then(|request| self.agent.run(request))
        } else {
            let request = request.header("content-type", kind).body(body);
            request.map_err(ureq::Error::from).and_then(|request| self.agent.run(request))
        };
        answer.map_err(failure).and_then(|mut answer| {
            let status = answer.status().as_u16();
            if answer.status().is_success() {
                return take(&mut answer, MOST_ANSWER);
            }
            let problem = take(&mut answer, MOST_PROBLEM).unwrap_or_default();
            let problem = serde_json::from_slice(&problem).unwrap_or_default();
            Err(refusal(Problem { status, ..problem }))
        })
    }
}

fn take(answer: &mut Response<Body>, most: u64) -> Result<Vec<u8>, Failure> {
    answer.body_mut().with_config().limit(most).read_to_vec().map_err(failure)
}

fn read<T: DeserializeOwned>(answer: &[u8]) -> Result<T, Error> {
    serde_json::from_slice(answer).map_err(|_| Error::Answer("it may need a newer version of this program"))
}

/// A busy server, or a gateway before one that is down, may answer in a moment; a refusal will not change.
fn refusal(problem: Problem) -> Failure {
    let sealed = ["/problems/ledger-unavailable", "/problems/sealed"].contains(&problem.kind.as_str());
    match problem.status {
        429 | 500 | 502 | 503 | 504 if !sealed => Failure::Passing(problem.to_string()),
        300..400 => Failure::Final(Error::Connection("the server points to another address; use that one".into())),
        _ => Failure::Final(Error::Problem(problem)),
    }
}

fn failure(error: ureq::Error) -> Failure {
    match error {
        ureq::Error::Io(_) | ureq::Error::ConnectionFailed | ureq::Error::Protocol(_) => {
            Failure::Passing("no connection to the server".into())
        }
        ureq::Error::Timeout(_) => Failure::Passing("the server did not answer in time".into()),
        ureq::Error::HostNotFound => Failure::Passing("the server's name cannot be found".into()),
        ureq::Error::ConnectProxyFailed(_) => Failure::Passing("the proxy gave no connection".into()),
        ureq::Error::Tls(_) | ureq::Error::Rustls(_) | ureq::Error::TlsRequired => {
            Failure::Final(Error::Connection("its certificate does not hold".into()))
        }
        ureq::Error::BodyExceedsLimit(_) => Failure::Final(Error::Answer("it is far too long")),
        ureq::Error::InvalidProxyUrl => Failure::Final(Error::Usage("the proxy cannot be used".into())),
        _ => Failure::Final(Error::Connection("the request could not be made".into())),
    }
}

/// Scheme, host and port of an address that has nothing else, without a port that goes without saying.
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
    use std::io::{Read, Write};
    use std::net::TcpListener;
    use std::sync::mpsc;

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

    /// Answers each request with the next of `answers` and hands out what was asked.
    fn serve(answers: Vec<&'static str>) -> (Server, mpsc::Receiver<String>) {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let server = Server::new(&format!("http://{}", listener.local_addr().unwrap()), None).unwrap();
        let (asked, requests) = mpsc::channel();
        std::thread::spawn(move || {
            for answer in answers {
                let (mut stream, _) = listener.accept().unwrap();
                let mut request = Vec::new();
                let mut buffer = [0; 4_096];
                while !String::from_utf8_lossy(&request).contains("BODY") {
                    let count = stream.read(&mut buffer).unwrap();
                    request.extend_from_slice(&buffer[..count]);
                }
                asked.send(String::from_utf8(request).unwrap()).unwrap();
                stream.write_all(answer.as_bytes()).unwrap();
            }
        });
        (server, requests)
    }

    #[test]
    fn a_request_says_nothing_of_who_sends_it_and_is_repeated_byte_for_byte() {
        let busy = "HTTP/1.1 503 x\r\nconnection: close\r\ncontent-length: 0\r\n\r\n";
        let good = "HTTP/1.1 200 x\r\nconnection: close\r\ncontent-length: 2\r\n\r\nok";
        let (server, requests) = serve(vec![busy, "", good]);
        assert_eq!(server.post_bytes("/api/v1/threads", b"BODY").unwrap(), b"ok");
        let asked: Vec<String> = requests.iter().collect();
        assert_eq!(asked.len(), 3);
        assert!(asked.iter().all(|request| *request == asked[0]));
        let names: Vec<_> = asked[0].lines().filter_map(|line| Some(line.split_once(':')?.0.to_lowercase())).collect();
        assert!(
            names.iter().all(|name| ["host", "content-type", "content-length"].contains(&name.as_str())),
            "{names:?}"
        );
    }

    #[test]
    fn a_refusal_and_a_redirect_end_it_at_once() {
        let body = r#"{"type":"/problems/erased","title":"It was erased.","status":410}"#;
        let refused = format!("HTTP/1.1 410 x\r\nconnection: close\r\ncontent-length: {}\r\n\r\n{body}", body.len());
        let moved = "HTTP/1.1 302 x\r\nconnection: close\r\nlocation: http://127.0.0.1:1/\r\ncontent-length: 0\r\n\r\n";
        let (server, requests) = serve(vec![refused.leak(), moved]);
        assert!(server.post_bytes("/a", b"BODY").unwrap_err().is_problem("erased"));
        assert!(matches!(server.post_bytes("/a", b"BODY"), Err(Error::Connection(_))));
        assert_eq!(requests.iter().count(), 2);
    }
}
