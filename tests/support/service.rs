//! A running service: the real program on a port of its own, with its data in the test's database.

use super::databases::Database;
use super::program;
use super::relay::Relay;
use client::organisation::{self, Address, Organisation};
use client::{Server, Wait};
use serde_json::{Value, json};
use std::fs::{self, File, OpenOptions};
use std::io::{BufRead, BufReader, Write};
use std::os::unix::net::UnixStream;
use std::path::PathBuf;
use std::process::{Child, Stdio};
use std::thread::{self, JoinHandle};

/// The name of the organisation in these tests.
pub(crate) const SLUG: &str = "zonnehuis";

/// When what was sent is shown.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Ticks {
    Immediate,
    /// At seven and at seven; the test sets the clock, at first to this time.
    Daily(&'static str),
}

/// The program and what it was started with. Dropping it kills it.
pub(crate) struct Service {
    child: Child,
    reads_stdout: Option<JoinHandle<()>>,
    /// Where it listens itself.
    pub(crate) address: String,
    /// At its public origin: the same address whatever becomes of the program.
    pub(crate) relay: Relay,
    pub(crate) folder: PathBuf,
    database: Option<String>,
    settings: Vec<(&'static str, String)>,
}

impl Service {
    pub(crate) fn start(database: &Database, ticks: Ticks) -> Self {
        Self::start_with(database, ticks, Vec::new())
    }

