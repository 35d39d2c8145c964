//! Opening a library: filled once, whatever interrupts it; refused when it is not ours.

use crate::desk::{Desk, content};
use chrono::{DateTime, Utc};
use plan_flow::wire::error::ErrorCode;
use plan_flow::wire::job::{JobEvent, JobId, JobKind};
use plan_flow::{Cancel, Host, Job, compare, library, plans, view};
use plan_model::{Choices, Filter};
use std::fs;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::thread;

#[test]
fn the_first_start_fills_the_library_and_the_second_does_nothing() {
    let desk = Desk::new();
    let (opened, events) = desk.open_until(|_| false);
    let first = content(&opened.unwrap());
    assert!(matches!(
        events.first(),
        Some(JobEvent::Started {
            job_kind: JobKind::Seed,
            ..
        })
    ));
    let Some(JobEvent::Finished { summary, .. }) = events.last() else {
        panic!("not finished: {events:?}")
    };
    assert!(
        summary.imported > 0 && summary.refused == 0 && summary.targets > 0,
        "{summary:?}"
    );
    let (opened, events) = desk.open_until(|_| false);
    assert_eq!(events, [], "nothing was left to do");
    assert_eq!(content(&opened.unwrap()), first);
}

/// A host that cancels the job when it is asked for the time for the `at`-th time, which happens once per
/// document, just before it is written.
struct Interrupting<'d> {
    desk: &'d Desk,
    at: u32,
    asked: AtomicU32,
    cancel: Cancel,
}

impl Host for Interrupting<'_> {
    fn now(&self) -> DateTime<Utc> {
        if self.asked.fetch_add(1, Ordering::Relaxed) + 1 == self.at {
            self.cancel.cancel();
        }
        self.desk.now()
    }

    fn data_dir(&self) -> &Path {
        self.desk.data_dir()
    }
}

#[test]
fn a_start_that_was_interrupted_is_completed_by_the_next() {
    let undisturbed = Desk::new();
    let library = undisturbed.open();
    let total = u32::try_from(library::plans(&library).unwrap().len()).unwrap();
    let expected = content(&library);
    for at in 0..=total {
        let desk = Desk::new();
        let host = Interrupting {
            desk: &desk,
            at,
            asked: AtomicU32::new(0),
            cancel: Cancel::default(),
        };
        if at == 0 {
            host.cancel.cancel();
        }
        let mut events = Vec::new();
        let mut sink = |event| events.push(event);
        let mut job = Job::new(JobId(1), host.cancel.clone(), &mut sink);
        let opened = library::open(&desk.library_path(), &host, &mut job).unwrap();
        assert_eq!(
            library::plans(&opened).unwrap().len(),
            at as usize,
            "whole documents up to the interruption"
        );
        let cancelled = matches!(events.last(), Some(JobEvent::Cancelled { .. }));
        assert_eq!(
            cancelled,
            at < total,
            "after the last document there is nothing to cancel"
        );
        drop(opened);
        assert_eq!(
            content(&desk.open()),
            expected,
            "interrupted after document {at}"
        );
    }
}

#[test]
fn several_starts_at_once_make_one_library() {
    let desk = Arc::new(Desk::new());
    let openers: Vec<_> = (0..3)
        .map(|_| {
            let desk = Arc::clone(&desk);
            thread::spawn(move || drop(desk.open()))
        })
        .collect();
    openers
        .into_iter()
        .for_each(|opener| opener.join().unwrap());
    assert_eq!(content(&desk.open()), content(&Desk::new().open()));
}

#[test]
fn a_plan_that_was_removed_stays_away_until_it_is_brought_back() {
    let desk = Desk::new();
    let opened = desk.open();
    let before = content(&opened);
    let listed = library::plans(&opened).unwrap();
    plans::remove(&opened, &desk, &[listed[1].plan]).unwrap();
    let matrix = compare::matrix(&opened, &Filter::default(), &Choices::default())
        .unwrap()
        .matrix;
    assert_eq!(
        matrix.plans.len(),
        listed.len() - 1,
        "the kept comparison is not used any more"
    );
    drop(opened);
    let opened = desk.open();
    let again = library::plans(&opened).unwrap();
    assert_eq!(again.len(), listed.len() - 1);
    assert_eq!(again[1], listed[2], "the others keep their colour");
    let removed = plans::removed(&opened).unwrap();
    assert_eq!(removed.len(), 1);
    assert_eq!(removed[0].plan, listed[1]);
    assert_eq!(
        removed[0].removed_at.as_deref(),
        Some("2025-01-02T23:04:05Z")
    );
    plans::restore(&opened, &desk, &[listed[1].plan]).unwrap();
    assert_eq!(content(&opened), before);
    let gone = plans::remove(&opened, &desk, &[plan_model::PlanId(999)]).unwrap_err();
    assert_eq!(gone.code(), ErrorCode::NotFound);
}

#[test]
fn a_file_that_is_no_library_is_told_by_its_code() {
    let desk = Desk::new();
    fs::write(desk.library_path(), "no library at all ".repeat(100)).unwrap();
    let error = desk.open_until(|_| false).0.err().unwrap().to_wire();
    assert_eq!(error.code, ErrorCode::LibraryDamaged);
    assert_eq!(
        error.subject,
        Some(desk.library_path().display().to_string())
    );
    assert!(
        !error.causes.is_empty(),
        "the database's own words are kept for the log"
    );
}

#[test]
fn the_view_survives_a_restart() {
    let desk = Desk::new();
    let opened = desk.open();
    assert_eq!(view::get(&opened).unwrap(), None);
    view::set(&opened, "{\"language\":\"en\"}").unwrap();
    drop(opened);
    assert_eq!(
        view::get(&desk.open()).unwrap().as_deref(),
        Some("{\"language\":\"en\"}")
    );
}
