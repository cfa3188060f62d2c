//! A private PostgreSQL cluster for the tests: made before them, gone after them, whatever becomes of this process.

use std::fs;
use std::io::Read;
use std::net::TcpListener;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::{self, Child, Command, Stdio};

use crate::shell::{self, Outcome, command, read, run, succeeds};

/// Debian's packages for a server.
pub(crate) const PACKAGE: &str = "postgresql";

/// Settings of the cluster. `fsync` stays on: the tests measure and kill what is really written.
const SETTINGS: [&str; 6] = [
    "listen_addresses=127.0.0.1",
    "unix_socket_directories=",
    "max_connections=200",
    "fsync=on",
    "synchronous_commit=on",
    "timezone=UTC",
];

/// Waits until whoever started it is gone, by its end or by a signal, then stops the server and removes the folder.
const KEEPER: &str = "trap '' INT TERM HUP; read -r _; \"$@\"; rm -rf \"$FOLDER\"";

/// A running server on a free loopback port. Dropping it stops the server and removes its folder; so does the end
/// of this process, because the keeper waits for a pipe that closes then.
pub(crate) struct Cluster {
    programs: PathBuf,
    url: String,
    keeper: Child,
}

impl Cluster {
    /// Makes and starts a cluster in the system's temporary folder, owned by an unprivileged person.
    pub(crate) fn start() -> Outcome<Self> {
        let programs = programs().ok_or("no PostgreSQL server here: run `cargo xtask setup`")?;
        let folder = std::env::temp_dir().join(format!("micromoed-postgres-{}", process::id()));
        fs::create_dir(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
        let owner = Owner::find();
        let data = folder.join("data");

        let mut stop = owner.command(&programs.join("pg_ctl"));
        stop.args(["stop", "--silent", "--mode=immediate", "--pgdata"]).arg(&data);
        let mut keeper = command("sh");
        keeper.args(["-c", KEEPER, "keeper"]).arg(stop.get_program()).args(stop.get_args());
        keeper.env("FOLDER", &folder).current_dir("/").stdin(Stdio::piped());
        keeper.stdout(Stdio::null()).stderr(Stdio::null());
        let keeper = keeper.spawn()?;
        let mut cluster = Self { programs, url: String::new(), keeper };

        owner.give(&folder)?;
        let password = password()?;
        let password_file = folder.join("password");
        fs::write(&password_file, &password)?;
        owner.give(&password_file)?;
        read(
            owner
                .command(&cluster.programs.join("initdb"))
                .args(["--username=postgres", "--auth=scram-sha-256", "--encoding=UTF8", "--locale=C"])
                .arg(format!("--pwfile={}", password_file.display()))
                .arg(format!("--pgdata={}", data.display())),
        )?;
        let port = TcpListener::bind(("127.0.0.1", 0))?.local_addr()?.port();
        let settings: String = SETTINGS.iter().map(|setting| format!(" -c {setting}")).collect();
        run(owner
            .command(&cluster.programs.join("pg_ctl"))
            .args(["start", "--silent", "--wait"])
            .arg(format!("--pgdata={}", data.display()))
            .arg(format!("--log={}", folder.join("log").display()))
            .arg(format!("--options=-p {port}{settings}")))?;
        cluster.url = format!("postgres://postgres:{password}@127.0.0.1:{port}/postgres");
        Ok(cluster)
    }

    /// The address of the cluster's own database; each test makes one of its own beside it.
    pub(crate) fn url(&self) -> &str {
        &self.url
    }

    /// The folder of this server's programs, `psql` among them.
    pub(crate) fn programs(&self) -> &Path {
        &self.programs
    }
}

impl Drop for Cluster {
    fn drop(&mut self) {
        drop(self.keeper.stdin.take());
        if let Err(error) = self.keeper.wait() {
            eprintln!("the PostgreSQL of the tests may still run: {error}");
        }
    }
}

/// The folder of the newest installed server's programs: Debian's, else the one PATH knows.
pub(crate) fn programs() -> Option<PathBuf> {
    let versions = fs::read_dir("/usr/lib/postgresql").into_iter().flatten().flatten();
    let newest = versions
        .filter_map(|version| Some((version.file_name().to_str()?.parse::<u32>().ok()?, version.path().join("bin"))))
        .filter(|(_, programs)| programs.join("initdb").is_file())
        .max_by_key(|(version, _)| *version);
    match newest {
        Some((_, programs)) => Some(programs),
        None => shell::on_path("initdb")?.parent().map(Path::to_path_buf),
    }
}

/// Who runs the server, which refuses to run as root.
enum Owner {
    Caller,
    Other(&'static str),
}

impl Owner {
    fn find() -> Self {
        if !shell::is_root() {
            Self::Caller
        } else if succeeds(command("id").arg("postgres")) {
            Self::Other("postgres")
        } else {
            Self::Other("nobody")
        }
    }

    /// A command run as this person, from a folder she can enter.
    fn command(&self, program: &Path) -> Command {
        let mut owned = match self {
            Self::Caller => command(program),
            Self::Other(name) => {
                let mut runuser = command("runuser");
                runuser.args(["-u", name, "--"]).arg(program);
                runuser
            }
        };
        owned.current_dir("/");
        owned
    }

    /// Makes a file or folder hers alone.
    fn give(&self, path: &Path) -> Outcome {
        fs::set_permissions(path, fs::Permissions::from_mode(if path.is_dir() { 0o700 } else { 0o600 }))?;
        match self {
            Self::Caller => Ok(()),
            Self::Other(name) => run(command("chown").arg(name).arg(path)),
        }
    }
}

/// 128 bits in hexadecimal, so that nobody else on this machine can enter.
fn password() -> Outcome<String> {
    let mut bytes = [0; 16];
    fs::File::open("/dev/urandom")?.read_exact(&mut bytes)?;
    Ok(bytes.iter().map(|byte| format!("{byte:02x}")).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cluster_answers_and_leaves_nothing_behind() {
        let cluster = Cluster::start().unwrap();
        let folder = std::env::temp_dir().join(format!("micromoed-postgres-{}", process::id()));
        let psql = cluster.programs().join("psql");
        let fsync = read(command(psql).args(["-XAt", "-c", "SHOW fsync", cluster.url()])).unwrap();
        assert_eq!(fsync.trim(), "on");
        assert!(folder.is_dir());
        drop(cluster);
        assert!(!folder.exists());
    }
}
