//! Topics of innovation policy and the words that tell them.

use crate::{LexiconError, data};
use aho_corasick::{AhoCorasick, AhoCorasickKind, MatchKind};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::ops::Range;

const FILE: &str = "topics.json";

/// What a task is about.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Topic {
    /// Stable snake_case word.
    pub key: String,
    /// Chinese name.
    pub name: String,
    /// English name.
    pub name_en: String,
    /// What belongs to it, in one Chinese sentence.
    pub definition: String,
    /// Words that speak of the topic wherever they stand.
    pub words: Vec<String>,
    /// General words that tell the topic of a heading, and say nothing in running text.
    pub hints: Vec<String>,
}

/// A word of a topic in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TopicWord<'l> {
    /// The topic.
    pub topic: &'l Topic,
    /// Whether it is one of the general words.
    pub hint: bool,
    /// Where it stands, in bytes.
    pub place: Range<usize>,
}

/// All topics with one automaton for their words.
#[derive(Debug)]
pub(crate) struct Topics {
    all: Vec<Topic>,
    automaton: AhoCorasick,
    /// For each word, the topics that claim it, and whether as a hint.
    claims: Vec<Vec<(usize, bool)>>,
}

impl Topics {
    pub(crate) fn parse(text: &str) -> Result<Self, LexiconError> {
        let all: Vec<Topic> = data::parse(FILE, text)?;
        let mut words: BTreeMap<&str, Vec<(usize, bool)>> = BTreeMap::new();
        for (index, topic) in all.iter().enumerate() {
            if all[..index].iter().any(|other| other.key == topic.key) {
                return Err(LexiconError::data(
                    FILE,
                    format!("{} is listed twice", topic.key),
                ));
            }
            let hints = topic.hints.iter().map(|word| (word, true));
            for (word, hint) in topic.words.iter().map(|word| (word, false)).chain(hints) {
                let claims = words.entry(word).or_default();
                if word.is_empty() || claims.iter().any(|&(other, _)| other == index) {
                    let problem = format!("{}: {word:?} is empty or listed twice", topic.key);
                    return Err(LexiconError::data(FILE, problem));
                }
                claims.push((index, hint));
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

    pub(crate) fn all(&self) -> &[Topic] {
        &self.all
    }

    /// The longest word at a place decides: 知识产权质押融资 speaks of finance.
    pub(crate) fn in_text<'l>(&'l self, text: &str) -> impl Iterator<Item = TopicWord<'l>> {
        self.automaton.find_iter(text).flat_map(move |found| {
            let claims = &self.claims[found.pattern().as_usize()];
            let place = found.range();
            claims.iter().map(move |&(topic, hint)| TopicWord {
                topic: &self.all[topic],
                hint,
                place: place.clone(),
            })
        })
    }
}

/// An automaton that reads words from left to right, the longest first. `kind` weighs the time to build it
/// against the time to read: a DFA reads fastest and is dear with thousands of words.
pub(crate) fn longest_first(
    file: &'static str,
    kind: AhoCorasickKind,
    words: impl IntoIterator<Item = impl AsRef<[u8]>>,
) -> Result<AhoCorasick, LexiconError> {
    AhoCorasick::builder()
        .match_kind(MatchKind::LeftmostLongest)
        .kind(Some(kind))
        .build(words)
        .map_err(|error| LexiconError::data(file, error.to_string()))
}
