//! Import rules of the page, and no way for a document's text to become markup.

use crate::{files_with, none, read};
use std::path::{Component, Path, PathBuf};

fn sources() -> Vec<PathBuf> {
    let files = files_with(&["ts", "vue"]);
    files
        .into_iter()
        .filter(|path| path.starts_with("ui/src") && !path.to_string_lossy().contains(".test."))
        .collect()
}

/// What a file imports, as paths below ui/src where they are the page's own.
fn imports(path: &Path) -> Vec<String> {
    let text = read(path);
    let mut found = Vec::new();
    for mark in [
        "from '",
        "from \"",
        "import '",
        "import \"",
        "import('",
        "import(\"",
    ] {
        for (at, _) in text.match_indices(mark) {
            let rest = &text[at + mark.len()..];
            let name = rest.split(['\'', '"']).next().unwrap_or_default();
            found.push(resolved(path, name));
        }
    }
    found
}

fn resolved(path: &Path, name: &str) -> String {
    if let Some(rest) = name.strip_prefix("@/") {
        return format!("ui/src/{rest}");
    }
    if !name.starts_with('.') {
        return name.to_owned();
    }
    let mut parts: Vec<String> = Vec::new();
    for part in path.parent().unwrap_or(path).join(name).components() {
        match part {
            Component::ParentDir => drop(parts.pop()),
            Component::Normal(part) => parts.push(part.to_string_lossy().into_owned()),
            _ => {}
        }
    }
    parts.join("/")
}

#[test]
fn only_the_ipc_folder_knows_the_window_s_host() {
    let faults: Vec<String> = sources()
        .iter()
        .filter(|path| !path.starts_with("ui/src/ipc"))
        .filter(|path| {
            imports(path)
                .iter()
                .any(|name| name.starts_with("@tauri-apps/"))
        })
        .map(|path| path.display().to_string())
        .collect();
    none(&faults, "files outside src/ipc that import @tauri-apps");
}

#[test]
fn features_meet_only_at_their_index() {
    let mut faults = Vec::new();
    for path in sources() {
        let own: Vec<String> = path
            .components()
            .map(|part| part.as_os_str().to_string_lossy().into_owned())
            .collect();
        let feature = (own.get(2).map(String::as_str) == Some("features")).then(|| own[3].clone());
        for name in imports(&path) {
            let Some(other) = name.strip_prefix("ui/src/features/") else {
                continue;
            };
            let (folder, inside) = other.split_once('/').unwrap_or((other, "index"));
            if feature.as_deref() != Some(folder) && inside != "index" && inside != "index.ts" {
                faults.push(format!("{} imports {name}", path.display()));
            }
        }
    }
    none(&faults, "a feature is imported only through its index");
}

#[test]
fn table_chart_and_lib_know_no_feature() {
    let mut faults = Vec::new();
    for path in sources() {
        let low = [
            "ui/src/table",
            "ui/src/chart",
            "ui/src/lib",
            "ui/src/design",
        ]
        .iter()
        .any(|folder| path.starts_with(folder));
        if low {
            let bad = imports(&path).into_iter().filter(|name| {
                name.starts_with("ui/src/features") || name.starts_with("ui/src/app")
            });
            faults.extend(bad.map(|name| format!("{} imports {name}", path.display())));
        }
    }
    none(&faults, "table, chart, lib and design import no feature");
}

#[test]
fn text_never_becomes_markup() {
    const WAYS: [&str; 8] = [
        "v-html",
        "innerHTML",
        "outerHTML",
        "insertAdjacentHTML",
        "document.write",
        "new Function",
        "eval(",
        "srcdoc",
    ];
    let mut faults = Vec::new();
    for path in sources() {
        let text = read(&path);
        faults.extend(
            WAYS.iter()
                .filter(|way| text.contains(**way))
                .map(|way| format!("{}: {way}", path.display())),
        );
    }
    assert!(sources().len() > 30, "the page's files were not found");
    none(&faults, "ways for text to become markup");
}
