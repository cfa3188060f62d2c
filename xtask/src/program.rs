//! The program in release mode, its pages inside: built, and started as a demonstration.

use std::os::unix::process::CommandExt;
use std::process::Stdio;

use crate::postgres::Cluster;
use crate::setup;
use crate::shell::{self, Outcome, cargo, run};
use crate::steps::Steps;
use crate::web;

/// Installs what is missing and builds `target/release/micromoed`. The default build links no PostgreSQL library;
/// an installation with PostgreSQL adds `--features postgres` to the same cargo command.
pub(crate) fn build() -> Outcome {
    setup::setup()?;
    web::build(&mut Steps::default())?;
    run(cargo().args(["build", "--locked", "--release", "--package", "api", "--bin", "micromoed"]))?;
    eprintln!("built {}", shell::target().join("release/micromoed").display());
    Ok(())
}

/// Installs what is missing and builds the pages alone.
pub(crate) fn build_web() -> Outcome {
    setup::setup()?;
    web::build(&mut Steps::default())
}

/// Builds, then becomes `micromoed demo` with the given arguments; a free port is taken unless `--listen` names one.
pub(crate) fn demo(arguments: &[String]) -> Outcome {
    build()?;
    let mut demo = shell::command(shell::target().join("release/micromoed"));
    demo.arg("demo").stdin(Stdio::inherit());
    if !arguments.iter().any(|argument| argument.starts_with("--listen")) {
        demo.args(["--listen", "127.0.0.1:0"]);
    }
    Err(demo.args(arguments).exec().into())
}

/// The README's performance table, measured now on this machine: ratios first, both databases.
pub(crate) fn bench(long: bool) -> Outcome {
    setup::setup()?;
    web::build(&mut Steps::default())?;
    let release = ["--locked", "--release", "--package", "api", "--bin", "micromoed", "--features", "postgres"];
    run(cargo().arg("build").args(release))?;
    let cluster = Cluster::start()?;
    let mut bench = cargo();
    bench.args(["bench", "--locked", "--package", "tests", "--bench", "load"]);
    bench.env("MICROMOED_BIN", shell::target().join("release/micromoed"));
    bench.env("MICROMOED_TEST_POSTGRES", cluster.url());
    // What needs the store from inside stands beside its tests.
    let mut store = cargo();
    store.args(["test", "--locked", "--release", "--package", "api", "--features", "postgres", "--lib", "measured"]);
    store.args(["--", "--ignored", "--nocapture", "--test-threads", "1"]);
    store.env("MICROMOED_TEST_POSTGRES", cluster.url());
    for measurement in [&mut bench, &mut store] {
        if long {
            measurement.env("MICROMOED_TEST_LONG", "1");
        }
        run(measurement)?;
    }
    web::bench(&shell::target().join("release/micromoed"))
}
