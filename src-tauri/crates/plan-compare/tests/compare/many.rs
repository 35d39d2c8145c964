//! More plans than pairs are listed for, and what a filter on verdicts shows of few and of many.

use crate::plans::{FIRMS, Says, city, plan, sub_row};
use plan_compare::{ComparedPlan, PAIRS_SHOWN_UP_TO, compare, standings};
use plan_lexicon::Lexicon;
use plan_model::{
    Exclusions, Facets, Filter, Matrix, Measure, PlanId, Reason, RegionLevel, Standing, Verdict,
    Year,
};

/// So many cities that state the same for 2025, and a few that do not.
fn many() -> Vec<ComparedPlan> {
    let mut plans: Vec<ComparedPlan> = (1..=PAIRS_SHOWN_UP_TO + 4)
        .map(|id| {
            let id = i64::try_from(id).unwrap();
            city(id, &format!("{id}市")).says(FIRMS, Measure::Level, "= 100 家 @2025")
        })
        .collect();
    let level = Measure::Level;
    plans.extend([
        city(101, "户市").says(FIRMS, level, "= 300 户 @2025"),
        city(102, "早市").says(FIRMS, level, "= 300 家 @2022"),
        city(103, "钱市").says(FIRMS, level, "= 3 亿元 @2025"),
        city(104, "言市").says(FIRMS, level, "> - - @2025 ^全省平均水平"),
        plan(105, "县", Some(RegionLevel::County)).says(FIRMS, level, "= 7 家 @2025"),
        city(106, "两市")
            .says(FIRMS, level, "= 50 家 @2022")
            .says(FIRMS, level, "= 90 家 @2025"),
    ]);
    plans
}

fn compared(plans: &[ComparedPlan], filter: &Filter) -> (Matrix, Facets) {
    compare(plans, filter, Lexicon::builtin())
}

fn of(plans: &[ComparedPlan]) -> Vec<Standing> {
    let (matrix, _) = compared(plans, &Filter::default());
    let meta = |id: PlanId| plans.iter().find(|one| one.plan == id).map(|one| &one.meta);
    standings(
        sub_row(&matrix, FIRMS, Measure::Level),
        FIRMS,
        &matrix.plans,
        meta,
        Lexicon::builtin(),
    )
}

fn standing(plans: &[ComparedPlan], plan: i64) -> Standing {
    let found = of(plans).into_iter().find(|one| one.plan == PlanId(plan));
    found.expect("a plan that speaks")
}

#[test]
fn only_who_differs_from_what_most_agree_on_holds_the_condition() {
    let plans = many();
    let verdict = |plan| standing(&plans, plan).verdict;
    assert_eq!([1, 2, 20].map(verdict), [Verdict::A; 3]);
    assert_eq!(verdict(101), Verdict::B);
    assert_eq!([102, 105].map(verdict), [Verdict::C; 2]);
    assert_eq!(verdict(103), Verdict::D);
    assert_eq!(verdict(104), Verdict::E);
    assert_eq!(
        verdict(106),
        Verdict::A,
        "of two years the one that most speak of"
    );
    let early = standing(&plans, 102);
    let years = vec![Some(Year(2022)), Some(Year(2025))];
    assert_eq!(early.reasons, [Reason::YearDiffers { years }]);
    assert_eq!(early.among, [Verdict::C, Verdict::D, Verdict::E]);
    let first = standing(&plans, 1);
    assert_eq!(first.among, Verdict::ALL);
}

#[test]
fn where_no_two_agree_everybody_holds_a_condition() {
    let plans: Vec<ComparedPlan> = (1..=PAIRS_SHOWN_UP_TO + 1)
        .map(|id| {
            let year = 2000 + id;
            let id = i64::try_from(id).unwrap();
            city(id, &format!("{id}市")).says(FIRMS, Measure::Level, &format!("= 9 家 @{year}"))
        })
        .collect();
    assert!(of(&plans).iter().all(|one| one.verdict == Verdict::C));
}

#[test]
fn few_plans_have_pairs_and_no_standings() {
    assert_eq!(of(&many()[..PAIRS_SHOWN_UP_TO]), []);
}

fn shown(plans: &[ComparedPlan], filter: &Filter) -> bool {
    let (matrix, _) = compared(plans, filter);
    matrix.targets_shown > 0
}

fn only(verdict: Verdict) -> Filter {
    Filter {
        verdict: vec![verdict],
        ..Filter::default()
    }
}

#[test]
fn a_sub_row_shows_under_every_verdict_that_a_pair_of_it_has() {
    let three = [
        city(1, "甲市").says(FIRMS, Measure::Level, "= 200 家 @2025"),
        city(2, "乙市").says(FIRMS, Measure::Level, "= 150 家 @2025"),
        city(3, "丙市").says(FIRMS, Measure::Level, "= 300 家 @2022"),
    ];
    let under = |plans: &[ComparedPlan]| -> Vec<Verdict> {
        let all = Verdict::ALL.iter().copied();
        all.filter(|verdict| shown(plans, &only(*verdict)))
            .collect()
    };
    assert_eq!(under(&three), [Verdict::A, Verdict::C]);
    assert_eq!(under(&many()), Verdict::ALL);
    // The facet counts what the filter shows.
    for plans in [&three[..], &many()] {
        let (_, facets) = compared(plans, &Filter::default());
        for entry in &facets.verdict {
            let verdict = Verdict::from_word(&entry.value).unwrap();
            assert_eq!(
                entry.count > 0,
                under(plans).contains(&verdict),
                "{verdict:?}"
            );
        }
    }
}

#[test]
fn a_sub_row_goes_only_when_every_verdict_of_its_pairs_is_kept_out() {
    let plans = [
        city(1, "甲市").says(FIRMS, Measure::Level, "= 200 家 @2025"),
        city(2, "乙市").says(FIRMS, Measure::Level, "= 150 家 @2025"),
        city(3, "丙市").says(FIRMS, Measure::Level, "= 300 家 @2022"),
    ];
    let without = |verdict: &[Verdict]| Filter {
        exclude: Exclusions {
            verdict: verdict.to_vec(),
            ..Exclusions::default()
        },
        ..Filter::default()
    };
    assert!(shown(&plans, &without(&[Verdict::C])));
    assert!(shown(&plans, &without(&[Verdict::A])));
    assert!(!shown(&plans, &without(&[Verdict::A, Verdict::C])));
    let alone = &plans[..1];
    assert!(
        shown(alone, &without(Verdict::ALL)),
        "one plan has no verdict and stays"
    );
}

#[test]
fn the_verdicts_of_many_are_those_that_judging_their_pairs_would_give() {
    // The same plans in groups small enough for pairs, against all of them at once.
    let plans = many();
    let (matrix, _) = compared(&plans, &Filter::default());
    assert!(sub_row(&matrix, FIRMS, Measure::Level).pairs.is_empty());
    let known = of(&plans);
    for left in &plans {
        for right in plans.iter().filter(|right| right.plan != left.plan) {
            let both = [left.clone(), right.clone()];
            let (pair, _) = compared(&both, &Filter::default());
            let [pair] = sub_row(&pair, FIRMS, Measure::Level).pairs.as_slice() else {
                panic!("two plans are one pair")
            };
            // A plan of two years is looked at in the one that most speak of, where its pair may pick the other.
            if left.plan != PlanId(106) && right.plan != PlanId(106) {
                let one = known.iter().find(|one| one.plan == left.plan).unwrap();
                assert!(
                    one.among.contains(&pair.verdict),
                    "{:?} {pair:?}",
                    one.among
                );
            }
        }
    }
}
