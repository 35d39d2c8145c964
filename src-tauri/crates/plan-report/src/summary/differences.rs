//! Where figures that may be compared lie furthest apart. Figures of class A and B come first; those of class C
//! stand apart and name their condition.

use super::named;
use crate::model::{Figure, Report, ReportCell, Sentence, SummaryPart};
use crate::remark::figure_text;
use plan_model::{Cell, Decimal, Matrix, Measure, Reason, SubRow, Verdict};
use plan_words::{Phrases, grouped};

/// Differences told of each kind.
const TOLD: usize = 5;

/// Two figures of one line.
struct Gap<'g> {
    /// Indicator and measure.
    name: String,
    higher: Side<'g>,
    lower: Side<'g>,
    /// The higher divided by the lower: compares lines of different units.
    ratio: Decimal,
    /// The higher less the lower, in the line's unit.
    apart: Decimal,
    unit: Option<&'g str>,
    reasons: &'g [Reason],
}

/// One of them.
#[derive(Clone, Copy)]
struct Side<'g> {
    region: &'g str,
    figure: &'g Figure,
    /// In the line's unit.
    value: Decimal,
}

pub(super) fn differences(
    phrases: &Phrases<'_>,
    matrix: &Matrix,
    report: &Report,
) -> Option<SummaryPart> {
    let (mut plain, mut conditional) = (Vec::new(), Vec::new());
    let tables = report.tables.iter().flat_map(|table| &table.rows);
    let rows = matrix.groups.iter().flat_map(|group| &group.rows);
    for (row, table) in rows.zip(tables) {
        for (sub_row, line) in row.sub_rows.iter().zip(&table.sub_rows) {
            // The distance of two places in a league table says nothing without the table's length.
            if sub_row.measure == Measure::Rank {
                continue;
            }
            let sides = sides(sub_row, &line.cells, report);
            let name = || named(phrases, &table.name, &line.measure_word);
            if let Some(gap) = widest(sub_row, matrix, &sides, |verdict| verdict <= Verdict::B) {
                plain.push(Gap {
                    name: name(),
                    ..gap
                });
            } else if let Some(gap) = widest(sub_row, matrix, &sides, |v| v == Verdict::C) {
                conditional.push(Gap {
                    name: name(),
                    ..gap
                });
            }
        }
    }
    let mut sentences = Vec::new();
    for (gaps, lead_in) in [
        (
            plain,
            phrases.either(
                "可直接比较或经精确换算后可比（A、B类）的指标中，差距最大的依次为：",
                "Among figures that compare as they stand or after an exact conversion (A, B), these lie furthest apart:",
            ),
        ),
        (
            conditional,
            phrases.either(
                "有条件可比（C类）的指标中，差距最大的依次为（条件见括注，不作排名）：",
                "Among figures that compare under a condition (C, named in brackets, not a ranking), these lie furthest apart:",
            ),
        ),
    ] {
        tell(phrases, gaps, lead_in, &mut sentences);
    }
    (!sentences.is_empty()).then(|| SummaryPart {
        heading: phrases
            .either("可比指标中的最大差距", "Largest comparable differences")
            .to_owned(),
        sentences,
    })
}

fn tell(phrases: &Phrases<'_>, mut gaps: Vec<Gap<'_>>, lead_in: &str, into: &mut Vec<Sentence>) {
    if gaps.is_empty() {
        return;
    }
    // The sort keeps the order of the tables among equals.
    gaps.sort_by_key(|gap| std::cmp::Reverse(gap.ratio));
    into.push(Sentence::plain(lead_in));
    into.extend(gaps.iter().take(TOLD).map(|gap| sentence(phrases, gap)));
}

