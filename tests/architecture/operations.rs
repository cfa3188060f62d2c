//! The module and its worker name what can be called by the same numbers, each in a list of its own.

use super::source::{Source, file};
use super::{assert_none, planted};
use std::collections::BTreeMap;

const MODULE: &str = "client/wasm/src/operation.rs";
const WORKER: &str = "web/src/crypto/operations.ts";

/// `NAME = 1,` of a line, with `sign` between.
fn numbered(source: &Source, sign: char) -> BTreeMap<String, u32> {
    let entry = |line: &str| {
        let (name, number) = line.trim().strip_suffix(',')?.split_once(sign)?;
        let name = name.trim();
        let is_name = !name.is_empty() && name.chars().all(|letter| letter.is_ascii_uppercase() || letter == '_');
        Some((name.to_owned(), number.trim().parse().ok().filter(|_| is_name)?))
    };
    source.text.lines().filter_map(entry).collect()
}

/// Names that only one of them knows, or knows by another number.
fn differences(module: &Source, worker: &Source) -> Vec<String> {
    let (module, worker) = (numbered(module, '='), numbered(worker, ':'));
    let mut names: Vec<&String> = module.keys().chain(worker.keys()).collect();
    names.sort_unstable();
    names.dedup();
    names.retain(|name| module.get(*name) != worker.get(*name));
    let say = |name| format!("{name}: {:?} in {MODULE}, {:?} in {WORKER}", module.get(name), worker.get(name));
    names.into_iter().map(say).collect()
}

#[test]
fn module_and_worker_call_the_same_things_by_the_same_numbers() {
    let (module, worker) = (file(MODULE), file(WORKER));
    assert!(numbered(&module, '=').len() > 20, "the list was not found");
    assert_none(&differences(&module, &worker));
    let distinct: std::collections::BTreeSet<u32> = numbered(&module, '=').into_values().collect();
    assert_eq!(distinct.len(), numbered(&module, '=').len(), "a number stands for one thing");
    for (from, to) in [("NOTE: 40,", "NOTE: 41,"), ("  NOTE: 40,\n", ""), ("NOTE: 40,", "NOTE: 40,\n  MEMO: 99,")] {
        let changed = planted(WORKER, &worker.text.replace(from, to));
        assert_eq!(differences(&module, &changed).len(), 1, "{to:?} was not found");
    }
}
