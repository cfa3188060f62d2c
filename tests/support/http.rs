//! HTTP/1.1 byte by byte, for requests that no honest client would send.

use serde_json::Value;
use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::time::Duration;

/// Longer than anything a test waits for.
const PATIENCE: Duration = Duration::from_secs(60);

/// Head and body of a request or an answer.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Message {
    /// `POST /api/v1/threads HTTP/1.1`, or `HTTP/1.1 200 OK`.
    pub(crate) first: String,
    /// In order, names in small letters.
    pub(crate) headers: Vec<(String, String)>,
    pub(crate) body: Vec<u8>,
}

/// A connection that is kept.
pub(crate) struct Connection(BufReader<TcpStream>);

impl Message {
    /// Reads one whole message. Nothing when the other side has closed instead.
    pub(crate) fn read(from: &mut impl BufRead) -> io::Result<Option<Self>> {
        let mut message = Self { first: line(from)?, ..Self::default() };
        if message.first.is_empty() {
            return Ok(None);
        }
        loop {
            let line = line(from)?;
            let Some((name, value)) = line.split_once(':') else { break };
            message.headers.push((name.to_ascii_lowercase(), value.trim().to_owned()));
        }
        assert_eq!(message.header("transfer-encoding"), None, "these tests read no chunks");
        let length = message.header("content-length").map_or(0, |length| length.parse().unwrap());
        message.body.resize(length, 0);
        from.read_exact(&mut message.body)?;
        Ok(Some(message))
    }

    pub(crate) fn to_bytes(&self) -> Vec<u8> {
        let mut bytes = format!("{}\r\n", self.first);
        for (name, value) in &self.headers {
            bytes.push_str(&format!("{name}: {value}\r\n"));
        }
        [format!("{bytes}\r\n").as_bytes(), &self.body].concat()
    }

    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    /// The status of an answer.
    pub(crate) fn status(&self) -> u16 {
        self.first.split(' ').nth(1).unwrap().parse().unwrap()
    }

    /// Method and path of a request, without its query.
    pub(crate) fn route(&self) -> (&str, &str) {
        let mut words = self.first.split(' ');
        let (method, path) = (words.next().unwrap(), words.next().unwrap());
        (method, path.split('?').next().unwrap())
    }

    pub(crate) fn json(&self) -> Value {
        serde_json::from_slice(&self.body).unwrap_or_else(|error| panic!("{error}: {self:?}"))
    }
}

impl Connection {
    pub(crate) fn open(address: &str) -> Self {
        Self::over(TcpStream::connect(address.trim_start_matches("http://")).unwrap())
    }

    pub(crate) fn over(stream: TcpStream) -> Self {
        stream.set_nodelay(true).unwrap();
        stream.set_read_timeout(Some(PATIENCE)).unwrap();
        Self(BufReader::new(stream))
    }

    pub(crate) fn write(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.0.get_mut().write_all(bytes)
    }

    /// The next answer; nothing when the server closes instead.
    pub(crate) fn answer(&mut self) -> Option<Message> {
        Message::read(&mut self.0).ok().flatten()
    }

    /// Sends these very bytes and waits for the answer. A server that has refused already may have stopped reading.
    pub(crate) fn ask(&mut self, bytes: &[u8]) -> Option<Message> {
        let _ = self.write(bytes);
        self.answer()
    }
}

/// The bytes of a request with a body of the right length.
pub(crate) fn request(method: &str, path: &str, headers: &[(&str, &str)], body: &[u8]) -> Vec<u8> {
    let mut message = Message { first: format!("{method} {path} HTTP/1.1"), body: body.to_vec(), ..Message::default() };
    message.headers.push(("host".into(), "localhost".into()));
    message.headers.extend(headers.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())));
    if !body.is_empty() || matches!(method, "POST" | "PUT") {
        message.headers.push(("content-length".into(), body.len().to_string()));
    }
    message.to_bytes()
}

/// One request on a connection of its own.
pub(crate) fn ask(address: &str, method: &str, path: &str, headers: &[(&str, &str)], body: &[u8]) -> Message {
    let answer = Connection::open(address).ask(&request(method, path, headers, body));
    answer.unwrap_or_else(|| panic!("no answer to {method} {path}"))
}

/// A line without its end; empty at the end of the stream.
fn line(from: &mut impl BufRead) -> io::Result<String> {
    let mut line = Vec::new();
    from.take(1 << 16).read_until(b'\n', &mut line)?;
    Ok(String::from_utf8_lossy(&line).trim_end().to_owned())
}
