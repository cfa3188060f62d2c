//! Case files: the sealed card, notes and drafts.

use crate::Error;
use crate::app::App;
use crate::body::Json;
use crate::routes::refused;
use crate::session::Staff;
use crate::store::{cases, threads};
use actix_web::HttpResponse;
use actix_web::web::Data;
use crypto::case::{CaseHeader, RecordName};
use crypto::wire::{NewCase, NewRecord};

const LARGE: usize = 96 << 10;
const SMALL: usize = 16 << 10;

/// Keeps the case header, unless another one stands.
#[utoipa::path(post, path = "/api/v1/desk/case", tag = "desk", request_body = NewCase,
    responses((status = 201), (status = 400), (status = 401), (status = 403), (status = 408), (status = 409),
        (status = 413), (status = 415), (status = 429), (status = 503)))]
pub async fn begin(app: Data<App>, staff: Staff, new: Json<NewCase, SMALL>) -> Result<HttpResponse, Error> {
    let header = CaseHeader::parse(&new.0.header.0).map_err(refused)?;
    let today = app.today();
    app.store
        .write(move |db| {
            let (_, asker) = staff.in_office(db, today)?;
            if header.thread != new.0.thread
                || header.organisation != asker.organisation
                || header.maker != asker.person
            {
                return Err(Error::Malformed("the case header is another thread's or another person's"));
            }
            header.verify(&asker.key).map_err(refused)?;
            threads::require_enrolled(db, new.0.thread, asker.person)?;
            cases::begin(db, new.0.thread, &new.0.header.0)
        })
        .await?;
    Ok(HttpResponse::Created().finish())
}

/// Keeps a record: the next version of the card or of her draft, or one more note.
#[utoipa::path(post, path = "/api/v1/desk/records", tag = "desk", request_body = NewRecord,
    responses((status = 201), (status = 400), (status = 401), (status = 403), (status = 404), (status = 408),
        (status = 409), (status = 413), (status = 415), (status = 429), (status = 503)))]
pub async fn put(app: Data<App>, staff: Staff, new: Json<NewRecord, LARGE>) -> Result<HttpResponse, Error> {
    let name = RecordName::parse(&new.0.record.0).map_err(refused)?;
    if name.author != staff.person.id {
        return Err(Error::Forbidden("a record carries its author's name"));
    }
    let today = app.today();
    app.store
        .write(move |db| {
            let (_, asker) = staff.in_office(db, today)?;
            threads::require_enrolled(db, new.0.thread, asker.person)?;
            cases::put(db, new.0.thread, &name, &new.0.record.0)
        })
        .await?;
    Ok(HttpResponse::Created().finish())
}
