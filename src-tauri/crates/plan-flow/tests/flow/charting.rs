//! Charts over the plans that come with the program: what they say, and that picture, file and table agree.

use crate::desk::Desk;
use plan_chart::{ChartBody, ChartPanel, ChartSpec, ExcludedCause};
use plan_flow::wire::chart::{ChartChoice, ChartExport, ChartFormat, ChartKind, ChartRequest};
use plan_flow::wire::report::Language;
use plan_flow::{OpenLibrary, chart};
use plan_model::{Choices, EmptyReason, Filter, Measure, Verdict, Year};
use quick_xml::events::Event;
use std::collections::BTreeMap;

fn choice(kind: ChartKind, indicators: &[&str]) -> ChartChoice {
    ChartChoice {
        kind,
        indicators: indicators.iter().map(|name| (*name).to_owned()).collect(),
        ..ChartChoice::default()
    }
}

fn spec(library: &OpenLibrary, choice: &ChartChoice) -> ChartSpec {
    chart::spec(
        library,
        &Filter::default(),
        &Choices::default(),
        choice,
        Language::ZhCn,
    )
    .unwrap()
}

fn panels(spec: &ChartSpec) -> &[ChartPanel] {
    match &spec.body {
        ChartBody::Figures { panels, .. } => panels,
        other => panic!("no figures: {other:?}"),
    }
}

#[test]
fn patents_per_head_are_three_marks_with_their_years_and_the_condition() {
    let library = Desk::new().open();
    let spec = spec(
        &library,
        &choice(ChartKind::GroupedBar, &["每万人发明专利拥有量"]),
    );
    let [panel] = panels(&spec) else {
        panic!("one measure: {:?}", panels(&spec));
    };
    assert_eq!(
        (panel.measure, panel.verdict, panel.ranked),
        (Measure::Ratio, Some(Verdict::C), false)
    );
    let marks: Vec<(&str, String, Option<Year>, bool)> = panel
        .marks
        .iter()
        .map(|mark| {
            (
                mark.region.as_str(),
                mark.value.to_string(),
                mark.year,
                mark.conditional,
            )
        })
        .collect();
    assert_eq!(
        marks,
        [
            ("芜湖市", "58".to_owned(), Some(Year(2022)), true),
            ("无为市", "20".to_owned(), Some(Year(2024)), true),
            ("南通市", "18".to_owned(), Some(Year(2018)), true),
        ]
    );
    for (mark, year) in panel.marks.iter().zip(["2022", "2024", "2018"]) {
        assert!(
            mark.condition.contains(year),
            "the year is printed: {mark:?}"
        );
    }
    let silent = ExcludedCause::Empty {
        reason: EmptyReason::NotMentioned,
    };
    let excluded: Vec<(&str, ExcludedCause)> = panel
        .excluded
        .iter()
        .map(|one| (one.region.as_str(), one.cause))
        .collect();
    assert_eq!(excluded, [("亳州高新区", silent), ("许昌市", silent)]);
    assert!(
        panel.verdict_note.contains("有条件可比"),
        "{}",
        panel.verdict_note
    );
    assert!(
        panel.excluded_note.contains("亳州高新区、许昌市（未提及）"),
        "{}",
        panel.excluded_note
    );
}

#[test]
fn high_tech_firms_have_a_panel_for_each_measure() {
    let library = Desk::new().open();
    let spec = spec(
        &library,
        &choice(ChartKind::SmallMultiples, &["高新技术企业数"]),
    );
    let measures: Vec<Measure> = panels(&spec).iter().map(|panel| panel.measure).collect();
    assert_eq!(
        measures,
        [Measure::Level, Measure::Increment, Measure::Annual]
    );
    let levels: Vec<String> = panels(&spec)[0]
        .marks
        .iter()
        .map(|mark| mark.printed.clone())
        .collect();
    assert_eq!(levels, ["155", ">100", "1000", "≈500"]);
}

