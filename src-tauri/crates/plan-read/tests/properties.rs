//! What holds for every input.

use plan_model::{FrozenPlan, Section, Span};
use plan_read::read;
use proptest::prelude::*;

/// Pieces that plans are made of, so that random texts reach the rules.
const PIECES: &[&str] = &[
    "一、",
    "二、",
    "十一、",
    "(一)",
    "(二)",
    "\u{FF08}三\u{FF09}",
    "1.",
    "2.",
    "3、",
    "12\u{FF0E}",
    "(1)",
    "①",
    "②",
    "第一章 ",
    "第二条",
    "附件:",
    "附件1\n",
    "一是",
    "总体要求",
    "保障措施",
    "建设平台",
    "加快",
    "\u{3002}",
    ",",
    "\u{FF0C}",
    ";",
    ":",
    "\u{201C}",
    "\u{201D}",
    "(",
    ")",
    "\u{FF08}",
    "\u{FF09}",
    "\n",
    "\r\n",
    "\r",
    "\u{3000}",
    " ",
    "\u{FEFF}",
    "目录\n",
    "1.5",
    "2024年8月12日",
    "155家",
    "\u{20BB7}",
    "(责任单位:市科技局)",
    "下面是小编整理的",
    "供大家参考",
    "上一篇:",
    "浏览次数:",
    "【打印】【关闭】",
];

fn plan_like() -> impl Strategy<Value = String> {
    proptest::collection::vec(proptest::sample::select(PIECES), 0..120)
        .prop_map(|pieces| pieces.concat())
}

fn on_borders(text: &str, span: Span) -> bool {
    span.of(text).is_some()
}

fn check(plan: &FrozenPlan) {
    let text = &plan.text;
    assert!(!text.contains('\r'));
    let mut last: Option<&Section> = None;
    for (index, section) in plan.sections.iter().enumerate() {
        assert_eq!(section.id.0 as usize, index);
        assert!(
            on_borders(text, section.span) && on_borders(text, section.heading),
            "{section:?}"
        );
        assert!(section.span.contains(section.heading), "{section:?}");
        assert!(!section.number.is_empty() && section.path.ends_with(&section.number));
        match section
            .parent
            .and_then(|id| plan.sections.get(id.0 as usize))
        {
            Some(parent) => {
                assert!(
                    parent.id < section.id && parent.span.contains(section.span),
                    "{parent:?} {section:?}"
                );
                assert_eq!(section.depth, parent.depth + 1);
                assert_eq!(section.path, format!("{}/{}", parent.path, section.number));
            }
            None => assert_eq!((section.depth, &section.path), (1, &section.number)),
        }
        if let Some(last) = last {
            assert!(last.span.start < section.span.start);
            let nested = last.span.contains(section.span);
            assert!(
                nested || last.span.end <= section.span.start,
                "{last:?} {section:?}"
            );
        }
        last = Some(section);
    }
    let mut end = 0;
    for piece in &plan.furniture {
        assert!(on_borders(text, piece.span) && piece.span.start >= end && !piece.span.is_empty());
        end = piece.span.end;
    }
    for note in &plan.notes {
        assert!(note.span.is_none_or(|span| on_borders(text, span)));
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(400) })]

    #[test]
    fn any_bytes_are_read_or_refused(bytes in proptest::collection::vec(any::<u8>(), 0..600)) {
        if let Ok(plan) = read(&bytes) {
            check(&plan);
        }
    }

    #[test]
    fn any_text_keeps_every_character(text in "\\PC{0,200}") {
        if let Ok(plan) = read(text.as_bytes()) {
            check(&plan);
            let expected = text.strip_prefix('\u{FEFF}').unwrap_or(&text);
            prop_assert_eq!(plan.text, expected);
        }
    }

    #[test]
    fn texts_like_plans_nest_and_keep_every_character(text in plan_like()) {
        if let Ok(plan) = read(text.as_bytes()) {
            check(&plan);
            let expected = text.strip_prefix('\u{FEFF}').unwrap_or(&text).replace("\r\n", "\n").replace('\r', "\n");
            prop_assert_eq!(plan.text, expected);
        }
    }

    #[test]
    fn reading_is_the_same_every_time(text in plan_like()) {
        prop_assert_eq!(read(text.as_bytes()), read(text.as_bytes()));
    }
}
