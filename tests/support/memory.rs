//! What a process occupies, by `/proc`.

use std::fs;

/// The most memory it has occupied since it started, or since [`forget_peak`], in MiB.
pub(crate) fn peak(pid: u32) -> f64 {
    of_status(pid, "VmHWM:")
}

/// From now on [`peak`] counts anew.
pub(crate) fn forget_peak(pid: u32) {
    fs::write(format!("/proc/{pid}/clear_refs"), "5").unwrap();
}

/// A field of its status, in MiB.
pub(crate) fn of_status(pid: u32, field: &str) -> f64 {
    let status = fs::read_to_string(format!("/proc/{pid}/status")).unwrap();
    let line = status.lines().find_map(|line| line.strip_prefix(field)).unwrap();
    line.trim().trim_end_matches(" kB").parse::<f64>().unwrap() / 1_024.0
}
