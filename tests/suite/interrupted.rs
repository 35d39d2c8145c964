//! The first filling of a library, killed without warning at many moments, and done twice at once.

use plan_tests::cli;
use serde_json::Value;
use std::path::Path;
use std::process::Stdio;
use std::time::{Duration, Instant};

/// Everything a library shows, without the moments at which its plans were read.
fn shown(folder: &Path) -> (Value, Value) {
    let mut plans = cli::json(folder, &["list", "--json"]);
    for plan in plans.as_array_mut().unwrap() {
        plan.as_object_mut().unwrap().remove("imported_at");
    }
    (plans, cli::json(folder, &["compare", "--json"]))
}

fn seeding(folder: &Path) -> std::process::Child {
    let mut command = cli::command(folder);
    command
        .arg("list")
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .expect("the program starts")
}

#[test]
fn killing_the_first_filling_at_any_moment_leaves_the_same_library() {
    const MOMENTS: u32 = 24;
    let undisturbed = tempfile::tempdir().unwrap();
    let started = Instant::now();
    assert!(seeding(undisturbed.path()).wait().unwrap().success());
    let whole = started.elapsed();
    let expected = shown(undisturbed.path());
    assert_eq!(expected.0.as_array().map(Vec::len), Some(5));

    let mut killed = 0;
    for moment in 0..MOMENTS {
        let folder = tempfile::tempdir().unwrap();
        // Twice on the same library: the second start finds what the first one left.
        for part in [moment, MOMENTS - moment] {
            let mut child = seeding(folder.path());
            std::thread::sleep(whole * part / MOMENTS);
            child.kill().unwrap();
            // A killed process has no exit code; one that had finished already does.
            killed += u32::from(child.wait().unwrap().code().is_none());
        }
        assert_eq!(
            shown(folder.path()),
            expected,
            "killed at {moment} of {MOMENTS} parts of {whole:?}"
        );
        let check = cli::call(folder.path(), &["check"]);
        assert_eq!(check.code, Some(0), "{}{}", check.out, check.err);
    }
    assert!(
        killed >= MOMENTS / 2,
        "only {killed} were killed before they had finished"
    );
}

#[test]
fn two_first_starts_at_once_make_one_library() {
    let alone = tempfile::tempdir().unwrap();
    let expected = shown(alone.path());
    for pause in [0, 20, 60] {
        let folder = tempfile::tempdir().unwrap();
        let mut first = seeding(folder.path());
        std::thread::sleep(Duration::from_millis(pause));
        let mut second = seeding(folder.path());
        let ends = [first.wait().unwrap(), second.wait().unwrap()];
        assert!(
            ends.iter().all(std::process::ExitStatus::success),
            "{ends:?}"
        );
        assert_eq!(shown(folder.path()), expected);
    }
}

#[test]
fn the_library_holds_what_the_extraction_finds() {
    let folder = tempfile::tempdir().unwrap();
    let plans = cli::json(folder.path(), &["list", "--json"]);
    for plan in plans.as_array().unwrap() {
        let name = plan["source_name"].as_str().unwrap();
        let path = plan_tests::place::root().join("seeds/plans").join(name);
        let found = cli::json(folder.path(), &["extract".as_ref(), path.as_os_str()]);
        let found = if found.is_array() {
            found[0].clone()
        } else {
            found
        };
        let targets = found["targets"].as_array().unwrap().len();
        assert_eq!(plan["targets"].as_u64(), Some(targets as u64), "{name}");
        for field in ["title", "doc_no", "issuer", "issued", "period", "genre"] {
            assert!(
                !plan["meta"][field].is_null() || found["doc"][field].is_null(),
                "{name}: {field} was lost"
            );
        }
    }
}
