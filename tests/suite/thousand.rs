//! A thousand documents in one go: progress all along, a cancel in the middle that leaves exactly the finished ones,
//! and a second go that finishes the rest.

use plan_flow::wire::job::{JobEvent, JobId};
use plan_flow::{Cancel, Host, Job, SystemHost, import, library};
use plan_tests::{cli, place};
use serde_json::Value;
use std::path::Path;
use std::time::Instant;

const DOCUMENTS: u32 = 1000;

/// Plans of different places with different figures, each a part of a seed, by name in the order of import.
fn write(folder: &Path) -> Vec<String> {
    std::fs::create_dir(folder).unwrap();
    let seeds: Vec<String> = place::seed_plans()
        .iter()
        .map(|path| std::fs::read_to_string(path).unwrap())
        .collect();
    (0..DOCUMENTS)
        .map(|at| {
            let lines: Vec<&str> = seeds[at as usize % seeds.len()].lines().collect();
            let from = (at as usize * 7) % lines.len().saturating_sub(12).max(1);
            let part = lines[from..].iter().take(12).copied().collect::<Vec<_>>();
            let text = format!(
                "第{at}县科技创新工作计划（2024—2026年）\n一、主要目标\n到2026年，高新技术企业达到{}家，技术合同成交额达到{}亿元。\n{}\n",
                100 + at,
                at % 90 + 10,
                part.join("\n")
            );
            let name = format!("{at:04}.txt");
            std::fs::write(folder.join(&name), text).unwrap();
            name
        })
        .collect()
}

/// Names of the files of the library's plans, without those that came with the program.
fn names(data: &Path, own: usize) -> Vec<String> {
    let list = cli::json(data, &["list", "--json"]);
    let plans = list.as_array().unwrap();
    plans[own..]
        .iter()
        .map(|plan| plan["source_name"].as_str().unwrap().to_owned())
        .collect()
}

fn clean(data: &Path) {
    let check = cli::call(data, &["check"]);
    assert_eq!(check.code, Some(0), "{}{}", check.out, check.err);
}

#[test]
fn a_thousand_documents_are_cancelled_in_the_middle_and_finished_later() {
    let data = tempfile::tempdir().unwrap();
    let folder = data.path().join("in");
    let files = write(&folder);
    let own = cli::json(data.path(), &["list", "--json"]);
    let own = own.as_array().unwrap().len();

    let host = SystemHost::new(data.path());
    let cancel = Cancel::default();
    let mut events = Vec::new();
    let mut sink = |event: JobEvent| {
        if matches!(event, JobEvent::Step { done, .. } if done >= DOCUMENTS / 2) {
            cancel.cancel();
        }
        events.push(event);
    };
    let began = Instant::now();
    let summary = {
        let mut job = Job::new(JobId(1), cancel.clone(), &mut sink);
        let library = library::open(&host.library_path(), &host, &mut job).unwrap();
        import::paths(&library, &host, std::slice::from_ref(&folder), &mut job).unwrap()
    };
    println!(
        "{} documents before the cancel in {:?}",
        summary.imported,
        began.elapsed()
    );

    let steps: Vec<u32> = events
        .iter()
        .filter_map(|event| match event {
            JobEvent::Step { done, total, .. } => {
                assert_eq!(*total, DOCUMENTS);
                Some(*done)
            }
            _ => None,
        })
        .collect();
    assert!(steps.is_sorted(), "progress goes forward: {steps:?}");
    assert!(
        steps.len() > 5,
        "progress is told while it goes on: {steps:?}"
    );
    let cancelled = matches!(events.last(), Some(JobEvent::Cancelled { summary: told, .. }) if *told == summary);
    assert!(cancelled, "{:?}", events.last());
    let finished = summary.imported as usize;
    assert!(
        finished >= DOCUMENTS as usize / 2 && finished < DOCUMENTS as usize,
        "{summary:?}"
    );
    assert_eq!((summary.refused, summary.duplicates), (0, 0), "{summary:?}");
    assert_eq!(
        names(data.path(), own),
        files[..finished],
        "exactly the finished ones"
    );
    clean(data.path());

    let began = Instant::now();
    let arguments = ["import".as_ref(), "--json".as_ref(), folder.as_os_str()];
    let again: Value = cli::json(data.path(), &arguments);
    println!("the rest in {:?}", began.elapsed());
    assert_eq!(again["duplicates"], finished, "{again}");
    assert_eq!(again["imported"], DOCUMENTS as usize - finished, "{again}");
    assert_eq!(again["refused"], 0, "{again}");
    assert_eq!(names(data.path(), own), files);
    clean(data.path());
}
