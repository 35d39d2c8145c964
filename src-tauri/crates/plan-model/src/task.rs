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
}
