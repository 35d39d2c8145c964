//! The normal form of a wording, so that the many ways to write one indicator meet in one key.
//!
//! Only ways of writing are evened out here (widths, quotes, 规上 for 规模以上, R&D for 研发, "X占Y的比例" for
//! "X占Y比重"). Whether two concepts are one is never decided by a rule, only by a synonym in the data.

use crate::{Indicator, LexiconError, data};
use aho_corasick::{AhoCorasick, MatchKind};
use serde::Deserialize;

const FILE: &str = "wording.json";

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WordingData {
    /// Words and the words that they are another spelling of, put in one after the other by groups.
    spellings: Vec<Vec<(String, String)>>,
    /// Words at the start that only name the population: 全市, 我省.
    scopes: Vec<String>,
    /// Words at the start that name an administrative level: 国家级, 省.
    levels: Vec<String>,
    /// Words that follow a level: 以上, 及以上.
    level_tails: Vec<String>,
    /// Words at the end that only say "number of".
    counts: Vec<String>,
    /// The same in words that may belong to the name before them: taken off a wording of a plan only, never off
    /// a name of the data, where 企业家数 counts 企业家 and 人才总量 is no count of 人才.
    ambiguous_counts: Vec<String>,
    /// Words at the end that say how the quantity is measured: 增速, 增长率.
    growths: Vec<String>,
    /// Words at the end of "X占Y的…".
    shares: Vec<String>,
    /// Ways to open a quantity per so many persons, with the common form.
    per_head: Vec<(String, String)>,
    /// Units that a counted thing can be stated in; an indicator with one of them is a count.
    count_units: Vec<String>,
}

/// A word that can be set aside at the start of a wording.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Prefix {
    text: String,
    scope: bool,
}

impl Prefix {
    pub(crate) fn text(&self) -> &str {
        &self.text
    }
}

/// The rules of normalisation, compiled.
#[derive(Debug)]
pub(crate) struct Wording {
    spellings: Vec<(AhoCorasick, Vec<String>)>,
    /// Longest first.
    prefixes: Vec<Prefix>,
    counts: Vec<String>,
    ambiguous_counts: Vec<String>,
    growths: Vec<String>,
    shares: Vec<String>,
    per_head: Vec<(String, String)>,
    count_units: Vec<String>,
}

impl Wording {
    pub(crate) fn parse(text: &str) -> Result<Self, LexiconError> {
        let data: WordingData = data::parse(FILE, text)?;
        let mut spellings = Vec::new();
        for group in data.spellings {
            let (from, to): (Vec<String>, Vec<String>) = group.into_iter().unzip();
            let automaton = AhoCorasick::builder()
                .match_kind(MatchKind::LeftmostLongest)
                .build(&from)
                .map_err(|error| LexiconError::data(FILE, error.to_string()))?;
            spellings.push((automaton, to));
        }
        let mut prefixes: Vec<Prefix> = data
            .scopes
            .into_iter()
            .map(|text| Prefix {
                text: fold(&text),
                scope: true,
            })
            .collect();
        for level in data.levels {
            for tail in &data.level_tails {
                prefixes.push(Prefix {
                    text: format!("{level}{tail}"),
                    scope: false,
                });
            }
            prefixes.push(Prefix {
                text: level,
                scope: false,
            });
        }
        let mut per_head = data.per_head;
        longest_first(&mut prefixes, |prefix| &prefix.text);
        longest_first(&mut per_head, |(from, _)| from);
        let [mut counts, mut ambiguous_counts, mut growths, mut shares] = [
            data.counts,
            data.ambiguous_counts,
            data.growths,
            data.shares,
        ];
        for words in [
            &mut counts,
            &mut ambiguous_counts,
            &mut growths,
            &mut shares,
        ] {
            longest_first(words, |word| word);
        }
        Ok(Self {
            spellings,
            prefixes,
            counts,
            ambiguous_counts,
            growths,
            shares,
            per_head,
            count_units: data.count_units,
        })
    }

    /// The normal form of `wording`.
    pub(crate) fn key(&self, wording: &str) -> String {
        let mut key = fold(wording);
        for (automaton, to) in &self.spellings {
            if automaton.is_match(&key) {
                key = automaton.replace_all(&key, to);
            }
        }
        self.per_head_form(&self.share_form(&key)).replace('的', "")
    }

