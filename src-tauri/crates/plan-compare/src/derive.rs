//! Figures that no plan states, made by the conversions that the analyst chose. Each carries its formula and its
//! inputs, stands in the sub-row it was converted into, and never takes the place of a plan's own figure.

use crate::facts::{Stated, is_number};
use crate::input::{Assumptions, ComparedPlan, ComparedTarget};
use crate::quotient;
use crate::units::factor;
use plan_lexicon::Lexicon;
use plan_model::{
    Conversion, Decimal, Derivation, DerivationInput, DerivationKind, GrowthBase, GrowthRate, Lack,
    Measure, Status, Target, TargetId, Year, YearsStatedBy,
};

/// A rate of every year is not carried further than this: no plan reaches so far, and the power grows.
const YEARS_AT_MOST: i32 = 50;

/// A derived figure in the shape of the target it comes from.
#[derive(Debug, Clone)]
pub(crate) struct Derived {
    /// Position of its plan among those compared.
    pub(crate) plan: u32,
    pub(crate) said: ComparedTarget,
    pub(crate) derivation: Derivation,
}

/// All figures that the chosen conversions make, each once, in the order of plans.
pub(crate) fn derive(
    plans: &[&ComparedPlan],
    assumptions: &Assumptions<'_>,
    lexicon: &Lexicon,
) -> Vec<Derived> {
    let mut all: Vec<Derived> = Vec::new();
    for conversion in &assumptions.choices.conversions {
        for Attempt { plan, said, made } in attempts(plans, conversion, assumptions, lexicon) {
            let Ok((target, derivation)) = made else {
                continue;
            };
            let known = all.iter().any(|other| {
                other.said.id == said.id
                    && other.said.target.measure == target.measure
                    && other.said.target.indicator == target.indicator
            });
            if !known {
                let said = ComparedTarget {
                    target,
                    ..said.clone()
                };
                all.push(Derived {
                    plan,
                    said,
                    derivation,
                });
            }
        }
    }
    all.sort_by_key(|derived| derived.plan);
    all
}

type Made = Result<(Target, Derivation), Lack>;

/// What a conversion makes of one target.
pub(crate) struct Attempt<'p> {
    /// Position of the plan among those compared.
    pub(crate) plan: u32,
    pub(crate) said: &'p ComparedTarget,
    pub(crate) made: Made,
}

/// What one conversion makes of every target it is about.
pub(crate) fn attempts<'p>(
    plans: &[&'p ComparedPlan],
    conversion: &Conversion,
    assumptions: &Assumptions<'_>,
    lexicon: &Lexicon,
) -> Vec<Attempt<'p>> {
    let mut found = Vec::new();
    for (plan, at) in plans.iter().zip(0..) {
        for said in plan.targets.iter().filter(|said| source(conversion, said)) {
            let made = convert(plan, said, conversion, assumptions, lexicon);
            let made = match made {
                Ok((target, _)) if states_itself(plan, &target) => Err(Lack::Stated),
                made => made,
            };
            found.push(Attempt {
                plan: at,
                said,
                made,
            });
        }
    }
    found
}

/// Whether the conversion is about this target.
fn source(conversion: &Conversion, said: &ComparedTarget) -> bool {
    let target = &said.target;
    let measure = match conversion {
        Conversion::AnnualToIncrement { .. } => Measure::Annual,
        Conversion::GrowthToLevel { .. } => Measure::Growth,
        Conversion::LevelPerContext { .. } => Measure::Level,
    };
    let named = match conversion {
        Conversion::GrowthToLevel { target, .. } => said.id == *target,
        _ => true,
    };
    named
        && said.status != Status::Rejected
        && target.measure == measure
        && target.indicator == conversion.indicator()
        && is_number(measure, Stated::of(target))
}

/// Whether the plan states a number where the conversion would put one: its own word comes first.
fn states_itself(plan: &ComparedPlan, made: &Target) -> bool {
    plan.targets.iter().any(|said| {
        said.status != Status::Rejected
            && said.target.indicator == made.indicator
            && said.target.measure == made.measure
            && is_number(made.measure, Stated::of(&said.target))
    })
}

