//! The schema as it was released, and a dump of every row.

use crate::sample::folder;
use plan_model::{
    Firmness, IndicatorType, Measure, NumberClass, Op, RegionLevel, SectionKind, Status,
};
use plan_store::Library;
use rusqlite::types::Value;
use std::fmt::Write;
use std::path::Path;

/// Every row of every table, in key order.
pub(crate) fn dump(path: &Path) -> String {
    let conn = rusqlite::Connection::open(path).unwrap();
    let mut dump = String::new();
    for table in names(&conn) {
        let mut select = conn
            .prepare(&format!("SELECT * FROM {table} ORDER BY 1, 2"))
            .unwrap();
        let columns = select.column_count();
        let mut rows = select.query([]).unwrap();
        while let Some(row) = rows.next().unwrap() {
            let values: Vec<Value> = (0..columns).map(|at| row.get(at).unwrap()).collect();
            writeln!(dump, "{table} {values:?}").unwrap();
        }
    }
    dump
}

/// The same without the journal, and without the two counters that only ever rise.
pub(crate) fn dump_data(path: &Path) -> String {
    dump(path)
        .lines()
        .filter(|line| {
            ![
                "change ",
                "change_batch ",
                "sqlite_sequence ",
                "setting [Text(\"generation\")",
                "plan_generation ",
            ]
            .iter()
            .any(|start| line.starts_with(start))
        })
        .map(|line| format!("{line}\n"))
        .collect()
}

fn names(conn: &rusqlite::Connection) -> Vec<String> {
    let mut select = conn
        .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
        .unwrap();
    select
        .query_map([], |row| row.get(0))
        .unwrap()
        .map(Result::unwrap)
        .collect()
}

#[test]
fn the_tables_allow_exactly_the_words_of_the_domain() {
    fn quoted(words: impl Iterator<Item = &'static str>) -> String {
        words
            .map(|word| format!("'{word}'"))
            .collect::<Vec<_>>()
            .join(", ")
    }
    let (_dir, path) = folder();
    drop(Library::open(&path).unwrap());
    let conn = rusqlite::Connection::open(&path).unwrap();
    let schema: String = conn
        .query_row(
            "SELECT group_concat(sql, ' ') FROM sqlite_schema",
            [],
            |row| row.get(0),
        )
        .unwrap();
    let schema = schema.split_whitespace().collect::<Vec<_>>().join(" ");
    for words in [
        quoted(IndicatorType::ALL.iter().map(|word| word.word())),
        quoted(Measure::ALL.iter().map(|word| word.word())),
        quoted(Op::ALL.iter().map(|word| word.word())),
        quoted(Firmness::ALL.iter().map(|word| word.word())),
        quoted(RegionLevel::ALL.iter().map(|word| word.word())),
        quoted(SectionKind::ALL.iter().map(|word| word.word())),
        quoted(NumberClass::ALL.iter().map(|word| word.word())),
        quoted(Status::ALL.iter().map(|word| word.word())),
    ] {
        assert!(
            schema.contains(&format!("IN ({words})")),
            "no column allows exactly {words}"
        );
    }
}

#[test]
fn every_reference_is_backed_by_an_index() {
    let (_dir, path) = folder();
    drop(Library::open(&path).unwrap());
    let conn = rusqlite::Connection::open(&path).unwrap();
    for table in names(&conn) {
        let mut keys = conn
            .prepare(&format!(
                "SELECT \"from\" FROM pragma_foreign_key_list('{table}') ORDER BY id, seq"
            ))
            .unwrap();
        let columns: Vec<String> = keys
            .query_map([], |row| row.get(0))
            .unwrap()
            .map(Result::unwrap)
            .collect();
        let Some(first) = columns.first() else {
            continue;
        };
        let plan: String = conn
            .query_row(
                &format!("EXPLAIN QUERY PLAN SELECT 1 FROM {table} WHERE \"{first}\" = 1"),
                [],
                |row| row.get(3),
            )
            .unwrap();
        assert!(
            plan.starts_with("SEARCH"),
            "deleting would read all of {table}: {plan}"
        );
    }
}
