//! Stands between client and server at an address that stays: writes down what passes, and loses answers.

use super::http::{Connection, Message};
use std::collections::BTreeSet;
use std::io::{BufReader, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread;

/// A request and the answer the server gave.
#[derive(Clone, Debug)]
pub(crate) struct Exchange {
    pub(crate) request: Message,
    pub(crate) answer: Message,
}

/// A relay to a server that may come and go.
#[derive(Clone)]
pub(crate) struct Relay {
    address: SocketAddr,
    shared: Arc<Mutex<Shared>>,
}

#[derive(Default)]
struct Shared {
    /// Where the server listens at present.
    to: String,
    /// Everything that has passed.
    passed: Vec<Exchange>,
    /// Requests whose first answer was lost, while answers are lost.
    lost: Option<BTreeSet<Vec<u8>>>,
    over: bool,
}

impl Relay {
    pub(crate) fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let relay = Self { address: listener.local_addr().unwrap(), shared: Arc::default() };
        let inside = relay.clone();
        thread::spawn(move || {
            for stream in listener.incoming() {
                if inside.shared().over {
                    return;
                }
                let (inside, stream) = (inside.clone(), stream.unwrap());
                thread::spawn(move || inside.serve(stream));
            }
        });
        relay
    }

    /// Ends it; connections that are open end with their clients.
    pub(crate) fn stop(&self) {
        self.shared().over = true;
        drop(TcpStream::connect(self.address));
    }

    /// Where clients find it.
    pub(crate) fn origin(&self) -> String {
        format!("http://{}", self.address)
    }

    /// The server is at this address from now on.
    pub(crate) fn lead_to(&self, address: &str) {
        address.clone_into(&mut self.shared().to);
    }

    /// From now on the first answer to every request is lost after the server has done its part; whoever repeats the
    /// same bytes gets the second one.
    pub(crate) fn lose_first_answers(&self) {
        self.shared().lost = Some(BTreeSet::new());
    }

    /// Nothing is lost any more; answers how many were.
    pub(crate) fn lose_nothing(&self) -> usize {
        self.shared().lost.take().map_or(0, |lost| lost.len())
    }

    /// What has passed since this was asked last.
    pub(crate) fn take(&self) -> Vec<Exchange> {
        std::mem::take(&mut self.shared().passed)
    }

    fn shared(&self) -> MutexGuard<'_, Shared> {
        self.shared.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Passes the requests of one connection on, each over a connection of its own.
    fn serve(&self, stream: TcpStream) {
        let mut client = BufReader::new(stream);
        while let Ok(Some(request)) = Message::read(&mut client) {
            let to = self.shared().to.clone();
            let Ok(server) = TcpStream::connect(to.trim_start_matches("http://")) else { return };
            let Some(answer) = Connection::over(server).ask(&request.to_bytes()) else { return };
            let bytes = answer.to_bytes();
            {
                let mut shared = self.shared();
                let lost = shared.lost.as_mut().is_some_and(|lost| lost.insert(request.to_bytes()));
                shared.passed.push(Exchange { request, answer });
                if lost {
                    return;
                }
            }
            if client.get_mut().write_all(&bytes).is_err() {
                return;
            }
        }
    }
}
