//! Plans and comparisons kept in memory are what the library holds, whatever was done to it and by whom.

use crate::deed::{edit, with_value};
use crate::desk::Desk;
use plan_flow::wire::matrix::{FrameAnswer, FrameChange};
use plan_flow::{OpenLibrary, change, compare, matrix_window, plans, review};
use plan_model::{Choices, Decision, EditField, Filter};

/// What is done, with its name.
type Deed<'d> = (&'static str, Box<dyn Fn() + 'd>);

fn frame(library: &OpenLibrary) -> FrameAnswer {
    matrix_window::build(library, &Filter::default(), &Choices::default()).unwrap()
}

fn follow(library: &OpenLibrary, ticket: u32) -> Option<FrameChange> {
    matrix_window::follow_frame(library, &Filter::default(), &Choices::default(), ticket).unwrap()
}

/// A frame with a change put upon it, as the page does it.
fn changed(mut frame: FrameAnswer, change: FrameChange) -> FrameAnswer {
    frame.ticket = change.ticket;
    frame.facets = change.facets;
    frame.matrix.targets_shown = change.targets_shown;
    frame.matrix.targets_total = change.targets_total;
    for (plan, targets) in frame.matrix.plans.iter_mut().zip(change.plan_targets) {
        plan.targets = targets;
    }
    for (group, totals) in frame.matrix.groups.iter_mut().zip(change.groups) {
        group.targets = totals.targets;
        group.plan_targets = totals.plan_targets;
        for row in &mut group.rows {
            if let Some(new) = change.rows.iter().find(|new| new.row == row.row) {
                *row = new.clone();
            }
        }
    }
    frame
}

/// The library as somebody sees it who opens it now.
fn anew(desk: &Desk) -> (compare::MatrixAnswer, FrameAnswer) {
    let library = desk.open();
    let matrix = compare::matrix(&library, &Filter::default(), &Choices::default()).unwrap();
    (matrix, frame(&library))
}

#[test]
fn what_is_kept_in_memory_is_what_the_library_holds() {
    let desk = Desk::new();
    let library = desk.open();
    let other = desk.open();
    let item = with_value(&library);
    let target = item.mention.target;
    let plan = item.plan;
    let file = desk.file(
        "new.txt",
        "霍山县科技创新工作计划\n\n一、主要目标\n\n到2025年，高新技术企业达到77家。\n",
    );
    let deeds: Vec<Deed<'_>> = vec![
        (
            "reject",
            Box::new(|| {
                review::decide(&library, &desk, &[target], Decision::Reject).unwrap();
            }),
        ),
        (
            "undo",
            Box::new(|| {
                change::undo(&library).unwrap();
            }),
        ),
        (
            "redo",
            Box::new(|| {
                change::redo(&library).unwrap();
            }),
        ),
        (
            "undo elsewhere",
            Box::new(|| {
                change::undo(&other).unwrap();
            }),
        ),
        (
            "correct elsewhere",
            Box::new(|| {
                review::update(&other, &desk, target, &[edit(EditField::Year, "2031")]).unwrap();
            }),
        ),
        (
            "import",
            Box::new(|| {
                desk.import(&library, std::slice::from_ref(&file));
            }),
        ),
        (
            "undo the import",
            Box::new(|| {
                change::undo(&library).unwrap();
            }),
        ),
        (
            "remove",
            Box::new(|| {
                plans::remove(&library, &desk, &[plan]).unwrap();
            }),
        ),
        (
            "restore",
            Box::new(|| {
                change::undo(&other).unwrap();
            }),
        ),
    ];
    let mut shown = frame(&library);
    for (what, deed) in deeds {
        deed();
        let (matrix, fresh) = anew(&desk);
        assert_eq!(
            compare::matrix(&library, &Filter::default(), &Choices::default()).unwrap(),
            matrix,
            "{what}"
        );
        shown = match follow(&library, shown.ticket) {
            Some(change) => changed(shown, change),
            None => frame(&library),
        };
        assert_eq!(shown.matrix, fresh.matrix, "{what}");
        assert_eq!(shown.facets, fresh.facets, "{what}");
        assert_eq!(
            matrix_window::row(&library, shown.ticket, 0),
            matrix.matrix.groups[0].rows.first().cloned()
        );
    }
}

#[test]
fn a_decision_tells_only_the_rows_it_touches() {
    let desk = Desk::new();
    let library = desk.open();
    let before = frame(&library);
    let unchanged = follow(&library, before.ticket).expect("the same frame");
    assert_eq!((unchanged.ticket, unchanged.rows.len()), (before.ticket, 0));
    // One of several plans that say it: the row stays when this figure goes.
    let row = before.matrix.groups.iter().flat_map(|group| &group.rows);
    let row = row
        .max_by_key(|row| row.plan_count)
        .expect("a shared indicator")
        .clone();
    let whole = matrix_window::row(&library, before.ticket, row.row).expect("the row");
    let mentions = whole.sub_rows[0].cells.iter().find_map(|cell| match cell {
        plan_model::Cell::Stated { statements, .. } => Some(statements[0].mentions.clone()),
        plan_model::Cell::Empty { .. } => None,
    });
    review::decide(
        &library,
        &desk,
        &mentions.expect("a figure"),
        Decision::Reject,
    )
    .unwrap();
    let change = follow(&library, before.ticket).expect("a frame of the same shape");
    let rows: Vec<_> = change
        .rows
        .iter()
        .map(|row| row.indicator.as_str())
        .collect();
    assert_eq!(rows, [row.indicator.as_str()]);
    assert_ne!(change.ticket, before.ticket);
    assert_eq!(
        follow(&library, before.ticket).map(|again| again.ticket),
        Some(change.ticket)
    );
    // The cells behind the old frame are gone with it.
    assert!(matrix_window::row(&library, before.ticket, 0).is_none());
}
