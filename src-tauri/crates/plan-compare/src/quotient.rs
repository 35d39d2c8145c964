//! A level divided by a figure of the context table: per 万人, per 亿元, or in per cent where money is divided by
//! money.

use crate::derive::{input, rounded, written};
use crate::input::{Assumptions, ComparedPlan, ComparedTarget};
use plan_lexicon::Lexicon;
use plan_model::{
    ContextFigure, ContextVariable, Decimal, Derivation, DerivationInput, DerivationKind, Measure,
    Target, Year,
};

/// The figure to divide by: of the plan's region, for the target's year; failing that for the latest year before
/// it, failing that for the first year after it. Its year stands in the formula.
pub(crate) fn figure<'c>(
    plan: &ComparedPlan,
    variable: ContextVariable,
    year: Option<Year>,
    assumptions: &Assumptions<'c>,
    lexicon: &Lexicon,
) -> Option<&'c ContextFigure> {
    let region = plan.meta.region.as_deref()?;
    let of_region = assumptions.context.iter().filter(|figure| {
        figure.variable == variable && same_region(&figure.region, region, lexicon)
    });
    let year = year.or_else(|| plan.meta.main_year());
    of_region.min_by_key(|figure| {
        let distance = year.map_or(0, |year| year.0 - figure.year.0);
        (distance < 0, distance.abs(), -figure.year.0)
    })
}

/// Whether two names stand for one region: 芜湖 is 芜湖市.
fn same_region(one: &str, other: &str, lexicon: &Lexicon) -> bool {
    let full = |name| lexicon.region(name).map(|region| region.name.as_str());
    one == other || full(one).is_some_and(|name| full(other) == Some(name))
}

/// The quotient; `None` when the units do not go together.
pub(crate) fn per(
    said: &ComparedTarget,
    into: &str,
    figure: &ContextFigure,
    lexicon: &Lexicon,
) -> Option<(Target, Derivation)> {
    let target = &said.target;
    let unit = target.unit.as_deref()?;
    let Parts {
        measure,
        over,
        under,
        unit: result_unit,
    } = parts(unit, figure, lexicon)?;
    let below = figure.value.checked_mul(under)?;
    let divide = |value: Decimal| Some(rounded(value.checked_mul(over)?.checked_div(below)?));
    let value = target.value?;
    let (result, was_rounded) = divide(value)?;
    let value_max = match target.value_max {
        Some(max) => Some(divide(max)?.0),
        None => None,
    };
    let formula = format!(
        "{} ÷ {}（{}） {} {}",
        written(value, Some(unit)),
        written(figure.value, Some(&figure.unit)),
        figure.year,
        if was_rounded { "≈" } else { "=" },
        written(result, Some(&result_unit))
    );
    let made = Target {
        indicator: into.to_owned(),
        measure,
        value: Some(result),
        value_max,
        unit: Some(result_unit),
        ..target.clone()
    };
    let derivation = Derivation {
        kind: DerivationKind::LevelPerContext,
        formula,
        rounded: was_rounded,
        inputs: vec![
            input(said, value),
            DerivationInput::Context {
                figure: figure.clone(),
            },
        ],
    };
    Some((made, derivation))
}

/// How a quotient is made.
struct Parts {
    measure: Measure,
    /// What the level and the context figure are multiplied by before the division.
    over: Decimal,
    under: Decimal,
    unit: String,
}

/// Money in money is a share in per cent; money per head is told in yuan, things per ten thousand heads, and
/// things per sum of money by the sum's usual unit.
fn parts(unit: &str, figure: &ContextFigure, lexicon: &Lexicon) -> Option<Parts> {
    let below = figure.variable.unit();
    let to_below = lexicon.conversion(&figure.unit, below)?;
    if let Some(rate) = lexicon.conversion(unit, below) {
        return Some(Parts {
            measure: Measure::Share,
            over: rate.checked_mul(Decimal::ONE_HUNDRED)?,
            under: to_below,
            unit: "%".to_owned(),
        });
    }
    let per_head = lexicon.conversion(&figure.unit, "人");
    if let (Some(yuan), Some(heads)) = (lexicon.conversion(unit, "元"), per_head) {
        return Some(Parts {
            measure: Measure::Ratio,
            over: yuan,
            under: heads,
            unit: "元/人".to_owned(),
        });
    }
    // What already is a quotient is not divided once more.
    let dimension = lexicon.parse_unit(unit)?.dimension;
    let divisible = !dimension.contains('/') && !UNDIVIDED.contains(&dimension.as_str());
    divisible.then(|| Parts {
        measure: Measure::Ratio,
        over: Decimal::ONE,
        under: to_below,
        unit: format!("{unit}/{below}"),
    })
}

/// Dimensions of pure numbers.
const UNDIVIDED: &[&str] = &["proportion", "percentage points", "multiple", "rank"];
