//! The lexicon's data keeps its promises: nothing is empty, nothing is claimed twice, every factor is exact.

use plan_lexicon::{Indicator, Lexicon};
use plan_model::{Decimal, IndicatorType};
use std::collections::{BTreeMap, BTreeSet};

fn lexicon() -> &'static Lexicon {
    Lexicon::builtin()
}

fn fields(indicator: &Indicator) -> [&str; 4] {
    [
        &indicator.name,
        &indicator.name_en,
        &indicator.definition,
        &indicator.source,
    ]
}

#[test]
fn every_field_of_every_indicator_is_filled() {
    assert!(lexicon().indicators().len() >= 250);
    for indicator in lexicon().indicators() {
        for field in fields(indicator) {
            assert!(
                !field.trim().is_empty() && field.trim() == field,
                "{indicator:?}"
            );
        }
        assert!(
            !indicator.measures.is_empty(),
            "{} has no measure",
            indicator.name
        );
        assert!(
            indicator.definition.ends_with('。'),
            "{} is not defined in a sentence",
            indicator.name
        );
        assert!(
            indicator.name_en.is_ascii() || indicator.name_en.contains('“'),
            "{}",
            indicator.name_en
        );
        assert!(
            indicator
                .synonyms
                .iter()
                .all(|word| !word.trim().is_empty()),
            "{}",
            indicator.name
        );
    }
}

#[test]
fn names_are_unique_in_both_languages() {
    let mut chinese = BTreeSet::new();
    let mut english = BTreeMap::new();
    for indicator in lexicon().indicators() {
        assert!(
            chinese.insert(&indicator.name),
            "{} is listed twice",
            indicator.name
        );
        if let Some(other) = english.insert(indicator.name_en.to_lowercase(), &indicator.name) {
            panic!(
                "{other} and {} are both called {}",
                indicator.name, indicator.name_en
            );
        }
    }
}

#[test]
fn every_wording_leads_to_the_indicator_that_lists_it() {
    for (word, indicator) in lexicon().wordings() {
        let found = lexicon()
            .resolve(word)
            .unwrap_or_else(|| panic!("{word} is not found"));
        assert_eq!(found.indicator.name, indicator.name, "{word}");
        assert!(
            found.stripped.is_empty(),
            "{word} is found only without {:?}",
            found.stripped
        );
    }
}

#[test]
fn every_type_has_indicators() {
    for &kind in IndicatorType::ALL {
        let count = lexicon()
            .indicators()
            .iter()
            .filter(|one| one.indicator_type == kind)
            .count();
        assert!(count >= 10, "{kind} has {count} indicators");
    }
}

#[test]
fn every_unit_of_an_indicator_is_known() {
    for indicator in lexicon().indicators() {
        for unit in &indicator.units {
            assert!(
                lexicon().unit(unit).is_some(),
                "{} is measured in {unit}",
                indicator.name
            );
        }
    }
}

#[test]
fn the_units_of_an_indicator_are_named_without_repeats() {
    for indicator in lexicon().indicators() {
        let distinct: BTreeSet<_> = indicator.units.iter().collect();
        assert_eq!(distinct.len(), indicator.units.len(), "{}", indicator.name);
    }
}

#[test]
fn genres_are_listed_longest_first_and_once() {
    let genres = lexicon().genres();
    assert!(
        genres
            .windows(2)
            .all(|pair| pair[0].chars().count() >= pair[1].chars().count())
    );
    assert_eq!(genres.iter().collect::<BTreeSet<_>>().len(), genres.len());
}

#[test]
fn the_version_names_the_data() {
    let version = lexicon().version();
    let (number, checksum) = version.split_once('+').expect("a number, + and a checksum");
    assert!(
        number.split('.').all(|part| part.parse::<u32>().is_ok()),
        "{version}"
    );
    assert_eq!(checksum.len(), 16);
    assert_ne!(checksum, "cbf29ce484222325", "the checksum of nothing");
}

