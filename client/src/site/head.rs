//! Heads of answers: the policy under which everything of a page runs, and what has no place beside it.

/// What a page may do: run and call what this server sends, and nothing else. Its one policy for Trusted Types names
/// the worker; every other way to make text into code stays closed.
pub const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
                          img-src 'self' data: blob:; connect-src 'self'; worker-src 'self'; form-action 'none'; \
                          base-uri 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; \
                          trusted-types micromoed-worker";
/// What pages are.
pub const HTML: &str = "text/html; charset=utf-8";
/// What is for reading.
pub const PLAIN: &str = "text/plain; charset=utf-8";

/// On every answer, just so and once.
const WANTED: [(&str, &str); 4] = [
    ("x-content-type-options", "nosniff"),
    ("referrer-policy", "no-referrer"),
    ("cross-origin-opener-policy", "same-origin"),
    ("cross-origin-resource-policy", "same-origin"),
];
/// By which a head alone could load, report, keep or lead elsewhere.
const UNWANTED: [&str; 11] = [
    "access-control-allow-origin",
    "content-security-policy-report-only",
    "link",
    "location",
    "nel",
    "refresh",
    "report-to",
    "reporting-endpoints",
    "service-worker-allowed",
    "set-cookie",
    "sourcemap",
];

/// The media type of a file by its name; nothing where none is served like that.
#[must_use]
pub fn kind(name: &str) -> Option<&'static str> {
    match name.rsplit('.').next() {
        Some("js") => Some("text/javascript; charset=utf-8"),
        Some("css") => Some("text/css; charset=utf-8"),
        Some("wasm") => Some("application/wasm"),
        Some("svg") => Some("image/svg+xml"),
        Some("ftl" | "txt") => Some(PLAIN),
        _ => None,
    }
}

/// What is wrong with a head. What is only for reading brings a policy of its own, under which nothing runs.
pub(super) fn faults(head: &[(String, String)], kind: &str, is_code: bool) -> Vec<String> {
    let mut wanted = vec![("content-type", kind)];
    wanted.extend(WANTED);
    wanted.extend(is_code.then_some(("content-security-policy", POLICY)));
    let mut faults = Vec::new();
    for (name, value) in wanted {
        let there: Vec<&str> =
            head.iter().filter(|(known, _)| known == name).map(|(_, value)| value.as_str()).collect();
        if there != [value] {
            faults.push(format!("{name} is «{}» and not «{value}»", there.join("», «")));
        }
    }
    for (name, value) in head.iter().filter(|(name, _)| UNWANTED.contains(&name.as_str())) {
        faults.push(format!("{name} is there: «{value}»"));
    }
    faults
}

#[cfg(test)]
mod tests {
    use super::*;

    fn head() -> Vec<(String, String)> {
        let all =
            WANTED.into_iter().chain([("content-type", HTML), ("content-security-policy", POLICY), ("date", "x")]);
        all.map(|(name, value)| (name.to_owned(), value.to_owned())).collect()
    }

    #[test]
    fn a_head_is_right_or_says_what_is_not() {
        assert_eq!(faults(&head(), HTML, true), Vec::<String>::new());
        let with = |name: &str, value: &str| [head(), vec![(name.to_owned(), value.to_owned())]].concat();
        let without = |name: &str| head().into_iter().filter(|(known, _)| known != name).collect::<Vec<_>>();
        for (head, name) in [
            (without("content-security-policy"), "content-security-policy"),
            (with("content-security-policy", "report-uri https://elsewhere.example"), "content-security-policy"),
            (without("x-content-type-options"), "x-content-type-options"),
            (with("set-cookie", "a=b"), "set-cookie"),
            (with("link", "</a.css>; rel=stylesheet"), "link"),
        ] {
            let faults = faults(&head, HTML, true);
            assert!(faults.len() == 1 && faults[0].starts_with(name), "{faults:?}");
        }
        let weak = POLICY.replace("script-src 'self'", "script-src 'self' 'unsafe-inline'");
        let weak = [without("content-security-policy"), vec![("content-security-policy".into(), weak)]].concat();
        assert_eq!(faults(&weak, HTML, true).len(), 1);
        assert_eq!(faults(&weak, HTML, false).len(), 0);
        assert_eq!(faults(&head(), PLAIN, true).len(), 1);
    }
}
