//! The scorer of the reference annotation. A found target matches an annotated one when their value spans
//! overlap (for a relative target: their quotes); it is strictly right when name, value, unit, op, measure
//! and year are all right.

use crate::gold::Row;
use std::collections::BTreeSet;

/// The fields that are compared.
pub const FIELDS: [&str; 7] = ["name", "value", "unit", "op", "measure", "year", "type"];
/// Those that must all be right for a figure to be right.
pub const STRICT: [&str; 6] = ["name", "value", "unit", "op", "measure", "year"];

/// Counts over one or more documents.
#[derive(Debug, Clone, Default)]
pub struct Score {
    /// Annotated targets.
    pub gold: usize,
    /// Found targets.
    pub found: usize,
    /// Pairs.
    pub hits: usize,
    /// Pairs with every strict field right.
    pub strict: usize,
    /// What is wrong, one line each.
    pub faults: Vec<String>,
}

impl Score {
    /// Scores one document and adds it.
    pub fn add(&mut self, document: &str, golds: &[Row], found: &[Row]) {
        let pairs = pair(golds, found);
        for &(g, f) in &pairs {
            let wrong: Vec<&str> = STRICT
                .into_iter()
                .filter(|field| !right(field, &golds[g], &found[f]))
                .collect();
            if wrong.is_empty() {
                self.strict += 1;
            } else {
                self.faults.push(format!(
                    "{document}: {} in {:?}: found {:?}",
                    wrong.join(", "),
                    golds[g],
                    found[f]
                ));
            }
        }
        let missed = golds
            .iter()
            .enumerate()
            .filter(|(g, _)| !pairs.iter().any(|pair| pair.0 == *g));
        self.faults
            .extend(missed.map(|(_, row)| format!("{document}: missed {:?}", row.quote)));
        let spurious = found
            .iter()
            .enumerate()
            .filter(|(f, _)| !pairs.iter().any(|pair| pair.1 == *f));
        self.faults
            .extend(spurious.map(|(_, row)| format!("{document}: spurious {:?}", row.quote)));
        self.gold += golds.len();
        self.found += found.len();
        self.hits += pairs.len();
    }

    /// F1 of finding the targets at all.
    #[must_use]
    pub fn detect(&self) -> f64 {
        f1(self.hits, self.gold, self.found)
    }

    /// F1 of having every strict field right.
    #[must_use]
    pub fn strictly(&self) -> f64 {
        f1(self.strict, self.gold, self.found)
    }
}

/// Twice the hits over both sides together.
#[must_use]
#[allow(
    clippy::cast_precision_loss,
    reason = "counts of targets are far below the precision of f64"
)]
pub fn f1(hits: usize, gold: usize, found: usize) -> f64 {
    2.0 * hits as f64 / (gold + found).max(1) as f64
}

/// Greedy one-to-one pairs: right names first, then by number of right fields.
#[must_use]
pub fn pair(golds: &[Row], found: &[Row]) -> Vec<(usize, usize)> {
    let mut pairs = Vec::new();
    for (g, gold) in golds.iter().enumerate() {
        for (f, row) in found.iter().enumerate() {
            let (a, b) = (span(gold), span(row));
            if gold.value.is_none() == row.value.is_none() && a.0 < b.1 && b.0 < a.1 {
                let fields = FIELDS
                    .into_iter()
                    .filter(|field| right(field, gold, row))
                    .count();
                pairs.push((fields + if right("name", gold, row) { 10 } else { 0 }, g, f));
            }
        }
    }
    pairs.sort_unstable_by(|a, b| b.cmp(a));
    let (mut used_g, mut used_f, mut out) = (BTreeSet::new(), BTreeSet::new(), Vec::new());
    for (_, g, f) in pairs {
        if !used_g.contains(&g) && !used_f.contains(&f) {
            used_g.insert(g);
            used_f.insert(f);
            out.push((g, f));
        }
    }
    out
}

fn span(row: &Row) -> (usize, usize) {
    match (row.value_start, row.value_end) {
        (Some(start), Some(end)) => (start, end),
        _ => (row.start, row.end),
    }
}

/// Whether a field of a pair agrees.
///
/// # Panics
/// When there is no such field.
#[must_use]
pub fn right(field: &str, gold: &Row, found: &Row) -> bool {
    let stated = |text: &Option<String>| text.clone().filter(|text| !text.is_empty());
    let (gold_value, gold_unit) = quantity(gold.value, gold.unit.as_deref());
    let (found_value, found_unit) = quantity(found.value, found.unit.as_deref());
    match field {
        "name" => name_right(gold, found),
        "value" => {
            let (gold_max, found_max) = (
                quantity(gold.value_max, gold.unit.as_deref()).0,
                quantity(found.value_max, found.unit.as_deref()).0,
            );
            close(gold_value, found_value) && close(gold_max, found_max)
        }
        "unit" => gold_unit == found_unit || gold.value.is_none(),
        "measure" => gold.measure == found.measure,
        "op" => stated(&gold.op) == stated(&found.op),
        "year" => gold.year == found.year,
        "type" => stated(&gold.indicator_type) == stated(&found.indicator_type),
        "scope" => stated(&gold.scope) == stated(&found.scope),
        "firmness" => gold.firm.unwrap_or(true) == found.firm.unwrap_or(true),
        other => unreachable!("no field {other}"),
    }
}

