//! Importing the analyst's own documents.

use crate::desk::{Desk, content, storing};
use plan_flow::wire::error::ErrorCode;
use plan_flow::wire::job::{JobEvent, JobSummary};
use plan_flow::{check, extract, library};
use plan_model::{SourceFormat, TextQuality};
use std::path::PathBuf;

const DOCUMENT: &str = "临江市科技创新工作计划\n\n一、主要目标\n到2026年，高新技术企业达到88家，力争技术合同成交额突破12.5亿元。\n";

fn codes(events: &[JobEvent]) -> Vec<ErrorCode> {
    let code = |event: &JobEvent| match event {
        JobEvent::Refused { error, .. } => Some(error.code),
        _ => None,
    };
    events.iter().filter_map(code).collect()
}

#[test]
fn bad_files_are_refused_one_by_one_and_the_good_one_is_stored() {
    let desk = Desk::new();
    let opened = desk.open();
    let before = library::plans(&opened).unwrap().len();
    let paths = [
        desk.file("empty.txt", ""),
        desk.file(
            "picture.txt",
            b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x10\0\0\0\x10".repeat(20),
        ),
        desk.file("plan.txt", DOCUMENT),
        desk.file("plan.txt", DOCUMENT)
            .with_file_name("missing.txt"),
    ];
    let (summary, events) = desk.import(&opened, &paths);
    assert_eq!(
        (summary.imported, summary.duplicates, summary.refused),
        (1, 0, 3)
    );
    assert!(summary.targets >= 2, "{summary:?}");
    assert_eq!(
        codes(&events),
        [
            ErrorCode::EmptyFile,
            ErrorCode::ScannedFile,
            ErrorCode::FileUnreadable
        ]
    );
    let plans = library::plans(&opened).unwrap();
    assert_eq!(plans.len(), before + 1);
    let last = plans.last().unwrap();
    assert_eq!(
        (last.source_name.as_str(), last.colour as usize),
        ("plan.txt", before)
    );
    assert_eq!(last.imported_at, "2025-01-02T23:04:05Z");
    assert_eq!(check::check(&opened).unwrap().failures, []);
}

#[test]
fn the_same_bytes_are_counted_as_known_under_any_name() {
    let desk = Desk::new();
    let opened = desk.open();
    let paths = [
        desk.file("a.txt", DOCUMENT),
        desk.file("b/again.txt", DOCUMENT),
    ];
    let (summary, _) = desk.import(&opened, &paths);
    assert_eq!((summary.imported, summary.duplicates), (1, 1));
    let before = content(&opened);
    let (summary, events) = desk.import(&opened, &paths);
    assert_eq!(
        summary,
        JobSummary {
            duplicates: 2,
            ..JobSummary::default()
        }
    );
    assert_eq!(codes(&events), []);
    assert_eq!(content(&opened), before);
}

#[test]
fn a_folder_gives_its_documents_and_cancelling_leaves_whole_documents() {
    let desk = Desk::new();
    let opened = desk.open();
    let before = library::plans(&opened).unwrap().len();
    for index in 0..6 {
        desk.file(
            &format!("batch/{index}.txt"),
            format!("{DOCUMENT}第{index}份\n"),
        );
    }
    desk.file("batch/readme.log", "not taken");
    let folder: Vec<PathBuf> = vec![
        desk.file("batch/0.txt", format!("{DOCUMENT}第0份\n"))
            .with_file_name(""),
    ];
    let (summary, events) = desk.import_until(&opened, &folder, storing);
    assert!(
        matches!(events.last(), Some(JobEvent::Cancelled { .. })),
        "{events:?}"
    );
    assert_eq!(
        summary.imported, 1,
        "the document at hand is finished, the next is not begun"
    );
    assert_eq!(library::plans(&opened).unwrap().len(), before + 1);
    assert_eq!(check::check(&opened).unwrap().failures, []);
    let (summary, _) = desk.import(&opened, &folder);
    assert_eq!((summary.imported, summary.duplicates), (5, 1));
}

#[test]
fn extracted_json_has_code_point_offsets_and_exact_numbers() {
    let desk = Desk::new();
    let text = format!("𠮷{DOCUMENT}");
    let json =
        serde_json::to_string(&extract::file(&desk.file("plan.txt", &text)).unwrap()).unwrap();
    assert!(
        json.contains("\"value\":12.5,"),
        "a number, digit for digit: {json}"
    );
    let document: serde_json::Value = serde_json::from_str(&json).unwrap();
    let chars: Vec<char> = text.chars().collect();
    let says = |item: &serde_json::Value, start: &str, end: &str, quote: &str| {
        let at = |key: &str| usize::try_from(item[key].as_u64().unwrap()).unwrap();
        let words: String = chars[at(start)..at(end)].iter().collect();
        assert_eq!(words, item[quote].as_str().unwrap());
    };
    let targets = document["targets"].as_array().unwrap();
    assert!(targets.len() >= 2);
    for target in targets {
        says(target, "start", "end", "quote");
        says(target, "value_start", "value_end", "value_quote");
    }
    assert_eq!(targets[0]["firm"], true);
    assert_eq!(targets[1]["firm"], false);
    for number in document["other_numbers"].as_array().unwrap() {
        says(number, "start", "end", "quote");
    }
    let again =
        serde_json::to_string(&extract::file(&desk.file("plan.txt", &text)).unwrap()).unwrap();
    assert_eq!(again, json);
}

#[test]
fn what_a_plan_came_as_and_how_well_its_text_came_out_is_kept() {
    let desk = Desk::new();
    let opened = desk.open();
    let broken = "临江市科技创新工作计划\n\n一、主要目标\n加快建设，以企业为主体、市场为导向、产学研深度融合\n的技术创新体系，高新技术企业达到一百五十五家以上\u{FFFD}\u{E123}\n";
    desk.import(&opened, &[desk.file("断行.md", broken)]);
    let plans = library::plans(&opened).unwrap();
    let (seed, own) = (&plans[0], &plans[5]);
    assert_eq!(
        (seed.format, seed.quality),
        (Some(SourceFormat::Text), Some(TextQuality::default()))
    );
    assert_eq!(own.format, Some(SourceFormat::Markdown));
    let quality = own.quality.unwrap();
    assert!(
        quality.not_text > 0 && quality.broken_lines > 0,
        "{quality:?}"
    );
}
