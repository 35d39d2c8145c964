//! The parts in their order, and the table of plans.

use super::comparison::Comparing;
use super::{Beside, Block, Cell, Column, Line, LineLook, Manuscript, Part, Row, RunLook};
use super::{Table, TableKind, appendix, chart, colour, limits, policy, prose};
use crate::model::{ChapterHead, PlanLine, Report};
use crate::options::Chapter;
use crate::palette;
use crate::words::{Words, words};
use plan_words::Labelled;
use std::collections::BTreeSet;

/// Cuts a report into parts for pages that hold so many plans beside each other.
#[must_use]
pub fn manuscript(report: &Report, beside: Beside) -> Manuscript {
    let words = words(report.language);
    let mut cutting = Cutting {
        report,
        words,
        beside,
        sentences: report.chapter(Chapter::Sources).is_some(),
        named: BTreeSet::new(),
        tables: 0,
        pictures: 0,
    };
    let versions: Vec<String> = report
        .versions
        .iter()
        .map(|line| format!("{} {}", line.label, line.value))
        .collect();
    Manuscript {
        language: report.language,
        title_page: report.chapter(Chapter::TitlePage).is_some(),
        title: report.title.clone(),
        subtitle: report.subtitle.clone(),
        date: report.date.clone(),
        colon: words.terms.colon.to_owned(),
        facts: facts(report, words),
        versions: versions.join(words.terms.list_comma),
        contents: words.head.contents.to_owned(),
        page: words.page.map(str::to_owned),
        parts: report
            .chapters
            .iter()
            .filter_map(|head| cutting.part(head))
            .collect(),
    }
}

/// A report while it is cut, part after part.
pub(super) struct Cutting<'r> {
    pub(super) report: &'r Report,
    pub(super) words: &'r Words,
    pub(super) beside: Beside,
    /// Whether the sentences are among the parts, so that figures can lead to them.
    pub(super) sentences: bool,
    /// Sources that a figure of the comparison names, to which their sentences lead back.
    pub(super) named: BTreeSet<u32>,
    /// Captioned tables so far.
    tables: u32,
    /// Captioned pictures so far.
    pictures: u32,
}

impl Cutting<'_> {
    /// The caption of the next table.
    pub(super) fn table_caption(&mut self, text: &str) -> String {
        self.tables += 1;
        let number = self.tables.to_string();
        self.words.on_page.table.replace("{n}", &number) + text
    }

    /// The caption of the next picture.
    pub(super) fn picture_caption(&mut self, text: &str) -> String {
        self.pictures += 1;
        let number = self.pictures.to_string();
        self.words.on_page.picture.replace("{n}", &number) + text
    }

    fn part(&mut self, head: &ChapterHead) -> Option<Part> {
        let report = self.report;
        let mut across = false;
        let blocks = match head.chapter {
            Chapter::TitlePage => return None,
            Chapter::Summary => prose::summary(self),
            Chapter::Method => prose::method(self),
            Chapter::Plans => vec![plans(report, self.words)],
            Chapter::Indicators => {
                across = report.plans.len() > self.beside.upright;
                Comparing::new(self, across).blocks()
            }
            Chapter::Charts => chart::charts(self),
            Chapter::Tasks => policy::tasks(self),
            Chapter::Instruments => {
                across = report.plans.len() > self.beside.upright;
                policy::instruments(self, across)
            }
            Chapter::Incentives => policy::measures(self, &report.incentives),
            Chapter::Safeguards => policy::measures(self, &report.safeguards),
            Chapter::NotComparable => limits::limits(self),
            Chapter::Citations => prose::citations(self),
            Chapter::Sources => vec![appendix::appendix(self)],
        };
        // 一、 stands close to its heading, a bare number does not.
        let gap = if head.label.is_empty() || head.label.ends_with('、') {
            ""
        } else {
            " "
        };
        Some(Part {
            id: head.chapter.word().to_owned(),
            title: format!("{}{gap}{}", head.label, head.heading),
            across,
            blocks,
        })
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

/// The plans, one per row: what each document is, and the file it came in.
fn plans(report: &Report, words: &Words) -> Block {
    let (label, head) = (&words.terms.label, &words.head);
    let years = format!("{}{}{}", label.period, words.slash, label.horizons);
    Block::Table(Table {
        about: TableKind::Plans,
        caption: None,
        name: words.chapters[Chapter::Plans as usize].to_owned(),
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
    })
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
