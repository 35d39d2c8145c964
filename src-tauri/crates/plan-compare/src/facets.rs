//! Facet counts: for each facet, what its values would show with all other parts of the filter applied.

use crate::filtering::{FIRMNESS, LEVEL, MEASURE, Missed, OP, STATUS, TYPE, UNIT, YEAR};
use crate::index::{Entry, Index, MEASURES};
use crate::matrix::Survey;
use plan_lexicon::Lexicon;
use plan_model::{
    FacetCount, Facets, Filter, Firmness, IndicatorType, Measure, Op, RegionLevel, Status, Verdict,
    Year,
};
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// Responsible units are a long list; the panel shows those named most.
const UNITS_LISTED: usize = 200;

/// Counts every facet.
pub(crate) fn facets(
    index: &Index<'_>,
    survey: &Survey,
    filter: &Filter,
    lexicon: &Lexicon,
) -> Facets {
    let count = Counting {
        index,
        survey,
        filter,
        lexicon,
    };
    let level_of = |entry: &Entry<'_>| index.plans[entry.plan as usize].plan.meta.region_level;
    Facets {
        indicator_type: {
            let mut found: BTreeMap<IndicatorType, u32> = BTreeMap::new();
            count.pass(
                TYPE,
                |row, _| *found.entry(index.rows[row].indicator_type).or_default() += 1,
                |_| (),
            );
            IndicatorType::ALL
                .iter()
                .map(|word| entry(word.word(), found.get(word)))
                .collect()
        },
        measure: count.words(
            MEASURE,
            Measure::ALL,
            &filter.measure,
            Measure::word,
            |entry| Some(entry.said.target.measure),
        ),
        year: count.years(),
        level: count.words(
            LEVEL,
            RegionLevel::ALL,
            &filter.level,
            RegionLevel::word,
            level_of,
        ),
        op: count.words(OP, Op::ALL, &filter.op, Op::word, |entry| {
            Some(entry.said.target.op)
        }),
        firmness: count.words(
            FIRMNESS,
            Firmness::ALL,
            &filter.firmness,
            Firmness::word,
            |entry| Some(entry.said.target.firmness),
        ),
        verdict: count.verdicts(),
        shared: count.shared(),
        status: count.words(STATUS, Status::ALL, &filter.status, Status::word, |entry| {
            Some(entry.said.status)
        }),
        unit: count.units(),
    }
}

struct Counting<'c, 'a> {
    index: &'c Index<'a>,
    survey: &'c Survey,
    filter: &'c Filter,
    lexicon: &'c Lexicon,
}

