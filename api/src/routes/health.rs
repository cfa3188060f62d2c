//! Whether the process lives, and whether it can do its work.

use crate::Error;
use crate::app::App;
use crate::store::installation;
use actix_web::HttpResponse;
use actix_web::web::Data;

/// The process answers.
#[utoipa::path(get, path = "/health/live", tag = "operator", responses((status = 204)))]
pub async fn live() -> HttpResponse {
    HttpResponse::NoContent().finish()
}

/// The database answers, to a reader and to the writer.
#[utoipa::path(get, path = "/health/ready", tag = "operator", responses((status = 204), (status = 503)))]
pub async fn ready(app: Data<App>) -> Result<HttpResponse, Error> {
    app.store.read(installation::is_test).await.or(Err(Error::Busy))?;
    app.store.write(|_| Ok(())).await?;
    Ok(HttpResponse::NoContent().finish())
}
