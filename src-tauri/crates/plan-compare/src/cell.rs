//! The cells of a sub-row: mentions that say the same merged into one statement, others listed.

use crate::facts::{Facts, STATEMENTS_JUDGED, Stated, is_number, mark_ambiguous};
use crate::filtering::Missed;
use crate::index::{Column, Entry};
use crate::scope::narrowing;
use crate::units::Rates;
use plan_model::{
    Decimal, Derivation, Difference, Firmness, Measure, Op, PlanMeta, Span, Statement, TargetId,
    Year,
};

/// One statement while it is being judged: what its first mention says, and what the others add.
#[derive(Debug, Clone)]
pub(crate) struct Said<'a> {
    /// Position of the plan in the index.
    pub(crate) plan: u32,
    op: Op,
    stated: Stated<'a>,
    firmness: Firmness,
    confidence: u8,
    first: (Span, TargetId),
    /// Further mentions with their places, to be put in order at the end.
    more: Vec<(Span, TargetId)>,
    derivation: Option<&'a Derivation>,
    /// Another statement of the plan lies nearer to the year that is looked at.
    pub(crate) aside: bool,
}

/// What a statement commits to, whenever that is to be.
pub(crate) type Commitment<'a> = Content<'a>;

/// What makes two mentions the same statement, apart from the year and the firmness; the formula at the end for
/// figures that are derived.
type Content<'a> = (
    Op,
    Option<Decimal>,
    Option<Decimal>,
    Option<&'a str>,
    Option<String>,
    Option<&'a str>,
    Option<&'a str>,
);

