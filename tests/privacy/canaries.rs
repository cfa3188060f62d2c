//! Marked words in everything a reporter writes and a browser tells: none of them is found in what the server
//! writes, says or answers.

use crate::support::databases::{Database, Kind, databases};
use crate::support::http;
use crate::support::people::Team;
use crate::support::service::{SLUG, Ticks};
use base64::Engine;
use base64::prelude::{BASE64_STANDARD_NO_PAD, BASE64_URL_SAFE_NO_PAD};
use chacha20::ChaCha20Rng;
use client::Wait;
use client::desk::Changes;
use client::entropy::generator;
use client::files::NewFile;
use crypto::token::ReplyToken;
use rand_core::{Rng, SeedableRng};
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::fs;
use std::os::unix::fs::FileExt;
use std::path::Path;

/// What leaves a device sealed or not at all.
const SEALED: [&str; 16] = [
    "reporter's name",
    "text",
    "file",
    "token",
    "token without hyphens",
    "token's bytes",
    "thread key",
    "passphrase",
    "recovery kit",
    "reply",
    "coach's file",
    "note",
    "line",
    "theme",
    "said",
    "erased",
];

/// Marked bytes, each by the name of where they were put.
#[derive(Default)]
struct Canaries {
    marks: BTreeMap<&'static str, Vec<u8>>,
    /// Every form of every mark, by its first two bytes.
    forms: HashMap<[u8; 2], Vec<(&'static str, Vec<u8>)>>,
}

impl Canaries {
    /// A new mark: letters that occur nowhere else.
    fn make(&mut self, place: &'static str) -> String {
        let mut bytes = [0; 12];
        generator().unwrap().fill_bytes(&mut bytes);
        let mark: String = bytes.iter().map(|byte| char::from(b'a' + byte % 26)).collect();
        let mark = format!("canary{mark}");
        self.add(place, mark.as_bytes());
        mark
    }

    fn add(&mut self, place: &'static str, mark: &[u8]) {
        self.marks.insert(place, mark.to_vec());
        for form in forms(mark) {
            self.forms.entry([form[0], form[1]]).or_default().push((place, form));
        }
    }

    /// Which marks these bytes hold, in any form.
    fn found_in(&self, bytes: &[u8]) -> Vec<&'static str> {
        let mut found = Vec::new();
        for (place, pair) in bytes.windows(2).enumerate() {
            let Some(forms) = self.forms.get(pair) else { continue };
            let here = forms.iter().filter(|(_, form)| bytes[place..].starts_with(form));
            found.extend(here.map(|(mark, _)| *mark));
        }
        found.sort_unstable();
        found.dedup();
        found
    }

    /// Looks through a folder with all below it.
    fn found_below(&self, folder: &Path) -> Vec<String> {
        let mut found = Vec::new();
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                found.extend(self.found_below(&path));
            } else if path.is_file() {
                let marks = self.found_in(&fs::read(&path).unwrap());
                found.extend(marks.iter().map(|mark| format!("{mark} in {}", path.display())));
            }
            let name = path.file_name().unwrap().as_encoded_bytes();
            found.extend(self.found_in(name).iter().map(|mark| format!("{mark} in a file's name")));
        }
        found
    }

    /// Looks through what a process has in its memory and can write to.
    fn found_in_memory(&self, process: u32) -> Vec<&'static str> {
        let maps = fs::read_to_string(format!("/proc/{process}/maps")).unwrap();
        let memory = fs::File::open(format!("/proc/{process}/mem")).unwrap();
        let mut found = BTreeSet::new();
        for line in maps.lines().filter(|line| line.split(' ').nth(1).is_some_and(|rights| rights.starts_with("rw"))) {
            let (begin, end) = line.split(' ').next().unwrap().split_once('-').unwrap();
            let [begin, end] = [begin, end].map(|place| u64::from_str_radix(place, 16).unwrap());
            let mut bytes = vec![0; usize::try_from(end - begin).unwrap()];
            // A thread that ends takes its stack along.
            if memory.read_exact_at(&mut bytes, begin).is_ok() {
                found.extend(self.found_in(&bytes));
            }
        }
        found.into_iter().collect()
    }

    /// Looks through every row of every table, where the database is no file of ours.
    fn found_in_tables(&self, database: &Database) -> Vec<String> {
        let mut found = Vec::new();
        for (table, columns) in database.tables() {
            for (column, kind) in columns {
                let text = if kind == Kind::Bytes { database.hex(&column) } else { format!("CAST({column} AS TEXT)") };
                let all = database.lines(&format!("SELECT coalesce({text}, '') AS line FROM {table}")).join("\n");
                found.extend(self.found_in(all.as_bytes()).iter().map(|mark| format!("{mark} in {table}.{column}")));
            }
        }
        found
    }
}

