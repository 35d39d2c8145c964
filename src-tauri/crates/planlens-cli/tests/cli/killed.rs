//! Killing the program while it reviews, merges and imports: the library opens, the check is clean, what was
//! acknowledged is there, and a step is there as a whole or not at all.

use crate::program::Place;
use std::process::Stdio;
use std::thread::sleep;
use std::time::{Duration, Instant};

/// Starts the program and kills it after a while, unless it has ended by itself. Tells whether it ended well.
fn killed(place: &Place, args: &[&str], after: Duration) -> bool {
    let mut child = place
        .command(args)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .expect("the program starts");
    sleep(after);
    let ended = child
        .try_wait()
        .expect("the child")
        .map(|status| status.success());
    child.kill().expect("it is ours");
    child.wait().expect("it ended");
    ended == Some(true)
}

/// How often to kill: `PLANLENS_KILLS` times as often as the test does, for the long run of `cargo xtask bench`.
fn turns(once: u32) -> u32 {
    let times = std::env::var("PLANLENS_KILLS").ok();
    once * times.and_then(|times| times.parse().ok()).unwrap_or(1)
}

/// Some moment of `whole`, another one each turn, spread over all of it and a little beyond.
fn moment(whole: Duration, turn: u32) -> Duration {
    // 61 and 97 have no common factor, so that the turns visit every place before one comes again.
    whole * (turn * 61 % 97 + 6) / 97
}

fn timed(work: impl FnOnce()) -> Duration {
    let began = Instant::now();
    work();
    began.elapsed()
}

#[test]
fn a_review_that_is_killed_keeps_every_acknowledged_decision() {
    let place = Place::new();
    let page = place.json(&["review", "--all", "--json"]);
    let ids: Vec<String> = page["queue"]
        .as_array()
        .unwrap()
        .iter()
        .map(ToString::to_string)
        .collect();
    let whole = timed(|| assert!(place.run(&["review", "--accept", &ids[0]]).status.success()));
    let (mut acknowledged, mut cut) = (vec![ids[0].clone()], 0);
    for (turn, id) in (0..turns(14)).zip(ids.iter().skip(1)) {
        if killed(&place, &["review", "--accept", id], moment(whole, turn)) {
            acknowledged.push(id.clone());
        } else {
            cut += 1;
        }
    }
    assert!(
        cut > 0,
        "every run ended before it was killed; one takes {whole:?}"
    );
    assert!(place.run(&["check"]).status.success());
    for id in acknowledged {
        let steps = place.json(&["history", "--target", &id, "--json"]);
        assert_eq!(
            steps.as_array().map(Vec::len),
            Some(2),
            "target {id}: {steps}"
        );
    }
    let total = place.json(&["history", "--json"])["total"]
        .as_u64()
        .unwrap();
    for _ in 0..total {
        assert!(place.run(&["undo"]).status.success());
    }
    assert_eq!(
        place.json(&["compare", "--json"]),
        Place::new().json(&["compare", "--json"])
    );
}

#[test]
fn a_merge_that_is_killed_leaves_whole_plans_and_can_be_taken_back_at_once() {
    let theirs = Place::new();
    let text = "临江市科技创新工作计划\n\n一、主要目标\n到2026年，高新技术企业达到88家。\n";
    assert!(
        theirs
            .run(&["import", &theirs.file("new.txt", text)])
            .status
            .success()
    );
    let page = theirs.json(&["review", "--all", "--json"]);
    let ids: Vec<String> = page["queue"]
        .as_array()
        .unwrap()
        .iter()
        .take(20)
        .map(ToString::to_string)
        .collect();
    assert!(
        theirs
            .run(&["review", "--accept", &ids.join(",")])
            .status
            .success()
    );
    let other = theirs.path("library.planlens").display().to_string();
    let place = Place::new();
    let before = place.json(&["compare", "--json"]);
    let merge = ["merge", &other];
    let whole = timed(|| assert!(place.run(&merge).status.success()));
    let after = place.json(&["compare", "--json"]);
    assert!(place.run(&["undo"]).status.success());
    for turn in 0..turns(14) {
        let acknowledged = killed(&place, &merge, moment(whole, turn));
        let now = place.json(&["compare", "--json"]);
        assert!(
            !acknowledged || same_but_numbers(&now, &after),
            "turn {turn}"
        );
        assert!(place.run(&["check"]).status.success(), "turn {turn}");
        // Merged again, what was cut off is completed: each plan was there as a whole or not at all.
        assert!(place.run(&merge).status.success(), "turn {turn}");
        let completed = place.json(&["compare", "--json"]);
        assert!(same_but_numbers(&completed, &after), "turn {turn}");
        while place.json(&["compare", "--json"]) != before {
            let undone = place.json(&["undo", "--json"]);
            assert!(undone[0]["batch"].is_object(), "turn {turn}: {undone}");
        }
    }
    let backups = place.json(&["backup", "--list", "--json"]);
    let whole = |one: &serde_json::Value| one["plans"].is_number();
    assert!(backups.as_array().unwrap().iter().all(whole), "{backups}");
}

