//! A document while it is written: what is numbered in it, and which way its pages lie.

use super::look::{Look, Page};
use super::notes::Notes;
use super::xml::{escape, field, link, paragraph, plain, run};
use crate::model::{ChapterHead, Report};
use crate::options::Chapter;
use crate::words::Words;

/// Widest picture in twentieths of a point is the text; an English Metric Unit is 635 to one of these.
const EMU: u64 = 635;
/// Pixels of 1/96 inch in twentieths of a point.
const PIXEL: u64 = 15;

/// The document so far.
pub(super) struct Writing<'r> {
    pub(super) report: &'r Report,
    pub(super) words: &'static Words,
    pub(super) look: Look,
    pub(super) notes: Notes<'r>,
    pub(super) out: String,
    /// Headings of the first and second order: bookmark, number, words.
    pub(super) headings: Vec<Heading>,
    page: Page,
    /// The first section has a title page without header.
    first: bool,
    bookmarks: u32,
    tables: u32,
    figures: u32,
}

/// A heading as the contents name it.
pub(super) struct Heading {
    pub(super) style: &'static str,
    pub(super) bookmark: String,
    pub(super) text: String,
}

impl<'r> Writing<'r> {
    pub(super) fn new(report: &'r Report, words: &'static Words) -> Self {
        let look = Look {
            template: report.template,
            language: report.language,
        };
        let tables = match report.chapter(Chapter::Indicators) {
            Some(_) => super::tables::named(report, look),
            None => Vec::new(),
        };
        Self {
            report,
            words,
            look,
            notes: Notes::new(report, &tables),
            out: String::new(),
            headings: Vec::new(),
            page: Page::Portrait,
            first: true,
            bookmarks: 0,
            tables: 0,
            figures: 0,
        }
    }

    /// Width of the text on this page.
    pub(super) fn width(&self) -> u32 {
        self.look.text_width(self.page)
    }

    /// Turns to a page lying so; what was written before ends its section.
    pub(super) fn turn(&mut self, page: Page) {
        if page != self.page {
            let section = self.look.section(self.page, self.first);
            self.out.push_str(&format!(
                r#"<w:p><w:pPr><w:pStyle w:val="Break"/>{section}</w:pPr></w:p>"#
            ));
            self.first = false;
            self.page = page;
        }
    }

    /// The properties of the last section.
    pub(super) fn end(&mut self) {
        let section = self.look.section(self.page, self.first);
        self.out.push_str(&section);
    }

    pub(super) fn say(&mut self, xml: &str) {
        self.out.push_str(xml);
    }

    /// Text with a bookmark around it.
    pub(super) fn marked(&mut self, bookmark: &str, runs: &str) -> String {
        self.bookmarks += 1;
        let id = self.bookmarks;
        format!(
            r#"<w:bookmarkStart w:id="{id}" w:name="{bookmark}"/>{runs}<w:bookmarkEnd w:id="{id}"/>"#
        )
    }

    /// The heading of a chapter. Word counts the chapters itself; the contents show the same number.
    pub(super) fn chapter(&mut self, head: &ChapterHead) {
        let style = if head.label.is_empty() {
            "HeadingPlain"
        } else {
            "Heading1"
        };
        let bookmark = format!("_Toc{:04}", head.chapter as u32);
        let runs = self.marked(&bookmark, &run("", &head.heading));
        self.say(&paragraph(style, &runs));
        self.headings.push(Heading {
            style: "TOC1",
            bookmark,
            text: numbered(&head.label, &head.heading),
        });
    }

    /// A heading below that of the chapter, with its place from 1.
    pub(super) fn heading(&mut self, chapter: Chapter, place: usize, text: &str) {
        let bookmark = format!("_Toc{:02}{place:03}", chapter as u32 + 1);
        let runs = self.marked(&bookmark, &run("", text));
        self.say(&paragraph("Heading2", &runs));
        let label = self.report.chapter(chapter).map(|head| head.label.as_str());
        let number = second_number(label.unwrap_or_default(), place);
        self.headings.push(Heading {
            style: "TOC2",
            bookmark,
            text: numbered(&number, text),
        });
    }

