//! kill -9 while a backup comes back: the installation does not open before the same restore was finished.

use crate::support::backups;
use crate::support::databases::databases;
use crate::support::people::Team;
use crate::support::program;
use crate::support::service::Ticks;
use std::process::Stdio;
use std::time::{Duration, Instant};

#[test]
fn a_killed_restore_leaves_nothing_half_restored() {
    for database in databases() {
        let mut team = Team::begin(&database, Ticks::Immediate);
        for _ in 0..20 {
            team.report("Er wordt geroepen.");
        }
        let backup = backups::make(&database, "all");
        team.service.stop();
        let count = |table: &str| format!("SELECT CAST(count(*) AS TEXT) AS line FROM {table}");
        let kind = usize::from(database.url().is_some());
        let (mut refused, mut finished) = (0, 0);
        for moment in 0..12_u64 {
            let target = databases().remove(kind);
            let mut command = program::command();
            command
                .args(backups::words(&backup, true))
                .args(["--identity", "/dev/stdin"])
                .args(program::place(&target));
            let mut child = command.stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
            std::io::Write::write_all(&mut child.stdin.take().unwrap(), backups::IDENTITY.as_bytes()).unwrap();
            let begun = Instant::now();
            // Sooner and later, and at last behind its end.
            while begun.elapsed() < Duration::from_millis(moment * moment * 8) && child.try_wait().unwrap().is_none() {
                std::thread::yield_now();
            }
            child.kill().unwrap();
            child.wait().unwrap();
            let marked = target.folder().join("data/restoring").exists();
            if marked {
                let opened = program::run_at(&target, &["org", "create", "harbour", "--name", "Harbour"], "");
                assert!(opened.code == 1 && opened.err.contains("broke off"), "{opened:?}");
                let served = program::run_at(&target, &["serve", "--listen", "127.0.0.1:0"], "");
                assert!(served.code == 1 && served.err.contains("broke off"), "{served:?}");
                refused += 1;
            }
            let again = program::run_at(&target, &backups::words(&backup, true), backups::IDENTITY);
            if again.code != 0 {
                assert!(!marked && again.err.contains("goes over nothing"), "{again:?}");
                finished += 1;
            }
            for table in ["thread", "message", "person", "organisation"] {
                assert_eq!(target.lines(&count(table)), database.lines(&count(table)), "{table}");
            }
            assert_eq!(program::verify(&target), 0);
        }
        println!("12 kills: {refused} were finished by the same restore, {finished} came too late");
    }
}
