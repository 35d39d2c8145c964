//! The statement that stands for a plan which states one quantity for several years: the one nearest to the year
//! that the analyst looks at.

use crate::cell::Said;
use crate::scope::narrowing;
use plan_model::{Measure, PlanMeta, Year};
use std::collections::BTreeMap;

/// Sets aside what lies farther from `year` than another statement of the same plan about the same population.
/// A statement without a year is farther than any with one.
pub(crate) fn set_aside(
    of_plan: &mut [Said<'_>],
    measure: Measure,
    year: Year,
    indicator: &str,
    meta: &PlanMeta,
) {
    let numeric = |said: &Said<'_>| said.unit_of_number(measure).is_some();
    let population = |said: &Said<'_>| narrowing(said.scope(), indicator, meta);
    let mut nearest: BTreeMap<Option<String>, (bool, i32, i32)> = BTreeMap::new();
    for said in of_plan.iter().filter(|said| numeric(said)) {
        let far = distance(said.year(), year);
        nearest
            .entry(population(said))
            .and_modify(|least| *least = far.min(*least))
            .or_insert(far);
    }
    for said in of_plan.iter_mut() {
        let least = nearest.get(&population(said)).filter(|_| numeric(said));
        said.aside = least.is_some_and(|least| distance(said.year(), year) != *least);
    }
}

/// Smaller is nearer; of two equally near years the later one.
fn distance(of: Option<Year>, from: Year) -> (bool, i32, i32) {
    match of {
        Some(of) => (false, (of.0 - from.0).abs(), -of.0),
        None => (true, 0, 0),
    }
}
