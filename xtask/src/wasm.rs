//! WebAssembly: which compiler builds it, and the gate that keeps `crypto` fit for it.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::shell::{self, Outcome, cargo, command, read, run, set_variable, succeeds};

const TARGET: &str = "wasm32-unknown-unknown";

/// Debian's compiler, and the sources of its library.
const DEBIAN_COMPILER: &str = "/usr/bin/rustc";
const DEBIAN_SOURCES: &str = "/usr/lib/rustlib/src/rust/library";

/// The component of rustup that brings the sources of the library.
const RUSTUP_COMPONENT: &str = "rust-src";

/// The packages that bring [`DEBIAN_COMPILER`] and [`DEBIAN_SOURCES`].
pub(crate) const DEBIAN_PACKAGES: [&str; 2] = ["rustc-web", "rust-web-src"];

/// What the modules may use beyond the first version of WebAssembly, for the optimiser: stripped modules do not say.
pub(crate) const FEATURES: [&str; 7] = [
    "--enable-bulk-memory",
    "--enable-bulk-memory-opt",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-multivalue",
    "--enable-reference-types",
];

/// One of the modules that pages load.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Module {
    Report,
    Mailbox,
    Files,
    Receipt,
    Strip,
    Desk,
    Office,
    Words,
    /// Computes the vectors of the formats; never shipped.
    Vectors,
}

impl Module {
    /// What ships.
    pub(crate) const ALL: [Self; 8] =
        [Self::Report, Self::Mailbox, Self::Files, Self::Receipt, Self::Strip, Self::Desk, Self::Office, Self::Words];

    pub(crate) const fn step(self) -> &'static str {
        match self {
            Self::Report => "web: module of the report",
            Self::Mailbox => "web: module of the mailbox",
            Self::Files => "web: module of the files",
            Self::Receipt => "web: module of the receipt",
            Self::Strip => "web: module of the strip",
            Self::Desk => "web: module of the desk",
            Self::Office => "web: module of the office",
            Self::Words => "web: module of the words",
            Self::Vectors => "e2e: module of the vectors",
        }
    }

    pub(crate) const fn file(self) -> &'static str {
        match self {
            Self::Report => "report.wasm",
            Self::Mailbox => "mailbox.wasm",
            Self::Files => "files.wasm",
            Self::Receipt => "receipt.wasm",
            Self::Strip => "strip.wasm",
            Self::Desk => "desk.wasm",
            Self::Office => "office.wasm",
            Self::Words => "words.wasm",
            Self::Vectors => "vectors.wasm",
        }
    }

    /// The same code as JavaScript, for browsers that compile no WebAssembly: of the reporter's half, and of the vectors to
    /// test it. Argon2 at the desk would take minutes, the log many seconds.
    pub(crate) const fn twin(self) -> Option<(&'static str, &'static str)> {
        match self {
            Self::Report => Some(("web: twin of the report", "report.twin.js")),
            Self::Mailbox => Some(("web: twin of the mailbox", "mailbox.twin.js")),
            Self::Files => Some(("web: twin of the files", "files.twin.js")),
            Self::Strip => Some(("web: twin of the strip", "strip.twin.js")),
            Self::Vectors => Some(("e2e: twin of the vectors", "vectors.twin.js")),
            Self::Receipt | Self::Desk | Self::Office | Self::Words => None,
        }
    }

    /// As the crate `module` names it.
    const fn feature(self) -> &'static str {
        match self {
            Self::Report => "report",
            Self::Mailbox => "mailbox",
            Self::Files => "files",
            Self::Receipt => "receipt",
            Self::Strip => "strip",
            Self::Desk => "desk",
            Self::Office => "office",
            Self::Words => "words",
            Self::Vectors => "vectors",
        }
    }
}

/// What compiles the modules, in its own words.
pub(crate) fn compiler() -> Outcome<String> {
    let mut rustc = match choose()? {
        Compiler::Rustup => command("rustc"),
        Compiler::Debian => command(DEBIAN_COMPILER),
    };
    // Set by the toolchain that runs this program; it names that toolchain's libraries.
    read(rustc.arg("--version").env_remove("LD_LIBRARY_PATH"))
}

/// Compiles a module.
pub(crate) fn module(module: Module) -> Outcome<PathBuf> {
    let mut build = build(choose()?)?;
    run(build.args(["--package", "module", "--no-default-features", "--features", module.feature()]))?;
    // They differ in features and not in name: what was built last lies there.
    let built = target_folder().join(TARGET).join("release/module.wasm");
    let kept = target_folder().join(module.file());
    std::fs::copy(built, &kept)?;
    Ok(kept)
}

/// Where what is built for the browser lies on its way.
pub(crate) fn target_folder() -> PathBuf {
    shell::target().join("wasm")
}

