use crate::plans::{FIRMS, PATENTS, Says, city, filtered, plan, rows, sub_row};
use plan_compare::ComparedPlan;
use plan_model::{
    FacetCount, Filter, Firmness, IndicatorType, Measure, Op, PlanId, RegionLevel, Verdict, Year,
};

fn library() -> Vec<ComparedPlan> {
    vec![
        city(1, "甲市")
            .says(FIRMS, Measure::Level, "= 155 家 @2024 by:科技局")
            .says(
                FIRMS,
                Measure::Increment,
                ">= 20 家 @2024 ! by:科技局 by:财政局",
            )
            .says(PATENTS, Measure::Ratio, "= 58 件/万人 @2024"),
        plan(2, "乙县", Some(RegionLevel::County))
            .says(FIRMS, Measure::Level, "> 100 家 @2025 #省级")
            .says("新事物数", Measure::Level, "= 3 个"),
        city(3, "丙市").says(PATENTS, Measure::Ratio, "= 18 件/万人 @2024"),
    ]
}

fn names(filter: &Filter) -> Vec<String> {
    rows(&filtered(&library(), filter).0)
        .into_iter()
        .map(|row| row.indicator.clone())
        .collect()
}

fn counts(facet: &[FacetCount]) -> Vec<(&str, u32)> {
    facet
        .iter()
        .map(|count| (count.value.as_str(), count.count))
        .collect()
}

#[test]
fn every_part_of_the_filter_hides_what_it_says() {
    let default = Filter::default;
    for (filter, indicators, shown) in [
        (default(), vec![FIRMS, PATENTS, "新事物数"], 6),
        (
            Filter {
                plans: vec![PlanId(3), PlanId(9)],
                ..default()
            },
            vec![PATENTS],
            1,
        ),
        (
            Filter {
                indicator_type: vec![IndicatorType::IntellectualProperty],
                ..default()
            },
            vec![PATENTS],
            2,
        ),
        (
            Filter {
                measure: vec![Measure::Increment],
                ..default()
            },
            vec![FIRMS],
            1,
        ),
        (
            Filter {
                year: vec![Some(Year(2025))],
                ..default()
            },
            vec![FIRMS],
            1,
        ),
        (
            Filter {
                year: vec![None],
                ..default()
            },
            vec!["新事物数"],
            1,
        ),
        (
            Filter {
                level: vec![RegionLevel::County],
                ..default()
            },
            vec![FIRMS, "新事物数"],
            2,
        ),
        (
            Filter {
                region: vec!["丙市".to_owned()],
                ..default()
            },
            vec![PATENTS],
            1,
        ),
        (
            Filter {
                op: vec![Op::AtLeast, Op::MoreThan],
                ..default()
            },
            vec![FIRMS],
            2,
        ),
        (
            Filter {
                firmness: vec![Firmness::Soft],
                ..default()
            },
            vec![FIRMS],
            1,
        ),
        (
            Filter {
                unit: vec!["财政局".to_owned()],
                ..default()
            },
            vec![FIRMS],
            1,
        ),
        (
            Filter {
                verdict: vec![Verdict::A],
                ..default()
            },
            vec![PATENTS],
            2,
        ),
        (
            Filter {
                verdict: vec![Verdict::C],
                ..default()
            },
            vec![FIRMS],
            2,
        ),
        (
            Filter {
                shared: Some(2),
                ..default()
            },
            vec![FIRMS, PATENTS],
            5,
        ),
        (
            Filter {
                shared_max: Some(1),
                ..default()
            },
            vec!["新事物数"],
            1,
        ),
        (
            Filter {
                text: Some("高新 企业".to_owned()),
                ..default()
            },
            vec![FIRMS],
            3,
        ),
        (
            Filter {
                text: Some("省级".to_owned()),
                ..default()
            },
            vec![FIRMS],
            1,
        ),
        (
            Filter {
                text: Some("INVENTION".to_owned()),
                ..default()
            },
            vec![PATENTS],
            2,
        ),
        (
            Filter {
                text: Some("没有的字".to_owned()),
                ..default()
            },
            vec![],
            0,
        ),
    ] {
        assert_eq!(names(&filter), indicators, "{filter:?}");
        assert_eq!(
            filtered(&library(), &filter).0.targets_shown,
            shown,
            "{filter:?}"
        );
    }
}

#[test]
fn plans_come_in_the_order_of_the_filter_and_level_drops_columns() {
    let ordered = Filter {
        plans: vec![PlanId(3), PlanId(1), PlanId(3)],
        ..Filter::default()
    };
    let columns = |filter: &Filter| -> Vec<i64> {
        filtered(&library(), filter)
            .0
            .plans
            .iter()
            .map(|head| head.plan.0)
            .collect()
    };
    assert_eq!(columns(&ordered), [3, 1]);
    assert_eq!(
        columns(&Filter {
            level: vec![RegionLevel::Prefecture],
            ..Filter::default()
        }),
        [1, 3]
    );
    let (matrix, _) = filtered(&library(), &ordered);
    assert_eq!((matrix.targets_shown, matrix.targets_total), (4, 4));
}

#[test]
fn a_filter_can_make_figures_comparable() {
    let (matrix, _) = filtered(
        &library(),
        &Filter {
            year: vec![Some(Year(2024))],
            ..Filter::default()
        },
    );
    assert_eq!(
        sub_row(&matrix, FIRMS, Measure::Level).verdict,
        None,
        "only one plan is left"
    );
}

