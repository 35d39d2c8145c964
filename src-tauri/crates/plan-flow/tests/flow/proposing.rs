//! Importing in two steps: what is known already, versions, removed plans.

use crate::desk::{Desk, content};
use plan_flow::wire::import::{ImportAnswer, ImportDecision, ImportItem, ImportProposal, KnownAs};
use plan_flow::wire::job::JobId;
use plan_flow::wire::review::{FieldEdit, ReviewOrder, ReviewQuery, ReviewScope};
use plan_flow::wire::version::VersionTarget;
use plan_flow::{
    Cancel, Job, OpenLibrary, change, check, import, library, plans, review, versions,
};
use plan_model::{Decision, EditField, Filter, PlanId, PlanMeta, Status, TargetId};
use std::path::PathBuf;

/// A plan long enough for its passages to count.
fn document(goals: &str) -> String {
    let tasks: String = (1..60)
        .map(|n| format!("{n}．建设第{n}个创新平台，完善第{n}项制度，组织第{n}次对接活动。\n"))
        .collect();
    format!("临江市科技创新工作计划\n\n一、主要目标\n{goals}\n二、重点任务\n{tasks}")
}

const GOALS: &str =
    "到2026年，高新技术企业达到88家。技术合同成交额突破12.5亿元。发明专利达到300件。";

fn propose(desk: &Desk, opened: &OpenLibrary, paths: &[PathBuf]) -> Vec<ImportProposal> {
    let mut sink = |_| {};
    let mut job = Job::new(JobId(1), Cancel::default(), &mut sink);
    let found = import::propose(opened, desk, paths, &mut job).unwrap();
    found.into_iter().map(|(_, proposal)| proposal).collect()
}

fn apply(desk: &Desk, opened: &OpenLibrary, proposals: Vec<ImportProposal>) -> ImportAnswer {
    let mut sink = |_| {};
    let mut job = Job::new(JobId(1), Cancel::default(), &mut sink);
    let items = proposals
        .into_iter()
        .map(|one| {
            let item = ImportItem {
                path: one.path.clone(),
                meta: one.meta,
                tags: vec!["本地".to_owned()],
                decision: one.decision,
                sheets: None,
            };
            (PathBuf::from(one.path), item)
        })
        .collect();
    import::apply(opened, desk, items, &mut job).unwrap()
}

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

#[test]
fn a_proposal_writes_nothing_and_its_metadata_can_be_corrected() {
    let desk = Desk::new();
    let opened = desk.open();
    let before = content(&opened);
    let paths = [
        desk.file("a.txt", document(GOALS)),
        desk.file("again.txt", document(GOALS)),
        desk.file("empty.txt", ""),
        desk.file("a.txt", document(GOALS))
            .with_file_name("missing.txt"),
    ];
    let mut proposals = propose(&desk, &opened, &paths);
    assert_eq!(content(&opened), before);
    let decisions: Vec<_> = proposals.iter().map(|one| one.decision).collect();
    let skip = ImportDecision::Skip;
    assert_eq!(decisions, [ImportDecision::AsNew, skip, skip, skip]);
    assert!(matches!(&proposals[1].known, Some(KnownAs::EarlierFile { name }) if name == "a.txt"));
    assert!(proposals[2].error.is_some() && proposals[3].error.is_some());
    assert!(proposals[0].targets >= 3 && proposals[0].characters > 500);
    proposals[0].meta = Some(PlanMeta {
        region: Some("临江新区".to_owned()),
        ..proposals[0].meta.clone().unwrap()
    });
    let answer = apply(&desk, &opened, proposals);
    assert_eq!((answer.imported, answer.skipped), (1, 3));
    let plan = library::plans(&opened).unwrap().last().unwrap().clone();
    assert_eq!(plan.meta.region.as_deref(), Some("临江新区"));
    assert_eq!(plan.tags, ["本地"]);
    change::undo(&opened).unwrap();
    assert_eq!(content(&opened), before, "the import is one step");
}

#[test]
fn a_copy_from_another_site_and_a_removed_plan_are_recognised() {
    let desk = Desk::new();
    let opened = desk.open();
    let first = desk.file("a.txt", document(GOALS));
    let proposals = propose(&desk, &opened, std::slice::from_ref(&first));
    apply(&desk, &opened, proposals);
    let plan = library::plans(&opened).unwrap().last().unwrap().plan;
    let copy = desk.file("copy.txt", document(GOALS).replace('\n', "\r\n\r\n"));
    let proposals = propose(&desk, &opened, &[copy, first.clone()]);
    assert!(
        matches!(proposals[0].known, Some(KnownAs::NearText { plan: known, likeness: 100, .. }) if known == plan),
        "{:?}",
        proposals[0].known
    );
    assert_eq!(proposals[0].decision, ImportDecision::Skip);
    assert!(
        matches!(proposals[1].known, Some(KnownAs::SameBytes { plan: known, .. }) if known == plan)
    );
    let one = targets(&opened, plan)[0];
    review::decide(&opened, &desk, &[one], Decision::Accept).unwrap();
    let with_decision = content(&opened);
    plans::remove(&opened, &desk, &[plan]).unwrap();
    let proposals = propose(&desk, &opened, &[first]);
    assert!(
        matches!(proposals[0].known, Some(KnownAs::Removed { plan: known, .. }) if known == plan)
    );
    assert_eq!(apply(&desk, &opened, proposals).restored, 1);
    assert_eq!(
        content(&opened),
        with_decision,
        "it comes back with its decisions"
    );
}

