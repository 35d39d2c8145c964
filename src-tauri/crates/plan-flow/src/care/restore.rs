//! Putting a backup in the library's place. The file that stood there is kept aside, whatever state it is in.

use super::backup::{backups, make};
use super::lock::Presence;
use crate::error::Error;
use crate::host::Host;
use crate::wire::care::BackupReason;
use chrono::SecondsFormat;
use plan_store::StoreError;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};

/// Puts the backup called `name` in the place of the library at `path`, which nobody may have open. Gives where
/// the replaced file lies now.
pub fn restore(path: &Path, host: &dyn Host, name: &str) -> Result<Option<PathBuf>, Error> {
    let failed = |source: StoreError| Error::Library {
        path: path.to_owned(),
        source: Box::new(source),
    };
    let backup = backups(path)
        .into_iter()
        .find(|backup| backup.name == name)
        .ok_or_else(|| Error::NotFound(name.to_owned()))?;
    let backup = PathBuf::from(backup.path);
    // A backup that has gone bad since it was made must not take the place of anything.
    plan_store::verify(&backup).map_err(failed)?;
    let _alone = Presence::alone(path).map_err(failed)?;
    // A library that is in order becomes a backup as well, so that a restore can be taken back; of a damaged one
    // no copy can be made, and the file itself is kept.
    if path.exists() && plan_store::verify(path).is_ok() {
        make(path, host, BackupReason::Restore)?;
    }
    let aside = keep_aside(path, host)?;
    plan_store::copy(&backup, path).map_err(|source| {
        // Nothing could be put in its place: the file goes back to where it was.
        if let Some(aside) = &aside {
            for ending in ENDINGS {
                let _ = fs::rename(with(aside, ending), with(path, ending));
            }
        }
        failed(source)
    })?;
    Ok(aside)
}

/// A library file and the files the database keeps beside it while it is open.
const ENDINGS: [&str; 3] = ["", "-wal", "-shm"];

fn with(path: &Path, ending: &str) -> PathBuf {
    let mut name = OsString::from(path.as_os_str());
    name.push(ending);
    name.into()
}

fn keep_aside(path: &Path, host: &dyn Host) -> Result<Option<PathBuf>, Error> {
    if !path.exists() {
        return Ok(None);
    }
    let moment: String = host
        .now()
        .to_rfc3339_opts(SecondsFormat::Secs, true)
        .chars()
        .filter(|ch| ch.is_ascii_alphanumeric())
        .collect();
    let base = path.with_extension(format!("replaced-{moment}"));
    let aside = (1..)
        .map(|twin| match twin {
            1 => base.clone(),
            twin => with(&base, &format!("-{twin}")),
        })
        .find(|place| !place.exists())
        .unwrap_or(base);
    for ending in ENDINGS {
        let from = with(path, ending);
        if from.exists() {
            fs::rename(&from, with(&aside, ending))
                .map_err(|source| Error::Unwritable { path: from, source })?;
        }
    }
    Ok(Some(aside))
}