#[test]
fn a_facet_counts_with_all_other_parts_applied() {
    let filter = Filter {
        measure: vec![Measure::Level],
        year: vec![Some(Year(2024))],
        ..Filter::default()
    };
    let (_, facets) = filtered(&library(), &filter);
    assert_eq!(
        counts(&facets.measure),
        [("level", 1), ("increment", 1), ("ratio", 2)],
        "year applied, measure not"
    );
    assert_eq!(
        counts(&facets.year),
        [("2024", 1), ("2025", 1), ("", 1)],
        "measure applied, year not"
    );
    assert_eq!(
        counts(&facets.level),
        [("prefecture", 1), ("county", 0)],
        "both applied"
    );
    assert_eq!(counts(&facets.unit), [("科技局", 1)]);
    assert_eq!(
        facets.indicator_type.len(),
        IndicatorType::ALL.len(),
        "types without targets are listed"
    );
    assert_eq!(
        facets
            .indicator_type
            .iter()
            .map(|count| count.count)
            .sum::<u32>(),
        1
    );
}

#[test]
fn facets_of_verdict_and_sharing_count_rows() {
    let (_, facets) = filtered(&library(), &Filter::default());
    assert_eq!(
        counts(&facets.verdict),
        [("A", 1), ("B", 0), ("C", 1), ("D", 0), ("E", 0)]
    );
    assert_eq!(counts(&facets.shared), [("1", 1), ("2", 2)]);
    let conditional = Filter {
        verdict: vec![Verdict::C],
        ..Filter::default()
    };
    let (_, facets) = filtered(&library(), &conditional);
    assert_eq!(
        counts(&facets.verdict),
        [("A", 1), ("B", 0), ("C", 1), ("D", 0), ("E", 0)]
    );
    assert_eq!(counts(&facets.shared), [("2", 1)]);
    assert_eq!(
        counts(&facets.measure),
        [("level", 2), ("increment", 0), ("ratio", 0)]
    );
}

#[test]
fn counts_of_the_default_filter_agree_with_the_matrix() {
    let (matrix, facets) = filtered(&library(), &Filter::default());
    for facet in [
        &facets.indicator_type,
        &facets.measure,
        &facets.year,
        &facets.level,
        &facets.op,
        &facets.firmness,
        &facets.status,
    ] {
        assert_eq!(
            facet.iter().map(|count| count.count).sum::<u32>(),
            matrix.targets_shown
        );
    }
    assert_eq!(
        matrix.plans.iter().map(|head| head.targets).sum::<u32>(),
        matrix.targets_shown
    );
    for group in &matrix.groups {
        assert_eq!(group.plan_targets.iter().sum::<u32>(), group.targets);
    }
}

#[test]
fn only_differences_leaves_out_rows_in_which_plans_commit_to_the_same() {
    let plans = vec![
        city(1, "甲市")
            .says(FIRMS, Measure::Level, "= 155 家 @2024")
            .says(PATENTS, Measure::Ratio, "= 20 件/万人 @2024")
            .says("新事物数", Measure::Level, "= 3 个"),
        city(2, "乙市")
            .says(FIRMS, Measure::Level, "= 100 家 @2025")
            .says(PATENTS, Measure::Ratio, "= 20 件/万人 @2025"),
    ];
    let filter = Filter {
        differences: true,
        ..Filter::default()
    };
    let (matrix, facets) = filtered(&plans, &filter);
    let kept: Vec<&str> = rows(&matrix)
        .into_iter()
        .map(|row| row.indicator.as_str())
        .collect();
    assert_eq!(
        kept,
        [FIRMS],
        "another year alone is no difference, nor is one speaker"
    );
    assert_eq!(matrix.targets_shown, 2);
    assert_eq!(
        counts(&facets.measure).first(),
        Some(&("level", 2)),
        "facets count the same rows"
    );
}

#[test]
fn differences_are_of_value_bound_benchmark_or_population_but_not_of_year() {
    let filter = Filter {
        differences: true,
        ..Filter::default()
    };
    for (left, right, differ) in [
        ("= 155 家 @2024", "= 155 家 @2025", false),
        ("= 155 家 @2024", "= 155 户 @2024", false),
        ("= 155 家 @2024 #全市", "= 155 家 @2024 !", false),
        ("= 155 家 @2024", "= 156 家 @2024", true),
        ("= 155 家 @2024", ">= 155 家 @2024", true),
        ("= 155 家 @2024 #省级", "= 155 家 @2024", true),
        ("> - - ^全省平均水平", "> - - ^全国平均水平", true),
    ] {
        let plans = [
            city(1, "甲市").says(FIRMS, Measure::Level, left),
            city(2, "乙市").says(FIRMS, Measure::Level, right),
        ];
        let (matrix, facets) = filtered(&plans, &filter);
        assert_eq!(!rows(&matrix).is_empty(), differ, "{left} | {right}");
        let counted: u32 = facets.measure.iter().map(|count| count.count).sum();
        assert_eq!(counted, if differ { 2 } else { 0 }, "{left} | {right}");
    }
    let alone = [city(1, "甲市").says(FIRMS, Measure::Level, "= 155 家 @2024")];
    assert!(rows(&filtered(&alone, &filter).0).is_empty());
}
