//! Bad input of every kind on every route: a problem document of a known type, never a fault of ours, and what was
//! stored before is there afterwards.

use super::replay::story;
use crate::support::databases::databases;
use crate::support::http::{Connection, Message, request};
use crate::support::people::{Team, lines};
use crate::support::service::{Service, Ticks};
use crate::support::staff::{self, Session};
use client::Wait;
use client::entropy::generator;
use rand_core::Rng;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::time::Instant;

/// The types of problems, as clients know them.
const PROBLEMS: [&str; 15] = [
    "not-found",
    "method-not-allowed",
    "malformed",
    "too-large",
    "no-room",
    "unsupported-media-type",
    "timeout",
    "sign-in",
    "forbidden",
    "conflict",
    "stale",
    "erased",
    "more-work",
    "too-many",
    "busy",
];
const JSON: &str = "application/json";
pub(super) const OCTETS: &str = "application/octet-stream";

/// A route as it is described, and the last good request to it.
pub(super) struct Route {
    pub(super) method: String,
    pub(super) path: String,
    pub(super) kind: &'static str,
    pub(super) good: Vec<u8>,
}

/// Every route of the description, with what an honest client sent to it.
pub(super) fn routes(service: &Service, passed: &BTreeMap<(String, String), Vec<u8>>) -> Vec<Route> {
    let described = staff::send(service, None, "GET", "/api/openapi.json", &[]).json();
    let mut routes = Vec::new();
    for (path, methods) in described["paths"].as_object().unwrap() {
        for (method, operation) in methods.as_object().unwrap() {
            let kinds = operation["requestBody"]["content"].as_object();
            let kind = if kinds.is_some_and(|kinds| kinds.contains_key(JSON)) { JSON } else { OCTETS };
            let (method, path) = (method.to_uppercase(), path.replace("{slug}", "zonnehuis"));
            let good = passed.get(&(method.clone(), path.clone())).cloned().unwrap_or_default();
            routes.push(Route { method, path, kind, good });
        }
    }
    assert!(routes.len() > 25, "the description is not where this test looks");
    routes
}

/// Who asks, and where.
pub(super) struct Attack<'a> {
    pub(super) service: &'a Service,
    pub(super) session: &'a Session,
    pub(super) problems: BTreeSet<String>,
    pub(super) asked: usize,
}

/// A person who asks for what is not there gets a page that repeats nothing of what she asked.
fn says_nothing_of_it(service: &Service, path: &str) {
    let answer = Connection::open(&service.address).ask(&request("GET", path, &[], &[])).unwrap();
    assert_eq!(answer.status(), 404, "{path}: {answer:?}");
    let kind = answer.header("content-type").unwrap();
    assert!(kind.starts_with("text/") && answer.header("cache-control") == Some("no-store"), "{path}: {answer:?}");
    let asked = path.rsplit(['/', '?']).next().unwrap();
    assert!(!String::from_utf8_lossy(&answer.body).contains(asked), "{path}: {answer:?}");
}

impl Attack<'_> {
    fn ask(&mut self, route: &Route, method: &str, path: &str, kind: &str, body: &[u8]) -> Option<Message> {
        let bearer = self.session.bearer.as_str();
        // Whoever ends the session ends this attack.
        let signed_in = route.path != "/api/v1/session";
        let headers = [("content-type", kind), ("authorization", if signed_in { bearer } else { "Bearer none" })];
        let answer = Connection::open(&self.service.address).ask(&request(method, path, &headers, body));
        self.asked += 1;
        if let Some(answer) = &answer {
            self.check(answer, &format!("{method} {path} with {} bytes of {kind}", body.len()));
        }
        answer
    }

    /// A problem document of a known type whose status is the answer's, unless it is a success.
    pub(super) fn check(&mut self, answer: &Message, what: &str) {
        let status = answer.status();
        assert!(status < 500 || status == 503, "{what}: {answer:?}");
        if status < 400 {
            return;
        }
        assert_eq!(answer.header("content-type"), Some("application/problem+json"), "{what}: {answer:?}");
        let document = answer.json();
        let kind = document["type"].as_str().unwrap().strip_prefix("/problems/").unwrap();
        assert!(PROBLEMS.contains(&kind), "{what}: {document}");
        assert_eq!(document["status"], Value::from(status), "{what}");
        assert!(document["title"].as_str().is_some_and(|title| !title.is_empty()));
        assert_eq!(answer.header("cache-control"), Some("no-store"), "{what}");
        self.problems.insert(kind.to_owned());
    }

    fn refused(&mut self, route: &Route, kind: &str, body: &[u8], expected: &[u16]) {
        let answer = self.ask(route, &route.method.clone(), &route.path.clone(), kind, body).unwrap();
        let (method, path) = (&route.method, &route.path);
        assert!(expected.contains(&answer.status()), "{method} {path} with {} bytes: {answer:?}", body.len());
    }
}

