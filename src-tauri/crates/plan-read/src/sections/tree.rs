//! Nests accepted numbers: a heading closes everything of its own rank or deeper.

use super::candidates::{Candidate, Place};
use super::number::{Number, STYLES, Style};
use super::order::StyleOrder;
use plan_model::{Note, NoteCode, Span};

/// One section before it has a title.
pub(crate) struct Node {
    pub(crate) start: usize,
    pub(crate) end: usize,
    pub(crate) number: Number,
    pub(crate) parent: Option<usize>,
}

/// How many irregular numbers are noted one by one; a document with more has simply no order.
const NOTED: usize = 20;

/// Accepts candidates in order and nests them.
pub(crate) fn nest(
    text: &str,
    candidates: &[Candidate],
    order: &StyleOrder,
    notes: &mut Vec<Note>,
) -> Vec<Node> {
    let mut nodes: Vec<Node> = Vec::new();
    let mut open: Vec<usize> = Vec::new();
    let mut last = [None::<u32>; STYLES];
    let mut noted = 0;
    for candidate in candidates {
        let Number { style, ordinal, .. } = candidate.number;
        let continues = last[style as usize].is_some_and(|n| n + 1 == ordinal);
        if !accepted(candidate, &nodes, &open, order, continues) {
            continue;
        }
        while open
            .last()
            .is_some_and(|&top| order.rank(nodes[top].number.style) >= order.rank(style))
        {
            if let Some(closed) = open.pop() {
                nodes[closed].end = candidate.start;
            }
        }
        let first_of_all = last[style as usize].is_none();
        if ordinal > 1 && !continues && !first_of_all && style != Style::Annex && noted < NOTED {
            noted += 1;
            notes.push(Note {
                code: NoteCode::NumberingIrregular,
                span: Some(Span::new(
                    candidate.start,
                    candidate.start + candidate.number.len,
                )),
                detail: Some(candidate.number.normal_form()),
            });
        }
        last[style as usize] = Some(ordinal);
        if style == Style::Annex {
            last = [None; STYLES];
        }
        let parent = open.last().copied();
        open.push(nodes.len());
        nodes.push(Node {
            start: candidate.start,
            end: text.len(),
            number: candidate.number,
            parent,
        });
    }
    for node in &mut nodes {
        node.end = node.start + text[node.start..node.end].trim_end().len();
    }
    nodes
}

/// A number at a line head opens a section; one inside a line must fit the count.
fn accepted(
    candidate: &Candidate,
    nodes: &[Node],
    open: &[usize],
    order: &StyleOrder,
    continues: bool,
) -> bool {
    let style = candidate.number.style;
    let is_open = open.iter().any(|&at| nodes[at].number.style == style);
    match candidate.place {
        Place::LineHead => true,
        Place::AfterStop if candidate.number.ordinal == 1 => !is_open,
        Place::AfterStop => continues,
        Place::AfterHeading => {
            let fits = candidate.number.ordinal == 1 || continues;
            let deeper = open
                .last()
                .is_some_and(|&top| order.rank(nodes[top].number.style) < order.rank(style));
            fits && !is_open && deeper
        }
    }
}
