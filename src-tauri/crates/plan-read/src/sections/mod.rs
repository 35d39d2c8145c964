//! The section tree: finds headings, nests them by the numbering styles of the document, names and sorts them.

mod candidates;
mod kind;
mod number;
mod numeral;
mod order;
mod punctuation;
mod title;
mod tree;

use candidates::Layout;
use plan_model::{Furniture, Note, NoteCode, Section, SectionId, Span};

/// Whether a line begins with a number that may open a section.
pub(crate) fn opens_with_number(line: &str) -> bool {
    number::number(line.trim_start()).is_some()
}

/// Finds the sections of `text` in document order, parents before children.
pub(crate) fn sections(text: &str, furniture: &[Furniture], notes: &mut Vec<Note>) -> Vec<Section> {
    let layout = Layout::of(text);
    let candidates = candidates::candidates(text, furniture, layout);
    if candidates.len() >= candidates::MOST {
        notes.push(Note {
            code: NoteCode::TextTruncated,
            span: None,
            detail: Some(candidates.len().to_string()),
        });
    }
    let order = order::StyleOrder::of(&candidates);
    let nodes = tree::nest(text, &candidates, &order, notes);
    let titles = title::titles(text, &nodes, layout);
    let mut sections: Vec<Section> = Vec::with_capacity(nodes.len());
    for (index, (node, heading)) in nodes.iter().zip(titles).enumerate() {
        let parent = node.parent.and_then(|at| sections.get(at));
        let number = node.number.normal_form();
        let path = parent.map_or_else(
            || number.clone(),
            |parent| format!("{}/{number}", parent.path),
        );
        let body = text.get(node.start..node.end).unwrap_or("");
        let around = parent.map(|parent| parent.kind);
        let kind = kind::kind(&heading.title, body, node.number.style, around);
        let section = Section {
            id: SectionId(u32::try_from(index).unwrap_or(u32::MAX)),
            parent: parent.map(|parent| parent.id),
            depth: parent.map_or(1, |parent| parent.depth.saturating_add(1)),
            number,
            path,
            title: heading.title,
            heading: Span::new(node.start, heading.end),
            span: Span::new(node.start, node.end),
            kind,
        };
        sections.push(section);
    }
    sections
}
