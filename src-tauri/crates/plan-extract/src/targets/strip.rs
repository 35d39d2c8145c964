//! Takes the words before a number apart: time, scope, endeavour, verb, name, words of reaching and comparing.

mod head;

use plan_lexicon::Lexicon;
use plan_lexicon::words::{Words, suffix_of};
use plan_model::{Op, Span};

/// What kind of act a verb is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Act {
    /// Adds to a stock.
    Adds,
    /// States a stock.
    States,
    /// States a stock when a goal year governs it, adds to it otherwise.
    ByDate,
}

/// Whether a percentage is a rate of growth or decline.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Change {
    /// 增长, 涨幅.
    Growth,
    /// 下降, 降低.
    Decline,
}

/// The words before a number, taken apart.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Before {
    /// What remains as the name; may be empty.
    pub(super) name: Option<Span>,
    /// The name together with a word of growth that belongs to it (居民消费价格涨幅).
    pub(super) name_with_change: Option<Span>,
    /// The verb with its kind.
    pub(super) act: Option<Act>,
    /// Where the quotation begins: the verb, else the name.
    pub(super) from: Option<usize>,
    /// A word of reaching stood before the number (达到, 降至).
    pub(super) reached: bool,
    /// A word of change stood before the number.
    pub(super) change: Option<Change>,
    /// Comparing word.
    pub(super) op: Option<Op>,
    /// 每年, 年均.
    pub(super) annual: bool,
    /// 累计.
    pub(super) cumulative: bool,
    /// The verb stood right before the number (区县重点培育2—3个): the noun follows the number.
    pub(super) verb_last: bool,
    /// 分别: the first value is for the first name, and so on.
    pub(super) in_turn: bool,
    /// 各, 均, 分别: the values that follow are shared out over the names.
    pub(super) distributed: bool,
    /// 高于全省平均水平0.5个百分点: what the value is counted from.
    pub(super) benchmark: Option<Span>,
    /// A name of the whole region stood before the name.
    pub(super) scope: Option<Span>,
}

pub(super) struct Stripper<'a> {
    pub(super) text: &'a str,
    pub(super) words: &'a Words,
    pub(super) lexicon: &'a Lexicon,
    /// Spans of dates, ascending.
    pub(super) dates: &'a [Span],
}

