//! Charts as pictures, with the figures they draw.

use super::parts::Cutting;
use super::{Block, Cell, Column, Picture, Row, Run, RunLook, Table, TableKind, sources};
use crate::model::ReportChart;

pub(super) fn charts(cutting: &mut Cutting<'_>) -> Vec<Block> {
    let charts = cutting.report.charts.iter().zip(1..);
    charts
        .map(|(chart, number)| Block::Picture(picture(cutting, chart, number)))
        .collect()
}

fn picture(cutting: &mut Cutting<'_>, chart: &ReportChart, number: u32) -> Picture {
    let mut notes: Vec<Vec<Run>> = chart
        .notes
        .iter()
        .map(|note| vec![Run::of(RunLook::Plain, note.clone())])
        .collect();
    if !chart.sources.is_empty() {
        let label = format!("{}{}", cutting.words.head.source, cutting.words.terms.colon);
        let mut runs = vec![Run::of(RunLook::Plain, label)];
        runs.extend(sources(&chart.sources, cutting.sentences));
        notes.push(runs);
    }
    Picture {
        id: format!("chart{number}"),
        title: cutting.picture_caption(&chart.title),
        subtitle: chart.subtitle.clone(),
        notes,
        description: chart.description.clone(),
        width: chart.width,
        height: chart.height,
        svg: chart.svg.clone(),
        data: Table {
            about: TableKind::Data,
            caption: None,
            name: chart.title.clone(),
            columns: chart
                .heads
                .iter()
                .map(|head| Column::of(head.clone(), 10))
                .collect(),
            groups: chart
                .rows
                .iter()
                .map(|row| {
                    let cells = row.iter().enumerate();
                    let cells = cells.map(|(at, text)| Cell {
                        head: at == 0,
                        ..Cell::text(text.clone())
                    });
                    vec![Row::of(cells.collect())]
                })
                .collect(),
        },
    }
}
