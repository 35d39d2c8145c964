//! The cells of a sub-row: mentions that say the same merged into one statement, others listed.

use crate::facts::{Facts, STATEMENTS_JUDGED, Stated, is_number, mark_ambiguous};
use crate::filtering::Missed;
use crate::index::{Column, Entry};
use crate::scope::narrowing;
use crate::units::Rates;
use plan_model::{Decimal, Firmness, Measure, Op, Span, Statement, Target, TargetId, Year};

/// One statement while it is being judged: it borrows from the target that says it first.
#[derive(Debug, Clone)]
pub(crate) struct Said<'a> {
    first: &'a Target,
    scope: Option<&'a str>,
    year: Option<Year>,
    year_from: Option<Year>,
    firmness: Firmness,
    /// With their places, to be put in order at the end.
    mentions: Vec<(Span, TargetId)>,
    confidence: u8,
}

/// What a plan says in one sub-row.
pub(crate) struct Voice<'a> {
    /// Position of the plan in the index.
    pub(crate) plan: u32,
    pub(crate) said: Vec<Said<'a>>,
}

/// What makes two mentions the same statement, apart from the year and the firmness.
type Content<'a> = (
    Op,
    Option<Decimal>,
    Option<Decimal>,
    Option<&'a str>,
    Option<String>,
    Option<&'a str>,
);

/// The plans that speak in a slot with the parts `without` left out of the filter, in column order.
pub(crate) fn voices<'a>(
    slot: &[Entry<'a>],
    columns: &[Column<'a>],
    indicator: &str,
    without: Missed,
) -> Vec<Voice<'a>> {
    slot.chunk_by(|a, b| a.plan == b.plan)
        .filter_map(|of_plan| {
            let column = &columns[of_plan[0].plan as usize];
            let said = merge(
                of_plan.iter().filter(|entry| entry.shows(without)),
                column,
                indicator,
            );
            (!said.is_empty()).then_some(Voice {
                plan: of_plan[0].plan,
                said,
            })
        })
        .collect()
}

/// Merges mentions that say the same. A mention without a year joins the same value with a year: a plan that
/// repeats a figure need not repeat the date. Firm words win over soft ones.
fn merge<'e, 'a: 'e>(
    mentions: impl Iterator<Item = &'e Entry<'a>>,
    column: &Column<'a>,
    indicator: &str,
) -> Vec<Said<'a>> {
    let mut loose: Vec<(Content<'a>, Said<'a>)> = mentions
        .map(|entry| {
            let target = &entry.said.target;
            let scope = narrowing(target.scope.as_deref(), indicator, &column.plan.meta);
            let content = (
                target.op,
                target.value,
                target.value_max,
                target.unit.as_deref(),
                scope,
                target.relative_to.as_deref(),
            );
            (content, Said::new(entry))
        })
        .collect();
    if loose.len() < 2 {
        return loose.into_iter().map(|(_, said)| said).collect();
    }
    // Stable: within the same content and year the place in the text decides, and years come before none.
    let main = column.main_year;
    loose.sort_by(|(a, x), (b, y)| {
        a.cmp(b)
            .then_with(|| year_key(x.year, main).cmp(&year_key(y.year, main)))
    });
    let mut merged: Vec<(Content<'a>, Said<'a>)> = Vec::new();
    let mut home = 0;
    for (content, said) in loose {
        let same_content = merged.last().is_some_and(|(last, _)| *last == content);
        if !same_content {
            home = merged.len();
        }
        let last = merged.len().wrapping_sub(1);
        match merged.get(last) {
            Some((_, other)) if same_content && other.year == said.year => {
                merged[last].1.join(said);
            }
            Some(_) if same_content && said.year.is_none() => merged[home].1.join(said),
            _ => merged.push((content, said)),
        }
    }
    let mut statements: Vec<Said<'a>> = merged.into_iter().map(|(_, said)| said).collect();
    for said in &mut statements {
        said.mentions.sort_unstable();
    }
    statements.sort_by_cached_key(|said| {
        (
            year_key(said.year, main),
            said.first.relative_to.is_some(),
            said.firmness,
            said.first.quote.start,
        )
    });
    statements
}

/// The plan's main year, then the others ascending, then none.
fn year_key(year: Option<Year>, main: Option<Year>) -> (u8, Option<Year>) {
    let rank = if year.is_none() {
        2
    } else {
        u8::from(year != main)
    };
    (rank, year)
}

impl<'a> Said<'a> {
    fn new(entry: &Entry<'a>) -> Self {
        let target = &entry.said.target;
        Self {
            first: target,
            scope: target.scope.as_deref(),
            year: target.year,
            year_from: target.year_from,
            firmness: target.firmness,
            mentions: vec![(target.quote, entry.said.id)],
            confidence: target.confidence,
        }
    }

    fn join(&mut self, other: Self) {
        self.scope = self.scope.or(other.scope);
        self.year = self.year.or(other.year);
        self.year_from = self.year_from.or(other.year_from);
        self.firmness = self.firmness.min(other.firmness);
        self.confidence = self.confidence.min(other.confidence);
        self.mentions.extend(other.mentions);
        if other.first.quote < self.first.quote {
            self.first = other.first;
        }
    }

    /// Number of mentions.
    pub(crate) fn mentions(&self) -> usize {
        self.mentions.len()
    }

    /// The unit of its number, when it has a number of its own.
    pub(crate) fn unit_of_number(&self) -> Option<Option<&'a str>> {
        let unit = self.first.unit.as_deref();
        is_number(self.first.measure, self.stated()).then_some(unit)
    }

    fn stated(&self) -> Stated<'a> {
        Stated {
            value: self.first.value,
            value_max: self.first.value_max,
            unit: self.first.unit.as_deref(),
            year: self.year,
            year_from: self.year_from,
            scope: self.scope,
            relative_to: self.first.relative_to.as_deref(),
        }
    }

    /// The statement as it is shown.
    pub(crate) fn statement(self, rates: &Rates<'_>) -> Statement {
        let target = self.first;
        let harmonised = match (target.value, self.unit_of_number()) {
            (Some(value), Some(unit)) => rates.harmonise(value, target.value_max, unit),
            _ => None,
        };
        Statement {
            op: target.op,
            value: target.value,
            value_max: target.value_max,
            unit: target.unit.clone(),
            year: self.year,
            year_from: self.year_from,
            scope: self.scope.map(str::to_owned),
            relative_to: target.relative_to.clone(),
            firmness: self.firmness,
            harmonised,
            mentions: self.mentions.into_iter().map(|(_, id)| id).collect(),
            confidence: self.confidence,
        }
    }
}

impl<'a> Voice<'a> {
    /// What matters of its statements when they are judged, those with a number first.
    pub(crate) fn facts(
        &self,
        column: &Column<'_>,
        indicator: &str,
        measure: Measure,
    ) -> Vec<Facts<'a>> {
        let mut facts: Vec<Facts<'a>> = self
            .said
            .iter()
            .map(|said| Facts::new(&column.plan.meta, indicator, measure, said.stated()))
            .collect();
        if facts.len() > 1 {
            facts.sort_by_key(|said| said.value.is_none());
            let cut = facts.len() > STATEMENTS_JUDGED;
            facts.truncate(STATEMENTS_JUDGED);
            mark_ambiguous(&mut facts);
            if cut {
                facts.iter_mut().for_each(|said| said.ambiguous = true);
            }
        }
        facts
    }
}