/// Printed values of an SVG by the name of their mark.
fn printed(svg: &str) -> BTreeMap<String, String> {
    let mut reader = quick_xml::Reader::from_str(svg);
    let (mut mark, mut value, mut found) = (None, false, BTreeMap::new());
    loop {
        match reader.read_event().expect("well formed") {
            Event::Start(tag) => {
                let attribute = |name: &str| {
                    let attribute = tag.try_get_attribute(name).unwrap();
                    attribute.map(|one| one.value.into_owned())
                };
                match tag.name().as_ref() {
                    "g" => mark = attribute("id"),
                    "tspan" => value = attribute("class").is_some_and(|class| class == "value"),
                    _ => {}
                }
            }
            Event::Text(text) if value => {
                let text = text.as_ref().to_owned();
                found
                    .entry(mark.clone().expect("within a mark"))
                    .or_insert_with(String::new)
                    .push_str(&text);
            }
            Event::GeneralRef(name) if value => {
                let sign = match name.as_ref() {
                    "gt" => ">",
                    "lt" => "<",
                    other => panic!("&{other};"),
                };
                found
                    .entry(mark.clone().expect("within a mark"))
                    .or_insert_with(String::new)
                    .push_str(sign);
            }
            Event::End(tag) if tag.name().as_ref() == "tspan" => value = false,
            Event::Eof => return found,
            _ => {}
        }
    }
}

fn exported(library: &OpenLibrary, choice: &ChartChoice, format: ChartFormat) -> Vec<u8> {
    let export = ChartExport {
        format,
        filter: Filter::default(),
        choices: Choices::default(),
        choice: choice.clone(),
        language: Language::ZhCn,
        width: 960,
    };
    chart::file(library, &export).unwrap()
}

#[test]
fn picture_file_and_table_agree_in_every_figure_of_every_shared_indicator() {
    let library = Desk::new().open();
    let matrix = plan_flow::compare::matrix(&library, &Filter::default(), &Choices::default())
        .unwrap()
        .matrix;
    let shared: Vec<String> = matrix
        .groups
        .iter()
        .flat_map(|group| &group.rows)
        .filter(|row| row.plan_count > 1)
        .map(|row| row.indicator.clone())
        .collect();
    assert!(shared.len() >= 10, "{shared:?}");
    let mut figures = 0;
    for kind in [
        ChartKind::GroupedBar,
        ChartKind::DotPlot,
        ChartKind::SmallMultiples,
    ] {
        for indicator in &shared {
            let choice = choice(kind, &[indicator]);
            let spec = spec(&library, &choice);
            let svg = String::from_utf8(exported(&library, &choice, ChartFormat::Svg)).unwrap();
            let drawn = printed(&svg);
            let csv = String::from_utf8(exported(&library, &choice, ChartFormat::Csv)).unwrap();
            let lines: Vec<Vec<&str>> = csv
                .lines()
                .skip(1)
                .map(|line| line.split(',').collect())
                .collect();
            assert_eq!(lines.len(), spec.table.rows.len());
            let mut marks = 0;
            for (row, line) in spec.table.rows.iter().zip(&lines) {
                let cells: Vec<&str> = row.cells.iter().map(|cell| cell.text.as_str()).collect();
                // Plan, sign, value and upper end stand first, so commas in words further right do not matter.
                assert_eq!(cells[..6], line[..6], "{indicator}");
                let Some(mark) = &row.mark else { continue };
                let max = if cells[5].is_empty() {
                    String::new()
                } else {
                    format!("–{}", cells[5])
                };
                let expected = format!("{}{}{max}", cells[3], cells[4]);
                let found = drawn[mark].replace('\u{202f}', "");
                assert_eq!(found, expected, "{indicator}, {}", cells[0]);
                marks += 1;
            }
            assert_eq!(
                marks,
                drawn.len(),
                "{indicator}: every figure drawn stands in the table"
            );
            let stated: usize = panels(&spec).iter().map(|panel| panel.marks.len()).sum();
            assert_eq!(marks, stated);
            figures += marks;
        }
    }
    assert!(figures > 60, "only {figures} figures were compared");
}

