use super::*;
use crate::body::{Body, Json, Turn};
use crate::config::Config;
use crate::store::Store;
use crate::store::support::Databases;
use actix_web::http::{Method, StatusCode};
use actix_web::test::{TestRequest, call_service, init_service, read_body};
use actix_web::web::{self, Bytes};

async fn app(databases: &Databases, config: Config) -> App {
    App::open(config, Store::open(&databases.each()[0], 1).unwrap(), &databases.folders()).await.unwrap()
}

fn run<T>(test: impl Future<Output = T>) -> T {
    actix_web::rt::System::new().block_on(test)
}

async fn bytes(Body(bytes): Body<8>) -> Bytes {
    bytes
}

async fn in_turn(_turn: Turn, Body(bytes): Body<8>) -> Bytes {
    bytes
}

async fn document(Json(document): Json<Vec<u8>, 64>) -> web::Json<usize> {
    web::Json(document.len())
}

macro_rules! service {
    ($app:expr) => {{
        let app = $app;
        let own = |config: &mut ServiceConfig| {
            config
                .service(web::resource("/api/bytes").route(web::post().to(bytes)))
                .service(web::resource("/api/part").route(web::post().to(in_turn)))
                .service(web::resource("/api/document").route(web::post().to(document)))
                .service(web::resource("/api/number/{n}").route(web::get().to(async |n: web::Path<u8>| n.to_string())));
        };
        init_service(
            actix_web::App::new().configure(move |config| configure(config, app)).configure(own).wrap(from_fn(finish)),
        )
        .await
    }};
}

async fn problem<B: MessageBody>(response: ServiceResponse<B>) -> (StatusCode, String) {
    let status = response.status();
    assert_eq!(response.headers().get(header::CONTENT_TYPE).unwrap(), Problem::MEDIA_TYPE);
    let document: serde_json::Value = serde_json::from_slice(&read_body(response).await).unwrap();
    assert_eq!(document["status"], status.as_u16());
    (status, document["type"].as_str().unwrap().to_owned())
}

#[test]
fn who_gets_no_turn_is_sent_away_before_her_body_is_read() {
    run(async {
        let databases = Databases::make();
        let app = app(&databases, Config::default()).await;
        let turns = app.parts.clone();
        let all = u32::try_from(turns.available_permits()).unwrap();
        let service = service!(app);
        let ask = || TestRequest::post().uri("/api/part").set_payload("a part").to_request();
        let held = turns.clone().try_acquire_many_owned(all).unwrap();
        let response = call_service(&service, ask()).await;
        assert!(response.headers().contains_key(header::RETRY_AFTER));
        assert_eq!(problem(response).await, (StatusCode::SERVICE_UNAVAILABLE, "/problems/busy".into()));
        drop(held);
        let answer = read_body(call_service(&service, ask()).await).await;
        assert_eq!((answer.as_ref(), turns.available_permits()), (b"a part".as_slice(), usize::try_from(all).unwrap()));
    });
}

#[test]
fn every_answer_carries_the_headers_and_names_no_server() {
    run(async {
        let databases = Databases::make();
        let service = service!(app(&databases, Config::default()).await);
        for (path, status) in [("/health/live", 204), ("/health/ready", 204), ("/api/nowhere", 404)] {
            let response = call_service(&service, TestRequest::get().uri(path).to_request()).await;
            assert_eq!(response.status(), status, "{path}");
            for (name, value) in HEADERS {
                assert_eq!(response.headers().get(&name).unwrap(), value, "{path}");
            }
            for absent in [header::SERVER, header::STRICT_TRANSPORT_SECURITY, header::SET_COOKIE] {
                assert!(!response.headers().contains_key(&absent), "{path} {absent}");
            }
        }
    });
}

#[test]
fn transport_security_is_asked_for_where_every_origin_has_it() {
    run(async {
        let databases = Databases::make();
        let mut config = Config::default();
        config.http.origins = vec!["https://speak.example".into()];
        let service = service!(app(&databases, config).await);
        let response = call_service(&service, TestRequest::get().uri("/health/live").to_request()).await;
        assert_eq!(response.headers().get(header::STRICT_TRANSPORT_SECURITY).unwrap(), HSTS);
        assert!(!is_secure(&["https://speak.example".into(), "http://abc.onion".into()]));
    });
}

