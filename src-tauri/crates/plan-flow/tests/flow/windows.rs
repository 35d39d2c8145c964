//! The matrix in windows: the pieces are the whole matrix, and a ticket is good until something changes.

use crate::desk::Desk;
use plan_flow::wire::matrix::{CellLine, CellQuery, FindQuery, FrameAnswer, OrderQuery, TextQuery};
use plan_flow::wire::report::UnitMode;
use plan_flow::{OpenLibrary, compare, matrix_window};
use plan_model::{Cell, Choices, EmptyReason, Filter, IndicatorType, Matrix, SubRow};

fn both(library: &OpenLibrary) -> (FrameAnswer, Matrix) {
    let frame = matrix_window::build(library, &Filter::default(), &Choices::default()).unwrap();
    let whole = compare::matrix(library, &Filter::default(), &Choices::default())
        .unwrap()
        .matrix;
    (frame, whole)
}

fn sub_rows(matrix: &Matrix) -> Vec<(&str, &SubRow)> {
    let rows = matrix.groups.iter().flat_map(|group| &group.rows);
    rows.flat_map(|row| row.sub_rows.iter().map(|one| (row.indicator.as_str(), one)))
        .collect()
}

fn ask(
    library: &OpenLibrary,
    ticket: u32,
    sub_rows: Vec<u32>,
    columns: (u32, u32),
) -> Vec<CellLine> {
    let query = CellQuery {
        ticket,
        sub_rows,
        first: columns.0,
        end: columns.1,
    };
    matrix_window::cells(library, &query).expect("a good ticket")
}

#[test]
fn the_windows_put_together_are_the_matrix() {
    let library = Desk::new().open();
    let (frame, whole) = both(&library);
    let lines = sub_rows(&whole);
    let columns = u32::try_from(whole.plans.len()).unwrap();
    assert_eq!(frame.matrix.plans, whole.plans);
    for (number, (_, sub_row)) in (0..).zip(&lines) {
        let mut cells = vec![
            Cell::Empty {
                reason: EmptyReason::NotMentioned
            };
            whole.plans.len()
        ];
        // Two windows that meet in the middle.
        for window in [(0, 2), (2, columns)] {
            let found = ask(&library, frame.ticket, vec![number], window);
            let [line] = found.as_slice() else {
                panic!("one line for one sub-row: {found:?}")
            };
            assert_eq!(line.sub_row, number);
            for one in &line.stated {
                cells[one.column as usize] = Cell::Stated {
                    statements: one.statements.clone(),
                    set_aside: one.set_aside.clone(),
                };
            }
            for one in &line.silent {
                cells[one.column as usize] = Cell::Empty { reason: one.reason };
            }
        }
        assert_eq!(cells, sub_row.cells);
    }
    let rows = frame.matrix.groups.iter().flat_map(|group| &group.rows);
    for (row, shown) in whole.groups.iter().flat_map(|group| &group.rows).zip(rows) {
        assert_eq!(
            matrix_window::row(&library, frame.ticket, shown.row).as_ref(),
            Some(row)
        );
        let verdicts: Vec<_> = shown
            .sub_rows
            .iter()
            .map(|one| (one.measure, one.verdict))
            .collect();
        let expected: Vec<_> = row
            .sub_rows
            .iter()
            .map(|one| (one.measure, one.verdict))
            .collect();
        assert_eq!(verdicts, expected);
    }
}

#[test]
fn bars_stand_only_among_figures_that_compare() {
    let library = Desk::new().open();
    let (frame, whole) = both(&library);
    let columns = u32::try_from(whole.plans.len()).unwrap();
    let mut drawn = 0;
    for (number, (indicator, sub_row)) in (0..).zip(sub_rows(&whole)) {
        let line = ask(&library, frame.ticket, vec![number], (0, columns)).remove(0);
        let bars: Vec<_> = line
            .stated
            .iter()
            .filter(|cell| cell.bar.is_some())
            .collect();
        for one in &bars {
            let plan = whole.plans[one.column as usize].plan;
            let compares = sub_row.pairs.iter().any(|pair| {
                (pair.left == plan || pair.right == plan) && pair.verdict <= plan_model::Verdict::C
            });
            assert!(compares, "{indicator}: a bar beside nothing");
            let bar = one.bar.unwrap();
            assert!(bar.from <= bar.to && bar.to <= 1000, "{indicator}: {bar:?}");
        }
        assert_ne!(bars.len(), 1, "{indicator}: one bar alone says nothing");
        drawn += bars.len();
    }
    assert!(drawn >= 20, "{drawn}");
    // 58 件, 20 件 and 18 件 per 10,000 inhabitants: the longest fills the axis, the others in proportion.
    let number = sub_rows(&whole)
        .iter()
        .position(|(name, _)| *name == "每万人发明专利拥有量")
        .unwrap();
    let line = ask(
        &library,
        frame.ticket,
        vec![u32::try_from(number).unwrap()],
        (0, columns),
    )
    .remove(0);
    let lengths: Vec<_> = line
        .stated
        .iter()
        .filter_map(|cell| cell.bar.map(|bar| bar.to))
        .collect();
    assert_eq!(lengths, [1000, 345, 310]);
}

