//! Files at the desk. One's own are announced and brought part by part, as the reporter's are. To fetch any is a release
//! with its own entry in the log, then come its parts.

use super::threads::access;
use crate::Error;
use crate::app::App;
use crate::body::{Body, Json, Turn};
use crate::routes::{number, refused};
use crate::session::Staff;
use crate::store::files::{self, Name, NewFile};
use crate::store::{Db, gate, threads};
use actix_web::HttpResponse;
use actix_web::web::{self, Data};
use crypto::Day;
use crypto::access::{FileAct, FileBegin, FilePass, FilePut, StaffFile, tombstone};
use crypto::thread::PART_SIZE;
use crypto::wire::{FilePart, FileProgress, FileRelease, ReleasedFile};

const SMALL: usize = 4_096;
const ANNOUNCED: usize = StaffFile::PREFIX + 12;
const LARGE: usize = StaffFile::PREFIX + FilePut::PREFIX + PART_SIZE;

/// Announces a file of her own, and says how much of it is there already.
#[utoipa::path(post, path = "/api/v1/desk/files/begin", tag = "desk",
    request_body(content = Vec<u8>, content_type = "application/octet-stream", description = "crypto::access::StaffFile"),
    responses((status = 200, body = FileProgress), (status = 400), (status = 401), (status = 403), (status = 404),
        (status = 408), (status = 409), (status = 410), (status = 413), (status = 415), (status = 429), (status = 503)))]
pub async fn begin(app: Data<App>, staff: Staff, body: Body<ANNOUNCED>) -> Result<HttpResponse, Error> {
    let request = asked(FileAct::Begin, &body.0)?;
    let FileBegin { number, size } = FileBegin::parse(&request.body).map_err(refused)?;
    let (today, tick, room) = (app.today(), app.next_tick(), u64::from(app.config.limits.room) << 20);
    let buried_as = tombstone(&app.secrets.tombstone, request.thread);
    let parts = app.store.write(move |db| {
        let name = own(db, &staff, &request, number, today)?;
        files::begin(db, &NewFile { name, size, tick, buried_as }, room)
    });
    Ok(HttpResponse::Ok().json(FileProgress { parts: parts.await? }))
}

/// Takes the next part of a file of her own in.
#[utoipa::path(post, path = "/api/v1/desk/files/put", tag = "desk",
    request_body(content = Vec<u8>, content_type = "application/octet-stream", description = "crypto::access::StaffFile"),
    responses((status = 200, body = FileProgress), (status = 400), (status = 401), (status = 403), (status = 404),
        (status = 408), (status = 409), (status = 413), (status = 415), (status = 429), (status = 503)))]
pub async fn put(app: Data<App>, staff: Staff, _turn: Turn, body: Body<LARGE>) -> Result<HttpResponse, Error> {
    let (request, today) = (asked(FileAct::Put, &body.0)?, app.today());
    FilePut::parse(&request.body).map_err(refused)?;
    let parts = app.store.write_much(request.body.len(), move |db| {
        let part = FilePut::parse(&request.body)?;
        let name = own(db, &staff, &request, part.number, today)?;
        files::put(db, name.thread, name.author, &part)
    });
    Ok(HttpResponse::Ok().json(FileProgress { parts: parts.await? }))
}

/// Takes a file of her own away, as long as nobody can have seen it.
#[utoipa::path(post, path = "/api/v1/desk/files/remove", tag = "desk",
    request_body(content = Vec<u8>, content_type = "application/octet-stream", description = "crypto::access::StaffFile"),
    responses((status = 204), (status = 400), (status = 401), (status = 403), (status = 408), (status = 409),
        (status = 413), (status = 415), (status = 429), (status = 503)))]
pub async fn remove(app: Data<App>, staff: Staff, body: Body<ANNOUNCED>) -> Result<HttpResponse, Error> {
    let (request, today) = (asked(FileAct::Remove, &body.0)?, app.today());
    let number = number(&request.body)?;
    let removed = app.store.write(move |db| {
        let name = own(db, &staff, &request, number, today)?;
        files::remove(db, &name)
    });
    removed.await?;
    Ok(HttpResponse::NoContent().finish())
}

fn asked(act: FileAct, bytes: &[u8]) -> Result<StaffFile, Error> {
    let request = StaffFile::parse(bytes).map_err(refused)?;
    if request.act == act { Ok(request) } else { Err(Error::Malformed("this request is for another address")) }
}

/// The file of hers that a request names, once she signed it and may write in this thread.
fn own(db: &mut Db, staff: &Staff, request: &StaffFile, number: u32, today: Day) -> Result<Name, Error> {
    let (_, asker) = staff.in_office(db, today)?;
    request.verify(asker.organisation, &asker.key).map_err(refused)?;
    threads::require_enrolled(db, request.thread, asker.person)?;
    Ok(Name { thread: request.thread, author: asker.person, number })
}

/// Enters that she fetches this file, and gives out the pass with which its parts can be had for an hour.
#[utoipa::path(post, path = "/api/v1/desk/files/release", tag = "desk", request_body = FileRelease,
    responses((status = 200, body = ReleasedFile), (status = 400), (status = 401), (status = 403), (status = 404),
        (status = 408), (status = 409), (status = 413), (status = 415), (status = 429), (status = 503)))]
pub async fn release(
    app: Data<App>,
    staff: Staff,
    asked: Json<FileRelease, SMALL>,
) -> Result<web::Json<ReleasedFile>, Error> {
    let FileRelease { release, author, number, since } = asked.0;
    let access = access(&release)?;
    app.settle().await?;
    let released = app.logged(move |db, means, rng| {
        let (_, asker) = staff.in_office(db, means.today)?;
        gate::release_file(db, means, &asker, &access, (author, number), since, rng)
    });
    Ok(web::Json(released.await?.into_document(&app.secrets.challenge, app.minute())))
}

/// One sealed part of a file whose release stands in the log.
#[utoipa::path(post, path = "/api/v1/desk/files/fetch", tag = "desk", request_body = FilePart,
    responses((status = 200, body = Vec<u8>, content_type = "application/octet-stream", description = "one sealed part"),
        (status = 400), (status = 401), (status = 403), (status = 404), (status = 408), (status = 413), (status = 415),
        (status = 429), (status = 503)))]
pub async fn fetch(app: Data<App>, staff: Staff, asked: Json<FilePart, SMALL>) -> Result<HttpResponse, Error> {
    let FilePart { pass, part } = asked.0;
    let pass = FilePass::parse(staff.identity, &pass.0).map_err(refused)?;
    let (secrets, today, minute) = (app.secrets.clone(), app.today(), app.minute());
    let read = app.store.read(move |db| {
        let (_, asker) = staff.in_office(db, today)?;
        gate::file_part(db, &asker, &pass, (&secrets.challenge, minute), part)
    });
    Ok(HttpResponse::Ok().content_type("application/octet-stream").body(app.bytes_of(read.await?.into_part()).await?))
}
