//! Why a use case could not do what was asked, and how that looks on the wire.

use crate::wire::error::{ErrorCode, WireError};
use plan_store::StoreError;
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
        source: plan_read::ReadError,
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
    /// The library refused.
    #[error("the library refused")]
    Store(#[from] StoreError),
    /// The report could not be made.
    #[error("the report could not be made")]
    Report(#[from] plan_report::ReportError),
    /// Something asked for does not exist (any more).
    #[error("{0} does not exist")]
    NotFound(String),
    /// The plans that come with the program are not as they should be.
    #[error("the plans that come with the program are not in order: {0}")]
    Seeds(String),
}

impl Error {
    /// The code the window acts on.
    #[must_use]
    pub fn code(&self) -> ErrorCode {
        use plan_read::ReadError;
        match self {
            Self::Read { source: ReadError::Empty, .. } => ErrorCode::EmptyFile,
            Self::Read { source: ReadError::Binary, .. } => ErrorCode::BinaryFile,
            Self::Read { source: ReadError::Undecodable, .. } => ErrorCode::Undecodable,
            Self::Read { source: ReadError::TooLarge, .. } | Self::TooLarge { .. } => ErrorCode::FileTooLarge,
            Self::Unreadable { .. } => ErrorCode::FileUnreadable,
            Self::Unwritable { .. } => ErrorCode::FileUnwritable,
            Self::Store(error) => store_code(error),
            Self::NotFound(_) => ErrorCode::NotFound,
            Self::Report(_) | Self::Seeds(_) => ErrorCode::Internal,
        }
    }

    /// The file or thing concerned.
    #[must_use]
    pub fn subject(&self) -> Option<String> {
        match self {
            Self::Read { subject, .. } | Self::TooLarge { subject, .. } => Some(subject.clone()),
            Self::Unreadable { path, .. } | Self::Unwritable { path, .. } => Some(path.display().to_string()),
            Self::Store(error) => error.subject(),
            Self::NotFound(what) => Some(what.clone()),
            Self::Report(_) | Self::Seeds(_) => None,
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
        WireError { code: self.code(), message: self.to_string(), subject: self.subject(), causes }
    }
}

fn store_code(error: &StoreError) -> ErrorCode {
    match error {
        StoreError::Newer { .. } => ErrorCode::LibraryNewer,
        StoreError::Damaged { .. } | StoreError::NotALibrary { .. } => ErrorCode::LibraryDamaged,
        StoreError::Busy { .. } => ErrorCode::LibraryBusy,
        StoreError::SpanMismatch(_) => ErrorCode::SpanMismatch,
        StoreError::Unopenable { .. } => ErrorCode::FileUnreadable,
        StoreError::NoSuchPlan(_) => ErrorCode::NotFound,
        StoreError::Database(_) | StoreError::Content { .. } => ErrorCode::Internal,
    }
}
