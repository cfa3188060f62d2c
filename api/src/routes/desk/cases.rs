//! Case files: the sealed card, notes and drafts.

use crate::Error;
use crate::app::App;
use crate::body::Json;
use crate::routes::refused;
use crate::session::Staff;
use crate::store::{cases, threads};
use actix_web::HttpResponse;
use actix_web::web::{self, Data};
use crypto::case::{CaseHeader, RecordName};
use crypto::wire::{CasesBegun, NewCase, NewCases, NewRecord};

const LARGE: usize = 96 << 10;
/// Case headers in one request.
const MOST_CASES: usize = 50;
/// A case header and its thread in a document are under 8 KiB.
const CASES: usize = MOST_CASES * (8 << 10);

/// Keeps case headers, all in one transaction. Where another one stands it stays, and the answer says so.
#[utoipa::path(post, path = "/api/v1/desk/cases", tag = "desk", request_body = NewCases,
    responses((status = 200, body = CasesBegun), (status = 400), (status = 401), (status = 403), (status = 408),
        (status = 413), (status = 415), (status = 429), (status = 503)))]
pub async fn begin(app: Data<App>, staff: Staff, new: Json<NewCases, CASES>) -> Result<web::Json<CasesBegun>, Error> {
    if new.0.cases.len() > MOST_CASES {
        return Err(Error::TooLarge);
    }
    let parse = |case: NewCase| Ok((CaseHeader::parse(&case.header.0).map_err(refused)?, case));
    let cases = new.0.cases.into_iter().map(parse).collect::<Result<Vec<_>, Error>>()?;
    let today = app.today();
    let begun = app.store.write(move |db| {
        let (_, asker) = staff.in_office(db, today)?;
        let mut begun = CasesBegun { overtaken: Vec::new() };
        for (header, case) in &cases {
            if header.thread != case.thread || header.organisation != asker.organisation || header.maker != asker.person
            {
                return Err(Error::Malformed("a case header is another thread's or another person's"));
            }
            header.verify(&asker.key).map_err(refused)?;
            threads::require_enrolled(db, case.thread, asker.person)?;
            if !cases::begin(db, case.thread, &case.header.0)? {
                begun.overtaken.push(case.thread);
            }
        }
        Ok(begun)
    });
    Ok(web::Json(begun.await?))
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
