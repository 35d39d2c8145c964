//! Opening the library: created when absent, filled from the plans that come with the program, listed.

use crate::compare::Loaded;
use crate::error::Error;
use crate::host::Host;
use crate::job::Job;
use crate::seeds;
use crate::wire::library::{LibraryState, PlanSummary};
use plan_lexicon::Lexicon;
use plan_model::PlanId;
use plan_store::{Change, Library, StoreError, View};
use std::path::Path;
use std::sync::{Arc, Mutex};

/// Version of the program.
pub const APP_VERSION: &str = env!("CARGO_PKG_VERSION");

/// A library at work.
pub struct OpenLibrary {
    pub(crate) store: Library,
    pub(crate) lexicon: &'static Lexicon,
    /// The plans as last loaded, with the generation of the library they belong to.
    pub(crate) loaded: Mutex<Option<Arc<Loaded>>>,
}

/// Opens the library at `path`. The first time, it is filled from the plans that come with the program; when
/// that was interrupted, the rest is added now.
pub fn open(path: &Path, host: &dyn Host, job: &mut Job<'_>) -> Result<OpenLibrary, Error> {
    let library = open_unfilled(path)?;
    seeds::fill(&library, host, job)?;
    Ok(library)
}

/// Opens the library at `path` without adding anything to it.
pub(crate) fn open_unfilled(path: &Path) -> Result<OpenLibrary, Error> {
    if let Some(folder) = path.parent() {
        std::fs::create_dir_all(folder).map_err(|source| Error::Unwritable {
            path: folder.to_owned(),
            source,
        })?;
    }
    let store = Library::open(path).map_err(|source| Error::Library {
        path: path.to_owned(),
        source: Box::new(source),
    })?;
    Ok(OpenLibrary {
        store,
        lexicon: Lexicon::builtin(),
        loaded: Mutex::new(None),
    })
}

/// The open library as the window shows it.
pub fn state(library: &OpenLibrary) -> Result<LibraryState, Error> {
    Ok(LibraryState {
        path: library.store.path().display().to_string(),
        app_version: APP_VERSION.to_owned(),
        extractor_version: plan_extract::EXTRACTOR_VERSION,
        lexicon_version: library.lexicon.version().to_owned(),
        plans: plans(library)?,
    })
}

/// Every plan, in library order.
pub fn plans(library: &OpenLibrary) -> Result<Vec<PlanSummary>, Error> {
    library.read(|view| {
        view.plans()
            .list()?
            .into_iter()
            .map(|row| {
                Ok(PlanSummary {
                    plan: row.id,
                    colour: row.position,
                    targets: view.targets().count(row.id)?,
                    meta: row.meta,
                    source_name: row.source_name,
                    source_sha256: row.source_sha256,
                    imported_at: row.imported_at,
                })
            })
            .collect()
    })
}

/// Removes a plan with everything found in it. It stays away: what comes with the program is added only once.
pub fn remove(library: &OpenLibrary, plan: PlanId) -> Result<(), Error> {
    library.write(|change| change.remove_plan(plan))
}

impl OpenLibrary {
    /// Reads one snapshot of the library.
    pub(crate) fn read<T>(
        &self,
        read: impl FnOnce(&View<'_>) -> Result<T, StoreError>,
    ) -> Result<T, Error> {
        self.store.read(read).map_err(|source| self.error(source))
    }

    /// Changes the library in one transaction.
    pub(crate) fn write<T>(
        &self,
        change: impl FnOnce(&Change<'_>) -> Result<T, StoreError>,
    ) -> Result<T, Error> {
        self.store
            .write(change)
            .map_err(|source| self.error(source))
    }

    pub(crate) fn error(&self, source: StoreError) -> Error {
        Error::Library {
            path: self.store.path().to_owned(),
            source: Box::new(source),
        }
    }
}
