//! What could be converted. Nothing is chosen here: a growth rate is offered with every base that the plan states in
//! words of the same indicator, and the analyst picks one or none.

use crate::derive::{Attempt, attempts};
use crate::input::{Assumptions, BaseNumber, ComparedPlan, ComparedTarget};
use crate::units::factor;
use plan_lexicon::Lexicon;
use plan_model::{
    ContextVariable, Conversion, ConversionOffer, GrowthBase, GrowthRate, Measure, OfferedFigure,
    Status, TargetId, Year,
};
use std::borrow::Borrow;
use std::collections::BTreeSet;

/// Every conversion that makes at least one figure, or would with what the analyst can enter: yearly figures first,
/// then growth, then figures of the context table. `yearly` are the growth targets whose words say that the rate
/// holds in every year.
#[must_use]
pub fn offers<P: Borrow<ComparedPlan>>(
    plans: &[P],
    assumptions: &Assumptions<'_>,
    yearly: &BTreeSet<TargetId>,
    lexicon: &Lexicon,
) -> Vec<ConversionOffer> {
    let plans: Vec<&ComparedPlan> = plans.iter().map(Borrow::borrow).collect();
    let mut candidates: Vec<(Conversion, Option<String>)> = Vec::new();
    for indicator in stated(&plans, Measure::Annual) {
        candidates.push((Conversion::AnnualToIncrement { indicator }, None));
    }
    for plan in &plans {
        candidates.extend(grown(plan, assumptions.numbers, yearly, lexicon));
    }
    for indicator in stated(&plans, Measure::Level) {
        for variable in ContextVariable::ALL {
            if let Some(into) = quotient(&indicator, *variable, lexicon) {
                let conversion = Conversion::LevelPerContext {
                    indicator: indicator.clone(),
                    variable: *variable,
                    into,
                };
                candidates.push((conversion, None));
            }
        }
    }
    candidates
        .into_iter()
        .map(|(conversion, sentence)| {
            let figures = attempts(&plans, &conversion, assumptions, lexicon);
            ConversionOffer {
                figures: figures
                    .into_iter()
                    .map(|one| offered(&plans, one))
                    .collect(),
                conversion,
                sentence,
            }
        })
        .collect()
}

/// Indicators that some plan states in a measure.
fn stated(plans: &[&ComparedPlan], measure: Measure) -> BTreeSet<String> {
    plans
        .iter()
        .flat_map(|plan| &plan.targets)
        .filter(|said| said.status != Status::Rejected && said.target.measure == measure)
        .filter(|said| said.target.value.is_some() && said.target.relative_to.is_none())
        .map(|said| said.target.indicator.clone())
        .collect()
}

fn offered(plans: &[&ComparedPlan], attempt: Attempt<'_>) -> OfferedFigure {
    let plan = plans[attempt.plan as usize];
    let name = [&plan.meta.region, &plan.meta.title];
    let name = name.into_iter().flatten().find(|name| !name.is_empty());
    let (made, lack) = match attempt.made {
        Ok(made) => (Some(made), None),
        Err(lack) => (None, Some(lack)),
    };
    let (target, derivation) = made.unzip();
    OfferedFigure {
        plan: plan.plan,
        region: name.unwrap_or(&plan.fallback_name).clone(),
        value: target.as_ref().and_then(|target| target.value),
        year: target.as_ref().and_then(|target| target.year),
        unit: target.and_then(|target| target.unit),
        formula: derivation.map(|derivation| derivation.formula),
        lack,
    }
}

