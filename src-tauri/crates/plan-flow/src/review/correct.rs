//! Correcting the fields of a target. What is typed is checked as a whole before any of it is written.

use super::decide::subject;
use super::item::get;
use crate::change::{self, Step};
use crate::error::Error;
use crate::host::Host;
use crate::library::OpenLibrary;
use crate::sentence;
use crate::wire::review::{FieldEdit, FieldProblem, TargetAnswer};
use plan_extract::numerals::{Shape, numerals};
use plan_lexicon::Lexicon;
use plan_lexicon::words::Words;
use plan_model::{
    BatchKind, Decimal, EditField, FieldFault, Firmness, IndicatorType, Measure, Op, Span, Status,
    Target, TargetId, Year,
};
use plan_store::{StoreError, TargetRow, says};

/// Longest wording, indicator or scope, in characters.
const WORDS_LIMIT: usize = 200;
/// Longest remark, in characters.
const COMMENT_LIMIT: usize = 4000;

/// What would stand in the way of a correction.
pub fn check(
    library: &OpenLibrary,
    target: TargetId,
    edits: &[FieldEdit],
) -> Result<Vec<FieldProblem>, Error> {
    let (mut row, text) = stored(library, target)?;
    Ok(apply(&mut row, &text, library.lexicon, edits))
}

/// Corrects a target, all fields or none.
pub fn update(
    library: &OpenLibrary,
    host: &dyn Host,
    target: TargetId,
    edits: &[FieldEdit],
) -> Result<TargetAnswer, Error> {
    let subject = subject(library, &[target])?;
    let step = Step::by_hand(BatchKind::TargetsEdited, subject.as_deref());
    let (problems, change) = library.change(host, &step, |journal| {
        // Read within the transaction: another window may have corrected it meanwhile.
        let tables = journal.tables();
        let mut row = tables
            .targets()
            .get(target)?
            .ok_or(StoreError::NoSuchTarget(target))?;
        let text = tables
            .plans()
            .text(row.plan)?
            .ok_or(StoreError::NoSuchPlan(row.plan))?;
        let before = row.clone();
        let problems = apply(&mut row, &text, library.lexicon, edits);
        if problems.is_empty() {
            let only_remark = TargetRow {
                comment: before.comment.clone(),
                ..row.clone()
            } == before;
            if row != before && !only_remark {
                row.status = Status::Edited;
            }
            journal.replace_target(&text, &row)?;
        }
        Ok(problems)
    })?;
    Ok(TargetAnswer {
        item: if problems.is_empty() {
            Some(get(library, target)?)
        } else {
            None
        },
        problems,
        change,
    })
}

fn stored(library: &OpenLibrary, target: TargetId) -> Result<(TargetRow, String), Error> {
    library.read(|view| {
        let row = view
            .targets()
            .get(target)?
            .ok_or(StoreError::NoSuchTarget(target))?;
        let text = view
            .plans()
            .text(row.plan)?
            .ok_or(StoreError::NoSuchPlan(row.plan))?;
        Ok((row, text))
    })
}

/// Puts what was typed into the row, and says what cannot be.
pub(super) fn apply(
    row: &mut TargetRow,
    text: &str,
    lexicon: &Lexicon,
    edits: &[FieldEdit],
) -> Vec<FieldProblem> {
    let mut problems = Vec::new();
    let before = row.target.clone();
    for edit in edits {
        if let Err(fault) = set(row, edit) {
            problems.push(FieldProblem {
                field: Some(edit.field),
                fault,
            });
        }
    }
    let typed = |field| edits.iter().any(|edit| edit.field == field);
    let target = &mut row.target;
    // The type follows an indicator that the vocabulary knows, unless it was chosen.
    if typed(EditField::Indicator)
        && !typed(EditField::Type)
        && let Some(known) = lexicon.indicator(&target.indicator)
    {
        target.indicator_type = known.indicator_type;
    }
    if problems.is_empty() {
        problems = whole(target, &before, text);
    }
    problems
}

/// What only the fields together can get wrong.
fn whole(target: &mut Target, before: &Target, text: &str) -> Vec<FieldProblem> {
    let fault = |field, fault| {
        vec![FieldProblem {
            field: Some(field),
            fault,
        }]
    };
    match (target.value, target.value_max) {
        (None, Some(_)) => return fault(EditField::ValueMax, FieldFault::RangeReversed),
        (Some(low), Some(high)) if high < low => {
            return fault(EditField::ValueMax, FieldFault::RangeReversed);
        }
        (None, None) if target.relative_to.is_none() => {
            return fault(EditField::Value, FieldFault::Missing);
        }
        _ => {}
    }
    if let (Some(from), Some(to)) = (target.year_from, target.year)
        && from > to
    {
        return fault(EditField::YearFrom, FieldFault::YearsReversed);
    }
    if (target.value, target.value_max) != (before.value, before.value_max)
        && !place_value(target, text)
    {
        return fault(EditField::Value, FieldFault::NotInText);
    }
    Vec::new()
}

