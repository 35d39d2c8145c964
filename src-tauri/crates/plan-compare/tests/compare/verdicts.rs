use crate::plans::{FIRMS, PATENTS, Says, all, city, plan, sub_row};
use plan_compare::{Spoken, verdict_between};
use plan_lexicon::Lexicon;
use plan_model::{Measure, Reason, RegionLevel, Verdict, Year};

/// The word of a reason's kind.
fn kind(reason: &Reason) -> &'static str {
    match reason {
        Reason::Same => "same",
        Reason::Converted { .. } => "converted",
        Reason::YearDiffers { .. } => "year",
        Reason::LevelDiffers { .. } => "level",
        Reason::ScopeDiffers { .. } => "scope",
        Reason::MeasureDiffers { .. } => "measure",
        Reason::UnitDiffers { .. } => "unit",
        Reason::Relative { .. } => "relative",
        Reason::SeveralStatements { .. } => "several",
        Reason::NoTable => "no_table",
        Reason::NoNumber => "no_number",
        Reason::Contradictory { .. } => "contradictory",
        Reason::Assumed { .. } => "assumed",
    }
}

#[test]
fn verdict_follows_unit_year_level_and_scope() {
    let money = "全社会研发经费投入";
    for (measure, indicator, left, right, verdict, reasons) in [
        (
            Measure::Level,
            FIRMS,
            "= 155 家 @2024",
            "> 100 家 @2024",
            Verdict::A,
            "same",
        ),
        (
            Measure::Level,
            FIRMS,
            "= 155 家 @2024 !",
            ">= 100 家 @2024",
            Verdict::A,
            "same",
        ),
        (
            Measure::Level,
            FIRMS,
            "= 155 家 @2024",
            "= 100 家 @2025",
            Verdict::C,
            "year",
        ),
        (
            Measure::Level,
            FIRMS,
            "= 155 家 @2024",
            "= 100 家",
            Verdict::C,
            "year",
        ),
        (
            Measure::Level,
            FIRMS,
            "= 155 家",
            "= 100 家",
            Verdict::C,
            "year",
        ),
        (
            Measure::Level,
            FIRMS,
            "= 155 家 @2024 #全市",
            "= 100 家 @2024",
            Verdict::A,
            "same",
        ),
        (
            Measure::Level,
            FIRMS,
            "= 155 家 @2024 #省级",
            "= 100 家 @2024",
            Verdict::C,
            "scope",
        ),
        (
            Measure::Level,
            FIRMS,
            "= 155 家 @2024 #省级",
            "= 100 家 @2025 #市级",
            Verdict::C,
            "year scope",
        ),
        (
            Measure::Level,
            FIRMS,
            "= 155 家 @2024",
            "= 100 户 @2024",
            Verdict::B,
            "converted",
        ),
        (
            Measure::Level,
            money,
            "= 16.1 亿元 @2024",
            "= 9000 万元 @2024",
            Verdict::B,
            "converted",
        ),
        (
            Measure::Level,
            money,
            "= 16.1 亿元 @2024",
            "= 9000 万元 @2025",
            Verdict::C,
            "converted year",
        ),
        (
            Measure::Level,
            money,
            "= 16.1 亿元 @2024",
            "= 9 % @2024",
            Verdict::D,
            "unit",
        ),
        (
            Measure::Level,
            money,
            "= 16.1 亿元 @2024",
            "= 9 - @2024",
            Verdict::D,
            "unit",
        ),
        (
            Measure::Growth,
            money,
            "= 9 % @2022",
            "> - - @2022 ^全省平均水平",
            Verdict::E,
            "relative",
        ),
        (
            Measure::Growth,
            money,
            "= 9 % @2022",
            "> 2 % @2022 ^全省平均水平",
            Verdict::E,
            "relative",
        ),
        (
            Measure::Rank,
            FIRMS,
            "= 50 位 @2022 #全国",
            "= 30 位 @2022 #全国",
            Verdict::A,
            "same",
        ),
        (
            Measure::Rank,
            FIRMS,
            "= 50 位 @2022",
            "= 30 位 @2022 #全国",
            Verdict::E,
            "no_table",
        ),
    ] {
        let plans = [
            city(1, "甲市").says(indicator, measure, left),
            city(2, "乙市").says(indicator, measure, right),
        ];
        let matrix = all(&plans);
        let sub_row = sub_row(&matrix, indicator, measure);
        let found: Vec<_> = sub_row.reasons.iter().map(kind).collect();
        assert_eq!(
            (sub_row.verdict, found.join(" ").as_str()),
            (Some(verdict), reasons),
            "{left} | {right}"
        );
    }
}

