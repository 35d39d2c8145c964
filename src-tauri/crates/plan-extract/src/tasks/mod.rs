//! The lowest numbered work items of a plan, with the units that lead and support them.

mod clauses;
mod content;
mod items;
mod units;

use items::Item;
use plan_lexicon::Lexicon;
use plan_model::{FrozenPlan, Section, SectionId, SectionKind, Task};
use std::collections::BTreeMap;
use units::Units;

/// Lists the lowest numbered work items in order of place. A section whose paragraphs name units of their own
/// gives one item for each of them, all under the same path.
#[must_use]
pub fn tasks(plan: &FrozenPlan, lexicon: &Lexicon) -> Vec<Task> {
    let mut found = Vec::new();
    let mut openings = Openings::default();
    for (index, section) in plan.sections.iter().enumerate() {
        let next = plan.sections.get(index + 1);
        if next.is_some_and(|next| next.parent == Some(section.id)) {
            continue;
        }
        for item in items::items(&plan.text, section) {
            let units = if item.units.is_empty() {
                openings.inherited(plan, section)
            } else {
                item.units.clone()
            };
            if is_work(plan, section, &item, &units) {
                found.push(task(plan, lexicon, section, item, units));
            }
        }
    }
    found
}

/// Units responsible for the item that holds `byte`: those that lead, then those that support, each once.
#[must_use]
pub fn responsible_at(tasks: &[Task], byte: usize) -> Vec<String> {
    let next = tasks.partition_point(|task| task.span.from() <= byte);
    let Some(task) = tasks[..next].last().filter(|task| byte < task.span.to()) else {
        return Vec::new();
    };
    let mut named: Vec<String> = Vec::with_capacity(task.lead.len() + task.support.len());
    for unit in task.lead.iter().chain(&task.support) {
        if !named.contains(unit) {
            named.push(unit.clone());
        }
    }
    named
}

fn task(plan: &FrozenPlan, lexicon: &Lexicon, section: &Section, item: Item, units: Units) -> Task {
    let content = content::Content::of(&plan.text, &item, section.kind);
    let topics = content.topics(lexicon);
    let instruments = content.instruments(lexicon);
    let (lead, support) = units.lead_and_support();
    Task {
        path: section.path.clone(),
        title: item.title,
        kind: section.kind,
        span: item.span,
        heading: item.heading,
        lead,
        support,
        topics,
        instruments,
    }
}

/// Annexes hold lists of names and files as well as work; only an item with sentences or units is work.
fn is_work(plan: &FrozenPlan, section: &Section, item: &Item, units: &Units) -> bool {
    if section.kind != SectionKind::Annex {
        return true;
    }
    let own_sentence = item
        .span
        .of(&plan.text)
        .is_some_and(|text| text.contains('\u{3002}'));
    section.parent.is_some() && (own_sentence || !units.is_empty())
}

/// Units that the sections above name for all their items, each section read once.
#[derive(Default)]
struct Openings {
    read: BTreeMap<SectionId, Units>,
}

impl Openings {
    /// Units that a section around names in its own heading or opening paragraph.
    fn inherited(&mut self, plan: &FrozenPlan, section: &Section) -> Units {
        let mut around = section.parent;
        while let Some(parent) = around.and_then(|id| plan.sections.get(id.0 as usize)) {
            let units = self.read.entry(parent.id).or_insert_with(|| {
                let child = plan.sections.get(parent.id.0 as usize + 1);
                let end = child.map_or(parent.span.to(), |child| child.span.from());
                clauses::units_of(plan.text.get(parent.span.from()..end).unwrap_or(""))
            });
            if !units.is_empty() {
                return units.clone();
            }
            around = parent.parent;
        }
        Units::default()
    }
}

#[cfg(test)]
mod tests;
