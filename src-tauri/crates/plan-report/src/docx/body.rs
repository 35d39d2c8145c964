//! The text from title to appendix.

use super::appendix::appendix;
use super::parts::{NAMESPACES, XML};
use super::tables::{TYPES_BOOKMARK, comparison, tables_page};
use super::xml::{CellLook, Page, RowKind, cell, heading, link, paragraph, plain, row, run, table};
use crate::model::{PlanLine, Report};
use crate::options::Chapter;
use crate::palette;
use crate::words::Words;

/// Main headings: bookmark names.
const METHOD: &str = "method";
const PLANS: &str = "plans";
const COMPARISON: &str = "comparison";
const CAVEATS: &str = "caveats";
const SOURCES: &str = "sources";

pub(super) fn document(report: &Report, words: &Words) -> String {
    let head = &words.head;
    let chapter = |chapter: Chapter| words.chapters[chapter as usize];
    let across = tables_page(report.plans.len());
    let mut out = format!("{XML}<w:document {NAMESPACES}><w:body>");
    title(&mut out, report, words);
    contents(&mut out, report, words);
    out.push_str(&page_break());
    out.push_str(&heading("Heading1", chapter(Chapter::Method), METHOD, 1));
    for text in &report.method {
        let text = format!("{}{}{}", text.label, words.terms.colon, text.value);
        out.push_str(&plain("Body", &text));
    }
    out.push_str(&heading("Heading1", chapter(Chapter::Plans), PLANS, 2));
    plans(&mut out, &report.plans, words);
    out.push_str(&Page::Portrait.end_of_section(true));
    out.push_str(&heading(
        "Heading1",
        chapter(Chapter::Indicators),
        COMPARISON,
        3,
    ));
    if report.tables.is_empty() {
        out.push_str(&plain("Body", head.no_targets));
    }
    comparison(&mut out, report, words, across);
    out.push_str(&across.end_of_section(false));
    out.push_str(&heading(
        "Heading1",
        chapter(Chapter::NotComparable),
        CAVEATS,
        4,
    ));
    caveats(&mut out, report, words);
    out.push_str(&heading("Heading1", chapter(Chapter::Sources), SOURCES, 5));
    appendix(&mut out, report, words);
    out.push_str(&Page::Portrait.section(false));
    out.push_str("</w:body></w:document>");
    out
}

fn page_break() -> String {
    r#"<w:p><w:pPr><w:pStyle w:val="Break"/></w:pPr><w:r><w:br w:type="page"/></w:r></w:p>"#
        .to_owned()
}

fn title(out: &mut String, report: &Report, words: &Words) {
    out.push_str(&plain("Title", &report.title));
    out.push_str(&plain("Subtitle", &report.subtitle));
    let line =
        |label: &str, value: &str| plain("Facts", &format!("{label}{}{value}", words.terms.colon));
    out.push_str(&line(words.head.generated, &report.generated_on));
    if report.filters.is_empty() {
        out.push_str(&line(words.head.filters, words.head.no_filters));
    }
    for filter in &report.filters {
        out.push_str(&line(&filter.label, &filter.value));
    }
    let versions: Vec<String> = report
        .versions
        .iter()
        .map(|line| format!("{} {}", line.label, line.value))
        .collect();
    out.push_str(&plain("Facts", &versions.join(words.terms.list_comma)));
}

