//! The lowest numbered work items of a plan and who is responsible for them.

use crate::{SectionKind, Span};
use serde::{Deserialize, Serialize};

/// One task, incentive, safeguard, goal or general item.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Task {
    /// Path of its section.
    pub path: String,
    /// Its heading sentence without the number, else its first clause.
    pub title: String,
    /// What its section is for.
    pub kind: SectionKind,
    /// The whole item.
    pub span: Span,
    /// The heading with its number.
    pub heading: Span,
    /// Units named as 牵头; all of 责任单位 when no lead is named. As written.
    pub lead: Vec<String>,
    /// Units named as 配合. As written.
    pub support: Vec<String>,
    /// Topics it is about, in the order of the lexicon; none when no word tells.
    pub topics: Vec<Assignment>,
    /// Policy instruments it uses, in order of place; none when no words tell.
    pub instruments: Vec<InstrumentUse>,
}

/// A topic given to a task by words of the task.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Assignment {
    /// The topic's key in the lexicon.
    pub key: String,
    /// The words that caused it, in order of place.
    pub words: Vec<Span>,
}

/// A policy instrument in one clause of a task.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct InstrumentUse {
    /// The instrument's key in the lexicon.
    pub key: String,
    /// The clause.
    pub clause: Span,
    /// The words that caused it, in order of place.
    pub words: Vec<Span>,
}
