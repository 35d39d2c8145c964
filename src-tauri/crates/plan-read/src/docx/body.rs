//! From the elements of a document's body to its lines: what is read, what is passed over, and in which order.

mod table;

use super::numbering::Numbering;
use super::styles::{ListPlace, Styles};
use super::symbol;
use crate::xml::{Element, Xml};
use crate::{READ_LIMIT, ReadError};

/// What a paragraph, a cell or a reference takes in memory beside its text, so that millions of empty ones are no
/// less bounded than text.
const WEIGHT: usize = 32;

/// Lines in the order in which they are read.
#[derive(Debug, Default)]
pub(super) struct Lines {
    pub(super) lines: Vec<String>,
    /// The last paragraph goes on in the next: the break between them was deleted.
    open: bool,
    /// Whether they stand in a cell, where a number alone is worth showing.
    in_cell: bool,
    /// Whether a table was among them.
    nested: bool,
}

/// What was passed over, for the notes.
#[derive(Debug, Default)]
pub(super) struct LeftOut {
    pub(super) deletions: usize,
    pub(super) hidden: usize,
    pub(super) pictures: usize,
}

/// A footnote or endnote that the text refers to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Reference {
    pub(super) endnote: bool,
    pub(super) id: String,
    /// The mark in the text; nothing where the author set one.
    pub(super) mark: String,
}

/// A paragraph on the way.
#[derive(Debug, Default)]
struct Paragraph {
    text: String,
    style: Option<String>,
    list: ListPlace,
    /// The break at its end was deleted.
    joined: bool,
    run: Run,
    /// Text boxes that hang on it; they are read after it.
    after: Vec<String>,
}

/// How a stretch of characters looks, as far as it changes what is read.
#[derive(Debug, Clone, Copy, Default)]
struct Run {
    hidden: bool,
    raised: bool,
}

/// Walks through the parts of one document.
pub(super) struct Walker<'d> {
    styles: &'d Styles,
    numbering: &'d mut Numbering,
    pub(super) references: Vec<Reference>,
    pub(super) left_out: LeftOut,
    size: usize,
    seen_cells: usize,
}

impl<'d> Walker<'d> {
    pub(super) fn new(styles: &'d Styles, numbering: &'d mut Numbering) -> Self {
        Self {
            styles,
            numbering,
            references: Vec::new(),
            left_out: LeftOut::default(),
            size: 0,
            seen_cells: 0,
        }
    }

    /// Everything inside the element opened last.
    pub(super) fn blocks(&mut self, xml: &mut Xml<'_>, out: &mut Lines) -> Result<(), ReadError> {
        xml.children(|xml, element| self.block(xml, &element, out))
    }

    fn block(
        &mut self,
        xml: &mut Xml<'_>,
        element: &Element,
        out: &mut Lines,
    ) -> Result<(), ReadError> {
        match element.name.as_str() {
            "p" => self.paragraph(xml, out),
            "tbl" => self.table(xml, out),
            "del" | "moveFrom" => self.deleted(xml),
            "sectPr" | "sdtPr" | "sdtEndPr" | "customXmlPr" => xml.skip(),
            "AlternateContent" => {
                let mut chosen = false;
                xml.children(|xml, _| {
                    if std::mem::replace(&mut chosen, true) {
                        return xml.skip();
                    }
                    self.blocks(xml, out)
                })
            }
            _ => self.blocks(xml, out),
        }
    }

    fn deleted(&mut self, xml: &mut Xml<'_>) -> Result<(), ReadError> {
        self.left_out.deletions += 1;
        xml.skip()
    }

    fn paragraph(&mut self, xml: &mut Xml<'_>, out: &mut Lines) -> Result<(), ReadError> {
        let mut paragraph = Paragraph::default();
        xml.children(|xml, element| self.piece(xml, &element, &mut paragraph))?;
        let goes_on = std::mem::replace(&mut out.open, paragraph.joined);
        let deleted = paragraph.joined && paragraph.text.is_empty();
        if goes_on && let Some(last) = out.lines.last_mut() {
            last.push_str(&paragraph.text);
        } else if deleted {
            // Nothing of it is left, neither a line nor a number; the paragraph after it stands alone.
            out.open = false;
        } else {
            let text = self.numbered(&paragraph, out.in_cell);
            // The words have been counted, the number in front of them not.
            self.grow(text.len().saturating_sub(paragraph.text.len()))?;
            out.lines.push(text);
        }
        self.grow(WEIGHT)?;
        out.lines.append(&mut paragraph.after);
        Ok(())
    }

    /// The paragraph's text behind its automatic number.
    fn numbered(&mut self, paragraph: &Paragraph, in_cell: bool) -> String {
        let style = paragraph.style.as_deref();
        let place = self.styles.place(style, &paragraph.list, self.numbering);
        let shown = place.and_then(|(number, level)| {
            let styles = self.styles;
            self.numbering
                .next(&number, level, |style| styles.list_of(style))
        });
        match shown {
            Some(shown) if in_cell || !paragraph.text.trim().is_empty() => {
                shown.before(&paragraph.text)
            }
            _ => paragraph.text.clone(),
        }
    }

    /// Counts text that has been taken, and stops where it is more than any document holds.
    fn grow(&mut self, bytes: usize) -> Result<(), ReadError> {
        self.size += bytes;
        if self.size > READ_LIMIT {
            return Err(ReadError::TooLarge { limit: READ_LIMIT });
        }
        Ok(())
    }

