//! `micromoed audit`: the access log checked, here beside a server that runs or from anywhere, and cosigned. Nothing
//! here writes to the installation.

mod local;
mod outside;

use super::{Output, Place, not_in_this_release};
use crate::Error;
use std::path::PathBuf;

/// What is done with the access log.
#[derive(Debug, clap::Subcommand)]
pub enum Arguments {
    /// Compute the log anew from its entries and compare it with everything that was said about it
    Verify(Verify),
    /// Follow the log of a server and put a witness's name under its checkpoints
    Witness(Witness),
    /// Follow the log of a server without signing anything
    Monitor(Follow),
    /// Write the request by which a witness without a network cosigns the newest checkpoint
    Request {
        /// Entries that she signed last
        #[arg(long, default_value = "0", value_name = "SIZE")]
        old: u64,
    },
    /// Answer such a request (standard input) with her name under the checkpoint
    Cosign(Cosign),
    /// Check a proof that a reporter kept of one access
    Receipt {
        /// The `.tlog-proof`
        file: PathBuf,
        /// The log's key, as it stands in `/ledger/policy` and with whoever witnesses
        #[arg(long, value_name = "KEY")]
        log_key: String,
    },
    /// Look whether the database itself is whole, and then as `verify`
    Fsck,
}

/// Which log.
#[derive(Debug, clap::Args)]
pub struct Verify {
    /// The log of this server, instead of the one in the data folder
    #[arg(long, value_name = "URL")]
    server: Option<String>,
    /// Whom to believe: a C2SP policy file; without it, whom the server names
    #[arg(long, value_name = "FILE", requires = "server")]
    policy: Option<PathBuf>,
    /// A checkpoint that was kept: the log must continue it
    #[arg(long, value_name = "FILE", requires = "server")]
    since: Option<PathBuf>,
    /// Later: a copy of a log
    #[arg(long, hide = true, value_name = "DIR")]
    dir: Option<String>,
}

/// Which log is followed, and where it is remembered.
#[derive(Debug, clap::Args)]
pub struct Follow {
    /// Address of the server: https://HOST[:PORT]
    #[arg(long, value_name = "URL")]
    server: String,
    /// Folder in which the newest checkpoint is remembered; it belongs to one log
    #[arg(long, value_name = "DIR")]
    state: PathBuf,
    /// The log's key, the first time: without it the server's word is taken
    #[arg(long, value_name = "KEY")]
    log_key: Option<String>,
    /// Goes on, and looks again after so many minutes
    #[arg(long, value_name = "MINUTES", value_parser = clap::value_parser!(u64).range(1..=10_080))]
    every: Option<u64>,
}

/// Who cosigns.
#[derive(Debug, clap::Args)]
pub struct Witness {
    #[command(flatten)]
    follow: Follow,
    /// The witness's name on its lines, such as council.example/witness
    #[arg(long, value_name = "NAME")]
    name: String,
}

/// Who cosigns without a network.
#[derive(Debug, clap::Args)]
pub struct Cosign {
    /// Folder in which the newest checkpoint and the witness's key lie
    #[arg(long, value_name = "DIR")]
    state: PathBuf,
    /// The witness's name on its lines
    #[arg(long, value_name = "NAME")]
    name: String,
    /// The log's key, the first time
    #[arg(long, value_name = "KEY")]
    log_key: Option<String>,
}

pub(super) fn run(place: &Place, arguments: Arguments) -> Result<Output, Error> {
    match arguments {
        Arguments::Verify(Verify { dir: Some(_), .. }) => Err(not_in_this_release()),
        Arguments::Verify(Verify { server: Some(server), policy, since, .. }) => {
            outside::verify(&server, policy.as_deref(), since.as_deref())
        }
        Arguments::Verify(_) => local::verify(place, false),
        Arguments::Fsck => local::verify(place, true),
        Arguments::Witness(witness) => outside::follow(&witness.follow, Some(&witness.name), place.json),
        Arguments::Monitor(follow) => outside::follow(&follow, None, place.json),
        Arguments::Request { old } => local::request(place, old),
        Arguments::Cosign(cosign) => outside::cosign(&cosign),
        Arguments::Receipt { file, log_key } => outside::receipt(&file, &log_key),
    }
}
