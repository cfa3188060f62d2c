//! The local socket: how commands reach a server that runs. One JSON line asks, one answers, and only the owner of
//! the data folder can connect.

use crate::Error;
use crate::app::App;
use crate::commands::request::{Request, execute};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::io::{BufRead, BufReader, ErrorKind, Read, Write};
use std::os::unix::fs::PermissionsExt;
use std::os::unix::net::UnixStream;
use std::path::Path;
use std::time::Duration;
use tokio::io::{AsyncBufReadExt, AsyncReadExt, AsyncWriteExt};
use tokio::net::UnixListener;

const NAME: &str = "socket";
/// The longest line either way.
const MOST: u64 = 1 << 20;
/// How long a command waits for its answer.
const PATIENCE: Duration = Duration::from_secs(60);

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Answer {
    Done(Value),
    Refused(String),
}

/// Listens in the data folder, whose lock the caller holds: so a socket that is there already is a dead one's.
///
/// # Errors
/// [`Error::Refused`] when the socket cannot be made.
pub fn listen(data: &Path) -> Result<UnixListener, Error> {
    let path = data.join(NAME);
    match std::fs::remove_file(&path) {
        Err(error) if error.kind() != ErrorKind::NotFound => return Err(error.into()),
        _ => {}
    }
    let listener = UnixListener::bind(&path)
        .map_err(|error| Error::Refused(format!("the local socket {} cannot be made: {error}", path.display())))?;
    std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o600))?;
    Ok(listener)
}

/// Answers commands, one at a time, for as long as the server runs.
pub async fn answer(listener: UnixListener, app: App) {
    loop {
        let Ok((stream, _)) = listener.accept().await else {
            tokio::time::sleep(Duration::from_millis(100)).await;
            continue;
        };
        // Whoever connects and says nothing does not keep the others waiting for long.
        let conversation = tokio::time::timeout(PATIENCE, converse(stream, &app));
        if let Ok(Err(error)) = conversation.await {
            tracing::warn!(%error, "a command on the local socket broke off");
        }
    }
}

async fn converse(stream: tokio::net::UnixStream, app: &App) -> Result<(), Error> {
    let (read, mut write) = stream.into_split();
    let mut line = String::new();
    let mut lines = tokio::io::BufReader::new(read.take(MOST));
    tokio::time::timeout(Duration::from_secs(2), lines.read_line(&mut line)).await.map_err(|_| Error::Timeout)??;
    let answer = match serde_json::from_str::<Request>(&line) {
        Ok(request) => match execute(app, request).await {
            Ok(document) => Answer::Done(document),
            Err(error) => Answer::Refused(error.to_string()),
        },
        Err(_) => Answer::Refused("the running server does not know this command".into()),
    };
    let mut answer = serde_json::to_vec(&answer).unwrap_or_default();
    answer.push(b'\n');
    Ok(write.write_all(&answer).await?)
}

/// Asks the server that runs in this data folder; nothing when none does.
///
/// # Errors
/// [`Error::Refused`] with what the server says; [`Error::Io`] when it breaks off.
pub fn ask(data: &Path, request: &Request) -> Result<Option<Value>, Error> {
    let mut stream = match UnixStream::connect(data.join(NAME)) {
        Ok(stream) => stream,
        Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::ConnectionRefused) => {
            return Ok(None);
        }
        Err(error) => return Err(error.into()),
    };
    stream.set_read_timeout(Some(PATIENCE))?;
    let mut line = serde_json::to_vec(request).unwrap_or_default();
    line.push(b'\n');
    stream.write_all(&line)?;
    let mut answer = String::new();
    BufReader::new(stream.take(MOST)).read_line(&mut answer)?;
    match serde_json::from_str(&answer) {
        Ok(Answer::Done(document)) => Ok(Some(document)),
        Ok(Answer::Refused(sentence)) => Err(Error::Refused(sentence)),
        Err(_) => Err(Error::Refused("the running server broke off".into())),
    }
}

#[cfg(test)]
mod tests;
