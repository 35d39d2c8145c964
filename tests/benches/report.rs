//! Milliseconds until the bytes of a report are there, format by format: of the five plans that come with the program,
//! and of two hundred. The fonts of the system are found before the clock runs, as in a program that was used once.
#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    missing_docs,
    reason = "a bench stops when it cannot measure; criterion's macros make undocumented functions"
)]

use criterion::{Criterion, criterion_group, criterion_main};
use plan_flow::wire::job::{JobEvent, JobId};
use plan_flow::wire::report::{Chapter, Language, ReportFormat, ReportRequest, Template, UnitMode};
use plan_flow::{Cancel, Host, Job, OpenLibrary, SystemHost, library, report};
use plan_model::{Choices, Filter};
use plan_tests::large::{self, Size};
use std::hint::black_box;
use std::time::Duration;

const FORMATS: [(&str, ReportFormat); 6] = [
    ("xlsx", ReportFormat::Xlsx),
    ("docx", ReportFormat::Docx),
    ("pdf", ReportFormat::Pdf),
    ("html", ReportFormat::Html),
    ("csv", ReportFormat::Csv),
    ("json", ReportFormat::Json),
];

fn request(format: ReportFormat) -> ReportRequest {
    ReportRequest {
        format,
        language: Language::ZhCn,
        filter: Filter::default(),
        choices: Choices::default(),
        units: UnitMode::AsWritten,
        chapters: Chapter::ALL.to_vec(),
        template: Template::Modern,
        chart: None,
    }
}

fn open(host: &SystemHost) -> OpenLibrary {
    let mut sink = |_: JobEvent| {};
    let mut job = Job::new(JobId(1), Cancel::default(), &mut sink);
    library::open(&host.library_path(), host, &mut job).unwrap()
}

fn five_plans(criterion: &mut Criterion) {
    let folder = tempfile::tempdir().unwrap();
    let host = SystemHost::new(folder.path());
    let library = open(&host);
    measure(criterion, "five plans", &library, &host);
}

fn two_hundred_plans(criterion: &mut Criterion) {
    let folder = tempfile::tempdir().unwrap();
    let size = Size {
        plans: 200,
        indicators: 100,
        stated: 20,
    };
    large::fill(folder.path(), size);
    let host = SystemHost::new(folder.path());
    let library = open(&host);
    measure(criterion, "two hundred plans", &library, &host);
}

fn measure(criterion: &mut Criterion, name: &str, library: &OpenLibrary, host: &SystemHost) {
    let mut group = criterion.benchmark_group(name);
    group
        .sample_size(10)
        .measurement_time(Duration::from_secs(8));
    for (format, asked) in FORMATS {
        let request = request(asked);
        let bytes = report::build(library, host, &request).unwrap().len();
        println!("{name}, {format}: {bytes} bytes");
        group.bench_function(format, |bench| {
            bench.iter(|| report::build(library, host, black_box(&request)).unwrap());
        });
    }
    group.finish();
}

criterion_group!(benches, five_plans, two_hundred_plans);
criterion_main!(benches);
