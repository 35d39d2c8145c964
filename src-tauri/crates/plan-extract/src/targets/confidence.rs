//! How sure the rules are, field by field. A confidence is no opinion: it is how often the rule was right.
//!
//! The shares in [`RULES`] were counted against 53 annotated texts (the five plans that come with the program and 48
//! texts and excerpts of other regions, kinds and years, which do not): of the fields that a rule decided, how many agree with
//! the annotation. A found target that nobody annotated counts as a wrong name. Each share is taken as if two more
//! cases had been seen, one of the field's average luck and one wrong: a rule with ten cases behind it cannot be
//! as sure as one with two hundred, and a rule never met is even odds. Nothing is surer than 99.
//! `cargo xtask bench accuracy GOLD_DIR TEXT_DIR` prints the counts anew. The rules were written or mended with these texts
//! in view, so on others the true shares lie lower; what they are good for is to say which figure to look at first.

use super::Scene;
use super::measure::Clues;
use plan_model::{Field, FieldConfidence, Firmness, Measure, Op, Target};

/// Targets less sure than this are for a person to look at. Of the texts the shares were counted on, under half of
/// the targets lie below it, and seven in ten of the wrong ones.
pub const REVIEW_BELOW: u8 = 88;

/// Whether a person should look at the target before its figure is used.
#[must_use]
pub fn needs_review(target: &Target) -> bool {
    target.confidence < REVIEW_BELOW
}

/// Every rule with the field it decides and the share of cases in which it was right, in per cent.
pub const RULES: &[(Field, &str, u8)] = &[
    (Field::Name, "name_known", 99),
    (Field::Name, "name_as_worded", 87),
    (Field::Name, "name_behind_known", 98),
    (Field::Name, "name_behind_as_worded", 82),
    (Field::Name, "name_covered", 81),
    (Field::Name, "name_inherited", 83),
    (Field::Name, "name_shared", 94),
    (Field::Name, "name_compared", 76),
    (Field::Value, "value_in_digits", 99),
    (Field::Value, "value_in_words", 98),
    (Field::Value, "value_as_range", 95),
    (Field::Value, "value_relative", 94),
    (Field::Unit, "unit_known", 99),
    (Field::Unit, "unit_as_worded", 80),
    (Field::Unit, "unit_with_name", 97),
    (Field::Unit, "unit_none", 93),
    (Field::Op, "op_by_word_before", 95),
    (Field::Op, "op_by_word_behind", 99),
    (Field::Op, "op_spread", 98),
    (Field::Op, "op_none", 99),
    (Field::Op, "op_by_column", COLUMN),
    (Field::Measure, "measure_by_name", 96),
    (Field::Measure, "measure_by_unit", 90),
    (Field::Measure, "measure_by_verb", 93),
    (Field::Measure, "measure_by_adverb", 97),
    (Field::Measure, "measure_by_order", 65),
    (Field::Measure, "measure_default", 86),
    (Field::Year, "year_in_sentence", 99),
    (Field::Year, "year_in_section", 98),
    (Field::Year, "year_of_plan", 96),
    (Field::Year, "year_none", 33),
    (Field::Year, "year_by_column", COLUMN),
    (Field::Type, "type_of_indicator", 95),
    (Field::Type, "type_by_head", 62),
    (Field::Scope, "scope_in_name", 26),
    (Field::Scope, "scope_beside_name", 49),
    (Field::Scope, "scope_none", 93),
    (Field::Firmness, "firm_unless_said", 99),
    (Field::Firmness, "soft_by_word", 82),
    (Field::Firmness, "firm_by_column", COLUMN),
    (Field::Firmness, "soft_by_column", COLUMN),
];

/// The share of what a column of a table says under a head of its own. None of the texts has such a table, so that
/// this one share is not counted; what is left to doubt is whether the head was understood.
const COLUMN: u8 = 97;

/// What only the rules that built the target still know.
pub(super) struct Grounds {
    /// The rule that found the name.
    pub(super) name: &'static str,
    /// One number for several names.
    pub(super) shared: bool,
    /// The rule that decided the measure.
    pub(super) measure: &'static str,
    /// The rule that found the year.
    pub(super) year: &'static str,
    /// The rule that decided how the value bounds.
    pub(super) op: &'static str,
}

/// Writes the confidence of every field, and that of the whole.
pub(super) fn settle(scene: &Scene<'_>, target: &mut Target, grounds: &Grounds) {
    let known = scene.lexicon.indicator(&target.indicator).is_some();
    let value = scene.slice(target.value_span.unwrap_or(target.quote));
    let rules = [
        (Field::Name, name_rule(grounds, known)),
        (Field::Value, value_rule(target, value)),
        (Field::Unit, unit_rule(scene, target, value)),
        (Field::Op, grounds.op),
        (Field::Measure, grounds.measure),
        (Field::Year, grounds.year),
        (
            Field::Type,
            if known {
                "type_of_indicator"
            } else {
                "type_by_head"
            },
        ),
        (Field::Scope, scope_rule(target)),
        (
            Field::Firmness,
            match target.firmness {
                Firmness::Firm => "firm_unless_said",
                Firmness::Soft => "soft_by_word",
            },
        ),
    ];
    target.fields = rules
        .into_iter()
        .map(|(field, rule)| FieldConfidence {
            field,
            confidence: share(rule),
            rule: rule.to_owned(),
        })
        .collect();
    target.confidence = target
        .fields
        .iter()
        .filter(|known| known.field.is_strict())
        .map(|known| known.confidence)
        .min()
        .unwrap_or(0);
}

