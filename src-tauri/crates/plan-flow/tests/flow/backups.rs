//! Backups, and putting one in the library's place.

use crate::deed::targets;
use crate::desk::{Desk, content};
use plan_flow::wire::care::BackupReason;
use plan_flow::wire::error::ErrorCode;
use plan_flow::{Host, care, change, library, plans, review};
use plan_model::Decision;
use std::fs;

#[test]
fn a_backup_is_made_when_something_changed_and_only_the_newest_stay() {
    let desk = Desk::new();
    let opened = desk.open();
    let path = desk.library_path();
    let first = care::after_open(&opened, &desk).unwrap();
    let backup = first.backup.expect("a new library has no backup yet");
    assert_eq!(
        (backup.reason, backup.plans),
        (BackupReason::Start, Some(5))
    );
    assert_eq!((first.damages.len(), first.outdated.len()), (0, 0));
    assert!(
        care::after_open(&opened, &desk).unwrap().backup.is_none(),
        "nothing changed"
    );
    let plan = library::plans(&opened).unwrap()[0].plan;
    for turn in 0..12 {
        let tag = [format!("标签{turn}")];
        plans::tag(&opened, &desk, &[plan], &tag, &[]).unwrap();
        assert!(care::after_open(&opened, &desk).unwrap().backup.is_some());
    }
    let kept = care::backups(&path);
    assert_eq!(kept.len(), 10);
    assert!(kept.iter().all(|one| one.plans == Some(5)));
    let files = fs::read_dir(path.with_file_name("backups"))
        .unwrap()
        .count();
    assert_eq!(files, 10, "no half of a copy is left");
}

#[test]
fn a_damaged_library_is_told_and_restored_and_kept_aside() {
    let desk = Desk::new();
    let opened = desk.open();
    let path = desk.library_path();
    let one = targets(&opened, library::plans(&opened).unwrap()[0].plan)[0];
    review::decide(&opened, &desk, &[one], Decision::Accept).unwrap();
    let name = care::after_open(&opened, &desk)
        .unwrap()
        .backup
        .unwrap()
        .name;
    let before = content(&opened);
    let refused = care::restore(&path, &desk, &name).unwrap_err();
    assert_eq!(
        refused.code(),
        ErrorCode::LibraryInUse,
        "a window has it open"
    );
    drop(opened);
    let bytes = fs::read(&path).unwrap();
    fs::write(&path, [&bytes[..200], &vec![7; bytes.len()]].concat()).unwrap();
    let (broken, _) = desk.open_until(|_| false);
    assert_eq!(broken.err().unwrap().code(), ErrorCode::LibraryDamaged);
    assert_eq!(
        care::restore(&path, &desk, "../library.planlens")
            .unwrap_err()
            .code(),
        ErrorCode::NotFound
    );
    let aside = care::restore(&path, &desk, &name)
        .unwrap()
        .expect("the damaged file");
    assert_eq!(fs::metadata(aside).unwrap().len(), bytes.len() as u64 + 200);
    let opened = desk.open();
    assert_eq!(content(&opened), before);
    assert!(
        change::undo(&opened).unwrap().batch.is_some(),
        "the journal came back as well"
    );
}

#[test]
fn a_library_that_is_in_order_becomes_a_backup_before_another_takes_its_place() {
    let desk = Desk::new();
    let opened = desk.open();
    let path = desk.library_path();
    let old = care::after_open(&opened, &desk).unwrap().backup.unwrap();
    let plan = library::plans(&opened).unwrap()[0].plan;
    plans::remove(&opened, &desk, &[plan]).unwrap();
    drop(opened);
    care::restore(&path, &desk, &old.name).unwrap();
    let kept = care::backups(&path);
    let before = kept
        .iter()
        .find(|one| one.reason == BackupReason::Restore)
        .unwrap();
    assert_eq!(before.plans, Some(4));
    assert_eq!(library::plans(&desk.open()).unwrap().len(), 5);
}

#[test]
fn a_bad_backup_takes_the_place_of_nothing() {
    let desk = Desk::new();
    let opened = desk.open();
    let path = desk.library_path();
    let backup = care::after_open(&opened, &desk).unwrap().backup.unwrap();
    let before = content(&opened);
    drop(opened);
    let mut bytes = fs::read(&backup.path).unwrap();
    let half = bytes.len() / 2;
    bytes[half..].fill(9);
    fs::write(&backup.path, bytes).unwrap();
    let refused = care::restore(&path, &desk, &backup.name).unwrap_err();
    assert_eq!(refused.code(), ErrorCode::LibraryDamaged);
    assert_eq!(content(&desk.open()), before);
}
