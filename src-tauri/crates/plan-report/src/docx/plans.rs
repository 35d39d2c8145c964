//! The plans, one per row: what each document is, and the file it came in.

use super::writing::Writing;
use super::xml::{
    CellLook, RowKind, cell, head_row, note, paragraph, plain, plain_cell, row, run, table,
};
use crate::model::PlanLine;
use crate::options::Chapter;
use crate::palette;
use crate::words::Words;

pub(super) fn plans(writing: &mut Writing<'_>) {
    let (report, words) = (writing.report, writing.words);
    let label = &words.terms.label;
    let head = &words.head;
    writing.table_caption(words.chapters[Chapter::Plans as usize]);
    let mut widths = [1_350, 0, 1_350, 1_150, 1_350, 800];
    widths[1] = writing.width() - widths.iter().sum::<u32>();
    let years = format!("{}{}{}", label.period, words.slash, label.horizons);
    let titles = [
        label.region,
        head.plan_title,
        head.issuer,
        head.issued,
        &years,
        label.targets,
    ];
    let mut rows = head_row(&widths, &titles);
    for plan in &report.plans {
        let stated = |text: &Option<String>| {
            let text = text.as_deref().unwrap_or(words.terms.not_stated);
            plain("Cell", text)
        };
        let region = CellLook {
            width: widths[0],
            top: Some(palette::plan(plan.colour)),
            ..CellLook::default()
        };
        let name = [
            paragraph("CellNumber", &run("Strong", &plan.region)),
            note(&plan.level_line),
        ];
        let years = [
            stated(&plan.period),
            note(plan.horizons.as_deref().unwrap_or_default()),
        ];
        let targets = plain("CellNumber", &plan.targets.to_string());
        let cells = [
            cell(region, &name.concat()),
            plain_cell(widths[1], &document(plan, words)),
            plain_cell(widths[2], &stated(&plan.issuer)),
            plain_cell(widths[3], &stated(&plan.issued)),
            plain_cell(widths[4], &years.concat()),
            plain_cell(widths[5], &targets),
        ];
        rows.push_str(&row(RowKind::Whole, &cells.concat()));
    }
    writing.say(&table(&widths, &rows));
}

/// Title, kind and number, the file with its checksum, and what was noticed in it.
fn document(plan: &PlanLine, words: &Words) -> String {
    let (head, colon) = (&words.head, words.terms.colon);
    let title = plan.title.as_deref().unwrap_or(words.terms.not_stated);
    let kind = [&plan.genre, &plan.doc_no].into_iter().flatten().cloned();
    let kind = kind.collect::<Vec<_>>().join(words.terms.list_comma);
    let mut out = plain("Cell", title);
    out.push_str(&note(&kind));
    out.push_str(&note(&format!(
        "{}{colon}{}",
        head.source_file, plan.source_name
    )));
    out.push_str(&note(&format!(
        "{}{colon}{}",
        head.sha256, plan.source_sha256
    )));
    for text in &plan.notes {
        out.push_str(&note(text));
    }
    out
}
