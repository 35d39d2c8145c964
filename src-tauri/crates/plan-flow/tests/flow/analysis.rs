//! Comparison, overview, evidence and reports over the plans that come with the program.

use crate::desk::Desk;
use plan_flow::wire::error::ErrorCode;
use plan_flow::wire::evidence::{EvidenceQuery, Mark};
use plan_flow::wire::report::{Chapter, Language, ReportFormat, ReportRequest, Template, UnitMode};
use plan_flow::{OpenLibrary, compare, evidence, report};
use plan_model::{
    Cell, Choices, Conversion, EmptyReason, Filter, IndicatorType, Measure, Reason, SubRow,
    Verdict, Year,
};

fn filter(indicator_type: IndicatorType) -> Filter {
    Filter {
        indicator_type: vec![indicator_type],
        ..Filter::default()
    }
}

fn sub_row(library: &OpenLibrary, filter: &Filter, indicator: &str, measure: Measure) -> SubRow {
    let matrix = compare::matrix(library, filter, &Choices::default())
        .unwrap()
        .matrix;
    let rows = matrix.groups.into_iter().flat_map(|group| group.rows);
    let row = rows
        .into_iter()
        .find(|row| row.indicator == indicator)
        .expect("the indicator has a row");
    row.sub_rows
        .into_iter()
        .find(|sub_row| sub_row.measure == measure)
        .expect("the measure has a sub-row")
}

/// Values of a sub-row by column, as text; empty cells as their reason.
fn values(sub_row: &SubRow) -> Vec<String> {
    let word = |cell: &Cell| match cell {
        Cell::Empty { reason } => format!("{reason:?}"),
        Cell::Stated { statements, .. } => {
            let values = statements.iter().map(|one| {
                one.value
                    .map_or_else(String::new, |value| value.to_string())
            });
            values.collect::<Vec<_>>().join("/")
        }
    };
    sub_row.cells.iter().map(word).collect()
}

#[test]
fn other_years_are_conditional_and_silence_has_its_reason() {
    let library = Desk::new().open();
    let patents = sub_row(
        &library,
        &filter(IndicatorType::IntellectualProperty),
        "每万人发明专利拥有量",
        Measure::Ratio,
    );
    let silent = format!("{:?}", EmptyReason::NotMentioned);
    assert_eq!(values(&patents), ["58", "20", &silent, "18", &silent]);
    assert_eq!(patents.verdict, Some(Verdict::C));
    let years = patents.reasons.iter().find_map(|reason| match reason {
        Reason::YearDiffers { years } => Some(
            years
                .iter()
                .flatten()
                .map(|year| year.0)
                .collect::<Vec<_>>(),
        ),
        _ => None,
    });
    assert_eq!(years, Some(vec![2018, 2022, 2024]));
}

#[test]
fn a_stock_an_increment_and_a_yearly_figure_never_share_a_sub_row() {
    let library = Desk::new().open();
    let filter = filter(IndicatorType::InnovativeFirms);
    let other = format!("{:?}", EmptyReason::OtherMeasure);
    let of = |measure| values(&sub_row(&library, &filter, "高新技术企业数", measure));
    assert_eq!(of(Measure::Level), [&other, "155", "100", "1000", "500"]);
    assert_eq!(
        of(Measure::Increment),
        ["240", &other, &other, &other, &other]
    );
    assert_eq!(of(Measure::Annual), [&other, &other, &other, "50", &other]);
}

#[test]
fn overview_and_matrix_count_the_same() {
    let library = Desk::new().open();
    let assumed = Choices {
        conversions: vec![Conversion::AnnualToIncrement {
            indicator: "科技型中小企业数".to_owned(),
        }],
        closest_year: Some(Year(2022)),
        ..Choices::default()
    };
    let increments = Filter {
        measure: vec![Measure::Increment],
        ..Filter::default()
    };
    let shared = Filter {
        shared: Some(2),
        ..Filter::default()
    };
    let conditional = Filter {
        verdict: vec![Verdict::C],
        ..Filter::default()
    };
    for (filter, choices) in [
        (Filter::default(), Choices::default()),
        (filter(IndicatorType::Talent), Choices::default()),
        (shared, Choices::default()),
        (Filter::default(), assumed.clone()),
        (increments, assumed.clone()),
        (conditional, assumed),
    ] {
        let matrix = compare::matrix(&library, &filter, &choices).unwrap().matrix;
        let overview = compare::overview(&library, &filter, &choices).unwrap();
        let columns: Vec<_> = matrix
            .plans
            .iter()
            .map(|column| (column.plan, column.targets))
            .collect();
        let shown: Vec<_> = overview
            .plans
            .iter()
            .map(|plan| (plan.plan, plan.targets))
            .collect();
        assert_eq!(columns, shown);
        assert_eq!(
            matrix.targets_shown,
            overview.plans.iter().map(|plan| plan.targets).sum::<u32>()
        );
    }
}

