//! Answers to a mailbox have one length, whatever is in it.

use crate::support::databases::databases;
use crate::support::people::Team;
use crate::support::relay::Exchange;
use crate::support::service::Ticks;
use client::entropy::generator;
use crypto::token::ReplyToken;
use crypto::wire::MAILBOX_PAGE_SIZE;
use std::collections::{BTreeMap, BTreeSet};

/// Status, names of headers with the lengths of their values, length of the body.
fn shape(exchange: &Exchange) -> (u16, BTreeMap<String, usize>, usize) {
    let headers = exchange.answer.headers.iter().map(|(name, value)| (name.clone(), value.len())).collect();
    (exchange.answer.status(), headers, exchange.answer.body.len())
}

#[test]
fn every_answer_of_a_mailbox_is_128_kib_and_looks_like_any_other() {
    for database in databases() {
        let team = Team::begin(&database, Ticks::Immediate);
        let (empty, full, gone) = (team.report("short"), team.report(&"long ".repeat(2_000)), team.report("gone"));
        for _ in 0..6 {
            team.say(&full.token, &"on and on ".repeat(1_600));
        }
        team.erase(&gone.token);
        let unknown = ReplyToken::make(&mut generator().unwrap());
        let unknown = unknown.to_text(team.service.organisation("zonnehuis").id());
        team.service.relay.take();
        let messages = [&empty.token, &full.token, &gone.token, &*unknown].map(|token| team.read(token).messages.len());
        assert_eq!(messages, [1, 7, 0, 0]);
        let passed = team.service.relay.take();
        let pages = passed.iter().filter(|exchange| exchange.request.route().1 == "/api/v1/mailbox/read");
        let shapes: BTreeSet<_> = pages.map(shape).collect();
        assert_eq!(shapes.len(), 1, "{shapes:?}");
        assert_eq!(shapes.first().unwrap().2, MAILBOX_PAGE_SIZE);
        assert_eq!(MAILBOX_PAGE_SIZE, 131_072);
        // What is asked has one length as well.
        let asked = passed.iter().filter(|exchange| exchange.request.route().1 == "/api/v1/mailbox/read");
        assert_eq!(asked.map(|exchange| exchange.request.body.len()).collect::<BTreeSet<_>>().len(), 1);
    }
}
