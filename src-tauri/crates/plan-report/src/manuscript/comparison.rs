//! The comparison: a table per indicator type, plans as columns, at most so many beside each other.

use super::beside::{Stretch, plan_columns, reach, stretches};
use super::parts::Cutting;
use super::{Block, Cell, Column, Line, LineLook, Row, Run, RunLook, Table, TableKind, text};
use crate::model::{Figure, IndicatorTable, ReportCell, ReportRow, ReportSubRow};
use crate::shown::shown;
use plan_model::Firmness;

/// Shares of the width of a page lying across.
const INDICATOR: u32 = 23;
const MEASURE: [u32; 2] = [10, 13];
const VERDICT: u32 = 26;
const WIDTH: u32 = 135;

/// Writes the figures and keeps count of the sources they name.
pub(super) struct Comparing<'c, 'r> {
    cutting: &'c mut Cutting<'r>,
    across: bool,
}

/// Indicators with the sub-rows to be listed.
type Rows<'r> = Vec<(&'r ReportRow, Vec<&'r ReportSubRow>)>;

impl<'c, 'r> Comparing<'c, 'r> {
    pub(super) fn new(cutting: &'c mut Cutting<'r>, across: bool) -> Self {
        Self { cutting, across }
    }

    pub(super) fn blocks(&mut self) -> Vec<Block> {
        let report = self.cutting.report;
        let mut blocks = Vec::new();
        if report.tables.is_empty() {
            blocks.push(text(self.cutting.words.head.no_targets));
        }
        for (at, group) in report.tables.iter().enumerate() {
            blocks.push(Block::Heading {
                id: format!("type{at}"),
                title: group.title.clone(),
            });
            for stretch in stretches(self.cutting, self.across) {
                blocks.push(self.group(group, &stretch));
            }
        }
        blocks
    }

    fn group(&mut self, group: &IndicatorTable, stretch: &Stretch) -> Block {
        let words = self.cutting.words;
        let (colon, clause) = (words.terms.colon, words.terms.clause);
        let mut caption = format!("{}{colon}{}", group.title, group.extent);
        let rows = if stretch.note.is_empty() {
            everything(group)
        } else {
            caption.push_str(&format!("{}{clause}{})", stretch.note, words.part_note));
            spoken(group, &stretch.plans)
        };
        if rows.is_empty() {
            let plans = &self.cutting.report.plans;
            let regions: Vec<&str> = stretch
                .plans
                .iter()
                .filter_map(|plan| plans.get(*plan))
                .map(|plan| plan.region.as_str())
                .collect();
            let regions = regions.join(words.terms.list_comma);
            return text(format!("{regions}{colon}{}", words.terms.empty[0]));
        }
        Block::Table(Table {
            about: TableKind::Comparison,
            name: group.title.clone(),
            caption: Some(self.cutting.table_caption(&caption)),
            columns: self.columns(&stretch.plans),
            groups: rows
                .iter()
                .map(|(row, sub_rows)| self.indicator(row, sub_rows, &stretch.plans))
                .collect(),
        })
    }

    fn columns(&self, plans: &[usize]) -> Vec<Column> {
        let report = self.cutting.report;
        let label = &self.cutting.words.terms.label;
        let measure = MEASURE[report.language as usize];
        let room = WIDTH - INDICATOR - measure - VERDICT;
        let mut columns = vec![
            Column::of(label.indicator, INDICATOR),
            Column::of(label.measure, measure),
        ];
        columns.extend(plan_columns(report, plans, room));
        columns.push(Column::of(label.verdict, VERDICT));
        columns
    }

