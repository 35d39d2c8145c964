//! The filter, asked once per target: which of its parts does the target miss? A facet's count leaves its own
//! part out, so every part has a bit of its own.

use crate::input::{ComparedPlan, ComparedTarget};
use plan_model::{Filter, IndicatorType, Status};

/// Parts of the filter that a target misses.
pub(crate) type Missed = u16;

pub(crate) const TYPE: Missed = 1;
pub(crate) const MEASURE: Missed = 1 << 1;
pub(crate) const YEAR: Missed = 1 << 2;
pub(crate) const LEVEL: Missed = 1 << 3;
pub(crate) const REGION: Missed = 1 << 4;
pub(crate) const OP: Missed = 1 << 5;
pub(crate) const FIRMNESS: Missed = 1 << 6;
pub(crate) const STATUS: Missed = 1 << 7;
pub(crate) const UNIT: Missed = 1 << 8;
pub(crate) const TEXT: Missed = 1 << 9;

/// The filter in a form that is quick to ask.
pub(crate) struct Asking<'a> {
    filter: &'a Filter,
    /// Lower-case words that must all occur.
    words: Vec<String>,
}

impl<'a> Asking<'a> {
    pub(crate) fn new(filter: &'a Filter) -> Self {
        let words = filter
            .text
            .as_deref()
            .unwrap_or_default()
            .split_whitespace()
            .map(str::to_lowercase)
            .collect();
        Self { filter, words }
    }

    /// What the plan as a whole misses. A plan that misses anything has no column.
    pub(crate) fn plan(&self, plan: &ComparedPlan) -> Missed {
        let (wanted, unwanted) = (self.filter, &self.filter.exclude);
        let (level, region) = (plan.meta.region_level, plan.meta.region.as_ref());
        // An unknown level or region is none of those asked for, and none of those kept out.
        let level = (wanted.level.is_empty() || level.is_some_and(|is| wanted.level.contains(&is)))
            && !level.is_some_and(|is| unwanted.level.contains(&is));
        let region = (wanted.region.is_empty()
            || region.is_some_and(|is| wanted.region.contains(is)))
            && !region.is_some_and(|is| unwanted.region.contains(is));
        bit(LEVEL, level) | bit(REGION, region)
    }

    /// What the indicator misses. Its words are asked for here and in [`Asking::target`]: any place will do.
    pub(crate) fn row(&self, indicator_type: IndicatorType) -> Missed {
        let filter = self.filter;
        bit(
            TYPE,
            met(
                indicator_type,
                &filter.indicator_type,
                &filter.exclude.indicator_type,
            ),
        )
    }

    /// What the target itself misses. A rejected target is out unless the filter asks for rejected ones.
    pub(crate) fn target(&self, said: &ComparedTarget, name_en: Option<&str>) -> Missed {
        let (filter, target) = (self.filter, &said.target);
        let unwanted = &filter.exclude;
        let status = match filter.status.as_slice() {
            [] => said.status != Status::Rejected,
            wanted => wanted.contains(&said.status),
        } && !unwanted.status.contains(&said.status);
        let names = |units: &[String]| target.responsible.iter().any(|unit| units.contains(unit));
        let unit = (filter.unit.is_empty() || names(&filter.unit)) && !names(&unwanted.unit);
        bit(
            MEASURE,
            met(target.measure, &filter.measure, &unwanted.measure),
        ) | bit(YEAR, met(target.year, &filter.year, &unwanted.year))
            | bit(OP, met(target.op, &filter.op, &unwanted.op))
            | bit(
                FIRMNESS,
                met(target.firmness, &filter.firmness, &unwanted.firmness),
            )
            | bit(STATUS, status)
            | bit(UNIT, unit)
            | bit(TEXT, self.says(said, name_en))
    }

    /// Whether every word occurs in the indicator's names, the plan's wording or the scope.
    fn says(&self, said: &ComparedTarget, name_en: Option<&str>) -> bool {
        let target = &said.target;
        self.words.is_empty() || {
            let places = [
                Some(target.indicator.as_str()),
                Some(&target.name),
                target.scope.as_deref(),
                name_en,
            ];
            let text = places
                .into_iter()
                .flatten()
                .collect::<Vec<_>>()
                .join("\n")
                .to_lowercase();
            self.words.iter().all(|word| text.contains(word))
        }
    }
}

/// Whether a value is asked for and not kept out; an empty list asks for every value.
fn met<T: PartialEq + Copy>(value: T, wanted: &[T], unwanted: &[T]) -> bool {
    (wanted.is_empty() || wanted.contains(&value)) && !unwanted.contains(&value)
}

/// The bit when the part is missed.
fn bit(part: Missed, met: bool) -> Missed {
    if met { 0 } else { part }
}
