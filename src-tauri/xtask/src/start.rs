//! `cargo xtask start`: from a bare machine to the open window; with no display, to the written report.
//!
//! It builds the release profile: the first time costs about eight minutes on two cores, twice the development
//! profile, but what an analyst then opens every day starts faster and is a quarter of the size.

use crate::run::{command, shown};
use crate::{page, pdfium, root, setup, target};
use std::path::Path;

pub(crate) fn start(report: Option<&Path>) -> Result<(), String> {
    if has_display() && report.is_none() {
        window()
    } else {
        write_report(report)
    }
}

fn has_display() -> bool {
    let set = |name: &str| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    cfg!(not(target_os = "linux")) || set("DISPLAY") || set("WAYLAND_DISPLAY")
}

fn window() -> Result<(), String> {
    setup::node()?;
    setup::packages(&setup::WINDOW)?;
    page::packages()?;
    page::build_if_stale()?;
    pdf();
    println!("Building the program. The first time takes about ten minutes.");
    cargo(&[
        "build",
        "--release",
        "--locked",
        "-p",
        "planlens-app",
        "-p",
        "planlens-cli",
    ])?;
    println!("Opening the window.");
    cargo(&[
        "run",
        "--quiet",
        "--release",
        "--locked",
        "-p",
        "planlens-app",
    ])
}

/// Everything else works without it, so that its absence is told and no more.
fn pdf() {
    if let Err(message) = pdfium::library() {
        println!("{message}. The program opens all the same and refuses PDF.");
    }
}

fn write_report(folder: Option<&Path>) -> Result<(), String> {
    let folder = folder.map_or_else(|| target().join("planlens-report"), Path::to_path_buf);
    if folder.as_os_str().is_empty() {
        return Err("--report needs a folder".into());
    }
    if !has_display() {
        println!(
            "There is no display here, so no window can open. The comparison report is written instead."
        );
    }
    setup::packages(&setup::COMPILE)?;
    pdf();
    std::fs::create_dir_all(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let folder = folder
        .canonicalize()
        .map_err(|error| format!("{}: {error}", folder.display()))?;
    let out = folder.to_string_lossy().into_owned();
    cargo(&["build", "--release", "--locked", "-p", "planlens-cli"])?;
    cargo(&[
        "run",
        "--quiet",
        "--release",
        "--locked",
        "-p",
        "planlens-cli",
        "--",
        "report",
        "--format",
        "xlsx,docx,pdf,html,csv,json",
        "--out",
        &out,
    ])?;
    println!("The comparison report is in {out}");
    Ok(())
}

fn cargo(arguments: &[&str]) -> Result<(), String> {
    if shown(command(&root(), "cargo", arguments))?.success {
        return Ok(());
    }
    Err(format!("cargo {} failed", arguments.join(" ")))
}
