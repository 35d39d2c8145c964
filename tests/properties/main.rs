//! What holds for every text: generated plans, plans spliced from real ones, and plans changed in ways that must
//! change nothing. Bounded to a few seconds; `fuzz` runs the same promises without end.
#![allow(
    clippy::expect_used,
    clippy::unwrap_used,
    reason = "a test stops where it stands"
)]

mod texts;

use plan_tests::fuzz::{Outcome, document};
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use serde_json::Value;
use texts::{plan, unrelated};

/// What is found in a text; the promises of the fuzz target hold for it.
fn found(text: &str) -> Value {
    match document(text.as_bytes()) {
        Outcome::Read(found) => found,
        Outcome::Refused => Value::Null,
    }
}

/// What a reader would call the same target: name, measure, comparison and value, and where the value stands.
fn targets(found: &Value) -> Vec<String> {
    let list = found["targets"].as_array();
    let fields = [
        "name",
        "measure",
        "op",
        "value",
        "value_max",
        "unit",
        "value_start",
        "value_end",
    ];
    list.into_iter()
        .flatten()
        .map(|target| {
            fields
                .map(|field| half(&target[field].to_string()))
                .join(" ")
        })
        .collect()
}

/// Full-width digits and signs as half-width ones.
fn half(text: &str) -> String {
    text.chars()
        .map(|ch| match ch {
            '！'..='～' => char::from_u32(u32::from(ch) - 0xFEE0).unwrap_or(ch),
            _ => ch,
        })
        .collect()
}

fn full_digits(text: &str) -> String {
    text.chars()
        .map(|ch| match ch {
            '0'..='9' => char::from_u32(u32::from(ch) + 0xFEE0).unwrap_or(ch),
            _ => ch,
        })
        .collect()
}

fn cases(cases: u32) -> ProptestConfig {
    ProptestConfig {
        failure_persistence: None,
        ..ProptestConfig::with_cases(cases)
    }
}

proptest! {
    #![proptest_config(cases(150))]

    #[test]
    fn any_bytes_are_answered_and_every_place_checks(bytes in prop::collection::vec(any::<u8>(), 0..600)) {
        document(&bytes);
    }
}

proptest! {
    #![proptest_config(cases(60))]

    #[test]
    fn the_same_text_gives_the_same_findings(text in plan()) {
        prop_assert_eq!(found(&text), found(&text));
    }

    #[test]
    fn an_unrelated_text_behind_a_plan_takes_nothing_from_it(first in plan(), second in unrelated()) {
        let alone = found(&first);
        let length = first.chars().count() as u64;
        let mut together = found(&format!("{first}{second}"));
        let list = together["targets"].as_array_mut().expect("targets");
        list.retain(|target| target["start"].as_u64() < Some(length));
        prop_assert_eq!(targets(&alone), targets(&together));
    }

    #[test]
    fn line_ends_of_another_system_change_no_target(text in plan()) {
        prop_assert_eq!(targets(&found(&text)), targets(&found(&text.replace('\n', "\r\n"))));
    }

    #[test]
    fn a_byte_order_mark_changes_nothing(text in plan()) {
        prop_assert_eq!(found(&text), found(&format!("\u{FEFF}{text}")));
    }

    #[test]
    fn full_width_digits_change_no_target(text in plan()) {
        prop_assert_eq!(targets(&found(&text)), targets(&found(&full_digits(&text))));
    }
}

#[test]
fn generated_plans_hold_targets() {
    // Otherwise the properties above would compare nothing with nothing.
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    let mut count = 0;
    for _ in 0..20 {
        let text = plan().new_tree(&mut runner).unwrap().current();
        count += targets(&found(&text)).len();
    }
    assert!(count >= 60, "only {count} targets in twenty plans");
}
