//! One file per table (or table with its lists): the migration that made it, its row, its reading and its
//! writing functions.

pub(crate) mod carried;
pub(crate) mod change;
pub(crate) mod cited_document;
pub(crate) mod context_figure;
pub(crate) mod history;
pub(crate) mod named_view;
pub(crate) mod note;
pub(crate) mod other_number;
pub(crate) mod plan;
pub(crate) mod plan_generation;
pub(crate) mod section;
pub(crate) mod setting;
pub(crate) mod shelf;
pub(crate) mod source;
pub(crate) mod synonym;
pub(crate) mod target;
pub(crate) mod task;
pub(crate) mod task_content;
pub(crate) mod text_tables;

/// Every step the file has gone through, oldest first. Append only: an applied step is never changed.
pub(crate) const MIGRATIONS: &[&str] = &[
    // Only this step names the program's mark; a file without it is not a library.
    "PRAGMA application_id = 1349274734;",
    plan::CREATE,
    section::CREATE,
    target::CREATE,
    task::CREATE,
    other_number::CREATE,
    note::CREATE,
    history::CREATE,
    setting::CREATE,
    target::CREATE_FIELDS,
    task_content::CREATE,
    cited_document::CREATE,
    shelf::CREATE,
    target::CREATE_COMMENT,
    synonym::CREATE,
    change::CREATE,
    named_view::CREATE,
    text_tables::CREATE,
    source::CREATE,
    carried::CREATE,
    context_figure::CREATE,
    plan_generation::CREATE,
];
