//! Which chapters a report has, and what their heads say.

use crate::model::{ChapterHead, Report};
use crate::options::{Chapter, Template};
use crate::words::words;
use plan_words::Language;

const CHINESE: [&str; 10] = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十"];

/// The chapters wanted that have something to say, numbered in the order of the report.
pub(crate) fn chapters(report: &Report, wanted: &[Chapter]) -> Vec<ChapterHead> {
    let headings = &words(report.language).chapters;
    let mut number = 0;
    Chapter::ALL
        .iter()
        .filter(|chapter| wanted.contains(chapter) && says_something(report, **chapter))
        .map(|chapter| ChapterHead {
            chapter: *chapter,
            label: if is_numbered(*chapter) {
                number += 1;
                label(number, report)
            } else {
                String::new()
            },
            heading: headings[*chapter as usize].to_owned(),
        })
        .collect()
}

fn says_something(report: &Report, chapter: Chapter) -> bool {
    match chapter {
        Chapter::TitlePage | Chapter::Method | Chapter::Indicators => true,
        Chapter::Summary => !report.summary.is_empty(),
        Chapter::Plans | Chapter::Citations => !report.plans.is_empty(),
        Chapter::Charts => !report.charts.is_empty(),
        Chapter::Tasks => !report.topics.is_empty(),
        Chapter::Instruments => !report.instruments.is_empty(),
        Chapter::Incentives => !report.incentives.is_empty(),
        Chapter::Safeguards => !report.safeguards.is_empty(),
        Chapter::NotComparable => !report.tables.is_empty(),
        Chapter::Sources => !report.sources.is_empty(),
    }
}

/// The title page, the references and the appendix bear no number.
fn is_numbered(chapter: Chapter) -> bool {
    !matches!(
        chapter,
        Chapter::TitlePage | Chapter::Citations | Chapter::Sources
    )
}

fn label(number: usize, report: &Report) -> String {
    match (report.template, report.language) {
        (Template::Official, Language::ZhCn) => {
            let digit = |at: usize| CHINESE.get(at.wrapping_sub(1)).copied().unwrap_or_default();
            match number {
                11.. => format!("十{}、", digit(number - 10)),
                _ => format!("{}、", digit(number)),
            }
        }
        (Template::Official, Language::En) => format!("{number}."),
        (Template::Modern, _) => number.to_string(),
    }
}
