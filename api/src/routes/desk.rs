//! What signed-in staff ask for.

pub mod batches;
pub mod cases;
pub mod files;
pub mod people;
pub mod reconciliation;
pub mod replies;
pub mod threads;
pub mod vault;
