//! The HTTP server: limits, headers and the form of every answer, whatever the route.

use crate::Error;
use crate::app::App;
use crate::problem::Problem;
use crate::routes;
use actix_web::body::{BoxBody, MessageBody};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::header::{self, HeaderName, HeaderValue};
use actix_web::middleware::{Next, from_fn};
use actix_web::web::{Data, PathConfig, QueryConfig, ServiceConfig};
use actix_web::{HttpServer, Responder};
use client::site::{HTML, PLAIN};
use std::future::poll_fn;
use std::net::TcpListener;
use std::pin::pin;
use std::task::Poll;
use std::time::Duration;

/// For the head of a request.
const HEAD: Duration = Duration::from_secs(5);
const KEEP_ALIVE: Duration = Duration::from_secs(15);
/// Within which running requests are finished after a termination signal.
const SHUTDOWN_SECONDS: u64 = 7;
const WORKERS: usize = 2;

/// On every answer that does not bring its own.
const HEADERS: [(HeaderName, &str); 9] = [
    (
        header::CONTENT_SECURITY_POLICY,
        "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox",
    ),
    (header::CACHE_CONTROL, "no-store"),
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (header::REFERRER_POLICY, "no-referrer"),
    (header::X_FRAME_OPTIONS, "DENY"),
    (header::CROSS_ORIGIN_OPENER_POLICY, "same-origin"),
    (header::CROSS_ORIGIN_EMBEDDER_POLICY, "require-corp"),
    (header::CROSS_ORIGIN_RESOURCE_POLICY, "same-origin"),
    (
        header::PERMISSIONS_POLICY,
        "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), interest-cohort=(), \
         magnetometer=(), microphone=(), midi=(), payment=(), usb=()",
    ),
];
const HSTS: &str = "max-age=31536000; includeSubDomains";

/// Serves until a termination signal, then finishes what is running. `ready` runs once requests are answered.
///
/// # Errors
/// [`Error::Io`] when the listener cannot be used.
pub async fn serve(app: App, listener: TcpListener, ready: impl FnOnce()) -> Result<(), Error> {
    let connections = app.config.http.connections.div_ceil(WORKERS);
    let server = HttpServer::new(move || {
        let app = app.clone();
        actix_web::App::new().configure(move |config| configure(config, app)).wrap(from_fn(finish))
    })
    .workers(WORKERS)
    .max_connections(connections)
    .client_request_timeout(HEAD)
    .client_disconnect_timeout(HEAD)
    .keep_alive(KEEP_ALIVE)
    .shutdown_timeout(SHUTDOWN_SECONDS)
    .listen(listener)?
    .run();
    let mut server = pin!(server);
    // Its first step begins to heed signals: whoever hears that it is ready may end it at once.
    match poll_fn(|context| Poll::Ready(server.as_mut().poll(context))).await {
        Poll::Ready(outcome) => Ok(outcome?),
        Poll::Pending => {
            ready();
            Ok(server.await?)
        }
    }
}

/// Everything but the outermost layer, [`finish`].
fn configure(config: &mut ServiceConfig, app: App) {
    config
        .app_data(Data::new(app))
        .app_data(PathConfig::default().error_handler(|_, _| Error::NotFound.into()))
        .app_data(QueryConfig::default().error_handler(|_, _| Error::Malformed("the query is not understood").into()))
        .configure(routes::routes);
}

/// The outermost layer: an error that no handler of ours made becomes a problem document, and every answer carries
/// the headers.
async fn finish(
    request: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<BoxBody>, actix_web::Error> {
    let mut response = next.call(request).await?.map_into_boxed_body();
    let status = response.status();
    let ours = response
        .headers()
        .get(header::CONTENT_TYPE)
        .is_some_and(|kind| kind == Problem::MEDIA_TYPE || kind == HTML || kind == PLAIN);
    if (status.is_client_error() || status.is_server_error()) && !ours {
        let allowed = response.headers().get(header::ALLOW).cloned();
        let answer = Problem::of_status(status).response().respond_to(response.request());
        response = response.into_response(answer.map_into_boxed_body());
        if let Some(allowed) = allowed {
            response.headers_mut().insert(header::ALLOW, allowed);
        }
    }
    let secure = response.request().app_data::<Data<App>>().is_some_and(|app| is_secure(&app.config.http.origins));
    let headers = response.headers_mut();
    let transport = secure.then_some((header::STRICT_TRANSPORT_SECURITY, HSTS));
    for (name, value) in HEADERS.into_iter().chain(transport) {
        if !headers.contains_key(&name) {
            headers.insert(name, HeaderValue::from_static(value));
        }
    }
    Ok(response)
}

/// Whether the public reaches this over TLS only.
fn is_secure(origins: &[String]) -> bool {
    !origins.is_empty() && origins.iter().all(|origin| origin.starts_with("https://"))
}

#[cfg(test)]
mod tests;
