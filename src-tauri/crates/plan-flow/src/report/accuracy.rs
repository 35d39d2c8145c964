//! The accuracy that a report may speak of: what the bench wrote down when it was last run, and nothing else.

use plan_report::Accuracy;

/// The record of `cargo xtask bench accuracy`.
const RECORD: &str = include_str!(concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/../../../tests/bench/ACCURACY.md"
));

/// The line over all documents; `None` when the record does not hold it.
pub(super) fn measured() -> Option<Accuracy> {
    read(RECORD)
}

fn read(record: &str) -> Option<Accuracy> {
    let (_, by_document) = record.split_once("\n## By document\n")?;
    let by_document = by_document.split("\n## ").next()?;
    let rows: Vec<Vec<&str>> = by_document
        .lines()
        .filter(|line| line.starts_with("| "))
        .skip(1)
        .map(|line| line.trim_matches('|').split('|').map(str::trim).collect())
        .collect();
    let (total, documents) = rows.split_last()?;
    let [
        "**all**",
        annotated,
        found,
        _,
        _,
        detection_f1,
        _,
        _,
        strict_f1,
    ] = total[..]
    else {
        return None;
    };
    Some(Accuracy {
        documents: u32::try_from(documents.len()).ok()?,
        annotated: annotated.parse().ok()?,
        found: found.parse().ok()?,
        detection_f1: detection_f1.to_owned(),
        strict_f1: strict_f1.to_owned(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_record_is_read_as_it_is_written() {
        let measured = measured().expect("a record of all documents");
        let line = format!("| **all** | {} | {} |", measured.annotated, measured.found);
        assert!(RECORD.contains(&line), "{line}");
        assert!(measured.documents > 1 && measured.annotated > measured.documents);
        for ratio in [&measured.detection_f1, &measured.strict_f1] {
            assert!(ratio.parse::<plan_model::Decimal>().is_ok(), "{ratio}");
        }
        assert_eq!(read("# Nothing\n"), None);
    }
}
