//! Stands between the program and its PostgreSQL server: counts statements, and ends the connection's backend at one of
//! them, before it is carried out or after it, when its answer has not come back yet.

use super::databases::psql;
use std::io::{self, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread;

/// At which moment of a statement its backend ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Moment {
    Before,
    After,
}

#[derive(Clone)]
pub(crate) struct Statements {
    /// The address that the program is told.
    pub(crate) url: String,
    server: String,
    to: String,
    orders: Arc<Mutex<Orders>>,
}

#[derive(Default)]
struct Orders {
    fails: Option<(Moment, usize)>,
    count: usize,
}

/// `SSLRequest` and `GSSENCRequest` of the protocol.
const REQUESTS: [u32; 2] = [80_877_103, 80_877_104];

impl Statements {
    pub(crate) fn before(url: &str) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let (_, rest) = url.split_once("//").unwrap();
        let (place, _) = rest.split_once('/').unwrap();
        let host = place.rsplit_once('@').map_or(place, |(_, host)| host);
        let statements = Self {
            url: url.replacen(host, &listener.local_addr().unwrap().to_string(), 1),
            server: url.to_owned(),
            to: host.to_owned(),
            orders: Arc::default(),
        };
        let inside = statements.clone();
        thread::spawn(move || {
            for stream in listener.incoming() {
                let (inside, stream) = (inside.clone(), stream.unwrap());
                // A connection ends with an error whenever one of its sides goes.
                thread::spawn(move || drop(inside.serve(stream)));
            }
        });
        statements
    }

    /// The backend of the statement of this number ends, counted from now.
    pub(crate) fn fail(&self, moment: Moment, at: usize) {
        *self.orders() = Orders { fails: Some((moment, at)), count: 0 };
    }

    /// No statement fails any more; answers whether the one of that number came.
    pub(crate) fn fail_no_more(&self) -> bool {
        let orders = std::mem::take(&mut *self.orders());
        orders.fails.is_some_and(|(_, at)| orders.count >= at)
    }

    fn orders(&self) -> MutexGuard<'_, Orders> {
        self.orders.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn serve(&self, mut program: TcpStream) -> io::Result<()> {
        let mut server = TcpStream::connect(&self.to)?;
        for stream in [&program, &server] {
            stream.set_nodelay(true)?;
        }
        let mut first = untyped(&mut program)?;
        while REQUESTS.contains(&u32::from_be_bytes(first[4..8].try_into().unwrap())) {
            program.write_all(b"N")?;
            first = untyped(&mut program)?;
        }
        server.write_all(&first)?;
        let backend = authenticate(&mut program, &mut server)?;
        loop {
            let message = typed(&mut program)?;
            // A statement ends with Sync or is a Query.
            let fate = if matches!(message[0], b'S' | b'Q') { self.fate() } else { None };
            if fate == Some(Moment::Before) {
                self.end(&backend);
            }
            server.write_all(&message)?;
            if matches!(message[0], b'S' | b'Q') {
                let answer = until_ready(&mut server)?;
                if fate == Some(Moment::After) {
                    self.end(&backend);
                    return Ok(());
                }
                program.write_all(&answer)?;
            }
        }
    }

    fn fate(&self) -> Option<Moment> {
        let mut orders = self.orders();
        let (moment, at) = orders.fails?;
        orders.count += 1;
        (orders.count == at).then_some(moment)
    }

    /// Waits until the backend is gone.
    fn end(&self, backend: &str) {
        psql(&self.server, &format!("SELECT pg_terminate_backend({backend}, 10000)")).unwrap();
    }
}

/// Passes what is said until the server is ready the first time; answers the backend's number.
fn authenticate(program: &mut TcpStream, server: &mut TcpStream) -> io::Result<String> {
    let mut backend = String::new();
    loop {
        let message = typed(server)?;
        program.write_all(&message)?;
        match message[0] {
            b'K' => backend = u32::from_be_bytes(message[5..9].try_into().unwrap()).to_string(),
            b'Z' => return Ok(backend),
            // 0: authenticated; 12: the last word of SASL, after which the server goes on by itself.
            b'R' if !matches!(u32::from_be_bytes(message[5..9].try_into().unwrap()), 0 | 12) => {
                server.write_all(&typed(program)?)?;
            }
            _ => {}
        }
    }
}

fn until_ready(server: &mut TcpStream) -> io::Result<Vec<u8>> {
    let mut answer = Vec::new();
    loop {
        let message = typed(server)?;
        answer.extend(&message);
        if message[0] == b'Z' {
            return Ok(answer);
        }
    }
}

fn untyped(from: &mut TcpStream) -> io::Result<Vec<u8>> {
    let mut length = [0; 4];
    from.read_exact(&mut length)?;
    let mut message = vec![0; usize::try_from(u32::from_be_bytes(length)).unwrap()];
    message[..4].copy_from_slice(&length);
    from.read_exact(&mut message[4..])?;
    Ok(message)
}

fn typed(from: &mut TcpStream) -> io::Result<Vec<u8>> {
    let mut kind = [0];
    from.read_exact(&mut kind)?;
    Ok([&kind[..], &untyped(from)?].concat())
}