/// Lengths to cut at: the first bytes, the last ones, and places between.
fn cuts(length: usize) -> BTreeSet<usize> {
    let ends = (0..length.min(40)).chain(length.saturating_sub(20)..length);
    ends.chain((0..length).step_by((length / 40).max(1))).collect()
}

#[test]
fn bad_input_on_every_route_is_refused_in_a_known_form_and_changes_nothing() {
    for database in databases() {
        let team = Team::begin(&database, Ticks::Immediate);
        let (passed, token) = story(&team);
        let before = lines(&team.read(&token).messages);
        let sent = passed.iter().map(|exchange| {
            let (method, path) = exchange.request.route();
            ((method.to_owned(), path.to_owned()), exchange.request.body.clone())
        });
        let routes = routes(&team.service, &sent.collect());
        let session = staff::sign_in(&team.service, &team.an);
        let mut attack = Attack { service: &team.service, session: &session, problems: BTreeSet::new(), asked: 0 };
        let takes_body = |route: &&Route| matches!(route.method.as_str(), "POST" | "PUT");
        for route in routes.iter().filter(takes_body) {
            let path = &route.path;
            // Nothing was taken back, and reading was open all the time.
            let outside = ["take-back", "reconciliation"].iter().any(|end| path.ends_with(end));
            assert!(!route.good.is_empty() || outside, "{path} was not part of the story");
            attack.refused(route, route.kind, &[], &[400, 403]);
            let other = if route.kind == JSON { OCTETS } else { JSON };
            if route.kind == JSON {
                for other in
                    [other, "text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x"]
                {
                    attack.refused(route, other, &route.good, &[415]);
                }
            }
            for length in cuts(route.good.len()) {
                let cut = &route.good[..length];
                attack.refused(route, route.kind, cut, &[400, 401, 403, 404, 409, 428]);
            }
            let longer = [route.good.as_slice(), b"!"].concat();
            attack.refused(route, route.kind, &longer, &[400, 403, 409, 413, 428]);
            let mut version = route.good.clone();
            if let (OCTETS, Some(first)) = (route.kind, version.first_mut()) {
                *first = 0xfe;
                attack.refused(route, route.kind, &version, &[400, 403]);
            }
            for length in [1, 7, 64, 1_000, 4_000] {
                let mut garbage = vec![0; length];
                generator().unwrap().fill_bytes(&mut garbage);
                attack.refused(route, route.kind, &garbage, &[400, 403, 413]);
            }
            let big = vec![b' '; 12 << 20];
            let (method, head) =
                (route.method.as_str(), [("content-type", route.kind), ("authorization", &session.bearer)]);
            let mut connection = Connection::open(&team.service.address);
            if let Some(answer) = connection.ask(&request(method, path, &head, &big)) {
                attack.check(&answer, path);
                assert_eq!(answer.status(), 413, "{path}");
            }
            if route.kind == JSON {
                json(&mut attack, route);
            }
        }
        for route in &routes {
            for method in ["GET", "POST", "PUT", "DELETE", "PATCH", "TRACE", "BREW"] {
                if routes.iter().any(|other| other.path == route.path && other.method == method) {
                    continue;
                }
                let answer = attack.ask(route, method, &route.path, OCTETS, &[]);
                assert!(answer.is_some_and(|answer| matches!(answer.status(), 404 | 405)), "{method} {}", route.path);
            }
            for path in [format!("{}/more", route.path), format!("{}%00", route.path), format!("{}%ff", route.path)] {
                attack.ask(route, &route.method, &path, OCTETS, &[]);
            }
        }
        for path in [
            "//",
            "/%2e%2e/%2e%2e/etc/passwd",
            "/api/v1/organisations/%ff",
            "/api/v1/organisations/../..",
            "/api/x?%ff",
        ] {
            attack.ask(&routes[0], "GET", path, OCTETS, &[]);
        }
        for path in ["/x?%ff", "/xx/%ff", "/desk/%ff", "/team/nl/%00"] {
            says_nothing_of_it(attack.service, path);
        }
        for query in ["after=-1", "after=x", "after=99999999999999999999", "after=1&after=2", "before=1", "%ff"] {
            attack.ask(&routes[0], "GET", &format!("/api/v1/desk/batches?{query}"), OCTETS, &[]);
        }
        assert!(attack.asked > 1_500, "{}", attack.asked);
        for expected in
            ["malformed", "too-large", "unsupported-media-type", "method-not-allowed", "not-found", "forbidden"]
        {
            assert!(attack.problems.contains(expected), "{:?}", attack.problems);
        }

        assert_eq!(lines(&team.read(&token).messages), before);
        let rng = &mut generator().unwrap();
        let mut an = team.an.sit(&team.service);
        an.inbox(rng).wait().unwrap();
        assert_eq!(an.show(1, None, rng).wait().unwrap().messages.len(), before.len());
    }
}

