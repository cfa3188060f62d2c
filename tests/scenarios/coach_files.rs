//! Files that go with an answer: the other way round everything is as with those of a report, but that a desk's own
//! fetching stands in the log, too.

use super::files::{self, content, count, fetched, fetchings, file, keys, open, request, rows, send};
use crate::support::backups;
use crate::support::databases::databases;
use crate::support::http::Message;
use crate::support::people::{Coach, Team, lines};
use crate::support::program::verify;
use crate::support::service::{Service, Ticks};
use crate::support::staff::{self, Session};
use client::desk::Desk;
use client::entropy::generator;
use client::files::NewFile;
use client::{Error, Wait};
use crypto::ThreadId;
use crypto::access::{FileAct, FileBegin, FileFetch, FilePut, MailboxAct, StaffFile};
use crypto::thread::{Content, FilePlace, SealedFile, derive_file_key, largest_sealed, sealed_size};

fn reply(desk: &mut Desk, text: &str, files: &[NewFile]) -> Result<client::desk::Replied, Error> {
    desk.reply_with(1, text, files, &mut generator().unwrap()).wait()
}

fn thread(id: &str) -> ThreadId {
    ThreadId::from_hex(id).unwrap()
}

/// Sends what somebody at a desk signed about a file of hers.
fn ask(service: &Service, who: &Session, act: FileAct, thread: ThreadId, body: Vec<u8>) -> Message {
    let path = match act {
        FileAct::Begin => "/api/v1/desk/files/begin",
        FileAct::Put => "/api/v1/desk/files/put",
        FileAct::Remove => "/api/v1/desk/files/remove",
    };
    let request = StaffFile::make(act, who.keys.organisation, thread, &who.keys.sign, body);
    who.send(service, "POST", path, &request.to_bytes())
}

fn begin(team: &Team, who: &Session, thread: ThreadId, number: u32, size: u64) -> Message {
    ask(&team.service, who, FileAct::Begin, thread, FileBegin { number, size }.to_bytes())
}

fn put(team: &Team, who: &Session, thread: ThreadId, (number, part): (u32, u32), bytes: &[u8]) -> Message {
    ask(&team.service, who, FileAct::Put, thread, FilePut { number, part, bytes }.to_bytes())
}

/// A file sealed as its author's device does it.
fn sealed<'f>(who: &Session, thread: ThreadId, number: u32, bytes: &'f [u8]) -> SealedFile<'f> {
    let place = FilePlace { organisation: who.keys.organisation, thread, author: who.keys.person, number };
    SealedFile::new(&place, &derive_file_key(&place, &who.keys.sign, bytes), bytes).unwrap()
}

/// What the reporter is answered who asks for a part that no message names to her.
fn fetch_by_hand(team: &Team, token: &str, author: &Session, number: u32) -> Message {
    let fetch = FileFetch { author: author.keys.person, number, part: 0 }.to_bytes();
    send(team, "fetch", &request(team, &keys(team, token), MailboxAct::FetchPart, fetch))
}

