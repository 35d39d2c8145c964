//! Comparisons to draw.

use plan_chart::{
    ChartChoice, ChartKind, ChartQuestion, ChartSpec, Frame, Item, Scene, Stand, build, layout,
};
use plan_lexicon::Lexicon;
use plan_model::{
    Cell, Choices, Decimal, EmptyReason, Filter, Firmness, Harmonised, IndicatorRow, IndicatorType,
    Matrix, MatrixGroup, Measure, Op, Overview, PairVerdict, PlanColumn, PlanId, PlanMeta,
    PlanOverview, Reason, Statement, SubRow, TargetId, TypeCount, Verdict, Year, YearCount,
};
use plan_words::{Language, Phrases};

pub(crate) fn decimal(text: &str) -> Decimal {
    text.parse().expect("a decimal")
}

pub(crate) fn said(value: &str, year: Option<i32>) -> Statement {
    Statement {
        op: Op::Equal,
        value: Some(decimal(value)),
        value_max: None,
        unit: Some("家".into()),
        year: year.map(Year),
        year_from: None,
        scope: None,
        relative_to: None,
        firmness: Firmness::Firm,
        harmonised: Some(Harmonised {
            value: decimal(value),
            value_max: None,
            factor: Decimal::ONE,
        }),
        mentions: vec![TargetId(1)],
        confidence: 90,
        derived: None,
        difference: None,
    }
}

pub(crate) fn stated(statements: Vec<Statement>) -> Cell {
    Cell::Stated {
        statements,
        set_aside: Vec::new(),
    }
}

pub(crate) fn silent() -> Cell {
    Cell::Empty {
        reason: EmptyReason::NotMentioned,
    }
}

/// Every pair of plans that speak, judged alike except those listed.
pub(crate) fn pairs(
    cells: &[Cell],
    verdict: Verdict,
    others: &[(i64, i64, Verdict)],
) -> Vec<PairVerdict> {
    let speakers: Vec<i64> = cells
        .iter()
        .zip(1..)
        .filter(|(cell, _)| matches!(cell, Cell::Stated { .. }))
        .map(|(_, plan)| plan)
        .collect();
    let mut found = Vec::new();
    for (at, left) in speakers.iter().enumerate() {
        for right in &speakers[at + 1..] {
            let other = others.iter().find(|(a, b, _)| (a, b) == (left, right));
            let verdict = other.map_or(verdict, |(.., verdict)| *verdict);
            found.push(PairVerdict {
                left: PlanId(*left),
                right: PlanId(*right),
                verdict,
                reasons: reasons(verdict),
            });
        }
    }
    found
}

pub(crate) fn reasons(verdict: Verdict) -> Vec<Reason> {
    vec![match verdict {
        Verdict::A | Verdict::B => Reason::Same,
        Verdict::C => Reason::YearDiffers {
            years: vec![Some(Year(2022)), Some(Year(2024))],
        },
        Verdict::D => Reason::UnitDiffers {
            units: vec![Some("家".into()), Some("亿元".into())],
        },
        Verdict::E => Reason::Relative {
            benchmarks: vec!["全省平均水平".into()],
        },
    }]
}

pub(crate) fn sub_row(measure: Measure, cells: Vec<Cell>, pairs: Vec<PairVerdict>) -> SubRow {
    let verdict = pairs.iter().map(|pair| pair.verdict).max();
    SubRow {
        measure,
        unit: Some("家".into()),
        verdict,
        reasons: verdict.map(reasons).unwrap_or_default(),
        pairs,
        cells,
        benchmark: None,
    }
}

pub(crate) fn matrix(regions: &[&str], sub_rows: Vec<SubRow>) -> Matrix {
    let plans: Vec<PlanColumn> = regions
        .iter()
        .zip(1..)
        .map(|(region, id)| PlanColumn {
            plan: PlanId(id),
            region: (*region).to_owned(),
            region_level: None,
            parent_region: None,
            genre: Some("实施方案".into()),
            main_year: Some(Year(2022)),
            targets: 3,
            colour: u32::try_from(id).expect("small") - 1,
        })
        .collect();
    Matrix {
        groups: vec![MatrixGroup {
            indicator_type: IndicatorType::InnovativeFirms,
            targets: 3,
            plan_targets: plans.iter().map(|_| 3).collect(),
            rows: vec![IndicatorRow {
                indicator: "高新技术企业数".into(),
                indicator_en: Some("High-tech enterprises".into()),
                definition: None,
                indicator_type: IndicatorType::InnovativeFirms,
                plan_count: u32::try_from(plans.len()).expect("small"),
                sub_rows,
            }],
        }],
        plans,
        targets_shown: 3,
        targets_total: 3,
    }
}

pub(crate) fn overview(matrix: &Matrix, years: &[i32]) -> Overview {
    let plans = matrix.plans.iter().map(|column| PlanOverview {
        plan: column.plan,
        colour: column.colour,
        meta: PlanMeta {
            region: Some(column.region.clone()),
            period: years.first().map(|year| (Year(*year), Year(year + 2))),
            horizons: years.iter().copied().map(Year).collect(),
            ..PlanMeta::default()
        },
        source_name: "a.txt".into(),
        characters: 1,
        targets: 3,
        types: Vec::<TypeCount>::new(),
        years: years
            .iter()
            .map(|year| Some(Year(*year)))
            .chain([None])
            .zip([1000, 7, 12].into_iter().cycle())
            .map(|(year, count)| YearCount { year, count })
            .collect(),
        tasks: 0,
        quantified_tasks: 0,
        incentives: 0,
        safeguards: 0,
        units: Vec::new(),
        other_numbers: 0,
        unexplained_numbers: 0,
    });
    Overview {
        plans: plans.collect(),
        first_year: None,
        last_year: None,
        shared_indicators: 0,
        indicators: 1,
    }
}

pub(crate) fn spec(matrix: &Matrix, kind: ChartKind, language: Language) -> ChartSpec {
    let choice = ChartChoice {
        kind,
        ..ChartChoice::default()
    };
    spec_of(matrix, &choice, language, &[2020, 2022, 2035])
}

pub(crate) fn spec_of(
    matrix: &Matrix,
    choice: &ChartChoice,
    language: Language,
    years: &[i32],
) -> ChartSpec {
    let question = ChartQuestion {
        stand: Stand(&|_, _| Vec::new()),
        matrix,
        overview: Some(&overview(matrix, years)),
        filter: &Filter::default(),
        choices: &Choices::default(),
        choice,
    };
    build(&question, &Phrases::new(language, Lexicon::builtin()))
}

pub(crate) fn picture(spec: &ChartSpec, width: u32) -> Scene {
    layout(spec, width, Frame::Picture)
}

/// Every item, those of marks too.
pub(crate) fn items(scene: &Scene) -> Vec<&Item> {
    scene
        .items
        .iter()
        .flat_map(|item| match item {
            Item::Mark(mark) => mark.items.iter().collect(),
            other => vec![other],
        })
        .collect()
}
