//! What several tests need, the vectors of this crate's own formats, and what holds for all of them.

pub(crate) mod samples;
#[cfg(test)]
mod secrets;
pub(crate) mod vectors;
