//! The care of library files: backups that rotate and are checked, restoring one, several libraries, handing one
//! over, merging one in.

mod backup;
mod lock;
mod merge;
mod merge_write;
mod recent;
mod restore;

pub use backup::backups;
pub(crate) use backup::{before_migration, make};
pub(crate) use lock::Presence;
pub(crate) use merge::values;
pub use merge::{merge, merge_preview};
pub use recent::{forget, last, opened, recent};
pub use restore::restore;

use crate::error::Error;
use crate::host::Host;
use crate::library::{OpenLibrary, is_outdated};
use crate::wire::care::{BackupReason, CareReport, HandOver};
use plan_store::CopyOf;
use std::path::Path;

/// What is done once the library is open and the window has its first picture: a backup when the library has
/// changed since the last one, and the database's own check.
pub fn after_open(library: &OpenLibrary, host: &dyn Host) -> Result<CareReport, Error> {
    let (backup, backup_error) = match backup::if_changed(library, host) {
        Ok(backup) => (backup, None),
        // A full disk or a folder that cannot be written is told, and no reason not to look further.
        Err(error) => (None, Some(error.to_wire())),
    };
    let damages = library
        .store
        .damages()
        .map_err(|source| library.error(source))?;
    let rows = library.read(|view| Ok(view.plans().list()?))?;
    let outdated = rows
        .into_iter()
        .filter(is_outdated)
        .map(|row| row.id)
        .collect();
    Ok(CareReport {
        backup,
        backup_error,
        damages,
        outdated,
    })
}

/// Writes the library as one file to a place the analyst chose.
pub fn hand_over(library: &OpenLibrary, to: &Path, what: HandOver) -> Result<(), Error> {
    if same_file(library.store.path(), to) {
        return Err(Error::Unwritable {
            path: to.to_owned(),
            source: std::io::ErrorKind::AlreadyExists.into(),
        });
    }
    library
        .store
        .copy_to(
            to,
            match what {
                HandOver::All => CopyOf::All,
                HandOver::InUse => CopyOf::InUse,
            },
        )
        .map_err(|source| library.error(source))
}

/// Makes a backup now because the analyst asks for it.
pub fn backup_now(
    library: &OpenLibrary,
    host: &dyn Host,
) -> Result<crate::wire::care::Backup, Error> {
    make(library.store.path(), host, BackupReason::Asked)
}

pub(crate) fn same_file(one: &Path, other: &Path) -> bool {
    match (one.canonicalize(), other.canonicalize()) {
        (Ok(one), Ok(other)) => one == other,
        _ => one == other,
    }
}
