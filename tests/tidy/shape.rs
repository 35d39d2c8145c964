//! The shape of the checkout: its top level, the length of files, the first line of modules, forbidden words.

use crate::{files, files_with, none, read};
use std::collections::BTreeSet;
use std::path::Path;

/// Longer than this is remarked on.
const LONG: usize = 400;
/// Longer than this fails.
const TOO_LONG: usize = 600;

/// Pure data or generated, so long files are no burden to a reader.
const DATA: [&str; 4] = [
    "ui/src/ipc/gen",
    "ui/src/ipc/fixture",
    "ui/package-lock.json",
    "seeds",
];

#[test]
fn the_top_level_holds_exactly_what_it_should() {
    let top: BTreeSet<String> = files()
        .iter()
        .filter_map(|path| {
            path.components()
                .next()
                .map(|part| part.as_os_str().to_string_lossy().into_owned())
        })
        .filter(|name| !name.starts_with('.'))
        .collect();
    let wanted = [
        "Cargo.lock",
        "Cargo.toml",
        "LICENSE",
        "README.md",
        "seeds",
        "src-tauri",
        "tests",
        "ui",
    ];
    assert_eq!(top, wanted.into_iter().map(str::to_owned).collect());
}

#[test]
fn files_are_short() {
    let mut faults = Vec::new();
    for path in files_with(&["rs", "ts", "vue", "css", "md", "html"]) {
        if DATA.iter().any(|data| path.starts_with(data)) {
            continue;
        }
        let lines = read(&path).lines().count();
        if lines > TOO_LONG {
            faults.push(format!("{}: {lines} lines", path.display()));
        } else if lines > LONG {
            println!("long: {}: {lines} lines", path.display());
        }
    }
    none(&faults, "files longer than 600 lines");
}

#[test]
fn every_module_opens_with_its_purpose() {
    let opens = |path: &Path| {
        read(path)
            .lines()
            .next()
            .is_some_and(|line| line.starts_with("//! ") && line.len() > 9)
    };
    // Test modules of one subject need no word more than their names; the root of each test target does.
    let test_module = |path: &Path| {
        let inside = path.components().any(|part| part.as_os_str() == "tests");
        path.starts_with("src-tauri/crates")
            && (path.ends_with("tests.rs") || (inside && !path.ends_with("main.rs")))
    };
    let faults: Vec<String> = files_with(&["rs"])
        .iter()
        .filter(|path| !test_module(path) && !opens(path))
        .map(|path| path.display().to_string())
        .collect();
    none(&faults, "files that do not open with //!");
}

#[test]
fn nothing_names_a_place_of_one_machine_or_defers_work() {
    // Put together here, so that this file does not hold the words itself.
    let words: Vec<String> = [
        ("/ho", "me/"),
        ("/ro", "ot/"),
        ("/Us", "ers/"),
        ("/wo", "rk/"),
        ("C:\\Us", "ers"),
        ("TO", "DO"),
        ("FIX", "ME"),
        ("XX", "X:"),
    ]
    .iter()
    .map(|(a, b)| format!("{a}{b}"))
    .collect();
    let mut faults = Vec::new();
    for path in files_with(&[
        "rs", "ts", "vue", "css", "md", "html", "toml", "json", "js", "yml", "sh", "run",
    ]) {
        // The stand-in for the shell answers with an invented path, as a real machine would.
        let invented =
            path.ends_with("ui/src/ipc/fake.ts") || path.starts_with("ui/src/ipc/fixture");
        if invented || path.ends_with("package-lock.json") {
            continue;
        }
        for (number, line) in read(&path).lines().enumerate() {
            faults.extend(
                words
                    .iter()
                    .filter(|word| line.contains(*word))
                    .map(|word| format!("{}:{}: {word}", path.display(), number + 1)),
            );
        }
    }
    none(&faults, "words that do not belong here");
}

#[test]
fn the_seed_plans_are_listed_and_nothing_else_lies_beside_them() {
    let index: serde_json::Value =
        serde_json::from_str(&read(Path::new("seeds/plans/index.json"))).expect("JSON");
    let text = index.to_string();
    let plans: Vec<_> = files_with(&["txt"])
        .into_iter()
        .filter(|path| path.starts_with("seeds/plans"))
        .collect();
    assert_eq!(plans.len(), 5);
    for plan in plans {
        let name = plan
            .file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        assert!(text.contains(&name), "{name} is not in the index");
    }
}

#[test]
fn no_rule_of_the_program_knows_a_seed_plan() {
    // The regions and issuers of the seeds belong to the vocabulary (data) and to tests, never to code.
    let names = ["芜湖", "无为", "亳州", "南通", "许昌"];
    let mut faults = Vec::new();
    for path in files_with(&["rs", "ts", "vue"]) {
        let product = path.starts_with("src-tauri") || path.starts_with("ui/src");
        if !product
            || path.ends_with("tests.rs")
            || path.to_string_lossy().contains(".test.")
            || path.components().any(|part| part.as_os_str() == "tests")
        {
            continue;
        }
        let text = read(&path);
        let code = text.split("#[cfg(test)]").next().unwrap_or_default();
        for (number, line) in code.lines().enumerate() {
            let line = line.trim_start();
            let comment = line.starts_with("//") || line.starts_with('*') || line.starts_with("/*");
            if !comment {
                faults.extend(
                    names
                        .iter()
                        .filter(|name| line.contains(*name))
                        .map(|name| format!("{}:{}: {name}", path.display(), number + 1)),
                );
            }
        }
    }
    none(&faults, "code that knows a seed plan");
}
