//! The command line, as scripts rely on it: exit codes, what goes where, names of fields, modes of files.

use crate::support::databases::{Database, databases};
use crate::support::program::{Ran, run};
use crate::support::service::{SLUG, Service, Ticks};
use serde_json::Value;
use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;

/// A service, and a shell beside it.
struct Shell<'a> {
    database: &'a Database,
    service: Service,
}

impl<'a> Shell<'a> {
    fn begin(database: &'a Database) -> Self {
        Self { database, service: Service::start(database, Ticks::Immediate) }
    }

    /// An operator's command.
    fn operator(&self, words: &[&str]) -> Ran {
        let data = self.service.folder.to_str().unwrap();
        let url = self.database.url();
        let place = url.iter().flat_map(|url| ["--database", url]);
        let words: Vec<&str> = ["--data", data].into_iter().chain(place).chain(words.iter().copied()).collect();
        run(&words, "", &[("MICROMOED_MAILBOX__TICKS", "immediate")])
    }

    /// A command of the native client: `who` and then, after the server, the rest.
    fn client(&self, who: &str, rest: &[&str], input: &str, environment: &[(&str, &str)]) -> Ran {
        let origin = self.service.relay.origin();
        let words: Vec<&str> =
            [who, "--server", &origin, "--org", SLUG].into_iter().chain(rest.iter().copied()).collect();
        run(&words, input, environment)
    }

    fn desk(&self, state: &Path, passphrase: &str, rest: &[&str], input: &str) -> Ran {
        let words: Vec<&str> = ["--state", state.to_str().unwrap()].into_iter().chain(rest.iter().copied()).collect();
        self.client("desk", &words, input, &[("MICROMOED_PASSPHRASE", passphrase)])
    }
}

impl Ran {
    /// The one document of a command that went well.
    #[track_caller]
    fn document(&self) -> Value {
        assert_eq!(self.code, 0, "{self:?}");
        assert_eq!(self.out.matches('\n').count(), 1, "{self:?}");
        serde_json::from_str(&self.out).unwrap_or_else(|error| panic!("{error}: {self:?}"))
    }

    /// A command that was refused says nothing on stdout and why on stderr.
    #[track_caller]
    fn refused(&self, code: i32, why: &str) {
        assert_eq!((self.code, self.out.as_str()), (code, ""), "{self:?}");
        assert!(self.err.contains(why), "{self:?} should say {why:?}");
    }
}

fn fields<'a>(document: &'a Value, expected: &[&str]) -> Vec<&'a Value> {
    let value = |name: &&str| document.get(name).unwrap_or_else(|| panic!("{name} is missing in {document}"));
    expected.iter().map(value).collect()
}

fn text(document: &Value, field: &str) -> String {
    fields(document, &[field])[0].as_str().unwrap().to_owned()
}

#[test]
fn a_gate_code_is_made_at_the_desk_and_given_with_a_report() {
    for database in databases() {
        let shell = Shell::begin(&database);
        let device = tempfile::tempdir().unwrap();
        let an = device.path().join("an");
        let created = shell.operator(&["org", "create", SLUG, "--name", "Zonnehuis", "--json"]).document();
        let accept = ["accept", &text(&created, "invitation"), "--name", "An Peeters", "--json"];
        let passphrase = text(&shell.desk(&an, "", &accept, "").document(), "passphrase");
        let desk = |rest: &[&str], input: &str| {
            shell.desk(&an, &passphrase, &[&["gate-code", "--json"], rest].concat(), input)
        };
        assert_eq!(fields(&desk(&[], "").document(), &["since", "former", "proposal"])[0], &Value::Null);
        let made = desk(&["new"], "").document();
        assert_eq!((&made["signatures"], &made["needed"]), (&1.into(), &1.into()));
        let code = text(&made, "code");
        assert_eq!(text(&desk(&[], "").document(), "since").len(), 10);

        let report = |code: &[&str], input: &str| shell.client("report", &[code, &["--json"]].concat(), input, &[]);
        report(&[], "Het is te luid.").refused(2, "the five words on its poster");
        report(&["--gate-code", "abacus bagel"], "Het is te luid.").refused(2, "the five words on its poster");
        let other = report(&["--gate-code", "abacus bagel cactus zoom zoom"], "Het is te luid.");
        other.refused(2, "this is not the code that everybody has; do not use it");
        fields(&report(&["--gate-code", &code], "Het is te luid.").document(), &["token"]);
        let line = format!("{}\nHet is te luid.", code.to_uppercase());
        fields(&report(&["--gate-code", "-"], &line).document(), &["token"]);

        desk(&["agree", "-"], &format!("{code}\n")).refused(1, "no code waits for a signature");
        assert_eq!(desk(&["remove"], "").document()["needed"], 1);
        desk(&["remove"], "").refused(1, "no code is asked for");
        fields(&report(&[], "Het is te luid.").document(), &["token"]);
    }
}

