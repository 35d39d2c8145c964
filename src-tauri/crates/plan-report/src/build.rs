//! From plain data to a worded report.

use crate::input::{ReportInput, ReportPlan, UnitMode};
use crate::method::{method, versions};
use crate::model::{
    Caveat, Converted, Figure, IndicatorTable, PlanLine, Report, ReportCell, ReportRow,
    ReportSubRow, SourceSentence,
};
use crate::source::source_sentence;
use crate::words::words;
use plan_lexicon::Lexicon;
use plan_model::{
    Cell, IndicatorRow, Matrix, Measure, PlanColumn, PlanId, Statement, SubRow, TargetId, Verdict,
};
use plan_words::{Phrases, choice_parts, filter_parts, sign};
use std::collections::BTreeMap;

/// More regions than this in a title line read worse than their number.
const REGIONS_NAMED: usize = 8;

/// Words the comparison in the language of `input`.
#[must_use]
pub fn build(input: &ReportInput<'_>, lexicon: &Lexicon) -> Report {
    let phrases = Phrases::new(input.language, lexicon);
    let plans: BTreeMap<PlanId, &ReportPlan> =
        input.plans.iter().map(|plan| (plan.plan, plan)).collect();
    let mut writer = Wording {
        input,
        phrases,
        sources: Vec::new(),
        numbers: BTreeMap::new(),
    };
    let tables: Vec<IndicatorTable> = input
        .matrix
        .groups
        .iter()
        .map(|group| IndicatorTable {
            indicator_type: group.indicator_type,
            title: phrases.indicator_type(group.indicator_type).to_owned(),
            extent: extent(&phrases, group.rows.len(), group.targets),
            plan_targets: group.plan_targets.clone(),
            rows: group.rows.iter().map(|row| writer.row(row)).collect(),
        })
        .collect();
    Report {
        language: input.language,
        title: words(input.language).title.to_owned(),
        subtitle: subtitle(&phrases, input.matrix),
        date: input.today.clone(),
        generated_on: phrases.date(&input.today),
        targets_shown: input.matrix.targets_shown,
        targets_total: input.matrix.targets_total,
        method: method(&phrases, input.units),
        filters: [
            filter_parts(&phrases, input.filter, &input.matrix.plans),
            choice_parts(&phrases, input.choices, &input.matrix.plans),
        ]
        .concat(),
        plans: input
            .matrix
            .plans
            .iter()
            .zip(1..)
            .map(|(column, number)| {
                plan_line(&phrases, column, number, plans.get(&column.plan).copied())
            })
            .collect(),
        not_comparable: caveats(&tables),
        tables,
        sources: writer.sources,
        versions: versions(&phrases, input),
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

fn plan_line(
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

/// Sub-rows that do not simply stand side by side, in table order.
fn caveats(tables: &[IndicatorTable]) -> Vec<Caveat> {
    let rows = tables.iter().flat_map(|table| &table.rows);
    rows.flat_map(|row| row.sub_rows.iter().map(move |sub_row| (row, sub_row)))
        .filter_map(|(row, sub_row)| {
            let verdict = sub_row.verdict.filter(|verdict| *verdict >= Verdict::B)?;
            Some(Caveat {
                name: row.name.clone(),
                measure_word: sub_row.measure_word.clone(),
                verdict,
                verdict_word: sub_row.verdict_word.clone(),
                reasons: sub_row.reasons.clone(),
            })
        })
        .collect()
}

/// The unit that every figure of the sub-row is shown in; `None` when they differ.
fn common_unit(cells: &[ReportCell]) -> Option<String> {
    let mut units = cells.iter().flat_map(|cell| match cell {
        ReportCell::Stated { figures } => figures.as_slice(),
        ReportCell::Empty { .. } => &[],
    });
    let first = units.find(|figure| figure.value.is_some())?.unit.clone()?;
    units
        .all(|figure| figure.value.is_none() || figure.unit.as_ref() == Some(&first))
        .then_some(first)
}

/// Rows while their sources are being numbered.
struct Wording<'w, 'l> {
    input: &'w ReportInput<'w>,
    phrases: Phrases<'l>,
    sources: Vec<SourceSentence>,
    numbers: BTreeMap<TargetId, u32>,
}

impl Wording<'_, '_> {
    fn row(&mut self, row: &IndicatorRow) -> ReportRow {
        let name = self
            .phrases
            .either(None, row.indicator_en.clone())
            .unwrap_or_else(|| row.indicator.clone());
        let sub_rows = row
            .sub_rows
            .iter()
            .map(|sub_row| self.sub_row(row, &name, sub_row))
            .collect();
        ReportRow {
            indicator: row.indicator.clone(),
            name,
            definition: row.definition.clone(),
            sub_rows,
        }
    }

    fn sub_row(&mut self, row: &IndicatorRow, name: &str, sub_row: &SubRow) -> ReportSubRow {
        let columns = self.input.matrix.plans.iter().zip(1..);
        let cells: Vec<ReportCell> = columns
            .zip(&sub_row.cells)
            .map(|((column, number), cell)| match cell {
                Cell::Empty { reason } => ReportCell::Empty {
                    reason: self.phrases.empty(*reason).to_owned(),
                },
                Cell::Stated {
                    statements,
                    set_aside,
                } => {
                    let mut figures: Vec<Figure> = Vec::new();
                    for said in statements {
                        figures.push(self.figure(row, name, sub_row, column, number, said));
                    }
                    for said in set_aside {
                        let figure = self.figure(row, name, sub_row, column, number, said);
                        figures.push(Figure {
                            note: Some(self.phrases.words.choice.set_aside.to_owned()),
                            ..figure
                        });
                    }
                    ReportCell::Stated { figures }
                }
            })
            .collect();
        let words = self.phrases.words;
        ReportSubRow {
            measure: sub_row.measure,
            measure_word: self.phrases.measure(sub_row.measure).to_owned(),
            unit: common_unit(&cells),
            cells,
            verdict: sub_row.verdict,
            verdict_word: sub_row.verdict.map_or_else(
                || words.one_plan_only.to_owned(),
                |verdict| self.phrases.verdict(verdict),
            ),
            reasons: sub_row
                .reasons
                .iter()
                .map(|reason| self.phrases.reason(reason))
                .collect(),
        }
    }

    fn figure(
        &mut self,
        row: &IndicatorRow,
        name: &str,
        sub_row: &SubRow,
        column: &PlanColumn,
        number: u32,
        said: &Statement,
    ) -> Figure {
        let phrases = self.phrases;
        let unit_word = |unit: &Option<String>| unit.as_deref().map(|unit| phrases.unit(unit));
        let converted = said
            .harmonised
            .as_ref()
            .filter(|_| self.input.units == UnitMode::Harmonised && said.unit != sub_row.unit);
        let (value, value_max, unit) = match converted {
            Some(shown) => (Some(shown.value), shown.value_max, &sub_row.unit),
            None => (said.value, said.value_max, &said.unit),
        };
        let converted_from = converted.zip(said.value).map(|(shown, value)| Converted {
            value,
            value_max: said.value_max,
            unit: unit_word(&said.unit),
            factor: shown.factor,
        });
        // A rank is a number within the table it names; anything else with a benchmark is worded as a whole.
        let ranked = sub_row.measure == Measure::Rank && value.is_some();
        let benchmark = said.relative_to.as_deref().filter(|_| !ranked);
        let numeric = benchmark.is_none();
        Figure {
            op: said.op,
            sign: sign(said.op).to_owned(),
            value: value.filter(|_| numeric),
            value_max: value_max.filter(|_| numeric),
            unit: unit_word(unit),
            converted_from,
            year: said.year,
            year_note: said
                .year
                .filter(|_| said.year != column.main_year)
                .map(|year| phrases.year(Some(year))),
            scope: said
                .scope
                .clone()
                .or_else(|| said.relative_to.clone().filter(|_| ranked)),
            note: said.derived.as_ref().map(|made| phrases.derived(made)),
            relative: benchmark
                .map(|benchmark| phrases.relative(said.op, value, benchmark, unit.as_deref())),
            firmness: said.firmness,
            sources: said
                .mentions
                .iter()
                .filter_map(|id| self.source(row, name, number, column, *id))
                .collect(),
        }
    }

    /// The number of a mention's source sentence.
    fn source(
        &mut self,
        row: &IndicatorRow,
        name: &str,
        plan: u32,
        column: &PlanColumn,
        id: TargetId,
    ) -> Option<u32> {
        if let Some(number) = self.numbers.get(&id) {
            return Some(*number);
        }
        let mention = self.input.mentions.get(&id)?;
        let number = u32::try_from(self.sources.len() + 1).unwrap_or(u32::MAX);
        self.numbers.insert(id, number);
        self.sources.push(source_sentence(
            &self.phrases,
            row,
            name,
            number,
            plan,
            column,
            mention,
        ));
        Some(number)
    }
}