    /// `key` without words at its end that only say "number of".
    pub(crate) fn stem<'k>(&self, key: &'k str) -> &'k str {
        strip_any(key, &self.counts).map_or(key, |(rest, _)| rest)
    }

    /// `key` without one of the ambiguous words at its end (家数, 总量), when it has one.
    pub(crate) fn without_ambiguous_count<'k>(&self, key: &'k str) -> Option<&'k str> {
        strip_any(key, &self.ambiguous_counts).map(|(rest, _)| rest)
    }

    /// `key` without a word of growth at its end, and that word.
    pub(crate) fn without_growth<'k>(&self, key: &'k str) -> (&'k str, Option<&str>) {
        strip_any(key, &self.growths).map_or((key, None), |(rest, word)| (rest, Some(word)))
    }

    /// The first scope or level word of `key`, and what follows it.
    pub(crate) fn without_prefix<'k>(&self, key: &'k str) -> Option<(&Prefix, &'k str)> {
        self.prefixes.iter().find_map(|prefix| {
            let rest = key
                .strip_prefix(prefix.text.as_str())?
                .trim_start_matches('、');
            (!rest.is_empty()).then_some((prefix, rest))
        })
    }

    /// Whether `word`, as set aside, only names a population, whatever the indicator is.
    pub(crate) fn is_scope(&self, word: &str) -> bool {
        self.prefixes
            .iter()
            .any(|prefix| prefix.scope && prefix.text == word)
    }

    /// Whether the indicator counts things, which can have an administrative level (省级平台), where a sum of
    /// money cannot.
    pub(crate) fn is_count(&self, indicator: &Indicator) -> bool {
        indicator
            .units
            .iter()
            .any(|unit| self.count_units.contains(unit))
    }

    /// "X占Y的比例", "X占Y", "X与Y之比" become "X占Y比重".
    fn share_form(&self, key: &str) -> String {
        if let Some((rest, _)) = key.split_once("之比").filter(|(_, after)| after.is_empty())
            && let Some((part, whole)) = rest.split_once('、')
        {
            return format!("{part}占{whole}比重");
        }
        match key.split_once('占') {
            // "X占比" names no whole.
            Some((part, whole)) if !part.is_empty() && !whole.is_empty() && whole != "比" => {
                let whole = strip_any(whole, &self.shares).map_or(whole, |(rest, _)| rest);
                if whole.is_empty() {
                    key.to_owned()
                } else {
                    format!("{part}占{whole}比重")
                }
            }
            _ => key.to_owned(),
        }
    }

    /// "万人口拥有X", "每万人口X拥有量" and their like begin with the same words and end with 拥有量.
    fn per_head_form(&self, key: &str) -> String {
        let Some((rest, to)) = self
            .per_head
            .iter()
            .find_map(|(from, to)| Some((key.strip_prefix(from.as_str())?, to)))
        else {
            return key.to_owned();
        };
        match rest.strip_prefix("拥有") {
            Some(owned) if !owned.is_empty() => format!("{to}{}拥有量", self.stem(owned)),
            _ => format!("{to}{rest}"),
        }
    }
}

/// One spelling for full-width and half-width letters and digits, no spaces, quotes or brackets.
fn fold(text: &str) -> String {
    text.chars()
        .map(|c| match c {
            '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
            '\u{2080}'..='\u{2089}' => {
                char::from_u32(u32::from(c) - 0x2080 + u32::from('0')).unwrap_or(c)
            }
            '—' | '–' | '‐' | '−' => '-',
            '∕' | '÷' => '/',
            _ => c,
        })
        .filter(|&c| !(c.is_whitespace() || is_dropped(c)))
        .flat_map(char::to_lowercase)
        .collect()
}

/// Quotes and brackets carry emphasis, not meaning; a plan writes “小巨人”, 「小巨人」 and 小巨人 for one thing.
fn is_dropped(c: char) -> bool {
    matches!(
        c,
        '“' | '”'
            | '‘'
            | '’'
            | '"'
            | '\''
            | '「'
            | '」'
            | '『'
            | '』'
            | '《'
            | '》'
            | '〈'
            | '〉'
            | '('
            | ')'
            | '['
            | ']'
            | '{'
            | '}'
            | '〔'
            | '〕'
            | '【'
            | '】'
            | '·'
            | '•'
            | '\u{feff}'
            | '\u{200b}'
    )
}

/// `text` without the first of `words` that it ends with, when something is left, and that word.
fn strip_any<'t, 'w>(text: &'t str, words: &'w [String]) -> Option<(&'t str, &'w str)> {
    words.iter().find_map(|word| {
        let rest = text.strip_suffix(word.as_str())?;
        (!rest.is_empty()).then_some((rest, word.as_str()))
    })
}

/// Sorts so that the longest word is tried first; words of one length keep the order of the data.
fn longest_first<T>(items: &mut [T], word: impl Fn(&T) -> &str) {
    items.sort_by_key(|item| std::cmp::Reverse(word(item).len()));
}
