//! The tables whose rows the journal can change, and how a row of each is found again.

/// A table under the journal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Entity {
    Plan,
    PlanShelf,
    PlanHorizon,
    PlanTag,
    Target,
    TargetUnit,
    TargetField,
    History,
    Task,
    TaskUnit,
    TaskTopic,
    TaskInstrument,
    CitedDocument,
    OtherNumber,
    Note,
    Synonym,
    PlanSource,
    CarriedChange,
    ContextFigure,
}

impl Entity {
    pub(crate) const ALL: &'static [Self] = &[
        Self::Plan,
        Self::PlanShelf,
        Self::PlanHorizon,
        Self::PlanTag,
        Self::Target,
        Self::TargetUnit,
        Self::TargetField,
        Self::History,
        Self::Task,
        Self::TaskUnit,
        Self::TaskTopic,
        Self::TaskInstrument,
        Self::CitedDocument,
        Self::OtherNumber,
        Self::Note,
        Self::Synonym,
        Self::PlanSource,
        Self::CarriedChange,
        Self::ContextFigure,
    ];

    /// The table.
    pub(crate) fn table(self) -> &'static str {
        match self {
            Self::Plan => "plan",
            Self::PlanShelf => "plan_shelf",
            Self::PlanHorizon => "plan_horizon",
            Self::PlanTag => "plan_tag",
            Self::Target => "target",
            Self::TargetUnit => "target_unit",
            Self::TargetField => "target_field",
            Self::History => "history",
            Self::Task => "task",
            Self::TaskUnit => "task_unit",
            Self::TaskTopic => "task_topic",
            Self::TaskInstrument => "task_instrument",
            Self::CitedDocument => "cited_document",
            Self::OtherNumber => "other_number",
            Self::Note => "note",
            Self::Synonym => "synonym",
            Self::PlanSource => "plan_source",
            Self::CarriedChange => "carried_change",
            Self::ContextFigure => "context_figure",
        }
    }

    /// The table of a stored name.
    pub(crate) fn of_table(table: &str) -> Option<Self> {
        Self::ALL
            .iter()
            .copied()
            .find(|entity| entity.table() == table)
    }

    /// The columns that together name one row.
    pub(crate) fn key(self) -> &'static [&'static str] {
        match self {
            Self::Plan
            | Self::PlanShelf
            | Self::PlanSource
            | Self::Target
            | Self::History
            | Self::Task
            | Self::CarriedChange
            | Self::ContextFigure => &["id"],
            Self::PlanHorizon => &["plan", "year"],
            Self::PlanTag => &["plan", "tag"],
            Self::TargetUnit | Self::TargetField => &["target", "ordinal"],
            Self::TaskUnit => &["task", "role", "ordinal"],
            Self::TaskTopic | Self::TaskInstrument => &["task", "position", "ordinal"],
            Self::CitedDocument | Self::OtherNumber | Self::Note => &["plan", "ordinal"],
            Self::Synonym => &["wording"],
        }
    }

    /// The column that names what the row belongs to; a synonym belongs to nothing.
    pub(crate) fn owner(self) -> Option<&'static str> {
        match self {
            Self::Plan
            | Self::PlanShelf
            | Self::PlanSource
            | Self::Target
            | Self::Task
            | Self::ContextFigure => Some("id"),
            Self::TargetUnit | Self::TargetField | Self::History => Some("target"),
            Self::TaskUnit | Self::TaskTopic | Self::TaskInstrument => Some("task"),
            Self::PlanHorizon
            | Self::PlanTag
            | Self::CitedDocument
            | Self::OtherNumber
            | Self::Note
            | Self::CarriedChange => Some("plan"),
            Self::Synonym => None,
        }
    }
}
