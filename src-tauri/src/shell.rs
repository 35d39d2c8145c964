//! What the commands share: the host, the open library, the running jobs, and the files the reports went to.

use crate::jobs::Jobs;
use crate::offered::Offered;
use plan_flow::wire::error::{ErrorCode, WireError};
use plan_flow::{Error, Job, OpenLibrary, SystemHost, care, library};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// The state of the program while its window is open.
pub(crate) struct Shell {
    /// Clock and data folder.
    pub(crate) host: SystemHost,
    /// Work that can be cancelled.
    pub(crate) jobs: Jobs,
    /// What the analyst chose or dropped.
    pub(crate) offered: Offered,
    library: Mutex<Option<Arc<OpenLibrary>>>,
    place: Mutex<Option<PathBuf>>,
    written: Mutex<BTreeSet<PathBuf>>,
}

impl Shell {
    /// A shell with no library open yet.
    pub(crate) fn new(host: SystemHost) -> Self {
        Self {
            host,
            jobs: Jobs::default(),
            offered: Offered::default(),
            library: Mutex::default(),
            place: Mutex::default(),
            written: Mutex::default(),
        }
    }

    /// The library, opened by the first who asks; others wait for it rather than open it twice.
    pub(crate) fn library(&self, job: &mut Job<'_>) -> Result<Arc<OpenLibrary>, Error> {
        let mut open = held(&self.library);
        if let Some(library) = &*open {
            return Ok(Arc::clone(library));
        }
        let path = self.library_path();
        let library = Arc::new(library::open(&path, &self.host, job)?);
        *open = Some(Arc::clone(&library));
        drop(open);
        self.remember(&path);
        Ok(library)
    }

    /// The library that is open or would be opened: the last one, else the program's own.
    pub(crate) fn library_path(&self) -> PathBuf {
        held(&self.place)
            .get_or_insert_with(|| care::last(&self.host))
            .clone()
    }

    /// The library that is open.
    pub(crate) fn open_path(&self) -> Option<PathBuf> {
        held(&self.library)
            .as_ref()
            .map(|library| library.path().to_owned())
    }

    /// Puts another library in the place of the open one, which is closed once nobody works with it any more.
    pub(crate) fn put(&self, library: Arc<OpenLibrary>, path: PathBuf) {
        self.remember(&path);
        *held(&self.place) = Some(path);
        *held(&self.library) = Some(library);
    }

    /// Does `work` while the library is closed here. Whoever works with it just now keeps it open, and `work` will
    /// find it in use.
    pub(crate) fn closed<T>(&self, work: impl FnOnce() -> T) -> T {
        let mut open = held(&self.library);
        *open = None;
        work()
    }

    fn remember(&self, path: &Path) {
        // A list that cannot be written is no reason not to open the library.
        let _ = care::opened(&self.host, path);
    }

    /// Remembers a file that a report went to.
    pub(crate) fn wrote(&self, path: &Path) {
        held(&self.written).insert(path.to_owned());
    }

    /// Refuses every path that no report of this run went to: the page may not choose what is opened.
    pub(crate) fn must_have_written(&self, path: &Path) -> Result<(), WireError> {
        if held(&self.written).contains(path) {
            return Ok(());
        }
        Err(WireError {
            code: ErrorCode::NotFound,
            message: "no report was written there".into(),
            subject: Some(path.display().to_string()),
            causes: Vec::new(),
        })
    }
}

/// The value behind a lock. A panic elsewhere has been reported already and is no reason to stop here.
pub(crate) fn held<T>(lock: &Mutex<T>) -> MutexGuard<'_, T> {
    lock.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_written_reports_can_be_revealed() {
        let shell = Shell::new(SystemHost::new("unused"));
        shell.wrote(Path::new("/a/report.xlsx"));
        assert!(shell.must_have_written(Path::new("/a/report.xlsx")).is_ok());
        let refused = shell
            .must_have_written(Path::new("/etc/passwd"))
            .unwrap_err();
        assert_eq!(refused.code, ErrorCode::NotFound);
    }
}
