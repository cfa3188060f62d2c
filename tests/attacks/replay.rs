//! Every request of a whole story, sent once more: nothing is doubled, nothing is lost.

use crate::support::databases::databases;
use crate::support::http::ask;
use crate::support::people::{Team, lines};
use crate::support::relay::Exchange;
use crate::support::service::Ticks;
use crate::support::staff;
use client::Wait;
use client::desk::Changes;
use client::entropy::generator;
use client::files::NewFile;
use crypto::access::{FileAct, MailboxAct, MailboxRequest, StaffFile};
use crypto::thread::Content;
use crypto::token::ReplyToken;
use std::collections::BTreeSet;

/// What passed in a story that uses every route, and the token of the report in it.
pub(super) fn story(team: &Team) -> (Vec<Exchange>, String) {
    let rng = &mut generator().unwrap();
    let sent = team.report("first");
    let mut an = team.an.sit(&team.service);
    an.inbox(rng).wait().unwrap();
    an.show(1, None, rng).wait().unwrap();
    let replied = an.reply(1, &Content::Text("taken back".into()), rng).wait().unwrap();
    // With immediate ticks it is shown as soon as somebody asks, so this may come too late.
    drop(an.take_back(1, replied.sequence, rng).wait());
    an.note(1, "a note", rng).wait().unwrap();
    an.triage(1, &Changes::parse(&["severity=S2".to_owned()]).unwrap(), rng).wait().unwrap();
    let said = team.say(&sent.token, "second");
    drop(team.mailbox(&sent.token, |mailbox| mailbox.take_back(said.sequence).wait()));
    team.say(&sent.token, "third");
    let file = NewFile { bytes: vec![7; 300_000].into(), ending: String::new() };
    team.mailbox(&sent.token, |mailbox| mailbox.attach("with a file", &[file], rng).wait()).unwrap();
    // The journey takes a file away with its message, and here every message is shown at once.
    let organisation = team.service.organisation(&team.an.slug).id();
    let keys = ReplyToken::parse(organisation, &sent.token).unwrap().keys(organisation, 0);
    let ((challenge, _), origin) = (staff::challenge(&team.service), team.service.relay.origin());
    let (act, body) = (MailboxAct::RemoveFile, 9_u32.to_be_bytes().to_vec());
    let removal = MailboxRequest::make(act, organisation, &keys.mailbox, &origin, challenge, body).to_bytes();
    let octets = [("content-type", "application/octet-stream")];
    assert_eq!(ask(&origin, "POST", "/api/v1/mailbox/files/remove", &octets, &removal).status(), 204);
    let place = team.read(&sent.token).messages.len();
    team.mailbox(&sent.token, |mailbox| mailbox.fetch(place, 1).wait()).unwrap();
    an.fetch(1, (place, 1), rng).wait().unwrap();
    let file = NewFile { bytes: vec![8; 300_000].into(), ending: String::new() };
    an.reply_with(1, "and another", &[file], rng).wait().unwrap();
    let ans = staff::sign_in(&team.service, &team.an);
    let body = 9_u32.to_be_bytes().to_vec();
    let removal = StaffFile::make(FileAct::Remove, organisation, keys.thread(), &ans.keys.sign, body).to_bytes();
    let headers = [octets[0], ("authorization", ans.bearer.as_str())];
    assert_eq!(ask(&origin, "POST", "/api/v1/desk/files/remove", &headers, &removal).status(), 204);
    let gone = team.report("away");
    team.erase(&gone.token);
    drop(an);
    team.take_in(&[("coach", "Bo Claes")]);
    // A witness that the server does not know: her line is refused.
    let folder = tempfile::tempdir().unwrap();
    let witness = client::witness::Folder::open(folder.path()).unwrap();
    drop(witness.witness(&team.service.server(), None, "council.example", rng).wait());
    (team.service.relay.take(), sent.token)
}

#[test]
fn every_request_sent_again_changes_nothing() {
    for database in databases() {
        let team = Team::begin(&database, Ticks::Immediate);
        let (passed, token) = story(&team);
        let routes: BTreeSet<_> = passed.iter().map(|exchange| exchange.request.route().1.to_owned()).collect();
        assert!(routes.len() > 18, "{routes:?}");
        let before = lines(&team.read(&token).messages);
        assert_eq!(before.len(), 4 - usize::from(before.iter().all(|line| !line.contains("taken back"))) + 2);
        let rows = || -> Vec<String> {
            let kept = [
                "thread",
                "message",
                "file",
                "file_part",
                "staged_file",
                "staged_part",
                "person",
                "roster",
                "case_record",
                "case_file",
                "enrolment",
                "tombstone",
                "organisation",
            ];
            let count = |table: &&str| database.lines(&format!("SELECT CAST(count(*) AS TEXT) AS line FROM {table}"));
            kept.iter().flat_map(count).collect()
        };
        let counted = rows();
        for exchange in &passed {
            let request = &exchange.request;
            let (method, _) = request.route();
            let path = request.first.split(' ').nth(1).unwrap();
            let headers = request.headers.iter().filter(|(name, _)| name != "host" && name != "content-length");
            let headers: Vec<_> = headers.map(|(name, value)| (name.as_str(), value.as_str())).collect();
            let answer = ask(&team.service.address, method, path, &headers, &request.body);
            assert!(answer.status() < 500, "{method} {path}: {answer:?}");
        }
        assert_eq!(rows(), counted);
        assert_eq!(lines(&team.read(&token).messages), before);
        let rng = &mut generator().unwrap();
        let mut an = team.an.sit(&team.service);
        assert_eq!(an.inbox(rng).wait().unwrap().threads.len(), 1);
        assert_eq!(an.show(1, None, rng).wait().unwrap().messages.len(), before.len());
    }
}
