//! Everything the program is built from may be passed on freely.

use crate::edges::metadata;
use crate::spdx::satisfied;
use crate::{none, read};
use std::path::Path;

const PERMISSIVE: [&str; 13] = [
    "MIT",
    "MIT-0",
    "Apache-2.0",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "ISC",
    "Zlib",
    "Unicode-3.0",
    "CC0-1.0",
    "0BSD",
    "BSL-1.0",
    "BlueOak-1.0.0",
    "Unlicense",
];

/// Mozilla's licence asks for changes to its own files to be published; these are used unchanged.
const UNCHANGED: [&str; 7] = [
    "axe-core",
    "cssparser",
    "cssparser-macros",
    "dtoa-short",
    "option-ext",
    "selectors",
    "lightningcss",
];

fn acceptable(name: &str, licence: &str) -> bool {
    let unchanged = UNCHANGED
        .iter()
        .any(|listed| name == *listed || name.starts_with(&format!("{listed}-")));
    satisfied(licence, &|one| {
        PERMISSIVE.contains(&one) || (unchanged && one == "MPL-2.0")
    })
}

#[test]
fn crates_have_permissive_licences() {
    let version = std::process::Command::new("rustc")
        .arg("-vV")
        .output()
        .expect("rustc starts");
    let version = String::from_utf8_lossy(&version.stdout).into_owned();
    let platform = version
        .lines()
        .find_map(|line| line.strip_prefix("host: "))
        .expect("rustc names its platform");
    let metadata = metadata(&["--filter-platform", platform]);
    let packages = metadata["packages"].as_array().expect("packages");
    let used: Vec<&str> = metadata["resolve"]["nodes"]
        .as_array()
        .expect("nodes")
        .iter()
        .filter_map(|node| node["id"].as_str())
        .collect();
    assert!(used.len() > 200, "only {} crates were found", used.len());
    let faults: Vec<String> = packages
        .iter()
        .filter(|package| package["id"].as_str().is_some_and(|id| used.contains(&id)))
        .map(|package| {
            (
                package["name"].as_str().unwrap_or_default(),
                package["license"].as_str().unwrap_or_default(),
            )
        })
        .filter(|(name, licence)| !acceptable(name, licence))
        .map(|(name, licence)| format!("{name}: {licence:?}"))
        .collect();
    none(&faults, "crates with other licences");
}

#[test]
fn npm_packages_have_permissive_licences() {
    let lock: serde_json::Value =
        serde_json::from_str(&read(Path::new("ui/package-lock.json"))).expect("JSON");
    let packages = lock["packages"].as_object().expect("packages");
    assert!(
        packages.len() > 50,
        "only {} packages were found",
        packages.len()
    );
    let faults: Vec<String> = packages
        .iter()
        .filter(|(place, _)| !place.is_empty())
        .map(|(place, package)| {
            let name = place.rsplit("node_modules/").next().unwrap_or(place);
            (name, package["license"].as_str().unwrap_or_default())
        })
        .filter(|(name, licence)| !acceptable(name, licence))
        .map(|(name, licence)| format!("{name}: {licence:?}"))
        .collect();
    none(&faults, "npm packages with other licences");
}