    /// One element inside a paragraph.
    fn piece(
        &mut self,
        xml: &mut Xml<'_>,
        element: &Element,
        to: &mut Paragraph,
    ) -> Result<(), ReadError> {
        match element.name.as_str() {
            "pPr" => return self.paragraph_settings(xml, to),
            "rPr" => return run_settings(xml, self.styles, &mut to.run),
            "r" => {
                // A run of its own look, also inside another one.
                let around = to.run;
                to.run.hidden = false;
                let done = xml.children(|xml, inner| self.piece(xml, &inner, to));
                to.run = around;
                return done;
            }
            "sup" => {
                let around = std::mem::replace(&mut to.run.raised, true);
                let done = xml.children(|xml, inner| self.piece(xml, &inner, to));
                to.run.raised = around;
                return done;
            }
            "t" => {
                let text = xml.text()?;
                return self.text(&text, to);
            }
            "tab" | "ptab" => to.text.push('\t'),
            // The break of a page in front of a paragraph is no line: the number would stand alone before it.
            "br" if to.text.is_empty()
                && matches!(element.get("type"), Some("page" | "column")) => {}
            "br" | "cr" => to.text.push('\n'),
            "noBreakHyphen" => to.text.push('-'),
            "sym" => {
                let font = element.get("font").unwrap_or_default();
                let drawn = element.get("char").and_then(|at| symbol::named(at, font));
                to.text.extend(drawn);
            }
            "footnoteReference" | "endnoteReference" => {
                self.grow(WEIGHT)?;
                self.refer(element, element.name == "endnoteReference", to);
            }
            "del" | "moveFrom" => return self.deleted(xml),
            "blip" | "imagedata" | "OLEObject" | "altChunk" => self.left_out.pictures += 1,
            // What is calculated from, not shown; what is said about a character; what another program keeps.
            "instrText" | "delText" | "delInstrText" | "rt" | "fldData" | "sdtPr" | "sdtEndPr"
            | "smartTagPr" | "customXmlPr" | "ffData" => {}
            "den" => {
                to.text.push('/');
                return xml.children(|xml, inner| self.piece(xml, &inner, to));
            }
            "AlternateContent" => return self.alternatives(xml, to),
            "txbxContent" | "txBody" => {
                let mut inside = Lines::default();
                self.blocks(xml, &mut inside)?;
                to.after.append(&mut inside.lines);
                return Ok(());
            }
            "p" | "tbl" => {
                let mut inside = Lines::default();
                self.block(xml, element, &mut inside)?;
                to.after.append(&mut inside.lines);
                return Ok(());
            }
            _ => return xml.children(|xml, inner| self.piece(xml, &inner, to)),
        }
        xml.skip()
    }

    /// The same content in two forms, one of them for older programs: the first is taken.
    fn alternatives(&mut self, xml: &mut Xml<'_>, to: &mut Paragraph) -> Result<(), ReadError> {
        let mut chosen = false;
        xml.children(|xml, _| {
            if std::mem::replace(&mut chosen, true) {
                return xml.skip();
            }
            xml.children(|xml, inner| self.piece(xml, &inner, to))
        })
    }

    fn text(&mut self, text: &str, to: &mut Paragraph) -> Result<(), ReadError> {
        if to.run.hidden {
            self.left_out.hidden += text.chars().count();
            return Ok(());
        }
        self.grow(text.len())?;
        let raised = to.run.raised;
        // Line breaks in the markup are no line breaks of the document.
        to.text.extend(text.chars().map(|c| match c {
            '\n' | '\r' | '\t' => ' ',
            c if raised => symbol::raised(c),
            c => c,
        }));
        Ok(())
    }

    fn refer(&mut self, element: &Element, endnote: bool, to: &mut Paragraph) {
        let Some(id) = element.get("id") else {
            return;
        };
        let own = element.get("customMarkFollows");
        let mark = if own.is_some_and(|own| !matches!(own, "0" | "false" | "off")) {
            String::new()
        } else {
            let number = self.references.len() + 1;
            number.to_string().chars().map(symbol::raised).collect()
        };
        to.text.push_str(&mark);
        self.references.push(Reference {
            endnote,
            id: id.to_owned(),
            mark,
        });
    }

    fn paragraph_settings(
        &mut self,
        xml: &mut Xml<'_>,
        to: &mut Paragraph,
    ) -> Result<(), ReadError> {
        xml.children(|xml, child| match child.name.as_str() {
            "pStyle" => {
                to.style = child.val().map(str::to_owned);
                xml.skip()
            }
            "numPr" => {
                to.list = ListPlace::read(xml)?;
                Ok(())
            }
            "rPr" => xml.children(|xml, mark| {
                to.joined |= matches!(mark.name.as_str(), "del" | "moveFrom");
                xml.skip()
            }),
            _ => xml.skip(),
        })
    }
}

fn run_settings(xml: &mut Xml<'_>, styles: &Styles, run: &mut Run) -> Result<(), ReadError> {
    xml.children(|xml, child| {
        match child.name.as_str() {
            // The style stands first; what the run says itself comes after it and counts more.
            "rStyle" => run.raised |= child.val().is_some_and(|style| styles.is_raised(style)),
            "vanish" => run.hidden = child.is_on(),
            "vertAlign" => run.raised = child.val() == Some("superscript"),
            _ => {}
        }
        xml.skip()
    })
}
