use crate::plans::{FIRMS, PATENTS, Says, all, city, filtered, rows, shown, statements, sub_row};
use plan_model::{Cell, EmptyReason, Filter, Firmness, IndicatorType, Measure, Op, Status, Year};

#[test]
fn mentions_that_say_the_same_are_one_statement() {
    let level = Measure::Level;
    for (figures, expected) in [
        (&["> 100 家 @2025", "> 100 家 @2025"][..], ">100家@2025×2"),
        (&["> 100 家", "> 100 家 @2025"], ">100家@2025×2"),
        (&["= 100 家 @2025", "= 100.0 家 @2025"], "=100家@2025×2"),
        (
            &["= 100 家 @2025 #全市", "= 100 家 @2025"],
            "=100家@2025#全市×2",
        ),
        (
            &["> 100 家 @2025", "= 100 家 @2025"],
            ">100家@2025×1 =100家@2025×1",
        ),
        (
            &["= 100 家 @2022", "= 150 家 @2025"],
            "=150家@2025×1 =100家@2022×1",
        ),
        (
            &["= 100 家 @2022", "= 100 家 @2025", "= 100 家"],
            "=100家@2025×2 =100家@2022×1",
        ),
        (
            &["= 300 家 @2025 #市级", "= 170 家 @2025 #省级"],
            "=300家@2025#市级×1 =170家@2025#省级×1",
        ),
        (&["= 100 家"], "=100家×1"),
        (&["= 1~2 家", "= 1 家"], "=1家×1 =1家×1"),
    ] {
        let mut plan = city(1, "甲市").over(2023, 2025);
        for figure in figures {
            plan = plan.says(FIRMS, level, figure);
        }
        let matrix = all(&[plan]);
        assert_eq!(
            shown(&sub_row(&matrix, FIRMS, level).cells[0]),
            expected,
            "{figures:?}"
        );
    }
}

#[test]
fn firm_words_win_and_the_lowest_confidence_stays() {
    let mut plan = city(1, "甲市")
        .says(FIRMS, Measure::Level, "= 100 家 @2025 !")
        .says(FIRMS, Measure::Level, "= 100 家 @2025");
    plan.targets[0].target.confidence = 40;
    let matrix = all(&[plan]);
    let said = &statements(&sub_row(&matrix, FIRMS, Measure::Level).cells[0])[0];
    assert_eq!(
        (said.firmness, said.confidence, said.mentions.len()),
        (Firmness::Firm, 40, 2)
    );
}

#[test]
fn mentions_come_in_order_of_place() {
    let plan = city(1, "甲市")
        .says(FIRMS, Measure::Level, "= 100 家")
        .says(FIRMS, Measure::Level, "= 100 家 @2025")
        .says(FIRMS, Measure::Level, "= 100 家");
    let ids: Vec<_> = plan.targets.iter().map(|said| said.id).collect();
    let matrix = all(&[plan]);
    assert_eq!(
        statements(&sub_row(&matrix, FIRMS, Measure::Level).cells[0])[0].mentions,
        ids
    );
}

#[test]
fn an_empty_cell_says_why() {
    let plans = [
        city(1, "甲市").says(FIRMS, Measure::Level, "= 155 家 @2024"),
        city(2, "乙市").says(FIRMS, Measure::Increment, "= 240 家 @2022"),
        city(3, "丙市").says(FIRMS, Measure::Growth, "> - - ^全省平均水平"),
        city(4, "丁市").says(FIRMS, Measure::Level, "= 99 家 @2024 rejected"),
        city(5, "戊市").says(PATENTS, Measure::Ratio, "= 18 件/万人"),
        city(6, "己市").says(FIRMS, Measure::Level, "= 7 家 @2030"),
    ];
    let filter = Filter {
        year: vec![Some(Year(2024)), Some(Year(2022))],
        ..Filter::default()
    };
    let (matrix, _) = filtered(&plans, &filter);
    let reasons: Vec<_> = sub_row(&matrix, FIRMS, Measure::Level)
        .cells
        .iter()
        .map(shown)
        .collect();
    assert_eq!(
        reasons,
        [
            "=155家@2024×1",
            "OtherMeasure",
            "OnlyRelative",
            "Rejected",
            "NotMentioned",
            "FilteredOut"
        ]
    );
}

