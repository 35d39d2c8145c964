//! Where figures do not simply stand side by side, and what the plans state there.

use crate::model::{Caveat, CaveatFigure, IndicatorTable, PlanLine, ReportCell};
use crate::remark::{figure_text, remark};
use plan_model::Verdict;
use plan_words::Language;

/// Lines of class C and worse, in table order.
pub(crate) fn caveats(
    tables: &[IndicatorTable],
    plans: &[PlanLine],
    language: Language,
) -> Vec<Caveat> {
    let rows = tables.iter().flat_map(|table| &table.rows);
    rows.flat_map(|row| row.sub_rows.iter().map(move |sub_row| (row, sub_row)))
        .filter_map(|(row, sub_row)| {
            let verdict = sub_row.verdict.filter(|verdict| *verdict >= Verdict::C)?;
            Some(Caveat {
                indicator: row.indicator.clone(),
                name: row.name.clone(),
                measure_word: sub_row.measure_word.clone(),
                verdict,
                verdict_word: sub_row.verdict_word.clone(),
                reasons: sub_row.reasons.clone(),
                stated: plans
                    .iter()
                    .zip(&sub_row.cells)
                    .flat_map(|(plan, cell)| stated(plan, cell, language))
                    .collect(),
            })
        })
        .collect()
}

fn stated(plan: &PlanLine, cell: &ReportCell, language: Language) -> Vec<CaveatFigure> {
    let ReportCell::Stated { figures } = cell else {
        return Vec::new();
    };
    figures
        .iter()
        .map(|figure| {
            let beside = remark(figure, figure.unit.as_deref(), language);
            let words = [figure_text(figure), beside];
            let words = words.iter().map(|text| text.trim());
            CaveatFigure {
                region: plan.region.clone(),
                text: words
                    .filter(|text| !text.is_empty())
                    .collect::<Vec<_>>()
                    .join(" · "),
                sources: figure.sources.clone(),
            }
        })
        .collect()
}
