//! The sentence around a quotation, character by character as the frozen text has it.

use plan_model::Span;

/// A sentence longer than this is shown as the words next to the quotation.
const SENTENCE_LIMIT: usize = 1500;

/// More closing marks than this in a row are no prose.
const CLOSING_LIMIT: usize = 4;

/// The sentence of `text` that holds `quote`: from the end of the sentence before to its own closing mark.
/// Blanks at either end are left out, so the span is still a place in the text. A table without any stop is
/// cut to the words around the quotation.
pub(crate) fn around(text: &str, quote: Span) -> Span {
    if quote.of(text).is_none() {
        return quote;
    }
    // The limits come first: a text without stops must not be searched to its ends for every quotation.
    let earliest = border_before(text, quote.from().saturating_sub(SENTENCE_LIMIT / 2));
    let latest = border_after(text, quote.to().saturating_add(SENTENCE_LIMIT / 2));
    let start = text[earliest..quote.from()]
        .rfind(is_stop)
        .map_or(earliest, |at| {
            let at = earliest + at;
            (at + stop_len(text, at)).min(quote.from())
        });
    let end = text[quote.to()..latest].find(is_stop).map_or(latest, |at| {
        let at = quote.to() + at;
        // The line break ends the sentence but is none of its words; the other marks are.
        if text[at..].starts_with('\n') {
            at
        } else {
            at + stop_len(text, at)
        }
    });
    let sentence = &text[start..end];
    let lead = sentence.len() - sentence.trim_start().len();
    let tail = sentence.len() - sentence.trim_end().len();
    // The quotation itself is never trimmed.
    Span::new(
        (start + lead).min(quote.from()),
        (end - tail).max(quote.to()),
    )
}

fn is_stop(ch: char) -> bool {
    matches!(ch, '。' | '；' | '！' | '？' | '\n')
}

/// Length of a stop with the few quotation marks and brackets that close behind it: 。”
fn stop_len(text: &str, at: usize) -> usize {
    let mut chars = text[at..].chars();
    let stop = chars.next().map_or(0, char::len_utf8);
    let closing = |ch: &char| matches!(ch, '”' | '’' | '」' | '』' | '》' | '）' | ')');
    stop + chars
        .take(CLOSING_LIMIT)
        .take_while(closing)
        .map(char::len_utf8)
        .sum::<usize>()
}

fn border_before(text: &str, mut at: usize) -> usize {
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

fn border_after(text: &str, at: usize) -> usize {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at += 1;
    }
    at
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, quote: &str, expected: &str) {
        let start = text.find(quote).unwrap();
        let sentence = around(text, Span::new(start, start + quote.len()));
        assert_eq!(sentence.of(text), Some(expected), "around {quote}");
    }

    #[test]
    fn from_stop_to_stop() {
        let text = "一、目标\n  到2025年，高企达到155家；科小达到160家。其他！";
        check(text, "155家", "到2025年，高企达到155家；");
        check(text, "160家", "科小达到160家。");
        check(text, "其他", "其他！");
        check(text, "目标", "一、目标");
    }

    #[test]
    fn closing_marks_belong_to_the_sentence_before() {
        let text = "他说：“达到155家。”再达到160家。）后面";
        check(text, "155家", "他说：“达到155家。”");
        check(text, "160家", "再达到160家。）");
        check(text, "后面", "后面");
    }

    #[test]
    fn a_quotation_may_run_over_a_line_break() {
        check("表头\n高企\n155家\n其他", "高企\n155家", "高企\n155家");
    }

    #[test]
    fn a_text_without_stops_is_bounded() {
        let text = format!("{}155家{}", "长".repeat(5000), "长".repeat(5000));
        let start = text.find("155家").unwrap();
        let sentence = around(&text, Span::new(start, start + "155家".len()));
        assert!(
            sentence.len() <= SENTENCE_LIMIT + 12 && sentence.of(&text).unwrap().contains("155家")
        );
    }
}
