//! Tables of how well extraction agrees with an annotation: by document, by type, by field, by rule.

use crate::gold::{Document, Row};
use crate::score::{FIELDS, STRICT, pair, right};
use std::collections::BTreeMap;
use std::fmt::Write as _;

/// Annotated, found, and agreed.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
struct Counts {
    gold: usize,
    found: usize,
    right: usize,
}

#[allow(
    clippy::cast_precision_loss,
    reason = "counts of targets are far below the precision of f64"
)]
impl Counts {
    fn precision(self) -> f64 {
        self.right as f64 / self.found.max(1) as f64
    }

    fn recall(self) -> f64 {
        self.right as f64 / self.gold.max(1) as f64
    }

    fn f1(self) -> f64 {
        2.0 * self.right as f64 / (self.gold + self.found).max(1) as f64
    }

    /// The three as cells of a table.
    fn cells(self) -> String {
        format!(
            "{:.3} | {:.3} | {:.3}",
            self.precision(),
            self.recall(),
            self.f1()
        )
    }
}

/// Detection and strict agreement of one group of targets.
#[derive(Debug, Default, Clone, Copy)]
struct Group {
    detected: Counts,
    strict: usize,
}

impl Group {
    fn line(self, name: &str) -> String {
        let strict = Counts {
            right: self.strict,
            ..self.detected
        };
        format!(
            "| {name} | {} | {} | {} | {} |\n",
            self.detected.gold,
            self.detected.found,
            self.detected.cells(),
            strict.cells()
        )
    }
}

/// Everything counted so far.
#[derive(Debug, Default)]
pub struct Accuracy {
    documents: Vec<(String, Group, BTreeMap<&'static str, usize>)>,
    types: BTreeMap<String, Group>,
    rules: BTreeMap<(String, String), (usize, usize)>,
}

impl Accuracy {
    /// Counts one document.
    pub fn add(&mut self, name: &str, gold: &Document, found: &Document) {
        let (golds, found) = (&gold.targets, &found.targets);
        let pairs = pair(golds, found);
        let mut whole = Group::default();
        whole.detected.gold = golds.len();
        whole.detected.found = found.len();
        whole.detected.right = pairs.len();
        let mut fields: BTreeMap<&'static str, usize> = BTreeMap::new();
        for row in golds {
            self.of_type(row).detected.gold += 1;
        }
        for &(g, f) in &pairs {
            let (gold, found) = (&golds[g], &found[f]);
            let strict = STRICT.iter().all(|field| right(field, gold, found));
            whole.strict += usize::from(strict);
            let group = self.of_type(gold);
            group.detected.found += 1;
            group.detected.right += 1;
            group.strict += usize::from(strict);
            for field in FIELDS {
                *fields.entry(field).or_default() += usize::from(right(field, gold, found));
            }
        }
        for (f, row) in found.iter().enumerate() {
            let partner = pairs.iter().find(|pair| pair.1 == f).map(|pair| pair.0);
            if partner.is_none() {
                self.of_type(row).detected.found += 1;
            }
            for known in &row.fields {
                // What nobody annotated has no right name; of its other fields nothing can be said.
                let agrees = match partner {
                    Some(g) => right(&known.field, &golds[g], row),
                    None if known.field == "name" => false,
                    None => continue,
                };
                let count = self
                    .rules
                    .entry((known.field.clone(), known.rule.clone()))
                    .or_default();
                count.0 += usize::from(agrees);
                count.1 += 1;
            }
        }
        self.documents.push((name.to_owned(), whole, fields));
    }

    fn of_type(&mut self, row: &Row) -> &mut Group {
        let name = row.indicator_type.clone().unwrap_or_default();
        self.types.entry(name).or_default()
    }

    fn all(&self) -> Group {
        let mut all = Group::default();
        for (_, group, _) in &self.documents {
            all.detected.gold += group.detected.gold;
            all.detected.found += group.detected.found;
            all.detected.right += group.detected.right;
            all.strict += group.strict;
        }
        all
    }

    /// Detection and strict agreement, by document and together.
    #[must_use]
    pub fn by_document(&self) -> String {
        let mut table = head("document");
        for (name, group, _) in &self.documents {
            table.push_str(&group.line(name));
        }
        table.push_str(&self.all().line("**all**"));
        table
    }

    /// The same by type of indicator.
    #[must_use]
    pub fn by_type(&self) -> String {
        let mut table = head("type");
        for (name, group) in &self.types {
            table.push_str(&group.line(name));
        }
        table
    }

