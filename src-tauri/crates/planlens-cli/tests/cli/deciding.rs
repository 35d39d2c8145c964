//! Reviewing, taking back, backing up and merging from the command line.

use crate::program::Place;
use serde_json::Value;

fn queue(place: &Place) -> Vec<i64> {
    let page = place.json(&["review", "--all", "--json"]);
    let ids = page["queue"].as_array().expect("a queue").iter();
    ids.map(|id| id.as_i64().expect("a number")).collect()
}

#[test]
fn decisions_are_made_listed_and_taken_back() {
    let place = Place::new();
    let before = place.json(&["compare", "--json"]);
    let ids = queue(&place);
    let (one, two) = (ids[0].to_string(), format!("{},{}", ids[1], ids[2]));
    let output = place.run(&["review", "--accept", &one, "--reject", &two]);
    let said = String::from_utf8_lossy(&output.stdout);
    assert!(
        said.contains("targets_accepted 1") && said.contains("targets_rejected 2"),
        "{said}"
    );
    assert_eq!(queue(&place).len(), ids.len() - 2);
    let history = place.json(&["history", "--json"]);
    assert_eq!(history["total"], 2);
    let steps = place.json(&["history", "--target", &one, "--json"]);
    assert_eq!(steps[1]["fields"][0]["after"], "accepted");
    let undone = place.json(&["undo", "--json"]);
    assert_eq!(undone[0]["batch"]["kind"], "targets_rejected");
    assert!(place.run(&["undo"]).status.success());
    assert_eq!(place.json(&["compare", "--json"]), before);
    assert_eq!(place.json(&["undo", "--json"])[0]["batch"], Value::Null);
    assert!(place.run(&["redo"]).status.success());
    assert_eq!(place.json(&["history", "--json"])["total"], 1);
    let missing = place.run(&["review", "--accept", "999999"]);
    assert_eq!(missing.status.code(), Some(2));
}

#[test]
fn a_library_is_backed_up_handed_over_and_merged() {
    let (ours, theirs) = (Place::new(), Place::new());
    let id = queue(&theirs)[0].to_string();
    assert!(theirs.run(&["review", "--accept", &id]).status.success());
    let file = theirs.path("handed.planlens").display().to_string();
    assert!(theirs.run(&["backup", "--to", &file]).status.success());
    assert!(ours.run(&["backup"]).status.success());
    assert_eq!(
        ours.json(&["backup", "--list", "--json"])
            .as_array()
            .map(Vec::len),
        Some(1)
    );
    let preview = ours.json(&["merge", &file, "--preview", "--json"]);
    assert_eq!(preview["taken"].as_array().map(Vec::len), Some(1));
    let merged = ours.json(&["merge", &file, "--json"]);
    assert_eq!(
        (merged["plans"].as_u64(), merged["decisions"].as_u64()),
        (Some(0), Some(1))
    );
    assert_eq!(
        ours.json(&["backup", "--list", "--json"])
            .as_array()
            .map(Vec::len),
        Some(2)
    );
    assert!(ours.run(&["check"]).status.success());
}
