//! Words that most clauses do not hold, found in one pass over the whole text, so that the rules about them look
//! only where they stand.

use aho_corasick::{AhoCorasick, MatchKind};
use plan_model::Span;
use std::sync::LazyLock;

/// A percentage that the text says in a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Said {
    /// 全覆盖.
    Coverage,
    /// 翻番 and its like: growth in per cent.
    Growth(i64),
}

/// What a word is for.
#[derive(Debug, Clone, Copy)]
enum Mark {
    Said(Said),
    /// A word without which no clause names a benchmark.
    Benchmark,
}

const MARKS: [(&str, Mark); 18] = [
    ("全覆盖", Mark::Said(Said::Coverage)),
    ("翻两番", Mark::Said(Said::Growth(300))),
    ("翻一番", Mark::Said(Said::Growth(100))),
    ("翻番", Mark::Said(Said::Growth(100))),
    ("翻一倍", Mark::Said(Said::Growth(100))),
    ("翻倍", Mark::Said(Said::Growth(100))),
    ("增长一倍", Mark::Said(Said::Growth(100))),
    ("实现倍增", Mark::Said(Said::Growth(100))),
    ("满意度", Mark::Benchmark),
    ("平均", Mark::Benchmark),
    ("全国", Mark::Benchmark),
    ("全省", Mark::Benchmark),
    ("全市", Mark::Benchmark),
    ("经济", Mark::Benchmark),
    ("GDP", Mark::Benchmark),
    ("地区生产总值", Mark::Benchmark),
    ("财政", Mark::Benchmark),
    ("居民", Mark::Benchmark),
];

/// The marks of a text, ascending.
#[derive(Debug, Default)]
pub(crate) struct Marks {
    said: Vec<(Span, Said)>,
    benchmarks: Vec<usize>,
}

impl Marks {
    pub(crate) fn of(text: &str) -> Self {
        static WORDS: LazyLock<Option<AhoCorasick>> = LazyLock::new(|| {
            AhoCorasick::builder()
                .match_kind(MatchKind::LeftmostLongest)
                .build(MARKS.iter().map(|(word, _)| word))
                .ok()
        });
        let mut found = Self::default();
        let words = WORDS.iter();
        for hit in words.flat_map(|words| words.find_iter(text)) {
            match MARKS[hit.pattern().as_usize()].1 {
                Mark::Said(said) => found.said.push((Span::new(hit.start(), hit.end()), said)),
                Mark::Benchmark => found.benchmarks.push(hit.start()),
            }
        }
        found
    }

    /// Quantities said in words that begin inside `span`.
    pub(super) fn said_in(&self, span: Span) -> &[(Span, Said)] {
        let from = self.said.partition_point(|(at, _)| at.start < span.start);
        let to = self.said.partition_point(|(at, _)| at.end <= span.end);
        self.said.get(from..to).unwrap_or(&[])
    }

    /// Whether `span` is 翻番 or its like.
    pub(super) fn is_doubling(&self, span: Span) -> bool {
        self.said
            .binary_search_by_key(&span, |(at, _)| *at)
            .is_ok_and(|at| self.said[at].1 != Said::Coverage)
    }

    /// Whether a clause may name a benchmark.
    pub(super) fn may_compare(&self, span: Span) -> bool {
        let from = self.benchmarks.partition_point(|at| *at < span.from());
        self.benchmarks.get(from).is_some_and(|at| *at < span.to())
    }
}