#[test]
fn a_coachs_files_come_back_byte_for_byte_and_only_a_desks_fetching_is_an_entry() {
    for database in databases() {
        let team = Team::begin(&database, Ticks::Immediate);
        let bo = team.take_in(&[("coach", "Bo Claes")]).remove(0);
        let rng = &mut generator().unwrap();
        let sent = team.report("what may I ask for?");
        let mut an = open(&team);
        let opened = team.mailbox(&sent.token, |mailbox| mailbox.receipt().wait()).unwrap().accesses.len();
        let (small, large) = (content(11, 1), content(700_000, 2));
        reply(&mut an, "the agreement", &[file(&small, "TXT"), file(&large, "pdf")]).unwrap();
        let entered = team.mailbox(&sent.token, |mailbox| mailbox.receipt().wait()).unwrap().accesses;
        let acts: Vec<_> = entered[opened..].iter().map(|access| access.act).collect();
        assert_eq!(acts, ["body.release", "reply.sent"], "as for an answer without files");

        let view = team.read(&sent.token);
        assert_eq!(lines(&view.messages)[1], "An Peeters: the agreement");
        let named: Vec<_> =
            view.messages[1].attachments.iter().map(|file| (file.name.as_str(), file.media_type.as_str())).collect();
        assert_eq!(named, [("file-1.txt", "text/plain"), ("file-2.pdf", "application/pdf")]);
        assert!(fetched(&team, &sent.token, 2, 1) == small && fetched(&team, &sent.token, 2, 2) == large);
        assert_eq!(fetchings(&team, &sent.token), 0, "reading her own thread is nobody's release");

        // At a desk every fetching is an entry, also of one's own.
        let mut bos = bo.sit(&team.service);
        bos.inbox(rng).wait().unwrap();
        for (desk, place, entries) in [(&mut bos, 2, 1), (&mut an, 1, 2)] {
            let got = desk.fetch(1, (2, place), rng).wait().unwrap();
            assert!(*got.bytes == *[&small, &large][place - 1], "file {place}");
            assert_eq!(fetchings(&team, &sent.token), entries);
        }

        // Each has numbers of her own, and files may go without a text.
        let more = content(300_000, 3);
        team.mailbox(&sent.token, |mailbox| mailbox.attach("", &[file(&small, "")], rng).wait()).unwrap();
        reply(&mut bos, "", &[file(&more, "jpg")]).unwrap();
        let view = team.read(&sent.token);
        let bos_place = view.messages.iter().position(|message| message.author == "Bo Claes").unwrap();
        let message = &view.messages[bos_place];
        assert_eq!((message.kind, message.attachments[0].name.as_str()), (Some("files"), "file-1.jpg"));
        assert!(fetched(&team, &sent.token, bos_place + 1, 1) == more);
        reply(&mut an, "one more", &[file(&small, "")]).unwrap();
        assert_eq!(team.read(&sent.token).messages[4].attachments[0].number, 3);
        assert_eq!(verify(&database), 0);
    }
}

#[test]
fn before_its_tick_an_answers_file_is_its_authors_alone_and_goes_with_it() {
    for database in databases() {
        let team = Team::begin(&database, Ticks::Daily("2090-01-04T10:00:00Z"));
        let bo = team.take_in(&[("coach", "Bo Claes")]).remove(0);
        let rng = &mut generator().unwrap();
        let sent = team.report("the text");
        team.service.clock("2090-01-04T18:30:00Z");
        let mut an = open(&team);
        let bytes = content(400_000, 4);
        reply(&mut an, "soon", &[file(&bytes, "pdf")]).unwrap();
        assert_eq!(rows(&database), [1, 2, 0, 0]);
        let ans = staff::sign_in(&team.service, &team.an);
        assert_eq!(fetch_by_hand(&team, &sent.token, &ans, 1).status(), 404);
        assert_eq!(team.read(&sent.token).messages.len(), 1);
        assert!(*an.fetch(1, (2, 1), rng).wait().unwrap().bytes == bytes, "she sees what she is about to send");
        let mut bos = bo.sit(&team.service);
        bos.inbox(rng).wait().unwrap();
        assert_eq!(bos.show(1, None, rng).wait().unwrap().messages.len(), 1);

        // Taken back in the same sitting, and in another one that knows nothing of it; its number is free again.
        for elsewhere in [false, true] {
            let back = reply(&mut an, "not so", &[file(&content(10, 5), "")]).unwrap();
            assert_eq!((rows(&database), back.sequence), ([2, 3, 0, 0], 1));
            if elsewhere {
                let mut other = team.an.sit_elsewhere(&team.service);
                other.inbox(rng).wait().unwrap();
                other.take_back(1, back.sequence, rng).wait().unwrap();
            } else {
                an.take_back(1, back.sequence, rng).wait().unwrap();
            }
            assert_eq!(rows(&database), [1, 2, 0, 0]);
        }

        team.service.clock("2090-01-05T07:00:00Z");
        assert_eq!(rows(&database), [0, 0, 1, 2]);
        let removal = ask(&team.service, &ans, FileAct::Remove, thread(&sent.id), 1_u32.to_be_bytes().to_vec());
        assert_eq!(removal.status(), 409, "somebody may have seen it");
        assert!(an.take_back(1, 0, rng).wait().is_err());
        assert!(fetched(&team, &sent.token, 2, 1) == bytes);
        assert!(*bos.fetch(1, (2, 1), rng).wait().unwrap().bytes == bytes);
        assert_eq!(verify(&database), 0);
    }
}

