//! From plain data to a worded report.

use crate::caveat::caveats;
use crate::chapter::chapters;
use crate::comparison::Wording;
use crate::input::{ReportInput, ReportPicture, ReportPlan};
use crate::method::{method, versions};
use crate::model::{IndicatorTable, PlanLine, Report, ReportChart};
use crate::options::Chapter;
use crate::plan_line::plan_line;
use crate::policy::Policy;
use crate::summary::summary;
use crate::words::words;
use plan_lexicon::Lexicon;
use plan_model::{Matrix, PlanId, SectionKind, TargetId};
use plan_words::{Phrases, choice_parts, filter_parts};
use std::collections::{BTreeMap, BTreeSet};

/// More regions than this in a title line read worse than their number.
const REGIONS_NAMED: usize = 8;

/// Words the comparison in the language of `input`.
#[must_use]
pub fn build(input: &ReportInput<'_>, lexicon: &Lexicon) -> Report {
    let phrases = Phrases::new(input.language, lexicon);
    let plans: BTreeMap<PlanId, &ReportPlan> =
        input.plans.iter().map(|plan| (plan.plan, plan)).collect();
    let mut wording = Wording::new(input, phrases);
    let tables: Vec<IndicatorTable> = input
        .matrix
        .groups
        .iter()
        .map(|group| IndicatorTable {
            indicator_type: group.indicator_type,
            title: phrases.indicator_type(group.indicator_type).to_owned(),
            extent: extent(&phrases, group.rows.len(), group.targets),
            plan_targets: group.plan_targets.clone(),
            rows: group.rows.iter().map(|row| wording.row(row)).collect(),
        })
        .collect();
    let (sources, numbers) = (wording.sources, wording.numbers);
    let lines: Vec<PlanLine> = input
        .matrix
        .plans
        .iter()
        .zip(1..)
        .map(|(column, number)| {
            plan_line(&phrases, column, number, plans.get(&column.plan).copied())
        })
        .collect();
    let chosen = |chapter| input.chapters.contains(&chapter);
    let policy = Policy::new(input, &phrases, lexicon);
    let mut report = Report {
        language: input.language,
        template: input.template,
        chapters: Vec::new(),
        title: words(input.language).title.to_owned(),
        subtitle: subtitle(&phrases, input.matrix),
        date: input.today.clone(),
        generated_on: phrases.date(&input.today),
        targets_shown: input.matrix.targets_shown,
        targets_total: input.matrix.targets_total,
        summary: Vec::new(),
        method: method(&phrases, input, &sources),
        filters: [
            filter_parts(&phrases, input.filter, &input.matrix.plans),
            choice_parts(&phrases, input.choices, &input.matrix.plans),
        ]
        .concat(),
        not_comparable: caveats(&tables, &lines, input.language),
        charts: input
            .charts
            .iter()
            .map(|picture| chart(picture, &numbers))
            .collect(),
        topics: policy.topics(),
        instruments: policy.instruments(),
        incentives: policy.items(SectionKind::Incentive),
        safeguards: policy.items(SectionKind::Safeguard),
        plans: lines,
        tables,
        sources,
        versions: versions(&phrases, input),
    };
    if chosen(Chapter::Summary) {
        report.summary = summary(&phrases, input, &report);
    }
    report.chapters = chapters(&report, input.chapters);
    report
}

/// The picture with the numbers of its sources.
fn chart(picture: &ReportPicture, numbers: &BTreeMap<TargetId, u32>) -> ReportChart {
    let sources: BTreeSet<u32> = picture
        .targets
        .iter()
        .filter_map(|id| numbers.get(id).copied())
        .collect();
    ReportChart {
        title: picture.title.clone(),
        subtitle: picture.subtitle.clone(),
        notes: picture.notes.clone(),
        description: picture.description.clone(),
        heads: picture.heads.clone(),
        rows: picture.rows.clone(),
        sources: sources.into_iter().collect(),
        width: picture.width,
        height: picture.height,
        svg: picture.svg.clone(),
        png: picture.png.clone(),
    }
}

fn extent(phrases: &Phrases<'_>, indicators: usize, targets: u32) -> String {
    phrases.either(
        format!("{indicators}个指标，{targets}项目标"),
        format!("indicators: {indicators}, targets: {targets}"),
    )
}

fn subtitle(phrases: &Phrases<'_>, matrix: &Matrix) -> String {
    let (plans, shown, total) = (
        matrix.plans.len(),
        matrix.targets_shown,
        matrix.targets_total,
    );
    let extent = if shown == total {
        phrases.either(
            format!("{plans}个方案，{total}项目标"),
            format!("{plans} plans, {total} targets"),
        )
    } else {
        phrases.either(
            format!("{plans}个方案，{total}项目标中的{shown}项"),
            format!("{plans} plans, {shown} of {total} targets"),
        )
    };
    if plans == 0 || plans > REGIONS_NAMED {
        return extent;
    }
    let regions = phrases.list(matrix.plans.iter().map(|column| column.region.clone()));
    phrases.either(
        format!("{regions}（{extent}）"),
        format!("{regions} ({extent})"),
    )
}
