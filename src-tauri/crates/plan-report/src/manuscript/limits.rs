//! Where figures do not simply stand side by side, what is stated there, and why they do not.

use super::parts::Cutting;
use super::{
    Block, Cell, Column, Line, LineLook, Row, Run, RunLook, Table, TableKind, sources, text,
};
use crate::model::{Caveat, CaveatFigure};
use crate::options::Chapter;

pub(super) fn limits(cutting: &Cutting<'_>) -> Vec<Block> {
    let (words, report) = (cutting.words, cutting.report);
    if report.not_comparable.is_empty() {
        return vec![text(words.head.no_caveats)];
    }
    let label = &words.terms.label;
    vec![Block::Table(Table {
        about: TableKind::Caveats,
        caption: None,
        name: words.chapters[Chapter::NotComparable as usize].to_owned(),
        columns: vec![
            Column::of(label.indicator, 22),
            Column::of(label.measure, 11),
            Column::of(label.value, 27),
            Column::of(label.verdict, 14),
            Column::of(label.reasons, 26),
        ],
        groups: report
            .not_comparable
            .iter()
            .map(|caveat| vec![row(cutting, caveat)])
            .collect(),
    })]
}

fn row(cutting: &Cutting<'_>, caveat: &Caveat) -> Row {
    let stated = caveat.stated.iter().map(|figure| said(cutting, figure));
    Row {
        cells: vec![
            Cell {
                head: true,
                ..Cell::text(caveat.name.clone())
            },
            Cell::text(caveat.measure_word.clone()),
            Cell::of(stated),
            Cell::text(caveat.verdict_word.clone()),
            Cell::text(caveat.reasons.join(cutting.words.terms.clause)),
        ],
        plans: caveat.stated.len(),
        verdict: Some(caveat.verdict),
    }
}

/// What one plan states.
fn said(cutting: &Cutting<'_>, figure: &CaveatFigure) -> Line {
    let colon = cutting.words.terms.colon;
    let mut runs = vec![Run::of(
        RunLook::Plain,
        format!("{}{colon}{}", figure.region, figure.text),
    )];
    runs.extend(sources(&figure.sources, cutting.sentences));
    Line {
        look: LineLook::Plain,
        runs,
    }
}