#[test]
fn a_ticket_is_good_for_its_question_and_its_library() {
    let desk = Desk::new();
    let library = desk.open();
    let all = Filter::default();
    let one_type = |indicator_type| Filter {
        indicator_type: vec![indicator_type],
        ..Filter::default()
    };
    let first = matrix_window::build(&library, &all, &Choices::default()).unwrap();
    assert_eq!(
        matrix_window::build(&library, &all, &Choices::default()).unwrap(),
        first
    );
    let second = matrix_window::build(
        &library,
        &one_type(IndicatorType::Talent),
        &Choices::default(),
    )
    .unwrap();
    assert_ne!(first.ticket, second.ticket);
    // What is looked at stays when a third question comes.
    assert!(matrix_window::row(&library, first.ticket, 0).is_some());
    let third = matrix_window::build(
        &library,
        &one_type(IndicatorType::Economy),
        &Choices::default(),
    )
    .unwrap();
    assert!(matrix_window::row(&library, first.ticket, 0).is_some());
    assert!(matrix_window::row(&library, second.ticket, 0).is_none());
    assert!(matrix_window::row(&library, third.ticket, 0).is_some());
    assert!(matrix_window::row(&library, third.ticket, 9999).is_none());
    // Another library content, another ticket for the same question.
    let file = desk.file(
        "new.txt",
        "霍山县科技创新工作计划\n\n一、主要目标\n\n到2025年，高新技术企业达到77家。\n",
    );
    desk.import(&library, &[file]);
    let renewed = matrix_window::build(&library, &all, &Choices::default()).unwrap();
    assert_ne!(renewed.ticket, first.ticket);
    assert_eq!(renewed.matrix.plans.len(), first.matrix.plans.len() + 1);
}

#[test]
fn what_is_found_stands_there() {
    let library = Desk::new().open();
    let (frame, whole) = both(&library);
    let lines = sub_rows(&whole);
    let find = |text: &str, units| {
        let query = FindQuery {
            ticket: frame.ticket,
            text: text.into(),
            units,
        };
        matrix_window::find(&library, &query).expect("a good ticket")
    };
    let found = find("高新技术企业数", UnitMode::AsWritten);
    assert!(!found.cut);
    let (sub_row, column) = found.hits[0];
    assert_eq!((lines[sub_row as usize].0, column), ("高新技术企业数", 0));
    for (sub_row, column) in find("0.1891", UnitMode::AsWritten).hits {
        let Cell::Stated { statements, .. } = &lines[sub_row as usize].1.cells[column as usize - 1]
        else {
            panic!("a figure stands where it was found")
        };
        assert_eq!(statements[0].value.unwrap().to_string(), "0.1891");
    }
    assert_eq!(find("0.1891", UnitMode::AsWritten).hits.len(), 1);
    assert_eq!(
        find(" R&D ", UnitMode::AsWritten),
        find("r&d", UnitMode::AsWritten)
    );
    assert!(find("  ", UnitMode::AsWritten).hits.is_empty());
    assert!(find("不会有的词", UnitMode::Harmonised).hits.is_empty());
}

#[test]
fn rows_are_ordered_by_the_figures_of_one_plan_within_one_unit() {
    let library = Desk::new().open();
    let (frame, whole) = both(&library);
    let rows: Vec<_> = whole.groups.iter().flat_map(|group| &group.rows).collect();
    let order = |descending| {
        let query = OrderQuery {
            ticket: frame.ticket,
            plan: whole.plans[1].plan,
            descending,
        };
        matrix_window::order(&library, &query).expect("a good ticket")
    };
    for descending in [true, false] {
        let order = order(descending);
        let mut sorted = order.clone();
        sorted.sort_unstable();
        assert_eq!(
            sorted,
            (0..u32::try_from(rows.len()).unwrap()).collect::<Vec<_>>()
        );
        let mut first = 0;
        for group in &whole.groups {
            let part = &order[first..first + group.rows.len()];
            first += group.rows.len();
            let figures: Vec<Option<(String, plan_model::Decimal)>> = part
                .iter()
                .map(|row| {
                    let row = rows[*row as usize];
                    assert_eq!(
                        row.indicator_type, group.indicator_type,
                        "types stay together"
                    );
                    row.sub_rows.iter().find_map(|one| match &one.cells[1] {
                        Cell::Stated { statements, .. } => {
                            let said = &statements[0];
                            let value = said.harmonised.as_ref().map_or(said.value?, |h| h.value);
                            let unit = one.unit.clone().or(said.unit.clone()).unwrap_or_default();
                            Some((format!("{:?} {unit}", one.measure), value))
                        }
                        Cell::Empty { .. } => None,
                    })
                })
                .collect();
            let silent = figures
                .iter()
                .position(Option::is_none)
                .unwrap_or(figures.len());
            assert!(
                figures[silent..].iter().all(Option::is_none),
                "figures come first"
            );
            for pair in figures[..silent].windows(2) {
                let [Some((unit, a)), Some((other, b))] = pair else {
                    continue;
                };
                let right = if descending { a >= b } else { a <= b };
                assert!(unit != other || right, "{unit}: {a} before {b}");
            }
        }
    }
}

