//! Indicators, and the exact way from a wording of a plan to one of them.

use crate::wording::Wording;
use crate::{LexiconError, data};
use plan_model::{IndicatorType, Measure};
use serde::Deserialize;
use std::collections::HashMap;

/// Which way is better.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Direction {
    /// More is better.
    Higher,
    /// Less is better.
    Lower,
}

/// A quantity that plans commit to, under its standard name.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Indicator {
    /// Standard Chinese name.
    pub name: String,
    /// Standard English name.
    pub name_en: String,
    /// What it is about.
    #[serde(rename = "type")]
    pub indicator_type: IndicatorType,
    /// What is counted, in one or two Chinese sentences.
    pub definition: String,
    /// Usual units, the most usual first.
    pub units: Vec<String>,
    /// Other wordings of the same concept as plans use them.
    pub synonyms: Vec<String>,
    /// Which way is better, where that goes without saying.
    pub direction: Option<Direction>,
    /// Measures it is usually stated in.
    pub measures: Vec<Measure>,
    /// Where the definition comes from.
    pub source: String,
}

/// An indicator with the words that were set aside to find it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Resolved<'l> {
    /// The concept.
    pub indicator: &'l Indicator,
    /// Words set aside in the lexicon's spelling, in the order of the wording: 全市, 省级, 增速.
    pub stripped: Vec<&'l str>,
    /// The wording that the analyst taught and that led here, as it was taught.
    pub taught: Option<&'l str>,
}

/// All indicators with their indexes.
#[derive(Debug)]
pub(crate) struct Indicators {
    all: Vec<Indicator>,
    by_name: HashMap<String, usize>,
    /// Normal form of every name and synonym.
    by_key: HashMap<String, usize>,
    /// The same without words that only say "number of". `None` where two concepts would fall together.
    by_stem: HashMap<String, Option<usize>>,
    /// Normal forms that were taught, each with the wording as it was taught.
    taught_keys: HashMap<String, String>,
    /// The same for their stems.
    taught_stems: HashMap<String, String>,
    wording: Wording,
}

impl Indicators {
    pub(crate) fn parse(indicators: &str, wording: &str) -> Result<Self, LexiconError> {
        const FILE: &str = "indicators.json";
        let all: Vec<Indicator> = data::parse(FILE, indicators)?;
        let wording = Wording::parse(wording)?;
        let mut by_name = HashMap::with_capacity(all.len());
        let mut by_key = HashMap::with_capacity(all.len() * 5);
        let mut by_stem: HashMap<String, Option<usize>> = HashMap::with_capacity(all.len() * 5);
        for (index, indicator) in all.iter().enumerate() {
            if by_name.insert(indicator.name.clone(), index).is_some() {
                return Err(LexiconError::data(
                    FILE,
                    format!("{} is listed twice", indicator.name),
                ));
            }
            for word in std::iter::once(&indicator.name).chain(&indicator.synonyms) {
                let key = wording.key(word);
                let stem = wording.stem(&key).to_owned();
                if let Some(other) = by_key.insert(key, index)
                    && other != index
                {
                    let (one, two) = (&all[other].name, &indicator.name);
                    return Err(LexiconError::data(
                        FILE,
                        format!("{word} is claimed by {one} and {two}"),
                    ));
                }
                by_stem
                    .entry(stem)
                    .and_modify(|known| {
                        if *known != Some(index) {
                            *known = None;
                        }
                    })
                    .or_insert(Some(index));
            }
        }
        Ok(Self {
            all,
            by_name,
            by_key,
            by_stem,
            taught_keys: HashMap::new(),
            taught_stems: HashMap::new(),
            wording,
        })
    }

