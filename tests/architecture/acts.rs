//! Everything that acts is an entry of the access log, or says why it is none: each route, each request over the local
//! socket, each job. Whoever adds one has to say.

use super::assert_none;
use super::source::file;
use std::collections::BTreeSet;

use Says::{Enters, Nothing};

#[derive(Clone, Copy)]
enum Says {
    /// Which entries it makes, by their names.
    Enters(&'static [&'static str]),
    /// None, and why not.
    Nothing(&'static str),
}

const PUBLIC: Says = Nothing("the same for everybody, and nobody is known");
const OWN: Says = Nothing("a reporter reads or writes her own: an entry would say when she was here");
const SEALED_STORE: Says = Nothing("takes in sealed bytes of the one who sealed them; reading them again is an entry");

/// Method and address.
const ROUTES: [(&str, Says); 50] = [
    ("GET /health/live", PUBLIC),
    ("GET /health/ready", PUBLIC),
    ("GET /api/openapi.json", PUBLIC),
    ("GET /api/v1/organisations/{slug}", PUBLIC),
    ("GET /api/v1/challenge", PUBLIC),
    ("POST /api/v1/threads", Enters(&["thread.registered"])),
    ("POST /api/v1/mailbox/read", OWN),
    ("POST /api/v1/mailbox/say", OWN),
    ("POST /api/v1/mailbox/take-back", OWN),
    ("POST /api/v1/mailbox/erase", Enters(&["thread.erased"])),
    ("POST /api/v1/mailbox/files/begin", OWN),
    ("POST /api/v1/mailbox/files/put", OWN),
    ("POST /api/v1/mailbox/files/remove", OWN),
    ("POST /api/v1/mailbox/files/fetch", OWN),
    ("POST /api/v1/invitations/look", Nothing("shows who invites, to whoever holds the invitation")),
    ("POST /api/v1/invitations/accept", Enters(&["staff.accepted", "roster.changed"])),
    ("POST /api/v1/sessions", Enters(&["staff.session_opened"])),
    ("DELETE /api/v1/session", Nothing("ends what an entry began")),
    ("GET /api/v1/desk/vault", Nothing("her own sealed vault, for whom an entry says that she signed in")),
    ("PUT /api/v1/desk/vault", Nothing("happens at every batch: it would only write down who sat at her desk when")),
    ("GET /api/v1/desk/people", Nothing("names and keys of staff, which the roster makes public")),
    ("POST /api/v1/desk/roster", Enters(&["roster.changed"])),
    ("POST /api/v1/desk/attestation", Nothing("signed by herself and public")),
    ("GET /api/v1/desk/batches", Nothing("slots and decoys without content; opening one is an entry")),
    ("POST /api/v1/desk/batches/acknowledge", Nothing("moves her own cursor")),
    ("POST /api/v1/desk/enrolments", Nothing("proves that she holds the thread's key; nothing leaves")),
    ("POST /api/v1/desk/releases", Enters(&["body.release"])),
    ("POST /api/v1/desk/files/begin", SEALED_STORE),
    ("POST /api/v1/desk/files/put", SEALED_STORE),
    ("POST /api/v1/desk/files/remove", Nothing("takes her own file away before anybody can have seen it")),
    ("POST /api/v1/desk/files/release", Enters(&["attachment.release"])),
    ("POST /api/v1/desk/files/fetch", Nothing("parts of a file whose release stands in the log")),
    ("POST /api/v1/desk/cards", Enters(&["cards.listed"])),
    ("PUT /api/v1/desk/key-rows", SEALED_STORE),
    ("POST /api/v1/desk/replies", Enters(&["reply.sent"])),
    ("POST /api/v1/desk/take-back", Nothing("takes back her own reply, of which an entry says that it was sent")),
    ("POST /api/v1/desk/cases", SEALED_STORE),
    ("POST /api/v1/desk/records", SEALED_STORE),
    ("GET /api/v1/desk/reconciliation", Nothing("two heads and signatures under them, which the log will name")),
    ("POST /api/v1/desk/reconciliation", Enters(&["ledger.reconciled"])),
    ("GET /ledger/checkpoint", PUBLIC),
    ("GET /ledger/witnessed", PUBLIC),
    ("GET /ledger/policy", PUBLIC),
    ("POST /ledger/cosignatures", Nothing("stands under a checkpoint, for everybody to see")),
    ("GET /ledger/tile/entries/{part:.*}", PUBLIC),
    ("GET /ledger/tile/{level}/{part:.*}", PUBLIC),
    ("GET /ledger/volume/{part:.*}", PUBLIC),
    ("GET /ledger/bodies/{part:.*}", PUBLIC),
    ("GET /ledger/epochs", PUBLIC),
    ("GET /ledger/epochs/{number}", PUBLIC),
];

