//! Sentences and clauses of a frozen text, aware of brackets and quotation marks.

use plan_model::Span;

/// A stretch between 。！？； or line ends, with its clauses.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Sentence {
    /// The whole sentence without its closing mark.
    pub(crate) span: Span,
    /// Its clauses, split at commas and colons outside brackets.
    pub(crate) clauses: Vec<Span>,
}

/// Bytes after which a sentence is cut whatever it says, so that a text without any stop (a damaged file, an
/// attack) costs no more than its length.
const LONGEST: usize = 3_000;

/// Splits a whole text. Every byte outside the closing marks belongs to exactly one sentence.
#[must_use]
pub(crate) fn sentences(text: &str) -> Vec<Sentence> {
    let mut found = Vec::new();
    let mut start = 0;
    for (at, first) in text.bytes().enumerate() {
        // Only these bytes begin a mark; of other characters, only those far from the last border matter.
        let may_mark = matches!(first, b'\n' | b';' | b',' | 0xE3 | 0xEF);
        if at < start || !may_mark && at < start + LONGEST {
            continue;
        }
        let Some(ch) = text.get(at..).and_then(|rest| rest.chars().next()) else {
            continue;
        };
        let comma = matches!(ch, '，' | ',' | '、');
        let too_long = at - start >= LONGEST || comma && at - start >= LONGEST / 2;
        if matches!(ch, '。' | '！' | '？' | '；' | ';' | '\n') || too_long {
            push(text, start, at, &mut found);
            // A mark is no part of the next sentence; a character at a forced border is.
            start = if too_long && !comma {
                at
            } else {
                at + ch.len_utf8()
            };
        }
    }
    push(text, start, text.len(), &mut found);
    found
}

fn push(text: &str, start: usize, end: usize, found: &mut Vec<Sentence>) {
    let trimmed = text[start..end].trim_matches([' ', '\t', '\u{3000}', '\u{a0}']);
    if trimmed.is_empty() {
        return;
    }
    let start = start
        + (text[start..end].len()
            - text[start..end]
                .trim_start_matches([' ', '\t', '\u{3000}', '\u{a0}'])
                .len());
    let end = start + trimmed.len();
    let clauses = split(text, Span::new(start, end), |ch| {
        matches!(ch, '，' | ',' | '：' | ':')
    });
    found.push(Sentence {
        span: Span::new(start, end),
        clauses,
    });
}

/// Splits `span` at the marks `is_mark` names, outside brackets. A comma between digits is no mark, nor is a
/// colon between digits.
#[must_use]
pub(crate) fn split(text: &str, span: Span, is_mark: impl Fn(char) -> bool) -> Vec<Span> {
    let mut parts = Vec::new();
    let mut start = span.from();
    let slice = &text[span.from()..span.to()];
    let depths = Depths::of(slice);
    for (at, ch) in slice.char_indices() {
        if !is_mark(ch) || depths.inside(at) {
            continue;
        }
        let between_digits = matches!(ch, ',' | ':' | '：')
            && slice[..at].ends_with(|c: char| c.is_ascii_digit())
            && slice[at + ch.len_utf8()..].starts_with(|c: char| c.is_ascii_digit());
        if between_digits {
            continue;
        }
        let here = span.from() + at;
        if here > start {
            parts.push(Span::new(start, here));
        }
        start = here + ch.len_utf8();
    }
    if span.to() > start {
        parts.push(Span::new(start, span.to()));
    }
    parts
}

/// Which bytes of a short text lie inside closed brackets or quotation marks. An opening mark that is never
/// closed opens nothing, so that one slip of the pen does not swallow a sentence.
pub(crate) struct Depths {
    ranges: Vec<(usize, usize)>,
}

impl Depths {
    /// Finds the closed pairs of `text`.
    #[must_use]
    pub(crate) fn of(text: &str) -> Self {
        let mut open: Vec<(usize, char)> = Vec::new();
        let mut ranges: Vec<(usize, usize)> = Vec::new();
        for (at, first) in text.bytes().enumerate() {
            // Only these bytes begin a mark; no other character needs to be looked at.
            if !matches!(first, b'(' | b')' | b'[' | b']' | 0xE2 | 0xE3 | 0xEF) {
                continue;
            }
            let Some(ch) = text.get(at..).and_then(|rest| rest.chars().next()) else {
                continue;
            };
            if let Some(close) = closer(ch) {
                open.push((at, close));
            } else if let Some(place) = open.iter().rposition(|(_, close)| *close == ch) {
                let (from, _) = open[place];
                open.truncate(place);
                ranges.push((from, at));
            }
        }
        ranges.sort_unstable();
        Self { ranges }
    }

    /// Whether the byte lies strictly inside a pair.
    #[must_use]
    pub(crate) fn inside(&self, at: usize) -> bool {
        self.ranges.iter().any(|(from, to)| *from < at && at < *to)
    }

    /// The innermost pair around the byte: places of its opening and closing mark.
    #[must_use]
    pub(crate) fn around(&self, at: usize) -> Option<(usize, usize)> {
        self.ranges
            .iter()
            .rev()
            .find(|(from, to)| *from < at && at < *to)
            .copied()
    }
}

fn closer(ch: char) -> Option<char> {
    Some(match ch {
        '（' => '）',
        '(' => ')',
        '“' => '”',
        '‘' => '’',
        '《' => '》',
        '〈' => '〉',
        '「' => '」',
        '『' => '』',
        '〔' => '〕',
        '【' => '】',
        '[' => ']',
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn commas_in_brackets_and_between_digits_split_nothing() {
        let text = "到2024年底，高企(含培育,不含注销)达到1,155家，其他；下一句";
        let found = sentences(text);
        let clauses: Vec<&str> = found[0].clauses.iter().filter_map(|c| c.of(text)).collect();
        assert_eq!(
            clauses,
            ["到2024年底", "高企(含培育,不含注销)达到1,155家", "其他"]
        );
        assert_eq!(found[1].span.of(text), Some("下一句"));
    }

    #[test]
    fn an_opening_mark_without_its_partner_opens_nothing() {
        let text = "坚持“一体推进，加快建设";
        assert_eq!(sentences(text)[0].clauses.len(), 2);
    }
}
