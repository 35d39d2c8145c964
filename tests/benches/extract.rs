//! Megabytes per second of reading, of extraction, and of both, on one core, with everything on. The text is the
//! five plans that come with the program, one behind the other, repeated to a megabyte.
#![allow(
    clippy::unwrap_used,
    missing_docs,
    reason = "a bench stops when it cannot measure; criterion's macros make undocumented functions"
)]

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use plan_flow::speed;
use plan_tests::place;
use std::hint::black_box;

fn text() -> Vec<u8> {
    const LEAST: usize = 1_000_000;
    let plans: Vec<Vec<u8>> = place::seed_plans()
        .iter()
        .map(|path| std::fs::read(path).unwrap())
        .collect();
    let mut text = Vec::new();
    while text.len() < LEAST {
        for plan in &plans {
            text.extend_from_slice(plan);
            text.push(b'\n');
        }
    }
    text
}

fn one_plan(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("largest plan");
    let plans = place::seed_plans().into_iter();
    let plan = plans
        .map(|path| std::fs::read(path).unwrap())
        .max_by_key(Vec::len)
        .unwrap();
    measure(&mut group, &plan);
    group.finish();
}

fn megabyte(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("one megabyte");
    group.sample_size(10);
    measure(&mut group, &text());
    group.finish();
}

fn measure(
    group: &mut criterion::BenchmarkGroup<'_, criterion::measurement::WallTime>,
    bytes: &[u8],
) {
    group.throughput(Throughput::Bytes(bytes.len() as u64));
    let read = speed::read(bytes).unwrap();
    group.bench_function("read", |bench| {
        bench.iter(|| speed::read(black_box(bytes)).unwrap());
    });
    group.bench_function("extract", |bench| {
        bench.iter(|| speed::extract(black_box(&read)));
    });
    group.bench_function("read and extract", |bench| {
        bench.iter(|| speed::extract(&speed::read(black_box(bytes)).unwrap()));
    });
}

criterion_group!(benches, one_plan, megabyte);
criterion_main!(benches);
