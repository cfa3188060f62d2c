//! What several tests need.

pub(crate) mod backups;
pub(crate) mod databases;
pub(crate) mod http;
pub(crate) mod load;
pub(crate) mod memory;
pub(crate) mod people;
pub(crate) mod program;
pub(crate) mod relay;
pub(crate) mod service;
pub(crate) mod shelf;
pub(crate) mod staff;
pub(crate) mod statements;
