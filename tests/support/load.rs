//! Ready-made reports and plain connections, so that the service does the work and not whoever asks it.

use client::entropy::generator;
use client::organisation::Organisation;
use client::report::{Draft, prepare as prepare_one};
use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::time::Duration;

/// The body of the request that brings a sealed report with its proof of work.
pub(crate) struct Prepared(pub(crate) Vec<u8>);

/// Seals `count` reports, on both cores.
pub(crate) fn prepare(organisation: &Organisation, count: usize) -> Vec<Prepared> {
    let half = |count: usize| -> Vec<Prepared> {
        let mut rng = generator().unwrap();
        let text = "Er wordt al maanden geroepen op de ploeg, en niemand zegt er iets van.";
        let draft = Draft { text, exclude: &[], with_fallback: false, gate_code: None };
        (0..count)
            .map(|_| {
                let (_, creation) = prepare_one(organisation, &draft, &mut rng).unwrap();
                Prepared(creation.to_bytes())
            })
            .collect()
    };
    std::thread::scope(|scope| {
        let other = scope.spawn(|| half(count / 2));
        let mut all = half(count - count / 2);
        all.extend(other.join().unwrap());
        all
    })
}

/// One kept-alive connection.
pub(crate) struct Connection(BufReader<TcpStream>);

impl Connection {
    /// To `http://127.0.0.1:PORT`.
    pub(crate) fn open(address: &str) -> io::Result<Self> {
        let stream = TcpStream::connect(address.trim_start_matches("http://"))?;
        stream.set_nodelay(true)?;
        stream.set_read_timeout(Some(Duration::from_secs(30)))?;
        Ok(Self(BufReader::new(stream)))
    }

    /// Sends a body and reads the answer: status and body.
    pub(crate) fn post(&mut self, path: &str, body: &[u8]) -> io::Result<(u16, Vec<u8>)> {
        let head = format!(
            "POST {path} HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/octet-stream\r\nContent-Length: {}\r\n\r\n",
            body.len()
        );
        let mut request = head.into_bytes();
        request.extend_from_slice(body);
        self.ask(&request)
    }

    /// Sends a whole request and reads the answer.
    pub(crate) fn ask(&mut self, request: &[u8]) -> io::Result<(u16, Vec<u8>)> {
        self.0.get_mut().write_all(request)?;
        self.answer()
    }

    fn answer(&mut self) -> io::Result<(u16, Vec<u8>)> {
        let (mut status, mut length, mut line) = (0, 0, String::new());
        loop {
            line.clear();
            if self.0.read_line(&mut line)? == 0 {
                return Err(io::ErrorKind::UnexpectedEof.into());
            }
            let text = line.trim_end().to_ascii_lowercase();
            if let Some(rest) = text.strip_prefix("http/1.1 ") {
                status = rest.split(' ').next().and_then(|status| status.parse().ok()).unwrap_or(0);
            } else if let Some(rest) = text.strip_prefix("content-length: ") {
                length = rest.parse().unwrap_or(0);
            } else if text.is_empty() {
                break;
            }
        }
        let mut body = vec![0; length];
        self.0.read_exact(&mut body)?;
        Ok((status, body))
    }
}
