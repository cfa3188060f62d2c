//! The description of the API, collected from the handlers themselves.

use crate::routes::{desk, health, invitations, ledger, mailbox, organisations, sessions, threads};
use actix_web::HttpResponse;
use crypto::wire::ProblemDocument;
use utoipa::OpenApi;

#[derive(OpenApi)]
#[openapi(
    info(
        title = "Micromoed",
        description = "Concerns at work, heard without a name. Every error is a problem document (RFC 9457)."
    ),
    components(schemas(ProblemDocument)),
    paths(
        health::live,
        health::ready,
        organisations::show,
        sessions::challenge,
        threads::create,
        mailbox::read,
        mailbox::say,
        mailbox::take_back,
        mailbox::erase,
        mailbox::files::begin,
        mailbox::files::put,
        mailbox::files::remove,
        mailbox::files::fetch,
        invitations::look,
        invitations::accept,
        sessions::open,
        sessions::close,
        desk::vault::show,
        desk::vault::save,
        desk::people::list,
        desk::people::sign,
        desk::people::attest,
        desk::reconciliation::show,
        desk::reconciliation::sign,
        desk::batches::list,
        desk::batches::acknowledge,
        desk::threads::enrol,
        desk::threads::release,
        desk::files::begin,
        desk::files::put,
        desk::files::remove,
        desk::files::release,
        desk::files::fetch,
        desk::threads::cards,
        desk::threads::key_rows,
        desk::replies::reply,
        desk::replies::take_back,
        desk::cases::begin,
        desk::cases::put,
        ledger::checkpoint,
        ledger::witnessed,
        ledger::policy,
        ledger::cosign,
        ledger::tile,
        ledger::entries,
        ledger::volume,
        ledger::bodies,
        ledger::epochs,
        ledger::encapsulations,
    )
)]
struct Api;

/// The document as text.
#[must_use]
pub fn text() -> String {
    // A document of derived schemas always has a JSON form.
    Api::openapi().to_pretty_json().unwrap_or_default()
}

/// Serves the document.
pub async fn document() -> HttpResponse {
    HttpResponse::Ok().content_type("application/json").body(text())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_described_path_is_routed_and_every_route_described() {
        let table = include_str!("routes.rs");
        let api = Api::openapi();
        let described: std::collections::BTreeSet<String> = api.paths.paths.keys().cloned().collect();
        let routed: std::collections::BTreeSet<String> = table
            .split("resource(\"")
            .skip(1)
            .filter_map(|rest| rest.split('"').next())
            .filter(|path| ["/api/v1", "/health", "/ledger"].iter().any(|start| path.starts_with(start)))
            // The rest of the address, whatever slashes are in it.
            .map(|path| path.replace(":.*}", "}"))
            .collect();
        assert_eq!(described, routed);
    }
}
