//! Importing in two steps: what the files are, then which of them enter the library and as what.

use super::error::WireError;
use plan_model::{
    Firmness, Note, NoteCode, Op, PlanId, PlanMeta, SheetMapping, SourceFormat, TextQuality, Year,
};
use serde::{Deserialize, Serialize};

/// What an analyst holds over the window, or lets go there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum DropEvent {
    /// Files or folders hover over the window.
    Over {
        /// How many.
        count: u32,
    },
    /// They were let go.
    Dropped {
        /// What can be proposed now.
        paths: Vec<String>,
    },
    /// They went away again.
    Left,
}

/// What the dialog asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "snake_case")]
pub enum ImportSource {
    /// Files.
    Files,
    /// Folders, with every document within.
    Folder,
}

/// One document as it would enter the library.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct ImportProposal {
    /// The file, to be given back when it is imported.
    pub path: String,
    /// Its name.
    pub name: String,
    /// What it is; `null` when it cannot be read.
    pub format: Option<SourceFormat>,
    /// How well the text came out of it, in parts of 10,000.
    pub quality: Option<TextQuality>,
    /// Size in bytes.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub bytes: u64,
    /// What it says about itself; `null` when it cannot be read.
    pub meta: Option<PlanMeta>,
    /// Targets found.
    pub targets: u32,
    /// Characters of text.
    pub characters: u32,
    /// What was noticed.
    pub notes: Vec<ImportNote>,
    /// Of a workbook: its sheets, and how they are read.
    pub sheets: Vec<SheetProposal>,
    /// What the library, or an earlier file of the same list, has of it already.
    pub known: Option<KnownAs>,
    /// What to do unless the analyst says otherwise.
    pub decision: ImportDecision,
    /// Why it cannot be taken.
    pub error: Option<WireError>,
}

/// One sheet of a workbook as it would be read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct SheetProposal {
    /// What its columns hold, and where its values begin.
    pub mapping: SheetMapping,
    /// Whether it is read.
    pub taken: bool,
    /// Its first lines, cell by cell; long cells are cut.
    pub rows: Vec<Vec<String>>,
    /// How many lines it has.
    pub lines: u32,
    /// The first targets that come of it.
    pub targets: Vec<SheetTarget>,
    /// How many targets come of it.
    pub found: u32,
    /// The first rows that give no target.
    pub unread: Vec<UnreadRow>,
    /// How many rows give no target.
    pub unread_count: u32,
}

/// A target as it comes of a row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct SheetTarget {
    /// The line of the sheet, from 0.
    pub line: u32,
    /// Canonical indicator.
    pub indicator: String,
    /// How the value bounds the commitment.
    pub op: Op,
    /// The number, as text so that no digit is lost.
    pub value: Option<String>,
    /// Upper end of a range.
    pub value_max: Option<String>,
    /// Unit.
    pub unit: Option<String>,
    /// The year by which.
    pub year: Option<Year>,
    /// Whether the words bind or aim.
    pub firmness: Firmness,
    /// Responsible units.
    pub responsible: Vec<String>,
}

/// A row of a sheet that gives no target.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct UnreadRow {
    /// The line of the sheet, from 0.
    pub line: u32,
    /// Its cells; long ones are cut.
    pub cells: Vec<String>,
    /// Why.
    pub fault: RowFault,
}

/// Why a row gives no target.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "snake_case")]
pub enum RowFault {
    /// No indicator is named.
    NoName,
    /// No number stands where its value should.
    NoValue,
}

/// Something noticed in a document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct ImportNote {
    /// What.
    pub code: NoteCode,
    /// Count or quotation.
    pub detail: Option<String>,
}

impl From<&Note> for ImportNote {
    fn from(note: &Note) -> Self {
        Self {
            code: note.code,
            detail: note.detail.clone(),
        }
    }
}

/// What is known of a document already.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum KnownAs {
    /// The same bytes are in the library.
    SameBytes {
        /// The plan.
        plan: PlanId,
        /// Region of the plan, else its title or file name.
        plan_name: String,
    },
    /// The same bytes were in the library and were removed: they can be brought back with all decisions.
    Removed {
        /// The plan.
        plan: PlanId,
        /// Region of the plan, else its title or file name.
        plan_name: String,
    },
    /// Nearly the same text: the same plan from another place, or another version of it.
    NearText {
        /// The plan.
        plan: PlanId,
        /// Region of the plan, else its title or file name.
        plan_name: String,
        /// Share of common passages, in per cent, cut off.
        likeness: u8,
    },
    /// Another text of the same title, document number and region: another version of the plan.
    SameDocument {
        /// The plan.
        plan: PlanId,
        /// Region of the plan, else its title or file name.
        plan_name: String,
        /// Share of common passages, in per cent, cut off.
        likeness: u8,
    },
    /// A file earlier in this list has the same bytes.
    EarlierFile {
        /// Its name.
        name: String,
    },
}

/// What shall become of a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum ImportDecision {
    /// A plan of its own.
    AsNew,
    /// The new version of a plan of the library, which becomes an earlier version of it.
    AsVersion {
        /// The plan.
        of: PlanId,
    },
    /// The removed plan with the same bytes comes back.
    BringBack,
    /// It is left out.
    Skip,
}

/// A document to import.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct ImportItem {
    /// The file, as proposed.
    pub path: String,
    /// What it says about itself, as the analyst confirmed it; `null`: as read.
    pub meta: Option<PlanMeta>,
    /// Tags it gets.
    pub tags: Vec<String>,
    /// What shall become of it.
    pub decision: ImportDecision,
    /// Of a workbook: the sheets to read and what their columns hold; `null`: as proposed at first.
    pub sheets: Option<Vec<SheetMapping>>,
}

/// What came of an import.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct ImportAnswer {
    /// Documents imported, new versions among them.
    pub imported: u32,
    /// Documents brought back.
    pub restored: u32,
    /// Documents that were in the library already.
    pub duplicates: u32,
    /// Documents left out as decided.
    pub skipped: u32,
    /// Documents that could not be taken.
    pub refused: u32,
    /// Documents that were not reached, the last ones given, because the analyst cancelled.
    pub left: u32,
    /// Targets found.
    pub targets: u32,
    /// Decisions that were carried over to a new version.
    pub carried: u32,
    /// Decisions whose words do not stand in the new version any more.
    pub lost: Vec<LostDecision>,
}

/// A decision that could not be carried over to a new version. It stays in the earlier version.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct LostDecision {
    /// The plan, in its new version.
    pub plan: PlanId,
    /// Canonical indicator.
    pub indicator: String,
    /// What was quoted.
    pub quote: String,
}
