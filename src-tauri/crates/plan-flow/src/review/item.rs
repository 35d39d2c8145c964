//! One target as the review shows it.

use super::plan_name;
use crate::error::Error;
use crate::evidence::mention;
use crate::library::OpenLibrary;
use crate::loaded::{Loaded, loaded};
use crate::sentence;
use crate::wire::evidence::Mark;
use crate::wire::review::ReviewItem;
use plan_model::{OffsetTable, PlanId, Section, Span, TargetId};
use plan_store::{HistoryEvent, PlanRow, StoreError, TargetRow, View};
use std::collections::{BTreeMap, BTreeSet};

/// One target, wherever it stands.
pub fn get(library: &OpenLibrary, target: TargetId) -> Result<ReviewItem, Error> {
    let loaded = loaded(library)?;
    items(library, &loaded, &[target])?
        .pop()
        .ok_or_else(|| Error::NotFound(format!("target {}", target.0)))
}

/// The targets in the order asked for; those that are gone are left out.
pub(super) fn items(
    library: &OpenLibrary,
    loaded: &Loaded,
    targets: &[TargetId],
) -> Result<Vec<ReviewItem>, Error> {
    let (mut wanted, mut plans): (BTreeSet<TargetId>, BTreeSet<PlanId>) = Default::default();
    wanted.extend(targets);
    for plan in &loaded.plans {
        if plan.targets.iter().any(|said| wanted.contains(&said.id)) {
            plans.insert(plan.plan);
        }
    }
    let mut found: BTreeMap<TargetId, ReviewItem> = BTreeMap::new();
    library.read(|view| {
        for plan in &plans {
            let scene = Scene::new(view, *plan)?;
            for row in view.checked_targets(*plan)? {
                if wanted.contains(&row.id) {
                    let id = row.id;
                    found.insert(id, scene.item(library, loaded, view, row)?);
                }
            }
        }
        Ok(())
    })?;
    Ok(targets.iter().filter_map(|id| found.remove(id)).collect())
}

/// What every target of one plan is shown with.
struct Scene {
    row: PlanRow,
    text: String,
    sections: Vec<Section>,
}

impl Scene {
    fn new(view: &View<'_>, plan: PlanId) -> Result<Self, StoreError> {
        let missing = || StoreError::NoSuchPlan(plan);
        let sections = view.sections().of(plan)?;
        Ok(Self {
            row: view.plans().get(plan)?.ok_or_else(missing)?,
            text: view.plans().text(plan)?.ok_or_else(missing)?,
            sections: sections.into_iter().map(|(section, _)| section).collect(),
        })
    }

    fn item(
        &self,
        library: &OpenLibrary,
        loaded: &Loaded,
        view: &View<'_>,
        row: TargetRow,
    ) -> Result<ReviewItem, StoreError> {
        let table = OffsetTable::new(&self.text);
        let sentence = sentence::around(&self.text, row.target.quote);
        let place = table.utf16(row.target.quote);
        let known = library.lexicon.indicator(&row.target.indicator);
        Ok(ReviewItem {
            target: row.id,
            plan: row.plan,
            plan_name: plan_name(&self.row.meta, &self.row.source_name),
            colour: self.row.position,
            indicator_en: known.map(|indicator| indicator.name_en.clone()),
            indicator_type: known.map_or(row.target.indicator_type, |indicator| {
                indicator.indicator_type
            }),
            measure: row.target.measure,
            comment: row.comment.clone(),
            place: Mark {
                start: place.start,
                end: place.end,
            },
            sentence_start: table.utf16(Span::new(0, sentence.from())).end,
            alike: alike(loaded, &row),
            indicator: row.target.indicator.clone(),
            mention: {
                let history = history(view, row.id)?;
                mention(&self.text, &self.sections, row, history)
            },
        })
    }
}

/// How many other targets are worded the same or have the same indicator.
fn alike(loaded: &Loaded, row: &TargetRow) -> u32 {
    let others = loaded.plans.iter().flat_map(|plan| &plan.targets);
    let alike = others.filter(|said| {
        said.id != row.id
            && (said.target.name == row.target.name
                || said.target.indicator == row.target.indicator)
    });
    u32::try_from(alike.count()).unwrap_or(u32::MAX)
}

/// How a target came to be and every step since, oldest first.
pub(crate) fn history(view: &View<'_>, target: TargetId) -> Result<Vec<HistoryEvent>, StoreError> {
    let mut events = view.history().of(target)?;
    let mut last = None;
    for (batch, change) in view.journal().of_target(target)? {
        // A target that a step brought has its beginning in the history already.
        if last != Some(batch.id) && change.field.is_some() {
            last = Some(batch.id);
            events.push(HistoryEvent {
                at: batch.at,
                action: batch.kind.word().to_owned(),
                by: batch.by,
            });
        }
    }
    Ok(events)
}
