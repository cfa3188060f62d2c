//! Somebody outside looks whether a site sends what the release says, and somebody in between sends something else.

use crate::support::databases::databases;
use crate::support::http::{Message, ask};
use crate::support::program::{self, Ran};
use crate::support::service::{SLUG, Service, Ticks};
use serde_json::Value;

fn verify(site: &str, words: &[&str]) -> (Ran, Value) {
    let ran = program::run(&[&["verify-site", site, "--json"][..], words].concat(), "", &[]);
    let document = serde_json::from_str(&ran.out).unwrap_or_default();
    (ran, document)
}

/// Kind and address of each problem.
fn problems(document: &Value) -> Vec<(String, String)> {
    let of = |problem: &Value, name: &str| problem[name].as_str().unwrap().to_owned();
    let problems = document["problems"].as_array().unwrap();
    problems.iter().map(|problem| (of(problem, "kind"), of(problem, "address"))).collect()
}

/// The text of the manifest that is served; a program without pages has none, which continuous integration refuses.
fn manifest(service: &Service) -> Option<String> {
    let answer = ask(&service.address, "GET", "/site.txt", &[], b"");
    if answer.status() != 200 {
        assert!(std::env::var_os("CI").is_none(), "the program was built without its pages");
        return None;
    }
    Some(String::from_utf8(answer.body).unwrap())
}

fn asset(manifest: &str, ending: &str) -> String {
    let mut addresses = manifest.lines().filter_map(|line| line.split(' ').nth(2));
    addresses.find(|address| address.starts_with("/assets/") && address.ends_with(ending)).unwrap().to_owned()
}

fn put(answer: &mut Message, name: &str, value: &str) {
    answer.headers.retain(|(known, _)| known != name);
    answer.headers.push((name.into(), value.into()));
}

fn add_to_page(answer: &mut Message, text: &str) {
    let page = String::from_utf8(std::mem::take(&mut answer.body)).unwrap();
    answer.body = page.replace("</body>", &format!("{text}</body>")).into_bytes();
}

type Change = Box<dyn Fn(&Message, &mut Message) + Send + Sync>;

/// Changes what is answered at one path.
fn at(path: &str, change: fn(&mut Message)) -> Change {
    let path = path.to_owned();
    Box::new(move |request, answer| {
        if request.route().1 == path {
            change(answer);
        }
    })
}

/// And only where somebody asks as a browser does.
fn to_browsers(path: &str, change: fn(&mut Message)) -> Change {
    let change = at(path, change);
    Box::new(move |request, answer| {
        if request.header("accept-encoding").is_some() {
            change(request, answer);
        }
    })
}

