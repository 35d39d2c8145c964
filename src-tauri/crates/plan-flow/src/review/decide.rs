//! Accepting, rejecting and reopening, one target or many in one step.

use crate::change::{self, Step};
use crate::error::Error;
use crate::host::Host;
use crate::library::OpenLibrary;
use crate::wire::change::ChangeAnswer;
use plan_model::{
    BatchKind, Decimal, Decision, Firmness, IndicatorType, Measure, Op, Status, TargetId, Year,
};
use plan_store::{Journal, StoreError, TargetRow};

/// Decides the targets given, and no others. Those that are so already are left as they are.
pub fn decide(
    library: &OpenLibrary,
    host: &dyn Host,
    targets: &[TargetId],
    decision: Decision,
) -> Result<ChangeAnswer, Error> {
    let kind = match decision {
        Decision::Accept => BatchKind::TargetsAccepted,
        Decision::Reject => BatchKind::TargetsRejected,
        Decision::Reopen => BatchKind::TargetsReopened,
    };
    let subject = subject(library, targets)?;
    let step = Step::by_hand(kind, subject.as_deref());
    let ((), answer) = library.change(host, &step, |journal| {
        for target in targets {
            one(journal, *target, decision)?;
        }
        Ok(())
    })?;
    Ok(answer)
}

/// The indicator, when the step is about one target alone.
pub(super) fn subject(
    library: &OpenLibrary,
    targets: &[TargetId],
) -> Result<Option<String>, Error> {
    let [one] = targets else { return Ok(None) };
    library.read(|view| Ok(view.targets().get(*one)?.map(|row| row.target.indicator)))
}

fn one(journal: &Journal<'_>, target: TargetId, decision: Decision) -> Result<(), StoreError> {
    let row = journal
        .tables()
        .targets()
        .get(target)?
        .ok_or(StoreError::NoSuchTarget(target))?;
    match decision {
        // What a person corrected is accepted already, and stays known as corrected.
        Decision::Accept if row.status == Status::Edited => Ok(()),
        Decision::Accept => journal
            .set_status(row.plan, target, Status::Accepted)
            .map(drop),
        Decision::Reject => journal
            .set_status(row.plan, target, Status::Rejected)
            .map(drop),
        Decision::Reopen => reopen(journal, row),
    }
}

/// Puts back what the extractor found. The analyst's remark is no part of that.
fn reopen(journal: &Journal<'_>, mut row: TargetRow) -> Result<(), StoreError> {
    let tables = journal.tables();
    let text = tables
        .plans()
        .text(row.plan)?
        .ok_or(StoreError::NoSuchPlan(row.plan))?;
    let first = tables.journal().as_extracted(row.id)?;
    extracted(&mut row, &first);
    // A target that was added by hand was never extracted: it stays a person's.
    if !first.iter().any(|(field, _)| field == "status")
        && row.target.rule != super::add::BY_HAND_RULE
    {
        row.status = Status::Extracted;
    }
    journal.replace_target(&text, &row).map(drop)
}

/// Puts the values back that the extractor had put there, as the journal has them.
pub(crate) fn extracted(row: &mut TargetRow, first: &[(String, Option<String>)]) {
    for (field, before) in first {
        restore(row, field, before.as_deref());
    }
}

/// Puts one journalled value back. A value that its field cannot hold leaves the field as it is: the check of the
/// whole row against its text comes afterwards.
fn restore(row: &mut TargetRow, field: &str, json: Option<&str>) {
    let text = change::plain(json);
    let number = || text.as_deref().and_then(|text| text.parse().ok());
    let decimal = || {
        text.as_deref()
            .and_then(|text| Decimal::from_str_exact(text).ok())
    };
    let year = || text.as_deref().and_then(|text| text.parse().ok()).map(Year);
    let target = &mut row.target;
    match field {
        "quote_start" => target.quote.start = number().unwrap_or(target.quote.start),
        "quote_end" => target.quote.end = number().unwrap_or(target.quote.end),
        "value_start" | "value_end" => {
            let mut span = target.value_span.unwrap_or(target.quote);
            match (number(), field) {
                (Some(start), "value_start") => span.start = start,
                (Some(end), _) => span.end = end,
                (None, _) => {
                    target.value_span = None;
                    return;
                }
            }
            target.value_span = Some(span);
        }
        "name" => target.name = text.unwrap_or_default(),
        "indicator" => target.indicator = text.unwrap_or_default(),
        "type" => {
            if let Some(word) = text.as_deref().and_then(IndicatorType::from_word) {
                target.indicator_type = word;
            }
        }
        "measure" => {
            if let Some(word) = text.as_deref().and_then(Measure::from_word) {
                target.measure = word;
            }
        }
        "op" => {
            if let Some(word) = text.as_deref().and_then(Op::from_word) {
                target.op = word;
            }
        }
        "firmness" => {
            if let Some(word) = text.as_deref().and_then(Firmness::from_word) {
                target.firmness = word;
            }
        }
        "status" => {
            if let Some(word) = text.as_deref().and_then(Status::from_word) {
                row.status = word;
            }
        }
        "value" => target.value = decimal(),
        "value_max" => target.value_max = decimal(),
        "unit" => target.unit = text,
        "year" => target.year = year(),
        "year_from" => target.year_from = year(),
        "relative_to" => target.relative_to = text,
        "scope" => target.scope = text,
        "section" => target.section = text.unwrap_or_default(),
        _ => {}
    }
}
