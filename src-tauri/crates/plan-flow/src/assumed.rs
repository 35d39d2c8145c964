//! What the conversions of the analyst's choices draw on, gathered from the library.

use crate::error::Error;
use crate::library::OpenLibrary;
use crate::sentence;
use plan_compare::{Assumptions, BaseNumber};
use plan_extract::numerals::{Shape, numerals};
use plan_lexicon::words::Words;
use plan_model::{Choices, ContextFigure, Conversion, GrowthBase, NumberClass, PlanId};
use plan_store::{StoreError, View};

/// The context table and the past results that conversions may use.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Ground {
    pub(crate) context: Vec<ContextFigure>,
    pub(crate) numbers: Vec<BaseNumber>,
}

impl Ground {
    /// Together with the choices themselves.
    pub(crate) fn assuming<'g>(&'g self, choices: &'g Choices) -> Assumptions<'g> {
        Assumptions {
            choices,
            context: &self.context,
            numbers: &self.numbers,
        }
    }
}

/// Everything that any conversion could draw on.
pub(crate) fn whole_ground(library: &OpenLibrary) -> Result<Ground, Error> {
    library.read(|view| {
        let mut numbers = Vec::new();
        for plan in view.plans().list()? {
            numbers.extend(base_numbers(view, plan.id)?);
        }
        Ok(Ground {
            context: view.context_figures().list()?,
            numbers,
        })
    })
}

/// What `choices` draw on; without a conversion nothing is read.
pub(crate) fn ground(library: &OpenLibrary, choices: &Choices) -> Result<Ground, Error> {
    let per_context =
        |conversion: &Conversion| matches!(conversion, Conversion::LevelPerContext { .. });
    let bases = |conversion: &Conversion| {
        matches!(
            conversion,
            Conversion::GrowthToLevel {
                base: GrowthBase::Number { .. },
                ..
            }
        )
    };
    if choices.conversions.iter().any(bases) {
        // The past results stand in the texts, so they are read only for a choice that rests on one.
        return whole_ground(library);
    }
    if !choices.conversions.iter().any(per_context) {
        return Ok(Ground::default());
    }
    Ok(Ground {
        context: library.read(|view| Ok(view.context_figures().list()?))?,
        ..Ground::default()
    })
}

/// The past results in a plan's text that are one number with a unit.
fn base_numbers(view: &View<'_>, plan: PlanId) -> Result<Vec<BaseNumber>, StoreError> {
    let others = view.other_numbers().of(plan)?;
    let baseline = |class| class == NumberClass::Baseline;
    if !others.iter().any(|(number, _)| baseline(number.class)) {
        return Ok(Vec::new());
    }
    let text = view
        .plans()
        .text(plan)?
        .ok_or(StoreError::NoSuchPlan(plan))?;
    let mut found = Vec::new();
    for ((number, words), ordinal) in others.into_iter().zip(0..) {
        if !baseline(number.class) {
            continue;
        }
        let mut quantities = numerals(&words, Words::builtin())
            .into_iter()
            .filter(|numeral| numeral.shape == Shape::Quantity && numeral.value_max.is_none());
        // Two quantities in one stretch: nobody could say which of them is the base.
        if let (Some(numeral), None) = (quantities.next(), quantities.next())
            && let Some(value) = numeral.value
        {
            let sentence = sentence::around(&text, number.span);
            found.push(BaseNumber {
                plan,
                ordinal,
                sentence: sentence.of(&text).unwrap_or_default().to_owned(),
                value,
                unit: numeral.unit,
                words,
            });
        }
    }
    Ok(found)
}
