use crate::case::{decimal, matrix, report, report_of};
use plan_model::{
    Exclusions, Filter, Firmness, IndicatorType, Measure, Op, RegionLevel, Status, Verdict, Year,
};
use plan_report::{Format, Language, ReportCell, UnitMode, write};

#[test]
fn sources_are_numbered_in_table_order_and_each_figure_names_its_own() {
    let report = report(Language::ZhCn, UnitMode::AsWritten);
    let numbers: Vec<u32> = report.sources.iter().map(|source| source.number).collect();
    assert_eq!(numbers, [1, 2, 3, 4, 5, 6, 7, 8]);
    let mut named = Vec::new();
    for cell in report
        .tables
        .iter()
        .flat_map(|table| &table.rows)
        .flat_map(|row| &row.sub_rows)
        .flat_map(|row| &row.cells)
    {
        if let ReportCell::Stated { figures } = cell {
            named.extend(figures.iter().flat_map(|figure| figure.sources.clone()));
        }
    }
    assert_eq!(named, numbers);
}

#[test]
fn units_are_converted_only_on_request_and_the_written_value_stays_named() {
    for (units, value, unit, before) in [
        (UnitMode::AsWritten, "13710", "万元", None),
        (UnitMode::Harmonised, "1.371", "亿元", Some("13710")),
    ] {
        let report = report(Language::ZhCn, units);
        let ReportCell::Stated { figures } = &report.tables[0].rows[2].sub_rows[0].cells[0] else {
            panic!("a figure")
        };
        assert_eq!(
            (figures[0].value, figures[0].unit.as_deref()),
            (Some(decimal(value)), Some(unit))
        );
        assert_eq!(
            figures[0].converted_from.as_ref().map(|from| from.value),
            before.map(decimal)
        );
        assert_eq!(
            report.sources[6].value,
            Some(decimal("13710")),
            "a source says what is written"
        );
    }
}

#[test]
fn a_year_is_noted_only_where_it_is_not_the_plans_main_one() {
    let report = report(Language::ZhCn, UnitMode::AsWritten);
    let note = |cell: &ReportCell| match cell {
        ReportCell::Stated { figures } => figures[0].year_note.clone(),
        ReportCell::Empty { .. } => None,
    };
    let cells = &report.tables[0].rows[0].sub_rows[0].cells;
    assert_eq!(
        cells.iter().map(note).collect::<Vec<_>>(),
        [None, Some("2025年".to_owned())]
    );
}

#[test]
fn active_filters_are_stated_in_words() {
    let filter = Filter {
        indicator_type: vec![IndicatorType::IntellectualProperty],
        measure: vec![Measure::Ratio],
        year: vec![Some(Year(2022)), None],
        level: vec![RegionLevel::County],
        op: vec![Op::Equal, Op::AtLeast],
        firmness: vec![Firmness::Soft],
        verdict: vec![Verdict::C],
        status: vec![Status::Accepted],
        shared: Some(2),
        text: Some(" 专利 ".to_owned()),
        exclude: Exclusions {
            year: vec![None],
            unit: vec!["市科技局".to_owned()],
            ..Exclusions::default()
        },
        ..Filter::default()
    };
    let shown = |language| -> String {
        let report = report_of(&matrix(), &filter, language, UnitMode::AsWritten);
        report
            .filters
            .iter()
            .map(|part| format!("{}={}", part.label, part.value))
            .collect::<Vec<_>>()
            .join(" | ")
    };
    assert_eq!(
        shown(Language::ZhCn),
        "指标类型=知识产权 | 量的性质=比率 | 目标年=2022年、未说明 | 层级=县级 | 比较符号==、≥ | 语气=力争、争取 | \
         可比性=C 有条件可比 | 校核状态=已确认 | 不含：目标年=未说明 | 不含：责任单位=市科技局 | 共有程度=至少2个方案 | 包含文字=专利"
    );
    assert_eq!(
        shown(Language::En),
        "Indicator type=Intellectual property | Measure=Ratio | Target year=2022, not stated | Level=County | \
         Sign==, ≥ | Wording=Aspirational | Comparability=C Conditional | Review status=Accepted | \
         Target year, left out=not stated | Responsible unit, left out=市科技局 | Shared by=at least 2 plans | Containing=专利"
    );
}

/// Chinese words of an English report may only come from the plans and the canonical names.
#[test]
fn an_english_report_says_nothing_in_chinese_of_its_own() {
    let mut report = report(Language::En, UnitMode::Harmonised);
    for plan in &mut report.plans {
        plan.region = String::new();
        plan.title = None;
    }
    for table in &mut report.tables {
        for row in &mut table.rows {
            row.indicator = String::new();
            row.name = row
                .name
                .replace("English of 高新技术企业数", "")
                .replace("English of 单位GDP能耗", "");
        }
    }
    let texts = [
        report.title.clone(),
        report
            .method
            .iter()
            .map(|part| part.value.as_str())
            .collect::<String>(),
        report.generated_on.clone(),
        report
            .filters
            .iter()
            .map(|part| part.label.clone())
            .collect(),
        report
            .versions
            .iter()
            .map(|part| part.label.clone() + &part.value)
            .collect(),
        report
            .plans
            .iter()
            .map(|plan| {
                format!(
                    "{}{}{:?}{:?}{:?}{:?}",
                    plan.level_line,
                    plan.genre_line,
                    plan.period,
                    plan.horizons,
                    plan.issued,
                    plan.notes
                )
            })
            .collect(),
        report
            .tables
            .iter()
            .map(|table| table.title.clone() + &table.extent)
            .collect(),
        report
            .tables
            .iter()
            .flat_map(|table| &table.rows)
            .flat_map(|row| &row.sub_rows)
            .map(|row| {
                format!(
                    "{}{}{:?}{:?}",
                    row.measure_word, row.verdict_word, row.reasons, row.unit
                )
            })
            .collect(),
        report
            .not_comparable
            .iter()
            .map(|caveat| {
                format!(
                    "{}{}{:?}",
                    caveat.measure_word, caveat.verdict_word, caveat.reasons
                )
            })
            .collect(),
        report
            .sources
            .iter()
            .map(|source| {
                format!(
                    "{}{}{}{}",
                    source.type_word, source.measure_word, source.firmness_word, source.status_word
                )
            })
            .collect::<String>(),
    ];
    for text in texts {
        assert!(
            !text
                .chars()
                .any(|ch| ('\u{4e00}'..='\u{9fff}').contains(&ch)),
            "{text}"
        );
    }
}

#[test]
fn the_same_report_gives_the_same_bytes() {
    for language in [Language::ZhCn, Language::En] {
        for format in Format::ALL {
            let once = write(&report(language, UnitMode::AsWritten), *format).unwrap();
            std::thread::sleep(std::time::Duration::from_millis(
                1100 * u64::from(*format == Format::Xlsx),
            ));
            assert!(
                once == write(&report(language, UnitMode::AsWritten), *format).unwrap(),
                "{format:?}"
            );
        }
    }
}

#[test]
fn an_empty_comparison_is_still_a_report() {
    let mut empty = matrix();
    empty.groups.clear();
    empty.plans.clear();
    for format in Format::ALL {
        let report = report_of(
            &empty,
            &Filter::default(),
            Language::ZhCn,
            UnitMode::AsWritten,
        );
        assert!(!write(&report, *format).unwrap().is_empty());
    }
}
