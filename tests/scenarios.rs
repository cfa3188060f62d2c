//! The stories of the contract, from the first coach to the erased thread, each on both databases.

mod auditor;
mod coach_files;
mod conversation;
mod damage;
mod disturbance;
mod drafts;
mod erasure;
mod files;
mod gate;
mod people;
mod receipt;
mod restore;
mod retention;
mod shelf;
mod site;
mod sittings;
mod ticks;
mod witness;