#[test]
fn a_script_can_live_the_whole_journey_by_the_documented_names() {
    for database in databases() {
        let shell = Shell::begin(&database);
        let device = tempfile::tempdir().unwrap();
        let (an, bo) = (device.path().join("an"), device.path().join("bo"));
        let created = shell.operator(&["org", "create", SLUG, "--name", "Zonnehuis", "--json"]).document();
        let invitation = text(&created, "invitation");
        assert!(text(&created, "url").ends_with(&format!("/desk#invite={invitation}")), "after the #: sent to nobody");
        let accept = ["accept", &text(&created, "invitation"), "--name", "An Peeters", "--json"];
        let accepted = shell.desk(&an, "", &accept, "").document();
        let (account, passphrase) = (text(&accepted, "account"), text(&accepted, "passphrase"));
        assert_eq!((account.as_str(), passphrase.split_whitespace().count()), ("an-peeters", 6));
        fields(&accepted, &["recovery_kit"]);

        // An invitation on standard input, too.
        let invited = shell.operator(&["invite", SLUG, "--role", "coach", "--name", "Bo Claes", "--json"]).document();
        fields(&invited, &["url"]);
        let line = format!("{}\n", text(&invited, "invitation"));
        let accepted = shell.desk(&bo, "", &["accept", "-", "--json"], &line).document();
        let people = shell.desk(&an, &passphrase, &["people", "--json"], "").document();
        assert_eq!(people["pending"][0]["n"], 1);
        let approved = shell.desk(&an, &passphrase, &["approve", "1", "--json"], "").document();
        assert_eq!((&approved["signatures"], &approved["needed"]), (&1.into(), &1.into()));

        let sent = shell.client("report", &["--json"], "Het is te luid.\n", &[]);
        assert!(sent.err.contains("not checked"), "without the words a warning: {sent:?}");
        let sent = sent.document();
        let (token, id) = (text(&sent, "token"), text(&sent, "id"));
        assert_eq!((token.len(), token.matches('-').count(), id.len()), (34, 6, 64));

        let inbox = shell.desk(&an, &passphrase, &["inbox", "--json"], "").document();
        let thread = fields(&inbox, &["threads"])[0][0].clone();
        assert_eq!((&thread["n"], &thread["new"]), (&1.into(), &true.into()));
        assert_eq!(text(&thread, "day").len(), 10);
        let shown = shell.desk(&an, &passphrase, &["show", "1", "--json"], "").document();
        assert_eq!((&shown["n"], shown["case"].is_object()), (&1.into(), true));
        let message = shown["messages"][0].clone();
        assert_eq!((&message["author"], &message["text"]), (&"reporter".into(), &"Het is te luid.".into()));
        assert_eq!((text(&message, "day").len(), &message["attachments"]), (10, &Value::Array(vec![])));
        shell.desk(&an, &passphrase, &["reply", "1", "--json"], "Dank je.\n\n").document();
        shell.desk(&an, &passphrase, &["note", "1", "--json"], "Bellen.").document();
        shell.desk(&an, &passphrase, &["triage", "1", "severity=S2", "flags=", "--json"], "").document();
        shell.desk(&an, &passphrase, &["show", "1", "--purpose", "legal_duty", "--json"], "").document();

        let environment = [("MICROMOED_TOKEN", token.as_str())];
        let read = shell.client("mailbox", &["read", "--json"], "", &environment).document();
        fields(&read, &["status", "answer_by"]);
        assert_eq!(read["messages"][1]["text"], "Dank je.\n", "one newline at the end is cut, and no more");
        assert_eq!(read["messages"][1]["author"], "An Peeters");
        // The token on the first line of standard input; an empty variable is unset.
        let line = format!("{}\nNog iets.\n", token.to_lowercase().replace('-', " "));
        shell.client("mailbox", &["say", "--json"], &line, &[("MICROMOED_TOKEN", "")]).document();
        let read = shell.client("mailbox", &["read", "--json"], "", &environment).document();
        assert_eq!(read["messages"][2]["text"], "Nog iets.");
        let bos = text(&accepted, "passphrase");
        let inbox = shell.desk(&bo, &bos, &["inbox", "--json"], "").document();
        assert_eq!(inbox["threads"].as_array().unwrap().len(), 1);
        // A file with a message, saved again by both sides, never over something else.
        let [photo, back, hers] = ["Jan.JPG", "back.jpg", "hers.jpg"].map(|name| device.path().join(name));
        let [photo_word, back_word, hers_word] = [&photo, &back, &hers].map(|path| path.to_str().unwrap());
        let drawn: Vec<u8> = (0..300_000_u32).map(|at| at.to_le_bytes()[1] & 0x7F).collect();
        let drawn = [b"\xFF\xDA\0\x02", drawn.as_slice(), b"\xFF\xD9"].concat();
        let taken = [b"\xFF\xD8\xFF\xFE\0\x0AJan 2026".as_slice(), &drawn].concat();
        let bytes = [b"\xFF\xD8", drawn.as_slice()].concat();
        fs::write(&photo, &taken).unwrap();
        let said = shell.client("mailbox", &["say", "--attach", photo_word, "--json"], "Met een foto.", &environment);
        assert!(said.err.contains("Jan.JPG: gone: titles and comments. What the picture shows stays"), "{said:?}");
        said.document();
        let read = shell.client("mailbox", &["read", "--json"], "", &environment).document();
        let attachments = &read["messages"][3]["attachments"];
        assert_eq!((&attachments[0]["name"], &attachments[0]["size"]), (&"file-1.jpg".into(), &300_008.into()));
        assert!(!read.to_string().contains("Jan"), "what it was called stays on the device");
        let read = shell.client("mailbox", &["read"], "", &environment);
        assert!(read.out.contains("File 4.1: file-1.jpg (300008 bytes)"), "{read:?}");
        let fetch = ["fetch", "4.1", back_word, "--json"];
        let fetched = shell.client("mailbox", &fetch, "", &environment).document();
        assert_eq!((text(&fetched, "path"), text(&fetched, "media_type")), (back_word.into(), "image/jpeg".into()));
        shell.client("mailbox", &fetch, "", &environment).refused(1, "nothing is written over it");
        shell.client("mailbox", &["fetch", "4.2", "nowhere"], "", &environment).refused(2, "no such file");
        let n = inbox["threads"][0]["n"].to_string();
        shell.desk(&bo, &bos, &["show", &n], "");
        shell.desk(&bo, &bos, &["fetch", &n, "4.1", hers_word, "--json"], "").document();
        shell.desk(&bo, &bos, &["fetch", &n, "4.1", hers_word], "").refused(1, "nothing is written over it");
        for path in [&back, &hers] {
            assert!(fs::read(path).unwrap() == bytes);
            assert_eq!(fs::metadata(path).unwrap().permissions().mode() & 0o777, 0o600);
        }
        // The other way round, with the coach's answer.
        let reply = ["reply", &n, "--attach", photo_word, "--json"];
        let replied = shell.desk(&bo, &bos, &reply, "Ook een foto.");
        assert!(replied.err.contains("Jan.JPG: gone: titles and comments."), "{replied:?}");
        replied.document();
        let read = shell.client("mailbox", &["read"], "", &environment);
        assert!(read.out.contains("File 5.1: file-1.jpg (300008 bytes)"), "{read:?}");
        let answer = device.path().join("answer.jpg");
        let fetch = ["fetch", "5.1", answer.to_str().unwrap(), "--json"];
        shell.client("mailbox", &fetch, "", &environment).document();
        assert!(fs::read(&answer).unwrap() == bytes);
        // As it was taken, for who wants that.
        let whole = shell.client("report", &["--attach", photo_word, "--keep-metadata", "--json"], "Nog een.", &[]);
        assert!(whole.err.contains("the files go as they are"), "{whole:?}");
        let sent = whole.document();
        assert_eq!(sent["attached"], 1);
        let (kept, its_token) = (device.path().join("kept.jpg"), text(&sent, "token"));
        let fetch = ["fetch", "2.1", kept.to_str().unwrap(), "--json"];
        shell.client("mailbox", &fetch, "", &[("MICROMOED_TOKEN", &its_token)]).document();
        assert!(fs::read(&kept).unwrap() == taken);
        shell.client("mailbox", &["erase", "--json"], "", &environment).document();
        let read = shell.client("mailbox", &["read", "--json"], "", &environment).document();
        assert_eq!(read["status"], "erased");
        shell.desk(&bo, &bos, &["show", "1"], "").refused(1, "erased");

        // What she keeps on her device: closed to others, and without key, text or token.
        let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
        let secrets = [passphrase.as_bytes(), token.as_bytes(), b"Het is te luid", b"Bellen", b"Dank je"];
        for state in [&an, &bo] {
            assert_eq!(mode(state), 0o700);
            for file in fs::read_dir(state).unwrap() {
                let path = file.unwrap().path();
                assert_eq!(mode(&path), 0o600, "{}", path.display());
                let bytes = fs::read(&path).unwrap();
                for secret in secrets {
                    assert!(!bytes.windows(secret.len()).any(|window| window == secret), "{}", path.display());
                }
            }
        }
        // The service's own folder, too.
        assert_eq!(mode(&shell.service.folder), 0o700);
        for file in fs::read_dir(&shell.service.folder).unwrap() {
            let path = file.unwrap().path();
            assert_eq!(mode(&path), if path.is_dir() { 0o700 } else { 0o600 }, "{}", path.display());
        }
    }
}

