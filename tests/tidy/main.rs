//! The house itself: edges, sizes, words, licences, generated files. Nothing here runs the program.
#![allow(
    clippy::expect_used,
    clippy::unwrap_used,
    reason = "a test stops where it stands"
)]

mod commands;
mod edges;
mod licences;
mod shape;
mod spdx;
mod types;
mod ui;

use plan_tests::place;
use std::path::{Path, PathBuf};

/// Every file that git has or would take, relative to the root, in order.
fn files() -> Vec<PathBuf> {
    let listed = std::process::Command::new("git")
        .args([
            "ls-files",
            "-z",
            "--cached",
            "--others",
            "--exclude-standard",
        ])
        .current_dir(place::root())
        .output()
        .expect("git is installed");
    assert!(listed.status.success(), "the checkout is a git checkout");
    let names = String::from_utf8(listed.stdout).expect("file names are UTF-8");
    let mut files: Vec<PathBuf> = names
        .split('\0')
        .filter(|name| !name.is_empty())
        .map(PathBuf::from)
        .collect();
    // A file that was deleted but not yet committed is still listed.
    files.retain(|path| place::root().join(path).is_file());
    files.sort();
    files.dedup();
    files
}

/// The files with one of these extensions.
fn files_with(extensions: &[&str]) -> Vec<PathBuf> {
    let wanted = |path: &PathBuf| {
        path.extension()
            .is_some_and(|found| extensions.iter().any(|one| found == *one))
    };
    files().into_iter().filter(wanted).collect()
}

fn read(path: &Path) -> String {
    let path = place::root().join(path);
    std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// Fails with every fault on a line of its own.
fn none(faults: &[String], rule: &str) {
    assert!(faults.is_empty(), "{rule}:\n  {}", faults.join("\n  "));
}
