//! A comparison that is kept, and followed when single targets change: only the indicators they belong to are
//! compared anew. What comes out is what comparing everything anew would give.

use crate::counts::Counts;
use crate::derive::derive;
use crate::facets::facets;
use crate::index::{Index, chosen, main_year};
use crate::input::{Assumptions, ComparedPlan};
use crate::matrix::matrix;
use crate::survey::{Asked, Survey};
use plan_lexicon::Lexicon;
use plan_model::{
    Facets, Filter, IndicatorRow, IndicatorType, Matrix, MatrixGroup, Measure, PlanColumn, TargetId,
};
use std::borrow::Borrow;
use std::collections::{BTreeSet, HashMap};

/// The plans side by side under one filter, with what the facets are counted from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Comparison {
    /// The matrix.
    pub matrix: Matrix,
    counts: Counts,
}

/// What following compared anew.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Followed {
    /// The indicators, by canonical name.
    pub indicators: BTreeSet<String>,
    /// Whether the matrix has the same rows and sub-rows as before, in the same order.
    pub same_shape: bool,
}

/// What a comparison is asked, apart from the plans.
#[derive(Clone, Copy)]
pub struct Question<'q> {
    /// What is shown.
    pub filter: &'q Filter,
    /// What the analyst chose to assume, and what that draws on.
    pub assumptions: Assumptions<'q>,
    /// The vocabulary.
    pub lexicon: &'q Lexicon,
}

impl Comparison {
    /// Compares everything.
    #[must_use]
    pub fn new<P: Borrow<ComparedPlan>>(plans: &[P], question: &Question<'_>) -> Self {
        let plans = chosen(plans, question.filter);
        Self::of(&plans, question, None)
    }

    fn of(plans: &[&ComparedPlan], question: &Question<'_>, only: Option<&BTreeSet<&str>>) -> Self {
        let Question {
            filter,
            assumptions,
            lexicon,
        } = question;
        // A part is only asked for where no conversion has its hand in.
        let derived = match only {
            Some(_) => Vec::new(),
            None => derive(plans, assumptions, lexicon),
        };
        let index = Index::new(plans, &derived, filter, lexicon, only);
        let asked = Asked {
            filter,
            choices: assumptions.choices,
        };
        let survey = Survey::new(&index, asked, lexicon, 0);
        let counts = Counts::new(&index, &survey, asked, lexicon);
        Self {
            matrix: matrix(&index, survey, filter),
            counts,
        }
    }

    /// The facets with their counts.
    #[must_use]
    pub fn facets(&self, filter: &Filter) -> Facets {
        facets(&self.counts, filter)
    }

    /// Follows the plans from what was compared to what they are now, asked the same. Nothing, and the comparison
    /// stays as it was, when more changed than single targets.
    pub fn follow<P: Borrow<ComparedPlan>>(
        &mut self,
        before: &[P],
        after: &[P],
        question: &Question<'_>,
    ) -> Option<Followed> {
        let before = chosen(before, question.filter);
        let after = chosen(after, question.filter);
        let changed = changed_indicators(&before, &after)?;
        let conversions = &question.assumptions.choices.conversions;
        let converted = conversions.iter().any(|conversion| {
            changed.contains(conversion.indicator())
                || changed.contains(conversion.result_indicator())
        });
        if converted {
            return None;
        }
        let old = Self::of(&before, question, Some(&changed));
        let new = Self::of(&after, question, Some(&changed));
        self.counts.change(&old.counts, &new.counts);
        let order = |row: &IndicatorRow| {
            let mut known = question.lexicon.indicators().iter();
            let rank = known.position(|one| one.name == row.indicator);
            (rank.unwrap_or(usize::MAX), row.indicator.clone())
        };
        let followed = Followed {
            same_shape: shape(&old.matrix).eq(shape(&new.matrix)),
            indicators: changed.into_iter().map(str::to_owned).collect(),
        };
        exchange(&mut self.matrix, old.matrix, new.matrix, order);
        Some(followed)
    }
}

