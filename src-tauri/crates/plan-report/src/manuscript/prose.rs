//! Sentences: the summary, the method, the plans as references.

use super::parts::Cutting;
use super::{Block, Run, RunLook, sources};
use crate::model::{Piece, Sentence};

/// What the comparison shows, under small headings.
pub(super) fn summary(cutting: &Cutting<'_>) -> Vec<Block> {
    let mut blocks = Vec::new();
    for part in &cutting.report.summary {
        if !part.heading.is_empty() {
            blocks.push(Block::Lead {
                title: part.heading.clone(),
            });
        }
        blocks.push(Block::List {
            entries: part
                .sentences
                .iter()
                .map(|said| sentence(said, cutting.sentences))
                .collect(),
        });
    }
    blocks
}

/// How the figures came about, a paragraph each with what it is about.
pub(super) fn method(cutting: &Cutting<'_>) -> Vec<Block> {
    let colon = cutting.words.terms.colon;
    let paragraphs = cutting.report.method.iter();
    paragraphs
        .map(|part| Block::Text {
            runs: vec![
                Run::of(RunLook::Strong, format!("{}{colon}", part.label)),
                Run::of(RunLook::Plain, part.value.clone()),
            ],
        })
        .collect()
}

/// Each plan as a reference, numbered as the plans are.
pub(super) fn citations(cutting: &Cutting<'_>) -> Vec<Block> {
    let plans = cutting.report.plans.iter();
    vec![Block::List {
        entries: plans
            .map(|plan| {
                let reference = format!("[{}] {}", plan.number, plan.citation);
                vec![Run::of(RunLook::Plain, reference)]
            })
            .collect(),
    }]
}

/// A sentence, the numbers of its sources where its figures stand.
fn sentence(sentence: &Sentence, sentences: bool) -> Vec<Run> {
    let pieces = sentence.pieces.iter();
    pieces
        .flat_map(|piece| match piece {
            Piece::Words { text } => vec![Run::of(RunLook::Plain, text.clone())],
            Piece::Sources { numbers } => sources(numbers, sentences),
        })
        .collect()
}
