//! Nothing overlaps and nothing leaves the picture, whatever is drawn.

use crate::case::{items, matrix, pairs, picture, said, silent, spec_of, stated, sub_row};
use plan_chart::{Anchor, ChartChoice, ChartKind, Item, Scene};
use plan_model::{Firmness, Measure, Op, Verdict};
use plan_words::Language;
use proptest::prelude::*;

/// Left, top, right, bottom.
type Box4 = (f64, f64, f64, f64);

/// The box of a text as the layout reckons it, with its words.
fn text_boxes(scene: &Scene) -> Vec<(Box4, String)> {
    items(scene)
        .into_iter()
        .filter_map(|item| match item {
            Item::Text { x, y, anchor, runs } => {
                let wide: f64 = runs
                    .iter()
                    .map(|run| run.before + reckoned(&run.text, run.size))
                    .sum();
                let size = runs.iter().map(|run| run.size).fold(0.0, f64::max);
                let left = match anchor {
                    Anchor::Start => *x,
                    Anchor::Middle => x - wide / 2.0,
                    Anchor::End => x - wide,
                };
                let words = runs
                    .iter()
                    .map(|run| run.text.as_str())
                    .collect::<Vec<_>>()
                    .join(" ");
                Some(((left, y - size * 0.78, left + wide, y + size * 0.16), words))
            }
            _ => None,
        })
        .collect()
}

/// About what a real font takes, so a little less than the layout reckons with.
fn reckoned(text: &str, size: f64) -> f64 {
    let em = |ch: char| match ch {
        'i' | 'l' | 'j' | '.' | ',' | ':' | ';' | ' ' | '\u{202f}' => 0.26,
        't' | 'f' | 'r' | 'I' | '(' | ')' | '/' | '-' => 0.35,
        'm' | 'w' | 'M' | 'W' | '%' => 0.84,
        'A'..='Z' => 0.6,
        ch if ch as u32 >= 0x2e80 => 1.0,
        _ => 0.54,
    };
    text.chars().map(em).sum::<f64>() * size
}

fn check(scene: &Scene) -> Result<(), TestCaseError> {
    let boxes = text_boxes(scene);
    for (at, (one, words)) in boxes.iter().enumerate() {
        prop_assert!(
            one.0 >= -0.5 && one.2 <= scene.width + 0.5 && one.1 >= 0.0 && one.3 <= scene.height,
            "{words} leaves the picture: {one:?} of {} × {}",
            scene.width,
            scene.height
        );
        for (other, more) in &boxes[at + 1..] {
            let apart = one.2 <= other.0 + 0.6
                || other.2 <= one.0 + 0.6
                || one.3 <= other.1 + 0.6
                || other.3 <= one.1 + 0.6;
            prop_assert!(apart, "{words} and {more} overlap: {one:?} {other:?}");
        }
    }
    for item in &scene.items {
        if let Item::Mark(mark) = item {
            prop_assert!(
                mark.x >= 0.0 && mark.x + mark.width <= scene.width + 1.0,
                "{} leaves the picture: {mark:?}",
                mark.label
            );
            prop_assert!(
                mark.y >= 0.0 && mark.y + mark.height <= scene.height,
                "{}",
                mark.label
            );
            for item in &mark.items {
                if let Item::Rect { x, width, .. } = item {
                    prop_assert!(
                        *width >= 0.0 && *x >= 0.0 && x + width <= scene.width,
                        "{}: {item:?}",
                        mark.label
                    );
                }
            }
        }
    }
    Ok(())
}

fn region() -> impl Strategy<Value = String> {
    prop_oneof![
        "[芜湖亳州高新许昌南通]{2,5}市",
        "[芜湖亳州高新许昌南通]{12,30}开发区",
        "[A-Za-z]{3,24}",
    ]
}

/// Value in thousandths, scale, year, comparing sign, upper end, soft; nothing for a silent plan.
type Figure = Option<(i64, u32, Option<i32>, usize, bool, bool)>;

fn figure() -> impl Strategy<Value = Figure> {
    let said = (
        -50_000i64..9_000_000_000,
        0u32..6,
        prop::option::of(2018i32..2036),
        0usize..6,
        any::<bool>(),
        any::<bool>(),
    );
    prop::option::weighted(0.8, said)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn texts_stay_apart_and_marks_within(
        plans in prop::collection::vec((region(), figure(), figure()), 1..31),
        width in 340u32..1400,
        kind in 0usize..6,
        english in any::<bool>(),
        flags in (any::<bool>(), any::<bool>()),
        conditional in any::<bool>(),
    ) {
        let cell = |figure: &Figure| match figure {
            None => silent(),
            Some((value, scale, year, op, range, soft)) => {
                let value = plan_model::Decimal::new(*value, *scale).normalize();
                let mut one = said(&value.to_string(), *year);
                one.op = Op::ALL[*op];
                one.firmness = if *soft { Firmness::Soft } else { Firmness::Firm };
                if *range && let Some(harmonised) = &mut one.harmonised {
                    harmonised.value_max = Some(value + plan_model::Decimal::TEN);
                }
                stated(vec![one])
            }
        };
        let verdict = if conditional { Verdict::C } else { Verdict::A };
        let rows = [Measure::Level, Measure::Rank].map(|measure| {
            let of = |plan: &(String, Figure, Figure)| if measure == Measure::Level { cell(&plan.1) } else { cell(&plan.2) };
            let cells: Vec<_> = plans.iter().map(of).collect();
            let judged = pairs(&cells, verdict, &[]);
            sub_row(measure, cells, judged)
        });
        let names: Vec<&str> = plans.iter().map(|plan| plan.0.as_str()).collect();
        let matrix = matrix(&names, rows.to_vec());
        let choice = ChartChoice {
            kind: ChartKind::ALL[kind],
            same_axis: flags.0,
            share: flags.1,
            ..ChartChoice::default()
        };
        let language = if english { Language::En } else { Language::ZhCn };
        let spec = spec_of(&matrix, &choice, language, &[2018, 2020, 2021, 2035]);
        check(&picture(&spec, width))?;
    }
}
