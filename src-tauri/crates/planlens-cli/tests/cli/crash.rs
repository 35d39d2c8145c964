//! Killing the program while it fills a new library, again and again.

use crate::program::Place;
use serde_json::Value;
use std::process::Stdio;
use std::thread::sleep;
use std::time::Instant;

/// Everything a library shows, except times.
fn content(place: &Place) -> [Value; 2] {
    let mut plans = place.json(&["list", "--json"]);
    for plan in plans.as_array_mut().expect("a list") {
        plan["imported_at"].take();
    }
    [plans, place.json(&["compare", "--json"])]
}

#[test]
fn a_killed_first_start_leaves_a_library_that_the_next_start_completes() {
    let undisturbed = Place::new();
    let began = Instant::now();
    let expected = content(&undisturbed);
    let longest = began.elapsed();
    let mut unfinished = 0;
    // Kills spread over the time a whole start takes, each run going on where the one before was killed.
    for step in 1u32..=8 {
        let place = Place::new();
        for _ in 0..3 {
            let mut child = place
                .command(&["list"])
                .stdout(Stdio::null())
                .stderr(Stdio::null())
                .spawn()
                .unwrap();
            sleep(longest * step / 16);
            unfinished += u32::from(child.try_wait().unwrap().is_none());
            child.kill().unwrap();
            child.wait().unwrap();
        }
        assert_eq!(
            content(&place),
            expected,
            "killed after {:?}",
            longest * step / 16
        );
        assert!(place.run(&["check"]).status.success());
    }
    assert!(
        unfinished > 0,
        "no run was killed before its end; a start took {longest:?}"
    );
}

#[test]
fn programs_that_start_together_share_one_library() {
    let place = Place::new();
    let children: Vec<_> = (0..4)
        .map(|_| {
            place
                .command(&["list"])
                .stdout(Stdio::piped())
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
    assert_eq!(content(&place), content(&Place::new()));
    assert!(place.run(&["check"]).status.success());
}

#[test]
fn a_reader_that_goes_away_is_no_error() {
    let place = Place::new();
    let mut child = place
        .command(&["compare", "--json"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    assert!(!String::from_utf8_lossy(&output.stderr).contains("panicked"));
}
