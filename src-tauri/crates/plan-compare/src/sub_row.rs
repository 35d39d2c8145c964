//! The verdict of a whole sub-row: the weakest among its pairs of figures, with every pair's reasons.

use crate::facts::Facts;
use crate::judge::{cells, converted, silent};
use crate::mix::{Mix, Verdicts};
use crate::units::{Rates, factor};
use plan_lexicon::Lexicon;
use plan_model::{
    DerivationKind, Measure, PairVerdict, PlanId, Reason, RegionLevel, Verdict, Year,
};
use std::collections::{BTreeMap, BTreeSet};

/// Pairs are listed while at most this many plans speak. Beyond it nobody reads pairs, their number grows
/// with the square, and the sub-row is judged in one pass from what its figures have in common.
pub const PAIRS_SHOWN_UP_TO: usize = 16;

/// A plan that speaks, with its statements, those with a number first.
pub(crate) struct Speaker<'s, 'a> {
    pub(crate) plan: PlanId,
    pub(crate) facts: &'s [Facts<'a>],
}

/// The outcome.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Judged {
    pub(crate) verdict: Option<Verdict>,
    pub(crate) reasons: Vec<Reason>,
    pub(crate) pairs: Vec<PairVerdict>,
    /// Every verdict that some pair has, listed or not.
    pub(crate) verdicts: Verdicts,
}

/// Judges a sub-row. With one speaker there is nothing to compare.
pub(crate) fn judge(speakers: &[Speaker<'_, '_>], rates: &Rates<'_>, lexicon: &Lexicon) -> Judged {
    match speakers.len() {
        0 | 1 => Judged::default(),
        2..=PAIRS_SHOWN_UP_TO => by_pairs(speakers, rates, lexicon),
        _ => at_once(speakers, rates, lexicon),
    }
}

fn by_pairs(speakers: &[Speaker<'_, '_>], rates: &Rates<'_>, lexicon: &Lexicon) -> Judged {
    let mut pairs = Vec::with_capacity(speakers.len() * (speakers.len() - 1) / 2);
    for (at, left) in speakers.iter().enumerate() {
        for right in &speakers[at + 1..] {
            let (verdict, reasons) = cells(left.facts, right.facts, rates, lexicon);
            pairs.push(PairVerdict {
                left: left.plan,
                right: right.plan,
                verdict,
                reasons,
            });
        }
    }
    let weakest = pairs
        .iter()
        .map(|pair| pair.verdict)
        .filter(|verdict| *verdict != Verdict::E)
        .max();
    let verdict = weakest.unwrap_or(Verdict::E);
    let mut union = Union::default();
    for reason in pairs.iter().flat_map(|pair| &pair.reasons) {
        union.add(reason);
    }
    union.several = several(speakers);
    union.contradictory = contradictory(speakers, &pairs);
    Judged {
        verdict: Some(verdict),
        reasons: union.reasons(verdict),
        verdicts: pairs.iter().map(|pair| pair.verdict).collect(),
        pairs,
    }
}