/// The indicators whose targets differ; nothing when the plans themselves differ.
fn changed_indicators<'a>(
    before: &[&'a ComparedPlan],
    after: &[&'a ComparedPlan],
) -> Option<BTreeSet<&'a str>> {
    let mut changed = BTreeSet::new();
    if before.len() != after.len() {
        return None;
    }
    for (before, after) in before.iter().zip(after) {
        if std::ptr::eq(*before, *after) {
            continue;
        }
        let head =
            |plan: &'a ComparedPlan| (plan.plan, plan.colour, &plan.meta, &plan.fallback_name);
        if head(before) != head(after) || main_year(before) != main_year(after) {
            return None;
        }
        let mut known: HashMap<TargetId, _> =
            before.targets.iter().map(|said| (said.id, said)).collect();
        for said in &after.targets {
            match known.remove(&said.id) {
                Some(same) if same == said => {}
                other => {
                    changed.insert(said.target.indicator.as_str());
                    changed.extend(other.map(|other| other.target.indicator.as_str()));
                }
            }
        }
        changed.extend(known.values().map(|gone| gone.target.indicator.as_str()));
    }
    Some(changed)
}

/// The sub-rows in their order.
fn shape(matrix: &Matrix) -> impl Iterator<Item = (IndicatorType, &str, Measure)> {
    let rows = matrix.groups.iter().flat_map(|group| &group.rows);
    rows.flat_map(|row| {
        let sub_rows = row.sub_rows.iter();
        sub_rows.map(|sub_row| (row.indicator_type, row.indicator.as_str(), sub_row.measure))
    })
}

/// Takes the part `old` out of the matrix and puts `new` in its place. `order` is the order of rows in a group.
fn exchange<K: Ord>(
    matrix: &mut Matrix,
    old: Matrix,
    new: Matrix,
    order: impl Fn(&IndicatorRow) -> K,
) {
    let give = |sum: &mut u32, part: u32| *sum = sum.saturating_sub(part);
    let take = |sum: &mut u32, part: u32| *sum = sum.saturating_add(part);
    columns(&mut matrix.plans, &old.plans, give);
    columns(&mut matrix.plans, &new.plans, take);
    give(&mut matrix.targets_total, old.targets_total);
    take(&mut matrix.targets_total, new.targets_total);
    give(&mut matrix.targets_shown, old.targets_shown);
    take(&mut matrix.targets_shown, new.targets_shown);
    for part in old.groups {
        let same = |group: &MatrixGroup| group.indicator_type == part.indicator_type;
        let Some(at) = matrix.groups.iter().position(same) else {
            continue;
        };
        let group = &mut matrix.groups[at];
        totals(group, &part, give);
        for row in &part.rows {
            let key = order(row);
            if let Ok(at) = group.rows.binary_search_by_key(&key, &order) {
                group.rows.remove(at);
            }
        }
        if group.rows.is_empty() {
            matrix.groups.remove(at);
        }
    }
    for part in new.groups {
        let place = matrix
            .groups
            .binary_search_by_key(&part.indicator_type, |group| group.indicator_type);
        match place {
            Ok(at) => {
                let group = &mut matrix.groups[at];
                totals(group, &part, take);
                for row in part.rows {
                    let key = order(&row);
                    let at = group.rows.partition_point(|other| order(other) < key);
                    group.rows.insert(at, row);
                }
            }
            Err(at) => matrix.groups.insert(at, part),
        }
    }
}

fn columns(sums: &mut [PlanColumn], parts: &[PlanColumn], change: impl Fn(&mut u32, u32)) {
    for (sum, part) in sums.iter_mut().zip(parts) {
        change(&mut sum.targets, part.targets);
    }
}

fn totals(sum: &mut MatrixGroup, part: &MatrixGroup, change: impl Fn(&mut u32, u32)) {
    change(&mut sum.targets, part.targets);
    for (sum, part) in sum.plan_targets.iter_mut().zip(&part.plan_targets) {
        change(sum, *part);
    }
}
