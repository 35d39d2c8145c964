//! Writing, reading and removing documents.

use crate::sample::{batch, folder, sample};
use plan_model::{BatchKind, Decimal, NoteCode, PlanId, Span};
use plan_store::{Added, Library, Mismatch, Place, StoreError};
use std::sync::{Arc, Barrier};
use std::thread;

#[test]
fn what_is_written_is_read_back_field_by_field() {
    let (_dir, path) = folder();
    let document = sample("甲市");
    let library = Library::open(&path).unwrap();
    let Added::New(plan) = document.add(&library, Place::Last).unwrap() else {
        panic!("the library was empty")
    };
    drop(library);
    let library = Library::open(&path).unwrap();
    library
        .read(|view| {
            let row = view.plans().get(plan)?.unwrap();
            assert_eq!(row.meta, document.extraction.meta);
            assert_eq!(
                (row.extractor_version, row.lexicon_version.as_str()),
                (7, "3-abc")
            );
            assert_eq!(
                (row.source_name.as_str(), row.encoding.as_str()),
                ("sample.txt", "UTF-8")
            );
            assert_eq!(row.imported_at, "2025-01-02T03:04:05Z");
            assert_eq!(view.plans().text(plan)?.as_ref(), Some(&document.plan.text));
            assert_eq!(view.plans().source(plan)?.as_ref(), Some(&document.source));
            let sections: Vec<_> = view.sections().of(plan)?.into_iter().map(|s| s.0).collect();
            assert_eq!(sections, document.plan.sections);
            let furniture: Vec<_> = view
                .plans()
                .furniture(plan)?
                .into_iter()
                .map(|f| f.0)
                .collect();
            assert_eq!(furniture, document.plan.furniture);
            let targets: Vec<_> = view
                .checked_targets(plan)?
                .into_iter()
                .map(|t| t.target)
                .collect();
            assert_eq!(targets, document.extraction.targets);
            let tasks: Vec<_> = view.tasks().of(plan)?.into_iter().map(|t| t.0).collect();
            assert_eq!(tasks, document.extraction.tasks);
            let cited: Vec<_> = view
                .cited_documents()
                .of(plan)?
                .into_iter()
                .map(|c| c.0)
                .collect();
            assert_eq!(cited, document.extraction.cited);
            let numbers: Vec<_> = view
                .other_numbers()
                .of(plan)?
                .into_iter()
                .map(|n| n.0)
                .collect();
            assert_eq!(numbers, document.extraction.other_numbers);
            assert_eq!(view.other_numbers().counts(plan)?, (1, 0));
            let notes: Vec<_> = view.notes().of(plan)?.into_iter().map(|n| n.0).collect();
            assert_eq!(
                notes,
                [
                    document.plan.notes.clone(),
                    document.extraction.notes.clone()
                ]
                .concat()
            );
            let first = &view.targets().of(plan)?[0];
            assert_eq!(
                (first.quote.as_str(), first.value_quote.as_deref()),
                (
                    "单位能耗降至0.1891吨标准煤/万元",
                    Some("0.1891吨标准煤/万元")
                )
            );
            let history = view.history().of(first.id)?;
            assert_eq!(history.len(), 1);
            assert_eq!(
                (history[0].action.as_str(), history[0].by.as_str()),
                ("extracted", "extractor 7, lexicon 3-abc")
            );
            Ok(())
        })
        .unwrap();
}

#[test]
fn the_same_bytes_are_one_plan() {
    let (_dir, path) = folder();
    let library = Library::open(&path).unwrap();
    let first = sample("甲市").add(&library, Place::Last).unwrap();
    let Added::New(plan) = first else {
        panic!("the library was empty")
    };
    assert_eq!(
        sample("甲市").add(&library, Place::Last).unwrap(),
        Added::Known(plan)
    );
    assert_eq!(
        library.read(|view| Ok(view.plans().list()?.len())).unwrap(),
        1
    );
}

