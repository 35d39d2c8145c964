//! Reading plans anew.

use crate::deed::targets;
use crate::desk::{Desk, content};
use plan_flow::reextract::{Reading, reextract};
use plan_flow::wire::job::JobId;
use plan_flow::wire::plan::{ReextractAnswer, ReextractOutcome};
use plan_flow::{Cancel, Host, Job, OpenLibrary, care, change, check, library, review};
use plan_model::{BatchKind, Decision, Extraction, PlanId, PlanMeta, Span, Status};

fn anew(desk: &Desk, opened: &OpenLibrary, plans: &[PlanId], reading: Reading) -> ReextractAnswer {
    let mut sink = |_| {};
    let mut job = Job::new(JobId(1), Cancel::default(), &mut sink);
    reextract(opened, desk, plans, reading, &mut job).unwrap()
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
