//! Who may depend on whom: the table in src-tauri/ARCHITECTURE.md against what cargo says.

use crate::{none, read};
use plan_tests::place;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

type Table = BTreeMap<String, BTreeSet<String>>;

/// What cargo knows about the workspace.
pub(crate) fn metadata(extra: &[&str]) -> Value {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let answer = std::process::Command::new(cargo)
        .args(["metadata", "--format-version", "1", "--locked"])
        .args(extra)
        .current_dir(place::root())
        .output()
        .expect("cargo starts");
    assert!(
        answer.status.success(),
        "cargo metadata: {}",
        String::from_utf8_lossy(&answer.stderr)
    );
    serde_json::from_slice(&answer.stdout).expect("cargo prints JSON")
}

/// A two-column table of the book, between `<!-- name -->` and the next blank line after its rows.
fn table(name: &str) -> Table {
    let book = read(Path::new("src-tauri/ARCHITECTURE.md"));
    let (_, after) = book
        .split_once(&format!("<!-- {name} -->"))
        .unwrap_or_else(|| panic!("no table {name}"));
    let rows = after
        .lines()
        .skip_while(|line| !line.starts_with('|'))
        .take_while(|line| line.starts_with('|'))
        .skip(2);
    let words = |cell: &str| -> BTreeSet<String> {
        let bare = cell.replace('`', "");
        bare.split([',', ' '])
            .map(str::trim)
            .filter(|word| !word.is_empty() && *word != "–")
            .map(str::to_owned)
            .collect()
    };
    let mut table = Table::new();
    for row in rows {
        let cells: Vec<&str> = row.trim_matches('|').split('|').collect();
        assert_eq!(cells.len(), 2, "two columns in {row}");
        for left in words(cells[0]) {
            assert!(
                table.insert(left.clone(), words(cells[1])).is_none(),
                "{left} stands twice in {name}"
            );
        }
    }
    table
}

/// Direct dependencies of every member: normal and build ones, and those of its tests.
fn dependencies(metadata: &Value, with_dev: bool) -> Table {
    let packages = metadata["packages"].as_array().expect("packages");
    let mut found = Table::new();
    for package in packages {
        let rows = package["dependencies"]
            .as_array()
            .expect("dependencies")
            .iter();
        let names = rows
            .filter(|row| with_dev || row["kind"].as_str() != Some("dev"))
            .map(|row| row["name"].as_str().expect("a name").to_owned());
        found.insert(
            package["name"].as_str().expect("a name").to_owned(),
            names.collect(),
        );
    }
    found
}

#[test]
fn members_depend_only_on_what_the_edge_table_allows() {
    let allowed = table("edges");
    let found = dependencies(&metadata(&["--no-deps"]), false);
    let members: BTreeSet<&String> = found.keys().collect();
    assert_eq!(
        allowed.keys().collect::<BTreeSet<_>>(),
        members,
        "the edge table names every member and no other"
    );
    let mut faults = Vec::new();
    for (member, names) in &found {
        let used: BTreeSet<&String> = names.iter().filter(|name| members.contains(name)).collect();
        let may: BTreeSet<&String> = allowed[member].iter().collect();
        faults.extend(
            used.difference(&may)
                .map(|name| format!("{member} must not depend on {name}")),
        );
        faults.extend(
            may.difference(&used)
                .map(|name| format!("{member} does not use {name}: take it off the table")),
        );
    }
    none(&faults, "edges");
}

#[test]
fn guarded_crates_are_used_only_where_the_table_says() {
    let guarded = table("guarded");
    let found = dependencies(&metadata(&["--no-deps"]), true);
    let mut faults = Vec::new();
    for (crate_name, may) in &guarded {
        let used: BTreeSet<&String> = found
            .iter()
            .filter(|(_, names)| names.iter().any(|name| matches(crate_name, name)))
            .map(|(member, _)| member)
            .collect();
        faults.extend(
            used.iter()
                .filter(|member| !may.contains(**member))
                .map(|member| format!("{member} must not use {crate_name}")),
        );
        faults.extend(
            may.iter()
                .filter(|member| !used.contains(member))
                .map(|member| format!("{member} does not use {crate_name}")),
        );
    }
    none(&faults, "guarded crates");
}

/// `tauri*` in the table stands for every name that begins so.
fn matches(pattern: &str, name: &str) -> bool {
    pattern
        .strip_suffix('*')
        .map_or(pattern == name, |start| name.starts_with(start))
}

#[test]
fn the_core_takes_no_clock_no_environment_no_files_and_no_network() {
    const OUTSIDE: [&str; 10] = [
        "std::fs",
        "std::env",
        "std::net",
        "std::process",
        "std::thread",
        "SystemTime",
        "Instant::now",
        "Utc::now",
        "Local::now",
        "File::open",
    ];
    let core = [
        "plan-model",
        "plan-lexicon",
        "plan-read",
        "plan-extract",
        "plan-compare",
        "plan-words",
        "plan-chart",
        "plan-report",
    ];
    let mut faults = Vec::new();
    let mut looked_at = 0;
    for path in crate::files_with(&["rs"]) {
        let inside = core
            .iter()
            .any(|name| path.starts_with(format!("src-tauri/crates/{name}/src")));
        if !inside
            || path.ends_with("tests.rs")
            || path.components().any(|part| part.as_os_str() == "tests")
        {
            continue;
        }
        looked_at += 1;
        let text = read(&path);
        let code = text.split("#[cfg(test)]").next().unwrap_or_default();
        let lines = code
            .lines()
            .filter(|line| !line.trim_start().starts_with("//"));
        for line in lines {
            faults.extend(
                OUTSIDE
                    .iter()
                    .filter(|word| line.contains(**word))
                    .map(|word| format!("{}: {word}", path.display())),
            );
        }
    }
    assert!(
        looked_at > 20,
        "only {looked_at} files of the core were found"
    );
    none(&faults, "the core is pure");
}