#[test]
fn rejected_targets_show_only_when_asked_for_and_never_as_a_figure() {
    let plans = [city(1, "甲市")
        .says(FIRMS, Measure::Level, "= 99 家 @2024 rejected")
        .says(PATENTS, Measure::Ratio, "= 18 件/万人")];
    assert_eq!(rows(&all(&plans)).len(), 1);
    let (matrix, facets) = filtered(
        &plans,
        &Filter {
            status: vec![Status::Rejected],
            ..Filter::default()
        },
    );
    assert_eq!(
        sub_row(&matrix, FIRMS, Measure::Level).cells,
        [Cell::Empty {
            reason: EmptyReason::Rejected
        }]
    );
    assert_eq!((matrix.targets_shown, matrix.targets_total), (0, 1));
    let counts: Vec<_> = facets
        .status
        .iter()
        .map(|count| (count.value.as_str(), count.count))
        .collect();
    assert_eq!(counts, [("extracted", 1), ("rejected", 1)]);
}

#[test]
fn rows_follow_the_lexicon_and_unknown_ones_come_after_by_name() {
    let plans = [city(1, "甲市")
        .says("乙种新事物数", Measure::Level, "= 1 个")
        .says("甲种新事物数", Measure::Level, "= 1 个")
        .says(PATENTS, Measure::Ratio, "= 18 件/万人")
        .says(FIRMS, Measure::Level, "= 155 家")];
    let matrix = all(&plans);
    let types: Vec<_> = matrix
        .groups
        .iter()
        .map(|group| group.indicator_type)
        .collect();
    assert_eq!(
        types,
        [
            IndicatorType::InnovativeFirms,
            IndicatorType::IntellectualProperty,
            IndicatorType::Ecosystem
        ]
    );
    let names: Vec<_> = rows(&matrix)
        .into_iter()
        .map(|row| row.indicator.as_str())
        .collect();
    assert_eq!(names, [FIRMS, PATENTS, "乙种新事物数", "甲种新事物数"]);
    assert!(
        rows(&matrix)[0].indicator_en.is_some(),
        "the lexicon names its own"
    );
    assert!(
        rows(&matrix)[2].indicator_en.is_none(),
        "an unknown wording is never given a neighbour's name"
    );
}

#[test]
fn an_unknown_indicator_takes_the_type_of_most_of_its_targets() {
    let mut plan = city(1, "甲市");
    for indicator_type in [
        IndicatorType::Finance,
        IndicatorType::Talent,
        IndicatorType::Talent,
    ] {
        plan = plan.says("新事物数", Measure::Level, "= 1 个");
        plan.targets.last_mut().unwrap().target.indicator_type = indicator_type;
    }
    assert_eq!(all(&[plan]).groups[0].indicator_type, IndicatorType::Talent);
}

#[test]
fn heads_name_the_plan_and_its_main_year() {
    let mut unnamed = city(2, "")
        .says(FIRMS, Measure::Level, "= 1 家 @2020")
        .says(FIRMS, Measure::Level, "= 2 家 @2020");
    unnamed = unnamed.says(FIRMS, Measure::Level, "= 3 家 @2025");
    let plans = [
        city(1, "甲市")
            .over(2020, 2022)
            .says(FIRMS, Measure::Level, "= 155 家 @2024"),
        unnamed,
    ];
    let heads: Vec<_> = all(&plans)
        .plans
        .into_iter()
        .map(|head| (head.region, head.main_year, head.targets))
        .collect();
    assert_eq!(
        heads,
        [
            ("甲市".to_owned(), Some(Year(2022)), 1),
            ("2.txt".to_owned(), Some(Year(2020)), 3)
        ]
    );
}

#[test]
fn signs_are_kept_and_never_part_of_the_number() {
    let plan = city(1, "甲市").says(FIRMS, Measure::Level, "~ 0.1891 家 @2024");
    let matrix = all(&[plan]);
    let said = &statements(&sub_row(&matrix, FIRMS, Measure::Level).cells[0])[0];
    assert_eq!(
        (said.op, said.value.unwrap().to_string().as_str()),
        (Op::About, "0.1891")
    );
}
