//! Items of a clause: each quantity with the words that belong to it on either side.

mod kind;

use super::Scene;
use super::marks::Said;
use crate::clause::Depths;
use crate::numerals::{Numeral, Shape};
use kind::{in_name, is_label, is_one, is_reached, threshold};
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
    /// It is 翻番: a growth rate in a word.
    pub(super) doubled: bool,
    /// It chooses a population (1亿元以上的企业) instead of stating a goal.
    pub(super) threshold: bool,
    /// Position in its clause, and how many there are.
    pub(super) place: (usize, usize),
}

const MOST_QUANTITIES: usize = 60;

/// The quantities of `clause` with their surroundings, in order of place.
pub(super) fn items(scene: &Scene<'_>, clause: Span) -> Vec<Item> {
    let text = scene.slice(clause);
    let depths = Depths::of(text);
    let mut quantities: Vec<(Numeral, bool)> = scene
        .numerals_in(clause)
        .iter()
        .filter(|n| {
            n.span.end <= clause.end
                && (n.shape == Shape::Quantity && !is_one(n) && !is_label(scene.text(), n)
                    || is_reached(scene, clause, n))
                && !super::rank::is_place(scene, clause, n)
                && !in_name(text, &depths, n.span.from() - clause.from())
        })
        .map(|n| (n.clone(), false))
        .collect();
    // No sentence of a plan counts so much in one breath: a list of numbers is no list of goals.
    if quantities.len() > MOST_QUANTITIES {
        return Vec::new();
    }
    quantities.extend(said(scene, clause, &depths));
    quantities.sort_by_key(|(n, _)| n.span);
    let (outer, inner): (Vec<_>, Vec<_>) = quantities
        .into_iter()
        .partition(|(n, _)| !in_round(text, &depths, n.span.from() - clause.from()));
    let mut items = outer_items(scene, clause, &outer);
    items.extend(
        inner
            .into_iter()
            .filter_map(|(n, coverage)| bracketed(scene, clause, &depths, n, coverage)),
    );
    items.sort_by_key(|item| item.quantity.span);
    share_closing_word(scene, &mut items);
    items
}

/// 分别增长5%和7%左右: with 分别 the closing word is for every value; in a plain list only for its own.
fn share_closing_word(scene: &Scene<'_>, items: &mut [Item]) {
    let in_turn = items
        .first()
        .is_some_and(|item| scene.slice(item.left).contains("分别"));
    let Some(op) = items
        .last()
        .and_then(|item| item.op_after)
        .map(|(op, _)| op)
        .filter(|_| in_turn)
    else {
        return;
    };
    for item in items {
        let end = item.quantity.span.to();
        item.op_after.get_or_insert((op, Span::new(end, end)));
    }
}

/// Inside round brackets (quotation marks hold names and are handled before).
fn in_round(text: &str, depths: &Depths, at: usize) -> bool {
    depths
        .around(at)
        .is_some_and(|(from, _)| text[from..].starts_with(['(', '（']))
}

/// 产值翻番 and 行政村全覆盖 say a percentage in a word; 翻番行动 is the name of a programme.
fn said(scene: &Scene<'_>, clause: Span, depths: &Depths) -> Vec<(Numeral, bool)> {
    let mut found = Vec::new();
    for &(span, said) in scene.marks.said_in(clause) {
        let programme = ["行动", "计划", "工程", "增长"]
            .iter()
            .any(|name| scene.text()[span.to()..clause.to().max(span.to())].starts_with(name));
        match said {
            Said::Coverage => found.push((made_up(span, Decimal::ONE_HUNDRED), true)),
            Said::Growth(_) if programme || depths.inside(span.from() - clause.from()) => {}
            Said::Growth(percent) => found.push((made_up(span, Decimal::from(percent)), false)),
        }
    }
    found
}

/// A percentage that the text says in a word.
fn made_up(span: Span, value: Decimal) -> Numeral {
    Numeral {
        span,
        number: span,
        shape: Shape::Quantity,
        value: Some(value),
        value_max: None,
        unit: Some("%".to_owned()),
        chinese: true,
        year: None,
        year_to: None,
    }
}

fn outer_items(scene: &Scene<'_>, clause: Span, quantities: &[(Numeral, bool)]) -> Vec<Item> {
    let mut items: Vec<Item> = Vec::new();
    let mut left_start = clause.from();
    let goals = quantities
        .iter()
        .filter(|(quantity, coverage)| *coverage || !threshold(scene, clause, quantity))
        .count();
    let mut index = 0;
    for (position, (quantity, coverage)) in quantities.iter().enumerate() {
        let op_after = op_of(scene, quantity, clause.to());
        let after = op_after.map_or(quantity.span.to(), |(_, span)| span.to());
        let is_goal = |(n, covers): &&(Numeral, bool)| *covers || !threshold(scene, clause, n);
        let threshold = !is_goal(&&(quantity.clone(), *coverage));
        let next = quantities[position + 1..]
            .iter()
            .find(is_goal)
            .map(|(n, _)| n.span.from());
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
            doubled: scene.marks.is_doubling(quantity.span),
            threshold,
            place: (index, goals),
        });
        // A threshold belongs to the name of the next quantity (销售收入超亿元的非公企业达到20家).
        if !threshold {
            left_start = next_left;
            index += 1;
        }
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
            '、' | '和' | '及' | '与' | '或' | '，' | ',' => Some((at, at + ch.len_utf8())),
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
        _ => (next, after),
    }
}

fn bracketed(
    scene: &Scene<'_>,
    clause: Span,
    depths: &Depths,
    quantity: Numeral,
    coverage: bool,
) -> Option<Item> {
    let (open, close) = depths.around(quantity.span.from() - clause.from())?;
    let bracket = scene.text()[clause.from() + open..].chars().next()?;
    let (from, to) = (
        clause.from() + open + bracket.len_utf8(),
        clause.from() + close,
    );
    let inside = &scene.text()[from..quantity.span.from()];
    let start = inside
        .rfind(['，', ',', '、', '；', '：', ':'])
        .map_or(from, |at| {
            from + at + inside[at..].chars().next().map_or(0, char::len_utf8)
        });
    let op_after = op_of(scene, &quantity, to);
    let after = op_after.map_or(quantity.span.to(), |(_, span)| span.to());
    Some(Item {
        left: Span::new(start, quantity.span.from()),
        right: Span::new(after.min(to), to),
        quantity,
        op_after,
        bracketed: true,
        coverage,
        doubled: false,
        threshold: false,
        place: (0, 1),
    })
}

/// The comparing word after a quantity, or inside it (50余户).
fn op_of(scene: &Scene<'_>, quantity: &Numeral, end: usize) -> Option<(Op, Span)> {
    let at = quantity.span.to();
    op_after(scene, at, end).or_else(|| {
        let inside = Span::new(quantity.number.to().min(at), at);
        let more = scene.slice(inside).trim_start().starts_with(['余', '多']);
        more.then(|| (Op::MoreThan, Span::new(at, at)))
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
