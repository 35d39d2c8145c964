//! The outside world as the use cases see it: a clock and a place for data. Nothing else comes in unseen.

use crate::pdf_process::PdfProcess;
use chrono::{DateTime, Local, NaiveDate, SecondsFormat, Utc};
use std::path::{Path, PathBuf};

/// The identifier of the application: the name of its folder among the platform's application data.
pub const APP_IDENTIFIER: &str = "cn.planlens.desktop";

/// Name of the library file in the data folder.
pub const LIBRARY_FILE: &str = "library.planlens";

/// Environment variable that replaces the data folder, for the window and the command line alike.
pub const DATA_DIR_VARIABLE: &str = "PLANLENS_DATA_DIR";

/// What a use case may ask of the program it runs in.
pub trait Host: Send + Sync {
    /// The present moment.
    fn now(&self) -> DateTime<Utc>;

    /// The folder for the program's own data. It need not exist yet.
    fn data_dir(&self) -> &Path;

    /// How PDF is read; without it a PDF is refused with words that say why.
    fn pdf(&self) -> Option<&PdfProcess> {
        None
    }

    /// The library that is used when the analyst names none.
    fn library_path(&self) -> PathBuf {
        self.data_dir().join(LIBRARY_FILE)
    }

    /// Today where the program runs, for the face of a report.
    fn today(&self) -> NaiveDate {
        self.now().with_timezone(&Local).date_naive()
    }

    /// The present moment as RFC 3339 in UTC, to the second: the form in which times are stored.
    fn stamp(&self) -> String {
        self.now().to_rfc3339_opts(SecondsFormat::Secs, true)
    }
}

/// The host of a real program: the system's clock and a data folder decided at start.
#[derive(Debug, Clone)]
pub struct SystemHost {
    data_dir: PathBuf,
    pdf: Option<PdfProcess>,
}

impl SystemHost {
    /// A host that keeps its data in `data_dir`.
    #[must_use]
    pub fn new(data_dir: impl Into<PathBuf>) -> Self {
        Self {
            data_dir: data_dir.into(),
            pdf: None,
        }
    }

    /// This host, reading PDF so, if there is a way.
    #[must_use]
    pub fn with_pdf(self, pdf: Option<PdfProcess>) -> Self {
        Self { pdf, ..self }
    }
}

impl Host for SystemHost {
    fn now(&self) -> DateTime<Utc> {
        Utc::now()
    }

    fn data_dir(&self) -> &Path {
        &self.data_dir
    }

    fn pdf(&self) -> Option<&PdfProcess> {
        self.pdf.as_ref()
    }
}
