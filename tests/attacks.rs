//! Requests that no honest client sends: they are refused in a known form, tell nothing, and change nothing.

mod alike;
mod authority;
mod counts;
mod document;
mod flood;
mod input;
mod ledger;
mod replay;
