use crate::plans::{FIRMS, PATENTS, Says, city};
use plan_compare::{OverviewPlan, overview};
use plan_model::{Measure, NumberClass, OtherNumber, SectionKind, Span, Task, Year};

fn task(kind: SectionKind, start: usize, end: usize, lead: &[&str], support: &[&str]) -> Task {
    let names = |units: &[&str]| units.iter().map(|unit| (*unit).to_owned()).collect();
    Task {
        path: "三/1".to_owned(),
        title: "任务".to_owned(),
        kind,
        span: Span::new(start, end),
        heading: Span::new(start, start),
        lead: names(lead),
        support: names(support),
        topics: Vec::new(),
        instruments: Vec::new(),
    }
}

#[test]
fn overview_counts_each_plan_by_itself() {
    // Targets stand at bytes 0, 10, 20, 30.
    let compared = city(1, "甲市")
        .over(2020, 2022)
        .says(FIRMS, Measure::Level, "= 155 家 @2024")
        .says(FIRMS, Measure::Increment, "= 5 家 @2024")
        .says(PATENTS, Measure::Ratio, "= 18 件/万人")
        .says(PATENTS, Measure::Ratio, "= 99 件/万人 @2050 rejected");
    let other = city(2, "乙市").says(FIRMS, Measure::Level, "= 1 家 @2035");
    let plan = |compared, tasks, other_numbers| OverviewPlan {
        compared,
        tasks,
        other_numbers,
        characters: 4000,
        source_name: "a.txt".to_owned(),
    };
    let tasks = vec![
        task(SectionKind::Task, 0, 15, &["科技局", "科技局"], &["财政局"]),
        task(SectionKind::Task, 15, 20, &["科技局"], &[]),
        task(SectionKind::Task, 30, 40, &[], &["财政局"]),
        task(SectionKind::Incentive, 40, 50, &["人社局"], &[]),
        task(SectionKind::Safeguard, 50, 60, &[], &[]),
    ];
    let numbers = [NumberClass::Date, NumberClass::Other, NumberClass::Other]
        .map(|class| OtherNumber {
            span: Span::new(1, 2),
            class,
        })
        .to_vec();
    let found = overview(&[
        plan(compared, tasks, numbers),
        plan(other, Vec::new(), Vec::new()),
    ]);
    assert_eq!(
        (found.first_year, found.last_year),
        (Some(Year(2020)), Some(Year(2035))),
        "rejected years count nowhere"
    );
    assert_eq!((found.indicators, found.shared_indicators), (2, 1));
    let first = &found.plans[0];
    assert_eq!(
        (first.targets, first.tasks, first.quantified_tasks),
        (3, 3, 1)
    );
    assert_eq!((first.incentives, first.safeguards), (1, 1));
    assert_eq!((first.other_numbers, first.unexplained_numbers), (3, 2));
    assert_eq!(first.types.iter().map(|count| count.count).sum::<u32>(), 3);
    let years: Vec<_> = first
        .years
        .iter()
        .map(|count| (count.year.map(|year| year.0), count.count))
        .collect();
    assert_eq!(years, [(Some(2024), 2), (None, 1)]);
    let units: Vec<_> = first
        .units
        .iter()
        .map(|unit| (unit.unit.as_str(), unit.lead, unit.support))
        .collect();
    assert_eq!(
        units,
        [("科技局", 2, 0), ("财政局", 0, 2), ("人社局", 1, 0)]
    );
}
