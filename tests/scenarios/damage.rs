//! What cannot be read does not take the rest with it.

use crate::support::databases::{databases, unhex};
use crate::support::people::{Team, lines};
use crate::support::service::Ticks;
use client::Wait;
use client::entropy::generator;
use crypto::thread::Content;

#[test]
fn one_damaged_message_does_not_hide_the_others() {
    for database in databases() {
        let team = Team::begin(&database, Ticks::Immediate);
        let rng = &mut generator().unwrap();
        let (sent, other) = (team.report("zero"), team.report("untouched"));
        let mut an = team.an.sit(&team.service);
        an.inbox(rng).wait().unwrap();
        let n = (1..=2).find(|n| an.show(*n, None, rng).wait().unwrap().messages[0].text == "zero").unwrap();
        for text in ["one", "two", "three"] {
            team.say(&sent.token, text);
        }
        an.reply(n, &Content::Text("answer".into()), rng).wait().unwrap();
        team.read(&sent.token);

        // One byte of the reporter's second message, behind its clear beginning.
        let id = crypto::ThreadId::from_hex(&sent.id).unwrap();
        let (thread, bytes) = (database.literal(id.as_ref()), database.hex("bytes"));
        let row = format!("thread = {thread} AND sequence = 1 AND author = {}", database.literal(&[0; 16]));
        let mut stored = unhex(&database.lines(&format!("SELECT {bytes} AS line FROM message WHERE {row}"))[0]);
        let last = stored.len() - 40;
        stored[last] ^= 1;
        database.execute(&format!("UPDATE message SET bytes = {} WHERE {row}", database.literal(&stored)));

        for messages in [team.read(&sent.token).messages, an.show(n, None, rng).wait().unwrap().messages] {
            let readable: Vec<_> =
                messages.iter().filter(|line| !line.text.is_empty()).map(|line| line.text.as_str()).collect();
            for text in ["zero", "two", "three", "answer"] {
                assert!(readable.contains(&text), "{:?}", lines(&messages));
            }
            assert_eq!(messages.iter().filter(|line| line.damage == Some("unreadable")).count(), 1);
        }
        assert_eq!(lines(&team.read(&other.token).messages), ["reporter: untouched"]);
        team.say(&sent.token, "and on");
        assert_eq!(team.read(&sent.token).messages.len(), 6);
    }
}

#[test]
fn a_damaged_first_message_is_refused_and_the_other_threads_open() {
    for database in databases() {
        let team = Team::begin(&database, Ticks::Immediate);
        let rng = &mut generator().unwrap();
        let (sent, other) = (team.report("broken"), team.report("whole"));
        let mut an = team.an.sit(&team.service);
        an.inbox(rng).wait().unwrap();
        let id = crypto::ThreadId::from_hex(&sent.id).unwrap();
        let row = format!("thread = {} AND sequence = 0", database.literal(id.as_ref()));
        let bytes = database.hex("bytes");
        let mut stored = unhex(&database.lines(&format!("SELECT {bytes} AS line FROM message WHERE {row}"))[0]);
        let last = stored.len() - 1;
        stored[last] ^= 1;
        database.execute(&format!("UPDATE message SET bytes = {} WHERE {row}", database.literal(&stored)));
        let shown: Vec<_> = [1, 2].map(|n| an.show(n, None, rng).wait()).into_iter().flatten().collect();
        assert_eq!(shown.len(), 1);
        assert_eq!(shown[0].messages[0].text, "whole");
        assert_eq!(an.inbox(rng).wait().unwrap().threads.len(), 2, "the broken one still stands in the list");
        assert_eq!(team.read(&sent.token).messages[0].damage, Some("unreadable"));
        assert_eq!(team.read(&other.token).messages.len(), 1);
    }
}
