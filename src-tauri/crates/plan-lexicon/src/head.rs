//! The type of an indicator that the lexicon does not know, told by its nouns.

use crate::{LexiconError, data};
use plan_model::IndicatorType;
use serde::Deserialize;

const FILE: &str = "heads.json";

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct HeadData {
    /// Type of a wording in which no noun is known.
    default: IndicatorType,
    /// Words that settle the type wherever they stand.
    anywhere: Vec<TypeWords>,
    /// Nouns of which the last one in the wording counts.
    heads: Vec<TypeWords>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct TypeWords {
    #[serde(rename = "type")]
    indicator_type: IndicatorType,
    words: Vec<String>,
}

/// Nouns with the types that they stand for.
#[derive(Debug)]
pub(crate) struct Heads {
    data: HeadData,
}

impl Heads {
    pub(crate) fn parse(text: &str) -> Result<Self, LexiconError> {
        Ok(Self {
            data: data::parse(FILE, text)?,
        })
    }

    /// Chinese puts the head last: of the nouns in the wording the one that ends last decides, the longest of
    /// those that end together. In "X占Y的比重" it is X that is measured.
    pub(crate) fn type_of(&self, wording: &str) -> IndicatorType {
        let text: String = wording
            .chars()
            .filter(|c| !matches!(c, ' ' | '“' | '”' | '"' | '‘' | '’' | '　'))
            .collect();
        let measured = match text.split_once('占') {
            Some((part, _)) if !part.is_empty() => part,
            _ => &text,
        };
        let last = |groups: &[TypeWords]| {
            groups
                .iter()
                .flat_map(|group| group.words.iter().map(|word| (word, group.indicator_type)))
                .filter_map(|(word, kind)| {
                    measured
                        .rfind(word.as_str())
                        .map(|at| (at + word.len(), word.len(), kind))
                })
                // The first listed wins a tie, so the order of the data decides, not that of the enum.
                .reduce(|best, next| {
                    if (next.0, next.1) > (best.0, best.1) {
                        next
                    } else {
                        best
                    }
                })
                .map(|(_, _, kind)| kind)
        };
        last(&self.data.anywhere)
            .or_else(|| last(&self.data.heads))
            .unwrap_or(self.data.default)
    }
}