/// What can be asked over the local socket.
const REQUESTS: [(&str, Says); 6] = [
    ("Status", Nothing("says what kind of installation this is, and its day")),
    ("Clock", Nothing("only where a test clock is, which every page says")),
    ("OrganisationCreate", Enters(&["organisation.created", "staff.invited"])),
    ("OrganisationQuestions", Enters(&["config.changed"])),
    ("Invite", Enters(&["staff.invited"])),
    ("Backup", Enters(&["backup.made"])),
];

/// What the server does by itself.
const JOBS: [(&str, Says); 10] = [
    ("catch_up", Nothing("shows what waited, to both sides, at an hour that everybody knows")),
    ("close_epoch_when_due", Enters(&["epoch.opened", "epoch.closed", "pad"])),
    ("pad_sometimes", Enters(&["pad"])),
    ("look_after", Nothing("keys of the ring come and go, and what came of it is entered right after it")),
    ("enter_keys", Enters(&["release_key.rotated", "release_key.destroyed"])),
    ("forget_sessions", Nothing("sessions that were over")),
    ("forget_invitations", Nothing("invitations that nobody took")),
    ("forget_tombstones", Nothing("hashes that tell nothing of what was erased a year ago")),
    ("forget_unfinished", Nothing("the beginning of a file that never became whole, and nobody could read")),
    ("bury_bodies", Enters(&["ledger.bodies_erased"])),
];

/// What happens when the program opens an installation.
const AT_START: [(&str, Says); 2] = [
    ("begin_log", Enters(&["epoch.opened", "backup.restored", "ledger.sealed"])),
    ("enter_changes", Enters(&["binary.changed", "config.changed"])),
];

/// Entries whose acts come with a later release: each is made by nothing yet.
const LATER: [&str; 15] = [
    "case.release",
    "export.made",
    "share.release",
    "thread.erased_by_staff",
    "thread.expired",
    "thread.given",
    "thread.stepped_aside",
    "thread.taken_over",
    "thread.handed_over",
    "staff.login_key_changed",
    "staff.second_factor_changed",
    "command.run",
    "trend.committed",
    "trend.released",
    "trend.opened",
];

/// `audit_key.changed` is no act of its own: the roster's new version is.
const BY_THE_ROSTER: [&str; 1] = ["audit_key.changed"];

/// Method and address of each route in the table of all addresses; pages and assets are the same for everybody.
fn routes(table: &str) -> BTreeSet<String> {
    let mut routes = BTreeSet::new();
    for piece in table.split("resource(\"").skip(1) {
        let Some((path, rest)) = piece.split_once('"') else { continue };
        if !["/api", "/health", "/ledger"].iter().any(|start| path.starts_with(start)) {
            continue;
        }
        for method in ["get", "post", "put", "delete"] {
            if rest.split(".service(").next().unwrap_or_default().contains(&format!("route({method}()")) {
                routes.insert(format!("{} {path}", method.to_uppercase()));
            }
        }
    }
    routes
}

/// Variants of the requests over the socket.
fn requests(text: &str) -> BTreeSet<String> {
    let body = text.split("pub enum Request {\n").nth(1).and_then(|rest| rest.split("\n}").next()).unwrap_or_default();
    let variants = body
        .lines()
        .filter_map(|line| line.strip_prefix("    "))
        .filter(|line| line.starts_with(|letter: char| letter.is_ascii_uppercase()));
    variants.map(|line| line.chars().take_while(char::is_ascii_alphanumeric).collect()).collect()
}

