//! Rows of the reference annotation and of the program's own output, which share one form.

use serde::{Deserialize, Deserializer};
use serde_json::Value;
use std::path::Path;

/// One annotated or extracted document.
#[derive(Debug, Clone, Deserialize)]
pub struct Document {
    /// What the document says about itself.
    pub doc: Value,
    /// Targets, one per mention.
    pub targets: Vec<Row>,
    /// Lowest numbered work items.
    #[serde(default)]
    pub tasks: Vec<TaskRow>,
    /// Every other numeral.
    #[serde(default)]
    pub other_numbers: Vec<NumberRow>,
}

/// One target. Offsets are Unicode code points.
#[derive(Debug, Clone, Deserialize)]
pub struct Row {
    /// The stretch that holds name, comparing words and value.
    pub quote: String,
    /// Where the quote starts.
    pub start: usize,
    /// Where it ends.
    pub end: usize,
    /// The number with its unit.
    pub value_quote: Option<String>,
    /// Where the value starts.
    pub value_start: Option<usize>,
    /// Where it ends.
    pub value_end: Option<usize>,
    /// As worded.
    pub name: Option<String>,
    /// Canonical name.
    pub indicator: Option<String>,
    /// Indicator type.
    #[serde(rename = "type")]
    pub indicator_type: Option<String>,
    /// Kind of quantity.
    pub measure: Option<String>,
    /// Comparing sign.
    pub op: Option<String>,
    /// As stated.
    #[serde(deserialize_with = "number", default)]
    pub value: Option<f64>,
    /// Upper end of a range.
    #[serde(deserialize_with = "number", default)]
    pub value_max: Option<f64>,
    /// As stated.
    pub unit: Option<String>,
    /// The year by which.
    pub year: Option<i64>,
    /// Words that narrow the population.
    #[serde(default)]
    pub scope: Option<String>,
    /// Whether the words bind.
    #[serde(default)]
    pub firm: Option<bool>,
    /// Of a found target: the rule that decided each field.
    #[serde(default)]
    pub fields: Vec<FieldRow>,
}

/// One field of a found target with the rule that decided it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
pub struct FieldRow {
    /// Which field.
    pub field: String,
    /// The rule.
    pub rule: String,
}

/// One work item.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct TaskRow {
    /// Section path.
    pub path: String,
    /// Heading.
    pub title: String,
    /// task, safeguard, incentive, goal or general.
    pub kind: String,
    /// Leading units.
    pub lead: Vec<String>,
    /// Supporting units.
    pub support: Vec<String>,
}

/// One numeral that is no target.
#[derive(Debug, Clone, Deserialize)]
pub struct NumberRow {
    /// The numeral with the words that give it its class.
    pub quote: String,
    /// Where it starts.
    pub start: usize,
    /// Where it ends.
    pub end: usize,
    /// What it is.
    pub class: String,
}

impl Document {
    /// Reads one document.
    ///
    /// # Panics
    /// When the file is not of this form.
    #[must_use]
    pub fn read(path: &Path) -> Self {
        let text = std::fs::read_to_string(path)
            .unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        serde_json::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
    }
}

/// Numbers stand as JSON numbers in the reference and may stand as decimal text in the program's output.
fn number<'de, D: Deserializer<'de>>(from: D) -> Result<Option<f64>, D::Error> {
    Ok(match Value::deserialize(from)? {
        Value::Number(number) => number.as_f64(),
        Value::String(text) => Some(text.parse().map_err(serde::de::Error::custom)?),
        _ => None,
    })
}
