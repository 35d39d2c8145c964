//! What the comparison of the five plans promises an analyst.

use plan_tests::cli;
use serde_json::{Value, json};

/// The indicator's row in the answer of `planlens compare --json`.
fn row(matrix: &Value, indicator: &str) -> Value {
    let groups = matrix["groups"].as_array().unwrap();
    let rows = groups
        .iter()
        .flat_map(|group| group["rows"].as_array().unwrap());
    rows.into_iter()
        .find(|row| row["indicator"] == indicator)
        .unwrap_or_else(|| panic!("{indicator} has no row"))
        .clone()
}

/// The one sub-row in this measure.
fn sub_row(row: &Value, measure: &str) -> Value {
    let sub_rows: Vec<&Value> = row["sub_rows"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|sub_row| sub_row["measure"] == measure)
        .collect();
    assert_eq!(sub_rows.len(), 1, "one sub-row in {measure}: {row}");
    sub_rows[0].clone()
}

/// What a plan says in a sub-row: `op value` of its first statement, or the reason for silence.
fn cell(sub_row: &Value, plan: &str) -> String {
    let cell = sub_row["cells"]
        .as_array()
        .unwrap()
        .iter()
        .find(|cell| cell["plan"] == plan)
        .unwrap();
    match cell["kind"].as_str() {
        Some("stated") => format!(
            "{} {}",
            cell["statements"][0]["op"].as_str().unwrap(),
            cell["statements"][0]["value"]
        ),
        _ => cell["reason"].as_str().unwrap().to_owned(),
    }
}

#[test]
fn patents_per_ten_thousand_stand_in_one_conditional_sub_row() {
    let data = tempfile::tempdir().unwrap();
    let matrix = cli::json(data.path(), &["compare", "--type", "知识产权", "--json"]);
    let groups = matrix["groups"].as_array().unwrap();
    assert!(
        groups.iter().all(|group| group["type"] == "知识产权"),
        "only the type asked for"
    );
    let row = row(&matrix, "每万人发明专利拥有量");
    let ratio = sub_row(&row, "ratio");
    assert_eq!(row["sub_rows"].as_array().unwrap().len(), 1);
    let cells: Vec<String> = ["芜湖市", "无为市", "南通市", "亳州高新区", "许昌市"]
        .iter()
        .map(|plan| cell(&ratio, plan))
        .collect();
    assert_eq!(
        cells,
        ["= 58", "= 20", "= 18", "not_mentioned", "not_mentioned"]
    );
    assert_eq!(ratio["verdict"], "C");
    let reasons = ratio["reasons"].as_array().unwrap();
    let years = reasons
        .iter()
        .find(|reason| reason["kind"] == "year_differs")
        .expect("years differ");
    assert_eq!(years["years"], json!([2018, 2022, 2024]));
}

#[test]
fn a_stock_of_firms_never_stands_beside_an_addition() {
    let data = tempfile::tempdir().unwrap();
    let matrix = cli::json(data.path(), &["compare", "--json"]);
    let row = row(&matrix, "高新技术企业数");
    let level = sub_row(&row, "level");
    let stocks: Vec<String> = ["无为市", "亳州高新区", "南通市", "许昌市"]
        .iter()
        .map(|plan| cell(&level, plan))
        .collect();
    assert_eq!(stocks, ["= 155", "> 100", "= 1000", "~ 500"]);
    assert_eq!(cell(&level, "芜湖市"), "other_measure");
    assert_eq!(cell(&sub_row(&row, "increment"), "芜湖市"), "= 240");
    assert_eq!(cell(&sub_row(&row, "annual"), "南通市"), "= 50");
}

#[test]
fn a_target_said_twice_is_one_statement_with_two_mentions() {
    let data = tempfile::tempdir().unwrap();
    let matrix = cli::json(data.path(), &["compare", "--json"]);
    let level = sub_row(&row(&matrix, "高新技术企业数"), "level");
    let cell = level["cells"]
        .as_array()
        .unwrap()
        .iter()
        .find(|cell| cell["plan"] == "亳州高新区")
        .unwrap()
        .clone();
    let statements = cell["statements"].as_array().unwrap();
    assert_eq!(statements.len(), 1);
    assert_eq!(statements[0]["mentions"].as_array().unwrap().len(), 2);
}

#[test]
fn every_filter_shows_a_part_of_the_whole() {
    let data = tempfile::tempdir().unwrap();
    let all = cli::json(data.path(), &["compare", "--json"])["targets_shown"]
        .as_u64()
        .unwrap();
    assert_eq!(all, 92);
    for arguments in [
        ["--measure", "growth"],
        ["--year", "2022"],
        ["--level", "county"],
        ["--region", "南通市"],
        ["--shared", "2"],
        ["--verdict", "C"],
    ] {
        let matrix = cli::json(
            data.path(),
            &["compare", arguments[0], arguments[1], "--json"],
        );
        let shown = matrix["targets_shown"].as_u64().unwrap();
        assert!(shown > 0 && shown < all, "{arguments:?} shows {shown}");
    }
}
