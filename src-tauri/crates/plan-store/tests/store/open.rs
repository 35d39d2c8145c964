//! Which files are opened, and which are left alone.

use crate::sample::{folder, sample};
use plan_store::{Library, Place, StoreError};
use std::fs;

#[test]
fn a_newer_file_is_refused_and_left_as_it_is() {
    let (_dir, path) = folder();
    drop(Library::open(&path).unwrap());
    let conn = rusqlite::Connection::open(&path).unwrap();
    let known: u32 = conn
        .pragma_query_value(None, "user_version", |row| row.get(0))
        .unwrap();
    conn.pragma_update(None, "user_version", known + 1).unwrap();
    conn.pragma_update(None, "journal_mode", "DELETE").unwrap();
    drop(conn);
    let before = fs::read(&path).unwrap();
    match Library::open(&path) {
        Err(StoreError::Newer { found, known: ours }) => {
            assert_eq!((found, ours), (known + 1, known));
        }
        other => panic!("expected Newer, got {:?}", other.err()),
    }
    assert_eq!(fs::read(&path).unwrap(), before, "the file was touched");
}

#[test]
fn another_programs_database_is_refused_and_left_as_it_is() {
    let (_dir, path) = folder();
    rusqlite::Connection::open(&path)
        .unwrap()
        .execute_batch("CREATE TABLE a (b); PRAGMA user_version = 3;")
        .unwrap();
    let before = fs::read(&path).unwrap();
    assert!(matches!(Library::open(&path), Err(StoreError::NotALibrary)));
    assert_eq!(fs::read(&path).unwrap(), before, "the file was touched");
}

#[test]
fn what_is_no_database_is_damage() {
    let (_dir, path) = folder();
    fs::write(
        &path,
        "not a database, but long enough to look at: ".repeat(40),
    )
    .unwrap();
    assert!(matches!(Library::open(&path), Err(StoreError::Damaged(_))));
}

#[test]
fn a_damaged_page_is_found_by_the_check_or_told_as_damage() {
    let (_dir, path) = folder();
    let library = Library::open(&path).unwrap();
    for index in 0..40 {
        sample(&format!("第{index}市"))
            .add(&library, Place::Last)
            .unwrap();
    }
    drop(library);
    rusqlite::Connection::open(&path)
        .unwrap()
        .pragma_update(None, "wal_checkpoint", "TRUNCATE")
        .ok();
    let mut bytes = fs::read(&path).unwrap();
    let half = bytes.len() / 2;
    bytes[half..].fill(0x5A);
    fs::write(&path, bytes).unwrap();
    match Library::open(&path).and_then(|library| library.check()) {
        Err(StoreError::Damaged(_)) => {}
        Ok(check) => assert_ne!(check.failures, [], "half of the file is gone"),
        Err(other) => panic!("expected damage, got {other:?}"),
    }
}

#[test]
fn a_folder_or_a_missing_folder_cannot_be_opened() {
    let (dir, path) = folder();
    assert!(matches!(
        Library::open(dir.path()),
        Err(StoreError::Unopenable(_))
    ));
    assert!(matches!(
        Library::open(&path.join("below")),
        Err(StoreError::Unopenable(_))
    ));
}

#[test]
fn opening_again_changes_nothing() {
    let (_dir, path) = folder();
    let library = Library::open(&path).unwrap();
    sample("甲市").add(&library, Place::Last).unwrap();
    drop(library);
    let before = crate::snapshot::dump(&path);
    drop(Library::open(&path).unwrap());
    assert_eq!(crate::snapshot::dump(&path), before);
}

#[test]
fn a_closed_library_is_one_file() {
    let (dir, path) = folder();
    let library = Library::open(&path).unwrap();
    sample("甲市").add(&library, Place::Last).unwrap();
    library.read(|view| Ok(view.plans().list()?)).unwrap();
    drop(library);
    let files: Vec<_> = fs::read_dir(dir.path())
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    assert_eq!(
        files,
        [path],
        "a copy of the one file must be a copy of the library"
    );
}
