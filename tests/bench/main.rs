//! `cargo xtask bench`: what the service costs, as ratios measured side by side in one run.
//!
//! Every figure that depends on the machine stands beside one that shows what the machine could do at that moment:
//! a server that only reads the same bodies, a pool of database writers, the disk itself. Loopback only, bounded in
//! count and time.
//!
//! What share of the plain POST can be reached, for whoever wants more. Two cores give it about 100,000 answers a
//! second: 20 µs each, of which the driver spends 8 and the framework 12. Three tenths of that are 30,000 reports a
//! second, or 67 µs each. One strict verification over a header of 4.8 KB takes 47 µs alone (8 of them SHA-512), the
//! digests, derivations and the sealing under the ring some 10: with driver and framework that is 77 µs, so a service
//! that stored nothing would reach 0.26. Storing is the rest: two rows of 4 to 5 KB are about four pages of SQLite's
//! log and as many of its file, written, summed and moved by one thread, 60 to 80 µs. A share of 0.14 would be both
//! cores busy with nothing else all the time; each microsecond saved on the writer's thread counts twice.

#![expect(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::print_stdout,
    clippy::unwrap_used,
    reason = "a measurement that cannot be made has to stop"
)]

#[path = "../support/load.rs"]
mod load;
mod machine;
#[path = "../support/memory.rs"]
mod memory;
mod rivals;
mod service;

use load::Prepared;
use service::Service;
use std::process::ExitCode;
use std::time::{Duration, Instant};

/// How long one measurement lasts.
const SPAN: Duration = Duration::from_secs(4);
const CONNECTIONS: [usize; 3] = [1, 8, 64];

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match arguments.first().map(String::as_str) {
        Some("sink") => rivals::sink(),
        Some("pool") => rivals::pool(arguments.get(1).map_or("", String::as_str)),
        _ => {
            run(std::env::var_os("MICROMOED_TEST_LONG").is_some());
            ExitCode::SUCCESS
        }
    }
}

/// One measurement: answers per second, the slowest of a hundred, seconds of the server's processor for each.
#[derive(Clone, Copy)]
struct Measured {
    count: usize,
    rate: f64,
    p50: Duration,
    p99: Duration,
    cpu_micros: f64,
}

fn run(long: bool) {
    println!(
        "load average {}; disk: {:.0} writes of 8 KiB with fdatasync per second",
        machine::load(),
        machine::disk_rate()
    );
    let sink = rivals::Rival::start("sink", &[]);
    println!("\n| what | connections | per second | share of the plain POST | p50 ms | p99 ms | CPU µs each |");
    println!("|---|---|---|---|---|---|---|");
    let mut plain = Vec::new();
    for connections in CONNECTIONS {
        let bodies = vec![vec![7; 9_500]; connections];
        let measured =
            measure(&sink.address, sink.pid, "/", connections, |_, index| bodies.get(index).map(Vec::as_slice), true);
        row("plain POST of a report's size, no database", connections, measured, measured);
        plain.push(measured);
    }
    drop(sink);
    compute_log();
    let folder = tempfile::tempdir().expect("a folder");
    let pool = rivals::Rival::start("pool", &[folder.path().join("pool.sqlite3").to_string_lossy().as_ref()]);
    let mut pooled = Vec::new();
    for (connections, plain) in CONNECTIONS.into_iter().zip(&plain) {
        let bodies = vec![vec![7; 9_500]; connections];
        let measured =
            measure(&pool.address, pool.pid, "/", connections, |_, index| bodies.get(index).map(Vec::as_slice), true);
        row("a pool of eight SQLite writers", connections, measured, *plain);
        pooled.push(measured);
    }
    drop(pool);
    let mut databases = vec![("SQLite", None)];
    if let Ok(url) = std::env::var("MICROMOED_TEST_POSTGRES") {
        databases.push(("PostgreSQL", Some(url)));
    }
    for (name, url) in databases {
        let service = Service::start(url.as_deref());
        println!(
            "| {name}: start-up {} ms, idle {:.1} MiB | | | | | | |",
            service.started.as_millis(),
            machine::resident(service.pid)
        );
        for (index, connections) in CONNECTIONS.into_iter().enumerate() {
            let reports = load::prepare(&service.organisation(), if connections == 1 { 4_000 } else { 12_000 });
            let measured = submit(&service, connections, &reports);
            row(&format!("reports acknowledged after fsync, {name}"), connections, measured, plain[index]);
            if url.is_none() {
                println!(
                    "| … against the pool: {:.1} × the rate, p99 {:.2} × | | | | | | |",
                    measured.rate / pooled[index].rate,
                    measured.p99.as_secs_f64() / pooled[index].p99.as_secs_f64()
                );
            }
        }
        if url.is_none() {
            reports_per_sync(&service);
        }
        service.read_mailboxes(&plain, name);
        service.carry_a_file(name);
        service.growth(long, name);
    }
}

