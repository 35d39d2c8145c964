//! The queue, and targets corrected and added by hand.

use crate::deed::{edit, page, with_value};
use crate::desk::{Desk, content};
use plan_flow::wire::evidence::Mark;
use plan_flow::wire::review::{ReviewScope, TargetDraft};
use plan_flow::{change, check, compare, history, library, plans, review};
use plan_model::{BatchKind, Choices, Decision, EditField, FieldFault, Filter, Status, Year};

#[test]
fn the_queue_and_the_facets_count_the_same() {
    let desk = Desk::new();
    let opened = desk.open();
    let all = page(&opened, ReviewScope::All, Filter::default());
    let queue = page(&opened, ReviewScope::ToReview, Filter::default());
    assert!(
        queue.to_review > 0 && queue.to_review < all.shown,
        "{}",
        queue.to_review
    );
    assert_eq!(queue.queue.len(), queue.to_review as usize);
    assert!(queue.items.iter().all(|item| item.mention.needs_review));
    let sure: Vec<u8> = queue
        .items
        .iter()
        .map(|item| item.mention.confidence)
        .collect();
    assert!(sure.is_sorted());
    review::decide(&opened, &desk, &queue.queue[..3], Decision::Reject).unwrap();
    review::decide(&opened, &desk, &queue.queue[3..5], Decision::Accept).unwrap();
    let after = page(&opened, ReviewScope::All, Filter::default());
    assert_eq!(
        after.shown,
        all.shown - 3,
        "rejected targets are shown nowhere"
    );
    let facets = compare::matrix(&opened, &Filter::default(), &Choices::default())
        .unwrap()
        .facets;
    assert_eq!(after.status, facets.status);
    let count = |word: &str| {
        let facet = facets.status.iter().find(|one| one.value == word);
        facet.map_or(0, |one| one.count)
    };
    assert_eq!((count("rejected"), count("accepted")), (3, 2));
    assert_eq!(after.undecided, count("extracted"));
    let summaries = library::plans(&opened).unwrap();
    assert_eq!(summaries.iter().map(|plan| plan.rejected).sum::<u32>(), 3);
    assert_eq!(summaries.iter().map(|plan| plan.decided).sum::<u32>(), 2);
    assert_eq!(
        summaries.iter().map(|plan| plan.to_review).sum::<u32>(),
        after.to_review
    );
    let rejected = Filter {
        status: vec![Status::Rejected],
        ..Filter::default()
    };
    assert_eq!(page(&opened, ReviewScope::All, rejected).shown, 3);
}

#[test]
fn places_of_an_item_are_places_of_the_text() {
    let desk = Desk::new();
    let opened = desk.open();
    for item in page(&opened, ReviewScope::All, Filter::default()).items {
        let text = plans::text(&opened, item.plan).unwrap();
        let units: Vec<u16> = text.text.encode_utf16().collect();
        let words = |start: u32, end: u32| {
            String::from_utf16(&units[start as usize..end as usize]).unwrap()
        };
        let sentence: Vec<u16> = item.mention.sentence.encode_utf16().collect();
        let mark = item.mention.quote;
        let quote = String::from_utf16(&sentence[mark.start as usize..mark.end as usize]).unwrap();
        assert_eq!(words(item.place.start, item.place.end), quote);
        assert_eq!(item.sentence_start + mark.start, item.place.start);
        let shown = text
            .targets
            .iter()
            .find(|one| one.target == item.target)
            .unwrap();
        assert_eq!(shown.quote, item.place);
    }
}

#[test]
fn a_correction_is_checked_written_and_can_be_taken_back() {
    let desk = Desk::new();
    let opened = desk.open();
    let before = content(&opened);
    let item = with_value(&opened);
    let wrong = [
        edit(EditField::Value, "987654321"),
        edit(EditField::Year, "20255"),
    ];
    let answer = review::update(&opened, &desk, item.target, &wrong).unwrap();
    assert_eq!(answer.problems.len(), 1);
    assert_eq!(answer.problems[0].fault, FieldFault::NotAYear);
    let answer = review::update(&opened, &desk, item.target, &wrong[..1]).unwrap();
    assert_eq!(answer.problems[0].fault, FieldFault::NotInText);
    assert!(answer.item.is_none() && answer.change.batch.is_none());
    assert_eq!(content(&opened), before, "nothing was written");

    let right = [
        edit(EditField::Name, " 改过的名称 "),
        edit(EditField::Year, "2031"),
        edit(EditField::YearFrom, ""),
        edit(EditField::Comment, "核对过"),
    ];
    assert_eq!(review::check(&opened, item.target, &right).unwrap(), []);
    let answer = review::update(&opened, &desk, item.target, &right).unwrap();
    assert_eq!(answer.problems, []);
    let now = answer.item.unwrap();
    assert_eq!(now.mention.name, "改过的名称");
    assert_eq!(now.mention.year, Some(Year(2031)));
    assert_eq!(
        (now.mention.status, now.comment.as_deref()),
        (Status::Edited, Some("核对过"))
    );
    assert_eq!(answer.change.batch.unwrap().kind, BatchKind::TargetsEdited);
    let steps = history::of_target(&opened, item.target).unwrap();
    let last = steps.last().unwrap();
    assert_eq!(
        (steps[0].action.as_str(), last.by.as_str()),
        ("extracted", "hand")
    );
    let name = last.fields.iter().find(|one| one.field == "name").unwrap();
    assert_eq!(name.before.as_deref(), Some(item.mention.name.as_str()));
    assert_eq!(name.after.as_deref(), Some("改过的名称"));

    review::decide(&opened, &desk, &[item.target], Decision::Reopen).unwrap();
    let back = review::get(&opened, item.target).unwrap();
    assert_eq!(back.mention.name, item.mention.name);
    assert_eq!(
        (back.mention.status, back.mention.year),
        (Status::Extracted, item.mention.year)
    );
    assert_eq!(
        back.comment.as_deref(),
        Some("核对过"),
        "a remark is no part of what was extracted"
    );
    while change::undo(&opened).unwrap().batch.is_some() {}
    assert_eq!(content(&opened), before);
}