/// The same in linear time. For a plan with several statements the one that most plans can be matched with
/// stands for it. That never judges better than the pairs would, for they pick their best match anew each time.
fn at_once(speakers: &[Speaker<'_, '_>], rates: &Rates<'_>, lexicon: &Lexicon) -> Judged {
    let standing = standing(speakers);
    let verdicts = Mix::new(&standing, speakers.len() - standing.len(), lexicon).all();
    let mut union = Union {
        several: several(speakers),
        ..Union::default()
    };
    let without = speakers
        .iter()
        .filter(|speaker| numbers(speaker) == 0)
        .flat_map(|speaker| speaker.facts);
    for reason in silent(without) {
        union.add(&reason);
    }
    if standing.len() < 2 {
        return Judged {
            verdict: Some(Verdict::E),
            reasons: union.reasons(Verdict::E),
            pairs: Vec::new(),
            verdicts,
        };
    }
    let mut verdict = Verdict::A;
    let units = distinct(standing.iter().map(|said| said.unit));
    if units.len() > 1 {
        let strangers = units.iter().any(|a| {
            units
                .iter()
                .any(|b| factor(*a, *b, lexicon).is_none() && factor(*b, *a, lexicon).is_none())
        });
        if strangers {
            union
                .units
                .extend(units.iter().map(|unit| unit.map(str::to_owned)));
        }
        verdict = if strangers { Verdict::D } else { Verdict::B };
        if let Some(common) = rates.common() {
            union.converted.extend(
                units
                    .iter()
                    .filter_map(|unit| converted(*unit, common, rates)),
            );
        }
    }
    let years = distinct(standing.iter().map(|said| said.year));
    let starts = distinct(
        standing
            .iter()
            .map(|said| said.start)
            .filter(Option::is_some),
    );
    if years.len() > 1 || years.contains(&None) || starts.len() > 1 {
        union.years.extend(&years);
        if starts.len() > 1 {
            union.years.extend(&starts);
        }
    }
    let levels = distinct(standing.iter().map(|said| said.level));
    if levels.len() > 1 || levels.contains(&None) {
        union.level_differs = true;
        union.levels.extend(levels.iter().flatten());
    }
    let scopes: BTreeMap<_, _> = distinct(
        standing
            .iter()
            .map(|said| (said.scope.as_deref(), said.scope_written.as_deref())),
    )
    .into_iter()
    .collect();
    if scopes.len() > 1 {
        union
            .scopes
            .extend(scopes.values().map(|scope| scope.map(str::to_owned)));
    }
    union
        .derivations
        .extend(standing.iter().filter_map(|said| said.derived));
    let contradicting = standing.iter().filter(|said| said.ambiguous).count();
    union.contradictory = u32::try_from(contradicting).unwrap_or(u32::MAX);
    if union.has_condition() {
        verdict = verdict.max(Verdict::C);
    }
    Judged {
        verdict: Some(verdict),
        reasons: union.reasons(verdict),
        pairs: Vec::new(),
        verdicts,
    }
}

/// One statement with a number for every plan that has any.
fn standing<'s, 'a>(speakers: &[Speaker<'s, 'a>]) -> Vec<&'s Facts<'a>> {
    if speakers.iter().all(|speaker| numbers(speaker) < 2) {
        return speakers
            .iter()
            .filter_map(|speaker| speaker.facts.first())
            .filter(|said| said.value.is_some())
            .collect();
    }
    let matter = |said: &'s Facts<'a>| (said.unit, said.year, said.start, said.scope.as_deref());
    let mut counts: BTreeMap<_, usize> = BTreeMap::new();
    for said in speakers
        .iter()
        .filter(|speaker| numbers(speaker) == 1)
        .filter_map(|speaker| speaker.facts.first())
    {
        *counts.entry(matter(said)).or_default() += 1;
    }
    let usual = counts
        .into_iter()
        .max_by(|a, b| a.1.cmp(&b.1).then(b.0.cmp(&a.0)))
        .map(|(matter, _)| matter);
    speakers
        .iter()
        .filter_map(|speaker| {
            let numeric = &speaker.facts[..numbers(speaker)];
            numeric
                .iter()
                .find(|said| Some(matter(said)) == usual)
                .or(numeric.first())
        })
        .collect()
}

/// The values that occur. Neighbours are mostly equal and need no look-up.
fn distinct<T: Ord + Copy>(values: impl Iterator<Item = T>) -> BTreeSet<T> {
    let mut found = BTreeSet::new();
    let mut last = None;
    for value in values {
        if last != Some(value) {
            found.insert(value);
            last = Some(value);
        }
    }
    found
}

/// Number of statements with a number; they come first.
fn numbers(speaker: &Speaker<'_, '_>) -> usize {
    speaker.facts.partition_point(|said| said.value.is_some())
}

/// How many plans state several differing values.
fn several(speakers: &[Speaker<'_, '_>]) -> u32 {
    let count = speakers
        .iter()
        .filter(|speaker| numbers(speaker) > 1)
        .count();
    // With a single figure in the whole sub-row nothing is compared, so nothing stands in the way of it.
    let figures = speakers
        .iter()
        .filter(|speaker| numbers(speaker) > 0)
        .count();
    if figures < 2 {
        0
    } else {
        u32::try_from(count).unwrap_or(u32::MAX)
    }
}

