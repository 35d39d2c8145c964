//! The comparison: a table per indicator type, plans as columns, at most so many beside each other.

use super::{Beside, Block, Cell, Column, Line, LineLook, Part, Row, Run, RunLook, Table};
use super::{TableKind, colour};
use crate::model::{Figure, IndicatorTable, Report, ReportCell, ReportRow, ReportSubRow};
use crate::options::Chapter;
use crate::palette;
use crate::shown::shown;
use crate::words::Words;
use plan_model::Firmness;
use std::collections::BTreeSet;

/// Shares of the width of a page lying across.
const INDICATOR: u32 = 23;
const MEASURE: [u32; 2] = [10, 13];
const VERDICT: u32 = 26;
const WIDTH: u32 = 135;

/// Writes the figures and keeps count of the sources they name.
pub(super) struct Comparing<'r> {
    report: &'r Report,
    words: &'r Words,
    /// Whether the sentences follow, so that figures can lead to them.
    sentences: bool,
    /// Sources that a figure names already.
    pub(super) named: BTreeSet<u32>,
}

/// Indicators with the sub-rows to be listed.
type Rows<'r> = Vec<(&'r ReportRow, Vec<&'r ReportSubRow>)>;

impl<'r> Comparing<'r> {
    pub(super) fn new(report: &'r Report, words: &'r Words, sentences: bool) -> Self {
        Self {
            report,
            words,
            sentences,
            named: BTreeSet::new(),
        }
    }

    pub(super) fn part(&mut self, beside: Beside) -> Part {
        let across = self.report.plans.len() > beside.upright;
        let most = if across {
            beside.across
        } else {
            beside.upright
        };
        let mut blocks = Vec::new();
        if self.report.tables.is_empty() {
            blocks.push(Block::Text {
                text: self.words.head.no_targets.to_owned(),
            });
        }
        for (at, group) in self.report.tables.iter().enumerate() {
            blocks.push(Block::Heading {
                id: format!("type{at}"),
                title: group.title.clone(),
            });
            self.group(&mut blocks, group, most.max(1));
        }
        Part {
            id: "comparison".to_owned(),
            title: self.words.chapters[Chapter::Indicators as usize].to_owned(),
            across,
            blocks,
        }
    }

    fn group(&mut self, blocks: &mut Vec<Block>, group: &IndicatorTable, most: usize) {
        let plans: Vec<usize> = (0..self.report.plans.len()).collect();
        let parts = plans.len().div_ceil(most).max(1);
        // Parts of equal size read better than full ones with a remainder.
        for (part, columns) in plans.chunks(plans.len().div_ceil(parts).max(1)).enumerate() {
            let mut caption = format!("{}{}{}", group.title, self.words.terms.colon, group.extent);
            let rows = if parts > 1 {
                let note = self.words.part_note;
                let clause = self.words.terms.clause;
                caption.push_str(&format!(" ({}/{parts}{clause}{note})", part + 1));
                spoken(group, columns)
            } else {
                everything(group)
            };
            if rows.is_empty() {
                let regions = columns
                    .iter()
                    .filter_map(|column| self.report.plans.get(*column))
                    .map(|plan| plan.region.as_str())
                    .collect::<Vec<_>>()
                    .join(self.words.terms.list_comma);
                let (colon, nothing) = (self.words.terms.colon, self.words.terms.empty[0]);
                blocks.push(Block::Text {
                    text: format!("{regions}{colon}{nothing}"),
                });
            } else {
                blocks.push(Block::Table(Table {
                    about: TableKind::Comparison,
                    caption,
                    columns: self.columns(columns),
                    groups: rows
                        .iter()
                        .map(|(row, sub_rows)| self.indicator(row, sub_rows, columns))
                        .collect(),
                }));
            }
        }
    }

    fn columns(&self, plans: &[usize]) -> Vec<Column> {
        let label = &self.words.terms.label;
        let measure = MEASURE[self.report.language as usize];
        let share = u32::try_from(plans.len()).unwrap_or(1).max(1);
        let each = (WIDTH - INDICATOR - measure - VERDICT) / share;
        let mut columns = vec![
            Column::of(label.indicator, INDICATOR),
            Column::of(label.measure, measure),
        ];
        for plan in plans.iter().filter_map(|plan| self.report.plans.get(*plan)) {
            columns.push(Column {
                notes: [&plan.level_line, &plan.genre_line]
                    .into_iter()
                    .filter(|line| !line.is_empty())
                    .cloned()
                    .collect(),
                colour: Some(colour(palette::plan(plan.colour))),
                ..Column::of(plan.region.clone(), each.max(1))
            });
        }
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
                    rows: sub_rows.len(),
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
                    sub_row.reasons.join(self.words.terms.clause),
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
        let shown = shown(figure, self.report.language);
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
                to: self.sentences.then(|| format!("s{source}")),
                id: self.named.insert(*source).then(|| format!("f{source}")),
                ..Run::of(RunLook::Source, source.to_string())
            });
        }
        let line = if shown.number {
            LineLook::Number
        } else {
            LineLook::Plain
        };
        let notes = shown.notes.join(self.words.terms.list_comma);
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
