//! Metadata and tags corrected, and what the history tells of it.

use crate::deed::{edit, page, with_value};
use crate::desk::{Desk, content};
use plan_flow::wire::change::ChangeQuery;
use plan_flow::wire::review::ReviewScope;
use plan_flow::{change, history, library, plans, review};
use plan_model::{BatchKind, Decision, EditField, FieldFault, Filter, PlanId, PlanMeta, Year};

fn query(plan: Option<PlanId>) -> ChangeQuery {
    ChangeQuery {
        plan,
        offset: 0,
        limit: 10,
    }
}

#[test]
fn metadata_and_tags_are_corrected_with_care() {
    let desk = Desk::new();
    let opened = desk.open();
    let before = content(&opened);
    let plan = library::plans(&opened).unwrap()[0].clone();
    let wrong = PlanMeta {
        issued: Some("2024-13".to_owned()),
        period: Some((Year(2026), Year(2024))),
        ..plan.meta.clone()
    };
    let answer = plans::update(&opened, &desk, plan.plan, &wrong).unwrap();
    let faults: Vec<_> = answer
        .problems
        .iter()
        .map(|one| (one.field.as_str(), one.fault))
        .collect();
    assert_eq!(
        faults,
        [
            ("issued", FieldFault::NotADate),
            ("period", FieldFault::YearsReversed)
        ]
    );
    assert_eq!(content(&opened), before);
    let right = PlanMeta {
        title: Some("  新的标题 ".to_owned()),
        horizons: vec![Year(2030), Year(2028), Year(2030)],
        ..plan.meta.clone()
    };
    let answer = plans::update(&opened, &desk, plan.plan, &right).unwrap();
    assert_eq!(answer.plan.meta.title.as_deref(), Some("新的标题"));
    assert_eq!(answer.plan.meta.horizons, [Year(2028), Year(2030)]);
    let tags = ["安徽".to_owned(), " ".to_owned()];
    plans::tag(&opened, &desk, &[plan.plan], &tags, &[]).unwrap();
    assert_eq!(library::plans(&opened).unwrap()[0].tags, ["安徽"]);
    let steps = history::of_plan(&opened, plan.plan).unwrap();
    assert_eq!(steps.len(), 3, "{steps:?}");
    let listed = history::page(&opened, &query(None)).unwrap();
    assert_eq!(
        (listed.total, listed.steps[0].batch.kind),
        (2, BatchKind::PlansTagged)
    );
    change::undo(&opened).unwrap();
    let state = change::undo(&opened).unwrap().state;
    assert!(state.undo.is_none() && state.redo.is_some());
    assert_eq!(content(&opened), before);
}

#[test]
fn the_history_tells_what_changed_from_what_to_what_and_in_which_plan() {
    let desk = Desk::new();
    let opened = desk.open();
    assert_eq!(history::page(&opened, &query(None)).unwrap().total, 0);
    let target = with_value(&opened);
    let typed = [
        edit(EditField::Scope, "全市"),
        edit(EditField::Comment, "核对过"),
    ];
    review::update(&opened, &desk, target.target, &typed).unwrap();
    let others: Vec<_> = page(&opened, ReviewScope::Undecided, Filter::default())
        .items
        .into_iter()
        .filter(|one| one.plan != target.plan)
        .map(|one| (one.plan, one.target))
        .take(5)
        .collect();
    let ids: Vec<_> = others.iter().map(|(_, id)| *id).collect();
    review::decide(&opened, &desk, &ids, Decision::Accept).unwrap();
    review::decide(&opened, &desk, &ids[..1], Decision::Reject).unwrap();
    change::undo(&opened).unwrap();

    let told = history::page(&opened, &query(None)).unwrap();
    assert_eq!(told.total, 2, "what was taken back is no history");
    let [bulk, one] = told.steps.as_slice() else {
        panic!("{told:?}")
    };
    assert_eq!(
        (bulk.batch.kind, bulk.batch.count),
        (BatchKind::TargetsAccepted, 5)
    );
    assert_eq!((bulk.things.len(), bulk.count), (3, 5));
    let edited = &one.things[0];
    assert_eq!(
        (one.things.len(), one.count, one.by.as_str()),
        (1, 1, "hand")
    );
    assert_eq!(edited.target, Some(target.target));
    assert_eq!(edited.plan_name.as_deref(), Some(target.plan_name.as_str()));
    assert_eq!(edited.indicator.as_deref(), Some(target.indicator.as_str()));
    assert!(edited.here);
    let fields: Vec<_> = edited
        .fields
        .iter()
        .map(|one| (one.field.as_str(), one.after.as_deref()))
        .collect();
    assert!(fields.contains(&("scope", Some("全市"))), "{fields:?}");
    assert!(fields.contains(&("status", Some("edited"))), "{fields:?}");

    let whole = history::step(&opened, bulk.batch.batch, None).unwrap();
    assert_eq!((whole.things.len(), whole.count), (5, 5));
    let (plan, _) = others[0];
    let mine = others.iter().filter(|(other, _)| *other == plan).count();
    let part = history::step(&opened, bulk.batch.batch, Some(plan)).unwrap();
    assert_eq!(part.things.len(), mine);
    let of_plan = history::page(&opened, &query(Some(plan))).unwrap();
    assert_eq!((of_plan.total, of_plan.steps.len()), (1, 1));
    assert!(
        of_plan.steps[0]
            .things
            .iter()
            .all(|one| one.plan == Some(plan))
    );

    plans::remove(&opened, &desk, &[target.plan]).unwrap();
    let told = history::page(&opened, &query(Some(target.plan))).unwrap();
    assert_eq!(told.total, 2);
    assert!(told.steps.iter().all(|step| !step.things[0].here));
    assert_eq!(told.steps[0].things[0].fields, [], "the step says it");
}

#[test]
fn goal_years_are_one_field() {
    let desk = Desk::new();
    let opened = desk.open();
    let plan = library::plans(&opened).unwrap()[0].clone();
    let meta = PlanMeta {
        horizons: vec![Year(2028), Year(2030)],
        ..plan.meta.clone()
    };
    plans::update(&opened, &desk, plan.plan, &meta).unwrap();
    let meta = PlanMeta {
        horizons: vec![Year(2030), Year(2035)],
        ..plan.meta
    };
    plans::update(&opened, &desk, plan.plan, &meta).unwrap();
    let told = history::page(&opened, &query(Some(plan.plan))).unwrap();
    let fields = &told.steps[0].things[0].fields;
    assert_eq!(fields.len(), 1, "{fields:?}");
    assert_eq!(
        (
            fields[0].field.as_str(),
            fields[0].before.as_deref(),
            fields[0].after.as_deref()
        ),
        ("horizons", Some("2028 2030"), Some("2030 2035"))
    );
}
