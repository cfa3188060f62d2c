//! `micromoed serve`: opens the installation, listens, and runs until it is told to stop.

use super::Place;
use crate::app::App;
use crate::config::Http;
use crate::store::Store;
use crate::store::files::shelved;
use crate::{Error, jobs, server, socket, telemetry};
use crypto::{Digest, FileHash};
use std::env;
use std::fs::File;
use std::io::{BufRead, BufReader, Write};
use std::net::TcpListener;

/// Connections that read at the same time.
pub(super) const READERS: usize = 4;

/// Where to listen.
#[derive(Debug, clap::Args)]
pub struct Arguments {
    /// Address and port; port 0 takes a free one [default: 127.0.0.1:8080]
    #[arg(long, value_name = "ADDRESS")]
    listen: Option<String>,
}

pub(super) fn run(place: &Place, arguments: Arguments) -> Result<(), Error> {
    let mut config = place.settings()?;
    if let Some(listen) = arguments.listen {
        config.http.listen = listen;
    }
    let address = place.address()?;
    telemetry::start(&config.log);
    let _lock = place.take()?;
    let (listener, origin) = listen(&mut config.http)?;
    let store = Store::open(&address, READERS)?;
    let outcome = actix_web::rt::System::new().block_on(async {
        let app = App::open(config, store.clone(), &place.folders()).await?;
        require_shelf(&app).await?;
        app.enter_changes(program()?).await?;
        actix_web::rt::spawn(jobs::run(app.clone()));
        actix_web::rt::spawn(jobs::run_shelf(app.clone()));
        actix_web::rt::spawn(socket::answer(socket::listen(&place.data)?, app.clone()));
        server::serve(app, listener, || announce(&origin)).await
    });
    store.close();
    outcome
}

/// Refuses to serve while files lie on a shelf that no settings name: readers would be told that they are lost.
async fn require_shelf(app: &App) -> Result<(), Error> {
    if app.shelf.is_none() && app.store.read(shelved::pick).await?.is_some() {
        return Err(Error::Refused(
            "files lie on a shelf outside the database: the settings of [shelf] are missing".into(),
        ));
    }
    Ok(())
}

/// What `sha256sum` says of the program that runs, read piece by piece: it weighs more than all it needs to run.
fn program() -> Result<Digest, Error> {
    let mut file = BufReader::new(File::open(env::current_exe()?)?);
    let mut hash = FileHash::default();
    loop {
        let piece = file.fill_buf()?;
        if piece.is_empty() {
            return Ok(hash.finish());
        }
        hash.update(piece);
        let read = piece.len();
        file.consume(read);
    }
}

/// Listens; answers the address, which is the origin unless others were named.
pub(super) fn listen(http: &mut Http) -> Result<(TcpListener, String), Error> {
    let listener = TcpListener::bind(&http.listen)
        .map_err(|error| Error::Refused(format!("cannot listen on {}: {error}", http.listen)))?;
    listener.set_nonblocking(true)?;
    let origin = format!("http://{}", listener.local_addr()?);
    if http.origins.is_empty() {
        http.origins.extend([origin.clone(), origin.replace("127.0.0.1", "localhost")]);
    }
    Ok((listener, origin))
}

/// The first line on stdout, which scripts wait for. Whoever closed stdout does not want it.
pub(super) fn announce(origin: &str) {
    let mut stdout = std::io::stdout().lock();
    drop(writeln!(stdout, "listening on {origin}").and_then(|()| stdout.flush()));
}
