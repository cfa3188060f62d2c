//! WebAssembly: which compiler builds it, and the gate that keeps `crypto` fit for it.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::shell::{self, Outcome, cargo, command, read, run, set_variable, succeeds};

const TARGET: &str = "wasm32-unknown-unknown";

/// Debian's compiler, whose library sources lie where `-Zbuild-std` looks.
const DEBIAN_COMPILER: &str = "/usr/bin/rustc";
const DEBIAN_SOURCES: &str = "/usr/lib/rustlib/src/rust/library";

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

/// One of the two modules that pages load.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Module {
    Reporter,
    Desk,
    /// Computes the vectors of the formats; never shipped.
    Vectors,
}

impl Module {
    pub(crate) const fn step(self) -> &'static str {
        match self {
            Self::Reporter => "web: reporter's module",
            Self::Desk => "web: desk's module",
            Self::Vectors => "e2e: module of the vectors",
        }
    }

    pub(crate) const fn file(self) -> &'static str {
        match self {
            Self::Reporter => "reporter.wasm",
            Self::Desk => "desk.wasm",
            Self::Vectors => "vectors.wasm",
        }
    }

    const fn features(self) -> &'static [&'static str] {
        match self {
            Self::Reporter => &[],
            Self::Desk => &["--features", "desk"],
            Self::Vectors => &["--features", "vectors"],
        }
    }
}

/// Compiles a module for size, the same bytes in any folder: no path, no line number, no formatter for debugging stays
/// in it.
pub(crate) fn module(module: Module) -> Outcome<PathBuf> {
    let mut build = build(choose()?)?;
    build.args(["--package", "module"]).args(module.features());
    build.env("RUSTC_BOOTSTRAP", "1");
    build.env("RUSTFLAGS", "-Zlocation-detail=none -Zfmt-debug=none --cfg sha2_backend_soft=\"compact\"");
    for (setting, value) in
        [("OPT_LEVEL", "z"), ("LTO", "fat"), ("CODEGEN_UNITS", "1"), ("PANIC", "abort"), ("STRIP", "true")]
    {
        build.env(format!("CARGO_PROFILE_RELEASE_{setting}"), value);
    }
    run(&mut build)?;
    // The two differ in features and not in name: what was built last lies there.
    let built = target_folder().join(TARGET).join("release/module.wasm");
    let kept = target_folder().join(module.file());
    std::fs::copy(built, &kept)?;
    Ok(kept)
}

fn target_folder() -> PathBuf {
    shell::target().join("wasm")
}

/// Who compiles for WebAssembly.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Compiler {
    /// The toolchain in use, with its own ready-made standard library for the target.
    Rustup,
    /// Debian's compiler, which builds the standard library from source first (a minute or two, once).
    Debian,
}

/// The compiler to use: the one `XTASK_WASM` names, else the toolchain in use if it has the target, else Debian's.
fn choose() -> Outcome<Compiler> {
    let forced = set_variable("XTASK_WASM");
    match forced.as_deref() {
        None if rustup_has_target() => Ok(Compiler::Rustup),
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
    let rustup = forced.as_deref() != Some("debian") && rustup_has_target();
    let debian = forced.as_deref() != Some("rustup") && debian_has_compiler();
    rustup
        || debian
        || forced.as_deref() != Some("debian") && succeeds(command("rustup").args(["target", "add", TARGET]))
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

/// A release build for the browser, in a folder of its own, by the chosen compiler.
fn build(compiler: Compiler) -> Outcome<Command> {
    let mut build = cargo();
    build.args(["build", "--locked", "--release", "--target", TARGET, "--target-dir"]).arg(target_folder());
    if compiler == Compiler::Debian {
        let linker = sysroot()?.join("lib/rustlib/x86_64-unknown-linux-gnu/bin/rust-lld");
        build.arg("-Zbuild-std=std,panic_abort");
        build.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER", linker);
        build.env("RUSTC", DEBIAN_COMPILER).env("RUSTC_BOOTSTRAP", "1");
        // Set by the toolchain that runs this program; it names that toolchain's libraries.
        build.env_remove("LD_LIBRARY_PATH");
    }
    Ok(build)
}

fn rustup_has_target() -> bool {
    sysroot().is_ok_and(|sysroot| sysroot.join("lib/rustlib").join(TARGET).join("lib").is_dir())
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
