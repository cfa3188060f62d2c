use super::*;
use clap::Parser;
use std::collections::BTreeMap;

#[derive(Parser)]
struct Program {
    #[command(subcommand)]
    command: Command,
}

const PLACE: [&str; 4] = ["--server", "http://127.0.0.1:1", "--org", "team"];

fn parse(words: &[&str]) -> Result<Command, clap::Error> {
    Program::try_parse_from(["micromoed"].iter().chain(words)).map(|program| program.command)
}

/// Runs without a terminal and without a server.
fn attempt(words: &[&str], input: &str, environment: &[(&str, &str)]) -> Result<Output, Error> {
    let environment: BTreeMap<_, _> = environment.iter().copied().collect();
    let mut io = Io {
        input: &mut input.as_bytes(),
        messages: &mut std::io::sink(),
        environment: &|name| environment.get(name).map(|value| (*value).to_owned()),
        ask: None,
    };
    run(parse(words).unwrap(), &mut io)
}

fn words<'a>(before: &[&'a str], after: &[&'a str]) -> Vec<&'a str> {
    before.iter().chain(&PLACE).chain(after).copied().collect()
}

#[test]
fn the_documented_command_lines_are_understood_and_later_ones_are_hidden() {
    use clap::CommandFactory;
    Program::command().debug_assert();
    for line in [
        words(&["report"], &["--exclude", "An", "--exclude", "-", "--with-fallback"]),
        words(&["mailbox"], &["read"]),
        words(&["mailbox"], &["say"]),
        words(&["mailbox"], &["erase"]),
        words(&["report"], &["--attach", "photo.jpg", "--attach", "letter.pdf"]),
        words(&["mailbox"], &["say", "--attach", "photo.jpg"]),
        words(&["mailbox"], &["say", "--attach", "photo.jpg", "--keep-metadata"]),
        words(&["mailbox"], &["fetch", "1.1", "photo.jpg"]),
        words(&["desk"], &["--state", "d", "fetch", "3", "2.1", "photo.jpg"]),
        words(&["desk"], &["--state", "d", "--account", "an", "accept", "-", "--name", "An"]),
        words(&["desk"], &["--state", "d", "show", "3", "--purpose", "legal_duty"]),
        words(&["desk"], &["--state", "d", "triage", "3", "category=workload", "flags="]),
    ] {
        assert!(parse(&line).is_ok(), "{line:?}");
    }
    assert!(parse(&words(&["desk"], &["--state", "d", "show", "3", "--purpose", "cards"])).is_err());
    assert!(parse(&words(&["mailbox"], &["fetch", "1", "photo.jpg"])).is_err());
    assert!(parse(&words(&["report"], &["--keep-metadata"])).is_err());
    assert!(parse(&words(&["desk"], &["people"])).is_err());
    assert!(parse(&["report", "--server", "http://a.example", "--org", "No Slug"]).is_err());
    for later in [
        words(&["desk"], &["--state", "d", "export", "1", "out.pdf"]),
        words(&["desk"], &["--state", "d", "give", "1", "Jo"]),
        words(&["desk"], &["--state", "d", "trends", "--publish"]),
    ] {
        let error = attempt(&later, "", &[]).err().unwrap();
        assert_eq!((error.exit_code(), error.to_string().as_str()), (1, "not in this release"), "{later:?}");
    }
    let mut program = Program::command();
    let help = program.find_subcommand_mut("desk").unwrap().render_long_help().to_string();
    assert!(!help.contains("export") && help.contains("fetch"), "{help}");
}

#[test]
fn without_a_terminal_nothing_is_asked_and_the_variable_is_named() {
    let folder = tempfile::tempdir().unwrap();
    let state = folder.path().to_str().unwrap();
    let cases = [
        (words(&["mailbox"], &["read"]), "", "MICROMOED_TOKEN"),
        (words(&["mailbox"], &["read"]), "\nK7QF", "MICROMOED_TOKEN"),
        (words(&["mailbox"], &["say"]), "K7QF\n", "no text"),
        (words(&["report"], &[]), "", "no text"),
        (words(&["report"], &[]), "\n", "no text"),
        (words(&["report"], &["--exclude", "-"]), "An\nJo", "empty line"),
        (words(&["report"], &["--exclude", "-"]), "An\n\n", "no text"),
        (words(&["desk"], &["--state", state, "inbox"]), "", "MICROMOED_PASSPHRASE"),
        (words(&["desk"], &["--state", state, "reply", "1"]), "", "no text"),
        (words(&["desk"], &["--state", state, "accept", "-"]), "", "invitation"),
        (words(&["desk"], &["--state", state, "accept", "K7QF"]), "", "invitation"),
        (words(&["desk"], &["--state", state, "--account", "An", "inbox"]), "", "account"),
    ];
    for (line, input, expected) in cases {
        let empty = [("MICROMOED_TOKEN", ""), ("MICROMOED_PASSPHRASE", " ")];
        let error = attempt(&line, input, &empty).err().unwrap();
        assert_eq!(error.exit_code(), 2, "{line:?}: {error}");
        assert!(error.to_string().contains(expected), "{line:?}: {error}");
    }
}

#[test]
fn token_names_and_text_are_taken_from_where_they_stand() {
    let mut input = "An\n Jo \n\nfirst\r\n\nlast\n\n".as_bytes();
    let environment = |name: &str| (name == "MICROMOED_PASSPHRASE").then(|| "six words".to_owned());
    let mut io = Io { input: &mut input, messages: &mut std::io::sink(), environment: &environment, ask: None };
    assert_eq!(io.lines_to_an_empty_one().unwrap(), ["An", "Jo"]);
    assert_eq!(io.text().unwrap().as_str(), "first\r\n\nlast\n");
    assert_eq!(io.passphrase().unwrap().as_str(), "six words");
    let mut input = "K7QF-9M2P \ntext\r\n".as_bytes();
    let mut io = Io { input: &mut input, messages: &mut std::io::sink(), environment: &environment, ask: None };
    assert_eq!(io.token().unwrap().as_str(), "K7QF-9M2P");
    assert_eq!(io.text().unwrap().as_str(), "text");
    let mut input: &[u8] = &[0xff, b'\n'];
    let mut io = Io { input: &mut input, messages: &mut std::io::sink(), environment: &environment, ask: None };
    assert_eq!(io.text().unwrap_err().exit_code(), 2);
    let mut io = Io {
        input: &mut "".as_bytes(),
        messages: &mut std::io::sink(),
        environment: &|_| None,
        ask: Some(|_| Ok("typed".into())),
    };
    assert_eq!((io.token().unwrap().as_str(), io.passphrase().unwrap().as_str()), ("typed", "typed"));
}

#[test]
fn the_documents_have_the_documented_names_and_the_terminal_obeys_nobody() {
    let json = |output: &Output| -> serde_json::Value { serde_json::from_str(&output.to_json().unwrap()).unwrap() };
    let sent = report::Sent {
        token: "K7QF-9M2P".into(),
        id: "00ff".into(),
        day: "2026-11-21".into(),
        answer_by: "2026-11-28".into(),
        feedback_by: "2027-02-28".into(),
        readers: vec!["An\u{1b}[2J".into()],
    };
    let sent = Output::Sent { sent, attached: 2, missing: false };
    assert_eq!((&json(&sent)["attached"], sent.exit_code()), (&2.into(), 0));
    assert_eq!((&json(&sent)["token"], &json(&sent)["id"]), (&"K7QF-9M2P".into(), &"00ff".into()));
    assert!(sent.to_string().contains("K7QF-9M2P") && !sent.to_string().contains('\u{1b}'));
    let view =
        crate::mailbox::View { messages: vec![], status: "new", answer_by: None, feedback_by: None, restored_to: None };
    let view = json(&Output::Mailbox(view));
    assert_eq!((&view["status"], &view["messages"]), (&"new".into(), &serde_json::json!([])));
    assert!(view.as_object().unwrap().contains_key("answer_by"));
    let approval = Output::Approval(crate::desk::Approval { signatures: 1, needed: 2 });
    assert_eq!(approval.to_json().unwrap(), r#"{"signatures":1,"needed":2}"#);
    assert_eq!(Output::taken_back().to_json().unwrap(), r#"{"taken_back":true}"#);
    assert!(approval.to_string().contains("Another guardian"));
}