/// Bytes as they are, in small and in capital letters, in hexadecimal, and in base64 at any of three beginnings.
fn forms(mark: &[u8]) -> Vec<Vec<u8>> {
    let hex: String = mark.iter().map(|byte| format!("{byte:02x}")).collect();
    let mut forms = vec![mark.to_vec(), mark.to_ascii_lowercase(), mark.to_ascii_uppercase()];
    forms.extend([hex.to_uppercase().into_bytes(), hex.into_bytes()]);
    for (shift, base64) in (0..3).flat_map(|shift| [(shift, BASE64_STANDARD_NO_PAD), (shift, BASE64_URL_SAFE_NO_PAD)]) {
        // Letters at both ends are mixed with what stands beside the mark.
        let text = base64.encode([&[0; 2][..shift], mark].concat());
        forms.push(text.as_bytes()[[0, 2, 3][shift]..(shift + mark.len()) * 8 / 6].to_vec());
    }
    forms
}

/// The 16 bytes of a token, from its base32.
fn token_bytes(text: &str) -> Vec<u8> {
    let digit =
        |letter: char| "0123456789ABCDEFGHJKMNPQRSTVWXYZ".find(letter).map(|digit| u128::try_from(digit).unwrap());
    let digits: Vec<u128> = text.chars().filter_map(digit).take(26).collect();
    let number = digits.iter().take(25).fold(0_u128, |number, digit| (number << 5) | digit);
    ((number << 3) | (digits[25] >> 2)).to_be_bytes().to_vec()
}

