//! A merge as it is written: new plans as they were extracted with their decisions made again on top, so that each
//! of them can be traced and taken back here as well; then the decisions about plans that both libraries have.

use super::merge::{Pair, Plan, TargetPair};
use crate::review::{BY_HAND_RULE, extracted};
use crate::wire::care::MergePreference;
use plan_model::{Extraction, FrozenPlan, PlanId, PlanMeta, Status, Target};
use plan_store::{
    Added, ChangeTable, Journal, NewPlan, Place, PlanRow, StoreError, TargetRow, View,
};

/// Writes everything. Gives how many plans and how many decisions came.
pub(super) fn write(
    journal: &Journal<'_>,
    theirs: &View<'_>,
    plan: &Plan,
    prefer: MergePreference,
) -> Result<(u32, u32), StoreError> {
    let (mut plans, mut decisions) = (0, 0);
    for row in &plan.new {
        if let Some(made) = add(journal, theirs, row)? {
            plans += 1;
            decisions += made;
        }
    }
    for pair in &plan.same {
        // What was removed here stays removed; it can be brought back and merged again.
        if pair.again {
            plans += u32::from(journal.set_removed(pair.ours.id, false)?);
        }
        if pair.again || pair.ours.shelf.in_use() {
            decisions += same(journal, theirs, pair, prefer)?;
        }
    }
    for (wording, indicator) in &plan.synonyms {
        journal.set_synonym(wording, indicator)?;
    }
    Ok((plans, decisions))
}

fn add(journal: &Journal<'_>, theirs: &View<'_>, row: &PlanRow) -> Result<Option<u32>, StoreError> {
    let missing = || StoreError::NoSuchPlan(row.id);
    let text = theirs.plans().text(row.id)?.ok_or_else(missing)?;
    let source = theirs.plans().source(row.id)?.ok_or_else(missing)?;
    let stored = theirs.targets().of(row.id)?;
    let mut found: Vec<(TargetRow, TargetRow)> = Vec::new();
    for target in stored.iter().filter(|one| one.target.rule != BY_HAND_RULE) {
        let mut before = target.clone();
        extracted(&mut before, &theirs.journal().as_extracted(target.id)?);
        found.push((before, target.clone()));
    }
    // The order in which the rows are read again.
    found.sort_by_key(|(before, _)| (before.target.quote.start, before.id));
    let frozen = FrozenPlan {
        encoding: row.encoding.clone(),
        sections: theirs
            .sections()
            .of(row.id)?
            .into_iter()
            .map(|(section, _)| section)
            .collect(),
        furniture: theirs
            .plans()
            .furniture(row.id)?
            .into_iter()
            .map(|(furniture, _)| furniture)
            .collect(),
        tables: theirs.text_tables().of(row.id)?,
        text,
        ..FrozenPlan::default()
    };
    let extraction = Extraction {
        extractor_version: row.extractor_version,
        lexicon_version: row.lexicon_version.clone(),
        meta: row.meta.clone(),
        cited: theirs
            .cited_documents()
            .of(row.id)?
            .into_iter()
            .map(|(cited, _)| cited)
            .collect(),
        targets: found
            .iter()
            .map(|(before, _)| before.target.clone())
            .collect(),
        tasks: theirs
            .tasks()
            .of(row.id)?
            .into_iter()
            .map(|(task, _)| task)
            .collect(),
        other_numbers: theirs
            .other_numbers()
            .of(row.id)?
            .into_iter()
            .map(|(number, _)| number)
            .collect(),
        notes: theirs
            .notes()
            .of(row.id)?
            .into_iter()
            .map(|(note, _)| note)
            .collect(),
    };
    let checked = NewPlan {
        source_name: &row.source_name,
        source: &source,
        frozen: &frozen,
        extraction: &extraction,
        imported_at: &row.imported_at,
        place: Place::Last,
    }
    .checked()?;
    let Added::New(plan) = journal.tables().add_plan(&checked)? else {
        return Ok(None);
    };
    journal.imported(plan)?;
    for tag in &row.tags {
        journal.add_tag(plan, tag)?;
    }
    let mut decisions = 0;
    let here = journal.tables().targets().of(plan)?;
    for (ours, (_, target)) in here.into_iter().zip(found) {
        decisions += u32::from(take(journal, &frozen.text, ours, &target)?);
    }
    for target in stored.iter().filter(|one| one.target.rule == BY_HAND_RULE) {
        decisions += u32::from(by_hand(journal, plan, &frozen.text, target)?);
    }
    Ok(Some(decisions))
}

