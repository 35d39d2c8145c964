//! Cuts a section into items: usually one, several when its paragraphs name units of their own.

use super::clauses;
use super::units::Units;
use plan_model::{Section, Span};

/// One work item.
pub(crate) struct Item {
    pub(crate) title: String,
    pub(crate) heading: Span,
    pub(crate) span: Span,
    pub(crate) units: Units,
}

struct Paragraph<'t> {
    start: usize,
    text: &'t str,
    units: Units,
    /// Whether there is more in it than the naming of units.
    has_words: bool,
}

/// The items of a section without children; at least one.
pub(crate) fn items(text: &str, section: &Section) -> Vec<Item> {
    let paragraphs = paragraphs(text, section.span);
    let last_named = paragraphs
        .iter()
        .rposition(|paragraph| !paragraph.units.is_empty());
    let mut items: Vec<Item> = Vec::new();
    for (index, paragraph) in paragraphs.iter().enumerate() {
        let opens = items.last().is_none_or(|item| {
            !item.units.is_empty()
                && paragraph.has_words
                && last_named.is_some_and(|last| index <= last)
        });
        if opens {
            items.push(first_of(section, paragraph, items.is_empty()));
        } else if let Some(item) = items.last_mut() {
            item.units.add(&paragraph.units);
        }
        if let Some(item) = items.last_mut() {
            item.span = item.span.join(Span::new(
                paragraph.start,
                paragraph.start + paragraph.text.len(),
            ));
        }
    }
    items
}

fn first_of(section: &Section, paragraph: &Paragraph<'_>, is_first: bool) -> Item {
    let units = paragraph.units.clone();
    if is_first {
        let title = clauses::without_units(&section.title).to_owned();
        return Item {
            title,
            heading: section.heading,
            span: section.heading,
            units,
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
    }
}

fn paragraphs(text: &str, span: Span) -> Vec<Paragraph<'_>> {
    let mut start = span.from();
    let mut found = Vec::new();
    for line in span.of(text).unwrap_or("").split_inclusive('\n') {
        let body = line.trim_end();
        if !body.trim().is_empty() {
            let has_words = clauses::has_other_words(body);
            found.push(Paragraph {
                start,
                text: body,
                units: clauses::units_of(body),
                has_words,
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