fn convert(
    plan: &ComparedPlan,
    said: &ComparedTarget,
    conversion: &Conversion,
    assumptions: &Assumptions<'_>,
    lexicon: &Lexicon,
) -> Made {
    match conversion {
        Conversion::AnnualToIncrement { .. } => over_the_years(plan, said),
        Conversion::GrowthToLevel { base, rate, .. } => {
            let base = found_base(plan, base, assumptions).ok_or(Lack::Base)?;
            grown(said, &base, *rate, lexicon)
        }
        Conversion::LevelPerContext { variable, into, .. } => {
            let figure = quotient::figure(plan, *variable, said.target.year, assumptions, lexicon)
                .ok_or(Lack::Context)?;
            quotient::per(said, into, figure, lexicon).ok_or(Lack::Unit)
        }
    }
}

/// The target as an input.
pub(crate) fn input(said: &ComparedTarget, value: Decimal) -> DerivationInput {
    DerivationInput::Target {
        target: said.id,
        measure: said.target.measure,
        value,
        unit: said.target.unit.clone(),
        year: said.target.year,
    }
}

/// `value` and its unit as a line of arithmetic writes them.
pub(crate) fn written(value: Decimal, unit: Option<&str>) -> String {
    format!("{}{}", value.normalize(), unit.unwrap_or_default())
}

/// So much every year, times the years from the first to the last one stated, both counted.
fn over_the_years(plan: &ComparedPlan, said: &ComparedTarget) -> Made {
    let target = &said.target;
    let own = target.year_from.zip(target.year);
    let period = plan.meta.period.filter(|(_, last)| {
        target.year_from.is_none() && target.year.is_none_or(|year| year == *last)
    });
    let (first, last, stated_by) = match (own, period) {
        (Some((first, last)), _) => (first, last, YearsStatedBy::Target),
        (None, Some((first, last))) => (first, last, YearsStatedBy::Period),
        (None, None) => return Err(Lack::Years),
    };
    let count = u32::try_from(last.0 - first.0 + 1)
        .ok()
        .filter(|count| *count > 0)
        .ok_or(Lack::Years)?;
    let times = |value: Decimal| value.checked_mul(Decimal::from(count)).ok_or(Lack::Unit);
    let value = target.value.ok_or(Lack::Unit)?;
    let unit = target.unit.as_deref();
    let result = times(value)?;
    let formula = format!(
        "{}/年 × {count}年（{first}—{last}） = {}",
        written(value, unit),
        written(result, unit)
    );
    let made = Target {
        measure: Measure::Increment,
        value: Some(result),
        value_max: target.value_max.map(times).transpose()?,
        year: Some(last),
        year_from: Some(first),
        ..target.clone()
    };
    let derivation = Derivation {
        kind: DerivationKind::AnnualToIncrement,
        formula,
        rounded: false,
        inputs: vec![
            input(said, value),
            DerivationInput::Years {
                first,
                last,
                count,
                stated_by,
            },
        ],
    };
    Ok((made, derivation))
}

/// A base with what is needed of it.
struct Base {
    value: Decimal,
    unit: Option<String>,
    year: Option<Year>,
    input: DerivationInput,
}

/// The base that the analyst picked, if it still is what it was.
fn found_base(
    plan: &ComparedPlan,
    base: &GrowthBase,
    assumptions: &Assumptions<'_>,
) -> Option<Base> {
    match base {
        GrowthBase::Target { target } => level_of(plan, *target),
        GrowthBase::Number {
            ordinal,
            words,
            year,
        } => {
            let number = assumptions.numbers.iter().find(|number| {
                number.plan == plan.plan && number.ordinal == *ordinal && number.words == *words
            })?;
            Some(Base {
                value: number.value,
                unit: number.unit.clone(),
                year: *year,
                input: DerivationInput::Number {
                    ordinal: *ordinal,
                    words: words.clone(),
                    sentence: number.sentence.clone(),
                    value: number.value,
                    unit: number.unit.clone(),
                    year: *year,
                },
            })
        }
    }
}