#[test]
fn plans_stand_in_the_order_of_their_positions() {
    let (_dir, path) = folder();
    let library = Library::open(&path).unwrap();
    for (region, place) in [
        ("乙市", Place::At(1)),
        ("甲市", Place::At(0)),
        ("丙市", Place::Last),
    ] {
        sample(region).add(&library, place).unwrap();
    }
    let list = library.read(|view| Ok(view.plans().list()?)).unwrap();
    let seen: Vec<_> = list
        .iter()
        .map(|row| (row.position, row.meta.region.clone().unwrap()))
        .collect();
    assert_eq!(
        seen,
        [
            (0, "甲市".to_owned()),
            (1, "乙市".to_owned()),
            (2, "丙市".to_owned())
        ]
    );
}

#[test]
fn a_removed_plan_is_in_no_list_and_its_bytes_are_still_known() {
    let (_dir, path) = folder();
    let library = Library::open(&path).unwrap();
    let Added::New(plan) = sample("甲市").add(&library, Place::Last).unwrap() else {
        panic!("the library was empty")
    };
    let remove = |plan, removed| {
        library.write(|change| {
            let (changed, _) = change.journalled(batch(BatchKind::PlansRemoved), |journal| {
                journal.set_removed(plan, removed)
            })?;
            Ok(changed)
        })
    };
    assert!(remove(plan, true).unwrap());
    assert!(!remove(plan, true).unwrap(), "it is removed already");
    assert!(matches!(
        remove(PlanId(999), true),
        Err(StoreError::NoSuchPlan(PlanId(999)))
    ));
    let listed = |library: &Library| {
        library
            .read(|view| {
                Ok((
                    view.plans().list()?.len(),
                    view.plans().removed()?.len(),
                    view.plans().get(plan)?.is_some(),
                ))
            })
            .unwrap()
    };
    assert_eq!(listed(&library), (0, 1, true));
    assert_eq!(
        sample("甲市").add(&library, Place::Last).unwrap(),
        Added::Known(plan)
    );
    assert!(remove(plan, false).unwrap());
    assert_eq!(listed(&library), (1, 0, true));
}

/// Spoils one thing of a document and expects that nothing of it is written.
fn check_refused(spoil: impl FnOnce(&mut crate::sample::Sample), expected: fn(&Mismatch) -> bool) {
    let (_dir, path) = folder();
    let library = Library::open(&path).unwrap();
    let mut document = sample("甲市");
    spoil(&mut document);
    match document.add(&library, Place::Last) {
        Err(StoreError::SpanMismatch(error)) => assert!(
            expected(&error.mismatch),
            "refused for another reason: {error}"
        ),
        other => panic!("expected a mismatch, got {other:?}"),
    }
    assert_eq!(
        library.read(|view| Ok(view.plans().list()?.len())).unwrap(),
        0,
        "something was written"
    );
}

#[test]
fn a_span_that_does_not_check_is_refused_and_nothing_is_written() {
    let inside_a_character = |span: Span| Span {
        start: span.start + 1,
        end: span.end,
    };
    check_refused(
        |d| d.extraction.targets[1].quote = inside_a_character(d.extraction.targets[1].quote),
        |m| *m == Mismatch::Borders,
    );
    check_refused(
        |d| d.extraction.targets[1].quote.end = u32::MAX,
        |m| *m == Mismatch::Borders,
    );
    check_refused(
        |d| d.extraction.targets[0].value_span = None,
        |m| *m == Mismatch::Unplaced,
    );
    check_refused(
        |d| d.extraction.targets[0].value = Some(Decimal::new(189, 3)),
        |m| matches!(m, Mismatch::Numeral { .. }),
    );
    check_refused(
        |d| d.extraction.targets[1].value_max = Some(Decimal::TEN),
        |m| matches!(m, Mismatch::Numeral { .. }),
    );
    check_refused(
        |d| d.plan.sections[0].heading = inside_a_character(d.plan.sections[0].heading),
        |m| *m == Mismatch::Borders,
    );
    check_refused(
        |d| d.extraction.tasks[0].span.end = d.extraction.tasks[0].span.start,
        |m| *m == Mismatch::Borders,
    );
    check_refused(
        |d| d.extraction.other_numbers[0].span.end += 1,
        |m| *m == Mismatch::Borders,
    );
    check_refused(
        |d| d.extraction.notes[0].span = Some(Span::new(9000, 9001)),
        |m| *m == Mismatch::Borders,
    );
    check_refused(
        |d| d.plan.furniture[0].span.end -= 1,
        |m| *m == Mismatch::Borders,
    );
}