    /// Starts it with more settings.
    pub(crate) fn start_with(database: &Database, ticks: Ticks, more: Vec<(&'static str, String)>) -> Self {
        let relay = Relay::start();
        let unlimited = "1000000000".to_owned();
        let mut settings = vec![
            ("MICROMOED_HTTP__ORIGINS", format!("[\"{}\"]", relay.origin())),
            // A test clock makes leaps, and a test asks more in a minute than people in a day.
            ("MICROMOED_SESSIONS__IDLE_MINUTES", "1000000".into()),
            ("MICROMOED_SESSIONS__ABSOLUTE_HOURS", "20000".into()),
            ("MICROMOED_LIMITS__PUBLIC", unlimited.clone()),
            ("MICROMOED_LIMITS__MAILBOX", unlimited.clone()),
            ("MICROMOED_LIMITS__FILES", unlimited.clone()),
            ("MICROMOED_LIMITS__DESK", unlimited.clone()),
            ("MICROMOED_LIMITS__SIGN_IN", unlimited.clone()),
            ("MICROMOED_LIMITS__REPORTS", unlimited.clone()),
            ("MICROMOED_LIMITS__ONE", unlimited),
            ("MICROMOED_LIMITS__WORK", "6".into()),
        ];
        settings.push(match ticks {
            Ticks::Immediate => ("MICROMOED_MAILBOX__TICKS", "immediate".into()),
            Ticks::Daily(_) => ("MICROMOED_TEST__CLOCK", "true".into()),
        });
        settings.extend(more);
        let folder = database.folder().join("data");
        fs::create_dir_all(database.folder().join("tmp")).unwrap();
        let (child, reads_stdout, address) = spawn(&folder, database.url().as_deref(), &settings);
        relay.lead_to(&address);
        let database = database.url();
        let service = Self { child, reads_stdout: Some(reads_stdout), address, relay, folder, database, settings };
        if let Ticks::Daily(at) = ticks {
            service.clock(at);
        }
        service
    }

    /// Another instance on the same PostgreSQL, with a copy of this one's keys in a folder of its own.
    pub(crate) fn beside(&self) -> Self {
        let folder = self.folder.with_file_name("beside").join("data");
        for kept in ["keys", "release-keys"] {
            fs::create_dir_all(folder.join(kept)).unwrap();
            for entry in fs::read_dir(self.folder.join(kept)).unwrap().map(Result::unwrap) {
                fs::copy(entry.path(), folder.join(kept).join(entry.file_name())).unwrap();
            }
        }
        for kept in ["pin", "shelf.key"] {
            drop(fs::copy(self.folder.join(kept), folder.join(kept)));
        }
        fs::create_dir_all(folder.with_file_name("tmp")).unwrap();
        let (database, settings, relay) = (self.database.clone(), self.settings.clone(), Relay::start());
        let (child, reads_stdout, address) = spawn(&folder, database.as_deref(), &settings);
        relay.lead_to(&address);
        Self { child, reads_stdout: Some(reads_stdout), address, relay, folder, database, settings }
    }

    /// Whether it was started, and not stopped since.
    pub(crate) const fn is_running(&self) -> bool {
        self.reads_stdout.is_some()
    }

    /// The process, to look at what it uses.
    pub(crate) fn pid(&self) -> u32 {
        self.child.id()
    }

    /// Ends it as an operator does, and starts it anew on the same data.
    pub(crate) fn restart(&mut self) {
        assert!(terminate(&self.child));
        assert!(self.child.wait().unwrap().success(), "it ends well when it is told to");
        self.start_again();
    }

    /// Starts it anew with one more setting.
    pub(crate) fn restart_with(&mut self, name: &'static str, value: &str) {
        self.set(name, value);
        self.restart();
    }

    /// One more setting, from its next start on.
    pub(crate) fn set(&mut self, name: &'static str, value: &str) {
        self.settings.push((name, value.into()));
    }

    /// Kills it without a warning.
    pub(crate) fn kill(&mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }

    /// Kills it without a warning, and starts it anew on the same data.
    pub(crate) fn kill9(&mut self) {
        self.kill();
        self.start_again();
    }

    /// Starts it on the same data, after it ended.
    pub(crate) fn start_again(&mut self) {
        self.stop_reading();
        let (child, reads_stdout, address) = spawn(&self.folder, self.database.as_deref(), &self.settings);
        self.relay.lead_to(&address);
        (self.child, self.reads_stdout, self.address) = (child, Some(reads_stdout), address);
    }

    /// From its next start on it reaches its database at another address.
    pub(crate) fn reach_the_database_at(&mut self, url: &str) {
        self.database = Some(url.to_owned());
    }

    /// Waits until it has ended by itself; answers its exit code, which a signal has none of.
    pub(crate) fn wait_for_its_end(&mut self) -> Option<i32> {
        self.child.wait().unwrap().code()
    }

    /// Ends it for good: its database is at rest.
    pub(crate) fn stop(&mut self) {
        assert!(terminate(&self.child));
        assert!(self.child.wait().unwrap().success());
        self.stop_reading();
    }

    fn stop_reading(&mut self) {
        if let Some(reads) = self.reads_stdout.take() {
            reads.join().unwrap();
        }
    }

    /// Sets the test clock. What is due by then is done when this returns.
    pub(crate) fn clock(&self, at: &str) {
        self.ask(&json!({ "command": "clock", "at": at }));
    }

    /// Sets the test clock, and does not wait for what is due by then.
    pub(crate) fn begin_clock(&self, at: &str) -> UnixStream {
        self.begin_to_ask(&json!({ "command": "clock", "at": at }))
    }

    fn begin_to_ask(&self, request: &Value) -> UnixStream {
        let mut stream = UnixStream::connect(self.folder.join("socket")).unwrap();
        stream.write_all(format!("{request}\n").as_bytes()).unwrap();
        stream
    }

    /// Asks over the local socket.
    pub(crate) fn ask(&self, request: &Value) -> Value {
        let stream = self.begin_to_ask(request);
        let mut answer = String::new();
        BufReader::new(stream).read_line(&mut answer).unwrap();
        let answer: Value = serde_json::from_str(&answer).unwrap();
        answer.get("done").unwrap_or_else(|| panic!("{request} was refused: {answer}")).clone()
    }

    /// Makes an organisation; answers the invitation of its first coach.
    pub(crate) fn create(&self, slug: &str) -> String {
        let create = json!({ "command": "organisation_create", "slug": slug, "name": slug, "locale": "nl-BE" });
        self.ask(&create)["invitation"].as_str().unwrap().to_owned()
    }

    /// Invites somebody.
    pub(crate) fn invite(&self, slug: &str, role: &str, name: &str) -> String {
        let invite = json!({ "command": "invite", "slug": slug, "role": role, "name": name });
        self.ask(&invite)["invitation"].as_str().unwrap().to_owned()
    }

    /// As clients reach it.
    pub(crate) fn server(&self) -> Server {
        Server::new(&self.relay.origin(), None).unwrap()
    }

    /// The organisation as it stands now.
    pub(crate) fn organisation(&self, slug: &str) -> Organisation {
        organisation::fetch(&self.server(), &address(slug)).wait().unwrap()
    }

    /// Everything it has said so far, on both its outputs.
    pub(crate) fn said(&self) -> Vec<PathBuf> {
        ["out", "err"].map(|name| self.folder.with_file_name(name)).to_vec()
    }
}

impl Drop for Service {
    fn drop(&mut self) {
        self.relay.stop();
        drop(self.child.kill());
        drop(self.child.wait());
        if thread::panicking() {
            let said = fs::read_to_string(self.folder.with_file_name("err")).unwrap_or_default();
            eprintln!("the service said:\n{said}");
        }
    }
}

/// An organisation by its name alone.
pub(crate) fn address(slug: &str) -> Address {
    slug.parse().unwrap()
}

/// Starts the program and waits for its first line. What it says goes to files beside the data folder.
fn spawn(
    folder: &std::path::Path,
    database: Option<&str>,
    settings: &[(&'static str, String)],
) -> (Child, JoinHandle<()>, String) {
    let mut command = program::command();
    command.arg("--data").arg(folder).args(["serve", "--listen", "127.0.0.1:0"]);
    command.args(database.iter().flat_map(|url| ["--database", url]));
    command.envs(settings.iter().map(|(name, value)| (name, value)));
    command.env("TMPDIR", folder.with_file_name("tmp"));
    let kept = |name| OpenOptions::new().create(true).append(true).open(folder.with_file_name(name)).unwrap();
    let mut child = command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(kept("err")).spawn().unwrap();
    let mut stdout = BufReader::new(child.stdout.take().unwrap());
    let mut first = String::new();
    stdout.read_line(&mut first).unwrap();
    let Some(address) = first.trim_end().strip_prefix("listening on ").map(str::to_owned) else {
        let said = fs::read_to_string(folder.with_file_name("err")).unwrap_or_default();
        panic!("it did not start; its first line is {first:?}; it said:\n{said}");
    };
    let mut out: File = kept("out");
    out.write_all(first.as_bytes()).unwrap();
    let reads = thread::spawn(move || drop(std::io::copy(&mut stdout, &mut out)));
    (child, reads, address)
}

fn terminate(child: &Child) -> bool {
    let kill = std::process::Command::new("kill").arg(child.id().to_string()).status();
    kill.is_ok_and(|status| status.success())
}
