//! Places: the checkout, the programs built from it, and folders for what a test leaves behind.

use std::path::{Path, PathBuf};

/// The root of the checkout.
#[must_use]
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .parent()
        .expect("tests/ lies in the checkout")
        .to_path_buf()
}

/// A program of this workspace, built beside the running test.
///
/// # Panics
/// When it has not been built: a missing program is never a pass.
#[must_use]
pub fn program(name: &str) -> PathBuf {
    let test = std::env::current_exe().expect("the running test has a path");
    let folder = test
        .parent()
        .and_then(Path::parent)
        .expect("tests run from target/<profile>/deps");
    let path = folder.join(format!("{name}{}", std::env::consts::EXE_SUFFIX));
    assert!(
        path.is_file(),
        "{} is missing: run `cargo build --workspace --bins`, or `cargo xtask test`",
        path.display()
    );
    path
}

/// The five documents that come with the program, in order of their names.
#[must_use]
pub fn seed_plans() -> Vec<PathBuf> {
    files_of(&root().join("seeds/plans"), "txt")
}

/// The files of `folder` with this extension, in order of their names.
///
/// # Panics
/// When the folder cannot be read.
#[must_use]
pub fn files_of(folder: &Path, extension: &str) -> Vec<PathBuf> {
    let entries =
        std::fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let mut files: Vec<PathBuf> = entries
        .map(|entry| entry.expect("a readable entry").path())
        .filter(|path| path.extension().is_some_and(|found| found == extension))
        .collect();
    files.sort();
    files
}

/// Where screenshots and reports of the journeys are left for a person to look at. Git ignores it.
///
/// # Panics
/// When the folder cannot be made.
#[must_use]
pub fn store() -> PathBuf {
    let folder = root().join("tests/store");
    std::fs::create_dir_all(&folder).expect("tests/store can be made");
    folder
}

/// Every file under `folder`, however deep, in order of path; folders named in `skip` are left out.
///
/// # Panics
/// When a folder cannot be read.
#[must_use]
pub fn walk(folder: &Path, skip: &[&str]) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut open = vec![folder.to_path_buf()];
    while let Some(next) = open.pop() {
        let entries =
            std::fs::read_dir(&next).unwrap_or_else(|error| panic!("{}: {error}", next.display()));
        for entry in entries {
            let path = entry.expect("a readable entry").path();
            let name = path
                .file_name()
                .map(|name| name.to_string_lossy().into_owned())
                .unwrap_or_default();
            if path.is_dir() {
                if !skip.contains(&name.as_str()) {
                    open.push(path);
                }
            } else {
                found.push(path);
            }
        }
    }
    found.sort();
    found
}