#[test]
fn copied_text_is_the_figure_and_an_empty_cell_is_empty() {
    let library = Desk::new().open();
    let (frame, whole) = both(&library);
    let lines = sub_rows(&whole);
    let at = lines.iter().position(|(name, one)| {
        *name == "高新技术企业数" && one.measure == plan_model::Measure::Level
    });
    let text = |units, signs| {
        let query = TextQuery {
            ticket: frame.ticket,
            sub_rows: vec![u32::try_from(at.unwrap()).unwrap(), 100_000],
            columns: vec![4, 0, 2],
            units,
            signs,
            differences: false,
        };
        matrix_window::text(&library, &query).expect("a good ticket")
    };
    let plain = text(UnitMode::AsWritten, false);
    assert_eq!(plain[0].cells, ["500", "", "100"]);
    assert_eq!(plain[0].unit, "家");
    assert_eq!(
        plain[1].cells,
        ["", "", ""],
        "a number the matrix does not have"
    );
    let signed = text(UnitMode::AsWritten, true);
    assert_eq!(signed[0].cells, ["≈500", "", ">100"]);
}

#[test]
fn copied_text_says_how_far_a_figure_lies_from_the_benchmark_when_asked() {
    let library = Desk::new().open();
    let choices = Choices {
        benchmark: Some(plan_model::Benchmark::Plan {
            plan: plan_model::PlanId(3),
        }),
        ..Choices::default()
    };
    let filter = Filter::default();
    let frame = matrix_window::build(&library, &filter, &choices).unwrap();
    let whole = compare::matrix(&library, &filter, &choices).unwrap().matrix;
    let lines = sub_rows(&whole);
    let query = TextQuery {
        ticket: frame.ticket,
        sub_rows: (0..u32::try_from(lines.len()).unwrap()).collect(),
        columns: vec![0, 1, 2, 3, 4],
        units: UnitMode::Harmonised,
        signs: false,
        differences: true,
    };
    let text = matrix_window::text(&library, &query).unwrap();
    let mut found = 0;
    for (line, (name, sub_row)) in text.iter().zip(lines) {
        assert_eq!(line.differences.len(), 5, "{name}");
        for (cell, (absolute, percent)) in sub_row.cells.iter().zip(&line.differences) {
            let difference = match cell {
                Cell::Stated { statements, .. } => statements[0].difference.as_ref(),
                Cell::Empty { .. } => None,
            };
            let wanted = difference.map(|one| one.absolute.to_string());
            assert_eq!(*absolute, wanted.unwrap_or_default(), "{name}");
            let wanted = difference.and_then(|one| one.percent);
            assert_eq!(
                *percent,
                wanted.map(|one| one.to_string()).unwrap_or_default()
            );
            found += usize::from(difference.is_some());
        }
    }
    assert!(found > 3, "{found}");
}

#[test]
fn under_a_filter_on_verdicts_a_cell_says_whether_any_of_its_pairs_passes() {
    let library = Desk::new().open();
    let filter = Filter {
        verdict: vec![plan_model::Verdict::C],
        ..Filter::default()
    };
    let frame = matrix_window::build(&library, &filter, &Choices::default()).unwrap();
    let whole = compare::matrix(&library, &filter, &Choices::default())
        .unwrap()
        .matrix;
    let (mut inside, mut outside) = (0, 0);
    for (number, (name, sub_row)) in (0..).zip(sub_rows(&whole)) {
        let taken = |one: &&plan_model::PairVerdict| filter.takes_verdict(one.verdict);
        let pairs: Vec<_> = sub_row.pairs.iter().filter(taken).collect();
        assert!(!pairs.is_empty(), "{name} shows for the sake of a pair");
        for line in ask(&library, frame.ticket, vec![number], (0, 5)) {
            for cell in line.stated {
                let plan = whole.plans[cell.column as usize].plan;
                let any = pairs
                    .iter()
                    .any(|one| one.left == plan || one.right == plan);
                assert_eq!(cell.outside, !any, "{name}");
                inside += usize::from(any);
                outside += usize::from(!any);
            }
        }
    }
    assert!(inside > 3 && outside > 0, "{inside} {outside}");
}