/// A contents field with its entries already in it. It has no page numbers: they are known only to the program
/// that lays the pages out, and asking it to fill them in would greet every reader with a question.
fn contents(out: &mut String, report: &Report, words: &Words) {
    let head = &words.head;
    let chapter = |chapter: Chapter| words.chapters[chapter as usize];
    out.push_str(&plain("ContentsHeading", head.contents));
    let mut entries = vec![
        (
            "TOC1",
            METHOD.to_owned(),
            chapter(Chapter::Method).to_owned(),
        ),
        ("TOC1", PLANS.to_owned(), chapter(Chapter::Plans).to_owned()),
        (
            "TOC1",
            COMPARISON.to_owned(),
            chapter(Chapter::Indicators).to_owned(),
        ),
    ];
    for (at, table) in report.tables.iter().enumerate() {
        entries.push(("TOC2", format!("{TYPES_BOOKMARK}{at}"), table.title.clone()));
    }
    entries.push((
        "TOC1",
        CAVEATS.to_owned(),
        chapter(Chapter::NotComparable).to_owned(),
    ));
    entries.push((
        "TOC1",
        SOURCES.to_owned(),
        chapter(Chapter::Sources).to_owned(),
    ));
    let last = entries.len() - 1;
    for (at, (style, bookmark, text)) in entries.iter().enumerate() {
        let mut runs = String::new();
        if at == 0 {
            runs.push_str(r#"<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> TOC \o "1-2" \n \h \z \u </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>"#);
        }
        runs.push_str(&link(bookmark, &run("", text)));
        if at == last {
            runs.push_str(r#"<w:r><w:fldChar w:fldCharType="end"/></w:r>"#);
        }
        out.push_str(&paragraph(style, &runs));
    }
}

/// The plans, one per row: what each document is, and the file it came in.
fn plans(out: &mut String, plans: &[PlanLine], words: &Words) {
    let label = &words.terms.label;
    let head = &words.head;
    let width = Page::Portrait.text_width();
    let mut widths = [1_450, 3_000, 1_450, 1_250, 1_500, 0];
    widths[5] = width - widths.iter().sum::<u32>();
    let titles = [
        label.region.to_owned(),
        head.plan_title.to_owned(),
        head.issuer.to_owned(),
        head.issued.to_owned(),
        format!("{}{}{}", label.period, words.slash, label.horizons),
        label.targets.to_owned(),
    ];
    let look = |width: u32| CellLook {
        width,
        ..CellLook::default()
    };
    let heads: String = widths
        .iter()
        .zip(&titles)
        .map(|(width, title)| cell(look(*width), &plain("CellHead", title)))
        .collect();
    let mut rows = row(RowKind::Head, &heads);
    let stated = |text: &Option<String>| {
        text.clone()
            .unwrap_or_else(|| words.terms.not_stated.to_owned())
    };
    for plan in plans {
        let region = [
            paragraph("CellNumber", &run("Strong", &plan.region)),
            note(&plan.level_line),
        ]
        .concat();
        let mut document = plain("Cell", &stated(&plan.title));
        document.push_str(&note(
            &[&plan.genre, &plan.doc_no]
                .into_iter()
                .flatten()
                .cloned()
                .collect::<Vec<_>>()
                .join(words.terms.list_comma),
        ));
        document.push_str(&note(&format!(
            "{}{}{}",
            head.source_file, words.terms.colon, plan.source_name
        )));
        for text in &plan.notes {
            document.push_str(&note(text));
        }
        let mut years = plain("Cell", &stated(&plan.period));
        years.push_str(&note(plan.horizons.as_deref().unwrap_or_default()));
        let cells = [
            cell(
                CellLook {
                    top: Some(palette::plan(plan.colour)),
                    ..look(widths[0])
                },
                &region,
            ),
            cell(look(widths[1]), &document),
            cell(look(widths[2]), &plain("Cell", &stated(&plan.issuer))),
            cell(look(widths[3]), &plain("Cell", &stated(&plan.issued))),
            cell(look(widths[4]), &years),
            cell(
                look(widths[5]),
                &plain("CellNumber", &plan.targets.to_string()),
            ),
        ];
        rows.push_str(&row(RowKind::Whole, &cells.concat()));
    }
    out.push_str(&table(&widths, &rows));
}

/// A line of small words, or nothing.
fn note(text: &str) -> String {
    if text.is_empty() {
        String::new()
    } else {
        plain("CellNote", text)
    }
}

/// Where figures do not simply stand side by side, and why.
fn caveats(out: &mut String, report: &Report, words: &Words) {
    let label = &words.terms.label;
    let head = &words.head;
    if report.not_comparable.is_empty() {
        out.push_str(&plain("Body", head.no_caveats));
        return;
    }
    let width = Page::Portrait.text_width();
    let widths = [3_300, 1_100, 1_900, width - 6_300];
    let look = |width: u32| CellLook {
        width,
        ..CellLook::default()
    };
    let titles = [label.indicator, label.measure, label.verdict, label.reasons];
    let heads: String = widths
        .iter()
        .zip(titles)
        .map(|(width, title)| cell(look(*width), &plain("CellHead", title)))
        .collect();
    let mut rows = row(RowKind::Head, &heads);
    for caveat in &report.not_comparable {
        let cells = [
            &caveat.name,
            &caveat.measure_word,
            &caveat.verdict_word,
            &caveat.reasons.join(words.terms.clause),
        ];
        let cells: String = widths
            .iter()
            .zip(cells)
            .map(|(width, text)| cell(look(*width), &plain("Cell", text)))
            .collect();
        rows.push_str(&row(RowKind::Whole, &cells));
    }
    out.push_str(&table(&widths, &rows));
}
