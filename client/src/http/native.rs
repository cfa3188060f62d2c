//! The native way: one origin, no redirect, no cookie, no name of the program, bounded answers, bounded patience.

use super::{Method, Request, refusal};
use crate::clock;
use crate::error::Error;
use std::time::Duration;
use ureq::http::Response;
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

/// Makes requests of this device, and holds the session that a browser would keep in a cookie.
pub(super) struct Direct {
    agent: Agent,
    session: Option<Zeroizing<String>>,
}

/// An answer as it came.
#[cfg(feature = "cli")]
pub(crate) struct Seen {
    /// The HTTP status.
    pub(crate) status: u16,
    /// Names in small letters, and values; a name may be there more than once.
    pub(crate) head: Vec<(String, String)>,
    /// As it was sent.
    pub(crate) body: Vec<u8>,
}

/// Whether a failed try may be tried again with the same bytes.
enum Failure {
    Passing(String),
    Final(Error),
}

impl From<Error> for Failure {
    fn from(error: Error) -> Self {
        match error {
            Error::Unacknowledged(reason) => Self::Passing(reason),
            other => Self::Final(other),
        }
    }
}

impl Direct {
    /// Through a proxy (`socks5h://…`) if one is named.
    pub(super) fn new(proxy: Option<&str>) -> Result<Self, Error> {
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
        Ok(Self { agent, session: None })
    }

    pub(super) fn remember_session(&mut self, session: String) {
        self.session = Some(Zeroizing::new(session));
    }

    /// Sends the same bytes until somebody answers or patience ends. Every request of this program may be repeated:
    /// what it creates has a name of its own.
    pub(super) fn send(&self, origin: &str, request: &Request) -> Result<Vec<u8>, Error> {
        patiently(|| self.attempt(origin, request))
    }

    /// Reads head and body, whatever the status; only where a server is busy it is asked again.
    #[cfg(feature = "cli")]
    pub(super) fn see(&self, origin: &str, path: &str, head: &[(&str, &str)]) -> Result<Seen, Error> {
        patiently(|| {
            let mut request = ureq::http::Request::get(format!("{origin}{path}"));
            for (name, value) in head {
                request = request.header(*name, *value);
            }
            let answer = request.body(()).map_err(ureq::Error::from).and_then(|request| self.agent.run(request));
            let mut answer = answer.map_err(failure)?;
            let body = take(&mut answer, MOST_ANSWER)?;
            let status = answer.status().as_u16();
            if let 429 | 502..=504 = status {
                return Err(refusal(status, &body).into());
            }
            let text = |value: &ureq::http::HeaderValue| String::from_utf8_lossy(value.as_bytes()).into_owned();
            let head = answer.headers().iter().map(|(name, value)| (name.as_str().to_owned(), text(value)));
            Ok(Seen { status, head: head.collect(), body })
        })
    }

    /// One attempt, whose failure is nobody's concern.
    pub(super) fn send_once(&self, origin: &str, request: &Request) {
        let _ = self.attempt(origin, request);
    }

    fn attempt(&self, origin: &str, request: &Request) -> Result<Vec<u8>, Failure> {
        let mut head =
            ureq::http::Request::builder().method(request.method.name()).uri(format!("{origin}{}", request.path));
        if let Some(session) = &self.session {
            head = head.header("authorization", format!("Bearer {}", session.as_str()));
        }
        let answer = if matches!(request.method, Method::Get | Method::Delete) {
            head.body(()).map_err(ureq::Error::from).and_then(|request| self.agent.run(request))
        } else {
            let whole = head.header("content-type", request.kind).body(request.body.as_slice());
            whole.map_err(ureq::Error::from).and_then(|request| self.agent.run(request))
        };
        answer.map_err(failure).and_then(|mut answer| {
            let status = answer.status().as_u16();
            if answer.status().is_success() {
                return take(&mut answer, MOST_ANSWER);
            }
            let problem = take(&mut answer, MOST_PROBLEM).unwrap_or_default();
            Err(refusal(status, &problem).into())
        })
    }
}

/// Tries again until somebody answers or patience ends.
fn patiently<T>(attempt: impl Fn() -> Result<T, Failure>) -> Result<T, Error> {
    let (begun, mut pause) = (clock::Stopwatch::start(), FIRST_PAUSE);
    loop {
        match attempt() {
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

fn take(answer: &mut Response<Body>, most: u64) -> Result<Vec<u8>, Failure> {
    answer.body_mut().with_config().limit(most).read_to_vec().map_err(failure)
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

#[cfg(test)]
mod tests {
    use super::super::Server;
    use crate::{Error, Wait};
    use std::io::{Read, Write};
    use std::net::TcpListener;
    use std::sync::mpsc;

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
        assert_eq!(server.post_bytes("/api/v1/threads", b"BODY").wait().unwrap(), b"ok");
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
        assert!(server.post_bytes("/a", b"BODY").wait().unwrap_err().is_problem("erased"));
        assert!(matches!(server.post_bytes("/a", b"BODY").wait(), Err(Error::Connection(_))));
        assert_eq!(requests.iter().count(), 2);
    }
}
