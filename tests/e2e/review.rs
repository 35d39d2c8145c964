//! A reviewer at the keyboard.

use crate::stage::Stage;
use plan_tests::cli;

/// Rows of the queue with their status, as they stand on the page.
const STATUSES: &str = "return [...document.querySelectorAll('[data-testid^=\"review-row-\"]')]\
 .map((row) => [row.dataset.testid, row.dataset.status]).sort()";

/// The field that has the cursor.
const FOCUS: &str = "return document.activeElement.dataset.testid ?? null";

/// Every row of the library's data.
fn library(stage: &Stage) -> String {
    let answer = cli::call(stage.data(), &["dump"]);
    assert_eq!(answer.code, Some(0), "{}", answer.err);
    assert!(answer.out.lines().count() > 500, "a library of five plans");
    answer.out
}

fn done(stage: &Stage) -> usize {
    let words = stage.page.text(&stage.page.id("review-done"));
    let digits: String = words
        .chars()
        .skip_while(|ch| !ch.is_ascii_digit())
        .take_while(char::is_ascii_digit)
        .collect();
    digits.parse().expect("a number of decided targets")
}

pub(crate) fn wait_done(stage: &Stage, wanted: usize) {
    stage
        .page
        .wait_for(&format!("{wanted} decided targets"), || {
            Some(()).filter(|()| done(stage) == wanted)
        });
}

/// The rows of the queue that are drawn.
pub(crate) fn rows(stage: &Stage) -> Vec<String> {
    stage.ids("review-row-")
}

/// The number that a facet shows; 0 when it is not there.
pub(crate) fn count_of(stage: &Stage, facet: &str) -> usize {
    let count = format!(".option:has([data-testid=\"{facet}\"]) .option-count");
    let found = stage.page.all(&count);
    let text = found.first().map(|one| stage.page.text(one));
    let digits: String = text
        .unwrap_or_default()
        .chars()
        .filter(char::is_ascii_digit)
        .collect();
    digits.parse().unwrap_or(0)
}

/// Takes everything back, until nothing is left to take back.
pub(crate) fn undo_all(stage: &Stage) {
    stage.page.wait_for("an end of undo", || {
        let dead = stage
            .page
            .run("return document.querySelector('[data-testid=\"undo\"]').disabled");
        if dead == true {
            return Some(());
        }
        stage.page.press_with_control('z');
        None
    });
}

#[test]
fn twenty_proposals_by_keyboard_alone_and_all_of_it_taken_back() {
    let stage = Stage::open();
    let page = &stage.page;
    stage.chinese();
    let before = library(&stage);
    page.click("rail-intake");
    page.click_at("[data-testid=\"facet-status\"] .facet-fold");
    page.click("review-scope-undecided");
    let _ = page.id("review-detail");
    page.wait_for("a queue of all targets", || {
        let rows = page.run(STATUSES);
        Some(()).filter(|()| rows.as_array().is_some_and(|rows| rows.len() > 10))
    });
    let statuses = page.run(STATUSES);
    // The button has the focus; the list takes it with the first key.
    page.press_keys("n");
    page.press_keys("p");
    page.text_when("review-place", |words| words.contains('1'));

    // Four rounds of five: accept, accept, reject, edit, accept.
    for round in 0..4 {
        page.press_keys("\n\nx");
        wait_done(&stage, round * 5 + 3);
        page.press_keys("e");
        page.wait_for("the cursor in a field", || {
            let tag = page.run("return document.activeElement.tagName");
            Some(()).filter(|()| tag == "INPUT" || tag == "SELECT")
        });
        // Tab by tab to the scope; what stands there is selected, so that typing replaces it.
        page.wait_for("the cursor in the scope", || {
            if page.run(FOCUS) == "field-scope" {
                return Some(());
            }
            page.press_keys("\t");
            None
        });
        page.press_keys("next\n");
        wait_done(&stage, round * 5 + 4);
        page.press_keys("\n");
        wait_done(&stage, round * 5 + 5);
    }
    page.picture("review-twenty");
    assert!(
        library(&stage) != before,
        "the decisions are in the library"
    );
    page.wait_for("facets that agree", || {
        let count = |status| count_of(&stage, status);
        Some(())
            .filter(|()| count("facet-status-accepted") == 12 && count("facet-status-edited") == 4)
    });

    for left in (0..20).rev() {
        if left % 2 == 0 {
            page.press_keys("z");
        } else {
            page.press_with_control('z');
        }
        wait_done(&stage, left);
    }
    page.wait_for("an end of undo", || {
        let dead = page.run("return document.querySelector('[data-testid=\"undo\"]').disabled");
        Some(()).filter(|()| dead == true)
    });
    page.text_when("review-place", |words| words.contains('1'));
    page.picture("review-undone");
    let now = page.run(STATUSES);
    let now = now.as_array().expect("rows");
    // How many rows beyond the visible ones are drawn depends on the way the list was scrolled.
    for row in statuses.as_array().expect("rows") {
        assert!(now.contains(row), "{row} is not as before: {now:?}");
    }
    assert!(
        library(&stage) == before,
        "and every row of the library is as it was"
    );
}
