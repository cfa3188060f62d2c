//! What a reporter does with her token. Her thread's name is the key that signs, so a wrong signature is refused
//! before anything is looked up: whoever has no key cannot tell a mailbox from none.

pub mod files;

use super::{number, refused};
use crate::app::App;
use crate::body::Body;
use crate::limits::Class;
use crate::store::threads::{self, Presence};
use crate::store::{NewMessage, Submission, installation, messages};
use crate::{Error, entropy};
use actix_web::HttpResponse;
use actix_web::web::Data;
use crypto::access::{MailboxAct, MailboxRequest, tombstone};
use crypto::thread::Envelope;
use crypto::wire::{Accepted, MailboxItem, MailboxPage, MailboxState};
use crypto::{Day, OrganisationId, PersonId, ThreadId};

const SMALL: usize = MailboxRequest::PREFIX + 4;
const LARGE: usize = MailboxRequest::PREFIX + Envelope::LARGEST;
/// Days a tombstone stays: twelve months, in which the token answers "erased" and a late copy of a creation is refused.
const REMEMBERED: u32 = 365;

/// A page of the thread: always 128 KiB, also when there is no such mailbox. For months after a restore every unknown one
/// says to which day that went back: whoever sent something later is to send it again.
#[utoipa::path(post, path = "/api/v1/mailbox/read", tag = "reporter",
    request_body(content = Vec<u8>, content_type = "application/octet-stream", description = "crypto::access::MailboxRequest"),
    responses((status = 200, body = Vec<u8>, content_type = "application/octet-stream", description = "crypto::wire::MailboxPage"),
        (status = 400), (status = 403), (status = 408), (status = 413), (status = 415), (status = 429), (status = 503)))]
pub async fn read(app: Data<App>, body: Body<SMALL>) -> Result<HttpResponse, Error> {
    let request = checked(&app, Class::Mailbox, MailboxAct::Read, &body.0)?;
    let from = number(&request.body)?;
    app.settle().await?;
    let (thread, buried_as, schedule) = (request.thread, buried(&app, request.thread), app.schedule.clone());
    let today = app.today();
    let page = app.store.read(move |db| {
        let state = match threads::presence(db, thread, buried_as)? {
            Presence::Living | Presence::Staged => MailboxState::Live,
            Presence::Erased => MailboxState::Erased,
            Presence::Unknown => MailboxState::Unknown,
        };
        let clocks = threads::clocks(db, thread, |tick| schedule.clock_start(tick))?;
        let stored = messages::of_reporter(db, thread)?;
        let rest = stored.into_iter().skip(usize::try_from(from).unwrap_or(usize::MAX)).collect::<Vec<_>>();
        let fitting = MailboxPage::fitting(rest.iter().map(|message| message.bytes.len()));
        let more = fitting < rest.len();
        let item = |message: messages::Stored| MailboxItem {
            day: message.day,
            released: message.released,
            bytes: message.bytes,
        };
        let items = rest.into_iter().take(fitting).map(item).collect();
        // Looked up whatever there is, so that the time is the same.
        let restored = installation::restored(db)?.filter(|restored| restored.is_told(today)).map(|to| to.to);
        let (day, answered) = match clocks {
            Some((day, answered)) => (Some(day), answered),
            None => (restored.filter(|_| state == MailboxState::Unknown), None),
        };
        Ok(MailboxPage { state, more, day, answered, items })
    });
    let bytes = page.await?.to_bytes(&mut entropy::generator()?)?;
    Ok(HttpResponse::Ok().content_type("application/octet-stream").body(bytes))
}

/// Adds a sealed message, staged until its tick. The same bytes again are a success.
#[utoipa::path(post, path = "/api/v1/mailbox/say", tag = "reporter",
    request_body(content = Vec<u8>, content_type = "application/octet-stream", description = "crypto::access::MailboxRequest"),
    responses((status = 200, body = Accepted), (status = 400), (status = 403), (status = 404), (status = 408),
        (status = 409), (status = 410), (status = 413), (status = 415), (status = 429), (status = 503)))]
