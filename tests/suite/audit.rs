//! The number audit of the five plans, worked out without the program's own scanner.

use plan_tests::{audit, place};

#[test]
fn every_numeral_of_the_plans_is_a_target_or_has_a_class() {
    let mut missing = Vec::new();
    for path in place::seed_plans() {
        let bytes = std::fs::read(&path).unwrap();
        let found = plan_flow::extract::document("plan.txt", &bytes).unwrap();
        let found = serde_json::to_value(found).unwrap();
        let text = audit::frozen(&bytes).expect("the plans are UTF-8");
        let numbers = found["other_numbers"].as_array().unwrap().len();
        assert!(numbers > 10, "{}: only {numbers}", path.display());
        missing.extend(audit::unexplained(&text, &found));
    }
    assert!(missing.is_empty(), "{missing:#?}");
}
