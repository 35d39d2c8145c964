//! The documents that a plan names as its ground: a title in 《》 with its number, a number alone (按照皖政
//! 〔2022〕64号), or the title of a kind of document that plans follow. A law said in passing has no number and
//! is none of a plan's kinds; a document that the plan itself sets out to write is no ground.

use super::docno;
use plan_lexicon::Lexicon;
use plan_model::plan::document_key;
use plan_model::{CitedDocument, FrozenPlan, PlanMeta, Span};
use std::collections::BTreeSet;

/// Documents kept; a list of a thousand titles is an index, not a ground.
const MOST: usize = 200;

/// Longest title, in characters.
const LONGEST: usize = 120;

/// Kinds of document that plans follow, beside those that plans themselves are.
const KINDS: &[&str] = &[
    "通知", "意见", "决定", "政策", "措施", "纲要", "办法", "细则", "规定", "批复", "方针", "决议",
    "指引", "举措",
];

/// Words after which a title is something to be written, not something to be followed.
const MAKING: &[&str] = &[
    "制定",
    "制订",
    "出台",
    "编制",
    "修订",
    "起草",
    "研究制定",
    "印发",
    "发布",
    "修改",
    "研究出台",
    "草拟",
    "完善",
];

/// What the plan cites, in order of place, each document once.
pub(crate) fn cited(plan: &FrozenPlan, lexicon: &Lexicon, meta: &PlanMeta) -> Vec<CitedDocument> {
    let text = plan.text.as_str();
    let mut found: Vec<CitedDocument> = Vec::new();
    let mut known: BTreeSet<String> = BTreeSet::new();
    let own: BTreeSet<String> = [meta.title.as_deref(), meta.doc_no.as_deref()]
        .into_iter()
        .flatten()
        .map(document_key)
        .collect();
    for line in lines(text) {
        let body = line.of(text).unwrap_or("");
        for mut document in in_line(body, lexicon) {
            let span = Span::new(
                line.from() + document.span.from(),
                line.from() + document.span.to(),
            );
            if plan.is_furniture(span.from()) {
                continue;
            }
            document.span = span;
            let keys: Vec<String> = [document.doc_no.as_deref(), document.title.as_deref()]
                .into_iter()
                .flatten()
                .map(document_key)
                .collect();
            let itself = keys
                .iter()
                .any(|key| own.contains(key) || enclosed(key).is_some_and(|key| own.contains(key)));
            if itself || keys.iter().any(|key| known.contains(key)) {
                continue;
            }
            known.extend(
                keys.iter()
                    .filter_map(|key| enclosed(key).map(str::to_owned)),
            );
            known.extend(keys);
            found.push(document);
            if found.len() == MOST {
                return found;
            }
        }
    }
    found
}

/// The plan inside the title of the notice that issues it: …关于印发X的通知.
fn enclosed(title: &str) -> Option<&str> {
    let (_, enclosed) = title.split_once("关于印发")?;
    enclosed.strip_suffix("的通知")
}

/// The lines of a text with their places.
fn lines(text: &str) -> impl Iterator<Item = Span> {
    let mut start = 0;
    text.split_inclusive('\n').map(move |line| {
        let span = Span::new(start, start + line.trim_end_matches('\n').len());
        start += line.len();
        span
    })
}

/// Citations of one line, in order of place, with places in the line.
fn in_line(line: &str, lexicon: &Lexicon) -> Vec<CitedDocument> {
    let titles = titles(line);
    // Most lines cite nothing, and only a line with a number's last word can hold a number.
    if titles.is_empty() && !line.contains('号') {
        return Vec::new();
    }
    let numbers = docno::numbers(line);
    let mut taken: BTreeSet<usize> = BTreeSet::new();
    let mut found = Vec::new();
    for &(open, close) in &titles {
        let title = &line[open + '《'.len_utf8()..close - '》'.len_utf8()];
        let number = numbers.iter().find(|&&(start, _)| {
            start >= close
                && line[close..start]
                    .chars()
                    .all(|c| c.is_whitespace() || "(（〔[".contains(c))
        });
        let end = match number {
            Some(&(start, end)) => {
                taken.insert(start);
                let after = line[end..].chars().next().filter(|c| ")）〕]".contains(*c));
                let opened = start > close;
                end + after.filter(|_| opened).map_or(0, char::len_utf8)
            }
            None => close,
        };
        let being_made = MAKING
            .iter()
            .any(|word| line[..open].trim_end().ends_with(word));
        if number.is_none() && (being_made || !is_ground(title, lexicon)) {
            continue;
        }
        if title.chars().count() > LONGEST {
            continue;
        }
        found.push(CitedDocument {
            title: Some(title.to_owned()),
            doc_no: number.map(|&(start, end)| line[start..end].to_owned()),
            span: Span::new(open, end),
        });
    }
    for &(start, end) in numbers.iter().filter(|(start, _)| !taken.contains(start)) {
        // A number on a line of its own is that of the document at hand, or of an enclosure.
        let alone = line[..start]
            .trim_matches(['(', '（', ' ', '\u{3000}'])
            .is_empty();
        if !alone {
            found.push(CitedDocument {
                title: None,
                doc_no: Some(line[start..end].to_owned()),
                span: Span::new(start, end),
            });
        }
    }
    found.sort_by_key(|document| document.span);
    found
}

/// Outermost pairs of 《》 on a line.
fn titles(line: &str) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    let (mut open, mut depth) = (0, 0usize);
    for (at, c) in line.char_indices() {
        match c {
            '《' => {
                if depth == 0 {
                    open = at;
                }
                depth += 1;
            }
            '》' if depth > 0 => {
                depth -= 1;
                if depth == 0 {
                    found.push((open, at + c.len_utf8()));
                }
            }
            _ => {}
        }
    }
    found
}

/// Whether a title without a number is that of a document that plans follow.
fn is_ground(title: &str, lexicon: &Lexicon) -> bool {
    let title = title.trim_end_matches(|c: char| !c.is_alphanumeric());
    let bare = title
        .find(['(', '（'])
        .filter(|&at| at > 0 && title[at..].chars().count() <= 16)
        .map_or(title, |at| &title[..at]);
    let whole = bare.chars().count() >= 6;
    whole
        && (KINDS.iter().any(|kind| bare.ends_with(kind))
            || lexicon
                .genres()
                .iter()
                .any(|genre| bare.ends_with(genre.as_str())))
}
