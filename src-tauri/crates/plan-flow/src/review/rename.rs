//! Giving targets another canonical indicator, all that are alike in one step.

use super::plan_name;
use crate::change::Step;
use crate::error::Error;
use crate::host::Host;
use crate::library::OpenLibrary;
use crate::loaded::{Loaded, loaded};
use crate::wire::change::ChangeAnswer;
use crate::wire::review::{IndicatorName, RenameItem, RenamePreview, RenameRequest};
use plan_compare::ComparedTarget;
use plan_lexicon::Lexicon;
use plan_model::{BatchKind, IndicatorType, Status, TargetId};
use plan_store::{Journal, StoreError};
use std::collections::BTreeMap;

/// What the renaming would do.
pub fn preview(library: &OpenLibrary, request: &RenameRequest) -> Result<RenamePreview, Error> {
    let loaded = loaded(library)?;
    let lexicon = library.taught_lexicon()?;
    let to = request.to.trim();
    let items = items(library, &loaded, &|said| {
        let alike = request.wording.as_deref() == Some(said.target.name.as_str())
            || request.indicator.as_deref() == Some(said.target.indicator.as_str());
        (alike && said.target.indicator != to).then(|| to.to_owned())
    })?;
    Ok(RenamePreview {
        to: to.to_owned(),
        known: lexicon.indicator(to).is_some(),
        indicator_type: type_of(&lexicon, to),
        items,
        overrides: None,
    })
}

/// Renames the indicator of the targets given, and no others. Each of them is corrected by a person then.
pub fn rename(
    library: &OpenLibrary,
    host: &dyn Host,
    to: &str,
    targets: &[TargetId],
) -> Result<ChangeAnswer, Error> {
    let to = to.trim();
    if to.is_empty() {
        return Err(Error::NotFound("a name for the indicator".to_owned()));
    }
    let lexicon = library.taught_lexicon()?;
    let indicator_type = type_of(&lexicon, to);
    let step = Step::by_hand(BatchKind::IndicatorRenamed, Some(to));
    let ((), answer) = library.change(host, &step, |journal| {
        for target in targets {
            set_indicator(journal, *target, to, indicator_type, Some(Status::Edited))?;
        }
        Ok(())
    })?;
    Ok(answer)
}

/// Gives one target its indicator. A rejected one stays rejected; the others get `status` where one is given.
pub(super) fn set_indicator(
    journal: &Journal<'_>,
    target: TargetId,
    to: &str,
    indicator_type: IndicatorType,
    status: Option<Status>,
) -> Result<(), StoreError> {
    let tables = journal.tables();
    let mut row = tables
        .targets()
        .get(target)?
        .ok_or(StoreError::NoSuchTarget(target))?;
    if row.target.indicator == to {
        return Ok(());
    }
    let text = tables
        .plans()
        .text(row.plan)?
        .ok_or(StoreError::NoSuchPlan(row.plan))?;
    to.clone_into(&mut row.target.indicator);
    row.target.indicator_type = indicator_type;
    if let Some(status) = status
        && row.status != Status::Rejected
    {
        row.status = status;
    }
    journal.replace_target(&text, &row).map(drop)
}

/// The type of an indicator: the vocabulary's, else told by its head noun.
pub(super) fn type_of(lexicon: &Lexicon, indicator: &str) -> IndicatorType {
    lexicon.indicator(indicator).map_or_else(
        || lexicon.type_by_head(indicator),
        |known| known.indicator_type,
    )
}

/// The targets that `to` gives a new indicator, plan after plan.
pub(super) fn items(
    library: &OpenLibrary,
    loaded: &Loaded,
    to: &dyn Fn(&ComparedTarget) -> Option<String>,
) -> Result<Vec<RenameItem>, Error> {
    let mut items = Vec::new();
    for plan in &loaded.plans {
        let wanted: BTreeMap<TargetId, String> = plan
            .targets
            .iter()
            .filter_map(|said| Some((said.id, to(said)?)))
            .collect();
        if wanted.is_empty() {
            continue;
        }
        let rows = library.read(|view| Ok(view.targets().of(plan.plan)?))?;
        for row in rows {
            if let Some(to) = wanted.get(&row.id) {
                let item = RenameItem {
                    target: row.id,
                    plan: plan.plan,
                    plan_name: plan_name(&plan.meta, &plan.fallback_name),
                    name: row.target.name,
                    quote: row.quote,
                    from: row.target.indicator,
                    to: to.clone(),
                    status: row.status,
                };
                items.push(item);
            }
        }
    }
    Ok(items)
}

/// Every name an indicator can have: those of the vocabulary, and those that targets of the library have.
pub fn indicators(library: &OpenLibrary) -> Result<Vec<IndicatorName>, Error> {
    let loaded = loaded(library)?;
    let lexicon = library.taught_lexicon()?;
    let mut counts: BTreeMap<&str, (u32, IndicatorType)> = BTreeMap::new();
    for said in loaded.plans.iter().flat_map(|plan| &plan.targets) {
        let target = &said.target;
        counts
            .entry(&target.indicator)
            .or_insert((0, target.indicator_type))
            .0 += 1;
    }
    let known = lexicon.indicators().iter().map(|indicator| IndicatorName {
        indicator: indicator.name.clone(),
        indicator_en: (indicator.name_en != indicator.name).then(|| indicator.name_en.clone()),
        indicator_type: indicator.indicator_type,
        targets: counts
            .get(indicator.name.as_str())
            .map_or(0, |(count, _)| *count),
    });
    let mut names: Vec<IndicatorName> = known.collect();
    for (name, (targets, indicator_type)) in &counts {
        if lexicon.indicator(name).is_none() {
            names.push(IndicatorName {
                indicator: (*name).to_owned(),
                indicator_en: None,
                indicator_type: *indicator_type,
                targets: *targets,
            });
        }
    }
    Ok(names)
}
