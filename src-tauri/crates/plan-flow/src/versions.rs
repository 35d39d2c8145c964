//! The earlier versions of a plan: which there are, and what differs between one of them and the plan as it is now.

use crate::care::values;
use crate::error::Error;
use crate::library::{OpenLibrary, summary};
use crate::plans::text;
use crate::wire::library::PlanSummary;
use crate::wire::version::{VersionAnswer, VersionDifference, VersionField, VersionTarget};
use plan_model::{PlanId, Status};
use plan_store::{StoreError, TargetRow};

/// The earlier versions of a plan, the latest first.
pub fn versions(library: &OpenLibrary, plan: PlanId) -> Result<Vec<PlanSummary>, Error> {
    library.read(|view| {
        let rows = view.plans().versions_of(plan)?;
        rows.into_iter().map(|row| summary(view, row)).collect()
    })
}

/// An earlier version of a plan with its text, and how its targets differ from those of the plan as it is now.
/// Rejected targets are no targets on either side.
pub fn compare(library: &OpenLibrary, version: PlanId) -> Result<VersionAnswer, Error> {
    let (plan, current, old, new) = library.read(|view| {
        let row = view.plans().get(version)?;
        let row = row.ok_or(StoreError::NoSuchPlan(version))?;
        let current = row.shelf.version_of.unwrap_or(version);
        let old = view.checked_targets(version)?;
        let new = view.checked_targets(current)?;
        Ok((summary(view, row)?, current, old, new))
    })?;
    let standing = |rows: Vec<TargetRow>| -> Vec<TargetRow> {
        let rows = rows.into_iter();
        rows.filter(|row| row.status != Status::Rejected).collect()
    };
    let (same, differences) = differences(&standing(old), standing(new));
    Ok(VersionAnswer {
        plan,
        current,
        text: text(library, version)?,
        same,
        differences,
    })
}

/// How many targets are the same, and every difference: in order of place in the earlier text, then what is new.
fn differences(old: &[TargetRow], new: Vec<TargetRow>) -> (u32, Vec<VersionDifference>) {
    let mut free = new;
    // The surest pairs are made first, so that no loose likeness takes a target from its own twin.
    let mut pairs: Vec<Option<TargetRow>> = vec![None; old.len()];
    for like in LIKENESS {
        for (row, pair) in old.iter().zip(&mut pairs) {
            if pair.is_none() {
                let at = free.iter().position(|other| like(row, other));
                *pair = at.map(|at| free.remove(at));
            }
        }
    }
    let (mut same, mut differences) = (0, Vec::new());
    for (row, pair) in old.iter().zip(pairs) {
        let fields = pair
            .as_ref()
            .map(|now| fields(row, now))
            .unwrap_or_default();
        if pair.is_some() && fields.is_empty() {
            same += 1;
            continue;
        }
        differences.push(VersionDifference {
            indicator: row.target.indicator.clone(),
            then: Some(shown(row)),
            now: pair.as_ref().map(shown),
            fields,
        });
    }
    differences.extend(free.iter().map(|row| VersionDifference {
        indicator: row.target.indicator.clone(),
        then: None,
        now: Some(shown(row)),
        fields: Vec::new(),
    }));
    (same, differences)
}

type Like = fn(&TargetRow, &TargetRow) -> bool;

/// When two targets are taken for one, the surest first. A figure that was raised keeps its indicator and its kind
/// of quantity; a target that lost its year or scope still names the same thing in the same words.
const LIKENESS: [Like; 4] = [
    |one, other| fields(one, other).is_empty(),
    |one, other| of_a_kind(one, other) && year_and_scope(one, other),
    |one, other| of_a_kind(one, other) && one.target.name == other.target.name,
    of_a_kind,
];

fn of_a_kind(one: &TargetRow, other: &TargetRow) -> bool {
    one.target.indicator == other.target.indicator && one.target.measure == other.target.measure
}

fn year_and_scope(one: &TargetRow, other: &TargetRow) -> bool {
    one.target.year == other.target.year && one.target.scope == other.target.scope
}

/// The fields that differ. A remark and the state of review say nothing about the document.
fn fields(then: &TargetRow, now: &TargetRow) -> Vec<VersionField> {
    let all = values(then).into_iter().zip(values(now));
    all.filter(|((field, then), (_, now))| *field != "comment" && then != now)
        .map(|((field, then), (_, now))| VersionField {
            field: field.to_owned(),
            then,
            now,
        })
        .collect()
}

fn shown(row: &TargetRow) -> VersionTarget {
    VersionTarget {
        target: row.id,
        quote: row.quote.clone(),
        status: row.status,
    }
}