pub async fn say(app: Data<App>, body: Body<LARGE>) -> Result<HttpResponse, Error> {
    let request = checked(&app, Class::Mailbox, MailboxAct::Say, &body.0)?;
    let envelope = Envelope::parse(&request.body).map_err(refused)?;
    if envelope.author != PersonId::REPORTER {
        return Err(Error::Malformed("a reporter writes in nobody else's name"));
    }
    let (thread, buried_as) = (request.thread, buried(&app, request.thread));
    let tick = app.next_tick();
    let message = NewMessage {
        thread,
        author: PersonId::REPORTER,
        sequence: i64::from(envelope.sequence),
        tick: tick.0,
        bytes: request.body,
    };
    app.store.submit(Submission { thread: None, message, buried_as }).await?;
    Ok(HttpResponse::Ok().json(Accepted { day: app.schedule.clock_start(tick).0 }))
}

/// Takes a message back, as long as nobody can have read it.
#[utoipa::path(post, path = "/api/v1/mailbox/take-back", tag = "reporter",
    request_body(content = Vec<u8>, content_type = "application/octet-stream", description = "crypto::access::MailboxRequest"),
    responses((status = 204), (status = 400), (status = 403), (status = 408), (status = 409), (status = 413),
        (status = 415), (status = 429), (status = 503)))]
pub async fn take_back(app: Data<App>, body: Body<SMALL>) -> Result<HttpResponse, Error> {
    let request = checked(&app, Class::Mailbox, MailboxAct::TakeBack, &body.0)?;
    let (thread, sequence) = (request.thread, number(&request.body)?);
    if sequence == 0 {
        return Err(Error::Malformed("the first message is the thread: erase it instead"));
    }
    app.store.write(move |db| messages::take_back(db, thread, PersonId::REPORTER, sequence)).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Erases the thread: every row that names it. Erasing again is a success.
#[utoipa::path(post, path = "/api/v1/mailbox/erase", tag = "reporter",
    request_body(content = Vec<u8>, content_type = "application/octet-stream", description = "crypto::access::MailboxRequest"),
    responses((status = 204), (status = 400), (status = 403), (status = 404), (status = 408), (status = 413),
        (status = 415), (status = 429), (status = 503)))]
pub async fn erase(app: Data<App>, body: Body<SMALL>) -> Result<HttpResponse, Error> {
    let request = checked(&app, Class::Mailbox, MailboxAct::Erase, &body.0)?;
    if !request.body.is_empty() {
        return Err(Error::Malformed("erasing takes no body"));
    }
    let (thread, buried_as, today) = (request.thread, buried(&app, request.thread), app.today());
    let (ring, book, mut rng) = (app.ring.clone(), app.book.clone(), entropy::generator()?);
    let days: (Day, Day) = (today, today.plus(REMEMBERED));
    app.store
        .write(move |db| {
            let objects = book.objects(today, &mut rng)?;
            threads::erase(db, &ring, &objects, thread, buried_as, days, &mut rng)
        })
        .await?;
    // The write-ahead log still held the rows that went.
    app.wipe().await;
    if app.is_immediate() {
        app.close_epoch().await?;
    }
    Ok(HttpResponse::NoContent().finish())
}

/// Reads a request and checks challenge and signature; every fault of these is answered alike.
fn checked(app: &App, class: Class, act: MailboxAct, bytes: &[u8]) -> Result<MailboxRequest, Error> {
    let now = app.clock.now();
    app.limits.take(class, now)?;
    let request = MailboxRequest::parse(bytes).map_err(refused)?;
    if request.act != act || request.organisation == OrganisationId::NONE {
        return Err(Error::Malformed("this request is for another address"));
    }
    let fresh = request.challenge.holds(&app.secrets.challenge, app.minute());
    let signed = request.verify(app.config.http.origins.iter().map(String::as_str)).is_ok();
    if !(fresh & signed) {
        return Err(Error::Forbidden("the signature does not hold, or its challenge is too old"));
    }
    app.limits.take_of(class, request.thread.as_ref(), now)?;
    Ok(request)
}

fn buried(app: &App, thread: ThreadId) -> crypto::Digest {
    tombstone(&app.secrets.tombstone, thread)
}
