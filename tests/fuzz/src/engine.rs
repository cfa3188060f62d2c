//! One parser under libFuzzer: which one says `MICROMOED_FUZZ`.
#![no_main]

use fuzz::Read;
use std::env;
use std::sync::LazyLock;

static PARSER: LazyLock<Read> = LazyLock::new(|| {
    let wanted = env::var("MICROMOED_FUZZ").unwrap_or_default();
    let found = fuzz::parsers().find(|(name, _)| *name == wanted);
    found.unwrap_or_else(|| panic!("MICROMOED_FUZZ={wanted:?} names no parser")).1
});

libfuzzer_sys::fuzz_target!(|input: &[u8]| {
    PARSER(input);
});
