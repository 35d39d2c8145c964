//! The numerals that are no targets, each with its class. With the targets they account for every numeral of
//! the text.

use crate::clause::Depths;
use crate::numerals::{Numeral, Shape};
use crate::targets::{Found, Scene};
use plan_model::{NumberClass, OtherNumber, Span};
use std::collections::BTreeMap;

/// Classes every numeral that no target uses. Numbers of headings are left out: they are places, not figures.
pub(crate) fn other_numbers(scene: &Scene<'_>, found: &Found) -> Vec<OtherNumber> {
    let mut used: Vec<Span> = found
        .targets
        .iter()
        .filter_map(|target| target.value_span)
        .collect();
    used.sort_unstable();
    used.dedup();
    let refused: BTreeMap<Span, NumberClass> = found.refused.iter().copied().collect();
    let mut others: Vec<OtherNumber> = Vec::new();
    for numeral in scene.numerals {
        if is_used(&used, numeral.span) || is_heading_number(scene, numeral) {
            continue;
        }
        let (span, class) = classify(scene, &refused, numeral);
        match others.last() {
            // Two numerals of one name or date are one entry.
            Some(last) if last.span.contains(numeral.span) => {}
            Some(last) if last.span.overlaps(span) => others.push(OtherNumber {
                span: numeral.span,
                class,
            }),
            _ => others.push(OtherNumber { span, class }),
        }
    }
    others
}

/// Whether one of the sorted spans, which do not overlap each other, overlaps `span`.
fn is_used(used: &[Span], span: Span) -> bool {
    let until = used.partition_point(|value| value.start < span.end);
    used[..until]
        .last()
        .is_some_and(|value| value.overlaps(span))
}

fn classify(
    scene: &Scene<'_>,
    refused: &BTreeMap<Span, NumberClass>,
    numeral: &Numeral,
) -> (Span, NumberClass) {
    if let Some(span) = document_number(scene.text(), numeral) {
        return (span, NumberClass::Docno);
    }
    if let Some(span) = inside_name(scene, numeral) {
        return (span, NumberClass::Name);
    }
    if let Some(class) = refused.get(&numeral.span) {
        return (numeral.span, *class);
    }
    let sitting = numeral.chinese && matches!(numeral.unit.as_deref(), Some("届" | "次"));
    let class = match numeral.shape {
        Shape::Quantity if sitting => NumberClass::Name,
        Shape::Date | Shape::Duration => NumberClass::Date,
        Shape::Ordinal => NumberClass::Ordinal,
        Shape::Code => NumberClass::Name,
        Shape::Bare if numeral.chinese || in_code(scene, numeral) => NumberClass::Name,
        Shape::Bare | Shape::Quantity => NumberClass::Other,
    };
    (numeral.span, class)
}

/// At most `reach` characters on either side of `span`, within its line, and where they begin.
fn surroundings(text: &str, span: Span, reach: usize) -> (usize, &str) {
    let back: usize = text[..span.from()]
        .chars()
        .rev()
        .take(reach)
        .take_while(|ch| *ch != '\n')
        .map(char::len_utf8)
        .sum();
    let ahead: usize = text[span.to()..]
        .chars()
        .take(reach)
        .take_while(|ch| *ch != '\n')
        .map(char::len_utf8)
        .sum();
    (
        span.from() - back,
        &text[span.from() - back..span.to() + ahead],
    )
}

/// 皖政〔2022〕64号: brackets with a year, then a number and 号.
fn document_number(text: &str, numeral: &Numeral) -> Option<Span> {
    let (line_start, line) = surroundings(text, numeral.span, 40);
    if !line.contains('号') {
        return None;
    }
    for (open, close) in [
        ('〔', '〕'),
        ('[', ']'),
        ('【', '】'),
        ('（', '）'),
        ('(', ')'),
    ] {
        let mut from = 0;
        while let Some(at) = line[from..].find(open) {
            let begin = from + at;
            from = begin + open.len_utf8();
            let Some(length) = line[from..].find(close) else {
                break;
            };
            let year = &line[from..from + length];
            let rest = &line[from + length + close.len_utf8()..];
            let number = rest.trim_start();
            let digits = number.bytes().take_while(u8::is_ascii_digit).count();
            let is_number = year.len() == 4
                && year.bytes().all(|b| b.is_ascii_digit())
                && digits > 0
                && number[digits..].starts_with('号');
            if !is_number {
                continue;
            }
            let end = from
                + length
                + close.len_utf8()
                + (rest.len() - number.len())
                + digits
                + '号'.len_utf8();
            let head: usize = line[..begin]
                .chars()
                .rev()
                .take(8)
                .take_while(|ch| ch.is_alphabetic() || *ch == ' ')
                .map(char::len_utf8)
                .sum();
            let span = Span::new(line_start + begin - head, line_start + end);
            if span.contains(numeral.span) {
                return Some(span);
            }
        }
    }
    None
}

/// The name around a numeral: a quotation or a title.
fn inside_name(scene: &Scene<'_>, numeral: &Numeral) -> Option<Span> {
    let text = scene.text();
    let at = numeral.span.from();
    if numeral.shape == Shape::Date {
        return None;
    }
    let (line_start, line) = surroundings(text, numeral.span, 80);
    let (open, close) = Depths::of(line).around(at - line_start)?;
    let mark = line[open..].chars().next()?;
    matches!(mark, '“' | '‘' | '《' | '〈' | '「')
        .then(|| Span::new(line_start + open + mark.len_utf8(), line_start + close))
        .filter(|span| span.contains(numeral.span))
        .map(|span| if span.len() <= 30 { span } else { numeral.span })
}

/// 521行动, 1+11: digits that touch a word of a programme or a sign of a code.
fn in_code(scene: &Scene<'_>, numeral: &Numeral) -> bool {
    let after = &scene.text()[numeral.span.to()..];
    let before = &scene.text()[..numeral.span.from()];
    let programme = [
        "行动", "工程", "计划", "体系", "模式", "战略", "产业", "工作", "创新",
    ]
    .iter()
    .any(|word| after.starts_with(word));
    programme || after.starts_with(['+', '＋', '×', '·']) || before.ends_with(['+', '＋', '×', '·'])
}

fn is_heading_number(scene: &Scene<'_>, numeral: &Numeral) -> bool {
    scene
        .plan
        .section_at(numeral.span.from())
        .is_some_and(|section| {
            section.heading.contains(numeral.span)
            // 附件1:1.… is a heading's number and another behind it, read as one ratio.
            && !scene.slice(numeral.span).contains([':', '：', '∶', '/'])
                && scene.text()[section.span.from()..numeral.span.from()]
                    .chars()
                    .all(|ch| matches!(ch, '(' | '（' | '第' | ' ' | '\u{3000}' | '附' | '件'))
        })
}
