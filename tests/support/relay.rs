//! Stands between client and server at an address that stays: writes down what passes, loses answers, changes them.

use super::http::{Connection, Message};
use std::collections::BTreeMap;
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

/// What is done to the answer of a request.
type Change = dyn Fn(&Message, &mut Message) + Send + Sync;

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
    /// How many requests each route had, while answers are lost.
    counted: Option<BTreeMap<String, usize>>,
    lost: usize,
    change: Option<Arc<Change>>,
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

    /// From now on every third answer of each route is lost, the first one to begin with, after the server has done
    /// its part.
    pub(crate) fn lose_answers(&self) {
        self.shared().counted = Some(BTreeMap::new());
    }

    /// Nothing is lost any more; answers how many answers were.
    pub(crate) fn lose_nothing(&self) -> usize {
        let mut shared = self.shared();
        shared.counted = None;
        std::mem::take(&mut shared.lost)
    }

    /// From now on every answer is what this makes of it, as a server would that lies.
    pub(crate) fn change_answers(&self, change: impl Fn(&Message, &mut Message) + Send + Sync + 'static) {
        self.shared().change = Some(Arc::new(change));
    }

    /// Nothing is changed any more.
    pub(crate) fn change_nothing(&self) {
        self.shared().change = None;
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
            let Some(mut answer) = Connection::over(server).ask(&request.to_bytes()) else { return };
            let change = self.shared().change.clone();
            if let Some(change) = change {
                change(&request, &mut answer);
                let length = answer.body.len().to_string();
                answer.headers.retain(|(name, _)| name != "content-length");
                answer.headers.push(("content-length".into(), length));
            }
            let bytes = {
                let mut shared = self.shared();
                let bytes = answer.to_bytes();
                let count = shared.counted.as_mut().map(|counted| {
                    let count = counted.entry(request.route().1.to_owned()).or_default();
                    *count += 1;
                    *count
                });
                shared.passed.push(Exchange { request, answer });
                if count.is_some_and(|count| count % 3 == 1) {
                    shared.lost += 1;
                    return;
                }
                bytes
            };
            if client.get_mut().write_all(&bytes).is_err() {
                return;
            }
        }
    }
}
