//! The type of an indicator that the lexicon does not know, told by its nouns.

use crate::{LexiconError, data};
use aho_corasick::AhoCorasick;
use plan_model::IndicatorType;
use serde::Deserialize;
use std::cmp::Reverse;

const FILE: &str = "heads.json";

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct HeadData {
    /// Type of a wording in which no noun is known.
    default: IndicatorType,
    /// Words that settle the type wherever they stand.
    anywhere: Vec<TypeWords>,
    /// Nouns of which the last one in the wording counts.
    heads: Vec<TypeWords>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct TypeWords {
    #[serde(rename = "type")]
    indicator_type: IndicatorType,
    words: Vec<String>,
}

/// Nouns with the types that they stand for.
#[derive(Debug)]
pub(crate) struct Heads {
    default: IndicatorType,
    anywhere: Nouns,
    heads: Nouns,
}

impl Heads {
    pub(crate) fn parse(text: &str) -> Result<Self, LexiconError> {
        let data: HeadData = data::parse(FILE, text)?;
        Ok(Self {
            default: data.default,
            anywhere: Nouns::new(data.anywhere)?,
            heads: Nouns::new(data.heads)?,
        })
    }

    /// In "X占Y的比重" it is X that is measured.
    pub(crate) fn type_of(&self, wording: &str) -> IndicatorType {
        let text: String = wording
            .chars()
            .filter(|c| !matches!(c, ' ' | '“' | '”' | '"' | '‘' | '’' | '\u{3000}'))
            .collect();
        let measured = match text.split_once('占') {
            Some((part, _)) if !part.is_empty() => part,
            _ => &text,
        };
        self.anywhere
            .last_in(measured)
            .or_else(|| self.heads.last_in(measured))
            .unwrap_or(self.default)
    }
}

/// Words to look for, with a type each.
#[derive(Debug)]
struct Nouns {
    automaton: AhoCorasick,
    types: Vec<IndicatorType>,
}

impl Nouns {
    fn new(groups: Vec<TypeWords>) -> Result<Self, LexiconError> {
        let mut words: Vec<String> = Vec::new();
        let mut types = Vec::new();
        for group in groups {
            for word in group.words {
                if word.is_empty() || words.contains(&word) {
                    return Err(LexiconError::data(
                        FILE,
                        format!("{word:?} is empty or listed twice"),
                    ));
                }
                words.push(word);
                types.push(group.indicator_type);
            }
        }
        let automaton = AhoCorasick::new(&words)
            .map_err(|error| LexiconError::data(FILE, error.to_string()))?;
        Ok(Self { automaton, types })
    }

    /// Chinese puts the head last: the noun that ends last decides, the longest of those that end together.
    fn last_in(&self, text: &str) -> Option<IndicatorType> {
        self.automaton
            .find_overlapping_iter(text)
            .max_by_key(|found| (found.end(), Reverse(found.start())))
            .and_then(|found| self.types.get(found.pattern().as_usize()).copied())
    }
}
