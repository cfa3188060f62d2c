//! What nobody can learn: each check is also run on a planted leak, which it must find.

mod arrivals;
mod backups;
mod canaries;
mod exclusion;
mod lengths;
mod silence;
