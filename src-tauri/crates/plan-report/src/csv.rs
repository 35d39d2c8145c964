//! CSV: one row per mention with all its fields and its sentence. UTF-8 with BOM, so that Excel on Windows
//! reads the Chinese; quoted as RFC 4180 says.

use crate::model::{Report, SourceSentence};
use crate::text::clean;
use crate::words::words;
use plan_model::Decimal;

/// The file's bytes.
pub(crate) fn write(report: &Report) -> Vec<u8> {
    let label = &words(report.language).terms.label;
    let head = &words(report.language).head;
    let mut out = String::from("\u{feff}");
    row(
        &mut out,
        [
            head.number,
            label.region,
            head.plan_title,
            label.indicator_type,
            head.indicator_key,
            label.indicator,
            head.name_as_written,
            label.measure,
            label.sign,
            label.value,
            label.value_max,
            label.unit,
            label.value_as_written,
            label.year,
            label.year_from,
            label.scope,
            label.relative_to,
            label.firmness,
            label.status,
            head.section_path,
            head.section,
            head.responsible,
            head.quote,
            head.sentence,
            head.start,
            head.end,
            head.confidence,
            head.rule,
            head.source_file,
        ]
        .map(|word| Field::Text(word.to_owned())),
    );
    for source in &report.sources {
        line(&mut out, report, source);
    }
    out.into_bytes()
}

/// A field: text that a spreadsheet might take for a formula is defused, numbers are ours and stay as they are.
enum Field {
    Text(String),
    Number(String),
}

fn line(out: &mut String, report: &Report, source: &SourceSentence) {
    let plan = report.plans.iter().find(|plan| plan.number == source.plan);
    let text = |text: &str| Field::Text(text.to_owned());
    let maybe = |text: &Option<String>| Field::Text(text.clone().unwrap_or_default());
    let number = |value: Option<Decimal>| {
        Field::Number(value.map(|value| value.to_string()).unwrap_or_default())
    };
    let year = |year: Option<plan_model::Year>| {
        Field::Number(year.map(|year| year.to_string()).unwrap_or_default())
    };
    let list = source.responsible.join("、");
    row(
        out,
        [
            Field::Number(source.number.to_string()),
            text(&source.region),
            Field::Text(plan.and_then(|plan| plan.title.clone()).unwrap_or_default()),
            text(&source.type_word),
            text(&source.indicator),
            text(&source.indicator_name),
            text(&source.name_as_written),
            text(&source.measure_word),
            Field::Number(operator(source.op.word())),
            number(source.value),
            number(source.value_max),
            maybe(&source.unit),
            maybe(&source.value_as_written),
            year(source.year),
            year(source.year_from),
            maybe(&source.scope),
            maybe(&source.relative_to),
            text(&source.firmness_word),
            text(&source.status_word),
            text(&source.section),
            text(&source.section_titles),
            Field::Text(list),
            text(&source.quote),
            text(&source.sentence),
            Field::Number(source.start.to_string()),
            Field::Number(source.end.to_string()),
            Field::Number(source.confidence.to_string()),
            text(&source.rule),
            Field::Text(
                plan.map(|plan| plan.source_name.clone())
                    .unwrap_or_default(),
            ),
        ],
    );
}

/// The sign of a comparison. "=" alone would open a formula, so it is written as the words' sign for "equal".
fn operator(sign: &str) -> String {
    match sign {
        "=" => "'=".to_owned(),
        other => other.to_owned(),
    }
}

fn row<const N: usize>(out: &mut String, fields: [Field; N]) {
    for (at, field) in fields.into_iter().enumerate() {
        if at > 0 {
            out.push(',');
        }
        match field {
            Field::Number(number) => out.push_str(&number),
            Field::Text(text) => quoted(out, &text),
        }
    }
    out.push_str("\r\n");
}

/// A text field. One that begins like a formula gets an apostrophe before it, which spreadsheets hide or show
/// but never run; Excel also skips spaces and tabs before it looks, so they do not hide a formula from us.
fn quoted(out: &mut String, text: &str) {
    let text = clean(text);
    let opens = text
        .trim_start()
        .chars()
        .next()
        .is_some_and(|ch| matches!(ch, '=' | '+' | '-' | '@' | '＝' | '＋' | '－' | '＠'));
    let defused = opens || text.starts_with(['\t', '\r', '\n']);
    if !defused && !text.contains(['"', ',', '\r', '\n']) && text.trim() == text {
        out.push_str(&text);
        return;
    }
    out.push('"');
    if defused {
        out.push('\'');
    }
    for ch in text.chars() {
        if ch == '"' {
            out.push('"');
        }
        out.push(ch);
    }
    out.push('"');
}
