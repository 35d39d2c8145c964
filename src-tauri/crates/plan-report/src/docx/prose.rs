//! Title page, summary, method, limits and references.

use super::writing::Writing;
use super::xml::{RowKind, head_row, note, paragraph, plain, plain_cell, row, run, table};
use crate::model::{Piece, Sentence};

/// What the report is, of what, of when, and under which filters.
pub(super) fn title(writing: &Writing<'_>) -> String {
    let (report, words) = (writing.report, writing.words);
    let colon = words.terms.colon;
    let line = |label: &str, value: &str| plain("Facts", &format!("{label}{colon}{value}"));
    let mut out = plain("Title", &report.title);
    out.push_str(&plain("Subtitle", &report.subtitle));
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
    out
}

pub(super) fn summary(writing: &mut Writing<'_>) {
    let report = writing.report;
    for part in &report.summary {
        writing.say(&plain("Heading3", &part.heading));
        for sentence in &part.sentences {
            let runs = runs(writing, sentence);
            writing.say(&paragraph("Body", &runs));
        }
    }
}

/// A sentence with the notes of its figures.
fn runs(writing: &mut Writing<'_>, sentence: &Sentence) -> String {
    let mut runs = String::new();
    for piece in &sentence.pieces {
        match piece {
            Piece::Words { text } => runs.push_str(&run("", text)),
            Piece::Sources { numbers } => runs.push_str(&writing.notes_of(numbers)),
        }
    }
    runs
}

pub(super) fn method(writing: &mut Writing<'_>) {
    let (report, colon) = (writing.report, writing.words.terms.colon);
    for part in &report.method {
        let runs = [
            run("Strong", &format!("{}{colon}", part.label)),
            run("", &part.value),
        ];
        writing.say(&paragraph("Body", &runs.concat()));
    }
}

/// Where figures do not simply stand side by side: what the plans state, and why it does not compare.
pub(super) fn caveats(writing: &mut Writing<'_>) {
    let (report, words) = (writing.report, writing.words);
    let (label, head) = (&words.terms.label, &words.head);
    if report.not_comparable.is_empty() {
        writing.say(&plain("Body", head.no_caveats));
        return;
    }
    writing.table_caption(head.limits_caption);
    let width = writing.width();
    let widths = [1_900, 1_350, width - 5_650, 2_400];
    let titles = [label.indicator, label.verdict, head.stated, label.reasons];
    let mut rows = head_row(&widths, &titles);
    for caveat in &report.not_comparable {
        let stated: String = caveat
            .stated
            .iter()
            .map(|figure| {
                let mut line = run("", &format!("{} {}", figure.region, figure.text));
                line.push_str(&writing.notes_of(&figure.sources));
                paragraph("Cell", &line)
            })
            .collect();
        let name = [
            paragraph("Cell", &run("Strong", &caveat.name)),
            note(&caveat.measure_word),
        ];
        let reasons: String = caveat
            .reasons
            .iter()
            .map(|why| plain("Cell", why))
            .collect();
        let cells = [
            plain_cell(widths[0], &name.concat()),
            plain_cell(widths[1], &plain("Cell", &caveat.verdict_word)),
            plain_cell(widths[2], &stated),
            plain_cell(widths[3], &reasons),
        ];
        rows.push_str(&row(RowKind::Whole, &cells.concat()));
    }
    writing.say(&table(&widths, &rows));
}

/// The plans as references, counted by Word.
pub(super) fn citations(writing: &mut Writing<'_>) {
    let report = writing.report;
    for plan in &report.plans {
        writing.say(&plain("Reference", &plan.citation));
    }
}
