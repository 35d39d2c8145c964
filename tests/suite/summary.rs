//! The sentences of a report's summary: every number in them counted and computed again from the comparison.

use plan_tests::cli;
use plan_tests::place::files_of;
use serde_json::Value;
use std::collections::BTreeMap;

/// The comparison, and the sentences of the summary about it, in Chinese.
fn summary(filter: &[&str]) -> (Value, Vec<String>) {
    let data = tempfile::tempdir().unwrap();
    let out = data.path().join("out").display().to_string();
    let call = [&["report", "--format", "json", "--out", &out][..], filter].concat();
    let answer = cli::call(data.path(), &call);
    assert_eq!(answer.code, Some(0), "{}", answer.err);
    let json = std::fs::read(&files_of(&data.path().join("out"), "json")[0]).unwrap();
    let report: Value = serde_json::from_slice(&json).unwrap();
    let matrix = cli::json(data.path(), &[&["compare", "--json"][..], filter].concat());
    let parts = report["summary"].as_array().unwrap().iter();
    let sentences = parts.flat_map(|part| part["sentences"].as_array().unwrap());
    let words = sentences.map(|sentence| {
        let pieces = sentence["pieces"].as_array().unwrap().iter();
        pieces
            .filter_map(|piece| piece["text"].as_str())
            .collect::<String>()
    });
    (matrix, words.collect())
}

fn list(value: &Value) -> &[Value] {
    value.as_array().unwrap()
}

/// A line of the comparison with its row.
fn lines(matrix: &Value) -> Vec<(&Value, &Value)> {
    let rows = list(&matrix["groups"])
        .iter()
        .flat_map(|group| list(&group["rows"]));
    rows.flat_map(|row| list(&row["sub_rows"]).iter().map(move |line| (row, line)))
        .collect()
}

fn statements(cell: &Value) -> &[Value] {
    cell["statements"]
        .as_array()
        .map(Vec::as_slice)
        .unwrap_or_default()
}

/// Says how many of each, largest first where the summary sorts; checked without regard to order.
fn counted(sentences: &[String], opening: &str) -> BTreeMap<String, usize> {
    let sentence = sentences
        .iter()
        .find(|sentence| sentence.starts_with(opening))
        .unwrap_or_else(|| panic!("{opening} in {sentences:?}"));
    let list = sentence
        .strip_prefix(opening)
        .unwrap()
        .trim_end_matches('。');
    let counts = list.split('、').map(|entry| {
        let entry = entry.strip_suffix('项').unwrap();
        let digits = entry.trim_end_matches(|ch: char| ch.is_ascii_digit()).len();
        (entry[..digits].to_owned(), entry[digits..].parse().unwrap())
    });
    counts.collect()
}

fn tally<'v>(words: impl Iterator<Item = (&'v str, usize)>) -> BTreeMap<String, usize> {
    let mut counts = BTreeMap::new();
    for (word, count) in words {
        *counts.entry(word.to_owned()).or_default() += count;
    }
    counts
}

