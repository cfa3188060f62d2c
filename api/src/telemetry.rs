//! What the server says on stderr. No line carries a time: what is logged while a reporter acts would tell when. There
//! are no spans, so nothing of a request can slip into a line.

use crate::config::{Level, Log};
use tracing::level_filters::LevelFilter;

/// Starts logging for this process; the first call counts.
pub fn start(log: &Log) {
    let level = match log.level {
        Level::Error => LevelFilter::ERROR,
        Level::Warn => LevelFilter::WARN,
        Level::Info => LevelFilter::INFO,
    };
    let lines = tracing_subscriber::fmt()
        .with_max_level(level)
        .with_writer(std::io::stderr)
        .without_time();
    // A second start changes nothing: a test process starts many servers.
    drop(if log.json {
        lines.json().try_init()
    } else {
        lines.with_target(false).try_init()
    });
}