#[test]
fn a_new_version_takes_over_with_every_decision_whose_words_still_stand() {
    let desk = Desk::new();
    let opened = desk.open();
    let first = propose(&desk, &opened, &[desk.file("v1.txt", document(GOALS))]);
    apply(&desk, &opened, first);
    let old = library::plans(&opened).unwrap().last().unwrap().clone();
    let ids = targets(&opened, old.plan);
    assert_eq!(ids.len(), 3);
    review::decide(&opened, &desk, &ids[..1], Decision::Accept).unwrap();
    let remark = FieldEdit {
        field: EditField::Comment,
        value: Some("记录".to_owned()),
    };
    let scope = FieldEdit {
        field: EditField::Scope,
        value: Some("全域".to_owned()),
    };
    review::update(&opened, &desk, ids[2], &[remark, scope]).unwrap();
    review::decide(&opened, &desk, &ids[1..2], Decision::Reject).unwrap();
    let before = content(&opened);

    let goals = format!("总体稳步提升。{}", GOALS.replace("12.5亿元", "13亿元"));
    let proposals = propose(&desk, &opened, &[desk.file("v2.txt", document(&goals))]);
    assert_eq!(
        proposals[0].decision,
        ImportDecision::AsVersion { of: old.plan }
    );
    let answer = apply(&desk, &opened, proposals);
    assert_eq!(
        (answer.imported, answer.carried, answer.lost.len()),
        (1, 2, 1),
        "{answer:?}"
    );
    assert!(answer.lost[0].quote.contains("12.5亿元"));
    let new = library::plans(&opened).unwrap().last().unwrap().clone();
    assert_ne!(new.plan, old.plan);
    assert_eq!(
        (new.colour, new.earlier_versions, new.decided),
        (old.colour, 1, 2)
    );
    assert_eq!(
        versions::versions(&opened, new.plan).unwrap()[0].plan,
        old.plan
    );
    let items: Vec<_> = targets(&opened, new.plan)
        .into_iter()
        .map(|id| review::get(&opened, id).unwrap())
        .collect();
    let statuses: Vec<_> = items.iter().map(|item| item.mention.status).collect();
    assert_eq!(
        statuses,
        [Status::Accepted, Status::Extracted, Status::Edited]
    );
    assert_eq!(items[2].comment.as_deref(), Some("记录"));
    assert_eq!(items[2].mention.scope.as_deref(), Some("全域"));
    assert_eq!(check::check(&opened).unwrap().failures, []);
    change::undo(&opened).unwrap();
    assert_eq!(content(&opened), before);
    change::redo(&opened).unwrap();
    assert_eq!(
        library::plans(&opened).unwrap().last().unwrap().plan,
        new.plan
    );
}

#[test]
fn an_earlier_version_is_read_and_its_targets_are_compared() {
    let desk = Desk::new();
    let opened = desk.open();
    let goals = "到2026年，高新技术企业达到88家。技术合同成交额突破12.5亿元。发明专利达到300件。引进高层次人才50名。";
    let first = propose(&desk, &opened, &[desk.file("v1.txt", document(goals))]);
    apply(&desk, &opened, first);
    let old = library::plans(&opened).unwrap().last().unwrap().plan;
    let goals = "总体稳步提升。到2026年，高新技术企业达到88家。技术合同成交额突破13亿元。引进高层次人才50名。新建省级重点实验室3个。";
    let second = propose(&desk, &opened, &[desk.file("v2.txt", document(goals))]);
    apply(&desk, &opened, second);
    let new = library::plans(&opened).unwrap().last().unwrap().plan;
    let answer = versions::compare(&opened, old).unwrap();
    assert_eq!((answer.plan.plan, answer.current), (old, new));
    assert!(answer.text.text.contains("12.5亿元"), "the text of then");
    assert_eq!(answer.text.targets.len(), 4);
    let told: Vec<_> = answer
        .differences
        .iter()
        .map(|one| {
            let quote = |target: &Option<VersionTarget>| target.as_ref().map(|at| at.quote.clone());
            let fields: Vec<_> = one
                .fields
                .iter()
                .map(|field| field.field.as_str())
                .collect();
            (quote(&one.then), quote(&one.now), fields)
        })
        .collect();
    assert_eq!(answer.same, 2, "{told:?}");
    let has = |quote: &Option<String>, words: &str| {
        quote.as_ref().is_some_and(|quote| quote.contains(words))
    };
    let [changed, gone, came] = told.as_slice() else {
        panic!("three differences: {told:?}")
    };
    assert!(
        has(&changed.0, "12.5亿元") && has(&changed.1, "13亿元"),
        "{changed:?}"
    );
    assert_eq!(changed.2, ["value"]);
    assert!(has(&gone.0, "300件") && gone.1.is_none(), "{gone:?}");
    assert!(came.0.is_none() && has(&came.1, "3个"), "{came:?}");
    assert!(versions::compare(&opened, PlanId(999)).is_err());
}