#[test]
fn an_interrupted_answer_goes_on_where_it_was() {
    for database in databases() {
        let mut team = Team::begin(&database, Ticks::Immediate);
        let sent = team.report("on a bad line");
        drop(open(&team));
        let (ans, thread) = (staff::sign_in(&team.service, &team.an), thread(&sent.id));
        let bytes = content(900_000, 5);
        let half = sealed(&ans, thread, 1, &bytes);
        assert_eq!(begin(&team, &ans, thread, 1, half.size()).json()["parts"], 0);
        for part in 0..2 {
            for _ in 0..2 {
                let answer = put(&team, &ans, thread, (1, part), &half.part(part));
                assert_eq!((answer.status(), &answer.json()["parts"]), (200, &(part + 1).into()), "and once more");
            }
        }
        let gap = put(&team, &ans, thread, (1, 3), &half.part(3));
        assert_eq!((gap.status(), &gap.json()["current"]), (409, &2.into()), "none is left out");
        assert_eq!(put(&team, &ans, thread, (1, 0), &half.part(1)).status(), 409, "what is there stays");
        assert_eq!(put(&team, &ans, thread, (1, 2), &half.part(2)[1..]).status(), 400);
        assert_eq!(begin(&team, &ans, thread, 1, half.size() + 1).status(), 409, "nor does its size change");

        team.service.kill9();
        assert_eq!(begin(&team, &ans, thread, 1, half.size()).json()["parts"], 2);
        let mut an = team.an.sit(&team.service);
        team.service.relay.take();
        reply(&mut an, "here", &[file(&bytes, "")]).unwrap();
        let passed = team.service.relay.take();
        let puts = passed.iter().filter(|exchange| exchange.request.route().1.ends_with("/put")).count();
        assert_eq!(puts, 3, "the last one that was there, and what was missing");
        assert!(fetched(&team, &sent.token, 2, 1) == bytes);
        assert_eq!(rows(&database), [0, 0, 1, 4]);

        // What was begun under a number and given up is not taken for another file.
        let given_up = content(100, 6);
        let first = sealed(&ans, thread, 2, &given_up);
        assert_eq!(begin(&team, &ans, thread, 2, first.size()).status(), 200);
        assert_eq!(put(&team, &ans, thread, (2, 0), &first.part(0)).status(), 200);
        let other = content(100, 7);
        reply(&mut an, "", &[file(&other, "")]).unwrap();
        assert_eq!(team.read(&sent.token).messages[2].attachments[0].number, 3);
        assert!(fetched(&team, &sent.token, 3, 1) == other);
    }
}

#[test]
fn what_never_became_whole_at_a_desk_is_gone_after_a_day() {
    for database in databases() {
        let team = Team::begin(&database, Ticks::Daily("2090-01-04T10:00:00Z"));
        let sent = team.report("first");
        team.service.clock("2090-01-04T18:30:00Z");
        drop(open(&team));
        let (ans, thread, bytes) = (staff::sign_in(&team.service, &team.an), thread(&sent.id), content(900_000, 9));
        let half = sealed(&ans, thread, 1, &bytes);
        assert_eq!(begin(&team, &ans, thread, 1, half.size()).status(), 200);
        assert_eq!(put(&team, &ans, thread, (1, 0), &half.part(0)).status(), 200);
        team.service.clock("2090-01-05T09:00:00Z");
        assert_eq!(rows(&database), [1, 1, 0, 0], "it may still go on");
        team.service.clock("2090-01-06T09:00:00Z");
        assert_eq!(rows(&database), [0; 4]);
    }
}

