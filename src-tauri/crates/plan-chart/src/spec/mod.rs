//! What a chart says, without pixels, in the words of one language.

mod counts;
mod figures;
mod table;
mod wording;
mod years;

use crate::choice::{ChartKind, ChartQuestion};
use plan_model::{
    Decimal, Derivation, EmptyReason, Firmness, IndicatorType, Measure, Op, PlanId, Reason,
    TargetId, Verdict, Year,
};
use plan_words::{Language, Phrases, choice_parts, filter_parts};
use serde::{Deserialize, Serialize};

pub use table::{ChartRow, ChartTable, MarkLink, TableCell};

/// A chart: what is drawn, how, what is left out and why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct ChartSpec {
    /// The kind.
    pub kind: ChartKind,
    /// The language of all words here.
    pub language: Language,
    /// What the chart is about.
    pub title: String,
    /// Unit and years, or what is counted.
    pub subtitle: String,
    /// The plans compared, in the order shown.
    pub plans: Vec<ChartPlan>,
    /// What is drawn.
    pub body: ChartBody,
    /// The signs that occur, in words; no others.
    pub legend: Vec<SignWords>,
    /// How far the figures compare, and what is left out.
    pub notes: Vec<String>,
    /// The documents behind the chart.
    pub source: String,
    /// What the filter leaves out and what the analyst assumed; empty when nothing.
    pub filters: String,
    /// Indicators that were asked for and that no plan states under this filter.
    pub missing: Vec<String>,
    /// The chart's data, for readers and for files.
    pub table: ChartTable,
}

/// A plan as charts name it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct ChartPlan {
    /// The plan.
    pub plan: PlanId,
    /// Its region, or what stands for it.
    pub name: String,
    /// Place in the library's order: gives its colour and shape.
    pub colour: u32,
}

/// What is drawn.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum ChartBody {
    /// Figures, a panel for each indicator and measure.
    Figures {
        /// The panels.
        panels: Vec<ChartPanel>,
        /// Panels of one measure and unit share their axis.
        same_axis: bool,
    },
    /// Targets by type, a line per plan.
    Heat {
        /// Types that occur, in the domain's order.
        types: Vec<IndicatorType>,
        /// Their names.
        type_names: Vec<String>,
        /// One per plan and type, plan by plan.
        marks: Vec<CountMark>,
        /// Targets of each plan.
        totals: Vec<u32>,
        /// Shares are drawn, not counts.
        share: bool,
    },
    /// Years, a line per plan.
    Timeline {
        /// First and last year; `None` when no plan names any.
        span: Option<(Year, Year)>,
        /// One per plan.
        lines: Vec<PlanYears>,
    },
    /// Targets by measure and firmness, a bar per plan.
    Composition {
        /// Measures that occur, in the domain's order.
        measures: Vec<Measure>,
        /// Their names.
        measure_names: Vec<String>,
        /// Pieces of the bars, plan by plan, none of them empty.
        parts: Vec<StackPart>,
        /// Targets of each plan.
        totals: Vec<u32>,
        /// Shares are drawn, not counts.
        share: bool,
    },
}

/// One indicator in one measure.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct ChartPanel {
    /// Canonical name.
    pub indicator: String,
    /// Name in the chart's language.
    pub name: String,
    /// The measure.
    pub measure: Measure,
    /// Name and measure.
    pub title: String,
    /// Unit and years.
    pub subtitle: String,
    /// The unit of the axis; `None` for pure numbers.
    pub unit: Option<String>,
    /// What is drawn, in the order drawn.
    pub marks: Vec<ChartMark>,
    /// What is not drawn.
    pub excluded: Vec<Excluded>,
    /// Number of plans compared.
    pub plans: u32,
    /// Number of plans with a mark.
    pub drawn: u32,
    /// Weakest verdict among the plans drawn; `None` when one stands alone.
    pub verdict: Option<Verdict>,
    /// Why.
    pub reasons: Vec<Reason>,
    /// Years of the marks, ascending; `null` for none stated.
    pub years: Vec<Option<Year>>,
    /// Whether marks stand in order of value. Only A and B may be ranked.
    pub ranked: bool,
    /// How far the figures compare.
    pub verdict_note: String,
    /// What is left out; empty when nothing.
    pub excluded_note: String,
}

/// How the end of a bar, or a dot, is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "snake_case")]
pub enum Shape {
    /// Exactly so much.
    Solid,
    /// At least so much: an open arrow outwards.
    Open,
    /// At most so much: an arrow inwards.
    Closed,
    /// About so much: hollow.
    Hollow,
    /// From one value to another: lines at both ends.
    Range,
}

/// A figure that is drawn.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct ChartMark {
    /// Its name within the chart.
    pub id: String,
    /// The plan.
    pub plan: PlanId,
    /// Its name.
    pub region: String,
    /// Gives its colour.
    pub colour: u32,
    /// How the value bounds.
    pub op: Op,
    /// How it is drawn.
    pub shape: Shape,
    /// In the panel's unit. Decimal as text.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub value: Decimal,
    /// Upper end of a range.
    #[cfg_attr(feature = "ts", ts(type = "string | null"))]
    pub value_max: Option<Decimal>,
    /// Sign and value as printed at the mark.
    pub printed: String,
    /// What the plan wrote, when the value was converted.
    pub stated: Option<Stated>,
    /// The year by which.
    pub year: Option<Year>,
    /// First year, when stated.
    pub year_from: Option<Year>,
    /// Words that narrow the population.
    pub scope: Option<String>,
    /// A soft target is drawn lighter.
    pub firmness: Firmness,
    /// Holds a condition against another mark: hatched.
    pub conditional: bool,
    /// Year, population, soft wording, conversion: what is printed beside the value.
    pub condition: String,
    /// Everything about it in one line, for tooltips and screen readers.
    pub label: String,
    /// How it was derived, when no plan states it.
    pub derived: Option<Derivation>,
    /// The targets that say it.
    pub targets: Vec<TargetId>,
}