    /// Precision, recall and F1 of every field over all documents.
    #[must_use]
    pub fn by_field(&self) -> String {
        let mut table = "| field | precision | recall | F1 |\n|---|---:|---:|---:|\n".to_owned();
        for field in FIELDS {
            let right = self.documents.iter().map(|one| one.2.get(field).copied());
            let counts = Counts {
                right: right.flatten().sum(),
                ..self.all().detected
            };
            let _ = writeln!(table, "| {field} | {} |", counts.cells());
        }
        table
    }

    /// F1 of every field in every document.
    #[must_use]
    pub fn by_document_and_field(&self) -> String {
        let mut table = format!(
            "| document | {} |\n|---|{}\n",
            FIELDS.join(" | "),
            "---:|".repeat(FIELDS.len())
        );
        for (name, group, fields) in &self.documents {
            let _ = write!(table, "| {name} |");
            for field in FIELDS {
                let counts = Counts {
                    right: fields.get(field).copied().unwrap_or_default(),
                    ..group.detected
                };
                let _ = write!(table, " {:.3} |", counts.f1());
            }
            table.push('\n');
        }
        table
    }

    /// How often each rule was right, and the confidence that follows: the share as if two more cases had been
    /// seen, one of the field's average luck and one wrong, at most 99. So a rule seen once is never sure.
    #[must_use]
    #[allow(
        clippy::cast_precision_loss,
        reason = "counts of targets are far below the precision of f64"
    )]
    pub fn by_rule(&self) -> String {
        let mut fields: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
        for ((field, _), (right, of)) in &self.rules {
            let sum = fields.entry(field).or_default();
            *sum = (sum.0 + right, sum.1 + of);
        }
        let mut table =
            "| field | rule | right | of | confidence |\n|---|---|---:|---:|---:|\n".to_owned();
        for ((field, rule), (right, of)) in &self.rules {
            let (all_right, all) = fields[field.as_str()];
            let mean = all_right as f64 / all.max(1) as f64;
            let share = (*right as f64 + mean) / (*of as f64 + 2.0);
            let percent = (100.0 * share).round().min(99.0);
            let _ = writeln!(
                table,
                "| {field} | {rule} | {right} | {of} | {percent:.0} |"
            );
        }
        table
    }
}

fn head(first: &str) -> String {
    format!(
        "| {first} | annotated | found | detection precision | recall | F1 | strict precision | recall | F1 |\n\
         |---|---:|---:|---:|---:|---:|---:|---:|---:|\n"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn document(targets: &serde_json::Value) -> Document {
        serde_json::from_value(serde_json::json!({ "doc": {}, "targets": targets })).unwrap()
    }

    fn target(at: usize, year: i64, rule: &str) -> serde_json::Value {
        serde_json::json!({
            "quote": "", "start": at, "end": at + 9, "value_quote": "", "value_start": at + 4, "value_end": at + 6,
            "name": "高新技术企业", "indicator": null, "type": "创新主体", "measure": "level", "op": "=", "value": 1,
            "unit": "家", "year": year, "fields": [
                { "field": "name", "rule": "a" }, { "field": "year", "rule": rule },
            ],
        })
    }

    #[test]
    fn a_wrong_year_costs_the_strict_figure_and_its_rule_only() {
        let gold = document(&serde_json::json!([
            target(0, 2025, ""),
            target(20, 2025, "")
        ]));
        let found = document(&serde_json::json!([
            target(0, 2025, "good"),
            target(20, 2030, "bad"),
            target(40, 2025, "good"),
        ]));
        let mut accuracy = Accuracy::default();
        accuracy.add("d", &gold, &found);
        let all = accuracy.by_document();
        assert!(
            all.contains("| d | 2 | 3 | 0.667 | 1.000 | 0.800 | 0.333 | 0.500 | 0.400 |"),
            "{all}"
        );
        let rules = accuracy.by_rule();
        assert!(rules.contains("| name | a | 2 | 3 |"), "{rules}");
        assert!(rules.contains("| year | good | 1 | 1 | 50 |"), "{rules}");
        assert!(rules.contains("| year | bad | 0 | 1 | 17 |"), "{rules}");
        assert!(
            accuracy
                .by_field()
                .contains("| year | 0.333 | 0.500 | 0.400 |")
        );
    }
}