#[test]
fn what_is_mistyped_is_exit_2_and_what_is_refused_exit_1() {
    let database = databases().remove(0);
    let shell = Shell::begin(&database);
    let device = tempfile::tempdir().unwrap();
    let (an, nowhere) = (device.path().join("an"), device.path().join("nowhere"));
    for line in [
        &["org", "create", "desk", "--name", "x"][..],
        &["org", "create", "Zon", "--name", "x"],
        &["org"],
        &[],
        &["fly"],
    ] {
        assert_eq!(shell.operator(line).code, 2, "{line:?}");
    }
    shell.operator(&["invite", SLUG, "--role", "coach"]).refused(1, "no organisation");
    assert_eq!(shell.operator(&["invite", SLUG, "--role", "guest"]).code, 2);
    shell.client("report", &[], "text", &[]).refused(1, "no organisation");
    let created = shell.operator(&["org", "create", SLUG, "--name", "Zonnehuis", "--json"]).document();
    shell.operator(&["org", "create", SLUG, "--name", "Again"]).refused(1, "already");
    shell.client("report", &[], "text", &[]).refused(1, "no coach has accepted");
    shell.desk(&an, "", &["accept", "nonsense"], "").refused(2, "invitation");
    let invitation = text(&created, "invitation");
    shell.desk(&an, "", &["accept", &invitation], "").refused(2, "--name");
    let accepted = shell.desk(&an, "", &["accept", &invitation, "--name", "An Peeters", "--json"], "").document();
    let passphrase = text(&accepted, "passphrase");
    let again = shell.desk(&nowhere, "", &["accept", &invitation, "--name", "Eva"], "");
    assert_eq!(again.code, 1, "{again:?}");

    for empty in ["", "\n", "  \n"] {
        shell.client("report", &[], empty, &[]).refused(2, "text");
        shell.desk(&an, &passphrase, &["reply", "1"], empty).refused(2, "text");
        shell.desk(&an, &passphrase, &["note", "1"], empty).refused(2, "text");
    }
    shell.client("mailbox", &["read"], "", &[]).refused(2, "MICROMOED_TOKEN");
    shell.client("mailbox", &["read"], "", &[("MICROMOED_TOKEN", "")]).refused(2, "MICROMOED_TOKEN");
    shell.client("mailbox", &["read"], "", &[("MICROMOED_TOKEN", "K7QF-9M2P")]).refused(2, "");
    shell.client("mailbox", &["say"], "K7QF\n", &[]).refused(2, "text");
    shell.desk(&an, "", &["inbox"], "").refused(2, "MICROMOED_PASSPHRASE");
    shell.desk(&nowhere, &passphrase, &["inbox"], "").refused(2, "--account");
    shell.desk(&an, "six other words that are wrong", &["inbox"], "").refused(1, "passphrase");
    shell.desk(&an, &passphrase, &["show", "7"], "").refused(2, "7");
    shell.desk(&an, &passphrase, &["triage", "1", "colour=red"], "").refused(2, "colour");
    shell.client("report", &["--attach", "no/such/file"], "text", &[]).refused(2, "no/such/file");
    shell
        .desk(Path::new("no-desk"), "none", &["reply", "1", "--attach", "no/such/file"], "text")
        .refused(2, "no/such/file");
    shell.client("mailbox", &["fetch", "1", "photo.jpg"], "K7QF\n", &[]).refused(2, "M.A");
    shell.client("report", &["--exclude", "Nobody"], "text", &[]).refused(2, "An Peeters");
    shell.client("report", &["--exclude", "An"], "text", &[]).refused(1, "");
    shell.client("report", &["--exclude", "-"], "An\n\ntext\n", &[]).refused(1, "");

    // A secret is no argument, under no name.
    for line in [&["read", "--token", "K7QF"][..], &["--token", "K7QF", "read"], &["read", "K7QF"]] {
        assert_eq!(shell.client("mailbox", line, "", &[]).code, 2, "{line:?}");
    }
    for line in [&["--passphrase", "x", "inbox"][..], &["inbox", "x"], &["accept", &invitation, "--passphrase", "x"]] {
        assert_eq!(shell.desk(&an, &passphrase, line, "").code, 2, "{line:?}");
    }
    assert_eq!(shell.client("report", &["the text"], "", &[]).code, 2);

    // What a later release brings, and what it is silent about until then.
    let later = [
        shell.desk(&an, &passphrase, &["give", "1", "Bo"], ""),
        shell.desk(&an, &passphrase, &["export", "1", "x.pdf"], ""),
        shell.desk(&an, &passphrase, &["trends"], ""),
    ];
    for ran in later {
        ran.refused(1, "not in this release");
    }
    let help = run(&["desk", "--help"], "", &[]);
    assert_eq!(help.code, 0);
    assert!(!help.out.contains("give") && !help.out.contains("not in this release"), "{}", help.out);

    // A server that is not there: nothing was acknowledged.
    let silent = run(&["mailbox", "--server", "http://127.0.0.1:1/x", "--org", SLUG, "read"], "K7QF", &[]);
    silent.refused(2, "address");
}