#[test]
fn conversions_are_exact_decimals() {
    let factor = |from: &str, to: &str| {
        lexicon()
            .conversion(from, to)
            .map(|factor| factor.to_string())
    };
    for (from, to, expected) in [
        ("万元", "亿元", Some("0.0001")),
        ("亿元", "万元", Some("10000")),
        ("万亿元", "亿元", Some("10000")),
        ("百亿元", "亿元", Some("100")),
        ("千家", "家", Some("1000")),
        ("家", "户", Some("1")),
        ("家", "个", Some("1")),
        ("名", "人", Some("1")),
        ("万人", "人", Some("10000")),
        ("亿斤", "万吨", Some("5")),
        ("公斤", "吨", Some("0.001")),
        ("公顷", "亩", Some("15")),
        ("平方公里", "万亩", Some("0.15")),
        ("%", "‰", Some("10")),
        ("％", "%", Some("1")),
        ("件/万人", "件/10k", Some("1")),
        ("件/万人", "件/千人", Some("0.1")),
        ("吨标准煤/万元", "千克标准煤/元", Some("0.1")),
        ("万元/亩", "元/亩", Some("10000")),
        ("亿千瓦时", "万千瓦时", Some("10000")),
        // A third has no finite decimal form, in either spelling of the question.
        ("亩", "公顷", None),
        ("亩", "平方米", None),
        // These count or measure different things.
        ("家", "项", None),
        ("家", "人", None),
        ("人", "人次", None),
        ("元", "美元", None),
        ("%", "个百分点", None),
        ("件", "件/万人", None),
        ("亿元", "%", None),
        ("亿元", "没有的单位", None),
    ] {
        assert_eq!(factor(from, to).as_deref(), expected, "{from} -> {to}");
    }
}

#[test]
fn every_conversion_between_usual_units_turns_back() {
    let units: BTreeSet<&String> = lexicon()
        .indicators()
        .iter()
        .flat_map(|one| &one.units)
        .collect();
    let mut pairs = 0;
    for from in &units {
        assert_eq!(
            lexicon().conversion(from, from),
            Some(Decimal::ONE),
            "{from}"
        );
        for to in &units {
            let (Some(there), Some(back)) = (
                lexicon().conversion(from, to),
                lexicon().conversion(to, from),
            ) else {
                continue;
            };
            assert_eq!(there * back, Decimal::ONE, "{from} -> {to} -> {from}");
            pairs += usize::from(from != to);
        }
    }
    assert!(pairs > 30, "only {pairs} pairs convert");
}

#[test]
fn a_ratio_unit_is_read_from_its_parts() {
    assert!(lexicon().unit("元/头").is_none());
    assert_eq!(
        lexicon()
            .parse_unit("元／头")
            .map(|unit| unit.symbol)
            .as_deref(),
        Some("元/头")
    );
    assert!(lexicon().parse_unit("元/没有").is_none());
    assert!(lexicon().parse_unit("/").is_none());
    assert!(lexicon().parse_unit("").is_none());
}

#[test]
fn the_index_of_the_plans_agrees_with_the_regions() {
    let index: Vec<serde_json::Value> =
        serde_json::from_str(include_str!("../../../../seeds/plans/index.json"))
            .expect("index.json is JSON");
    assert_eq!(index.len(), 5);
    for plan in &index {
        let text = |field: &str| plan[field].as_str();
        for field in ["file", "region", "level", "province", "source"] {
            assert!(
                text(field).is_some_and(|value| !value.is_empty()),
                "{field} of {plan}"
            );
        }
        // A development zone is not in the list of regions, but the region around it is.
        let known = text("region").and_then(|name| lexicon().region(name));
        if let Some(region) = known {
            assert_eq!(text("level"), Some(region.level.word()), "{plan}");
            assert_eq!(text("province"), Some(region.province.as_str()), "{plan}");
            assert_eq!(text("parent_region"), region.parent.as_deref(), "{plan}");
        } else {
            assert_eq!(text("level"), Some("zone"), "{plan}");
            let around = text("parent_region")
                .and_then(|name| lexicon().region(name))
                .expect("a known region");
            assert_eq!(text("province"), Some(around.province.as_str()), "{plan}");
        }
    }
}
