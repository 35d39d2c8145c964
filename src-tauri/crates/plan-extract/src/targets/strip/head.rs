//! The words at the front: time, scope, endeavour, adverbs and the verb, up to where the name begins.

use super::{Act, Before, Stripper};
use plan_lexicon::words::{Words, prefix_of};
use plan_model::Span;

impl Stripper<'_> {
    /// Strips time, scope, endeavour, adverbs and the verb from the start; returns where the name begins.
    pub(super) fn head(&self, start: usize, end: usize, out: &mut Before) -> usize {
        let mut at = start;
        while at < end {
            let rest = &self.text[at..end];
            if let Some(skip) = self.lead_in(at, end) {
                at += skip;
            } else if let Some(word) = self.mere_scope(rest) {
                out.scope = Some(Span::new(at, at + word.len()));
                at += word.len();
            } else if let Some(word) = ["累计", "每年", "年均", "分别", "其中"]
                .iter()
                .find(|word| rest.starts_with(**word))
            {
                out.cumulative |= *word == "累计";
                out.annual |= matches!(*word, "每年" | "年均");
                at += word.len();
            } else if self.known(rest) && !self.known_without_verb(rest)
                || prefix_of(rest, &self.words.compounds).is_some()
            {
                // 攻克关键技术 is an indicator by that very name, and still an act.
                if let Some((_, act)) = self.verb(rest).filter(|(word, _)| self.is_act(word)) {
                    out.act = Some(act);
                }
                return self.mid_verb(at, end, out);
            } else if let Some((word, act)) = self.verb(rest) {
                if (out.reached || out.op.is_some() && !self.is_act(word))
                    && rest.len() > word.len()
                    && !word.starts_with('新')
                    && !self.known(&rest[word.len()..])
                {
                    return at;
                }
                if rest.len() > word.len() && word_is_noun_start(self.words, &rest[word.len()..]) {
                    return self.mid_verb(at, end, out);
                }
                out.act = Some(act);
                out.from = Some(at);
                // 新增高企达到50家 still counts what is added.
                out.reached &= !word.starts_with('新');
                at += word.len();
            } else if let Some(word) = prefix_of(rest, &self.words.scopes) {
                out.scope = Some(Span::new(at, at + word.len()));
                at += word.len();
            } else if let Some(word) = prefix_of(rest, &self.words.adverbs) {
                out.annual |= word.contains("每年") || word == "年均";
                out.cumulative |= word == "累计";
                out.distributed |= matches!(word, "分别" | "各" | "均");
                at += word.len();
            } else {
                return self.mid_verb(at, end, out);
            }
        }
        end
    }

    /// Length of spaces, marks, dates and words of endeavour at `at`.
    fn lead_in(&self, at: usize, end: usize) -> Option<usize> {
        let rest = &self.text[at..end];
        let ch = rest.chars().next()?;
        if matches!(
            ch,
            ' ' | '\u{3000}'
                | '、'
                | '—'
                | '-'
                | '·'
                | '•'
                | '）'
                | ')'
                | '”'
                | '：'
                | ':'
                | '…'
                | '\t'
        ) {
            return Some(ch.len_utf8());
        }
        // The number of a heading whose text follows on the line: （三）, 三、, 一是.
        if let Some(skip) = heading_number(rest).filter(|skip| *skip < rest.len()) {
            return Some(skip);
        }
        // The number of an item at the start of its line (46．全市…).
        let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
        if let Some(mark) = rest[digits..]
            .chars()
            .next()
            .filter(|ch| digits > 0 && matches!(ch, '.' | '．' | '、'))
        {
            return Some(digits + mark.len_utf8());
        }
        if let Ok(found) = self.dates.binary_search_by_key(&at, |date| date.from())
            && self.dates[found].to() <= end
        {
            return Some(self.dates[found].len());
        }
        for word in ["截至", "到", "至", "从", "自"] {
            if rest.starts_with(word)
                && self
                    .dates
                    .binary_search_by_key(&(at + word.len()), |date| date.from())
                    .is_ok()
            {
                return Some(word.len());
            }
        }
        for word in [
            "“十四五”期间",
            "“十四五”末",
            "“十五五”期间",
            "“十五五”末",
            "期间",
            "内",
            "时间",
            "年底",
            "前",
            "底",
            "末",
        ] {
            if rest.starts_with(word) && rest.len() > word.len() {
                return Some(word.len());
            }
        }
        prefix_of(rest, &self.words.soft).map(str::len)
    }

    pub(super) fn verb(&self, rest: &str) -> Option<(&str, Act)> {
        [
            (&self.words.increment_verbs, Act::Adds),
            (&self.words.date_level_verbs, Act::ByDate),
            (&self.words.level_verbs, Act::States),
        ]
        .into_iter()
        .filter_map(|(list, act)| prefix_of(rest, list).map(|word| (word, act)))
        .max_by_key(|(word, _)| word.len())
    }

    /// A verb in the middle (在工业创新等方面突破关键技术): the name is what follows the last one.
    fn mid_verb(&self, at: usize, end: usize, out: &mut Before) -> usize {
        let rest = &self.text[at..end];
        if out.reached
            || out.op.is_some()
            || out.change.is_some()
            || self.known(rest)
            || rest.chars().count() < 6
        {
            return at;
        }
        let depths = crate::clause::Depths::of(rest);
        let mut best: Option<(usize, usize, Act)> = None;
        for (offset, _) in rest.char_indices().skip(1) {
            if depths.inside(offset) {
                continue;
            }
            let Some((word, act)) = self
                .verb(&rest[offset..])
                .filter(|(word, _)| self.is_act(word))
            else {
                continue;
            };
            let after = offset + word.len();
            let covered = best.is_some_and(|(_, until, _)| offset < until);
            if word.chars().count() >= 2
                && !covered
                && rest.len() - after >= 6
                && !word_is_noun_start(self.words, &rest[after..])
            {
                best = Some((offset, after, act));
            }
        }
        let Some((offset, after, act)) = best else {
            return at;
        };
        out.act = Some(act);
        out.from = Some(at + offset);
        at + after
    }

    /// 全市 of 全市高新技术企业: the name without it means the same indicator.
    fn mere_scope(&self, rest: &str) -> Option<&str> {
        let word = prefix_of(rest, &self.words.scopes)?;
        let whole = self.lexicon.canonical(rest)?;
        let bare = self.lexicon.canonical(&rest[word.len()..])?;
        (whole.name == bare.name).then_some(word)
    }

    /// 引进高校毕业生 and 高校毕业生 name the same indicator: the verb then sets the measure, not the name.
    fn known_without_verb(&self, rest: &str) -> bool {
        let Some((word, _)) = self.verb(rest) else {
            return false;
        };
        let whole = self
            .lexicon
            .canonical(rest)
            .map(|indicator| &indicator.name);
        whole.is_some()
            && whole
                == self
                    .lexicon
                    .canonical(&rest[word.len()..])
                    .map(|indicator| &indicator.name)
    }

    fn known(&self, wording: &str) -> bool {
        self.lexicon.canonical(wording).is_some()
    }

    /// Verbs that are hardly ever part of a noun, so that they count in the middle of an item too.
    fn is_act(&self, word: &str) -> bool {
        word.starts_with(['新', '再']) || self.words.acts.iter().any(|act| act == word)
    }
}

