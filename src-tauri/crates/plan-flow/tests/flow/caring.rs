//! Backups, restoring, several libraries, merging, reading anew.

use crate::desk::{Desk, content};
use plan_flow::reextract::{Reading, reextract};
use plan_flow::wire::care::{BackupReason, MergePreference};
use plan_flow::wire::error::ErrorCode;
use plan_flow::wire::job::JobId;
use plan_flow::wire::plan::{ReextractAnswer, ReextractOutcome};
use plan_flow::wire::review::{FieldEdit, ReviewOrder, ReviewQuery, ReviewScope, Synonym};
use plan_flow::{Cancel, Host, Job, OpenLibrary, care, change, check, library, plans, review};
use plan_model::{
    BatchKind, Decision, EditField, Extraction, Filter, PlanId, PlanMeta, Span, Status, TargetId,
};
use std::fs;
use std::path::Path;

fn targets(opened: &OpenLibrary, plan: PlanId) -> Vec<TargetId> {
    let query = ReviewQuery {
        filter: Filter {
            plans: vec![plan],
            status: Status::ALL.to_vec(),
            ..Filter::default()
        },
        scope: ReviewScope::All,
        order: ReviewOrder::Place,
        offset: 0,
        limit: 0,
    };
    review::list(opened, &query).unwrap().queue
}

fn edit(field: EditField, value: &str) -> FieldEdit {
    FieldEdit {
        field,
        value: Some(value.to_owned()),
    }
}

fn anew(desk: &Desk, opened: &OpenLibrary, plans: &[PlanId], reading: Reading) -> ReextractAnswer {
    let mut sink = |_| {};
    let mut job = Job::new(JobId(1), Cancel::default(), &mut sink);
    reextract(opened, desk, plans, reading, &mut job).unwrap()
}

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

#[test]
fn reading_anew_replaces_what_nobody_decided_and_lists_the_rest() {
    let desk = Desk::new();
    let opened = desk.open();
    let plan = library::plans(&opened).unwrap()[0].plan;
    let nothing = anew(&desk, &opened, &[plan], Reading::Applied);
    assert_eq!(nothing.plans[0].differences, []);
    let ids = targets(&opened, plan);
    assert_eq!(nothing.plans[0].same as usize, ids.len());
    drop(opened);

    // As if older rules had read it: another name here, a target that is found no more, one that was missed.
    let store = plan_store::Library::open(&desk.library_path()).unwrap();
    let batch = plan_store::NewBatch {
        at: "2024-01-01T00:00:00Z",
        kind: BatchKind::PlansReextracted,
        by: "older rules",
        subject: None,
        goes_on: None,
    };
    let older = |change: &plan_store::Change<'_>| {
        change.journalled(batch, |journal| {
            let text = change.plans().text(plan)?.unwrap();
            let rows = change.targets().of(plan)?;
            for row in rows.iter().take(2) {
                let mut row = row.clone();
                row.target.name = "旧名".to_owned();
                journal.replace_target(&text, &row)?;
            }
            journal.remove_target(plan, rows[2].id)?;
            let mut gone = rows[2].target.clone();
            let start = text.find("。\n").unwrap();
            gone.quote = Span::new(start, start + "。".len());
            (gone.value_span, gone.value, gone.value_max) = (None, None, None);
            let how = ("extracted", "older rules");
            journal.add_target(plan, &text, &gone, (0, "old"), Status::Extracted, how)?;
            let stored = Extraction {
                extractor_version: 0,
                lexicon_version: "old".to_owned(),
                meta: PlanMeta::default(),
                cited: Vec::new(),
                targets: Vec::new(),
                tasks: change
                    .tasks()
                    .of(plan)?
                    .into_iter()
                    .map(|(task, _)| task)
                    .collect(),
                other_numbers: Vec::new(),
                notes: Vec::new(),
            };
            journal.replace_findings(plan, &text, &stored, &[])
        })
    };
    store.write(older).unwrap();
    drop(store);
    let opened = desk.open();
    assert_eq!(care::after_open(&opened, &desk).unwrap().outdated, [plan]);
    review::decide(&opened, &desk, &ids[1..2], Decision::Accept).unwrap();
    let before = content(&opened);
    let shown = anew(&desk, &opened, &[plan], Reading::Shown);
    assert_eq!(content(&opened), before);
    let mut outcomes: Vec<_> = shown.plans[0]
        .differences
        .iter()
        .map(|one| one.outcome)
        .collect();
    outcomes.sort_by_key(|one| format!("{one:?}"));
    assert_eq!(
        outcomes,
        [
            ReextractOutcome::Changed,
            ReextractOutcome::Gone,
            ReextractOutcome::KeptThoughDifferent,
            ReextractOutcome::New,
        ]
    );
    assert_eq!(shown.plans[0].kept, 1);
    let applied = anew(&desk, &opened, &[plan], Reading::Applied);
    assert_eq!(applied.plans, shown.plans);
    let item = review::get(&opened, ids[1]).unwrap();
    assert_eq!(
        (item.mention.name.as_str(), item.mention.status),
        ("旧名", Status::Accepted)
    );
    assert_ne!(review::get(&opened, ids[0]).unwrap().mention.name, "旧名");
    assert_eq!(targets(&opened, plan).len(), ids.len());
    assert!(!library::plans(&opened).unwrap()[0].outdated);
    assert_eq!(check::check(&opened).unwrap().failures, []);
    change::undo(&opened).unwrap();
    assert_eq!(content(&opened), before);
}
