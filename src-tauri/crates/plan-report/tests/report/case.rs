//! A small comparison with everything that a writer can get wrong.

use crate::beside::{charts, tasks};
use plan_lexicon::Lexicon;
use plan_model::{
    Cell, Choices, Decimal, EmptyReason, Filter, Firmness, Harmonised, IndicatorRow, IndicatorType,
    Matrix, MatrixGroup, Measure, NoteCode, Offsets, Op, PlanColumn, PlanId, PlanMeta, Reason,
    RegionLevel, Span, Statement, Status, SubRow, Target, TargetId, Verdict, Year,
};
use plan_report::{
    Chapter, Language, Report, ReportInput, ReportMention, ReportPlan, Template, UnitMode, build,
};
use std::collections::BTreeMap;

/// Text that a careless writer would run, break on or lose.
pub(crate) const HOSTILE: &str = "=HYPERLINK(\"http://x\")&<b>'\"研发\u{1}\u{b}]]>𠮷";
/// The same as it may reach a file.
pub(crate) const HARMLESS: &str = "=HYPERLINK(\"http://x\")&<b>'\"研发]]>𠮷";

pub(crate) fn decimal(text: &str) -> Decimal {
    Decimal::from_str_exact(text).unwrap()
}

/// What one statement says.
pub(crate) fn statement(
    op: Op,
    value: Option<&str>,
    unit: Option<&str>,
    year: i32,
    ids: &[i64],
) -> Statement {
    Statement {
        op,
        value: value.map(decimal),
        value_max: None,
        unit: unit.map(str::to_owned),
        year: Some(Year(year)),
        year_from: None,
        scope: None,
        relative_to: None,
        firmness: Firmness::Firm,
        harmonised: value.map(|value| Harmonised {
            value: decimal(value),
            value_max: None,
            factor: Decimal::ONE,
        }),
        mentions: ids.iter().map(|id| TargetId(*id)).collect(),
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

fn column(id: i64, region: &str, year: i32) -> PlanColumn {
    PlanColumn {
        plan: PlanId(id),
        region: region.to_owned(),
        region_level: Some(RegionLevel::Prefecture),
        parent_region: None,
        genre: Some("工作要点".to_owned()),
        main_year: Some(Year(year)),
        targets: 3,
        colour: u32::try_from(id).unwrap() - 1,
    }
}

fn row(indicator: &str, sub_rows: Vec<SubRow>) -> IndicatorRow {
    IndicatorRow {
        indicator: indicator.to_owned(),
        indicator_en: (indicator != HOSTILE).then(|| format!("English of {indicator}")),
        definition: None,
        indicator_type: IndicatorType::InnovativeFirms,
        plan_count: 2,
        sub_rows,
    }
}

fn sub_row(
    measure: Measure,
    unit: &str,
    cells: Vec<Cell>,
    verdict: Option<Verdict>,
    reasons: Vec<Reason>,
) -> SubRow {
    SubRow {
        measure,
        unit: Some(unit.to_owned()),
        cells,
        verdict,
        reasons,
        pairs: Vec::new(),
        benchmark: None,
    }
}

/// Two plans and three indicators; the second plan is called something hostile.
pub(crate) fn matrix() -> Matrix {
    let mut range = statement(Op::AtLeast, Some("1"), Some("个"), 2025, &[5]);
    range.value_max = Some(decimal("2"));
    range.firmness = Firmness::Soft;
    range.scope = Some("省级".to_owned());
    let mut relative = statement(Op::MoreThan, None, None, 2022, &[6]);
    relative.relative_to = Some("全省平均水平".to_owned());
    let mut converted = statement(Op::Equal, Some("13710"), Some("万元"), 2022, &[7]);
    converted.harmonised = Some(Harmonised {
        value: decimal("1.371"),
        value_max: None,
        factor: decimal("0.0001"),
    });
    let empty = |reason| Cell::Empty { reason };
    let years = vec![Some(Year(2022)), Some(Year(2025))];
    let rows = vec![
        row(
            "高新技术企业数",
            vec![
                sub_row(
                    Measure::Level,
                    "家",
                    vec![
                        stated(vec![statement(
                            Op::MoreThan,
                            Some("155"),
                            Some("家"),
                            2022,
                            &[1, 2],
                        )]),
                        stated(vec![range]),
                    ],
                    Some(Verdict::C),
                    vec![Reason::YearDiffers { years }],
                ),
                sub_row(
                    Measure::Increment,
                    "家",
                    vec![
                        stated(vec![statement(
                            Op::Equal,
                            Some("240"),
                            Some("家"),
                            2022,
                            &[3],
                        )]),
                        empty(EmptyReason::OtherMeasure),
                    ],
                    None,
                    Vec::new(),
                ),
                sub_row(
                    Measure::Growth,
                    "%",
                    vec![stated(vec![relative]), empty(EmptyReason::NotMentioned)],
                    None,
                    Vec::new(),
                ),
            ],
        ),
        row(
            "单位GDP能耗",
            vec![sub_row(
                Measure::Ratio,
                "吨标准煤/万元",
                vec![
                    stated(vec![statement(
                        Op::Equal,
                        Some("0.1891"),
                        Some("吨标准煤/万元"),
                        2022,
                        &[4],
                    )]),
                    empty(EmptyReason::NotMentioned),
                ],
                None,
                Vec::new(),
            )],
        ),
        row(
            HOSTILE,
            vec![sub_row(
                Measure::Level,
                "亿元",
                vec![
                    stated(vec![converted]),
                    stated(vec![statement(
                        Op::Equal,
                        Some("20"),
                        Some("亿元"),
                        2022,
                        &[8],
                    )]),
                ],
                Some(Verdict::B),
                vec![Reason::Converted {
                    from: "万元".to_owned(),
                    to: "亿元".to_owned(),
                    factor: "0.0001".to_owned(),
                }],
            )],
        ),
    ];
    Matrix {
        plans: vec![column(1, "芜湖市", 2022), column(2, HOSTILE, 2024)],
        groups: vec![MatrixGroup {
            indicator_type: IndicatorType::InnovativeFirms,
            targets: 8,
            plan_targets: vec![6, 2],
            rows,
        }],
        targets_shown: 8,
        targets_total: 9,
    }
}

fn mention(id: i64, matrix: &Matrix) -> ReportMention {
    let rows = matrix.groups.iter().flat_map(|group| &group.rows);
    let mut found = rows
        .flat_map(|row| row.sub_rows.iter().map(move |sub_row| (row, sub_row)))
        .flat_map(|(row, sub_row)| {
            sub_row
                .cells
                .iter()
                .enumerate()
                .map(move |(at, cell)| (row, sub_row, at, cell))
        })
        .flat_map(|(row, sub_row, at, cell)| match cell {
            Cell::Stated { statements, .. } => statements
                .iter()
                .map(|said| (row, sub_row, at, said))
                .collect(),
            Cell::Empty { .. } => Vec::new(),
        })
        .filter(|(_, _, _, said)| said.mentions.contains(&TargetId(id)));
    let (row, sub_row, at, said) = found.next().expect("the mention");
    let quote = format!("{}达到{}家", row.indicator, id);
    ReportMention {
        plan: PlanId(i64::try_from(at).unwrap() + 1),
        target: Target {
            quote: Span::new(0, 1),
            value_span: None,
            name: row.indicator.clone(),
            indicator: row.indicator.clone(),
            indicator_type: row.indicator_type,
            measure: sub_row.measure,
            op: said.op,
            value: said.value,
            value_max: said.value_max,
            unit: said.unit.clone(),
            year: said.year,
            year_from: None,
            relative_to: said.relative_to.clone(),
            scope: said.scope.clone(),
            firmness: said.firmness,
            section: "二/(一)".to_owned(),
            responsible: vec!["市科技局".to_owned(), "市财政局".to_owned()],
            confidence: 90,
            fields: Vec::new(),
            rule: "case".to_owned(),
        },
        status: Status::Extracted,
        sentence: format!("到2025年，{quote}，\"引号\"、逗号,与\n换行。"),
        quote,
        value_text: said.value.map(|value| format!("{value}家")),
        place: Offsets { start: 10, end: 20 },
        sections: vec![
            ("二".to_owned(), "主要目标".to_owned()),
            ("(一)".to_owned(), String::new()),
        ],
    }
}

/// The report of that comparison.
pub(crate) fn report(language: Language, units: UnitMode) -> Report {
    report_of(&matrix(), &Filter::default(), language, units)
}

pub(crate) fn report_of(
    matrix: &Matrix,
    filter: &Filter,
    language: Language,
    units: UnitMode,
) -> Report {
    let ids = matrix
        .groups
        .iter()
        .flat_map(|group| &group.rows)
        .flat_map(|row| &row.sub_rows);
    let ids = ids
        .flat_map(|sub_row| &sub_row.cells)
        .flat_map(|cell| match cell {
            Cell::Stated { statements, .. } => statements
                .iter()
                .flat_map(|said| said.mentions.clone())
                .collect(),
            Cell::Empty { .. } => Vec::new(),
        });
    let mentions: BTreeMap<TargetId, ReportMention> =
        ids.map(|id| (id, mention(id.0, matrix))).collect();
    let plans: Vec<ReportPlan> = matrix
        .plans
        .iter()
        .map(|column| ReportPlan {
            plan: column.plan,
            meta: PlanMeta {
                region: Some(column.region.clone()),
                title: Some(format!("{}工作要点", column.region)),
                issued: Some("2024-08-12".to_owned()),
                period: Some((Year(2020), Year(2022))),
                horizons: vec![Year(2022), Year(2025)],
                ..PlanMeta::default()
            },
            citation: format!("{HOSTILE}[Z]."),
            source_name: "plan.txt".to_owned(),
            source_sha256: "ab12".repeat(16),
            notes: vec![(NoteCode::UnexplainedNumbers, Some("3".to_owned()))],
        })
        .collect();
    let input = ReportInput {
        matrix,
        choices: &Choices::default(),
        filter,
        plans: &plans,
        mentions: &mentions,
        tasks: &tasks(),
        charts: &charts(),
        chapters: Chapter::ALL,
        template: Template::Modern,
        language,
        units,
        today: "2026-11-22".to_owned(),
        accuracy: None,
        app_version: "0.1.0".to_owned(),
        extractor_version: 1,
        lexicon_version: "1".to_owned(),
    };
    build(&input, Lexicon::builtin())
}