#[test]
fn erasing_takes_the_coachs_files_too_and_withdrawing_leaves_them() {
    for database in databases() {
        let mut team = Team::begin(&database, Ticks::Immediate);
        let rng = &mut generator().unwrap();
        let sent = team.report("away");
        let mut an = open(&team);
        let bytes = content(600_000, 2);
        reply(&mut an, "", &[file(&bytes, "")]).unwrap();
        team.mailbox(&sent.token, |mailbox| mailbox.withdraw(rng).wait()).unwrap();
        assert!(fetched(&team, &sent.token, 2, 1) == bytes);

        let ans = staff::sign_in(&team.service, &team.an);
        let (whole, half) = (sealed(&ans, thread(&sent.id), 1, &bytes), sealed(&ans, thread(&sent.id), 2, &bytes));
        assert_eq!(begin(&team, &ans, thread(&sent.id), 2, half.size()).status(), 200);
        assert_eq!(put(&team, &ans, thread(&sent.id), (2, 0), &half.part(0)).status(), 200);
        assert_eq!(rows(&database), [1, 1, 1, 3]);
        team.erase(&sent.token);
        assert_eq!(rows(&database), [0; 4]);
        assert_eq!(put(&team, &ans, thread(&sent.id), (2, 1), &half.part(1)).status(), 403);
        assert_eq!(fetch_by_hand(&team, &sent.token, &ans, 1).status(), 404);
        let gone = an.send_file(1, &file(b"more", ""), 0, rng).wait();
        assert!(matches!(gone, Err(Error::Erased)), "the desk says so");

        team.service.stop();
        for part in [whole.part(0), whole.part(2), half.part(0)] {
            database.has_forgotten(&part[1_000..1_032]);
        }
    }
}

#[test]
fn nobody_brings_a_file_in_anothers_name_or_where_she_is_not_enrolled() {
    for database in databases() {
        let team = Team::begin(&database, Ticks::Immediate);
        let [bo, cas] = <[Coach; 2]>::try_from(team.take_in(&[("coach", "Bo Claes"), ("coach", "Cas")])).ok().unwrap();
        let sent = team.report_as("not for Cas", &["Cas"], false).unwrap();
        let mut an = open(&team);
        reply(&mut an, "", &[file(&content(10, 1), "")]).unwrap();
        let thread = thread(&sent.id);
        let [ans, bos, others] = [&team.an, &bo, &cas].map(|who| staff::sign_in(&team.service, who));
        let (one, small) = (sealed_size(1).unwrap(), content(10, 2));

        // Excluded, or not enrolled yet: as if there were no such thread.
        for stranger in [&others, &bos] {
            let refused = begin(&team, stranger, thread, 1, one);
            assert_eq!(refused.status(), 403);
            let nowhere = begin(&team, stranger, ThreadId([9; 32]), 1, one);
            assert_eq!(refused.body, nowhere.body);
        }
        let mut desk = bo.sit(&team.service);
        desk.inbox(&mut generator().unwrap()).wait().unwrap();
        desk.show(1, None, &mut generator().unwrap()).wait().unwrap();

        // What Bo brings is hers: An's file stays as it is.
        let part = sealed(&bos, thread, 1, &small).part(0);
        assert_eq!(put(&team, &bos, thread, (1, 0), &part).status(), 404, "she announced none");
        assert_eq!(begin(&team, &bos, thread, 1, one).json()["parts"], 0);
        assert_eq!(put(&team, &bos, thread, (1, 0), &part).status(), 200);
        assert_eq!(ask(&team.service, &bos, FileAct::Remove, thread, 1_u32.to_be_bytes().to_vec()).status(), 204);
        assert!(fetched(&team, &sent.token, 2, 1) == content(10, 1));

        // In An's session only what An signed, and for its own address.
        let begun = FileBegin { number: 5, size: one }.to_bytes();
        let bos_own = StaffFile::make(FileAct::Begin, ans.keys.organisation, thread, &bos.keys.sign, begun.clone());
        let path = |act: &str| format!("/api/v1/desk/files/{act}");
        assert_eq!(ans.send(&team.service, "POST", &path("begin"), &bos_own.to_bytes()).status(), 403);
        let own = StaffFile::make(FileAct::Begin, ans.keys.organisation, thread, &ans.keys.sign, begun).to_bytes();
        for other in ["put", "remove"] {
            assert_eq!(ans.send(&team.service, "POST", &path(other), &own).status(), 400, "{other}");
        }
        let mut changed = own.clone();
        *changed.last_mut().unwrap() ^= 1;
        assert_eq!(ans.send(&team.service, "POST", &path("begin"), &changed).status(), 403);
        assert_eq!(staff::send(&team.service, None, "POST", &path("begin"), &own).status(), 401);
        assert_eq!(ans.send(&team.service, "POST", &path("begin"), &own).status(), 200);
        assert_eq!(count(&database, "staged_file"), 1);
    }
}