/// The words at a mark, counted as the window counts.
fn at(sentence: &str, mark: Mark) -> String {
    let units: Vec<u16> = sentence.encode_utf16().collect();
    String::from_utf16(&units[mark.start as usize..mark.end as usize]).unwrap()
}

#[test]
fn evidence_marks_the_value_in_its_sentence_and_compares_with_every_other_plan() {
    let library = Desk::new().open();
    let plan = compare::matrix(&library, &Filter::default(), &Choices::default())
        .unwrap()
        .matrix
        .plans[0]
        .plan;
    let query = EvidenceQuery {
        plan,
        indicator: "高新技术企业数".to_owned(),
        measure: Measure::Increment,
    };
    let found = evidence::evidence(&library, &query, &Choices::default()).unwrap();
    let mention = &found.mentions[0];
    assert_eq!(at(&mention.sentence, mention.value_mark.unwrap()), "240家");
    assert!(at(&mention.sentence, mention.quote).contains("高新技术企业"));
    assert!(!mention.sentence.contains('\n') && !mention.sections.is_empty());
    assert_eq!(mention.history.len(), 1);
    assert_eq!(mention.history[0].action, "extracted");
    assert!(found.citation.contains("[Z]."), "{}", found.citation);
    let verdicts: Vec<_> = found
        .comparisons
        .iter()
        .map(|other| (other.measure, other.verdict))
        .collect();
    assert!(
        verdicts.contains(&(Measure::Level, Verdict::D)),
        "a stock is not an increment: {verdicts:?}"
    );
    assert!(
        found
            .comparisons
            .iter()
            .all(|other| other.plan != plan && !other.reasons.is_empty())
    );

    let missing = EvidenceQuery {
        measure: Measure::Rank,
        ..query
    };
    assert_eq!(
        evidence::evidence(&library, &missing, &Choices::default())
            .unwrap_err()
            .code(),
        ErrorCode::NotFound
    );
}

#[test]
fn every_target_has_evidence_whose_marks_hold_its_words() {
    let library = Desk::new().open();
    let matrix = compare::matrix(&library, &Filter::default(), &Choices::default())
        .unwrap()
        .matrix;
    let mut mentions = 0;
    for row in matrix.groups.iter().flat_map(|group| &group.rows) {
        for sub_row in &row.sub_rows {
            for (cell, column) in sub_row.cells.iter().zip(&matrix.plans) {
                let Cell::Stated { statements, .. } = cell else {
                    continue;
                };
                let query = EvidenceQuery {
                    plan: column.plan,
                    indicator: row.indicator.clone(),
                    measure: sub_row.measure,
                };
                let found = evidence::evidence(&library, &query, &Choices::default()).unwrap();
                let stated: usize = statements
                    .iter()
                    .map(|statement| statement.mentions.len())
                    .sum();
                assert_eq!(found.mentions.len(), stated, "{query:?}");
                for mention in &found.mentions {
                    let quote = at(&mention.sentence, mention.quote);
                    assert!(!quote.is_empty());
                    assert_eq!(
                        mention.value.is_some(),
                        mention.value_mark.is_some(),
                        "{quote}"
                    );
                }
                mentions += stated;
            }
        }
    }
    assert_eq!(mentions, matrix.targets_shown as usize);
}

#[test]
fn a_report_is_written_whole_in_every_format() {
    let desk = Desk::new();
    let library = desk.open();
    for (format, start) in [
        (ReportFormat::Xlsx, &b"PK"[..]),
        (ReportFormat::Docx, b"PK"),
        (ReportFormat::Csv, "\u{feff}".as_bytes()),
        (ReportFormat::Json, b"{"),
    ] {
        let request = ReportRequest {
            format,
            language: Language::ZhCn,
            filter: filter(IndicatorType::IntellectualProperty),
            choices: Choices::default(),
            units: UnitMode::AsWritten,
            chapters: Chapter::ALL.to_vec(),
            template: Template::Modern,
            chart: None,
        };
        let bytes = report::build(&library, &desk, &request).unwrap();
        assert!(bytes.starts_with(start), "{format:?} begins otherwise");
        assert_eq!(
            report::build(&library, &desk, &request).unwrap(),
            bytes,
            "{format:?} differs from run to run"
        );
        let name = report::file_name(&desk, &request);
        assert!(name.contains("2025-01-02"), "{name}");
        let path = desk.file("first", "").with_file_name(&name);
        report::save(&library, &desk, &request, &path).unwrap();
        assert_eq!(std::fs::read(&path).unwrap(), bytes);
    }
}