/// The figures that stand alone for their plan: one statement, one number, above zero.
fn sides<'g>(
    sub_row: &'g SubRow,
    cells: &'g [ReportCell],
    report: &'g Report,
) -> Vec<Option<Side<'g>>> {
    let plans = report.plans.iter().map(|plan| plan.region.as_str());
    plans
        .zip(sub_row.cells.iter().zip(cells))
        .map(|(region, pair)| match pair {
            (Cell::Stated { statements, .. }, ReportCell::Stated { figures }) => {
                let [said] = statements.as_slice() else {
                    return None;
                };
                let harmonised = said.harmonised.as_ref()?;
                if harmonised.value_max.is_some() || harmonised.value <= Decimal::ZERO {
                    return None;
                }
                Some(Side {
                    region,
                    figure: figures.first()?,
                    value: harmonised.value,
                })
            }
            _ => None,
        })
        .collect()
}

/// The two figures furthest apart among the pairs of a verdict that is wanted.
fn widest<'g>(
    sub_row: &'g SubRow,
    matrix: &Matrix,
    sides: &[Option<Side<'g>>],
    wanted: impl Fn(Verdict) -> bool,
) -> Option<Gap<'g>> {
    let gap = |one: Side<'g>, other: Side<'g>, reasons: &'g [Reason]| {
        let (higher, lower) = if one.value >= other.value {
            (one, other)
        } else {
            (other, one)
        };
        Some(Gap {
            name: String::new(),
            ratio: higher.value.checked_div(lower.value)?,
            apart: higher.value.checked_sub(lower.value)?,
            higher,
            lower,
            unit: sub_row.unit.as_deref(),
            reasons,
        })
    };
    let found = if sub_row.pairs.is_empty() {
        // With very many plans no pairs are listed, and the verdict of the line holds for all of them.
        sub_row.verdict.filter(|verdict| wanted(*verdict))?;
        let known = || sides.iter().flatten();
        let highest = known().max_by_key(|side| side.value)?;
        let lowest = known().min_by_key(|side| side.value)?;
        gap(*highest, *lowest, &sub_row.reasons)
    } else {
        let place = |plan| matrix.plans.iter().position(|column| column.plan == plan);
        let side = |plan| sides.get(place(plan)?).copied().flatten();
        let pairs = sub_row.pairs.iter().filter(|pair| wanted(pair.verdict));
        let gaps = pairs.filter_map(|pair| gap(side(pair.left)?, side(pair.right)?, &pair.reasons));
        // Of equal ones the first, so that the sentence does not hang on the order of comparing.
        gaps.reduce(|best, next| if next.ratio > best.ratio { next } else { best })
    };
    found.filter(|gap| gap.apart > Decimal::ZERO)
}

fn sentence(phrases: &Phrases<'_>, gap: &Gap<'_>) -> Sentence {
    let (comma, stop) = phrases.either(("，", "。"), (", ", "."));
    let mut said = Sentence::plain(format!("{}{}", gap.name, phrases.words.colon));
    for (side, after) in [(gap.higher, comma), (gap.lower, comma)] {
        said = said
            .say(format!("{} {}", side.region, figure_text(side.figure)))
            .cite(side.figure.sources.clone())
            .say(after);
    }
    let apart = grouped(gap.apart.normalize());
    let said = match gap.unit {
        // Shares differ in points; how many times one is the other says little.
        Some("%") => said.say(phrases.either(
            format!("相差{apart}个百分点"),
            format!("{apart} percentage points apart"),
        )),
        unit => {
            let unit = unit.map(|unit| phrases.unit(unit)).unwrap_or_default();
            let times = grouped(gap.ratio.round_dp(2).normalize());
            said.say(phrases.either(
                format!("相差{apart}{unit}，前者为后者的{times}倍"),
                format!(
                    "{} apart, the first {times} times the second",
                    format!("{apart} {unit}").trim()
                ),
            ))
        }
    };
    let conditions: Vec<String> = gap
        .reasons
        .iter()
        .filter(|reason| !matches!(reason, Reason::Same))
        .map(|reason| phrases.reason(reason))
        .collect();
    let said = match conditions.is_empty() {
        true => said,
        false => {
            let why = conditions.join(phrases.words.clause);
            said.say(phrases.either(format!("（{why}）"), format!(" ({why})")))
        }
    };
    said.say(stop)
}
