//! Merging another library in.

use crate::deed::{edit, targets};
use crate::desk::{Desk, content};
use plan_flow::wire::care::{BackupReason, MergePreference};
use plan_flow::wire::error::ErrorCode;
use plan_flow::wire::review::Synonym;
use plan_flow::{Host, OpenLibrary, care, change, check, library, plans, review};
use plan_model::{Decision, EditField, Status, TargetId};
use std::fs;

#[test]
fn a_merge_takes_new_plans_and_decisions_and_can_be_taken_back() {
    let (ours_desk, theirs_desk) = (Desk::new(), Desk::new());
    let (ours, theirs) = (ours_desk.open(), theirs_desk.open());
    let text = "临江市科技创新工作计划\n\n一、主要目标\n到2026年，高新技术企业达到88家，发明专利达到300件。\n";
    theirs_desk.import(&theirs, &[theirs_desk.file("new.txt", text)]);
    let listed = library::plans(&theirs).unwrap();
    let (shared, new) = (listed[0].plan, listed.last().unwrap().plan);
    let (s, n) = (targets(&theirs, shared), targets(&theirs, new));
    review::decide(&theirs, &theirs_desk, &s[..2], Decision::Accept).unwrap();
    let name = [
        edit(EditField::Name, "他们的名称"),
        edit(EditField::Comment, "注"),
    ];
    review::update(&theirs, &theirs_desk, s[2], &name).unwrap();
    review::update(&theirs, &theirs_desk, n[0], &name).unwrap();
    let synonym = Synonym {
        wording: "没有这样的词".to_owned(),
        indicator: "某指标".to_owned(),
    };
    review::synonym_add(&theirs, &theirs_desk, &synonym).unwrap();
    plans::tag(&theirs, &theirs_desk, &[shared], &["共享".to_owned()], &[]).unwrap();
    // Ours decided one of the three as well, and differently.
    let own = targets(&ours, library::plans(&ours).unwrap()[0].plan);
    review::decide(&ours, &ours_desk, &own[1..2], Decision::Reject).unwrap();
    let before = content(&ours);

    let path = theirs_desk.library_path();
    let untouched = content(&theirs);
    let preview = care::merge_preview(&ours, &ours_desk, &path).unwrap();
    assert_eq!((preview.new_plans.len(), preview.same_plans.len()), (1, 5));
    assert_eq!(
        (
            preview.taken.len(),
            preview.conflicts.len(),
            preview.synonyms
        ),
        (2, 1, 1)
    );
    assert_eq!(content(&ours), before, "a preview writes nothing");
    let answer = care::merge(&ours, &ours_desk, &path, MergePreference::Ours).unwrap();
    assert_eq!((answer.plans, answer.decisions), (1, 3));
    assert_eq!(answer.backup.reason, BackupReason::Merge);
    let status = |id| review::get(&ours, id).unwrap().mention.status;
    assert_eq!(status(own[0]), Status::Accepted);
    assert_eq!(status(own[2]), Status::Edited);
    let rejected = ours_status(&ours, own[1]);
    assert_eq!(
        rejected,
        Status::Rejected,
        "where both decided, ours was preferred"
    );
    let merged = library::plans(&ours).unwrap().last().unwrap().clone();
    let there = targets(&ours, merged.plan);
    let item = review::get(&ours, there[0]).unwrap();
    assert_eq!(
        (item.mention.name.as_str(), item.comment.as_deref()),
        ("他们的名称", Some("注"))
    );
    review::decide(&ours, &ours_desk, &there[..1], Decision::Reopen).unwrap();
    assert_ne!(
        review::get(&ours, there[0]).unwrap().mention.name,
        "他们的名称",
        "its extracted value came too"
    );
    assert_eq!(check::check(&ours).unwrap().failures, []);
    change::undo(&ours).unwrap();
    change::undo(&ours).unwrap();
    assert_eq!(content(&ours), before);
    assert_eq!(content(&theirs), untouched);
    let again = care::merge_preview(&ours, &ours_desk, &path).unwrap();
    assert_eq!(
        (again.new_plans.len(), again.removed_plans.len()),
        (1, 0),
        "what was taken back was not removed by anybody"
    );
    change::redo(&ours).unwrap();
    let again = care::merge_preview(&ours, &ours_desk, &path).unwrap();
    assert_eq!(
        (again.new_plans.len(), again.taken.len(), again.synonyms),
        (0, 0, 0)
    );
    let answer = care::merge(&ours, &ours_desk, &path, MergePreference::Theirs).unwrap();
    assert_eq!((answer.plans, answer.decisions), (0, 1));
    assert_eq!(status(own[1]), Status::Accepted);
    let left: Vec<_> = fs::read_dir(ours_desk.data_dir())
        .unwrap()
        .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
        .filter(|name| name.starts_with("merge-"))
        .collect();
    assert_eq!(left, Vec::<String>::new(), "the copy that was read is gone");
}

fn ours_status(opened: &OpenLibrary, target: TargetId) -> Status {
    review::get(opened, target).unwrap().mention.status
}

#[test]
fn what_is_no_library_is_not_merged() {
    let desk = Desk::new();
    let opened = desk.open();
    let path = desk.file("other.planlens", "no library");
    let refused = care::merge_preview(&opened, &desk, &path).unwrap_err();
    assert_eq!(refused.code(), ErrorCode::LibraryDamaged);
}
