//! Several libraries: made, handed over, remembered.

use crate::desk::{Desk, content};
use plan_flow::wire::care::HandOver;
use plan_flow::wire::change::ChangeQuery;
use plan_flow::wire::error::ErrorCode;
use plan_flow::{Host, care, change, check, history, library, plans};
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
    care::hand_over(&opened, &copy, HandOver::All).unwrap();
    assert!(
        care::hand_over(&opened, &desk.library_path(), HandOver::All).is_err(),
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

#[test]
fn a_copy_without_the_past_holds_neither_removed_plans_nor_the_history() {
    let desk = Desk::new();
    let opened = desk.open();
    let before = "临江市科技创新工作计划\n\n一、主要目标\n到2026年，高新技术企业达到88家。\n";
    desk.import(&opened, &[desk.file("old.txt", before)]);
    let listed = library::plans(&opened).unwrap();
    let (first, last) = (listed[0].plan, listed[5].plan);
    plans::tag(&opened, &desk, &[first], &["试点".to_owned()], &[]).unwrap();
    plans::remove(&opened, &desk, &[last]).unwrap();
    let folder = tempfile::tempdir().unwrap();
    let (whole, slim) = (
        folder.path().join("whole.planlens"),
        folder.path().join("slim.planlens"),
    );
    care::hand_over(&opened, &whole, HandOver::All).unwrap();
    care::hand_over(&opened, &slim, HandOver::InUse).unwrap();
    let whole = library::open_existing(&whole, &desk).unwrap();
    assert_eq!(plans::removed(&whole).unwrap().len(), 1);
    assert!(change::state(&whole).unwrap().undo.is_some());
    let bytes = fs::read(&slim).unwrap();
    let words = "临江市".as_bytes();
    assert!(
        !bytes.windows(words.len()).any(|some| some == words),
        "not even in a page that is no longer used"
    );
    let slim = library::open_existing(&slim, &desk).unwrap();
    assert_eq!(content(&slim), content(&opened));
    assert_eq!(plans::removed(&slim).unwrap(), []);
    assert_eq!(change::state(&slim).unwrap().undo, None);
    let all = ChangeQuery {
        plan: None,
        offset: 0,
        limit: 10,
    };
    assert_eq!(history::page(&slim, &all).unwrap().total, 0);
    assert_eq!(check::check(&slim).unwrap().failures, []);
}

#[test]
fn those_who_share_a_library_know_of_one_another_and_of_changes() {
    let desk = Desk::new();
    let one = desk.open();
    let alone = library::pulse(&one).unwrap();
    assert_eq!(alone.others, 0);
    let other = desk.open();
    let third = desk.open();
    assert_eq!(library::pulse(&one).unwrap().others, 2);
    assert_eq!(library::pulse(&third).unwrap().others, 2);
    drop(other);
    assert_eq!(library::pulse(&third).unwrap().others, 1);
    let again = desk.open();
    assert_eq!(
        library::pulse(&third).unwrap().others,
        2,
        "a seat is taken again"
    );
    drop(again);

    let plan = library::plans(&one).unwrap()[0].plan;
    let quiet = library::pulse(&one).unwrap();
    plans::tag(&one, &desk, &[plan], &["自己".to_owned()], &[]).unwrap();
    let own = library::pulse(&one).unwrap();
    assert_eq!(own.elsewhere, quiet.elsewhere, "its own change is no news");
    assert!(own.generation > quiet.generation);
    plans::tag(&third, &desk, &[plan], &["别人".to_owned()], &[]).unwrap();
    let foreign = library::pulse(&one).unwrap();
    assert_ne!(foreign.elsewhere, own.elsewhere);
    assert!(foreign.generation > own.generation);
    drop(third);
    assert_eq!(library::pulse(&one).unwrap().others, 0);
}
