//! The library file: one SQLite database with every plan's bytes, frozen text and everything found in it.
//! The only crate that knows SQLite.
//!
//! Invariants: a document is written whole, in one transaction, or not at all; nothing is written or handed
//! out whose span does not check against the frozen text; quotations stand beside their offsets, so that a
//! disagreement can be seen; decimals are text; a file made by a newer version is never opened.

mod check;
mod connection;
mod copy;
mod dump;
mod error;
mod journal;
mod library;
mod plan_write;
mod row;
mod span_check;
mod table;

pub use check::{Check, Failure};
pub use copy::{CopyOf, Peek, copy, peek, verify};
pub use error::StoreError;
pub use journal::{Journal, NewBatch};
pub use library::{Change, Library, View};
pub use plan_write::{Added, CheckedPlan, NewPlan, Place, sha256_hex};
pub use span_check::{Mismatch, SpanMismatch, drop_unplaced, says};
pub use table::carried::{CarriedRow, CarriedTable};
pub use table::change::{BatchRow, ChangeRow, ChangeTable};
pub use table::cited_document::CitedDocumentTable;
pub use table::context_figure::ContextFigureTable;
pub use table::history::{HistoryEvent, HistoryTable};
pub use table::named_view::{NamedViewRow, NamedViewTable};
pub use table::note::NoteTable;
pub use table::other_number::OtherNumberTable;
pub use table::plan::{PlanRow, PlanTable};
pub use table::plan_generation::PlanGenerationTable;
pub use table::section::SectionTable;
pub use table::setting::SettingTable;
pub use table::shelf::{Shelf, TagTable};
pub use table::source::SourceTable;
pub use table::synonym::SynonymTable;
pub use table::target::{TargetCounts, TargetRow, TargetTable};
pub use table::task::TaskTable;
pub use table::text_tables::TextTablesTable;
