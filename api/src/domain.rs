//! Rules without storage and without HTTP: what may be asked for, and what follows from it.

pub mod arrival;
pub mod names;
pub mod questions;