    /// The caption over a table, counted by Word.
    pub(super) fn table_caption(&mut self, text: &str) {
        self.tables += 1;
        let caption = caption(self.words.captions[0], self.tables, text);
        self.say(&paragraph("CaptionTable", &caption));
    }

    /// A picture with its caption below, as wide as drawn but no wider than the text.
    pub(super) fn picture(&mut self, relation: &str, at: usize) {
        let chart = &self.report.charts[at];
        self.figures += 1;
        let number = self.figures;
        let natural = u64::from(chart.width) * PIXEL;
        let width = natural.min(u64::from(self.width()));
        let height = u64::from(chart.height) * PIXEL * width / natural.max(1);
        let (cx, cy) = (width * EMU, height * EMU);
        let (name, description) = (escape(&chart.title), escape(&chart.description));
        let picture = format!(
            r#"<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="{cx}" cy="{cy}"/><wp:docPr id="{number}" name="{name}" descr="{description}"/><wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr><pic:cNvPr id="{number}" name="{name}" descr="{description}"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="{relation}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{cx}" cy="{cy}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"#
        );
        self.say(&paragraph("Picture", &picture));
        let text = match chart.subtitle.as_str() {
            "" => chart.title.clone(),
            subtitle => format!("{}{}{subtitle}", chart.title, self.words.terms.clause),
        };
        let caption = caption(self.words.captions[1], number, &text);
        let sources = self.notes_of(&chart.sources);
        self.say(&paragraph("Caption", &format!("{caption}{sources}")));
        if !chart.notes.is_empty() {
            self.say(&plain("PictureNote", &chart.notes.join("\n")));
        }
    }

    /// The marks of sources behind a figure: a note where the sentence is named first, later the number of that note.
    pub(super) fn notes_of(&mut self, sources: &[u32]) -> String {
        if self.report.chapter(Chapter::Sources).is_none() {
            return String::new();
        }
        let mut marks = String::new();
        for (at, source) in sources.iter().enumerate() {
            if at > 0 {
                marks.push_str(&run("EndnoteReference", ","));
            }
            let bookmark = format!("source{source}");
            let number = self.notes.number(*source);
            if self.notes.is_marked_here(*source) {
                let mark = format!(
                    r#"<w:r><w:rPr><w:rStyle w:val="EndnoteReference"/></w:rPr><w:endnoteReference w:id="{number}"/></w:r>"#
                );
                marks.push_str(&self.marked(&bookmark, &mark));
            } else {
                let code = format!("NOTEREF {bookmark} \\f \\h");
                marks.push_str(&field("EndnoteReference", &code, &number.to_string()));
            }
        }
        marks
    }

    /// The contents: a field with its entries already in it, each a link. Page numbers are known only to the
    /// program that lays the pages out, which fills them in when it opens the document (`updateFields`).
    pub(super) fn contents(&self) -> String {
        let mut out = plain("ContentsHeading", self.words.head.contents);
        let last = self.headings.len().saturating_sub(1);
        for (at, heading) in self.headings.iter().enumerate() {
            let mut runs = String::new();
            if at == 0 {
                runs.push_str(r#"<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> TOC \o "1-2" \h \z \u </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>"#);
            }
            runs.push_str(&link(&heading.bookmark, &run("", &heading.text)));
            if at == last {
                runs.push_str(r#"<w:r><w:fldChar w:fldCharType="end"/></w:r>"#);
            }
            out.push_str(&paragraph(heading.style, &runs));
        }
        out
    }
}

fn caption(word: &str, number: u32, text: &str) -> String {
    let code = format!("SEQ {} \\* ARABIC", word.trim());
    [
        run("", word),
        field("", &code, &number.to_string()),
        run("", &format!("\u{2003}{text}")),
    ]
    .concat()
}

/// The number of a heading below a chapter, as Word counts it: `4.2`, or `（二）` in official documents.
fn second_number(chapter: &str, place: usize) -> String {
    if chapter.ends_with('、') {
        return format!("（{}）", super::numbering::chinese(place));
    }
    format!("{}.{place}", chapter.trim_end_matches('.'))
}

/// Number and words of a heading.
fn numbered(number: &str, text: &str) -> String {
    match number.chars().last() {
        None => text.to_owned(),
        Some('、' | '）') => format!("{number}{text}"),
        Some(_) => format!("{number}\u{2002}{text}"),
    }
}