/// How many plans contradict themselves where a pair was judged by it.
fn contradictory(speakers: &[Speaker<'_, '_>], pairs: &[PairVerdict]) -> u32 {
    let told = |reason: &Reason| matches!(reason, Reason::Contradictory { .. });
    if !pairs.iter().any(|pair| pair.reasons.iter().any(told)) {
        return 0;
    }
    let plans = speakers
        .iter()
        .filter(|speaker| speaker.facts.iter().any(|said| said.ambiguous))
        .count();
    u32::try_from(plans).unwrap_or(u32::MAX)
}

/// Reasons of many pairs put together, each kind once.
#[derive(Default)]
struct Union {
    converted: BTreeSet<Reason>,
    years: BTreeSet<Option<Year>>,
    level_differs: bool,
    levels: BTreeSet<RegionLevel>,
    scopes: BTreeSet<Option<String>>,
    units: BTreeSet<Option<String>>,
    relative: bool,
    benchmarks: BTreeSet<String>,
    no_table: bool,
    no_number: bool,
    measures: BTreeSet<Measure>,
    derivations: BTreeSet<DerivationKind>,
    contradictory: u32,
    several: u32,
}

impl Union {
    fn add(&mut self, reason: &Reason) {
        match reason {
            Reason::Same => {}
            Reason::Converted { .. } => {
                self.converted.insert(reason.clone());
            }
            Reason::YearDiffers { years } => self.years.extend(years),
            Reason::LevelDiffers { levels } => {
                self.level_differs = true;
                self.levels.extend(levels);
            }
            Reason::ScopeDiffers { scopes } => self.scopes.extend(scopes.iter().cloned()),
            Reason::MeasureDiffers { measures } => self.measures.extend(measures),
            Reason::UnitDiffers { units } => self.units.extend(units.iter().cloned()),
            Reason::Relative { benchmarks } => {
                self.relative = true;
                self.benchmarks.extend(benchmarks.iter().cloned());
            }
            Reason::NoTable => self.no_table = true,
            Reason::NoNumber => self.no_number = true,
            Reason::Assumed { derivations } => self.derivations.extend(derivations),
            // Counted once for the whole sub-row: a plan takes part in many pairs.
            Reason::SeveralStatements { .. } | Reason::Contradictory { .. } => {}
        }
    }

    /// Whether any of the reasons leaves the figures comparable only under a condition.
    fn has_condition(&self) -> bool {
        !self.years.is_empty()
            || self.level_differs
            || !self.scopes.is_empty()
            || !self.derivations.is_empty()
            || self.contradictory > 0
    }

    fn reasons(self, verdict: Verdict) -> Vec<Reason> {
        let mut reasons = Vec::new();
        if verdict == Verdict::A {
            reasons.push(Reason::Same);
        }
        reasons.extend(self.converted);
        if !self.years.is_empty() {
            reasons.push(Reason::YearDiffers {
                years: self.years.into_iter().collect(),
            });
        }
        if self.level_differs {
            reasons.push(Reason::LevelDiffers {
                levels: self.levels.into_iter().collect(),
            });
        }
        if !self.scopes.is_empty() {
            reasons.push(Reason::ScopeDiffers {
                scopes: self.scopes.into_iter().collect(),
            });
        }
        if !self.measures.is_empty() {
            reasons.push(Reason::MeasureDiffers {
                measures: self.measures.into_iter().collect(),
            });
        }
        if !self.units.is_empty() {
            reasons.push(Reason::UnitDiffers {
                units: self.units.into_iter().collect(),
            });
        }
        if self.relative {
            reasons.push(Reason::Relative {
                benchmarks: self.benchmarks.into_iter().collect(),
            });
        }
        if self.no_table {
            reasons.push(Reason::NoTable);
        }
        if self.no_number {
            reasons.push(Reason::NoNumber);
        }
        if !self.derivations.is_empty() {
            reasons.push(Reason::Assumed {
                derivations: self.derivations.into_iter().collect(),
            });
        }
        if self.contradictory > 0 {
            reasons.push(Reason::Contradictory {
                plans: self.contradictory,
            });
        }
        if self.several > 0 {
            reasons.push(Reason::SeveralStatements {
                plans: self.several,
            });
        }
        reasons
    }
}
