//! What a report says about itself: how its figures came about, what was left out, which versions made it.

use crate::input::{ReportInput, UnitMode};
use crate::words::words;
use plan_words::{Labelled, Phrases};

/// How the figures came about and how to read them, a paragraph each.
pub(crate) fn method(phrases: &Phrases<'_>, units: UnitMode) -> Vec<String> {
    let zh = [
        "数据来源。本报告的数字全部取自所列方案的公开文本，由程序按固定规则逐句提取，每个数字右上角的序号指向附录中的原句，可逐一核对。数值按十进制原样保存，不作四舍五入。",
        "行与列。每个规范指标一行，其下按量的性质分行：水平值、新增量、年均量、累计量、增速、占比、比率、覆盖率、位次是不同的量，不放在同一行比较。同一方案中重复出现且内容一致的目标合并为一项；年份或口径不同的分别列出。",
        "可比性。A 相同：量的性质、单位、口径、年份一致；B 换算后相同：经精确换算后一致；C 有条件可比：目标年份、地区层级或口径不同，只并列，不排名；D 不可比：单位量纲或量的性质不同；E 无数值：只给出相对表述。",
        "符号。≥ 表示以上、不低于，> 表示超过、突破，≈ 表示左右、约，≤ 表示不超过、以内，< 表示低于，无符号表示达到；“力争”“争取”等语气的目标注明“力争”。目标年份与该方案主要年份不同的，在数字旁注明。",
        "空格。没有数字的格子写明原因，不以零代替，也不借用其他数值。",
    ];
    let en = [
        "Data. All figures come from the public texts of the plans listed. Fixed rules read them sentence by sentence; the number above each figure leads to its sentence in the appendix, so that every figure can be checked. Values are kept as decimals exactly as stated and are never rounded.",
        "Rows and columns. Each canonical indicator has a row, and under it a line for each measure: a level, an increment, a yearly figure, a cumulative figure, growth, a share, a ratio, coverage and a rank are different quantities and never stand in one line. A target that a plan repeats in the same words is shown once; statements with another year or scope are listed.",
        "Comparability. A: measure, unit, scope and year agree. B: they agree after an exact conversion. C: the target year, the region's level or the scope differs, so the figures stand side by side but are not ranked. D: the units or measures are of different kinds. E: only a relative target is given.",
        "Signs. ≥ at least, > more than, ≈ about, ≤ at most, < less than; no sign means the value itself is to be reached. Targets that the plan only aims for are marked “aspirational”. A target year is printed when it is not the plan's main one.",
        "Empty cells say why they are empty. Nothing is replaced by zero or by a figure from elsewhere.",
    ];
    let unit = match units {
        UnitMode::AsWritten => phrases.either(
            "单位。表中数值按各方案原文的单位列出。",
            "Units. Figures are shown in the units that the plans use; unit names are translated in the tables and kept as written in the appendix.",
        ),
        UnitMode::Harmonised => phrases.either(
            "单位。同一行的数值换算为该行最常用的单位，只作精确换算；换算过的数字旁注明原文数值。",
            "Units. The figures of a line are converted to its most usual unit where an exact factor exists; a converted figure names the value as written. Unit names are kept as written in the appendix.",
        ),
    };
    let mut paragraphs: Vec<String> = phrases.either(zh, en).map(str::to_owned).to_vec();
    paragraphs.insert(3, unit.to_owned());
    paragraphs
}

/// What made the report.
pub(crate) fn versions(phrases: &Phrases<'_>, input: &ReportInput<'_>) -> Vec<Labelled> {
    let head = &words(phrases.language).head;
    [
        (head.app, format!("PlanLens {}", input.app_version)),
        (head.extractor, input.extractor_version.to_string()),
        (head.lexicon, input.lexicon_version.clone()),
    ]
    .into_iter()
    .map(|(label, value)| Labelled {
        label: label.to_owned(),
        value,
    })
    .collect()
}
