//! A new version of a plan takes over: the plan before becomes an earlier version of it, and every decision whose
//! words still stand is made again in the new text.

use crate::sentence;
use crate::wire::import::LostDecision;
use plan_model::{PlanId, Span, Status, Target};
use plan_store::{Journal, StoreError, TargetRow};

/// Words looked for on either side of a quotation whose sentence has changed, in characters.
const AROUND: usize = 10;

/// Makes `plan` the current version of `earlier`. Gives how many decisions were carried over, and the others.
pub(super) fn take_over(
    journal: &Journal<'_>,
    earlier: PlanId,
    plan: PlanId,
) -> Result<(u32, Vec<LostDecision>), StoreError> {
    let tables = journal.tables();
    for before in tables.plans().versions_of(earlier)? {
        journal.set_version_of(before.id, Some(plan))?;
    }
    journal.set_version_of(earlier, Some(plan))?;
    for tag in tables.tags().of(earlier)? {
        journal.add_tag(plan, &tag)?;
    }
    let text_of = |plan| {
        tables
            .plans()
            .text(plan)?
            .ok_or(StoreError::NoSuchPlan(plan))
    };
    let (old_text, new_text) = (text_of(earlier)?, text_of(plan)?);
    let mut found = tables.targets().of(plan)?;
    let (mut carried, mut lost) = (0, Vec::new());
    for old in tables.targets().of(earlier)? {
        if !is_decided(&old) {
            continue;
        }
        let shifted = place(&old_text, old.target.quote, &new_text)
            .and_then(|quote| shift(&old.target, quote));
        let done = match shifted {
            Some(target) => carry(journal, plan, &new_text, &old, target, &mut found)?,
            None => false,
        };
        if done {
            carried += 1;
        } else {
            lost.push(LostDecision {
                plan,
                indicator: old.target.indicator,
                quote: old.quote,
            });
        }
    }
    Ok((carried, lost))
}

/// Whether a person said anything about a target.
pub(crate) fn is_decided(row: &TargetRow) -> bool {
    row.status != Status::Extracted
        || row.comment.is_some()
        || row.target.rule == crate::review::BY_HAND_RULE
}

/// Makes the decision again. The row that the rules found at the same place takes it; without one, the target is
/// added as it was.
fn carry(
    journal: &Journal<'_>,
    plan: PlanId,
    text: &str,
    old: &TargetRow,
    target: Target,
    found: &mut Vec<TargetRow>,
) -> Result<bool, StoreError> {
    let same = |row: &TargetRow| {
        let (theirs, ours) = (&row.target, &target);
        theirs.quote == ours.quote
            || (ours.value_span.is_some() && theirs.value_span == ours.value_span)
    };
    let version = (old.extractor_version, old.lexicon_version.as_str());
    let mut row = match found.iter().position(same) {
        Some(at) => found.remove(at),
        // What was rejected and is not found any more needs no rejection.
        None if old.status == Status::Rejected => return Ok(true),
        None => {
            let added = journal.add_target(
                plan,
                text,
                &target,
                version,
                old.status,
                ("carried", "earlier version"),
            );
            let id = match added {
                Ok(id) => id,
                Err(StoreError::SpanMismatch(_)) => return Ok(false),
                Err(error) => return Err(error),
            };
            let row = journal.tables().targets().get(id)?;
            row.ok_or(StoreError::NoSuchTarget(id))?
        }
    };
    let section = row.target.section.clone();
    row.target = Target {
        section,
        responsible: row.target.responsible.clone(),
        fields: row.target.fields.clone(),
        confidence: row.target.confidence,
        rule: row.target.rule.clone(),
        ..target
    };
    row.status = old.status;
    row.comment.clone_from(&old.comment);
    match journal.replace_target(text, &row) {
        Ok(_) => Ok(true),
        Err(StoreError::SpanMismatch(_)) => Ok(false),
        Err(error) => Err(error),
    }
}

/// Where a quotation stands in another text: in the same sentence, else with the same words around it. Words that
/// stand in several places are taken where they stand alone with their surroundings, or not at all.
fn place(old: &str, quote: Span, new: &str) -> Option<Span> {
    let sentence = sentence::around(old, quote);
    let at = |around: Span| {
        let start = only(new, around.of(old)?)? + (quote.from() - around.from());
        let span = Span::new(start, start + quote.len());
        (span.of(new) == quote.of(old)).then_some(span)
    };
    at(sentence).or_else(|| {
        let before = old.get(..quote.from())?;
        let after = old.get(quote.to()..)?;
        let back: usize = before.chars().rev().take(AROUND).map(char::len_utf8).sum();
        let on: usize = after.chars().take(AROUND).map(char::len_utf8).sum();
        at(Span::new(quote.from() - back, quote.to() + on))
    })
}

/// The one place of `words` in `text`.
fn only(text: &str, words: &str) -> Option<usize> {
    let first = text.find(words)?;
    let next = first + words.chars().next().map_or(1, char::len_utf8);
    match text.get(next..).and_then(|rest| rest.find(words)) {
        Some(_) => None,
        None => Some(first),
    }
}

/// The target with its places moved so that its quotation stands at `quote`.
fn shift(target: &Target, quote: Span) -> Option<Target> {
    let value_span = match target.value_span {
        Some(value) => {
            let start = (quote.from() + value.from()).checked_sub(target.quote.from())?;
            Some(Span::new(start, start + value.len()))
        }
        None => None,
    };
    Some(Target {
        quote,
        value_span,
        ..target.clone()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(old: &str, quote: &str, new: &str, expected: Option<&str>) {
        let start = old.find(quote).unwrap();
        let span = place(old, Span::new(start, start + quote.len()), new);
        let found = span.map(|span| new[..span.to()].to_owned());
        assert_eq!(found.as_deref(), expected, "{quote} in {new}");
    }

    #[test]
    fn a_quotation_is_found_in_its_sentence_or_with_its_neighbours() {
        let old = "总则。到2025年，高企达到155家。其他。";
        check(
            old,
            "高企达到155家",
            "新增一节。到2025年，高企达到155家。",
            Some("新增一节。到2025年，高企达到155家"),
        );
        check(
            old,
            "高企达到155家",
            "到2025年，高企达到155家。其他。",
            Some("到2025年，高企达到155家"),
        );
        check(old, "高企达到155家", "到2025年，高企达到160家。", None);
        check(
            old,
            "高企达到155家",
            "到2025年，高企达到155家。重复：到2025年，高企达到155家。",
            None,
        );
    }
}