/// A merge made anew gives its plan and targets new numbers; the columns and rows are as many.
fn same_but_numbers(one: &serde_json::Value, other: &serde_json::Value) -> bool {
    let shape = |value: &serde_json::Value| {
        let text: String = value
            .to_string()
            .chars()
            .filter(|ch| !ch.is_ascii_digit())
            .collect();
        text.len()
    };
    shape(one) == shape(other)
}

#[test]
fn an_import_that_is_killed_leaves_whole_documents() {
    let place = Place::new();
    assert!(place.run(&["list"]).status.success());
    // Documents of its own for every turn: what is there already would be passed over at once.
    let folder = |turn: u32| {
        let folder = place.path(&format!("in{turn}"));
        std::fs::create_dir(&folder).unwrap();
        for index in 0..6 {
            let text = format!(
                "临江市科技创新工作计划\n\n一、主要目标\n到2026年，高新技术企业达到{turn}{index}8家。\n"
            );
            std::fs::write(folder.join(format!("{turn}-{index}.txt")), text).unwrap();
        }
        folder.display().to_string()
    };
    let first = folder(1);
    let whole = timed(|| assert!(place.run(&["import", &first]).status.success()));
    let (mut known, mut cut) = (11, 0);
    for turn in (0..turns(12)).map(|turn| turn + 10) {
        let files = folder(turn);
        let ended = killed(&place, &["import", &files], moment(whole, turn));
        assert!(place.run(&["check"]).status.success(), "turn {turn}");
        let plans = place.json(&["list", "--json"]);
        let plans = plans.as_array().unwrap();
        assert!(
            plans.iter().skip(5).all(|plan| plan["targets"] == 1),
            "turn {turn}"
        );
        let new = plans.len() - known;
        assert!(new <= 6 && (!ended || new == 6), "turn {turn}: {new} of 6");
        cut += usize::from(!ended);
        known = plans.len();
    }
    assert!(
        cut > 0,
        "every run ended before it was killed; one takes {whole:?}"
    );
    assert!(place.run(&["import", &folder(9999)]).status.success());
    assert_eq!(
        place.json(&["list", "--json"]).as_array().map(Vec::len),
        Some(known + 6)
    );
}

#[test]
fn two_programs_that_change_one_library_lose_nothing() {
    let place = Place::new();
    let page = place.json(&["review", "--all", "--json"]);
    let ids: Vec<String> = page["queue"]
        .as_array()
        .unwrap()
        .iter()
        .map(ToString::to_string)
        .collect();
    let children: Vec<_> = ids
        .iter()
        .take(8)
        .map(|id| {
            place
                .command(&["review", "--accept", id])
                .stdout(Stdio::null())
                .stderr(Stdio::piped())
                .spawn()
                .unwrap()
        })
        .collect();
    for child in children {
        let output = child.wait_with_output().unwrap();
        assert!(
            output.status.success(),
            "{}",
            String::from_utf8_lossy(&output.stderr)
        );
    }
    assert_eq!(place.json(&["history", "--json"])["total"], 8);
    let accepted = place.json(&["review", "--all", "--status", "accepted", "--json"]);
    assert_eq!(accepted["shown"], 8);
    assert!(place.run(&["check"]).status.success());
}