#[test]
fn what_is_drawn_is_what_the_comparison_shows() {
    let library = Desk::new().open();
    let matrix = plan_flow::compare::matrix(&library, &Filter::default(), &Choices::default())
        .unwrap()
        .matrix;
    let rows = matrix.groups.iter().flat_map(|group| &group.rows);
    for row in rows {
        let spec = spec(&library, &choice(ChartKind::GroupedBar, &[&row.indicator]));
        for (panel, sub_row) in panels(&spec).iter().zip(&row.sub_rows) {
            for mark in &panel.marks {
                let at = matrix
                    .plans
                    .iter()
                    .position(|column| column.plan == mark.plan)
                    .unwrap();
                let plan_model::Cell::Stated { statements, .. } = &sub_row.cells[at] else {
                    panic!("{} draws an empty cell", panel.title);
                };
                let values = statements
                    .iter()
                    .filter_map(|said| said.harmonised.as_ref());
                assert!(
                    values.into_iter().any(|one| one.value == mark.value),
                    "{}",
                    mark.label
                );
            }
            let named = panel.marks.iter().map(|mark| mark.plan);
            let named = named.chain(panel.excluded.iter().map(|one| one.plan));
            let named: std::collections::BTreeSet<_> = named.collect();
            assert_eq!(
                named.len(),
                matrix.plans.len(),
                "{}: every plan is drawn or named",
                panel.title
            );
        }
    }
}

#[test]
fn a_picture_has_two_pixels_for_each_of_the_page_and_is_not_blank() {
    let library = Desk::new().open();
    for kind in ChartKind::ALL {
        let choice = choice(*kind, &[]);
        let bytes = exported(&library, &choice, ChartFormat::Png);
        let svg = String::from_utf8(exported(&library, &choice, ChartFormat::Svg)).unwrap();
        let height = svg
            .split("height=\"")
            .nth(1)
            .and_then(|rest| rest.split('"').next())
            .unwrap();
        let decoder = png::Decoder::new(std::io::Cursor::new(&bytes));
        let mut reader = decoder.read_info().unwrap();
        let mut pixels = vec![0; reader.output_buffer_size().unwrap()];
        let info = reader.next_frame(&mut pixels).unwrap();
        assert_eq!(
            (info.width, info.height),
            (1920, 2 * height.parse::<u32>().unwrap()),
            "{kind:?}"
        );
        let dark = pixels.chunks(4).filter(|pixel| pixel[0] < 90).count();
        assert!(
            dark > 2000,
            "{kind:?}: only {dark} dark pixels, so the words are missing"
        );
    }
}

#[test]
fn the_page_gets_the_drawing_and_the_words_apart() {
    let library = Desk::new().open();
    let request = ChartRequest {
        filter: Filter {
            measure: vec![Measure::Level],
            ..Filter::default()
        },
        choices: Choices::default(),
        choice: choice(ChartKind::Timeline, &[]),
        language: Language::En,
        width: 800,
    };
    let answer = chart::build(&library, &request).unwrap();
    assert!(
        answer.spec.filters.contains("Measure: Level"),
        "{}",
        answer.spec.filters
    );
    assert_eq!(answer.scene.width, 800.0);
    let ChartBody::Timeline { span, lines } = &answer.spec.body else {
        panic!("a timeline");
    };
    assert_eq!(*span, Some((Year(2018), Year(2035))));
    assert_eq!(lines.len(), 5);
}

#[test]
fn a_file_is_named_by_what_it_shows() {
    let desk = Desk::new();
    let export = |indicators: &[&str]| ChartExport {
        format: ChartFormat::Png,
        filter: Filter::default(),
        choices: Choices::default(),
        choice: choice(ChartKind::GroupedBar, indicators),
        language: Language::ZhCn,
        width: 960,
    };
    let name = chart::file_name(&desk, &export(&["a/b:c高新"]));
    assert!(
        name.starts_with("abc高新-") && name.ends_with(".png"),
        "{name}"
    );
}
