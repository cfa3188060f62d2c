//! The stories of the contract, from the first coach to the erased thread, each on both databases.

mod conversation;
mod damage;
mod disturbance;
mod drafts;
mod erasure;
mod people;
mod restore;
mod retention;
mod sittings;
mod ticks;
