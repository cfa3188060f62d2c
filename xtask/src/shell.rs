//! Other programs: started from the root of the repository, with an error that repeats the command line.

use std::env;
use std::error::Error;
use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// What every step returns: nothing, or a sentence for the person at the terminal.
pub(crate) type Outcome<T = ()> = Result<T, Box<dyn Error>>;

/// The root of the repository: the folder above this package's. Asked when it runs and not when it is compiled,
/// because two clones may share one target folder.
pub(crate) fn root() -> PathBuf {
    let package = set_variable("CARGO_MANIFEST_DIR").unwrap_or_default();
    Path::new(&package).parent().map_or_else(|| ".".into(), Path::to_path_buf)
}

/// Where cargo builds: `CARGO_TARGET_DIR` if set, else `target` in the root.
pub(crate) fn target() -> PathBuf {
    root().join(set_variable("CARGO_TARGET_DIR").unwrap_or_else(|| "target".into()))
}

/// The variable's value; empty means unset.
pub(crate) fn set_variable(name: &str) -> Option<String> {
    env::var(name).ok().filter(|value| !value.is_empty())
}

/// A command that starts in the root and reads nothing from the terminal.
pub(crate) fn command(program: impl AsRef<OsStr>) -> Command {
    let mut command = Command::new(program);
    command.current_dir(root()).stdin(Stdio::null());
    command
}

/// The cargo this program was started by, or the one on PATH.
pub(crate) fn cargo() -> Command {
    command(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
}

/// Runs a command whose output the caller sees.
pub(crate) fn run(command: &mut Command) -> Outcome {
    let status = command.status().map_err(|error| format!("{}: {error}", line(command)))?;
    if status.success() { Ok(()) } else { Err(format!("{status} from: {}", line(command)).into()) }
}

/// Runs a command and returns what it wrote to its standard output.
pub(crate) fn read(command: &mut Command) -> Outcome<String> {
    let output = command.output().map_err(|error| format!("{}: {error}", line(command)))?;
    if !output.status.success() {
        let reason = String::from_utf8_lossy(&output.stderr);
        return Err(format!("{} from: {}\n{}", output.status, line(command), reason.trim_end()).into());
    }
    Ok(String::from_utf8(output.stdout)?)
}

/// Whether a command can be started and succeeds; it is silent.
pub(crate) fn succeeds(command: &mut Command) -> bool {
    command.stdout(Stdio::null()).stderr(Stdio::null()).status().is_ok_and(|status| status.success())
}

/// The program of that name in PATH.
pub(crate) fn on_path(name: &str) -> Option<PathBuf> {
    env::split_paths(&env::var_os("PATH")?).map(|folder| folder.join(name)).find(|file| file.is_file())
}

/// Whether this process may install packages.
pub(crate) fn is_root() -> bool {
    read(command("id").arg("-u")).is_ok_and(|id| id.trim() == "0")
}

fn line(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    words.map(OsStr::to_string_lossy).collect::<Vec<_>>().join(" ")
}