#[test]
fn a_server_that_swaps_or_adds_a_file_is_found_out() {
    for database in databases() {
        let team = Team::begin(&database, Ticks::Immediate);
        let sent = team.report("what did she send?");
        let mut an = open(&team);
        let (one, two) = (content(100, 1), content(100, 2));
        reply(&mut an, "two files", &[file(&one, "pdf"), file(&two, "pdf")]).unwrap();
        assert!(fetched(&team, &sent.token, 2, 1) == one && fetched(&team, &sent.token, 2, 2) == two);
        let broken = |file: usize| {
            let refused = team.mailbox(&sent.token, |mailbox| mailbox.fetch(2, file).wait());
            assert!(matches!(refused.err(), Some(Error::Crypto(crypto::Error::Decrypt))), "file {file}");
        };
        // One in the other's place, though An sent both.
        let swap = || {
            for (from, to) in [(1, 103), (2, 1), (103, 2)] {
                database.execute(&format!("UPDATE file_part SET number = {to} WHERE number = {from}"));
            }
        };
        swap();
        broken(1);
        broken(2);
        swap();
        assert!(fetched(&team, &sent.token, 2, 1) == one && fetched(&team, &sent.token, 2, 2) == two);

        // Even what An's own device seals for this place is not the file that her answer names.
        let (ans, thread) = (staff::sign_in(&team.service, &team.an), thread(&sent.id));
        let forged = sealed(&ans, thread, 2, &one);
        assert_eq!(begin(&team, &ans, thread, 3, forged.size()).status(), 200);
        assert_eq!(put(&team, &ans, thread, (3, 0), &forged.part(0)).status(), 200);
        assert_eq!(fetch_by_hand(&team, &sent.token, &ans, 3).status(), 200, "it is there,");
        let its = "SELECT bytes FROM file_part WHERE number = 3";
        database.execute(&format!("UPDATE file_part SET bytes = ({its}) WHERE number = 2"));
        broken(2);
        assert!(fetched(&team, &sent.token, 2, 1) == one);

        assert_eq!(team.read(&sent.token).messages[1].attachments.len(), 2, "and stands nowhere");
        let refused = team.mailbox(&sent.token, |mailbox| mailbox.fetch(2, 3).wait());
        assert_eq!(refused.err().unwrap().exit_code(), 2);
    }
}

