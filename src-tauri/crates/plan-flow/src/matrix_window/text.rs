//! Cells as text for a spreadsheet: one figure alone is that figure and nothing else, so that it is taken as a
//! number.

use crate::wire::matrix::{TextLine, TextQuery};
use crate::wire::report::UnitMode;
use plan_model::{Cell, Decimal, Op, Statement, SubRow};

/// One sub-row in the columns asked for.
pub(super) fn line(sub_row: &SubRow, query: &TextQuery) -> TextLine {
    let (mode, signs) = (query.units, query.signs);
    let mut units: Vec<&str> = Vec::new();
    let mut cells = Vec::with_capacity(query.columns.len());
    let mut differences = Vec::new();
    for column in &query.columns {
        let statements = match sub_row.cells.get(*column as usize) {
            Some(Cell::Stated { statements, .. }) => statements.as_slice(),
            Some(Cell::Empty { .. }) | None => &[],
        };
        for said in statements {
            let shown = Amount::of(said, sub_row.unit.as_deref(), mode);
            if shown.value.is_some() && !shown.unit.is_empty() && !units.contains(&shown.unit) {
                units.push(shown.unit);
            }
        }
        cells.push(cell(statements, sub_row.unit.as_deref(), mode, signs));
        if query.differences {
            differences.push(difference(statements));
        }
    }
    TextLine {
        cells,
        unit: units.join("; "),
        differences,
    }
}

/// Of several statements the first has a column beside it; the others are told apart in the cell itself.
fn difference(statements: &[Statement]) -> (String, String) {
    let Some(found) = statements.first().and_then(|said| said.difference.as_ref()) else {
        return (String::new(), String::new());
    };
    let percent = found.percent.map(|percent| percent.to_string());
    (found.absolute.to_string(), percent.unwrap_or_default())
}

/// What stands in one cell. Several statements are told apart by sign, unit and year.
pub(super) fn cell(
    statements: &[Statement],
    common: Option<&str>,
    mode: UnitMode,
    signs: bool,
) -> String {
    let alone = statements.len() == 1;
    let texts = statements.iter().map(|said| {
        let shown = Amount::of(said, common, mode);
        let Some(value) = shown.value else {
            let benchmark = said.relative_to.as_deref().unwrap_or_default();
            return format!("{} {benchmark}", sign(said.op)).trim().to_owned();
        };
        let figure = match shown.max {
            Some(max) => format!("{value}–{max}"),
            None => value.to_string(),
        };
        let mut text = String::new();
        if signs || !alone {
            text.push_str(sign(said.op));
        }
        text.push_str(&figure);
        if !alone {
            if !shown.unit.is_empty() {
                text.push(' ');
                text.push_str(shown.unit);
            }
            if let Some(year) = said.year {
                text.push_str(&format!(" ({})", year.0));
            }
        }
        text
    });
    texts.collect::<Vec<_>>().join("; ")
}

/// Figure and unit as the table shows them: harmonised only where a harmonised value exists.
pub(super) struct Amount<'s> {
    pub(super) value: Option<Decimal>,
    pub(super) max: Option<Decimal>,
    pub(super) unit: &'s str,
}

impl<'s> Amount<'s> {
    pub(super) fn of(said: &'s Statement, common: Option<&'s str>, mode: UnitMode) -> Self {
        match (&said.harmonised, mode) {
            (Some(figure), UnitMode::Harmonised) => Self {
                value: Some(figure.value),
                max: figure.value_max,
                unit: common.or(said.unit.as_deref()).unwrap_or_default(),
            },
            _ => Self {
                value: said.value,
                max: said.value_max,
                unit: said.unit.as_deref().unwrap_or_default(),
            },
        }
    }
}

/// The sign before a figure; nothing for plain equality.
pub(super) fn sign(op: Op) -> &'static str {
    match op {
        Op::AtLeast => "≥",
        Op::MoreThan => ">",
        Op::Equal => "",
        Op::About => "≈",
        Op::AtMost => "≤",
        Op::LessThan => "<",
    }
}
