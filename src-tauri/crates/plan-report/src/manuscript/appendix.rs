//! The source sentences, numbered as in the tables, the quotation marked in each.

use super::parts::Cutting;
use super::{Block, Cell, Column, Line, LineLook, Row, Run, RunLook, Table, TableKind};
use crate::model::{Report, SourceSentence};
use crate::options::Chapter;
use crate::shown::{around_quote, commitment};
use crate::words::Words;

/// The appendix. A sentence leads back to the figure that names it.
pub(super) fn appendix(cutting: &Cutting<'_>) -> Block {
    let (report, words) = (cutting.report, cutting.words);
    let head = &words.head;
    let row = |source: &SourceSentence| {
        let number = Run {
            to: cutting
                .named
                .contains(&source.number)
                .then(|| format!("f{}", source.number)),
            id: Some(format!("s{}", source.number)),
            ..Run::of(RunLook::Plain, source.number.to_string())
        };
        let number = Line {
            look: LineLook::Plain,
            runs: vec![number],
        };
        vec![Row::of(vec![
            Cell {
                head: true,
                order: Some(source.number.to_string()),
                ..Cell::of([number])
            },
            target(report, source, words),
            sentence(source),
        ])]
    };
    Block::Table(Table {
        about: TableKind::Sources,
        caption: None,
        name: words.chapters[Chapter::Sources as usize].to_owned(),
        columns: vec![
            Column::of(head.number, 6),
            Column::of(head.target, 28),
            Column::of(head.sentence, 66),
        ],
        groups: report.sources.iter().map(row).collect(),
    })
}

/// Who commits to what.
fn target(report: &Report, source: &SourceSentence, words: &Words) -> Cell {
    let facts = commitment(source, report.language).join(words.terms.list_comma);
    Cell::of([
        Line::of(LineLook::Plain, RunLook::Strong, source.region.clone()),
        Line::plain(LineLook::Plain, source.indicator_name.clone()),
        Line::plain(LineLook::Note, facts),
    ])
}

/// The sentence with the quotation marked, and where it stands.
fn sentence(source: &SourceSentence) -> Cell {
    let looks = [RunLook::Plain, RunLook::Marked, RunLook::Plain];
    let runs = around_quote(source)
        .into_iter()
        .zip(looks)
        .filter(|(text, _)| !text.is_empty())
        .map(|(text, look)| Run::of(look, text))
        .collect();
    Cell::of([
        Line {
            look: LineLook::Quoted,
            runs,
        },
        Line::plain(LineLook::Note, source.section_titles.clone()),
    ])
}