#[test]
fn another_number_of_the_sentence_is_found_and_marked() {
    let desk = Desk::new();
    let opened = desk.open();
    let text = "临江市科技创新工作计划\n\n一、主要目标\n高新技术企业由120家增加到180家。\n";
    desk.import(&opened, &[desk.file("plan.txt", text)]);
    let plan = library::plans(&opened).unwrap().last().unwrap().plan;
    let filter = Filter {
        plans: vec![plan],
        ..Filter::default()
    };
    let item = page(&opened, ReviewScope::All, filter).items.remove(0);
    let other = if item.mention.value.unwrap() == 180.into() {
        "120"
    } else {
        "180"
    };
    let answer = review::update(
        &opened,
        &desk,
        item.target,
        &[edit(EditField::Value, other)],
    )
    .unwrap();
    assert_eq!(answer.problems, []);
    let mention = answer.item.unwrap().mention;
    let units: Vec<u16> = mention.sentence.encode_utf16().collect();
    let mark = mention.value_mark.unwrap();
    let words = String::from_utf16(&units[mark.start as usize..mark.end as usize]).unwrap();
    assert!(words.starts_with(other), "{words}");
    assert_eq!(check::check(&opened).unwrap().failures, []);
}

#[test]
fn a_target_is_added_by_its_words_alone() {
    let desk = Desk::new();
    let opened = desk.open();
    let before = content(&opened);
    let text = "𠮷镇科技创新工作计划\n\n一、主要目标\n全镇要有孵化器约摸33个左右之类。\n";
    desk.import(&opened, &[desk.file("plan.txt", text)]);
    let plan = library::plans(&opened).unwrap().last().unwrap().plan;
    let known = plans::text(&opened, plan).unwrap();
    let units: Vec<u16> = known.text.encode_utf16().collect();
    let at = |words: &str| {
        let words: Vec<u16> = words.encode_utf16().collect();
        let start = units.windows(words.len()).position(|w| w == words).unwrap();
        Mark {
            start: u32::try_from(start).unwrap(),
            end: u32::try_from(start + words.len()).unwrap(),
        }
    };
    let draft = review::draft(&opened, plan, at("孵化器约摸33个")).unwrap();
    assert_eq!(draft.value_mark, Some(at("33个")));
    let value = |draft: &TargetDraft, field| {
        let edit = draft.fields.iter().find(|edit| edit.field == field);
        edit.and_then(|edit| edit.value.clone())
    };
    assert_eq!(value(&draft, EditField::Value).as_deref(), Some("33"));
    assert_eq!(value(&draft, EditField::Unit).as_deref(), Some("个"));
    let answer = review::add(&opened, &desk, &draft).unwrap();
    assert_eq!(answer.problems, []);
    let item = answer.item.unwrap();
    assert_eq!(
        (item.mention.rule.as_str(), item.mention.confidence),
        ("by_hand", 100)
    );
    assert_eq!(
        (item.place, item.mention.status),
        (at("孵化器约摸33个"), Status::Accepted)
    );
    assert_eq!(
        item.mention.sections.len(),
        1,
        "{:?}",
        item.mention.sections
    );
    let bad = TargetDraft {
        quote: Mark { start: 1, end: 1 },
        ..draft.clone()
    };
    assert_eq!(
        review::add(&opened, &desk, &bad).unwrap().problems[0].fault,
        FieldFault::NoPlace
    );
    let bad = TargetDraft {
        fields: vec![edit(EditField::Value, "33")],
        ..draft
    };
    assert_eq!(
        review::add(&opened, &desk, &bad).unwrap().problems[0].fault,
        FieldFault::Missing
    );
    assert_eq!(check::check(&opened).unwrap().failures, []);
    change::undo(&opened).unwrap();
    change::undo(&opened).unwrap();
    assert_eq!(
        content(&opened),
        before,
        "the target is gone, and the import is taken back"
    );
}
