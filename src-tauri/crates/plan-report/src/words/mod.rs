//! The report's own words; those of the domain are the product's (`plan_words`). One table per language, one
//! field per word, so that no language can lack one.

mod en;
mod zh;

use plan_words::{Language, Words as Terms};

/// Everything a report says that is neither quoted from a plan nor a term of the domain.
#[derive(Debug)]
pub(crate) struct Words {
    pub(crate) terms: &'static Terms,
    pub(crate) title: &'static str,
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
    /// Headings of chapters, in their order; the title page has none.
    pub(crate) chapters: [&'static str; 13],
    /// Over tasks of which no word tells a topic.
    pub(crate) no_topic: &'static str,
    /// Supply, environment, demand.
    pub(crate) instrument_classes: [&'static str; 3],
    /// Before the number of a table and of a figure.
    pub(crate) captions: [&'static str; 2],
    /// Over the tasks: how they are listed.
    pub(crate) tasks_intro: &'static str,
    /// Over the instruments: what is counted.
    pub(crate) instruments_intro: &'static str,
    /// Over incentives or safeguards, with their number for `{items}`.
    pub(crate) items_caption: &'static str,
    /// Over the source sentences.
    pub(crate) notes_intro: &'static str,
    pub(crate) head: Heads,
    pub(crate) policy: PolicyWords,
    pub(crate) on_page: PageWords,
}

/// Heads of what plans say besides their targets.
#[derive(Debug)]
pub(crate) struct PolicyWords {
    pub(crate) task: &'static str,
    pub(crate) lead: &'static str,
    pub(crate) support: &'static str,
    pub(crate) text: &'static str,
    pub(crate) class: &'static str,
    pub(crate) instrument: &'static str,
    /// `{n}` clauses of a plan.
    pub(crate) clauses: &'static str,
}

/// What a page in a browser says of its tools.
#[derive(Debug)]
pub(crate) struct PageWords {
    pub(crate) find: &'static str,
    pub(crate) find_hint: &'static str,
    pub(crate) shared: &'static str,
    pub(crate) comparable: &'static str,
    pub(crate) reset: &'static str,
    pub(crate) rows_all: &'static str,
    pub(crate) rows_some: &'static str,
    pub(crate) rows_none: &'static str,
    pub(crate) sort: &'static str,
    pub(crate) to_sentence: &'static str,
    pub(crate) to_figure: &'static str,
    pub(crate) data: &'static str,
    /// Before the caption of table `{n}`, of picture `{n}`.
    pub(crate) table: &'static str,
    pub(crate) picture: &'static str,
}

/// Heads of sections and of columns that only reports have.
#[derive(Debug)]
pub(crate) struct Heads {
    pub(crate) contents: &'static str,
    pub(crate) filters: &'static str,
    pub(crate) no_filters: &'static str,
    pub(crate) no_caveats: &'static str,
    pub(crate) no_targets: &'static str,
    pub(crate) versions: &'static str,
    pub(crate) generated: &'static str,
    pub(crate) number: &'static str,
    pub(crate) province: &'static str,
    pub(crate) plan_title: &'static str,
    pub(crate) doc_no: &'static str,
    pub(crate) issuer: &'static str,
    pub(crate) issued: &'static str,
    pub(crate) genre: &'static str,
    pub(crate) source_file: &'static str,
    pub(crate) sha256: &'static str,
    pub(crate) noticed: &'static str,
    pub(crate) indicator_key: &'static str,
    pub(crate) name_as_written: &'static str,
    pub(crate) source: &'static str,
    pub(crate) section: &'static str,
    pub(crate) section_path: &'static str,
    pub(crate) responsible: &'static str,
    pub(crate) quote: &'static str,
    pub(crate) sentence: &'static str,
    pub(crate) target: &'static str,
    pub(crate) item: &'static str,
    pub(crate) instruments_caption: &'static str,
    pub(crate) not_used: &'static str,
    pub(crate) stated: &'static str,
    pub(crate) limits_caption: &'static str,
    pub(crate) start: &'static str,
    pub(crate) end: &'static str,
    pub(crate) confidence: &'static str,
    pub(crate) rule: &'static str,
    pub(crate) app: &'static str,
    pub(crate) extractor: &'static str,
    pub(crate) lexicon: &'static str,
}

/// The words of a language.
pub(crate) fn words(language: Language) -> &'static Words {
    match language {
        Language::ZhCn => &zh::WORDS,
        Language::En => &en::WORDS,
    }
}
