//! What this machine lacks: found, and installed where that is allowed.

use std::path::{Path, PathBuf};

use crate::shell::{self, Outcome, cargo, command, on_path, run, set_variable, succeeds};
use crate::{postgres, wasm, web};

/// One thing the commands need beyond cargo.
struct Need {
    why: &'static str,
    packages: &'static [&'static str],
    is_met: fn() -> bool,
}

const NEEDS: [Need; 7] = [
    Need { why: "linking", packages: &["gcc", "libc6-dev"], is_met: || on_path("cc").is_some() },
    Need {
        why: "the PostgreSQL client library, built from source",
        packages: &["libssl-dev", "pkg-config"],
        is_met: || succeeds(command("pkg-config").args(["--exists", "libcrypto", "libssl"])),
    },
    Need {
        why: "tests on PostgreSQL",
        packages: &[postgres::PACKAGE],
        is_met: || postgres::programs().is_some_and(|programs| programs.join("psql").is_file()),
    },
    Need {
        why: "tests that read the database from outside",
        packages: &["sqlite3"],
        is_met: || on_path("sqlite3").is_some(),
    },
    Need { why: "WebAssembly", packages: &wasm::DEBIAN_PACKAGES, is_met: wasm::prepare },
    Need { why: "Node, to build the pages", packages: &["python3", "python3-venv"], is_met: web::can_have_node },
    Need {
        why: "tests in a browser",
        packages: &["chromium", "fonts-dejavu-core", "fonts-noto-core"],
        is_met: web::has_browser,
    },
];

/// Installs what is missing: Debian packages as root, components of the Rust toolchain as anybody.
///
/// # Errors
/// Where the caller may not install, the error is the line to type.
pub(crate) fn setup() -> Outcome {
    for (subcommand, component) in [("fmt", "rustfmt"), ("clippy", "clippy")] {
        if !succeeds(cargo().args([subcommand, "--version"])) {
            run(command("rustup").args(["component", "add", component]))?;
        }
    }
    let missing = missing();
    if missing.is_empty() {
        return Ok(());
    }
    for need in &missing {
        eprintln!("missing, for {}: {}", need.why, need.packages.join(" "));
    }
    let packages: Vec<&str> = missing.iter().flat_map(|need| need.packages).copied().collect();
    if on_path("apt-get").is_none() || !shell::is_root() {
        let line = format!("apt-get install --no-install-recommends {}", packages.join(" "));
        return Err(
            format!("not allowed to install here; run this as root, or its like on your system:\n{line}").into()
        );
    }
    run(apt().arg("update"))?;
    run(apt().args(["install", "--yes", "--no-install-recommends"]).args(&packages))?;
    match self::missing().first() {
        None => Ok(()),
        Some(need) => Err(format!("{} installed, still nothing for {}", need.packages.join(" "), need.why).into()),
    }
}

fn missing() -> Vec<&'static Need> {
    NEEDS.iter().filter(|need| !(need.is_met)()).collect()
}

fn apt() -> std::process::Command {
    let mut apt = command("apt-get");
    apt.arg("--quiet").env("DEBIAN_FRONTEND", "noninteractive");
    apt
}

/// A command of cargo's: from PATH, else built once (three minutes) into a folder that outlives the clone.
pub(crate) fn cargo_tool(name: &str, version: &str) -> Outcome<PathBuf> {
    if let Some(program) = on_path(name) {
        return Ok(program);
    }
    let tools = tools()?;
    let program = tools.join("bin").join(name);
    if !program.is_file() {
        let mut install = cargo();
        install.args(["install", "--locked", name, "--version", version, "--root"]).arg(&tools);
        run(&mut install)?;
    }
    Ok(program)
}

/// `micromoed-tools` in the caller's cache folder.
pub(crate) fn tools() -> Outcome<PathBuf> {
    let cache = match (set_variable("XDG_CACHE_HOME"), set_variable("HOME")) {
        (Some(cache), _) => PathBuf::from(cache),
        (None, Some(home)) => Path::new(&home).join(".cache"),
        (None, None) => return Err("neither XDG_CACHE_HOME nor HOME is set".into()),
    };
    Ok(cache.join("micromoed-tools"))
}