fn same(
    journal: &Journal<'_>,
    theirs: &View<'_>,
    pair: &Pair,
    prefer: MergePreference,
) -> Result<u32, StoreError> {
    let plan = pair.ours.id;
    let text = journal
        .tables()
        .plans()
        .text(plan)?
        .ok_or(StoreError::NoSuchPlan(plan))?;
    let meta = meta(&journal.tables().journal(), &theirs.journal(), pair)?;
    journal.replace_meta(plan, &meta)?;
    for tag in &pair.theirs.tags {
        journal.add_tag(plan, tag)?;
    }
    let mut decisions = 0;
    for TargetPair {
        ours,
        theirs,
        conflict,
    } in &pair.targets
    {
        if *conflict && prefer == MergePreference::Ours {
            continue;
        }
        let done = match ours {
            Some(ours) => take(journal, &text, ours.clone(), theirs)?,
            None => by_hand(journal, plan, &text, theirs)?,
        };
        decisions += u32::from(done);
    }
    Ok(decisions)
}

/// Their decision about a target of ours.
fn take(
    journal: &Journal<'_>,
    text: &str,
    ours: TargetRow,
    theirs: &TargetRow,
) -> Result<bool, StoreError> {
    let row = TargetRow {
        target: Target {
            section: ours.target.section,
            responsible: ours.target.responsible,
            fields: ours.target.fields,
            confidence: ours.target.confidence,
            rule: ours.target.rule,
            ..theirs.target.clone()
        },
        status: theirs.status,
        comment: theirs.comment.clone(),
        ..ours
    };
    journal.replace_target(text, &row)
}

/// A target that only they have.
fn by_hand(
    journal: &Journal<'_>,
    plan: PlanId,
    text: &str,
    theirs: &TargetRow,
) -> Result<bool, StoreError> {
    if theirs.status == Status::Rejected {
        return Ok(false);
    }
    let version = (theirs.extractor_version, theirs.lexicon_version.as_str());
    let how = ("merged", "another library");
    let id = journal.add_target(plan, text, &theirs.target, version, theirs.status, how)?;
    if let Some(mut row) = journal.tables().targets().get(id)?
        && theirs.comment.is_some()
    {
        row.comment.clone_from(&theirs.comment);
        journal.replace_target(text, &row)?;
    }
    Ok(true)
}

/// Our metadata with the fields that somebody corrected there and nobody here.
fn meta(
    ours: &ChangeTable<'_>,
    theirs: &ChangeTable<'_>,
    pair: &Pair,
) -> Result<PlanMeta, StoreError> {
    let mut meta = pair.ours.meta.clone();
    let other = &pair.theirs.meta;
    let corrected = |field: &str| -> Result<bool, StoreError> {
        Ok(theirs.plan_edited(pair.theirs.id, field)? && !ours.plan_edited(pair.ours.id, field)?)
    };
    for (field, mine, their) in [
        ("region", &mut meta.region, &other.region),
        ("province", &mut meta.province, &other.province),
        (
            "parent_region",
            &mut meta.parent_region,
            &other.parent_region,
        ),
        ("title", &mut meta.title, &other.title),
        ("doc_no", &mut meta.doc_no, &other.doc_no),
        ("issuer", &mut meta.issuer, &other.issuer),
        ("issued", &mut meta.issued, &other.issued),
        ("genre", &mut meta.genre, &other.genre),
    ] {
        if corrected(field)? {
            mine.clone_from(their);
        }
    }
    if corrected("region_level")? {
        meta.region_level = other.region_level;
    }
    if corrected("period_from")? || corrected("period_to")? {
        meta.period = other.period;
    }
    Ok(meta)
}
