//! A coach who is excluded from a report is served what she would be served without it.

use crate::support::databases::{Database, databases};
use crate::support::people::{Coach, Team};
use crate::support::relay::Exchange;
use crate::support::service::Ticks;
use client::Wait;
use client::desk::Desk;
use client::entropy::generator;
use crypto::thread::Content;
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// What an answer tells besides random bytes: every number and every length.
fn shape(exchange: &Exchange) -> Value {
    let (method, path) = exchange.request.route();
    let answer = &exchange.answer;
    let body = match serde_json::from_slice(&answer.body) {
        Ok(document) => sizes(&document),
        Err(_) => json!(answer.body.len()),
    };
    // Their order is drawn by lot.
    let headers: BTreeMap<_, _> = answer.headers.iter().filter(|(name, _)| name != "date").cloned().collect();
    json!([method, path, exchange.request.body.len(), answer.status(), headers, body])
}

fn sizes(document: &Value) -> Value {
    match document {
        Value::String(text) => json!(format!("{} letters", text.len())),
        Value::Array(items) => items.iter().map(sizes).collect(),
        Value::Object(fields) => fields.iter().map(|(name, value)| (name.clone(), sizes(value))).collect(),
        other => other.clone(),
    }
}

/// One week of an organisation with a coach, Bo, about whom somebody writes, or nobody. Answers what Bo was served:
/// before anybody opened it, and after.
fn week(database: &Database, secret: bool) -> [Vec<Value>; 2] {
    let rng = &mut generator().unwrap();
    let team = Team::begin(database, Ticks::Daily("2026-11-16T10:00:00Z"));
    let [bo] = <[Coach; 1]>::try_from(team.take_in(&[("coach", "Bo Claes")])).ok().unwrap();
    team.report("For everybody.");
    let about = secret.then(|| team.report_as("About Bo.", &["Bo"], false).unwrap());
    team.service.clock("2026-11-16T18:30:00Z");

    let watch = |act: &mut dyn FnMut(&mut Desk)| {
        team.service.relay.take();
        let mut desk = bo.sit(&team.service);
        act(&mut desk);
        drop(desk);
        team.service.relay.take().iter().map(shape).collect::<Vec<_>>()
    };
    let before = watch(&mut |desk| {
        let rng = &mut generator().unwrap();
        assert_eq!(desk.inbox(rng).wait().unwrap().threads.len(), 1);
        assert_eq!(desk.show(1, None, rng).wait().unwrap().messages[0].text, "For everybody.");
        desk.people().wait().unwrap();
    });
    let mut an = team.an.sit(&team.service);
    for thread in an.inbox(rng).wait().unwrap().threads {
        let about_bo = an.show(thread.n, None, rng).wait().unwrap().case.excluded == ["Bo Claes"];
        if about_bo {
            an.reply(thread.n, &Content::Text("I keep it from him.".into()), rng).wait().unwrap();
            an.note(thread.n, "Careful.", rng).wait().unwrap();
        }
    }
    drop(an);
    if let Some(about) = about {
        team.say(&about.token, "Thank you.");
    }
    team.service.clock("2026-11-17T06:30:00Z");
    let after = watch(&mut |desk| {
        assert_eq!(desk.inbox(&mut generator().unwrap()).wait().unwrap().threads.len(), 1);
        desk.people().wait().unwrap();
    });
    [before, after]
}

#[test]
fn an_excluded_coach_is_served_the_same_with_and_without_the_report() {
    for (with, without) in databases().iter().zip(&databases()) {
        let (with, without) = (week(with, true), week(without, false));
        for (with, without) in with.iter().zip(&without) {
            assert!(without.len() > 5);
            for (with, without) in with.iter().zip(without) {
                assert_eq!(with, without);
            }
            assert_eq!(with.len(), without.len());
        }
    }
}

#[test]
fn a_report_that_is_hers_does_show() {
    // The same comparison finds a difference where there is one.
    let database = databases().remove(0);
    let team = Team::begin(&database, Ticks::Daily("2026-11-16T10:00:00Z"));
    let mut seen = Vec::new();
    for at in ["2026-11-16T18:30:00Z", "2026-11-17T06:30:00Z"] {
        team.service.clock(at);
        team.service.relay.take();
        let mut desk = team.an.sit(&team.service);
        for thread in desk.inbox(&mut generator().unwrap()).wait().unwrap().threads {
            desk.show(thread.n, None, &mut generator().unwrap()).wait().unwrap();
        }
        drop(desk);
        let shapes: Vec<_> = team.service.relay.take().iter().map(shape).collect();
        seen.push(shapes.iter().map(|shape| shape[1].clone()).collect::<Vec<_>>());
        team.report("hers");
    }
    assert_ne!(seen[0], seen[1]);
}

/// A listing as it would be if an excluded coach's were simply left out: its length tells.
#[test]
fn a_listing_without_the_excluded_headers_would_show() {
    let batch = |headers: usize| json!({ "batches": [{ "headers": vec!["x"; headers] }] });
    assert_ne!(sizes(&batch(8)), sizes(&batch(7)));
    assert_eq!(sizes(&batch(8)), sizes(&json!({ "batches": [{ "headers": vec!["y"; 8] }] })));
}
