//! The libraries that were open before, in a small file of the data folder. It holds nothing that cannot be lost.

use super::same_file;
use crate::error::Error;
use crate::files;
use crate::host::Host;
use crate::wire::care::RecentLibrary;
use serde::{Deserialize, Serialize};
use std::fs;
use std::path::{Path, PathBuf};

const FILE: &str = "recent.json";

/// More than this are forgotten, the oldest first.
const KEPT: usize = 12;

/// A longer file was not written by this program.
const LONGEST: u64 = 1 << 16;

#[derive(Debug, Clone, Serialize, Deserialize)]
struct Entry {
    path: String,
    opened_at: String,
}

fn read(host: &dyn Host) -> Vec<Entry> {
    let path = host.data_dir().join(FILE);
    let small = fs::metadata(&path).is_ok_and(|file| file.len() <= LONGEST);
    let text = small.then(|| fs::read(&path).ok()).flatten();
    text.and_then(|text| serde_json::from_slice(&text).ok())
        .unwrap_or_default()
}

fn write(host: &dyn Host, entries: &[Entry]) -> Result<(), Error> {
    let text = serde_json::to_vec_pretty(entries).unwrap_or_default();
    files::save(&host.data_dir().join(FILE), &text)
}

/// Remembers that the library at `path` was opened just now.
pub fn opened(host: &dyn Host, path: &Path) -> Result<(), Error> {
    let mut entries = read(host);
    entries.retain(|entry| !same_file(Path::new(&entry.path), path));
    entries.insert(
        0,
        Entry {
            path: path.to_string_lossy().into_owned(),
            opened_at: host.stamp(),
        },
    );
    entries.truncate(KEPT);
    write(host, &entries)
}

/// Forgets a library; its file stays where it is.
pub fn forget(host: &dyn Host, path: &Path) -> Result<(), Error> {
    let mut entries = read(host);
    entries.retain(|entry| !same_file(Path::new(&entry.path), path));
    write(host, &entries)
}

/// The libraries that were open before, the last one first.
pub fn recent(host: &dyn Host, open: Option<&Path>) -> Vec<RecentLibrary> {
    let library = |entry: Entry| {
        let path = PathBuf::from(&entry.path);
        RecentLibrary {
            name: path
                .file_stem()
                .unwrap_or_default()
                .to_string_lossy()
                .into_owned(),
            present: path.is_file(),
            open: open.is_some_and(|open| same_file(open, &path)),
            path: entry.path,
            opened_at: entry.opened_at,
        }
    };
    read(host).into_iter().map(library).collect()
}

/// The library to open at start: the last one, when it is still there, else the program's own.
pub fn last(host: &dyn Host) -> PathBuf {
    read(host)
        .into_iter()
        .map(|entry| PathBuf::from(entry.path))
        .next()
        .filter(|path| path.is_file())
        .unwrap_or_else(|| host.library_path())
}
