//! Taking back and doing again: after everything is taken back, every row is as it was.

use crate::sample::{batch, folder, sample};
use crate::snapshot::dump_data;
use plan_model::{
    BatchKind, ContextFigure, ContextVariable, Decimal, PlanId, PlanMeta, Span, Status, TargetId,
    Year,
};
use plan_store::{Added, Journal, Library, Place, StoreError, TargetRow};
use std::path::Path;

fn library(path: &Path) -> (Library, PlanId) {
    let library = Library::open(path).unwrap();
    let Added::New(plan) = sample("甲市").add(&library, Place::Last).unwrap() else {
        panic!("the library was empty")
    };
    sample("乙市").add(&library, Place::Last).unwrap();
    (library, plan)
}

fn targets(library: &Library, plan: PlanId) -> Vec<TargetRow> {
    library.read(|view| Ok(view.targets().of(plan)?)).unwrap()
}

fn text(library: &Library, plan: PlanId) -> String {
    library
        .read(|view| Ok(view.plans().text(plan)?))
        .unwrap()
        .unwrap()
}

fn step(
    library: &Library,
    kind: BatchKind,
    work: impl FnOnce(&Journal<'_>) -> Result<(), StoreError>,
) -> bool {
    library
        .write(|change| Ok(change.journalled(batch(kind), work)?.1.is_some()))
        .unwrap()
}

/// One of everything the journal knows, in an order in which each can be done.
const KINDS: usize = 10;

fn one_of_each(library: &Library, plan: PlanId, which: usize, turn: u32) -> bool {
    let rows = targets(library, plan);
    let text = text(library, plan);
    let first = rows.first().cloned();
    match which % KINDS {
        0 => step(library, BatchKind::TargetsEdited, |journal| {
            let Some(mut row) = first else { return Ok(()) };
            row.target.name = format!("名称{turn}");
            row.target.year = (turn.is_multiple_of(2)).then_some(Year(2030));
            row.target.scope = None;
            row.status = Status::Edited;
            row.comment = Some(format!("说明“{turn}”\n\u{1f600}"));
            journal.replace_target(&text, &row).map(drop)
        }),
        1 => step(library, BatchKind::TargetsAccepted, |journal| {
            for row in &rows {
                let status = Status::ALL[(turn as usize + 1) % Status::ALL.len()];
                journal.set_status(plan, row.id, status)?;
            }
            Ok(())
        }),
        2 => step(library, BatchKind::TargetAdded, |journal| {
            let mut target = sample("甲市").extraction.targets[1].clone();
            target.name = format!("新增{turn}");
            let version = (7, "3-abc");
            journal
                .add_target(
                    plan,
                    &text,
                    &target,
                    version,
                    Status::Accepted,
                    ("added", "hand"),
                )
                .map(drop)
        }),
        3 => step(library, BatchKind::PlansReextracted, |journal| {
            match rows.last() {
                Some(row) => journal.remove_target(plan, row.id),
                None => Ok(()),
            }
        }),
        4 => step(library, BatchKind::PlanEdited, |journal| {
            let meta = PlanMeta {
                region: Some(format!("地区{turn}")),
                horizons: vec![Year(2030), Year(2024 + i32::try_from(turn % 3).unwrap())],
                ..PlanMeta::default()
            };
            journal.replace_meta(plan, &meta).map(drop)
        }),
        5 => step(library, BatchKind::PlansTagged, |journal| {
            journal.add_tag(plan, &format!("标签\"{}", turn % 3))?;
            journal.remove_tag(plan, &format!("标签\"{}", (turn + 1) % 3))
        }),
        6 => step(library, BatchKind::PlansRemoved, |journal| {
            journal.set_removed(plan, turn.is_multiple_of(2))?;
            let other = PlanId(plan.0 + 1);
            journal
                .set_version_of(other, (turn.is_multiple_of(2)).then_some(plan))
                .map(drop)
        }),
        7 => step(library, BatchKind::SynonymAdded, |journal| {
            journal.set_synonym("孵化载体", &format!("孵化器{}", turn % 2))?;
            if turn.is_multiple_of(3) {
                journal.remove_synonym("孵化载体")?;
            }
            Ok(())
        }),
        8 => step(library, BatchKind::ContextSet, |journal| {
            let figure = ContextFigure {
                region: "甲市".to_owned(),
                variable: ContextVariable::Gdp,
                year: Year(2023),
                value: Decimal::from(100 + turn % 3),
                unit: "亿元".to_owned(),
                source: "统计公报".to_owned(),
                note: None,
            };
            journal.set_context(&figure)?;
            if turn.is_multiple_of(3) {
                journal.remove_context("甲市", ContextVariable::Gdp, Year(2023))?;
            }
            Ok(())
        }),
        _ => step(library, BatchKind::PlansReextracted, |journal| {
            let mut found = sample("甲市").extraction;
            found.extractor_version = 100 + turn;
            found.tasks[0].title = format!("任务{turn}");
            found.tasks[0].support.clear();
            found.cited.truncate(1 + turn as usize % 2);
            found.other_numbers.clear();
            journal.replace_findings(plan, &text, &found, &[])?;
            let Some(mut row) = first else { return Ok(()) };
            row.target.fields.clear();
            row.target.responsible = vec![format!("单位{turn}")];
            journal.replace_found_target(&text, &row).map(drop)
        }),
    }
}

fn undo(library: &Library) -> bool {
    library.write(|change| change.undo()).unwrap().is_some()
}

fn redo(library: &Library) -> bool {
    library.write(|change| change.redo()).unwrap().is_some()
}

#[test]
fn every_kind_of_change_can_be_taken_back_and_done_again() {
    for which in 0..KINDS {
        let (_dir, path) = folder();
        let (library, plan) = library(&path);
        let before = dump_data(&path);
        assert!(
            one_of_each(&library, plan, which, 2),
            "kind {which} changes something"
        );
        let after = dump_data(&path);
        assert_ne!(after, before, "kind {which}");
        assert_eq!(library.check().unwrap().failures, [], "kind {which}");
        assert!(undo(&library));
        assert_eq!(dump_data(&path), before, "kind {which} taken back");
        assert!(!undo(&library), "there was one step");
        drop(library);
        // The journal is in the file: another process, another day.
        let library = Library::open(&path).unwrap();
        assert!(redo(&library));
        assert_eq!(dump_data(&path), after, "kind {which} done again");
        assert!(!redo(&library));
    }
}

#[test]
fn any_sequence_taken_back_gives_the_beginning_and_done_again_the_end() {
    // A small generator of our own: the sequence of a failing run is in its number.
    for seed in 1u32..=24 {
        let (_dir, path) = folder();
        let (library, plan) = library(&path);
        let before = dump_data(&path);
        let mut state = seed.wrapping_mul(0x9E37_79B9);
        let mut next = || {
            state ^= state << 13;
            state ^= state >> 17;
            state ^= state << 5;
            state
        };
        for turn in 0..24 {
            let choice = next();
            match choice % 8 {
                0 => drop(undo(&library)),
                1 => drop(redo(&library)),
                _ => drop(one_of_each(&library, plan, (choice / 8) as usize, turn)),
            }
        }
        while redo(&library) {}
        let after = dump_data(&path);
        let mut steps = 0;
        while undo(&library) {
            steps += 1;
        }
        assert_eq!(dump_data(&path), before, "sequence {seed}");
        for _ in 0..steps {
            assert!(redo(&library), "sequence {seed}");
        }
        assert_eq!(dump_data(&path), after, "sequence {seed}");
        assert_eq!(library.check().unwrap().failures, [], "sequence {seed}");
    }
}

#[test]
fn a_new_change_forgets_what_was_taken_back() {
    let (_dir, path) = folder();
    let (library, plan) = library(&path);
    let one = targets(&library, plan)[0].id;
    let status = |status| {
        step(&library, BatchKind::TargetsAccepted, |journal| {
            journal.set_status(plan, one, status).map(drop)
        })
    };
    assert!(status(Status::Accepted));
    assert!(!status(Status::Accepted), "what is so already is no step");
    assert!(undo(&library));
    assert!(status(Status::Rejected));
    assert!(!redo(&library));
    let history = library
        .read(|view| Ok(view.journal().of_target(one)?))
        .unwrap();
    assert_eq!(history.len(), 1, "{history:?}");
    assert_eq!(history[0].1.after.as_deref(), Some("\"rejected\""));
    assert!(undo(&library));
    assert_eq!(targets(&library, plan)[0].status, Status::Extracted);
}

#[test]
fn the_extracted_values_are_the_first_ones_since_the_plan_was_read() {
    let (_dir, path) = folder();
    let (library, plan) = library(&path);
    let row = targets(&library, plan).remove(0);
    let text = text(&library, plan);
    for name in ["一", "二"] {
        step(&library, BatchKind::TargetsEdited, |journal| {
            let mut row = row.clone();
            row.target.name = name.to_owned();
            journal.replace_target(&text, &row).map(drop)
        });
    }
    let first = |library: &Library| {
        library
            .read(|view| Ok(view.journal().as_extracted(row.id)?))
            .unwrap()
    };
    let known = format!("\"{}\"", row.target.name);
    assert_eq!(first(&library), [("name".to_owned(), Some(known))]);
    step(&library, BatchKind::PlansReextracted, |journal| {
        let mut row = row.clone();
        row.target.name = "三".to_owned();
        journal.replace_target(&text, &row).map(drop)
    });
    assert_eq!(first(&library), [], "reading anew is a new beginning");
}

#[test]
fn a_field_that_is_not_as_it_was_left_is_not_overwritten() {
    let (_dir, path) = folder();
    let (library, plan) = library(&path);
    let one = targets(&library, plan)[0].id;
    step(&library, BatchKind::TargetsAccepted, |journal| {
        journal.set_status(plan, one, Status::Accepted).map(drop)
    });
    let conn = rusqlite::Connection::open(&path).unwrap();
    conn.execute(
        "UPDATE target SET status = 'rejected' WHERE id = ?1",
        [one.0],
    )
    .unwrap();
    let before = dump_data(&path);
    assert!(matches!(
        library.write(|change| change.undo()),
        Err(StoreError::Journal(_))
    ));
    assert_eq!(dump_data(&path), before);
}

#[test]
fn a_journal_from_a_stranger_names_no_table_or_column_of_its_own() {
    for (entity, field) in [
        ("setting", "value"),
        ("sqlite_schema", "sql"),
        ("target", "status] = 'x' --"),
        ("target", "no_such_column"),
    ] {
        let (_dir, path) = folder();
        let (library, plan) = library(&path);
        let one = targets(&library, plan)[0].id;
        step(&library, BatchKind::TargetsAccepted, |journal| {
            journal.set_status(plan, one, Status::Accepted).map(drop)
        });
        let conn = rusqlite::Connection::open(&path).unwrap();
        conn.execute("UPDATE change SET entity = ?1, field = ?2", (entity, field))
            .unwrap();
        let before = dump_data(&path);
        assert!(
            library.write(|change| change.undo()).is_err(),
            "{entity}.{field}"
        );
        assert_eq!(dump_data(&path), before);
    }
}

#[test]
fn a_target_whose_words_are_not_in_the_text_is_refused() {
    let (_dir, path) = folder();
    let (library, plan) = library(&path);
    let text = text(&library, plan);
    let row = targets(&library, plan).remove(0);
    let attempt = |row: &TargetRow| {
        library.write(|change| {
            change.journalled(batch(BatchKind::TargetsEdited), |journal| {
                journal.replace_target(&text, row)
            })
        })
    };
    let mut wrong = row.clone();
    wrong.target.value = Some(Decimal::from(7));
    assert!(matches!(attempt(&wrong), Err(StoreError::SpanMismatch(_))));
    let mut wrong = row.clone();
    wrong.target.quote = Span::new(0, 1);
    assert!(matches!(attempt(&wrong), Err(StoreError::SpanMismatch(_))));
    let mut gone = row;
    gone.id = TargetId(999);
    assert!(matches!(
        attempt(&gone),
        Err(StoreError::NoSuchTarget(TargetId(999)))
    ));
}

#[test]
fn the_documents_of_one_import_are_one_step() {
    let (_dir, path) = folder();
    let library = Library::open(&path).unwrap();
    let mut goes_on = None;
    for region in ["甲市", "乙市", "丙市"] {
        let document = sample(region);
        let checked = document.new_plan(Place::Last).checked().unwrap();
        let step = library
            .write(|change| {
                let mut new = batch(BatchKind::PlansImported);
                new.goes_on = goes_on;
                let (_, step) = change.journalled(new, |journal| {
                    match journal.tables().add_plan(&checked)? {
                        Added::New(plan) => journal.imported(plan),
                        Added::Known(_) => Ok(()),
                    }
                })?;
                Ok(step)
            })
            .unwrap();
        goes_on = step.map(|step| step.id);
    }
    let listed = || library.read(|view| Ok(view.plans().list()?.len())).unwrap();
    let top = library
        .read(|view| Ok(view.journal().undoable()?))
        .unwrap()
        .unwrap();
    assert_eq!((top.count, listed()), (3, 3));
    assert!(undo(&library));
    assert_eq!(listed(), 0);
    assert!(redo(&library));
    assert_eq!(listed(), 3);
}
