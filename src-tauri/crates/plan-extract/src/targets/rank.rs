//! Places in a league table: 进入全国前50, 迈入全国百强, 综合指数进入全省前三位.

use super::confidence::{self, Grounds};
use super::past::Past;
use super::strip::Stripper;
use super::{Found, Scene, build, endeavour, year};
use crate::clause::Sentence;
use crate::numerals::{Numeral, Shape};
use plan_model::{Measure, NumberClass, Op, Span};

const VERBS: [&str; 19] = [
    "进入",
    "迈入",
    "跻身",
    "挺进",
    "稳居",
    "位列",
    "位居",
    "保持在",
    "争进",
    "冲刺",
    "跃居",
    "升至",
    "进军",
    "保持",
    "达到",
    "跃升至",
    "升到",
    "列",
    "居",
];

/// A place in a league table with the words around it.
struct Place {
    /// The number with 位, 名 or 强.
    value: Span,
    /// The words before the verb.
    left: Span,
    /// A place by itself (第三), not one among the first (前三).
    exact: bool,
    /// The league table, between verb and number (全国, 全省县域).
    league: Span,
}

/// Whether the numeral is a place in a league table.
pub(super) fn is_place(scene: &Scene<'_>, clause: Span, numeral: &Numeral) -> bool {
    place(scene, clause, numeral).is_some()
}

fn place(scene: &Scene<'_>, clause: Span, numeral: &Numeral) -> Option<Place> {
    numeral.value?;
    let text = scene.text();
    if numeral.shape == Shape::Ordinal {
        return ordinal_place(scene, clause, numeral);
    }
    if !matches!(numeral.shape, Shape::Bare | Shape::Quantity) {
        return None;
    }
    let before = &text[clause.from()..numeral.span.from()];
    let strong = text[numeral.number.to()..clause.to().max(numeral.number.to())].starts_with('强');
    let front = before.ends_with('前');
    let counted = matches!(
        numeral.unit.as_deref(),
        None | Some("位" | "名" | "个" | "家")
    );
    if !(strong || front && counted) {
        return None;
    }
    let verb = VERBS
        .iter()
        .filter_map(|verb| before.rfind(verb).map(|at| (at, at + verb.len())))
        .max_by_key(|(from, end)| (*end, end - from))?;
    let league_end = before.len() - if front { '前'.len_utf8() } else { 0 };
    if league_end < verb.1 || before[verb.1..league_end].chars().count() > 16 {
        return None;
    }
    let end = if strong {
        numeral.number.to() + '强'.len_utf8()
    } else {
        numeral.span.to()
    };
    Some(Place {
        value: Span::new(numeral.span.from(), end),
        left: Span::new(clause.from(), clause.from() + verb.0),
        exact: false,
        league: Span::new(clause.from() + verb.1, clause.from() + league_end),
    })
}

/// 保持全国第一, 跃居全省第3位: an ordinal with nothing but 位 or 名 behind it.
fn ordinal_place(scene: &Scene<'_>, clause: Span, numeral: &Numeral) -> Option<Place> {
    let text = scene.text();
    let before = text.get(clause.from()..numeral.span.from())?;
    let rest = text.get(numeral.span.to()..clause.to())?;
    let counter = ["位", "名"].iter().find(|word| rest.starts_with(**word));
    let end = numeral.span.to() + counter.map_or(0, |word| word.len());
    let behind = text[end..clause.to()].trim_start().chars().next();
    if behind.is_some_and(|ch| ch.is_alphanumeric()) {
        return None;
    }
    let verb = VERBS
        .iter()
        .filter_map(|verb| before.rfind(verb).map(|at| (at, at + verb.len())))
        .max_by_key(|(from, end)| (*end, end - from))
        .filter(|verb| verb.0 > 0 && before[verb.1..].chars().count() <= 10)?;
    Some(Place {
        value: Span::new(numeral.span.from(), end),
        left: Span::new(clause.from(), clause.from() + verb.0),
        exact: true,
        league: Span::new(clause.from() + verb.1, numeral.span.from()),
    })
}

/// Finds the places that a clause commits to.
pub(super) fn in_clause(
    scene: &Scene<'_>,
    sentence: &Sentence,
    clause: Span,
    past: &Past,
    years: &year::GoalYears,
    state: &mut build::State,
    found: &mut Found,
) {
    for numeral in scene.numerals_in(clause) {
        let Some(place) = place(scene, clause, numeral) else {
            continue;
        };
        let stripper = Stripper {
            text: scene.text(),
            words: scene.words,
            lexicon: scene.lexicon,
            dates: &scene.times,
        };
        let before = stripper.before(place.left);
        // 迈入全国百强: without a subject the league table itself is the name.
        let named = before
            .name
            .filter(|name| scene.slice(*name).chars().count() >= 2);
        let Some(name) = named.or(Some(place.league).filter(|league| !league.is_empty())) else {
            continue;
        };
        if past.reports(scene, sentence, clause, numeral.span) {
            found.refused.push((numeral.span, NumberClass::Baseline));
            continue;
        }
        let when = years.governing(scene, sentence, place.value, Measure::Rank, false);
        let op = if place.exact { Op::Equal } else { Op::AtMost };
        let mut target = build::blank(scene, name, Measure::Rank, op, when);
        if named.is_none() {
            target.name.push_str("排名");
            target.indicator.clone_from(&target.name);
        }
        target.quote = name.join(place.value);
        target.value_span = Some(place.value);
        target.value = numeral.value;
        target.unit = numeral.unit.clone();
        let league = scene.slice(place.league).trim();
        target.relative_to = (!league.is_empty()).then(|| league.to_owned());
        target.firmness = endeavour::firmness(scene, sentence, place.value.from());
        "rank".clone_into(&mut target.rule);
        let grounds = Grounds {
            name: "name_first",
            shared: false,
            measure: "measure_by_verb",
            year: when.rule,
            op: "op_by_word_before",
        };
        confidence::settle(scene, &mut target, &grounds);
        state.said(None);
        found.targets.push(target);
    }
}
