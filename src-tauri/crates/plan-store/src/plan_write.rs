//! Writing one document: checked first, then everything in one transaction.

use crate::error::StoreError;
use crate::library::Change;
use crate::span_check::{SpanMismatch, check_document};
use crate::table::cited_document::CitedDocumentTableMut;
use crate::table::history::HistoryTableMut;
use crate::table::named_view::{NamedViewRow, NamedViewTableMut};
use crate::table::note::NoteTableMut;
use crate::table::other_number::OtherNumberTableMut;
use crate::table::plan::{PlanInsert, PlanTableMut};
use crate::table::plan_generation;
use crate::table::section::SectionTableMut;
use crate::table::setting::SettingTableMut;
use crate::table::source;
use crate::table::target::TargetTableMut;
use crate::table::task::TaskTableMut;
use crate::table::text_tables;
use plan_model::{Extraction, FrozenPlan, PlanId, Status};
use sha2::{Digest, Sha256};
use std::fmt::Write;

/// Where a plan goes in the library's order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// After all others.
    Last,
    /// At this position, counted from 0.
    At(u32),
}

/// A document with everything found in it, not yet checked.
#[derive(Debug, Clone, Copy)]
pub struct NewPlan<'a> {
    /// Name of the source file.
    pub source_name: &'a str,
    /// The source bytes as they came.
    pub source: &'a [u8],
    /// The document after reading.
    pub frozen: &'a FrozenPlan,
    /// What was found in it.
    pub extraction: &'a Extraction,
    /// When it is imported, RFC 3339.
    pub imported_at: &'a str,
    /// Where it goes.
    pub place: Place,
}

/// A document whose every span agrees with its text: the only kind that can be written.
#[derive(Debug, Clone)]
pub struct CheckedPlan<'a> {
    plan: NewPlan<'a>,
    sha256: String,
}

impl<'a> NewPlan<'a> {
    /// Checks every span and numeral against the frozen text.
    pub fn checked(self) -> Result<CheckedPlan<'a>, SpanMismatch> {
        check_document(self.frozen, self.extraction)?;
        Ok(CheckedPlan {
            sha256: sha256_hex(self.source),
            plan: self,
        })
    }
}

/// What became of a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Added {
    /// It is in the library now.
    New(PlanId),
    /// The same bytes were in the library already; nothing was written.
    Known(PlanId),
}

/// Hexadecimal SHA-256, as the library stores it.
#[must_use]
pub fn sha256_hex(bytes: &[u8]) -> String {
    Sha256::digest(bytes)
        .iter()
        .fold(String::with_capacity(64), |mut hex, byte| {
            let _ = write!(hex, "{byte:02x}");
            hex
        })
}

impl Change<'_> {
    /// Writes a document with everything found in it, unless the same bytes are there already.
    pub fn add_plan(&self, checked: &CheckedPlan<'_>) -> Result<Added, StoreError> {
        let CheckedPlan {
            plan: NewPlan {
                frozen, extraction, ..
            },
            sha256,
        } = checked;
        let new = &checked.plan;
        if let Some(known) = self.plans().by_sha256(sha256)? {
            return Ok(Added::Known(known));
        }
        let tx = self.transaction();
        let text = frozen.text.as_str();
        let plans = PlanTableMut(tx);
        let plan = plans.insert(&PlanInsert {
            position: match new.place {
                Place::Last => None,
                Place::At(position) => Some(position),
            },
            source_name: new.source_name,
            source_sha256: sha256,
            source: new.source,
            encoding: &frozen.encoding,
            frozen: text,
            meta: &extraction.meta,
            extractor_version: extraction.extractor_version,
            lexicon_version: &extraction.lexicon_version,
            imported_at: new.imported_at,
        })?;
        source::insert(tx, plan, frozen.format, frozen.quality)?;
        plans.insert_furniture(plan, text, &frozen.furniture)?;
        text_tables::insert(tx, plan, &frozen.tables)?;
        SectionTableMut(tx).insert(plan, text, &frozen.sections)?;
        let version = (
            extraction.extractor_version,
            extraction.lexicon_version.as_str(),
        );
        let by = format!("extractor {}, lexicon {}", version.0, version.1);
        for target in &extraction.targets {
            let id = TargetTableMut(tx).insert(plan, text, target, version, Status::Extracted)?;
            HistoryTableMut(tx).append(id, new.imported_at, "extracted", &by)?;
        }
        TaskTableMut(tx).insert(plan, text, &extraction.tasks)?;
        CitedDocumentTableMut(tx).insert(plan, text, &extraction.cited)?;
        OtherNumberTableMut(tx).insert(plan, text, &extraction.other_numbers)?;
        NoteTableMut(tx).insert(plan, text, frozen.notes.iter().chain(&extraction.notes))?;
        SettingTableMut(tx).next_generation()?;
        plan_generation::insert(tx, plan)?;
        Ok(Added::New(plan))
    }

    /// Sets a setting.
    pub fn set(&self, key: &str, value: &str) -> Result<(), StoreError> {
        Ok(SettingTableMut(self.transaction()).set(key, value)?)
    }

    /// Writes a named view; one of the same name gives way.
    pub fn put_named_view(&self, view: &NamedViewRow) -> Result<(), StoreError> {
        Ok(NamedViewTableMut(self.transaction()).put(view)?)
    }

    /// Takes a named view away; says whether there was one.
    pub fn remove_named_view(&self, name: &str) -> Result<bool, StoreError> {
        Ok(NamedViewTableMut(self.transaction()).remove(name)?)
    }
}