fn word_is_noun_start(words: &Words, after: &str) -> bool {
    prefix_of(after, &words.noun_tails).is_some()
}

/// Length of the number of a heading or article at the start of `text`: （三）, 三、, 第七条.
fn heading_number(text: &str) -> Option<usize> {
    let numeral = |ch: char| {
        matches!(
            ch,
            '一' | '二' | '三' | '四' | '五' | '六' | '七' | '八' | '九' | '十'
        ) || ch.is_ascii_digit()
    };
    if text.starts_with('第') {
        return article_number(text);
    }
    let inner = text.strip_prefix(['(', '（']).unwrap_or(text);
    let open = text.len() - inner.len();
    let digits: usize = inner
        .chars()
        .take_while(|ch| numeral(*ch))
        .map(char::len_utf8)
        .sum();
    let close = inner[digits..].chars().next()?;
    let fits = if open > 0 {
        matches!(close, ')' | '）')
    } else {
        matches!(close, '、' | '是')
    };
    (digits > 0 && fits).then(|| open + digits + close.len_utf8())
}

fn article_number(text: &str) -> Option<usize> {
    let rest = text.strip_prefix('第')?;
    let digits: usize = rest
        .chars()
        .take_while(|ch| "一二三四五六七八九十百".contains(*ch) || ch.is_ascii_digit())
        .map(char::len_utf8)
        .sum();
    let mark = rest[digits..].chars().next()?;
    (digits > 0 && matches!(mark, '条' | '章' | '款'))
        .then(|| '第'.len_utf8() + digits + mark.len_utf8())
}