fn level_of(plan: &ComparedPlan, target: TargetId) -> Option<Base> {
    let said = plan.targets.iter().find(|said| {
        said.id == target
            && said.status != Status::Rejected
            && said.target.measure == Measure::Level
            && said.target.value_max.is_none()
            && is_number(Measure::Level, Stated::of(&said.target))
    })?;
    let value = said.target.value?;
    Some(Base {
        value,
        unit: said.target.unit.clone(),
        year: said.target.year,
        input: input(said, value),
    })
}

/// A base, grown at the target's rate.
fn grown(said: &ComparedTarget, base: &Base, rate: GrowthRate, lexicon: &Lexicon) -> Made {
    let target = &said.target;
    let percent = factor(target.unit.as_deref(), Some("%"), lexicon).ok_or(Lack::Unit)?;
    let years = match rate {
        GrowthRate::Whole => None,
        GrowthRate::Yearly => {
            let (from, to) = base.year.zip(target.year).ok_or(Lack::Base)?;
            Some((from, to))
        }
    };
    let times = match years {
        None => 1,
        Some((from, to)) => (to.0.checked_sub(from.0))
            .filter(|times| (1..=YEARS_AT_MOST).contains(times))
            .ok_or(Lack::Base)?,
    };
    // A base that lies in the target's year or after it is no base of it.
    if base
        .year
        .zip(target.year)
        .is_some_and(|(from, to)| from >= to)
    {
        return Err(Lack::Base);
    }
    let grow = |value: Decimal| -> Result<(Decimal, bool), Lack> {
        let rate =
            (value.checked_mul(percent)).and_then(|rate| rate.checked_div(Decimal::ONE_HUNDRED));
        let by = rate
            .and_then(|rate| rate.checked_add(Decimal::ONE))
            .ok_or(Lack::Unit)?;
        let mut result = base.value;
        for _ in 0..times {
            result = result.checked_mul(by).ok_or(Lack::Unit)?;
        }
        Ok(rounded(result))
    };
    let value = target.value.ok_or(Lack::Unit)?;
    let (result, was_rounded) = grow(value)?;
    let value_max = match target.value_max {
        Some(max) => Some(grow(max)?.0),
        None => None,
    };
    let unit = base.unit.as_deref();
    let power = if times == 1 {
        String::new()
    } else {
        format!("^{times}")
    };
    let formula = format!(
        "{} × (1 + {}){power} {} {}",
        written(base.value, unit),
        written(value, target.unit.as_deref()),
        if was_rounded { "≈" } else { "=" },
        written(result, unit)
    );
    let made = Target {
        measure: Measure::Level,
        value: Some(result),
        value_max,
        unit: base.unit.clone(),
        year_from: None,
        ..target.clone()
    };
    let mut inputs = vec![base.input.clone(), input(said, value)];
    if let (Some((first, last)), Ok(count)) = (years, u32::try_from(times)) {
        inputs.push(DerivationInput::Years {
            first,
            last,
            count,
            stated_by: YearsStatedBy::Figures,
        });
    }
    let derivation = Derivation {
        kind: DerivationKind::GrowthToLevel,
        formula,
        rounded: was_rounded,
        inputs,
    };
    Ok((made, derivation))
}

/// A result to at most four decimals, and whether anything was lost. More would only look exact.
pub(crate) fn rounded(value: Decimal) -> (Decimal, bool) {
    let short = value.round_dp_with_strategy(4, plan_model::RoundingStrategy::MidpointAwayFromZero);
    // What is smaller than that keeps its first digits instead.
    let short = if short.is_zero() && !value.is_zero() {
        value.round_sf(2).unwrap_or(short)
    } else {
        short
    };
    (short.normalize(), short != value)
}