    /// Makes `wording` a name of `indicator`, whatever it stood for before. An indicator that is not known yet
    /// comes to be.
    pub(crate) fn teach(&mut self, wording: &str, indicator: &str, indicator_type: IndicatorType) {
        let index = match self.by_name.get(indicator) {
            Some(index) => *index,
            None => {
                self.all.push(Indicator {
                    name: indicator.to_owned(),
                    name_en: indicator.to_owned(),
                    indicator_type,
                    definition: String::new(),
                    units: Vec::new(),
                    synonyms: Vec::new(),
                    direction: None,
                    measures: Vec::new(),
                    source: String::new(),
                });
                let index = self.all.len() - 1;
                self.by_name.insert(indicator.to_owned(), index);
                self.claim(indicator, index, None);
                index
            }
        };
        self.claim(wording, index, Some(wording));
        // A wording names one concept: where the data gave it to another, it is the analyst's now.
        for (at, other) in self.all.iter_mut().enumerate() {
            if at != index {
                other.synonyms.retain(|known| known != wording);
            }
        }
        if let Some(known) = self.all.get_mut(index)
            && known.name != wording
            && !known.synonyms.iter().any(|word| word == wording)
        {
            known.synonyms.push(wording.to_owned());
        }
    }

    /// Puts a word under its normal form and its stem; `taught` is the word itself when it was taught.
    fn claim(&mut self, word: &str, index: usize, taught: Option<&str>) {
        let key = self.wording.key(word);
        let stem = self.wording.stem(&key).to_owned();
        note(&mut self.taught_keys, &key, taught);
        note(&mut self.taught_stems, &stem, taught);
        self.by_key.insert(key, index);
        self.by_stem.insert(stem, Some(index));
    }

    pub(crate) fn all(&self) -> &[Indicator] {
        &self.all
    }

    pub(crate) fn named(&self, name: &str) -> Option<&Indicator> {
        self.by_name.get(name).map(|&index| &self.all[index])
    }

    pub(crate) fn resolve(&self, wording: &str) -> Option<Resolved<'_>> {
        let key = self.wording.key(wording);
        if let Some((indicator, taught)) = self.find(&key) {
            return Some(Resolved {
                indicator,
                stripped: Vec::new(),
                taught,
            });
        }
        // A word of growth after the name says how the quantity is measured, not which one it is.
        let (rest, growth) = self.wording.without_growth(&key);
        let mut stripped = Vec::new();
        let mut rest = rest;
        if growth.is_some()
            && let Some((indicator, taught)) = self.find(rest)
        {
            stripped.extend(growth);
            return Some(Resolved {
                indicator,
                stripped,
                taught,
            });
        }
        while let Some((prefix, after)) = self.wording.without_prefix(rest) {
            stripped.push(prefix.text());
            rest = after;
            if let Some((indicator, taught)) = self.find(rest)
                && (stripped.iter().all(|word| self.wording.is_scope(word))
                    || self.wording.is_count(indicator))
            {
                stripped.extend(growth);
                return Some(Resolved {
                    indicator,
                    stripped,
                    taught,
                });
            }
        }
        None
    }

    /// The indicator under a normal form, and the taught wording that put it there.
    fn find(&self, key: &str) -> Option<(&Indicator, Option<&str>)> {
        if let Some(&index) = self.by_key.get(key) {
            let taught = self.taught_keys.get(key).map(String::as_str);
            return Some((&self.all[index], taught));
        }
        let by_stem = |stem: &str| {
            let index = self.by_stem.get(stem).copied().flatten()?;
            let taught = self.taught_stems.get(stem).map(String::as_str);
            Some((&self.all[index], taught))
        };
        by_stem(self.wording.stem(key))
            .or_else(|| self.wording.without_ambiguous_count(key).and_then(by_stem))
    }
}

/// A later word under the same form takes the place of an earlier one, taught or not.
fn note(taught: &mut HashMap<String, String>, form: &str, word: Option<&str>) {
    match word {
        Some(word) => drop(taught.insert(form.to_owned(), word.to_owned())),
        None => drop(taught.remove(form)),
    }
}
