//! Opening the library: created when absent, filled from the plans that come with the program, listed.

use crate::care::{self, Presence};
use crate::error::Error;
use crate::host::Host;
use crate::import::Sketches;
use crate::job::Job;
use crate::loaded::Loaded;
use crate::matrix_window::Windows;
use crate::seeds;
use crate::wire::care::LibraryPulse;
use crate::wire::library::{LibraryState, PlanSummary};
use plan_lexicon::Lexicon;
use plan_store::{Change, Library, PlanRow, StoreError, View};
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};

/// Version of the program.
pub const APP_VERSION: &str = env!("CARGO_PKG_VERSION");

/// A library at work.
pub struct OpenLibrary {
    pub(crate) store: Library,
    /// Below the store, because fields are closed in this order: the lock is let go last.
    presence: Presence,
    pub(crate) lexicon: &'static Lexicon,
    /// The vocabulary with the analyst's synonyms, as last made.
    taught: Mutex<Option<(Synonyms, Arc<Lexicon>)>>,
    /// First glances at the texts, for recognising what is known already.
    pub(crate) sketches: Sketches,
    /// The plans as last loaded.
    pub(crate) loaded: Mutex<Option<Arc<Loaded>>>,
    /// The comparisons as last built for the window.
    pub(crate) windows: Windows,
}

/// Opens the library at `path`. The first time, it is filled from the plans that come with the program; when
/// that was interrupted, the rest is added now.
pub fn open(path: &Path, host: &dyn Host, job: &mut Job<'_>) -> Result<OpenLibrary, Error> {
    let library = open_unfilled(path, host)?;
    seeds::fill(&library, host, job)?;
    Ok(library)
}

/// Opens the library at `path`, which must exist, as it is: nothing is added to it.
pub fn open_existing(path: &Path, host: &dyn Host) -> Result<OpenLibrary, Error> {
    if !path.is_file() {
        return Err(Error::NotFound(path.display().to_string()));
    }
    open_unfilled(path, host)
}

/// Makes a new library at `path`, without any plan: the analyst's own begins empty. A file that stands there
/// already is left alone.
pub fn create(path: &Path, host: &dyn Host) -> Result<OpenLibrary, Error> {
    if path.exists() {
        return Err(Error::Unwritable {
            path: path.to_owned(),
            source: std::io::ErrorKind::AlreadyExists.into(),
        });
    }
    let library = open_unfilled(path, host)?;
    library.write(seeds::keep_empty)?;
    Ok(library)
}

/// Opens the library at `path` without adding anything to it.
pub(crate) fn open_unfilled(path: &Path, host: &dyn Host) -> Result<OpenLibrary, Error> {
    if let Some(folder) = path.parent() {
        std::fs::create_dir_all(folder).map_err(|source| Error::Unwritable {
            path: folder.to_owned(),
            source,
        })?;
    }
    let failed = |source| Error::Library {
        path: path.to_owned(),
        source: Box::new(source),
    };
    let presence = Presence::share(path).map_err(failed)?;
    care::before_migration(path, host)?;
    let store = Library::open(path).map_err(failed)?;
    Ok(OpenLibrary {
        store,
        presence,
        lexicon: Lexicon::builtin(),
        taught: Mutex::new(None),
        sketches: Sketches::default(),
        loaded: Mutex::new(None),
        windows: Windows::default(),
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

/// How the library stands: who shares it, and whether it changed.
pub fn pulse(library: &OpenLibrary) -> Result<LibraryPulse, Error> {
    Ok(LibraryPulse {
        others: library.presence.others(library.store.path()),
        elsewhere: library
            .store
            .written_elsewhere()
            .map_err(|source| library.error(source))?,
        // Read last: what is written in between shows again the next time, and is not missed.
        generation: library.read(|view| Ok(view.settings().generation()?))?,
    })
}

/// Every plan in use, in library order.
pub fn plans(library: &OpenLibrary) -> Result<Vec<PlanSummary>, Error> {
    library.read(|view| {
        let rows = view.plans().list()?;
        rows.into_iter().map(|row| summary(view, row)).collect()
    })
}

/// Whether older rules or an older built-in vocabulary read the plan. A wording taught since is no reason to read it
/// again: the targets it concerns followed it when it was taught.
pub(crate) fn is_outdated(row: &PlanRow) -> bool {
    let taught = row
        .lexicon_version
        .strip_prefix(Lexicon::builtin().version());
    row.extractor_version < plan_extract::EXTRACTOR_VERSION
        || !taught.is_some_and(|rest| rest.is_empty() || rest.starts_with('+'))
}

/// One plan as lists show it.
pub(crate) fn summary(view: &View<'_>, row: PlanRow) -> Result<PlanSummary, StoreError> {
    let counts = view.targets().counts(row.id, plan_extract::REVIEW_BELOW)?;
    Ok(PlanSummary {
        plan: row.id,
        colour: row.position,
        targets: counts.targets,
        decided: counts.decided,
        to_review: counts.to_review,
        rejected: counts.rejected,
        earlier_versions: u32::try_from(view.plans().versions_of(row.id)?.len())
            .unwrap_or(u32::MAX),
        outdated: is_outdated(&row),
        format: row.source.map(|(format, _)| format),
        quality: row.source.map(|(_, quality)| quality),
        tags: row.tags,
        meta: row.meta,
        source_name: row.source_name,
        source_sha256: row.source_sha256,
        imported_at: row.imported_at,
    })
}

/// The built-in vocabulary, or a taught one.
pub(crate) struct Taught(Option<Arc<Lexicon>>);

impl std::ops::Deref for Taught {
    type Target = Lexicon;

    fn deref(&self) -> &Lexicon {
        self.0.as_deref().unwrap_or_else(|| Lexicon::builtin())
    }
}

/// Wordings with their indicators.
type Synonyms = Vec<(String, String)>;

impl OpenLibrary {
    /// The library file.
    #[must_use]
    pub fn path(&self) -> &Path {
        self.store.path()
    }

    /// The vocabulary that documents are read with: the built-in one with the analyst's synonyms over it.
    pub(crate) fn taught_lexicon(&self) -> Result<Taught, Error> {
        let synonyms = self.read(|view| Ok(view.synonyms().list()?))?;
        if synonyms.is_empty() {
            return Ok(Taught(None));
        }
        let mut kept = self.taught.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((known, lexicon)) = &*kept
            && *known == synonyms
        {
            return Ok(Taught(Some(Arc::clone(lexicon))));
        }
        let lexicon = Arc::new(Lexicon::with_synonyms(&synonyms));
        *kept = Some((synonyms, Arc::clone(&lexicon)));
        Ok(Taught(Some(lexicon)))
    }

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