    fn indicator(
        &mut self,
        row: &ReportRow,
        sub_rows: &[&ReportSubRow],
        columns: &[usize],
    ) -> Vec<Row> {
        let mut rows = Vec::new();
        for (at, sub_row) in sub_rows.iter().enumerate() {
            let mut cells = Vec::new();
            if at == 0 {
                let name = Line::of(LineLook::Plain, RunLook::Strong, row.name.clone());
                cells.push(Cell {
                    head: true,
                    ..Cell::of([name])
                });
            }
            cells.push(Cell {
                head: true,
                ..Cell::text(sub_row.measure_word.clone())
            });
            let mut plans = 0;
            for said in columns
                .iter()
                .filter_map(|column| sub_row.cells.get(*column))
            {
                plans += usize::from(matches!(said, ReportCell::Stated { .. }));
                cells.push(self.said(said));
            }
            cells.push(self.verdict(sub_row));
            rows.push(Row {
                cells,
                plans,
                verdict: sub_row.verdict,
            });
        }
        reach(&mut rows);
        rows
    }

    fn verdict(&self, sub_row: &ReportSubRow) -> Cell {
        match sub_row.verdict {
            None => Cell::of([Line::of(
                LineLook::Plain,
                RunLook::Quiet,
                sub_row.verdict_word.clone(),
            )]),
            Some(_) => Cell::of([
                Line::plain(LineLook::Plain, sub_row.verdict_word.clone()),
                Line::plain(
                    LineLook::Note,
                    sub_row.reasons.join(self.cutting.words.terms.clause),
                ),
            ]),
        }
    }

    fn said(&mut self, said: &ReportCell) -> Cell {
        match said {
            ReportCell::Empty { reason } => {
                Cell::of([Line::of(LineLook::Plain, RunLook::Quiet, reason.clone())])
            }
            ReportCell::Stated { figures } => Cell {
                order: figures
                    .iter()
                    .find_map(|figure| figure.value)
                    .map(|value| value.to_string()),
                ..Cell::of(figures.iter().flat_map(|figure| self.figure(figure)))
            },
        }
    }

    /// A figure with its unit and the numbers of its sources, and below it what else must be known.
    fn figure(&mut self, figure: &Figure) -> Vec<Line> {
        let shown = shown(figure, self.cutting.report.language);
        let look = if figure.firmness == Firmness::Soft {
            RunLook::Soft
        } else {
            RunLook::Plain
        };
        let mut runs = vec![Run::of(look, shown.main)];
        if let Some(unit) = shown.unit {
            runs.push(Run::of(RunLook::Unit, format!(" {unit}")));
        }
        for (at, source) in figure.sources.iter().enumerate() {
            if at > 0 {
                runs.push(Run::of(RunLook::Source, ","));
            }
            runs.push(Run {
                to: self.cutting.sentences.then(|| format!("s{source}")),
                id: self
                    .cutting
                    .named
                    .insert(*source)
                    .then(|| format!("f{source}")),
                ..Run::of(RunLook::Source, source.to_string())
            });
        }
        let line = if shown.number {
            LineLook::Number
        } else {
            LineLook::Plain
        };
        let notes = shown.notes.join(self.cutting.words.terms.list_comma);
        vec![
            Line { look: line, runs },
            Line::plain(LineLook::Note, notes),
        ]
    }
}

fn everything(group: &IndicatorTable) -> Rows<'_> {
    group
        .rows
        .iter()
        .map(|row| (row, row.sub_rows.iter().collect()))
        .collect()
}

/// Only what some of these plans state: with many plans most cells of a part would be empty.
fn spoken<'r>(group: &'r IndicatorTable, columns: &[usize]) -> Rows<'r> {
    let stated = |sub_row: &&ReportSubRow| {
        let mut cells = columns
            .iter()
            .filter_map(|column| sub_row.cells.get(*column));
        cells.any(|cell| matches!(cell, ReportCell::Stated { .. }))
    };
    let rows = group
        .rows
        .iter()
        .map(|row| (row, row.sub_rows.iter().filter(stated).collect()));
    rows.filter(|(_, sub_rows): &(_, Vec<_>)| !sub_rows.is_empty())
        .collect()
}
