//! The program's command line: one file per subcommand.
//!
//! A command that writes is a [`request::Request`]: it goes over the local socket to a server that runs, or is carried
//! out here under the data folder's lock. The same code does it in both cases.

pub mod audit;
pub mod backup;
pub mod demo;
pub mod doctor;
pub mod invite;
pub mod migrate;
pub mod org;
pub mod request;
pub mod restore;
pub mod serve;
pub mod verify_site;

use crate::app::App;
use crate::backup::restore::require_none_under_way;
use crate::config::Config;
use crate::files::{self, Lock};
use crate::secrets::Folders;
use crate::store::{Address, Store};
use crate::{Error, socket};
use clap::{Args, Parser, Subcommand};
use client::Server;
use request::Request;
use serde_json::Value;
use std::path::PathBuf;

/// Concerns at work, heard without a name.
#[derive(Debug, Parser)]
#[command(name = "micromoed", version, disable_help_subcommand = true)]
pub struct Line {
    #[command(flatten)]
    place: Place,
    #[command(subcommand)]
    command: Command,
}

/// Where the installation is and how answers are printed.
#[derive(Clone, Debug, Args)]
pub struct Place {
    /// The data folder: keys, socket, pins, and the database unless it is elsewhere
    #[arg(long, global = true, value_name = "DIR", default_value = "micromoed-data")]
    pub data: PathBuf,
    /// The release keys, best on another disk than the database [default: release-keys in DIR]
    #[arg(long, global = true, value_name = "DIR")]
    pub release_keys: Option<PathBuf>,
    /// A PostgreSQL database, `postgres://…`
    #[arg(long, global = true, value_name = "URL")]
    pub database: Option<String>,
    /// Settings, in TOML
    #[arg(long, global = true, value_name = "FILE")]
    pub config: Option<PathBuf>,
    /// Print one JSON document
    #[arg(long, global = true)]
    pub json: bool,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Run the server
    Serve(serve::Arguments),
    /// Run a server with a sample organisation; nothing of it stays
    Demo(demo::Arguments),
    /// Bring the database to this program's schema
    Migrate,
    /// Look for what is wrong or unwise, without changing anything
    Doctor,
    /// Make organisations, and say what they ask
    #[command(subcommand)]
    Org(org::Arguments),
    /// Make a one-time invitation for a member of staff
    Invite(invite::Arguments),
    /// Write a backup, sealed to recipients, beside a server that runs
    Backup(backup::Arguments),
    /// Put a backup back into an empty installation
    Restore(restore::Arguments),
    /// Check the access log
    #[command(subcommand)]
    Audit(audit::Arguments),
    /// Look whether a site sends what this release says
    VerifySite(verify_site::Arguments),
    #[command(flatten)]
    Native(client::cli::Command),
}

/// What a command prints.
#[derive(Debug)]
pub struct Output {
    /// For people.
    pub text: String,
    /// For programs.
    pub document: Value,
    /// With which the program exits after printing: 0 where all is well.
    pub code: u8,
}

impl Line {
    /// Does what was asked.
    ///
    /// # Errors
    /// Whatever stopped it.
    pub fn run(self) -> Result<Option<Output>, Error> {
        match self.command {
            Command::Serve(arguments) => serve::run(&self.place, arguments).map(|()| None),
            Command::Demo(arguments) => demo::run(&self.place, arguments).map(|()| None),
            Command::Migrate => migrate::run(&self.place).map(Some),
            Command::Doctor => doctor::run(&self.place).map(Some),
            Command::Org(arguments) => org::run(&self.place, arguments).map(Some),
            Command::Invite(arguments) => invite::run(&self.place, arguments).map(Some),
            Command::Backup(arguments) => backup::run(&self.place, arguments).map(Some),
            Command::Restore(arguments) => restore::run(&self.place, arguments).map(Some),
            Command::Audit(arguments) => audit::run(&self.place, arguments).map(Some),
            Command::VerifySite(arguments) => verify_site::run(&arguments).map(Some),
            Command::Native(command) => native(command).map(Some),
        }
    }

    /// Whether JSON was asked for.
    #[must_use]
    pub const fn json(&self) -> bool {
        self.place.json
    }
}

/// The native client: it talks to a server over HTTP, this one or another.
fn native(command: client::cli::Command) -> Result<Output, Error> {
    let output = client::cli::run_here(command)?;
    let document = serde_json::to_value(&output).unwrap_or_default();
    Ok(Output { text: output.to_string().trim_end().into(), document, code: output.exit_code() })
}

/// What the contract names and a later release brings.
fn not_in_this_release() -> Error {
    Error::Refused("not in this release".into())
}

/// A server by its address, through the proxy that the environment names.
fn connect(address: &str) -> Result<Server, Error> {
    let proxy =
        ["ALL_PROXY", "all_proxy"].into_iter().find_map(|name| std::env::var(name).ok().filter(|set| !set.is_empty()));
    Ok(Server::new(address, proxy.as_deref())?)
}

impl Place {
    /// The settings.
    ///
    /// # Errors
    /// [`Error::Usage`].
    pub fn settings(&self) -> Result<Config, Error> {
        Config::load(self.config.as_deref())
    }

    /// The database.
    ///
    /// # Errors
    /// [`Error::Refused`] for a database this build does not know.
    pub fn address(&self) -> Result<Address, Error> {
        Address::new(self.database.as_deref(), &self.data)
    }

    /// Its folders.
    #[must_use]
    pub fn folders(&self) -> Folders {
        let release_keys = self.release_keys.clone().unwrap_or_else(|| self.data.join("release-keys"));
        Folders { data: self.data.clone(), release_keys }
    }

    /// Takes the data folder, making it where it is missing.
    ///
    /// # Errors
    /// [`Error::Refused`] when another process has it, or a restore broke off there.
    pub fn take(&self) -> Result<Lock, Error> {
        files::make_folder(&self.data)?;
        let lock = Lock::take(&self.data)?;
        require_none_under_way(&self.data)?;
        Ok(lock)
    }

    /// Has a request carried out: by the server that runs here, or by this process while none does.
    ///
    /// # Errors
    /// What the request was refused with.
    pub fn ask(&self, request: Request) -> Result<Value, Error> {
        if let Some(document) = socket::ask(&self.data, &request)? {
            return Ok(document);
        }
        let config = self.settings()?;
        let _lock = self.take()?;
        let store = Store::open(&self.address()?, 1)?;
        let document = actix_web::rt::System::new().block_on(async {
            let app = App::open(config, store.clone(), &self.folders()).await?;
            request::execute(&app, request).await
        });
        store.close();
        document
    }
}
