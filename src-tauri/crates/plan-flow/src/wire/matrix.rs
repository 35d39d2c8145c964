//! The comparison as the window takes it: first its frame, then only the cells that are looked at. A library of
//! 200 plans and 5,000 indicators has a million cells, and a window shows some hundred of them.

use crate::wire::report::UnitMode;
use plan_model::{
    BenchmarkFigure, EmptyReason, Facets, IndicatorType, Measure, PlanColumn, PlanId, Reason,
    Statement, Verdict,
};
use serde::{Deserialize, Serialize};

/// The frame of a comparison with the facet counts of the same question, so that no count can disagree.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct FrameAnswer {
    /// By this number the cells behind the frame are asked for.
    pub ticket: u32,
    /// The frame.
    pub matrix: MatrixFrame,
    /// The facets.
    pub facets: Facets,
}

/// A [`FrameAnswer`] on its way to the page: the same, without the names of fields and the repeated reasons, because
/// with thousands of rows the way takes longer than the comparing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct PackedFrame {
    /// By this number the cells behind the frame are asked for.
    pub ticket: u32,
    /// Columns, in the order shown.
    pub plans: Vec<PlanColumn>,
    /// Types that have at least one row, in the domain's order.
    pub groups: Vec<PackedGroup>,
    /// Targets (mentions) shown.
    pub targets_shown: u32,
    /// Targets (mentions) of the shown plans before filtering by anything but plans.
    pub targets_total: u32,
    /// The facets.
    pub facets: Facets,
    /// Units, named by their place in this list.
    pub units: Vec<String>,
    /// Lists of reasons, named by their place in this list.
    pub reasons: Vec<Vec<Reason>>,
    /// What figures are measured against, by number of sub-row.
    pub benchmarks: Vec<(u32, BenchmarkFigure)>,
}

/// The rows of one indicator type. Rows and sub-rows are numbered through the groups in their order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct PackedGroup {
    /// The type.
    #[serde(rename = "type")]
    pub indicator_type: IndicatorType,
    /// Number of targets shown in it.
    pub targets: u32,
    /// The same by column.
    pub plan_targets: Vec<u32>,
    /// Canonical Chinese names of its indicators.
    pub indicators: Vec<String>,
    /// Place in `indicators`, English name and definition of those that the lexicon knows.
    pub known: Vec<(u32, Option<String>, Option<String>)>,
    /// Number of shown plans that state each indicator in any measure.
    pub plan_counts: Vec<u32>,
    /// The sub-rows of each indicator.
    pub sub_rows: Vec<Vec<PackedSubRow>>,
}

/// Measure, place of the unit, weakest verdict, place of the reasons, and whether two figures stand on one axis.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct PackedSubRow(
    pub Measure,
    pub Option<u32>,
    pub Option<Verdict>,
    pub u32,
    pub bool,
);

/// A matrix without its cells.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct MatrixFrame {
    /// Columns, in the order shown.
    pub plans: Vec<PlanColumn>,
    /// Types that have at least one row, in the domain's order.
    pub groups: Vec<FrameGroup>,
    /// Targets (mentions) shown.
    pub targets_shown: u32,
    /// Targets (mentions) of the shown plans before filtering by anything but plans.
    pub targets_total: u32,
}

/// All rows of one indicator type.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct FrameGroup {
    /// The type.
    #[serde(rename = "type")]
    pub indicator_type: IndicatorType,
    /// Number of targets shown in it.
    pub targets: u32,
    /// The same by column.
    pub plan_targets: Vec<u32>,
    /// Its indicators.
    pub rows: Vec<FrameRow>,
}

/// One indicator.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct FrameRow {
    /// Its number in the matrix, from 0, in the order of groups.
    pub row: u32,
    /// Canonical Chinese name.
    pub indicator: String,
    /// English name, when the lexicon knows the indicator.
    pub indicator_en: Option<String>,
    /// Definition, when the lexicon knows the indicator.
    pub definition: Option<String>,
    /// What it is about.
    #[serde(rename = "type")]
    pub indicator_type: IndicatorType,
    /// Number of shown plans that state it in any measure.
    pub plan_count: u32,
    /// One per measure, in the domain's order of measures.
    pub sub_rows: Vec<FrameSubRow>,
}

/// One indicator in one measure.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct FrameSubRow {
    /// Its number in the matrix, from 0, in the order of rows.
    pub sub_row: u32,
    /// The measure.
    pub measure: Measure,
    /// The unit that harmonised values are in.
    pub unit: Option<String>,
    /// Weakest verdict among its pairs; `None` when only one plan speaks.
    pub verdict: Option<Verdict>,
    /// Why.
    pub reasons: Vec<Reason>,
    /// Whether at least two of its figures may stand on one axis.
    pub charted: bool,
    /// What its figures are measured against.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "ts", ts(optional))]
    pub benchmark: Option<BenchmarkFigure>,
}