/// Names of what jobs call: methods of the app, and what forgets.
fn jobs(texts: &[String]) -> BTreeSet<String> {
    let mut jobs = BTreeSet::new();
    for text in texts {
        let code = text.split("#[cfg(test)]").next().unwrap_or_default();
        for word in code
            .split(|letter: char| !(letter.is_ascii_alphanumeric() || letter == '_' || letter == ':' || letter == '.'))
        {
            let of_app = word
                .strip_prefix("app.")
                .filter(|name| ["catch_up", "close_", "pad_", "enter_"].iter().any(|start| name.starts_with(start)));
            let forgets = word
                .split("::")
                .last()
                .filter(|name| word.contains("::") && ["forget_", "bury_"].iter().any(|start| name.starts_with(start)));
            let looks_after = word.strip_prefix("rotation::").filter(|name| name.starts_with("look_after"));
            jobs.extend(
                [of_app, forgets, looks_after].into_iter().flatten().map(|name| name.trim_end_matches('.').to_owned()),
            );
        }
    }
    jobs
}

fn differences(what: &str, there: &BTreeSet<String>, said: &[(&str, Says)]) -> Vec<String> {
    let known: BTreeSet<String> = said.iter().map(|(name, _)| (*name).to_owned()).collect();
    let silent =
        there.difference(&known).map(|name| format!("{what} {name} does not say which entry of the log it makes"));
    let gone = known.difference(there).map(|name| format!("{what} {name} is in the table and nowhere else"));
    silent.chain(gone).collect()
}

#[test]
fn everything_that_acts_says_which_entry_it_makes() {
    let routes = routes(&file("api/src/routes.rs").text);
    assert_none(&differences("the route", &routes, &ROUTES));
    let requests = requests(&file("api/src/commands/request.rs").text);
    assert_none(&differences("the request", &requests, &REQUESTS));
    let jobs = jobs(&["api/src/jobs.rs", "api/src/jobs/retention.rs"].map(|path| file(path).text));
    assert_none(&differences("the job", &jobs, &JOBS));
    for (name, _) in AT_START {
        assert!(file("api/src/app/acts.rs").text.contains(&format!("pub async fn {name}(")), "{name}");
    }
    for (name, says) in ROUTES.iter().chain(&REQUESTS).chain(&JOBS) {
        if let Nothing(why) = says {
            assert!(why.len() > 10, "{name} says nothing");
        }
    }
}

#[test]
fn every_act_of_the_log_is_made_by_something_or_comes_later() {
    let list = file("crypto/src/ledger/act.rs").text;
    let acts = list.split("closed_list! {").nth(1).and_then(|rest| rest.split("\n}").next()).unwrap_or_default();
    let acts: BTreeSet<&str> = acts
        .lines()
        .filter_map(|line| line.trim().strip_suffix("\",")?.rsplit_once('"'))
        .map(|(_, name)| name)
        .collect();
    assert!(acts.len() > 30, "{acts:?}");
    let made: BTreeSet<&str> = ROUTES
        .iter()
        .chain(&REQUESTS)
        .chain(&JOBS)
        .chain(&AT_START)
        .flat_map(|(_, says)| match says {
            Enters(acts) => acts.iter().copied(),
            Nothing(_) => [].iter().copied(),
        })
        .collect();
    let later: BTreeSet<&str> = LATER.into_iter().chain(BY_THE_ROSTER).collect();
    assert_eq!(made.intersection(&later).count(), 0, "made already");
    let all: BTreeSet<&str> = made.union(&later).copied().collect();
    assert_eq!(all, acts);
}

#[test]
fn one_that_says_nothing_is_found() {
    let table =
        r#".service(resource("/api/v1/new").route(get().to(new)).route(put().to(new))).service(resource("/desk"))"#;
    let found = routes(table);
    assert_eq!(found, BTreeSet::from(["GET /api/v1/new".to_owned(), "PUT /api/v1/new".to_owned()]));
    assert_eq!(differences("the route", &found, &ROUTES).len(), 2 + ROUTES.len());
    let found = requests(
        "pub enum Request {\n    /// A.\n    One,\n    Two {\n        at: Timestamp,\n    },\n    Three(x::Y),\n}\n",
    );
    assert_eq!(found, ["One", "Two", "Three"].map(str::to_owned).into());
    let found = jobs(&["(app.close_door().await, \"x\"), db| people::forget_names(db)".to_owned()]);
    assert_eq!(found, ["close_door", "forget_names"].map(str::to_owned).into());
}
