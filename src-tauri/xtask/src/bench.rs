//! `cargo xtask bench`: measurements that no test runs, because they take time or say how well rather than whether.

use crate::run::{command, shown};
use crate::{page, root, setup, target};
use std::path::Path;

/// How well extraction agrees with an annotation: that of the five plans, or that of a folder of texts.
pub(crate) fn accuracy(folders: &[&str]) -> Result<(), String> {
    let mut arguments = vec![
        "run",
        "--quiet",
        "--locked",
        "-p",
        "plan-tests",
        "--bin",
        "accuracy",
        "--",
    ];
    // The program runs at the root of the checkout, wherever the folders were named from.
    let folders: Vec<String> = folders
        .iter()
        .map(|folder| {
            Path::new(folder)
                .canonicalize()
                .map(|path| path.display().to_string())
                .map_err(|error| format!("{folder}: {error}"))
        })
        .collect::<Result<_, _>>()?;
    arguments.extend(folders.iter().map(String::as_str));
    cargo(&arguments)
}

/// One of the benches of `tests/benches`.
pub(crate) fn timed(name: &str) -> Result<(), String> {
    cargo(&["bench", "--locked", "-p", "plan-tests", "--bench", name])
}

/// Kills the command line program at two hundred moments of reviewing, merging and importing.
pub(crate) fn killed() -> Result<(), String> {
    let mut tests = command(
        &root(),
        "cargo",
        &[
            "test",
            "--locked",
            "-p",
            "planlens-cli",
            "--test",
            "cli",
            "killed",
        ],
    );
    // The tests kill forty times by themselves.
    tests.env("PLANLENS_KILLS", "5");
    if shown(tests)?.success {
        Ok(())
    } else {
        Err("A library was not as it should be after a kill.".into())
    }
}

/// How quickly the real window draws a large library: the release program, on a display of its own.
pub(crate) fn window(size: &[&str]) -> Result<(), String> {
    let wanted: Vec<&str> = setup::WINDOW.into_iter().chain(setup::DRIVE).collect();
    setup::node()?;
    setup::packages(&wanted)?;
    page::packages()?;
    if !page::npm(&["run", "build"])?.success {
        return Err("The page could not be built.".into());
    }
    // Both programs in one go: built one by one, their libraries would be compiled twice.
    cargo(&[
        "build",
        "--release",
        "--locked",
        "--workspace",
        "--exclude",
        "xtask",
        "--bins",
    ])?;
    let programs = target().join("release");
    let named = |name: &str| programs.join(format!("{name}{}", std::env::consts::EXE_SUFFIX));
    // The library is made by the same optimised code: thousands of targets are read from real texts.
    let mut bench = command(&root(), &named("window").display().to_string(), size);
    bench.env("PLANLENS_DESKTOP", named("planlens-desktop"));
    if shown(bench)?.success {
        Ok(())
    } else {
        Err("It could not be measured.".into())
    }
}

fn cargo(arguments: &[&str]) -> Result<(), String> {
    if shown(command(&root(), "cargo", arguments))?.success {
        Ok(())
    } else {
        Err("It could not be measured.".into())
    }
}