#[test]
fn no_marked_word_is_found_in_what_the_server_writes_says_or_answers() {
    for database in databases() {
        let mut marks = Canaries::default();
        let mut team = Team::begin(&database, Ticks::Immediate);
        team.service.restart_with("CANARY", &marks.make("environment"));
        let rng = &mut generator().unwrap();
        let id = team.service.organisation(SLUG).id();
        let sent = team.report(&format!("I am {} and {}.", marks.make("reporter's name"), marks.make("text")));
        let token = ReplyToken::parse(id, &sent.token).unwrap();
        marks.add("token", sent.token.as_bytes());
        marks.add("token without hyphens", sent.token.replace('-', "").as_bytes());
        marks.add("token's bytes", &token_bytes(&sent.token));
        marks.add("thread key", token.keys(id, 0).thread_key.secret().expose());
        marks.add("passphrase", team.an.passphrase.as_bytes());
        marks.add("recovery kit", team.an.kit.as_bytes());

        let mut an = team.an.sit(&team.service);
        an.inbox(rng).wait().unwrap();
        an.show(1, None, rng).wait().unwrap();
        let file = NewFile { bytes: marks.make("coach's file").into_bytes().into(), ending: "txt".into() };
        an.reply_with(1, &marks.make("reply"), &[file], rng).wait().unwrap();
        an.note(1, &marks.make("note"), rng).wait().unwrap();
        let labels = [format!("line={}", marks.make("line")), format!("themes={}", marks.make("theme"))];
        an.triage(1, &Changes::parse(&labels).unwrap(), rng).wait().unwrap();
        team.say(&sent.token, &marks.make("said"));
        let file = NewFile { bytes: marks.make("file").into_bytes().into(), ending: "txt".into() };
        team.mailbox(&sent.token, |mailbox| mailbox.attach("", &[file], rng).wait()).unwrap();
        an.show(1, None, rng).wait().unwrap();
        let messages = team.read(&sent.token).messages;
        let with_file = |message: &&client::conversation::MessageView| !message.attachments.is_empty();
        assert_eq!((messages.len(), messages.iter().filter(with_file).count()), (4, 2));
        for place in (1..=4).filter(|place| with_file(&&messages[place - 1])) {
            an.fetch(1, (place, 1), rng).wait().unwrap();
            team.mailbox(&sent.token, |mailbox| mailbox.fetch(place, 1).wait()).unwrap();
        }
        assert!(SEALED.iter().all(|place| *place == "erased" || marks.marks.contains_key(place)));
        let erased = team.report(&marks.make("erased"));
        team.read(&erased.token);
        team.erase(&erased.token);
        drop(an);

        // What a browser or a proxy tells, on every address.
        let headers = [
            ("x-forwarded-for", marks.make("forwarded for")),
            ("forwarded", format!("for={}", marks.make("forwarded"))),
            ("x-real-ip", marks.make("real address")),
            ("via", marks.make("via")),
            ("user-agent", marks.make("user agent")),
            ("referer", format!("http://{}/", marks.make("referer"))),
            ("origin", format!("http://{}", marks.make("origin"))),
            ("cookie", format!("a={}; __Host-session={}", marks.make("cookie"), marks.make("session"))),
            ("accept-language", marks.make("language")),
            ("x-request-id", marks.make("request id")),
            ("content-type", format!("application/{}", marks.make("content type"))),
        ];
        let headers: Vec<(&str, &str)> = headers.iter().map(|(name, value)| (*name, value.as_str())).collect();
        let body = format!("{{\"{}\":1}}", marks.make("field"));
        let (query, path) = (marks.make("query"), marks.make("path"));
        let described = http::ask(&team.service.address, "GET", "/api/openapi.json", &[], &[]).json();
        let mut answers = Vec::new();
        for (route, methods) in described["paths"].as_object().unwrap() {
            for method in methods.as_object().unwrap().keys().map(|method| method.to_uppercase()) {
                for address in [route.replace("{slug}", &path), format!("{route}/{path}"), format!("{route}?a={query}")]
                {
                    let sent = if method == "GET" { &[][..] } else { body.as_bytes() };
                    let answer = http::ask(&team.service.address, &method, &address, &headers, sent);
                    answers.push(answer.to_bytes());
                    let other = headers.iter().filter(|(name, _)| *name != "content-type").copied();
                    let json: Vec<_> = other.chain([("content-type", "application/json")]).collect();
                    answers.push(http::ask(&team.service.address, &method, &address, &json, sent).to_bytes());
                }
            }
        }
        // Signing in with an account that is none.
        let login = format!(
            "{{\"slug\":\"{}\",\"account\":\"{}\",\"kit\":false,\"challenge\":\"\",\"day\":1,\"signature\":\"\",\"native\":true}}",
            marks.make("slug"),
            marks.make("account")
        );
        let kind = [("content-type", "application/json")];
        let refused = http::ask(&team.service.address, "POST", "/api/v1/sessions", &kind, login.as_bytes());
        assert_eq!(refused.status(), 403);
        answers.push(refused.to_bytes());
        answers.extend(team.service.relay.take().iter().map(|exchange| exchange.answer.to_bytes()));

        assert!(answers.len() > 200);
        for answer in &answers {
            assert_eq!(marks.found_in(answer), Vec::<&str>::new(), "{}", String::from_utf8_lossy(answer));
        }
        // What was asked last may still lie in its memory, but nothing that was sealed on a device. The search finds what
        // it was started with.
        let in_memory = marks.found_in_memory(team.service.pid());
        assert!(in_memory.contains(&"environment"), "{in_memory:?}");
        let sealed: Vec<_> = in_memory.iter().filter(|mark| SEALED.contains(mark)).collect();
        assert!(sealed.is_empty(), "in its memory: {sealed:?}");
        // While it runs, with the write-ahead log; and after it has ended.
        assert_eq!(marks.found_below(database.folder()), Vec::<String>::new());
        assert_eq!(marks.found_in_tables(&database), Vec::<String>::new());
        team.service.stop();
        assert_eq!(marks.found_below(database.folder()), Vec::<String>::new());
        assert!(team.service.said().iter().all(|file| file.is_file()), "what it said was looked through");

        // Each mark in each form is found where it is planted.
        let planted = database.folder().join("data/planted");
        fs::create_dir(&planted).unwrap();
        for (place, mark) in &marks.marks {
            let hex: String = mark.iter().map(|byte| format!("{byte:02X}")).collect();
            let base64 =
                |shift: usize| BASE64_URL_SAFE_NO_PAD.encode([&b"xy"[..shift], mark, b"z"].concat()).into_bytes();
            for form in [mark.clone(), hex.into_bytes(), base64(0), base64(1), base64(2)] {
                fs::write(planted.join("file"), [b"something ".as_slice(), &form, b" else"].concat()).unwrap();
                let found = marks.found_below(&planted);
                assert!(found.iter().any(|found| found.starts_with(place)), "{place}: {found:?}");
            }
        }
        let kind = if database.url().is_some() { "bytea" } else { "BLOB" };
        database.execute(&format!("CREATE TABLE planted (a {kind})"));
        let mark = &marks.marks["text"];
        database.execute(&format!("INSERT INTO planted VALUES ({})", database.literal(mark)));
        assert_eq!(marks.found_in_tables(&database), ["text in planted.a"]);
    }
}

#[test]
fn a_token_s_bytes_are_read_from_its_letters() {
    let twins = || ChaCha20Rng::from_seed([7; 32]);
    let mut bytes = [0; 16];
    twins().fill_bytes(&mut bytes);
    let token = ReplyToken::make(&mut twins());
    assert_eq!(token_bytes(&token.to_text(crypto::OrganisationId::NONE)), bytes);
}