/// What became of a frame when single targets changed: its rows are the same, and so are the numbers of rows and
/// sub-rows. Everything not told stays as it was.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct FrameChange {
    /// By this number the cells are asked for from now on.
    pub ticket: u32,
    /// Rows that were compared anew; only their cells can differ.
    pub rows: Vec<FrameRow>,
    /// Targets shown by column.
    pub plan_targets: Vec<u32>,
    /// Targets shown by group.
    pub groups: Vec<GroupTargets>,
    /// Targets (mentions) shown.
    pub targets_shown: u32,
    /// Targets (mentions) of the shown plans before filtering by anything but plans.
    pub targets_total: u32,
    /// The facets.
    pub facets: Facets,
}

/// The numbers in the head line of a group.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct GroupTargets {
    /// Number of targets shown in it.
    pub targets: u32,
    /// The same by column.
    pub plan_targets: Vec<u32>,
}

/// Which cells are looked at.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct CellQuery {
    /// Whose cells.
    pub ticket: u32,
    /// Numbers of sub-rows, in any order.
    pub sub_rows: Vec<u32>,
    /// First column.
    pub first: u32,
    /// The column after the last.
    pub end: u32,
}

/// The cells of one sub-row within the columns asked for. A cell that is neither stated nor silent for a reason
/// of its own is not mentioned: that is what most cells of a large library are, so it is left unsaid.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct CellLine {
    /// The sub-row.
    pub sub_row: u32,
    /// Cells with a statement, by column.
    pub stated: Vec<StatedCell>,
    /// Empty cells with another reason than that the plan does not mention it.
    pub silent: Vec<SilentCell>,
}

/// A cell with at least one statement.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct StatedCell {
    /// Its column.
    pub column: u32,
    /// Statements, the plan's main year first.
    pub statements: Vec<Statement>,
    /// Statements for other years than the one the analyst chose to look at.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "ts", ts(optional, as = "Option<Vec<Statement>>"))]
    pub set_aside: Vec<Statement>,
    /// Its bar, when it may stand on one axis with another cell of the sub-row.
    pub bar: Option<CellBar>,
    /// The filter asks for verdicts, and no pair that the cell takes part in has one of them.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    #[cfg_attr(feature = "ts", ts(optional, as = "Option<bool>"))]
    pub outside: bool,
}

/// Where the bar of a cell begins and ends, in thousandths of the axis that the sub-row's figures share. Zero is
/// always on the axis, so that half as long means half as much.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct CellBar {
    /// Its lower end.
    pub from: u16,
    /// Its upper end.
    pub to: u16,
}

/// An empty cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct SilentCell {
    /// Its column.
    pub column: u32,
    /// Why it is empty.
    pub reason: EmptyReason,
}

/// What is looked for in the table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct FindQuery {
    /// In whose cells.
    pub ticket: u32,
    /// The words; letters of either case, figures with or without grouping.
    pub text: String,
    /// The figures that are on screen.
    pub units: UnitMode,
}

/// Where it stands.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct FindAnswer {
    /// Sub-row and column; column 0 is the name, column 1 the first plan.
    pub hits: Vec<(u32, u32)>,
    /// Whether there were more than are listed.
    pub cut: bool,
}

/// The rows of the matrix by the figures of one plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct OrderQuery {
    /// Whose rows.
    pub ticket: u32,
    /// The plan.
    pub plan: PlanId,
    /// The highest first.
    pub descending: bool,
}

/// A way through the table, cell by cell, and where data end or begin on it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct EdgeQuery {
    /// Through whose cells.
    pub ticket: u32,
    /// Numbers of sub-rows on the way, in its order; one when the way leads along a line.
    pub sub_rows: Vec<u32>,
    /// Columns on the way, in its order; one when the way leads along a column.
    pub columns: Vec<u32>,
    /// The way begins in its first cell, and not before it.
    pub inside: bool,
}

/// Which cells are copied.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct TextQuery {
    /// Whose cells.
    pub ticket: u32,
    /// Numbers of sub-rows, in the order of the copy.
    pub sub_rows: Vec<u32>,
    /// Columns, in the order of the copy.
    pub columns: Vec<u32>,
    /// The figures that are on screen.
    pub units: UnitMode,
    /// With `≥` and the like before the figures, which makes them text to a spreadsheet.
    pub signs: bool,
    /// With how far each figure lies from the benchmark.
    pub differences: bool,
}

/// One sub-row as text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct TextLine {
    /// The cells asked for, one text each; an empty cell is an empty text, never 0.
    pub cells: Vec<String>,
    /// The units of the figures in them, each once, `; ` between several.
    pub unit: String,
    /// How far the first figure of each cell lies from the benchmark, in the unit of the sub-row, and the same in per
    /// cent; empty texts where it has no difference, and no entries when nobody asked.
    pub differences: Vec<(String, String)>,
}
