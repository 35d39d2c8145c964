//! The page and the shell speak of the same commands.

use crate::read;
use std::collections::BTreeSet;
use std::path::Path;

/// The names between the brackets of `generate_handler!`.
fn handled() -> BTreeSet<String> {
    let text = read(Path::new("src-tauri/src/window.rs"));
    let (_, after) = text
        .split_once("generate_handler![")
        .expect("the builder lists its commands");
    let (list, _) = after.split_once(']').expect("a closing bracket");
    list.split(',')
        .filter_map(|path| path.trim().rsplit("::").next())
        .filter(|name| !name.is_empty())
        .map(str::to_owned)
        .collect()
}

/// The names that the client calls: the first text in each `call…('name'`.
fn called() -> BTreeSet<String> {
    let text = read(Path::new("ui/src/ipc/client.ts"));
    let mut names = BTreeSet::new();
    for line in text
        .lines()
        .filter(|line| line.contains("call") && line.contains("('"))
    {
        let name = line
            .split("('")
            .nth(1)
            .and_then(|rest| rest.split('\'').next())
            .unwrap_or_default();
        if !name.is_empty()
            && name
                .bytes()
                .all(|byte| byte.is_ascii_lowercase() || byte == b'_')
        {
            names.insert(name.to_owned());
        }
    }
    names
}

#[test]
fn every_command_is_called_and_every_call_is_answered() {
    let (handled, called) = (handled(), called());
    assert!(handled.len() >= 11, "{handled:?}");
    assert_eq!(handled, called);
}

#[test]
fn commands_are_noun_and_verb() {
    let one_underscore = |name: &String| name.matches('_').count() == 1;
    assert!(handled().iter().all(one_underscore), "{:?}", handled());
}

#[test]
fn the_page_may_use_nothing_but_the_commands() {
    let capability: serde_json::Value =
        serde_json::from_str(&read(Path::new("src-tauri/capabilities/main.json"))).expect("JSON");
    assert_eq!(
        capability["permissions"],
        serde_json::json!([]),
        "no plugin is open to the page"
    );
    let config: serde_json::Value =
        serde_json::from_str(&read(Path::new("src-tauri/tauri.conf.json"))).expect("JSON");
    let policy = config["app"]["security"]["csp"]
        .as_str()
        .expect("a content security policy");
    assert!(
        policy.starts_with("default-src 'self'; script-src 'self';"),
        "{policy}"
    );
    for word in ["unsafe-eval", "https:", "http: ", "*", "ws:"] {
        assert!(!policy.contains(word), "{word} in {policy}");
    }
}
