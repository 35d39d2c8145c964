use crate::case::{HOSTILE, report};
use plan_report::{Format, Language, UnitMode, write};
use serde_json::Value;

#[test]
fn values_are_numbers_with_exactly_their_digits() {
    let bytes = write(&report(Language::ZhCn, UnitMode::AsWritten), Format::Json).unwrap();
    let text = String::from_utf8(bytes).unwrap();
    assert!(
        text.contains("\"value\": 0.1891"),
        "not 0.18910000000000002, not text"
    );
    let json: Value = serde_json::from_str(&text).unwrap();
    let figure = &json["tables"][0]["rows"][0]["sub_rows"][1]["cells"][0]["figures"][0];
    assert_eq!(figure["value"].as_u64(), Some(240));
    assert_eq!(json["sources"].as_array().unwrap().len(), 8);
    assert_eq!(json["sources"][0]["op"], ">");
    assert_eq!(json["tables"][0]["type"], "创新主体");
    assert_eq!(
        json["tables"][0]["rows"][2]["indicator"], HOSTILE,
        "JSON can hold every character"
    );
}
