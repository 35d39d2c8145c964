//! Tasks by topic, instruments, incentives and safeguards as tables.

use super::look::Page;
use super::tables::parts;
use super::writing::Writing;
use super::xml::{
    CellLook, Merge, RowKind, cell, head_row, note, paragraph, plain, plain_cell, row, run, table,
};
use crate::model::{InstrumentUses, Report, TaskLine};
use crate::words::Words;

/// Items longer than this, in characters, may run over a page's end.
const LONG: usize = 700;
/// Plans beside each other on an upright page and on one lying across.
const BESIDE: [usize; 2] = [5, 8];

pub(super) fn tasks(writing: &mut Writing<'_>) {
    let (report, words) = (writing.report, writing.words);
    let policy = &words.policy;
    writing.say(&plain("Body", words.tasks_intro));
    let widths = [1_300, writing.width() - 5_700, 2_600, 1_800];
    let label = words.terms.label.region;
    let titles = [label, policy.task, policy.lead, policy.support];
    for topic in &report.topics {
        let caption = format!("{}{}{}", topic.title, words.terms.colon, topic.extent);
        writing.table_caption(&caption);
        let mut rows = head_row(&widths, &titles);
        for (at, line) in topic.tasks.iter().enumerate() {
            let title = [plain("Cell", &line.title), note(&line.path)];
            let cells = [
                region(&topic.tasks, at, widths[0]),
                plain_cell(widths[1], &title.concat()),
                plain_cell(widths[2], &units(&line.lead, words)),
                plain_cell(widths[3], &units(&line.support, words)),
            ];
            rows.push_str(&row(RowKind::Whole, &cells.concat()));
        }
        writing.say(&table(&widths, &rows));
    }
}

/// The region: heavy where its lines begin, and again in each line, so that a new page does not begin without it.
fn region(lines: &[TaskLine], at: usize, width: u32) -> String {
    let line = &lines[at];
    let before = at.checked_sub(1).and_then(|at| lines.get(at));
    let style = match before {
        Some(before) if before.plan == line.plan => "Empty",
        _ => "Strong",
    };
    plain_cell(width, &paragraph("Cell", &run(style, &line.region)))
}

fn units(named: &[String], words: &Words) -> String {
    if named.is_empty() {
        return paragraph("Cell", &run("Empty", words.terms.not_stated));
    }
    plain("Cell", &named.join(words.terms.list_comma))
}

/// Incentives or safeguards with their whole text.
pub(super) fn items(writing: &mut Writing<'_>, lines: &[TaskLine]) {
    let words = writing.words;
    let head = &words.head;
    let caption = words
        .items_caption
        .replace("{items}", &lines.len().to_string());
    writing.table_caption(&caption);
    let widths = [1_300, 2_600, writing.width() - 3_900];
    let mut rows = head_row(
        &widths,
        &[words.terms.label.region, head.item, words.policy.text],
    );
    for (at, line) in lines.iter().enumerate() {
        let text = line.text.as_deref().unwrap_or_default();
        let kind = if text.chars().count() > LONG {
            RowKind::Breaking
        } else {
            RowKind::Whole
        };
        let mut named = plain("Cell", &line.title);
        named.push_str(&note(&line.path));
        let responsible: Vec<String> = line.lead.iter().chain(&line.support).cloned().collect();
        named.push_str(&note(&responsible.join(words.terms.list_comma)));
        let cells = [
            region(lines, at, widths[0]),
            plain_cell(widths[1], &named),
            plain_cell(widths[2], &plain("Cell", text)),
        ];
        rows.push_str(&row(kind, &cells.concat()));
    }
    writing.say(&table(&widths, &rows));
}

/// How the pages of the instruments lie.
pub(super) fn page(report: &Report) -> Page {
    if report.plans.len() <= BESIDE[0] {
        Page::Portrait
    } else {
        Page::Landscape
    }
}

/// How often each plan uses which instrument, and in which sections.
pub(super) fn instruments(writing: &mut Writing<'_>) {
    let (report, words) = (writing.report, writing.words);
    let (head, policy) = (&words.head, &words.policy);
    writing.say(&plain("Body", words.instruments_intro));
    let beside = match page(report) {
        Page::Portrait => BESIDE[0],
        Page::Landscape => BESIDE[1],
    };
    let parts = parts(report.plans.len(), beside);
    for (columns, part) in parts.iter().zip(1..) {
        let mut caption = head.instruments_caption.to_owned();
        if parts.len() > 1 {
            caption.push_str(&format!(" ({part}/{})", parts.len()));
        }
        writing.table_caption(&caption);
        let share = u32::try_from(columns.len()).unwrap_or(1).max(1);
        let each = (writing.width() - 2_300) / share;
        let mut widths = vec![900, 1_400];
        widths.extend(columns.iter().map(|_| each));
        let regions = columns.iter().map(|at| report.plans[*at].region.as_str());
        let titles: Vec<&str> = [policy.class, policy.instrument]
            .into_iter()
            .chain(regions)
            .collect();
        let mut rows = head_row(&widths, &titles);
        let mut before = None;
        for (at, line) in report.instruments.iter().enumerate() {
            let next = report.instruments.get(at + 1).map(|next| next.class);
            let merge = match (before == Some(line.class), next == Some(line.class)) {
                (true, _) => Merge::Rest,
                (false, true) => Merge::First,
                (false, false) => Merge::None,
            };
            before = Some(line.class);
            let class = CellLook {
                width: widths[0],
                merge,
                ..CellLook::default()
            };
            let word = if merge == Merge::Rest {
                ""
            } else {
                line.class_word.as_str()
            };
            let mut cells = cell(class, &plain("Cell", word));
            cells.push_str(&plain_cell(widths[1], &plain("Cell", &line.name)));
            for column in columns {
                let uses = line.uses.get(*column).map(|uses| used(uses, words));
                cells.push_str(&plain_cell(each, &uses.unwrap_or_default()));
            }
            rows.push_str(&row(RowKind::Whole, &cells));
        }
        writing.say(&table(&widths, &rows));
    }
}

fn used(uses: &InstrumentUses, words: &Words) -> String {
    if uses.clauses == 0 {
        return paragraph("Cell", &run("Empty", words.head.not_used));
    }
    [
        plain("CellNumber", &uses.clauses.to_string()),
        note(&uses.sections.join(words.terms.list_comma)),
    ]
    .concat()
}
