//! The parts in their order, and those that are short.

use super::appendix::appendix;
use super::comparison::Comparing;
use super::{Beside, Block, Cell, Column, Line, LineLook, Manuscript, Part, Row, RunLook};
use super::{Table, TableKind, colour};
use crate::model::{PlanLine, Report};
use crate::options::Chapter;
use crate::palette;
use crate::words::{Words, words};
use plan_words::Labelled;

/// Cuts a report into parts for pages that hold so many plans beside each other.
#[must_use]
pub fn manuscript(report: &Report, beside: Beside) -> Manuscript {
    let words = words(report.language);
    let sentences = report.chapter(Chapter::Sources).is_some();
    let mut comparing = Comparing::new(report, words, sentences);
    let comparison = comparing.part(beside);
    let versions: Vec<String> = report
        .versions
        .iter()
        .map(|line| format!("{} {}", line.label, line.value))
        .collect();
    Manuscript {
        language: report.language,
        title: report.title.clone(),
        subtitle: report.subtitle.clone(),
        facts: facts(report, words),
        versions: versions.join(words.terms.list_comma),
        contents: words.head.contents.to_owned(),
        page: words.page.map(str::to_owned),
        parts: [
            (Chapter::Method, method(report, words)),
            (Chapter::Plans, plans(report, words)),
            (Chapter::Indicators, comparison),
            (Chapter::NotComparable, caveats(report, words)),
            (Chapter::Sources, appendix(report, words, &comparing.named)),
        ]
        .into_iter()
        .filter_map(|(chapter, part)| {
            let head = report.chapter(chapter)?;
            let title = format!("{} {}", head.label, head.heading);
            Some(Part {
                title: title.trim().to_owned(),
                ..part
            })
        })
        .collect(),
    }
}

fn facts(report: &Report, words: &Words) -> Vec<Labelled> {
    let fact = |label: &str, value: &str| Labelled {
        label: label.to_owned(),
        value: value.to_owned(),
    };
    let mut facts = vec![fact(words.head.generated, &report.generated_on)];
    if report.filters.is_empty() {
        facts.push(fact(words.head.filters, words.head.no_filters));
    }
    facts.extend(report.filters.iter().cloned());
    facts
}

fn method(report: &Report, words: &Words) -> Part {
    Part {
        id: "method".to_owned(),
        title: words.chapters[Chapter::Method as usize].to_owned(),
        across: false,
        blocks: report
            .method
            .iter()
            .map(|part| Block::Text {
                text: format!("{}{}{}", part.label, words.terms.colon, part.value),
            })
            .collect(),
    }
}

/// The plans, one per row: what each document is, and the file it came in.
fn plans(report: &Report, words: &Words) -> Part {
    let (label, head) = (&words.terms.label, &words.head);
    let years = format!("{}{}{}", label.period, words.slash, label.horizons);
    Part {
        id: "plans".to_owned(),
        title: words.chapters[Chapter::Plans as usize].to_owned(),
        across: false,
        blocks: vec![Block::Table(Table {
            about: TableKind::Plans,
            caption: words.chapters[Chapter::Plans as usize].to_owned(),
            columns: vec![
                Column::of(label.region, 14),
                Column::of(head.plan_title, 33),
                Column::of(head.issuer, 16),
                Column::of(head.issued, 13),
                Column::of(years, 15),
                Column::of(label.targets, 9),
            ],
            groups: report
                .plans
                .iter()
                .map(|plan| vec![one_plan(plan, words)])
                .collect(),
        })],
    }
}

fn one_plan(plan: &PlanLine, words: &Words) -> Row {
    let stated = |text: &Option<String>| {
        text.clone()
            .unwrap_or_else(|| words.terms.not_stated.to_owned())
    };
    let kind = [&plan.genre, &plan.doc_no].into_iter().flatten().cloned();
    let kind = kind.collect::<Vec<_>>().join(words.terms.list_comma);
    let file = format!(
        "{}{}{}",
        words.head.source_file, words.terms.colon, plan.source_name
    );
    let mut document = vec![
        Line::plain(LineLook::Plain, stated(&plan.title)),
        Line::plain(LineLook::Note, kind),
        Line::plain(LineLook::Note, file),
    ];
    let noticed = plan.notes.iter();
    document.extend(noticed.map(|note| Line::plain(LineLook::Note, note.clone())));
    Row::of(vec![
        Cell {
            head: true,
            colour: Some(colour(palette::plan(plan.colour))),
            ..Cell::of([
                Line::of(LineLook::Plain, RunLook::Strong, plan.region.clone()),
                Line::plain(LineLook::Note, plan.level_line.clone()),
            ])
        },
        Cell::of(document),
        Cell::text(stated(&plan.issuer)),
        Cell::text(stated(&plan.issued)),
        Cell::of([
            Line::plain(LineLook::Plain, stated(&plan.period)),
            Line::plain(LineLook::Note, plan.horizons.clone().unwrap_or_default()),
        ]),
        Cell {
            order: Some(plan.targets.to_string()),
            ..Cell::of([Line::plain(LineLook::Number, plan.targets.to_string())])
        },
    ])
}

/// Where figures do not simply stand side by side, and why.
fn caveats(report: &Report, words: &Words) -> Part {
    let (label, head) = (&words.terms.label, &words.head);
    let block = if report.not_comparable.is_empty() {
        Block::Text {
            text: head.no_caveats.to_owned(),
        }
    } else {
        Block::Table(Table {
            about: TableKind::Caveats,
            caption: words.chapters[Chapter::NotComparable as usize].to_owned(),
            columns: vec![
                Column::of(label.indicator, 33),
                Column::of(label.measure, 12),
                Column::of(label.verdict, 18),
                Column::of(label.reasons, 37),
            ],
            groups: report
                .not_comparable
                .iter()
                .map(|caveat| {
                    vec![Row {
                        cells: vec![
                            Cell {
                                head: true,
                                ..Cell::text(caveat.name.clone())
                            },
                            Cell::text(caveat.measure_word.clone()),
                            Cell::text(caveat.verdict_word.clone()),
                            Cell::text(caveat.reasons.join(words.terms.clause)),
                        ],
                        plans: 0,
                        verdict: Some(caveat.verdict),
                    }]
                })
                .collect(),
        })
    };
    Part {
        id: "caveats".to_owned(),
        title: words.chapters[Chapter::NotComparable as usize].to_owned(),
        across: false,
        blocks: vec![block],
    }
}