#[test]
fn a_site_that_sends_what_the_release_says_is_told_from_one_that_does_not() {
    let database = databases().swap_remove(0);
    let service = Service::start(&database, Ticks::Immediate);
    service.create(SLUG);
    let origin = service.relay.origin();
    let Some(manifest) = manifest(&service) else {
        let (ran, _) = verify(&origin, &[]);
        assert!(ran.code == 1 && ran.err.contains("without its pages"), "{ran:?}");
        return;
    };

    let (ran, document) = verify(&origin, &[]);
    assert_eq!((ran.code, problems(&document)), (0, vec![]), "{ran:?}");
    assert_eq!(document["organisation"].as_str(), Some(SLUG), "the only one that there is");
    let words = document["words"].as_str().unwrap().to_owned();
    assert_eq!(words.split(' ').count(), 7);
    // What a visitor reads at the foot of every page.
    for path in ["", "/fr/report"].map(|rest| format!("/{SLUG}{rest}")).iter().map(String::as_str).chain([
        "/desk",
        "/audit/de",
        "/nothing/here",
    ]) {
        let page = String::from_utf8(ask(&service.address, "GET", path, &[], b"").body).unwrap();
        let foot = page.split("<footer").last().unwrap();
        assert!(foot.contains(&words), "{path}: {page}");
    }

    let script = asset(&manifest, ".js");
    let module = asset(&manifest, ".wasm");
    let who = format!("/{SLUG}/nl/who");
    let landing = format!("/{SLUG}");
    let changes: [(&str, &str, &str, Change); 10] = [
        ("one byte of a script", "content", &script, at(&script, |answer| *answer.body.last_mut().unwrap() ^= 1)),
        (
            "a script for browsers alone",
            "content",
            &script,
            to_browsers(&script, |answer| {
                answer.headers.retain(|(name, _)| name != "content-encoding");
                answer.body = b"alert(1)".to_vec();
            }),
        ),
        ("one byte of a module", "content", &module, at(&module, |answer| answer.body[8] ^= 1)),
        (
            "a script tag in a page",
            "content",
            &who,
            at(&who, |answer| add_to_page(answer, "<script src=\"/assets/x.js\"></script>")),
        ),
        (
            "a script tag where the poster leads",
            "content",
            &landing,
            at(&landing, |answer| add_to_page(answer, "<script type=module src=/assets/x.js></script>")),
        ),
        ("a file left out", "missing", &module, at(&module, |answer| answer.first = "HTTP/1.1 404 Not Found".into())),
        (
            "a weaker policy",
            "head",
            &who,
            at(&who, |answer| {
                let policy =
                    answer.header("content-security-policy").unwrap().replace("'self' 'wasm", "'unsafe-inline' 'wasm");
                put(answer, "content-security-policy", &policy);
            }),
        ),
        (
            "no policy for a script that may be a worker",
            "head",
            &script,
            at(&script, |answer| answer.headers.retain(|(name, _)| name != "content-security-policy")),
        ),
        ("a cookie", "head", "/desk", at("/desk", |answer| put(answer, "set-cookie", "who=you"))),
        (
            "another manifest",
            "content",
            "/site.txt",
            at("/site.txt", |answer| {
                let text = String::from_utf8(std::mem::take(&mut answer.body)).unwrap();
                answer.body = text.replace("\nvite ", "\nvite 1.").into_bytes();
            }),
        ),
    ];
    for (what, kind, address, change) in changes {
        service.relay.change_answers(change);
        let (ran, document) = verify(&origin, &[]);
        assert_eq!(ran.code, 1, "{what}: {ran:?}");
        assert_eq!(document["words"].as_str(), Some(words.as_str()), "{what}");
        let problems = problems(&document);
        assert!(!problems.is_empty(), "{what}");
        let all_there = problems.iter().all(|(known, place)| known == kind && place == address);
        assert!(all_there, "{what}: {problems:?}");
    }
    let ran = program::run(&["verify-site", &origin], "", &[]);
    assert!(ran.code == 1 && ran.out.contains("/site.txt") && ran.out.contains(&words), "{ran:?}");
}

#[test]
fn a_release_is_checked_by_its_file_alone() {
    let database = databases().swap_remove(0);
    let service = Service::start(&database, Ticks::Immediate);
    let Some(text) = manifest(&service) else { return };
    let file = database.folder().join("site.txt");
    let path = file.to_str().unwrap();
    std::fs::write(&file, &text).unwrap();

    let (ran, document) = verify(&service.address, &["--manifest", path]);
    assert_eq!((ran.code, problems(&document)), (0, vec![]), "{ran:?}");
    assert!(document["organisation"].is_null(), "there is none yet");

    // A release in which one file was another.
    let module = asset(&text, ".wasm");
    let line = text.lines().find(|line| line.ends_with(&module)).unwrap();
    let hash = line.split(' ').next().unwrap();
    std::fs::write(&file, text.replace(hash, &"0".repeat(64))).unwrap();
    let (ran, document) = verify(&service.address, &["--manifest", path]);
    assert_eq!(ran.code, 1);
    let problems = problems(&document);
    assert!(
        problems.contains(&("content".into(), module)) && problems.contains(&("content".into(), "/site.txt".into()))
    );

    std::fs::write(&file, "nothing of the kind").unwrap();
    let (ran, _) = verify(&service.address, &["--manifest", path]);
    assert!(ran.code == 2 && ran.out.is_empty(), "{ran:?}");
    // Nobody is there: that says nothing about the site.
    let (ran, _) = verify("http://127.0.0.1:1", &[]);
    assert!(ran.code == 1 && ran.out.is_empty() && ran.err.contains("acknowledged"), "{ran:?}");
}