/// Who compiles for WebAssembly. Either builds the standard library too: the ready-made one is made for speed, and
/// carries the words of every panic.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Compiler {
    /// The toolchain in use.
    Rustup,
    Debian,
}

/// The compiler to use: the one `XTASK_WASM` names, else the toolchain in use if it has its library's sources, else
/// Debian's.
fn choose() -> Outcome<Compiler> {
    let forced = set_variable("XTASK_WASM");
    match forced.as_deref() {
        None if rustup_has_sources() => Ok(Compiler::Rustup),
        None if debian_has_compiler() => Ok(Compiler::Debian),
        None => Err(format!("nothing here compiles for {TARGET}: run `cargo xtask setup`").into()),
        Some("rustup") => Ok(Compiler::Rustup),
        Some("debian") => Ok(Compiler::Debian),
        Some(other) => Err(format!("XTASK_WASM is {other:?}; it may be rustup or debian").into()),
    }
}

/// Makes a compiler available without Debian packages if that can be done; says whether one is there now.
pub(crate) fn prepare() -> bool {
    let forced = set_variable("XTASK_WASM");
    let rustup = forced.as_deref() != Some("debian") && rustup_has_sources();
    let debian = forced.as_deref() != Some("rustup") && debian_has_compiler();
    rustup
        || debian
        || forced.as_deref() != Some("debian")
            && succeeds(command("rustup").args(["component", "add", RUSTUP_COMPONENT]))
}

/// Builds `crypto` for the browser, without and with what only staff devices need, and looks at its dependencies:
/// randomness comes in from outside, so nothing there may reach for the system's.
pub(crate) fn gate() -> Outcome {
    let compiler = choose()?;
    eprintln!("compiler: {compiler:?}");
    for features in [&["--no-default-features"][..], &[]] {
        run(build(compiler)?.args(["--package", "crypto"]).args(features))?;
        let tree = read(
            cargo()
                .args(["tree", "--target", TARGET, "--package", "crypto"])
                .args(features)
                .args(["--edges", "normal", "--prefix", "none"]),
        )?;
        refuse_ambient_randomness(&tree)?;
    }
    Ok(())
}

fn refuse_ambient_randomness(tree: &str) -> Outcome {
    match tree.lines().find(|line| line.starts_with("getrandom ")) {
        None => Ok(()),
        Some(line) => Err(format!("the browser's dependencies include {line}").into()),
    }
}

/// A build for the browser, in a folder of its own, by the chosen compiler. It is made for size, the same bytes in any
/// folder: no path, no line number, no formatter for debugging, no words of a panic stay in it.
fn build(compiler: Compiler) -> Outcome<Command> {
    let mut build = cargo();
    build.args(["build", "--locked", "--release", "--target", TARGET, "--target-dir"]).arg(target_folder());
    build.args(["-Zbuild-std=std,panic_abort", "-Zbuild-std-features=optimize_for_size", "-Zpanic-immediate-abort"]);
    build.env("RUSTC_BOOTSTRAP", "1");
    build.env("RUSTFLAGS", "-Zlocation-detail=none -Zfmt-debug=none --cfg sha2_backend_soft=\"compact\"");
    for (setting, value) in
        [("OPT_LEVEL", "z"), ("LTO", "fat"), ("CODEGEN_UNITS", "1"), ("PANIC", "immediate-abort"), ("STRIP", "true")]
    {
        build.env(format!("CARGO_PROFILE_RELEASE_{setting}"), value);
    }
    if compiler == Compiler::Debian {
        let linker = sysroot()?.join("lib/rustlib/x86_64-unknown-linux-gnu/bin/rust-lld");
        build.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER", linker);
        build.env("RUSTC", DEBIAN_COMPILER);
        // Set by the toolchain that runs this program; it names that toolchain's libraries.
        build.env_remove("LD_LIBRARY_PATH");
    }
    Ok(build)
}

fn rustup_has_sources() -> bool {
    sysroot().is_ok_and(|sysroot| sysroot.join("lib/rustlib/src/rust/library").is_dir())
}

fn debian_has_compiler() -> bool {
    Path::new(DEBIAN_COMPILER).is_file() && Path::new(DEBIAN_SOURCES).is_dir()
}

/// The folder of the toolchain in use.
fn sysroot() -> Outcome<PathBuf> {
    Ok(read(command("rustc").args(["--print", "sysroot"]))?.trim().into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_dependency_on_the_systems_randomness_is_found() {
        assert!(refuse_ambient_randomness("crypto v0.1.0\nrand_core v0.10.0\n").is_ok());
        assert!(refuse_ambient_randomness("crypto v0.1.0\ngetrandom v0.4.0\n").is_err());
    }
}
