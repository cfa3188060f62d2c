//! The listing: what a desk sees of new threads without opening any. The same for every reader of the organisation,
//! whether or not a thread is hers, and whether or not there is any.

use crate::Error;
use crate::app::{App, Need};
use crate::body::Json;
use crate::session::Staff;
use crate::store::{people, ticks};
use actix_web::HttpResponse;
use actix_web::web::{self, Data, Query};
use crypto::thread::decoy;
use crypto::wire::{Acknowledgement, Batch, Batches, Bytes};

/// Batches of a page.
const PAGE: i64 = 8;
const SMALL: usize = 1_024;

/// Where to go on.
#[derive(serde::Deserialize, utoipa::IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct Place {
    /// The newest batch that is taken in already.
    #[serde(default)]
    after: u64,
}

/// Batches after a place, and after what was acknowledged.
#[utoipa::path(get, path = "/api/v1/desk/batches", tag = "desk", params(Place),
    responses((status = 200, body = Batches), (status = 400), (status = 401), (status = 403), (status = 429),
        (status = 503)))]
pub async fn list(app: Data<App>, staff: Staff, place: Query<Place>) -> Result<web::Json<Batches>, Error> {
    let (today, key) = (app.today(), staff.organisation.key);
    let after = place.after.max(staff.person.batch_seen);
    if app.is_immediate() {
        // Somebody else's desk may have closed a batch since this one asked: what came after it is shown too.
        let nothing_new = app.store.read(move |db| ticks::newest_batch(db, key)).await? <= after;
        app.tick(if nothing_new { Need::Listing } else { Need::Waiting }).await?;
    }
    let secrets = app.secrets.clone();
    let page = app.store.read(move |db| {
        let (chain, asker) = staff.in_office(db, today)?;
        if !asker.role.reads() {
            return Err(Error::Forbidden("only coaches and the fallback have a listing"));
        }
        let since = chain.first_version_of(asker.person).unwrap_or(u32::MAX);
        let mut listed = ticks::batches(db, key, after, since, PAGE.saturating_add(1))?;
        let most = usize::try_from(PAGE).unwrap_or(usize::MAX);
        let more = listed.len() > most;
        listed.truncate(most);
        let mut batches = Vec::with_capacity(listed.len());
        for batch in listed {
            let mut headers = Vec::with_capacity(batch.headers.len());
            for (slot, header) in (0_u32..).zip(batch.headers) {
                headers.push(Bytes(match header {
                    Some(header) => header,
                    None => decoy(&secrets.decoy, staff.identity, batch.number, slot)?.to_bytes(),
                }));
            }
            batches.push(Batch { number: batch.number, day: batch.day.0, headers });
        }
        Ok(Batches { batches, more })
    });
    page.await.map(web::Json)
}

/// Batches up to this one are in the vault and will not be served again.
#[utoipa::path(post, path = "/api/v1/desk/batches/acknowledge", tag = "desk", request_body = Acknowledgement,
    responses((status = 204), (status = 400), (status = 401), (status = 408), (status = 413), (status = 415),
        (status = 429), (status = 503)))]
pub async fn acknowledge(
    app: Data<App>,
    staff: Staff,
    to: Json<Acknowledgement, SMALL>,
) -> Result<HttpResponse, Error> {
    let (key, id, number) = (staff.organisation.key, staff.person.id, to.0.number);
    app.store
        .write(move |db| {
            if number > ticks::newest_batch(db, key)? {
                return Err(Error::Malformed("there is no such batch yet"));
            }
            people::acknowledge(db, id, number)
        })
        .await?;
    Ok(HttpResponse::NoContent().finish())
}
