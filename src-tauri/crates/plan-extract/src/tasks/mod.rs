//! The lowest numbered work items.

use plan_lexicon::Lexicon;
use plan_model::{FrozenPlan, Task};

/// Lists the lowest numbered work items with the units responsible for them.
#[must_use]
pub fn tasks(_plan: &FrozenPlan, _lexicon: &Lexicon) -> Vec<Task> {
    Vec::new()
}

/// The lead units of the innermost item that holds `byte`.
#[must_use]
pub fn responsible_at(tasks: &[Task], byte: usize) -> Vec<String> {
    let item = tasks.iter().rev().find(|task| task.span.from() <= byte && byte < task.span.to());
    item.map_or_else(Vec::new, |task| task.lead.clone())
}
