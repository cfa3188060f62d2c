//! The service under load: the release build, started as an operator does.

use crate::load::{self, Connection};
use crate::{Measured, machine, measure, memory, row, submit, summary};
use client::entropy::generator;
use client::files::NewFile;
use client::mailbox::Mailbox;
use client::organisation::{self, Organisation};
use client::report::{Draft, prepare};
use client::state::Folder;
use client::{Server, Wait, desk};
use crypto::access::{Challenge, MailboxAct, MailboxRequest};
use crypto::thread::LARGEST_FILE;
use crypto::wire::ChallengeDocument;
use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

const SLUG: &str = "bench";

/// A running service. Dropping it ends it.
pub(crate) struct Service {
    child: Child,
    folder: tempfile::TempDir,
    pub(crate) pid: u32,
    pub(crate) address: String,
    /// From the start of the process to the first answer that it is ready.
    pub(crate) started: Duration,
}

fn program() -> std::path::PathBuf {
    match std::env::var_os("MICROMOED_BIN") {
        Some(program) => program.into(),
        None => std::env::current_exe().expect("this program").with_file_name("micromoed"),
    }
}

impl Service {
    pub(crate) fn start(url: Option<&str>) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let unlimited = "4000000000";
        let begun = Instant::now();
        let mut command = Command::new(program());
        command.arg("--data").arg(folder.path().join("data"));
        if let Some(url) = url {
            command.args(["--database", url]);
        }
        command.args(["serve", "--listen", "127.0.0.1:0"]).stdout(Stdio::piped());
        for class in ["REPORTS", "MAILBOX", "FILES", "PUBLIC"] {
            command.env(format!("MICROMOED_LIMITS__{class}"), unlimited);
        }
        command.env("MICROMOED_LIMITS__WORK", "4");
        let mut child = command.spawn().expect("the service; build it with `cargo xtask build`");
        let mut line = String::new();
        BufReader::new(child.stdout.take().expect("its output")).read_line(&mut line).expect("its first line");
        let address = line.trim().trim_start_matches("listening on ").to_owned();
        let service = Self { pid: child.id(), child, folder, address, started: begun.elapsed() };
        service.first_coach(url);
        service
    }

    fn first_coach(&self, url: Option<&str>) {
        let mut command = Command::new(program());
        command.arg("--data").arg(self.folder.path().join("data")).arg("--json");
        if let Some(url) = url {
            command.args(["--database", url]);
        }
        let made = command.args(["org", "create", SLUG, "--name", "Bench"]).output().expect("an organisation");
        let made: serde_json::Value = serde_json::from_slice(&made.stdout).expect("its invitation");
        let invitation = made["invitation"].as_str().expect("an invitation");
        let mut folder = Folder::open(&self.folder.path().join("desk")).expect("a state folder");
        let newcomer = desk::Newcomer { invitation, name: Some("An Peeters"), account: None };
        let slug = SLUG.parse().expect("a name");
        desk::accept(&self.server(), &slug, &mut folder, &newcomer, &mut generator().expect("randomness"))
            .wait()
            .expect("a first coach");
    }

    fn server(&self) -> Server {
        Server::new(&self.address, None).expect("a server")
    }

    /// The organisation as it stands now.
    pub(crate) fn organisation(&self) -> Organisation {
        organisation::fetch(&self.server(), &SLUG.parse().expect("a name")).wait().expect("the organisation")
    }

    /// Mailboxes read with a token, over eight connections.
    pub(crate) fn read_mailboxes(&self, plain: &[Measured], name: &str) {
        let (organisation, mut rng) = (self.organisation(), generator().expect("randomness"));
        let draft = Draft { text: "Een melding.", exclude: &[], with_fallback: false, gate_code: None };
        let (token, creation) = prepare(&organisation, &draft, &mut rng).expect("a report");
        let mut connection = Connection::open(&self.address).expect("a connection");
        assert_eq!(connection.post("/api/v1/threads", &creation.to_bytes()).expect("an answer").0, 201);
        let mailbox = token.keys(organisation.id(), 0).mailbox;
        let question = b"GET /api/v1/challenge HTTP/1.1\r\nHost: localhost\r\n\r\n";
        let (_, challenge) = connection.ask(question).expect("a challenge");
        let challenge: ChallengeDocument = serde_json::from_slice(&challenge).expect("a challenge");
        let challenge = Challenge::try_from(challenge.challenge.0.as_slice()).expect("40 bytes");
        let body = 0_u32.to_be_bytes().to_vec();
        let request =
            MailboxRequest::make(MailboxAct::Read, organisation.id(), &mailbox, &self.address, challenge, body);
        let bytes = request.to_bytes();
        // One thread may be read 240 times a minute: few reads, each timed.
        let (cpu, begun) = (machine::cpu(self.pid), Instant::now());
        let times = (0..200)
            .map(|_| {
                let asked = Instant::now();
                let (status, page) = connection.post("/api/v1/mailbox/read", &bytes).expect("an answer");
                assert_eq!((status, page.len()), (200, 131_072));
                asked.elapsed()
            })
            .collect();
        let measured = summary(times, begun.elapsed(), machine::cpu(self.pid) - cpu);
        row(&format!("mailbox reads of 128 KiB, {name}"), 1, measured, plain[0]);
    }

    /// The largest file, sent and fetched again by its reporter: what the server's memory sees of it, and the disk.
    pub(crate) fn carry_a_file(&self, name: &str) {
        let (organisation, mut rng, server) = (self.organisation(), generator().expect("randomness"), self.server());
        let draft = Draft { text: "Een melding.", exclude: &[], with_fallback: false, gate_code: None };
        let (token, creation) = prepare(&organisation, &draft, &mut rng).expect("a report");
        let mut connection = Connection::open(&self.address).expect("a connection");
        assert_eq!(connection.post("/api/v1/threads", &creation.to_bytes()).expect("an answer").0, 201);
        let token = token.to_text(organisation.id());
        let mailbox = Mailbox::open(&server, &organisation, &token).expect("a mailbox");
        let size = usize::try_from(LARGEST_FILE).expect("a size");
        let file = NewFile { bytes: vec![7; size].into(), ending: "jpg".into() };
        let disk = machine::disk_throughput(size);
        memory::forget_peak(self.pid);
        let before = machine::resident(self.pid);
        let begun = Instant::now();
        mailbox.attach("", &[file], &mut rng).wait().expect("it is sent");
        let sent = machine::mebibytes(size) / begun.elapsed().as_secs_f64();
        let begun = Instant::now();
        assert_eq!(mailbox.fetch(2, 1).wait().expect("it is fetched").bytes.len(), size);
        let fetched = machine::mebibytes(size) / begun.elapsed().as_secs_f64();
        println!(
            "| {name}: a file of {:.0} MiB sent at {sent:.0} MiB/s, {:.2} of the disk's {disk:.0}, and fetched at \
             {fetched:.0}; sealing and opening included. The server's memory grew by {:.1} MiB | | | | | | |",
            machine::mebibytes(size),
            sent / disk,
            memory::peak(self.pid) - before
        );
    }

    /// The same load at growing numbers of stored threads.
    pub(crate) fn growth(&self, long: bool, name: &str) {
        let steps: &[usize] = if long { &[1_000, 10_000, 100_000] } else { &[1_000, 10_000] };
        let (mut stored, mut first) = (0, None);
        for step in steps {
            while stored < *step {
                let reports = load::prepare(&self.organisation(), (*step - stored).min(10_000));
                let share = reports.len().div_ceil(16);
                measure(
                    &self.address,
                    self.pid,
                    "/api/v1/threads",
                    16,
                    |number, index| {
                        let place = index * share + number;
                        (number < share).then(|| reports.get(place).map(|report| report.0.as_slice())).flatten()
                    },
                    false,
                );
                stored += reports.len();
            }
            let measured = submit(self, 8, &load::prepare(&self.organisation(), 4_000));
            stored += 4_000;
            let base = *first.get_or_insert(measured.cpu_micros);
            println!(
                "| {name} with {stored} more stored: {:.0}/s at 8 connections, CPU {:.2} × that of the first step, {:.1} MiB | | | | | | |",
                measured.rate,
                measured.cpu_micros / base,
                machine::resident(self.pid)
            );
        }
    }
}

impl Drop for Service {
    fn drop(&mut self) {
        drop(self.child.kill());
        drop(self.child.wait());
    }
}
