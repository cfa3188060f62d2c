//! What survives when things break: processes killed, connections lost.

mod kill;
mod release;
mod restore;
