//! What the analyst does not want to see: every list of the filter has its counterpart, and counts stay honest.

use crate::plans::{FIRMS, PATENTS, Says, city, filtered, plan, rows};
use plan_compare::ComparedPlan;
use plan_model::{
    Exclusions, Facet, FacetCount, Facets, Filter, Firmness, IndicatorType, Matrix, Measure, Op,
    RegionLevel, Status, Verdict, Year,
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

fn without(exclude: Exclusions) -> (Matrix, Facets) {
    let filter = Filter {
        exclude,
        ..Filter::default()
    };
    filtered(&library(), &filter)
}

#[test]
fn every_list_hides_what_it_names_and_nothing_else() {
    let none = Exclusions::default;
    for (exclude, indicators, shown) in [
        (none(), vec![FIRMS, PATENTS, "新事物数"], 6),
        (
            Exclusions {
                indicator_type: vec![IndicatorType::IntellectualProperty],
                ..none()
            },
            vec![FIRMS, "新事物数"],
            4,
        ),
        (
            Exclusions {
                measure: vec![Measure::Level],
                ..none()
            },
            vec![FIRMS, PATENTS],
            3,
        ),
        (
            Exclusions {
                year: vec![None, Some(Year(2025))],
                ..none()
            },
            vec![FIRMS, PATENTS],
            4,
        ),
        (
            Exclusions {
                level: vec![RegionLevel::County],
                ..none()
            },
            vec![FIRMS, PATENTS],
            4,
        ),
        (
            Exclusions {
                region: vec!["甲市".to_owned()],
                ..none()
            },
            vec![FIRMS, PATENTS, "新事物数"],
            3,
        ),
        (
            Exclusions {
                op: vec![Op::Equal],
                ..none()
            },
            vec![FIRMS],
            2,
        ),
        (
            Exclusions {
                firmness: vec![Firmness::Soft],
                ..none()
            },
            vec![FIRMS, PATENTS, "新事物数"],
            5,
        ),
        (
            Exclusions {
                verdict: vec![Verdict::A],
                ..none()
            },
            vec![FIRMS, "新事物数"],
            4,
        ),
        (
            Exclusions {
                status: vec![Status::Extracted],
                ..none()
            },
            vec![],
            0,
        ),
        (
            Exclusions {
                unit: vec!["财政局".to_owned()],
                ..none()
            },
            vec![FIRMS, PATENTS, "新事物数"],
            5,
        ),
    ] {
        let (matrix, _) = without(exclude.clone());
        let mut found: Vec<&str> = rows(&matrix)
            .into_iter()
            .map(|row| row.indicator.as_str())
            .collect();
        found.sort_unstable();
        let mut expected = indicators;
        expected.sort_unstable();
        assert_eq!(found, expected, "{exclude:?}");
        assert_eq!(matrix.targets_shown, shown, "{exclude:?}");
    }
}

#[test]
fn keeping_out_wins_over_asking_for() {
    let filter = Filter {
        measure: vec![Measure::Level, Measure::Ratio],
        exclude: Exclusions {
            measure: vec![Measure::Ratio],
            ..Exclusions::default()
        },
        ..Filter::default()
    };
    let (matrix, facets) = filtered(&library(), &filter);
    assert_eq!(matrix.targets_shown, 3);
    assert_eq!(
        counts(&facets.measure),
        [("level", 3), ("increment", 1), ("ratio", 2)],
        "the facet leaves its own part out, so the count says what taking it back would show"
    );
}

#[test]
fn what_is_kept_out_stays_in_the_panel() {
    let unheard = Exclusions {
        measure: vec![Measure::Rank],
        year: vec![Some(Year(2040))],
        unit: vec!["别处".to_owned()],
        ..Exclusions::default()
    };
    let (_, facets) = without(unheard);
    assert!(counts(&facets.measure).contains(&("rank", 0)));
    assert!(counts(&facets.year).contains(&("2040", 0)));
    assert!(counts(&facets.unit).contains(&("别处", 0)));
}

#[test]
fn a_verdict_kept_out_is_counted_but_its_rows_feed_no_other_facet() {
    let (_, facets) = without(Exclusions {
        verdict: vec![Verdict::A],
        ..Exclusions::default()
    });
    assert_eq!(counts(&facets.verdict)[0], ("A", 1), "{:?}", Facet::Verdict);
    assert!(
        counts(&facets.measure).contains(&("ratio", 0)),
        "the patents stand in the row of verdict A only"
    );
}

fn counts(facet: &[FacetCount]) -> Vec<(&str, u32)> {
    facet
        .iter()
        .map(|count| (count.value.as_str(), count.count))
        .collect()
}
