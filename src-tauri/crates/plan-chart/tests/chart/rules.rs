//! The rules of drawing: what may stand together, what is left out, and what is said of both.

use crate::case::{
    decimal, matrix, pairs, picture, reasons, said, silent, spec, spec_of, stated, sub_row,
};
use plan_chart::{
    ChartBody, ChartChoice, ChartKind, ChartPanel, ChartQuestion, ChartSpec, ExcludedCause,
    Palette, Shape, Sign, Stand, build, csv, svg,
};
use plan_lexicon::Lexicon;
use plan_model::{
    Choices, EmptyReason, Filter, Firmness, Matrix, Measure, Op, PlanId, Standing, Statement,
    SubRow, Verdict, Year,
};
use plan_words::{Language, Phrases};

fn panels(spec: &ChartSpec) -> &[ChartPanel] {
    match &spec.body {
        ChartBody::Figures { panels, .. } => panels,
        other => panic!("no figures: {other:?}"),
    }
}

fn three(verdict: Verdict, others: &[(i64, i64, Verdict)]) -> Matrix {
    let cells = vec![
        stated(vec![said("155", Some(2022))]),
        stated(vec![said("1000", Some(2024))]),
        stated(vec![said("500", Some(2022))]),
        silent(),
    ];
    let pairs = pairs(&cells, verdict, others);
    matrix(
        &["甲市", "乙市", "丙市", "丁市"],
        vec![sub_row(Measure::Level, cells, pairs)],
    )
}

fn order(panel: &ChartPanel) -> Vec<&str> {
    panel
        .marks
        .iter()
        .map(|mark| mark.region.as_str())
        .collect()
}

#[test]
fn figures_that_agree_are_ranked_and_others_never() {
    for (verdict, ranked, regions) in [
        (Verdict::A, true, ["乙市", "丙市", "甲市"]),
        (Verdict::B, true, ["乙市", "丙市", "甲市"]),
        (Verdict::C, false, ["甲市", "乙市", "丙市"]),
    ] {
        let spec = spec(&three(verdict, &[]), ChartKind::GroupedBar, Language::ZhCn);
        let panel = &panels(&spec)[0];
        assert_eq!(
            (panel.ranked, order(panel)),
            (ranked, regions.to_vec()),
            "{verdict:?}"
        );
        assert_eq!(
            panel.marks.iter().all(|mark| mark.conditional),
            verdict == Verdict::C
        );
        assert_eq!(panel.verdict_note.contains("不作排名"), !ranked);
    }
}

#[test]
fn what_is_not_comparable_is_left_out_with_its_reason() {
    let strange = [(1, 2, Verdict::D), (2, 3, Verdict::D)];
    let spec = spec(
        &three(Verdict::A, &strange),
        ChartKind::GroupedBar,
        Language::ZhCn,
    );
    let panel = &panels(&spec)[0];
    assert_eq!(order(panel), ["丙市", "甲市"]);
    assert_eq!((panel.drawn, panel.plans), (2, 4));
    let causes: Vec<(&str, ExcludedCause)> = panel
        .excluded
        .iter()
        .map(|one| (one.region.as_str(), one.cause))
        .collect();
    let silent = ExcludedCause::Empty {
        reason: EmptyReason::NotMentioned,
    };
    assert_eq!(causes, [("乙市", ExcludedCause::Apart), ("丁市", silent)]);
    assert!(
        panel.excluded[0].reason.contains("1000 家"),
        "{:?}",
        panel.excluded
    );
    assert!(
        panel.excluded[0].reason.contains("单位不可换算"),
        "{:?}",
        panel.excluded
    );
    assert!(
        panel.excluded_note.contains("4个方案中1个不可比"),
        "{}",
        panel.excluded_note
    );
    assert!(
        panel.excluded_note.contains("丁市（未提及）"),
        "{}",
        panel.excluded_note
    );
}

#[test]
fn a_chain_of_pairs_does_not_bring_strangers_together() {
    // 甲 and 乙 convert, 乙 and 丙 convert, 甲 and 丙 do not: no axis holds all three.
    let spec = spec(
        &three(Verdict::B, &[(1, 3, Verdict::D)]),
        ChartKind::DotPlot,
        Language::En,
    );
    let panel = &panels(&spec)[0];
    assert_eq!(panel.marks.len(), 2);
    assert!(panel.verdict < Some(Verdict::D));
}