#[test]
fn a_wrong_setting_is_refused_with_the_nearest_known_one() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    let config = folder.path().join("config.toml");
    fs::write(&config, "[mailbox]\ntikcs = \"immediate\"\n").unwrap();
    let line =
        ["--data", data.to_str().unwrap(), "--config", config.to_str().unwrap(), "serve", "--listen", "127.0.0.1:0"];
    run(&line, "", &[]).refused(2, "mailbox.ticks");
    let line = ["--data", data.to_str().unwrap(), "serve", "--listen", "127.0.0.1:0"];
    run(&line, "", &[("MICROMOED_MAILBOX__TIKCS", "immediate")]).refused(2, "mailbox.ticks");
}

#[test]
fn an_installation_for_tests_and_a_real_one_are_never_mixed() {
    for database in databases() {
        let mut shell = Shell::begin(&database);
        shell.operator(&["org", "create", SLUG, "--name", "Zonnehuis"]);
        let told = shell.operator(&["doctor", "--json"]).document();
        assert!(told["unwise"].to_string().contains("test installation"), "{told}");
        let second = shell.operator(&["serve", "--listen", "127.0.0.1:0"]);
        second.refused(1, "open");
        shell.service.stop();
        let told = shell.operator(&["doctor", "--json"]).document();
        assert!(told["unwise"].to_string().contains("test installation"), "for ever: {told}");
    }
    // The other way round: a store that began as a real one takes no test clock.
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    let data = data.to_str().unwrap();
    let created = run(&["--data", data, "org", "create", SLUG, "--name", "Echt", "--json"], "", &[]).document();
    fields(&created, &["invitation", "url"]);
    for (name, value) in [("MICROMOED_TEST__CLOCK", "true"), ("MICROMOED_MAILBOX__TICKS", "immediate")] {
        run(&["--data", data, "serve", "--listen", "127.0.0.1:0"], "", &[(name, value)]).refused(1, "test");
    }
}

#[test]
fn a_service_that_says_it_listens_ends_well_when_it_is_told_so_at_once() {
    let database = databases().remove(0);
    let mut service = Service::start(&database, Ticks::Immediate);
    for _ in 0..10 {
        service.restart();
    }
}
