//! Plans for cases, written as short as the rule they show.

use plan_compare::{ComparedPlan, ComparedTarget, compare};
use plan_lexicon::Lexicon;
use plan_model::{
    Cell, Decimal, Facets, Filter, Firmness, IndicatorRow, IndicatorType, Matrix, Measure, Op,
    PlanId, PlanMeta, RegionLevel, Span, Statement, Status, SubRow, Target, TargetId, Year,
};

/// An indicator that the lexicon knows, of type 创新主体.
pub(crate) const FIRMS: &str = "高新技术企业数";
/// Another one, of type 知识产权.
pub(crate) const PATENTS: &str = "每万人发明专利拥有量";

pub(crate) fn plan(id: i64, region: &str, level: Option<RegionLevel>) -> ComparedPlan {
    ComparedPlan {
        plan: PlanId(id),
        colour: u32::try_from(id).unwrap() - 1,
        meta: PlanMeta {
            region: Some(region.to_owned()),
            region_level: level,
            ..PlanMeta::default()
        },
        fallback_name: format!("{id}.txt"),
        targets: Vec::new(),
    }
}

/// A prefecture's plan.
pub(crate) fn city(id: i64, region: &str) -> ComparedPlan {
    plan(id, region, Some(RegionLevel::Prefecture))
}

pub(crate) trait Says: Sized {
    /// Adds a target: sign, value (or `-`, or `1~2`), unit (or `-`), then any of `@year`, `from:year`, `#scope`,
    /// `^benchmark`, `!` for soft words, `rejected`, `by:unit`.
    fn says(self, indicator: &str, measure: Measure, figure: &str) -> Self;
    fn over(self, first: i32, last: i32) -> Self;
}

impl Says for ComparedPlan {
    fn says(mut self, indicator: &str, measure: Measure, figure: &str) -> Self {
        let place = self.targets.len();
        let id = TargetId(self.plan.0 * 1000 + i64::try_from(place).unwrap());
        let (target, status) = target(indicator, measure, figure, place);
        self.targets.push(ComparedTarget { id, target, status });
        self
    }

    fn over(mut self, first: i32, last: i32) -> Self {
        self.meta.period = Some((Year(first), Year(last)));
        self
    }
}

fn target(indicator: &str, measure: Measure, figure: &str, place: usize) -> (Target, Status) {
    let decimal = |text: &str| Decimal::from_str_exact(text).unwrap();
    let mut words = figure.split(' ');
    let op = Op::from_word(words.next().unwrap()).unwrap();
    let number = words.next().unwrap();
    let (value, value_max) = match number.split_once('~') {
        Some((low, high)) => (Some(decimal(low)), Some(decimal(high))),
        None if number == "-" => (None, None),
        None => (Some(decimal(number)), None),
    };
    let unit = words.next().filter(|unit| *unit != "-").map(str::to_owned);
    let mut target = Target {
        quote: Span::new(place * 10, place * 10 + 5),
        value_span: value.map(|_| Span::new(place * 10, place * 10 + 3)),
        name: indicator.to_owned(),
        indicator: indicator.to_owned(),
        indicator_type: IndicatorType::Ecosystem,
        measure,
        op,
        value,
        value_max,
        unit,
        year: None,
        year_from: None,
        relative_to: None,
        scope: None,
        firmness: Firmness::Firm,
        section: "二".to_owned(),
        responsible: Vec::new(),
        confidence: 90,
        fields: Vec::new(),
        rule: "case".to_owned(),
    };
    let mut status = Status::Extracted;
    let year = |text: &str| Some(Year(text.parse().unwrap()));
    for word in words {
        match word.split_at(word.char_indices().nth(1).map_or(word.len(), |(at, _)| at)) {
            ("@", rest) => target.year = year(rest),
            ("#", rest) => target.scope = Some(rest.to_owned()),
            ("^", rest) => target.relative_to = Some(rest.to_owned()),
            ("!", "") => target.firmness = Firmness::Soft,
            _ if word == "rejected" => status = Status::Rejected,
            _ => match word.split_once(':') {
                Some(("from", rest)) => target.year_from = year(rest),
                Some(("by", rest)) => target.responsible.push(rest.to_owned()),
                _ => panic!("unknown word {word}"),
            },
        }
    }
    (target, status)
}

/// The comparison of everything.
pub(crate) fn all(plans: &[ComparedPlan]) -> Matrix {
    filtered(plans, &Filter::default()).0
}

pub(crate) fn filtered(plans: &[ComparedPlan], filter: &Filter) -> (Matrix, Facets) {
    compare(plans, filter, Lexicon::builtin())
}

pub(crate) fn rows(matrix: &Matrix) -> Vec<&IndicatorRow> {
    matrix.groups.iter().flat_map(|group| &group.rows).collect()
}

pub(crate) fn row<'m>(matrix: &'m Matrix, indicator: &str) -> &'m IndicatorRow {
    rows(matrix)
        .into_iter()
        .find(|row| row.indicator == indicator)
        .expect("the row")
}

pub(crate) fn sub_row<'m>(matrix: &'m Matrix, indicator: &str, measure: Measure) -> &'m SubRow {
    row(matrix, indicator)
        .sub_rows
        .iter()
        .find(|sub_row| sub_row.measure == measure)
        .expect("the sub-row")
}

pub(crate) fn statements(cell: &Cell) -> &[Statement] {
    match cell {
        Cell::Stated { statements, .. } => statements,
        Cell::Empty { .. } => &[],
    }
}

/// A cell as one word per statement: sign, value, unit, year.
pub(crate) fn shown(cell: &Cell) -> String {
    match cell {
        Cell::Empty { reason } => format!("{reason:?}"),
        Cell::Stated { statements, .. } => {
            let word = |said: &Statement| {
                let value = said.value.map_or("-".to_owned(), |value| value.to_string());
                let year = said.year.map(|year| format!("@{year}")).unwrap_or_default();
                let scope = said
                    .scope
                    .as_deref()
                    .map(|scope| format!("#{scope}"))
                    .unwrap_or_default();
                format!(
                    "{}{value}{}{year}{scope}×{}",
                    said.op,
                    said.unit.as_deref().unwrap_or("-"),
                    said.mentions.len()
                )
            };
            statements.iter().map(word).collect::<Vec<_>>().join(" ")
        }
    }
}
