//! The check of a whole library, worded for a report.

use crate::error::Error;
use crate::library::OpenLibrary;
use plan_store::Failure;
use serde::Serialize;
use std::collections::BTreeMap;

/// What was looked at, and what is wrong.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct LibraryCheck {
    /// The library file.
    pub library: String,
    /// Plans looked at.
    pub plans: u32,
    /// Sections looked at.
    pub sections: u32,
    /// Targets looked at.
    pub targets: u32,
    /// Tasks looked at.
    pub tasks: u32,
    /// Other numbers looked at.
    pub other_numbers: u32,
    /// Notes looked at.
    pub notes: u32,
    /// Everything that is wrong; empty when all is well.
    pub failures: Vec<CheckFailure>,
}

/// One thing that is wrong.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CheckFailure {
    /// What kind: `integrity`, `reference`, `source` or `span`.
    pub kind: &'static str,
    /// The document concerned, if it is one.
    pub plan: Option<String>,
    /// What is wrong, in English.
    pub message: String,
}

/// Every row of the library's data as text, to compare two states byte for byte; see [`plan_store::View::dump`].
pub fn dump(library: &OpenLibrary) -> Result<String, Error> {
    library.read(|view| view.dump())
}

/// Checks the file, the references between its tables, the stored sources, and every span and numeral.
pub fn check(library: &OpenLibrary) -> Result<LibraryCheck, Error> {
    let found = library
        .store
        .check()
        .map_err(|source| library.error(source))?;
    let names: BTreeMap<_, _> = library
        .read(|view| Ok(view.plans().list()?))?
        .into_iter()
        .map(|row| (row.id, row.meta.region.unwrap_or(row.source_name)))
        .collect();
    let failures = found
        .failures
        .into_iter()
        .map(|failure| match failure {
            Failure::Integrity(message) => CheckFailure {
                kind: "integrity",
                plan: None,
                message,
            },
            Failure::Reference { table, parent } => CheckFailure {
                kind: "reference",
                plan: None,
                message: format!(
                    "a row of {table} refers to a row of {parent} that does not exist"
                ),
            },
            Failure::Source { plan } => CheckFailure {
                kind: "source",
                plan: names.get(&plan).cloned(),
                message: "the stored source is not the file that was imported".to_owned(),
            },
            Failure::Span { plan, mismatch } => CheckFailure {
                kind: "span",
                plan: names.get(&plan).cloned(),
                message: mismatch.to_string(),
            },
        })
        .collect();
    Ok(LibraryCheck {
        library: library.store.path().display().to_string(),
        plans: found.plans,
        sections: found.sections,
        targets: found.targets,
        tasks: found.tasks,
        other_numbers: found.other_numbers,
        notes: found.notes,
        failures,
    })
}
