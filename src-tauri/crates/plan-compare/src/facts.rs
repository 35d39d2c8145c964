//! What matters of a statement when it is judged against another.

use crate::input::Spoken;
use crate::scope::{narrowing, ranked_in};
use plan_model::{Decimal, DerivationKind, Measure, PlanMeta, RegionLevel, Target, Year};
use std::borrow::Cow;

/// Only so many statements of one cell are judged, the plan's main year first. It keeps a hostile text with
/// thousands of contradicting statements from costing their square; such a cell counts as contradicting itself.
pub(crate) const STATEMENTS_JUDGED: usize = 16;

/// Why a statement gives no number of its own; read only where there is none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Silence<'a> {
    /// It is measured against a benchmark.
    Relative(&'a str),
    /// It is a rank, and no table is named.
    NoTable,
    /// It is worded without any number.
    NoNumber,
}

/// One statement reduced to what a verdict looks at.
#[derive(Debug, Clone)]
pub(crate) struct Facts<'a> {
    pub(crate) level: Option<RegionLevel>,
    pub(crate) year: Option<Year>,
    /// First year, where the measure counts from one.
    pub(crate) start: Option<Year>,
    /// What narrows the population, reduced.
    pub(crate) scope: Option<String>,
    /// The same as written; a rank's table by the name of its region.
    pub(crate) scope_written: Option<Cow<'a, str>>,
    pub(crate) unit: Option<&'a str>,
    /// Upper end included; `None` when there is no number of its own.
    pub(crate) value: Option<(Decimal, Option<Decimal>)>,
    pub(crate) silence: Silence<'a>,
    /// The conversion that the figure comes from; `None` for what the plan itself states.
    pub(crate) derived: Option<DerivationKind>,
    /// The same plan states another value for the same year, scope and unit.
    pub(crate) ambiguous: bool,
}

/// The fields of a statement that facts are made from, borrowed from a target or from a statement.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Stated<'a> {
    pub(crate) value: Option<Decimal>,
    pub(crate) value_max: Option<Decimal>,
    pub(crate) unit: Option<&'a str>,
    pub(crate) year: Option<Year>,
    pub(crate) year_from: Option<Year>,
    pub(crate) scope: Option<&'a str>,
    pub(crate) relative_to: Option<&'a str>,
}

impl<'a> Stated<'a> {
    pub(crate) fn of(target: &'a Target) -> Self {
        Self {
            value: target.value,
            value_max: target.value_max,
            unit: target.unit.as_deref(),
            year: target.year,
            year_from: target.year_from,
            scope: target.scope.as_deref(),
            relative_to: target.relative_to.as_deref(),
        }
    }
}

impl<'a> Facts<'a> {
    pub(crate) fn new(
        meta: &PlanMeta,
        indicator: &str,
        measure: Measure,
        stated: Stated<'a>,
    ) -> Self {
        let (scope, scope_written) = match measure {
            Measure::Rank => {
                let table = table(stated).map(|table| ranked_in(table, meta));
                (table.clone(), table.map(Cow::Owned))
            }
            _ => {
                let scope = narrowing(stated.scope, indicator, meta);
                let written = stated.scope.filter(|_| scope.is_some());
                (scope, written.map(Cow::Borrowed))
            }
        };
        Self {
            level: meta.region_level,
            year: stated.year,
            start: start(meta, measure, stated),
            scope_written,
            scope,
            unit: stated.unit,
            value: stated
                .value
                .filter(|_| is_number(measure, stated))
                .map(|value| (value, stated.value_max)),
            silence: silence(measure, stated),
            derived: None,
            ambiguous: false,
        }
    }

    /// The facts of a statement that stands by itself.
    pub(crate) fn of(spoken: &Spoken<'a>) -> Self {
        let said = spoken.statement;
        let stated = Stated {
            value: said.value,
            value_max: said.value_max,
            unit: said.unit.as_deref(),
            year: said.year,
            year_from: said.year_from,
            scope: said.scope.as_deref(),
            relative_to: said.relative_to.as_deref(),
        };
        Self {
            derived: said.derived.as_ref().map(|derivation| derivation.kind),
            ..Self::new(spoken.meta, spoken.indicator, spoken.measure, stated)
        }
    }

    /// Whether the other statement is about the same year, span, population and unit.
    fn same_matter(&self, other: &Self) -> bool {
        (self.year, self.start, &self.scope, self.unit)
            == (other.year, other.start, &other.scope, other.unit)
    }
}

/// Whether the statement gives a number of its own. Two points above a benchmark are none, and neither is a
/// rank in a table that is not named.
pub(crate) fn is_number(measure: Measure, stated: Stated<'_>) -> bool {
    let own = if measure == Measure::Rank {
        table(stated).is_some()
    } else {
        stated.relative_to.is_none()
    };
    own && stated.value.is_some()
}

fn silence(measure: Measure, stated: Stated<'_>) -> Silence<'_> {
    match (stated.relative_to, stated.value) {
        (Some(benchmark), _) => Silence::Relative(benchmark),
        (None, Some(_)) if measure == Measure::Rank => Silence::NoTable,
        (None, _) => Silence::NoNumber,
    }
}

/// The table a rank is in: the population it ranks.
fn table(stated: Stated<'_>) -> Option<&str> {
    stated.relative_to.or(stated.scope)
}

/// Marks the statements of one cell that contradict a sister: same matter, another number.
pub(crate) fn mark_ambiguous(cell: &mut [Facts<'_>]) {
    for at in 0..cell.len() {
        let twin = (0..cell.len()).any(|other| {
            other != at
                && cell[other].value.is_some()
                && cell[at].value.is_some()
                && cell[other].value != cell[at].value
                && cell[at].same_matter(&cell[other])
        });
        cell[at].ambiguous = twin;
    }
}

/// The first year of what is counted. An increment with no stated start runs over the plan's period, so that
/// what one plan adds in a year is not ranked against what another adds in three.
fn start(meta: &PlanMeta, measure: Measure, stated: Stated<'_>) -> Option<Year> {
    match measure {
        Measure::Increment => stated.year_from.or_else(|| {
            let (first, last) = meta.period?;
            (stated.year == Some(last)).then_some(first)
        }),
        Measure::Cumulative | Measure::Growth => stated.year_from,
        Measure::Level
        | Measure::Annual
        | Measure::Share
        | Measure::Ratio
        | Measure::Coverage
        | Measure::Rank => None,
    }
}
