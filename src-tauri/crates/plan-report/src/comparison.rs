//! Figures, lines and rows of the comparison, with their sources numbered on the way.

use crate::input::{ReportInput, UnitMode};
use crate::model::{Converted, Figure, ReportCell, ReportRow, ReportSubRow, SourceSentence};
use crate::source::source_sentence;
use plan_model::{Cell, IndicatorRow, Measure, PlanColumn, Statement, SubRow, TargetId};
use plan_words::{Phrases, sign};
use std::collections::BTreeMap;

/// The unit that every figure of the sub-row is shown in; `None` when they differ.
fn common_unit(cells: &[ReportCell]) -> Option<String> {
    let mut units = cells.iter().flat_map(|cell| match cell {
        ReportCell::Stated { figures } => figures.as_slice(),
        ReportCell::Empty { .. } => &[],
    });
    let first = units.find(|figure| figure.value.is_some())?.unit.clone()?;
    units
        .all(|figure| figure.value.is_none() || figure.unit.as_ref() == Some(&first))
        .then_some(first)
}

/// Rows while their sources are being numbered.
pub(crate) struct Wording<'w, 'l> {
    input: &'w ReportInput<'w>,
    phrases: Phrases<'l>,
    /// The source sentences so far.
    pub(crate) sources: Vec<SourceSentence>,
    /// Their numbers.
    pub(crate) numbers: BTreeMap<TargetId, u32>,
}

impl<'w, 'l> Wording<'w, 'l> {
    pub(crate) fn new(input: &'w ReportInput<'w>, phrases: Phrases<'l>) -> Self {
        Self {
            input,
            phrases,
            sources: Vec::new(),
            numbers: BTreeMap::new(),
        }
    }

    pub(crate) fn row(&mut self, row: &IndicatorRow) -> ReportRow {
        let name = self
            .phrases
            .either(None, row.indicator_en.clone())
            .unwrap_or_else(|| row.indicator.clone());
        let sub_rows = row
            .sub_rows
            .iter()
            .map(|sub_row| self.sub_row(row, &name, sub_row))
            .collect();
        ReportRow {
            indicator: row.indicator.clone(),
            name,
            definition: row.definition.clone(),
            sub_rows,
        }
    }

    fn sub_row(&mut self, row: &IndicatorRow, name: &str, sub_row: &SubRow) -> ReportSubRow {
        let columns = self.input.matrix.plans.iter().zip(1..);
        let cells: Vec<ReportCell> = columns
            .zip(&sub_row.cells)
            .map(|((column, number), cell)| match cell {
                Cell::Empty { reason } => ReportCell::Empty {
                    reason: self.phrases.empty(*reason).to_owned(),
                },
                Cell::Stated {
                    statements,
                    set_aside,
                } => {
                    let mut figures: Vec<Figure> = Vec::new();
                    for said in statements {
                        figures.push(self.figure(row, name, sub_row, column, number, said));
                    }
                    for said in set_aside {
                        let figure = self.figure(row, name, sub_row, column, number, said);
                        figures.push(Figure {
                            note: Some(self.phrases.words.choice.set_aside.to_owned()),
                            ..figure
                        });
                    }
                    ReportCell::Stated { figures }
                }
            })
            .collect();
        let words = self.phrases.words;
        ReportSubRow {
            measure: sub_row.measure,
            measure_word: self.phrases.measure(sub_row.measure).to_owned(),
            unit: common_unit(&cells),
            cells,
            verdict: sub_row.verdict,
            verdict_word: sub_row.verdict.map_or_else(
                || words.one_plan_only.to_owned(),
                |verdict| self.phrases.verdict(verdict),
            ),
            reasons: sub_row
                .reasons
                .iter()
                .map(|reason| self.phrases.reason(reason))
                .collect(),
        }
    }

    fn figure(
        &mut self,
        row: &IndicatorRow,
        name: &str,
        sub_row: &SubRow,
        column: &PlanColumn,
        number: u32,
        said: &Statement,
    ) -> Figure {
        let phrases = self.phrases;
        let unit_word = |unit: &Option<String>| unit.as_deref().map(|unit| phrases.unit(unit));
        let converted = said
            .harmonised
            .as_ref()
            .filter(|_| self.input.units == UnitMode::Harmonised && said.unit != sub_row.unit);
        let (value, value_max, unit) = match converted {
            Some(shown) => (Some(shown.value), shown.value_max, &sub_row.unit),
            None => (said.value, said.value_max, &said.unit),
        };
        let converted_from = converted.zip(said.value).map(|(shown, value)| Converted {
            value,
            value_max: said.value_max,
            unit: unit_word(&said.unit),
            factor: shown.factor,
        });
        // A rank is a number within the table it names; anything else with a benchmark is worded as a whole.
        let ranked = sub_row.measure == Measure::Rank && value.is_some();
        let benchmark = said.relative_to.as_deref().filter(|_| !ranked);
        let numeric = benchmark.is_none();
        Figure {
            op: said.op,
            sign: sign(said.op).to_owned(),
            value: value.filter(|_| numeric),
            value_max: value_max.filter(|_| numeric),
            unit: unit_word(unit),
            converted_from,
            year: said.year,
            year_note: said
                .year
                .filter(|_| said.year != column.main_year)
                .map(|year| phrases.year(Some(year))),
            scope: said
                .scope
                .clone()
                .or_else(|| said.relative_to.clone().filter(|_| ranked)),
            note: said.derived.as_ref().map(|made| phrases.derived(made)),
            relative: benchmark
                .map(|benchmark| phrases.relative(said.op, value, benchmark, unit.as_deref())),
            firmness: said.firmness,
            sources: said
                .mentions
                .iter()
                .filter_map(|id| self.source(row, name, number, column, *id))
                .collect(),
        }
    }

    /// The number of a mention's source sentence.
    fn source(
        &mut self,
        row: &IndicatorRow,
        name: &str,
        plan: u32,
        column: &PlanColumn,
        id: TargetId,
    ) -> Option<u32> {
        if let Some(number) = self.numbers.get(&id) {
            return Some(*number);
        }
        let mention = self.input.mentions.get(&id)?;
        let number = u32::try_from(self.sources.len() + 1).unwrap_or(u32::MAX);
        self.numbers.insert(id, number);
        self.sources.push(source_sentence(
            &self.phrases,
            row,
            name,
            number,
            plan,
            column,
            mention,
        ));
        Some(number)
    }
}