/// The words of a column decided the firmness.
pub(super) fn by_column(target: &mut Target) {
    let rule = match target.firmness {
        Firmness::Firm => "firm_by_column",
        Firmness::Soft => "soft_by_column",
    };
    let mut fields = target.fields.iter_mut();
    if let Some(known) = fields.find(|known| known.field == Field::Firmness) {
        known.confidence = share(rule);
        rule.clone_into(&mut known.rule);
    }
}

/// How often the rule was right. A rule that was never measured is never sure.
fn share(rule: &str) -> u8 {
    RULES
        .iter()
        .find(|(_, word, _)| *word == rule)
        .map_or(50, |(_, _, share)| *share)
}

fn name_rule(grounds: &Grounds, known: bool) -> &'static str {
    match (grounds.name, known) {
        _ if grounds.shared => "name_shared",
        ("inherited_name", _) => "name_inherited",
        ("coverage", _) => "name_covered",
        ("relative", _) => "name_compared",
        ("number_first", true) => "name_behind_known",
        ("number_first", false) => "name_behind_as_worded",
        (_, true) => "name_known",
        (_, false) => "name_as_worded",
    }
}

fn value_rule(target: &Target, words: &str) -> &'static str {
    if target.value.is_none() {
        "value_relative"
    } else if target.value_max.is_some() {
        "value_as_range"
    } else if words.chars().any(|ch| ch.is_numeric() && !is_chinese(ch)) {
        "value_in_digits"
    } else {
        "value_in_words"
    }
}

/// 一 and its kin count as numeric characters too.
fn is_chinese(ch: char) -> bool {
    ('\u{4e00}'..='\u{9fff}').contains(&ch) || ch == '〇'
}

fn unit_rule(scene: &Scene<'_>, target: &Target, words: &str) -> &'static str {
    match target.unit.as_deref() {
        None => "unit_none",
        Some(unit) if unit.contains('/') && !words.contains('/') => "unit_with_name",
        Some(unit) if scene.lexicon.unit(unit).is_some() => "unit_known",
        Some(_) => "unit_as_worded",
    }
}

fn scope_rule(target: &Target) -> &'static str {
    match target.scope.as_deref() {
        None => "scope_none",
        Some(scope) if target.name.contains(scope.trim_end_matches('级')) => "scope_in_name",
        Some(_) => "scope_beside_name",
    }
}

/// Which words decided how the value bounds.
pub(super) fn op_rule(op: Op, before: bool, behind: bool, spread: bool) -> &'static str {
    match (before, behind) {
        _ if spread && op != Op::Equal => "op_spread",
        (_, true) => "op_by_word_behind",
        (true, false) => "op_by_word_before",
        (false, false) => "op_none",
    }
}

/// Which clue decided the measure.
pub(super) fn measure_rule(clues: &Clues<'_>, measure: Measure) -> &'static str {
    let unit = clues.unit.unwrap_or_default();
    let verb = clues.act.is_some() || clues.reached;
    match measure {
        Measure::Coverage | Measure::Rank => "measure_by_name",
        Measure::Ratio if unit.is_empty() || unit.contains('/') => "measure_by_unit",
        Measure::Ratio => "measure_by_name",
        Measure::Growth if clues.change.is_some() => "measure_by_verb",
        Measure::Growth if unit == "倍" || unit.ends_with("百分点") => "measure_by_unit",
        Measure::Growth => "measure_by_name",
        Measure::Share
            if ["占", "比", "率", "强度"]
                .iter()
                .any(|word| clues.name.contains(word)) =>
        {
            "measure_by_name"
        }
        Measure::Share => "measure_by_unit",
        Measure::Annual | Measure::Cumulative => "measure_by_adverb",
        Measure::Increment if clues.name.contains('新') && !verb && clues.change.is_none() => {
            "measure_by_name"
        }
        Measure::Increment | Measure::Level if verb => "measure_by_verb",
        Measure::Increment if clues.change.is_some() => "measure_by_verb",
        Measure::Increment => "measure_by_order",
        Measure::Level => "measure_default",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn every_rule_has_one_share_between_even_odds_and_certainty() {
        let words: BTreeSet<&str> = RULES.iter().map(|(_, word, _)| *word).collect();
        assert_eq!(words.len(), RULES.len());
        for (field, word, share) in RULES {
            assert!((1..=99).contains(share), "{word}");
            let prefix = match field {
                Field::Firmness => &["firm_", "soft_"][..],
                other => &[other.word()][..],
            };
            assert!(prefix.iter().any(|start| word.starts_with(start)), "{word}");
        }
    }

    #[test]
    fn values_are_told_by_their_writing() {
        let is_digit = |ch: char| ch.is_numeric() && !is_chinese(ch);
        assert!("１５5家".chars().all(|ch| is_digit(ch) || ch == '家'));
        assert!(!"三分之一".chars().any(is_digit));
    }
}