fn close(a: Option<f64>, b: Option<f64>) -> bool {
    match (a, b) {
        (None, None) => true,
        (Some(a), Some(b)) => (a - b).abs() <= 1e-6 * a.abs().max(b.abs()).max(1.0),
        _ => false,
    }
}

fn name_right(gold: &Row, found: &Row) -> bool {
    let names = |row: &Row| [bare(row.name.as_deref()), bare(row.indicator.as_deref())];
    names(gold)
        .iter()
        .any(|g| names(found).iter().any(|f| alike(g, f)))
}

fn alike(a: &[char], b: &[char]) -> bool {
    if a.is_empty() || b.is_empty() {
        return false;
    }
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    if a == b
        || (2 * short.len() >= long.len() && long.windows(short.len()).any(|part| part == short))
    {
        return true;
    }
    let (a, b) = (bigrams(a), bigrams(b));
    20 * a.intersection(&b).count() >= 7 * (a.len() + b.len())
}

fn bigrams(text: &[char]) -> BTreeSet<&[char]> {
    if text.len() < 2 {
        BTreeSet::from([text])
    } else {
        text.windows(2).collect()
    }
}

fn bare(text: Option<&str>) -> Vec<char> {
    const DROPPED: &str = "“”\"'‘’()（）〔〕《》、,，。·.:：;；—－-";
    let kept = text
        .unwrap_or_default()
        .chars()
        .filter(|ch| !ch.is_whitespace() && !DROPPED.contains(*ch));
    kept.map(|ch| if ch == '＆' { '&' } else { ch })
        .flat_map(char::to_lowercase)
        .collect()
}

const SCALES: [(&str, f64); 8] = [
    ("万亿", 1e12),
    ("千亿", 1e11),
    ("百亿", 1e10),
    ("千万", 1e7),
    ("百万", 1e6),
    ("亿", 1e8),
    ("万", 1e4),
    ("千", 1e3),
];

fn same_unit(unit: &str) -> &str {
    match unit {
        "名" | "位" => "人",
        "亿元人民币" => "亿元",
        "元人民币" => "元",
        "百分点" => "个百分点",
        "％" => "%",
        other => other,
    }
}

/// The number in the base unit, and the base unit.
fn quantity(value: Option<f64>, unit: Option<&str>) -> (Option<f64>, String) {
    let unit = unit
        .unwrap_or_default()
        .trim()
        .replace('／', "/")
        .replace('％', "%")
        .replace(' ', "");
    let unit = same_unit(&unit).to_owned();
    let Some(mut value) = value else {
        return (None, unit);
    };
    let (head, per) = unit
        .find('/')
        .map_or((unit.as_str(), ""), |at| unit.split_at(at));
    let mut rest = head;
    if let Some((prefix, factor)) = SCALES.iter().find(|(prefix, _)| head.starts_with(prefix)) {
        value *= factor;
        rest = &head[prefix.len()..];
    }
    (Some(value), format!("{}{per}", same_unit(rest)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(name: &str, value: f64, unit: &str) -> Row {
        let json = serde_json::json!({
            "quote": "", "start": 0, "end": 9, "value_quote": "", "value_start": 4, "value_end": 6, "name": name,
            "indicator": null, "type": "创新主体", "measure": "level", "op": "=", "value": value, "unit": unit, "year": 2025,
        });
        serde_json::from_value(json).unwrap()
    }

    #[test]
    fn scaled_units_are_the_same_quantity() {
        assert!(right(
            "value",
            &row("", 5.5, "万人"),
            &row("", 55000.0, "名")
        ));
        assert!(right(
            "unit",
            &row("", 5.5, "万人"),
            &row("", 55000.0, "名")
        ));
        assert!(!right("value", &row("", 5.5, "万人"), &row("", 5.5, "人")));
        assert_eq!(
            quantity(Some(20.0), Some("件/万人")),
            (Some(20.0), "件/万人".into())
        );
    }

    #[test]
    fn names_may_be_shorter_but_not_other() {
        let gold = row("高新技术企业数", 1.0, "家");
        assert!(name_right(&gold, &row("高新技术企业", 1.0, "家")));
        assert!(!name_right(&gold, &row("科技型中小企业", 1.0, "家")));
    }

    #[test]
    fn a_missed_and_a_spurious_row_both_cost() {
        let mut score = Score::default();
        let mut elsewhere = row("高新技术企业", 1.0, "家");
        (elsewhere.value_start, elsewhere.value_end) = (Some(6), Some(8));
        score.add("d", &[row("高新技术企业", 1.0, "家")], &[elsewhere]);
        assert_eq!((score.hits, score.faults.len()), (0, 2));
        assert!(score.detect().abs() < 1e-9);
        score.add(
            "d",
            &[row("高新技术企业", 1.0, "家")],
            &[row("高新技术企业", 1.0, "家")],
        );
        assert!((score.strictly() - 0.5).abs() < 1e-9);
    }
}