#[test]
fn a_desks_limits_are_told_in_words_and_both_sides_share_the_room() {
    for database in databases() {
        let mut team = Team::begin(&database, Ticks::Daily("2090-01-04T10:00:00Z"));
        let rng = &mut generator().unwrap();
        let sent = team.report("so much");
        team.service.clock("2090-01-04T18:30:00Z");
        let mut an = open(&team);
        let (ans, thread) = (staff::sign_in(&team.service, &team.an), thread(&sent.id));
        let one = sealed_size(1).unwrap();
        let refused = |answer: Message| {
            let document = answer.json();
            assert_eq!((answer.status(), &document["type"]), (413, &"/problems/no-room".into()));
            document["detail"].as_str().unwrap().to_owned()
        };
        assert!(refused(begin(&team, &ans, thread, 1, largest_sealed() + 1)).contains("25 MiB"));
        assert!(refused(begin(&team, &ans, thread, 101, one)).contains("hundred"));
        assert_eq!(begin(&team, &ans, thread, 1, largest_sealed()).status(), 200);
        for number in 2..=10 {
            assert_eq!(begin(&team, &ans, thread, number, one).status(), 200);
        }
        assert!(refused(begin(&team, &ans, thread, 11, one)).contains("ten files"));
        // What one account may ask for is more where files come in parts.
        for _ in 0..300 {
            assert_eq!(begin(&team, &ans, thread, 10, one).status(), 200);
        }

        // The device refuses before it sends anything.
        team.service.relay.take();
        let many: Vec<NewFile> = (0..11).map(|_| file(b"x", "")).collect();
        assert!(reply(&mut an, "", &many).unwrap_err().to_string().contains("10 files"));
        assert_eq!(team.service.relay.take().len(), 0);

        // The largest one of hers, nine small ones, and room for a small one of the reporter's, but for no larger one.
        drop((an, ans));
        team.service.restart_with("MICROMOED_LIMITS__ROOM", "28");
        let small = [file(b"fits", "")];
        team.mailbox(&sent.token, |mailbox| mailbox.attach("", &small, rng).wait()).unwrap();
        let no_room = files::begin(&team, &keys(&team, &sent.token), 2, sealed_size(900_000).unwrap());
        assert!(no_room.json()["detail"].as_str().unwrap().contains("no room for more"));
        let ans = staff::sign_in(&team.service, &team.an);
        for number in 1..=10 {
            let removal = ask(&team.service, &ans, FileAct::Remove, thread, u32::to_be_bytes(number).to_vec());
            assert_eq!(removal.status(), 204);
        }
        let mut an = team.an.sit(&team.service);
        reply(&mut an, "", &small).unwrap();
        let error = reply(&mut an, "", &[file(&content(26 << 20, 1), "")]).unwrap_err();
        assert!(error.to_string().contains("25 MiB"), "{error}");
    }
}

#[test]
fn a_restored_service_still_has_what_a_coach_sent() {
    for (database, other) in databases().into_iter().zip(databases()) {
        let team = Team::begin(&database, Ticks::Daily("2090-01-04T10:00:00Z"));
        let sent = team.report("keep this");
        team.service.clock("2090-01-04T18:30:00Z");
        let mut an = open(&team);
        let (shown, waiting) = (content(400_000, 1), content(10, 2));
        reply(&mut an, "now", &[file(&shown, "")]).unwrap();
        team.service.clock("2090-01-05T07:00:00Z");
        reply(&mut an, "later", &[file(&waiting, "")]).unwrap();
        assert_eq!(rows(&database), [1, 1, 1, 2]);
        drop(an);
        let backup = backups::make(&database, "kept");
        drop(team.service);
        backups::restore(&backup, true, &other);
        let team = Team { service: Service::start(&other, Ticks::Daily("2090-01-05T10:00:00Z")), an: team.an };
        assert!(fetched(&team, &sent.token, 2, 1) == shown);
        team.service.clock("2090-01-05T19:00:00Z");
        assert!(fetched(&team, &sent.token, 3, 1) == waiting);
    }
}

#[test]
fn a_reply_without_files_is_as_before() {
    for database in databases() {
        let team = Team::begin(&database, Ticks::Immediate);
        let sent = team.report("first");
        let mut an = open(&team);
        an.reply(1, &Content::Text("thank you".into()), &mut generator().unwrap()).wait().unwrap();
        reply(&mut an, "and more", &[]).unwrap();
        let view = team.read(&sent.token);
        assert_eq!(lines(&view.messages)[1..], ["An Peeters: thank you", "An Peeters: and more"]);
        assert!(view.messages.iter().all(|message| message.attachments.is_empty()));
        assert_eq!(rows(&database), [0; 4]);
    }
}