/// Every growth target of a plan with every base it could start from.
fn grown(
    plan: &ComparedPlan,
    numbers: &[BaseNumber],
    yearly: &BTreeSet<TargetId>,
    lexicon: &Lexicon,
) -> Vec<(Conversion, Option<String>)> {
    let mut found = Vec::new();
    let growing = plan.targets.iter().filter(|said| {
        said.status != Status::Rejected
            && said.target.measure == Measure::Growth
            && said.target.value.is_some()
            && said.target.relative_to.is_none()
            && !falls(said)
    });
    for said in growing {
        let indicator = &said.target.indicator;
        for base in plan.targets.iter().filter(|base| {
            base.status != Status::Rejected
                && base.target.measure == Measure::Level
                && base.target.indicator == *indicator
                && base.target.value.is_some()
                && before(base.target.year, said.target.year)
        }) {
            let picked = GrowthBase::Target { target: base.id };
            found.push((conversion(said, picked, base.target.year, yearly), None));
        }
        for number in numbers.iter().filter(|number| {
            number.plan == plan.plan && says(number, said) && fits(number, indicator, lexicon)
        }) {
            let year = year_before(&number.sentence, &number.words);
            if !before(year, said.target.year) {
                continue;
            }
            let picked = GrowthBase::Number {
                ordinal: number.ordinal,
                words: number.words.clone(),
                year,
            };
            found.push((
                conversion(said, picked, year, yearly),
                Some(number.sentence.clone()),
            ));
        }
    }
    found
}

/// The rate is taken for every year where its words say so and the base is known to lie further back than one.
fn conversion(
    said: &ComparedTarget,
    base: GrowthBase,
    from: Option<Year>,
    yearly: &BTreeSet<TargetId>,
) -> Conversion {
    let far = from
        .zip(said.target.year)
        .is_some_and(|(from, to)| to.0 - from.0 > 1);
    Conversion::GrowthToLevel {
        indicator: said.target.indicator.clone(),
        target: said.id,
        base,
        rate: if far && yearly.contains(&said.id) {
            GrowthRate::Yearly
        } else {
            GrowthRate::Whole
        },
    }
}

/// A rate of fall: its base would shrink, and nobody says by which sign the text means it.
fn falls(said: &ComparedTarget) -> bool {
    [&said.target.name, &said.target.indicator]
        .iter()
        .any(|words| words.contains('降') || words.contains('减'))
}

fn before(base: Option<Year>, target: Option<Year>) -> bool {
    base.zip(target).is_none_or(|(base, target)| base < target)
}

/// Whether the sentence of a past result words the target's indicator.
fn says(number: &BaseNumber, said: &ComparedTarget) -> bool {
    let target = &said.target;
    [&target.name, &target.indicator]
        .iter()
        .any(|words| !words.is_empty() && number.sentence.contains(words.trim_end_matches('数')))
}

/// Whether the number's unit is one that the indicator is stated in; an unknown indicator is in any but a rate.
fn fits(number: &BaseNumber, indicator: &str, lexicon: &Lexicon) -> bool {
    let unit = number.unit.as_deref();
    match lexicon.indicator(indicator) {
        Some(known) => known
            .units
            .iter()
            .any(|usual| factor(unit, Some(usual), lexicon).is_some()),
        None => unit != Some("%"),
    }
}

/// The last year that the sentence names before the number.
fn year_before(sentence: &str, words: &str) -> Option<Year> {
    let head = &sentence[..sentence.find(words)?];
    let at = head.rmatch_indices('年').find_map(|(at, _)| {
        let digits = head[..at].get(at.checked_sub(4)?..)?;
        digits
            .parse::<i32>()
            .ok()
            .filter(|year| (1900..=2200).contains(year))
    })?;
    Some(Year(at))
}

/// The indicator that a level per variable stands under: the lexicon's own name for it, else its own row as a
/// ratio. Nothing is offered for what already is a mean.
fn quotient(indicator: &str, variable: ContextVariable, lexicon: &Lexicon) -> Option<String> {
    if ["人均", "每", "户均", "亩均", "单位"]
        .iter()
        .any(|word| indicator.starts_with(word))
    {
        return None;
    }
    let plain = indicator.trim_end_matches('数');
    let worded = match variable {
        ContextVariable::Population => vec![format!("每万人{plain}"), format!("人均{plain}")],
        ContextVariable::Employment => vec![format!("每万名就业人员中{plain}")],
        ContextVariable::Gdp => vec![format!("{plain}占GDP比重"), format!("单位GDP{plain}")],
        ContextVariable::BudgetExpenditure => vec![format!("{plain}占一般公共预算支出比重")],
    };
    worded
        .iter()
        .find_map(|name| lexicon.canonical(name))
        .map(|known| known.name.clone())
}
