//! The years of plans: their period, the years they name as goals, and the years by which their targets are due.

use super::{ChartBody, ChartSpec, PlanYears, Sign, SignWords};
use crate::choice::ChartQuestion;
use plan_model::{PlanOverview, Year};
use plan_words::Phrases;

pub(super) fn fill(spec: &mut ChartSpec, question: &ChartQuestion<'_>, phrases: &Phrases<'_>) {
    let overviews = question
        .overview
        .map_or(&[][..], |overview| &overview.plans);
    let lines: Vec<PlanYears> = question
        .matrix
        .plans
        .iter()
        .filter_map(|column| {
            let overview = overviews.iter().find(|one| one.plan == column.plan)?;
            Some(line(overview, &column.region, phrases))
        })
        .collect();
    let years = || {
        lines.iter().flat_map(|line| {
            let period = line
                .period
                .into_iter()
                .flat_map(|(first, last)| [first, last]);
            let due = line.due.iter().filter_map(|(year, _)| *year);
            period.chain(line.horizons.iter().copied()).chain(due)
        })
    };
    let span = years().min().zip(years().max());
    let occurs = [
        (
            lines.iter().any(|line| line.period.is_some()),
            Sign::Period,
            phrases.either("规划期", "plan period"),
        ),
        (
            lines.iter().any(|line| !line.horizons.is_empty()),
            Sign::Horizon,
            phrases.either("写明的目标年份", "goal year named"),
        ),
        (
            lines.iter().any(|line| !line.due.is_empty()),
            Sign::Due,
            phrases.either("该年到期的目标项数", "targets due by that year"),
        ),
    ];
    spec.legend = occurs
        .into_iter()
        .filter(|(occurs, ..)| *occurs)
        .map(|(_, sign, words)| SignWords {
            sign,
            words: words.to_owned(),
        })
        .collect();
    spec.title = phrases
        .either(
            "规划期、目标年份与到期目标",
            "Plan periods, goal years and targets due",
        )
        .to_owned();
    spec.subtitle = phrases
        .either(
            "年份；柱上为到期目标的项数",
            "Years; the columns count the targets due",
        )
        .to_owned();
    spec.body = ChartBody::Timeline { span, lines };
}

fn line(overview: &PlanOverview, region: &str, phrases: &Phrases<'_>) -> PlanYears {
    let mut due: Vec<(Option<Year>, u32)> = overview
        .years
        .iter()
        .filter(|entry| entry.count > 0)
        .map(|entry| (entry.year, entry.count))
        .collect();
    due.sort_by_key(|(year, _)| (year.is_none(), *year));
    let mut parts = vec![region.to_owned()];
    if let Some(period) = overview.meta.period {
        let period = phrases.period(period);
        parts.push(phrases.either(format!("规划期{period}"), format!("period {period}")));
    }
    if !overview.meta.horizons.is_empty() {
        let years = phrases.list(overview.meta.horizons.iter().map(Year::to_string));
        parts.push(phrases.either(format!("目标年份{years}"), format!("goal years {years}")));
    }
    for (year, count) in &due {
        let year = super::wording::year_words(phrases, *year, None);
        parts.push(phrases.either(
            format!("{year}{count}项目标"),
            format!("{count} targets: {year}"),
        ));
    }
    PlanYears {
        plan: overview.plan,
        period: overview.meta.period,
        horizons: overview.meta.horizons.clone(),
        due,
        label: parts.join(phrases.either("，", ", ")),
    }
}
