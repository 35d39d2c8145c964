//! Indicators renamed, and wordings taught and forgotten.

use crate::deed::{page, with_value};
use crate::desk::{Desk, content};
use plan_flow::wire::error::ErrorCode;
use plan_flow::wire::review::{RenameRequest, ReviewScope, Synonym};
use plan_flow::{change, library, review};
use plan_model::{Decision, Filter, Status, TargetId};

#[test]
fn a_renaming_touches_the_targets_given_and_no_others() {
    let desk = Desk::new();
    let opened = desk.open();
    let indicator = with_value(&opened).indicator;
    let request = RenameRequest {
        wording: None,
        indicator: Some(indicator.clone()),
        to: "新的指标".to_owned(),
    };
    let preview = review::preview(&opened, &request).unwrap();
    assert!(!preview.known && !preview.items.is_empty());
    assert!(preview.items.iter().all(|item| item.from == indicator));
    let ids: Vec<_> = preview.items.iter().map(|item| item.target).collect();
    let answer = review::rename(&opened, &desk, &preview.to, &ids).unwrap();
    assert_eq!(answer.batch.unwrap().count as usize, ids.len());
    let names = review::indicators(&opened).unwrap();
    let count = |name: &str| {
        let found = names.iter().find(|one| one.indicator == name);
        found.map_or(0, |one| one.targets as usize)
    };
    assert_eq!((count("新的指标"), count(&indicator)), (ids.len(), 0));
    assert_eq!(review::preview(&opened, &request).unwrap().items, []);
}

#[test]
fn a_synonym_moves_the_undecided_and_reads_the_next_document() {
    let desk = Desk::new();
    let opened = desk.open();
    let document = |n: u32| {
        format!("临江市科技创新工作计划\n\n一、主要目标\n到2026年，星火智造坊达到{n}家。\n")
    };
    desk.import(&opened, &[desk.file("a.txt", document(31))]);
    let before = content(&opened);
    let synonym = Synonym {
        wording: "星火智造坊".to_owned(),
        indicator: "高新技术企业数".to_owned(),
    };
    let names = review::indicators(&opened).unwrap();
    let known = names
        .iter()
        .find(|one| one.indicator.starts_with("高新技术企业"))
        .unwrap();
    let synonym = Synonym {
        indicator: known.indicator.clone(),
        ..synonym
    };
    let preview = review::synonym_preview(&opened, &synonym).unwrap();
    assert!(preview.known);
    assert_eq!(preview.items.len(), 1, "{preview:?}");
    review::synonym_add(&opened, &desk, &synonym).unwrap();
    let listed = review::synonyms(&opened).unwrap();
    let counts: Vec<_> = listed.iter().map(|one| (one.follow, one.decided)).collect();
    assert_eq!(counts, [(1, 0)]);
    assert_eq!(listed[0].wording, synonym.wording);
    assert_eq!(listed[0].indicator, synonym.indicator);
    assert_eq!(listed[0].since.as_deref(), Some("2025-01-02T23:04:05Z"));
    let item = review::get(&opened, preview.items[0].target).unwrap();
    assert_eq!(item.indicator, synonym.indicator);
    assert_eq!(
        item.mention.status,
        Status::Extracted,
        "a rule did it, not a person"
    );
    desk.import(&opened, &[desk.file("b.txt", document(32))]);
    let plan = library::plans(&opened).unwrap().last().unwrap().clone();
    let filter = Filter {
        plans: vec![plan.plan],
        ..Filter::default()
    };
    let read = page(&opened, ReviewScope::All, filter).items.remove(0);
    assert_eq!(
        read.indicator, synonym.indicator,
        "the next document is read with it"
    );
    let outdated = library::plans(&opened)
        .unwrap()
        .iter()
        .any(|plan| plan.outdated);
    assert!(!outdated, "a wording taught makes no plan out of date");
    change::undo(&opened).unwrap();
    change::undo(&opened).unwrap();
    assert_eq!(content(&opened), before);
    change::redo(&opened).unwrap();
    review::synonym_remove(&opened, &desk, &synonym.wording).unwrap();
    assert_eq!(content(&opened), before);
}

#[test]
fn a_wording_is_forgotten_as_its_preview_says_and_decisions_stay() {
    let desk = Desk::new();
    let opened = desk.open();
    let text = "临江市科技创新工作计划\n\n一、主要目标\n到2026年，星火智造坊达到31家，全市星火智造坊数量达到40家。\n";
    desk.import(&opened, &[desk.file("a.txt", text)]);
    let synonym = Synonym {
        wording: "星火智造坊".to_owned(),
        indicator: "高新技术企业数".to_owned(),
    };
    review::synonym_add(&opened, &desk, &synonym).unwrap();
    let plan = library::plans(&opened).unwrap().last().unwrap().plan;
    let filter = Filter {
        plans: vec![plan],
        ..Filter::default()
    };
    let named = page(&opened, ReviewScope::All, filter).items;
    assert_eq!(named.len(), 2, "{named:?}");
    assert!(named.iter().all(|one| one.indicator == synonym.indicator));
    review::decide(&opened, &desk, &[named[0].target], Decision::Accept).unwrap();
    let listed = review::synonyms(&opened).unwrap();
    assert_eq!((listed[0].follow, listed[0].decided), (1, 1));

    let preview = review::removal_preview(&opened, &synonym.wording).unwrap();
    let ids: Vec<_> = preview.iter().map(|one| one.target).collect();
    assert_eq!(ids, [named[1].target]);
    review::synonym_remove(&opened, &desk, &synonym.wording).unwrap();
    assert_eq!(review::synonyms(&opened).unwrap(), []);
    let now = |target| review::get(&opened, target).unwrap().indicator;
    assert_eq!(now(named[1].target), preview[0].to);
    assert_eq!(now(named[0].target), synonym.indicator);
    change::undo(&opened).unwrap();
    assert_eq!(review::synonyms(&opened).unwrap(), listed);
    assert_eq!(now(named[1].target), synonym.indicator);
    let missing = review::removal_preview(&opened, "没教过").unwrap_err();
    assert_eq!(missing.code(), ErrorCode::NotFound);
}

#[test]
fn whatever_was_taught_is_forgotten_without_a_trace() {
    let desk = Desk::new();
    let opened = desk.open();
    let all = page(&opened, ReviewScope::All, Filter::default());
    let indicators = || -> Vec<(TargetId, String)> {
        let ids = all.queue.iter();
        ids.map(|id| (*id, review::get(&opened, *id).unwrap().indicator))
            .collect()
    };
    let before = indicators();
    let mut names: Vec<String> = all.items.into_iter().map(|one| one.mention.name).collect();
    names.sort();
    names.dedup();
    let mut moved = 0;
    for wording in names.into_iter().step_by(3) {
        let synonym = Synonym {
            wording,
            indicator: "考核总分".to_owned(),
        };
        let answer = review::synonym_add(&opened, &desk, &synonym).unwrap();
        moved += answer.batch.unwrap().count;
        review::synonym_remove(&opened, &desk, &synonym.wording).unwrap();
        assert_eq!(indicators(), before, "{}", synonym.wording);
    }
    assert!(moved > 5, "{moved}");
}
