//! The product's terms in Chinese and English, and the phrases made of them, for everything that is drawn or
//! written. Invariants: one word per thing, in the window's own words; one field per word, so that no language can
//! lack one; figures keep every digit they came with.

mod choice;
mod en;
mod figure;
mod filter;
mod phrases;
mod zh;

pub use choice::choice_parts;
pub use figure::{grouped, sign};
pub use filter::{Labelled, filter_parts};
pub use phrases::Phrases;

use serde::{Deserialize, Serialize};

/// Language of the interface, of charts and of reports. Sentences of the plans stay as they are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub enum Language {
    /// Simplified Chinese.
    #[serde(rename = "zh-CN")]
    ZhCn,
    /// English.
    #[serde(rename = "en")]
    En,
}

/// The terms of one language.
#[derive(Debug)]
pub struct Words {
    /// Indicator types, by domain order.
    pub types: [&'static str; 11],
    /// Measures, by domain order.
    pub measures: [&'static str; 9],
    /// Region levels, by domain order.
    pub levels: [&'static str; 4],
    /// Verdicts, from A to E.
    pub verdicts: [&'static str; 5],
    /// Firm, soft.
    pub firmness: [&'static str; 2],
    /// Beside a soft figure; nothing stands beside a firm one.
    pub soft_mark: &'static str,
    /// Extracted, accepted, edited, rejected.
    pub statuses: [&'static str; 4],
    /// Not mentioned, other measure, only relative, rejected, filtered out, unread.
    pub empty: [&'static str; 6],
    /// In the order of `NoteCode`.
    pub notes: [&'static str; 22],
    /// Said where there is nothing to compare with.
    pub one_plan_only: &'static str,
    /// Between the words of a list.
    pub list_comma: &'static str,
    /// Between two clauses.
    pub clause: &'static str,
    /// Between a label and what it labels.
    pub colon: &'static str,
    /// For what a plan leaves open.
    pub not_stated: &'static str,
    /// For a population that no words narrow.
    pub unlimited: &'static str,
    /// Before a value as the plan writes it.
    pub as_written: &'static str,
    /// Names of fields, as heads of columns and labels.
    pub label: Labels,
    /// Names of the parts of a filter that are no fields.
    pub filter: FilterWords,
    /// Names of the analyst's choices.
    pub choice: ChoiceWords,
}

/// Names of the analyst's choices.
#[derive(Debug)]
pub struct ChoiceWords {
    /// What is derived by assumption.
    pub conversions: &'static str,
    /// The year that statements are nearest to.
    pub closest_year: &'static str,
    /// What figures are measured against.
    pub benchmark: &'static str,
    /// The median as a benchmark.
    pub median: &'static str,
    /// Beside a figure of another year than the one looked at.
    pub set_aside: &'static str,
}

/// Names of fields.
#[derive(Debug)]
pub struct Labels {
    /// First and last year of a plan.
    pub period: &'static str,
    /// Years named as goals.
    pub horizons: &'static str,
    /// Number of targets.
    pub targets: &'static str,
    /// Indicator.
    pub indicator: &'static str,
    /// What an indicator is about.
    pub indicator_type: &'static str,
    /// What kind of quantity.
    pub measure: &'static str,
    /// How the value bounds.
    pub sign: &'static str,
    /// Value, or lower end of a range.
    pub value: &'static str,
    /// Upper end of a range.
    pub value_max: &'static str,
    /// Unit.
    pub unit: &'static str,
    /// The value in the words of the plan.
    pub value_as_written: &'static str,
    /// What is said beside a number.
    pub remark: &'static str,
    /// The year by which.
    pub year: &'static str,
    /// The first year.
    pub year_from: &'static str,
    /// Words that narrow the population.
    pub scope: &'static str,
    /// Benchmark.
    pub relative_to: &'static str,
    /// Whether words bind or aim.
    pub firmness: &'static str,
    /// Standing in review.
    pub status: &'static str,
    /// How far figures compare.
    pub verdict: &'static str,
    /// Why.
    pub reasons: &'static str,
    /// Region.
    pub region: &'static str,
    /// Level of the region.
    pub level: &'static str,
}

/// Names of the parts of a filter.
#[derive(Debug)]
pub struct FilterWords {
    /// Which plans.
    pub plans: &'static str,
    /// Comparing sign.
    pub op: &'static str,
    /// Responsible unit.
    pub responsible: &'static str,
    /// In how many plans.
    pub shared: &'static str,
    /// Whether only rows that differ.
    pub differences: &'static str,
    /// Said when only rows that differ are shown.
    pub differences_only: &'static str,
    /// Words that must stand in it.
    pub text: &'static str,
}

/// The terms of a language.
#[must_use]
pub const fn words(language: Language) -> &'static Words {
    match language {
        Language::ZhCn => &zh::WORDS,
        Language::En => &en::WORDS,
    }
}
