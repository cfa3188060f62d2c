//! `micromoed audit verify`: checks the access log, beside a server that runs, and writes nothing.

use super::{Output, Place, not_in_this_release};
use crate::Error;
use crate::audit::{self, Kind, Outside, Report};
use crate::store::{Db, migrations};

/// What is done with the access log.
#[derive(Debug, clap::Subcommand)]
pub enum Arguments {
    /// Compute the log anew from its entries and compare it with everything that was said about it
    Verify(Verify),
}

/// Which log.
#[derive(Debug, clap::Args)]
pub struct Verify {
    /// Later: the log of a server
    #[arg(long, hide = true, value_name = "URL")]
    server: Option<String>,
    /// Later: a copy of a log
    #[arg(long, hide = true, value_name = "DIR")]
    dir: Option<String>,
    /// Later: from a checkpoint that was kept
    #[arg(long, hide = true, value_name = "CHECKPOINT")]
    since: Option<String>,
}

pub(super) fn run(place: &Place, Arguments::Verify(which): Arguments) -> Result<Output, Error> {
    if which.server.or(which.dir).or(which.since).is_some() {
        return Err(not_in_this_release());
    }
    let outside = Outside::read(&place.data)?;
    let mut db = Db::open_reader(&place.address()?)?;
    let report = match migrations::check(&mut db) {
        Ok(()) => db.at_one_moment(|db| audit::verify(db, &outside))?,
        Err(error) => Report::of(Kind::Schema, error.to_string()),
    };
    Ok(Output { text: report.text(), document: report.document(), code: report.code() })
}
