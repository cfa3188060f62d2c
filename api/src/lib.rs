//! The server and the program of Micromoed: HTTP, storage, jobs and the commands around them.
//!
//! In reading order: what the program was told, how it tells time and makes randomness, where it keeps things, how
//! it answers, and what can be asked of it from outside.

#[cfg(all(feature = "fault-early-ack", not(debug_assertions)))]
compile_error!("fault-early-ack loses acknowledged writes on purpose and is for tests only");

pub mod clock;
pub mod config;
pub mod entropy;
pub mod error;
pub mod problem;
pub mod store;

pub use error::Error;
