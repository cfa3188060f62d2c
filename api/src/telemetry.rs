//! What the server says on stderr. No line carries a time: what is logged while a reporter acts would tell when. There
//! are no spans, and only this crate is heard: a library may put bytes of a request into its lines.

use crate::config::{Level, Log};
use tracing::level_filters::LevelFilter;
use tracing_subscriber::Layer;
use tracing_subscriber::filter::Targets;
use tracing_subscriber::layer::SubscriberExt;
use tracing_subscriber::util::SubscriberInitExt;

/// Starts logging for this process; the first call counts.
pub fn start(log: &Log) {
    let level = match log.level {
        Level::Error => LevelFilter::ERROR,
        Level::Warn => LevelFilter::WARN,
        Level::Info => LevelFilter::INFO,
    };
    let ours = Targets::new().with_target(env!("CARGO_CRATE_NAME"), level);
    let lines = tracing_subscriber::fmt::layer().with_writer(std::io::stderr).without_time().with_target(false);
    let lines = if log.json { lines.json().boxed() } else { lines.boxed() };
    // A second start changes nothing: a test process starts many servers.
    drop(tracing_subscriber::registry().with(lines.with_filter(ours)).try_init());
}
