//! A reporter's files: announced, brought part by part, fetched back. The same bytes again are a success, so whoever was
//! interrupted asks how far it came and goes on.

use super::{buried, checked};
use crate::Error;
use crate::app::App;
use crate::body::{Body, Turn};
use crate::limits::Class;
use crate::routes::{number, refused};
use crate::store::files::{self, Name, NewFile};
use actix_web::HttpResponse;
use actix_web::web::Data;
use crypto::PersonId;
use crypto::access::{FileBegin, FileFetch, FilePut, MailboxAct, MailboxRequest};
use crypto::thread::PART_SIZE;
use crypto::wire::FileProgress;

const SMALL: usize = MailboxRequest::PREFIX + 24;
const LARGE: usize = MailboxRequest::PREFIX + FilePut::PREFIX + PART_SIZE;

/// Announces a file, and says how much of it is there already.
#[utoipa::path(post, path = "/api/v1/mailbox/files/begin", tag = "reporter",
    request_body(content = Vec<u8>, content_type = "application/octet-stream", description = "crypto::access::MailboxRequest"),
    responses((status = 200, body = FileProgress), (status = 400), (status = 403), (status = 404), (status = 408),
        (status = 409), (status = 410), (status = 413), (status = 415), (status = 429), (status = 503)))]
pub async fn begin(app: Data<App>, body: Body<SMALL>) -> Result<HttpResponse, Error> {
    let request = checked(&app, Class::Files, MailboxAct::BeginFile, &body.0)?;
    let FileBegin { number, size } = FileBegin::parse(&request.body).map_err(refused)?;
    let new = NewFile {
        name: Name { thread: request.thread, author: PersonId::REPORTER, number },
        size,
        tick: app.next_tick(),
        buried_as: buried(&app, request.thread),
    };
    let room = u64::from(app.config.limits.room) << 20;
    let parts = app.store.write(move |db| files::begin(db, &new, room)).await?;
    Ok(HttpResponse::Ok().json(FileProgress { parts }))
}

/// Takes the next part of a file in.
#[utoipa::path(post, path = "/api/v1/mailbox/files/put", tag = "reporter",
    request_body(content = Vec<u8>, content_type = "application/octet-stream", description = "crypto::access::MailboxRequest"),
    responses((status = 200, body = FileProgress), (status = 400), (status = 403), (status = 404), (status = 408),
        (status = 409), (status = 413), (status = 415), (status = 429), (status = 503)))]
pub async fn put(app: Data<App>, _turn: Turn, body: Body<LARGE>) -> Result<HttpResponse, Error> {
    let request = checked(&app, Class::Files, MailboxAct::PutPart, &body.0)?;
    FilePut::parse(&request.body).map_err(refused)?;
    let parts = app.store.write_much(request.body.len(), move |db| {
        files::put(db, request.thread, PersonId::REPORTER, &FilePut::parse(&request.body)?)
    });
    Ok(HttpResponse::Ok().json(FileProgress { parts: parts.await? }))
}

/// Takes a file away, as long as nobody can have seen it.
#[utoipa::path(post, path = "/api/v1/mailbox/files/remove", tag = "reporter",
    request_body(content = Vec<u8>, content_type = "application/octet-stream", description = "crypto::access::MailboxRequest"),
    responses((status = 204), (status = 400), (status = 403), (status = 408), (status = 409), (status = 413),
        (status = 415), (status = 429), (status = 503)))]
pub async fn remove(app: Data<App>, body: Body<SMALL>) -> Result<HttpResponse, Error> {
    let request = checked(&app, Class::Files, MailboxAct::RemoveFile, &body.0)?;
    let name = Name { thread: request.thread, author: PersonId::REPORTER, number: number(&request.body)? };
    app.store.write(move |db| files::remove(db, &name)).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// A part of a file of her own thread. It is no release: whoever holds the token reads her own.
#[utoipa::path(post, path = "/api/v1/mailbox/files/fetch", tag = "reporter",
    request_body(content = Vec<u8>, content_type = "application/octet-stream", description = "crypto::access::MailboxRequest"),
    responses((status = 200, body = Vec<u8>, content_type = "application/octet-stream", description = "one sealed part"),
        (status = 400), (status = 403), (status = 404), (status = 408), (status = 413), (status = 415), (status = 429),
        (status = 503)))]
pub async fn fetch(app: Data<App>, body: Body<SMALL>) -> Result<HttpResponse, Error> {
    let request = checked(&app, Class::Files, MailboxAct::FetchPart, &body.0)?;
    let FileFetch { author, number, part } = FileFetch::parse(&request.body).map_err(refused)?;
    app.settle().await?;
    let name = Name { thread: request.thread, author, number };
    let part = app.store.read(move |db| files::part_for(db, &name, PersonId::REPORTER, part)).await?;
    let bytes = app.bytes_of(part).await?;
    Ok(HttpResponse::Ok().content_type("application/octet-stream").body(bytes))
}