#[test]
fn many_plans_without_listed_pairs_are_drawn_by_the_verdict_of_all() {
    let regions: Vec<String> = (1..=30).map(|n| format!("第{n}市")).collect();
    let regions: Vec<&str> = regions.iter().map(String::as_str).collect();
    let cells: Vec<_> = (1..=30)
        .map(|n| {
            let mut one = said(&n.to_string(), Some(2022));
            if n == 7 {
                one.unit = Some("亿元".into());
            }
            stated(vec![one])
        })
        .collect();
    for (verdict, drawn) in [(Verdict::A, 30), (Verdict::C, 30), (Verdict::D, 29)] {
        let mut row = sub_row(Measure::Level, cells.clone(), Vec::new());
        row.verdict = Some(verdict);
        let spec = spec(
            &matrix(&regions, vec![row]),
            ChartKind::GroupedBar,
            Language::ZhCn,
        );
        let panel = &panels(&spec)[0];
        assert_eq!(panel.marks.len(), drawn, "{verdict:?}");
        assert_eq!(panel.ranked, verdict == Verdict::A);
        assert!(panel.verdict < Some(Verdict::D));
    }
}

#[test]
fn of_many_plans_only_those_that_differ_from_most_are_hatched() {
    let years = [2025, 2025, 2022, 2025];
    let cells = years.map(|year| stated(vec![said("5", Some(year))]));
    let mut many = matrix(
        &["甲市", "乙市", "丙市", "丁市"],
        vec![sub_row(Measure::Level, cells.to_vec(), Vec::new())],
    );
    many.groups[0].rows[0].sub_rows[0].verdict = Some(Verdict::C);
    let standing = |plan: i64, verdict| Standing {
        plan: PlanId(plan),
        verdict,
        reasons: reasons(verdict),
        among: vec![verdict],
    };
    let stand = |_: &str, _: &SubRow| {
        vec![
            standing(1, Verdict::A),
            standing(2, Verdict::B),
            standing(3, Verdict::C),
            standing(4, Verdict::D),
        ]
    };
    let question = ChartQuestion {
        matrix: &many,
        overview: None,
        filter: &Filter::default(),
        choices: &Choices::default(),
        choice: &ChartChoice::default(),
        stand: Stand(&stand),
    };
    let spec = build(&question, &Phrases::new(Language::ZhCn, Lexicon::builtin()));
    let panel = &panels(&spec)[0];
    let hatched: Vec<bool> = panel.marks.iter().map(|mark| mark.conditional).collect();
    assert_eq!(order(panel), ["甲市", "乙市", "丙市"]);
    assert_eq!(hatched, [false, false, true]);
    assert_eq!((panel.verdict, panel.ranked), (Some(Verdict::C), false));
    let [out] = panel.excluded.as_slice() else {
        panic!("one is left out: {:?}", panel.excluded)
    };
    assert_eq!((out.plan, &out.cause), (PlanId(4), &ExcludedCause::Apart));
    assert!(out.reason.contains("亿元"), "{}", out.reason);
}

#[test]
fn each_measure_has_a_panel_of_its_own() {
    let cells = || vec![stated(vec![said("155", None)]), silent()];
    let rows = [Measure::Level, Measure::Increment, Measure::Annual]
        .map(|m| sub_row(m, cells(), Vec::new()));
    let matrix = matrix(&["甲市", "乙市"], rows.to_vec());
    let spec = spec(&matrix, ChartKind::GroupedBar, Language::En);
    let measures: Vec<Measure> = panels(&spec).iter().map(|panel| panel.measure).collect();
    assert_eq!(
        measures,
        [Measure::Level, Measure::Increment, Measure::Annual]
    );
    let only = ChartChoice {
        measure: Some(Measure::Annual),
        ..ChartChoice::default()
    };
    let spec = spec_of(&matrix, &only, Language::En, &[]);
    assert_eq!(panels(&spec).len(), 1);
    assert_eq!(spec.title, "High-tech enterprises (Per year)");
}

