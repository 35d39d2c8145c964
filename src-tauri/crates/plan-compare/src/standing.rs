//! How each of very many figures stands to those that most plans agree on.

use crate::facts::{Facts, STATEMENTS_JUDGED, mark_ambiguous};
use crate::input::Spoken;
use crate::judge::{cells, silent};
use crate::mix::Mix;
use crate::sub_row::PAIRS_SHOWN_UP_TO;
use crate::units::Rates;
use plan_lexicon::Lexicon;
use plan_model::{Cell, PlanColumn, PlanId, PlanMeta, Standing, SubRow, Verdict};

/// The standing of every plan that speaks in a sub-row for which no pairs are listed; nothing where they are. `meta`
/// gives what is known of a plan.
#[must_use]
pub fn standings<'a>(
    sub_row: &'a SubRow,
    indicator: &'a str,
    columns: &[PlanColumn],
    meta: impl Fn(PlanId) -> Option<&'a PlanMeta>,
    lexicon: &Lexicon,
) -> Vec<Standing> {
    if !sub_row.pairs.is_empty() {
        return Vec::new();
    }
    let mut speakers: Vec<(PlanId, Vec<Facts<'a>>)> = Vec::new();
    for (column, cell) in columns.iter().zip(&sub_row.cells) {
        let (Cell::Stated { statements, .. }, Some(meta)) = (cell, meta(column.plan)) else {
            continue;
        };
        let spoken = statements.iter().map(|statement| Spoken {
            meta,
            indicator,
            measure: sub_row.measure,
            statement,
        });
        let mut facts: Vec<Facts<'a>> = spoken.map(|one| Facts::of(&one)).collect();
        if facts.len() > STATEMENTS_JUDGED {
            facts.truncate(STATEMENTS_JUDGED);
            facts.iter_mut().for_each(|said| said.ambiguous = true);
        } else {
            mark_ambiguous(&mut facts);
        }
        if !facts.is_empty() {
            speakers.push((column.plan, facts));
        }
    }
    if speakers.len() <= PAIRS_SHOWN_UP_TO {
        return Vec::new();
    }
    stand(&speakers, indicator, lexicon)
}

fn stand(
    speakers: &[(PlanId, Vec<Facts<'_>>)],
    indicator: &str,
    lexicon: &Lexicon,
) -> Vec<Standing> {
    let numeric = |said: &&Facts<'_>| said.value.is_some();
    let lone: Vec<&Facts<'_>> = speakers
        .iter()
        .filter_map(|(_, facts)| {
            let mut numbers = facts.iter().filter(numeric);
            numbers.next().filter(|_| numbers.next().is_none())
        })
        .collect();
    // What the plans with one figure agree on picks, for the others, the figure that stands for them.
    let first = Mix::new(&lone, 0, lexicon);
    let of_first = first.usual();
    let figures: Vec<Option<&Facts<'_>>> = speakers
        .iter()
        .map(|(_, facts)| {
            let usual = facts
                .iter()
                .filter(numeric)
                .find(|said| first.is_usual(said, of_first));
            usual.or(facts.iter().find(numeric))
        })
        .collect();
    let standing: Vec<&Facts<'_>> = figures.iter().copied().flatten().collect();
    let mix = Mix::new(&standing, figures.len() - standing.len(), lexicon);
    let usual = lexicon
        .indicator(indicator)
        .map_or(&[][..], |known| &known.units);
    let rates = Rates::new(standing.iter().map(|said| said.unit), usual, lexicon);
    let agreed = mix.usual();
    let agreeing = |said: &&&Facts<'_>| mix.is_usual(said, agreed);
    let against = |at: usize| {
        // The first of those who agree; for that one itself the second. Where no two agree, simply another figure.
        let others = figures.iter().enumerate().filter(|(other, _)| *other != at);
        let mut others = others.filter_map(|(_, said)| said.as_ref());
        let any = others.clone().next();
        others.find(agreeing).or(any).copied()
    };
    let mut found = Vec::with_capacity(speakers.len());
    for (at, (plan, facts)) in speakers.iter().enumerate() {
        let (verdict, reasons) = match (figures[at], against(at)) {
            (Some(_), Some(other)) => cells(facts, std::slice::from_ref(other), &rates, lexicon),
            _ => (Verdict::E, silent(facts)),
        };
        let mut among = mix.of(figures[at]);
        among.add(verdict);
        found.push(Standing {
            plan: *plan,
            verdict,
            reasons,
            among: among.iter().collect(),
        });
    }
    found
}
