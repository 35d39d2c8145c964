//! The five plans against the reference annotation, field by field. The bounds are a little below what was
//! measured, so that a rule that gets worse is noticed at once.

use plan_tests::gold::Document;
use plan_tests::score::Score;
use plan_tests::{cli, place};
use serde_json::Value;

/// Each plan as annotated and as extracted, in order of names.
fn pairs() -> Vec<(String, Document, Document)> {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("out");
    let mut arguments = vec![
        "extract".to_owned(),
        "--out".to_owned(),
        out.display().to_string(),
    ];
    arguments.extend(
        place::seed_plans()
            .iter()
            .map(|path| path.display().to_string()),
    );
    let answer = cli::call(folder.path(), &arguments);
    assert_eq!(answer.code, Some(0), "{}", answer.err);
    place::files_of(&place::root().join("tests/ref/gold"), "json")
        .into_iter()
        .map(|gold| {
            let name = gold.file_name().unwrap().to_string_lossy().into_owned();
            let found = Document::read(&out.join(&name));
            (name, Document::read(&gold), found)
        })
        .collect()
}

#[test]
fn targets_meet_the_reference_annotation() {
    let mut score = Score::default();
    for (name, gold, found) in pairs() {
        score.add(&name, &gold.targets, &found.targets);
    }
    println!(
        "{} annotated, {} found, detection F1 {:.3}, strict F1 {:.3}",
        score.gold,
        score.found,
        score.detect(),
        score.strictly()
    );
    assert_eq!(score.gold, 92, "the whole annotation is scored");
    assert!(score.detect() >= 0.97, "{:#?}", score.faults);
    assert!(score.strictly() >= 0.97, "{:#?}", score.faults);
}

#[test]
fn plans_say_of_themselves_what_was_annotated() {
    let mut faults = Vec::new();
    for (name, gold, found) in pairs() {
        for (field, value) in gold.doc.as_object().unwrap() {
            let got = found.doc.get(field).unwrap_or(&Value::Null);
            if got != value {
                faults.push(format!("{name} {field}: {value} found as {got}"));
            }
        }
    }
    assert_eq!(faults, Vec::<String>::new());
}

#[test]
fn tasks_have_their_units() {
    let (mut gold_tasks, mut faults) = (0, Vec::new());
    for (name, gold, found) in pairs() {
        gold_tasks += gold.tasks.len();
        for task in &gold.tasks {
            if !found.tasks.contains(task) {
                faults.push(format!("{name}: {task:?}"));
            }
        }
        assert_eq!(
            found.tasks.len(),
            gold.tasks.len(),
            "{name}: no task is made up"
        );
    }
    assert_eq!(gold_tasks, 106);
    assert_eq!(faults, Vec::<String>::new());
}

#[test]
fn every_other_numeral_has_its_class() {
    let (mut all, mut right, mut missing) = (0, 0, Vec::new());
    for (name, gold, found) in pairs() {
        for number in &gold.other_numbers {
            all += 1;
            let met = found
                .other_numbers
                .iter()
                .find(|other| other.start < number.end && number.start < other.end);
            match met {
                Some(other) => right += usize::from(other.class == number.class),
                None => missing.push(format!("{name}: {}", number.quote)),
            }
        }
    }
    println!("{right} of {all} numerals in their class");
    assert_eq!(missing, Vec::<String>::new(), "no numeral is dropped");
    assert!(right * 100 >= all * 94, "{right} of {all}");
}
