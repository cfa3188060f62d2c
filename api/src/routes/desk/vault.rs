//! The sealed vault.

use crate::Error;
use crate::app::App;
use crate::body::Body;
use crate::routes::refused;
use crate::session::Staff;
use crate::store::people;
use actix_web::HttpResponse;
use actix_web::web::Data;
use crypto::roster::Pending;
use crypto::vault::SealedVault;

/// Far more threads than a coach can have unopened.
const MOST: usize = 8 << 20;

/// The newest one.
#[utoipa::path(get, path = "/api/v1/desk/vault", tag = "desk",
    responses((status = 200, body = Vec<u8>, content_type = "application/octet-stream"), (status = 401), (status = 429),
        (status = 503)))]
pub async fn show(app: Data<App>, staff: Staff) -> Result<HttpResponse, Error> {
    let id = staff.person.id;
    let (_, bytes) = app.store.read(move |db| people::vault(db, id)).await?;
    Ok(HttpResponse::Ok().content_type("application/octet-stream").body(bytes))
}

/// The next one, signed by its owner and counted by one more.
#[utoipa::path(put, path = "/api/v1/desk/vault", tag = "desk",
    request_body(content = Vec<u8>, content_type = "application/octet-stream", description = "crypto::vault::SealedVault"),
    responses((status = 204), (status = 400), (status = 401), (status = 403), (status = 408), (status = 409),
        (status = 413), (status = 415), (status = 429), (status = 503)))]
pub async fn save(app: Data<App>, staff: Staff, body: Body<MOST>) -> Result<HttpResponse, Error> {
    let vault = SealedVault::parse(&body.0).map_err(refused)?;
    let owner = Pending::parse(staff.identity, &staff.person.record)?.sign;
    vault.verify(&owner).map_err(refused)?;
    if vault.person != staff.person.id || vault.organisation != staff.identity {
        return Err(Error::Malformed("the vault is another person's"));
    }
    app.store.write(move |db| people::save_vault(db, vault.person, vault.counter, &body.0)).await?;
    Ok(HttpResponse::NoContent().finish())
}
