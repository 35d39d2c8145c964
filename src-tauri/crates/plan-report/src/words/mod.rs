//! The report's own words. One table per language, one field per word, so that no language can lack one. Words
//! of the domain are those of the window: one word per thing, on screen and on paper.

mod en;
mod phrases;
mod zh;

use crate::input::Language;

pub(crate) use phrases::{Phrases, sign};

/// Everything a report says that is not quoted from a plan.
#[derive(Debug)]
pub(crate) struct Words {
    pub(crate) title: &'static str,
    /// By domain order.
    pub(crate) types: [&'static str; 11],
    /// By domain order.
    pub(crate) measures: [&'static str; 9],
    /// By domain order.
    pub(crate) levels: [&'static str; 4],
    /// From A to E.
    pub(crate) verdicts: [&'static str; 5],
    /// Firm, soft.
    pub(crate) firmness: [&'static str; 2],
    /// Beside a soft figure; nothing stands beside a firm one.
    pub(crate) soft_mark: &'static str,
    /// Extracted, accepted, edited, rejected.
    pub(crate) statuses: [&'static str; 4],
    /// Not mentioned, other measure, only relative, rejected, filtered out, unread.
    pub(crate) empty: [&'static str; 6],
    /// In the order of `NoteCode`.
    pub(crate) notes: [&'static str; 9],
    pub(crate) one_plan_only: &'static str,
    pub(crate) list_comma: &'static str,
    pub(crate) clause: &'static str,
    pub(crate) colon: &'static str,
    pub(crate) not_stated: &'static str,
    pub(crate) unlimited: &'static str,
    /// Before a value as the plan writes it.
    pub(crate) as_written: &'static str,
    /// Comparison, sources, plans and method.
    pub(crate) sheets: [&'static str; 3],
    /// Before, between and after page number and number of pages.
    pub(crate) page: [&'static str; 3],
    /// Said of one of several tables side by side.
    pub(crate) part_note: &'static str,
    /// Between two names of one column.
    pub(crate) slash: &'static str,
    /// Foot of a printed sheet, in Excel's code.
    pub(crate) footer: &'static str,
    pub(crate) head: Heads,
    pub(crate) filter: FilterWords,
}

/// Heads of sections, sheets and columns.
#[derive(Debug)]
pub(crate) struct Heads {
    pub(crate) contents: &'static str,
    pub(crate) method: &'static str,
    pub(crate) filters: &'static str,
    pub(crate) no_filters: &'static str,
    pub(crate) plans: &'static str,
    pub(crate) comparison: &'static str,
    pub(crate) caveats: &'static str,
    pub(crate) no_caveats: &'static str,
    pub(crate) no_targets: &'static str,
    pub(crate) sources: &'static str,
    pub(crate) versions: &'static str,
    pub(crate) generated: &'static str,
    pub(crate) number: &'static str,
    pub(crate) region: &'static str,
    pub(crate) level: &'static str,
    pub(crate) province: &'static str,
    pub(crate) plan_title: &'static str,
    pub(crate) doc_no: &'static str,
    pub(crate) issuer: &'static str,
    pub(crate) issued: &'static str,
    pub(crate) period: &'static str,
    pub(crate) horizons: &'static str,
    pub(crate) genre: &'static str,
    pub(crate) targets: &'static str,
    pub(crate) source_file: &'static str,
    pub(crate) sha256: &'static str,
    pub(crate) noticed: &'static str,
    pub(crate) indicator: &'static str,
    pub(crate) indicator_key: &'static str,
    pub(crate) indicator_type: &'static str,
    pub(crate) name_as_written: &'static str,
    pub(crate) measure: &'static str,
    pub(crate) sign: &'static str,
    pub(crate) value: &'static str,
    pub(crate) value_max: &'static str,
    pub(crate) unit: &'static str,
    pub(crate) value_as_written: &'static str,
    pub(crate) remark: &'static str,
    pub(crate) source: &'static str,
    pub(crate) year: &'static str,
    pub(crate) year_from: &'static str,
    pub(crate) scope: &'static str,
    pub(crate) relative_to: &'static str,
    pub(crate) firmness: &'static str,
    pub(crate) status: &'static str,
    pub(crate) verdict: &'static str,
    pub(crate) reasons: &'static str,
    pub(crate) section: &'static str,
    pub(crate) section_path: &'static str,
    pub(crate) responsible: &'static str,
    pub(crate) quote: &'static str,
    pub(crate) sentence: &'static str,
    pub(crate) target: &'static str,
    pub(crate) start: &'static str,
    pub(crate) end: &'static str,
    pub(crate) confidence: &'static str,
    pub(crate) rule: &'static str,
    pub(crate) app: &'static str,
    pub(crate) extractor: &'static str,
    pub(crate) lexicon: &'static str,
}

/// Names of the parts of a filter.
#[derive(Debug)]
pub(crate) struct FilterWords {
    pub(crate) plans: &'static str,
    pub(crate) op: &'static str,
    pub(crate) responsible: &'static str,
    pub(crate) shared: &'static str,
    pub(crate) differences: &'static str,
    pub(crate) differences_only: &'static str,
    pub(crate) text: &'static str,
}

/// The words of a language.
pub(crate) fn words(language: Language) -> &'static Words {
    match language {
        Language::ZhCn => &zh::WORDS,
        Language::En => &en::WORDS,
    }
}
