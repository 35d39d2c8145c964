use crate::plans::{FIRMS, Says, all, plan, statements};
use plan_compare::{ComparedPlan, PAIRS_SHOWN_UP_TO, Spoken, compare, verdict_between};
use plan_lexicon::Lexicon;
use plan_model::{Filter, Matrix, Measure, RegionLevel, Verdict};
use proptest::prelude::*;

fn figure() -> impl Strategy<Value = String> {
    let op = prop::sample::select(vec!["=", ">=", "~", "<="]);
    let unit = prop::sample::select(vec!["家", "家", "家", "个", "项", "亿元", "万元", "%", "-"]);
    let year = prop::sample::select(vec!["", " @2022", " @2022", " @2025"]);
    let scope = prop::sample::select(vec!["", "", " #全市", " #省级", " #市级"]);
    let relative = prop::sample::select(vec!["", "", "", "", " ^全省平均水平"]);
    let soft = prop::sample::select(vec!["", " !"]);
    (op, 0..50_u32, unit, year, scope, relative, soft).prop_map(
        |(op, value, unit, year, scope, relative, soft)| {
            format!("{op} {value} {unit}{year}{scope}{relative}{soft}")
        },
    )
}

fn library(most: usize) -> impl Strategy<Value = Vec<ComparedPlan>> {
    let level = prop::sample::select(vec![
        None,
        Some(RegionLevel::Prefecture),
        Some(RegionLevel::Prefecture),
        Some(RegionLevel::County),
    ]);
    let measure = prop::sample::select(vec![
        Measure::Level,
        Measure::Level,
        Measure::Increment,
        Measure::Growth,
        Measure::Rank,
    ]);
    let one = (level, prop::collection::vec((measure, figure()), 0..4));
    prop::collection::vec(one, 0..most).prop_map(|plans| {
        plans
            .into_iter()
            .zip(1..)
            .map(|((level, figures), id)| {
                figures.into_iter().fold(
                    plan(id, &format!("{id}市"), level),
                    |plan, (measure, figure)| plan.says(FIRMS, measure, &figure),
                )
            })
            .collect()
    })
}

/// Statements with their plans, by sub-row.
fn spoken<'m>(
    plans: &'m [ComparedPlan],
    matrix: &'m Matrix,
) -> Vec<(Option<Verdict>, Vec<Spoken<'m>>)> {
    let rows = matrix.groups.iter().flat_map(|group| &group.rows);
    rows.flat_map(|row| &row.sub_rows)
        .map(|sub_row| {
            let spoken = plans.iter().zip(&sub_row.cells).flat_map(|(plan, cell)| {
                statements(cell).iter().map(|statement| Spoken {
                    meta: &plan.meta,
                    indicator: FIRMS,
                    measure: sub_row.measure,
                    statement,
                })
            });
            (sub_row.verdict, spoken.collect())
        })
        .collect()
}

proptest! {
    #[test]
    fn verdict_is_symmetric(plans in library(5)) {
        let matrix = all(&plans);
        for (_, spoken) in spoken(&plans, &matrix) {
            for left in &spoken {
                for right in &spoken {
                    let lexicon = Lexicon::builtin();
                    prop_assert_eq!(verdict_between(left, right, lexicon), verdict_between(right, left, lexicon));
                }
            }
        }
    }

    #[test]
    fn order_of_columns_changes_no_verdict(plans in library(6)) {
        let turned: Vec<_> = plans.iter().rev().cloned().collect();
        let verdicts = |plans: &[ComparedPlan]| -> Vec<_> {
            let matrix = all(plans);
            matrix.groups.iter().flat_map(|group| &group.rows).flat_map(|row| &row.sub_rows)
                .map(|sub_row| (sub_row.measure, sub_row.unit.clone(), sub_row.verdict, sub_row.reasons.clone())).collect()
        };
        prop_assert_eq!(verdicts(&plans), verdicts(&turned));
    }

    #[test]
    fn a_sub_row_is_as_weak_as_its_weakest_pair_of_figures(plans in library(7)) {
        let matrix = all(&plans);
        for sub_row in matrix.groups.iter().flat_map(|group| &group.rows).flat_map(|row| &row.sub_rows) {
            let speaking = sub_row.cells.iter().filter(|cell| !statements(cell).is_empty()).count();
            prop_assert_eq!(sub_row.pairs.len(), speaking * speaking.saturating_sub(1) / 2);
            let weakest = sub_row.pairs.iter().map(|pair| pair.verdict).filter(|verdict| *verdict != Verdict::E).max();
            let expected = if speaking < 2 { None } else { Some(weakest.unwrap_or(Verdict::E)) };
            prop_assert_eq!(sub_row.verdict, expected);
        }
    }

    #[test]
    fn many_plans_are_never_judged_better_than_few(plans in library(14)) {
        // The same plans twice and more: beyond the limit the sub-row is judged at once instead of by pairs.
        let few = all(&plans);
        let mut many = Vec::new();
        for (copy, id) in plans.iter().cycle().take(plans.len() * 2 + PAIRS_SHOWN_UP_TO).zip(1..) {
            many.push(ComparedPlan { plan: plan_model::PlanId(id), ..copy.clone() });
        }
        let matrix = all(&many);
        let verdict = |matrix: &Matrix| -> Vec<_> {
            matrix.groups.iter().flat_map(|group| &group.rows).flat_map(|row| &row.sub_rows)
                .map(|sub_row| (sub_row.measure, sub_row.verdict, sub_row.pairs.is_empty())).collect()
        };
        for ((measure, few, _), (same, many, at_once)) in verdict(&few).into_iter().zip(verdict(&matrix)) {
            prop_assert_eq!(measure, same);
            if at_once && few.is_some_and(|few| few != Verdict::E) {
                prop_assert!(many >= few, "{:?} of {:?} became {:?}", few, measure, many);
            }
        }
    }

    #[test]
    fn every_target_is_shown_once_and_the_same_input_gives_the_same_output(plans in library(6)) {
        let matrix = all(&plans);
        let mut ids: Vec<_> = matrix.groups.iter().flat_map(|group| &group.rows).flat_map(|row| &row.sub_rows)
            .flat_map(|sub_row| &sub_row.cells).flat_map(statements).flat_map(|said| said.mentions.clone()).collect();
        ids.sort_unstable();
        let mut given: Vec<_> = plans.iter().flat_map(|plan| plan.targets.iter().map(|said| said.id)).collect();
        given.sort_unstable();
        prop_assert_eq!(ids, given);
        let again = compare(&plans, &Filter::default(), Lexicon::builtin());
        prop_assert_eq!(matrix, again.0);
    }
}