#[test]
fn region_level_makes_it_conditional() {
    let plans = [
        city(1, "甲市").says(FIRMS, Measure::Level, "= 155 家 @2024"),
        plan(2, "乙县", Some(RegionLevel::County)).says(FIRMS, Measure::Level, "= 15 家 @2024"),
        plan(3, "丙", None).says(FIRMS, Measure::Level, "= 5 家 @2024"),
    ];
    let two = all(&plans[..2]);
    let levels = vec![RegionLevel::Prefecture, RegionLevel::County];
    assert_eq!(
        sub_row(&two, FIRMS, Measure::Level).reasons,
        [Reason::LevelDiffers { levels }]
    );
    let unknown = all(&plans[2..]);
    assert_eq!(sub_row(&unknown, FIRMS, Measure::Level).verdict, None);
    let one_unknown = all(&[plans[0].clone(), plans[2].clone()]);
    assert_eq!(
        sub_row(&one_unknown, FIRMS, Measure::Level).verdict,
        Some(Verdict::C)
    );
}

#[test]
fn patents_of_three_years_are_one_conditional_sub_row() {
    let plans = [
        city(1, "芜湖市").says(PATENTS, Measure::Ratio, "= 58 件/万人 @2022"),
        plan(2, "无为市", Some(RegionLevel::County)).says(
            PATENTS,
            Measure::Ratio,
            "= 20 件/万人 @2024",
        ),
        city(3, "南通市").says(PATENTS, Measure::Ratio, "= 18 件/万人 @2018"),
    ];
    let matrix = all(&plans);
    let sub_row = sub_row(&matrix, PATENTS, Measure::Ratio);
    assert_eq!(sub_row.verdict, Some(Verdict::C));
    let years = [2018, 2022, 2024].map(|year| Some(Year(year))).to_vec();
    assert!(
        sub_row.reasons.contains(&Reason::YearDiffers { years }),
        "{:?}",
        sub_row.reasons
    );
    assert_eq!(sub_row.unit.as_deref(), Some("件/万人"));
    assert_eq!(sub_row.pairs.len(), 3);
}

#[test]
fn stock_increment_and_yearly_figure_never_share_a_sub_row() {
    let plans = [
        city(1, "甲市").says(FIRMS, Measure::Increment, "= 240 家 @2022"),
        city(2, "乙市")
            .says(FIRMS, Measure::Level, "= 1000 家 @2018")
            .says(FIRMS, Measure::Annual, "= 50 家 !"),
        city(3, "丙市").says(FIRMS, Measure::Level, "~ 500 家 @2022"),
    ];
    let matrix = all(&plans);
    let measures: Vec<_> = crate::plans::row(&matrix, FIRMS)
        .sub_rows
        .iter()
        .map(|row| row.measure)
        .collect();
    assert_eq!(
        measures,
        [Measure::Level, Measure::Increment, Measure::Annual]
    );
    assert_eq!(sub_row(&matrix, FIRMS, Measure::Increment).verdict, None);
    assert_eq!(sub_row(&matrix, FIRMS, Measure::Level).pairs.len(), 1);
}

#[test]
fn increments_over_different_spans_are_conditional() {
    let one_year =
        city(1, "甲市")
            .over(2022, 2022)
            .says(FIRMS, Measure::Increment, "= 100 家 @2022");
    let three_years =
        city(2, "乙市")
            .over(2020, 2022)
            .says(FIRMS, Measure::Increment, "= 100 家 @2022");
    let matrix = all(&[one_year.clone(), three_years]);
    let years = [2020, 2022].map(|year| Some(Year(year))).to_vec();
    assert_eq!(
        sub_row(&matrix, FIRMS, Measure::Increment).reasons,
        [Reason::YearDiffers { years }]
    );
    let same = city(2, "乙市").says(FIRMS, Measure::Increment, "= 90 家 @2022 from:2022");
    assert_eq!(
        sub_row(&all(&[one_year, same]), FIRMS, Measure::Increment).verdict,
        Some(Verdict::A)
    );
}

#[test]
fn a_relative_target_does_not_weaken_the_figures_of_others() {
    let plans = [
        city(1, "甲市").says(FIRMS, Measure::Growth, "= 9 % @2022"),
        city(2, "乙市").says(FIRMS, Measure::Growth, "= 15 % @2022"),
        city(3, "丙市").says(FIRMS, Measure::Growth, "> - - @2022 ^全省平均水平"),
    ];
    let matrix = all(&plans);
    let found = sub_row(&matrix, FIRMS, Measure::Growth);
    let relative = Reason::Relative {
        benchmarks: vec!["全省平均水平".to_owned()],
    };
    assert_eq!(
        (found.verdict, &found.reasons),
        (Some(Verdict::A), &vec![Reason::Same, relative.clone()])
    );
    let verdicts: Vec<_> = found.pairs.iter().map(|pair| pair.verdict).collect();
    assert_eq!(verdicts, [Verdict::A, Verdict::E, Verdict::E]);
    let without = all(&plans[1..]);
    let found = sub_row(&without, FIRMS, Measure::Growth);
    assert_eq!(
        (found.verdict, &found.reasons),
        (Some(Verdict::E), &vec![relative])
    );
}

