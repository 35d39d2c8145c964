//! What an item is about and which instruments of policy it uses, each with the words that say so. The names
//! of responsible units are no words of the item: 人才办 leads many a task that is not about talent.

use super::items::Item;
use plan_lexicon::Lexicon;
use plan_model::{Assignment, InstrumentUse, SectionKind, Span};
use std::collections::BTreeMap;

/// An item of at most this many characters is read like a heading: its one sentence says what it is about.
const SHORT: usize = 80;

/// In running text a topic is one that the text comes back to: a single mention may be in passing. One more
/// mention is asked for with every so many characters, up to the most.
const MENTIONS: (usize, usize) = (2, 5);
const MENTION_EVERY: usize = 250;

/// Words kept for one topic, or for one instrument in one clause. More would prove nothing more.
const WORDS: usize = 12;

/// Instruments kept for one item: a whole plan without sections is one item.
const USES: usize = 400;

/// The words of one item.
pub(crate) struct Content<'t> {
    text: &'t str,
    start: usize,
    /// Where the heading ends, in bytes of the item.
    heading: usize,
    short: bool,
    /// Mentions that make a topic.
    mentions: usize,
    kind: SectionKind,
    /// Where units are named, in bytes of the item.
    units: Vec<(usize, usize)>,
}

impl<'t> Content<'t> {
    pub(crate) fn of(text: &'t str, item: &Item, kind: SectionKind) -> Self {
        let body = item.span.of(text).unwrap_or("");
        let start = item.span.from();
        let places = item.named.iter();
        let units: Vec<(usize, usize)> = places
            .map(|&(from, to)| (from - start, to - start))
            .collect();
        let named: usize = units
            .iter()
            .filter_map(|&(from, to)| body.get(from..to))
            .map(|clause| clause.chars().count())
            .sum();
        let length = body.chars().count().saturating_sub(named);
        Self {
            text: body,
            start,
            heading: item.heading.to().saturating_sub(item.span.from()),
            short: length <= SHORT,
            mentions: (length / MENTION_EVERY).clamp(MENTIONS.0, MENTIONS.1),
            kind,
            units,
        }
    }

    /// The topics, in the order of the lexicon: those that the heading names, and those that the text comes
    /// back to.
    pub(crate) fn topics(&self, lexicon: &Lexicon) -> Vec<Assignment> {
        let mut found: BTreeMap<&str, (bool, Vec<Span>)> = BTreeMap::new();
        for word in lexicon.topic_words(self.text) {
            let heading = word.place.start < self.heading;
            if self.names_units(word.place.start) || (word.hint && !heading) {
                continue;
            }
            let (decided, words) = found.entry(&word.topic.key).or_default();
            *decided |= heading || self.short;
            words.push(self.span(word.place.start, word.place.end));
        }
        lexicon
            .topics()
            .iter()
            .filter_map(|topic| {
                let (decided, mut words) = found.remove(topic.key.as_str())?;
                if !decided && words.len() < self.mentions {
                    return None;
                }
                words.truncate(WORDS);
                Some(Assignment {
                    key: topic.key.clone(),
                    words,
                })
            })
            .collect()
    }

    /// The instruments clause by clause. Goals and general passages describe; they use no instrument.
    pub(crate) fn instruments(&self, lexicon: &Lexicon) -> Vec<InstrumentUse> {
        if matches!(self.kind, SectionKind::Goal | SectionKind::General) {
            return Vec::new();
        }
        let mut found = Vec::new();
        let clauses: Vec<_> = self
            .parts()
            .into_iter()
            .map(|(from, to)| from..to)
            .collect();
        let uses = lexicon.instruments_in(self.text, &clauses);
        for (clause, hits) in clauses.iter().zip(uses) {
            for hit in hits {
                let words = hit.words.iter().take(WORDS);
                found.push(InstrumentUse {
                    key: hit.instrument.key.clone(),
                    clause: self.span(clause.start, clause.end),
                    words: words
                        .map(|place| self.span(place.start, place.end))
                        .collect(),
                });
                if found.len() == USES {
                    return found;
                }
            }
        }
        found
    }

    /// Clauses without blanks at their ends and without the naming of units.
    fn parts(&self) -> Vec<(usize, usize)> {
        let mut parts = Vec::new();
        let mut units = self.units.iter().copied().peekable();
        let mut from = 0;
        let mut free = 0;
        for (at, c) in self.text.char_indices() {
            if at < free {
                continue;
            }
            if let Some((_, end)) = units.next_if(|&(start, _)| start <= at) {
                parts.push((from, at));
                (from, free) = (end, end);
            } else if matches!(
                c,
                ',' | '\u{FF0C}' | ';' | '\u{FF1B}' | '\u{3002}' | '!' | '\u{FF01}' | '\n'
            ) {
                parts.push((from, at));
                from = at + c.len_utf8();
            }
        }
        parts.push((from, self.text.len()));
        parts
            .into_iter()
            .filter_map(|(from, to)| {
                let clause = self.text.get(from..to)?;
                let start = from + clause.len() - clause.trim_start().len();
                let end = start + clause.trim().len();
                (start < end).then_some((start, end))
            })
            .collect()
    }

    fn names_units(&self, byte: usize) -> bool {
        let before = self.units.partition_point(|&(start, _)| start <= byte);
        self.units[..before]
            .last()
            .is_some_and(|&(_, end)| byte < end)
    }

    fn span(&self, from: usize, to: usize) -> Span {
        Span::new(self.start + from, self.start + to)
    }
}
