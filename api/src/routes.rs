//! The table of all addresses.

pub mod desk;
pub mod health;
pub mod invitations;
pub mod ledger;
pub mod mailbox;
pub mod organisations;
pub mod pages;
pub mod sessions;
pub mod threads;

use crate::limits::Class;
use crate::{Error, openapi};
use actix_web::guard::fn_guard;
use actix_web::web::{ServiceConfig, delete, get, post, put, resource};

/// Puts every route in its place.
pub fn routes(config: &mut ServiceConfig) {
    config
        .service(resource("/health/live").route(get().to(health::live)))
        .service(resource("/health/ready").route(get().to(health::ready)))
        .service(resource("/api/openapi.json").route(get().to(openapi::document)))
        .service(resource("/api/v1/organisations/{slug}").route(get().to(organisations::show)))
        .service(resource("/api/v1/challenge").route(get().to(sessions::challenge)))
        .service(resource("/api/v1/threads").route(post().to(threads::create)))
        .service(resource("/api/v1/mailbox/read").route(post().to(mailbox::read)))
        .service(resource("/api/v1/mailbox/say").route(post().to(mailbox::say)))
        .service(resource("/api/v1/mailbox/take-back").route(post().to(mailbox::take_back)))
        .service(resource("/api/v1/mailbox/erase").route(post().to(mailbox::erase)))
        .service(resource("/api/v1/mailbox/files/begin").route(post().to(mailbox::files::begin)))
        .service(resource("/api/v1/mailbox/files/put").route(post().to(mailbox::files::put)))
        .service(resource("/api/v1/mailbox/files/remove").route(post().to(mailbox::files::remove)))
        .service(resource("/api/v1/mailbox/files/fetch").route(post().to(mailbox::files::fetch)))
        .service(resource("/api/v1/invitations/look").route(post().to(invitations::look)))
        .service(resource("/api/v1/invitations/accept").route(post().to(invitations::accept)))
        .service(resource("/api/v1/sessions").route(post().to(sessions::open)))
        .service(resource("/api/v1/session").route(delete().to(sessions::close)))
        .service(resource("/api/v1/desk/vault").route(get().to(desk::vault::show)).route(put().to(desk::vault::save)))
        .service(resource("/api/v1/desk/people").route(get().to(desk::people::list)))
        .service(resource("/api/v1/desk/roster").route(post().to(desk::people::sign)))
        .service(resource("/api/v1/desk/attestation").route(post().to(desk::people::attest)))
        .service(
            resource("/api/v1/desk/reconciliation")
                .route(get().to(desk::reconciliation::show))
                .route(post().to(desk::reconciliation::sign)),
        )
        .service(resource("/api/v1/desk/batches").route(get().to(desk::batches::list)))
        .service(resource("/api/v1/desk/batches/acknowledge").route(post().to(desk::batches::acknowledge)))
        .service(resource("/api/v1/desk/enrolments").route(post().to(desk::threads::enrol)))
        .service(resource("/api/v1/desk/releases").route(post().to(desk::threads::release)))
        .service(resource("/api/v1/desk/files/begin").app_data(Class::Files).route(post().to(desk::files::begin)))
        .service(resource("/api/v1/desk/files/put").app_data(Class::Files).route(post().to(desk::files::put)))
        .service(resource("/api/v1/desk/files/remove").app_data(Class::Files).route(post().to(desk::files::remove)))
        .service(resource("/api/v1/desk/files/release").app_data(Class::Files).route(post().to(desk::files::release)))
        .service(resource("/api/v1/desk/files/fetch").app_data(Class::Files).route(post().to(desk::files::fetch)))
        .service(resource("/api/v1/desk/cards").route(post().to(desk::threads::cards)))
        .service(resource("/api/v1/desk/key-rows").route(put().to(desk::threads::key_rows)))
        .service(resource("/api/v1/desk/replies").route(post().to(desk::replies::reply)))
        .service(resource("/api/v1/desk/take-back").route(post().to(desk::replies::take_back)))
        .service(resource("/api/v1/desk/cases").route(post().to(desk::cases::begin)))
        .service(resource("/api/v1/desk/records").route(post().to(desk::cases::put)))
        .service(resource("/ledger/checkpoint").route(get().to(ledger::checkpoint)))
        .service(resource("/ledger/witnessed").route(get().to(ledger::witnessed)))
        .service(resource("/ledger/policy").route(get().to(ledger::policy)))
        .service(resource("/ledger/cosignatures").route(post().to(ledger::cosign)))
        .service(resource("/ledger/tile/entries/{part:.*}").route(get().to(ledger::entries)))
        .service(resource("/ledger/tile/{level}/{part:.*}").route(get().to(ledger::tile)))
        .service(resource("/ledger/volume/{part:.*}").route(get().to(ledger::volume)))
        .service(resource("/ledger/bodies/{part:.*}").route(get().to(ledger::bodies)))
        .service(resource("/ledger/epochs").route(get().to(ledger::epochs)))
        .service(resource("/ledger/epochs/{number}").route(get().to(ledger::encapsulations)))
        .service(resource("/assets/{name}").route(get().to(pages::asset)))
        .service(resource("/site.txt").route(get().to(pages::manifest)))
        .service(resource("/site/{language}/{page}.html").route(get().to(pages::template)))
        .service(resource("/").route(get().to(pages::home)))
        .service(resource(["/{room:desk|audit}", "/{room:desk|audit}/{language}"]).route(get().to(pages::staff)))
        // Last: an organisation may be called anything that no address above is.
        .service(
            resource(["/{org}", "/{org}/{word}", "/{org}/{language}/{page}"])
                .guard(fn_guard(|request| pages::may_be_one(request.head().uri.path())))
                .route(get().to(pages::organisation)),
        );
}

/// What a reader of the protocol's bytes answers, as a refusal of the request that brought them.
fn refused(error: crypto::Error) -> Error {
    match error {
        crypto::Error::Version => Error::Malformed("this was made by a newer version than this server knows"),
        crypto::Error::Signature => Error::Forbidden("a signature does not hold"),
        crypto::Error::Roster(reason) | crypto::Error::Ledger(reason) => Error::Malformed(reason),
        _ => Error::Malformed("the bytes are not in the form this address takes"),
    }
}

fn number(body: &[u8]) -> Result<u32, Error> {
    body.try_into().map(u32::from_be_bytes).map_err(|_| Error::Malformed("this address takes one number of four bytes"))
}
