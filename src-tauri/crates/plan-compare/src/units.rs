//! Units of a sub-row: which one its figures are harmonised to, and by what exact factors.

use plan_lexicon::Lexicon;
use plan_model::{Decimal, Harmonised};
use std::collections::BTreeMap;

/// A sub-row of honest plans has a handful of units. A hostile text may state a new one in every sentence, so
/// only the most frequent ones are tried as the common unit.
const CANDIDATES: usize = 12;

/// The units of a sub-row with their factors to the common one. `None` as a unit is a pure number.
#[derive(Debug)]
pub(crate) struct Rates<'a> {
    common: Option<Option<&'a str>>,
    factors: BTreeMap<Option<&'a str>, Decimal>,
}

impl<'a> Rates<'a> {
    /// Chooses the common unit: the one that most figures convert to; among equals the one written most often,
    /// then the earliest of the indicator's `usual` units, then the larger. There is none when no dimension
    /// holds more than half of the figures.
    pub(crate) fn new(
        written: impl IntoIterator<Item = Option<&'a str>>,
        usual: &[String],
        lexicon: &Lexicon,
    ) -> Self {
        let mut counts: BTreeMap<Option<&'a str>, usize> = BTreeMap::new();
        let mut run = (None, 0);
        for unit in written {
            if run.0 != Some(unit) {
                add(&mut counts, run);
                run = (Some(unit), 0);
            }
            run.1 += 1;
        }
        add(&mut counts, run);
        if counts.len() < 2 {
            let common = counts.keys().next().copied();
            return Self {
                common,
                factors: common
                    .map(|unit| (unit, Decimal::ONE))
                    .into_iter()
                    .collect(),
            };
        }
        let total: usize = counts.values().sum();
        let mut candidates: Vec<_> = counts.iter().map(|(unit, count)| (*unit, *count)).collect();
        candidates.sort_by(|a, b| b.1.cmp(&a.1).then(a.0.cmp(&b.0)));
        candidates.truncate(CANDIDATES);
        let best = candidates.iter().max_by(|a, b| {
            reach(a.0, &counts, lexicon)
                .cmp(&reach(b.0, &counts, lexicon))
                .then(a.1.cmp(&b.1))
                .then_with(|| place(b.0, usual).cmp(&place(a.0, usual)))
                .then_with(|| larger(a.0, b.0, lexicon))
                .then_with(|| b.0.cmp(&a.0))
        });
        let common = best
            .map(|(unit, _)| *unit)
            .filter(|unit| 2 * reach(*unit, &counts, lexicon) > total);
        let factors = match common {
            Some(common) => counts
                .keys()
                .filter_map(|unit| Some((*unit, factor(*unit, common, lexicon)?)))
                .collect(),
            None => BTreeMap::new(),
        };
        Self { common, factors }
    }

    /// The common unit; `None` also when it is a pure number.
    pub(crate) fn common(&self) -> Option<&'a str> {
        self.common.flatten()
    }

    /// What a figure in `unit` is multiplied by to stand in the common unit.
    pub(crate) fn factor(&self, unit: Option<&str>) -> Option<Decimal> {
        self.factors.get(&unit).copied()
    }

    /// The figure in the common unit; `None` when its unit is of another dimension.
    pub(crate) fn harmonise(
        &self,
        value: Decimal,
        max: Option<Decimal>,
        unit: Option<&str>,
    ) -> Option<Harmonised> {
        let factor = self.factor(unit)?;
        if factor == Decimal::ONE {
            return Some(Harmonised {
                value,
                value_max: max,
                factor,
            });
        }
        let scale = |value: Decimal| value.checked_mul(factor).map(|product| product.normalize());
        let value_max = match max {
            Some(max) => Some(scale(max)?),
            None => None,
        };
        Some(Harmonised {
            value: scale(value)?,
            value_max,
            factor,
        })
    }
}

/// The exact factor between two units of one dimension. Pure numbers convert only to themselves.
pub(crate) fn factor(from: Option<&str>, to: Option<&str>, lexicon: &Lexicon) -> Option<Decimal> {
    if from == to {
        return Some(Decimal::ONE);
    }
    lexicon.conversion(from?, to?)
}

/// Adds a run of equal units to their counts: neighbours mostly share their unit.
fn add<'a>(
    counts: &mut BTreeMap<Option<&'a str>, usize>,
    (unit, times): (Option<Option<&'a str>>, usize),
) {
    if let Some(unit) = unit {
        *counts.entry(unit).or_default() += times;
    }
}

/// How many figures convert to `unit`.
fn reach(unit: Option<&str>, counts: &BTreeMap<Option<&str>, usize>, lexicon: &Lexicon) -> usize {
    counts
        .iter()
        .filter(|(from, _)| factor(**from, unit, lexicon).is_some())
        .map(|(_, count)| *count)
        .sum()
}

/// Place among the indicator's usual units; unknown ones come last.
fn place(unit: Option<&str>, usual: &[String]) -> usize {
    unit.and_then(|unit| usual.iter().position(|known| known == unit))
        .unwrap_or(usize::MAX)
}

/// Greater for the larger unit: 亿元 before 万元.
fn larger(a: Option<&str>, b: Option<&str>, lexicon: &Lexicon) -> std::cmp::Ordering {
    match factor(a, b, lexicon) {
        Some(rate) => rate.cmp(&Decimal::ONE),
        None => std::cmp::Ordering::Equal,
    }
}
