//! Backups: copies in a folder beside the library, named by library, moment and reason, each opened and checked
//! before it counts. The newest ten of a library are kept.

use crate::error::Error;
use crate::host::Host;
use crate::library::OpenLibrary;
use crate::wire::care::{Backup, BackupReason};
use chrono::{DateTime, NaiveDateTime, SecondsFormat, Utc};
use plan_store::peek;
use std::fs;
use std::path::{Path, PathBuf};

/// How many backups of a library are kept.
const KEPT: usize = 10;

/// The moment in a file's name: sorted by name is sorted by time.
const MOMENT: &str = "%Y%m%dT%H%M%SZ";

impl BackupReason {
    const ALL: [Self; 5] = [
        Self::Start,
        Self::Migration,
        Self::Merge,
        Self::Restore,
        Self::Asked,
    ];

    fn word(self) -> &'static str {
        match self {
            Self::Start => "start",
            Self::Migration => "migration",
            Self::Merge => "merge",
            Self::Restore => "restore",
            Self::Asked => "asked",
        }
    }
}

/// The folder for the backups of the library at `path`.
pub(crate) fn folder(path: &Path) -> PathBuf {
    path.with_file_name("backups")
}

fn stem(path: &Path) -> String {
    path.file_stem()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned()
}

/// Makes a backup of the library at `path`, which may be in use, and lets the oldest go.
pub(crate) fn make(path: &Path, host: &dyn Host, reason: BackupReason) -> Result<Backup, Error> {
    let folder = folder(path);
    fs::create_dir_all(&folder).map_err(|source| Error::Unwritable {
        path: folder.clone(),
        source,
    })?;
    let moment = host.now().format(MOMENT);
    let mut name = format!("{}-{moment}-{}.planlens", stem(path), reason.word());
    let mut twin = 1;
    while folder.join(&name).exists() {
        twin += 1;
        name = format!("{}-{moment}-{}-{twin}.planlens", stem(path), reason.word());
    }
    let to = folder.join(&name);
    plan_store::copy(path, &to).map_err(|source| Error::Library {
        path: path.to_owned(),
        source: Box::new(source),
    })?;
    let made = read(&to, &stem(path)).ok_or(Error::NotFound(name))?;
    rotate(path);
    Ok(made)
}

/// Only the newest stay. One that cannot be deleted does no harm.
fn rotate(path: &Path) {
    for backup in backups(path).into_iter().skip(KEPT) {
        let _ = fs::remove_file(backup.path);
    }
}

/// The backups of the library at `path`, newest first.
#[must_use]
pub fn backups(path: &Path) -> Vec<Backup> {
    let stem = stem(path);
    let entries = fs::read_dir(folder(path)).into_iter().flatten().flatten();
    let mut found: Vec<(String, Backup)> = entries
        .filter_map(|entry| read(&entry.path(), &stem))
        .map(|backup| (backup.at.clone() + &backup.name, backup))
        .collect();
    found.sort_by(|one, other| other.0.cmp(&one.0));
    found.into_iter().map(|(_, backup)| backup).collect()
}

/// One backup, when the name is that of a backup of this library.
fn read(path: &Path, stem: &str) -> Option<Backup> {
    let name = path.file_name()?.to_str()?;
    let rest = name
        .strip_prefix(stem)?
        .strip_prefix('-')?
        .strip_suffix(".planlens")?;
    let mut parts = rest.split('-');
    let at: DateTime<Utc> = NaiveDateTime::parse_from_str(parts.next()?, MOMENT)
        .ok()?
        .and_utc();
    let word = parts.next()?;
    let reason = BackupReason::ALL
        .into_iter()
        .find(|reason| reason.word() == word)?;
    Some(Backup {
        name: name.to_owned(),
        path: path.display().to_string(),
        at: at.to_rfc3339_opts(SecondsFormat::Secs, true),
        reason,
        bytes: fs::metadata(path).ok()?.len(),
        plans: peek(path).ok().and_then(|peek| peek.plans),
    })
}

/// A backup when the library has changed since the newest one that can be opened.
pub(super) fn if_changed(library: &OpenLibrary, host: &dyn Host) -> Result<Option<Backup>, Error> {
    let path = library.store.path();
    let generation = library.read(|view| Ok(view.settings().generation()?))?;
    let newest = backups(path)
        .into_iter()
        .find_map(|backup| peek(Path::new(&backup.path)).ok()?.generation);
    if newest == Some(generation) {
        return Ok(None);
    }
    make(path, host, BackupReason::Start).map(Some)
}

/// A backup before the tables of an existing library are changed. A file that cannot be looked at is left to the
/// opening, which says why.
pub(crate) fn before_migration(path: &Path, host: &dyn Host) -> Result<(), Error> {
    let outdated = path.exists()
        && peek(path).is_ok_and(|peek| peek.outdated && peek.plans.is_some_and(|plans| plans > 0));
    if outdated {
        make(path, host, BackupReason::Migration)?;
    }
    Ok(())
}
