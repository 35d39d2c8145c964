//! What plans say besides their targets: tasks with responsible units, instruments, incentives, safeguards.

use plan_lexicon::InstrumentClass;
use serde::Serialize;

/// The tasks about one topic. A task with several topics stands under each of them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct TopicTable {
    /// The topic's key in the vocabulary; `None` for tasks of which no word tells a topic.
    pub topic: Option<String>,
    /// Its name in the report's language.
    pub title: String,
    /// How many tasks of how many plans, worded.
    pub extent: String,
    /// Its tasks, plan by plan, in order of place.
    pub tasks: Vec<TaskLine>,
}

/// One task, incentive or safeguard.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct TaskLine {
    /// Number of the plan, from 1.
    pub plan: u32,
    /// Its region.
    pub region: String,
    /// Path of its section in normal form: `二/(一)/1`.
    pub path: String,
    /// Its heading without the number.
    pub title: String,
    /// The whole item, character by character; only of incentives and safeguards.
    pub text: Option<String>,
    /// Leading units, as written.
    pub lead: Vec<String>,
    /// Supporting units, as written.
    pub support: Vec<String>,
    /// First code point of the item in the frozen text.
    pub start: u32,
    /// One past its last code point.
    pub end: u32,
}

/// One kind of policy instrument, and how much the plans use it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct InstrumentLine {
    /// Its key in the vocabulary.
    pub instrument: String,
    /// The side on which it works.
    pub class: InstrumentClass,
    /// The same as a word.
    pub class_word: String,
    /// Its name in the report's language.
    pub name: String,
    /// One per plan.
    pub uses: Vec<InstrumentUses>,
}

/// Where one plan uses an instrument.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct InstrumentUses {
    /// Clauses that use it.
    pub clauses: u32,
    /// Paths of the sections they stand in, in order of place, each once.
    pub sections: Vec<String>,
}
