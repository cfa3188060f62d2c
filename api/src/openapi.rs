//! The description of the API, collected from the handlers themselves.

use crate::problem::Problem;
use crate::routes::{desk, health, invitations, ledger, mailbox, organisations, sessions, threads};
use actix_web::HttpResponse;
use crypto::wire::ProblemDocument;
use utoipa::openapi::path::{Operation, PathItem};
use utoipa::openapi::security::{HttpAuthScheme, HttpBuilder, SecurityRequirement, SecurityScheme};
use utoipa::openapi::{Content, Ref, RefOr};
use utoipa::{Modify, OpenApi};

#[derive(OpenApi)]
#[openapi(
    info(
        title = "Micromoed",
        description = "Concerns at work, heard without a name. Every error is a problem document (RFC 9457)."
    ),
    components(schemas(ProblemDocument)),
    modifiers(&Common),
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

/// What holds of every operation and stands at none: a refusal is a problem document, and what can be refused with 401
/// needs a session.
struct Common;

/// The name of the session among the ways to be known.
const SESSION: &str = "session";

impl Modify for Common {
    fn modify(&self, api: &mut utoipa::openapi::OpenApi) {
        let bearer = HttpBuilder::new().scheme(HttpAuthScheme::Bearer).build();
        let components = api.components.get_or_insert_default();
        components.add_security_scheme(SESSION, SecurityScheme::Http(bearer));
        for operation in api.paths.paths.values_mut().flat_map(operations) {
            if operation.responses.responses.contains_key("401") {
                operation.security = Some(vec![SecurityRequirement::new(SESSION, [""; 0])]);
            }
            for (status, response) in &mut operation.responses.responses {
                if let (true, RefOr::T(response)) = (status.as_str() >= "400", response) {
                    let document = Content::new(Some(Ref::from_schema_name("ProblemDocument")));
                    response.content.insert(Problem::MEDIA_TYPE.into(), document.into());
                }
            }
        }
    }
}

/// The operations of a path that this API may have.
fn operations(path: &mut PathItem) -> impl Iterator<Item = &mut Operation> {
    [&mut path.get, &mut path.put, &mut path.post, &mut path.delete].into_iter().flatten()
}

/// The document as text.
#[must_use]
pub fn text() -> String {
    // A document of derived schemas always has a JSON form.
    // The registry of formats writes `uint64` where utoipa writes `u-int64`.
    Api::openapi().to_pretty_json().unwrap_or_default().replace("\"u-int", "\"uint")
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

    /// Every operation with its path, as the document that is served says it.
    fn served() -> Vec<(String, serde_json::Value)> {
        let document: serde_json::Value = serde_json::from_str(&text()).unwrap();
        let paths = document["paths"].as_object().unwrap().iter();
        let all = paths
            .flat_map(|(path, methods)| methods.as_object().unwrap().values().map(|of| (path.clone(), of.clone())));
        all.collect()
    }

    #[test]
    fn a_parameter_is_looked_for_where_it_stands() {
        for (path, operation) in served() {
            let parameters = operation["parameters"].as_array().cloned().unwrap_or_default();
            let in_path =
                |parameter: &serde_json::Value| path.contains(&format!("{{{}}}", parameter["name"].as_str().unwrap()));
            for parameter in &parameters {
                let place = if in_path(parameter) { "path" } else { "query" };
                assert_eq!(parameter["in"], place, "{path}: {parameter}");
            }
            assert_eq!(path.matches('{').count(), parameters.iter().filter(|one| in_path(one)).count(), "{path}");
        }
    }

    #[test]
    fn a_number_that_is_taken_fits_the_width_that_is_said() {
        let batches = served().into_iter().find(|(path, _)| path == "/api/v1/desk/batches").unwrap().1;
        assert_eq!(batches["parameters"][0]["schema"]["format"], "uint64", "{batches}");
        let document: serde_json::Value = serde_json::from_str(&text()).unwrap();
        let day = &document["components"]["schemas"]["Accepted"]["properties"]["day"];
        assert_eq!(day["format"], "uint32", "{day}");
    }

    #[test]
    fn every_refusal_is_described_as_a_problem_document_and_every_session_as_needed() {
        for (path, operation) in served() {
            let responses = operation["responses"].as_object().unwrap();
            for (status, response) in responses {
                let schema = &response["content"][Problem::MEDIA_TYPE]["schema"]["$ref"];
                let is_problem = schema == "#/components/schemas/ProblemDocument";
                assert_eq!(is_problem, status.starts_with(['4', '5']), "{path} {status}: {response}");
            }
            assert_eq!(operation["security"].is_array(), responses.contains_key("401"), "{path}");
        }
    }
}
