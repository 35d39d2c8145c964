//! The matrix as JSON for other programs: as the window receives it, but every cell and pair names its plan's
//! region, and numbers are JSON numbers with the digits they have.

use plan_flow::extract::json_number;
use plan_model::{
    BenchmarkFigure, Cell, Derivation, Difference, EmptyReason, Firmness, Harmonised, IndicatorRow,
    IndicatorType, Matrix, Measure, Op, PlanColumn, PlanId, Reason, RegionLevel, Statement, SubRow,
    TargetId, Verdict, Year,
};
use serde::Serialize;
use serde_json::value::RawValue;
use std::collections::BTreeMap;

#[derive(Debug, Serialize)]
pub(crate) struct MatrixJson<'m> {
    plans: Vec<PlanJson<'m>>,
    groups: Vec<GroupJson<'m>>,
    targets_shown: u32,
    targets_total: u32,
}

#[derive(Debug, Serialize)]
struct PlanJson<'m> {
    plan: &'m str,
    plan_id: PlanId,
    region_level: Option<RegionLevel>,
    parent_region: Option<&'m str>,
    genre: Option<&'m str>,
    main_year: Option<Year>,
    targets: u32,
}

#[derive(Debug, Serialize)]
struct GroupJson<'m> {
    #[serde(rename = "type")]
    indicator_type: IndicatorType,
    targets: u32,
    rows: Vec<RowJson<'m>>,
}

#[derive(Debug, Serialize)]
struct RowJson<'m> {
    indicator: &'m str,
    indicator_en: Option<&'m str>,
    definition: Option<&'m str>,
    #[serde(rename = "type")]
    indicator_type: IndicatorType,
    plan_count: u32,
    sub_rows: Vec<SubRowJson<'m>>,
}

#[derive(Debug, Serialize)]
struct SubRowJson<'m> {
    measure: Measure,
    unit: Option<&'m str>,
    verdict: Option<Verdict>,
    reasons: &'m [Reason],
    cells: Vec<CellJson<'m>>,
    pairs: Vec<PairJson<'m>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    benchmark: Option<&'m BenchmarkFigure>,
}

#[derive(Debug, Serialize)]
struct CellJson<'m> {
    plan: &'m str,
    plan_id: PlanId,
    #[serde(flatten)]
    content: ContentJson<'m>,
}

#[derive(Debug, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
enum ContentJson<'m> {
    Empty {
        reason: EmptyReason,
    },
    Stated {
        statements: Vec<StatementJson<'m>>,
        #[serde(skip_serializing_if = "Vec::is_empty")]
        set_aside: Vec<StatementJson<'m>>,
    },
}

#[derive(Debug, Serialize)]
struct StatementJson<'m> {
    op: Op,
    value: Option<Box<RawValue>>,
    value_max: Option<Box<RawValue>>,
    unit: Option<&'m str>,
    year: Option<Year>,
    year_from: Option<Year>,
    scope: Option<&'m str>,
    relative_to: Option<&'m str>,
    firmness: Firmness,
    harmonised: Option<HarmonisedJson>,
    mentions: &'m [TargetId],
    confidence: u8,
    #[serde(skip_serializing_if = "Option::is_none")]
    derived: Option<&'m Derivation>,
    #[serde(skip_serializing_if = "Option::is_none")]
    difference: Option<&'m Difference>,
}

#[derive(Debug, Serialize)]
struct HarmonisedJson {
    value: Option<Box<RawValue>>,
    value_max: Option<Box<RawValue>>,
    factor: Option<Box<RawValue>>,
}

#[derive(Debug, Serialize)]
struct PairJson<'m> {
    left: &'m str,
    right: &'m str,
    verdict: Verdict,
    reasons: &'m [Reason],
}

impl<'m> MatrixJson<'m> {
    pub(crate) fn new(matrix: &'m Matrix) -> Self {
        let regions = matrix
            .plans
            .iter()
            .map(|plan| (plan.plan, plan.region.as_str()))
            .collect();
        Self {
            plans: matrix.plans.iter().map(plan).collect(),
            groups: matrix
                .groups
                .iter()
                .map(|group| GroupJson {
                    indicator_type: group.indicator_type,
                    targets: group.targets,
                    rows: group
                        .rows
                        .iter()
                        .map(|one| row(one, &matrix.plans, &regions))
                        .collect(),
                })
                .collect(),
            targets_shown: matrix.targets_shown,
            targets_total: matrix.targets_total,
        }
    }
}

fn plan(column: &PlanColumn) -> PlanJson<'_> {
    PlanJson {
        plan: &column.region,
        plan_id: column.plan,
        region_level: column.region_level,
        parent_region: column.parent_region.as_deref(),
        genre: column.genre.as_deref(),
        main_year: column.main_year,
        targets: column.targets,
    }
}

type Regions<'m> = BTreeMap<PlanId, &'m str>;

fn row<'m>(row: &'m IndicatorRow, plans: &'m [PlanColumn], regions: &Regions<'m>) -> RowJson<'m> {
    RowJson {
        indicator: &row.indicator,
        indicator_en: row.indicator_en.as_deref(),
        definition: row.definition.as_deref(),
        indicator_type: row.indicator_type,
        plan_count: row.plan_count,
        sub_rows: row
            .sub_rows
            .iter()
            .map(|one| sub_row(one, plans, regions))
            .collect(),
    }
}

fn sub_row<'m>(
    sub_row: &'m SubRow,
    plans: &'m [PlanColumn],
    regions: &Regions<'m>,
) -> SubRowJson<'m> {
    let region = |plan: PlanId| regions.get(&plan).copied().unwrap_or_default();
    SubRowJson {
        measure: sub_row.measure,
        unit: sub_row.unit.as_deref(),
        verdict: sub_row.verdict,
        reasons: &sub_row.reasons,
        cells: sub_row
            .cells
            .iter()
            .zip(plans)
            .map(|(cell, plan)| CellJson {
                plan: &plan.region,
                plan_id: plan.plan,
                content: match cell {
                    Cell::Empty { reason } => ContentJson::Empty { reason: *reason },
                    Cell::Stated {
                        statements,
                        set_aside,
                    } => ContentJson::Stated {
                        statements: statements.iter().map(statement).collect(),
                        set_aside: set_aside.iter().map(statement).collect(),
                    },
                },
            })
            .collect(),
        pairs: sub_row
            .pairs
            .iter()
            .map(|pair| PairJson {
                left: region(pair.left),
                right: region(pair.right),
                verdict: pair.verdict,
                reasons: &pair.reasons,
            })
            .collect(),
        benchmark: sub_row.benchmark.as_ref(),
    }
}

fn statement(statement: &Statement) -> StatementJson<'_> {
    StatementJson {
        op: statement.op,
        value: statement.value.and_then(json_number),
        value_max: statement.value_max.and_then(json_number),
        unit: statement.unit.as_deref(),
        year: statement.year,
        year_from: statement.year_from,
        scope: statement.scope.as_deref(),
        relative_to: statement.relative_to.as_deref(),
        firmness: statement.firmness,
        harmonised: statement.harmonised.as_ref().map(harmonised),
        mentions: &statement.mentions,
        confidence: statement.confidence,
        derived: statement.derived.as_ref(),
        difference: statement.difference.as_ref(),
    }
}

fn harmonised(harmonised: &Harmonised) -> HarmonisedJson {
    HarmonisedJson {
        value: json_number(harmonised.value),
        value_max: harmonised.value_max.and_then(json_number),
        factor: json_number(harmonised.factor),
    }
}
