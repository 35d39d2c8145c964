//! What is compared: plans with their targets, as plain data that the use cases gather.

use plan_model::{
    Choices, ContextFigure, Decimal, Measure, OtherNumber, PlanId, PlanMeta, Statement, Status,
    Target, TargetId, Task,
};

/// One plan with its targets.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ComparedPlan {
    /// The plan.
    pub plan: PlanId,
    /// Place in the library's order, from 0: gives the plan its colour everywhere.
    pub colour: u32,
    /// What it says about itself.
    pub meta: PlanMeta,
    /// Shown when neither region nor title is known: the file name.
    pub fallback_name: String,
    /// Its targets, in order of place.
    pub targets: Vec<ComparedTarget>,
}

impl ComparedPlan {
    /// The same plan with those of its targets that `keep` maps to something.
    #[must_use]
    pub fn with_targets(
        &self,
        keep: impl FnMut(&ComparedTarget) -> Option<ComparedTarget>,
    ) -> Self {
        Self {
            plan: self.plan,
            colour: self.colour,
            meta: self.meta.clone(),
            fallback_name: self.fallback_name.clone(),
            targets: self.targets.iter().filter_map(keep).collect(),
        }
    }
}

/// One target with its identity and review status.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ComparedTarget {
    /// The target.
    pub id: TargetId,
    /// What was found.
    pub target: Target,
    /// Where it stands in the analyst's review.
    pub status: Status,
}

/// One plan with everything its overview counts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OverviewPlan {
    /// The plan and its targets.
    pub compared: ComparedPlan,
    /// Its work items, in order of place.
    pub tasks: Vec<Task>,
    /// Its numerals that are no target.
    pub other_numbers: Vec<OtherNumber>,
    /// Length of the frozen text in characters.
    pub characters: u32,
    /// Name of the source file.
    pub source_name: String,
}

/// One statement with what is needed to judge it against another. The plan's own words about itself matter:
/// its level, its region (a scope that names the whole region narrows nothing) and its period (an increment
/// over three years is not an increment over one).
#[derive(Debug, Clone, Copy)]
pub struct Spoken<'a> {
    /// What the plan says about itself.
    pub meta: &'a PlanMeta,
    /// Canonical name of the indicator.
    pub indicator: &'a str,
    /// The measure it is stated in.
    pub measure: Measure,
    /// What is stated.
    pub statement: &'a Statement,
}

/// What the analyst chose to assume, with everything a conversion may draw on.
#[derive(Debug, Clone, Copy)]
pub struct Assumptions<'a> {
    /// The choices.
    pub choices: &'a Choices,
    /// The context table.
    pub context: &'a [ContextFigure],
    /// Past results in the texts of the plans.
    pub numbers: &'a [BaseNumber],
}

/// A past result that a growth rate may start from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BaseNumber {
    /// The plan whose text states it.
    pub plan: PlanId,
    /// Its place among the plan's other numbers, from 0.
    pub ordinal: u32,
    /// Its words.
    pub words: String,
    /// The sentence it stands in, character by character.
    pub sentence: String,
    /// The number, as written.
    pub value: Decimal,
    /// The unit, as written.
    pub unit: Option<String>,
}
