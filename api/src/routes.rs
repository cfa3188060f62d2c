//! The table of all addresses.

mod health;

use actix_web::web::{ServiceConfig, get, resource};

/// Puts every route in its place.
pub fn routes(config: &mut ServiceConfig) {
    config
        .service(resource("/health/live").route(get().to(health::live)))
        .service(resource("/health/ready").route(get().to(health::ready)));
}