impl Stripper<'_> {
    /// Takes `left`, the text of one item before its number, apart.
    pub(super) fn before(&self, left: Span) -> Before {
        let mut out = Before::default();
        let (start, mut end) = (self.last_border(left), left.to());
        self.tail(start, &mut end, &mut out);
        let change_end = end;
        // The name may need its word of growth (经济增长 is an indicator, 经济 is none).
        let mut name_end = change_end;
        if let Some((at, change)) = self.change_suffix(start, end) {
            out.change = Some(change);
            name_end = at;
            self.tail(start, &mut name_end, &mut out);
        }
        self.last_verb(start, name_end, &mut out);
        let begin = self.head(start, name_end, &mut out);
        if begin < name_end {
            out.name = Some(Span::new(begin, name_end));
            out.from.get_or_insert(begin);
        }
        if begin < change_end && change_end > name_end {
            out.name_with_change = Some(Span::new(begin, change_end));
        }
        out
    }

    /// 第七条 2026年底前筹集人才公寓, 计划到2027年实现…: what stands before a date by which, or before 确保, belongs to
    /// another act.
    fn last_border(&self, left: Span) -> usize {
        let start = self.last_endeavour(left);
        let until = self.dates.partition_point(|date| date.to() <= left.to());
        let text = &self.text[..left.to()];
        let within = self.dates[..until]
            .iter()
            .rev()
            .take_while(|date| date.from() > start);
        let dated = within.into_iter().find(|date| {
            let by = text[..date.from()].ends_with(['到', '至'])
                || text[date.to()..].starts_with('前')
                || text[date.from()..date.to()].ends_with(['底', '末']);
            let compares =
                text[..date.from()].ends_with("提高到") || text[..date.from()].ends_with("从");
            by && !compares && text[date.to()..].chars().count() >= 3
        });
        let sure = ["确保", "力争", "争取"]
            .iter()
            .filter_map(|word| {
                self.text[start..left.to()]
                    .rfind(word)
                    .map(|at| start + at + word.len())
            })
            .filter(|at| {
                // 贡献率力争提高到55%: the name stands before the word, not behind it.
                let mut end = left.to();
                self.tail(*at, &mut end, &mut Before::default());
                let end = self.change_suffix(*at, end).map_or(end, |(begin, _)| begin);
                self.verb(&self.text[*at..end])
                    .map_or(0, |(word, _)| word.len())
                    + 5
                    < end - *at
            })
            .filter(|at| {
                !crate::clause::Depths::of(&self.text[left.from()..left.to()])
                    .inside(at - left.from())
            })
            .max();
        dated
            .map_or(start, |date| date.to())
            .max(sure.unwrap_or(start))
    }

    /// 打造先导区、力争产业规模突破万亿元: what stands before the word of endeavour belongs to another act.
    fn last_endeavour(&self, left: Span) -> usize {
        let text = &self.text[left.from()..left.to()];
        let depths = crate::clause::Depths::of(text);
        let words = self
            .words
            .soft
            .iter()
            .filter_map(|word| text.rfind(word.as_str()).map(|at| (at, at + word.len())));
        words
            .filter(|(at, _)| {
                text[..*at].ends_with(['、', '，', ',', ' ', '；']) && !depths.inside(*at)
            })
            .map(|(_, end)| left.from() + end)
            .max()
            .unwrap_or(left.from())
    }

    /// Notices a verb that stands right before the number.
    fn last_verb(&self, start: usize, end: usize, out: &mut Before) {
        let rest = &self.text[start..end];
        let verb = [
            (&self.words.increment_verbs, Act::Adds),
            (&self.words.date_level_verbs, Act::ByDate),
        ]
        .into_iter()
        .filter_map(|(list, act)| suffix_of(rest, list).map(|word| (word, act)))
        .max_by_key(|(word, _)| word.len());
        if let Some((word, act)) = verb.filter(|_| !out.reached) {
            out.verb_last = true;
            out.act = Some(act);
            out.from = Some(end - word.len());
        }
    }

    /// Strips words of reaching, comparing and sharing out from the end.
    fn tail(&self, start: usize, end: &mut usize, out: &mut Before) {
        loop {
            let rest = &self.text[start..*end];
            let trimmed = rest.trim_end_matches([' ', '\u{3000}', '“', '"', '：', ':']);
            if trimmed.len() < rest.len() {
                *end = start + trimmed.len();
                continue;
            }
            if let Some((op, word)) = self.op_suffix(rest) {
                out.op.get_or_insert(op);
                *end -= word.len();
            } else if let Some((begin, benchmark)) = self.benchmark_suffix(start, *end) {
                out.benchmark = Some(benchmark);
                *end = begin;
            } else if let Some(begin) = self.date_suffix(start, *end) {
                *end = begin;
            } else if let Some(word) = suffix_of(rest, &self.words.reach_words)
                .filter(|w| w.len() > 3 || w.len() < rest.len())
            {
                if word.starts_with("累计") {
                    out.cumulative = true;
                }
                out.distributed |= word.starts_with("分别") || word.starts_with('均');
                out.in_turn |= word.starts_with("分别");
                // 降至 and 控制在 reach a value; 实现 and 完成 may also be the verb of what follows.
                out.reached |= !matches!(word, "完成" | "在" | "有");
                *end -= word.len();
            } else if let Some(word) = ["每年", "年均"].iter().find(|w| rest.ends_with(**w)) {
                out.annual = true;
                *end -= word.len();
            } else if let Some(word) = ["分别", "各", "均"].iter().find(|w| rest.ends_with(**w))
            {
                out.distributed = true;
                out.in_turn |= *word == "分别";
                *end -= word.len();
            } else if let Some(word) = ["累计", "共计", "合计"]
                .iter()
                .find(|w| rest.ends_with(**w))
            {
                out.cumulative |= *word == "累计";
                *end -= word.len();
            } else if let Some(word) = [
                "力争", "争取", "努力", "目标", "同比", "以", "将", "要", "的",
            ]
            .iter()
            .find(|w| rest.ends_with(**w))
            {
                *end -= word.len();
            } else {
                return;
            }
        }
    }

    /// A benchmark at the end with the comparing word before it.
    fn benchmark_suffix(&self, start: usize, end: usize) -> Option<(usize, Span)> {
        let rest = &self.text[start..end];
        let benchmark = suffix_of(rest, &self.words.benchmarks)?;
        let before = &rest[..rest.len() - benchmark.len()];
        let word = ["高于", "低于", "高出", "超过", "快于", "超出", "领先"]
            .iter()
            .find(|word| before.ends_with(**word))?;
        let span = Span::new(end - benchmark.len(), end);
        Some((start + before.len() - word.len(), span))
    }

    /// A date at the end (X和Y到2025年突破100家), with the word before it.
    fn date_suffix(&self, start: usize, end: usize) -> Option<usize> {
        let until = self.dates.partition_point(|date| date.to() <= end);
        let date = self.dates[..until]
            .last()
            .filter(|date| date.to() == end && date.from() >= start)?;
        let before = &self.text[start..date.from()];
        let word = ["到", "至", "在", "截至", "比", "较"]
            .iter()
            .find(|word| before.ends_with(**word))
            .map_or(0, |word| word.len());
        Some(date.from() - word)
    }

    fn op_suffix(&self, rest: &str) -> Option<(Op, &str)> {
        self.words
            .op_before
            .iter()
            .filter_map(|(op, list)| suffix_of(rest, list).map(|word| (*op, word)))
            .max_by_key(|(_, word)| word.len())
    }

    fn change_suffix(&self, start: usize, end: usize) -> Option<(usize, Change)> {
        let rest = &self.text[start..end];
        let growth = suffix_of(rest, &self.words.growth_words).map(|w| (w.len(), Change::Growth));
        let decline =
            suffix_of(rest, &self.words.decline_words).map(|w| (w.len(), Change::Decline));
        growth
            .into_iter()
            .chain(decline)
            .max_by_key(|(len, _)| *len)
            .map(|(len, change)| (end - len, change))
    }
}
