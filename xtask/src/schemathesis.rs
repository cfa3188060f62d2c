//! What schemathesis makes of the OpenAPI document, asked of the program on both databases.

use std::fs;
use std::path::PathBuf;

use crate::postgres::Cluster;
use crate::setup;
use crate::shell::{self, Outcome, cargo, command, run};
use crate::test::{EVERYTHING, path_with};

pub(crate) const CASES: &str = "2000";
/// Every package it consists of, with its version.
const PACKAGES: &str = "tests/attacks/schemathesis.txt";

/// Builds the program and asks it `--cases` questions on each database, 2,000 unless another number is named.
///
/// # Errors
/// After what was found, which is printed with the request that shows it.
pub(crate) fn schemathesis(arguments: &[String]) -> Outcome {
    let cases = match arguments {
        [] => CASES,
        [flag, cases] if flag == "--cases" && cases.parse::<u32>().is_ok() => cases,
        _ => return Err("cargo xtask schemathesis [--cases NUMBER]".into()),
    };
    setup::setup()?;
    run(cargo().arg("build").args(EVERYTHING).args(["--bin", "micromoed"]))?;
    ask(cases)
}

/// The same of a program that is built; what one case is and when it passes stands in `tests/attacks/document.rs`.
pub(crate) fn ask(cases: &str) -> Outcome {
    let (program, cluster) = (program()?, Cluster::start()?);
    let mut test = cargo();
    test.arg("test").args(EVERYTHING).args(["--test", "all", "--", "--ignored", "--nocapture", "attacks::document"]);
    test.env("MICROMOED_SCHEMATHESIS", program).env("MICROMOED_SCHEMATHESIS_CASES", cases);
    test.env("MICROMOED_BIN", shell::target().join("debug/micromoed"));
    run(test.env("MICROMOED_TEST_POSTGRES", cluster.url()).env("PATH", path_with(&cluster)?))
}

/// Installs exactly the listed packages beside the other tools, unless they are there already.
fn program() -> Outcome<PathBuf> {
    let folder = setup::tools()?.join("schemathesis");
    let (list, stamp) = (shell::root().join(PACKAGES), folder.join("installed.txt"));
    if fs::read(&list)? != fs::read(&stamp).unwrap_or_default() {
        run(command("python3").args(["-m", "venv", "--clear"]).arg(&folder))?;
        let mut install = command(folder.join("bin/pip"));
        install.args(["install", "--quiet", "--disable-pip-version-check", "--no-deps", "--requirement"]);
        run(install.arg(&list))?;
        fs::copy(&list, stamp)?;
    }
    Ok(folder.join("bin/schemathesis"))
}
