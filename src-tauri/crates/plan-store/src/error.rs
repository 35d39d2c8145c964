//! Why the library refused. Callers decide by variant, never by text.

use crate::span_check::SpanMismatch;
use plan_model::{PlanId, TargetId};
use rusqlite::ErrorCode;

/// The one error of the library.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum StoreError {
    /// The file was made by a newer version of the program and was left untouched.
    #[error(
        "the library was made by a newer version of the program (schema {found}, this program knows {known})"
    )]
    Newer {
        /// Schema version of the file.
        found: u32,
        /// Newest schema version this program knows.
        known: u32,
    },
    /// The file is a database, but of another program. It was left untouched.
    #[error("the file is a database of another program")]
    NotALibrary,
    /// The file is damaged or no database at all.
    #[error("the library file is damaged or no library at all")]
    Damaged(#[source] rusqlite::Error),
    /// Another program has held the library for too long.
    #[error("another program holds the library")]
    Busy(#[source] rusqlite::Error),
    /// The file could not be opened.
    #[error("the library file could not be opened")]
    Unopenable(#[source] rusqlite::Error),
    /// The disk is full or the file may not be written.
    #[error("the library file could not be written")]
    Unwritable(#[source] rusqlite::Error),
    /// A span or numeral does not agree with the frozen text.
    #[error("what was found does not agree with the text")]
    SpanMismatch(#[from] SpanMismatch),
    /// The journal of changes and the tables do not agree.
    #[error("the journal of changes does not agree with the library: {0}")]
    Journal(&'static str),
    /// The library may be read but not written.
    #[error("the library file may not be written")]
    ReadOnly(#[source] rusqlite::Error),
    /// There is no room left.
    #[error("the disk is full")]
    Full(#[source] rusqlite::Error),
    /// Another process has the library open, and this needs it alone.
    #[error("another program has the library open")]
    InUse,
    /// A file beside the library could not be read or written.
    #[error("{} could not be used", path.display())]
    File {
        /// The file.
        path: std::path::PathBuf,
        /// Why.
        source: std::io::Error,
    },
    /// A copy of the library did not stand up to being opened and checked.
    #[error("the copy of the library is not in order: {0}")]
    BadCopy(String),
    /// The target is not in the library (any more).
    #[error("there is no target {}", .0.0)]
    NoSuchTarget(TargetId),
    /// The plan is not in the library (any more).
    #[error("there is no plan {}", .0.0)]
    NoSuchPlan(PlanId),
    /// The tables could not be brought up to date.
    #[error("the tables of the library could not be brought up to date")]
    Migration(#[source] rusqlite_migration::Error),
    /// Any other refusal of the database: a defect of the program.
    #[error("the database refused")]
    Database(#[source] rusqlite::Error),
}

impl From<rusqlite::Error> for StoreError {
    fn from(error: rusqlite::Error) -> Self {
        use rusqlite::Error as Sql;
        match &error {
            // A row that is not of the shape its table promises was not written by this program.
            Sql::FromSqlConversionFailure(..)
            | Sql::IntegralValueOutOfRange(..)
            | Sql::InvalidColumnType(..) => Self::Damaged(error),
            other => match other.sqlite_error_code() {
                Some(ErrorCode::NotADatabase | ErrorCode::DatabaseCorrupt) => Self::Damaged(error),
                Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => Self::Busy(error),
                Some(ErrorCode::CannotOpen | ErrorCode::PermissionDenied) => {
                    Self::Unopenable(error)
                }
                Some(ErrorCode::DiskFull) => Self::Full(error),
                Some(ErrorCode::ReadOnly) => Self::ReadOnly(error),
                Some(ErrorCode::SystemIoFailure) => Self::Unwritable(error),
                _ => Self::Database(error),
            },
        }
    }
}

impl From<rusqlite_migration::Error> for StoreError {
    fn from(error: rusqlite_migration::Error) -> Self {
        match error {
            rusqlite_migration::Error::RusqliteError { err, .. } => err.into(),
            other => Self::Migration(other),
        }
    }
}
