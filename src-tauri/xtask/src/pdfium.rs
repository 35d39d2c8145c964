//! The library that reads PDF: fetched once with pip, checked against the kept hashes, and laid beside what cargo
//! builds, where the program looks for it. Its licences lie with it.

use crate::run::{command, quiet, shown};
use crate::{root, setup, target};
use std::path::{Path, PathBuf};

/// The version and its hashes, in pip's own form.
const PINNED: &str = "src-tauri/pdfium.txt";

/// Fetches the library when it is not there yet, and says where it is.
pub(crate) fn library() -> Result<PathBuf, String> {
    let folder = target().join("pdfium");
    let library = folder.join(file_name());
    let pinned = read(&root().join(PINNED))?;
    // Written last: what an interrupted run left behind does not count.
    let done = folder.join("pinned.txt");
    if library.is_file() && std::fs::read_to_string(&done).is_ok_and(|kept| kept == pinned) {
        return Ok(library);
    }
    println!("Fetching the library that reads PDF");
    let python = python()?;
    let wheel = folder.join("wheel");
    if folder.exists() {
        std::fs::remove_dir_all(&folder).map_err(|error| wrong(&folder, &error))?;
    }
    std::fs::create_dir_all(&folder).map_err(|error| wrong(&folder, &error))?;
    let pip = command(
        &root(),
        python,
        &[
            "-m",
            "pip",
            "install",
            "--quiet",
            "--disable-pip-version-check",
            "--root-user-action=ignore",
            "--no-deps",
            "--no-compile",
            "--only-binary=:all:",
            "--require-hashes",
            "--requirement",
            PINNED,
            "--target",
            &wheel.to_string_lossy(),
        ],
    );
    if !shown(pip)?.success {
        return Err("pip could not fetch the library that reads PDF".into());
    }
    copy(&wheel.join("pypdfium2_raw").join(file_name()), &library)?;
    licences(&wheel, &folder.join("licenses"))?;
    std::fs::remove_dir_all(&wheel).map_err(|error| wrong(&wheel, &error))?;
    std::fs::write(&done, pinned).map_err(|error| wrong(&done, &error))?;
    Ok(library)
}

/// How the library is called on this system.
fn file_name() -> String {
    use std::env::consts::{DLL_PREFIX, DLL_SUFFIX};
    format!("{DLL_PREFIX}pdfium{DLL_SUFFIX}")
}

/// A Python with pip; on Debian it is installed when it is missing.
fn python() -> Result<&'static str, String> {
    let found = || {
        ["python3", "python"].into_iter().find(|name| {
            quiet(name, &["-m", "pip", "--version"]).is_some_and(|(success, _)| success)
        })
    };
    if let Some(name) = found() {
        return Ok(name);
    }
    setup::packages(&["python3-pip"])?;
    found().ok_or("Python 3 with pip is needed to fetch the library that reads PDF".into())
}

/// The licence texts of a package that pip has unpacked.
fn licences(wheel: &Path, to: &Path) -> Result<(), String> {
    let entries = std::fs::read_dir(wheel).map_err(|error| wrong(wheel, &error))?;
    for entry in entries.flatten() {
        let from = entry.path().join("licenses");
        if from.is_dir() {
            copy_folder(&from, to)?;
        }
    }
    if to.is_dir() {
        return Ok(());
    }
    Err(format!("{} holds no licences", wheel.display()))
}

fn copy_folder(from: &Path, to: &Path) -> Result<(), String> {
    std::fs::create_dir_all(to).map_err(|error| wrong(to, &error))?;
    let entries = std::fs::read_dir(from).map_err(|error| wrong(from, &error))?;
    for entry in entries.flatten() {
        let (from, to) = (entry.path(), to.join(entry.file_name()));
        if from.is_dir() {
            copy_folder(&from, &to)?;
        } else {
            copy(&from, &to)?;
        }
    }
    Ok(())
}

fn copy(from: &Path, to: &Path) -> Result<(), String> {
    std::fs::copy(from, to)
        .map(|_| ())
        .map_err(|error| wrong(from, &error))
}

fn read(path: &Path) -> Result<String, String> {
    std::fs::read_to_string(path).map_err(|error| wrong(path, &error))
}

fn wrong(path: &Path, error: &std::io::Error) -> String {
    format!("{}: {error}", path.display())
}
