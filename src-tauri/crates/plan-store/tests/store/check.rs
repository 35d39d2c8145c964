//! The check of a whole library finds what was changed behind its back.

use crate::sample::{folder, sample};
use plan_store::{Check, Failure, Library, Mismatch, Place, StoreError};

#[test]
fn a_good_library_is_counted_and_well() {
    let (_dir, path) = folder();
    let library = Library::open(&path).unwrap();
    for region in ["甲市", "乙市"] {
        sample(region).add(&library, Place::Last).unwrap();
    }
    let expected = Check {
        plans: 2,
        sections: 2,
        targets: 6,
        tasks: 2,
        other_numbers: 2,
        notes: 4,
        failures: Vec::new(),
    };
    assert_eq!(library.check().unwrap(), expected);
}

/// Changes the file behind the library's back and gives what the check finds.
fn check_after(change: &str) -> Vec<Failure> {
    let (_dir, path) = folder();
    let library = Library::open(&path).unwrap();
    sample("甲市").add(&library, Place::Last).unwrap();
    let conn = rusqlite::Connection::open(&path).unwrap();
    conn.pragma_update(None, "foreign_keys", false).unwrap();
    conn.pragma_update(None, "ignore_check_constraints", true)
        .unwrap();
    conn.execute_batch(change).unwrap();
    library.check().unwrap().failures
}

#[test]
fn every_kind_of_change_is_found() {
    let spans = |failures: &[Failure]| {
        failures
            .iter()
            .filter(|failure| matches!(failure, Failure::Span { .. }))
            .count()
    };
    let moved = check_after(
        "UPDATE target SET quote_start = quote_start + 3, quote_end = quote_end + 3 WHERE id = 2",
    );
    assert!(
        matches!(&moved[..], [Failure::Span { mismatch, .. }] if matches!(mismatch.mismatch, Mismatch::Words { .. }))
    );
    assert_eq!(
        spans(&check_after(
            "UPDATE target SET quote = '别的话' WHERE id = 1"
        )),
        1
    );
    assert_eq!(
        spans(&check_after(
            "UPDATE target SET value = '0.19' WHERE id = 1"
        )),
        1
    );
    assert_eq!(
        spans(&check_after("UPDATE section SET heading = '二、'")),
        1
    );
    assert_eq!(spans(&check_after("UPDATE task SET end = 100000")), 1);
    for change in [
        "UPDATE task_topic SET words = '别的话' WHERE position = 0 AND ordinal = 1",
        "UPDATE task_instrument SET words = '别的话' WHERE position = 1",
        "UPDATE cited_document SET quote = '别的话' WHERE ordinal = 0",
        "UPDATE cited_document SET doc_no = '某政〔2020〕8号' WHERE ordinal = 0",
        "UPDATE task_instrument SET clause_end = clause_start + 3 WHERE position = 1",
    ] {
        assert_eq!(spans(&check_after(change)), 1, "{change}");
    }
    assert_eq!(
        spans(&check_after("UPDATE other_number SET quote = '2026年'")),
        1
    );
    assert_eq!(spans(&check_after("UPDATE furniture SET end = end + 1")), 1);
    assert_eq!(
        spans(&check_after(
            "UPDATE note SET quote = '2026年' WHERE quote IS NOT NULL"
        )),
        1
    );
    assert!(
        spans(&check_after(
            "UPDATE plan SET frozen = replace(frozen, '到2025年', '到2025年底')"
        )) > 0
    );
    assert!(matches!(
        &check_after("UPDATE plan SET source = x'00'")[..],
        [Failure::Source { .. }]
    ));
    let orphan =
        check_after("INSERT INTO history (target, at, action, by) VALUES (99, '', 'edited', 'a')");
    assert!(
        matches!(&orphan[..], [Failure::Reference { table, parent }] if table == "history" && parent == "target")
    );
}

#[test]
fn a_target_that_does_not_check_is_not_handed_out() {
    let (_dir, path) = folder();
    let library = Library::open(&path).unwrap();
    sample("甲市").add(&library, Place::Last).unwrap();
    rusqlite::Connection::open(&path)
        .unwrap()
        .execute("UPDATE target SET value = '7' WHERE id = 1", [])
        .unwrap();
    let answer = library.read(|view| view.checked_targets(view.plans().list()?[0].id));
    assert!(
        matches!(answer, Err(StoreError::SpanMismatch(_))),
        "{answer:?}"
    );
}

#[test]
fn a_word_that_no_vocabulary_knows_is_damage() {
    let (_dir, path) = folder();
    let library = Library::open(&path).unwrap();
    sample("甲市").add(&library, Place::Last).unwrap();
    let conn = rusqlite::Connection::open(&path).unwrap();
    assert!(
        conn.execute("UPDATE target SET measure = 'stock'", [])
            .is_err(),
        "the table itself refuses it"
    );
    conn.pragma_update(None, "ignore_check_constraints", true)
        .unwrap();
    conn.execute("UPDATE target SET measure = 'stock'", [])
        .unwrap();
    assert!(matches!(library.check(), Err(StoreError::Damaged(_))));
}
