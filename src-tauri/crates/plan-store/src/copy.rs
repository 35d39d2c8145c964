//! Copies of a library: whole, opened and checked before they count, never half-written where somebody looks.

use crate::connection::{known_version, open_reader};
use crate::error::StoreError;
use crate::library::Library;
use rusqlite::{Connection, OpenFlags};
use std::fs::{self, File};
use std::path::{Path, PathBuf};

/// What a library file says about itself without being opened for work.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Peek {
    /// Schema version of the file.
    pub version: u32,
    /// Whether this program would change its tables when it opens it.
    pub outdated: bool,
    /// Counts every change; `None` for a file so old that it has no count.
    pub generation: Option<i64>,
    /// Plans in use.
    pub plans: Option<u32>,
}

/// Looks at a library file; nothing is written, its tables stay as they are.
pub fn peek(path: &Path) -> Result<Peek, StoreError> {
    let conn = open_reader(path)?;
    let version: u32 = conn.pragma_query_value(None, "user_version", |row| row.get(0))?;
    let one = |sql: &str| conn.query_row(sql, [], |row| row.get(0)).ok();
    let plans = one("SELECT count(*) FROM plan_shelf WHERE removed = 0 AND version_of IS NULL")
        .or_else(|| one("SELECT count(*) FROM plan"));
    let generation = one("SELECT CAST(value AS INTEGER) FROM setting WHERE key = 'generation'");
    Ok(Peek {
        version,
        outdated: version < known_version(),
        generation,
        plans: plans.and_then(|plans| u32::try_from(plans).ok()),
    })
}

/// What a copy holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CopyOf {
    /// Everything.
    All,
    /// The plans in use with their earlier versions: no removed plans, and nothing of how the data came to be.
    InUse,
}

/// Writes a copy of the library at `from` to `to`, which may be in use meanwhile. The copy is opened and checked
/// before it gets its name; what stood at `to` before stays when anything goes wrong.
pub fn copy(from: &Path, to: &Path) -> Result<(), StoreError> {
    copy_of(from, to, CopyOf::All)
}

fn copy_of(from: &Path, to: &Path, what: CopyOf) -> Result<(), StoreError> {
    let part = part_of(to);
    let made = write_copy(from, &part)
        .and_then(|()| match what {
            CopyOf::All => Ok(()),
            CopyOf::InUse => slim(&part),
        })
        .and_then(|()| verify(&part))
        .and_then(|()| settle(&part, to));
    if made.is_err() {
        // Nobody may take the half of a copy for one.
        let _ = fs::remove_file(&part);
    }
    made
}

fn write_copy(from: &Path, part: &Path) -> Result<(), StoreError> {
    match fs::remove_file(part) {
        Err(source) if source.kind() != std::io::ErrorKind::NotFound => {
            return Err(file_error(part, source));
        }
        _ => {}
    }
    let conn = open_reader(from)?;
    let name = part
        .to_str()
        .ok_or_else(|| file_error(part, std::io::ErrorKind::InvalidFilename.into()))?;
    conn.execute("VACUUM INTO ?1", [name])?;
    Ok(())
}

/// Takes the removed plans and the journal out of a copy. The journal goes as a whole: its steps speak of removed
/// plans, and one that cannot be taken back must not be offered.
fn slim(part: &Path) -> Result<(), StoreError> {
    let conn = Connection::open_with_flags(
        part,
        OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX,
    )?;
    conn.pragma_update(None, "foreign_keys", true)?;
    conn.execute_batch(
        "BEGIN;
         DELETE FROM plan WHERE id IN (SELECT id FROM plan_shelf WHERE removed = 1 OR version_of IN
             (SELECT id FROM plan_shelf WHERE removed = 1));
         DELETE FROM change_batch;
         DELETE FROM carried_change;
         COMMIT;
         VACUUM;",
    )?;
    Ok(())
}

/// Opens the file and has the database look at every page and every reference.
pub fn verify(path: &Path) -> Result<(), StoreError> {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let conn = Connection::open_with_flags(path, flags)?;
    let answer: String = conn.query_row("PRAGMA integrity_check(1)", [], |row| row.get(0))?;
    if answer != "ok" {
        return Err(StoreError::BadCopy(answer));
    }
    let mut references = conn.prepare("PRAGMA foreign_key_check")?;
    if references.exists([])? {
        return Err(StoreError::BadCopy("a row refers to nothing".to_owned()));
    }
    Ok(())
}

/// The copy reaches the disk before it gets its name.
fn settle(part: &Path, to: &Path) -> Result<(), StoreError> {
    File::options()
        .write(true)
        .open(part)
        .and_then(|file| file.sync_all())
        .and_then(|()| fs::rename(part, to))
        .map_err(|source| file_error(to, source))
}

fn part_of(path: &Path) -> PathBuf {
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(format!(".{}.part", std::process::id()));
    path.with_file_name(name)
}

fn file_error(path: &Path, source: std::io::Error) -> StoreError {
    StoreError::File {
        path: path.to_owned(),
        source,
    }
}

impl Library {
    /// Writes a copy of this library, checked, while it is in use.
    pub fn copy_to(&self, to: &Path, what: CopyOf) -> Result<(), StoreError> {
        copy_of(self.path(), to, what)
    }

    /// What the database finds wrong with the file, quickly: the pages and the references, not every span.
    pub fn damages(&self) -> Result<Vec<String>, StoreError> {
        self.read(|view| {
            let conn = view.connection();
            let mut select = conn.prepare("PRAGMA integrity_check")?;
            let found = select.query_map([], |row| row.get::<_, String>(0))?;
            let mut damages = found.collect::<Result<Vec<_>, _>>()?;
            damages.retain(|message| message != "ok");
            if conn.prepare("PRAGMA foreign_key_check")?.exists([])? {
                damages.push("a row refers to a row that does not exist".to_owned());
            }
            Ok(damages)
        })
    }
}
