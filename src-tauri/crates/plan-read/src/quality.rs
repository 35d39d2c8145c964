//! How well a text came out of its document. Counted on the frozen text, for every format alike.

use plan_model::TextQuality;

/// No word is longer than this; a longer run of letters has lost its spaces.
const LONGEST_WORD: usize = 30;
/// A line shorter than this ends where its author ended it: a heading, a name, an item of a list.
const FULL_LINE: usize = 18;
/// A heading may run over the middle of a page, but not longer than this.
const LONGEST_HEADING: usize = 40;

/// The figures of `text`.
pub(crate) fn quality(text: &str) -> TextQuality {
    let (mut all, mut odd) = (0usize, 0usize);
    let (mut letters, mut glued, mut run) = (0usize, 0usize, 0usize);
    let (mut han, mut parted) = (0usize, 0usize);
    let mut before: [char; 2] = ['\n', '\n'];
    for c in text.chars() {
        if c == '\n' || !c.is_whitespace() {
            all += usize::from(c != '\n');
            odd += usize::from(is_not_text(c));
        }
        if c.is_ascii_alphabetic() {
            letters += 1;
            run += 1;
            if run > LONGEST_WORD {
                glued += if run == LONGEST_WORD + 1 { run } else { 1 };
            }
        } else {
            run = 0;
        }
        if is_han(c) {
            han += 1;
            parted += usize::from(before[1] == ' ' && is_han(before[0]));
        }
        before = [before[1], c];
    }
    let (lines, broken) = lines(text);
    TextQuality {
        not_text: share(odd, all),
        missing_spaces: share(glued, letters),
        stray_spaces: share(parted, han),
        broken_lines: share(broken, lines),
    }
}

fn share(part: usize, whole: usize) -> u32 {
    if whole == 0 {
        return 0;
    }
    u32::try_from(part.saturating_mul(10_000).div_ceil(whole)).unwrap_or(10_000)
}

/// Characters that no text is made of.
fn is_not_text(c: char) -> bool {
    let control = c.is_control() && !matches!(c, '\n' | '\t' | '\u{C}');
    let private = matches!(c, '\u{E000}'..='\u{F8FF}' | '\u{F0000}'..='\u{10FFFF}');
    let never = matches!(c, '\u{FDD0}'..='\u{FDEF}') || u32::from(c) & 0xFFFE == 0xFFFE;
    control || private || never || c == '\u{FFFD}'
}

fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}' | '\u{20000}'..='\u{3FFFF}')
}

/// How many lines hold text, and how many of them break off inside a sentence.
fn lines(text: &str) -> (usize, usize) {
    let (mut count, mut broken) = (0, 0);
    let mut last: Option<&str> = None;
    for line in text.split('\n') {
        count += usize::from(!line.trim().is_empty());
        if let Some(last) = last {
            broken += usize::from(breaks_off(last) && goes_on(line));
        }
        last = Some(line);
    }
    (count, broken)
}

/// Whether a line is long, is no row of a table and no heading, and ends inside a sentence. Titles and lists of names
/// end without a mark as well; but they hold none of a sentence either.
fn breaks_off(line: &str) -> bool {
    let line = line.trim();
    let Some(end) = line.chars().next_back() else {
        return false;
    };
    let length = line.chars().take(LONGEST_HEADING + 1).count();
    let inside = end.is_alphanumeric() || matches!(end, '、' | '，' | ',' | '“' | '《' | '（');
    let heading = begins_numbered(line) && length <= LONGEST_HEADING;
    let sentence = line.contains(['，', '。', '；', ',', ';']);
    inside && sentence && length >= FULL_LINE && !heading && !line.contains(['\t', '|'])
}

/// Whether a line can be the rest of a sentence: it begins at the edge with a word or a mark, without a number
/// of its own.
fn goes_on(line: &str) -> bool {
    let first = line.chars().next();
    first.is_some_and(|c| !c.is_whitespace())
        && !begins_numbered(line)
        && !line.contains(['\t', '|'])
}

/// 一、 （一） 1. 第三章 ①: how the lines of a plan are numbered.
fn begins_numbered(line: &str) -> bool {
    let mut chars = line.trim_start().chars();
    let Some(first) = chars.next() else {
        return false;
    };
    let numeral = |c: char| c.is_ascii_digit() || "一二三四五六七八九十百".contains(c);
    match first {
        '第' | '(' | '（' => chars.next().is_some_and(numeral),
        '\u{2460}'..='\u{24FF}' | '\u{3220}'..='\u{3229}' => true,
        c if numeral(c) => chars
            .find(|c| !numeral(*c))
            .is_some_and(|c| "、.．)）是要".contains(c)),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_clean_plan_has_no_faults() {
        let text = "某市关于印发加快建设科技创新体系实施方案的通知\n某市2024年科技工作要点\n\n一、主要目标\n高新技术企业达到155家，研发投入强度2.7%。\n\
                    （一）加强组织领导，健全工作推进机制和责任体系\n　　各部门要落实责任。\n指标\t单位\t2025年\n企业\t家\t5\n";
        assert_eq!(quality(text), TextQuality::default());
    }

    #[test]
    fn characters_that_are_no_text_are_counted() {
        assert_eq!(quality("一二三四五六七八九\u{FFFD}").not_text, 1_000);
        assert_eq!(quality("一二三\u{E123}").not_text, 2_500);
        assert_eq!(quality("一二三\u{7}").not_text, 2_500);
        assert_eq!(quality("\u{20BB7}镇\u{FF0C}①Ａ").not_text, 0);
    }

    #[test]
    fn lost_and_added_spaces_are_counted() {
        assert_eq!(quality(&"a".repeat(40)).missing_spaces, 10_000);
        assert_eq!(quality("research and development").missing_spaces, 0);
        assert_eq!(quality("科 技 创 新").stray_spaces, 7_500);
        assert_eq!(quality("科技 R&D 创新").stray_spaces, 0);
    }

    #[test]
    fn lines_cut_at_the_edge_of_a_page_are_counted() {
        let page = "加快建设，以企业为主体、市场为导向、产学研深度融合\n的技术创新体系，高新技术企业达到一百五十五家以上\n。\n";
        assert_eq!(quality(page).broken_lines, 6_667);
    }

    #[test]
    fn nothing_has_no_quality_to_speak_of() {
        assert_eq!(quality(""), TextQuality::default());
        assert_eq!(quality("\n \n"), TextQuality::default());
    }
}
