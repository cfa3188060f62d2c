//! What the service is compared with: the same framework without a database, and a pool of database writers. Each is
//! this very program started anew, so that both sides run alike.

use actix_web::web::{Bytes, Data, PayloadConfig, post};
use actix_web::{App, HttpResponse, HttpServer};
use diesel::connection::SimpleConnection;
use diesel::prelude::*;
use std::io::{BufRead, BufReader};
use std::process::{Child, Command, ExitCode, Stdio};
use std::sync::Mutex;

/// A running rival. Dropping it ends it.
pub(crate) struct Rival {
    child: Child,
    pub(crate) pid: u32,
    pub(crate) address: String,
}

impl Rival {
    pub(crate) fn start(kind: &str, arguments: &[&str]) -> Self {
        let program = std::env::current_exe().expect("this program");
        let mut child =
            Command::new(program).arg(kind).args(arguments).stdout(Stdio::piped()).spawn().expect("a rival");
        let mut line = String::new();
        BufReader::new(child.stdout.take().expect("its output")).read_line(&mut line).expect("its address");
        Self { pid: child.id(), child, address: line.trim().into() }
    }
}

impl Drop for Rival {
    fn drop(&mut self) {
        drop(self.child.kill());
        drop(self.child.wait());
    }
}

/// Reads a body and answers.
pub(crate) fn sink() -> ExitCode {
    serve(|config| {
        config.route("/", post().to(|body: Bytes| async move { HttpResponse::Created().body(body.len().to_string()) }));
    })
}

struct Pool(Vec<Mutex<SqliteConnection>>);

diesel::table! { report (id) { id -> Binary, body -> Binary, } }

/// Inserts each body in a transaction of its own, over eight connections to one file.
pub(crate) fn pool(path: &str) -> ExitCode {
    let connections = (0..8).map(|_| {
        let mut connection = SqliteConnection::establish(path).expect("a database");
        connection
            .batch_execute(
                "PRAGMA busy_timeout = 10000; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;
                 CREATE TABLE IF NOT EXISTS report (id BLOB NOT NULL PRIMARY KEY, body BLOB NOT NULL) STRICT;",
            )
            .expect("a table");
        Mutex::new(connection)
    });
    let pool = Data::new(Pool(connections.collect()));
    serve(move |config| {
        config.app_data(pool.clone()).route("/", post().to(store));
    })
}

async fn store(pool: Data<Pool>, body: Bytes) -> HttpResponse {
    let stored = actix_web::web::block(move || {
        let id: [u8; 32] = *crypto::Secret::make(&mut client::entropy::generator().expect("randomness")).expose();
        let free = pool.0.iter().find_map(|connection| connection.try_lock().ok());
        let mut connection = match free {
            Some(connection) => connection,
            None => pool.0[usize::from(id[0]) % pool.0.len()].lock().expect("a connection"),
        };
        connection.immediate_transaction(|connection| {
            let row = (report::id.eq(id.as_slice()), report::body.eq(body.as_ref()));
            diesel::insert_into(report::table).values(row).execute(connection)
        })
    });
    match stored.await {
        Ok(Ok(_)) => HttpResponse::Created().finish(),
        _ => HttpResponse::InternalServerError().finish(),
    }
}

fn serve(routes: impl Fn(&mut actix_web::web::ServiceConfig) + Clone + Send + 'static) -> ExitCode {
    let served = actix_web::rt::System::new().block_on(async move {
        let server =
            HttpServer::new(move || App::new().app_data(PayloadConfig::new(1 << 20)).configure(routes.clone()))
                .workers(2)
                .bind("127.0.0.1:0")?;
        println!("http://{}", server.addrs().first().expect("an address"));
        server.run().await
    });
    if served.is_ok() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
