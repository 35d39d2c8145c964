//! What must hold of everything that is found in any document, and the number audit. Both are worked out here from
//! the text and the vocabulary alone, with nothing of the program's own scanner.

use crate::place;
use serde_json::Value;
use std::collections::BTreeSet;
use std::sync::LazyLock;

/// Characters that make a Chinese numeral.
const CHINESE: &str = "〇零一二三四五六七八九十百千万亿两";

/// Words whose numeral characters are no numerals, as the vocabulary lists them.
static ORDINARY: LazyLock<Vec<Vec<char>>> = LazyLock::new(|| {
    let path = place::root().join("seeds/lexicon/words.json");
    let text = std::fs::read_to_string(&path).expect("the vocabulary can be read");
    let words: Value = serde_json::from_str(&text).expect("the vocabulary is JSON");
    let list = words["lexicalised"]
        .as_array()
        .expect("a list of ordinary words");
    list.iter()
        .map(|word| word.as_str().expect("a word").chars().collect())
        .collect()
});

fn is_arabic(ch: char) -> bool {
    ch.is_ascii_digit() || ('０'..='９').contains(&ch)
}

fn is_numeral(ch: char) -> bool {
    is_arabic(ch) || CHINESE.contains(ch)
}

/// The text of a document as the program keeps it, for bytes that are UTF-8.
#[must_use]
pub fn frozen(bytes: &[u8]) -> Option<Vec<char>> {
    let text = std::str::from_utf8(bytes).ok()?;
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    let lines = text.replace("\r\n", "\n").replace('\r', "\n");
    Some(lines.chars().collect())
}

/// A `start..end` pair of one row, in code points.
fn range(row: &Value, start: &str, end: &str) -> Option<(usize, usize)> {
    let place = |key: &str| usize::try_from(row[key].as_u64()?).ok();
    Some((place(start)?, place(end)?))
}

fn rows<'v>(found: &'v Value, list: &str) -> &'v [Value] {
    found[list].as_array().map_or(&[], Vec::as_slice)
}

/// Faults of the places of everything found: outside the text, running backwards, out of order, a quotation that
/// is not what stands there, a value outside its quotation. `text` is given when the frozen text is known.
#[must_use]
pub fn misplaced(found: &Value, text: Option<&[char]>) -> Vec<String> {
    let mut faults = Vec::new();
    let mut quoted = |row: &Value, start: &str, end: &str, quote: &str| {
        let Some((from, to)) = range(row, start, end) else {
            faults.push(format!("no place: {row}"));
            return;
        };
        let words: Vec<char> = row[quote].as_str().unwrap_or_default().chars().collect();
        let there = text.is_none_or(|text| text.get(from..to) == Some(words.as_slice()));
        if from > to || words.len() != to - from || !there {
            faults.push(format!("another text stands at {from}..{to}: {row}"));
        }
    };
    for target in rows(found, "targets") {
        quoted(target, "start", "end", "quote");
        if !target["value_quote"].is_null() {
            quoted(target, "value_start", "value_end", "value_quote");
        }
    }
    for number in rows(found, "other_numbers") {
        quoted(number, "start", "end", "quote");
    }
    for target in rows(found, "targets") {
        let inside = match (
            range(target, "start", "end"),
            range(target, "value_start", "value_end"),
        ) {
            (Some(quote), Some(value)) => quote.0 <= value.0 && value.1 <= quote.1,
            (Some(_), None) => target["value"].is_null(),
            _ => false,
        };
        if !inside {
            faults.push(format!("the value lies outside its quotation: {target}"));
        }
    }
    for list in ["targets", "tasks", "sections", "other_numbers"] {
        let mut last = 0;
        for row in rows(found, list) {
            let Some((start, end)) = range(row, "start", "end") else {
                faults.push(format!("no place: {row}"));
                continue;
            };
            // Targets stand in the order of their values: two values may share the words before them.
            let place = range(row, "value_start", "value_end").map_or(start, |value| value.0);
            if place < last || start > end || text.is_some_and(|text| end > text.len()) {
                faults.push(format!("{list} out of order or out of the text: {row}"));
            }
            last = place;
        }
    }
    faults
}

