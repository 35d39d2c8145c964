//! The page: its packages, and whether the built one is still what its sources say.

use crate::root;
use crate::run::{Outcome, command, shown};
use std::path::{Path, PathBuf};
use std::time::SystemTime;

/// Installs the page's packages exactly as locked, unless that has been done for this very lock file.
pub(crate) fn packages() -> Result<(), String> {
    let lock = std::fs::read(root().join("ui/package-lock.json"))
        .map_err(|error| format!("ui/package-lock.json: {error}"))?;
    let stamp = root().join("ui/node_modules/.planlens-lock");
    if std::fs::read(&stamp).is_ok_and(|kept| kept == lock) {
        return Ok(());
    }
    for attempt in 1..=3 {
        if npm(&["ci", "--no-audit", "--no-fund"])?.success {
            return std::fs::write(&stamp, lock)
                .map_err(|error| format!("{}: {error}", stamp.display()));
        }
        println!("npm ci did not succeed (attempt {attempt} of 3)");
    }
    Err("npm ci failed".into())
}

/// Runs npm in the page's folder.
pub(crate) fn npm(arguments: &[&str]) -> Result<Outcome, String> {
    shown(command(&root().join("ui"), "npm", arguments))
}

/// Builds the page when a source is newer than what was built.
pub(crate) fn build_if_stale() -> Result<(), String> {
    let ui = root().join("ui");
    let sources = [
        "src",
        "index.html",
        "package-lock.json",
        "tsconfig.json",
        "vite.config.ts",
    ];
    let newest = sources
        .iter()
        .filter_map(|name| newest(&ui.join(name)))
        .max();
    let built = changed(&ui.join("dist/index.html"));
    if built.is_some() && built >= newest {
        return Ok(());
    }
    if npm(&["run", "build"])?.success {
        Ok(())
    } else {
        Err("the page could not be built".into())
    }
}

fn changed(path: &Path) -> Option<SystemTime> {
    std::fs::metadata(path)
        .and_then(|facts| facts.modified())
        .ok()
}

/// The latest change at or below `path`.
fn newest(path: &Path) -> Option<SystemTime> {
    let Ok(entries) = std::fs::read_dir(path) else {
        return changed(path);
    };
    let below: Vec<PathBuf> = entries
        .filter_map(|entry| entry.ok().map(|entry| entry.path()))
        .collect();
    below
        .iter()
        .filter_map(|path| newest(path))
        .chain(changed(path))
        .max()
}
