//! The table of comparability: pairs of what two plans say, each with its verdict and every reason. The cases are
//! data (`cases.json`); each names the rule it shows, and fails when that rule is taken out.

use crate::plans::{Says, plan};
use plan_compare::{
    Assumptions, BaseNumber, ComparedPlan, Spoken, compare_assuming, verdict_between,
};
use plan_lexicon::Lexicon;
use plan_model::{
    Cell, Choices, ContextFigure, ContextVariable, Decimal, Filter, Matrix, Measure, PlanId,
    Reason, RegionLevel, Statement, SubRow, Verdict, Year,
};
use serde::Deserialize;
use std::collections::BTreeSet;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    /// The rule it shows.
    rule: String,
    indicator: String,
    left: Side,
    right: Side,
    verdict: Verdict,
    reasons: Vec<Reason>,
    /// The sub-row that is judged; that of the first statement when absent.
    measure: Option<Measure>,
    /// The row that is judged, when another than the indicator's.
    into: Option<String>,
    #[serde(default)]
    choices: Choices,
    /// Region, variable, year, value, unit.
    #[serde(default)]
    context: Vec<(String, ContextVariable, i32, String, String)>,
}

/// One plan: what it says about itself, and its targets as `plans::Says` writes them behind their measure.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Side {
    says: Vec<String>,
    /// Prefecture when absent, unknown when `null`.
    #[serde(default = "prefecture")]
    level: Option<RegionLevel>,
    province: Option<String>,
    period: Option<(i32, i32)>,
    /// A past result in its text.
    number: Option<String>,
}

fn prefecture() -> Option<RegionLevel> {
    Some(RegionLevel::Prefecture)
}

impl Side {
    fn plan(&self, id: i64, region: &str, indicator: &str) -> ComparedPlan {
        let mut made = plan(id, region, self.level);
        made.meta.province = self.province.clone();
        if let Some((first, last)) = self.period {
            made = made.over(first, last);
        }
        for said in &self.says {
            let (measure, figure) = said.split_once(' ').unwrap();
            made = made.says(indicator, Measure::from_word(measure).unwrap(), figure);
        }
        made
    }

    fn measure(&self) -> Measure {
        let word = self.says[0].split(' ').next().unwrap();
        Measure::from_word(word).unwrap()
    }

    fn base(&self, id: i64) -> Option<BaseNumber> {
        let words = self.number.clone()?;
        let digits = words.trim_end_matches(|c: char| !c.is_ascii_digit());
        Some(BaseNumber {
            plan: PlanId(id),
            ordinal: 0,
            sentence: format!("上年达到{words}。"),
            value: Decimal::from_str_exact(digits).unwrap(),
            unit: Some(words[digits.len()..].to_owned()),
            words,
        })
    }
}

fn cases() -> Vec<Case> {
    serde_json::from_str(include_str!("cases.json")).unwrap()
}

fn matrix_of(case: &Case, plans: &[ComparedPlan]) -> Matrix {
    let context: Vec<ContextFigure> = case
        .context
        .iter()
        .map(|(region, variable, year, value, unit)| ContextFigure {
            region: region.clone(),
            variable: *variable,
            year: Year(*year),
            value: Decimal::from_str_exact(value).unwrap(),
            unit: unit.clone(),
            source: "统计公报".to_owned(),
            note: None,
        })
        .collect();
    let numbers: Vec<BaseNumber> = [(1, &case.left), (2, &case.right)]
        .into_iter()
        .filter_map(|(id, side)| side.base(id))
        .collect();
    let ground = Assumptions {
        choices: &case.choices,
        context: &context,
        numbers: &numbers,
    };
    compare_assuming(plans, &Filter::default(), &ground, Lexicon::builtin()).0
}

fn sub_row<'m>(matrix: &'m Matrix, indicator: &str, measure: Measure) -> Option<&'m SubRow> {
    let mut rows = matrix.groups.iter().flat_map(|group| &group.rows);
    let row = rows.find(|row| row.indicator == indicator)?;
    row.sub_rows.iter().find(|sub| sub.measure == measure)
}