/// What the plans say in a slot with the parts `without` left out of the filter: in column order, and within a
/// plan as a cell lists it.
pub(crate) fn heard<'a>(
    slot: &[Entry<'a>],
    columns: &[Column<'a>],
    indicator: &str,
    without: Missed,
) -> Vec<Said<'a>> {
    let mut all = Vec::with_capacity(slot.len());
    for of_plan in slot.chunk_by(|a, b| a.plan == b.plan) {
        let mut shown = of_plan.iter().filter(|entry| entry.shows(without));
        match (shown.next(), shown.next()) {
            (None, _) => {}
            (Some(entry), None) => all.push(Said::new(entry)),
            (Some(_), Some(_)) => {
                let shown = of_plan.iter().filter(|entry| entry.shows(without));
                all.extend(merge(shown, &columns[of_plan[0].plan as usize], indicator));
            }
        }
    }
    all
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
            let Stated {
                value,
                value_max,
                unit,
                scope,
                relative_to,
                ..
            } = entry.stated;
            let scope = narrowing(scope, indicator, &column.plan.meta);
            (
                (
                    entry.op,
                    value,
                    value_max,
                    unit,
                    scope,
                    relative_to,
                    entry.derivation.map(|made| made.formula.as_str()),
                ),
                Said::new(entry),
            )
        })
        .collect();
    // Stable: within the same content and year the place in the text decides, and years come before none.
    let main = column.main_year;
    loose.sort_by(|(a, x), (b, y)| {
        a.cmp(b)
            .then_with(|| year_key(x.stated.year, main).cmp(&year_key(y.stated.year, main)))
    });
    let mut merged: Vec<(Content<'a>, Said<'a>)> = Vec::new();
    let mut home = 0;
    for (content, said) in loose {
        let last = merged
            .len()
            .checked_sub(1)
            .filter(|last| merged[*last].0 == content);
        match last {
            Some(last) if merged[last].1.stated.year == said.stated.year => {
                merged[last].1.join(said);
            }
            Some(_) if said.stated.year.is_none() => merged[home].1.join(said),
            Some(_) => merged.push((content, said)),
            None => {
                home = merged.len();
                merged.push((content, said));
            }
        }
    }
    let mut statements: Vec<Said<'a>> = merged.into_iter().map(|(_, said)| said).collect();
    statements.sort_by_cached_key(|said| {
        (
            year_key(said.stated.year, main),
            said.stated.relative_to.is_some(),
            said.firmness,
            said.first.0,
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
        Self {
            plan: entry.plan,
            op: entry.op,
            stated: entry.stated,
            firmness: entry.firmness,
            confidence: entry.confidence,
            first: (entry.quote, entry.id),
            more: Vec::new(),
            derivation: entry.derivation,
            aside: false,
        }
    }

    fn join(&mut self, other: Self) {
        let (mine, theirs) = (self.stated, other.stated);
        self.stated = if other.first < self.first {
            theirs
        } else {
            mine
        };
        self.stated.scope = mine.scope.or(theirs.scope);
        self.stated.year = mine.year.or(theirs.year);
        self.stated.year_from = mine.year_from.or(theirs.year_from);
        self.firmness = self.firmness.min(other.firmness);
        self.confidence = self.confidence.min(other.confidence);
        self.more.push(self.first.max(other.first));
        self.more.extend(other.more);
        self.first = self.first.min(other.first);
    }

    /// Number of mentions. A derived figure has none of its own: its source is counted where it stands.
    pub(crate) fn mentions(&self) -> usize {
        if self.derivation.is_some() {
            0
        } else {
            self.more.len() + 1
        }
    }

    /// Whether no plan states it.
    pub(crate) fn is_derived(&self) -> bool {
        self.derivation.is_some()
    }

    pub(crate) fn year(&self) -> Option<Year> {
        self.stated.year
    }

    pub(crate) fn scope(&self) -> Option<&'a str> {
        self.stated.scope
    }

    /// What matters of it when it is judged.
    pub(crate) fn facts(&self, meta: &PlanMeta, indicator: &str, measure: Measure) -> Facts<'a> {
        Facts {
            derived: self.derivation.map(|made| made.kind),
            ..Facts::new(meta, indicator, measure, self.stated)
        }
    }

    /// The unit of its number, when it has a number of its own.
    pub(crate) fn unit_of_number(&self, measure: Measure) -> Option<Option<&'a str>> {
        is_number(measure, self.stated).then_some(self.stated.unit)
    }

    /// What it commits to, in the common unit where there is one; the year is left out.
    pub(crate) fn commitment(
        &self,
        measure: Measure,
        rates: &Rates<'_>,
        indicator: &str,
        meta: &PlanMeta,
    ) -> Commitment<'a> {
        let stated = self.stated;
        let common = stated
            .value
            .zip(self.unit_of_number(measure))
            .and_then(|(value, unit)| rates.harmonise(value, stated.value_max, unit));
        let (value, value_max, unit) = match common {
            Some(common) => (Some(common.value), common.value_max, None),
            None => (stated.value, stated.value_max, stated.unit),
        };
        let scope = narrowing(stated.scope, indicator, meta);
        (
            self.op,
            value,
            value_max,
            unit,
            scope,
            stated.relative_to,
            None,
        )
    }

    /// The statement as it is shown.
    pub(crate) fn statement(
        mut self,
        measure: Measure,
        rates: &Rates<'_>,
        difference: Option<Difference>,
    ) -> Statement {
        let Stated {
            value,
            value_max,
            unit,
            year,
            year_from,
            scope,
            relative_to,
        } = self.stated;
        let harmonised = match (value, self.unit_of_number(measure)) {
            (Some(value), Some(unit)) => rates.harmonise(value, value_max, unit),
            _ => None,
        };
        self.more.sort_unstable();
        Statement {
            op: self.op,
            value,
            value_max,
            unit: unit.map(str::to_owned),
            year,
            year_from,
            scope: scope.map(str::to_owned),
            relative_to: relative_to.map(str::to_owned),
            firmness: self.firmness,
            harmonised,
            mentions: std::iter::once(self.first)
                .chain(self.more)
                .map(|(_, id)| id)
                .collect(),
            confidence: self.confidence,
            derived: self.derivation.cloned(),
            difference,
        }
    }
}

/// Adds what matters of one plan's statements when they are judged, those with a number first.
pub(crate) fn add_facts<'a>(
    facts: &mut Vec<Facts<'a>>,
    of_plan: &[Said<'a>],
    column: &Column<'_>,
    indicator: &str,
    measure: Measure,
) {
    let first = facts.len();
    facts.extend(
        of_plan
            .iter()
            .filter(|said| !said.aside)
            .map(|said| said.facts(&column.plan.meta, indicator, measure)),
    );
    if of_plan.len() < 2 {
        return;
    }
    facts[first..].sort_by_key(|said| said.value.is_none());
    facts.truncate(first + STATEMENTS_JUDGED);
    mark_ambiguous(&mut facts[first..]);
    if of_plan.len() > STATEMENTS_JUDGED {
        facts[first..]
            .iter_mut()
            .for_each(|said| said.ambiguous = true);
    }
}
