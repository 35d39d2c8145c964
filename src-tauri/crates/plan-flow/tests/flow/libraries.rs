//! Several libraries: made, handed over, remembered.

use crate::desk::{Desk, content};
use plan_flow::wire::error::ErrorCode;
use plan_flow::{Host, care, library};
use std::fs;
use std::path::Path;

#[test]
fn libraries_are_made_handed_over_and_remembered() {
    let desk = Desk::new();
    let opened = desk.open();
    let folder = desk.data_dir().join("elsewhere");
    fs::create_dir(&folder).unwrap();
    let mine = folder.join("我的.planlens");
    let empty = library::create(&mine, &desk).unwrap();
    assert_eq!(library::plans(&empty).unwrap(), []);
    drop(empty);
    assert!(
        library::create(&mine, &desk).is_err(),
        "what stands there is left alone"
    );
    assert_eq!(
        library::plans(&library::open_existing(&mine, &desk).unwrap()).unwrap(),
        []
    );
    let missing = library::open_existing(&folder.join("none.planlens"), &desk);
    assert_eq!(missing.err().unwrap().code(), ErrorCode::NotFound);

    let copy = folder.join("copy.planlens");
    care::hand_over(&opened, &copy).unwrap();
    assert!(
        care::hand_over(&opened, &desk.library_path()).is_err(),
        "not over itself"
    );
    let handed = library::open_existing(&copy, &desk).unwrap();
    assert_eq!(content(&handed), content(&opened));

    care::opened(&desk, &desk.library_path()).unwrap();
    care::opened(&desk, &mine).unwrap();
    care::opened(&desk, &desk.library_path()).unwrap();
    let listed = care::recent(&desk, Some(&mine));
    let names: Vec<_> = listed
        .iter()
        .map(|one| (one.name.as_str(), one.open))
        .collect();
    assert_eq!(names, [("library", false), ("我的", true)]);
    care::opened(&desk, &mine).unwrap();
    assert_eq!(care::last(&desk), mine);
    fs::remove_file(&mine).unwrap();
    assert_eq!(
        care::last(&desk),
        desk.library_path(),
        "a library that is gone is not opened"
    );
    fs::write(desk.data_dir().join("recent.json"), "{ no list").unwrap();
    assert_eq!(care::recent(&desk, None), []);
}

fn write_protected(path: &Path) -> bool {
    // The superuser writes everywhere; there the file system cannot say no.
    let mut rights = fs::metadata(path).unwrap().permissions();
    rights.set_readonly(true);
    fs::set_permissions(path, rights).unwrap();
    fs::File::options().append(true).open(path).is_err()
}

#[test]
fn a_library_that_cannot_be_written_is_told_apart_from_a_damaged_one() {
    let desk = Desk::new();
    drop(desk.open());
    if write_protected(&desk.library_path()) {
        let (refused, _) = desk.open_until(|_| false);
        assert_eq!(refused.err().unwrap().code(), ErrorCode::LibraryReadOnly);
    }
}
