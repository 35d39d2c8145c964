//! Cuts a section into items: usually one, several when its paragraphs name units of their own.

use super::clauses::{self, Naming};
use super::units::Units;
use plan_model::{Section, Span};

/// One work item.
pub(crate) struct Item {
    pub(crate) title: String,
    pub(crate) heading: Span,
    pub(crate) span: Span,
    pub(crate) units: Units,
    /// Where units are named, ascending, in bytes of the whole text.
    pub(crate) named: Vec<(usize, usize)>,
}

struct Paragraph<'t> {
    start: usize,
    text: &'t str,
    naming: Naming,
}

/// The items of a section without children; at least one.
pub(crate) fn items(text: &str, section: &Section) -> Vec<Item> {
    let paragraphs = paragraphs(text, section.span);
    let last_named = paragraphs
        .iter()
        .rposition(|paragraph| !paragraph.naming.units.is_empty());
    let mut items: Vec<Item> = Vec::new();
    for (index, paragraph) in paragraphs.iter().enumerate() {
        let opens = items.last().is_none_or(|item| {
            !item.units.is_empty()
                && paragraph.naming.has_other_words
                && last_named.is_some_and(|last| index <= last)
        });
        if opens {
            items.push(first_of(section, paragraph, items.is_empty()));
        } else if let Some(item) = items.last_mut() {
            item.units.add(&paragraph.naming.units);
        }
        if let Some(item) = items.last_mut() {
            let end = paragraph.start + paragraph.text.len();
            item.span = item.span.join(Span::new(paragraph.start, end));
            let places = paragraph.naming.places.iter();
            item.named
                .extend(places.map(|&(from, to)| (paragraph.start + from, paragraph.start + to)));
        }
    }
    items
}

fn first_of(section: &Section, paragraph: &Paragraph<'_>, is_first: bool) -> Item {
    let units = paragraph.naming.units.clone();
    if is_first {
        let title = clauses::without_units(&section.title).to_owned();
        return Item {
            title,
            heading: section.heading,
            span: section.heading,
            units,
            named: Vec::new(),
        };
    }
    let blank = paragraph.text.len() - paragraph.text.trim_start().len();
    let title = first_clause(paragraph.text.trim_start());
    let start = paragraph.start + blank;
    let heading = Span::new(start, start + title.len());
    Item {
        title: title.to_owned(),
        heading,
        span: heading,
        units,
        named: Vec::new(),
    }
}

fn paragraphs(text: &str, span: Span) -> Vec<Paragraph<'_>> {
    let mut start = span.from();
    let mut found = Vec::new();
    for line in span.of(text).unwrap_or("").split_inclusive('\n') {
        let body = line.trim_end();
        if !body.trim().is_empty() {
            found.push(Paragraph {
                start,
                text: body,
                naming: clauses::naming(body),
            });
        }
        start += line.len();
    }
    found
}

/// A paragraph's first clause.
fn first_clause(text: &str) -> &str {
    let end = text
        .find(['\u{3002}', ',', '\u{FF0C}', ';', '\u{FF1B}'])
        .unwrap_or(text.len());
    text[..end].trim_end()
}