/// How quickly a log is computed anew, on one core: what a witness does each time, and a reporter's device.
fn compute_log() {
    const ENTRIES: u32 = 1_000_000;
    let begun = Instant::now();
    let head = crypto::ledger::head_of((0..ENTRIES).map(|entry| [entry.to_be_bytes(); 12].concat()));
    let rate = f64::from(ENTRIES) / begun.elapsed().as_secs_f64();
    println!("| a log of {} entries computed anew: {rate:.0} entries/s on one core | | | | | | |", head.size);
}

/// How many reports one call to the disk makes durable, at 64 connections.
fn reports_per_sync(service: &Service) {
    let reports = load::prepare(&service.organisation(), 4_000);
    let Some(syncs) = machine::Syncs::watch(service.pid) else {
        println!("| reports per fsync: not measured, there is no strace | | | | | | |");
        return;
    };
    let measured = submit(service, 64, &reports);
    let (stored, syncs) = (measured.count, syncs.count());
    println!("| reports per fsync at 64 connections (under strace): {stored} in {syncs} | | | | | | |");
}

/// Sends different reports over so many connections until the time or the reports are over.
fn submit(service: &Service, connections: usize, reports: &[Prepared]) -> Measured {
    let share = reports.len() / connections;
    measure(
        &service.address,
        service.pid,
        "/api/v1/threads",
        connections,
        |number, index| {
            (number < share).then(|| reports.get(index * share + number).map(|report| report.0.as_slice())).flatten()
        },
        false,
    )
}

/// `body(number, connection)` is what the connection sends as its `number`-th request; nothing ends it.
fn measure<'a>(
    address: &str,
    pid: u32,
    path: &str,
    connections: usize,
    body: impl Fn(usize, usize) -> Option<&'a [u8]> + Sync,
    forever: bool,
) -> Measured {
    let (cpu, begun) = (machine::cpu(pid), Instant::now());
    let times: Vec<Duration> = std::thread::scope(|scope| {
        let workers: Vec<_> = (0..connections)
            .map(|index| {
                let body = &body;
                scope.spawn(move || {
                    let mut connection = load::Connection::open(address).expect("a connection");
                    let mut times = Vec::new();
                    while begun.elapsed() < SPAN {
                        let Some(bytes) = body(if forever { 0 } else { times.len() }, index) else { break };
                        let asked = Instant::now();
                        let (status, _) = connection.post(path, bytes).expect("an answer");
                        assert!((200..300).contains(&status), "answered with {status}");
                        times.push(asked.elapsed());
                    }
                    times
                })
            })
            .collect();
        workers.into_iter().flat_map(|worker| worker.join().expect("a worker")).collect()
    });
    let (span, cpu) = (begun.elapsed(), machine::cpu(pid) - cpu);
    summary(times, span, cpu)
}

fn summary(mut times: Vec<Duration>, span: Duration, cpu: Duration) -> Measured {
    times.sort_unstable();
    let count = times.len().max(1);
    let at = |share: usize| times.get((count * share / 100).min(count - 1)).copied().unwrap_or_default();
    #[expect(clippy::as_conversions, clippy::cast_precision_loss, reason = "figures for people")]
    let number = count as f64;
    Measured {
        count,
        rate: number / span.as_secs_f64(),
        p50: at(50),
        p99: at(99),
        cpu_micros: cpu.as_secs_f64() * 1e6 / number,
    }
}

fn row(what: &str, connections: usize, measured: Measured, plain: Measured) {
    println!(
        "| {what} | {connections} | {:.0} | {:.2} | {:.2} | {:.2} | {:.0} |",
        measured.rate,
        measured.rate / plain.rate,
        measured.p50.as_secs_f64() * 1e3,
        measured.p99.as_secs_f64() * 1e3,
        measured.cpu_micros
    );
}
