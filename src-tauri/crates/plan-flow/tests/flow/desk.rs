//! A desk to work at: a folder of its own, a clock that stands still, and every event that was sent.

use chrono::{DateTime, NaiveDate, TimeZone, Utc};
use plan_flow::wire::job::{JobEvent, JobId, JobPhase, JobSummary};
use plan_flow::wire::library::LibraryState;
use plan_flow::{Cancel, Error, Host, Job, OpenLibrary, import, library};
use plan_model::{Choices, Filter};
use std::path::{Path, PathBuf};

pub(crate) struct Desk {
    folder: tempfile::TempDir,
    year: i32,
}

impl Host for Desk {
    fn now(&self) -> DateTime<Utc> {
        Utc.with_ymd_and_hms(self.year, 1, 2, 23, 4, 5)
            .single()
            .expect("a moment that exists")
    }

    fn today(&self) -> NaiveDate {
        self.now().date_naive()
    }

    fn data_dir(&self) -> &Path {
        self.folder.path()
    }
}

impl Desk {
    pub(crate) fn new() -> Self {
        Self::at(2025)
    }

    /// A desk whose clock stands still in this year.
    pub(crate) fn at(year: i32) -> Self {
        Self {
            year,
            folder: tempfile::tempdir().expect("a temporary folder"),
        }
    }

    /// Opens the library, undisturbed.
    pub(crate) fn open(&self) -> OpenLibrary {
        self.open_until(|_| false).0.expect("the library opens")
    }

    /// Opens the library and cancels at the first event that `enough` picks.
    pub(crate) fn open_until(
        &self,
        enough: impl Fn(&JobEvent) -> bool,
    ) -> (Result<OpenLibrary, Error>, Vec<JobEvent>) {
        run(enough, |job| library::open(&self.library_path(), self, job))
    }

    /// Imports files and folders.
    pub(crate) fn import(
        &self,
        library: &OpenLibrary,
        paths: &[PathBuf],
    ) -> (JobSummary, Vec<JobEvent>) {
        self.import_until(library, paths, |_| false)
    }

    /// Imports and cancels at the first event that `enough` picks.
    pub(crate) fn import_until(
        &self,
        library: &OpenLibrary,
        paths: &[PathBuf],
        enough: impl Fn(&JobEvent) -> bool,
    ) -> (JobSummary, Vec<JobEvent>) {
        let (summary, events) = run(enough, |job| import::paths(library, self, paths, job));
        (summary.expect("the import itself goes on"), events)
    }

    /// Writes a file to import.
    pub(crate) fn file(&self, name: &str, bytes: impl AsRef<[u8]>) -> PathBuf {
        let path = self.folder.path().join("in").join(name);
        std::fs::create_dir_all(path.parent().expect("a folder")).expect("the folder is made");
        std::fs::write(&path, bytes).expect("the file is written");
        path
    }
}

/// Runs a job and cancels it at the first event that `enough` picks.
pub(crate) fn run<T>(
    enough: impl Fn(&JobEvent) -> bool,
    work: impl FnOnce(&mut Job<'_>) -> T,
) -> (T, Vec<JobEvent>) {
    let cancel = Cancel::default();
    let mut events = Vec::new();
    let mut sink = |event: JobEvent| {
        if enough(&event) {
            cancel.cancel();
        }
        events.push(event);
    };
    let answer = work(&mut Job::new(JobId(1), cancel.clone(), &mut sink));
    (answer, events)
}

/// Everything of a library that is shown, except where it lies.
pub(crate) fn content(library: &OpenLibrary) -> impl PartialEq + std::fmt::Debug + use<> {
    let state = LibraryState {
        path: String::new(),
        ..library::state(library).expect("the state")
    };
    let answer = plan_flow::compare::matrix(library, &Filter::default(), &Choices::default())
        .expect("the matrix");
    let overview = plan_flow::compare::overview(library, &Filter::default(), &Choices::default())
        .expect("the overview");
    let mut check = plan_flow::check::check(library).expect("the check");
    check.library = String::new();
    (state, answer, overview, check)
}

/// Whether the event says that the document at this place is being stored.
pub(crate) fn storing(event: &JobEvent) -> bool {
    matches!(
        event,
        JobEvent::Step {
            phase: JobPhase::Storing,
            ..
        }
    )
}
