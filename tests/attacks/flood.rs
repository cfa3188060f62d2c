//! Whoever sends too much, too slowly or nothing at all takes nothing from those who have something to say.

use crate::support::databases::databases;
use crate::support::http::{Connection, request};
use crate::support::memory;
use crate::support::people::Team;
use crate::support::service::{Service, Ticks};
use client::entropy::generator;
use rand_core::Rng;
use std::fs;
use std::io::{ErrorKind, Read, Write};
use std::net::TcpStream;
use std::process::Command;
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::{Duration, Instant};

/// Connections that say nothing.
const IDLE: usize = 5_000;
/// Of each kind of those that are slow.
const SLOW: usize = 40;
/// Bytes of garbage per second, over all connections.
const GARBAGE: usize = 10 << 20;
const GARBAGE_PIECE: usize = 64 << 10;
/// What the server may occupy meanwhile, in MiB: some 25 of its own, and 10 kB for each connection that it holds.
const MOST_MEMORY: f64 = 160.0;

/// A process's own limit is often a fifth of this.
fn allow_files() {
    let limit = format!("--nofile={}", 4 * IDLE);
    let done = Command::new("prlimit").args(["--pid", &std::process::id().to_string(), &limit]).status().unwrap();
    assert!(done.success(), "this test opens {IDLE} connections: allow so many files");
}

fn connect(service: &Service) -> TcpStream {
    let stream = TcpStream::connect(service.address.trim_start_matches("http://")).unwrap();
    stream.set_read_timeout(Some(Duration::from_millis(200))).unwrap();
    stream
}

/// What the attackers were answered, and whether they go on.
#[derive(Default)]
struct Attack {
    over: AtomicBool,
    answers: Mutex<Vec<u8>>,
}

impl Attack {
    fn goes_on(&self) -> bool {
        !self.over.load(Ordering::Relaxed)
    }

    /// Takes in what there is to read; answers whether the connection is open.
    fn hear(&self, stream: &mut TcpStream) -> bool {
        let mut bytes = [0; 4096];
        match stream.read(&mut bytes) {
            Ok(0) => false,
            Ok(read) => {
                self.answers.lock().unwrap().extend(&bytes[..read]);
                true
            }
            Err(error) => matches!(error.kind(), ErrorKind::WouldBlock | ErrorKind::TimedOut),
        }
    }

    /// Sends a byte of a head or a body now and then; whoever is cut off comes again.
    fn dribble(&self, service: &Service, begin: &str) {
        let mut stream = connect(service);
        let mut open = stream.write_all(begin.as_bytes()).is_ok();
        while self.goes_on() {
            if !open {
                stream = connect(service);
                open = stream.write_all(begin.as_bytes()).is_ok();
            }
            open = open && stream.write_all(b"a").is_ok() && self.hear(&mut stream);
        }
    }

    /// Asks for much, reads none of it, and stays; whoever is cut off comes again.
    fn never_read(&self, service: &Service) {
        let ask = request("GET", "/api/openapi.json", &[], b"").repeat(50);
        while self.goes_on() {
            let mut stream = connect(service);
            stream.set_write_timeout(Some(Duration::from_millis(200))).unwrap();
            drop(stream.write_all(&ask));
            // Nothing is taken out of what came.
            while self.goes_on() && !matches!(stream.peek(&mut [0]), Ok(0)) && stream.write_all(b"G").is_ok() {
                thread::park_timeout(Duration::from_millis(200));
            }
        }
    }

    /// Its share of the garbage, at an even pace.
    fn rave(&self, service: &Service, share: usize) {
        let (mut rng, mut piece) = (generator().unwrap(), vec![0; GARBAGE_PIECE]);
        let (begun, mut sent) = (Instant::now(), 0.0);
        while self.goes_on() {
            rng.fill_bytes(&mut piece);
            let mut stream = connect(service);
            // The server closes at the first byte that it does not understand.
            drop(stream.write_all(&piece));
            self.hear(&mut stream);
            sent += 1.0;
            let due =
                Duration::from_secs_f64(sent * f64::from(u32::try_from(GARBAGE_PIECE * share / GARBAGE).unwrap()));
            thread::sleep(due.saturating_sub(begun.elapsed()));
        }
    }
}

/// Ends the attack, also where something failed meanwhile: the attackers are waited for.
struct Truce<'a>(&'a Attack);

impl Drop for Truce<'_> {
    fn drop(&mut self) {
        self.0.over.store(true, Ordering::Relaxed);
    }
}

#[test]
fn honest_people_are_served_while_others_flood_the_server() {
    allow_files();
    let long = std::env::var_os("MICROMOED_TEST_LONG").is_some_and(|value| !value.is_empty());
    let span = Duration::from_secs(if long { 60 } else { 8 });
    let database = databases().remove(0);
    let team = Team::begin(&database, Ticks::Immediate);
    let (service, attack) = (&team.service, Attack::default());
    thread::scope(|scope| {
        let _truce = Truce(&attack);
        for _ in 0..SLOW {
            scope.spawn(|| attack.dribble(service, "GET /health/live HTTP/1.1\r\nhost: x\r\nx-slow: "));
            scope.spawn(|| {
                let head = "POST /api/v1/threads HTTP/1.1\r\nhost: x\r\ncontent-type: application/octet-stream\r\n";
                attack.dribble(service, &format!("{head}content-length: 9000\r\n\r\n"));
            });
            scope.spawn(|| attack.never_read(service));
        }
        for _ in 0..4 {
            scope.spawn(|| attack.rave(service, 4));
        }
        let idle: Vec<TcpStream> = (0..IDLE).map(|_| connect(service)).collect();
        let (begun, mut served) = (Instant::now(), 0);
        while begun.elapsed() < span {
            let sent = team.report("it is noisy");
            assert_eq!(team.read(&sent.token).messages.len(), 1);
            let health = Connection::open(&service.address).ask(&request("GET", "/health/ready", &[], b"")).unwrap();
            assert_eq!(health.status(), 204);
            served += 1;
        }
        assert!(served >= 8, "{served} in {span:?}");
        assert_eq!(idle.len(), IDLE);
    });
    let answers = attack.answers.into_inner().unwrap();
    let answers = String::from_utf8_lossy(&answers);
    let statuses: Vec<&str> = answers.split("HTTP/1.1 ").skip(1).filter_map(|answer| answer.get(..3)).collect();
    assert!(statuses.contains(&"400") && statuses.iter().all(|status| status.starts_with('4')), "{statuses:?}");
    let peak = memory::peak(service.pid());
    assert!(peak < MOST_MEMORY, "{peak} MiB");
    let said: String = service.said().iter().map(|file| fs::read_to_string(file).unwrap()).collect();
    assert!(!said.contains("panicked"), "{said}");
    assert_eq!(crate::support::program::verify(&database), 0);
}
