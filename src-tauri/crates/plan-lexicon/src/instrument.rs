//! Policy instruments after Rothwell and Zegveld: what government does to push, frame or pull innovation.

use crate::topic::longest_first;
use crate::{LexiconError, data};
use aho_corasick::{AhoCorasick, AhoCorasickKind};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::ops::Range;

const FILE: &str = "instruments.json";

/// How far the second word of a pair may stand behind the first, in bytes: some sixteen characters.
const REACH: usize = 48;

/// The side on which an instrument works.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum InstrumentClass {
    /// Pushes: people, money, infrastructure, information, services.
    Supply,
    /// Frames: plans, taxes, finance, rules, rights, strategy.
    Environment,
    /// Pulls: procurement, demonstration, outsourcing, trade, agencies abroad, consumption.
    Demand,
}

/// One kind of instrument.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Instrument {
    /// Stable snake_case word.
    pub key: String,
    /// Supply, environment or demand.
    pub class: InstrumentClass,
    /// Chinese name.
    pub name: String,
    /// English name.
    pub name_en: String,
    /// What belongs to it, in one Chinese sentence.
    pub definition: String,
    /// Where the kind comes from.
    pub source: String,
    /// Words that name the instrument by themselves.
    pub cues: Vec<String>,
    /// Pairs of words, usually verb and object, that name it together.
    pub pairs: Vec<Pair>,
}

/// Any of `first` with any of `then` behind it in the same clause.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Pair {
    /// Usually verbs.
    pub first: Vec<String>,
    /// Usually objects.
    pub then: Vec<String>,
}

/// An instrument that a clause uses.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InstrumentWords<'l> {
    /// The instrument.
    pub instrument: &'l Instrument,
    /// The words that say so, in order of place, in bytes of the text.
    pub words: Vec<Range<usize>>,
}

/// What a word is for an instrument.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    Cue,
    First(usize),
    Then(usize),
}

/// All instruments with one automaton for their words.
#[derive(Debug)]
pub(crate) struct Instruments {
    all: Vec<Instrument>,
    automaton: AhoCorasick,
    claims: Vec<Vec<(usize, Part)>>,
}

impl Instruments {
    pub(crate) fn parse(text: &str) -> Result<Self, LexiconError> {
        let all: Vec<Instrument> = data::parse(FILE, text)?;
        let mut words: BTreeMap<&str, Vec<(usize, Part)>> = BTreeMap::new();
        for (index, instrument) in all.iter().enumerate() {
            if all[..index].iter().any(|other| other.key == instrument.key) {
                let problem = format!("{} is listed twice", instrument.key);
                return Err(LexiconError::data(FILE, problem));
            }
            let pairs = instrument.pairs.iter().enumerate().flat_map(|(at, pair)| {
                let first = pair.first.iter().map(move |word| (word, Part::First(at)));
                first.chain(pair.then.iter().map(move |word| (word, Part::Then(at))))
            });
            let cues = instrument.cues.iter().map(|word| (word, Part::Cue));
            for (word, part) in cues.chain(pairs) {
                let claims = words.entry(word).or_default();
                if word.is_empty() || claims.contains(&(index, part)) {
                    let problem = format!("{}: {word:?} is empty or listed twice", instrument.key);
                    return Err(LexiconError::data(FILE, problem));
                }
                claims.push((index, part));
            }
        }
        let automaton = longest_first(FILE, AhoCorasickKind::DFA, words.keys())?;
        let claims = words.into_values().collect();
        Ok(Self {
            all,
            automaton,
            claims,
        })
    }

    pub(crate) fn all(&self) -> &[Instrument] {
        &self.all
    }

    /// The instruments of each clause of a text, read in one pass, in the order of the data. A cue alone is
    /// enough; of a pair, the nearest first word before the second one counts.
    pub(crate) fn in_clauses(
        &self,
        text: &str,
        clauses: &[Range<usize>],
    ) -> Vec<Vec<InstrumentWords<'_>>> {
        let mut uses: Vec<Vec<InstrumentWords<'_>>> = clauses.iter().map(|_| Vec::new()).collect();
        let mut at = 0;
        let mut here = Clause::default();
        for hit in self.automaton.find_iter(text) {
            while clauses
                .get(at)
                .is_some_and(|clause| clause.end <= hit.start())
            {
                uses[at] = here.close(self);
                at += 1;
            }
            let Some(clause) = clauses.get(at) else { break };
            if clause.start <= hit.start() && hit.end() <= clause.end {
                here.take(&self.claims[hit.pattern().as_usize()], &hit.range());
            }
        }
        if let Some(last) = uses.get_mut(at) {
            *last = here.close(self);
        }
        uses
    }
}

/// What has been found in one clause so far.
#[derive(Default)]
struct Clause {
    found: BTreeMap<usize, Vec<Range<usize>>>,
    open: BTreeMap<(usize, usize), Range<usize>>,
}

impl Clause {
    fn take(&mut self, claims: &[(usize, Part)], place: &Range<usize>) {
        for &(index, part) in claims {
            match part {
                Part::Cue => self.found.entry(index).or_default().push(place.clone()),
                Part::First(pair) => {
                    self.open.insert((index, pair), place.clone());
                }
                Part::Then(pair) => {
                    let first = self.open.get(&(index, pair));
                    if let Some(first) = first.filter(|first| place.start - first.end <= REACH) {
                        let words = self.found.entry(index).or_default();
                        words.push(first.clone());
                        words.push(place.clone());
                    }
                }
            }
        }
    }

    /// The instruments of the clause; the next one begins with nothing.
    fn close<'l>(&mut self, all: &'l Instruments) -> Vec<InstrumentWords<'l>> {
        self.open.clear();
        std::mem::take(&mut self.found)
            .into_iter()
            .map(|(index, mut words)| {
                words.sort_unstable_by_key(|place| (place.start, place.end));
                words.dedup();
                InstrumentWords {
                    instrument: &all.all[index],
                    words,
                }
            })
            .collect()
    }
}
