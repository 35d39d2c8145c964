//! The grammar words of plans: verbs that set a measure, words of comparison, counters. Data, so that a new
//! wording is an entry and not a rule.

use plan_model::Op;
use serde::Deserialize;
use std::sync::LazyLock;

/// Grammar words, each list ordered so that a longer word comes before one that it begins with.
#[derive(Debug, Deserialize)]
pub struct Words {
    /// Words of endeavour: 力争, 争取.
    pub soft: Vec<String>,
    /// Words that begin a new time adverbial and so end the reach of a word of endeavour.
    pub time_resets: Vec<String>,
    /// Verbs that add to a stock: 新增, 引进, 实施.
    pub increment_verbs: Vec<String>,
    /// Verbs that state a stock: 拥有, 达到.
    pub level_verbs: Vec<String>,
    /// Verbs that state a stock when a goal year governs them and add to it otherwise: 培育, 打造, 建成.
    pub date_level_verbs: Vec<String>,
    /// Words between a name and its value: 达到, 降至, 稳定在.
    pub reach_words: Vec<String>,
    /// Words that make a percentage a growth rate.
    pub growth_words: Vec<String>,
    /// Words that make a percentage a rate of decline.
    pub decline_words: Vec<String>,
    /// Comparing words before the number.
    pub op_before: Vec<(Op, Vec<String>)>,
    /// Comparing words after the number.
    pub op_after: Vec<(Op, Vec<String>)>,
    /// Words before a verb or name that belong to neither.
    pub adverbs: Vec<String>,
    /// Names for the whole region: 全市, 我省.
    pub scopes: Vec<String>,
    /// Benchmarks of relative targets.
    pub benchmarks: Vec<String>,
    /// Words that make an amount of money a reward.
    pub award_words: Vec<String>,
    /// The same after the amount.
    pub award_nouns: Vec<String>,
    /// Counting words and units without their scale (万, 亿).
    pub counters: Vec<String>,
    /// Head nouns too bare to name an indicator by themselves.
    pub heads: Vec<String>,
    /// Words whose numeral characters are no numerals.
    pub lexicalised: Vec<String>,
    /// Names that hold numeral characters.
    pub names_with_numerals: Vec<String>,
}

impl Words {
    /// The words that come with the program.
    #[must_use]
    pub fn builtin() -> &'static Words {
        static WORDS: LazyLock<Words> = LazyLock::new(|| {
            let mut words: Words =
                serde_json::from_str(include_str!("../../../../seeds/lexicon/words.json"))
                    .unwrap_or_else(|error| {
                        unreachable!("seeds/lexicon/words.json is checked by a test: {error}")
                    });
            words.sort();
            words
        });
        &WORDS
    }

    fn sort(&mut self) {
        let by_length = |words: &mut Vec<String>| {
            words.sort_by(|a, b| b.len().cmp(&a.len()).then_with(|| a.cmp(b)));
            words.dedup();
        };
        for list in [
            &mut self.soft,
            &mut self.time_resets,
            &mut self.increment_verbs,
            &mut self.level_verbs,
            &mut self.date_level_verbs,
            &mut self.reach_words,
            &mut self.growth_words,
            &mut self.decline_words,
            &mut self.adverbs,
            &mut self.scopes,
            &mut self.benchmarks,
            &mut self.award_words,
            &mut self.award_nouns,
            &mut self.counters,
            &mut self.heads,
            &mut self.lexicalised,
            &mut self.names_with_numerals,
        ] {
            by_length(list);
        }
        for (_, list) in self.op_before.iter_mut().chain(self.op_after.iter_mut()) {
            by_length(list);
        }
    }
}

/// The longest word of a sorted list that `text` begins with.
#[must_use]
pub fn prefix_of<'w>(text: &str, words: &'w [String]) -> Option<&'w str> {
    words
        .iter()
        .find(|word| text.starts_with(word.as_str()))
        .map(String::as_str)
}

/// The longest word of a sorted list that `text` ends with.
#[must_use]
pub fn suffix_of<'w>(text: &str, words: &'w [String]) -> Option<&'w str> {
    words
        .iter()
        .find(|word| text.ends_with(word.as_str()))
        .map(String::as_str)
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
