//! The data of a chart as a table: what screen readers read, what the page shows on demand, what CSV holds.

use super::counts::per_cent;
use super::{ChartBody, ChartMark, ChartPanel, ChartSpec, wording};
use plan_model::{Decimal, Firmness, IndicatorType, Measure, PlanId, Year};
use plan_words::Phrases;
use serde::{Deserialize, Serialize};

/// Heads and rows.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct ChartTable {
    /// Heads of the columns.
    pub heads: Vec<String>,
    /// Rows with a cell for each head.
    pub rows: Vec<ChartRow>,
}

/// One row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct ChartRow {
    /// The mark in the picture; `None` for what is left out.
    pub mark: Option<String>,
    /// Where more about it is found.
    pub link: MarkLink,
    /// Its cells.
    pub cells: Vec<TableCell>,
}

/// A cell: a number with all its digits, or words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct TableCell {
    /// What it says; empty where there is nothing to say.
    pub text: String,
    /// A number of ours, not words of a plan.
    pub number: bool,
}

/// What stands behind a mark or a row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum MarkLink {
    /// A cell of the comparison.
    Cell {
        /// The plan.
        plan: PlanId,
        /// Canonical name.
        indicator: String,
        /// The measure.
        measure: Measure,
    },
    /// A part of a plan's targets.
    Targets {
        /// The plan.
        plan: PlanId,
        /// Of this type.
        #[serde(rename = "type")]
        indicator_type: Option<IndicatorType>,
        /// Of this measure.
        measure: Option<Measure>,
        /// So worded.
        firmness: Option<Firmness>,
        /// Due by this year.
        year: Option<Year>,
    },
}

fn words(text: impl Into<String>) -> TableCell {
    TableCell {
        text: text.into(),
        number: false,
    }
}

fn number(text: impl Into<String>) -> TableCell {
    TableCell {
        text: text.into(),
        number: true,
    }
}

fn decimal(value: Option<Decimal>) -> TableCell {
    number(value.map(|value| value.to_string()).unwrap_or_default())
}

fn year(value: Option<Year>) -> TableCell {
    number(value.map(|year| year.to_string()).unwrap_or_default())
}

pub(super) fn table(spec: &ChartSpec, phrases: &Phrases<'_>) -> ChartTable {
    let label = &phrases.words.label;
    let plan_head = phrases.words.filter.plans;
    let count_head = phrases.either("项数", "Number");
    let share_head = phrases.either("占该方案目标", "Share of the plan's targets");
    let (heads, rows): (Vec<&str>, Vec<ChartRow>) = match &spec.body {
        ChartBody::Figures { panels, .. } => (
            vec![
                plan_head,
                label.indicator,
                label.measure,
                label.sign,
                label.value,
                label.value_max,
                label.unit,
                label.year_from,
                label.year,
                label.scope,
                label.firmness,
                label.verdict,
                label.remark,
            ],
            panels
                .iter()
                .flat_map(|panel| figures(panel, phrases))
                .collect(),
        ),
        ChartBody::Heat {
            marks,
            type_names,
            types,
            totals,
            ..
        } => {
            let rows = marks.iter().enumerate().map(|(at, mark)| {
                let total = totals.get(at / types.len().max(1)).copied().unwrap_or(0);
                ChartRow {
                    mark: Some(mark.id.clone()),
                    link: targets(mark.plan, Some(mark.indicator_type), None, None, None),
                    cells: vec![
                        words(spec.plan_name(mark.plan)),
                        words(type_names[at % types.len()].clone()),
                        number(mark.count.to_string()),
                        number(per_cent(mark.count, total)),
                    ],
                }
            });
            (
                vec![plan_head, label.indicator_type, count_head, share_head],
                rows.collect(),
            )
        }
        ChartBody::Composition { parts, totals, .. } => {
            let rows = parts.iter().map(|part| {
                let row = spec.plans.iter().position(|plan| plan.plan == part.plan);
                let total = row.and_then(|row| totals.get(row)).copied().unwrap_or(0);
                ChartRow {
                    mark: Some(part.id.clone()),
                    link: targets(
                        part.plan,
                        None,
                        Some(part.measure),
                        Some(part.firmness),
                        None,
                    ),
                    cells: vec![
                        words(spec.plan_name(part.plan)),
                        words(phrases.measure(part.measure)),
                        words(phrases.firmness(part.firmness)),
                        number(part.count.to_string()),
                        number(per_cent(part.count, total)),
                    ],
                }
            });
            (
                vec![
                    plan_head,
                    label.measure,
                    label.firmness,
                    count_head,
                    share_head,
                ],
                rows.collect(),
            )
        }
        ChartBody::Timeline { lines, .. } => (
            vec![
                plan_head,
                phrases.either("内容", "What"),
                label.year_from,
                label.year,
                count_head,
            ],
            lines
                .iter()
                .enumerate()
                .flat_map(|(row, line)| years(spec, row, line, phrases))
                .collect(),
        ),
    };
    ChartTable {
        heads: heads.into_iter().map(str::to_owned).collect(),
        rows,
    }
}