#[test]
fn whatever_goes_wrong_is_a_problem_document() {
    run(async {
        let databases = Databases::make();
        let service = service!(app(&databases, Config::default()).await);
        let json = |text: &'static str| {
            TestRequest::post()
                .uri("/api/document")
                .insert_header((header::CONTENT_TYPE, "application/json"))
                .set_payload(text)
        };
        for (request, status, slug) in [
            (TestRequest::get().uri("/api/nowhere"), 404, "not-found"),
            (TestRequest::get().uri("/api/number/300"), 404, "not-found"),
            (TestRequest::delete().uri("/health/live"), 405, "method-not-allowed"),
            (TestRequest::with_uri("/api/bytes").method(Method::TRACE), 405, "method-not-allowed"),
            (TestRequest::post().uri("/api/bytes").set_payload("nine byte"), 413, "too-large"),
            (
                TestRequest::post()
                    .uri("/api/bytes")
                    .insert_header((header::CONTENT_ENCODING, "gzip"))
                    .set_payload("x"),
                415,
                "unsupported-media-type",
            ),
            (TestRequest::post().uri("/api/document").set_payload("[1]"), 415, "unsupported-media-type"),
            (json("[1"), 400, "malformed"),
            (json("[300]"), 400, "malformed"),
            (json("[\"\u{fe}\"]"), 400, "malformed"),
        ] {
            let response = call_service(&service, request.to_request()).await;
            assert_eq!(problem(response).await, (StatusCode::from_u16(status).unwrap(), format!("/problems/{slug}")));
        }
        let response = call_service(&service, json("[1, 2]").to_request()).await;
        assert_eq!(read_body(response).await, "2");
        let response =
            call_service(&service, TestRequest::post().uri("/api/bytes").set_payload("8 bytes!").to_request()).await;
        assert_eq!(read_body(response).await, "8 bytes!");
    });
}

#[test]
fn a_closed_store_is_not_ready_but_alive() {
    run(async {
        let databases = Databases::make();
        let app = app(&databases, Config::default()).await;
        let service = service!(app.clone());
        app.store.close();
        let response = call_service(&service, TestRequest::get().uri("/health/ready").to_request()).await;
        assert!(response.headers().contains_key(header::RETRY_AFTER));
        assert_eq!(problem(response).await.1, "/problems/busy");
        let response = call_service(&service, TestRequest::get().uri("/health/live").to_request()).await;
        assert_eq!(response.status(), 204);
    });
}

#[test]
fn a_page_that_is_not_there_is_said_to_a_person_and_pages_have_one_policy() {
    run(async {
        let databases = Databases::make();
        let service = service!(app(&databases, Config::default()).await);
        let paths = [
            "/",
            "/zonnehuis",
            "/zonnehuis/nl-be",
            "/zonnehuis/report",
            "/zonnehuis/nl/mailbox",
            "/desk/xx",
            "/audit/xx",
            "/a",
        ];
        for path in paths {
            let request = TestRequest::get().uri(path).insert_header((header::ACCEPT_LANGUAGE, "fr-CA, nl;q=0.5"));
            let response = call_service(&service, request.to_request()).await;
            assert_eq!(response.status(), 404, "{path}");
            assert_eq!(response.headers().get(header::CACHE_CONTROL).unwrap(), "no-store", "{path}");
            let kind = response.headers().get(header::CONTENT_TYPE).unwrap().clone();
            let policy = response.headers().get(header::CONTENT_SECURITY_POLICY).unwrap().clone();
            let text = String::from_utf8(read_body(response).await.to_vec()).unwrap();
            // A build without pages says so; continuous integration builds them first.
            if kind == HTML {
                assert!(text.contains("lang=\"fr"), "{path}: {text}");
                assert_eq!(
                    policy,
                    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data: blob:; \
                     connect-src 'self'; worker-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'; \
                     require-trusted-types-for 'script'; trusted-types micromoed-worker"
                );
            } else {
                assert!(kind == PLAIN && std::env::var_os("CI").is_none(), "built without pages");
            }
        }
        let response = call_service(&service, TestRequest::get().uri("/assets/none.js").to_request()).await;
        assert_eq!(problem(response).await.1, "/problems/not-found");
        for path in ["/desk", "/audit", "/audit/fr"] {
            let response = call_service(&service, TestRequest::get().uri(path).to_request()).await;
            assert!(response.status() == 200 || std::env::var_os("CI").is_none(), "{path}");
        }
    });
}
