//! Why a use case could not do what was asked, and how that looks on the wire.

use crate::wire::error::{ErrorCode, WireError};
use plan_read::ReadError;
use plan_store::{SpanMismatch, StoreError};
use std::path::PathBuf;

/// The one error of the use cases.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// The bytes are no text that can be read.
    #[error("{subject} could not be read as a plan")]
    Read {
        /// The file.
        subject: String,
        /// Why.
        source: ReadError,
    },
    /// The file is larger than the reader takes; it was not loaded.
    #[error("{subject} is larger than {limit} bytes")]
    TooLarge {
        /// The file.
        subject: String,
        /// The limit.
        limit: u64,
    },
    /// The file could not be read from disk.
    #[error("{} could not be read from disk", path.display())]
    Unreadable {
        /// The file.
        path: PathBuf,
        /// Why.
        source: std::io::Error,
    },
    /// The file could not be written.
    #[error("{} could not be written", path.display())]
    Unwritable {
        /// The file.
        path: PathBuf,
        /// Why.
        source: std::io::Error,
    },
    /// What was found in the document does not agree with its text, so nothing of it was written.
    #[error("what was found in {subject} does not agree with its text")]
    SpanMismatch {
        /// The file.
        subject: String,
        /// Which span, and how.
        source: Box<SpanMismatch>,
    },
    /// The library refused.
    #[error("the library {} could not be used", path.display())]
    Library {
        /// The library file.
        path: PathBuf,
        /// Why.
        source: Box<StoreError>,
    },
    /// The report could not be made.
    #[error("the report could not be made")]
    Report(#[from] plan_report::ReportError),
    /// The report could not be typeset.
    #[error("the report could not be typeset")]
    Typeset(#[source] plan_pdf::PdfError),
    /// The picture could not be made.
    #[error("the picture could not be made: {0}")]
    Picture(String),
    /// The system has no font to write words with.
    #[error("the system has no font to write words with")]
    NoFont,
    /// Something asked for does not exist (any more).
    #[error("{0} does not exist")]
    NotFound(String),
    /// Another view has this name.
    #[error("there is a view named {0} already")]
    NameTaken(String),
    /// A name that is empty, too long or cannot be read.
    #[error("{0:?} cannot be a name")]
    UnusableName(String),
    /// The file or text is no view, or one of a newer version of the program.
    #[error("{0} is no view that this program reads")]
    NotAView(String),
    /// The plans that come with the program are not as they should be.
    #[error("the plans that come with the program are not in order: {0}")]
    Seeds(String),
}

impl Error {
    /// The code the window acts on.
    #[must_use]
    pub fn code(&self) -> ErrorCode {
        match self {
            Self::Read { source, .. } => read_code(*source),
            Self::TooLarge { .. } => ErrorCode::FileTooLarge,
            Self::Unreadable { .. } => ErrorCode::FileUnreadable,
            Self::Unwritable { .. } => ErrorCode::FileUnwritable,
            Self::SpanMismatch { .. } => ErrorCode::SpanMismatch,
            Self::Library { source, .. } => store_code(source),
            Self::NotFound(_) => ErrorCode::NotFound,
            Self::NameTaken(_) => ErrorCode::NameTaken,
            Self::UnusableName(_) => ErrorCode::UnusableName,
            Self::NotAView(_) => ErrorCode::NotAView,
            Self::NoFont => ErrorCode::NoFont,
            Self::Report(_) | Self::Typeset(_) | Self::Picture(_) | Self::Seeds(_) => {
                ErrorCode::Internal
            }
        }
    }

    /// The file or thing concerned.
    #[must_use]
    pub fn subject(&self) -> Option<String> {
        match self {
            Self::Read { subject, .. }
            | Self::TooLarge { subject, .. }
            | Self::SpanMismatch { subject, .. } => Some(subject.clone()),
            Self::Unreadable { path, .. }
            | Self::Unwritable { path, .. }
            | Self::Library { path, .. } => Some(path.display().to_string()),
            Self::NotFound(what)
            | Self::NameTaken(what)
            | Self::UnusableName(what)
            | Self::NotAView(what) => Some(what.clone()),
            Self::Report(_)
            | Self::Typeset(_)
            | Self::Picture(_)
            | Self::NoFont
            | Self::Seeds(_) => None,
        }
    }

    /// The error as the window receives it.
    #[must_use]
    pub fn to_wire(&self) -> WireError {
        let mut causes = Vec::new();
        let mut cause = std::error::Error::source(self);
        while let Some(error) = cause {
            causes.push(error.to_string());
            cause = error.source();
        }
        WireError {
            code: self.code(),
            message: self.to_string(),
            subject: self.subject(),
            causes,
        }
    }
}

impl From<plan_pdf::PdfError> for Error {
    fn from(error: plan_pdf::PdfError) -> Self {
        match error {
            plan_pdf::PdfError::NoChineseFont => Self::NoFont,
            other => Self::Typeset(other),
        }
    }
}

fn read_code(error: ReadError) -> ErrorCode {
    match error {
        ReadError::Empty => ErrorCode::EmptyFile,
        ReadError::Binary => ErrorCode::BinaryFile,
        ReadError::Undecodable => ErrorCode::Undecodable,
        ReadError::TooLarge { .. } => ErrorCode::FileTooLarge,
        ReadError::TooMuch { .. } => ErrorCode::TooComplex,
        ReadError::LegacyOffice => ErrorCode::LegacyOffice,
        ReadError::Ofd => ErrorCode::OfdFile,
        ReadError::Scan => ErrorCode::ScannedFile,
        ReadError::Archive => ErrorCode::ArchiveFile,
        ReadError::Protected => ErrorCode::ProtectedFile,
        ReadError::Damaged => ErrorCode::DamagedFile,
        ReadError::NoTable => ErrorCode::NoTable,
        ReadError::NoPdfEngine => ErrorCode::NoPdfEngine,
        ReadError::TookTooLong => ErrorCode::TookTooLong,
        ReadError::Stopped => ErrorCode::ReadingStopped,
    }
}

fn store_code(error: &StoreError) -> ErrorCode {
    match error {
        StoreError::Newer { .. } => ErrorCode::LibraryNewer,
        StoreError::Damaged(_)
        | StoreError::NotALibrary
        | StoreError::Journal(_)
        | StoreError::BadCopy(_) => ErrorCode::LibraryDamaged,
        StoreError::ReadOnly(_) => ErrorCode::LibraryReadOnly,
        StoreError::Full(_) => ErrorCode::DiskFull,
        StoreError::InUse => ErrorCode::LibraryInUse,
        StoreError::File { .. } => ErrorCode::FileUnwritable,
        StoreError::Busy(_) => ErrorCode::LibraryBusy,
        StoreError::SpanMismatch(_) => ErrorCode::SpanMismatch,
        StoreError::Unopenable(_) => ErrorCode::FileUnreadable,
        StoreError::Unwritable(_) => ErrorCode::FileUnwritable,
        StoreError::NoSuchPlan(_) | StoreError::NoSuchTarget(_) => ErrorCode::NotFound,
        _ => ErrorCode::Internal,
    }
}
