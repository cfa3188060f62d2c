#![doc = include_str!("../README.md")]

pub mod app;
pub mod audit;
pub mod body;
pub mod book;
pub mod clock;
pub mod commands;
pub mod config;
pub mod domain;
pub mod entropy;
pub mod error;
pub mod files;
pub mod jobs;
pub mod limits;
pub mod openapi;
pub mod problem;
pub mod ring;
pub mod routes;
pub mod secrets;
pub mod server;
pub mod session;
pub mod site;
pub mod socket;
pub mod store;
pub mod telemetry;

pub use error::Error;
