//! A merge as it is written: new plans as they were extracted with their decisions made again on top, so that each
//! of them can be traced and taken back here as well; then the decisions about plans that both libraries have.

use super::merge::{Pair, TargetPair};
use crate::reextract::measured;
use crate::review::{BY_HAND_RULE, extracted};
use crate::wire::care::MergePreference;
use plan_model::{Extraction, FrozenPlan, PlanId, PlanMeta, Status, Target, TargetId};
use plan_store::{
    Added, BatchRow, CarriedRow, ChangeRow, ChangeTable, Journal, NewPlan, Place, PlanRow,
    StoreError, TargetRow, View,
};

/// Writes one plan of theirs, or what they decided about one that both have. Gives how many plans and how many
/// decisions came.
pub(super) fn plan(
    journal: &Journal<'_>,
    theirs: &View<'_>,
    row: &PlanRow,
    known: Option<&Pair>,
    prefer: MergePreference,
    origin: &str,
) -> Result<(u32, u32), StoreError> {
    let from = Source { theirs, origin };
    let Some(pair) = known else {
        let made = add(journal, &from, row)?;
        return Ok(made.map_or((0, 0), |decisions| (1, decisions)));
    };
    // What was removed here stays removed; it can be brought back and merged again.
    let plans = match pair.again {
        true => u32::from(journal.set_removed(pair.ours.id, false)?),
        false => 0,
    };
    let decisions = if pair.again || pair.ours.shelf.in_use() {
        same(journal, &from, pair, prefer)?
    } else {
        0
    };
    Ok((plans, decisions))
}

/// Where a merge comes from.
struct Source<'f> {
    theirs: &'f View<'f>,
    /// Name of the other library.
    origin: &'f str,
}

impl Source<'_> {
    /// What happened there to a target, told of the target here.
    fn told_of(
        &self,
        journal: &Journal<'_>,
        plan: PlanId,
        here: TargetId,
        there: TargetId,
    ) -> Result<(), StoreError> {
        let mut rows = self.theirs.carried().of_target(there)?;
        let own = self.theirs.journal().of_target(there)?;
        rows.extend(own.into_iter().map(|change| self.carried(change)));
        for row in &mut rows {
            (row.plan, row.target) = (plan, Some(here));
        }
        journal.carry(&rows)
    }

    /// What happened there to the plan itself, as far as `wanted` picks it by table and column.
    fn told_of_plan(
        &self,
        journal: &Journal<'_>,
        here: PlanId,
        there: PlanId,
        wanted: impl Fn(&str, Option<&str>) -> bool,
    ) -> Result<(), StoreError> {
        let mut rows = self.theirs.carried().of_plan(there)?;
        let own = self.theirs.journal().of_plan(there)?;
        rows.extend(own.into_iter().map(|change| self.carried(change)));
        rows.retain(|row| row.target.is_none() && wanted(&row.entity, row.field.as_deref()));
        for row in &mut rows {
            row.plan = here;
        }
        journal.carry(&rows)
    }

    fn carried(&self, (batch, change): (BatchRow, ChangeRow)) -> CarriedRow {
        CarriedRow {
            plan: change.plan.unwrap_or(PlanId(0)),
            target: None,
            origin: self.origin.to_owned(),
            step: batch.id,
            at: batch.at,
            kind: batch.kind,
            by: batch.by,
            subject: batch.subject,
            entity: change.entity,
            field: change.field,
            before: change.before,
            after: change.after,
        }
    }
}

/// Whether a change of a plan is one of a person to what the plan says about itself, or to its tags.
fn is_of_a_person(entity: &str, field: Option<&str>) -> bool {
    let rule = matches!(
        field,
        Some("extractor_version" | "lexicon_version" | "position")
    );
    matches!(entity, "plan" | "plan_horizon" | "plan_tag") && !rule
}

fn add(journal: &Journal<'_>, from: &Source<'_>, row: &PlanRow) -> Result<Option<u32>, StoreError> {
    let theirs = from.theirs;
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
    let (format, quality) = measured(theirs, row, &text)?.unwrap_or_default();
    let frozen = FrozenPlan {
        format,
        quality,
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
        // They were copied into what was found.
        notes: Vec::new(),
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
        decisions += u32::from(take(journal, from, &frozen.text, ours, &target)?);
    }
    for target in stored.iter().filter(|one| one.target.rule == BY_HAND_RULE) {
        decisions += u32::from(by_hand(journal, from, plan, &frozen.text, target)?);
    }
    from.told_of_plan(journal, plan, row.id, is_of_a_person)?;
    Ok(Some(decisions))
}

fn same(
    journal: &Journal<'_>,
    from: &Source<'_>,
    pair: &Pair,
    prefer: MergePreference,
) -> Result<u32, StoreError> {
    let (plan, theirs) = (pair.ours.id, from.theirs);
    let text = journal
        .tables()
        .plans()
        .text(plan)?
        .ok_or(StoreError::NoSuchPlan(plan))?;
    let (meta, fields) = meta(&journal.tables().journal(), &theirs.journal(), pair)?;
    journal.replace_meta(plan, &meta)?;
    for tag in &pair.theirs.tags {
        journal.add_tag(plan, tag)?;
    }
    from.told_of_plan(journal, plan, pair.theirs.id, |entity, field| {
        entity == "plan" && field.is_some_and(|field| fields.contains(&field))
    })?;
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
            Some(ours) => take(journal, from, &text, ours.clone(), theirs)?,
            None => by_hand(journal, from, plan, &text, theirs)?,
        };
        decisions += u32::from(done);
    }
    Ok(decisions)
}

/// Their decision about a target of ours.
fn take(
    journal: &Journal<'_>,
    from: &Source<'_>,
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
    let taken = journal.replace_target(text, &row)?;
    if taken {
        from.told_of(journal, row.plan, row.id, theirs.id)?;
    }
    Ok(taken)
}

/// A target that only they have.
fn by_hand(
    journal: &Journal<'_>,
    from: &Source<'_>,
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
    from.told_of(journal, plan, id, theirs.id)?;
    Ok(true)
}

/// Our metadata with the fields that somebody corrected there and nobody here, and the columns that were taken.
fn meta(
    ours: &ChangeTable<'_>,
    theirs: &ChangeTable<'_>,
    pair: &Pair,
) -> Result<(PlanMeta, Vec<&'static str>), StoreError> {
    let mut meta = pair.ours.meta.clone();
    let mut taken = Vec::new();
    let other = &pair.theirs.meta;
    let mut corrected = |field: &'static str| -> Result<bool, StoreError> {
        let wanted =
            theirs.plan_edited(pair.theirs.id, field)? && !ours.plan_edited(pair.ours.id, field)?;
        if wanted {
            taken.push(field);
        }
        Ok(wanted)
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
    // Both are asked, so that both are told of.
    let (from, to) = (corrected("period_from")?, corrected("period_to")?);
    if from || to {
        meta.period = other.period;
    }
    Ok((meta, taken))
}