#[test]
fn shapes_follow_the_words_and_the_legend_explains_only_what_occurs() {
    let with = |op: Op, max: Option<&str>, firmness: Firmness| -> Statement {
        let mut one = said("10", Some(2022));
        one.op = op;
        one.firmness = firmness;
        one.value_max = max.map(decimal);
        if let Some(harmonised) = &mut one.harmonised {
            harmonised.value_max = max.map(decimal);
        }
        one
    };
    let cells = vec![
        stated(vec![with(Op::AtLeast, None, Firmness::Firm)]),
        stated(vec![with(Op::About, None, Firmness::Soft)]),
        stated(vec![with(Op::Equal, Some("20"), Firmness::Firm)]),
        stated(vec![with(Op::AtMost, None, Firmness::Firm)]),
    ];
    let judged = pairs(&cells, Verdict::C, &[]);
    let spec = spec(
        &matrix(
            &["甲市", "乙市", "丙市", "丁市"],
            vec![sub_row(Measure::Level, cells, judged)],
        ),
        ChartKind::GroupedBar,
        Language::ZhCn,
    );
    let shapes: Vec<Shape> = panels(&spec)[0]
        .marks
        .iter()
        .map(|mark| mark.shape)
        .collect();
    assert_eq!(
        shapes,
        [Shape::Open, Shape::Hollow, Shape::Range, Shape::Closed]
    );
    let signs: Vec<Sign> = spec.legend.iter().map(|one| one.sign).collect();
    let all = [
        Sign::Open,
        Sign::Closed,
        Sign::Hollow,
        Sign::Range,
        Sign::Soft,
        Sign::Conditional,
    ];
    assert_eq!(signs, all);
    let plain = crate::case::spec(
        &three(Verdict::A, &[]),
        ChartKind::GroupedBar,
        Language::ZhCn,
    );
    assert!(plain.legend.is_empty(), "{:?}", plain.legend);
}

#[test]
fn a_year_that_differs_is_printed_at_every_mark() {
    let spec = spec(
        &three(Verdict::C, &[]),
        ChartKind::GroupedBar,
        Language::ZhCn,
    );
    let panel = &panels(&spec)[0];
    assert_eq!(panel.years, [Some(Year(2022)), Some(Year(2024))]);
    for mark in &panel.marks {
        let year = mark.year.expect("a year").to_string();
        assert!(mark.condition.contains(&year), "{mark:?}");
        assert!(
            mark.label.contains(&year) && mark.label.contains(&mark.region),
            "{mark:?}"
        );
    }
}

#[test]
fn an_indicator_that_nobody_states_is_said_to_be_missing() {
    let choice = ChartChoice {
        indicators: vec!["不存在的指标".into(), "高新技术企业数".into()],
        ..ChartChoice::default()
    };
    let spec = spec_of(&three(Verdict::A, &[]), &choice, Language::ZhCn, &[]);
    assert_eq!(spec.missing, ["不存在的指标"]);
    assert_eq!(panels(&spec).len(), 1);
    assert!(spec.notes.iter().any(|note| note.contains("不存在的指标")));
}

#[test]
fn hostile_names_stay_words_in_every_file() {
    let cells = vec![stated(vec![said("1", None)]), stated(vec![said("2", None)])];
    let judged = pairs(&cells, Verdict::A, &[]);
    let matrix = matrix(
        &[
            "</text><script>alert(1)</script>",
            "=cmd|'/c calc'!A1\u{0}\n\"",
        ],
        vec![sub_row(Measure::Level, cells, judged)],
    );
    for kind in ChartKind::ALL {
        let spec = spec(&matrix, *kind, Language::ZhCn);
        let text = svg(&picture(&spec, 900), Palette);
        assert!(!text.contains("<script"), "{text}");
        let mut reader = quick_xml::Reader::from_str(&text);
        loop {
            match reader.read_event().expect("well formed") {
                quick_xml::events::Event::Eof => break,
                _ => continue,
            }
        }
        let table = String::from_utf8(csv(&spec)).expect("UTF-8");
        for line in table.lines().skip(1) {
            for field in line.split(',') {
                assert!(!field.trim_matches('"').starts_with('='), "{line}");
            }
        }
    }
}

#[test]
fn the_same_comparison_gives_the_same_picture() {
    let matrix = three(Verdict::C, &[]);
    for kind in ChartKind::ALL {
        let drawn = || svg(&picture(&spec(&matrix, *kind, Language::En), 900), Palette);
        assert_eq!(drawn(), drawn());
    }
}
