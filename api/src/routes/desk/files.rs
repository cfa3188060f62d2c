//! One file of a thread: a release with its own entry in the log, then its parts.

use super::threads::access;
use crate::Error;
use crate::app::App;
use crate::body::Json;
use crate::routes::refused;
use crate::session::Staff;
use crate::store::gate;
use actix_web::HttpResponse;
use actix_web::web::{self, Data};
use crypto::access::FilePass;
use crypto::wire::{FilePart, FileRelease, ReleasedFile};

const SMALL: usize = 4_096;

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
    Ok(HttpResponse::Ok().content_type("application/octet-stream").body(read.await?.into_bytes()))
}