impl<'a> Counting<'_, 'a> {
    /// Calls `see` with the row of every target that passes all parts of the filter but `without`, and `met`
    /// with every target of the chosen plans.
    fn pass<'s>(
        &'s self,
        without: Missed,
        mut see: impl FnMut(usize, &'s Entry<'a>),
        mut met: impl FnMut(&'s Entry<'a>),
    ) {
        let depends = !self.filter.verdict.is_empty()
            || self.filter.shared.is_some()
            || self.filter.shared_max.is_some();
        // Verdicts and plan counts change when a part that hides targets is left out; when it hides none, the
        // survey at hand is right already.
        let hides = depends
            && self
                .index
                .entries()
                .iter()
                .any(|entry| entry.missed & without != 0);
        let other = hides.then(|| Survey::without(self.index, self.lexicon, without));
        let survey = other.as_ref().unwrap_or(self.survey);
        for row in 0..self.index.rows.len() {
            let shared = survey.shared(row, self.filter);
            for slot in Index::slots(row) {
                let open = shared && survey.verdict(slot, self.filter);
                for entry in self.index.slot(slot) {
                    met(entry);
                    let counted = if without == STATUS {
                        entry.missed & !without == 0
                    } else {
                        entry.shows(without)
                    };
                    if open && counted {
                        see(row, entry);
                    }
                }
            }
        }
    }

    /// A facet of a closed vocabulary: the values that occur or are asked for, in the domain's order, then
    /// targets with none. A value whose count falls to zero stays in the panel.
    fn words<K: Ord + Copy>(
        &self,
        without: Missed,
        all: &[K],
        asked: &[K],
        word: impl Fn(K) -> &'static str,
        key: impl Fn(&Entry<'a>) -> Option<K>,
    ) -> Vec<FacetCount> {
        let mut found: BTreeMap<Option<K>, u32> = BTreeMap::new();
        let mut known: BTreeSet<Option<K>> = asked.iter().copied().map(Some).collect();
        self.pass(
            without,
            |_, entry| *found.entry(key(entry)).or_default() += 1,
            |entry| {
                known.insert(key(entry));
            },
        );
        let stated = all.iter().filter(|value| known.contains(&Some(**value)));
        let mut counts: Vec<FacetCount> = stated
            .map(|value| entry(word(*value), found.get(&Some(*value))))
            .collect();
        if known.contains(&None) {
            counts.push(entry("", found.get(&None)));
        }
        counts
    }

    /// Years ascending, then targets without one.
    fn years(&self) -> Vec<FacetCount> {
        let mut found: BTreeMap<Option<Year>, u32> = BTreeMap::new();
        let mut known: BTreeSet<Option<Year>> = self.filter.year.iter().copied().collect();
        self.pass(
            YEAR,
            |_, entry| *found.entry(entry.said.target.year).or_default() += 1,
            |entry| {
                known.insert(entry.said.target.year);
            },
        );
        let stated = known
            .iter()
            .flatten()
            .map(|year| entry(&year.to_string(), found.get(&Some(*year))));
        let none = known.contains(&None).then(|| entry("", found.get(&None)));
        stated.chain(none).collect()
    }

    /// Every verdict, counting sub-rows.
    fn verdicts(&self) -> Vec<FacetCount> {
        let mut found: BTreeMap<Verdict, u32> = BTreeMap::new();
        for (slot, verdict) in self.survey.verdicts.iter().enumerate() {
            if let (Some(verdict), true) =
                (verdict, self.survey.shared(slot / MEASURES, self.filter))
            {
                *found.entry(*verdict).or_default() += 1;
            }
        }
        Verdict::ALL
            .iter()
            .map(|verdict| entry(verdict.word(), found.get(verdict)))
            .collect()
    }

    /// Numbers of plans, ascending, counting indicators.
    fn shared(&self) -> Vec<FacetCount> {
        let mut found: BTreeMap<u32, u32> = BTreeMap::new();
        for (row, plans) in self
            .survey
            .plan_counts
            .iter()
            .enumerate()
            .filter(|(_, plans)| **plans > 0)
        {
            let open = Index::slots(row)
                .any(|slot| self.survey.spoken[slot] && self.survey.verdict(slot, self.filter));
            if open {
                *found.entry(*plans).or_default() += 1;
            }
        }
        found
            .iter()
            .map(|(plans, count)| entry(&plans.to_string(), Some(count)))
            .collect()
    }

    /// Responsible units, most named first.
    fn units(&self) -> Vec<FacetCount> {
        let mut ids: HashMap<&str, usize> = HashMap::new();
        let mut found: Vec<(u32, &str)> = Vec::new();
        for unit in &self.filter.unit {
            ids.entry(unit).or_insert_with(|| {
                found.push((0, unit));
                found.len() - 1
            });
        }
        self.pass(
            UNIT,
            |_, entry| {
                for unit in &entry.said.target.responsible {
                    let id = *ids.entry(unit).or_insert_with(|| {
                        found.push((0, unit));
                        found.len() - 1
                    });
                    found[id].0 += 1;
                }
            },
            |_| (),
        );
        found.sort_unstable_by(|a, b| b.0.cmp(&a.0).then(a.1.cmp(b.1)));
        found.truncate(UNITS_LISTED);
        found
            .into_iter()
            .map(|(count, unit)| entry(unit, Some(&count)))
            .collect()
    }
}

fn entry(value: &str, count: Option<&u32>) -> FacetCount {
    FacetCount {
        value: value.to_owned(),
        count: count.copied().unwrap_or(0),
    }
}