fn targets(
    plan: PlanId,
    indicator_type: Option<IndicatorType>,
    measure: Option<Measure>,
    firmness: Option<Firmness>,
    year: Option<Year>,
) -> MarkLink {
    MarkLink::Targets {
        plan,
        indicator_type,
        measure,
        firmness,
        year,
    }
}

fn figures(panel: &ChartPanel, phrases: &Phrases<'_>) -> Vec<ChartRow> {
    let link = |plan: PlanId| MarkLink::Cell {
        plan,
        indicator: panel.indicator.clone(),
        measure: panel.measure,
    };
    let unit = panel.unit.as_deref().map(|unit| phrases.unit(unit));
    let unit = unit.unwrap_or_default();
    let verdict = |mark: &ChartMark| match panel.verdict {
        Some(verdict) if mark.conditional => phrases.verdict(verdict),
        Some(_) | None => String::new(),
    };
    let drawn = panel.marks.iter().map(|mark| ChartRow {
        mark: Some(mark.id.clone()),
        link: link(mark.plan),
        cells: vec![
            words(mark.region.clone()),
            words(panel.name.clone()),
            words(phrases.measure(panel.measure)),
            words(plan_words::sign(mark.op)),
            decimal(Some(mark.value)),
            decimal(mark.value_max),
            words(unit.clone()),
            year(mark.year_from),
            year(mark.year),
            words(mark.scope.clone().unwrap_or_default()),
            words(phrases.firmness(mark.firmness)),
            words(verdict(mark)),
            words(mark.condition.clone()),
        ],
    });
    let blank = || words("");
    let out = panel.excluded.iter().map(|one| ChartRow {
        mark: None,
        link: link(one.plan),
        cells: vec![
            words(one.region.clone()),
            words(panel.name.clone()),
            words(phrases.measure(panel.measure)),
            blank(),
            decimal(None),
            decimal(None),
            blank(),
            year(None),
            year(None),
            blank(),
            blank(),
            blank(),
            words(phrases.either(
                format!("未画出：{}", one.reason),
                format!("not drawn: {}", one.reason),
            )),
        ],
    });
    drawn.chain(out).collect()
}

fn years(
    spec: &ChartSpec,
    row: usize,
    line: &super::PlanYears,
    phrases: &Phrases<'_>,
) -> Vec<ChartRow> {
    let name = spec.plan_name(line.plan);
    let one =
        |mark: String, what: &str, from: Option<Year>, to: Option<Year>, count: Option<u32>| {
            ChartRow {
                mark: Some(mark),
                link: targets(line.plan, None, None, None, to.filter(|_| count.is_some())),
                cells: vec![
                    words(name.clone()),
                    words(what),
                    year(from),
                    match to {
                        Some(to) => year(Some(to)),
                        None => words(wording::year_words(phrases, None, None)),
                    },
                    number(count.map(|count| count.to_string()).unwrap_or_default()),
                ],
            }
        };
    let mut rows = Vec::new();
    if let Some((first, last)) = line.period {
        let what = phrases.either("规划期", "plan period");
        rows.push(one(format!("r{row}p"), what, Some(first), Some(last), None));
    }
    for year in &line.horizons {
        let what = phrases.either("目标年份", "goal year");
        rows.push(one(format!("r{row}g{year}"), what, None, Some(*year), None));
    }
    for (year, count) in &line.due {
        let what = phrases.either("到期目标", "targets due");
        let id = year.map_or_else(|| format!("r{row}dn"), |year| format!("r{row}d{year}"));
        rows.push(one(id, what, None, *year, Some(*count)));
    }
    rows
}

impl ChartSpec {
    /// The name of a plan of the chart.
    pub(crate) fn plan_name(&self, plan: PlanId) -> String {
        let found = self.plans.iter().find(|one| one.plan == plan);
        found.map(|one| one.name.clone()).unwrap_or_default()
    }
}
