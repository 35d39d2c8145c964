//! Files on disk: read within the limit, looked for in folders, written whole or not at all.

use crate::error::Error;
use std::ffi::OsStr;
use std::fs::{self, File};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

/// Folders deeper than this are not searched.
const DEPTH_LIMIT: usize = 32;

/// The reader's limit as a file size.
pub(crate) const SIZE_LIMIT: u64 = plan_read::FILE_LIMIT as u64;

/// The name by which a file is known afterwards.
pub(crate) fn name_of(path: &Path) -> String {
    path.file_name()
        .unwrap_or(path.as_os_str())
        .to_string_lossy()
        .into_owned()
}

/// Reads a file. Its size is looked at first, and no more than the limit is ever taken into memory.
pub(crate) fn load(path: &Path) -> Result<Vec<u8>, Error> {
    let unreadable = |source| Error::Unreadable {
        path: path.to_owned(),
        source,
    };
    let too_large = || Error::TooLarge {
        subject: path.display().to_string(),
        limit: SIZE_LIMIT,
    };
    let metadata = fs::metadata(path).map_err(unreadable)?;
    if !metadata.is_file() {
        // A device or a pipe could go on for ever.
        return Err(unreadable(io::Error::new(
            io::ErrorKind::InvalidInput,
            "not a regular file",
        )));
    }
    if metadata.len() > SIZE_LIMIT {
        return Err(too_large());
    }
    let mut bytes = Vec::with_capacity(usize::try_from(metadata.len()).unwrap_or(0));
    // The file may grow between the question and the reading.
    File::open(path)
        .and_then(|file| file.take(SIZE_LIMIT + 1).read_to_end(&mut bytes))
        .map_err(unreadable)?;
    if bytes.len() as u64 > SIZE_LIMIT {
        return Err(too_large());
    }
    Ok(bytes)
}

/// Files as they are; of folders, every file within whose name may be a document's, by name. What cannot be looked at is an error of its
/// own and does not hide the rest.
pub(crate) fn expand(paths: &[PathBuf]) -> Vec<Result<PathBuf, Error>> {
    let mut found = Vec::new();
    for path in paths {
        if path.is_dir() {
            search(path, 0, &mut found);
        } else {
            found.push(Ok(path.clone()));
        }
    }
    found
}

fn search(folder: &Path, depth: usize, found: &mut Vec<Result<PathBuf, Error>>) {
    let entries = fs::read_dir(folder).and_then(|entries| entries.collect::<io::Result<Vec<_>>>());
    let mut entries = match entries {
        Ok(entries) => entries,
        Err(source) => {
            found.push(Err(Error::Unreadable {
                path: folder.to_owned(),
                source,
            }));
            return;
        }
    };
    entries.sort_by_key(fs::DirEntry::file_name);
    for entry in entries {
        let hidden = entry.file_name().as_encoded_bytes().first() == Some(&b'.');
        // A link is not followed: it could lead back up and never end.
        let Ok(kind) = entry.file_type() else {
            continue;
        };
        let path = entry.path();
        if hidden {
            continue;
        }
        if kind.is_dir() && depth < DEPTH_LIMIT {
            search(&path, depth + 1, found);
        } else if kind.is_file() && is_document(&path) {
            found.push(Ok(path));
        }
    }
}

fn is_document(path: &Path) -> bool {
    let name = path.file_name().and_then(OsStr::to_str);
    // `~$plan.docx` is what a word processor keeps beside a document that is open.
    name.is_some_and(|name| !name.starts_with("~$") && plan_read::is_document_name(name))
}

/// Writes a file beside its place and moves it there, so that a reader sees the old file or the new one. The
/// folder is made when there is none.
pub(crate) fn save(path: &Path, bytes: &[u8]) -> Result<(), Error> {
    let unwritable = |source| Error::Unwritable {
        path: path.to_owned(),
        source,
    };
    let mut name = path
        .file_name()
        .ok_or_else(|| unwritable(io::ErrorKind::InvalidInput.into()))?
        .to_owned();
    name.push(".part");
    let part = path.with_file_name(name);
    let written = path
        .parent()
        .map_or(Ok(()), fs::create_dir_all)
        .and_then(|()| File::create(&part))
        .and_then(|mut file| {
            file.write_all(bytes)?;
            file.sync_all()
        })
        .and_then(|()| fs::rename(&part, path));
    written.map_err(|source| {
        let _ = fs::remove_file(&part);
        unwritable(source)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folders_give_their_documents_by_name() {
        let dir = tempfile::tempdir().unwrap();
        let root = dir.path();
        fs::create_dir(root.join("b")).unwrap();
        for name in [
            "z.txt",
            "a.DOCX",
            "b/c.pdf",
            "note.log",
            ".hidden.txt",
            "~$a.docx",
        ] {
            fs::write(root.join(name), "x").unwrap();
        }
        let names = |paths: &[PathBuf]| -> Vec<String> {
            let found = expand(paths);
            found
                .into_iter()
                .map(|path| {
                    path.unwrap()
                        .strip_prefix(root)
                        .unwrap()
                        .display()
                        .to_string()
                })
                .collect()
        };
        assert_eq!(names(&[root.to_owned()]), ["a.DOCX", "b/c.pdf", "z.txt"]);
        assert_eq!(
            names(&[root.join("note.log")]),
            ["note.log"],
            "a file named by the analyst is always taken"
        );
    }

    #[test]
    fn a_file_over_the_limit_is_refused_before_it_is_read() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("large.txt");
        File::create(&path)
            .unwrap()
            .set_len(SIZE_LIMIT + 1)
            .unwrap();
        assert!(matches!(load(&path), Err(Error::TooLarge { .. })));
        assert!(matches!(load(dir.path()), Err(Error::Unreadable { .. })));
    }

    #[test]
    fn a_failed_write_leaves_the_old_file() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("report.csv");
        save(&path, b"old").unwrap();
        fs::create_dir(dir.path().join("report.csv.part")).unwrap();
        assert!(matches!(save(&path, b"new"), Err(Error::Unwritable { .. })));
        assert_eq!(fs::read(&path).unwrap(), b"old");
    }
}
