//! The population a target is about: 省级, 规模以上工业企业, 具有国际竞争力. The words are kept beside the name,
//! because a figure for part of a population may not stand beside one for the whole.

use super::Scene;
use plan_model::Span;

const LEVELS: [&str; 18] = [
    "国家级和省级",
    "国家、省级",
    "国家和省级",
    "省级及以上",
    "省级以上",
    "市级以上",
    "县级以上",
    "国家级",
    "自治区级",
    "省部级",
    "省级",
    "市级",
    "县级",
    "区级",
    "全国",
    "世界",
    "国家",
    "省",
];
const POPULATIONS: [&str; 10] = [
    "规模以上工业企业",
    "规上工业企业",
    "规模以上企业",
    "规上企业",
    "规模以上工业",
    "规上工业",
    "规模工业",
    "规模以上",
    "规上",
    "本级财政",
];

/// The name without the modifiers that only choose a population, and those modifiers.
pub(super) fn split(scene: &Scene<'_>, name: Span) -> (Span, Option<String>) {
    let text = scene.slice(name);
    let Some(at) = text.rfind('的') else {
        return (name, None);
    };
    let head = &text[at + '的'.len_utf8()..];
    let known = scene.lexicon.canonical(head).is_some();
    let long_enough = head.chars().count() >= 4
        && scene
            .words
            .heads
            .iter()
            .any(|noun| head.ends_with(noun.as_str()));
    // 规模以上工业企业…占…的比重 is one name: what stands behind 的 must be a thing, not a proportion.
    // A size in the modifier (销售收入超亿元的企业) makes another indicator, not a part of this one.
    if !scene.numerals_in(name).is_empty() {
        return (name, None);
    }
    if at == 0
        || !(known || long_enough)
        || ["比重", "比例", "比值", "占比", "贡献率", "总额", "数量"]
            .iter()
            .any(|part| head.ends_with(part))
    {
        return (name, None);
    }
    (
        Span::new(name.to() - head.len(), name.to()),
        Some(text[..at].to_owned()),
    )
}

/// The words of `wording` that narrow the population.
pub(super) fn words_in(wording: &str) -> Option<String> {
    let level = LEVELS.iter().find(|level| {
        wording.starts_with(**level)
            && !wording[level.len()..].starts_with(['市', '会', '域', '内'])
            && wording.len() > level.len()
    });
    if let Some(level) = level {
        return Some(match *level {
            "省" => "省级".to_owned(),
            "国家" => "国家级".to_owned(),
            other => other.to_owned(),
        });
    }
    POPULATIONS
        .iter()
        .find(|population| wording.contains(**population))
        .map(|population| (*population).to_owned())
}
