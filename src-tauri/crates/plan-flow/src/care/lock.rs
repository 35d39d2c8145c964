//! Who has a library open. Windows and programs share a library: SQLite orders their transactions, and what one
//! changed the others read. Only putting another file in its place needs the library alone, so everyone who has it
//! open holds a shared lock on a small file beside it, which the system lets go when a process ends.

use plan_store::StoreError;
use std::fs::{File, TryLockError};
use std::path::{Path, PathBuf};

/// The lock of one who has the library open.
#[derive(Debug, Default)]
pub(crate) struct Presence(#[expect(dead_code, reason = "held for its lock")] Option<File>);

fn file_of(path: &Path) -> PathBuf {
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(".lock");
    path.with_file_name(name)
}

fn open(path: &Path) -> Option<File> {
    File::options()
        .create(true)
        .truncate(false)
        .write(true)
        .open(file_of(path))
        .ok()
}

impl Presence {
    /// Shares the library at `path`. Where no lock can be had (a file system without them) nothing is held; the
    /// database's own locks work there or the library does not open at all.
    pub(crate) fn share(path: &Path) -> Result<Self, StoreError> {
        let Some(file) = open(path) else {
            return Ok(Self(None));
        };
        match file.try_lock_shared() {
            Ok(()) => Ok(Self(Some(file))),
            // Somebody is putting another file in its place just now.
            Err(TryLockError::WouldBlock) => Err(StoreError::InUse),
            Err(TryLockError::Error(_)) => Ok(Self(None)),
        }
    }

    /// Has the library at `path` alone, or is refused.
    pub(crate) fn alone(path: &Path) -> Result<Self, StoreError> {
        let Some(file) = open(path) else {
            return Ok(Self(None));
        };
        match file.try_lock() {
            Ok(()) => Ok(Self(Some(file))),
            Err(TryLockError::WouldBlock) => Err(StoreError::InUse),
            Err(TryLockError::Error(_)) => Ok(Self(None)),
        }
    }
}
