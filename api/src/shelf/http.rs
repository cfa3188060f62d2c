//! How the shelf is reached: by the HTTP and TLS of the native client, on threads that may wait.

use async_trait::async_trait;
use http_body_util::BodyExt;
use object_store::ClientOptions;
use object_store::client::{
    HttpClient, HttpConnector, HttpError, HttpErrorKind, HttpRequest, HttpResponse, HttpResponseBody, HttpService,
};
use std::time::Duration;
use ureq::http::{Request, Response};
use ureq::{Agent, Body};

/// One try.
const PATIENCE: Duration = Duration::from_secs(10);
const PATIENCE_TO_CONNECT: Duration = Duration::from_secs(3);
/// Far above an object, and above what a store says when it fails.
const MOST_ANSWER: u64 = 1 << 20;

/// Makes connections to the shelf.
#[derive(Debug)]
pub(super) struct Connector;

impl HttpConnector for Connector {
    fn connect(&self, _: &ClientOptions) -> object_store::Result<HttpClient> {
        let agent = Agent::config_builder()
            .timeout_global(Some(PATIENCE))
            .timeout_connect(Some(PATIENCE_TO_CONNECT))
            .http_status_as_error(false)
            .max_redirects(0)
            .max_redirects_will_error(false)
            .user_agent("")
            .accept("")
            .proxy(None)
            .build()
            .new_agent();
        Ok(HttpClient::new(Patient(agent)))
    }
}

/// Asks on a thread that may wait.
#[derive(Debug)]
struct Patient(Agent);

#[async_trait]
impl HttpService for Patient {
    async fn call(&self, request: HttpRequest) -> Result<HttpResponse, HttpError> {
        let (head, body) = request.into_parts();
        let request = Request::from_parts(head, body.collect().await?.to_bytes());
        let agent = self.0.clone();
        let asked = tokio::task::spawn_blocking(move || ask(&agent, request)).await;
        let (head, body) = asked.map_err(|error| HttpError::new(HttpErrorKind::Interrupted, error))??.into_parts();
        Ok(Response::from_parts(head, HttpResponseBody::from(body)))
    }
}

fn ask(agent: &Agent, request: Request<impl AsRef<[u8]>>) -> Result<Response<Vec<u8>>, HttpError> {
    let (head, body) = request.into_parts();
    let answered: Result<Response<Body>, ureq::Error> = match body.as_ref() {
        [] => agent.run(Request::from_parts(head, ())),
        bytes => agent.run(Request::from_parts(head, bytes)),
    };
    let (head, mut body) = answered.map_err(failure)?.into_parts();
    let bytes = body.with_config().limit(MOST_ANSWER).read_to_vec().map_err(failure)?;
    Ok(Response::from_parts(head, bytes))
}

fn failure(error: ureq::Error) -> HttpError {
    let kind = match &error {
        ureq::Error::Timeout(_) => HttpErrorKind::Timeout,
        ureq::Error::Io(_) | ureq::Error::Protocol(_) => HttpErrorKind::Interrupted,
        ureq::Error::ConnectionFailed | ureq::Error::HostNotFound => HttpErrorKind::Connect,
        _ => HttpErrorKind::Unknown,
    };
    HttpError::new(kind, error)
}
