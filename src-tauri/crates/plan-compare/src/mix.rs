//! Which verdicts the pairs of very many figures have, told from what the figures have in common instead of going
//! through the pairs.

use crate::facts::Facts;
use crate::units::factor;
use plan_lexicon::Lexicon;
use plan_model::{Filter, RegionLevel, Verdict, Year};

/// A set of verdicts.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Verdicts(u8);

impl Verdicts {
    pub(crate) fn add(&mut self, verdict: Verdict) {
        self.0 |= 1 << verdict as u8;
    }

    pub(crate) fn has(self, verdict: Verdict) -> bool {
        self.0 & (1 << verdict as u8) != 0
    }

    pub(crate) fn iter(self) -> impl Iterator<Item = Verdict> {
        Verdict::ALL
            .iter()
            .copied()
            .filter(move |verdict| self.has(*verdict))
    }

    /// Whether one of them passes the filter's part about verdicts. Where nothing is compared there is no verdict,
    /// and only asking for one keeps that out.
    pub(crate) fn pass(self, filter: &Filter) -> bool {
        if self.0 == 0 {
            return filter.verdict.is_empty();
        }
        self.iter().any(|verdict| filter.takes_verdict(verdict))
    }
}

impl FromIterator<Verdict> for Verdicts {
    fn from_iter<T: IntoIterator<Item = Verdict>>(all: T) -> Self {
        let mut set = Self::default();
        all.into_iter().for_each(|verdict| set.add(verdict));
        set
    }
}

/// What two figures must share to be of class A or B: year, level, first year, population.
pub(crate) type Matter<'f> = (Year, RegionLevel, Option<Year>, Option<&'f str>);

/// Dimension, unit and matter of a figure.
type Met<'f> = (usize, Option<&'f str>, Matter<'f>);

/// Honest plans have a handful of matters and units. What a hostile library has beyond this many is taken for new at
/// every figure, which never judges better and keeps the work in proportion to the figures.
const MET_AT_MOST: usize = 64;