/// What a plan says, whatever the measure.
fn said(matrix: &Matrix, plan: usize) -> Vec<(Measure, Statement)> {
    let rows = matrix.groups.iter().flat_map(|group| &group.rows);
    rows.flat_map(|row| &row.sub_rows)
        .flat_map(|sub| match &sub.cells[plan] {
            Cell::Empty { .. } => Vec::new(),
            Cell::Stated { statements, .. } => statements
                .iter()
                .map(|one| (sub.measure, one.clone()))
                .collect(),
        })
        .collect()
}

/// The verdict between two statements, asked both ways round.
fn between(case: &Case, plans: &[ComparedPlan], matrix: &Matrix) -> (Verdict, Vec<Reason>) {
    let (left, right) = (said(matrix, 0), said(matrix, 1));
    let (measure_a, said_a) = &left[0];
    let (measure_b, said_b) = &right[0];
    let ours = Spoken {
        meta: &plans[0].meta,
        indicator: &case.indicator,
        measure: *measure_a,
        statement: said_a,
    };
    let theirs = Spoken {
        meta: &plans[1].meta,
        indicator: &case.indicator,
        measure: *measure_b,
        statement: said_b,
    };
    let found = verdict_between(&ours, &theirs, Lexicon::builtin());
    let turned = verdict_between(&theirs, &ours, Lexicon::builtin());
    assert_eq!(found, turned, "{}: the sides count", case.rule);
    found
}

#[test]
fn every_case_has_its_verdict_and_its_reasons() {
    let mut wrong = Vec::new();
    for (case, number) in cases().iter().zip(1..) {
        let plans = [
            case.left.plan(1, "甲市", &case.indicator),
            case.right.plan(2, "乙市", &case.indicator),
        ];
        let matrix = matrix_of(case, &plans);
        let row = case.into.as_ref().unwrap_or(&case.indicator);
        let measure = case.measure.unwrap_or(case.left.measure());
        let pair = sub_row(&matrix, row, measure).and_then(|sub| sub.pairs.first());
        let found = match pair {
            Some(pair) => (pair.verdict, pair.reasons.clone()),
            None => between(case, &plans, &matrix),
        };
        if found != (case.verdict, case.reasons.clone()) {
            wrong.push(format!(
                "{number}. {}: {:?} | {:?}\n   expected {:?} {:?}\n   found    {:?} {:?}",
                case.rule,
                case.left.says,
                case.right.says,
                case.verdict,
                case.reasons,
                found.0,
                found.1
            ));
        }
        // What two statements are to each other does not depend on the table they stand in.
        let alone = case.left.says.len() == 1 && case.right.says.len() == 1;
        if alone && pair.is_some() && case.choices == Choices::default() {
            assert_eq!(
                between(case, &plans, &matrix),
                found,
                "{number}. {}",
                case.rule
            );
        }
    }
    assert!(wrong.is_empty(), "{}\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn every_verdict_and_every_kind_of_reason_has_a_case() {
    let cases = cases();
    assert!(cases.len() >= 60, "{} cases", cases.len());
    let verdicts: BTreeSet<Verdict> = cases.iter().map(|case| case.verdict).collect();
    assert_eq!(verdicts.len(), Verdict::ALL.len());
    let kinds: BTreeSet<&str> = cases
        .iter()
        .flat_map(|case| &case.reasons)
        .map(kind)
        .collect();
    assert_eq!(kinds.len(), 13, "{kinds:?}");
}

/// A new kind of reason does not compile here until it has a word, and then wants a case.
fn kind(reason: &Reason) -> &'static str {
    match reason {
        Reason::Same => "same",
        Reason::Converted { .. } => "converted",
        Reason::YearDiffers { .. } => "year",
        Reason::LevelDiffers { .. } => "level",
        Reason::ScopeDiffers { .. } => "scope",
        Reason::MeasureDiffers { .. } => "measure",
        Reason::UnitDiffers { .. } => "unit",
        Reason::Relative { .. } => "relative",
        Reason::NoTable => "no_table",
        Reason::NoNumber => "no_number",
        Reason::SeveralStatements { .. } => "several",
        Reason::Contradictory { .. } => "contradictory",
        Reason::Assumed { .. } => "assumed",
    }
}
