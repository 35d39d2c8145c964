//! The grammar words of plans: verbs that set a measure, words of comparison, counters. Data, so that a new
//! wording is an entry and not a rule.

use plan_model::Op;
use serde::Deserialize;
use std::ops::Deref;
use std::sync::LazyLock;

/// Grammar words.
#[derive(Debug, Deserialize)]
pub struct Words {
    /// Words of endeavour: 力争, 争取.
    pub soft: WordList,
    /// Words that begin a new time adverbial and so end the reach of a word of endeavour.
    pub time_resets: WordList,
    /// Verbs that add to a stock: 新增, 引进, 实施.
    pub increment_verbs: WordList,
    /// Verbs that state a stock: 拥有, 达到.
    pub level_verbs: WordList,
    /// Verbs that state a stock when a goal year governs them and add to it otherwise: 培育, 打造, 建成.
    pub date_level_verbs: WordList,
    /// Words between a name and its value: 达到, 降至, 稳定在.
    pub reach_words: WordList,
    /// Words that make a percentage a growth rate.
    pub growth_words: WordList,
    /// Words that make a percentage a rate of decline.
    pub decline_words: WordList,
    /// Comparing words before the number.
    pub op_before: Vec<(Op, WordList)>,
    /// Comparing words after the number.
    pub op_after: Vec<(Op, WordList)>,
    /// Words before a verb or name that belong to neither.
    pub adverbs: WordList,
    /// Names for the whole region: 全市, 我省.
    pub scopes: WordList,
    /// Benchmarks of relative targets.
    pub benchmarks: WordList,
    /// Words that make an amount of money a reward.
    pub award_words: WordList,
    /// The same after the amount.
    pub award_nouns: WordList,
    /// Counting words and units without their scale (万, 亿).
    pub counters: WordList,
    /// Head nouns too bare to name an indicator by themselves.
    pub heads: WordList,
    /// Verbs that are hardly ever part of a noun.
    pub acts: WordList,
    /// Nouns that begin with a verb: the verb is part of the name (开发区, 孵化器).
    pub compounds: WordList,
    /// Endings after a verb that make the two one noun (转化项目, 培育面积).
    pub noun_tails: WordList,
    /// Heads that a list says once, at its end (氨氮、二氧化硫排放总量).
    pub shared_heads: WordList,
    /// Words whose numeral characters are no numerals.
    pub lexicalised: WordList,
    /// Names that hold numeral characters.
    pub names_with_numerals: WordList,
}

impl Words {
    /// The words that come with the program.
    #[must_use]
    pub fn builtin() -> &'static Words {
        static WORDS: LazyLock<Words> = LazyLock::new(|| {
            serde_json::from_str(include_str!("../../../../seeds/lexicon/words.json"))
                .unwrap_or_else(|error| {
                    unreachable!("seeds/lexicon/words.json is checked by a test: {error}")
                })
        });
        &WORDS
    }
}

/// Words, a longer one before those that it begins or ends with. Looked up by their first or last character:
/// the rules ask at every place of a text whether one of a hundred words stands there.
#[derive(Debug, Default, Deserialize)]
#[serde(from = "Vec<String>")]
pub struct WordList {
    words: Vec<String>,
    by_first: Vec<(char, Vec<usize>)>,
    by_last: Vec<(char, Vec<usize>)>,
}

impl From<Vec<String>> for WordList {
    fn from(mut words: Vec<String>) -> Self {
        words.retain(|word| !word.is_empty());
        words.sort_by(|a, b| b.len().cmp(&a.len()).then_with(|| a.cmp(b)));
        words.dedup();
        Self {
            by_first: by(&words, |word| word.chars().next()),
            by_last: by(&words, |word| word.chars().next_back()),
            words,
        }
    }
}

impl Deref for WordList {
    type Target = [String];

    fn deref(&self) -> &[String] {
        &self.words
    }
}

impl<'w> IntoIterator for &'w WordList {
    type Item = &'w String;
    type IntoIter = std::slice::Iter<'w, String>;

    fn into_iter(self) -> Self::IntoIter {
        self.words.iter()
    }
}

fn by(words: &[String], key: impl Fn(&str) -> Option<char>) -> Vec<(char, Vec<usize>)> {
    let mut found: Vec<(char, Vec<usize>)> = Vec::new();
    for (index, word) in words.iter().enumerate() {
        let Some(key) = key(word) else { continue };
        match found.binary_search_by_key(&key, |(c, _)| *c) {
            Ok(at) => found[at].1.push(index),
            Err(at) => found.insert(at, (key, vec![index])),
        }
    }
    found
}

fn longest<'w>(
    list: &'w WordList,
    by: &[(char, Vec<usize>)],
    key: Option<char>,
    fits: impl Fn(&str) -> bool,
) -> Option<&'w str> {
    let at = by.binary_search_by_key(&key?, |(c, _)| *c).ok()?;
    let mut words = by[at].1.iter().map(|&index| list.words[index].as_str());
    words.find(|word| fits(word))
}

/// The longest word of a list that `text` begins with.
#[must_use]
pub fn prefix_of<'w>(text: &str, list: &'w WordList) -> Option<&'w str> {
    let fits = |word: &str| text.starts_with(word);
    longest(list, &list.by_first, text.chars().next(), fits)
}

/// The longest word of a list that `text` ends with.
#[must_use]
pub fn suffix_of<'w>(text: &str, list: &'w WordList) -> Option<&'w str> {
    let fits = |word: &str| text.ends_with(word);
    longest(list, &list.by_last, text.chars().next_back(), fits)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn longer_words_come_before_their_beginnings() {
        let words = Words::builtin();
        assert_eq!(
            prefix_of("新增加三家", &words.increment_verbs),
            Some("新增加")
        );
        assert_eq!(suffix_of("总量达到", &words.reach_words), Some("总量达到"));
    }
}