/// Finds the place where the text says the value: where it was, else the nearest numeral of the same sentence. A
/// figure that its text does not say is no figure of the plan.
pub(super) fn place_value(target: &mut Target, text: &str) -> bool {
    let values: Vec<Decimal> = [target.value, target.value_max]
        .into_iter()
        .flatten()
        .collect();
    let all = |words: &str| values.iter().all(|value| stated(words, *value));
    if values.is_empty() {
        target.value_span = None;
        return true;
    }
    if let Some(words) = target.value_span.and_then(|span| span.of(text))
        && all(words)
    {
        return true;
    }
    let sentence = sentence::around(text, target.quote);
    let Some(words) = sentence.of(text) else {
        return false;
    };
    let near = target.value_span.unwrap_or(target.quote);
    let found = numerals(words, Words::builtin())
        .into_iter()
        .filter(|numeral| !matches!(numeral.shape, Shape::Date | Shape::Ordinal))
        .map(|numeral| {
            Span::new(
                sentence.from() + numeral.span.from(),
                sentence.from() + numeral.span.to(),
            )
        })
        .filter(|span| span.of(text).is_some_and(all))
        .min_by_key(|span| span.start.abs_diff(near.start));
    if let Some(span) = found {
        target.value_span = Some(span);
        target.quote = target.quote.join(span);
    }
    found.is_some()
}

/// Whether the words say the value: as the extractor reads them, or digit for digit. The check of the library is
/// more lenient with words that a value is worked out from (三分之一, 翻一番); a person who types must not be.
fn stated(words: &str, value: Decimal) -> bool {
    let read = numerals(words, Words::builtin())
        .into_iter()
        .any(|numeral| [numeral.value, numeral.value_max].contains(&Some(value)));
    says(words, value) && (read || words.contains(&value.normalize().to_string()))
}

fn set(row: &mut TargetRow, edit: &FieldEdit) -> Result<(), FieldFault> {
    let value = edit
        .value
        .as_deref()
        .map(str::trim)
        .filter(|value| !value.is_empty());
    let target = &mut row.target;
    match edit.field {
        EditField::Name => target.name = required(value, WORDS_LIMIT)?,
        EditField::Indicator => target.indicator = required(value, WORDS_LIMIT)?,
        EditField::Type => {
            target.indicator_type = word(value, IndicatorType::from_word)?;
        }
        EditField::Measure => target.measure = word(value, Measure::from_word)?,
        EditField::Op => target.op = word(value, Op::from_word)?,
        EditField::Value => target.value = decimal(value)?,
        EditField::ValueMax => target.value_max = decimal(value)?,
        EditField::Unit => target.unit = optional(value, 40)?,
        EditField::Year => target.year = year(value)?,
        EditField::YearFrom => target.year_from = year(value)?,
        EditField::Scope => target.scope = optional(value, WORDS_LIMIT)?,
        EditField::Firmness => target.firmness = word(value, Firmness::from_word)?,
        EditField::Comment => row.comment = optional(value, COMMENT_LIMIT)?,
    }
    Ok(())
}

fn required(value: Option<&str>, limit: usize) -> Result<String, FieldFault> {
    optional(value, limit)?.ok_or(FieldFault::Missing)
}

/// Words within the limit.
pub(crate) fn optional(value: Option<&str>, limit: usize) -> Result<Option<String>, FieldFault> {
    match value {
        Some(value) if value.chars().count() > limit => Err(FieldFault::TooLong),
        value => Ok(value.map(str::to_owned)),
    }
}

fn word<T>(value: Option<&str>, of: fn(&str) -> Option<T>) -> Result<T, FieldFault> {
    of(value.ok_or(FieldFault::Missing)?).ok_or(FieldFault::UnknownWord)
}

fn decimal(value: Option<&str>) -> Result<Option<Decimal>, FieldFault> {
    // As a person types it: full-width digits, thousands separators.
    let plain: Option<String> = value.map(|value| {
        value
            .chars()
            .filter(|ch| !matches!(ch, ',' | '，' | ' ' | '\u{a0}'))
            .map(|ch| match ch {
                '０'..='９' | '．' | '－' => char::from_u32(ch as u32 - 0xFEE0).unwrap_or(ch),
                _ => ch,
            })
            .collect()
    });
    plain
        .map(|plain| Decimal::from_str_exact(&plain).map_err(|_| FieldFault::NotANumber))
        .transpose()
}

/// A year that a plan can speak of.
pub(crate) fn year(value: Option<&str>) -> Result<Option<Year>, FieldFault> {
    value
        .map(|value| match value.parse() {
            Ok(year @ 1900..=2200) => Ok(Year(year)),
            _ => Err(FieldFault::NotAYear),
        })
        .transpose()
}

/// Nothing was written.
pub(super) fn refused(
    library: &OpenLibrary,
    problems: Vec<FieldProblem>,
) -> Result<TargetAnswer, Error> {
    Ok(TargetAnswer {
        problems,
        item: None,
        change: change::nothing(library)?,
    })
}