/// The figures of one sub-row, one of each plan, counted by what they have in common.
#[derive(Debug, Default)]
pub(crate) struct Mix<'f> {
    /// Units, each with the number of its dimension.
    units: Vec<(Option<&'f str>, usize)>,
    /// Figures by dimension.
    dimensions: Vec<usize>,
    /// Figures by dimension, unit and matter; `None` agrees with nothing.
    met: Vec<(Met<'f>, usize)>,
    figures: usize,
    silent: usize,
}

impl<'f> Mix<'f> {
    /// `silent` is the number of plans that speak without a number.
    pub(crate) fn new(figures: &[&'f Facts<'f>], silent: usize, lexicon: &Lexicon) -> Self {
        let mut mix = Self {
            silent,
            figures: figures.len(),
            ..Self::default()
        };
        for facts in figures {
            let dimension = mix.enter(facts.unit, lexicon);
            mix.dimensions[dimension] += 1;
            let Some(matter) = matter(facts) else {
                continue;
            };
            let key = (dimension, facts.unit, matter);
            if let Some((_, count)) = mix.met.iter_mut().find(|(known, _)| *known == key) {
                *count += 1;
            } else if mix.met.len() < MET_AT_MOST {
                mix.met.push((key, 1));
            }
        }
        mix
    }

    fn enter(&mut self, unit: Option<&'f str>, lexicon: &Lexicon) -> usize {
        if let Some((_, dimension)) = self.units.iter().find(|(known, _)| *known == unit) {
            return *dimension;
        }
        let kin = self.units.iter().find(|(known, _)| {
            factor(*known, unit, lexicon).is_some() || factor(unit, *known, lexicon).is_some()
        });
        let dimension = match kin {
            Some((_, dimension)) => *dimension,
            None => {
                self.dimensions.push(0);
                self.dimensions.len() - 1
            }
        };
        if self.units.len() < MET_AT_MOST {
            self.units.push((unit, dimension));
        }
        dimension
    }

    /// Every verdict that some pair has.
    pub(crate) fn all(&self) -> Verdicts {
        let mut found = Verdicts::default();
        if self.silent > 0 && self.silent + self.figures > 1 {
            found.add(Verdict::E);
        }
        if self.dimensions.len() > 1 {
            found.add(Verdict::D);
        }
        if self.met.iter().any(|(_, count)| *count > 1) {
            found.add(Verdict::A);
        }
        for (at, ((dimension, unit, matter), _)) in self.met.iter().enumerate() {
            let others = self.met[at + 1..].iter().map(|(key, _)| key);
            if others
                .clone()
                .any(|other| other.0 == *dimension && other.2 == *matter && other.1 != *unit)
            {
                found.add(Verdict::B);
            }
        }
        let conditional = |(dimension, count): (usize, &usize)| {
            let met = self.met.iter().filter(|(key, _)| key.0 == dimension);
            let agree = |matter: Matter<'_>| -> usize {
                let same = met.clone().filter(|(key, _)| key.2 == matter);
                same.map(|(_, count)| count).sum()
            };
            // All of one matter: nothing stands between any two of them.
            *count > 1
                && met
                    .clone()
                    .next()
                    .is_none_or(|(key, _)| agree(key.2) < *count)
        };
        if self.dimensions.iter().enumerate().any(conditional) {
            found.add(Verdict::C);
        }
        found
    }

    /// Every verdict that one of the figures has with another; `None` for a plan without a number.
    pub(crate) fn of(&self, facts: Option<&Facts<'_>>) -> Verdicts {
        let mut found = Verdicts::default();
        let Some(facts) = facts else {
            if self.silent + self.figures > 1 {
                found.add(Verdict::E);
            }
            return found;
        };
        if self.silent > 0 {
            found.add(Verdict::E);
        }
        let known = self.units.iter().find(|(unit, _)| *unit == facts.unit);
        let Some((_, dimension)) = known else {
            return found;
        };
        let kin = self.dimensions[*dimension];
        if kin < self.figures {
            found.add(Verdict::D);
        }
        let mut agreeing = 1;
        if let Some(matter) = matter(facts) {
            let same = self
                .met
                .iter()
                .filter(|(key, _)| key.0 == *dimension && key.2 == matter);
            agreeing = 0;
            for ((_, unit, _), count) in same {
                agreeing += count;
                if *unit != facts.unit {
                    found.add(Verdict::B);
                } else if *count > 1 {
                    found.add(Verdict::A);
                }
            }
            agreeing = agreeing.max(1);
        }
        if kin > agreeing {
            found.add(Verdict::C);
        }
        found
    }

    /// What most figures agree on, in the dimension that holds it; of equally many the latest year. `None` when no
    /// two agree.
    pub(crate) fn usual(&self) -> Option<(usize, Matter<'f>)> {
        let mut best: Option<(usize, (usize, Matter<'f>))> = None;
        for ((dimension, _, matter), _) in &self.met {
            let same = self
                .met
                .iter()
                .filter(|(key, _)| key.0 == *dimension && key.2 == *matter);
            let found = (same.map(|(_, count)| count).sum(), (*dimension, *matter));
            let later = |known: &(usize, (usize, Matter<'f>))| {
                (found.0, found.1.1.0) > (known.0, known.1.1.0)
            };
            if best.as_ref().is_none_or(later) {
                best = Some(found);
            }
        }
        best.filter(|(count, _)| *count > 1).map(|(_, usual)| usual)
    }

    /// Whether a figure is of what most agree on, as [`Self::usual`] found it.
    pub(crate) fn is_usual(&self, facts: &Facts<'_>, usual: Option<(usize, Matter<'f>)>) -> bool {
        let of = self.units.iter().find(|(unit, _)| *unit == facts.unit);
        usual.is_some_and(|(dimension, usual)| {
            of.is_some_and(|(_, own)| *own == dimension) && matter(facts) == Some(usual)
        })
    }
}

/// Two unknown years or levels are not known to be the same; what is assumed or contradicted agrees with nothing.
fn matter<'f>(facts: &'f Facts<'_>) -> Option<Matter<'f>> {
    match (facts.year, facts.level, facts.derived, facts.ambiguous) {
        (Some(year), Some(level), None, false) => {
            Some((year, level, facts.start, facts.scope.as_deref()))
        }
        _ => None,
    }
}
