//! What plans say besides their targets: tasks by topic, instruments by plan, incentives and safeguards.

use super::beside::{plan_columns, reach, stretches};
use super::parts::Cutting;
use super::{Block, Cell, Column, Line, LineLook, Row, RunLook, Table, TableKind};
use crate::model::{InstrumentUses, TaskLine};
use crate::options::Chapter;

/// Shares of the width of a page.
const CLASS: u32 = 10;
const INSTRUMENT: u32 = 16;
const WIDTH: u32 = 100;

pub(super) fn tasks(cutting: &mut Cutting<'_>) -> Vec<Block> {
    let words = &cutting.words.policy;
    let colon = cutting.words.terms.colon;
    let mut blocks = Vec::new();
    for (at, topic) in cutting.report.topics.iter().enumerate() {
        blocks.push(Block::Heading {
            id: format!("topic{at}"),
            title: topic.title.clone(),
        });
        let caption = format!("{}{colon}{}", topic.title, topic.extent);
        let caption = cutting.table_caption(&caption);
        blocks.push(Block::Table(Table {
            about: TableKind::Tasks,
            name: topic.title.clone(),
            caption: Some(caption),
            columns: vec![
                Column::of(cutting.words.terms.label.region, 14),
                Column::of(words.task, 42),
                Column::of(words.lead, 20),
                Column::of(words.support, 24),
            ],
            groups: groups(&topic.tasks, |task| {
                vec![
                    Cell::of([
                        Line::plain(LineLook::Quoted, task.title.clone()),
                        Line::plain(LineLook::Note, task.path.clone()),
                    ]),
                    units(cutting, &task.lead),
                    units(cutting, &task.support),
                ]
            }),
        }));
    }
    blocks
}

/// Incentives or safeguards, plan by plan, in the plans' own words.
pub(super) fn measures(cutting: &Cutting<'_>, items: &[TaskLine]) -> Vec<Block> {
    let words = &cutting.words.policy;
    vec![Block::Table(Table {
        about: TableKind::Measures,
        caption: None,
        name: words.text.to_owned(),
        columns: vec![
            Column::of(cutting.words.terms.label.region, 14),
            Column::of(words.text, 86),
        ],
        groups: groups(items, |item| {
            vec![Cell::of([
                Line::of(LineLook::Quoted, RunLook::Strong, item.title.clone()),
                Line::plain(LineLook::Quoted, item.text.clone().unwrap_or_default()),
                Line::plain(LineLook::Note, item.path.clone()),
            ])]
        }),
    })]
}

/// How often plans use each instrument, and where.
pub(super) fn instruments(cutting: &mut Cutting<'_>, across: bool) -> Vec<Block> {
    let (words, report) = (cutting.words, cutting.report);
    let title = words.chapters[Chapter::Instruments as usize];
    let mut blocks = Vec::new();
    for stretch in stretches(cutting, across) {
        let plans = &stretch.plans;
        let room = WIDTH - CLASS - INSTRUMENT;
        let mut columns = vec![
            Column::of(words.policy.class, CLASS),
            Column::of(words.policy.instrument, INSTRUMENT),
        ];
        columns.extend(plan_columns(report, plans, room));
        let mut groups: Vec<Vec<Row>> = Vec::new();
        let mut class = None;
        for line in &report.instruments {
            let uses = plans.iter().filter_map(|plan| line.uses.get(*plan));
            let name = Cell {
                head: true,
                ..Cell::text(line.name.clone())
            };
            let mut cells = vec![name];
            cells.extend(uses.clone().map(|uses| used(cutting, uses)));
            let spoken = uses.filter(|uses| uses.clauses > 0).count();
            if class != Some(line.class) {
                class = Some(line.class);
                groups.push(Vec::new());
                cells.insert(
                    0,
                    Cell {
                        head: true,
                        ..Cell::of([Line::of(
                            LineLook::Plain,
                            RunLook::Strong,
                            line.class_word.clone(),
                        )])
                    },
                );
            }
            if let Some(group) = groups.last_mut() {
                group.push(Row {
                    plans: spoken,
                    ..Row::of(cells)
                });
            }
        }
        groups.iter_mut().for_each(|group| reach(group));
        blocks.push(Block::Table(Table {
            about: TableKind::Instruments,
            name: title.to_owned(),
            caption: (!stretch.note.is_empty())
                .then(|| cutting.table_caption(&format!("{title}{})", stretch.note))),
            columns,
            groups,
        }));
    }
    blocks
}

fn used(cutting: &Cutting<'_>, uses: &InstrumentUses) -> Cell {
    if uses.clauses == 0 {
        let nothing = cutting.words.terms.empty[0];
        return Cell::of([Line::of(LineLook::Plain, RunLook::Quiet, nothing)]);
    }
    let clauses = cutting.words.policy.clauses;
    let sections = uses.sections.join(cutting.words.terms.list_comma);
    Cell {
        order: Some(uses.clauses.to_string()),
        ..Cell::of([
            Line::plain(
                LineLook::Plain,
                clauses.replace("{n}", &uses.clauses.to_string()),
            ),
            Line::plain(LineLook::Note, sections),
        ])
    }
}

fn units(cutting: &Cutting<'_>, units: &[String]) -> Cell {
    if units.is_empty() {
        let nothing = cutting.words.terms.not_stated;
        return Cell::of([Line::of(LineLook::Plain, RunLook::Quiet, nothing)]);
    }
    Cell::of([Line::plain(LineLook::Quoted, units.join("、"))])
}

/// The items of one plan stand together; its region heads them.
fn groups(items: &[TaskLine], cells: impl Fn(&TaskLine) -> Vec<Cell>) -> Vec<Vec<Row>> {
    let mut groups: Vec<Vec<Row>> = Vec::new();
    for of_plan in items.chunk_by(|one, next| one.plan == next.plan) {
        let mut rows: Vec<Row> = of_plan.iter().map(|item| Row::of(cells(item))).collect();
        if let (Some(first), Some(item)) = (rows.first_mut(), of_plan.first()) {
            let name = Line::of(LineLook::Plain, RunLook::Strong, item.region.clone());
            first.cells.insert(
                0,
                Cell {
                    head: true,
                    ..Cell::of([name])
                },
            );
        }
        reach(&mut rows);
        groups.push(rows);
    }
    groups
}