#[test]
fn every_count_is_the_comparisons_own() {
    const MEASURES: [(&str, &str); 9] = [
        ("level", "水平值"),
        ("increment", "新增量"),
        ("annual", "年均量"),
        ("cumulative", "累计量"),
        ("growth", "增速"),
        ("share", "占比"),
        ("ratio", "比率"),
        ("coverage", "覆盖率"),
        ("rank", "位次"),
    ];
    for filter in [
        &[][..],
        &["--type", "创新主体"],
        &["--region", "芜湖市,无为市"],
    ] {
        let (matrix, sentences) = summary(filter);
        let lines = lines(&matrix);
        let said = || {
            let cells = lines.iter().flat_map(|(row, line)| {
                let cells = list(&line["cells"]).iter();
                cells.map(move |cell| (*row, *line, cell))
            });
            cells.flat_map(|(row, line, cell)| {
                statements(cell)
                    .iter()
                    .map(move |one| (row, line, cell, one))
            })
        };
        let mentions = |one: &Value| list(&one["mentions"]).len();
        let types =
            tally(said().map(|(row, _, _, one)| (row["type"].as_str().unwrap(), mentions(one))));
        assert_eq!(counted(&sentences, "按指标类型："), types);
        let measures = tally(said().map(|(_, line, _, one)| {
            let code = line["measure"].as_str().unwrap();
            let word = MEASURES.iter().find(|(known, _)| *known == code).unwrap().1;
            (word, mentions(one))
        }));
        assert_eq!(counted(&sentences, "按量的性质："), measures);
        let total: usize = types.values().sum();
        let soft: usize = said()
            .filter(|(.., one)| one["firmness"] == "soft")
            .map(|(.., one)| mentions(one))
            .sum();
        let wanted = format!(
            "其中{soft}项目标用“力争”“争取”等语气，其余{}项为确定表述。",
            total - soft
        );
        assert!(sentences.contains(&wanted), "{wanted} in {sentences:?}");

        let plans = list(&matrix["plans"]);
        let rows: usize = list(&matrix["groups"])
            .iter()
            .map(|group| list(&group["rows"]).len())
            .sum();
        let by_plan =
            tally(said().map(|(_, _, cell, one)| (cell["plan"].as_str().unwrap(), mentions(one))));
        let opening = format!(
            "对比{}个方案，共列出{total}项目标、{rows}个指标。各方案目标数：",
            plans.len()
        );
        let found = counted(&sentences, &opening);
        for plan in plans {
            let name = plan["plan"].as_str().unwrap();
            assert_eq!(found[name], by_plan.get(name).copied().unwrap_or(0));
        }

        let with = |line: &Value, verdict: &str| line["verdict"] == verdict;
        let compared = lines
            .iter()
            .filter(|(_, line)| !line["verdict"].is_null())
            .count();
        let classes = [
            ("A 相同", "A"),
            ("B 换算后相同", "B"),
            ("C 有条件可比", "C"),
            ("D 不可比", "D"),
            ("E 无数值", "E"),
        ];
        let classes = classes.iter().filter_map(|(word, verdict)| {
            let count = lines.iter().filter(|(_, line)| with(line, verdict)).count();
            (count > 0).then(|| format!("{word}{count}行"))
        });
        let classes = classes.collect::<Vec<_>>().join("、");
        let wanted = format!(
            "共{compared}行：{classes}。另有{}行只有一个方案提出",
            lines.len() - compared
        );
        assert!(
            sentences.iter().any(|sentence| sentence.contains(&wanted)),
            "{wanted} in {sentences:?}"
        );
    }
}

/// The largest difference of each line, from the pairs that the comparison calls conditional.
#[test]
fn the_differences_told_are_the_largest_and_are_computed_right() {
    let (matrix, sentences) = summary(&[]);
    let number = |value: &Value| value.as_f64().unwrap();
    let mut gaps: Vec<(f64, String)> = Vec::new();
    for (row, line) in lines(&matrix) {
        let cells = list(&line["cells"]);
        // A plan's only figure in this line, in the line's unit.
        let figure = |plan: &Value| {
            let cell = cells.iter().find(|cell| cell["plan"] == *plan)?;
            let [only] = statements(cell) else {
                return None;
            };
            let harmonised = only.get("harmonised").filter(|shown| shown.is_object())?;
            let single = harmonised["value_max"].is_null();
            let value = number(&harmonised["value"]);
            (single && value > 0.0).then_some((plan.as_str().unwrap().to_owned(), value))
        };
        let widest = list(&line["pairs"])
            .iter()
            .filter(|pair| pair["verdict"] == "C")
            .filter_map(|pair| {
                let (one, other) = (figure(&pair["left"])?, figure(&pair["right"])?);
                Some(if one.1 >= other.1 {
                    (one, other)
                } else {
                    (other, one)
                })
            })
            .max_by(|a, b| (a.0.1 / a.1.1).total_cmp(&(b.0.1 / b.1.1)));
        if let Some((high, low)) = widest.filter(|(high, low)| high.1 > low.1) {
            let apart = high.1 - low.1;
            let apart = (apart * 1e6).round() / 1e6;
            let unit = line["unit"].as_str().unwrap_or_default();
            let (from, to) = (high.0, low.0);
            let indicator = row["indicator"].as_str().unwrap();
            let words = if unit == "%" {
                format!("{indicator}|{from} |，{to} |，相差{apart}个百分点")
            } else {
                let times = (high.1 / low.1 * 100.0).round() / 100.0;
                format!("{indicator}|{from} |，{to} |，相差{apart}{unit}，前者为后者的{times}倍")
            };
            gaps.push((high.1 / low.1, words));
        }
    }
    gaps.sort_by(|a, b| b.0.total_cmp(&a.0));
    assert!(gaps.len() >= 5, "{gaps:?}");
    let start = sentences
        .iter()
        .position(|sentence| sentence.starts_with("有条件可比（C类）"))
        .expect("conditional differences are told");
    for ((_, words), sentence) in gaps.iter().take(5).zip(&sentences[start + 1..]) {
        for piece in words.split('|') {
            assert!(sentence.contains(piece), "{piece} in {sentence}");
        }
        assert!(
            sentence.ends_with("）。"),
            "the condition is named: {sentence}"
        );
    }
}
