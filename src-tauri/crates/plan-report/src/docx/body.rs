//! The text from title to appendix, chapter by chapter.

use super::charts::charts;
use super::look::Page;
use super::parts::{NAMESPACES, XML};
use super::plans::plans;
use super::policy::{instruments, items, tasks};
use super::prose::{caveats, citations, method, summary, title};
use super::tables::{comparison, turn};
use super::writing::Writing;
use super::xml::plain;
use crate::options::Chapter;

/// The main part. Notes and pictures that it names are then known to `writing`.
pub(super) fn document(writing: &mut Writing<'_>) -> String {
    let report = writing.report;
    for head in &report.chapters {
        match head.chapter {
            Chapter::TitlePage => continue,
            Chapter::Indicators => turn(writing),
            Chapter::Instruments => writing.turn(super::policy::page(report)),
            _ => writing.turn(Page::Portrait),
        }
        writing.chapter(head);
        match head.chapter {
            Chapter::TitlePage => {}
            Chapter::Summary => summary(writing),
            Chapter::Method => method(writing),
            Chapter::Plans => plans(writing),
            Chapter::Indicators if report.tables.is_empty() => {
                writing.say(&plain("Body", writing.words.head.no_targets));
            }
            Chapter::Indicators => comparison(writing),
            Chapter::Charts => charts(writing),
            Chapter::Tasks => tasks(writing),
            Chapter::Instruments => instruments(writing),
            Chapter::Incentives => items(writing, &report.incentives),
            Chapter::Safeguards => items(writing, &report.safeguards),
            Chapter::NotComparable => caveats(writing),
            Chapter::Citations => citations(writing),
            // The notes follow by themselves.
            Chapter::Sources => writing.say(&plain("Body", writing.words.notes_intro)),
        }
    }
    writing.end();
    let mut out = format!("{XML}<w:document {NAMESPACES}><w:body>");
    if report.chapter(Chapter::TitlePage).is_some() {
        out.push_str(&title(writing));
        out.push_str(&writing.contents());
        out.push_str(PAGE_BREAK);
    }
    out.push_str(&writing.out);
    out.push_str("</w:body></w:document>");
    out
}

const PAGE_BREAK: &str =
    r#"<w:p><w:pPr><w:pStyle w:val="Break"/></w:pPr><w:r><w:br w:type="page"/></w:r></w:p>"#;
