//! Bodies, read whole with a bound on their size and on the time they may take. Routes take nothing else.

use crate::Error;
use crate::app::App;
use actix_web::http::header;
use actix_web::web::{Bytes, Data, Payload};
use actix_web::{FromRequest, HttpMessage, HttpRequest, dev};
use serde::de::DeserializeOwned;
use std::future::{Ready, ready};
use std::pin::Pin;
use std::time::Duration;
use tokio::sync::OwnedSemaphorePermit;

/// Every body may take this long,
const PATIENCE: Duration = Duration::from_secs(10);
/// and a second more for each of these bytes.
const SLOWEST: u64 = 16 << 10;

/// The bytes of a body, at most `MOST` of them.
#[derive(Debug)]
pub struct Body<const MOST: usize>(pub Bytes);

/// A JSON document of at most `MOST` bytes, sent as `application/json` (which no form of another site can).
#[derive(Debug)]
pub struct Json<T, const MOST: usize>(pub T);

/// A turn to bring a part of a file, taken before its body is read: what waits in memory has a bound, and whoever gets
/// none comes again in a moment.
#[derive(Debug)]
pub struct Turn {
    _permit: OwnedSemaphorePermit,
}

impl FromRequest for Turn {
    type Error = Error;
    type Future = Ready<Result<Self, Error>>;

    fn from_request(request: &HttpRequest, _: &mut dev::Payload) -> Self::Future {
        let parts = request.app_data::<Data<App>>().map(|app| app.parts.clone());
        let permit = parts.and_then(|parts| parts.try_acquire_owned().ok());
        ready(permit.map(|_permit| Self { _permit }).ok_or(Error::Busy))
    }
}

impl<const MOST: usize> FromRequest for Body<MOST> {
    type Error = Error;
    type Future = Pin<Box<dyn Future<Output = Result<Self, Error>>>>;

    fn from_request(request: &HttpRequest, payload: &mut dev::Payload) -> Self::Future {
        let bytes = read(request, payload, MOST);
        Box::pin(async move { bytes.await.map(Self) })
    }
}

impl<T: DeserializeOwned + 'static, const MOST: usize> FromRequest for Json<T, MOST> {
    type Error = Error;
    type Future = Pin<Box<dyn Future<Output = Result<Self, Error>>>>;

    fn from_request(request: &HttpRequest, payload: &mut dev::Payload) -> Self::Future {
        let right_type = request.content_type().eq_ignore_ascii_case("application/json");
        let bytes = read(request, payload, MOST);
        Box::pin(async move {
            if !right_type {
                return Err(Error::MediaType);
            }
            let document = serde_json::from_slice(&bytes.await?);
            document.map(Self).map_err(|_| Error::Malformed("the body is not the JSON document this address takes"))
        })
    }
}

fn read(
    request: &HttpRequest,
    payload: &mut dev::Payload,
    most: usize,
) -> impl Future<Output = Result<Bytes, Error>> + 'static {
    let declared = request.headers().get(header::CONTENT_LENGTH);
    let declared = declared.and_then(|length| length.to_str().ok()?.parse::<usize>().ok());
    let encoded = request.headers().get(header::CONTENT_ENCODING).is_some_and(|encoding| encoding != "identity");
    let payload = Payload::from_request(request, payload);
    async move {
        if encoded {
            return Err(Error::MediaType);
        }
        if declared.is_some_and(|length| length > most) {
            return Err(Error::TooLarge);
        }
        let size = u64::try_from(declared.unwrap_or(most)).unwrap_or(u64::MAX);
        let time = PATIENCE.saturating_add(Duration::from_secs(size / SLOWEST));
        let payload = payload.await.map_err(|_| Error::Malformed("the body cannot be read"))?;
        tokio::time::timeout(time, payload.to_bytes_limited(most))
            .await
            .map_err(|_| Error::Timeout)?
            .map_err(|_| Error::TooLarge)?
            .map_err(|_| Error::Malformed("the body was cut off"))
    }
}