/// A value before its conversion.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct Stated {
    /// As written.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub value: Decimal,
    /// Upper end of a range.
    #[cfg_attr(feature = "ts", ts(type = "string | null"))]
    pub value_max: Option<Decimal>,
    /// As written.
    pub unit: Option<String>,
    /// What it was multiplied by.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub factor: Decimal,
}

/// A plan, or one of its statements, that is not drawn.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct Excluded {
    /// The plan.
    pub plan: PlanId,
    /// Its name.
    pub region: String,
    /// What kind of reason.
    pub cause: ExcludedCause,
    /// The reason in words.
    pub reason: String,
}

/// Why something is not drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum ExcludedCause {
    /// The plan says nothing here.
    Empty {
        /// Why.
        reason: EmptyReason,
    },
    /// The plan names a benchmark and no number.
    Relative,
    /// The figure may not be compared with those drawn.
    Apart,
    /// A figure of another year than the one the analyst looks at.
    SetAside,
}

/// Targets of one plan and type.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct CountMark {
    /// Its name within the chart.
    pub id: String,
    /// The plan.
    pub plan: PlanId,
    /// The type.
    #[serde(rename = "type")]
    pub indicator_type: IndicatorType,
    /// Number of targets.
    pub count: u32,
    /// The count, or the share in whole per cent, as printed.
    pub printed: String,
    /// Everything about it in one line.
    pub label: String,
}

/// The years of one plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct PlanYears {
    /// The plan.
    pub plan: PlanId,
    /// First and last year of its period.
    pub period: Option<(Year, Year)>,
    /// Years named as goals, ascending.
    pub horizons: Vec<Year>,
    /// Targets by year, ascending; those that state no year last.
    pub due: Vec<(Option<Year>, u32)>,
    /// Everything about it in one line.
    pub label: String,
}

/// A piece of a stacked bar.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct StackPart {
    /// Its name within the chart.
    pub id: String,
    /// The plan.
    pub plan: PlanId,
    /// The measure.
    pub measure: Measure,
    /// Firm or soft.
    pub firmness: Firmness,
    /// Number of targets.
    pub count: u32,
    /// The count, or the share in whole per cent, as printed.
    pub printed: String,
    /// Everything about it in one line.
    pub label: String,
}

/// Signs of the drawing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Sign {
    /// Open arrow outwards.
    Open,
    /// Arrow inwards.
    Closed,
    /// Hollow.
    Hollow,
    /// Lines at both ends.
    Range,
    /// Lighter.
    Soft,
    /// Hatched.
    Conditional,
    /// The colour of a measure.
    Measure {
        /// The measure.
        measure: Measure,
    },
    /// The bar of a plan's period.
    Period,
    /// The mark of a goal year.
    Horizon,
    /// The column of targets due.
    Due,
}

/// A sign with its words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct SignWords {
    /// The sign.
    pub sign: Sign,
    /// What it means.
    pub words: String,
}

/// What the chart of `question` says, in the words of `phrases`.
#[must_use]
pub fn build(question: &ChartQuestion<'_>, phrases: &Phrases<'_>) -> ChartSpec {
    let choice = question.choice;
    let mut spec = ChartSpec {
        kind: choice.kind,
        language: phrases.language,
        title: String::new(),
        subtitle: String::new(),
        plans: question
            .matrix
            .plans
            .iter()
            .map(|column| ChartPlan {
                plan: column.plan,
                name: column.region.clone(),
                colour: column.colour,
            })
            .collect(),
        body: ChartBody::Timeline {
            span: None,
            lines: Vec::new(),
        },
        legend: Vec::new(),
        notes: Vec::new(),
        source: wording::source(phrases, &question.matrix.plans),
        filters: filters(phrases, question),
        missing: Vec::new(),
        table: ChartTable::default(),
    };
    match choice.kind {
        ChartKind::GroupedBar | ChartKind::DotPlot | ChartKind::SmallMultiples => {
            figures::fill(&mut spec, question, phrases);
        }
        ChartKind::Heat => counts::heat(&mut spec, question, phrases),
        ChartKind::Composition => counts::composition(&mut spec, question, phrases),
        ChartKind::Timeline => years::fill(&mut spec, question, phrases),
    }
    spec.table = table::table(&spec, phrases);
    spec
}

fn filters(phrases: &Phrases<'_>, question: &ChartQuestion<'_>) -> String {
    let words = phrases.words;
    let plans = &question.matrix.plans;
    let parts = filter_parts(phrases, question.filter, plans)
        .into_iter()
        .chain(choice_parts(phrases, question.choices, plans))
        .map(|part| format!("{}{}{}", part.label, words.colon, part.value));
    parts.collect::<Vec<_>>().join(words.clause)
}
