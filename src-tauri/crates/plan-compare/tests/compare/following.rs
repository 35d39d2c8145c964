//! A comparison that follows single targets is the comparison made anew.

use crate::plans::{FIRMS, PATENTS, Says, city, plan};
use plan_compare::{Assumptions, ComparedPlan, Comparison, Followed, Question};
use plan_lexicon::Lexicon;
use plan_model::{
    Benchmark, Choices, Decimal, Exclusions, Filter, IndicatorType, Measure, RegionLevel, Status,
    Verdict, Year,
};
use proptest::prelude::*;

/// Known and unknown to the lexicon, of several types.
const INDICATORS: [&str; 4] = [FIRMS, PATENTS, "孵化器数", "无人机起降点数"];

/// What becomes of a target.
#[derive(Debug, Clone)]
enum Edit {
    Status(Status),
    Value(u32),
    Indicator(usize),
    Type(IndicatorType),
    Measure(Measure),
    Year(Option<Year>),
    Unit(String),
    Gone,
}

fn edit() -> impl Strategy<Value = Edit> {
    prop_oneof![
        prop::sample::select(Status::ALL.to_vec()).prop_map(Edit::Status),
        (0..40_u32).prop_map(Edit::Value),
        (0..INDICATORS.len()).prop_map(Edit::Indicator),
        prop::sample::select(IndicatorType::ALL.to_vec()).prop_map(Edit::Type),
        prop::sample::select(Measure::ALL.to_vec()).prop_map(Edit::Measure),
        prop::sample::select(vec![None, Some(Year(2022)), Some(Year(2027))]).prop_map(Edit::Year),
        prop::sample::select(vec!["市科技局", "市财政局", "市统计局"])
            .prop_map(|unit| Edit::Unit(unit.to_owned())),
        Just(Edit::Gone),
    ]
}

fn library() -> impl Strategy<Value = Vec<ComparedPlan>> {
    let level = prop::sample::select(vec![
        Some(RegionLevel::Prefecture),
        Some(RegionLevel::County),
    ]);
    let measure = prop::sample::select(vec![Measure::Level, Measure::Level, Measure::Growth]);
    let figure = (
        0..40_u32,
        prop::sample::select(vec!["", " @2022", " @2025"]),
        prop::sample::select(vec!["", " rejected", " by:市科技局", " !"]),
    )
        .prop_map(|(value, year, rest)| format!("= {value} 家{year}{rest}"));
    let said = (0..INDICATORS.len(), measure, figure);
    prop::collection::vec((level, prop::collection::vec(said, 0..7)), 2..5).prop_map(|plans| {
        plans
            .into_iter()
            .zip(1..)
            .map(|((level, said), id)| {
                said.into_iter().fold(
                    // The year that a plan is for must not follow from the figures: then more than a row changes.
                    plan(id, &format!("{id}市"), level).over(2022, 2024),
                    |plan, (at, measure, figure)| plan.says(INDICATORS[at], measure, &figure),
                )
            })
            .collect()
    })
}

fn filter() -> impl Strategy<Value = Filter> {
    let any = Filter::default;
    prop_oneof![
        Just(any()),
        Just(Filter {
            shared: Some(2),
            ..any()
        }),
        Just(Filter {
            differences: true,
            ..any()
        }),
        Just(Filter {
            verdict: vec![Verdict::A],
            ..any()
        }),
        Just(Filter {
            exclude: Exclusions {
                verdict: vec![Verdict::A],
                ..Exclusions::default()
            },
            ..any()
        }),
        Just(Filter {
            status: vec![Status::Rejected, Status::Accepted],
            ..any()
        }),
        Just(Filter {
            year: vec![Some(Year(2022))],
            ..any()
        }),
        Just(Filter {
            measure: vec![Measure::Growth],
            ..any()
        }),
        Just(Filter {
            unit: vec!["市科技局".to_owned()],
            ..any()
        }),
        Just(Filter {
            text: Some("企业".to_owned()),
            ..any()
        }),
    ]
}

