//! What the machine does and could do.

use crate::memory;
use std::fs;
use std::io::Write;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// Clock ticks per second of `/proc`, on every Linux.
const TICKS: u64 = 100;

/// Processor time a process has used.
pub(crate) fn cpu(pid: u32) -> Duration {
    let stat = fs::read_to_string(format!("/proc/{pid}/stat")).unwrap_or_default();
    let fields: Vec<&str> = stat.rsplit(") ").next().unwrap_or_default().split(' ').collect();
    let ticks: u64 = [11, 12].iter().filter_map(|field| fields.get(*field)?.parse::<u64>().ok()).sum();
    Duration::from_millis(ticks * 1_000 / TICKS)
}

/// Memory a process occupies, in MiB.
pub(crate) fn resident(pid: u32) -> f64 {
    memory::of_status(pid, "VmRSS:")
}

/// MiB per second that the disk makes durable, in pieces of 256 KiB as they come from a reporter.
pub(crate) fn disk_throughput(size: usize) -> f64 {
    let folder = tempfile::tempdir().expect("a folder");
    let mut file = fs::File::create(folder.path().join("disk")).expect("a file");
    let (begun, piece) = (Instant::now(), vec![7; 256 << 10]);
    for _ in 0..size.div_ceil(piece.len()) {
        file.write_all(&piece).and_then(|()| file.sync_data()).expect("a write");
    }
    mebibytes(size) / begun.elapsed().as_secs_f64()
}

/// So many bytes in MiB.
pub(crate) fn mebibytes(bytes: usize) -> f64 {
    f64::from(u32::try_from(bytes / 1_024).unwrap_or(u32::MAX)) / 1_024.0
}

/// The load average of the last minute.
pub(crate) fn load() -> String {
    fs::read_to_string("/proc/loadavg").unwrap_or_default().split(' ').next().unwrap_or_default().into()
}

/// Writes of 8 KiB, each made durable, per second.
pub(crate) fn disk_rate() -> f64 {
    let folder = tempfile::tempdir().expect("a folder");
    let mut file = fs::File::create(folder.path().join("disk")).expect("a file");
    let (begun, mut writes) = (Instant::now(), 0.0);
    while begun.elapsed() < Duration::from_secs(1) {
        file.write_all(&[7; 8_192]).and_then(|()| file.sync_data()).expect("a write");
        writes += 1.0;
    }
    writes / begun.elapsed().as_secs_f64()
}

/// Counts a process's calls that make writes durable, from now until [`Syncs::count`]; needs `strace`, and slows the
/// process down, so the rate meanwhile means nothing.
pub(crate) struct Syncs {
    tracer: Child,
    folder: tempfile::TempDir,
}

impl Syncs {
    /// None where there is no `strace`, or it may not look.
    pub(crate) fn watch(pid: u32) -> Option<Self> {
        let folder = tempfile::tempdir().ok()?;
        let mut command = Command::new("strace");
        command.args(["-f", "-qq", "-e", "trace=fsync,fdatasync", "-p", &pid.to_string(), "-o"]);
        let tracer = command.arg(Self::file(&folder)).stderr(Stdio::null()).spawn().ok()?;
        Some(Self { tracer, folder })
    }

    fn file(folder: &tempfile::TempDir) -> PathBuf {
        folder.path().join("calls")
    }

    /// Calls since then.
    pub(crate) fn count(mut self) -> usize {
        drop(Command::new("kill").args(["-INT", &self.tracer.id().to_string()]).status());
        drop(self.tracer.wait());
        let calls = fs::read_to_string(Self::file(&self.folder)).unwrap_or_default();
        calls.lines().filter(|line| line.contains("sync(") && !line.contains("resumed")).count()
    }
}