#[test]
fn the_best_matching_statements_of_two_cells_are_compared() {
    let two_years = city(1, "甲市")
        .says(FIRMS, Measure::Level, "= 100 家 @2022")
        .says(FIRMS, Measure::Level, "= 150 家 @2025");
    let matched = all(&[
        two_years.clone(),
        city(2, "乙市").says(FIRMS, Measure::Level, "= 90 家 @2025"),
    ]);
    let found = sub_row(&matched, FIRMS, Measure::Level);
    assert_eq!(found.verdict, Some(Verdict::A));
    assert_eq!(
        found.reasons,
        [Reason::Same, Reason::SeveralStatements { plans: 1 }]
    );
    // Two numbers for the same year: neither stands for the plan.
    let contradicting = two_years.says(FIRMS, Measure::Level, "= 160 家 @2025");
    let unsure = all(&[
        contradicting,
        city(2, "乙市").says(FIRMS, Measure::Level, "= 90 家 @2025"),
    ]);
    assert_eq!(
        sub_row(&unsure, FIRMS, Measure::Level).verdict,
        Some(Verdict::C)
    );
}

#[test]
fn figures_of_two_dimensions_harmonise_to_the_greater_part() {
    let firms =
        |id: i64, figure: &str| city(id, &format!("{id}市")).says(FIRMS, Measure::Level, figure);
    let plans = [
        firms(1, "= 10 家 @2025"),
        firms(2, "= 20 家 @2025"),
        firms(3, "= 3 亿元 @2025"),
    ];
    let matrix = all(&plans);
    let found = sub_row(&matrix, FIRMS, Measure::Level);
    assert_eq!(
        (found.verdict, found.unit.as_deref()),
        (Some(Verdict::D), Some("家"))
    );
    let harmonised: Vec<_> = found
        .cells
        .iter()
        .map(|cell| crate::plans::statements(cell)[0].harmonised.is_some())
        .collect();
    assert_eq!(harmonised, [true, true, false]);
    let even = all(&plans[1..]);
    assert_eq!(
        sub_row(&even, FIRMS, Measure::Level).unit,
        None,
        "neither dimension has the greater part"
    );
}

#[test]
fn units_convert_exactly_to_the_most_common_one() {
    let money = "技术合同成交额";
    let plans = [
        city(1, "甲市").says(money, Measure::Level, "= 400 亿元 @2025"),
        city(2, "乙市").says(money, Measure::Level, "= 13710 万元 @2025"),
        city(3, "丙市").says(money, Measure::Level, "= 1~2 亿元 @2025"),
    ];
    let matrix = all(&plans);
    let found = sub_row(&matrix, money, Measure::Level);
    let values: Vec<_> = found
        .cells
        .iter()
        .map(|cell| {
            crate::plans::statements(cell)[0]
                .harmonised
                .clone()
                .unwrap()
        })
        .map(|shown| {
            format!(
                "{} {:?} ×{}",
                shown.value,
                shown.value_max.map(|max| max.to_string()),
                shown.factor
            )
        })
        .collect();
    assert_eq!(
        values,
        ["400 None ×1", "1.371 None ×0.0001", "1 Some(\"2\") ×1"]
    );
    let factor = Reason::Converted {
        from: "万元".to_owned(),
        to: "亿元".to_owned(),
        factor: "0.0001".to_owned(),
    };
    assert_eq!(
        (found.verdict, &found.reasons),
        (Some(Verdict::B), &vec![factor])
    );
}

#[test]
fn statements_of_two_measures_are_judged_for_the_evidence() {
    let plans = [
        city(1, "甲市").says(FIRMS, Measure::Increment, "= 240 家 @2022"),
        city(2, "乙市")
            .says(FIRMS, Measure::Level, "= 155 家 @2022")
            .says(FIRMS, Measure::Annual, "= 50 家 @2022")
            .says(FIRMS, Measure::Growth, "> - - @2022 ^全省平均水平"),
    ];
    let matrix = all(&plans);
    let said = |plan: usize, measure| {
        let cell = &sub_row(&matrix, FIRMS, measure).cells[plan];
        crate::plans::statements(cell)[0].clone()
    };
    let increment = said(0, Measure::Increment);
    for (measure, verdict) in [
        (Measure::Level, Verdict::D),
        (Measure::Annual, Verdict::C),
        (Measure::Growth, Verdict::E),
    ] {
        let other = said(1, measure);
        let left = Spoken {
            meta: &plans[0].meta,
            indicator: FIRMS,
            measure: Measure::Increment,
            statement: &increment,
        };
        let right = Spoken {
            meta: &plans[1].meta,
            indicator: FIRMS,
            measure,
            statement: &other,
        };
        let judged = verdict_between(&left, &right, Lexicon::builtin());
        assert_eq!(judged.0, verdict, "{measure}: {:?}", judged.1);
        assert_eq!(judged, verdict_between(&right, &left, Lexicon::builtin()));
    }
}
