//! Merging another library in.

use crate::deed::{edit, targets};
use crate::desk::{Desk, content, run, storing};
use plan_flow::wire::care::{BackupReason, MergeAnswer, MergePreference};
use plan_flow::wire::change::HistoryStep;
use plan_flow::wire::error::ErrorCode;
use plan_flow::wire::job::JobEvent;
use plan_flow::wire::review::Synonym;
use plan_flow::{Host, OpenLibrary, care, change, check, history, library, plans, review};
use plan_model::{Decision, EditField, Status, TargetId};
use std::fs;
use std::path::Path;

fn merge(desk: &Desk, opened: &OpenLibrary, path: &Path, prefer: MergePreference) -> MergeAnswer {
    merge_until(desk, opened, path, prefer, |_| false).0
}

fn merge_until(
    desk: &Desk,
    opened: &OpenLibrary,
    path: &Path,
    prefer: MergePreference,
    enough: impl Fn(&JobEvent) -> bool,
) -> (MergeAnswer, Vec<JobEvent>) {
    let (answer, events) = run(enough, |job| care::merge(opened, desk, path, prefer, job));
    (answer.unwrap(), events)
}

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
    let answer = merge(&ours_desk, &ours, &path, MergePreference::Ours);
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
    let answer = merge(&ours_desk, &ours, &path, MergePreference::Theirs);
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

#[test]
fn a_merge_tells_when_and_where_each_decision_was_made() {
    let (ours_desk, theirs_desk) = (Desk::new(), Desk::at(2024));
    let (ours, theirs) = (ours_desk.open(), theirs_desk.open());
    let shared = library::plans(&theirs).unwrap()[0].plan;
    let there = targets(&theirs, shared);
    let unit = [edit(EditField::Comment, "注")];
    review::update(&theirs, &theirs_desk, there[0], &unit).unwrap();
    review::decide(&theirs, &theirs_desk, &there[..1], Decision::Accept).unwrap();
    let mut meta = library::plans(&theirs).unwrap()[0].meta.clone();
    meta.issuer = Some("市科技局".to_owned());
    plans::update(&theirs, &theirs_desk, shared, &meta).unwrap();

    let path = theirs_desk.library_path();
    let here = library::plans(&ours).unwrap()[0].plan;
    let target = targets(&ours, here)[0];
    merge(&ours_desk, &ours, &path, MergePreference::Ours);
    let told = |steps: Vec<HistoryStep>| -> Vec<(String, String, Option<String>)> {
        let steps = steps.into_iter();
        steps.map(|one| (one.at, one.action, one.library)).collect()
    };
    let (then, now) = ("2024-01-02T23:04:05Z", "2025-01-02T23:04:05Z");
    let origin = Some("library.planlens".to_owned());
    let of_target = [
        (then.to_owned(), "targets_edited".to_owned(), origin.clone()),
        (
            then.to_owned(),
            "targets_accepted".to_owned(),
            origin.clone(),
        ),
        (now.to_owned(), "extracted".to_owned(), None),
        (now.to_owned(), "library_merged".to_owned(), None),
    ];
    assert_eq!(told(history::of_target(&ours, target).unwrap()), of_target);
    let of_plan = told(history::of_plan(&ours, here).unwrap());
    let edited = (then.to_owned(), "plan_edited".to_owned(), origin);
    assert!(of_plan.contains(&edited), "{of_plan:?}");
    // Merged into a third library, the history goes along; merged again, nothing is told twice.
    let third_desk = Desk::at(2026);
    let third = third_desk.open();
    merge(
        &third_desk,
        &third,
        &ours_desk.library_path(),
        MergePreference::Ours,
    );
    let there = targets(&third, library::plans(&third).unwrap()[0].plan)[0];
    let twice = history::of_target(&third, there).unwrap();
    merge(&third_desk, &third, &path, MergePreference::Theirs);
    assert_eq!(history::of_target(&third, there).unwrap(), twice);
    assert!(
        twice
            .iter()
            .any(|one| one.at == then && one.library.is_some())
    );
    change::undo(&ours).unwrap();
    assert_eq!(history::of_target(&ours, target).unwrap().len(), 1);
}

#[test]
fn a_cancelled_merge_leaves_whole_plans_and_one_step_to_take_back() {
    let (ours_desk, theirs_desk) = (Desk::new(), Desk::new());
    let ours = ours_desk.open();
    let path = theirs_desk.data_dir().join("theirs.planlens");
    let theirs = library::create(&path, &theirs_desk).unwrap();
    let files: Vec<_> = (0..4)
        .map(|index| {
            let text = format!(
                "临江市科技创新工作计划{index}\n\n一、主要目标\n到2026年，高新技术企业达到{index}88家。\n"
            );
            theirs_desk.file(&format!("{index}.txt"), text)
        })
        .collect();
    theirs_desk.import(&theirs, &files);
    let before = content(&ours);
    let (answer, events) = merge_until(&ours_desk, &ours, &path, MergePreference::Ours, storing);
    assert!(answer.cancelled);
    assert!(matches!(events.last(), Some(JobEvent::Cancelled { .. })));
    assert_eq!(answer.plans, 1, "what was under way is finished");
    assert_eq!(library::plans(&ours).unwrap().len(), 6);
    assert_eq!(check::check(&ours).unwrap().failures, []);
    assert_eq!(
        answer.change.batch.as_ref(),
        answer.change.state.undo.as_ref()
    );
    let whole = merge(&ours_desk, &ours, &path, MergePreference::Ours);
    assert_eq!((whole.plans, whole.cancelled), (3, false));
    change::undo(&ours).unwrap();
    change::undo(&ours).unwrap();
    assert_eq!(content(&ours), before);
}
