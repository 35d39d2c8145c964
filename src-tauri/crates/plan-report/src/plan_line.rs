//! One plan as the head of a column and a line of the plan table.

use crate::input::ReportPlan;
use crate::model::PlanLine;
use plan_model::PlanColumn;
use plan_words::Phrases;

/// The plan in words.
pub(crate) fn plan_line(
    phrases: &Phrases<'_>,
    column: &PlanColumn,
    number: u32,
    plan: Option<&ReportPlan>,
) -> PlanLine {
    let meta = plan.map(|plan| plan.meta.clone()).unwrap_or_default();
    let level = column.region_level.map(|level| phrases.level(level));
    let genre = column.genre.as_deref().map(|genre| phrases.genre(genre));
    let join = |words: [Option<String>; 2], by: &str| {
        words.into_iter().flatten().collect::<Vec<_>>().join(by)
    };
    PlanLine {
        number,
        colour: column.colour,
        region: column.region.clone(),
        region_level: column.region_level,
        level_line: join(
            [level.map(str::to_owned), column.parent_region.clone()],
            " · ",
        ),
        genre_line: join(
            [column.main_year.map(|year| year.to_string()), genre.clone()],
            " ",
        ),
        main_year: column.main_year,
        province: meta.province,
        parent_region: column.parent_region.clone(),
        title: meta.title,
        doc_no: meta.doc_no,
        issuer: meta.issuer,
        issued: meta.issued.map(|date| phrases.date(&date)),
        period: meta.period.map(|period| phrases.period(period)),
        horizons: (!meta.horizons.is_empty())
            .then(|| phrases.list(meta.horizons.iter().map(|year| year.to_string()))),
        genre,
        targets: column.targets,
        source_name: plan
            .map(|plan| plan.source_name.clone())
            .unwrap_or_default(),
        source_sha256: plan
            .map(|plan| plan.source_sha256.clone())
            .unwrap_or_default(),
        citation: plan.map(|plan| plan.citation.clone()).unwrap_or_default(),
        notes: plan
            .map(|plan| {
                plan.notes
                    .iter()
                    .map(|(code, detail)| phrases.note(*code, detail.as_deref()))
                    .collect()
            })
            .unwrap_or_default(),
    }
}