fn edited(plans: &[ComparedPlan], which: prop::sample::Index, edit: &Edit) -> Vec<ComparedPlan> {
    let mut plans = plans.to_vec();
    let count: usize = plans.iter().map(|plan| plan.targets.len()).sum();
    if count == 0 {
        return plans;
    }
    let mut at = which.index(count);
    for plan in &mut plans {
        if at >= plan.targets.len() {
            at -= plan.targets.len();
            continue;
        }
        if let Edit::Gone = edit {
            plan.targets.remove(at);
            break;
        }
        let said = &mut plan.targets[at];
        match edit {
            Edit::Status(status) => said.status = *status,
            Edit::Value(value) => said.target.value = Some(Decimal::from(*value)),
            Edit::Indicator(at) => said.target.indicator = INDICATORS[*at].to_owned(),
            Edit::Type(is) => said.target.indicator_type = *is,
            Edit::Measure(is) => said.target.measure = *is,
            Edit::Year(year) => said.target.year = *year,
            Edit::Unit(unit) => said.target.responsible = vec![unit.clone()],
            Edit::Gone => {}
        }
        break;
    }
    plans
}

fn question<'q>(filter: &'q Filter, choices: &'q Choices) -> Question<'q> {
    Question {
        filter,
        assumptions: Assumptions {
            choices,
            context: &[],
            numbers: &[],
        },
        lexicon: Lexicon::builtin(),
    }
}

proptest! {
    #[test]
    fn following_gives_what_comparing_anew_gives(
        plans in library(),
        edits in prop::collection::vec((any::<prop::sample::Index>(), edit()), 1..4),
        filter in filter(),
        benchmark in prop::sample::select(vec![None, Some(Benchmark::Median)]),
        closest_year in prop::sample::select(vec![None, Some(Year(2022))]),
    ) {
        let choices = Choices { benchmark, closest_year, ..Choices::default() };
        let question = question(&filter, &choices);
        let mut before = plans;
        let mut kept = Comparison::new(&before, &question);
        for (which, edit) in &edits {
            let after = edited(&before, *which, edit);
            prop_assert!(kept.follow(&before, &after, &question).is_some());
            let anew = Comparison::new(&after, &question);
            prop_assert_eq!(&kept.matrix, &anew.matrix);
            prop_assert_eq!(kept.facets(&filter), anew.facets(&filter));
            prop_assert_eq!(&kept, &anew);
            before = after;
        }
    }
}

#[test]
fn only_what_changed_is_compared_anew() {
    let before = [
        city(1, "甲市")
            .over(2022, 2024)
            .says(FIRMS, Measure::Level, "= 3 家")
            .says(PATENTS, Measure::Level, "= 4 件"),
        city(2, "乙市")
            .over(2022, 2024)
            .says(FIRMS, Measure::Level, "= 5 家"),
    ];
    let mut after = before.clone();
    after[1].targets[0].target.value = Some(Decimal::from(6));
    let (filter, choices) = (Filter::default(), Choices::default());
    let mut kept = Comparison::new(&before, &question(&filter, &choices));
    let followed = kept.follow(&before, &after, &question(&filter, &choices));
    let same_shape = true;
    let indicators = [FIRMS.to_owned()].into();
    assert_eq!(
        followed,
        Some(Followed {
            indicators,
            same_shape
        })
    );
    // Another measure makes another sub-row, and every one after it has another number.
    let before = after;
    let mut after = before.clone();
    after[1].targets[0].target.measure = Measure::Increment;
    let followed = kept.follow(&before, &after, &question(&filter, &choices));
    assert!(!followed.unwrap().same_shape);
}

#[test]
fn what_changes_more_than_targets_is_not_followed() {
    let before = [city(1, "甲市").says(FIRMS, Measure::Level, "= 3 家 @2022")];
    let (filter, choices) = (Filter::default(), Choices::default());
    let question = question(&filter, &choices);
    let kept = Comparison::new(&before, &question);
    let mut renamed = before.clone();
    renamed[0].meta.region = Some("丙市".to_owned());
    let mut other_year = before.clone();
    other_year[0].targets[0].target.year = Some(Year(2025));
    for after in [&renamed[..], &other_year, &[]] {
        let mut same = kept.clone();
        assert_eq!(same.follow(&before, after, &question), None);
        assert_eq!(same, kept);
    }
}
