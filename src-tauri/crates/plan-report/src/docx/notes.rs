//! Endnotes: the sentence behind every figure. They are Word's own notes, so that a figure copied into another
//! document takes its sentence along, a pointer resting on the number shows it, and Word counts them anew when some
//! are taken out. Counted in the order in which the document names them.

use super::parts::{NAMESPACES, XML};
use super::xml::{paragraph, run};
use crate::model::{Report, SourceSentence};
use crate::shown::{around_quote, commitment};
use crate::words::Words;
use std::collections::{BTreeMap, BTreeSet};

/// The notes so far.
pub(super) struct Notes<'r> {
    sources: BTreeMap<u32, &'r SourceSentence>,
    numbers: BTreeMap<u32, u32>,
    named: Vec<u32>,
    /// Those whose mark stands in the text already.
    marked: BTreeSet<u32>,
    /// The tables of figures bear the marks, and are being written.
    pub(super) in_tables: bool,
    /// The tables of figures bear the marks; what stands before and after refers to them.
    kept_for_tables: bool,
}

impl<'r> Notes<'r> {
    /// Notes counted in the order in which the tables of figures name `tables`; empty when there are no such tables.
    pub(super) fn new(report: &'r Report, tables: &[u32]) -> Self {
        let sources = report.sources.iter();
        let mut notes = Self {
            sources: sources.map(|source| (source.number, source)).collect(),
            numbers: BTreeMap::new(),
            named: Vec::new(),
            marked: BTreeSet::new(),
            in_tables: false,
            kept_for_tables: !tables.is_empty(),
        };
        for source in tables {
            notes.number(*source);
        }
        notes
    }

    /// The number of a source's note, which is its id too.
    pub(super) fn number(&mut self, source: u32) -> u32 {
        if let Some(number) = self.numbers.get(&source) {
            return *number;
        }
        self.named.push(source);
        let number = u32::try_from(self.named.len()).unwrap_or(u32::MAX);
        self.numbers.insert(source, number);
        number
    }

    /// Whether the note's own mark stands here: only once, and in the tables when there are any.
    pub(super) fn is_marked_here(&mut self, source: u32) -> bool {
        let here = self.in_tables || !self.kept_for_tables;
        here && self.marked.insert(source)
    }

    /// The part that holds them. No line stands before them: a heading does.
    pub(super) fn part(&self, report: &Report, words: &Words) -> String {
        let mut out = format!(
            r#"{XML}<w:endnotes {NAMESPACES}><w:endnote w:type="separator" w:id="-1"><w:p><w:pPr><w:pStyle w:val="Break"/></w:pPr></w:p></w:endnote><w:endnote w:type="continuationSeparator" w:id="0"><w:p><w:pPr><w:pStyle w:val="Break"/></w:pPr></w:p></w:endnote>"#
        );
        for (source, id) in self.named.iter().zip(1_u32..) {
            let Some(source) = self.sources.get(source) else {
                continue;
            };
            let text = note(source, report, words);
            out.push_str(&format!(r#"<w:endnote w:id="{id}">{text}</w:endnote>"#));
        }
        out.push_str("</w:endnotes>");
        out
    }
}

/// Who commits to what, and the sentence with the quotation marked.
fn note(source: &SourceSentence, report: &Report, words: &Words) -> String {
    let terms = words.terms;
    let facts = commitment(source, report.language).join(terms.list_comma);
    let [before, quote, after] = around_quote(source);
    let place = match source.section_titles.as_str() {
        "" => String::new(),
        titles => format!("\u{2003}{titles}"),
    };
    let runs = [
        r#"<w:r><w:rPr><w:rStyle w:val="EndnoteReference"/></w:rPr><w:endnoteRef/></w:r>"#
            .to_owned(),
        run("", " "),
        run("Strong", &source.region),
        run(
            "",
            &format!(
                "{}{}{}{facts}{}",
                terms.clause, source.indicator_name, terms.clause, terms.colon
            ),
        ),
        run("", before),
        run("Marked", quote),
        run("", after),
        run("Place", &place),
    ]
    .concat();
    paragraph("EndnoteText", &runs)
}
