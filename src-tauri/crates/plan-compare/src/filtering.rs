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
        let level = plan
            .meta
            .region_level
            .is_some_and(|level| self.filter.level.contains(&level));
        let region = plan
            .meta
            .region
            .as_ref()
            .is_some_and(|region| self.filter.region.contains(region));
        bit(LEVEL, self.filter.level.is_empty() || level)
            | bit(REGION, self.filter.region.is_empty() || region)
    }

    /// What the indicator misses. Its words are asked for here and in [`Asking::target`]: any place will do.
    pub(crate) fn row(&self, indicator_type: IndicatorType) -> Missed {
        bit(
            TYPE,
            self.filter.indicator_type.is_empty()
                || self.filter.indicator_type.contains(&indicator_type),
        )
    }

    /// What the target itself misses. A rejected target is out unless the filter asks for rejected ones.
    pub(crate) fn target(&self, said: &ComparedTarget, name_en: Option<&str>) -> Missed {
        let (filter, target) = (self.filter, &said.target);
        let status = match filter.status.as_slice() {
            [] => said.status != Status::Rejected,
            wanted => wanted.contains(&said.status),
        };
        let unit = filter.unit.is_empty()
            || target
                .responsible
                .iter()
                .any(|unit| filter.unit.contains(unit));
        bit(
            MEASURE,
            filter.measure.is_empty() || filter.measure.contains(&target.measure),
        ) | bit(
            YEAR,
            filter.year.is_empty() || filter.year.contains(&target.year),
        ) | bit(OP, filter.op.is_empty() || filter.op.contains(&target.op))
            | bit(
                FIRMNESS,
                filter.firmness.is_empty() || filter.firmness.contains(&target.firmness),
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

/// The bit when the part is missed.
fn bit(part: Missed, met: bool) -> Missed {
    if met { 0 } else { part }
}