/// What only documents can have wrong.
fn json(attack: &mut Attack<'_>, route: &Route) {
    let Ok(Value::Object(good)) = serde_json::from_slice(&route.good) else { return };
    let text = String::from_utf8(route.good.clone()).unwrap();
    let deep = format!("{}{}", "[".repeat(900), "]".repeat(900));
    let bad = [
        "null".to_owned(),
        "[]".to_owned(),
        "{}".to_owned(),
        "\u{feff}{}".to_owned(),
        deep.clone(),
        format!("{{\"a\":{deep}}}"),
        // The first key once more.
        {
            let (name, value) = good.iter().next().unwrap();
            text.replacen('{', &format!("{{\"{name}\":{value},"), 1)
        },
    ];
    for body in &bad {
        attack.refused(route, JSON, body.as_bytes(), &[400, 413]);
    }
    let not_text = [&text.as_bytes()[..1], b"\"\xff\xfe\":1,", &text.as_bytes()[1..]].concat();
    attack.refused(route, JSON, &not_text, &[400]);
    for (name, value) in &good {
        let absurd = [
            Value::Null,
            Value::Bool(true),
            Value::from(-1),
            Value::from(u64::MAX),
            Value::from(1e300),
            Value::from("\u{0}"),
            Value::from("ÿ".repeat(2_000)),
            Value::from(vec![0; 3_000]),
            Value::from(vec![vec![0; 0]; 1_000]),
        ];
        for value in absurd.into_iter().filter(|absurd| absurd != value) {
            let mut document = good.clone();
            document.insert(name.clone(), value);
            let body = Value::Object(document).to_string();
            let (method, path) = (route.method.clone(), route.path.clone());
            let answer = attack.ask(route, &method, &path, JSON, body.as_bytes()).unwrap();
            // A field that may be left out may be null; a count that is only compared may be large.
            assert!(
                answer.status() >= 400 || body.contains("null") || body.contains("true"),
                "{method} {path}: {body}"
            );
        }
    }
}

#[test]
fn a_body_that_trickles_is_cut_off_within_its_time() {
    let database = databases().remove(0);
    let team = Team::begin(&database, Ticks::Immediate);
    let service = &team.service;
    let slow = |path: &'static str, length: usize| {
        move || {
            let mut connection = Connection::open(&service.address);
            let head = format!(
                "POST {path} HTTP/1.1\r\nhost: x\r\ncontent-type: {OCTETS}\r\ncontent-length: {length}\r\n\r\n"
            );
            let begun = Instant::now();
            connection.write(head.as_bytes()).unwrap();
            connection.write(b"slow").unwrap();
            let answer = connection.answer().unwrap();
            (answer.status(), answer.json()["type"].clone(), begun.elapsed().as_secs())
        }
    };
    std::thread::scope(|scope| {
        let all = [("/api/v1/threads", 50_000), ("/api/v1/mailbox/read", 158), ("/api/v1/mailbox/erase", 158)];
        let all = all.map(|(path, length)| scope.spawn(slow(path, length)));
        // A head that never ends is cut off as well, with or without an answer.
        let mut connection = Connection::open(&service.address);
        connection.write(b"POST /api/v1/threads HTTP/1.1\r\nhost: x\r\nx-slow: ").unwrap();
        let begun = Instant::now();
        assert!(connection.answer().is_none_or(|answer| answer.status() == 408));
        assert!(begun.elapsed().as_secs() < 15);
        for slow in all {
            let (status, kind, seconds) = slow.join().unwrap();
            assert_eq!((status, kind), (408, Value::from("/problems/timeout")));
            assert!((9..=15).contains(&seconds), "{seconds} s");
        }
        // Meanwhile others were served.
        team.report("quick");
    });
}
