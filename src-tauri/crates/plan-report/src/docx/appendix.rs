//! The source sentences, numbered as in the tables, the quotation marked in each.

use super::tables::SOURCE_BOOKMARK;
use super::xml::{CellLook, Page, RowKind, cell, paragraph, plain, row, run, table};
use crate::model::{Report, SourceSentence};
use crate::words::Words;
use plan_words::grouped;
use plan_words::sign;

/// Bookmark ids of sources begin here, above those of headings.
const FIRST_ID: u32 = 1_000;

pub(super) fn appendix(out: &mut String, report: &Report, words: &Words) {
    let head = &words.head;
    let width = Page::Portrait.text_width();
    let widths = [620, 2_750, width - 3_370];
    let look = |at: usize| CellLook {
        width: widths[at],
        ..CellLook::default()
    };
    let titles = [head.number, head.target, head.sentence];
    let heads: String = titles
        .iter()
        .enumerate()
        .map(|(at, title)| cell(look(at), &plain("CellHead", title)))
        .collect();
    let mut rows = row(RowKind::Head, &heads);
    for source in &report.sources {
        let id = FIRST_ID.saturating_add(source.number);
        let number = format!(
            r#"<w:bookmarkStart w:id="{id}" w:name="{SOURCE_BOOKMARK}{n}"/>{}<w:bookmarkEnd w:id="{id}"/>"#,
            run("", &source.number.to_string()),
            n = source.number
        );
        let cells = [
            cell(look(0), &paragraph("Cell", &number)),
            cell(look(1), &target(source, words)),
            cell(look(2), &sentence(source)),
        ];
        rows.push_str(&row(RowKind::Breaking, &cells.concat()));
    }
    out.push_str(&table(&widths, &rows));
}

/// Who commits to what.
fn target(source: &SourceSentence, words: &Words) -> String {
    let mut facts: Vec<String> = vec![source.measure_word.clone()];
    if let Some(value) = source.value {
        let max = source
            .value_max
            .map(|max| format!("–{}", grouped(max)))
            .unwrap_or_default();
        let unit = source.unit.as_deref().unwrap_or_default();
        facts.push(
            format!("{}{}{max} {unit}", sign(source.op), grouped(value))
                .trim_end()
                .to_owned(),
        );
    }
    facts.extend(source.year.map(|year| year.to_string()));
    facts.extend(source.scope.clone());
    if source.firmness == plan_model::Firmness::Soft {
        facts.push(words.terms.soft_mark.to_owned());
    }
    [
        paragraph("Cell", &run("Strong", &source.region)),
        plain("Cell", &source.indicator_name),
        plain("CellNote", &facts.join(words.terms.list_comma)),
    ]
    .concat()
}

/// The sentence with the quotation marked, and where it stands.
fn sentence(source: &SourceSentence) -> String {
    let text = source.sentence.trim();
    let runs = match text
        .split_once(source.quote.as_str())
        .filter(|_| !source.quote.is_empty())
    {
        Some((before, after)) => [
            run("", before),
            run("Marked", &source.quote),
            run("", after),
        ]
        .concat(),
        None => run("", text),
    };
    let mut out = paragraph("Cell", &runs);
    if !source.section_titles.is_empty() {
        out.push_str(&plain("CellNote", &source.section_titles));
    }
    out
}
