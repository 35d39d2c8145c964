//! Running heads, feet and page numbers: what the pages carry and the plan does not say.

use super::Page;
use super::line::Line;
use std::collections::BTreeMap;

/// Heads and feet stand in the uppermost and the lowest part of a page.
const MARGIN: f32 = 0.14;
/// How many lines at either end of a page may be head or foot.
const DEEP: usize = 3;

/// Takes the running lines off all pages and says how many there were.
pub(crate) fn drop_running_lines(pages: &mut [Page]) -> usize {
    let seen = repeated(pages);
    let count = pages.len();
    let numbered = numbered(pages);
    let mut dropped = 0;
    for (index, page) in pages.iter_mut().enumerate() {
        let marginal = marginal(page);
        let mut at = 0;
        page.lines.retain(|line| {
            let place = at;
            at += 1;
            if !marginal.contains(&place) {
                return true;
            }
            let text = line.text();
            // A page's own number with dashes or words around it says what it is; a bare one must count pages.
            let number = page_number(&text);
            let is_number = number.is_some_and(|number| {
                !number.bare || numbered.is_some_and(|first| first + index as i64 == number.value)
            });
            let often = count >= 2
                && seen
                    .get(&key(page.height, line, &text))
                    .is_some_and(|&times| times * 2 > count);
            let goes = is_number || often;
            dropped += usize::from(goes);
            !goes
        });
    }
    dropped
}

/// Places of the lines in the margins of a page.
fn marginal(page: &Page) -> Vec<usize> {
    let mut order: Vec<usize> = (0..page.lines.len()).collect();
    order.sort_by(|&a, &b| page.lines[b].base.total_cmp(&page.lines[a].base));
    let high = |&&at: &&usize| page.lines[at].base > page.height * (1.0 - MARGIN);
    let low = |&&at: &&usize| page.lines[at].base < page.height * MARGIN;
    let mut found: Vec<usize> = order.iter().take(DEEP).filter(high).copied().collect();
    found.extend(order.iter().rev().take(DEEP).filter(low).copied());
    found
}

/// Height on the page and text without figures: the same line counts pages or years.
fn key(height: f32, line: &Line, text: &str) -> (i32, String) {
    let shape: String = text
        .chars()
        .filter(|c| !c.is_whitespace() && !c.is_numeric())
        .collect();
    (((height - line.base) / 4.0).round() as i32, shape)
}

/// On how many pages each marginal line stands.
fn repeated(pages: &[Page]) -> BTreeMap<(i32, String), usize> {
    let mut seen = BTreeMap::new();
    for page in pages {
        let mut keys: Vec<_> = marginal(page)
            .into_iter()
            .filter_map(|at| page.lines.get(at))
            .map(|line| key(page.height, line, &line.text()))
            .filter(|(_, shape)| !shape.is_empty())
            .collect();
        keys.sort();
        keys.dedup();
        for key in keys {
            *seen.entry(key).or_insert(0) += 1;
        }
    }
    seen
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct PageNumber {
    value: i64,
    /// Figures alone.
    bare: bool,
}

/// The number a line gives its page: 3, — 3 —, 第3页, 第 3 页 共 9 页, 3/9.
fn page_number(text: &str) -> Option<PageNumber> {
    let text: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    let dash = |c: char| {
        matches!(
            c,
            '-' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{FF0D}' | '\u{00B7}' | '~' | '_'
        )
    };
    let core = text.trim_matches(dash);
    let dashed = core.len() < text.len();
    let (core, worded) = match core.strip_prefix('第') {
        Some(rest) => (rest.split_once('页')?.0, true),
        None => (core, false),
    };
    let (first, of) = match core.split_once('/') {
        Some((first, all)) => (first, Some(all)),
        None => (core, None),
    };
    let figures = |word: &str| {
        !word.is_empty() && word.len() <= 4 && word.bytes().all(|b| b.is_ascii_digit())
    };
    if !figures(first) || of.is_some_and(|all| !figures(all)) {
        return None;
    }
    Some(PageNumber {
        value: first.parse().ok()?,
        bare: !dashed && !worded && of.is_none(),
    })
}

/// What the first page would be numbered, when most pages carry a bare number that counts on.
fn numbered(pages: &[Page]) -> Option<i64> {
    let mut firsts: BTreeMap<i64, usize> = BTreeMap::new();
    for (index, page) in pages.iter().enumerate() {
        let numbers = marginal(page)
            .into_iter()
            .filter_map(|at| page.lines.get(at))
            .filter_map(|line| page_number(&line.text()))
            .filter(|number| number.bare);
        for number in numbers {
            *firsts.entry(number.value - index as i64).or_insert(0) += 1;
        }
    }
    let (&first, &times) = firsts.iter().max_by_key(|&(_, &times)| times)?;
    // One page alone is believed only when it calls itself the first.
    (times * 2 > pages.len() && (times > 1 || first == 1)).then_some(first)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pdf::line::lines;
    use crate::pdf::line::tests::set;

    fn page(texts: &[(&str, f32)]) -> Page {
        let mut glyphs = Vec::new();
        for (text, base) in texts {
            glyphs.extend(set(text, 60.0, *base, 10.0));
            glyphs.extend(set("\n", 0.0, *base, 10.0));
        }
        Page {
            height: 800.0,
            lines: lines(&glyphs),
            ..Page::default()
        }
    }

    #[test]
    fn page_numbers_are_known_by_their_marks() {
        for text in ["— 3 —", "-3-", "第 3 页", "第3页 共9页", "3/9", "·3·"] {
            assert_eq!(
                page_number(text),
                Some(PageNumber {
                    value: 3,
                    bare: false
                }),
                "{text}"
            );
        }
        assert_eq!(
            page_number("3"),
            Some(PageNumber {
                value: 3,
                bare: true
            })
        );
        for text in ["第三章", "到2025年", "3.5", "12345", "", "——"] {
            assert_eq!(page_number(text), None, "{text}");
        }
    }

    #[test]
    fn heads_and_counting_numbers_go_and_text_stays() {
        let mut pages = vec![
            page(&[("某市工作要点", 780.0), ("正文一", 700.0), ("1", 30.0)]),
            page(&[("某市工作要点", 780.0), ("正文二", 700.0), ("2", 30.0)]),
            page(&[("某市工作要点", 780.0), ("2025", 700.0), ("3", 30.0)]),
        ];
        assert_eq!(drop_running_lines(&mut pages), 6);
        let left: Vec<String> = pages
            .iter()
            .flat_map(|page| page.lines.iter().map(Line::text))
            .collect();
        assert_eq!(left, ["正文一", "正文二", "2025"]);
    }

    #[test]
    fn a_figure_at_the_foot_that_does_not_count_stays() {
        let mut pages = vec![
            page(&[("研发人员", 700.0), ("120", 30.0)]),
            page(&[("其他", 700.0), ("35", 30.0)]),
        ];
        assert_eq!(drop_running_lines(&mut pages), 0);
    }
}