/// Every numeral of `text` that is neither in the value of a target nor in a classified number, with the words
/// around it. The numbers of headings are places, not figures, and are left out.
#[must_use]
pub fn unexplained(text: &[char], found: &Value) -> Vec<String> {
    let mut explained = vec![false; text.len()];
    let mut explain = |place: Option<(usize, usize)>| {
        if let Some((from, to)) = place
            && let Some(stretch) = explained.get_mut(from..to)
        {
            stretch.fill(true);
        }
    };
    for target in rows(found, "targets") {
        explain(range(target, "value_start", "value_end"));
    }
    for number in rows(found, "other_numbers") {
        explain(range(number, "start", "end"));
    }
    for section in rows(found, "sections") {
        explain(heading_number(text, section));
    }
    for place in ordinary(text) {
        explain(Some(place));
    }
    let mut missing = Vec::new();
    let mut at = 0;
    while at < text.len() {
        if !is_numeral(text[at]) || explained[at] {
            at += 1;
            continue;
        }
        let start = at;
        while at < text.len() && is_numeral(text[at]) && !explained[at] {
            at += 1;
        }
        let around: String = text[start.saturating_sub(12)..(at + 12).min(text.len())]
            .iter()
            .collect();
        let numeral: String = text[start..at].iter().collect();
        missing.push(format!("{numeral} at {start} in {around:?}"));
    }
    missing
}

/// The numeral that opens a heading: 三 of （三）, 12 of 12., 二 of 第二章, 1 of 附件1.
fn heading_number(text: &[char], section: &Value) -> Option<(usize, usize)> {
    let (start, end) = range(section, "heading_start", "heading_end")?;
    let heading = text.get(start..end)?;
    let opening = |ch: &char| matches!(ch, '(' | '（' | '第' | '附' | '件') || ch.is_whitespace();
    let from = heading.iter().take_while(|ch| opening(ch)).count();
    let length = heading[from..]
        .iter()
        .take_while(|ch| is_numeral(**ch) || **ch == '.' || **ch == '．')
        .count();
    Some((start + from, start + from + length))
}

/// Places of ordinary words with numeral characters: 统一, 进一步.
fn ordinary(text: &[char]) -> Vec<(usize, usize)> {
    let firsts: BTreeSet<char> = ORDINARY
        .iter()
        .filter_map(|word| word.first().copied())
        .collect();
    let mut places = Vec::new();
    for (at, ch) in text.iter().enumerate() {
        if firsts.contains(ch) {
            let here = ORDINARY.iter().filter(|word| text[at..].starts_with(word));
            places.extend(here.map(|word| (at, at + word.len())));
        }
    }
    places
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_numeral_that_nothing_explains_is_found() {
        let text: Vec<char> = "一、目标\n进一步建设12家，培育三百户".chars().collect();
        let found = json!({
            "targets": [{"value_start": 10, "value_end": 13}],
            "other_numbers": [],
            "sections": [{"heading_start": 0, "heading_end": 4}],
        });
        let missing = unexplained(&text, &found);
        assert_eq!(missing.len(), 1, "{missing:?}");
        assert!(missing[0].starts_with("三百 at 16 "), "{missing:?}");
        let nothing = json!({});
        assert_eq!(unexplained(&text, &nothing).len(), 3);
    }

    #[test]
    fn a_wrong_place_is_found() {
        let text: Vec<char> = "建设12家".chars().collect();
        let row = |start: usize, quote: &str| {
            json!({"targets": [{"start": start, "end": start + 3, "quote": quote,
            "value_start": 2, "value_end": 5, "value_quote": "12家", "value": 12}]})
        };
        assert_eq!(
            misplaced(&row(2, "12家"), Some(&text)),
            Vec::<String>::new()
        );
        assert_eq!(misplaced(&row(2, "11家"), Some(&text)).len(), 1);
        assert_eq!(misplaced(&row(1, "设12"), Some(&text)).len(), 1);
        assert!(!misplaced(&row(4, "家"), Some(&text)).is_empty());
    }
}
