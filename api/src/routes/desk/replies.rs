//! Answering a reporter, and taking an answer back before anybody can have read it.

use super::threads::access;
use crate::Error;
use crate::app::App;
use crate::body::Json;
use crate::routes::refused;
use crate::session::Staff;
use crate::store::{gate, messages, threads};
use actix_web::HttpResponse;
use actix_web::web::Data;
use crypto::Signature;
use crypto::access::verify_act;
use crypto::thread::{Envelope, message_digest};
use crypto::wire::{Replied, Reply, TakeBack};

const LARGE: usize = 96 << 10;
const SMALL: usize = 4_096;

/// Takes a sealed reply in, staged until its tick, with its entry in the log. The same bytes again are a success.
#[utoipa::path(post, path = "/api/v1/desk/replies", tag = "desk", request_body = Reply,
    responses((status = 201, body = Replied), (status = 400), (status = 401), (status = 403), (status = 404),
        (status = 408), (status = 409), (status = 413), (status = 415), (status = 429), (status = 503)))]
pub async fn reply(app: Data<App>, staff: Staff, reply: Json<Reply, LARGE>) -> Result<HttpResponse, Error> {
    let (access, message) = (access(&reply.0.release)?, reply.0.message.0);
    let envelope = Envelope::parse(&message).map_err(refused)?;
    if envelope.author != staff.person.id {
        return Err(Error::Forbidden("a reply carries its author's name"));
    }
    app.settle().await?;
    let (tick, ring) = (app.next_tick(), app.ring.clone());
    let counter = app.logged(move |db, means, rng| {
        let (_, asker) = staff.in_office(db, means.today)?;
        let (thread, author, sequence) = (access.thread, asker.person, envelope.sequence);
        if messages::find(db, thread, author, sequence)?.as_ref() == Some(&message) {
            return Ok(threads::living(db, &ring, thread)?.safekeeping.ratchet.counter());
        }
        let digest = message_digest(asker.organisation, &message);
        let counter = gate::enter_reply(db, means, &asker, &access, digest, rng)?;
        messages::stage(db, thread, author, sequence, tick, &message)?;
        Ok(counter)
    });
    Ok(HttpResponse::Created().json(Replied { counter: counter.await?, day: tick.day().0 }))
}

/// Takes one of her own replies back, as long as nobody can have read it.
#[utoipa::path(post, path = "/api/v1/desk/take-back", tag = "desk", request_body = TakeBack,
    responses((status = 204), (status = 400), (status = 401), (status = 403), (status = 408), (status = 409),
        (status = 413), (status = 415), (status = 429), (status = 503)))]
pub async fn take_back(app: Data<App>, staff: Staff, asked: Json<TakeBack, SMALL>) -> Result<HttpResponse, Error> {
    let TakeBack { thread, sequence, signature } = asked.0;
    let (signature, today) = (Signature::try_from(&signature).map_err(refused)?, app.today());
    app.store
        .write(move |db| {
            let (_, asker) = staff.in_office(db, today)?;
            let content = [thread.as_ref(), &sequence.to_be_bytes()].concat();
            verify_act(asker.organisation, &asker.key, "take-back", &content, &signature).map_err(refused)?;
            threads::require_enrolled(db, thread, asker.person)?;
            messages::take_back(db, thread, asker.person, sequence)
        })
        .await?;
    Ok(HttpResponse::NoContent().finish())
}
