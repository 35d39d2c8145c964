//! Items of a clause: each quantity with the words that belong to it on either side.

use super::Scene;
use crate::clause::Depths;
use crate::numerals::{Numeral, Shape};
use plan_lexicon::words::prefix_of;
use plan_model::{Decimal, Op, Span};

/// A quantity with its surroundings.
#[derive(Debug, Clone)]
pub(super) struct Item {
    /// The quantity; for 全覆盖 a made-up numeral of 100 %.
    pub(super) quantity: Numeral,
    /// The words before it.
    pub(super) left: Span,
    /// The words after it and its comparing word.
    pub(super) right: Span,
    /// The comparing word after it.
    pub(super) op_after: Option<(Op, Span)>,
    /// It stands in brackets inside the clause.
    pub(super) bracketed: bool,
    /// It is 全覆盖.
    pub(super) coverage: bool,
    /// Position in its clause, and how many there are.
    pub(super) place: (usize, usize),
}

const COVERAGE: &str = "全覆盖";

/// The quantities of `clause` with their surroundings, in order of place.
pub(super) fn items(scene: &Scene<'_>, clause: Span) -> Vec<Item> {
    let mut quantities: Vec<(Numeral, bool)> = scene
        .numerals_in(clause)
        .iter()
        .filter(|n| n.shape == Shape::Quantity && n.span.end <= clause.end && !in_name(scene, clause, n))
        .map(|n| (n.clone(), false))
        .collect();
    quantities.extend(coverages(scene, clause));
    quantities.sort_by_key(|(n, _)| n.span);
    let text = scene.slice(clause);
    let depths = Depths::of(text);
    let (outer, inner): (Vec<_>, Vec<_>) =
        quantities.into_iter().partition(|(n, _)| !in_round(text, &depths, n.span.from() - clause.from()));
    let mut items = outer_items(scene, clause, &outer);
    items.extend(inner.into_iter().filter_map(|(n, coverage)| bracketed(scene, clause, &depths, n, coverage)));
    items.sort_by_key(|item| item.quantity.span);
    items
}

/// Inside round brackets (quotation marks hold names and are handled before).
fn in_round(text: &str, depths: &Depths, at: usize) -> bool {
    depths.around(at).is_some_and(|(from, _)| text[from..].starts_with(['(', '（']))
}

/// A numeral inside quotation marks or a title is part of a name.
fn in_name(scene: &Scene<'_>, clause: Span, numeral: &Numeral) -> bool {
    let text = scene.slice(clause);
    let at = numeral.span.from() - clause.from();
    // A joined word of more than the numeral (百家争鸣) cannot be told here; marks can.
    Depths::of(text).around(at).is_some_and(|(from, _)| text[from..].starts_with(['“', '‘', '《', '〈', '「', '〔', '[', '【']))
}

fn coverages(scene: &Scene<'_>, clause: Span) -> Vec<(Numeral, bool)> {
    let text = scene.slice(clause);
    text.match_indices(COVERAGE)
        .map(|(at, _)| {
            let span = Span::new(clause.from() + at, clause.from() + at + COVERAGE.len());
            let numeral = Numeral {
                span,
                number: span,
                shape: Shape::Quantity,
                value: Some(Decimal::ONE_HUNDRED),
                value_max: None,
                unit: Some("%".to_owned()),
                chinese: true,
                year: None,
                year_to: None,
            };
            (numeral, true)
        })
        .collect()
}

fn outer_items(scene: &Scene<'_>, clause: Span, quantities: &[(Numeral, bool)]) -> Vec<Item> {
    let mut items: Vec<Item> = Vec::new();
    let mut left_start = clause.from();
    for (index, (quantity, coverage)) in quantities.iter().enumerate() {
        let op_after = op_after(scene, quantity.span.to(), clause.to());
        let after = op_after.map_or(quantity.span.to(), |(_, span)| span.to());
        let next = quantities.get(index + 1).map(|(n, _)| n.span.from());
        let (right_end, next_left) = match next {
            None => (clause.to(), clause.to()),
            Some(next) => border(scene, after, next),
        };
        items.push(Item {
            quantity: quantity.clone(),
            left: Span::new(left_start.min(quantity.span.from()), quantity.span.from()),
            right: Span::new(after.min(right_end), right_end),
            op_after,
            bracketed: false,
            coverage: *coverage,
            place: (index, quantities.len()),
        });
        left_start = next_left;
    }
    items
}

/// Where the words after one quantity end and those before the next begin.
fn border(scene: &Scene<'_>, after: usize, next: usize) -> (usize, usize) {
    let gap = &scene.text()[after..next];
    let depths = Depths::of(gap);
    let separators: Vec<(usize, usize)> = gap
        .char_indices()
        .filter(|(at, _)| !depths.inside(*at))
        .filter_map(|(at, ch)| match ch {
            '、' | '和' | '及' | '与' | '，' | ',' => Some((at, at + ch.len_utf8())),
            _ => None,
        })
        .collect();
    match (separators.first(), separators.last()) {
        // 4个、高端人才100名: the item ends at once.
        (Some(first), _) if first.0 == 0 => (after, after + first.1),
        // 30项重大专项和150项…: the next quantity stands right behind the separator.
        (_, Some(last)) if gap[last.1..].trim().is_empty() => (after + last.0, after + last.1),
        (Some(first), _) => (after + first.0, after + first.1),
        // 实现100家(…)50家: nothing divides them; the words belong to the later number.
        _ => (after, after),
    }
}

fn bracketed(scene: &Scene<'_>, clause: Span, depths: &Depths, quantity: Numeral, coverage: bool) -> Option<Item> {
    let (open, close) = depths.around(quantity.span.from() - clause.from())?;
    let bracket = scene.text()[clause.from() + open..].chars().next()?;
    let (from, to) = (clause.from() + open + bracket.len_utf8(), clause.from() + close);
    let inside = &scene.text()[from..quantity.span.from()];
    let start = inside.rfind(['，', ',', '、', '；', '：', ':']).map_or(from, |at| {
        from + at + inside[at..].chars().next().map_or(0, char::len_utf8)
    });
    let op_after = op_after(scene, quantity.span.to(), to);
    let after = op_after.map_or(quantity.span.to(), |(_, span)| span.to());
    Some(Item {
        left: Span::new(start, quantity.span.from()),
        right: Span::new(after.min(to), to),
        quantity,
        op_after,
        bracketed: true,
        coverage,
        place: (0, 1),
    })
}

fn op_after(scene: &Scene<'_>, at: usize, end: usize) -> Option<(Op, Span)> {
    let rest = scene.text().get(at..end)?;
    scene
        .words
        .op_after
        .iter()
        .filter_map(|(op, list)| prefix_of(rest, list).map(|word| (*op, word)))
        .max_by_key(|(_, word)| word.len())
        .map(|(op, word)| (op, Span::new(at, at + word.len())))
}