#[test]
fn a_finding_that_its_text_does_not_hold_is_dropped_with_a_note() {
    let (_dir, path) = folder();
    let library = Library::open(&path).unwrap();
    let mut document = sample("甲市");
    let whole = document.extraction.clone();
    document.extraction.targets[1].value = Some(Decimal::from(77));
    document.extraction.tasks[0].heading = Span::new(9000, 9003);
    assert!(document.new_plan(Place::Last).checked().is_err());
    plan_store::drop_unplaced(&document.plan, &mut document.extraction);
    let left = &document.extraction;
    assert_eq!(
        left.targets,
        [whole.targets[0].clone(), whole.targets[2].clone()]
    );
    assert_eq!((left.tasks.len(), left.cited.len()), (0, 2));
    let notes = &left.notes[whole.notes.len()..];
    let dropped = notes.iter().map(|note| (note.code, note.span.is_some()));
    let code = NoteCode::FindingDropped;
    assert_eq!(dropped.collect::<Vec<_>>(), [(code, true), (code, false)]);
    document.add(&library, Place::Last).unwrap();
    assert_eq!(library.check().unwrap().failures, []);
}

#[test]
fn a_failure_within_the_transaction_leaves_nothing() {
    let (_dir, path) = folder();
    let library = Library::open(&path).unwrap();
    let document = sample("甲市");
    let checked = document.new_plan(Place::Last).checked().unwrap();
    let failed: Result<(), _> = library.write(|change| {
        change.add_plan(&checked)?;
        change
            .journalled(batch(BatchKind::PlansRemoved), |journal| {
                journal.set_removed(PlanId(999), true)
            })
            .map(drop)
    });
    assert!(matches!(failed, Err(StoreError::NoSuchPlan(_))));
    assert_eq!(
        library.read(|view| Ok(view.plans().list()?.len())).unwrap(),
        0
    );
    assert!(
        matches!(document.add(&library, Place::Last).unwrap(), Added::New(_)),
        "the library goes on working"
    );
}

#[test]
fn a_reader_keeps_its_snapshot_while_another_writes() {
    let (_dir, path) = folder();
    let library = Library::open(&path).unwrap();
    sample("甲市").add(&library, Place::Last).unwrap();
    library
        .read(|view| {
            let before = view.settings().generation()?;
            sample("乙市").add(&library, Place::Last)?;
            assert_eq!(view.plans().list()?.len(), 1);
            assert_eq!(view.settings().generation()?, before);
            Ok(())
        })
        .unwrap();
    assert_eq!(
        library.read(|view| Ok(view.plans().list()?.len())).unwrap(),
        2
    );
}

#[test]
fn two_openers_at_once_make_one_library_without_doubles() {
    for _ in 0..8 {
        let (_dir, path) = folder();
        let barrier = Arc::new(Barrier::new(4));
        let openers: Vec<_> = (0..4)
            .map(|_| {
                let (path, barrier) = (path.clone(), Arc::clone(&barrier));
                thread::spawn(move || {
                    barrier.wait();
                    let library = Library::open(&path).unwrap();
                    for region in ["甲市", "乙市", "丙市"] {
                        sample(region).add(&library, Place::Last).unwrap();
                    }
                })
            })
            .collect();
        openers
            .into_iter()
            .for_each(|opener| opener.join().unwrap());
        let library = Library::open(&path).unwrap();
        assert_eq!(
            library.read(|view| Ok(view.plans().list()?.len())).unwrap(),
            3
        );
        assert_eq!(library.check().unwrap().failures, []);
    }
}
